"""A digest of few and of many open tasks."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from typing import TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bench.figures import Figure, figure, ratios
from bot.app import Lintas, build_app
from bot.clock import FixedClock
from bot.i18n import Translator
from bot.services.digests import SOON, channel_digest
from bot.services.nudges import AFTER, USUAL
from bot.settings import Settings
from bot.views import digest as views
from storage.ids import new_id
from storage.migrate import migrate
from storage.models import Channel, Member, Task, TaskOwner, Workspace
from storage.seen import Digest
from storage.workspaces import room_of

JAKARTA = ZoneInfo("Asia/Jakarta")
NOW = datetime(2027, 1, 13, 9, 0, tzinfo=JAKARTA)
FIRST, LAST = timedelta(-30), timedelta(120)  # between them deadlines lie evenly
Given = TypeVar("Given")
Made = TypeVar("Made")
OPEN = "tasks.workspace_id = ? AND status = 'open' AND tasks.deleted_at IS NULL AND audience = 'workspace'"
ROWS = """
    SELECT tasks.*, members.name, members.slack_id FROM tasks
    JOIN task_owners ON task_owners.task_id = tasks.id JOIN members ON members.id = task_owners.member_id
"""


def office(directory: Path, name: str, *, tasks: int, members: int = 20, api: str = "") -> Lintas:
    """Lintas at rest over a database with so many open tasks, a fifth of them late."""
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
    migrate(lintas.database)  # as at the next start: SQLite looks into its tables then
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
        "due_day": NOW.date() + FIRST + timedelta(number * 7919 % (LAST - FIRST).days),
        "audience": "workspace",
        "author_id": number % members + 1,
        "created_at": NOW,
    }


def rows_of_digest(session: Session) -> Digest:
    """The rows of the channel's digest, as its rule reads them."""
    channel = session.get_one(Channel, 1)
    return channel_digest(session, room_of(session, channel), channel, NOW, JAKARTA)


def rendered(made: Digest) -> str:
    """The message of those rows, as it would be posted."""
    return json.dumps(views.channel_digest(made, Translator("id", JAKARTA, NOW)).to_dict())


def plainly(connection: sqlite3.Connection) -> int:
    """The same rows by SQL alone: of each group the first ten and their number; how many rows that were."""
    today = NOW.date()
    last_rung, soon = _working_day(today, -max(AFTER)), _working_day(today, SOON)
    rungs = [today + timedelta(days) for days in USUAL] + [_working_day(today, -days) for days in AFTER]
    asked = (
        ("due_day BETWEEN ? AND ?", (last_rung, today - timedelta(1))),
        ("due_day BETWEEN ? AND ?", (today, soon)),
        ("waiting_for IS NOT NULL", ()),
        (f"due_day IN ({', '.join('?' * len(rungs))})", rungs),
    )
    found = 0
    for group, values in asked:
        days = (1, *map(str, values))
        where = f"{OPEN} AND {group}"
        found += len(
            connection.execute(f"{ROWS} WHERE {where} ORDER BY due_day, number LIMIT 10", days).fetchall()
        )
        connection.execute(f"SELECT count(*) FROM tasks WHERE {where}", days).fetchone()
    long_late = f"SELECT count(*) FROM tasks WHERE {OPEN} AND due_day < ?"
    connection.execute(long_late, (1, str(last_rung))).fetchone()
    return found


def _working_day(day: date, steps: int) -> date:
    """So many working days after or before."""
    while steps:
        day += timedelta(1 if steps > 0 else -1)
        if day.isoweekday() < 6:
            steps -= 1 if steps > 0 else -1
    return day


def measure(directory: Path, *, rounds: int) -> list[Figure]:
    """The rows of a digest among 500 and 50,000 open tasks, and its message."""
    ours: dict[int, list[float]] = {500: [], 50_000: []}
    raw: dict[int, list[float]] = {500: [], 50_000: []}
    message: list[float] = []
    offices = {tasks: office(directory, f"digest{tasks}", tasks=tasks) for tasks in ours}
    for _ in range(max(rounds, 3) + 1):  # the first warms up
        for tasks, lintas in offices.items():
            connection = sqlite3.connect(str(lintas.database.url.database))
            raw[tasks].append(_timed(plainly, connection)[0])
            connection.close()
            with lintas.database.reading() as session:
                took, made = _timed(rows_of_digest, session)
            ours[tasks].append(took)
            message.append(_timed(rendered, made)[0])
    for lintas in offices.values():
        lintas.stop()
    many, few = ours[50_000][1:], ours[500][1:]
    plain = raw[50_000][1:]
    return [
        figure("rows of a digest, 500 open tasks", few, "ms"),
        figure("rows of a digest, 50,000 open tasks", many, "ms"),
        figure("  against 500", ratios(many, few), "×", at_most=1.5),
        figure("  by SQL alone", plain, "ms"),
        figure("  against that", ratios(many, plain), "×", at_most=3 if median(plain) >= 0.05 else 10),
        figure("its message, composed and rendered", message[2:], "ms", at_most=10),
    ]


def _timed(work: Callable[[Given], Made], given: Given) -> tuple[float, Made]:
    """How many milliseconds it took, and what it made."""
    started = time.perf_counter()
    made = work(given)
    return (time.perf_counter() - started) * 1000, made
