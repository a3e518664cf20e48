"""What follows from rows, recomputed in the flush that writes them: undo gets it free."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import inspect, select
from sqlalchemy.orm import InstanceState, Session

from bot.services.calendars import any_day, at_local, next_local
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
from storage.search import keep_words

BEFORE_CLOCK_TIME = timedelta(hours=1)
_NAMED = (Program, ProgramChannel, Alias, Anchor, Organisation, Contact)


def derive(session: Session, rows: list[Any]) -> None:
    """Bring schedules, ladders, words to search and the names' version in line with the rows just written."""
    now = changes.current(session).at
    for row in rows:
        match row:
            case Task():
                if _touched(row, "due_day", "due_at", "status", "deleted_at"):
                    row.ladder_from = now  # its ladder begins anew: what came before is past
                if _touched(row, "due_at", "snoozed_until", "status", "deleted_at"):
                    _reminder(session, row, now)
                _morning_of(session, row.workspace_id, row.author_id, now)
                plan_nudges(session, channels_of_task(session, row), now)
            case TaskOwner() if row.member_id and row.deleted_at is None:
                _given(session, row, now)
                _morning_of(session, row.workspace_id, row.member_id, now)
            case Anchor():
                if _touched(row, "day"):
                    row.ladder_from = now
                plan_nudges(session, channels_of_program(session, row.workspace_id, row.program_id), now)
            case ProgramChannel() if row.deleted_at is None:
                plan_nudges(session, [session.get_one(Channel, row.channel_id)], now)
            case Member():
                if _touched(row, "zone", "morning_on", "morning_at"):
                    plan_morning(session, row, now)
                if _touched(row, "zone", "zone_until"):
                    _plan_return(session, row)
                if row.stand_in_id and _touched(row, "stand_in_id"):
                    _morning_of(session, row.workspace_id, row.stand_in_id, now)
            case Channel() if _touched(row, "zone", "digest_on", "digest_at", "digest_days"):
                plan_digest(session, row, now)
                _move_nudges(session, row, now)
    keep_words(session, rows)
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
    """Plan the member's next morning message, or drop the plan where they turned it off or left.

    For every day: which are off is asked when the day has come, by what is known then.
    """
    if member.morning_on and not member.left:
        at = next_morning(session, member, now)
        set_schedule(session, member.workspace_id, "morning", member.id, at)
    else:
        drop_schedule(session, member.workspace_id, "morning", member.id)


def next_morning(session: Session, member: Member, after: datetime) -> datetime:
    """When the member's next morning message is due."""
    return next_local(after, member.morning_at, any_day, zone_of(session, member))


def plan_digest(session: Session, channel: Channel, now: datetime) -> None:
    """Plan the channel's next digest, or drop the plan where there is none to be."""
    if channel.digest_on and not channel.archived and channel.digest_days:
        set_schedule(session, channel.workspace_id, "digest", channel.id, next_digest(session, channel, now))
    else:
        drop_schedule(session, channel.workspace_id, "digest", channel.id)


def next_digest(session: Session, channel: Channel, after: datetime) -> datetime:
    """When it is next looked whether the channel has a digest that day."""
    return next_local(after, channel.digest_at, any_day, zone_of(session, channel))


def next_nudges(session: Session, channel: Channel, after: datetime) -> datetime:
    """When it is next looked whether the channel must be told of a deadline outside a digest."""
    return next_local(after, channel.digest_at, any_day, zone_of(session, channel))


def plan_nudges(session: Session, channels: Sequence[Channel], now: datetime) -> None:
    """Let the channels be looked at from now on: something urgent is said to them."""
    for channel in channels:
        if not has_schedule(session, channel.workspace_id, "nudge", channel.id):
            at = next_nudges(session, channel, now)
            set_schedule(session, channel.workspace_id, "nudge", channel.id, at)


def _move_nudges(session: Session, channel: Channel, now: datetime) -> None:
    """Another hour or zone for what is planned already."""
    if has_schedule(session, channel.workspace_id, "nudge", channel.id):
        at = next_nudges(session, channel, now)
        set_schedule(session, channel.workspace_id, "nudge", channel.id, at)


def channels_of_task(session: Session, task: Task) -> Sequence[Channel]:
    """Where an urgent task is told of: the channels of its program, else the one it was said in."""
    if task.priority != "high" or task.status != "open" or task.due_day is None or task.deleted_at:
        return ()
    if task.program_id is not None:
        return channels_of_program(session, task.workspace_id, task.program_id)
    place = session.get(Channel, task.place_id) if task.place_id is not None else None
    return [place] if place is not None and place.kind != "im" else ()


def channels_of_program(session: Session, workspace_id: int, program_id: int) -> Sequence[Channel]:
    """The channels where a program lives."""
    linked = select(ProgramChannel.channel_id).where(
        ProgramChannel.workspace_id == workspace_id,
        ProgramChannel.program_id == program_id,
        ProgramChannel.deleted_at.is_(None),
    )
    return session.scalars(select(Channel).where(Channel.id.in_(linked))).all()


def reminder_at(task: Task, after: datetime) -> datetime | None:
    """When the task's own reminder is next due after that instant; None where there is none to come.

    When its snooze ends, and an hour before its clock time, or at that time where the hour before is past;
    a snooze beyond it takes its place.
    """
    if task.status != "open" or task.deleted_at is not None:
        return None
    times = [task.snoozed_until]
    if task.due_at is not None:
        before = task.due_at - BEFORE_CLOCK_TIME
        at = before if before > after else task.due_at
        if task.snoozed_until is None or task.snoozed_until <= at:
            times.append(at)
    return min((at for at in times if at is not None and at > after), default=None)


def _reminder(session: Session, task: Task, now: datetime) -> None:
    at = reminder_at(task, now)
    if at is not None:
        set_schedule(session, task.workspace_id, "reminder", task.id, at)
    elif inspect(task).persistent:  # a new task has none to drop
        drop_schedule(session, task.workspace_id, "reminder", task.id)


def _touched(row: Any, *columns: str) -> bool:
    """Whether the row is new or one of these columns is being changed.

    Else what is planned stays: a plan that is due and not carried out yet must not be put off.
    """
    state: InstanceState[Any] = inspect(row)
    return not state.persistent or any(state.attrs[name].history.has_changes() for name in columns)


def _given(session: Session, held: TaskOwner, now: datetime) -> None:
    """Whoever is given a task is told of what is to come of it."""
    task = session.get(Task, held.task_id)
    if task is not None:
        task.ladder_from = now


def _plan_return(session: Session, member: Member) -> None:
    """Whoever travels is in their own zone again from the day after the last."""
    if member.zone_until is not None:
        at = at_local(member.zone_until + timedelta(days=1), 0, zone_of(session, member))
        set_schedule(session, member.workspace_id, "zone", member.id, at)
    else:
        drop_schedule(session, member.workspace_id, "zone", member.id)


def _morning_of(session: Session, workspace_id: int, member_id: int, now: datetime) -> None:
    """Whoever holds something gets a morning message; what is nobody's yet is held by who asked for it."""
    if not has_schedule(session, workspace_id, "morning", member_id):
        member = session.get(Member, member_id)
        if member is not None:
            plan_morning(session, member, now)
