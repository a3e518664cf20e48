"""Dates as people write them, English and Indonesian, by the conventions of the contract."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.parsing.dates.anchors import shift_only
from bot.parsing.dates.base import Scan
from bot.parsing.dates.cues import cues_before, postfix
from bot.parsing.dates.find import moment, scan_of
from bot.parsing.dates.foreign import foreign_date
from bot.parsing.dates.lexicon import PART_HOURS, words
from bot.parsing.dates.spans import Span, spans_of, when_of
from bot.parsing.intents import Reading, Shift, When
from bot.parsing.slack_text import MAX_LENGTH, straight

__all__ = [
    "Span",
    "at_part_of_day",
    "date_prefix",
    "find_dates",
    "is_date",
    "read_date",
    "read_shift",
    "read_when",
]

_SLOT = 120  # characters: nobody writes a longer date
_TAIL = words(". , ; ! ya yah pls please tolong dong saja aja nya nanti :")


def find_dates(text: str, reading: Reading) -> list[Span]:
    """Every date in the text, in order; nothing is decided about what they are for."""
    text = text[:MAX_LENGTH]
    return spans_of(text, scan_of(straight(text), reading))


def read_date(text: str, reading: Reading) -> When | None:
    """The date that the whole text is, or None; a day in another language (“15 décembre 2026”) only if
    absolute."""
    text = text.strip()
    if not text or len(text) > _SLOT:
        return None
    return _whole(text, reading) or foreign_date(text, reading)


def is_date(text: str, reading: Reading) -> bool:
    """Whether the whole text is a date of the grammar's own two languages."""
    return len(text) <= _SLOT and _whole(text, reading) is not None


def read_when(text: str, reading: Reading) -> When | None:
    """A moment to move or snooze to: what `read_date` reads, and lengths from now (“+3d”, “seminggu”,
    “1 jam”)."""
    return read_date(text, reading)


def read_shift(text: str) -> Shift | None:
    """A plain length that the whole text is: “+3d”, “by a week”, “seminggu”, “-2 hari”; None for
    anything else."""
    scan = scan_of(straight(text.strip()[:_SLOT]), Reading(datetime(2000, 1, 1, tzinfo=UTC), UTC))
    sign, i = 1, 0
    while scan.w[i] in ("by", "selama", "sebanyak", "+", "-", "–", "dengan"):
        sign = -1 if scan.w[i] in ("-", "–") else sign
        i += 1
    found = shift_only(scan, i)
    if not found or _rest(scan, found[1]):
        return None
    return found[0].times(sign)


def date_prefix(text: str, reading: Reading) -> tuple[When, int] | None:
    """The date that the text begins with, and how many characters it takes."""
    scan = scan_of(straight(text[:MAX_LENGTH]), reading)
    for i in range(min(4, len(scan.tokens))):
        hit = moment(scan, i)
        if hit and hit.day:
            roles, start = cues_before(scan, i)
            if start:
                return None
            end = scan.tokens[min(postfix(scan, hit.end), len(scan.tokens)) - 1].end
            when = when_of(scan, hit, roles, text[:end].strip())
            return (when, end) if when else None
    return None


def at_part_of_day(when: When, reading: Reading) -> datetime | None:
    """The instant of a moment with a clock time or a part of day (CONTRACT §7); None for a bare date."""
    if when.at or when.part is None:
        return when.at
    return datetime(when.day.year, when.day.month, when.day.day, PART_HOURS[when.part], tzinfo=reading.tz)


def _whole(text: str, reading: Reading) -> When | None:
    scan = scan_of(straight(text), reading)
    for i in range(min(5, len(scan.tokens))):
        hit = moment(scan, i)
        if not hit or not hit.day:
            continue
        end = postfix(scan, hit.end)
        if _rest(scan, end):
            continue
        roles, start = cues_before(scan, i)
        if start == 0 and "every" not in roles:
            return when_of(scan, hit, roles, text)
    return None


def _rest(scan: Scan, i: int) -> bool:
    """Whether anything that matters stands at or after token i."""
    return any(word not in _TAIL for word in scan.w[i : len(scan.tokens)])
