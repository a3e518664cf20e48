"""`LocalSlack`: the workspace on a port of this machine, in a thread of its own."""

from __future__ import annotations

import asyncio
import socket
import threading
import time
from collections.abc import Callable, Coroutine, Iterable, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any

import uvicorn
from starlette.applications import Starlette
from uvicorn.server import ServerState

from bot.local import api_chat, api_conversations, api_files, api_people, api_views
from bot.local.deliveries import Deliveries
from bot.local.faults import Faults
from bot.local.http_delivery import SLACK_RETRY_DELAYS, HttpDelivery
from bot.local.manifest import read_manifest
from bot.local.model import Channel, ChannelKind, User
from bot.local.page_api import PageApi
from bot.local.ports import JSON, Clock, Idle, Inspector, MachineClock, Manifest
from bot.local.socket_mode import SocketMode
from bot.local.web_api import Call, WebApi
from bot.local.wire import CuttableProtocol, Wire
from bot.local.workspace import Workspace

METHODS = {
    **api_people.METHODS,
    **api_conversations.METHODS,
    **api_chat.METHODS,
    **api_views.METHODS,
    **api_files.METHODS,
}


class LocalSlack:
    """A strict Slack on 127.0.0.1: Web API, Socket Mode or signed HTTP, and what people do in it.

    `idle` blocks until the app has nothing in flight; `machine` counts the life of triggers and response
    URLs; `ack_seconds` is how long the app has to acknowledge; `retry_delays` are the pauses in seconds
    before each repetition of an event over HTTP.
    """

    def __init__(
        self,
        manifest: Manifest,
        clock: Clock,
        *,
        idle: Idle = lambda: None,
        machine: MachineClock = time.monotonic,
        inspector: Inspector | None = None,
        domain: str = "lumbung",
        port: int = 0,
        ack_seconds: float = 3.0,
        settle_seconds: float = 30.0,
        retry_delays: Sequence[float] = SLACK_RETRY_DELAYS,
    ) -> None:
        self.workspace = Workspace(read_manifest(manifest), clock, machine, domain=domain)
        self.idle = idle
        self.inspector = inspector
        self.settle_seconds = settle_seconds
        self.ack_seconds = ack_seconds
        self.retry_delays = retry_delays
        self.faults = Faults()
        self.deliveries = Deliveries(self.workspace)
        self.socket = SocketMode(self.workspace.app_id, ack_seconds)
        self.api = WebApi(self.workspace, METHODS, self.faults, self._open_socket)
        self._port = port
        self._stopping: asyncio.Event | None = None
        self._thread: threading.Thread | None = None
        self._http: HttpDelivery | None = None

    @property
    def url(self) -> str:
        """Where the workspace is, without a slash at the end."""
        return self.workspace.base_url

    @property
    def api_url(self) -> str:
        """The Web API's base, for `WebClient(base_url=…)`."""
        return f"{self.url}/api/"

    @property
    def bot_token(self) -> str:
        """The app's `xoxb-` token."""
        return self.workspace.bot_token

    @property
    def app_token(self) -> str:
        """The app's `xapp-` token, for Socket Mode."""
        return self.workspace.app_token

    @property
    def signing_secret(self) -> str:
        """What HTTP deliveries are signed with."""
        return self.workspace.signing_secret

    def _open_socket(self) -> str:
        return f"ws{self.url.removeprefix('http')}/link/?ticket={self.socket.ticket()}&app_id=local"

    def start(self) -> LocalSlack:
        """Listen; returns at once. Deliveries go over Socket Mode unless told otherwise."""
        listener = socket.create_server(("127.0.0.1", self._port))
        self.workspace.base_url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        routes = [*Wire(self.workspace, self.api, self.socket).routes(), *PageApi(self).routes()]
        config = uvicorn.Config(
            Starlette(routes=routes), http=CuttableProtocol, log_config=None, log_level="critical"
        )
        config.load()
        ready = threading.Event()
        self._thread = threading.Thread(
            target=asyncio.run, args=(self._serve(config, listener, ready),), name="local-slack", daemon=True
        )
        self._thread.start()
        ready.wait()
        self.deliveries.transport = self.socket
        return self

    async def _serve(self, config: uvicorn.Config, listener: socket.socket, ready: threading.Event) -> None:
        """Uvicorn's protocols without its `Server`, which looks only every 100 ms whether to stop."""
        loop, state = asyncio.get_running_loop(), ServerState()
        server = await loop.create_server(
            lambda: CuttableProtocol(config=config, server_state=state, app_state={}), sock=listener
        )
        self.deliveries.loop, self._stopping = loop, asyncio.Event()
        ready.set()
        await self._stopping.wait()
        server.close()

    def stop(self) -> None:
        """Close every connection and stop listening."""
        self.faults.slack_down = True
        with suppress(RuntimeError, TimeoutError):
            self.hang_up()
        loop = self.deliveries.loop
        if loop is not None and self._stopping is not None and loop.is_running():
            loop.call_soon_threadsafe(self._stopping.set)
        if self._thread is not None:
            self._thread.join(10)
        if self._http is not None:
            self._http.close()

    def __enter__(self) -> LocalSlack:
        """Start."""
        return self.start()

    def __exit__(self, *exc: object) -> None:
        """Stop."""
        self.stop()

    def on_loop(self, work: Coroutine[Any, Any, None]) -> None:
        """Run a coroutine on the server's loop and wait for it."""
        loop = self.deliveries.loop
        if loop is None or not loop.is_running():
            work.close()
            raise RuntimeError("the local workspace is not running")
        asyncio.run_coroutine_threadsafe(work, loop).result(10)

    def connect_http(self, url: str) -> None:
        """Deliver to this request URL from now on, once it has answered Slack's challenge."""
        http = HttpDelivery(url, self.signing_secret, self.ack_seconds, self.retry_delays)
        http.verify()
        self._http = http
        self.deliveries.transport = http

    def hang_up(self) -> None:
        """Close every Socket Mode connection without a word; what was unacknowledged is delivered again."""
        self.on_loop(self.socket.drop())

    def say_goodbye(self, reason: str = "refresh_requested") -> None:
        """Ask every Socket Mode connection to reconnect (`warning`, `refresh_requested`)."""
        self.on_loop(self.socket.say_goodbye(reason))

    def go_down(self) -> None:
        """Be unreachable: every call is cut, every connection closed, until `come_up`."""
        self.faults.slack_down = True
        self.hang_up()

    def come_up(self) -> None:
        """Be reachable again."""
        self.faults.slack_down = False

    def happens(self, what: Callable[..., Any], *args: Any, **facts: Any) -> None:
        """Let something of `happenings` happen, and settle: `slack.happens(rename, channel, "new-name")`."""
        what(self.workspace, *args, **facts)
        self.settle()

    def connect_socket(self) -> None:
        """Deliver over Socket Mode from now on."""
        self.deliveries.transport = self.socket

    def wait_connected(self, connections: int = 1, seconds: float = 10.0) -> None:
        """Block until the app has so many Socket Mode connections."""
        deadline = time.monotonic() + seconds
        while len(self.socket.usable) < connections:
            if time.monotonic() > deadline:
                raise TimeoutError(f"the app has {len(self.socket.usable)} connections, not {connections}")
            time.sleep(0.005)

    def settle(self) -> None:
        """Block until everything sent has been acknowledged and the app has nothing in flight."""
        deadline = time.monotonic() + self.settle_seconds
        while True:
            seen = self.deliveries.wait_quiet(self.settle_seconds)
            self.idle()
            if self.deliveries.wait_quiet(self.settle_seconds) == seen:
                return
            if time.monotonic() > deadline:
                raise TimeoutError(
                    f"not at rest after {self.settle_seconds} s: the app answers its own events"
                )

    def move_clock(self, to: datetime) -> None:
        """Make `to` the present; scheduled messages go out and the app does what fell due."""
        workspace = self.workspace
        workspace.clock.move(to)
        api_chat.post_due(Call(workspace, "chat.scheduleMessage", {}))
        with workspace.changing():
            pass
        self.settle()

    @property
    def refusals(self) -> list[JSON]:
        """Every Web API call, response or acknowledgement refused on its merits."""
        return self.api.refusals

    def add_user(self, name: str, **facts: Any) -> User:
        """A new person; see `Workspace.add_user`."""
        return self.workspace.add_user(name, **facts)

    def add_channel(
        self,
        name: str,
        *,
        members: Iterable[User] = (),
        kind: ChannelKind = "public",
        app: bool = True,
        **facts: Any,
    ) -> Channel:
        """A new channel with these members, and the app among them unless `app=False`."""
        everyone = [*members, *([self.workspace.bot] if app else [])]
        return self.workspace.add_channel(name, kind=kind, members=everyone, **facts)
