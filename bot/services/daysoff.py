"""Whose calendar counts, and the days that a workspace sets for itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.services.actor import Actor, Written
from bot.services.calendars import Calendar, countries, country_of_zone, holidays_of, same_hours
from storage.busy import busy_spans
from storage.models import Channel, Closure, Member, Workspace
from storage.seen import DayOff, SeenProgram

AHEAD = timedelta(days=120)
LONGEST_NAME = 100
EARLIER = timedelta(days=3)
MOST_DAYS = 62  # at once: a summer


_closures = select(Closure.day, Closure.worked).where(
    Closure.workspace_id == bindparam("workspace"), Closure.deleted_at.is_(None)
)
_zone = select(Workspace.zone).where(Workspace.id == bindparam("workspace"))


def calendar_of(session: Session, row: Member | Channel) -> Calendar:
    """The days that a member works, or a channel's team."""
    own = session.execute(_closures, {"workspace": row.workspace_id})
    closures = frozenset((day, worked) for day, worked in own)
    return Calendar(country_of(session, row), closures, _absence(row), _busy(session, row))


def _busy(session: Session, row: Member | Channel) -> frozenset[tuple[date, date]]:
    """From three days before a program begins to its end, where its team then has no day off."""
    return frozenset((first - EARLIER, last) for first, last in busy_spans(session, row))


def _absence(row: Member | Channel) -> tuple[date, date] | None:
    if isinstance(row, Channel) or row.away_from is None or row.away_until is None:
        return None
    return row.away_from, row.away_until


def add_holiday(session: Session, days: Sequence[date], name: str, actor: Actor) -> Written:
    """Close these days for everyone in the workspace; one closed already stays as it is."""
    name = " ".join(name.split())[:LONGEST_NAME]
    if not name:
        raise UserError(
            N_("Give the day off a name after its date: “{example}”."),
            example=N_("/lintas holiday add 2027-03-09 Idul Fitri"),
        )
    _refuse(days, actor)
    act = actor.begins(session, "set_holiday")
    changed = [_set(session, day, name, False, actor) for day in days]
    session.flush()
    return Written(actor.viewer.workspace_id, act.batch, repeated=not any(changed))


def remove_holiday(session: Session, days: Sequence[date], actor: Actor) -> Written:
    """Let these days be worked: the workspace's own days off, or its country's holidays."""
    _refuse(days, actor)
    country = _country_of_workspace(session, actor.viewer.workspace_id)
    act = actor.begins(session, "set_holiday")
    changed = []
    for day in days:
        official = holidays_of(country, day.year).get(day)
        if official is not None:
            changed.append(_set(session, day, official, True, actor))
        else:
            changed += [_clear(row, actor) for row in _own(session, actor, day) if not row.worked]
            if not changed and len(days) == 1:
                raise UserError(
                    N_("{when} is no day off here, so nothing was changed. Send “{command}” for the list."),
                    when=day,
                    command=N_("/lintas holiday"),
                )
    session.flush()
    return Written(actor.viewer.workspace_id, act.batch, repeated=not any(changed))


def days_off_ahead(session: Session, workspace_id: int, today: date) -> tuple[DayOff, ...]:
    """The workspace's days off of the next months: its country's and its own, earliest first."""
    last = today + AHEAD
    country = _country_of_workspace(session, workspace_id)
    known = {
        day: DayOff(day, name, own=False)
        for year in {today.year, last.year}
        for day, name in holidays_of(country, year).items()
    }
    for row in session.scalars(
        select(Closure).where(Closure.workspace_id == workspace_id, Closure.deleted_at.is_(None))
    ):
        if row.worked:
            known.pop(row.day, None)
        else:
            known[row.day] = DayOff(row.day, row.name, own=True)
    return tuple(known[day] for day in sorted(known) if today <= day <= last)


def _own(session: Session, actor: Actor, day: date) -> list[Closure]:
    mine = (Closure.workspace_id == actor.viewer.workspace_id, Closure.day == day)
    return list(session.scalars(select(Closure).where(*mine, Closure.deleted_at.is_(None))))


def _set(session: Session, day: date, name: str, worked: bool, actor: Actor) -> bool:
    """Say of the day that it is worked, or not; False where that was said before."""
    rows = _own(session, actor, day)
    if any(row.worked == worked for row in rows):
        return False
    for row in rows:
        _clear(row, actor)
    session.add(Closure(workspace_id=actor.viewer.workspace_id, day=day, name=name, worked=worked))
    return True


def _clear(row: Closure, actor: Actor) -> bool:
    row.deleted_at = actor.now
    return True


def _refuse(days: Sequence[date], actor: Actor) -> None:
    if not actor.viewer.full:
        raise UserError(N_("Only members of the workspace can change its days off."))
    if len(days) > MOST_DAYS:
        raise UserError(
            N_("These are {n} days. Up to {most} at once are possible."), n=len(days), most=MOST_DAYS
        )


def country_of(session: Session, row: Member | Channel) -> str | None:
    """Where the row's days are set: what a member said, else where their clock is at home.

    Slack knows zones by one city for many: who has the workspace's hours keeps its holidays.
    """
    ours = _zone_of_workspace(session, row.workspace_id)
    if isinstance(row, Channel):
        return country_of_zone(row.zone or ours)
    told = row.home_zone if row.zone_until else row.zone
    if row.country or told:
        return row.country or country_of_zone(told or ours)
    theirs = row.slack_zone or ours
    return country_of_zone(ours if same_hours(theirs, ours) else theirs)


def countries_of_program(session: Session, workspace_id: int, program: SeenProgram) -> tuple[str, ...]:
    """ISO codes of the countries whose holidays concern it: the team's, those it names, its venue's."""
    named = (countries().get(country.casefold()) for country in program.countries)
    venue = country_of_zone(program.zone) if program.zone else None
    concerned = (_country_of_workspace(session, workspace_id), *named, venue)
    return tuple(dict.fromkeys(code for code in concerned if code))


def _country_of_workspace(session: Session, workspace_id: int) -> str | None:
    return country_of_zone(_zone_of_workspace(session, workspace_id))


def _zone_of_workspace(session: Session, workspace_id: int) -> str:
    return session.scalars(_zone, {"workspace": workspace_id}).one()
