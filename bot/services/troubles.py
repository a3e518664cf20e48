"""What Slack refuses for good: marked in the rows, and told once to somebody who can act."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from storage.deliveries import enqueue, give_up_workspace, machine_now
from storage.models import Change, Channel, Installation, Member
from storage.schedules import drop_schedule, has_schedule
from storage.workspaces import channel_by_slack, first_administrator, member_by_slack

ARCHIVED = ("is_archived", "is_inactive")
CHANNEL = (
    *ARCHIVED,
    "channel_not_found",
    "not_in_channel",
    "restricted_action",
    "posting_to_general_channel_denied",
    "restricted_action_read_only_channel",
)
"""The channel takes nothing (any more) from Lintas."""

PERSON = ("user_disabled", "user_not_found", "cannot_dm_bot")
"""Nobody is there (any more) to read it."""

TOKEN = ("account_inactive", "invalid_auth", "not_authed", "token_expired", "token_revoked")
"""Lintas may not speak in the workspace (any more)."""


def refused(session: Session, workspace_id: int, target: str, error: str, now: datetime) -> str:
    """Mark what Slack's refusal says of the channel, the person or the workspace; how the delivery ends."""
    if error in TOKEN:
        _workspace_stops(session, workspace_id, error)
    elif error in PERSON and (member := member_by_slack(session, workspace_id, target)) is not None:
        member.left = True
        drop_schedule(session, workspace_id, "morning", member.id)
        return "moot"
    elif error in CHANNEL and (channel := channel_by_slack(session, workspace_id, target)) is not None:
        _channel_stops(session, channel, error, now)
    return "failed"


def _workspace_stops(session: Session, workspace_id: int, error: str) -> None:
    """Nothing that waits is tried again; what is decided from now on is tried once: the app may be back."""
    for row in session.scalars(select(Installation).where(Installation.workspace_id == workspace_id)):
        row.revoked_at = machine_now()
    give_up_workspace(session, workspace_id, error)


def _channel_stops(session: Session, channel: Channel, error: str, now: datetime) -> None:
    """Pause the channel's digest until the roster finds it open again, and tell whoever turned it on."""
    channel.archived = channel.archived or error in ARCHIVED
    channel.app_in = channel.app_in and error in ARCHIVED
    if not has_schedule(session, channel.workspace_id, "digest", channel.id):
        return
    drop_schedule(session, channel.workspace_id, "digest", channel.id)
    told = _in_charge(session, channel)
    if told is not None:
        enqueue(
            session,
            workspace_id=channel.workspace_id,
            kind="trouble",
            target=told.slack_id,
            cause=f"{channel.id}:{now.isoformat()}",
            body={
                "answer": {"name": "digest_paused", "facts": {"channel": channel.slack_id, "error": error}},
                "member": told.id,
            },
            said_at=now,
        )


def _in_charge(session: Session, channel: Channel) -> Member | None:
    """Whoever last set the channel's digest, else an administrator; None where nobody is left."""
    newest = (
        select(Change.by_id)
        .where(
            Change.workspace_id == channel.workspace_id,
            Change.table_name == "channels",
            Change.row_id == channel.id,
            Change.verb == "set_digest",
        )
        .order_by(Change.id.desc())
        .limit(1)
    )
    member = session.get(Member, session.scalar(newest) or 0)
    if member is not None and not member.left:
        return member
    return first_administrator(session, channel.workspace_id)
