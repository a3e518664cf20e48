"""From what was meant to what is done: one way in for commands, messages, buttons that repeat a command."""

from __future__ import annotations

from datetime import timedelta
from typing import Literal, get_args

from bot.answers import Answer
from bot.parsing.intents import Intent, ListTasks, Query
from handlers.partners import PartnerIntent, perform_partner, split
from handlers.programs import ProgramIntent, perform_program
from handlers.replies import Reply
from handlers.resolving import known_member, known_partner, known_program, known_task
from handlers.settings import TalkIntent, perform_talk
from handlers.settling import settled
from handlers.tasks import TaskIntent, list_tasks, perform_task
from handlers.turn import Turn
from storage.tasks import task_row

_TASK, _PROGRAM, _PARTNER, _TALK = (
    get_args(kinds) for kinds in (TaskIntent, ProgramIntent, PartnerIntent, TalkIntent)
)


def perform(turn: Turn, intent: Intent) -> Reply:
    """Do what was meant, and say what to answer; UserError where it cannot be done as it stands."""
    intent = settled(turn, intent)
    if isinstance(intent, Query):
        return _answer_query(turn, intent)
    if isinstance(intent, _TASK):
        return perform_task(turn, intent)
    if isinstance(intent, _PROGRAM):
        return perform_program(turn, intent)
    if isinstance(intent, _PARTNER):
        return perform_partner(turn, intent)
    assert isinstance(intent, _TALK)
    return perform_talk(turn, intent)


def _answer_query(turn: Turn, query: Query) -> Answer:
    """A question, answered from what is stored today; each kind by its own list."""
    match query.kind:
        case "program_status" if query.program is not None:
            return Answer("program_card", {"program": int(known_program(turn, query.program).id)})
        case "program_status":
            return Answer("program_list")
        case "task_owner" | "due" if query.title:
            row = task_row(turn.session, turn.viewer, known_task(turn, query.title))
            if row is not None:
                return Answer("task_card", {"task": row.id}, row.id)
        case "owed_to_partner" | "partner_pending" | "silent_partners" | "expiring_agreements":
            return _about_partners(turn, query)
    owner = query.owner[0] if query.owner else None
    if owner is not None:
        known_member(turn, owner)
    scope = _scope(turn, query)
    return list_tasks(
        turn,
        ListTasks(
            scope=scope,
            owner=owner,
            program=query.program,
            start=query.start if scope == "all" else None,
            end=query.end if scope == "all" else None,
        ),
    )


def _about_partners(turn: Turn, query: Query) -> Answer:
    """Who owes what, which agreements end, who has gone quiet; of one partner where one is named."""
    said = query.partner if query.partner and query.partner.matches else query.organisation
    if said is None and query.kind == "silent_partners":
        return Answer("partner_list", {"words": turn.t("quiet"), "quiet": True})
    if said is None:
        return Answer("agreements" if query.kind == "expiring_agreements" else "partner_list")
    kind, row_id = split(known_partner(turn, said).id)
    facts = {"kind": kind, "partner": row_id}
    match query.kind:
        case "owed_to_partner" | "partner_pending":
            return Answer("partner_owes", facts)
        case "expiring_agreements":
            return Answer("agreements", facts)
    return Answer("partner_card", facts)


def _scope(turn: Turn, query: Query) -> Literal["all", "late", "today", "week"]:
    """The list's name where the range asked for has one."""
    if query.kind == "overdue":
        return "late"
    today = turn.t.today
    sunday = today + timedelta(days=7 - today.isoweekday())
    if query.start == query.end == today:
        return "today"
    whole_week = query.end == sunday and query.start in (today, sunday - timedelta(days=6), None)
    return "week" if whole_week or (query.start is None and query.end is None) else "all"
