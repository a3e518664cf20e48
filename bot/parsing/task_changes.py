"""A message that changes tasks already there: done, open again, another day, another hand."""

from __future__ import annotations

import re

from bot.parsing.asked import asked_by_name
from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import (
    THIS,
    AssignTask,
    Intent,
    OpenTask,
    RescheduleTask,
    Said,
    Shift,
    Understood,
    When,
)
from bot.parsing.known_task import read_known_task
from bot.parsing.message import Message
from bot.parsing.names import words_of
from bot.parsing.owners import find_owners
from bot.parsing.questions import NEW_DATE
from bot.parsing.quick_add import member
from bot.parsing.task_commands import owners_of
from bot.parsing.task_reports import read_done, read_reopened
from bot.parsing.updates import anchor_noun
from bot.parsing.which_task import STOP, alike, choose, likely_tasks, moved, ref_of, words_for_task


def read_change(m: Message) -> Understood | None:
    """The change that the message asks for, or None."""
    return _said_outright(m) or read_known_task(m)


def _said_outright(m: Message) -> Understood | None:
    if "?" in m.masked and not m.has("request"):
        return _assign(m) if m.at(0) in ("bisa", "bisakah", "boleh", "bolehkah", "can", "could") else None
    return read_reopened(m) or _assign(m) or _reschedule(m) or read_done(m)


# --- another day ----------------------------------------------------------------------------------------


def _reschedule(m: Message) -> Understood | None:
    made_due = m.said("make", "set") and m.said("due")
    if m.recurrence or not (made_due or m.has("later", "earlier", "move", "now_at")):
        return None
    found = likely_tasks(m)
    if not m.has("later", "earlier", "move"):
        return _now_at(m, found)
    if found and _own_deed(m, found[0][1]):
        return None
    if not found and (_about_anchor(m) or _own_words(m)):
        return None
    shift, due, span = _new_time(m)
    if not found and not _asks_to_move(m) and not (_only_pronoun(m, span) and (due or shift)):
        return None
    if shift is None and due is None:
        if found and m.has("later") and len(m.words.words) < 12 and _asks_to_move(m):
            return Understood(RescheduleTask(ref_of(found[0][1])), 0.7, ambiguous=True, question=NEW_DATE)
        return None
    if found:
        made: list[Intent] = [moved(ref_of(task), task, shift, due) for _, task in found]
        return choose(m, made, 0.94)
    pointed = _only_pronoun(m, span)
    if due and span and not pointed and not set(span.roles) & {"to", "until", "by", "deadline"}:
        return None  # “move the sculptures away from the window in March” moves no date
    left = words_for_task(m, _MOVES, [span] if span else [])
    if pointed:
        return Understood(RescheduleTask(THIS, due, shift), 0.7)
    return Understood(RescheduleTask(left, due, shift), 0.66)


def _own_deed(m: Message, task: OpenTask) -> bool:
    """Whether the moving word is the task's own verb, told as past: “insurance extended”."""
    verb = words_of(task.title)[:1]
    told = [m.at(i) for i, _ in m.places("later") if m.at(i).endswith("ed") or m.at(i).startswith("di")]
    return any(alike(verb[0], word.removesuffix("ed").removeprefix("di")) for word in told if verb)


def _now_at(m: Message, found: list[tuple[float, OpenTask]]) -> Understood | None:
    """“Run-through is now at 4 pm on Thursday”, “denah duduk jadi Kamis” of an open task."""
    _, due, _ = _new_time(m)
    if not due or not found or found[0][0] < _SURELY or m.has("request", "past", "done") or "?" in m.masked:
        return None
    made: list[Intent] = [moved(ref_of(task), task, None, due) for _, task in found]
    return choose(m, made, 0.86)


_SURELY = 0.6  # of a task's likeness: nearly all of its words
_PRONOUNS = words(
    "it that this them those itu ini nya dia tsb tersebut tadi make change set to jadi ganti ubah"
)


_MOVES = ("later", "earlier", "move", "request", "deadline_word")


def _only_pronoun(m: Message, span: Span | None) -> bool:
    """Whether nothing but “it” is left to name what moves."""
    left = words_for_task(m, _MOVES, [span] if span else [])
    return not [w for w in words_of(left) if w not in STOP | _PRONOUNS]


