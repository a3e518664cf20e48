"""Each rung once, and each unless it became moot: whatever is edited, wherever people go."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import UserError
from bot.parsing.intents import CreateProgram, CreateTask, Name, Said, When
from bot.scheduler import tick
from bot.services import daysoff, members, nudges, programs, tasks
from bot.services.actor import Actor
from bot.services.calendars import Calendar, country_of_zone, holidays_of, weekend_of
from bot.services.derived import derive
from storage.database import Database, open_database
from storage.models import Base, Delivery, Member, Nudge, Workspace
from storage.schedules import next_due
from storage.seen import Viewer

START = datetime(2027, 2, 26, 3, 0, tzinfo=UTC)  # before Nyepi, Lebaran and both spring changes of clocks
ZONES = (
    "Asia/Jakarta",
    "Europe/Berlin",
    "America/New_York",
    "Africa/Cairo",
    "Australia/Sydney",
    "Pacific/Apia",
)
MORNING = time(8, 30)
STALE = 14


# --- the ladder ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "days"),
    [
        (None, (7, 2, 0)),
        ("  ", (7, 2, 0)),
        ("14,7,2,0", (14, 7, 2, 0)),
        ("0; 3, 21", (21, 3, 0)),
        ("5", (5,)),
    ],
)
def test_a_ladder_is_read_from_the_furthest_day(words: str | None, days: tuple[int, ...]) -> None:
    assert nudges.ladder_of(words) == days


@pytest.mark.parametrize("words", ["soon", "7, -2", "7, 7", "1.5", "999", "1,2,3,4,5,6,7,8,9"])
def test_what_is_no_ladder_is_refused(words: str) -> None:
    with pytest.raises(UserError, match="no list of days"):
        nudges.ladder_of(words)


@given(
    st.dates(date(2026, 1, 1), date(2028, 12, 31)),
    st.sampled_from([None, "ID", "EG", "DE"]),
    st.sampled_from([(7, 2, 0), (14, 7, 2, 0), (30, 1)]),
)
def test_of_every_deadline_the_last_rung_that_has_come_is_told(
    day: date, country: str | None, ladder: tuple[int, ...]
) -> None:
    calendar = Calendar(country)
    for rung, dues in nudges.rungs_on(day, ladder, calendar):
        for due in dues:
            assert day - timedelta(days=STALE) < nudges.rung_day(due, rung, calendar) <= day
            later = [other for other in (*ladder, -1, -3, -7) if other < rung]
            assert all(nudges.rung_day(due, other, calendar) > day for other in later)


# --- a world in which anything may happen ----------------------------------------------------


@dataclass
class World:
    """A task of Rani's, what a plain reader of the rules expects to be told of it, and what was told."""

    database: Database
    now: datetime = START
    workspace: int = 0
    rani: int = 0
    task: int = 0
    program: int = 0
    zone: str = "Asia/Jakarta"
    settled: datetime = START  # since when neither zone nor days off were changed
    open: bool = True
    paused: bool = False
    due: date = date(2027, 3, 7)
    since: datetime = START
    awake: datetime = START
    own: dict[date, bool] = field(default_factory=dict)
    told: list[tuple[date, int]] = field(default_factory=list)
    mornings: set[str] = field(default_factory=set)

    @property
    def today(self) -> date:
        return self.now.astimezone(ZoneInfo(self.zone)).date()

    @property
    def actor(self) -> Actor:
        return Actor(Viewer(self.workspace, self.rani, "U2", full=True), self.now, ZoneInfo(self.zone))

    def act(self, do: Callable[..., Any], *arguments: Any, **named: Any) -> Any:
        with self.database.writing() as session:
            return do(session, *arguments, self.actor, **named)

    # --- what may happen

    def move(self, days: int) -> None:
        self._reopen()
        due = self.today + timedelta(days=days)
        if due != self.due:
            self.since = self.now
        self.due = due
        self.act(tasks.reschedule_task, self.task, When(due), None, by_id=True)

    def close(self, _: int) -> None:
        self.open = False
        self.act(tasks.complete_task, self.task, by_id=True)

    def _reopen(self) -> None:
        if not self.open:
            self.open, self.since = True, self.now
            self.act(tasks.reopen_task, self.task, by_id=True)

    def snooze(self, days: int) -> None:
        self._reopen()
        until = self.now + timedelta(days=1 + days % 5)
        self.awake = until
        self.act(tasks.snooze_task, self.task, When(until.date(), at=until), by_id=True)

    def travel(self, which: int) -> None:
        zone = ZONES[which % len(ZONES)]
        if zone != self.zone:
            self.settled = self.now
        self.zone = zone
        self.act(members.set_zone, zone)

    def close_day(self, ahead: int) -> None:
        day = self.today + timedelta(days=ahead % 9)
        self.own[day] = False
        self.settled = self.now
        self.act(daysoff.add_holiday, [day], "Hari tim")

    def work_day(self, ahead: int) -> None:
        day = self.today + timedelta(days=ahead % 9)
        if day in holidays_of("ID", day.year) or self.own.get(day) is False:
            self.own[day] = True
            self.settled = self.now
            self.act(daysoff.remove_holiday, [day])

    def pause(self, which: int) -> None:
        self.paused = bool(which % 2)
        draft = CreateProgram("Batik Lyon")
        status = "paused" if self.paused else "active"
        self.act(
            lambda session, actor: programs.edit_program(session, self.program, draft, actor, status=status)
        )

    def passes(self, hours: int) -> None:
        """Time without a tick."""
        self.now += timedelta(hours=hours)

    def ticks(self, half_days: int, late: timedelta = timedelta(0)) -> None:
        """Time with a tick whenever something is due, and two at its end."""
        end = self.now + timedelta(hours=12 * half_days)
        while (due := self._next_due()) is not None and due + late <= end:
            self.now = max(self.now, due + late)
            self.tick()
        self.now = end
        self.tick()
        self.tick()

    def late_ticks(self, half_days: int) -> None:
        """As `ticks`, each of them late."""
        self.ticks(half_days, late=timedelta(minutes=7 * half_days))

    def _next_due(self) -> datetime | None:
        with self.database.reading() as session:
            return next_due(session)

    # --- what is expected

    def tick(self) -> None:
        expected = self._next_rung()
        tick(self.database, self.now)
        with self.database.reading() as session:
            said = {row.cause for row in self._said(session)}
            rows = [(row.due_day, row.rung, row.told_on) for row in self._nudges(session)]
        fresh = said - self.mornings
        self.mornings |= said
        told = [(due, rung) for due, rung, _ in rows]
        assert len({*told}) == len(told), "a rung was told twice"
        assert {day.isoformat() for _, _, day in rows} <= self.mornings, "told in no morning"
        new = told[len(self.told) :]
        for cause in fresh:
            began = datetime.combine(date.fromisoformat(cause), MORNING, tzinfo=ZoneInfo(self.zone))
            assert began <= self.now <= began + timedelta(hours=3), f"{cause} was said at {self.now}"
        if fresh:
            assert new == ([expected] if expected else []), (self.now, self.due, fresh)
        else:
            assert new == []
        self.told = told
        self._morning_came()

    def _morning_came(self) -> None:
        zone = ZoneInfo(self.zone)
        began = datetime.combine(self.today, MORNING, tzinfo=zone)
        if self.settled <= began <= self.now <= began + timedelta(hours=3) and self.works(self.today):
            assert self.today.isoformat() in self.mornings, f"no morning on {self.today}"

    def works(self, day: date) -> bool:
        country = country_of_zone(self.zone)
        if day in self.own:
            return self.own[day] and day.isoweekday() not in weekend_of(country)
        return day.isoweekday() not in weekend_of(country) and day not in holidays_of(country, day.year)

    def _next_rung(self) -> tuple[date, int] | None:
        """What a morning now would tell, by a plain reading of the rules."""
        if not self.open or self.paused or self.awake > self.now:
            return None
        come = [rung for rung in (7, 2, 0, -1, -3, -7) if self._day_of(rung) <= self.today]
        if not come:
            return None
        rung = come[-1]
        named = self.due - timedelta(days=rung) if rung >= 0 else self._day_of(rung)
        moment = datetime.combine(named, MORNING, tzinfo=ZoneInfo(self.zone))
        stale = self._day_of(rung) <= self.today - timedelta(days=STALE)
        return None if stale or moment <= self.since or (self.due, rung) in self.told else (self.due, rung)

    def _day_of(self, rung: int) -> date:
        day = self.due - timedelta(days=max(rung, 0))
        if rung >= 0:
            while not self.works(day):
                day -= timedelta(days=1)
            return day
        left = -rung
        while left:
            day += timedelta(days=1)
            left -= self.works(day)
        return day

    def _said(self, session: Session) -> list[Delivery]:
        mine = (Delivery.kind == "morning", Delivery.target == "U2")
        return [*session.scalars(select(Delivery).where(*mine).order_by(Delivery.id))]

    def _nudges(self, session: Session) -> list[Nudge]:
        return [*session.scalars(select(Nudge).where(Nudge.reader_id == self.rani).order_by(Nudge.id))]


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory, _sqlite_migrated: Path) -> Iterator[Database]:
    import shutil

    copy = shutil.copyfile(_sqlite_migrated, tmp_path_factory.mktemp("world") / "lintas.db")
    database = open_database(f"sqlite:///{copy}", derive)
    yield database
    database.close()


