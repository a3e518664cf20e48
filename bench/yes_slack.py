"""A Slack that says yes to everything at once: `python -m bench.yes_slack PORT`.

Connections stay open. `/heard` tells how many posts came and to how many channels, since it was last asked.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from itertools import count

_serial = count(1)
_heard: Counter[bytes] = Counter()


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One connection, whatever is asked for on it."""
    try:
        while True:
            head = await reader.readuntil(b"\r\n\r\n")
            length = head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]
            said = await reader.readexactly(int(length)) if length else b""
            body = _heard_so_far() if b" /heard " in head else _yes(said)
            writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n")
            writer.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
            if b"connection: close" in head.lower():
                break
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    writer.close()


def _yes(said: bytes) -> bytes:
    channel = said.partition(b'"channel": "')[2].split(b'"', 1)[0]
    if channel:
        _heard[channel] += 1
    serial = next(_serial)
    return b'{"ok": true, "channel": "D%d", "ts": "%d.000100"}' % (serial, 1_800_000_000 + serial)


def _heard_so_far() -> bytes:
    told = {"posts": _heard.total(), "channels": len(_heard)}
    _heard.clear()
    return json.dumps(told).encode()


async def serve(port: int) -> None:
    """Say yes until ended."""
    async with await asyncio.start_server(answer, "127.0.0.1", port, backlog=256) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