def _new_time(m: Message) -> tuple[Shift | None, When | None, Span | None]:
    """By how much, or to when; “dimajukan” and “bring forward” count backwards."""
    sign = -1 if m.has("earlier") else 1
    usable = [s for s in m.spans if s.when and not s.when.past and not {"since", "not"} & set(s.roles)]
    fixed = [s for s in usable if s.kind != "length" and ("to" in s.roles or s.strength == "strong")]
    lengths = [s for s in usable if s.kind == "length" and s.shift]
    if lengths and not any("to" in s.roles for s in fixed):
        shift = lengths[0].shift
        assert shift is not None
        return shift.times(sign), None, lengths[0]
    if fixed:
        chosen = next((s for s in reversed(fixed) if "to" in s.roles), fixed[-1])
        return None, chosen.when, chosen
    return None, None, None


def _about_anchor(m: Message) -> bool:
    """Whether it is the program's own day that moves."""
    return m.program is not None and anchor_noun(m)


def _own_words(m: Message) -> bool:
    """A partner's wish to move something changes nothing by itself."""
    return m.has("said") and bool(m.organisations or m.people)


def _asks_to_move(m: Message) -> bool:
    """Whether the words ask (“push X to …”, “tolong undur …”) rather than tell that something moved."""
    first = min((i for i, _ in m.places("later", "earlier", "move")), default=99)
    told = any(
        m.at(i).startswith("di") or m.at(i).endswith("ed") or m.at(i) == "mundur"
        for i, _ in m.places("later", "earlier", "move")
    )
    return not told and (first <= 3 or m.has("request", "deadline_word"))


# --- another hand -----------------------------------------------------------------------------------------


def _assign(m: Message) -> Understood | None:
    if all(m.at(i + 1) in _NEWS for i, _ in m.places("assign")):
        return _passed_on(m)
    owners = find_owners(m)
    people = owners.said
    if not people and m.mentions:
        people = [member(m.mentions[-1][1], m.reading)]
    if not people and m.members:
        first = m.members[-1]
        people = list(owners_of(first.text, m.reading))
    if (
        not people
        and m.said("me", "saya", "aku", "i", "ill")
        and m.reading.speaker
        and m.has("assign")
        and m.said("assign", "ambil", "take", "do", "handle", "alih", "saja", "aja")
    ):
        people = list(owners_of("me", m.reading))
    found = likely_tasks(m)
    if not people:
        return None
    if found:
        dated = any(s.deadline and s.when and not s.when.past for s in m.spans)
        made: list[Intent] = [AssignTask(ref_of(task), tuple(people)) for _, task in found]
        return None if dated else choose(m, made, 0.93)
    if _plain_assignment(m) and not owners.leading:
        left = words_for_task(m, ("assign", "request"), [], owners)
        if not [w for w in words_of(left) if w not in STOP | _PRONOUNS]:
            return Understood(AssignTask(THIS, tuple(people)), 0.85)
        if any(s.when and not s.when.past and s.strength == "strong" for s in m.spans):
            return None
        return Understood(AssignTask(left, tuple(people)), 0.7)
    return None


_NEWS = words("tahu tau kabar info")  # “kasih tahu Dewi” gives her no task
_TO_SOMEONE = re.compile(r"(?:(?<!\w)(?:ke|to|untuk|for|buat)\s+|[:–—-]\s*)@?$")


def _passed_on(m: Message) -> Understood | None:
    """“denah duduk ke Lina ya”, “could Tomo do the vinyl?”: an open task and who gets it, nothing more."""
    people: list[Said] = []
    asked = asked_by_name(m)
    if asked:
        people = asked[0]
    elif m.members and not m.spans and not m.has("verb", "request", "done", "past", "state"):
        last = m.members[-1]
        rest = words_of(m.masked[last.end :])
        if _TO_SOMEONE.search(m.masked[: last.start]) and all(w in STOP for w in rest):
            people = list(owners_of(last.text, m.reading))
    found = likely_tasks(m) if people else []
    if not found or any(s.when and not s.when.past for s in m.spans):
        return None
    made: list[Intent] = [AssignTask(ref_of(task), tuple(people)) for _, task in found]
    return choose(m, made, 0.86)


def _plain_assignment(m: Message) -> bool:
    words_ = (
        "assign",
        "reassign",
        "delegate",
        "tugaskan",
        "tugasin",
        "serahkan",
        "serahin",
        "limpahkan",
        "alihkan",
        "oper",
        "operkan",
        "delegasikan",
        "give",
        "hand",
        "pass",
        "transfer",
        "kasih",
        "kasihkan",
        "berikan",
        "over",
        "takes",
        "ambil",
    )
    return any(m.at(i) in words_ for i, _ in m.places("assign")) and (
        m.said("to", "ke", "kepada") or m.has("assign")
    )
