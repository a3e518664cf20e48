"""A program's own dates: “closing 30 June 2027, not confirmed”, “opening +7 d”, “pengiriman Maret 2027”."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.parsing.dates import Span, find_dates, read_shift
from bot.parsing.dates.anchors import anchor_name
from bot.parsing.dates.base import monday
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Reading, Shift, When
from bot.parsing.slack_text import straight

LONGEST_KIND = 32

_MARKS = re.compile(
    r"[\s,(–-]*(?<!\w)(?:(?P<no>not (?:yet )?confirmed|unconfirmed|tentative(?:ly)?|tbc|belum pasti|"
    r"belum dikonfirmasi|tentatif|sementara)|(?P<yes>confirmed|sudah pasti|dikonfirmasi|pasti))(?!\w)\s*\)?",
    re.IGNORECASE,
)
_BEFORE_NAME = words("the our new date day of tanggal hari acara jadwal")
_LINK = re.compile(
    r"^[\s:,–—]*(?:(?:is|moved?|now|to|on|at|by|ke|jadi|menjadi|pindah|pada|di|tanggal)\s+)*", re.IGNORECASE
)
_WEEK = re.compile(r"(?:the\s+)?week of|(?:pekan|minggu)(?:\s+tanggal)?\s+(?=\d)", re.IGNORECASE)
_LATER = re.compile(
    r"^(?:mundur|diundur|undur|ditunda|tunda|postponed?|delayed?)\s+(?:by\s+|selama\s+)?|"
    r"\s+(?:later|lebih lambat|mundur|diundur|kemudian)\s*$",
    re.IGNORECASE,
)
_EARLIER = re.compile(
    r"^(?:maju|dimajukan|majukan|brought forward|advanced?)\s+(?:by\s+|selama\s+)?|"
    r"\s+(?:earlier|lebih awal|lebih cepat|maju|dimajukan)\s*$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"^(?P<sign>[+–−-])?\s*(?P<n>\d{1,3})\s*(?P<unit>d|days?|h|hari|w|weeks?|mgg|minggu)$", re.I
)


@dataclass(frozen=True)
class AnchorWords:
    """What is said of one date: `kind` None where none is named, a day or a shift, and how certain it is."""

    kind: str | None
    when: When | None = None
    shift: Shift | None = None
    confirmed: bool | None = None


def read_anchor(text: str, reading: Reading) -> AnchorWords:
    """What the words say of one of a program's dates; a kind nobody knows is taken as it is written."""
    confirmed = None
    if mark := _MARKS.search(text):
        confirmed = mark["yes"] is not None
        text = f"{text[: mark.start()]} {text[mark.end() :]}"
    even = straight(text).strip(" ,.;")
    kind, rest = _kind(even, reading)
    shift = _shift(_LINK.sub("", rest))
    if shift is not None:
        return AnchorWords(kind, shift=shift, confirmed=confirmed)
    spans = [span for span in find_dates(rest, reading) if span.when or span.first]
    if not spans:
        return AnchorWords(kind or _own(rest), confirmed=confirmed)
    return AnchorWords(kind or _own(rest[: spans[0].start]), _when(spans[-1], rest), None, confirmed)


def _kind(text: str, reading: Reading) -> tuple[str | None, str]:
    """The anchor that the text names, and what comes after it (or before it, at the end)."""
    for name in reading.program.anchors if reading.program else ():
        spelled = name.replace("_", " ")
        if text.casefold().startswith(spelled) and not text[len(spelled) : len(spelled) + 1].isalpha():
            return name, text[len(spelled) :]
    scan = scan_of(text, reading)
    for i, token in enumerate(scan.tokens):
        named_so_far = [word for word in scan.w[:i] if word.isalpha() and word not in _BEFORE_NAME]
        if named_so_far and not any(char.isdecimal() for char in text[: token.start]):
            break  # “press opening” is a date of its own
        if found := anchor_name(scan, i):
            kind, end = found
            if kind == "main":
                kind = next(iter(reading.program.anchors), "opening") if reading.program else "opening"
            after = text[scan.tokens[end - 1].end :]
            return kind, after if after.strip() else text[: token.start]
    return None, text


def _own(text: str) -> str | None:
    """A date of a name of its own: “Penyerahan karya” as “penyerahan_karya”."""
    kept = re.sub(r"\s+(?:on|at|to|pada|ke|tanggal|:)$", "", text.strip(" ,.:;–-"), flags=re.IGNORECASE)
    name = "_".join(kept.casefold().split())[:LONGEST_KIND]
    return name if name and not name[0].isdecimal() else None


def _shift(text: str) -> Shift | None:
    sign = 1
    for way, meant in ((_LATER, 1), (_EARLIER, -1)):
        if way.search(text):
            text, sign = way.sub("", text), meant
    text = text.strip().removeprefix("±").strip()
    if match := _LENGTH.match(text):
        days = int(match["n"]) * (7 if match["unit"][0].lower() in "wm" else 1)
        return Shift(sign * (-days if match["sign"] and match["sign"] != "+" else days))
    found = read_shift(text) if text else None
    return found.times(sign) if found else None


def _when(span: Span, text: str) -> When | None:
    """The day meant, as exactly as it is said: a week by its Monday, a month by its first day."""
    when = span.when or (When(span.first, words=span.words) if span.first else None)
    if when is None:
        return None
    when = replace(when, past=False)
    if span.kind in ("month", "quarter", "early", "mid", "end") and span.first is not None:
        return replace(when, day=span.first.replace(day=1), precision="month", at=None)
    if span.kind == "week" or _WEEK.search(text[max(0, span.start - 12) : span.end]):
        first = span.first or when.day
        return replace(when, day=monday(first), precision="week", at=None)
    return replace(when, at=None)
