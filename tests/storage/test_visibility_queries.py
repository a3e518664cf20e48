"""Every read takes the viewer: what each pair of eyes finds, on both databases, in how many statements."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

from storage import programs, tasks
from storage.changes import begin
from storage.database import Database
from storage.models import (
    Channel,
    Contact,
    Interaction,
    Member,
    Membership,
    Organisation,
    Program,
    ProgramChannel,
    Task,
    TaskOwner,
    Update,
)
from storage.names import names_seen_by
from storage.partners import interactions_seen_by, partners_seen_by, seen_contact, seen_organisation
from storage.seen import Eyes, Room, Viewer
from storage.tasks import TaskFilter, tasks_seen_by
from storage.updates import updates_seen_by
from tests.storage.conftest import NOW, Team

TODAY = date(2026, 11, 24)
EVERYTHING = {"workspace", "channel", "person", "held"}


@dataclass(frozen=True)
class House:
    """Maya says a thing of each audience; Rani is in the private channel and holds one, Emma in neither."""

    maya: Viewer
    rani: Viewer
    emma: Viewer
    guest: Viewer
    private: Room
    public: Room

    def eyes(self, who: str) -> Eyes:
        if who == "stale rani":
            return replace(self.rani, fresh=False)
        if who == "public with a guest":
            return replace(self.public, full=False)
        found: Eyes = getattr(self, who)
        return found


@pytest.fixture
def house(database: Database, team: Team) -> House:
    with database.writing() as session:
        begin(session, team.act("create_task"))
        people = {
            name: Member(workspace_id=team.workspace, slack_id=f"U{name}", name=name, kind=kind)
            for name, kind in (("rani", "full"), ("emma", "full"), ("guest", "guest"))
        }
        places = {
            kind: Channel(workspace_id=team.workspace, slack_id=f"C{kind}", kind=kind, name=kind)
            for kind in ("public", "private")
        }
        session.add_all([*people.values(), *places.values()])
        session.flush()
        for member_id in (team.maya, people["rani"].id):
            session.add(
                Membership(workspace_id=team.workspace, channel_id=places["private"].id, member_id=member_id)
            )
        _say(session, team, places, people["rani"].id)
        return House(
            Viewer(team.workspace, team.maya, "U1", full=True),
            Viewer(team.workspace, people["rani"].id, "Urani", full=True),
            Viewer(team.workspace, people["emma"].id, "Uemma", full=True),
            Viewer(team.workspace, people["guest"].id, "Uguest", full=False),
            Room(team.workspace, places["private"].id, full=True),
            Room(team.workspace, places["public"].id, full=True),
        )


def _say(session: Session, team: Team, places: dict[str, Channel], rani: int) -> None:
    """One program, task, update and interaction of each audience; a personal task that Rani holds."""
    museum = Organisation(workspace_id=team.workspace, name="Museum", search_key="museum")
    session.add(museum)
    session.flush()
    session.add(
        Contact(
            workspace_id=team.workspace,
            name="Anna",
            search_key="anna",
            words_key="anna",
            organisation_id=museum.id,
        )
    )
    for number, audience in enumerate(("workspace", "channel", "person", "held"), 1):
        heard = {
            "workspace_id": team.workspace,
            "author_id": team.maya,
            "created_at": NOW,
            "audience": "person" if audience == "held" else audience,
            "audience_channel_id": places["private"].id if audience == "channel" else None,
            "audience_member_id": team.maya if audience in ("person", "held") else None,
            "place_id": places["public"].id if audience == "workspace" else None,
        }
        program = Program(name=audience, search_key=audience, **heard)
        task = Task(
            number=number,
            title=audience,
            search_key=audience,
            due_day=TODAY,
            organisation_id=museum.id,
            **heard,
        )
        session.add_all([program, task])
        session.flush()
        task.program_id = program.id
        session.add(Update(program_id=program.id, kind="status", text=audience, **heard))
        session.add(Interaction(organisation_id=museum.id, kind="call", day=TODAY, text=audience, **heard))
        if audience == "held":
            session.add(TaskOwner(workspace_id=team.workspace, task_id=task.id, member_id=rani))
    session.flush()


SEEN: dict[str, tuple[set[str], set[str]]] = {
    # who: (tasks, all else that was said)
    "maya": (EVERYTHING, EVERYTHING),
    "rani": ({"workspace", "channel", "held"}, {"workspace", "channel"}),
    "stale rani": ({"workspace", "held"}, {"workspace"}),
    "emma": ({"workspace"}, {"workspace"}),
    "guest": (set(), set()),
    "private": ({"workspace", "channel"}, {"workspace", "channel"}),
    "public": ({"workspace"}, {"workspace"}),
    "public with a guest": ({"workspace"}, {"workspace"}),  # said in that very channel
}
each = pytest.mark.parametrize("who", SEEN)


@each
def test_tasks_are_seen_by_whom_they_are_for(database: Database, house: House, who: str) -> None:
    eyes, (expected, _) = house.eyes(who), SEEN[who]
    with database.reading() as session:
        listed, total = tasks_seen_by(session, eyes, TaskFilter())
        assert {task.title for task in listed} == expected
        assert total == len(expected)
        assert tasks_seen_by(session, eyes, TaskFilter(), limit=1)[1] == len(expected)
        for number, title in enumerate(("workspace", "channel", "person", "held"), 1):
            found = tasks.task_row(session, eyes, number)
            assert (found is not None) == (title in expected)
        assert {row.title for row in tasks.open_task_rows(session, eyes)} == expected
        every = [task.id for task in tasks_seen_by(session, house.maya, TaskFilter())[0]]
        one_by_one = [tasks.seen_task(session, eyes, task_id) for task_id in every]
        assert {task.title for task in one_by_one if task} == expected
        by_id = [tasks.task_row_by_id(session, eyes, task_id) for task_id in every]
        assert {task.title for task in by_id if task} == expected


@each
def test_programs_updates_and_counts_are_seen_by_whom_they_are_for(
    database: Database, house: House, who: str
) -> None:
    eyes, (own_tasks, expected) = house.eyes(who), SEEN[who]
    with database.reading() as session:
        listed = programs.programs_seen_by(session, eyes, TODAY)
        assert {program.name for program in listed} == expected
        assert {program.name for program in listed if program.open_tasks} == expected & own_tasks
        updates, total = updates_seen_by(session, eyes)
        assert {update.text for update in updates} == expected
        assert total == len(expected)
        for program in programs.programs_seen_by(session, house.maya, TODAY):
            found = programs.seen_program(session, eyes, program.id, TODAY)
            assert (found is not None) == (program.name in expected)
            assert (programs.program_row(session, eyes, program.id) is not None) == (program.name in expected)
            assert bool(programs.program_rows_by_key(session, eyes, program.name)) == (
                program.name in expected
            )


@each
def test_partners_are_the_workspaces_and_what_was_said_to_them_is_not(
    database: Database, house: House, who: str
) -> None:
    eyes, (own_tasks, expected) = house.eyes(who), SEEN[who]
    with database.reading() as session:
        (museum,), _ = partners_seen_by(session, house.maya)
        contact = museum.contacts[0].id
        assert bool(partners_seen_by(session, eyes)[0]) == eyes.full
        found = seen_organisation(session, eyes, museum.id, TODAY)
        assert (found is not None) == eyes.full
        assert (seen_contact(session, eyes, contact, TODAY) is not None) == eyes.full
        if found:
            assert {task.title for task in found.tasks} == own_tasks
        said = interactions_seen_by(session, eyes, Interaction.organisation_id == museum.id, limit=9)
        assert {interaction.text for interaction in said} == expected


@pytest.mark.parametrize("who", ["maya", "rani", "stale rani", "emma", "guest"])
def test_names_offered_are_those_a_viewer_may_know(database: Database, house: House, who: str) -> None:
    eyes = house.eyes(who)
    assert isinstance(eyes, Viewer)
    with database.reading() as session:
        known = names_seen_by(session, eyes)
    assert {program.name for program in known.programs} == SEEN[who][1]
    assert bool(known.organisations) == bool(known.contacts) == eyes.full


def test_a_programs_private_channels_are_named_only_to_their_members(
    database: Database, team: Team, house: House
) -> None:
    with database.writing() as session:
        begin(session, team.act("link_program"))
        program = programs.program_rows_by_key(session, house.maya, "workspace")[0].id
        for room in (house.public, house.private):
            session.add(
                ProgramChannel(workspace_id=team.workspace, program_id=program, channel_id=room.channel_id)
            )
    shown = {}
    with database.reading() as session:
        for who in ("rani", "stale rani", "emma", "public", "private"):
            seen = programs.seen_program(session, house.eyes(who), program, TODAY)
            assert seen is not None
            shown[who] = set(seen.channels)
    both, only_public = {"Cpublic", "Cprivate"}, {"Cpublic"}
    assert shown == {
        "rani": both,
        "stale rani": only_public,
        "emma": only_public,
        "public": only_public,
        "private": both,
    }


def test_another_workspace_sees_nothing(
    database: Database, house: House, new_team: Callable[[str], Team]
) -> None:
    other = new_team("T2")
    eyes = Viewer(other.workspace, other.maya, "U1", full=True)
    with database.reading() as session:
        assert tasks_seen_by(session, eyes, TaskFilter()) == ((), 0)
        assert programs.programs_seen_by(session, eyes, TODAY) == ()
        assert partners_seen_by(session, eyes) == ((), 0)
        assert tasks.task_row(session, eyes, 1) is None


# --- how many statements ------------------------------------------------------------------------------


@contextmanager
def counted(session: Session) -> Iterator[list[str]]:
    """The statements that the session sends meanwhile."""
    sent: list[str] = []
    engine = session.get_bind()
    event.listen(engine, "before_cursor_execute", listener := lambda *call: sent.append(call[2]))
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", listener)


READS: dict[str, Callable[[Session, Viewer], object]] = {
    "tasks": lambda session, eyes: tasks_seen_by(session, eyes, TaskFilter(), limit=30),
    "programs": lambda session, eyes: programs.programs_seen_by(session, eyes, TODAY),
    "updates": lambda session, eyes: updates_seen_by(session, eyes, limit=30),
    "partners": partners_seen_by,
    "names": names_seen_by,
}


@pytest.mark.parametrize("read", READS)
def test_ten_times_the_rows_need_no_more_statements(
    database: Database, team: Team, house: House, read: str
) -> None:
    def statements() -> int:
        with database.reading() as session, counted(session) as sent:
            READS[read](session, house.maya)
        return len(sent)

    few = statements()
    with database.writing() as session:
        begin(session, team.act("create_task"))
        for n in range(100, 120):
            common = {"workspace_id": team.workspace, "author_id": team.maya, "created_at": NOW}
            program = Program(name=f"p{n}", search_key=f"p{n}", audience="workspace", **common)
            museum = Organisation(workspace_id=team.workspace, name=f"o{n}", search_key=f"o{n}")
            session.add_all([program, museum])
            session.flush()
            task = team.task(n, program_id=program.id, organisation_id=museum.id)
            session.add(task)
            session.add(Update(program_id=program.id, kind="note", text="x", audience="workspace", **common))
            session.flush()
            session.add(TaskOwner(workspace_id=team.workspace, task_id=task.id, member_id=team.maya))
    assert 1 <= statements() <= few
    assert few <= 7
