"""What was reported of programs, as a viewer may see it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from storage.audience import seen_by
from storage.models import Channel, Member, Program, Update
from storage.seen import Eyes, SeenAudience, SeenHealth, SeenUpdate


def update_row(session: Session, viewer: Eyes, update_id: int) -> Update | None:
    """The row, deleted ones included; None where there is none that the viewer may see."""
    return session.scalars(
        select(Update).where(seen_by(Update, viewer), Update.id == update_id)
    ).one_or_none()


def updates_seen_by(
    session: Session,
    viewer: Eyes,
    *,
    program_ids: Sequence[int] | None = None,
    since: datetime | None = None,
    update_id: int | None = None,
    kinds: Sequence[str] | None = None,
    unsettled: bool = False,
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
    if kinds is not None:
        conditions.append(Update.kind.in_(kinds))
    if unsettled:
        conditions.append(Update.settled_at.is_(None))
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
        SeenUpdate(
            u.kind,
            u.text,
            name,
            u.created_at,
            SeenAudience(u.audience, channel),
            program,
            u.id,
            u.health,
            u.settled_at is not None,
        )
        for u, name, program, channel in rows
    )
    if len(seen) < limit:
        return seen, len(seen)
    return seen, session.scalar(select(func.count()).select_from(Update).where(*conditions)) or 0


def healths_seen_by(session: Session, viewer: Eyes, program_ids: Sequence[int]) -> dict[int, SeenHealth]:
    """What was last said of how each program stands, by program; nothing where nobody said it."""
    latest = (
        select(func.max(Update.id))
        .where(
            seen_by(Update, viewer),
            Update.program_id.in_(program_ids),
            Update.health.is_not(None),
            Update.deleted_at.is_(None),
        )
        .group_by(Update.program_id)
    )
    rows = session.execute(
        select(Update.program_id, Update.health, Member.name, Update.created_at)
        .join(Member, Member.id == Update.author_id)
        .where(Update.workspace_id == viewer.workspace_id, Update.id.in_(latest))
    )
    return {program_id: SeenHealth(health or "", name, at) for program_id, health, name, at in rows}
