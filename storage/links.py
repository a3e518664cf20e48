"""Which tasks come after which."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from storage.models import Task, TaskLink


def links_of(session: Session, workspace_id: int, task_id: int) -> Sequence[TaskLink]:
    """What the task comes after, the first said first."""
    return session.scalars(
        select(TaskLink)
        .where(
            TaskLink.workspace_id == workspace_id,
            TaskLink.task_id == task_id,
            TaskLink.deleted_at.is_(None),
        )
        .order_by(TaskLink.id)
    ).all()


def open_before(session: Session, workspace_id: int, task_id: int) -> Sequence[Task]:
    """The open tasks that it comes after, by number."""
    return _open(session, workspace_id, TaskLink.after_id == Task.id, TaskLink.task_id == task_id)


def open_after(session: Session, workspace_id: int, task_id: int) -> Sequence[Task]:
    """The open tasks that come after it, by number."""
    return _open(session, workspace_id, TaskLink.task_id == Task.id, TaskLink.after_id == task_id)


def _open(
    session: Session, workspace_id: int, linked: ColumnElement[bool], which: ColumnElement[bool]
) -> Sequence[Task]:
    return session.scalars(
        select(Task)
        .join(TaskLink, linked)
        .where(
            TaskLink.workspace_id == workspace_id,
            which,
            TaskLink.deleted_at.is_(None),
            Task.status == "open",
            Task.deleted_at.is_(None),
        )
        .order_by(Task.number)
    ).all()


def chain(session: Session, workspace_id: int, start: int, goal: int) -> list[int] | None:
    """The row ids on a way from `start` back to `goal` along what comes before; None where there is none."""
    came_from: dict[int, int | None] = {start: None}
    level = [start]
    while level:
        rows = session.execute(
            select(TaskLink.task_id, TaskLink.after_id).where(
                TaskLink.workspace_id == workspace_id,
                TaskLink.task_id.in_(level),
                TaskLink.deleted_at.is_(None),
            )
        ).all()
        level = []
        for later, earlier in rows:
            if earlier not in came_from:
                came_from[earlier] = later
                level.append(earlier)
        if goal in came_from:
            way, one = list[int](), goal
            while (following := came_from[one]) is not None:
                way.append(one)
                one = following
            return [*way, start][::-1]
    return None
