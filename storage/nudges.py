"""Which deadlines have come to a rung that their reader was not told of yet."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, or_, select
from sqlalchemy.orm import Session, aliased

from storage.audience import seen_by
from storage.inserting import insert_once
from storage.models import Anchor, Nudge, Program, Task
from storage.seen import Eyes, SeenAnchor
from storage.tasks import TaskFilter, conditions_of

Rungs = tuple[tuple[str | None, tuple[tuple[int, tuple[date, ...]], ...]], ...]
"""The deadlines that stand at a rung, by ladder (None: the usual one) and rung."""

MOST = 300


_ladders = (
    select(Program.ladder)
    .where(Program.workspace_id == bindparam("workspace"), Program.ladder.is_not(None))
    .distinct()
    .order_by(Program.ladder)
)


def ladders(session: Session, workspace_id: int) -> Sequence[str]:
    """The ladders that programs have of their own."""
    return [words for words in session.scalars(_ladders, {"workspace": workspace_id}) if words]


def tasks_to_nudge(
    session: Session, viewer: Eyes, which: TaskFilter, reader_id: int, rungs: Rungs
) -> Sequence[Any]:
    """(task id, deadline, ladder_from, rung) of tasks at a rung that the reader was not told of.

    Nothing of a program that is paused or closed.
    """
    if not _days_of(rungs):
        return ()
    seen = seen_by(Task, viewer, by_id=which.ids is not None)
    statement = _tasks_at(rungs).where(seen, *conditions_of(which))
    return session.execute(statement, {"reader": reader_id}).all()


@lru_cache(maxsize=64)  # building it costs more than running it, and a whole morning asks for the same days
def _tasks_at(rungs: Rungs) -> Select[*tuple[Any, ...]]:
    rung = _rung_of(Task.due_day, rungs)
    return (
        select(Task.id, Task.due_day, Task.ladder_from, rung)
        .outerjoin(Program, Program.id == Task.program_id)
        .where(
            or_(Task.program_id.is_(None), Program.status == "active"),
            *_untold(Task, Task.due_day, rung, rungs),
        )
        .order_by(Task.due_day, Task.number)
        .limit(MOST)
    )


def anchors_to_nudge(
    session: Session, viewer: Eyes, program_ids: Sequence[int], reader_id: int, rungs: Rungs
) -> Sequence[Any]:
    """(anchor id, day, ladder_from, rung) of programs' dates, known to the day, at a rung."""
    rung = _rung_of(Anchor.day, rungs)
    return session.execute(
        select(Anchor.id, Anchor.day, Anchor.ladder_from, rung)
        .join(Program, Program.id == Anchor.program_id)
        .where(
            seen_by(Program, viewer),
            Program.id.in_(program_ids),
            Program.status == "active",
            Program.deleted_at.is_(None),
            Anchor.deleted_at.is_(None),
            Anchor.precision == "day",
            *_untold(Anchor, Anchor.day, rung, rungs),
        )
        .order_by(Anchor.day, Anchor.id)
        .limit(MOST),
        {"reader": reader_id},
    ).all()


def anchors_seen_by(
    session: Session, viewer: Eyes, anchor_ids: Sequence[int]
) -> list[tuple[int, str, SeenAnchor]]:
    """Those of these anchors that the viewer may see, each with its program's name, earliest first."""
    rows = session.execute(
        select(Program.name, Anchor)
        .join(Anchor, Anchor.program_id == Program.id)
        .where(seen_by(Program, viewer), Anchor.id.in_(anchor_ids), Anchor.deleted_at.is_(None))
        .order_by(Anchor.day, Anchor.id)
    )
    return [
        (a.id, name, SeenAnchor(a.kind, a.day, a.first_day, a.precision, a.confirmed)) for name, a in rows
    ]


def told_on(session: Session, workspace_id: int, reader_id: int, day: date) -> Sequence[Any]:
    """(task or anchor id, deadline, rung) of what the reader was told of that day."""
    return session.execute(
        select(Nudge.subject_id, Nudge.due_day, Nudge.rung)
        .where(Nudge.workspace_id == workspace_id, Nudge.reader_id == reader_id, Nudge.told_on == day)
        .order_by(Nudge.id)
    ).all()


def keep_told(
    session: Session, workspace_id: int, reader_id: int, subject_id: int, due: date, rung: int, day: date
) -> None:
    """Remember that the reader was told of this rung of this deadline."""
    values = {"workspace_id": workspace_id, "reader_id": reader_id, "subject_id": subject_id}
    insert_once(session, Nudge, values | {"due_day": due, "rung": rung, "told_on": day})


def _rung_of(due_day: Any, rungs: Rungs) -> ColumnElement[int]:
    """The rung that the deadline stands at, by its program's ladder; NULL at none."""
    return case(
        *(
            (
                Program.ladder.is_(None) if ladder is None else Program.ladder == ladder,
                case(days, value=due_day),
            )
            for ladder, by_rung in rungs
            if (days := {day: rung for rung, dues in by_rung for day in dues})
        )
    )


def _days_of(rungs: Rungs) -> list[date]:
    return [day for _, by_rung in rungs for _, days in by_rung for day in days]


def _untold(
    subject: type[Task] | type[Anchor], due_day: Any, rung: ColumnElement[int], rungs: Rungs
) -> tuple[ColumnElement[bool], ...]:
    """Between the first and the last of the days, so that an index on them is read in order; not told of."""
    days = _days_of(rungs)
    told = aliased(Nudge)
    of_this = (
        told.workspace_id == subject.workspace_id,
        told.reader_id == bindparam("reader"),
        told.subject_id == subject.id,
        told.due_day == due_day,
        told.rung == rung,
    )
    return due_day.between(min(days), max(days)), rung.is_not(None), ~exists().where(*of_this)
