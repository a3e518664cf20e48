"""What the clock does: a digest of few and of many open tasks, and how fast the door empties its queue."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from slack_sdk import WebClient
from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.figures import Figure, figure, ratios
from bench.processes import free_port, server
from bot.answers import Answer, compose
from bot.app import Lintas, build_app
from bot.clock import FixedClock
from bot.delivery import WORKERS
from bot.saying import reader_for
from bot.settings import Settings
from storage.deliveries import enqueue
from storage.ids import new_id
from storage.migrate import migrate
from storage.models import Channel, Member, Task, TaskOwner, Workspace

NOW = datetime(2027, 1, 13, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
DAYS = (timedelta(-1), timedelta(1), timedelta(30), timedelta(60))
OPEN = "workspace_id = ? AND status = 'open' AND deleted_at IS NULL AND audience = 'workspace'"
GROUPS = (f"{OPEN} AND due_day < ?", f"{OPEN} AND due_day BETWEEN ? AND ?")


def office(directory: Path, name: str, *, tasks: int, members: int = 20, api: str = "") -> Lintas:
    """Lintas at rest over a database with so many open tasks, a quarter of them late."""
    url = f"sqlite:///{directory}/{name}.db"
    migrate(url)
    settings = Settings(
        _env_file=None,  # type: ignore[call-arg]
        database_url=url,
        slack_bot_token="xoxb-bench",
        slack_api_url=api or "http://127.0.0.1:9/",
    )
    lintas = build_app(settings, FixedClock(NOW))
    with Session(lintas.database.engine) as session, session.begin():
        workspace = Workspace(id=1, slack_team_id="T0BENCH", lang="id", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        session.add(
            Channel(id=1, workspace_id=1, slack_id="C1", kind="public", app_in=True, members_seen_at=NOW)
        )
        people = [
            Member(
                id=n,
                workspace_id=1,
                slack_id=f"U{n}",
                name=f"Member {n}",
                kind="full",
                memberships_seen_at=datetime.now(UTC),
            )
            for n in range(1, members + 1)
        ]
        session.add_all(people)
        session.flush()
        session.execute(insert(Task), [_task(n, members) for n in range(1, tasks + 1)])
        session.execute(
            insert(TaskOwner),
            [
                {"id": new_id(), "workspace_id": 1, "task_id": n, "member_id": n % members + 1}
                for n in range(1, tasks + 1)
            ],
        )
    return lintas


def _task(number: int, members: int) -> dict[str, object]:
    return {
        "id": number,
        "workspace_id": 1,
        "number": number,
        "title": f"Kirim formulir pinjaman {number} ke museum",
        "search_key": f"kirim formulir pinjaman {number} ke museum",
        "status": "open",
        "priority": "normal",
        "due_day": NOW.date() + DAYS[number % len(DAYS)],
        "audience": "workspace",
        "author_id": number % members + 1,
        "created_at": NOW,
    }


def digest(lintas: Lintas) -> str:
    """The channel's digest as it would be posted."""
    with lintas.database.reading() as session:
        reader = reader_for(session, lintas.clock, None, 1)
        assert reader is not None
        made = compose(reader, Answer("digest", {"channel": 1}))
        assert made is not None
        return json.dumps(made.message.to_dict())


def plainly(lintas: Lintas) -> list[object]:
    """The rows that the digest shows and their numbers, by SQL alone."""
    today = NOW.date()
    days: tuple[tuple[str, ...], ...] = ((str(today),), (str(today), str(today + timedelta(days=2))))
    found: list[object] = []
    connection = lintas.database.engine.raw_connection()
    try:
        cursor = connection.cursor()
        for group, between in zip(GROUPS, days, strict=True):
            asked = (1, *between)
            cursor.execute(f"SELECT * FROM tasks WHERE {group} ORDER BY due_day, number LIMIT 5", asked)
            found.append(cursor.fetchall())
            cursor.execute(f"SELECT count(*) FROM tasks WHERE {group}", asked)
            found.append(cursor.fetchall())
    finally:
        connection.close()
    return found


def measure(directory: Path, *, rounds: int, posts: int) -> list[Figure]:
    """Digests over 500 and 50,000 open tasks; a queue of so many posts."""
    figures: list[Figure] = []
    for tasks in (500, 50_000):
        lintas = office(directory, f"digest{tasks}", tasks=tasks)
        digest(lintas), plainly(lintas)
        ours, sql = [], []
        for _ in range(max(rounds, 3)):
            sql.append(_milliseconds(plainly, lintas))
            ours.append(_milliseconds(digest, lintas))
        lintas.stop()
        figures += [
            figure(f"digest over {tasks:,} open tasks", ours, "ms"),
            figure("  against its rows by SQL alone", ratios(ours, sql), "×"),
        ]
    return figures + _door(directory, rounds=rounds, posts=posts)


def _door(directory: Path, *, rounds: int, posts: int) -> list[Figure]:
    port = free_port()
    command = [sys.executable, "-m", "bench.yes_slack", str(port)]
    with server(command, port, directory):
        api = f"http://127.0.0.1:{port}/api/"
        lintas = office(directory, "door", tasks=posts, members=posts, api=api)
        through, bare = [], []
        for number in range(rounds):
            _queue(lintas, posts, cause=str(number))
            started = time.perf_counter()
            ended = lintas.door.drain()
            through.append(posts / (time.perf_counter() - started))
            if [one.state for one in ended] != ["sent"] * posts:
                raise RuntimeError("not every delivery was sent, once")
            bare.append(_bare_posts(api, posts))
        lintas.stop()
    return [
        figure("posts by as many threads, no queue", bare, "/s"),
        figure("posts through the door", through, "/s"),
        figure("  against those", ratios(through, bare), ""),
    ]


def _queue(lintas: Lintas, posts: int, *, cause: str) -> None:
    """A task's card to every member."""
    with lintas.database.writing() as session:
        for member in range(1, posts + 1):
            card = Answer("task_card", {"task": member}, member)
            enqueue(
                session,
                workspace_id=1,
                kind="answer",
                target=f"U{member}",
                cause=cause,
                body={"answer": card.to_json(), "member": member},
                said_at=NOW,
            )


def _bare_posts(api: str, posts: int) -> float:
    client = WebClient(token="xoxb-bench", base_url=api)
    with ThreadPoolExecutor(WORKERS) as pool:
        started = time.perf_counter()
        list(
            pool.map(lambda n: client.chat_postMessage(channel=f"U{n}", text="Kirim formulir"), range(posts))
        )
        return posts / (time.perf_counter() - started)


def _milliseconds(work: Callable[[Lintas], object], lintas: Lintas) -> float:
    started = time.perf_counter()
    work(lintas)
    return (time.perf_counter() - started) * 1000
