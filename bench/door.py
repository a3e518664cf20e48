"""How fast the door empties its queue of what fell due at one instant, and how many of it Slack hears.

Beside it the same posts by as many threads with no queue, and as jobs of APScheduler in a SQLAlchemy store.
"""

from __future__ import annotations

import http.client
import json
import sqlite3
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta, tzinfo
from functools import partial
from pathlib import Path
from unittest.mock import patch

from apscheduler.executors.pool import ThreadPoolExecutor as JobThreads
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from slack_sdk import WebClient
from sqlalchemy import Engine, create_engine, event

from bench.digests import NOW, office
from bench.figures import Figure, figure, ratios
from bench.processes import free_port, server
from bot.answers import Answer
from bot.app import Lintas
from bot.delivery import WORKERS
from bot.line import Line
from bot.logs import configure_logs
from storage.deliveries import enqueue

_line = Line()
_clients: dict[int, WebClient] = {}


def measure(directory: Path, *, rounds: int, posts: int) -> list[Figure]:
    """A queue of so many deliveries, each to somebody else, as sentences and as the cards of tasks."""
    port = free_port()
    with server([sys.executable, "-m", "bench.yes_slack", str(port)], port, directory):
        bare = [_heard_all(port, posts, partial(_bare, port, posts)) for _ in range(rounds)]
        lintas = office(directory, "door", tasks=posts, members=posts, api=f"http://127.0.0.1:{port}/api/")
        plain: list[float] = []
        cpu: list[float] = []
        for number in range(rounds):
            _queue(lintas, posts, cause=str(number), card=False)
            before = time.process_time()
            plain.append(_heard_all(port, posts, partial(_drained, lintas, posts)))
            cpu.append((time.process_time() - before) / posts * 1000)
        _queue(lintas, posts, cause="cards", card=True)
        cards = _heard_all(port, posts, partial(_drained, lintas, posts))
        lintas.stop()
        jobs = _jobs(directory, port, posts, grace=None)
        punctual = _jobs(directory, port, posts, grace=1)
    return [
        figure("posts by as many threads, no queue", bare, "/s"),
        figure(f"{posts:,} sentences due at once, through the door", plain, "/s", at_least=1000),
        figure("  against those", ratios(plain, bare), ""),
        figure("  processor, each", cpu, "ms"),
        figure("  lost", [0.0], "", at_most=0),
        figure(f"{posts:,} cards of tasks, through the door", [cards], "/s"),
        figure(f"{posts:,} jobs of APScheduler in a SQLAlchemy store", [jobs.rate], "/s"),
        figure("  lost", [jobs.lost], ""),
        figure("  the door against them", [one / jobs.rate for one in plain], "×"),
        figure("  lost with the grace time that is its default", [punctual.lost], ""),
    ]


# --- the door ----------------------------------------------------------------------------------


def _queue(lintas: Lintas, posts: int, *, cause: str, card: bool) -> None:
    """Something to say to every member."""
    with lintas.database.writing() as session:
        for member in range(1, posts + 1):
            said = Answer("something_wrong", {"reference": "3f2a"})
            enqueue(
                session,
                workspace_id=1,
                kind="answer",
                target=f"U{member}",
                cause=cause,
                body={
                    "answer": (Answer("task_card", {"task": member}, member) if card else said).to_json(),
                    "member": member,
                },
                said_at=NOW,
            )


def _drained(lintas: Lintas, posts: int) -> float:
    started = time.perf_counter()
    ended = lintas.door.drain()
    took = time.perf_counter() - started
    if [one.state for one in ended] != ["sent"] * posts:
        raise RuntimeError("not every delivery was sent, once")
    return posts / took


# --- what it is measured against ---------------------------------------------------------------


def post(port: int, channel: str) -> None:
    """One post as the door makes it, of a text that is there already."""
    if port not in _clients:
        _clients[port] = WebClient("xoxb-bench", base_url=f"http://127.0.0.1:{port}/api/")
    said = {"channel": channel, "text": "Kirim formulir pinjaman ke museum"}
    _line.call(_clients[port], "chat.postMessage", said)


def _bare(port: int, posts: int) -> float:
    with ThreadPoolExecutor(WORKERS) as pool:
        started = time.perf_counter()
        list(pool.map(lambda number: post(port, f"U{number}"), range(posts)))
        return posts / (time.perf_counter() - started)


class Jobs:
    """How many jobs ran in a second, and how many never did."""

    def __init__(self, rate: float, lost: float):
        self.rate = rate
        self.lost = lost


def _jobs(directory: Path, port: int, posts: int, *, grace: int | None) -> Jobs:
    """A job for every post, due at one instant, run by as many threads as the door has."""
    configure_logs()
    scheduler = BackgroundScheduler(
        jobstores={"default": SQLAlchemyJobStore(engine=_engine(f"sqlite:///{directory}/jobs{grace}.db"))},
        executors={"default": JobThreads(WORKERS)},
        job_defaults={"misfire_grace_time": grace},
        timezone="UTC",
    )
    tomorrow = datetime.now(UTC) + timedelta(days=1)
    scheduler.start(paused=True)
    for number in range(posts):
        scheduler.add_job(post, "date", run_date=tomorrow, args=(port, f"U{number}"))
    with _as_if_it_were(tomorrow):
        started = time.perf_counter()
        scheduler.resume()
        while scheduler.get_jobs():
            time.sleep(0.1)
        scheduler.shutdown(wait=True)
        took = time.perf_counter() - started
    heard = _heard(port)["posts"]
    return Jobs(heard / took, posts - heard)


def _engine(url: str) -> Engine:
    """SQLite with the settings that Lintas gives it: with its own, each job waits for the disk."""
    engine = create_engine(url)

    @event.listens_for(engine, "connect")
    def _(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA journal_mode=WAL")
        connection.execute("PRAGMA synchronous=NORMAL")

    return engine


@contextmanager
def _as_if_it_were(instant: datetime) -> Iterator[None]:
    """Let APScheduler's clock go on from that instant: to add the jobs takes longer than any head start."""
    ahead = instant - datetime.now(UTC)

    class Ahead(datetime):
        @classmethod
        def now(cls, tz: tzinfo | None = None) -> datetime:  # type: ignore[override]
            return datetime.now(tz) + ahead

    with (
        patch("apscheduler.schedulers.base.datetime", Ahead),
        patch("apscheduler.executors.base.datetime", Ahead),
    ):
        yield


# --- what Slack heard --------------------------------------------------------------------------


def _heard(port: int) -> dict[str, int]:
    """How many posts Slack heard since it was last asked, and in how many channels."""
    with _connection(port) as connection:
        connection.request("GET", "/heard")
        told: dict[str, int] = json.loads(connection.getresponse().read())
        return told


@contextmanager
def _connection(port: int) -> Iterator[http.client.HTTPConnection]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        yield connection
    finally:
        connection.close()


def _heard_all(port: int, posts: int, work: Callable[[], float]) -> float:
    """What the work measured; RuntimeError unless Slack heard each post once."""
    _heard(port)
    measured = work()
    heard = _heard(port)
    if heard != {"posts": posts, "channels": posts}:
        raise RuntimeError(f"{posts} posts were to be made, and Slack heard {heard}")
    return measured
