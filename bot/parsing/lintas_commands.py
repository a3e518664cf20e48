"""`/digest` and `/lintas`: when things are sent, settings, and everything under one short name."""

from __future__ import annotations

import re
from typing import Literal, cast

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates import read_date
from bot.parsing.dates.clock import clock
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.impossible import impossible_date
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.tokens import fold
from bot.parsing.intents import (
    DigestCommand,
    Help,
    Intent,
    Lang,
    NoDate,
    Reading,
    Search,
    SettingsCommand,
    Undo,
    Unknown,
)
from bot.parsing.names import words_of
from bot.parsing.slack_text import straight
from bot.parsing.verbs import DIGEST, LINTAS, nearest_commands, split_verb

_LANGUAGES: dict[str, Lang] = {
    "en": "en", "english": "en", "inggris": "en", "eng": "en", "id": "id", "indonesia": "id",
    "indonesian": "id",
    "bahasa": "id", "ind": "id",
}  # fmt: skip
_EVERY_DAY = words("setiap hari daily every day tiap hari")
_WORKDAYS = ("weekdays", "weekday", "hari kerja", "workdays", "working days")
_ON_OFF = {
    "on": True,
    "off": False,
    "nyala": True,
    "mati": False,
    "aktif": True,
    "nonaktif": False,
    "stop": False,
}
_WITHOUT_WORDS = frozenset({"help", "undo", "settings", "status"})
_NUMBER = re.compile(r"#?\d+")

SettingsVerb = Literal[
    "settings", "away", "zone", "language", "holiday", "morning", "report", "export", "handover", "status"
]


def parse_digest(text: str, reading: Reading) -> Intent:
    """The intent of `/digest <text>`; no text shows it."""
    if not text:
        return DigestCommand("show")
    verb, rest = split_verb(text, DIGEST)
    if verb == "help" and not rest:
        return Help("digest")
    if verb == "on":
        at, days, understood = _at_and_days(rest, reading)
        if understood:
            return DigestCommand("on", at, days)
        if bad := impossible_date(rest, reading):
            return NoDate(bad)
    elif verb is not None and not rest:
        return DigestCommand(cast(Literal["show", "off", "settings"], verb))
    return Unknown(text, nearest_commands("digest", text, [], reading.lang, "digest"))


def minutes_of(text: str, reading: Reading) -> int | None:
    """A clock time that the whole text is, as minutes after midnight; an hour alone is taken as it stands."""
    scan = scan_of(straight(text.strip()), reading)
    read = clock(scan, 0, asked=True)
    if read is None or read.end < len(scan.tokens):
        return None
    bare = re.fullmatch(r"(?:jam |pukul |at )?(\d{1,2})(?:[:.](\d\d))?", text.strip())
    if bare and int(bare[1]) < 24:
        return int(bare[1]) * 60 + int(bare[2] or 0)
    return read.at.hour * 60 + read.at.minute


def _at_and_days(rest: str, reading: Reading) -> tuple[int | None, tuple[int, ...] | None, bool]:
    """`[HH:MM] [days]`: minutes, ISO weekdays, and whether all of it was understood."""
    if not rest:
        return None, None, True
    words = rest.split()
    for size in range(min(3, len(words)), 0, -1):
        at = minutes_of(" ".join(words[:size]), reading)
        if at is not None:
            remaining = " ".join(words[size:])
            days = _days(remaining) if remaining else None
            return at, days, not remaining or days is not None
    days = _days(rest)
    return None, days, days is not None


def _days(text: str) -> tuple[int, ...] | None:
    """“Mon-Fri”, “Senin, Rabu dan Jumat”, “weekdays”, “setiap hari” as ISO weekdays."""
    lowered = text.lower().strip()
    if lowered in _WORKDAYS:
        return (1, 2, 3, 4, 5)
    if lowered and all(w in _EVERY_DAY for w in lowered.split()):
        return (1, 2, 3, 4, 5, 6, 7)
    parts = re.split(r"\s*(,|&|\bdan\b|\band\b|[-–—]|\bto\b|\bsampai\b|\bs/d\b|\s)\s*", lowered)
    days: list[int] = []
    ranged = False
    for part in parts:
        word = fold(part) if part.strip() else ""
        if word in ("-", "–", "—", "to", "sampai", "s/d"):
            ranged = True
        elif word in lx.WEEKDAYS or word == "minggu":
            day = lx.WEEKDAYS.get(word, 6) + 1
            if ranged and days:
                days += [(d - 1) % 7 + 1 for d in range(days[-1] + 1, days[-1] + (day - days[-1]) % 7 + 1)]
            else:
                days.append(day)
            ranged = False
        elif word not in ("", ",", "&", "dan", "and", "on", "hari", "every", "setiap", "tiap"):
            return None
    return tuple(sorted(set(days))) or None


def parse_lintas_verb(text: str, reading: Reading) -> Intent | None:
    """A verb of `/lintas` that is no noun's, or None where the text is none of them."""
    verb, rest = split_verb(text, LINTAS)
    if verb == "undo" and _NUMBER.fullmatch(rest):
        return Unknown(text, (f"/lintas {text.split()[0]}",))
    if verb is None or (verb in _WITHOUT_WORDS and rest and verb not in ("help",)):
        return None
    if verb == "help":
        return Help(rest or None) if len(rest.split()) < 2 and text.split()[0].lower() != "tolong" else None
    if verb == "undo":
        return Undo()
    if verb == "search":
        return Search(rest)
    return _setting(cast(SettingsVerb, verb), rest, reading)


def _setting(verb: SettingsVerb, rest: str, reading: Reading) -> Intent | None:
    if verb == "language":
        lang = _LANGUAGES.get(rest.lower())
        return SettingsCommand(verb, rest, lang=lang) if lang or len(rest.split()) < 2 else None
    if verb == "morning":
        return _morning(rest, reading)
    if verb in ("zone", "holiday") and (bad := impossible_date(rest, reading)):
        return NoDate(bad)
    if verb == "zone":
        return _zone(rest, reading)
    return SettingsCommand(verb, rest)


def _morning(rest: str, reading: Reading) -> Intent | None:
    words = rest.split(None, 1)
    if not words:
        return SettingsCommand("morning")
    on = _ON_OFF.get(words[0].lower())
    at = (
        minutes_of(words[1] if on is not None and len(words) > 1 else rest, reading)
        if on is not False
        else None
    )
    if on is None and at is None:
        return NoDate(bad) if (bad := impossible_date(rest, reading)) else None
    if on and at is None and len(words) > 1:
        return NoDate(words[1])
    return SettingsCommand("morning", rest, at=at, on=on if on is not None else True)


def _zone(rest: str, reading: Reading) -> Intent | None:
    """`zone <city> [until]`: the IANA name where the city is known, and the last day."""
    head, until = rest, None
    if match := re.search(r"\s(?:until|till|to|sampai|hingga|s\.d\.|s/d)\s(.+)$", rest, re.IGNORECASE):
        until = read_date(match[1], reading)
        head = rest[: match.start()] if until else rest
    key = " ".join(words_of(head))
    zone = lx.TWO_WORD_CITIES.get(key) or lx.CITIES.get(key) or lx.ZONES.get(key)
    if zone is None and re.fullmatch(r"[A-Z][A-Za-z]+/[A-Za-z_/+-]+", head.strip()):
        zone = head.strip()
    return SettingsCommand("zone", rest, zone=zone, until=until)
