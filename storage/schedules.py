"""When things are next to be looked at: one row each, one index to find the due ones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.orm import Session

from storage.inserting import insert_once
from storage.models import Schedule

_mine = (
    Schedule.workspace_id == bindparam("workspace"),
    Schedule.kind == bindparam("schedule"),
    Schedule.subject_id == bindparam("subject"),
)
_planned = select(Schedule.id).where(*_mine)
_drop = delete(Schedule).where(*_mine)


def set_schedule(session: Session, workspace_id: int, kind: str, subject_id: int, next_at: datetime) -> None:
    """Let the thing be looked at then; replaces what was planned for it."""
    key = (Schedule.workspace_id == workspace_id, Schedule.kind == kind, Schedule.subject_id == subject_id)
    fresh = insert_once(
        session,
        Schedule,
        {"workspace_id": workspace_id, "kind": kind, "subject_id": subject_id, "next_at": next_at},
    )
    if not fresh:
        session.execute(update(Schedule).where(*key).values(next_at=next_at))


def has_schedule(session: Session, workspace_id: int, kind: str, subject_id: int) -> bool:
    return session.scalar(_planned, _key(workspace_id, kind, subject_id)) is not None


def drop_schedule(session: Session, workspace_id: int, kind: str, subject_id: int) -> None:
    session.connection().execute(_drop, _key(workspace_id, kind, subject_id))


def _key(workspace_id: int, kind: str, subject_id: int) -> dict[str, int | str]:
    return {"workspace": workspace_id, "schedule": kind, "subject": subject_id}


def due_schedules(session: Session, now: datetime, *, limit: int = 200) -> Sequence[Schedule]:
    """The due rows, oldest first; on PostgreSQL locked, skipping those another process holds."""
    return session.scalars(
        select(Schedule)
        .where(Schedule.next_at <= now)
        .order_by(Schedule.next_at)
        .limit(limit)
        .with_for_update(skip_locked=True)
    ).all()


def next_due(session: Session) -> datetime | None:
    """When the next thing is due; None where nothing is planned."""
    return session.scalar(select(func.min(Schedule.next_at)))
