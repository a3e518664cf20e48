"""The verbs of `/lintas` about the office: away, report, export, handover, status."""

from __future__ import annotations

import re
from datetime import date
from typing import Literal

from bot.answers import Answer
from bot.errors import N_, UserError, Way
from bot.parsing.dates import find_dates
from bot.parsing.intents import Said
from bot.parsing.slack_text import MENTION
from bot.services import absences
from bot.services import tasks as task_rules
from handlers.replies import Reply
from handlers.resolving import known_member
from handlers.turn import Turn
from storage.tasks import TaskFilter, tasks_seen_by
from storage.workspaces import member_by_slack

OfficeVerb = Literal["away", "report", "export", "handover", "status"]

_BACK = ("off", "end", "back", "none", "mati", "selesai", "kembali", "batal")
_REPORTS = {
    "": "week", "week": "week", "weekly": "week", "minggu": "week", "mingguan": "week", "pekan": "week",
    "month": "month", "monthly": "month", "bulan": "month", "bulanan": "month",
    "director": "director", "direktur": "director", "pimpinan": "director",
}  # fmt: skip
_EXPORTS = {
    "": "all", "all": "all", "everything": "all", "semua": "all", "tasks": "tasks", "task": "tasks",
    "tugas": "tasks", "programs": "programs", "program": "programs", "partners": "partners",
    "partner": "partners", "mitra": "partners", "log": "log", "catatan": "log",
}  # fmt: skip
_UNKNOWN = re.compile(r"@(\w[\w.-]*)")
_NOW = ("now", "sekarang")
HANDED_AT_ONCE = 200


def perform_office(turn: Turn, verb: OfficeVerb, rest: str) -> Reply:
    """Do what was asked of the office as a whole."""
    match verb:
        case "away":
            return _away(turn, rest)
        case "report":
            return _report(turn, rest)
        case "export":
            return _export(turn, rest)
        case "handover":
            return _handover(turn, rest)
        case "status":
            if not turn.viewer.admin:
                raise UserError(
                    N_("How Lintas runs is for this workspace's administrators. Yours: “{command}”."),
                    command=N_("/lintas settings"),
                )
            return Answer("status")


def _away(turn: Turn, rest: str) -> Reply:
    if not rest:
        return Answer("away_list")
    if rest.casefold() in _BACK:
        written = turn.act(absences.end_away, turn.actor)
        return Answer("away_changed", {"batch": None if written.repeated else written.batch})
    people = _people(turn, rest)
    days = _days(turn, MENTION.sub(" ", rest))
    if days is None:
        raise UserError(
            N_("Say from when until when you are away: “{example}”. Back again: “{command}”."),
            example=N_("/lintas away 20–31 Dec @rina"),
            command=N_("/lintas away off"),
        )
    stand_in = people[0].known.id if people and people[0].known else None
    written = turn.act(absences.set_away, *days, stand_in, turn.actor)
    return Answer("away_changed", {"batch": written.batch})


def _days(turn: Turn, words: str) -> tuple[date, date] | None:
    """The first and the last day that the words say."""
    spans = [span for span in find_dates(words, turn.reading) if span.when or span.first]
    if not spans:
        return None
    first, last = spans[0], spans[-1]
    begins = first.first or (first.when.day if first.when else None)
    ends = last.last or (last.when.day if last.when else None)
    if begins is None or ends is None:
        return None
    if len(spans) == 1 and first.first is None and "until" in first.roles:
        begins = turn.t.today
    return begins, ends


def _report(turn: Turn, rest: str) -> Answer:
    kind = _REPORTS.get(rest.casefold())
    if kind is None:
        raise UserError(
            N_("There are three reports: the week's, the month's and the director's."),
            ways=tuple(
                Way(label, f"/lintas report {name}")
                for label, name in (
                    (N_("This week"), "week"),
                    (N_("This month"), "month"),
                    (N_("For the director"), "director"),
                )
            ),
        )
    return Answer("office_report", {"kind": kind})


def _export(turn: Turn, rest: str) -> Answer:
    words = rest.casefold().split()
    format_ = words.pop() if words and words[-1] in ("csv", "xlsx", "excel", "ics", "pdf") else "csv"
    what = _EXPORTS.get(" ".join(words))
    if what is None or format_ in ("ics", "pdf"):
        raise UserError(
            N_("Files come as CSV, which every spreadsheet opens. Write what: {example}."),
            example=N_("/lintas export tasks"),
            ways=tuple(
                Way(label, f"/lintas export {name}")
                for label, name in (
                    (N_("Tasks"), "tasks"),
                    (N_("Programs"), "programs"),
                    (N_("Partners"), "partners"),
                    (N_("Log"), "log"),
                    (N_("All of it"), "all"),
                )
            ),
        )
    turn.say("files", turn.call.user, turn.call.key, {"what": what, "member": turn.member.id})
    return Answer("export_promised", {"what": what})


def _handover(turn: Turn, rest: str) -> Answer:
    people = _people(turn, rest)
    known = [said.known for said in people[:2] if said.known is not None]
    if not known:
        raise UserError(
            N_("Say who hands over, and to whom: “{example}”."), example=N_("/lintas handover @giver @taker")
        )
    giver, taker = known[0], known[1] if len(known) > 1 else None
    if taker is None or rest.split()[-1].casefold() not in _NOW:
        return Answer("handover_list", {"giver": giver.id, "taker": taker.id if taker else None})
    member = member_by_slack(turn.session, turn.workspace.id, giver.id)
    assert member is not None
    held, _ = tasks_seen_by(
        turn.session, turn.viewer, TaskFilter(holder_ids=(member.id,)), limit=HANDED_AT_ONCE
    )
    ids = [task.id for task in held if any(owner.member_id == member.id for owner in task.owners)]
    if not ids:
        return Answer("handover_list", {"giver": giver.id, "taker": taker.id})
    written = turn.act(task_rules.hand_over, ids, member.id, Said(taker.name, (taker,)), turn.actor)
    other = member_by_slack(turn.session, turn.workspace.id, taker.id)
    assert other is not None
    facts = {"tasks": ids, "giver": member.id, "taker": other.id, "batch": written.batch}
    return Answer("handed_over", facts)


def _people(turn: Turn, words: str) -> list[Said]:
    """The members mentioned, in order; UserError with the nearest for a name that is nobody's."""
    names = {name.id: name for name in turn.reading.world.members}
    if unknown := _UNKNOWN.search(MENTION.sub(" ", words)):
        known_member(turn, Said(unknown[1]))
    return [
        Said(names[slack_id].name, (names[slack_id],))
        for slack_id in MENTION.findall(words)
        if slack_id in names
    ]
