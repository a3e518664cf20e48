"""Whatever is written to a tracked row is recorded, and nothing gets round that."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta, timezone
from typing import Any

import pytest
from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from storage.changes import Act, begin, changes_of, current, decode, encode, tracked_class
from storage.database import Database, open_database
from storage.models import Base, Change, Member, Task, Tracked
from tests.storage.conftest import Team


def recorded(
    database: Database, team: Team, act: Act
) -> list[tuple[str, str, dict[str, Any], dict[str, Any]]]:
    with database.reading() as session:
        return [
            (change.table_name, change.op, change.before, change.after)
            for change in changes_of(session, team.workspace, act.batch)
        ]


def test_a_new_row_is_recorded_with_what_it_holds(database: Database, team: Team) -> None:
    act = team.act("create_task")
    with database.writing() as session:
        begin(session, act)
        session.add(team.task(due_day=date(2026, 11, 27)))
    [(table, op, before, after)] = recorded(database, team, act)
    assert (table, op, before) == ("tasks", "insert", {})
    assert after["title"] == "Kirim draf MoU"
    assert after["due_day"] == "2026-11-27"
    assert "due_at" not in after


def test_a_change_is_recorded_column_by_column(database: Database, team: Team, stored_task: int) -> None:
    act = team.act()
    with database.writing() as session:
        begin(session, act)
        task = session.get_one(Task, stored_task)
        task.due_day, task.priority = date(2026, 12, 4), "high"
    assert recorded(database, team, act) == [
        (
            "tasks",
            "update",
            {"due_day": None, "priority": "normal"},
            {"due_day": "2026-12-04", "priority": "high"},
        )
    ]


def test_who_when_and_from_which_request_are_recorded(
    database: Database, team: Team, stored_task: int
) -> None:
    act = Act("rename_task", team.maya, datetime(2026, 11, 24, 9, 0, tzinfo=UTC), source="Ev7", undoes=5)
    with database.writing() as session:
        begin(session, act)
        session.get_one(Task, stored_task).title = "Kirim MoU"
    with database.reading() as session:
        [change] = changes_of(session, team.workspace, act.batch)
    assert (change.by_id, change.at, change.verb) == (team.maya, act.at, "rename_task")
    assert (change.source, change.undoes, change.row_id) == ("Ev7", 5, stored_task)


def test_what_is_set_to_what_it_was_is_not_recorded(database: Database, team: Team, stored_task: int) -> None:
    act = team.act()
    with database.writing() as session:
        begin(session, act)
        task = session.get_one(Task, stored_task)
        task.title, task.due_day = task.title, None
    assert recorded(database, team, act) == []


def test_the_changes_of_an_act_come_newest_first(database: Database, team: Team) -> None:
    act = team.act()
    with database.writing() as session:
        begin(session, act)
        task = team.task()
        session.add(task)
        session.flush()
        for title in ("b", "c"):
            task.title = title
            session.flush()
    told = [
        (op, before.get("title"), after["title"]) for _, op, before, after in recorded(database, team, act)
    ]
    assert told == [
        ("update", "b", "c"),
        ("update", "Kirim draf MoU", "b"),
        ("insert", None, "Kirim draf MoU"),
    ]


def test_a_column_left_empty_can_be_filled_in_the_act_that_made_the_row(
    database: Database, team: Team
) -> None:
    act = team.act()
    with database.writing() as session:
        begin(session, act)
        task = team.task()
        session.add(task)
        session.flush()
        task.due_day = date(2026, 12, 4)
    assert recorded(database, team, act)[0] == (
        "tasks",
        "update",
        {"due_day": None},
        {"due_day": "2026-12-04"},
    )


def test_a_change_rolled_back_is_not_recorded(database: Database, team: Team, stored_task: int) -> None:
    act = team.act()

    def fail() -> None:
        with database.writing() as session:
            begin(session, act)
            session.get_one(Task, stored_task).title = "x"
            session.flush()
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert recorded(database, team, act) == []
    with database.reading() as session:
        assert session.get_one(Task, stored_task).title == "Kirim draf MoU"


def test_of_a_member_only_what_they_choose_is_recorded(database: Database, team: Team) -> None:
    act = team.act()
    with database.writing() as session:
        session.get_one(Member, team.maya).name = "Maya S."  # Slack said so: nobody's act
    with database.writing() as session:
        begin(session, act)
        session.get_one(Member, team.maya).lang = "en"
    assert recorded(database, team, act) == [("members", "update", {"lang": None}, {"lang": "en"})]


def test_tracked_rows_are_written_only_inside_an_act(database: Database, team: Team) -> None:
    def write() -> None:
        with database.writing() as session:
            session.add(team.task())

    with pytest.raises(RuntimeError, match="only inside an act"):
        write()
    with database.writing() as session, pytest.raises(RuntimeError, match="only inside an act"):
        current(session)


@pytest.mark.parametrize(
    "statement",
    [
        lambda team: update(Task).where(Task.workspace_id == team.workspace).values(title="x"),
        lambda team: delete(Task).where(Task.workspace_id == team.workspace),
        lambda team: insert(Member).values(workspace_id=team.workspace, slack_id="U9"),
    ],
    ids=["update", "delete", "insert"],
)
def test_statements_that_go_round_the_record_are_refused(
    database: Database, team: Team, stored_task: int, statement: Callable[[Team], Any]
) -> None:
    def run() -> None:
        with database.writing() as session:
            begin(session, team.act())
            session.execute(statement(team))

    with pytest.raises(RuntimeError, match="is tracked"):
        run()


def test_tracked_rows_are_never_erased(database: Database, team: Team, stored_task: int) -> None:
    def erase() -> None:
        with database.writing() as session:
            begin(session, team.act())
            session.delete(session.get_one(Task, stored_task))

    with pytest.raises(RuntimeError, match="never erased here"):
        erase()
    with database.reading() as session:
        assert session.get(Task, stored_task) is not None


def test_what_follows_is_derived_in_the_flush_that_writes(database_url: str, database: Database) -> None:
    told: list[list[str]] = []

    def derive(session: Session, rows: list[Any]) -> None:
        told.append([type(row).__name__ for row in rows])
        for row in rows:
            if isinstance(row, Task):
                row.search_key = row.title.casefold()

    deriving = open_database(database_url, derive)
    team = _team(deriving)
    with deriving.writing() as session:
        begin(session, team.act())
        session.add(team.task(title="DRAF"))
    deriving.close()
    with database.reading() as session:
        assert session.scalar(select(Task.search_key)) == "draf"
    assert told[-1] == ["Task"]


def _team(database: Database) -> Team:
    from storage.models import Workspace

    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="id", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        maya = Member(workspace_id=workspace.id, slack_id="U1")
        begin(session, Act("meet", None, datetime(2026, 11, 24, tzinfo=UTC)))
        session.add(maya)
        session.flush()
        return Team(workspace.id, maya.id)


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("due_day", date(2026, 11, 27)),
        ("due_time", time(14, 30)),
        ("due_at", datetime(2026, 11, 27, 14, 0, tzinfo=timezone(timedelta(hours=7)))),
        ("title", "Kirim"),
        ("offset_days", -3),
        ("due_day", None),
    ],
)
def test_values_come_back_from_the_record(column: str, value: object) -> None:
    assert decode(Task, column, encode(value)) == value


def test_one_instant_is_recorded_the_same_whatever_zone_it_was_given_in() -> None:
    jakarta = datetime(2026, 11, 27, 14, 0, tzinfo=timezone(timedelta(hours=7)))
    assert encode(jakarta) == encode(jakarta.astimezone(UTC))


def test_every_tracked_table_is_found_by_its_name() -> None:
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Tracked):
            assert tracked_class(mapper.class_.__tablename__) is mapper.class_
    with pytest.raises(LookupError):
        tracked_class(Change.__tablename__)
