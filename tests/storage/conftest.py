"""One workspace with one member: what a row needs to exist."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from storage.changes import Act, begin
from storage.database import Database
from storage.models import Member, Task, Workspace

NOW = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)


@dataclass(frozen=True)
class Team:
    """Ids of a workspace and of Maya, its member."""

    workspace: int
    maya: int

    def act(self, verb: str = "edit_task", undoes: int | None = None) -> Act:
        return Act(verb, self.maya, NOW, source="Ev1", undoes=undoes)

    def task(self, number: int = 1, **columns: object) -> Task:
        """A task as Maya would say it to everyone; not stored yet."""
        values = {"title": "Kirim draf MoU", "search_key": "kirim draf mou", **columns}
        return Task(
            workspace_id=self.workspace,
            number=number,
            audience="workspace",
            author_id=self.maya,
            created_at=NOW,
            **values,
        )


@pytest.fixture
def new_team(database: Database) -> Callable[[str], Team]:
    """Make a workspace of that Slack id."""

    def make(slack_id: str) -> Team:
        with database.writing() as session:
            workspace = Workspace(slack_team_id=slack_id, lang="id", zone="Asia/Jakarta")
            session.add(workspace)
            session.flush()
            maya = Member(workspace_id=workspace.id, slack_id="U1", name="Maya", kind="full")
            session.add(maya)
            session.flush()
            return Team(workspace.id, maya.id)

    return make


@pytest.fixture
def team(new_team: Callable[[str], Team]) -> Team:
    return new_team("T1")


@pytest.fixture
def stored_task(database: Database, team: Team) -> int:
    """The id of a task that Maya added."""
    with database.writing() as session:
        begin(session, team.act("create_task"))
        task = team.task()
        session.add(task)
        session.flush()
        return task.id
