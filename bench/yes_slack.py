"""A Slack that says yes to everything at once: `python -m bench.yes_slack PORT`."""

from __future__ import annotations

import asyncio
import json
import sys
from itertools import count

_serial = count(1)


async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """One request, whatever it asks for."""
    head = await reader.readuntil(b"\r\n\r\n")
    if length := head.lower().partition(b"content-length:")[2].split(b"\r\n", 1)[0]:
        await reader.readexactly(int(length))
    serial = next(_serial)
    body = json.dumps(
        {"ok": True, "channel": f"D{serial}", "ts": f"{1_800_000_000 + serial}.000100"}
    ).encode()
    head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nConnection: close\r\n"
    writer.write(head + b"Content-Length: %d\r\n\r\n" % len(body) + body)
    await writer.drain()
    writer.close()


async def serve(port: int) -> None:
    """Say yes until ended."""
    async with await asyncio.start_server(answer, "127.0.0.1", port, backlog=256) as server:
        await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(serve(int(sys.argv[1])))
