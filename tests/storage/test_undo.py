"""Undo gives every column back what it was, and leaves what was changed since."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from itertools import count
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.errors import UserError
from bot.services.actor import Actor
from bot.services.history import Undone, undo
from storage.changes import begin
from storage.database import Database
from storage.models import Task
from storage.seen import Viewer
from tests.storage.conftest import NOW, Team

_ZONES = st.sampled_from([UTC, timezone(timedelta(hours=7)), timezone(timedelta(hours=-5, minutes=-30))])
_INSTANTS = st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=_ZONES)  # noqa: DTZ001
COLUMNS: dict[str, st.SearchStrategy[Any]] = {
    "title": st.sampled_from(["a", "b", "ça", ""]),
    "status": st.sampled_from(["open", "done", "cancelled"]),
    "priority": st.sampled_from(["high", "normal", "low"]),
    "due_day": st.none() | st.dates(date(2026, 1, 1), date(2028, 1, 1)),
    "due_time": st.none() | st.times(time(0), time(23, 59)),
    "due_at": st.none() | _INSTANTS,
    "snoozed_until": st.none() | _INSTANTS,
    "offset_days": st.none() | st.integers(-30, 30),
    "recurrence": st.none() | st.just("FREQ=WEEKLY"),
}
EDITS = st.lists(
    st.fixed_dictionaries({}, optional=COLUMNS).filter(bool),
    min_size=1,
    max_size=4,
)
"""Several acts, each of which sets some columns."""

_teams = count(1)


def actor(team: Team, now: datetime = NOW) -> Actor:
    viewer = Viewer(team.workspace, team.maya, "U1", full=True)
    return Actor(viewer, now, ZoneInfo("Asia/Jakarta"))


def added(database: Database, team: Team) -> tuple[int, int]:
    """A task's id and the batch that made it."""
    with database.writing() as session:
        act = begin(session, team.act("create_task"))
        task = team.task()
        session.add(task)
        session.flush()
        return task.id, act.batch


def edited(database: Database, team: Team, task_id: int, columns: dict[str, Any]) -> int:
    with database.writing() as session:
        act = begin(session, team.act())
        task = session.get_one(Task, task_id)
        for column, value in columns.items():
            setattr(task, column, value)
        return act.batch


def undone(database: Database, team: Team, batch: int, now: datetime = NOW) -> Undone:
    with database.writing() as session:
        return undo(session, batch, actor(team, now))


def state(database: Database, task_id: int) -> dict[str, Any]:
    with database.reading() as session:
        task = session.get_one(Task, task_id)
        return {column: getattr(task, column) for column in COLUMNS}


@given(edits=EDITS, data=st.data())
@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_undo_restores_what_no_later_act_changed(
    database: Database, new_team: Callable[[str], Team], edits: list[dict[str, Any]], data: st.DataObject
) -> None:
    team = new_team(f"T{next(_teams)}")
    task, _ = added(database, team)
    states, batches = [state(database, task)], []
    for columns in edits:
        batches.append(edited(database, team, task, columns))
        states.append(state(database, task))
    which = data.draw(st.integers(0, len(edits) - 1), label="the act taken back")
    before, after, now = states[which], states[which + 1], states[-1]
    changed = {column for column in COLUMNS if before[column] != after[column]}
    if not changed:
        with pytest.raises(UserError):
            undone(database, team, batches[which])
        return

    result = undone(database, team, batches[which])

    kept = {column for column in changed if now[column] != after[column]}
    assert state(database, task) == now | {column: before[column] for column in changed - kept}
    assert set(result.left) == kept


@given(edits=EDITS)
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_taking_back_every_act_newest_first_brings_back_the_beginning(
    database: Database, new_team: Callable[[str], Team], edits: list[dict[str, Any]]
) -> None:
    team = new_team(f"T{next(_teams)}")
    task, _ = added(database, team)
    before = state(database, task)
    batches = []
    for columns in edits:
        was = state(database, task)
        batch = edited(database, team, task, columns)
        if state(database, task) != was:
            batches.append(batch)
    for batch in reversed(batches):
        assert undone(database, team, batch).left == ()
    assert state(database, task) == before


def test_undo_of_undo_does_it_again(database: Database, team: Team) -> None:
    task, _ = added(database, team)
    batch = edited(database, team, task, {"due_day": date(2026, 12, 4)})
    taken_back = undone(database, team, batch)
    assert state(database, task)["due_day"] is None
    undone(database, team, taken_back.batch)
    assert state(database, task)["due_day"] == date(2026, 12, 4)


def test_a_second_undo_changes_nothing(database: Database, team: Team) -> None:
    task, _ = added(database, team)
    batch = edited(database, team, task, {"title": "b"})
    assert not undone(database, team, batch).repeated
    edited(database, team, task, {"title": "c"})
    assert undone(database, team, batch).repeated
    assert state(database, task)["title"] == "c"


def test_a_row_made_by_the_act_is_hidden_and_keeps_its_number(database: Database, team: Team) -> None:
    task, batch = added(database, team)
    undone(database, team, batch)
    with database.reading() as session:
        row = session.get_one(Task, task)
        assert row.deleted_at == NOW
        assert row.number == 1


def test_an_act_that_made_and_changed_a_row_is_taken_back_whole(database: Database, team: Team) -> None:
    with database.writing() as session:
        act = begin(session, team.act("create_task"))
        task = team.task()
        session.add(task)
        session.flush()
        task.due_day = date(2026, 12, 4)
        session.flush()
        task.due_day = date(2026, 12, 5)
    result = undone(database, team, act.batch)
    assert result.left == ()
    assert state(database, task.id)["due_day"] is None


def test_undo_by_button_ends_after_ten_minutes(database: Database, team: Team) -> None:
    task, _ = added(database, team)
    batch = edited(database, team, task, {"title": "b"})
    with pytest.raises(UserError, match="minutes ago"):
        undone(database, team, batch, NOW + timedelta(minutes=10, seconds=1))
    undone(database, team, batch, NOW + timedelta(minutes=10))
    assert state(database, task)["title"] == "Kirim draf MoU"


def test_nobody_takes_back_what_they_may_not_see(database: Database, team: Team) -> None:
    from storage.models import Member

    task, _ = added(database, team)
    batch = edited(database, team, task, {"title": "b", "audience": "person"})
    with database.writing() as session:
        other = Member(workspace_id=team.workspace, slack_id="U2", kind="full")
        session.add(other)
        session.flush()
        stranger = Team(team.workspace, other.id)
    with pytest.raises(UserError, match="nothing here to undo"):
        undone(database, stranger, batch)
    assert state(database, task)["title"] == "b"


def test_an_act_of_another_workspace_is_not_there(
    database: Database, team: Team, new_team: Callable[[str], Team]
) -> None:
    _, batch = added(database, team)
    with pytest.raises(UserError, match="nothing here to undo"):
        undone(database, new_team("T2"), batch)
