"""The one-line grammar of a task: `Kirim draf MoU @sari #kyoto ~museum-nasional !high ^Friday *every
Monday`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Literal

from bot.parsing.dates import Span, date_prefix, find_dates, read_when
from bot.parsing.dates.impossible import impossible_span
from bot.parsing.intents import CreateTask, Name, Reading, Said, When
from bot.parsing.names import Index, NameIndex, index_of, longest_known, named
from bot.parsing.recurrence import find_recurrence, recurrence_prefix
from bot.parsing.slack_text import MAX_LENGTH, plain, straight

TITLE_LIMIT = 500  # characters kept of a title

Priority = Literal["high", "low"]
PRIORITIES: dict[str, Priority] = {
    "high": "high", "tinggi": "high", "urgent": "high", "penting": "high", "mendesak": "high",
    "segera": "high",
    "asap": "high", "important": "high", "p1": "high", "!": "high", "low": "low", "rendah": "low",
    "santai": "low",
    "p3": "low",
}  # fmt: skip
_ME = frozenset({"me", "saya", "aku", "gue", "gw", "self", "myself", "i"})
_KEYS = {
    "program": "#", "programme": "#", "prog": "#", "project": "#", "partner": "~", "mitra": "~", "due": "^",
    "tenggat": "^", "deadline": "^", "batas": "^", "owner": "@", "pic": "@", "penanggung-jawab": "@",
}  # fmt: skip

_PIECE = re.compile(
    r'(?P<quoted>"[^"\n]*"|(?<!\w)\'[^\'\n]{2,}\'(?!\w))'
    r"|<@(?P<user>[UW][A-Z0-9]+)>"
    r"|<#(?P<channel>[CGD][A-Z0-9]+)>"
    r"|(?<![\w@#~!^*<])(?P<sign>[@#~!^*])(?=[\w\"'!<])"
    r"|(?<![\w-])(?P<key>program|programme|prog|project|partner|mitra|due|tenggat|deadline|batas|owner|"
    r"pic):\s*(?=\S)",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\s,;]+")
_STOPS = re.compile(
    r'\s(?=[@#~!^*]["\'\w])|\s(?=(?:program|programme|prog|project|partner|mitra|due|tenggat|owner|'
    r"pic):)|<[@#]",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|\+|/|dan|and|sama)?\s*", re.IGNORECASE)  # between two things that were cut
_EDGES = " \t\n,;:-–—"


@dataclass
class _Draft:
    """What the tokens said, and the characters they took out of the title."""

    owners: list[Said] = field(default_factory=list)
    program: Said | None = None
    channel: str | None = None
    partner: Said | None = None
    priority: Priority | None = None
    due: When | None = None
    due_words: str | None = None
    recurrence: str | None = None
    cut: list[tuple[int, int]] = field(default_factory=list)
    quoted: list[tuple[int, int]] = field(default_factory=list)


def quick_add(text: str, reading: Reading) -> CreateTask:
    """The task that one line describes; what is not a token and not a date stays in the title as it
    was typed."""
    text = plain(text)[:MAX_LENGTH]
    even = straight(text)
    draft = _Draft()
    _tokens(text, even, reading, draft)
    known = draft.program.known if draft.program else None
    if known:
        reading = replace(reading, program=known)
    if draft.due is None and draft.due_words is None:
        _dates(text, reading, draft)
    return CreateTask(
        title=_title(text, draft),
        due=draft.due,
        due_words=draft.due_words,
        owners=tuple({said.text: said for said in draft.owners}.values()),
        program=draft.program,
        program_channel=draft.channel,
        partner=draft.partner,
        priority=draft.priority,
        recurrence=draft.recurrence,
    )


# --- tokens ----------------------------------------------------------------------------------------


def _tokens(text: str, even: str, reading: Reading, draft: _Draft) -> None:
    index = index_of(reading.world)
    dates: list[tuple[str, int, int]] = []  # read after the program is known: “^H-7”
    at = 0
    while match := _PIECE.search(even, at):
        at = match.end()
        if match["quoted"]:
            draft.quoted.append(match.span())
        elif match["user"]:
            draft.owners.append(member(match["user"], reading))
            draft.cut.append(match.span())
        elif match["channel"]:
            draft.channel = match["channel"]
            draft.cut.append(match.span())
        else:
            sign = match["sign"] or _KEYS[match["key"].lower()]
            if sign == "^":
                dates.append((_rest_of(even, at), match.start(), at))
                at += len(dates[-1][0])
            else:
                at = _one_token(sign, text, even, match.start(), at, reading, index, draft)
    known = draft.program.known if draft.program else None
    for words, start, begin in dates:
        _due(words, start, begin, replace(reading, program=known) if known else reading, draft)


def _one_token(
    sign: str, text: str, even: str, start: int, at: int, reading: Reading, index: Index, draft: _Draft
) -> int:
    """Reads one `@ # ~ ! *` token whose value begins at `at`; returns where reading goes on."""
    if sign == "!":
        word = _WORD.match(even, at)
        value = PRIORITIES.get(word[0].lower().rstrip(".")) if word else None
        if value and word:
            draft.priority = value
            draft.cut.append((start, word.end()))
            return word.end()
        return at
    if sign == "*":
        found = recurrence_prefix(_rest_of(text, at), reading)
        if found:
            draft.recurrence, draft.due = found.rule, draft.due or found.first
            draft.cut.append((start, at + found.end))
            return at + found.end
        return at
    if sign == "#" and re.match(r"\d+\b", even[at:]):
        return at  # a task number, part of the title
    if sign == "@":
        inner = _PIECE.match(even, at)
        if inner and inner["user"]:
            draft.owners.append(member(inner["user"], reading))
            draft.cut.append((start, inner.end()))
            return inner.end()
        said, end = _value(text, even, at, (index.members, index.contacts), reading, "members", "contacts")
        if said.text.lower() in _ME and reading.speaker and not said.matches:
            said = member(reading.speaker, reading, said.text)
        draft.owners.append(said)
    elif sign == "#":
        draft.program, end = _value(text, even, at, (index.programs,), reading, "programs")
    else:
        said, end = _value(
            text, even, at, (index.organisations, index.contacts), reading, "organisations", "contacts"
        )
        draft.partner = replace(said, given=True)
    draft.cut.append((start, end))
    return end


def member(slack_id: str, reading: Reading, text: str | None = None) -> Said:
    """The member with that Slack id; an id nobody knows stands for itself."""
    found = next((m for m in reading.world.members if m.id == slack_id), None)
    return Said(text or f"<@{slack_id}>", (found or Name(slack_id, slack_id),))


def _value(
    text: str,
    even: str,
    at: int,
    indexes: tuple[NameIndex, ...],
    reading: Reading,
    *kinds: Literal["programs", "members", "organisations", "contacts"],
) -> tuple[Said, int]:
    """A name after a sign: quoted, the longest known one, or one word (hyphens and underscores are
    spaces)."""
    if even[at] in "\"'" and (close := even.find(even[at], at + 1)) > 0:
        return named(text[at + 1 : close], reading.world, *kinds), close + 1
    if prefix := re.match(r"(?:mitra|partner|program|prog):", even[at:], re.IGNORECASE):
        at += prefix.end()
    for index in indexes:
        matches, length = longest_known(text[at:], index)
        after = even[at + length : at + length + 1]
        if matches and not (after in "-_" and after and even[at + length + 1 : at + length + 2].isalnum()):
            return Said(text[at : at + length], matches), at + length
    word = _WORD.match(even, at)
    end = word.end() if word else at
    while end > at + 1 and even[end - 1] in ".!?)":
        end -= 1
    said = named(re.sub(r"[-_]+", " ", text[at:end]), reading.world, *kinds)
    return Said(text[at:end], said.matches), end


def _rest_of(text: str, at: int) -> str:
    """What follows up to the next symbol."""
    stop = _STOPS.search(text, at)
    return text[at : stop.start() if stop else len(text)]


def _due(words: str, start: int, begin: int, reading: Reading, draft: _Draft) -> None:
    """An explicit date slot: the whole of it, else what it begins with, else its words as unreadable."""
    inner = words.strip().strip("\"'").strip()
    end = begin + len(words)
    if when := read_when(inner, reading):
        draft.due, draft.due_words = when, None
    elif found := date_prefix(words, reading):
        draft.due, end = found[0], begin + found[1]
    elif draft.due is None:
        draft.due_words = inner
    draft.cut.append((start, end))


# --- dates inside the title --------------------------------------------------------------------------


def _dates(text: str, reading: Reading, draft: _Draft) -> None:
    masked = _masked(text, draft.cut + draft.quoted)
    if draft.recurrence is None and (often := find_recurrence(masked, reading)):
        draft.recurrence, draft.due = often.rule, often.first
        draft.cut.append((often.start, often.end))
        return
    chosen = choose_deadline(find_dates(masked, reading), masked)
    if impossible := impossible_span(masked, reading):
        start, core, end = impossible
        if chosen and not masked[chosen.end : start].strip(" ,"):
            start, core = chosen.start, chosen.core
        draft.due_words = text[core:end]
        draft.cut.append((start, end))
    elif chosen:
        draft.due = chosen.when
        draft.cut.append((chosen.start, chosen.end))


def choose_deadline(spans: list[Span], text: str) -> Span | None:
    """The date that a task is due: the cued one, else the only strong one, else the one that ends the
    text."""
    dated = [s for s in spans if s.strength == "strong" and s.when and s.kind != "range"
             and not set(s.roles) & {"since", "after", "not", "valid"}]  # fmt: skip
    usable = _with_hour([s for s in dated if s.when and not s.when.past])
    usable = [s for s in usable if "event" not in s.roles] or usable
    if not usable:  # a stated past day is given back, flagged, so that the answer can say so
        return next((s for s in dated if s.deadline or not text[s.end :].strip(" .!?)")), None)
    cued = [s for s in usable if s.deadline]
    if cued:
        return cued[-1]
    if len(usable) > 1:
        last = usable[-1]
        return last if not text[last.end :].strip(" .!?)") else usable[0]
    return usable[0] if usable else None


def _with_hour(spans: list[Span]) -> list[Span]:
    """A clock time alone is of the day named beside it: “Saturday morning, the truck comes at 10”."""
    hours = [s for s in spans if s.kind == "clock" and s.when and s.when.at]
    days = [s for s in spans if s not in hours and s.when and not s.when.at]
    if not hours or not days or not days[-1].when:
        return spans
    day, at = days[-1].when.day, hours[-1].when
    assert at is not None
    assert at.at is not None
    hour = at.at.timetz()
    if days[-1].when.part == "morning" and 13 <= hour.hour <= 18:
        hour = hour.replace(hour=hour.hour - 12)  # “tomorrow morning … at 6”
    when = replace(days[-1].when, at=datetime.combine(day, hour), part=None)
    return [*days[:-1], replace(days[-1], when=when, roles=(*days[-1].roles, *hours[-1].roles))]


def _masked(text: str, cuts: list[tuple[int, int]]) -> str:
    """The text with those characters blanked, letter for letter."""
    for start, end in cuts:
        text = text[:start] + "\x1f" * (end - start) + text[end:]
    return text


# --- the title -----------------------------------------------------------------------------------------


def cut_out(text: str, cuts: list[tuple[int, int]]) -> str:
    """The text without those characters, spaces and orphaned punctuation put right."""
    kept: list[str] = []
    at = 0
    for start, end in sorted(cuts):
        if start > at and not (at and _AND.fullmatch(text[at:start])):
            kept.append(text[at:start])
        at = max(at, end)
    kept.append(text[at:])
    joined = re.sub(r"\(\s*\)|\[\s*\]", " ", " ".join(kept))
    joined = re.sub(r"\s+([,.;:!?)])", r"\1", re.sub(r"\s+", " ", joined))
    return re.sub(r"([,;:])(?:\s*[,;:])+", r"\1", joined).strip(_EDGES).strip()


def _title(text: str, draft: _Draft) -> str:
    title = cut_out(text, draft.cut)
    even = straight(title)
    if len(even) > 2 and even[0] == even[-1] and even[0] in "\"'" and even.count(even[0]) == 2:
        title = title[1:-1].strip()
    return title[:TITLE_LIMIT]
