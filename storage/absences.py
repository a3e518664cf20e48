"""Absences of a workspace's people."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session, aliased

from storage.models import Member
from storage.seen import SeenAbsence, Viewer

_away = select(Member.id, Member.stand_in_id).where(
    Member.workspace_id == bindparam("workspace"),
    Member.left.is_(False),
    Member.away_from <= bindparam("today"),
    Member.away_until >= bindparam("today"),
)


def stood_in_for(session: Session, member: Member, today: date) -> tuple[int, ...]:
    """Who is away that day and has this member for their stand-in; where that one is away too, theirs."""
    asked = _asked(session, member.workspace_id, today)
    if member.id in asked:
        return ()
    return tuple(absent for absent in sorted(asked) if _present(absent, asked) == member.id)


def stand_in_of(session: Session, member: Member, today: date) -> Member | None:
    """Who minds what is this member's that day; None where they are there, or nobody is who was named."""
    asked = _asked(session, member.workspace_id, today)
    found = _present(member.id, asked) if member.id in asked else None
    return session.get(Member, found) if found is not None else None


def _asked(session: Session, workspace_id: int, today: date) -> dict[int, int | None]:
    """Who is away that day, and whom each of them named."""
    rows = session.execute(_away, {"workspace": workspace_id, "today": today})
    return {row.id: row.stand_in_id for row in rows}


def _present(absent: int, asked: Mapping[int, int | None]) -> int | None:
    """Who is there in the end; None where each is away and the last has named nobody, or one before."""
    passed, one = set[int](), asked[absent]
    while one is not None and one in asked and one not in passed:
        passed.add(one)
        one = asked[one]
    return one if one not in asked else None


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
