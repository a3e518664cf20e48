"""The date grammar over a text: where the dates are, what was said beside them, what they mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Literal, cast

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.anchors import anchored, resolve_dangling
from bot.parsing.dates.base import Hit, Scan, monday
from bot.parsing.dates.clock import Clock, clock, zone_at
from bot.parsing.dates.cues import DEADLINES, cues_before, postfix
from bot.parsing.dates.days import day_month, distance, numeric, relative
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.periods import counted, edge, feast, named_period
from bot.parsing.dates.tokens import tokenize
from bot.parsing.dates.weekdays import weekday
from bot.parsing.intents import Reading, Shift, When

Part = Literal["morning", "noon", "afternoon", "evening"]


@dataclass(frozen=True)
class Span:
    """A date in a text: characters `start`–`end` with its cue words, `core` where the date itself begins.

    `strength` is “weak” where the words are a date only if something else says so. `when` is None for
    ranges that are no deadline (“early next week”) and for counts from an unknown anchor. `roles` are the
    cues beside it, nearest first. `back` is the latest such day already gone, `first`/`last` a period.
    """

    start: int
    core: int
    end: int
    kind: str
    strength: Literal["strong", "weak"]
    when: When | None
    roles: tuple[str, ...] = ()
    first: date | None = None
    last: date | None = None
    back: date | None = None
    shift: Shift | None = None
    words: str = ""
    base: date | None = None  # the expiry that the words counted from

    @property
    def deadline(self) -> bool:
        """Whether the words beside it make it a deadline."""
        return self.kind == "anchor" or any(role in DEADLINES for role in self.roles)


_PRODUCTIONS: tuple[Callable[[Scan, int], Hit | None], ...] = (
    anchored, counted, edge, weekday, day_month, numeric, relative, named_period, distance, feast,
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
        midnight tengah quarter close eod around another"""
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


# --- spans -------------------------------------------------------------------------------------


def scan_of(text: str, reading: Reading) -> Scan:
    anchors = dict(reading.program.anchors) if reading.program else {}
    return Scan(tokenize(text), reading.now, reading.tz, anchors)


def spans_of(text: str, scan: Scan) -> list[Span]:
    """Every date of the text, in order, without those that only say how often."""
    found: list[tuple[Hit, int, int, tuple[str, ...]]] = []
    i, n = 0, len(scan.tokens)
    while i < n:
        hit = moment(scan, i)
        if hit is None or hit.end <= i:
            i += 1
            continue
        roles, start = cues_before(scan, i)
        roles = (*_own_roles(scan, i), *roles)
        if "valid" in roles and hit.kind in ("relative", "eod", "clock") and scan.w[i - 1] in _VALIDITY:
            roles, start = (), i  # “check the expiry tonight”
        bare = set(roles) <= {"on"} and hit.kind in ("day", "weekday")
        if bare and (back := _before_words(scan, i)):
            roles, start = ("before",), back
        if "every" in roles or not _plausible(scan, i, hit, roles):
            i = hit.end if "every" in roles else i + 1
            continue
        _in_that_week(scan, hit, found)
        found.append((hit, i, start, roles))
        i = hit.end
    _settle_dangling(scan, found)
    return _either(text, [_span(text, scan, *each) for each in found])


_OR = re.compile(r"\s*(?:,?\s*(?:or|atau)(?:\s+(?:by|on|hari))?|/)\s*", re.IGNORECASE)


def _either(text: str, spans: list[Span]) -> list[Span]:
    """“Thursday or Friday”, “besok atau lusa” as one span whose day is open."""
    merged: list[Span] = []
    for span in spans:
        last = merged[-1] if merged else None
        if last and last.when and span.when and _OR.fullmatch(text, last.end, span.core):
            open_day = last.when.day != span.when.day and not (last.when.past or span.when.past)
            day, other = last.when.day, span.when.day
            when = replace(last.when, other=other if open_day else None, ask=open_day, part=None)
            strong = "strong" if "strong" in (last.strength, span.strength) else "weak"
            words = text[last.core : span.end]
            merged[-1] = replace(last, end=span.end, when=replace(when, day=day, words=words),
                                 strength=cast('Literal["strong", "weak"]', strong), words=words)  # fmt: skip
        else:
            merged.append(span)
    return merged


def _in_that_week(scan: Scan, hit: Hit, found: list[tuple[Hit, int, int, tuple[str, ...]]]) -> None:
    """“Minggu depan …, Rabu jam 9”: a bare weekday after a coming week is a day of that week."""
    bare = hit.kind == "weekday" and hit.day and hit.back and not hit.past
    week = next((f[0] for f in found if f[0].kind == "week" and f[0].first and f[0].first > scan.today), None)
    if bare and week and week.first and hit.day:
        hit.day, hit.back = week.first + timedelta(days=hit.day.weekday()), None


_VALIDITY = ("expiry", "validity", "berlaku", "berlakunya")


