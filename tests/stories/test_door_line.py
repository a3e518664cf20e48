"""The line to Slack: connections are kept, never trusted, and each call is made once."""

from __future__ import annotations

import base64
import json
import socket
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot import line as lines
from bot.line import Line, SilenceError, UnreachedError
from bot.posts import error_of, pause_asked, status_of

OK = b'HTTP/1.1 200 OK\r\nContent-Length: 12\r\n\r\n{"ok": true}'


class Server:
    """Answers each request with what it is told to, and keeps what it was asked, connection by connection."""

    def __init__(self) -> None:
        self.answers: list[bytes | None] = []  # None: hang up instead
        self.heard: list[list[bytes]] = []
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port = self._listener.getsockname()[1]
        self._open: list[socket.socket] = []
        self._thread = threading.Thread(target=self._accept, daemon=True)
        self._thread.start()

    def _accept(self) -> None:
        while True:
            try:
                connection, _ = self._listener.accept()
            except OSError:
                return
            self._open.append(connection)
            self.heard.append([])
            threading.Thread(target=self._serve, args=(connection, self.heard[-1]), daemon=True).start()

    def _serve(self, connection: socket.socket, heard: list[bytes]) -> None:
        with connection, connection.makefile("rb") as said:
            while (head := self._head(said)) != b"":
                length = head.lower().partition(b"content-length: ")[2].split(b"\r\n")[0]
                heard.append(head + said.read(int(length or 0)))
                answer = self.answers.pop(0) if self.answers else OK
                if answer is None:
                    return
                connection.sendall(answer)

    def _head(self, said: Any) -> bytes:
        head = b""
        while not head.endswith(b"\r\n\r\n"):
            one: bytes = said.readline()
            if one == b"":
                return b""
            head += one
        return head

    def hang_up(self) -> None:
        """Close every connection, as a server does with those that rest too long."""
        for connection in self._open:
            connection.shutdown(socket.SHUT_RDWR)

    def stop(self) -> None:
        self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        for connection in self._open:
            connection.close()


@pytest.fixture
def server() -> Iterator[Server]:
    started = Server()
    yield started
    started.stop()


@pytest.fixture
def line() -> Iterator[Line]:
    opened = Line()
    yield opened
    opened.close()


