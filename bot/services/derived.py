"""What follows from rows, recomputed in the flush that writes them: undo gets it free."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import inspect
from sqlalchemy.orm import Session

from bot.services.calendars import WEEKDAYS, next_local
from storage import changes
from storage.counters import next_number
from storage.models import (
    Alias,
    Anchor,
    Channel,
    Contact,
    Member,
    Organisation,
    Program,
    ProgramChannel,
    Task,
    TaskOwner,
    Workspace,
)
from storage.names import VERSION
from storage.schedules import drop_schedule, has_schedule, set_schedule

BEFORE_CLOCK_TIME = timedelta(hours=1)
_NAMED = (Program, ProgramChannel, Alias, Anchor, Organisation, Contact)


def derive(session: Session, rows: list[Any]) -> None:
    """Bring schedules and the names' version in line with the rows just written."""
    now = changes.current(session).at
    for row in rows:
        if isinstance(row, Task):
            _reminder(session, row, now)
            _morning_of(session, row.workspace_id, row.author_id, now)
        elif isinstance(row, TaskOwner) and row.member_id and row.deleted_at is None:
            _morning_of(session, row.workspace_id, row.member_id, now)
        elif isinstance(row, Member):
            plan_morning(session, row, now)
        elif isinstance(row, Channel):
            plan_digest(session, row, now)
    for workspace_id in {row.workspace_id for row in rows if isinstance(row, _NAMED)}:
        next_number(session, workspace_id, VERSION)


def zone_of(session: Session, row: Member | Channel) -> ZoneInfo:
    """The zone a member lives in or a channel works in."""
    own = (row.zone or row.slack_zone) if isinstance(row, Member) else row.zone
    if own is None:
        workspace = session.get(Workspace, row.workspace_id)
        assert workspace is not None
        own = workspace.zone
    return ZoneInfo(own)


def plan_morning(session: Session, member: Member, now: datetime) -> None:
    """Plan the member's next morning message, or drop the plan where they turned it off or left."""
    if member.morning_on and not member.left:
        at = next_local(now, member.morning_at, WEEKDAYS, zone_of(session, member))
        set_schedule(session, member.workspace_id, "morning", member.id, at)
    else:
        drop_schedule(session, member.workspace_id, "morning", member.id)


def plan_digest(session: Session, channel: Channel, now: datetime) -> None:
    """Plan the channel's next digest, or drop the plan where there is none to be."""
    days = tuple(int(day) for day in channel.digest_days)
    if channel.digest_on and not channel.archived and days:
        at = next_local(now, channel.digest_at, days, zone_of(session, channel))
        set_schedule(session, channel.workspace_id, "digest", channel.id, at)
    else:
        drop_schedule(session, channel.workspace_id, "digest", channel.id)


def reminder_at(task: Task, now: datetime) -> datetime | None:
    """When the task's own reminder is due: when its snooze ends, or an hour before its clock time."""
    if task.status != "open" or task.deleted_at is not None:
        return None
    if task.snoozed_until is not None and task.snoozed_until > now:
        return task.snoozed_until
    if task.due_at is not None and task.due_at > now:
        return max(task.due_at - BEFORE_CLOCK_TIME, now)
    return None


def _reminder(session: Session, task: Task, now: datetime) -> None:
    at = reminder_at(task, now)
    if at is not None:
        set_schedule(session, task.workspace_id, "reminder", task.id, at)
    elif inspect(task).persistent:  # a new task has none to drop
        drop_schedule(session, task.workspace_id, "reminder", task.id)


def _morning_of(session: Session, workspace_id: int, member_id: int, now: datetime) -> None:
    """Whoever holds something gets a morning message; what is nobody's yet is held by who asked for it."""
    if not has_schedule(session, workspace_id, "morning", member_id):
        member = session.get(Member, member_id)
        if member is not None:
            plan_morning(session, member, now)
