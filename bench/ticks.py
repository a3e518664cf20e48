"""An idle tick: what it costs to find that nothing is due, among 100,000 and a million plans."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from time import perf_counter

from sqlalchemy import text

from bench.figures import Figure, figure, ratios
from bot.scheduler import tick
from bot.services.derived import derive
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.models import Workspace

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
FEW, MANY = 100_000, 1_000_000
TICKS = 300
_PLAN = """
    WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < :many)
    INSERT INTO schedules (id, workspace_id, kind, subject_id, next_at)
    SELECT i, 1, 'morning', i, datetime('2026-11-25', '+' || (i * 7919 % 2592000) || ' seconds') FROM n
"""


def measure(directory: Path, *, rounds: int) -> list[Figure]:
    """Rounds of idle ticks over both, turn by turn, so that what slows the machine slows both."""
    few, many = (_planned(directory, plans) for plans in (FEW, MANY))
    for database in (few, many):
        _milliseconds(database)
    spent = [(_milliseconds(few), _milliseconds(many)) for _ in range(rounds)]
    over_few, over_many = ([each[n] for each in spent] for n in (0, 1))
    for database in (few, many):
        database.close()
    return [
        figure(f"idle tick, {FEW:,} plans", over_few, "ms", at_most=2),
        figure(f"idle tick, {MANY:,} plans", over_many, "ms", at_most=2),
        figure("the second over the first", ratios(over_many, over_few), "×", at_most=1.2),
    ]


def _planned(directory: Path, plans: int) -> Database:
    """A database in which so many things are planned for the coming month."""
    url = f"sqlite:///{directory}/{plans}.db"
    migrate(url)
    database = open_database(url, derive)
    with database.writing() as session:
        session.add(Workspace(id=1, slack_team_id="T0BENCH", lang="id", zone="Asia/Jakarta"))
        session.flush()
        session.execute(text(_PLAN), {"many": plans})
    return database


def _milliseconds(database: Database) -> float:
    """What one of a row of ticks took."""
    started = perf_counter()
    for _ in range(TICKS):
        tick(database, NOW)
    return (perf_counter() - started) / TICKS * 1000
