"""The clock, nothing else: what is due becomes deliveries, once for each local day."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.answers import Answer
from bot.services.calendars import WEEKDAYS, next_local
from bot.services.derived import zone_of
from storage.database import Database
from storage.deliveries import enqueue
from storage.models import Channel, Member, Schedule, Task
from storage.schedules import drop_schedule, due_schedules
from storage.tasks import owner_rows

FOLD_AFTER = timedelta(hours=3)


@dataclass(frozen=True)
class Folded:
    """A digest or morning too late to be sent by itself: the next one says it all."""

    kind: str
    workspace_id: int
    target: str


def tick(database: Database, now: datetime) -> list[Folded]:
    """Turn every schedule due by `now` into deliveries and plan its next; tell what was folded."""
    folded: list[Folded] = []
    while True:
        with database.writing() as session:
            due = due_schedules(session, now)
            passed = [_PLANS[schedule.kind](session, schedule, now) for schedule in due]
        folded += [one for one in passed if one is not None]
        if not due:
            return folded


def would_send(database: Database, now: datetime) -> list[dict[str, Any]]:
    """What is due by now, without sending or planning anything."""
    with database.reading() as session:
        due = session.scalars(select(Schedule).where(Schedule.next_at <= now).order_by(Schedule.next_at))
        return [
            {"kind": row.kind, "subject": str(row.subject_id), "due": row.next_at.isoformat()} for row in due
        ]


def _digest(session: Session, schedule: Schedule, now: datetime) -> Folded | None:
    channel = session.get_one(Channel, schedule.subject_id)
    days = {int(day) for day in channel.digest_days}
    zone = zone_of(session, channel)
    due_at, schedule.next_at = schedule.next_at, next_local(now, channel.digest_at, days, zone)
    if now - due_at > FOLD_AFTER:
        return Folded("digest", channel.workspace_id, channel.slack_id)
    _say(
        session,
        schedule,
        "digest",
        channel.slack_id,
        due_at.astimezone(zone).date().isoformat(),
        {"answer": Answer("digest", {"channel": channel.id}).to_json(), "room": channel.id},
        now,
    )
    return None


def _morning(session: Session, schedule: Schedule, now: datetime) -> Folded | None:
    member = session.get_one(Member, schedule.subject_id)
    zone = zone_of(session, member)
    due_at, schedule.next_at = schedule.next_at, next_local(now, member.morning_at, WEEKDAYS, zone)
    if now - due_at > FOLD_AFTER:
        return Folded("morning", member.workspace_id, member.slack_id)
    _say(
        session,
        schedule,
        "morning",
        member.slack_id,
        due_at.astimezone(zone).date().isoformat(),
        {"answer": Answer("morning").to_json(), "member": member.id},
        now,
    )
    return None


def _reminder(session: Session, schedule: Schedule, now: datetime) -> None:
    """To whoever holds the task, else to whoever asked for it."""
    task = session.get_one(Task, schedule.subject_id)
    cause = f"{task.id}:{schedule.next_at.isoformat()}"
    drop_schedule(session, schedule.workspace_id, "reminder", task.id)
    held = [row.member_id for row in owner_rows(session, task.workspace_id, task.id) if row.member_id]
    for member_id in held or [task.author_id]:
        member = session.get_one(Member, member_id)
        body = {"answer": Answer("reminder", {"task": task.id}, task.id).to_json(), "member": member_id}
        _say(session, schedule, "reminder", member.slack_id, cause, body, now)


_PLANS: dict[str, Callable[[Session, Schedule, datetime], Folded | None]] = {
    "digest": _digest,
    "morning": _morning,
    "reminder": _reminder,
}


def _say(
    session: Session,
    schedule: Schedule,
    kind: str,
    target: str,
    cause: str,
    body: dict[str, Any],
    now: datetime,
) -> None:
    enqueue(
        session,
        workspace_id=schedule.workspace_id,
        kind=kind,
        target=target,
        cause=cause,
        body=body,
        said_at=now,
    )
