"""Workspaces, their people and places, found by Slack's ids."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, select
from sqlalchemy.orm import Session

from storage.inserting import insert_once
from storage.models import Channel, Member, Membership, ProgramChannel, Workspace
from storage.seen import Room, Viewer

KNOWN_FOR = timedelta(minutes=10)
"""How long what Slack said of memberships is believed."""


_workspace = select(Workspace).where(Workspace.slack_team_id == bindparam("team"))


def workspace_by_team(session: Session, team: str) -> Workspace | None:
    return session.scalars(_workspace, {"team": team}).one_or_none()


def all_workspaces(session: Session) -> Sequence[Workspace]:
    return session.scalars(select(Workspace).order_by(Workspace.id)).all()


def meet_workspace(session: Session, team: str, *, lang: str, zone: str) -> Workspace:
    """The workspace's row, made now if this is the first we hear of it."""
    insert_once(session, Workspace, {"slack_team_id": team, "lang": lang, "zone": zone, "name": ""})
    found = workspace_by_team(session, team)
    assert found is not None
    return found


_member = select(Member).where(
    Member.workspace_id == bindparam("workspace"), Member.slack_id == bindparam("slack")
)


def member_by_slack(session: Session, workspace_id: int, slack_id: str) -> Member | None:
    return session.scalars(_member, {"workspace": workspace_id, "slack": slack_id}).one_or_none()


def meet_member(session: Session, workspace_id: int, slack_id: str, name: str = "") -> Member:
    """The member's row, made now if this is the first we hear of them; who they are is not known yet."""
    found = member_by_slack(session, workspace_id, slack_id)
    if found is None:
        values = {"workspace_id": workspace_id, "slack_id": slack_id, "name": name or slack_id}
        insert_once(session, Member, values)
        found = member_by_slack(session, workspace_id, slack_id)
    assert found is not None
    return found


_channel = select(Channel).where(
    Channel.workspace_id == bindparam("workspace"), Channel.slack_id == bindparam("slack")
)


def channel_by_slack(session: Session, workspace_id: int, slack_id: str) -> Channel | None:
    return session.scalars(_channel, {"workspace": workspace_id, "slack": slack_id}).one_or_none()


def channel_named(session: Session, workspace_id: int, name: str) -> Channel | None:
    return session.scalars(
        select(Channel).where(Channel.workspace_id == workspace_id, Channel.name == name)
    ).one_or_none()


def meet_channel(session: Session, workspace_id: int, slack_id: str, kind: str, name: str = "") -> Channel:
    """The channel's row, made now if this is the first we hear of it."""
    insert_once(
        session, Channel, {"workspace_id": workspace_id, "slack_id": slack_id, "kind": kind, "name": name}
    )
    found = channel_by_slack(session, workspace_id, slack_id)
    assert found is not None
    return found


def viewer_of(member: Member, machine_now: datetime) -> Viewer:
    """The member as the argument of every read."""
    seen_at = member.memberships_seen_at
    return Viewer(
        workspace_id=member.workspace_id,
        member_id=member.id,
        slack_id=member.slack_id,
        full=member.kind == "full" and not member.left,
        fresh=seen_at is not None and machine_now - seen_at <= KNOWN_FOR,
        admin=member.is_admin,
    )


def room_of(session: Session, channel: Channel) -> Room:
    """The channel as a reader: open to workspace-wide items only if everyone in it is a full member."""
    outsiders = session.scalar(
        select(Membership.id)
        .join(Member, Member.id == Membership.member_id)
        .where(
            Membership.workspace_id == channel.workspace_id,
            Membership.channel_id == channel.id,
            Member.kind.in_(("guest", "stranger", "unknown")),
        )
        .limit(1)
    )
    known = channel.members_seen_at is not None
    return Room(channel.workspace_id, channel.id, full=known and outsiders is None)


def set_members(session: Session, channel: Channel, member_ids: set[int]) -> None:
    """Make the channel's memberships exactly these."""
    mine = (Membership.workspace_id == channel.workspace_id, Membership.channel_id == channel.id)
    known = set(session.scalars(select(Membership.member_id).where(*mine)))
    if gone := known - member_ids:
        session.execute(delete(Membership).where(*mine, Membership.member_id.in_(gone)))
    for member_id in member_ids - known:
        join_channel(session, channel, member_id)


def join_channel(session: Session, channel: Channel, member_id: int) -> None:
    insert_once(
        session,
        Membership,
        {"workspace_id": channel.workspace_id, "channel_id": channel.id, "member_id": member_id},
    )


def leave_channel(session: Session, channel: Channel, member_id: int) -> None:
    session.execute(
        delete(Membership).where(
            Membership.workspace_id == channel.workspace_id,
            Membership.channel_id == channel.id,
            Membership.member_id == member_id,
        )
    )


def channels_of(session: Session, member: Member) -> Sequence[Channel]:
    """The channels the member is known to be in."""
    return session.scalars(
        select(Channel)
        .join(Membership, Membership.channel_id == Channel.id)
        .where(Membership.workspace_id == member.workspace_id, Membership.member_id == member.id)
    ).all()


def mark_memberships_seen(session: Session, workspace_id: int, at: datetime) -> None:
    """Say that everybody's memberships were read just now (machine time)."""
    for member in session.scalars(select(Member).where(Member.workspace_id == workspace_id)):
        member.memberships_seen_at = at


def is_member(session: Session, channel: Channel, member_id: int) -> bool:
    return (
        session.scalar(
            select(Membership.id).where(
                Membership.workspace_id == channel.workspace_id,
                Membership.channel_id == channel.id,
                Membership.member_id == member_id,
            )
        )
        is not None
    )


def first_administrator(session: Session, workspace_id: int) -> Member | None:
    """The administrator known longest; None where Slack names none."""
    return session.scalars(
        select(Member)
        .where(
            Member.workspace_id == workspace_id,
            Member.is_admin,
            Member.kind == "full",
            Member.left.is_(False),
        )
        .order_by(Member.id)
        .limit(1)
    ).one_or_none()


def members_of(session: Session, workspace_id: int) -> Sequence[Member]:
    """The people of the workspace who can be named: no bots, nobody who left."""
    return session.scalars(
        select(Member)
        .where(Member.workspace_id == workspace_id, Member.kind != "bot", Member.left.is_(False))
        .order_by(Member.id)
    ).all()


_linked = (
    select(ProgramChannel.program_id)
    .where(
        ProgramChannel.workspace_id == bindparam("workspace"),
        ProgramChannel.channel_id == bindparam("channel"),
        ProgramChannel.deleted_at.is_(None),
    )
    .order_by(ProgramChannel.id)
)


def programs_of_channel(session: Session, workspace_id: int, channel_id: int) -> Sequence[int]:
    """Ids of the programs linked to the channel, the first linked first."""
    return session.scalars(_linked, {"workspace": workspace_id, "channel": channel_id}).all()
