"""Socket Mode: WebSocket connections of the app, each payload to exactly one of them."""

from __future__ import annotations

import asyncio
import json
import secrets
import uuid
from contextlib import suppress
from dataclasses import dataclass, field

from starlette.websockets import WebSocket, WebSocketDisconnect

from bot.local.deliveries import EVENTS, MAX_ATTEMPTS, Answer, Delivery
from bot.local.ports import JSON

MAX_CONNECTIONS = 10


class ConnectionLostError(Exception):
    """The connection closed before the app acknowledged."""


@dataclass(eq=False)
class Connection:
    """One WebSocket and the envelopes sent over it that wait for an acknowledgement."""

    socket: WebSocket
    waiting: dict[str, asyncio.Future[JSON | None]] = field(default_factory=dict)
    retiring: bool = False


class SocketMode:
    """Tickets, connections and redelivery. All of it runs on the server's loop except `ticket`."""

    def __init__(self, app_id: str, ack_seconds: float) -> None:
        self.app_id = app_id
        self.ack_seconds = ack_seconds
        self.connections: list[Connection] = []
        self._tickets: set[str] = set()
        self._turn = 0
        self._changed: asyncio.Event | None = None

    def ticket(self) -> str:
        """A single-use right to connect."""
        ticket = secrets.token_urlsafe(16)
        self._tickets.add(ticket)
        return ticket

    @property
    def usable(self) -> list[Connection]:
        """Connections that still take payloads."""
        return [c for c in self.connections if not c.retiring]

    async def serve(self, socket: WebSocket) -> None:
        """One connection from hello to its end."""
        ticket = socket.query_params.get("ticket", "")
        if ticket not in self._tickets:
            await socket.close(code=4401)
            return
        self._tickets.discard(ticket)
        await socket.accept()
        if len(self.connections) >= MAX_CONNECTIONS:
            await socket.send_json({"type": "disconnect", "reason": "too_many_websockets", "debug_info": {}})
            await socket.close()
            return
        connection = Connection(socket)
        await socket.send_json(
            {
                "type": "hello",
                "num_connections": len(self.connections) + 1,
                "connection_info": {"app_id": self.app_id},
                "debug_info": {"host": "applink-local", "approximate_connection_time": 18060},
            }
        )
        self.connections.append(connection)
        self._announce()
        try:
            while True:
                self._acknowledge(connection, await socket.receive_text())
        except (WebSocketDisconnect, RuntimeError):
            pass
        finally:
            self._lose(connection)

    def _acknowledge(self, connection: Connection, text: str) -> None:
        try:
            message = json.loads(text)
        except ValueError:
            return
        waiting = connection.waiting.pop(message.get("envelope_id", ""), None)
        if waiting is not None and not waiting.done():
            waiting.set_result(message.get("payload"))

    def _lose(self, connection: Connection) -> None:
        if connection in self.connections:
            self.connections.remove(connection)
        for waiting in connection.waiting.values():
            if not waiting.done():
                waiting.set_exception(ConnectionLostError())
        connection.waiting.clear()
        self._announce()

    def _announce(self) -> None:
        if self._changed is not None:
            self._changed.set()
        self._changed = asyncio.Event()

    async def _connection(self) -> Connection | None:
        """The connection whose turn it is, waiting a little for one to appear."""
        with suppress(TimeoutError):
            async with asyncio.timeout(self.ack_seconds):
                while not self.usable:
                    if self._changed is None:
                        self._changed = asyncio.Event()
                    await self._changed.wait()
        usable = self.usable
        if not usable:
            return None
        self._turn += 1
        return usable[self._turn % len(usable)]

    async def deliver(self, delivery: Delivery) -> None:
        """Send until acknowledged, at most four times; a person is answered after the first timeout.

        What was never sent, because there is no connection, is lost; what was sent waits for the next one.
        """
        reason = ""
        for _ in range(MAX_ATTEMPTS):
            connection = await self._connection()
            if connection is None:
                delivery.reply(Answer(error="dispatch_failed"))
                if not reason:
                    return
                continue
            try:
                body = await self._attempt(connection, delivery, reason)
            except TimeoutError:
                reason = "timeout"
                delivery.reply(Answer(error="operation_timeout"))
            except (ConnectionLostError, WebSocketDisconnect, RuntimeError):
                reason = "connection_failed"
                self._lose(connection)
            else:
                delivery.reply(Answer(body=body))
                return
            delivery.attempts.append(reason)

    async def _attempt(self, connection: Connection, delivery: Delivery, reason: str) -> JSON | None:
        envelope_id = str(uuid.uuid4())
        envelope: JSON = {
            "envelope_id": envelope_id,
            "type": delivery.kind,
            "payload": delivery.payload,
            "accepts_response_payload": delivery.accepts_response,
        }
        if delivery.kind == EVENTS:
            envelope |= {"retry_attempt": len(delivery.attempts), "retry_reason": reason}
        waiting: asyncio.Future[JSON | None] = asyncio.get_running_loop().create_future()
        connection.waiting[envelope_id] = waiting
        try:
            await connection.socket.send_json(envelope)
            async with asyncio.timeout(self.ack_seconds):
                return await waiting
        finally:
            connection.waiting.pop(envelope_id, None)

    async def say_goodbye(self, reason: str) -> None:
        """Ask every connection to reconnect; but for a `warning`, close it once nothing waits any more."""
        message = {"type": "disconnect", "reason": reason, "debug_info": {"host": "applink-local"}}
        for connection in list(self.connections):
            with suppress(WebSocketDisconnect, RuntimeError):
                await connection.socket.send_json(message)
            if reason != "warning":
                connection.retiring = True
                if connection.waiting:
                    await asyncio.wait(connection.waiting.values(), timeout=self.ack_seconds)
                await self._close(connection)

    async def drop(self) -> None:
        """Close every connection without a word."""
        for connection in list(self.connections):
            connection.retiring = True
            await self._close(connection)

    async def _close(self, connection: Connection) -> None:
        with suppress(WebSocketDisconnect, RuntimeError):  # the other end may have gone just now
            await connection.socket.close(code=1001)
        self._lose(connection)
