"""Reports from what is stored: nothing is said in them that nobody logged."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.services.calendars import at_local
from storage.programs import programs_seen_by
from storage.seen import Report, Viewer
from storage.tasks import TaskFilter, count_tasks
from storage.updates import updates_seen_by

PROGRAMS, UPDATES = 20, 12
WEIGHTY = ("decision", "risk", "blocker", "budget", "result")  # what a director reads


def report_of(session: Session, viewer: Viewer, kind: str, now: datetime, zone: ZoneInfo) -> Report:
    """The report on this week so far, or on this month so far (“month”, “director”)."""
    today = now.astimezone(zone).date()
    first = today - timedelta(days=today.weekday()) if kind == "week" else today.replace(day=1)
    since = at_local(first, 0, zone)
    kinds = WEIGHTY if kind == "director" else None
    updates, total = updates_seen_by(session, viewer, since=since, kinds=kinds, limit=UPDATES)
    programs = programs_seen_by(session, viewer, today, limit=200)
    return Report(
        kind=kind,
        first=first,
        last=today,
        open_total=count_tasks(session, viewer, TaskFilter()),
        late_total=count_tasks(session, viewer, TaskFilter(late_at=(today, now))),
        done_total=count_tasks(session, viewer, TaskFilter(status="done", done_since=since)),
        programs=programs[:PROGRAMS],
        programs_total=len(programs),
        updates=updates,
        updates_total=total,
    )
