"""`/program`: the verbs that act on a program, and its news in one line."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import cast

from bot.parsing.dates import Span, find_dates
from bot.parsing.dates.anchors import anchor_day, anchor_name, shift_only
from bot.parsing.dates.base import Scan, shifted
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.impossible import impossible_date
from bot.parsing.dates.lexicon import ANCHORS
from bot.parsing.dates.lexicon import words as listed
from bot.parsing.intents import (
    Health,
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
from bot.parsing.names import index_of, longest_known, named, nearest, same_word, words_of
from bot.parsing.program_dates import read_anchor
from bot.parsing.program_new import read_new
from bot.parsing.slack_text import straight
from bot.parsing.updates import label_of, update_kind
from bot.parsing.verbs import PROGRAM, nearest_commands, split_verb

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
        return NoDate(bad) if bad else read_new(rest, reading) if rest else NewProgramForm()
    if verb == "list" and not rest:
        return ListPrograms()
    whole = program_and_rest(text, reading)
    if whole[0].matches and (verb is None or _longer(text, verb)):
        return _card_or_update(*whole, text, reading)
    if verb is None:
        return _unknown(text, reading, command)
    if not rest:
        here = Said(reading.program.name, (reading.program,)) if reading.program else Said("")
        return ProgramCommand(verb, here)  # type: ignore[arg-type]
    program, words = _meant(verb, rest, reading)
    if verb == "move" and (bad := impossible_date(words, reading)):
        return NoDate(bad)
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


def _card_or_update(program: Said, rest: str, text: str, reading: Reading) -> Intent:
    """“Batik Lyon: the crate is late” is its news; the name alone, or with other words, its card."""
    if rest and _behind_colon(rest, text):
        return _update(program, rest, reading)
    return ProgramCommand("card", program, rest)


def read_news(text: str, reading: Reading) -> RecordUpdate | None:
    """“kabar Batik Lyon: the fee is higher”: news without its noun, of a known program, after a colon."""
    first, _, rest = text.partition(" ")
    if first.lower() not in ("update", "kabar") or not rest.strip():
        return None
    program, words = program_and_rest(rest.strip(), reading)
    announced = program.matches and words and _behind_colon(words, rest)
    return _update(program, words, reading) if announced else None


def _behind_colon(words: str, text: str) -> bool:
    """Whether a colon stands before the words that the text ends with."""
    return text[: text.rfind(words)].rstrip().endswith(":")


def _meant(verb: str, rest: str, reading: Reading) -> tuple[Said, str]:
    """The program named, else for news and a date that moves the channel's own, and the words about it."""
    program, words = program_and_rest(rest, reading)
    here = reading.program
    if here is None or program.matches or straight(rest)[:1] in ('"', "'", "#"):
        return program, words
    if verb == "update" and not _misspelt(rest, reading):
        return Said(here.name, (here,)), rest
    if verb == "move":
        read = read_anchor(rest, reading)
        of_its_dates = read.kind is None or read.kind in here.anchors or read.kind in ANCHORS.values()
        if of_its_dates and (read.when or read.shift or read.confirmed is not None):
            return Said(here.name, (here,)), rest
    return program, words


def _misspelt(rest: str, reading: Reading) -> bool:
    """Whether what stands before a colon is rather a program's name than a kind of news or how it stands."""
    head, colon, _ = rest.partition(":")
    if not colon or label_of(rest) or health_of(rest)[0]:
        return False
    typed = words_of(head)
    return any(
        same_word(one, other)
        for program in nearest(head, reading.world.programs)
        for one in typed
        for other in words_of(program.name)
    )


_HEALTH = re.compile(
    r"(?P<on_track>on[ -]track|sesuai rencana|lancar|hijau|green)|"
    r"(?P<at_risk>at[ -]risk|berisiko|kuning|yellow|amber)|"
    r"(?P<off_track>off[ -]track|tidak sesuai rencana|di luar rencana|keluar jalur|merah|red)",
    re.IGNORECASE,
)
_HEALTH_ENDS = re.compile(r"\s*(?:$|[:;,.–—]|\s-\s)\s*")


def health_of(words: str) -> tuple[Health | None, str]:
    """How the program stands, where the words begin with it and a mark behind; and the words after it."""
    match = _HEALTH.match(words)
    ends = _HEALTH_ENDS.match(words, match.end()) if match else None
    if match is None or ends is None:
        return None, words
    return cast("Health", match.lastgroup), words[ends.end() :] or words


def _update(program: Said, words: str, reading: Reading) -> RecordUpdate:
    health, words = health_of(words)
    kind, money = update_kind(words, reading), find_money(words)
    label = label_of(words)
    said = words[label[1] :].strip() if label else words
    anchor = when = None
    if kind == "schedule" and impossible_date(words, reading) is None:
        known = program.known
        anchor, when = anchor_change(words, replace(reading, program=known or reading.program))
    return RecordUpdate(
        program, said or words, kind, anchor=anchor, date=when,
        amount=money.amount if money else None, currency=money.currency if money else None, health=health,
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
    if not to and anchor and (moved := _shifted_anchor(words, anchor, scan)):
        return moved
    if anchor == "main":
        anchor = (
            next(iter(reading.program.anchors), "opening").replace(" ", "_") if reading.program else "opening"
        )
    return anchor, to[-1].when if to else None


def _shifted_anchor(words: str, anchor: str, scan: Scan) -> tuple[str, When] | None:
    """“kedatangan dimajukan seminggu”: the day that the program has, moved by the length that is said."""
    said = frozenset(words_of(words))
    sign = -1 if said & _SOONER else 1 if said & _LATER else 0
    known = anchor_day(scan, anchor) if sign else None
    length = next((found[0] for i in range(len(scan.tokens)) if (found := shift_only(scan, i))), None)
    if not known or not length:
        return None
    return known[0], When(shifted(known[1], length.times(sign)))


_SOONER = listed("dimajukan dimajuin maju majukan earlier forward sooner cepat")
_LATER = listed(
    "mundur diundur diundurkan ditunda undur molor bergeser later postponed delayed slipped slips back "
    "pushed lambat"
)


def _upto(span: Span) -> Span:
    """“from 22 to 24 January” as a move: its second day."""
    if span.kind != "range" or span.last is None or span.when is None:
        return span
    return replace(span, when=replace(span.when, day=span.last))


def _unknown(text: str, reading: Reading, command: str) -> Unknown:
    names = [p.name for p in reading.world.programs]
    return Unknown(text, nearest_commands("program", text, names, reading.lang, command))
