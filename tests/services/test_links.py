"""Whatever is put after what, in whatever order: no task ever waits for itself."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from bot.errors import UserError
from bot.parsing.intents import CreateTask
from bot.services import tasks
from bot.services.actor import Actor
from bot.services.derived import derive
from storage.changes import Act, begin
from storage.database import Database, open_database
from storage.models import Member, Task, TaskLink, Workspace
from storage.seen import Viewer

TASKS = 6
NOW = datetime(2026, 11, 24, 3, tzinfo=UTC)


@pytest.fixture(scope="module")
def six(tmp_path_factory: pytest.TempPathFactory, _sqlite_migrated: Path) -> Iterator[tuple[Database, Actor]]:
    """Six tasks, numbered from 1, in one pair of hands."""
    path = tmp_path_factory.mktemp("links") / "lintas.db"
    path.write_bytes(_sqlite_migrated.read_bytes())
    database = open_database(f"sqlite:///{path}", derive)
    with database.writing() as session:
        workspace = Workspace(slack_team_id="T1", lang="en", zone="Asia/Jakarta")
        session.add(workspace)
        session.flush()
        begin(session, Act(verb="meet", by=None, at=NOW))
        member = Member(workspace_id=workspace.id, slack_id="U1", kind="full")
        session.add(member)
        session.flush()
        viewer = Viewer(workspace.id, member.id, "U1", full=True, fresh=True)
        actor = Actor(viewer, NOW, ZoneInfo("Asia/Jakarta"), source="test")
        for n in range(TASKS):
            tasks.create_task(session, CreateTask(f"Task {n}"), actor)
    yield database, actor
    database.close()


_numbers = st.integers(1, TASKS)


@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.sampled_from(["after", "after", "done", "reopen", "free"]), _numbers, _numbers)))
def test_no_task_ever_waits_for_itself(six: tuple[Database, Actor], said: list[tuple[str, int, int]]) -> None:
    database, actor = six
    with database.writing() as session:
        for verb, one, other in said:
            try:
                match verb:
                    case "after":
                        tasks.put_after(session, one, other, actor)
                    case "done":
                        tasks.complete_task(session, one, actor)
                    case "reopen":
                        tasks.reopen_task(session, one, actor)
                    case _:
                        tasks.wait_task(session, one, "", None, actor)
            except UserError:
                continue
        rows = session.execute(
            select(TaskLink.task_id, TaskLink.after_id).where(TaskLink.deleted_at.is_(None))
        )
        links = {(later, earlier) for later, earlier in rows}
        reached = set(links)
        for _ in range(TASKS):
            reached |= {(a, d) for a, b in reached for c, d in links if b == c}
        assert not any(a == b for a, b in reached)
        open_ids = set(session.scalars(select(Task.id).where(Task.status == "open")))
        for task in session.scalars(select(Task).where(Task.status == "open")):
            waits = any(later == task.id and earlier in open_ids for later, earlier in links)
            assert (task.waiting_for is not None) == waits
        session.rollback()
