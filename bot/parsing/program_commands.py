"""`/program`: the verbs that act on a program, and its news in one line."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import Span, find_dates
from bot.parsing.dates.anchors import anchor_name
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.impossible import impossible_date
from bot.parsing.intents import (
    CreateProgram,
    Help,
    Intent,
    ListPrograms,
    NewProgramForm,
    NoDate,
    ProgramCommand,
    Reading,
    RecordUpdate,
    Said,
    Unknown,
    When,
)
from bot.parsing.money import find_money
from bot.parsing.names import index_of, longest_known, named
from bot.parsing.slack_text import straight
from bot.parsing.updates import update_kind
from bot.parsing.verbs import PROGRAM, nearest_commands, split_verb

KINDS: dict[str, str] = {}
for _words, _kind in (
    ("touring exhibition|traveling exhibition|travelling exhibition|pameran keliling", "touring_exhibition"),
    ("exhibition|pameran", "exhibition"),
    (
        "artist residency|residency|residensi|residency exchange|exchange|pertukaran|residensi seniman",
        "residency_exchange",
    ),
    ("festival", "festival"),
    ("performance tour|tour|tur|pertunjukan|tur pertunjukan", "performance_tour"),
    (
        "workshop|lokakarya|conference|konferensi|symposium|simposium|workshop conference",
        "workshop_conference",
    ),
):
    for _word in _words.split("|"):
        KINDS[_word] = _kind
_FIRST_DAY = {"residency_exchange": "arrival", "performance_tour": "first_performance"}
_KIND_AT_END = re.compile(
    rf"[\s,(–-]+({'|'.join(sorted(KINDS, key=len, reverse=True))})\s*\)?\s*$", re.IGNORECASE
)
_LINKS = re.compile(r"[\s,;:–—-]+$|^[\s,;:–—-]+")


def parse_program(text: str, reading: Reading, command: str = "program") -> Intent:
    """The intent of `/program <text>`; no text opens the form of a new one."""
    if not text:
        return NewProgramForm()
    verb, rest = split_verb(text, PROGRAM)
    if verb == "help" and not rest:
        return Help("program")
    if verb == "new":
        bad = impossible_date(rest, reading)
        return NoDate(bad) if bad else _new(rest, reading) if rest else NewProgramForm()
    if verb == "list" and not rest:
        return ListPrograms()
    whole = program_and_rest(text, reading)
    if whole[0].matches and (verb is None or _longer(text, verb)):
        return _card_or_update(*whole)
    if verb is None:
        return _unknown(text, reading, command)
    if not rest:
        here = Said(reading.program.name, (reading.program,)) if reading.program else Said("")
        return ProgramCommand(verb, here)  # type: ignore[arg-type]
    program, words = program_and_rest(rest, reading)
    if verb == "update" and words:
        return _update(program, words, reading)
    return ProgramCommand(verb, program, words)  # type: ignore[arg-type]


def _longer(text: str, verb: str) -> bool:
    """A program's own name wins over a verb only where the name is more than that word."""
    return len(text.split()) == 1 and verb in ("plan", "move")


def program_and_rest(text: str, reading: Reading) -> tuple[Said, str]:
    """The program that the text begins with (quoted, or the longest known name) and the rest after a
    colon or dash."""
    even = straight(text)
    if even[:1] in "\"'" and (close := even.find(even[0], 1)) > 0:
        return named(text[1:close], reading.world, "programs"), _LINKS.sub("", text[close + 1 :])
    start = 1 if text.startswith("#") else 0
    matches, end = longest_known(text[start:], index_of(reading.world).programs)
    if matches:
        end += start
        return Said(text[start:end], matches), _LINKS.sub("", text[end:])
    head, colon, tail = re.sub(r"\s[–—-]\s", ":", text[start:], count=1).partition(":")
    return named(head, reading.world, "programs"), tail.strip() if colon else ""


def _card_or_update(program: Said, rest: str) -> Intent:
    return ProgramCommand("card", program, rest)


def _update(program: Said, words: str, reading: Reading) -> RecordUpdate:
    kind, money = update_kind(words, reading), find_money(words)
    anchor = when = None
    if kind == "schedule":
        known = program.known
        anchor, when = anchor_change(words, replace(reading, program=known or reading.program))
    return RecordUpdate(
        program, words, kind, anchor=anchor, date=when,
        amount=money.amount if money else None, currency=money.currency if money else None,
    )  # fmt: skip


def anchor_change(words: str, reading: Reading) -> tuple[str | None, When | None]:
    """The anchor that the words give a date, and the date: “the opening moved to 15 April”."""
    scan = scan_of(straight(words), reading)
    anchor = next((a[0] for i in range(len(scan.tokens)) if (a := anchor_name(scan, i))), None)
    dates = [
        _upto(s)
        for s in find_dates(words, reading)
        if s.when
        and not s.when.past
        and "not" not in s.roles
        and (s.kind not in ("range", "distance", "length") or "since" in s.roles)
    ]
    to = [s for s in dates if "to" in s.roles] or dates
    if anchor == "main":
        anchor = (
            next(iter(reading.program.anchors), "opening").replace(" ", "_") if reading.program else "opening"
        )
    return anchor, to[-1].when if to else None


def _upto(span: Span) -> Span:
    """“from 22 to 24 January” as a move: its second day."""
    if span.kind != "range" or span.last is None or span.when is None:
        return span
    return replace(span, when=replace(span.when, day=span.last))


def _new(rest: str, reading: Reading) -> CreateProgram:
    """`new <name> [kind] [date]`: the name as typed, a kind and an opening day off its end."""
    even = straight(rest)
    anchors: list[tuple[str, When]] = []
    quoted = re.match(r'["\']([^"\']+)["\']\s*', even)
    name = rest[1 : quoted.end(1)] if quoted else None
    tail = rest[quoted.end() :] if quoted else rest
    spans = [
        s
        for s in find_dates(tail, reading)
        if s.when and s.strength == "strong" and s.kind not in ("range", "distance", "length")
    ]
    explicit = None
    if spans and not tail[spans[-1].end :].strip(" .)"):
        last = spans[-1]
        tail = tail[: last.start].rstrip(" ,(–-:")
        scan = scan_of(straight(tail), reading)
        at_end = (
            a for i in range(len(scan.tokens)) if (a := anchor_name(scan, i)) and a[1] == len(scan.tokens)
        )
        found = next(at_end, None)
        if found and found[0] != "main":
            explicit = found[0]
            tail = re.sub(r"\s*\S+$", "", tail)
        assert last.when is not None
        anchors.append((explicit or "", last.when))
    kind = None
    if match := _KIND_AT_END.search(f" {tail}" if quoted else tail):
        kind = KINDS[match[1].lower()]
        tail = (f" {tail}" if quoted else tail)[: match.start()]
    anchors = [(key or _FIRST_DAY.get(kind or "", "opening"), when) for key, when in anchors]
    return CreateProgram((name or tail).strip(" ,:–-("), kind, tuple(anchors))


def _unknown(text: str, reading: Reading, command: str) -> Unknown:
    names = [p.name for p in reading.world.programs]
    return Unknown(text, nearest_commands("program", text, names, reading.lang, command))
