"""What is on its way to the app, over whichever transport it has connected."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from concurrent.futures import Future
from dataclasses import dataclass, field
from typing import Protocol

from bot.local.model import Channel
from bot.local.payloads import event_callback, subscription
from bot.local.ports import JSON
from bot.local.workspace import Workspace

EVENTS = "events_api"
COMMANDS = "slash_commands"
INTERACTIVE = "interactive"
MAX_ATTEMPTS = 4


@dataclass
class Answer:
    """The app's acknowledgement with its body, or Slack's word for why there was none."""

    body: JSON | None = None
    error: str | None = None


@dataclass
class Delivery:
    """One payload to the app; `answer` is what the person waits for, `settled` the end of all attempts."""

    kind: str
    payload: JSON
    accepts_response: bool = False
    attempts: list[str] = field(default_factory=list)
    answer: Future[Answer] = field(default_factory=Future)

    def reply(self, answer: Answer) -> None:
        """Give the person their answer, unless they already have one."""
        if not self.answer.done():
            self.answer.set_result(answer)

    def describe(self) -> str:
        """A few words for error messages."""
        body = self.payload
        name = body.get("event", body).get("type") or body.get("command")
        return f"{self.kind} {name} (attempt {len(self.attempts) or 1})"


class Transport(Protocol):
    """A way to the app."""

    async def deliver(self, delivery: Delivery) -> None:
        """Send, await the acknowledgement, repeat as Slack does; always replies to the delivery."""
        ...


class Deliveries:
    """Hands payloads to the transport and knows which have not come to an end yet."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.transport: Transport | None = None
        self.loop: asyncio.AbstractEventLoop | None = None
        self.each_event = 1
        self.started = 0
        self.log: deque[Delivery] = deque(maxlen=1000)
        self._open: list[Delivery] = []
        self._quiet = threading.Condition()
        self._tasks: set[asyncio.Task[None]] = set()
        workspace.emit = self.emit

    def emit(self, event: JSON, channel: Channel | None) -> None:
        """Deliver an event if the manifest subscribes to it and the app may see it."""
        workspace = self.workspace
        if not workspace.installed or subscription(event, channel) not in workspace.manifest.events:
            return
        if channel is not None and workspace.bot.id not in channel.members:
            return
        body = event_callback(workspace, event, channel)
        for number in range(self.each_event):
            self.send(Delivery(EVENTS, body, attempts=["repeated"] * number))

    def send(self, delivery: Delivery) -> Delivery:
        """Start a delivery; returns at once."""
        loop = self.loop
        if self.transport is None or loop is None or not loop.is_running():
            delivery.reply(Answer(error="dispatch_failed"))
            return delivery
        with self._quiet:
            self.started += 1
            self.log.append(delivery)
            self._open.append(delivery)
        loop.call_soon_threadsafe(self._start, delivery)
        return delivery

    def _start(self, delivery: Delivery) -> None:
        task = asyncio.ensure_future(self._run(delivery))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _run(self, delivery: Delivery) -> None:
        transport = self.transport
        try:
            if transport is not None:
                await transport.deliver(delivery)
        finally:
            delivery.reply(Answer(error="dispatch_failed"))
            with self._quiet:
                self._open.remove(delivery)
                self._quiet.notify_all()

    def wait_quiet(self, seconds: float) -> int:
        """Block until nothing is on its way; returns how many deliveries were ever started."""
        deadline = time.monotonic() + seconds
        with self._quiet:
            while self._open:
                left = deadline - time.monotonic()
                if left <= 0:
                    names = ", ".join(d.describe() for d in self._open)
                    raise TimeoutError(f"the app has not acknowledged within {seconds} s: {names}")
                self._quiet.wait(left)
            return self.started