def _before_words(scan: Scan, i: int) -> int:
    """Where “before” stands in “before the fiscal year closes on 15 December”, 0 where it does not."""
    for back in range(i - 2, max(i - 6, 0), -1):
        if not scan.w[back].isalpha() or scan.w[back] in lx.WEEKDAYS or scan.w[back] in ("or", "atau"):
            return 0
        if scan.w[back] in ("before", "sebelum"):
            return back
    return 0


def _own_roles(scan: Scan, i: int) -> tuple[str, ...]:
    """Cue words that a production took as its own beginning: “in 2 weeks”, “before the opening”, “by
    opening”."""
    word = scan.w[i]
    if word in ("before", "sebelum", "menjelang", "jelang", "ahead"):
        return ("by",)  # the day before is already counted
    return ("by",) if word == "by" else ()


def _plausible(scan: Scan, i: int, hit: Hit, roles: tuple[str, ...]) -> bool:
    if hit.kind == "numbers":
        return bool(set(roles) & {"deadline", "by", "before", "valid"}) or (
            scan.w[i - 1] in ("on", "tanggal") if i else False
        )
    if hit.kind == "unanchored":
        return True
    before = scan.w[i - 1] if i else ""
    if before in ("and", "dan", "&", ",") and i > 1 and scan.w[i - 2].isdecimal() and scan.w[i].isdecimal():
        return False  # “12, 13 and 14 January” are what is booked
    return not (
        before in ("#", "$", "€", "£", "rp", "usd", "eur", "no", "nomor", "number")
        and scan.w[i][:1].isdecimal()
    )


def _settle_dangling(scan: Scan, found: list[tuple[Hit, int, int, tuple[str, ...]]]) -> None:
    """“expires 31 March, so start 3 months before”: the count is from the other date of the text."""
    dates = [f for f in found if f[0].day and f[0].kind not in ("dangling", "anchor")]
    for hit, *_ in found:
        if hit.kind == "dangling" and dates:
            base = next((f for f in dates if "valid" in f[3]), dates[0] if len(dates) == 1 else None)
            if base and base[0].day:
                resolve_dangling(hit, base[0].day, scan.today)


def _span(text: str, scan: Scan, hit: Hit, i: int, start: int, roles: tuple[str, ...]) -> Span:
    end = postfix(scan, hit.end)
    if end > hit.end:
        roles = (*roles, "deadline")
    first, last = scan.tokens[start].start, scan.tokens[min(end, len(scan.tokens)) - 1].end
    core = scan.tokens[i].start
    words = text[core : scan.tokens[min(hit.end, len(scan.tokens)) - 1].end]
    when = None if hit.kind in ("early", "dangling", "unanchored") else when_of(scan, hit, roles, words)
    if hit.kind == "minutes" and not hit.strong:
        roles = tuple(role for role in roles if role != "deadline")  # “4 minutes max” is a length
    strengthen = {"deadline"} if hit.kind == "length" else _STRENGTHEN  # “by a week” is a length, not a day
    strong = (
        hit.strong
        or bool(strengthen & set(roles))
        or ("on" in roles and hit.kind in _ON_STRENGTHENS)
        or ("for" in roles and hit.kind in _FOR_STRENGTHENS)
    )
    return Span(
        first, core, last, hit.kind, "strong" if strong else "weak", when, roles, hit.first, hit.last,
        hit.back,
        hit.shift, words, hit.base,
    )  # fmt: skip


_STRENGTHEN = frozenset({"deadline", "by", "before", "until", "since", "after", "valid"})
_FOR_STRENGTHENS = frozenset({"weekday", "attributive", "nth", "the_nth", "number", "day", "clock"})
_ON_STRENGTHENS = frozenset(
    {"weekday", "nth", "the_nth", "number", "day", "feast", "month", "clock", "anchor", "weekend"}
)


def when_of(scan: Scan, hit: Hit, roles: tuple[str, ...], words: str) -> When | None:
    """The hit as a moment: “before” takes the day before, a clock time makes an instant."""
    day, at = hit.day, hit.instant
    if day is None:
        return None
    before = "before" in roles and hit.clock is None and hit.instant is None and hit.anchor is None
    if "week_of" in roles:
        day = monday(day) + timedelta(days=4)
    if before and hit.kind in ("week", "month", "quarter", "year", "weekend", "range") and hit.first:
        day = hit.first - timedelta(days=1)
    elif before and hit.kind not in ("edge", "eod"):
        day = day - timedelta(days=1)
    other = hit.other
    if before and other and hit.day:
        other += day - hit.day
    if hit.clock is not None:
        at = datetime.combine(day, hit.clock, hit.zone or scan.tz)
    gone = hit.past or day < scan.today or (at is not None and at < scan.now and hit.kind != "minutes")
    return When(
        day, at, other, hit.anchor.replace(" ", "_") if hit.anchor else None, hit.offset, words,
        past=gone, ask=hit.ask, part=cast("Part | None", hit.part),
    )  # fmt: skip
