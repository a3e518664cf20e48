"""What a channel's digest and a person's morning say: the same builder for what is shown and what is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.calendars import Calendar, at_local
from bot.services.daysoff import calendar_of
from bot.services.nudges import AFTER, RungsToday
from storage.absences import stood_in_for
from storage.models import Channel, Member
from storage.partners import quiet_partners
from storage.programs import milestones_seen_by, program_row
from storage.seen import Digest, Morning, Room, SeenProgramName, SeenTask, Viewer
from storage.tasks import TaskFilter, count_tasks, tasks_seen_by
from storage.updates import updates_seen_by
from storage.workspaces import programs_of_channel

FOLD_AFTER = timedelta(hours=3)  # what is later is left to the next digest or morning
PER_GROUP = 10
SOON = 2  # working days after today
QUIET = (timedelta(days=180), timedelta(days=30))  # a partner quiet for longer is not going quiet any more
Tasks = tuple[tuple[SeenTask, ...], int]


def channel_digest(session: Session, room: Room, channel: Channel, now: datetime, zone: ZoneInfo) -> Digest:
    """The channel's digest as of now, holding only what everyone in the channel may see.

    A channel where programs live tells of those and of what was said in it; any other of all that its
    people may see.
    """
    today, calendar = now.astimezone(zone).date(), calendar_of(session, channel)
    wanted = set(channel.digest_sections.split())
    linked = tuple(programs_of_channel(session, room.workspace_id, channel.id))
    mine = TaskFilter(program_ids=linked or None, place_id=channel.id if linked else None)
    weekly, since = _first_of_week(today, calendar), at_local(calendar.before(today), channel.digest_at, zone)
    digest = Digest(today, guests=not room.full, weekly=weekly)
    rungs = RungsToday(session, room, channel, now)
    if "late" in wanted:
        (late, total), long_late = _late(session, room, mine, now, today, calendar)
        digest = replace(digest, late=late, late_total=total, long_late=long_late)
    if "soon" in wanted:
        soon, total = _soon(session, room, mine, rungs, now, today, calendar)
        digest = replace(digest, soon=soon, soon_total=total)
    if "waiting" in wanted:
        waiting, total = _waiting(session, room, mine, (*digest.late, *digest.soon))
        digest = replace(digest, waiting=waiting, waiting_total=total)
    digest = replace(digest, rungs=_told(rungs, digest.late, digest.soon, digest.waiting))
    if "news" in wanted:
        news, total = updates_seen_by(session, room, program_ids=linked or None, since=since, limit=PER_GROUP)
        finished = replace(mine, status="done", done_since=since)
        done, done_total = tasks_seen_by(session, room, finished, limit=PER_GROUP)
        digest = replace(digest, updates=news, updates_total=total, done=done, done_total=done_total)
    if "dates" in wanted:
        ahead = milestones_seen_by(session, room, today, program_ids=linked or None)
        digest = replace(digest, milestones=ahead)
    if "partners" in wanted and weekly:
        between = (today - QUIET[0], today - QUIET[1])
        digest = replace(digest, quiet=quiet_partners(session, room, between, program_ids=linked or None))
    only = program_row(session, room, linked[0]) if len(linked) == 1 else None
    return replace(digest, program=SeenProgramName(only.id, only.name) if only else None)


def morning(session: Session, viewer: Viewer, now: datetime, zone: ZoneInfo, *, first: bool) -> Morning:
    """What is late, due today or soon, at a rung, or waiting for somebody, of what the member holds or
    minds for who is away."""
    member = session.get_one(Member, viewer.member_id)
    today, calendar = now.astimezone(zone).date(), calendar_of(session, member)
    mine = TaskFilter(holder_ids=(member.id, *stood_in_for(session, member, today)), awake_at=now)
    (late, late_total), long_late = _late(session, viewer, mine, now, today, calendar)
    on_the_day = replace(mine, due_from=today, due_to=today, not_late_at=(today, now))
    due, due_total = tasks_seen_by(session, viewer, on_the_day, limit=PER_GROUP)
    later = replace(mine, due_after=today)
    rungs = RungsToday(session, viewer, member, now)
    soon, soon_total = _soon(session, viewer, later, rungs, now, today, calendar)
    waiting, waiting_total = _waiting(session, viewer, mine, (*late, *due, *soon))
    return Morning(
        day=today,
        member_id=member.id,
        late=late,
        late_total=late_total,
        long_late=long_late,
        today=due,
        today_total=due_total,
        soon=soon,
        soon_total=soon_total,
        waiting=waiting,
        waiting_total=waiting_total,
        weekly=_first_of_week(today, calendar),
        rungs=_told(rungs, late, due, soon, waiting),
        first=first,
    )


def _late(
    session: Session, eyes: Viewer | Room, mine: TaskFilter, now: datetime, today: date, calendar: Calendar
) -> tuple[Tasks, int]:
    """What is late and waits for nobody; late for longer than the last rung, it is listed once a week."""
    late = replace(mine, late_at=(today, now), waiting=False)
    if _first_of_week(today, calendar):
        return tasks_seen_by(session, eyes, late, limit=PER_GROUP), 0
    last_rung = today
    for _ in range(max(AFTER)):
        last_rung = calendar.before(last_rung)
    long_late = replace(late, due_to=last_rung - timedelta(days=1))
    return (
        tasks_seen_by(session, eyes, replace(late, due_from=last_rung), limit=PER_GROUP),
        count_tasks(session, eyes, long_late),
    )


def _soon(
    session: Session,
    eyes: Viewer | Room,
    mine: TaskFilter,
    rungs: RungsToday,
    now: datetime,
    today: date,
    calendar: Calendar,
) -> Tasks:
    """What is due in the next days and, beyond them, what stands at a rung today."""
    last = calendar.after(today, SOON)
    near = replace(mine, due_from=today, due_to=last, not_late_at=(today, now))
    soon, total = tasks_seen_by(session, eyes, near, limit=PER_GROUP)
    ahead = tuple(rungs.beyond(last))
    if ahead and len(soon) < PER_GROUP:
        at_rung = TaskFilter(ids=ahead, due_after=last, awake_at=now)
        beyond, more = tasks_seen_by(session, eyes, at_rung, limit=PER_GROUP - len(soon))
        return (*soon, *beyond), total + more
    return soon, total + len(ahead)


def _told(rungs: RungsToday, *groups: tuple[SeenTask, ...]) -> tuple[tuple[int, int], ...]:
    """Of the tasks shown, the rungs that their deadlines stand at."""
    shown = [task for group in groups for task in group]
    standing = rungs.of(tuple(task.id for task in shown)) if shown else {}
    return tuple(
        (task.id, standing[task.id].rung)
        for task in shown
        if task.id in standing and task.due and task.due.day == standing[task.id].due
    )


def _waiting(session: Session, eyes: Viewer | Room, mine: TaskFilter, told: tuple[SeenTask, ...]) -> Tasks:
    """What waits for somebody and is not told of already."""
    waiting, total = tasks_seen_by(session, eyes, replace(mine, waiting=True), limit=PER_GROUP)
    left = tuple(task for task in waiting if task not in told)
    return left, total - len(waiting) + len(left)


def _first_of_week(day: date, calendar: Calendar) -> bool:
    """Whether no day of that week was worked before it."""
    return calendar.is_working(day) and calendar.before(day).isocalendar()[:2] != day.isocalendar()[:2]