@pytest.fixture
def client(server: Server, monkeypatch: pytest.MonkeyPatch) -> WebClient:
    for name in ("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy", "NO_PROXY", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
    return WebClient("xoxb-1", base_url=f"http://127.0.0.1:{server.port}/api/", timeout=5)


def test_a_connection_is_kept_and_the_call_is_as_slack_wants_it(
    server: Server, line: Line, client: WebClient
) -> None:
    for number in range(3):
        assert line.call(client, "chat.postMessage", {"channel": "C1", "text": f"Halo {number}"}) == {
            "ok": True
        }
    assert [len(heard) for heard in server.heard] == [3]
    head, _, body = server.heard[0][2].partition(b"\r\n\r\n")
    assert head.startswith(b"POST /api/chat.postMessage HTTP/1.1\r\n")
    assert b"Authorization: Bearer xoxb-1" in head
    assert b"application/json" in head
    assert json.loads(body) == {"channel": "C1", "text": "Halo 2"}


def test_a_connection_that_the_other_end_closed_is_not_used(
    server: Server, line: Line, client: WebClient
) -> None:
    line.call(client, "chat.postMessage", {})
    server.hang_up()
    line.call(client, "chat.postMessage", {})
    assert [len(heard) for heard in server.heard] == [1, 1]


def test_a_connection_that_rested_too_long_is_not_used(
    server: Server, line: Line, client: WebClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    line.call(client, "chat.postMessage", {})
    monkeypatch.setattr(lines, "KEPT", 0.0)
    line.call(client, "chat.postMessage", {})
    assert len(server.heard) == 2


def test_a_connection_that_is_to_be_closed_is_closed(server: Server, line: Line, client: WebClient) -> None:
    server.answers = [OK.replace(b"\r\n\r\n", b"\r\nConnection: close\r\n\r\n")]
    line.call(client, "chat.postMessage", {})
    line.call(client, "chat.postMessage", {})
    assert len(server.heard) == 2


def test_a_call_without_an_answer_is_made_once_and_said_to_be_unsure(
    server: Server, line: Line, client: WebClient
) -> None:
    server.answers = [None]
    with pytest.raises(SilenceError) as silence:
        line.call(client, "chat.postMessage", {})
    assert not isinstance(silence.value, UnreachedError)
    assert [len(heard) for heard in server.heard] == [1]
    assert line.call(client, "chat.postMessage", {}) == {"ok": True}


def test_where_nobody_listens_the_call_was_certainly_not_made(line: Line, client: WebClient) -> None:
    with socket.create_server(("127.0.0.1", 0)) as gone:
        client.base_url = f"http://127.0.0.1:{gone.getsockname()[1]}/api/"
    with pytest.raises(UnreachedError):
        line.call(client, "chat.postMessage", {})


def answered(status: str, body: str, *headers: str) -> bytes:
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {len(body)}", *headers, "", body]
    return "\r\n".join(lines).encode()


@pytest.mark.parametrize(
    ("answer", "error", "status"),
    [
        (answered("200 OK", '{"ok": false, "error": "is_archived"}'), "is_archived", 200),
        (answered("500 Oh", "<html>"), "http_500", 500),
        (answered("200 OK", "<html>"), "http_200", 200),
        (answered("200 OK", "[]"), "http_200", 200),
        (answered("429 Slow", '{"ok": false, "error": "ratelimited"}', "Retry-After: 7"), "ratelimited", 429),
    ],
)
def test_a_refusal_says_why(
    server: Server, line: Line, client: WebClient, answer: bytes, error: str, status: int
) -> None:
    server.answers = [answer]
    with pytest.raises(SlackApiError) as refusal:
        line.call(client, "chat.postMessage", {})
    assert error_of(refusal.value) == error
    told, headers = status_of(refusal.value)
    assert told == status
    assert pause_asked(headers) == (7 if status == 429 else 1)


@pytest.mark.parametrize("credentials", ["", "maya:p%40ss@"])
def test_a_proxy_of_the_environment_is_gone_through(
    server: Server, line: Line, monkeypatch: pytest.MonkeyPatch, credentials: str
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", f"http://{credentials}127.0.0.1:{server.port}")
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    server.answers = [b"HTTP/1.1 200 Connection established\r\n\r\n", OK]
    client = WebClient("xoxb-1", base_url="http://slack.example/api/", timeout=5)
    assert line.call(client, "chat.postMessage", {"channel": "C1"}) == {"ok": True}
    [[tunnel, call]] = server.heard
    assert tunnel.startswith(b"CONNECT slack.example:80 ")
    sent = base64.b64encode(b"maya:p@ss") in tunnel
    assert sent is bool(credentials)
    assert call.startswith(b"POST /api/chat.postMessage ")


def test_what_needs_no_proxy_goes_without(
    server: Server, line: Line, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    client = WebClient("xoxb-1", base_url=f"http://127.0.0.1:{server.port}/api/", timeout=5)
    assert line.call(client, "chat.postMessage", {}) == {"ok": True}


def test_over_tls_the_other_end_must_be_who_it_says(server: Server, line: Line, client: WebClient) -> None:
    client.base_url, client.timeout = f"https://127.0.0.1:{server.port}/api/", 1
    with pytest.raises(UnreachedError):
        line.call(client, "chat.postMessage", {})


def test_threads_share_the_connections(server: Server, line: Line, client: WebClient) -> None:
    failed: list[Exception] = []

    def call_often() -> None:
        try:
            for _ in range(25):
                line.call(client, "chat.postMessage", {})
        except Exception as problem:
            failed.append(problem)

    run_at_once(call_often, 8)
    assert failed == []
    assert sum(len(heard) for heard in server.heard) == 200
    assert len(server.heard) <= 8


def run_at_once(work: Callable[[], None], times: int) -> None:
    threads = [threading.Thread(target=work) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
