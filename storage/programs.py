"""Programs as a viewer may see them, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from storage.audience import channel_open_to, seen_by
from storage.models import Alias, Anchor, Channel, Member, Program, ProgramChannel, Task
from storage.seen import (
    Eyes,
    SeenAnchor,
    SeenAudience,
    SeenMember,
    SeenProgram,
)
from storage.updates import healths_seen_by, updates_seen_by


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


def alias_rows(session: Session, workspace_id: int, program_id: int) -> Sequence[Alias]:
    """The other names that the program answers to, oldest first."""
    return session.scalars(
        select(Alias)
        .where(Alias.workspace_id == workspace_id, Alias.program_id == program_id, Alias.deleted_at.is_(None))
        .order_by(Alias.id)
    ).all()


def seen_program(session: Session, viewer: Eyes, program_id: int, today: date) -> SeenProgram | None:
    """One program with its anchors, channels, open tasks counted and latest updates."""
    row = program_row(session, viewer, program_id)
    if row is None:
        return None
    lead = session.get(Member, row.lead_id) if row.lead_id else None
    channel = session.get(Channel, row.audience_channel_id) if row.audience_channel_id else None
    open_tasks, late_tasks = _counts(session, viewer, row, today)
    concerns, concerns_total = updates_seen_by(
        session, viewer, program_ids=(row.id,), kinds=("risk", "blocker"), unsettled=True
    )
    return SeenProgram(
        id=row.id,
        name=row.name,
        audience=SeenAudience(row.audience, channel.slack_id if channel else None),
        kind=row.kind,
        city=row.city,
        countries=tuple(filter(None, row.countries.split(","))),
        lead=SeenMember(lead.id, lead.slack_id, lead.name) if lead else None,
        anchors=tuple(_anchor(a) for a in anchor_rows(session, row.workspace_id, row.id)),
        aliases=tuple(alias.name for alias in alias_rows(session, row.workspace_id, row.id)),
        channels=tuple(_linked_channels(session, viewer, row)),
        open_tasks=open_tasks,
        late_tasks=late_tasks,
        updates=updates_seen_by(session, viewer, program_ids=(row.id,), limit=5)[0],
        status=row.status,
        ladder=row.ladder,
        busy=row.busy,
        name_en=row.name_en,
        name_id=row.name_id,
        venue=row.venue,
        zone=row.zone,
        health=healths_seen_by(session, viewer, (row.id,)).get(row.id),
        concerns=concerns,
        concerns_total=concerns_total,
        decisions=updates_seen_by(session, viewer, program_ids=(row.id,), kinds=("decision",), limit=3)[0],
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
        anchors.setdefault(a.program_id, []).append(_anchor(a))
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
    healths = healths_seen_by(session, viewer, ids)
    leads = {
        member.id: SeenMember(member.id, member.slack_id, member.name)
        for member in session.scalars(select(Member).where(Member.id.in_([row.lead_id for row in rows])))
    }
    seen = [
        SeenProgram(
            id=row.id,
            name=row.name,
            audience=SeenAudience(row.audience),
            kind=row.kind,
            city=row.city,
            countries=tuple(filter(None, row.countries.split(","))),
            lead=leads.get(row.lead_id or 0),
            status=row.status,
            name_en=row.name_en,
            name_id=row.name_id,
            venue=row.venue,
            health=healths.get(row.id),
            anchors=tuple(anchors.get(row.id, ())),
            open_tasks=counts.get(row.id, (0, 0))[0],
            late_tasks=counts.get(row.id, (0, 0))[1],
        )
        for row in rows
    ]
    return tuple(sorted(seen, key=lambda program: _next_anchor(program, today)))


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
    return tuple((name, _anchor(a)) for name, a in session.execute(statement))


def _anchor(row: Anchor) -> SeenAnchor:
    return SeenAnchor(
        row.kind, row.day, row.first_day, row.precision, row.confirmed, row.id, row.first_precision
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
