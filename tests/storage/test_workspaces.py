"""People and places as Slack says they are, and who therefore reads what."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from storage import workspaces
from storage.changes import begin
from storage.database import Database
from storage.models import Channel, Member, Program, ProgramChannel
from tests.storage.conftest import NOW, Team


@pytest.fixture
def hall(database: Database, team: Team) -> int:
    """The id of a channel."""
    with database.writing() as session:
        return workspaces.meet_channel(session, team.workspace, "C1", "public", "hall").id


def member(session: Session, team: Team, slack_id: str, kind: str = "full") -> Member:
    found = workspaces.meet_member(session, team.workspace, slack_id)
    found.kind = kind
    session.flush()
    return found


def test_whoever_is_met_again_is_the_same(database: Database, team: Team) -> None:
    with database.writing() as session:
        workspace = workspaces.meet_workspace(session, "T1", lang="en", zone="UTC")
        assert (workspace.id, workspace.lang) == (team.workspace, "id")
        budi = workspaces.meet_member(session, team.workspace, "U2", "Budi")
        assert (budi.name, budi.kind) == ("Budi", "unknown")
        assert workspaces.meet_member(session, team.workspace, "U2", "B.") is budi
        assert budi.name == "Budi"
        channel = workspaces.meet_channel(session, team.workspace, "C9", "private")
        assert workspaces.meet_channel(session, team.workspace, "C9", "public") is channel
        assert channel.kind == "private"


def test_another_workspace_has_its_own(
    database: Database, team: Team, new_team: Callable[[str], Team]
) -> None:
    other = new_team("T2")
    with database.writing() as session:
        assert workspaces.member_by_slack(session, other.workspace, "U1") is not None
        assert workspaces.meet_member(session, other.workspace, "U1").id == other.maya
        assert [row.id for row in workspaces.members_of(session, team.workspace)] == [team.maya]
        assert [row.slack_team_id for row in workspaces.all_workspaces(session)] == ["T1", "T2"]
        assert workspaces.workspace_by_team(session, "T3") is None


def test_memberships_become_exactly_what_slack_says(database: Database, team: Team, hall: int) -> None:
    with database.writing() as session:
        channel = session.get_one(Channel, hall)
        first, second, third = (member(session, team, slack_id).id for slack_id in ("U2", "U3", "U4"))
        workspaces.set_members(session, channel, {first, second})
        workspaces.set_members(session, channel, {second, third})
        inside = [workspaces.is_member(session, channel, each) for each in (first, second, third)]
        assert inside == [False, True, True]
        workspaces.join_channel(session, channel, first)
        workspaces.join_channel(session, channel, first)
        workspaces.leave_channel(session, channel, second)
        inside = [workspaces.is_member(session, channel, each) for each in (first, second, third)]
        assert inside == [True, False, True]
        assert list(workspaces.channels_of(session, session.get_one(Member, first))) == [channel]


@pytest.mark.parametrize("kind", ["guest", "stranger", "unknown"])
def test_a_channel_with_an_outsider_is_no_room_for_all(
    database: Database, team: Team, hall: int, kind: str
) -> None:
    with database.writing() as session:
        channel = session.get_one(Channel, hall)
        workspaces.set_members(session, channel, {team.maya})
        assert not workspaces.room_of(session, channel).full  # not known yet who else is in it
        channel.members_seen_at = NOW
        assert workspaces.room_of(session, channel).full
        workspaces.join_channel(session, channel, member(session, team, "U2", kind).id)
        assert not workspaces.room_of(session, channel).full


def test_memberships_are_believed_for_ten_minutes(database: Database, team: Team) -> None:
    with database.writing() as session:
        maya = session.get_one(Member, team.maya)
        assert not workspaces.viewer_of(maya, NOW).fresh
        workspaces.mark_memberships_seen(session, team.workspace, NOW)
        assert workspaces.viewer_of(maya, NOW + timedelta(minutes=10)).fresh
        assert not workspaces.viewer_of(maya, NOW + timedelta(minutes=10, seconds=1)).fresh


@pytest.mark.parametrize(
    ("kind", "left", "full"),
    [("full", False, True), ("full", True, False), ("guest", False, False), ("unknown", False, False)],
)
def test_only_full_members_see_what_all_see(
    database: Database, team: Team, kind: str, left: bool, full: bool
) -> None:
    with database.writing() as session:
        someone = member(session, team, "U2", kind)
        someone.left = left
        viewer = workspaces.viewer_of(someone, NOW)
    assert viewer.full is full


def test_bots_and_those_who_left_are_not_named(database: Database, team: Team) -> None:
    with database.writing() as session:
        member(session, team, "UBOT", "bot")
        member(session, team, "U2").left = True
        guest = member(session, team, "U3", "guest")
        named = [row.id for row in workspaces.members_of(session, team.workspace)]
    assert named == [team.maya, guest.id]


def test_programs_of_a_channel_come_first_linked_first(database: Database, team: Team, hall: int) -> None:
    with database.writing() as session:
        begin(session, team.act("link_program"))
        said = {"audience": "workspace", "author_id": team.maya, "created_at": NOW}
        of = {"workspace_id": team.workspace}
        rows = [Program(name=name, search_key=name, **of, **said) for name in ("pentas", "pameran", "lama")]
        session.add_all(rows)
        session.flush()
        for row in rows:
            session.add(ProgramChannel(program_id=row.id, channel_id=hall, **of))
            session.flush()
        last = session.query(ProgramChannel).filter_by(program_id=rows[2].id).one()
        last.deleted_at = NOW
        session.flush()
        linked = workspaces.programs_of_channel(session, team.workspace, hall)
        assert list(linked) == [rows[0].id, rows[1].id]
