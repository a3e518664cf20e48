"""News about a program, told in passing or announced."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.asking import commands
from bot.parsing.intents import RecordUpdate, Understood, UpdateKind
from bot.parsing.message import Message
from bot.parsing.money import find_money
from bot.parsing.program_commands import anchor_change
from bot.parsing.questions import WHICH_PROGRAM
from bot.parsing.updates import kind_of, label_of, moves_anchor, says_fyi

_TAGS = ("blocker", "risk", "decision", "budget", "schedule", "milestone", "progress", "fyi")
_PERCENT = re.compile(r"\d{1,3}\s?(?:%|persen|percent)")
_STATUS = re.compile(
    r"(?<!\w)(approved|cancell?ed|confirmed|signed|delayed|postponed|on track|at risk|on hold|off track|"
    r"finished|completed|rejected|done|"
    r"disetujui|dibatalkan|batal|ditunda|diundur|dikonfirmasi|ditandatangani|selesai|rampung|tertahan|"
    r"ditolak|fix|aman|lancar)(?!\w)",
    re.IGNORECASE,
)


def read_news(m: Message) -> Understood | None:
    """The update that the message gives, or None where it gives none."""
    label = label_of(m.masked)
    found = [t for t in _TAGS if m.has(t)]
    percent = _PERCENT.search(m.masked)
    told = (
        m.heading
        or bool(m.named_program and find_money(m.masked))
        or (m.named_program is not None and (m.has("state") or _begins_with_it(m)))
        or (m.program is not None and moves_anchor(m))
    )
    if not (label or found or percent or told) or _asks(m, announced=bool(label) or m.has("fyi")):
        return None
    update = update_of(m)
    program = m.program
    if program is None:
        if (label and label[0] not in ("status", "note")) or (m.has("fyi") and len(found) > 1):
            return Understood(replace(update, program=None), 0.65, ambiguous=True, question=WHICH_PROGRAM)
        return None
    if len(program.matches) > 1:
        alternatives = tuple(replace(update, program=replace(program, matches=(n,))) for n in program.matches)
        return Understood(update, 0.7, ambiguous=True, question=WHICH_PROGRAM, alternatives=alternatives)
    named = m.named_program is not None
    telling = set(found) - {"progress", "fyi", "milestone"}
    if label or "fyi" in found:
        return Understood(update, 0.94 if named else 0.91)
    if named:
        return Understood(update, 0.89 if telling or percent or m.heading or "milestone" in found else 0.68)
    return (
        Understood(update, 0.69 if telling or percent else 0.66)
        if telling or percent or "milestone" in found
        else None
    )


def announced(m: Message) -> bool:
    """Whether the message calls itself news: “Kendala: …”, “FYI …”, “Lyon show: …”; a deed of a
    contact is a log all the same."""
    if commands(m) or m.has("remind_me", "task_label", "new_contact") or "?" in m.masked:
        return False
    label = label_of(m.masked)
    moved = m.program is not None and moves_anchor(m)
    told = m.has("met", "called", "emailed", "messaged") and bool(m.organisations or m.people)
    if told and not (moved and m.named_program):
        return False
    return bool(label) or says_fyi(m) or m.heading or moved


def update_of(m: Message) -> RecordUpdate:
    """The message as an update, whatever its program."""
    kind: UpdateKind = kind_of(m)
    money = find_money(m.masked)
    anchor = when = None
    if kind == "schedule":
        anchor, when = anchor_change(m.masked, m.reading)
    status = _STATUS.search(m.masked)
    label = label_of(m.masked)
    return RecordUpdate(
        m.program, m.text[label[1] :] if label else m.text, kind, status[1].lower() if status else None,
        anchor, when,
        money.amount if money else None, money.currency if money else None,
    )  # fmt: skip


def _begins_with_it(m: Message) -> bool:
    """Whether the program is the subject: the text begins with its name and goes on."""
    first = m.program_mentions[:1]
    return bool(
        first and first[0].start <= 8 and first[0].how == "whole" and len(m.words.words) >= first[0].words + 3
    )


def _asks(m: Message, *, announced: bool) -> bool:
    if "?" in m.masked and not announced:
        return True
    return any(i == 0 for i, _ in m.places("request")) and not announced
