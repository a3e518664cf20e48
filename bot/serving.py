"""The bot as a process: ready, connected, stopped in order."""

from __future__ import annotations

import signal
import threading

import structlog
import uvicorn
from slack_sdk.errors import SlackClientError

from bot.app import Lintas, build_app
from bot.settings import Settings
from bot.web import build_web
from storage.migrate import migrate

log = structlog.get_logger("lintas")


def serve(settings: Settings) -> None:
    """Migrate, start the clock and the door, answer Slack; returns when told to stop."""
    migrate(settings.database_url)
    lintas = build_app(settings)
    lintas.bolt  # noqa: B018 - built before the first request, which must not wait for it
    lintas.start()
    stop = _stop_signal()  # over HTTP too: uvicorn raises the signal again once it has stopped
    try:
        if settings.slack_app_token:
            _over_socket(lintas, stop)
        else:
            log.info("listening", host=settings.host, port=settings.port)
            uvicorn.run(
                build_web(lintas),
                host=settings.host,
                port=settings.port,
                log_level="warning",
                access_log=False,
                timeout_graceful_shutdown=5,
            )
    finally:
        lintas.stop()


def serve_locally(url: str, *, port: int, seeded: bool) -> None:
    """A local Slack with Lintas in it; prints where it is and stays until told to stop."""
    from bot.locally import local_workspace

    stop = _stop_signal()
    with local_workspace(url, port=port, seeded=seeded) as (slack, _):
        print(f"Lintas is in a local Slack workspace: open {slack.url}", flush=True)  # noqa: T201
        stop.wait()


def _over_socket(lintas: Lintas, stop: threading.Event) -> None:
    """Connect, again and again while Slack does not answer; then stay."""
    seconds = 1.0
    while not stop.is_set():
        try:
            lintas.connect_socket()
            break
        except (SlackClientError, OSError) as problem:
            log.warning("slack_does_not_answer", problem=type(problem).__name__, again_in=seconds)
            stop.wait(seconds)
            seconds = min(seconds * 2, 60)
    log.info("connected")
    stop.wait()


def _stop_signal() -> threading.Event:
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    return stop
