"""What happens to the workspace: people and channels come, change and go; the app is removed."""

from __future__ import annotations

import structlog
from slack_bolt import BoltResponse
from sqlalchemy import select
from sqlalchemy.orm import Session

from handlers.calls import Call
from handlers.turn import Parts
from storage.deliveries import enqueue, machine_now
from storage.models import Channel, Installation, Member, Workspace
from storage.workspaces import (
    channel_by_slack,
    leave_channel,
    member_by_slack,
    set_members,
    workspace_by_team,
)

log = structlog.get_logger("lintas.lifecycle")


def workspace_changed(parts: Parts, call: Call) -> BoltResponse:
    """Close at once what may no longer be seen, and let the roster read the rest anew."""
    try:
        with parts.database.writing() as session:
            workspace = workspace_by_team(session, call.team)
            if workspace is not None:
                _apply(session, workspace, call, parts)
    except Exception:
        log.exception("lifecycle_failed", event=call.body["event"]["type"])
        return BoltResponse(status=500, body="")
    parts.door.wake()
    return BoltResponse(status=200, body="")


def _apply(session: Session, workspace: Workspace, call: Call, parts: Parts) -> None:
    event = call.body["event"]
    kind = event["type"]
    if kind in ("app_uninstalled", "tokens_revoked"):
        for row in session.scalars(select(Installation).where(Installation.workspace_id == workspace.id)):
            row.revoked_at = machine_now()
        return
    if kind == "channel_id_changed":
        _rename(session, workspace, event["old_channel_id"], event["new_channel_id"])
        return
    channel = channel_by_slack(session, workspace.id, call.channel) if call.channel else None
    member = member_by_slack(session, workspace.id, call.user) if call.user else None
    if kind in ("member_left_channel", "channel_left", "group_left") and channel is not None:
        _left(session, workspace, channel, member, call)
    if channel is not None and kind in (
        "channel_archive",
        "group_archive",
        "channel_deleted",
        "group_deleted",
    ):
        channel.archived = True
    for target in filter(None, (call.channel, _person(call))):
        enqueue(
            session,
            workspace_id=workspace.id,
            kind="roster",
            target=target,
            cause=call.key,
            body={},
            said_at=parts.clock.now(),
        )


def _left(
    session: Session, workspace: Workspace, channel: Channel, member: Member | None, call: Call
) -> None:
    if call.user == workspace.bot_user or call.body["event"]["type"] != "member_left_channel":
        channel.app_in = False
        set_members(session, channel, set())
    elif member is not None:
        leave_channel(session, channel, member.id)


def _rename(session: Session, workspace: Workspace, old: str, new: str) -> None:
    channel = channel_by_slack(session, workspace.id, old)
    if channel is not None:
        channel.slack_id = new


def _person(call: Call) -> str | None:
    kinds = ("member_joined_channel", "user_change", "team_join", "member_left_channel")
    return call.user if call.body["event"]["type"] in kinds else None
