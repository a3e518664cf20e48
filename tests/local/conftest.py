"""A local workspace with a small real Bolt app connected to it over either transport."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
from slack_bolt import App, BoltRequest
from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
from slack_sdk import WebClient

from bot.local.person import Person
from bot.local.server import LocalSlack

SCOPES = [
    "commands", "chat:write", "app_mentions:read", "channels:history", "groups:history", "im:history",
    "mpim:history", "channels:read", "groups:read", "im:read", "im:write", "mpim:read", "users:read",
    "users:read.email", "reactions:read", "files:read", "files:write", "links:read", "links:write",
    "team:read",
]  # fmt: skip
EVENTS = [
    "app_mention", "message.channels", "message.groups", "message.im", "message.mpim", "app_home_opened",
    "reaction_added", "reaction_removed", "member_joined_channel", "member_left_channel",
    "channel_archive", "channel_unarchive", "channel_rename", "channel_deleted", "group_archive",
    "group_unarchive", "group_rename", "group_deleted", "channel_id_changed", "user_change", "team_join",
    "app_uninstalled", "tokens_revoked", "link_shared",
]  # fmt: skip


def manifest(**home: bool) -> dict[str, Any]:
    """The manifest of the app the tests connect."""
    return {
        "display_information": {"name": "Lintas"},
        "features": {
            "app_home": {"home_tab_enabled": True, "messages_tab_enabled": True} | home,
            "bot_user": {"display_name": "Lintas"},
            "slash_commands": [
                {"command": "/task", "description": "Tasks", "should_escape": True},
                {"command": "/plain", "description": "Unescaped", "should_escape": False},
            ],
            "shortcuts": [
                {"name": "Make a task", "type": "message", "callback_id": "make", "description": "…"},
                {"name": "New task", "type": "global", "callback_id": "new", "description": "…"},
            ],
            "unfurl_domains": ["lintas.example"],
        },
        "oauth_config": {"scopes": {"bot": SCOPES}},
        "settings": {
            "event_subscriptions": {"bot_events": EVENTS},
            "interactivity": {"is_enabled": True},
            "socket_mode_enabled": True,
        },
    }


class TestClock:
    """A present that moves only when told."""

    __test__ = False

    def __init__(self) -> None:
        self.present = datetime(2026, 11, 24, 9, 0, tzinfo=timezone(timedelta(hours=7)))

    def now(self) -> datetime:
        """The present."""
        return self.present

    def move(self, to: datetime) -> None:
        """Make `to` the present."""
        self.present = to

    def next_event(self) -> datetime | None:
        """Nothing is planned."""
        return None


class Machine:
    """Machine time that moves only when told."""

    def __init__(self) -> None:
        self.seconds = 1000.0

    def __call__(self) -> float:
        """Seconds."""
        return self.seconds


@pytest.fixture
def machine() -> Machine:
    """Machine time of `slack`."""
    return Machine()


@pytest.fixture
def slack(machine: Machine) -> Iterator[LocalSlack]:
    """A running workspace without an app; 0.3 s to acknowledge, repetitions at once."""
    server = LocalSlack(
        manifest(), TestClock(), machine=machine, ack_seconds=0.3, settle_seconds=8, retry_delays=(0, 0, 0)
    )
    with server:
        yield server


@pytest.fixture
def client(slack: LocalSlack) -> WebClient:
    """The app's Web API client, without retries."""
    return WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[], timeout=2)


@pytest.fixture
def maya(slack: LocalSlack) -> Person:
    """A full member."""
    return Person(slack, slack.add_user("maya", real_name="Maya Sari", email="maya@lumbung.example"))


@pytest.fixture
def rani(slack: LocalSlack) -> Person:
    """Another full member."""
    return Person(slack, slack.add_user("rani", real_name="Rani Putri", email="rani@lumbung.example"))


@dataclass
class Heard:
    """What the app has received, in order."""

    bodies: list[dict[str, Any]] = field(default_factory=list)
    headers: list[Any] = field(default_factory=list)

    @property
    def events(self) -> list[dict[str, Any]]:
        """Inner events."""
        return [b["event"] for b in self.bodies if "event" in b]

    def of(self, kind: str) -> list[dict[str, Any]]:
        """Events of a type, or interactions."""
        return [e for e in self.events if e["type"] == kind] or [
            b for b in self.bodies if b.get("type") == kind
        ]


@dataclass
class Connected:
    """A Bolt app and how to let go of it."""

    app: App
    heard: Heard
    close: Any


def bolt_app(slack: LocalSlack) -> tuple[App, Heard]:
    """A Bolt app that records everything and acknowledges what nobody listens to."""
    heard = Heard()
    app = App(
        client=WebClient(slack.bot_token, base_url=slack.api_url),
        signing_secret=slack.signing_secret,
        process_before_response=True,
        token_verification_enabled=False,
        raise_error_for_unhandled_request=False,
    )
    logging.getLogger("slack_bolt").setLevel(logging.CRITICAL)
    app.logger.setLevel(logging.CRITICAL)

    @app.use
    def record(body: dict[str, Any], req: BoltRequest, next: Any) -> None:
        heard.bodies.append(body)
        heard.headers.append(req.headers)
        next()

    return app, heard


def rest(app: App) -> None:
    """Acknowledge whatever no earlier listener took."""
    app.event({"type": "message", "subtype": None})(lambda ack: ack())
    for event in EVENTS:
        app.event(event.partition(".")[0])(lambda ack: ack())
    app.event("message")(lambda ack: ack())


@pytest.fixture
def connect(slack: LocalSlack) -> Iterator[Any]:
    """`connect(app)` over Socket Mode, `connect(app, http=True)` over signed HTTP."""
    closers: list[Any] = []

    def connecting(app: App, *, http: bool = False) -> None:
        if http:
            server = serve(app)
            closers.append(lambda: (server.shutdown(), server.server_close()))
            slack.connect_http(f"http://127.0.0.1:{server.server_address[1]}/slack/events")
            return
        handler = SocketModeHandler(app, slack.app_token)
        handler.client.logger.setLevel(logging.CRITICAL)
        handler.connect()
        slack.wait_connected()
        closers.append(lambda: close_socket(slack, handler))

    yield connecting
    for close in closers:
        close()


def close_socket(slack: LocalSlack, handler: SocketModeHandler) -> None:
    """End a connection and its threads; the client's own `close()` waits for seconds and may close twice."""
    client = handler.client
    client.closed, client.auto_reconnect_enabled = True, False
    client.current_session_state.terminated = True
    slack.hang_up()
    client.current_session_runner.shutdown()
    client.current_app_monitor.shutdown()
    client.message_processor.event.set()
    client.enqueue_message("")
    client.message_processor.shutdown()
    client.message_workers.shutdown()
    client.disconnect()


def serve(app: App) -> ThreadingHTTPServer:
    """The app behind a plain HTTP server."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            response = app.dispatch(BoltRequest(body=body, headers=dict(self.headers.items())))
            self.send_response(response.status)
            for name, values in response.headers.items():
                self.send_header(name, values[0])
            content = (response.body or "").encode()
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *args: Any) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    return server
