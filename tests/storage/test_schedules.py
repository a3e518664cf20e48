"""One row says when a thing is next to be looked at."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from storage.database import Database
from storage.schedules import drop_schedule, due_schedules, has_schedule, next_due, set_schedule
from tests.storage.conftest import NOW, Team

SOON, LATER = NOW + timedelta(hours=1), NOW + timedelta(hours=2)


def plan(database: Database, workspace: int, subject: int, at: datetime, kind: str = "digest") -> None:
    with database.writing() as session:
        set_schedule(session, workspace, kind, subject, at)


def due(database: Database, now: datetime, limit: int = 200) -> list[tuple[str, int]]:
    with database.writing() as session:
        return [(row.kind, row.subject_id) for row in due_schedules(session, now, limit=limit)]


def first_due(database: Database) -> datetime | None:
    with database.reading() as session:
        return next_due(session)


def test_what_is_due_comes_oldest_first_from_every_workspace(
    database: Database, team: Team, new_team: Callable[[str], Team]
) -> None:
    assert first_due(database) is None
    plan(database, team.workspace, 1, LATER)
    plan(database, new_team("T2").workspace, 2, SOON)
    plan(database, team.workspace, 3, SOON - timedelta(seconds=1), "morning")
    assert due(database, NOW) == []
    assert due(database, SOON) == [("morning", 3), ("digest", 2)]
    assert due(database, SOON, limit=1) == [("morning", 3)]
    assert due(database, LATER) == [("morning", 3), ("digest", 2), ("digest", 1)]
    assert first_due(database) == SOON - timedelta(seconds=1)


def test_a_plan_replaces_the_one_before(database: Database, team: Team) -> None:
    plan(database, team.workspace, 1, SOON)
    plan(database, team.workspace, 1, LATER)
    assert due(database, SOON) == []
    assert due(database, LATER) == [("digest", 1)]


def test_a_plan_can_be_dropped(database: Database, team: Team) -> None:
    plan(database, team.workspace, 1, SOON)
    plan(database, team.workspace, 1, SOON, "morning")
    with database.writing() as session:
        drop_schedule(session, team.workspace, "digest", 1)
        assert not has_schedule(session, team.workspace, "digest", 1)
        assert has_schedule(session, team.workspace, "morning", 1)
    assert due(database, SOON) == [("morning", 1)]


def test_two_processes_do_not_take_the_same_row(postgresql_url: str) -> None:
    from storage.database import open_database
    from storage.models import Workspace

    database = open_database(postgresql_url)
    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="id", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        set_schedule(session, workspace.id, "digest", 1, SOON)
    with database.writing() as session:
        assert len(due_schedules(session, SOON)) == 1
        assert due(database, SOON) == []
    assert due(database, SOON) == [("digest", 1)]
    database.close()
