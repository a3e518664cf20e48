"""The date grammar at one place of a text: a day, a clock time, or both."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time, timedelta

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.anchors import anchored
from bot.parsing.dates.base import Hit, Scan
from bot.parsing.dates.clock import Clock, clock, zone_at
from bot.parsing.dates.days import day_month, distance, numeric, relative
from bot.parsing.dates.hanging import hanging
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.periods import counted, edge, feast, named_period
from bot.parsing.dates.tokens import tokenize
from bot.parsing.dates.weekdays import weekday
from bot.parsing.intents import Reading

_PRODUCTIONS: tuple[Callable[[Scan, int], Hit | None], ...] = (
    anchored, counted, edge, weekday, day_month, numeric, relative, named_period, distance, feast, hanging,
)  # fmt: skip
_TABLES: tuple[Iterable[str], ...] = (
    lx.WEEKDAYS, lx.SHORT_DAYS, lx.MONTHS, lx.NUMBERS, lx.SE_UNITS, lx.ORDINALS, lx.RELATIVE_DAYS, lx.PERIODS,
    lx.END_WORDS, lx.PARTS, lx.FEASTS, lx.MOVING_FEASTS, lx.END, lx.MID, lx.EARLY, lx.THIS, lx.NEXT,
    lx.END_OF_DAY, lx.ANCHORS,
)  # fmt: skip
_FIRST = frozenset(  # words that a date may begin with
    {word for table in _TABLES for word in table}
    | {phrase.split()[0] for phrase in lx.TWO_WORD_FEASTS}
    | words(
        """the in within dalam + h d t by before sebelum menjelang jelang ahead saat pas pada on at tanggal
        nanti tadi tonight tonite last previous hari malam q kw cw v wk late half setengah jam pukul @ noon
        midnight tengah quarter close eod around another eve night semalam between antara net dari from"""
    )
)


def date_at(scan: Scan, i: int) -> Hit | None:
    """The longest date that begins at token i."""
    best = _end_of_day(scan, i)
    for production in _PRODUCTIONS:
        hit = production(scan, i)
        if hit and (best is None or hit.end > best.end):
            best = hit
    return best


def _end_of_day(scan: Scan, i: int) -> Hit | None:
    """EOD, COB, close of business, end of day: that date, no clock time."""
    j = _close(scan, i)
    if j == i:
        return None
    if scan.w[j] in ("of", "on", ",", "hari", "their", "our"):
        j += 1
    for production in _PRODUCTIONS[3:7]:
        hit = production(scan, j)
        if hit and hit.day:
            hit.strong = True
            return hit
    end = _close(scan, i)
    return Hit(end + (scan.w[end] == "ini"), "eod", scan.today)


def _close(scan: Scan, i: int) -> int:
    if scan.w[i] in lx.END_OF_DAY:
        return i + 1
    triple = scan.w[i : i + 3]
    if triple in (
        ["close", "of", "business"],
        ["close", "of", "play"],
        ["end", "of", "day"],
        ["end", "of", "business"],
    ):
        return i + 3
    if triple[:2] == ["akhir", "hari"]:
        return i + 2
    return i


def moment(scan: Scan, i: int) -> Hit | None:
    """A date, a clock time, or both, beginning at token i."""
    word = scan.w[i]
    if not (word[:1].isdecimal() or word in _FIRST):
        return None
    i += word == "nanti" and scan.w[i + 1] in ("jam", "pukul", "at")
    hit = date_at(scan, i)
    following = scan.w[i + 1]
    if hit is not None and not (hit.kind == "numbers" and following in lx.PARTS):
        return _with_clock(scan, hit)
    read = clock(scan, i, asked=following in lx.PARTS and scan.w[i + 2] in ("ini", "nanti"))
    return _clock_then_day(scan, read) if read else None


def _with_clock(scan: Scan, hit: Hit) -> Hit:
    if hit.instant or hit.day is None:
        return hit
    j = hit.end
    if scan.w[j] in lx.PARTS and hit.kind not in ("month", "early"):
        hit.part, j = lx.PARTS[scan.w[j]], j + 1 + 2 * (scan.w[j + 1 : j + 3] == ["-", scan.w[j]])
        j += scan.w[j] == "nanti"
        hit.end = j
    elif (past_close := _close(scan, j + (scan.w[j] == "at"))) > j + (scan.w[j] == "at"):
        hit.end = past_close
        return hit
    k = j + (
        scan.w[j] in (",", "-", "–", "t", "—") or (scan.w[j] == "(" and scan.w[j + 1] in ("jam", "pukul"))
    )
    k += scan.w[k] == "sekitar"
    digits = scan.w[k]
    asked = (":" in digits or "." in digits) and digits[:1].isdecimal()
    read = clock(scan, k, asked=asked or scan.w[j] == "t")
    if read is None:
        zone, unsure, end = zone_at(scan, hit.end)
        if zone and not unsure and hit.part is None:
            hit.end = end
        return hit
    hit.end, hit.zone, hit.ask = (
        read.end + (scan.w[j] == "(" and scan.w[read.end] == ")"),
        read.zone,
        hit.ask or read.unsure,
    )
    hit.clock = _by_part(read, hit.part)
    hit.part, hit.strong = None, True
    return hit


def _by_part(read: Clock, part: str | None) -> time:
    """“sore jam 3” = 15:00, “pagi jam 5” = 05:00."""
    at = read.at
    if part is None or read.part:
        return at
    if part == "morning" and 13 <= at.hour <= 18:
        return at.replace(hour=at.hour - 12)
    if part in ("afternoon", "evening", "noon") and at.hour < (10 if part == "noon" else 12):
        return at.replace(hour=(at.hour + 12) % 24)
    return at


def _clock_then_day(scan: Scan, read: Clock) -> Hit | None:
    """“3pm tomorrow”, “jam 3 sore besok”; a clock time alone is its next occurrence."""
    j = read.end + (scan.w[read.end] in (",", "on", "hari", "pada"))
    hit = date_at(scan, j) if scan.w[j] in _FIRST or scan.w[j][:1].isdecimal() else None
    if (
        hit
        and hit.day
        and hit.kind not in ("numbers", "early", "month", "minutes", "quarter", "year", "dangling")
        and (hit.strong or j > read.end or hit.kind == "weekday")
    ):
        hit.clock, hit.zone, hit.ask, hit.strong = read.at, read.zone, hit.ask or read.unsure, True
        zone, unsure, end = zone_at(scan, hit.end) if read.zone is None else (None, False, hit.end)
        if zone and not unsure:
            hit.zone, hit.end = zone, end
        return hit
    end = read.end
    if scan.w[end] in ("nanti", "ini"):
        end += 1
    zone = read.zone or scan.tz
    here = scan.now.astimezone(zone)
    day = here.date()
    passed = datetime.combine(day, read.at, zone) <= scan.now
    return Hit(
        end, "clock", day + timedelta(days=passed), clock=read.at, zone=zone, ask=passed or read.unsure,
        strong=read.strong, back=day if passed else None,
    )  # fmt: skip


def scan_of(text: str, reading: Reading) -> Scan:
    anchors = dict(reading.program.anchors) if reading.program else {}
    return Scan(
        tokenize(text), reading.now, reading.tz, anchors, reading.program.name if reading.program else ""
    )
