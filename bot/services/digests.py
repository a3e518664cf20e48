"""What a channel's digest and a person's morning say: the same builder for what is shown and what is sent."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.calendars import at_local, working_day_after, working_day_before
from storage.models import Channel
from storage.programs import milestones_seen_by, program_row, updates_seen_by
from storage.seen import Digest, Morning, Room, SeenProgramName, Viewer
from storage.tasks import TaskFilter, tasks_seen_by
from storage.workspaces import programs_of_channel

PER_GROUP = 5
PER_MORNING_GROUP = 8
SOON = 2  # working days after today


def channel_digest(session: Session, room: Room, channel: Channel, now: datetime, zone: ZoneInfo) -> Digest:
    """The channel's digest as of now, holding only what everyone in the channel may see.

    A channel where programs live tells of those and of what was said in it; any other of all that its
    people may see.
    """
    today = now.astimezone(zone).date()
    linked = tuple(programs_of_channel(session, room.workspace_id, channel.id))
    mine = TaskFilter(program_ids=linked or None, place_id=channel.id if linked else None)
    late, late_total = tasks_seen_by(session, room, replace(mine, late_at=(today, now)), limit=PER_GROUP)
    soon, soon_total = tasks_seen_by(
        session,
        room,
        replace(mine, due_from=today, due_to=working_day_after(today, SOON), not_late_at=(today, now)),
        limit=PER_GROUP,
    )
    since = at_local(working_day_before(today), channel.digest_at, zone)
    updates, updates_total = updates_seen_by(
        session, room, program_ids=linked or None, since=since, limit=PER_GROUP
    )
    only = program_row(session, room, linked[0]) if len(linked) == 1 else None
    return Digest(
        day=today,
        late=late,
        late_total=late_total,
        soon=soon,
        soon_total=soon_total,
        updates=updates,
        updates_total=updates_total,
        milestones=milestones_seen_by(session, room, today, program_ids=linked or None),
        program=SeenProgramName(only.id, only.name) if only else None,
        guests=not room.full,
    )


def morning(session: Session, viewer: Viewer, now: datetime, zone: ZoneInfo, *, first: bool) -> Morning:
    """What the member holds that is late, due today, or due in the next two working days."""
    today = now.astimezone(zone).date()
    mine = TaskFilter(holder_id=viewer.member_id, awake_at=now)
    late, late_total = tasks_seen_by(
        session, viewer, replace(mine, late_at=(today, now)), limit=PER_MORNING_GROUP
    )
    due, due_total = tasks_seen_by(
        session,
        viewer,
        replace(mine, due_from=today, due_to=today, not_late_at=(today, now)),
        limit=PER_MORNING_GROUP,
    )
    soon, soon_total = tasks_seen_by(
        session,
        viewer,
        replace(mine, due_after=today, due_to=working_day_after(today, SOON)),
        limit=PER_MORNING_GROUP,
    )
    return Morning(today, late, late_total, due, due_total, soon, soon_total, first)
