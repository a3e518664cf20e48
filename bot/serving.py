"""The bot as a process: ready, connected, stopped in order."""

from __future__ import annotations

import errno
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from math import inf
from queue import Empty, SimpleQueue

import structlog
import uvicorn
from slack_sdk.errors import SlackClientError

from bot.app import Lintas, build_app
from bot.posts import trouble_of
from bot.settings import Settings
from bot.web import build_web
from storage.migrate import migrate

log = structlog.get_logger("lintas")


def serve(settings: Settings) -> None:
    """Migrate, start the clock and the door, answer Slack; returns when told to stop.

    OSError where the port cannot be had, before anything else is done.
    """
    listener = None if settings.slack_app_token else _listen(settings.host, settings.port)
    migrate(settings.database_url)
    lintas = build_app(settings)
    lintas.bolt  # noqa: B018 - built before the first request, which must not wait for it
    lintas.start()
    stop = StopSignal()  # over HTTP too: uvicorn raises the signal again once it has stopped
    try:
        if listener is None:
            _over_socket(lintas, stop)
        else:
            log.info("listening", host=settings.host, port=settings.port)
            config = uvicorn.Config(
                build_web(lintas), log_level="warning", access_log=False, timeout_graceful_shutdown=5
            )
            uvicorn.Server(config).run([listener])
    finally:
        lintas.stop()


def serve_locally(url: str, *, port: int, seeded: bool) -> None:
    """A local Slack with Lintas in it; prints where it is and stays until told to stop."""
    from bot.locally import local_workspace

    stop = StopSignal()
    with _port(port, "--port"), local_workspace(url, port=port, seeded=seeded) as (slack, _):
        print(f"Lintas is in a local Slack workspace: open {slack.url}", flush=True)  # noqa: T201
        stop.wait()


def _listen(host: str, port: int) -> socket.socket:
    """The port, held: who connects from now on is answered once Lintas is ready."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with _port(port, "PORT"):
        return socket.create_server((host, port), family=family)


@contextmanager
def _port(port: int, name: str) -> Iterator[None]:
    """Say of a port that cannot be had by what name to choose another."""
    try:
        yield
    except OSError as problem:
        if problem.errno == errno.EADDRINUSE:
            raise OSError(f"Port {port} is in use already: choose another with {name}.") from None
        if problem.errno == errno.EACCES:
            raise OSError(f"Port {port} may not be listened on: choose another with {name}.") from None
        raise


def _over_socket(lintas: Lintas, stop: StopSignal) -> None:
    """Connect, again and again while Slack does not answer; then stay."""
    seconds = 1.0
    while True:
        try:
            lintas.connect_socket()
            break
        except (SlackClientError, OSError) as problem:
            log.warning("slack_does_not_answer", problem=trouble_of(problem), again_in=seconds)
            if stop.wait(seconds):
                return
            seconds = min(seconds * 2, 60)
    log.info("connected")
    stop.wait()


class StopSignal:
    """SIGINT or SIGTERM, waited for by the thread that gets it.

    Not an Event: its lock may be held by that very thread. Looked at every second: a signal that comes just
    before a wait begins does not end it.
    """

    def __init__(self) -> None:
        self._told: SimpleQueue[int] = SimpleQueue()
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, lambda given, _: self._told.put(given))

    def wait(self, seconds: float = inf) -> bool:
        """Whether it came within so many seconds."""
        while seconds > 0:
            with suppress(Empty):
                self._told.get(timeout=min(seconds, 1.0))
                return True
            seconds -= 1.0
        return False
