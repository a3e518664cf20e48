"""Who is away, and whom to ask meanwhile."""

from __future__ import annotations

from datetime import date, timedelta

from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.services.actor import Actor, Written
from storage.models import Member
from storage.workspaces import member_by_slack

LONGEST = timedelta(days=366)


def set_away(session: Session, first: date, last: date, stand_in: str | None, actor: Actor) -> Written:
    """The member is away on these days; `stand_in` is the Slack id of whoever is asked meanwhile."""
    if last < actor.today:
        raise UserError(
            N_("{when} is past. Say from when until when, for example “{example}”."),
            when=last,
            example=N_("/lintas away 20–31 Dec"),
        )
    if last < first or last - first > LONGEST:
        raise UserError(
            N_("An absence ends after it begins, and within a year: from {first} until {last} cannot be."),
            first=first,
            last=last,
        )
    member = session.get_one(Member, actor.viewer.member_id)
    other = member_by_slack(session, member.workspace_id, stand_in) if stand_in else None
    if other is not None and other.id == member.id:
        raise UserError(N_("Somebody else stands in for you: mention a colleague, or nobody."))
    act = actor.begins(session, "set_away")
    member.away_from, member.away_until = first, last
    member.stand_in_id = other.id if other else None
    session.flush()
    return Written(member.id, act.batch)


def end_away(session: Session, actor: Actor) -> Written:
    """The member is back, or stays after all."""
    member = session.get_one(Member, actor.viewer.member_id)
    act = actor.begins(session, "set_away")
    repeated = member.away_until is None or member.away_until < actor.today
    member.away_from = member.away_until = member.stand_in_id = None
    session.flush()
    return Written(member.id, act.batch, repeated=repeated)
