"""Signed HTTP delivery to the app's request URL, with Slack's timeouts and repeats."""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import http.client
import json
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

from bot.local.deliveries import COMMANDS, EVENTS, Answer, Delivery

SLACK_RETRY_DELAYS = (0.0, 60.0, 300.0)
FORM = "application/x-www-form-urlencoded"


@dataclass(frozen=True)
class Response:
    """What came back from the request URL."""

    status: int
    headers: dict[str, str]
    body: bytes


def signature(secret: str, timestamp: str, body: bytes) -> str:
    """Slack's v0 signature of a request."""
    base = b"v0:" + timestamp.encode() + b":" + body
    return "v0=" + hmac.new(secret.encode(), base, hashlib.sha256).hexdigest()


class HttpDelivery:
    """Posts payloads to one URL, signed by the wall clock as the receiver checks it."""

    def __init__(self, url: str, secret: str, ack_seconds: float, retry_delays: Sequence[float]) -> None:
        self.url = urlsplit(url)
        self.secret = secret
        self.ack_seconds = ack_seconds
        self.retry_delays = retry_delays
        self._threads = ThreadPoolExecutor(32, thread_name_prefix="slack-http")

    def verify(self) -> None:
        """Slack's url_verification; raises ValueError unless the app echoes the challenge."""
        body = json.dumps({"type": "url_verification", "challenge": "c0ffee", "token": ""}).encode()
        response = self.post(body, "application/json")
        if response.status != 200 or b"c0ffee" not in response.body:
            raise ValueError(f"{self.url.geturl()} did not answer the challenge: {response.status}")

    async def deliver(self, delivery: Delivery) -> None:
        """Post; events are repeated up to three times, commands and interactions never."""
        body, content_type = encode(delivery)
        delays = [0.0, *(self.retry_delays if delivery.kind == EVENTS else ())]
        for delay in delays:
            await asyncio.sleep(delay)
            headers = {}
            if delivery.attempts:
                headers["X-Slack-Retry-Num"] = str(len(delivery.attempts))
                headers["X-Slack-Retry-Reason"] = delivery.attempts[-1]
            reason = await self._attempt(delivery, body, content_type, headers)
            if reason is None:
                return
            delivery.attempts.append(reason)
            if reason == "no_retry":
                return

    async def _attempt(
        self, delivery: Delivery, body: bytes, content_type: str, headers: dict[str, str]
    ) -> str | None:
        loop = asyncio.get_running_loop()
        try:
            async with asyncio.timeout(self.ack_seconds):
                response = await loop.run_in_executor(self._threads, self.post, body, content_type, headers)
        except TimeoutError:
            delivery.reply(Answer(error="operation_timeout"))
            return "http_timeout"
        except (OSError, http.client.HTTPException):
            delivery.reply(Answer(error="dispatch_failed"))
            return "connection_failed"
        if response.status == 200:
            delivery.reply(decode(response))
            return None
        delivery.reply(Answer(error="dispatch_failed"))
        return "no_retry" if response.headers.get("x-slack-no-retry") == "1" else "http_error"

    def post(self, body: bytes, content_type: str, headers: dict[str, str] | None = None) -> Response:
        """One signed request; blocks, gives up a little after Slack does."""
        timestamp = str(int(time.time()))
        connection = http.client.HTTPConnection(
            self.url.hostname or "127.0.0.1", self.url.port or 80, timeout=self.ack_seconds + 1
        )
        try:
            all_headers = {
                "Content-Type": content_type,
                "User-Agent": "Slackbot 1.0 (+https://api.slack.com/robots)",
                "X-Slack-Request-Timestamp": timestamp,
                "X-Slack-Signature": signature(self.secret, timestamp, body),
            }
            connection.request("POST", self.url.path or "/", body, all_headers | (headers or {}))
            response = connection.getresponse()
            found = {name.lower(): value for name, value in response.getheaders()}
            return Response(response.status, found, response.read())
        finally:
            connection.close()

    def close(self) -> None:
        """Let go of the threads."""
        self._threads.shutdown(wait=False)


def encode(delivery: Delivery) -> tuple[bytes, str]:
    """Body and content type: events are JSON, commands a form, interactions JSON inside a form."""
    if delivery.kind == EVENTS:
        return json.dumps(delivery.payload).encode(), "application/json"
    if delivery.kind == COMMANDS:
        return urlencode(delivery.payload).encode(), FORM
    return urlencode({"payload": json.dumps(delivery.payload)}).encode(), FORM


def decode(response: Response) -> Answer:
    """The acknowledgement's body: JSON as it is, plain text as a message text, nothing as None."""
    if not response.body:
        return Answer()
    if not response.headers.get("content-type", "").startswith("application/json"):
        return Answer({"text": response.body.decode()})
    try:
        return Answer(json.loads(response.body))
    except ValueError:
        return Answer(error="dispatch_failed")
