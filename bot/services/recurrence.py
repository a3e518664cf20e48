"""Tasks that repeat: when one is done, the next is there."""

from __future__ import annotations

from datetime import datetime, time
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr
from sqlalchemy.orm import Session

from bot.services.actor import Actor
from bot.services.calendars import at_local
from storage.counters import next_number
from storage.ids import new_id
from storage.models import Task, TaskOwner
from storage.tasks import owner_rows

_KEPT = (
    "workspace_id", "title", "search_key", "priority", "program_id", "organisation_id", "contact_id",
    "recurrence", "due_time", "due_zone", "audience", "audience_channel_id", "audience_member_id",
    "author_id", "place_id",
)  # fmt: skip


def next_one(session: Session, task: Task, actor: Actor) -> int | None:
    """Add the next of a task that repeats, in the same hands, due on its first day after today.

    The row id; None where the task does not repeat, or has come to its end.
    """
    if task.recurrence is None or task.due_day is None:
        return None
    begin, after = (datetime.combine(day, time()) for day in (task.due_day, max(task.due_day, actor.today)))
    found = rrulestr(task.recurrence, dtstart=begin).after(after)
    if found is None:
        return None
    following = Task(
        id=new_id(),
        number=next_number(session, task.workspace_id, "task"),
        created_at=actor.now,
        due_day=found.date(),
        **{column: getattr(task, column) for column in _KEPT},
    )
    if task.due_time and task.due_zone:
        minutes = task.due_time.hour * 60 + task.due_time.minute
        following.due_at = at_local(found.date(), minutes, ZoneInfo(task.due_zone))
    session.add(following)
    session.flush()
    for held in owner_rows(session, task.workspace_id, task.id):
        session.add(
            TaskOwner(
                workspace_id=task.workspace_id,
                task_id=following.id,
                member_id=held.member_id,
                contact_id=held.contact_id,
                words=held.words,
            )
        )
    session.flush()
    return following.id
