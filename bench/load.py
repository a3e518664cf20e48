"""Signed slash commands from several callers at once, in a process of their own.

`python -m bench.load` reads a `Load` as JSON from standard input and prints a `Result` as JSON.
"""

from __future__ import annotations

import asyncio
import json
import sys
import time
from dataclasses import asdict, dataclass
from itertools import chain, count
from urllib.parse import urlencode

from bot.local.http_delivery import FORM, signature

CALLERS = 16


@dataclass(frozen=True)
class Load:
    """`requests` commands by as many callers as there are users, each on a connection that it keeps.

    `first` numbers the titles, so that none is ever sent twice. `expect` must stand in every answer.
    """

    port: int
    secret: str
    team: str
    channel: str
    users: list[str]
    requests: int
    first: int
    expect: str


@dataclass(frozen=True)
class Result:
    """What the callers saw: seconds in all, milliseconds of each answer, the answers that were wrong."""

    seconds: float
    latencies: list[float]
    wrong: list[str]

    @property
    def per_second(self) -> float:
        return len(self.latencies) / self.seconds

    def percentile(self, percent: float) -> float:
        """Milliseconds within which so many percent of the answers came."""
        ordered = sorted(self.latencies)
        return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def requests(load: Load) -> list[list[bytes]]:
    """Every caller's requests, signed beforehand: the signature is Slack's work, not the server's."""
    numbers = count(load.first)
    share = load.requests // len(load.users)
    return [[_request(load, user, next(numbers)) for _ in range(share)] for user in load.users]


def _request(load: Load, user: str, number: int) -> bytes:
    body = urlencode(
        {
            "token": "unused",
            "team_id": load.team,
            "team_domain": "bench",
            "channel_id": load.channel,
            "channel_name": "umum",
            "user_id": user,
            "user_name": user.lower(),
            "command": "/task",
            "text": f"add Kirim formulir pinjaman {number} <@{user}> paling lambat Jumat",
            "api_app_id": "A0BENCH",
            "is_enterprise_install": "false",
            "response_url": "http://127.0.0.1:9/never",
            "trigger_id": f"{number}.{user}",
        }
    ).encode()
    timestamp = str(int(time.time()))
    head = (
        "POST /slack/events HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{load.port}\r\n"
        f"Content-Type: {FORM}\r\n"
        f"Content-Length: {len(body)}\r\n"
        f"X-Slack-Request-Timestamp: {timestamp}\r\n"
        f"X-Slack-Signature: {signature(load.secret, timestamp, body)}\r\n\r\n"
    )
    return head.encode() + body


async def _caller(load: Load, mine: list[bytes], latencies: list[float]) -> list[str]:
    reader, writer = await asyncio.open_connection("127.0.0.1", load.port)
    wrong = []
    expected = load.expect.encode()
    for request in mine:
        started = time.perf_counter()
        writer.write(request)
        head = await reader.readuntil(b"\r\n\r\n")
        length = int(head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0])
        body = await reader.readexactly(length)
        latencies.append((time.perf_counter() - started) * 1000)
        if not head.startswith(b"HTTP/1.1 200") or expected not in body:
            wrong.append((head.split(b"\r\n")[0] + b" " + body[:200]).decode("utf-8", "replace"))
    writer.close()
    return wrong


async def run(load: Load) -> Result:
    """All callers at once; returns when the last has its last answer."""
    prepared = requests(load)
    latencies: list[float] = []
    started = time.perf_counter()
    wrong = await asyncio.gather(*(_caller(load, mine, latencies) for mine in prepared))
    return Result(time.perf_counter() - started, latencies, list(chain(*wrong)))


if __name__ == "__main__":
    print(json.dumps(asdict(asyncio.run(run(Load(**json.load(sys.stdin)))))))
