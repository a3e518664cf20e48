"""When a program's team has no day off."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Select, bindparam, case, exists, func, or_, select
from sqlalchemy.orm import Session

from storage.models import Anchor, Channel, Member, Program, ProgramChannel, Task, TaskOwner

_BEGIN, _END = ("opening", "arrival", "first_performance"), ("closing", "departure")
_in_channel = exists().where(
    ProgramChannel.workspace_id == Program.workspace_id,
    ProgramChannel.program_id == Program.id,
    ProgramChannel.channel_id == bindparam("row"),
    ProgramChannel.deleted_at.is_(None),
)
_in_team = or_(
    Program.lead_id == bindparam("row"),
    exists().where(
        Task.workspace_id == Program.workspace_id,
        Task.program_id == Program.id,
        Task.status == "open",
        Task.deleted_at.is_(None),
        TaskOwner.workspace_id == Task.workspace_id,
        TaskOwner.task_id == Task.id,
        TaskOwner.member_id == bindparam("row"),
        TaskOwner.deleted_at.is_(None),
    ),
)


def _spans(concerned: ColumnElement[bool]) -> Select[date, date | None]:
    first = func.min(case((Anchor.kind.in_(_BEGIN), Anchor.day)))
    last = func.max(case((Anchor.kind.in_(_END), Anchor.day)))
    return (
        select(first, last)
        .join(Program, Program.id == Anchor.program_id)
        .where(
            Program.workspace_id == bindparam("workspace"),
            Program.busy,
            Program.status == "active",
            Program.deleted_at.is_(None),
            Anchor.deleted_at.is_(None),
            Anchor.precision == "day",
            concerned,
        )
        .group_by(Program.id)
        .having(first.is_not(None))
    )


_in_rooms, _in_teams = _spans(_in_channel), _spans(_in_team)


def busy_spans(session: Session, row: Member | Channel) -> list[tuple[date, date]]:
    """First and last day of each program that is busy then, of those that live in the channel, or that the
    member leads or has open tasks in."""
    statement = _in_rooms if isinstance(row, Channel) else _in_teams
    found = session.execute(statement, {"workspace": row.workspace_id, "row": row.id})
    return [(first, max(first, last or first)) for first, last in found]
