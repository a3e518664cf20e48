"""Absences of a workspace's people."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from storage.models import Member
from storage.seen import SeenAbsence, Viewer


def absences(session: Session, viewer: Viewer, today: date, *, limit: int = 30) -> Sequence[SeenAbsence]:
    """Who is away today or later, the first first; a guest is told of their own alone."""
    stand_in = aliased(Member)
    statement = (
        select(Member.away_from, Member.away_until, stand_in.name, Member.name)
        .outerjoin(stand_in, stand_in.id == Member.stand_in_id)
        .where(Member.workspace_id == viewer.workspace_id, Member.left.is_(False), Member.away_until >= today)
        .order_by(Member.away_from, Member.id)
        .limit(limit)
    )
    if not viewer.full:
        statement = statement.where(Member.id == viewer.member_id)
    return [
        SeenAbsence(first, last, other, name)
        for first, last, other, name in session.execute(statement)
        if first is not None and last is not None
    ]


def absence_of(session: Session, viewer: Viewer) -> SeenAbsence | None:
    """The viewer's own."""
    member = session.get_one(Member, viewer.member_id)
    if member.away_from is None or member.away_until is None:
        return None
    stand_in = session.get(Member, member.stand_in_id) if member.stand_in_id else None
    return SeenAbsence(member.away_from, member.away_until, stand_in.name if stand_in else None, member.name)
