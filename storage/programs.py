"""Programs as a viewer may see them, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from storage.audience import channel_open_to, seen_by
from storage.models import Alias, Anchor, Channel, Member, Program, ProgramChannel, Task, Update
from storage.seen import (
    Eyes,
    SeenAnchor,
    SeenAudience,
    SeenMember,
    SeenProgram,
    SeenUpdate,
)


def program_row(session: Session, viewer: Eyes, program_id: int) -> Program | None:
    """The row, deleted ones included; None where there is none that the viewer may see."""
    return session.scalars(
        select(Program).where(seen_by(Program, viewer), Program.id == program_id)
    ).one_or_none()


def program_rows_by_key(session: Session, viewer: Eyes, search_key: str) -> Sequence[Program]:
    """The programs of that very name."""
    return session.scalars(
        select(Program).where(
            seen_by(Program, viewer), Program.search_key == search_key, Program.deleted_at.is_(None)
        )
    ).all()


def anchor_rows(session: Session, workspace_id: int, program_id: int) -> Sequence[Anchor]:
    """The program's anchors, earliest first."""
    return session.scalars(
        select(Anchor)
        .where(
            Anchor.workspace_id == workspace_id, Anchor.program_id == program_id, Anchor.deleted_at.is_(None)
        )
        .order_by(Anchor.day)
    ).all()


def seen_program(session: Session, viewer: Eyes, program_id: int, today: date) -> SeenProgram | None:
    """One program with its anchors, channels, open tasks counted and latest updates."""
    row = program_row(session, viewer, program_id)
    if row is None:
        return None
    lead = session.get(Member, row.lead_id) if row.lead_id else None
    channel = session.get(Channel, row.audience_channel_id) if row.audience_channel_id else None
    open_tasks, late_tasks = _counts(session, viewer, row, today)
    return SeenProgram(
        id=row.id,
        name=row.name,
        audience=SeenAudience(row.audience, channel.slack_id if channel else None),
        kind=row.kind,
        city=row.city,
        countries=tuple(filter(None, row.countries.split(","))),
        lead=SeenMember(lead.id, lead.slack_id, lead.name) if lead else None,
        anchors=tuple(
            SeenAnchor(a.kind, a.day, a.first_day, a.precision, a.confirmed)
            for a in anchor_rows(session, row.workspace_id, row.id)
        ),
        aliases=tuple(
            session.scalars(
                select(Alias.name).where(
                    Alias.workspace_id == row.workspace_id,
                    Alias.program_id == row.id,
                    Alias.deleted_at.is_(None),
                )
            )
        ),
        channels=tuple(_linked_channels(session, viewer, row)),
        open_tasks=open_tasks,
        late_tasks=late_tasks,
        updates=updates_seen_by(session, viewer, program_ids=(row.id,), limit=5)[0],
        status=row.status,
        ladder=row.ladder,
    )


def programs_seen_by(
    session: Session, viewer: Eyes, today: date, *, limit: int = 40
) -> tuple[SeenProgram, ...]:
    """The viewer's programs, the next anchor first; light: no updates, no aliases."""
    rows = session.scalars(
        select(Program)
        .where(seen_by(Program, viewer), Program.deleted_at.is_(None))
        .order_by(Program.id)
        .limit(limit)
    ).all()
    if not rows:
        return ()
    ids = [row.id for row in rows]
    anchors: dict[int, list[SeenAnchor]] = {}
    for a in session.scalars(
        select(Anchor)
        .where(
            Anchor.workspace_id == viewer.workspace_id,
            Anchor.program_id.in_(ids),
            Anchor.deleted_at.is_(None),
        )
        .order_by(Anchor.day)
    ):
        anchors.setdefault(a.program_id, []).append(
            SeenAnchor(a.kind, a.day, a.first_day, a.precision, a.confirmed)
        )
    counts = {
        program_id: (total, late)
        for program_id, total, late in session.execute(
            select(Task.program_id, func.count(), func.count().filter(Task.due_day < today))
            .where(
                seen_by(Task, viewer),
                Task.program_id.in_(ids),
                Task.status == "open",
                Task.deleted_at.is_(None),
            )
            .group_by(Task.program_id)
        )
    }
    seen = [
        SeenProgram(
            id=row.id,
            name=row.name,
            audience=SeenAudience(row.audience),
            kind=row.kind,
            city=row.city,
            anchors=tuple(anchors.get(row.id, ())),
            open_tasks=counts.get(row.id, (0, 0))[0],
            late_tasks=counts.get(row.id, (0, 0))[1],
        )
        for row in rows
    ]
    return tuple(sorted(seen, key=lambda program: _next_anchor(program, today)))


