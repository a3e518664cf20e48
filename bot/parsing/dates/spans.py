"""The dates of a text: where they are, what was said beside them, what they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import pairwise
from typing import Literal, cast

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.anchors import resolve_dangling, says_expiry
from bot.parsing.dates.base import Hit, Scan, monday, shifted
from bot.parsing.dates.cues import DEADLINES, cues_before, postfix
from bot.parsing.dates.find import moment
from bot.parsing.dates.hanging import MOVED_BY
from bot.parsing.intents import Shift, When

Part = Literal["morning", "noon", "afternoon", "evening"]
_Found = tuple[Hit, int, int, tuple[str, ...]]  # with its token, that of its cues, and their roles


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


def spans_of(text: str, scan: Scan) -> list[Span]:
    """Every date of the text, in order, without those that only say how often."""
    found: list[_Found] = []
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


def _in_that_week(scan: Scan, hit: Hit, found: list[_Found]) -> None:
    """“Minggu depan …, Rabu jam 9”: a bare weekday after a coming week is a day of that week."""
    bare = hit.kind == "weekday" and hit.day and hit.back and not hit.past
    week = next((f[0] for f in found if f[0].kind == "week" and f[0].first and f[0].first > scan.today), None)
    if bare and week and week.first and hit.day:
        hit.day, hit.back = week.first + timedelta(days=hit.day.weekday()), None


_VALIDITY = ("expiry", "validity", "berlaku", "berlakunya")


def _before_words(scan: Scan, i: int) -> int:
    """Where “before” stands in “before the fiscal year closes on 15 December”, 0 where it does not."""
    if not scan.w[i - 1].isalpha():
        return 0
    for back in range(i - 2, max(i - 6, 0), -1):
        if not scan.w[back].isalpha() or scan.w[back] in lx.WEEKDAYS or scan.w[back] in ("or", "atau"):
            return 0
        if scan.w[back] in ("before", "sebelum"):
            return back if back == 0 or scan.w[back - 1] not in ("not", "jangan", "bukan") else 0
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


def _settle_dangling(scan: Scan, found: list[_Found]) -> None:
    """“expires 31 March, so start 3 months before”: the count is from the other date of the text."""
    dates = [f for f in found if f[0].day and f[0].kind not in ("dangling", "anchor")]
    for (_, _, _, passed), (hit, *_) in pairwise(found):
        hit.strong |= "not" in passed and hit.kind in _ON_STRENGTHENS  # “not the 10th, the 17th”
    for hit, at, *_ in found:
        if hit.loose and (expiry := _expiry_before(scan, dates, at)):
            hit.kind, hit.anchor, hit.offset = "dangling", None, None
            resolve_dangling(hit, expiry, scan.today)
        elif hit.kind == "dangling" and dates:
            base = next((f for f in dates if "valid" in f[3]), dates[0] if len(dates) == 1 else None)
            if base and base[0].day:
                resolve_dangling(hit, base[0].day, scan.today)
        elif hit.kind == "dangling" and hit.weekday is None and scan.w[hit.end - 1] in MOVED_BY and hit.shift:
            length = hit.shift.times(-1 if min(hit.shift.days, hit.shift.months) < 0 else 1)
            hit.kind, hit.strong, hit.day, hit.shift = "length", False, shifted(scan.today, length), length


def _expiry_before(scan: Scan, dates: list[_Found], at: int) -> date | None:
    """The expiry said before token `at`: “jatuh tempo 28 Nov, perpanjang H-1”."""
    return next(
        (
            hit.day
            for hit, core, start, roles in reversed(dates)
            if core < at and ("valid" in roles or says_expiry(scan, start, core))
        ),
        None,
    )


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
