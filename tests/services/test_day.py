"""A day of two thousand people around the world, minute by minute; and clocks that go wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from sqlalchemy import insert, select

from bot.scheduler import tick
from bot.services.calendars import Calendar, country_of_zone
from bot.services.derived import derive, plan_digest, plan_morning
from storage.changes import Act, begin
from storage.database import Database, open_database
from storage.models import (
    Anchor,
    Channel,
    Delivery,
    Member,
    Nudge,
    Program,
    ProgramChannel,
    Task,
    TaskOwner,
    Workspace,
)
from storage.schedules import next_due

ZONES = (
    "Asia/Jakarta",
    "Asia/Makassar",
    "Asia/Tokyo",
    "Australia/Sydney",
    "Asia/Dubai",
    "Africa/Cairo",
    "Europe/Berlin",
    "Europe/London",
    "America/Sao_Paulo",
    "America/New_York",
    "America/Los_Angeles",
    "Pacific/Auckland",
)
PEOPLE = 2000
DAY = datetime(2027, 2, 3, tzinfo=UTC)  # a Wednesday that is worked everywhere here


@pytest.fixture
def alive(database_url: str) -> Iterator[Database]:
    """A database in which what follows from rows is derived."""
    opened = open_database(database_url, derive)
    yield opened
    opened.close()


def office(database: Database, zones: list[str], now: datetime, due: date) -> int:
    """One workspace with a member in each of these zones, who holds a task due that day."""
    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="id", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        people, held, owners = [], [], []
        for n, zone in enumerate(zones):
            key = {"id": workspace.id + 10 * n + 1, "workspace_id": workspace.id}
            people.append({**key, "slack_id": f"U{n}", "kind": "full", "slack_zone": zone})
            task = {**key, "number": n + 1, "title": "Kirim", "search_key": "kirim", "due_day": due}
            said = {"audience": "workspace", "author_id": key["id"], "created_at": now}
            held.append(task | said)
            owners.append({**key, "task_id": key["id"], "member_id": key["id"]})
        connection = session.connection()
        connection.execute(insert(Member), people)
        connection.execute(insert(Task), held)
        connection.execute(insert(TaskOwner), owners)
        for member in session.scalars(select(Member)):
            plan_morning(session, member, now)
        return workspace.id


def said(database: Database, kind: str = "morning") -> list[tuple[str, str, datetime]]:
    """(to whom, why, when) in the order it was decided."""
    with database.reading() as session:
        rows = session.scalars(select(Delivery).where(Delivery.kind == kind).order_by(Delivery.id))
        return [(row.target, row.cause, row.said_at) for row in rows]


def test_a_day_of_two_thousand_people_brings_each_one_morning_and_none_at_night(sqlite_url: str) -> None:
    database = open_database(sqlite_url, derive)
    zones = [ZONES[n % len(ZONES)] for n in range(PEOPLE)]
    office(database, zones, DAY - timedelta(minutes=1), DAY.date())
    for minute in range(24 * 60):
        tick(database, DAY + timedelta(minutes=minute))
    mornings = said(database)
    assert Counter(target for target, _, _ in mornings) == {f"U{n}": 1 for n in range(PEOPLE)}
    for target, cause, at in mornings:
        local = at.astimezone(ZoneInfo(zones[int(target[1:])]))
        assert (local.date().isoformat(), local.time()) == (cause, time(8, 30))
    with database.reading() as session:
        told = Counter(session.scalars(select(Nudge.reader_id)).all())
    assert {*told.values()} == {1}
    database.close()


CITIES = ("Europe/Berlin", "America/New_York", "Africa/Cairo", "Australia/Sydney")
CHANGES = {
    "Europe/Berlin": (date(2027, 3, 28), date(2027, 10, 31)),
    "America/New_York": (date(2027, 3, 14), date(2027, 11, 7)),
    "Africa/Cairo": (date(2027, 4, 30), date(2027, 10, 29)),
    "Australia/Sydney": (date(2027, 4, 4), date(2027, 10, 3)),
}


@pytest.mark.parametrize("which", [0, 1])
@pytest.mark.parametrize("minutes", [540, 150], ids=["09:00", "02:30"])
@pytest.mark.parametrize("city", CITIES)
def test_a_digest_comes_once_a_day_across_a_change_of_clocks(
    sqlite_url: str, city: str, minutes: int, which: int
) -> None:
    """At nine as at half past two, an hour that is left out or comes twice on one of these days."""
    database = open_database(sqlite_url, derive)
    change, zone = CHANGES[city][which], ZoneInfo(city)
    began = datetime.combine(change - timedelta(days=2), time(0), tzinfo=zone).astimezone(UTC)
    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="en", zone=city)
        session.add(workspace)
        session.flush()
        channel = {"id": 7, "workspace_id": workspace.id, "slack_id": "C1", "kind": "public"}
        digest = {"digest_on": True, "digest_at": minutes, "digest_days": "1234567"}
        session.connection().execute(insert(Channel), [channel | digest])
        plan_digest(session, session.get_one(Channel, 7), began)
    for half in range(5 * 24 * 2 + 4):
        tick(database, began + timedelta(minutes=30 * half))
    days = [cause for _, cause, _ in said(database, "digest")]
    around = [change + timedelta(days=n) for n in (-2, -1, 0, 1, 2)]
    calendar = Calendar(country_of_zone(city))  # Easter and Sinai Day are among these days
    expected = [day.isoformat() for day in around if not calendar.is_holiday(day)]
    assert [day for day in days if date.fromisoformat(day) in around] == expected
    for _, cause, at in said(database, "digest"):
        wall = at.astimezone(zone)
        plain = datetime.combine(date.fromisoformat(cause), time(minutes // 60, minutes % 60))
        late = wall.replace(tzinfo=None) - plain
        assert timedelta(0) <= late <= timedelta(minutes=30), (cause, wall)
    database.close()


def test_a_clock_set_back_an_hour_says_nothing_twice(alive: Database) -> None:
    office(alive, ["Asia/Jakarta"], DAY - timedelta(days=1), DAY.date())
    at = datetime(2027, 2, 3, 1, 30, tzinfo=UTC)  # half past eight
    for minutes in (-1, 0, 1, 2, -58, -30, -1, 0, 1, 60):
        tick(alive, at + timedelta(minutes=minutes))
        with alive.writing() as session:  # as an edit of theirs would
            plan_morning(session, session.scalars(select(Member)).one(), at + timedelta(minutes=minutes))
    assert [cause for _, cause, _ in said(alive)] == ["2027-02-03"]
    with alive.reading() as session:
        assert len(session.scalars(select(Nudge)).all()) == 1
        assert next_due(session) == at + timedelta(days=1)


@pytest.mark.parametrize(
    ("late", "expected"),
    [(timedelta(hours=2, minutes=59), ["2027-02-03"]), (timedelta(hours=3, minutes=1), [])],
)
def test_after_a_day_of_silence_what_is_hours_late_waits_for_the_next_morning(
    alive: Database, late: timedelta, expected: list[str]
) -> None:
    office(alive, ["Asia/Jakarta"], DAY - timedelta(days=1), DAY.date())
    at = datetime(2027, 2, 3, 1, 30, tzinfo=UTC)
    folded = tick(alive, at + late)
    assert [cause for _, cause, _ in said(alive)] == expected
    assert [one.kind for one in folded] == ["morning"]  # the one of the day before, or this
    tick(alive, at + timedelta(days=1))
    with alive.reading() as session:
        rungs = [(row.told_on.isoformat(), row.rung) for row in session.scalars(select(Nudge))]
    assert rungs == ([("2027-02-03", 0)] if expected else []) + [("2027-02-04", -1)]


def test_what_would_be_said_late_at_night_waits_for_the_next_day(alive: Database) -> None:
    office(alive, ["Asia/Jakarta"], DAY - timedelta(days=1), DAY.date())
    with alive.writing() as session:
        member = session.scalars(select(Member)).one()
        begin(session, Act("set_morning", member.id, DAY))
        member.morning_at = 20 * 60 + 30
    evening = datetime(2027, 2, 3, 13, 30, tzinfo=UTC)
    assert [one.kind for one in tick(alive, evening + timedelta(hours=1))] == ["morning"]
    assert said(alive) == []
    tick(alive, evening + timedelta(days=1, minutes=1))
    assert [cause for _, cause, _ in said(alive)] == ["2027-02-04"]


def channel_with_urgent_tasks(alive: Database) -> int:
    """A date and a task at a rung, another at none, and one that is not urgent; the workspace's id."""
    workspace = office(alive, ["Asia/Jakarta"] * 3, DAY - timedelta(days=1), DAY.date())
    where = {
        "workspace_id": workspace,
        "audience": "workspace",
        "author_id": workspace + 1,
        "created_at": DAY,
    }
    key = {"workspace_id": workspace}
    with alive.writing() as session:
        connection = session.connection()
        channel = {"slack_id": "C1", "kind": "public", "app_in": True, "members_seen_at": DAY}
        connection.execute(insert(Channel), [{"id": 7, **key, **channel}])
        program = {"name": "Batik", "search_key": "batik", "ladder": "9,0"}
        connection.execute(insert(Program), [{"id": 8, **where, **program}])
        connection.execute(insert(ProgramChannel), [{"id": 9, **key, "program_id": 8, "channel_id": 7}])
        opening = {"program_id": 8, "kind": "opening", "first_day": DAY.date(), "day": date(2027, 2, 12)}
        connection.execute(insert(Anchor), [{"id": 10, **key, **opening}])
        for number, task in enumerate(session.scalars(select(Task).order_by(Task.id))):
            begin(session, Act("edit_task", workspace + 1, DAY - timedelta(days=1)))
            task.program_id, task.priority = (8, "high") if number < 2 else (8, "normal")
            task.due_day = DAY.date() if number != 1 else date(2027, 2, 5)  # no rung of this ladder
    return workspace


def test_what_is_urgent_is_found_for_a_channel_on_each_database(alive: Database) -> None:
    workspace = channel_with_urgent_tasks(alive)
    for minutes in (0, 1):
        tick(alive, datetime(2027, 2, 3, 2, minutes, tzinfo=UTC))
    with alive.reading() as session:
        (post,) = session.scalars(select(Delivery).where(Delivery.kind == "nudge")).all()
        told = session.scalars(select(Nudge).where(Nudge.reader_id == 7)).all()
    assert post.body["answer"]["facts"]["rungs"] == [[workspace + 1, 0], [10, 9]]
    assert [(row.subject_id, row.rung) for row in told] == [(workspace + 1, 0), (10, 9)]


def test_what_is_urgent_is_not_said_hours_late(alive: Database) -> None:
    channel_with_urgent_tasks(alive)
    folded = tick(alive, datetime(2027, 2, 3, 5, 1, tzinfo=UTC))
    assert "nudge" in [one.kind for one in folded]
    assert said(alive, "nudge") == []
    tick(alive, datetime(2027, 2, 4, 2, 0, tzinfo=UTC))
    assert [cause for _, cause, _ in said(alive, "nudge")] == ["2027-02-04"]