def updates_seen_by(
    session: Session,
    viewer: Eyes,
    *,
    program_ids: Sequence[int] | None = None,
    since: datetime | None = None,
    update_id: int | None = None,
    limit: int = 5,
) -> tuple[tuple[SeenUpdate, ...], int]:
    """The newest updates, and how many there are in all."""
    conditions = [seen_by(Update, viewer), Update.deleted_at.is_(None)]
    if program_ids is not None:
        conditions.append(Update.program_id.in_(program_ids))
    if since is not None:
        conditions.append(Update.created_at >= since)
    if update_id is not None:
        conditions.append(Update.id == update_id)
    author = aliased(Member)
    rows = session.execute(
        select(Update, author.name, Program.name, Channel.slack_id)
        .join(author, author.id == Update.author_id)
        .join(Program, Program.id == Update.program_id)
        .outerjoin(Channel, Channel.id == Update.audience_channel_id)
        .where(*conditions)
        .order_by(Update.created_at.desc(), Update.id.desc())
        .limit(limit)
    ).all()
    seen = tuple(
        SeenUpdate(u.kind, u.text, name, u.created_at, SeenAudience(u.audience, channel), program)
        for u, name, program, channel in rows
    )
    if len(seen) < limit:
        return seen, len(seen)
    return seen, session.scalar(select(func.count()).select_from(Update).where(*conditions)) or 0


def milestones_seen_by(
    session: Session, viewer: Eyes, today: date, *, program_ids: Sequence[int] | None = None, limit: int = 3
) -> tuple[tuple[str, SeenAnchor], ...]:
    """The next anchors of the viewer's active programs, with the program's name."""
    statement = (
        select(Program.name, Anchor)
        .join(Anchor, Anchor.program_id == Program.id)
        .where(
            seen_by(Program, viewer),
            Program.deleted_at.is_(None),
            Program.status == "active",
            Anchor.deleted_at.is_(None),
            Anchor.day >= today,
        )
        .order_by(Anchor.day, Anchor.id)
        .limit(limit)
    )
    if program_ids is not None:
        statement = statement.where(Program.id.in_(program_ids))
    return tuple(
        (name, SeenAnchor(a.kind, a.day, a.first_day, a.precision, a.confirmed))
        for name, a in session.execute(statement)
    )


def _counts(session: Session, viewer: Eyes, row: Program, today: date) -> tuple[int, int]:
    mine = (
        seen_by(Task, viewer),
        Task.program_id == row.id,
        Task.status == "open",
        Task.deleted_at.is_(None),
    )
    total = session.scalar(select(func.count()).select_from(Task).where(*mine)) or 0
    late = session.scalar(select(func.count()).select_from(Task).where(*mine, Task.due_day < today)) or 0
    return total, late


def _linked_channels(session: Session, viewer: Eyes, row: Program) -> Sequence[str]:
    """Slack ids of the program's channels: those the viewer may know of."""
    return session.scalars(
        select(Channel.slack_id)
        .join(ProgramChannel, ProgramChannel.channel_id == Channel.id)
        .where(
            ProgramChannel.workspace_id == row.workspace_id,
            ProgramChannel.program_id == row.id,
            ProgramChannel.deleted_at.is_(None),
            channel_open_to(viewer),
        )
        .order_by(ProgramChannel.id)
    ).all()


def _next_anchor(program: SeenProgram, today: date) -> tuple[bool, date]:
    coming = [a.day for a in program.anchors if a.day >= today]
    return (not coming, min(coming) if coming else date.max)


def programs_led_by(session: Session, viewer: Eyes, member_id: int, *, limit: int = 10) -> Sequence[str]:
    """The names of the active programs that a member leads, as far as the viewer may see them."""
    return session.scalars(
        select(Program.name)
        .where(
            seen_by(Program, viewer),
            Program.lead_id == member_id,
            Program.status == "active",
            Program.deleted_at.is_(None),
        )
        .order_by(Program.id)
        .limit(limit)
    ).all()