@contextmanager
def world(database: Database) -> Iterator[World]:
    """A new world in the database; gone when the block ends."""
    made = World(database)
    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="id", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        made.workspace = workspace.id
        session.connection().execute(
            Member.__table__.insert(),
            [{"id": made.workspace + 1, "workspace_id": workspace.id, "slack_id": "U2", "kind": "full"}],
        )
        made.rani = made.workspace + 1
    made.program = made.act(
        lambda s, actor: programs.create_program(s, CreateProgram("Batik Lyon"), actor)
    ).id
    draft = CreateTask(
        "Kirim draf MoU",
        due=When(made.due),
        owners=(Said("Rani", (Name("U2", "Rani"),)),),
        program=Said("Batik Lyon", (Name(str(made.program), "Batik Lyon"),)),
    )
    made.task = made.act(lambda s, actor: tasks.create_task(s, draft, actor)).id
    try:
        yield made
    finally:
        with database.writing() as session:
            for table in reversed(Base.metadata.sorted_tables):
                session.connection().execute(table.delete())


HAPPENINGS = st.lists(
    st.tuples(
        st.sampled_from(
            [
                *("ticks", "ticks", "ticks", "late_ticks", "passes"),
                *("move", "move", "snooze", "close", "pause"),
                *("travel", "close_day", "work_day"),
            ]
        ),
        st.integers(0, 22),
    ),
    min_size=3,
    max_size=20,
)


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(HAPPENINGS)
def test_each_rung_is_told_at_most_once_and_told_unless_moot(
    empty: Database, happenings: list[tuple[str, int]]
) -> None:
    with world(empty) as it:
        for what, how_much in happenings:
            getattr(it, what)(how_much)
        it.paused and it.pause(0)
        it._reopen()
        it.ticks(24)
