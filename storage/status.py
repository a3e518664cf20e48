"""How Lintas runs in one workspace, in numbers that name nothing that was said."""

from __future__ import annotations

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.models import Channel, Delivery, Member, Program, Schedule, Task
from storage.models.base import InWorkspace
from storage.seen import Status

_WAITING = ("queued", "claimed", "posting")


def status_of(session: Session, workspace_id: int) -> Status:
    """The workspace's numbers as of now."""

    def count(rows: type[InWorkspace], *where: object) -> int:
        counted = select(func.count()).select_from(rows).where(rows.workspace_id == workspace_id)
        return session.scalar(counted.where(*where)) or 0  # type: ignore[arg-type]

    mine = Delivery.workspace_id == workspace_id
    return Status(
        database=session.get_bind().dialect.name,
        members=count(Member, Member.kind == "full", Member.left.is_(False)),
        programs=count(Program, Program.deleted_at.is_(None), Program.status == "active"),
        open_tasks=count(Task, Task.status == "open", Task.deleted_at.is_(None)),
        digests=count(Channel, Channel.digest_on, Channel.archived.is_(False)),
        waiting=count(Delivery, Delivery.state.in_(_WAITING)),
        given_up=count(Delivery, Delivery.state == "failed"),
        next_at=session.scalar(
            select(func.min(Schedule.next_at)).where(Schedule.workspace_id == workspace_id)
        ),
        last_said=session.scalar(select(func.max(Delivery.said_at)).where(mine, Delivery.state == "sent")),
    )
