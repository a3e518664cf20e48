"""The clock, nothing else: what is due becomes deliveries, once for each local day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.answers import Answer
from bot.services import nudges
from bot.services.calendars import Calendar, load_holidays
from bot.services.daysoff import calendar_of
from bot.services.derived import next_digest, next_morning, next_nudges, reminder_at, zone_of
from bot.services.digests import FOLD_AFTER
from bot.services.members import end_visit
from storage.absences import stand_in_of
from storage.database import Database
from storage.deliveries import enqueue, machine_now
from storage.models import Channel, Member, Schedule, Task
from storage.schedules import drop_schedule, due_schedules, next_due
from storage.tasks import owner_rows, task_row_by_id
from storage.workspaces import room_of, viewer_of

AT_ONCE = 50  # in one transaction: others must be able to write between
NIGHT = (21, 6)  # from this hour to that nothing is said late
_PROMPT = timedelta(minutes=15)  # what is said within it is not late
_OF_A_DAY = ("digest", "morning")  # they follow their rows on that day only: what was said then stays said


@dataclass(frozen=True)
class Folded:
    """A digest or morning too late to be sent by itself: the next one says it all."""

    kind: str
    workspace_id: int
    target: str


def tick(database: Database, now: datetime) -> list[Folded]:
    """Turn every schedule due by `now` into deliveries and plan its next; tell what was folded."""
    with database.reading() as session:
        soonest = next_due(session)
    if soonest is None or soonest > now:
        return []
    load_holidays()
    folded: list[Folded] = []
    while True:
        with database.writing() as session:
            due = due_schedules(session, now, limit=AT_ONCE)
            for schedule in due:
                if schedule.next_at > now:  # one before it in this batch has planned it anew
                    continue
                passed = _PLANS[schedule.kind](session, schedule, now)
                folded += [passed] if passed is not None else []
        if not due:
            return folded


def _digest(session: Session, schedule: Schedule, now: datetime) -> Folded | None:
    channel = session.get_one(Channel, schedule.subject_id)
    zone = zone_of(session, channel)
    due_at, schedule.next_at = schedule.next_at, next_digest(session, channel, _after(schedule, now))
    day = due_at.astimezone(zone).date()
    if not _has_digest(channel, calendar_of(session, channel), day):
        return None
    if _too_late(due_at, now, zone):
        return Folded("digest", channel.workspace_id, channel.slack_id)
    answer = Answer("digest", {"channel": channel.id})
    rungs = nudges.rungs_due(session, room_of(session, channel), channel, now)
    if _say_today(session, "digest", channel, day, answer, now):
        nudges.tell(session, channel, rungs, day)
    return None


def _has_digest(channel: Channel, calendar: Calendar, day: date) -> bool:
    """Whether people chose that weekday and it is no holiday, or it is one on which no day is free."""
    chosen = str(day.isoweekday()) in channel.digest_days
    return calendar.is_busy(day) or (chosen and not calendar.is_holiday(day))


def _morning(session: Session, schedule: Schedule, now: datetime) -> Folded | None:
    member = session.get_one(Member, schedule.subject_id)
    zone = zone_of(session, member)
    due_at, schedule.next_at = schedule.next_at, next_morning(session, member, _after(schedule, now))
    day = due_at.astimezone(zone).date()
    if not calendar_of(session, member).is_working(day):
        return None
    if _too_late(due_at, now, zone):
        return Folded("morning", member.workspace_id, member.slack_id)
    rungs = nudges.rungs_due(session, viewer_of(member, machine_now()), member, now)
    if _say_today(session, "morning", member, day, Answer("morning"), now):
        nudges.tell(session, member, rungs, day)
    return None


def _nudge(session: Session, schedule: Schedule, now: datetime) -> Folded | None:
    """What is urgent in a channel, on a day that has no digest there to say it."""
    channel = session.get_one(Channel, schedule.subject_id)
    zone, calendar = zone_of(session, channel), calendar_of(session, channel)
    due_at, schedule.next_at = schedule.next_at, next_nudges(session, channel, _after(schedule, now))
    day = due_at.astimezone(zone).date()
    in_digest = channel.digest_on and _has_digest(channel, calendar, day)
    if in_digest or channel.archived or not channel.app_in or not calendar.is_working(day):
        return None
    rungs = nudges.rungs_due(session, room_of(session, channel), channel, now, urgent=True)
    if not rungs:
        return None
    if _too_late(due_at, now, zone):
        return Folded("nudge", channel.workspace_id, channel.slack_id)
    facts = {"channel": channel.id, "rungs": [[one.subject_id, one.rung] for one in rungs]}
    if _say_today(session, "nudge", channel, day, Answer("nudges", facts), now):
        nudges.tell(session, channel, rungs, day)
    return None


def _reminder(session: Session, schedule: Schedule, now: datetime) -> None:
    """To whoever holds the task, else to whoever asked for it, or who minds it for them while they are away;
    once for each hour that was set."""
    task = session.get_one(Task, schedule.subject_id)
    due_at = schedule.next_at
    asked = due_at == task.snoozed_until
    cause = f"{task.id}:{'snooze' if asked else 'due'}:{due_at if asked else task.due_at}"
    following = reminder_at(task, due_at)
    held = [row.member_id for row in owner_rows(session, task.workspace_id, task.id) if row.member_id]
    for member_id in held or [task.author_id]:
        member = _there(session, session.get_one(Member, member_id), task, now)
        body = {"answer": Answer("reminder", {"task": task.id}).to_json(), "member": member.id}
        _say(session, member, "reminder", cause, body, now)
    if following is None:
        session.delete(schedule)
    else:
        schedule.next_at = following


def _there(session: Session, member: Member, task: Task, now: datetime) -> Member:
    """The member, or their stand-in while they are away, who must be one who may see the task."""
    today = now.astimezone(zone_of(session, member)).date()
    other = stand_in_of(session, member, today)
    if other is None or task_row_by_id(session, viewer_of(other, machine_now()), task.id) is None:
        return member
    return other


def _zone(session: Session, schedule: Schedule, now: datetime) -> None:
    """The day after the last of a journey: the member is in their own zone again."""
    end_visit(session, session.get_one(Member, schedule.subject_id), now)
    drop_schedule(session, schedule.workspace_id, "zone", schedule.subject_id)


_PLANS: dict[str, Callable[[Session, Schedule, datetime], Folded | None]] = {
    "digest": _digest,
    "morning": _morning,
    "nudge": _nudge,
    "reminder": _reminder,
    "zone": _zone,
}


def _after(schedule: Schedule, now: datetime) -> datetime:
    """From when the next is sought: after days of silence it may be one of this very morning."""
    return max(schedule.next_at, now - FOLD_AFTER)


def _too_late(due_at: datetime, now: datetime, zone: ZoneInfo) -> bool:
    """Whether it is left to the next: hours late, or late at night."""
    late, hour = now - due_at, now.astimezone(zone).hour
    return late > FOLD_AFTER or (late > _PROMPT and (hour >= NIGHT[0] or hour < NIGHT[1]))


def _say_today(
    session: Session, kind: str, reader: Member | Channel, day: date, answer: Answer, now: datetime
) -> bool:
    """Say it once on that day of the reader's; False where it was said."""
    body: dict[str, Any] = {
        "answer": answer.to_json(),
        "member" if isinstance(reader, Member) else "room": reader.id,
    }
    if kind in _OF_A_DAY:
        body["day"] = day.isoformat()
    return _say(session, reader, kind, day.isoformat(), body, now)


def _say(
    session: Session, reader: Member | Channel, kind: str, cause: str, body: dict[str, Any], now: datetime
) -> bool:
    return enqueue(
        session,
        workspace_id=reader.workspace_id,
        kind=kind,
        target=reader.slack_id,
        cause=cause,
        body=body,
        said_at=now,
    )
