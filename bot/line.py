"""The line to Slack's Web API: connections kept open, each call made once and never repeated by itself."""

from __future__ import annotations

import json
import select
import threading
import time
from base64 import b64encode
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from typing import Any
from urllib.parse import SplitResult, unquote, urlsplit
from urllib.request import proxy_bypass

from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

KEPT = 5.0  # seconds for which a connection at rest is believed to be open: servers close them unasked


class SilenceError(OSError):
    """No answer, or none that can be read: the call may have been done all the same."""


class UnreachedError(SilenceError):
    """No connection: the call was certainly not done."""


class Line:
    """A few open connections, shared by threads; a new one costs more than all else of a call."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: dict[str, list[tuple[HTTPConnection, float]]] = {}

    def call(self, client: WebClient, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        """Slack's answer; SlackApiError where it refuses, SilenceError where it does not answer."""
        body = json.dumps(arguments).encode()
        headers = {
            "Authorization": f"Bearer {client.token}",
            "Content-Type": "application/json;charset=utf-8",
            "User-Agent": "lintas",
        }
        connection = self._take(client)
        try:
            if connection.sock is None:
                connection.connect()
        except OSError as problem:
            raise UnreachedError from problem
        try:
            connection.request("POST", urlsplit(client.base_url).path + method, body, headers)
            response = connection.getresponse()
            said = response.read()
        except (OSError, HTTPException) as problem:
            connection.close()
            raise SilenceError from problem
        if response.will_close:
            connection.close()
        else:
            self._give_back(client, connection)
        return _answer(response.status, dict(response.getheaders()), said)

    def close(self) -> None:
        """Hang up; what is being called ends by itself."""
        with self._lock:
            idle, self._idle = self._idle, {}
        for connections in idle.values():
            for connection, _ in connections:
                connection.close()

    def _take(self, client: WebClient) -> HTTPConnection:
        while True:
            with self._lock:
                idle = self._idle.get(client.base_url)
                connection, since = idle.pop() if idle else (None, 0.0)
            if connection is None:
                return _connection(client)
            if time.monotonic() - since < KEPT and not _hung_up(connection):
                if connection.sock is not None:
                    connection.sock.settimeout(client.timeout)
                return connection
            connection.close()

    def _give_back(self, client: WebClient, connection: HTTPConnection) -> None:
        with self._lock:
            self._idle.setdefault(client.base_url, []).append((connection, time.monotonic()))


def _answer(status: int, headers: dict[str, str], said: bytes) -> dict[str, Any]:
    try:
        answer = json.loads(said)
    except ValueError:
        answer = None
    if status == 200 and isinstance(answer, dict) and answer.get("ok"):
        return answer
    error = answer.get("error") if isinstance(answer, dict) else f"http_{status}"
    response = {"ok": False, "error": error, "status": status, "headers": headers}
    raise SlackApiError(f"Slack refuses: {error}", response)  # type: ignore[no-untyped-call]


def _hung_up(connection: HTTPConnection) -> bool:
    """Whether the other end has closed: a connection at rest has nothing to read."""
    if connection.sock is None:
        return True
    poll = select.poll()
    poll.register(connection.sock, select.POLLIN)
    return bool(poll.poll(0))


def _connection(client: WebClient) -> HTTPConnection:
    """A new connection to Slack, through the proxy that the SDK found in the environment, if any."""
    to = urlsplit(client.base_url)
    assert to.hostname is not None
    proxy = client.proxy if client.proxy and not proxy_bypass(to.hostname) else None
    at = urlsplit(proxy) if proxy else to
    assert at.hostname is not None
    if to.scheme == "https":
        connection: HTTPConnection = HTTPSConnection(
            at.hostname, at.port, timeout=client.timeout, context=client.ssl
        )
    else:
        connection = HTTPConnection(at.hostname, at.port, timeout=client.timeout)
    if proxy:
        connection.set_tunnel(to.hostname, to.port, _authorization(at))
    return connection


def _authorization(proxy: SplitResult) -> dict[str, str]:
    if proxy.username is None:
        return {}
    words = f"{unquote(proxy.username)}:{unquote(proxy.password or '')}".encode()
    return {"Proxy-Authorization": f"Basic {b64encode(words).decode()}"}
