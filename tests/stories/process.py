"""Lintas as processes of their own, in the office's Slack and on its database."""

from __future__ import annotations

import multiprocessing
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from tests.stories.conftest import Office

LINTAS = "import sys; sys.argv[0] = 'lintas'; from bot.cli import main; main()"

ENDS_BEFORE_IT_ANSWERS = """
import os, signal, sys
from bot.delivery import Door
wake = Door.wake

def wake_after_commit(door):
    if sys._getframe(1).f_code.co_name == "exchange":
        os.kill(os.getpid(), signal.SIGKILL)
    wake(door)

Door.wake = wake_after_commit
"""
ENDS_BEFORE_IT_SETTLES = """
import os, signal
from bot import delivery
record = delivery.record

def record_no_post(session, ended, now):
    if ended.ts is not None:
        os.kill(os.getpid(), signal.SIGKILL)
    return record(session, ended, now)

delivery.record = record_no_post
"""


def environment(office: Office, **more: str) -> dict[str, str]:
    """What an operator sets for this office's workspace and database."""
    slack = office.slack
    known = {
        "DATABASE_URL": office.url,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "LINTAS_TICK_SECONDS": "1",
        "PYTHONFAULTHANDLER": "1",
    }
    if office.transport == "socket":
        known["SLACK_APP_TOKEN"] = slack.app_token
    return {**os.environ, **known, **more}


def lintas(office: Office, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    """Run a command to its end."""
    return subprocess.run(
        [sys.executable, "-c", LINTAS, *arguments],
        env=environment(office, **more),
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


_forks = multiprocessing.get_context("forkserver")  # a process that has loaded Lintas once, and its children
_forks.set_forkserver_preload(["bot.app", "bot.cli", "bot.passes"])


def ticks(office: Office, *, before: str = "", arguments: Sequence[str] = ()) -> Any:
    """`lintas tick` begun in a process of its own that runs `before` first; join it for its `exitcode`."""
    process = _forks.Process(target=_tick, args=(environment(office), before, arguments))
    process.start()
    return process


def _tick(environment: dict[str, str], before: str, arguments: Sequence[str]) -> None:
    os.environ.update(environment)
    sys.argv = ["lintas", "tick", *arguments]
    exec(before, {})
    from bot.cli import main

    main()


@contextmanager
def running(office: Office, before: str = "", *, connected: bool = True) -> Iterator[subprocess.Popen[str]]:
    """`lintas run`, ready to be spoken to over the office's transport; `before` is run in it first."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        port = found.getsockname()[1]
    process = subprocess.Popen(
        [sys.executable, "-c", before + LINTAS, "run"],
        env=environment(office, PORT=str(port)),
        stderr=subprocess.PIPE,
        text=True,
    )
    lines: list[str] = []
    reader = threading.Thread(target=lambda: lines.extend(process.stderr or ()), daemon=True)
    reader.start()
    process.lines = lines  # type: ignore[attr-defined]
    process.url = f"http://127.0.0.1:{port}"  # type: ignore[attr-defined]
    office.slack.idle = lambda: None
    try:
        if office.transport == "http":
            eventually(lambda: listens(port), "it listens")
            office.slack.connect_http(f"http://127.0.0.1:{port}/slack/events")
        elif connected:
            office.slack.wait_connected(seconds=20)
        yield process
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGABRT)  # it says where its threads are
            process.wait(20)
            reader.join(5)
            raise AssertionError("it does not stop:\n" + "".join(lines)) from None
        reader.join(5)
        if process.stderr is not None:
            process.stderr.close()


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def eventually(holds: Callable[[], Any], what: str, seconds: float = 20.0) -> None:
    """Wait until it holds: for another process nobody here can say when it is done."""
    deadline, pause = time.monotonic() + seconds, threading.Event()
    while not holds():
        assert time.monotonic() < deadline, f"not within {seconds} s: {what}"
        pause.wait(0.02)
