"""The composition root: the only module that sees every part."""

from __future__ import annotations

import socket
import threading
from contextlib import suppress
from datetime import datetime
from typing import TYPE_CHECKING, Any, cast

import structlog
from slack_sdk.errors import SlackClientError
from slack_sdk.socket_mode.interval_runner import IntervalRunner

from bot.clock import Clock
from bot.delivery import Door
from bot.logs import configure_logs
from bot.posts import trouble_of
from bot.roster import Roster
from bot.scheduler import Folded, tick
from bot.services.derived import derive
from bot.settings import Settings
from bot.settling import Outcome
from bot.tokens import Tokens
from handlers.turn import Parts
from handlers.worlds import Worlds
from storage.database import open_database
from storage.deliveries import machine_now

if TYPE_CHECKING:
    from apscheduler.schedulers.background import BackgroundScheduler
    from slack_bolt import App
    from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler
    from slack_bolt.authorization import AuthorizeResult
    from slack_sdk.socket_mode.builtin import SocketModeClient

log = structlog.get_logger("lintas.app")

ROSTER_SECONDS = 300
ROSTER_RETRY_SECONDS = 10


class Lintas:
    """Every part, made once and given to whoever needs it. `start()` sets the clock and the door going."""

    def __init__(self, settings: Settings, clock: Clock | None = None):
        self.settings = settings
        self.clock = clock or Clock()
        self.database = open_database(settings.database_url, derive)
        self.tokens = Tokens(self.database, settings)
        self.roster = Roster(self.database, self.tokens, lang=settings.locale, zone=settings.timezone)
        self.door = Door(self.database, self.tokens, self.clock, self.roster)
        self.ticked_at: datetime | None = None  # machine time, for readiness
        self._bolt: App | None = None
        self._scheduler: BackgroundScheduler | None = None
        self._socket: SocketModeHandler | None = None
        self._ticking = threading.Lock()

    @property
    def bolt(self) -> App:
        """Slack's framework, with every entrance registered."""
        if self._bolt is None:
            self._bolt = self._build_bolt()
        return self._bolt

    def tick(self, now: datetime | None = None) -> tuple[list[Outcome], list[Folded]]:
        """One pass: what is due by now becomes deliveries, and everything that can be posted is."""
        with self._ticking:
            folded = tick(self.database, now or self.clock.now())
            self.ticked_at = machine_now()
        return self.door.drain(), folded

    def start(self) -> None:
        """Set the door and the clock going, and read who is where in the background."""
        self.door.start()
        threading.Thread(target=self._first_roster, name="roster", daemon=True).start()
        if self.settings.tick_seconds:
            self._start_clock()

    def connect_socket(self) -> None:
        """Answer Slack over Socket Mode from now on; SlackClientError or OSError where it is not there."""
        from slack_bolt.adapter.socket_mode.builtin import SocketModeHandler

        assert self.settings.slack_app_token is not None
        if self._socket is None:
            self._socket = SocketModeHandler(
                self.bolt,
                self.settings.slack_app_token,
                web_client=self.tokens.client_with(self.settings.slack_bot_token or ""),
                concurrency=16,
            )
            _look_often(self._socket.client)
        self._socket.client.connect_to_new_endpoint(force=True)

    def stop(self) -> None:
        """Let what is under way end, then close everything."""
        if self._socket is not None:
            _hang_up(self._socket)
        if self._scheduler is not None:
            self._scheduler.shutdown(wait=True)
        self.door.stop()
        self.database.close()

    def _build_bolt(self) -> App:
        from slack_bolt import App

        import handlers

        def authorize(team_id: str | None) -> AuthorizeResult | None:
            return self.tokens.authorize(team_id)

        app = App(
            name="lintas",
            signing_secret=self.settings.slack_signing_secret or "unset",
            authorize=cast(Any, authorize),  # None says “not installed”, which its type forgets
            request_verification_enabled=True,
            process_before_response=True,
            attaching_conversation_kwargs_enabled=False,
        )
        handlers.register(
            app,
            Parts(
                database=self.database,
                clock=self.clock,
                door=self.door,
                tokens=self.tokens,
                worlds=Worlds(),
                lang=self.settings.locale,
                zone=self.settings.timezone,
            ),
        )
        return app

    def _start_clock(self) -> None:
        from apscheduler.schedulers.background import BackgroundScheduler

        options = {"coalesce": True, "max_instances": 1, "misfire_grace_time": None}
        self._scheduler = BackgroundScheduler(job_defaults=options, timezone="UTC")
        self._scheduler.add_job(self._tick_job, "interval", seconds=self.settings.tick_seconds)
        self._scheduler.add_job(self._roster_job, "interval", seconds=ROSTER_SECONDS)
        self._scheduler.start()
        self._tick_job()

    def _tick_job(self) -> None:
        try:
            with self._ticking:
                tick(self.database, self.clock.now())
                self.ticked_at = machine_now()
        except Exception:
            log.exception("tick_failed")
        self.door.wake()

    def _first_roster(self) -> None:
        """Read Slack until it has answered once: it may be down when Lintas starts."""
        while not self._roster_job() and not self.door.stopping.wait(ROSTER_RETRY_SECONDS):
            pass

    def _roster_job(self) -> bool:
        if not self.settings.slack_bot_token:
            return True
        try:
            self.roster.sync_token(self.settings.slack_bot_token)
        except (SlackClientError, OSError) as problem:
            log.warning("slack_does_not_answer", problem=trouble_of(problem))
            return False
        except Exception:
            log.exception("roster_failed")
            return False
        return True


def _look_often(client: SocketModeClient) -> None:
    """Begin to read as soon as there is a connection: the client looks for one ten times a second."""
    client.current_session_runner.event.set()  # this one ends
    client.current_session_runner = IntervalRunner(client._run_current_session, 0.005).start()


def _hang_up(handler: SocketModeHandler) -> None:
    """Close the connection and end its threads, without the client's own `close()`, which waits for seconds.

    What is being answered ends first; what is not acknowledged Slack delivers again.
    """
    client = handler.client
    client.closed, client.auto_reconnect_enabled = True, False
    client.current_session_state.terminated = True
    for runner in (client.current_session_runner, client.current_app_monitor, client.message_processor):
        runner.event.set()
    session = client.current_session
    if session is not None and (line := session.sock) is not None:
        with suppress(OSError):
            line.shutdown(socket.SHUT_RDWR)
        client.current_session_runner.thread.join(5)  # it may disconnect too, and twice at once fails
        with suppress(OSError):
            session.disconnect()
    client.message_workers.shutdown()


def build_app(settings: Settings, clock: Clock | None = None) -> Lintas:
    """Everything, wired and at rest: nothing runs and nothing was read from Slack."""
    configure_logs(settings.log_level)
    return Lintas(settings, clock)
