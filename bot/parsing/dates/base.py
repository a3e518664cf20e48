"""What the productions of the date grammar share: the text being read, a hit, arithmetic."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta, tzinfo

from dateutil.relativedelta import relativedelta

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.tokens import Token
from bot.parsing.intents import Shift


@dataclass(slots=True)
class Hit:
    """One date, time or period found at a token; `end` is the token after it.

    `day` follows the conventions for a deadline, `back` is the latest such day already gone (for what
    is told, not asked), `first`/`last` bound a period.
    """

    end: int
    kind: str = "day"
    day: date | None = None
    first: date | None = None
    last: date | None = None
    strong: bool = True
    other: date | None = None
    back: date | None = None
    clock: time | None = None
    zone: tzinfo | None = None
    instant: datetime | None = None
    part: str | None = None
    past: bool = False
    ask: bool = False
    anchor: str | None = None
    offset: int | None = None
    shift: Shift | None = None
    base: date | None = None  # the expiry that was counted from
    weekday: int | None = None  # of a dangling day: the nearest one beside what it hangs on
    loose: bool = False  # “H-7” with no anchor said: an expiry of the sentence comes first


@dataclass(slots=True)
class Scan:
    """A tokenized text and the moment it is read at."""

    tokens: list[Token]
    now: datetime
    tz: tzinfo
    anchors: dict[str, date] = field(default_factory=dict)
    program: str = ""  # the name of the program that is spoken of
    today: date = date.min
    w: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.today = self.now.astimezone(self.tz).date()
        self.w = [t.w for t in self.tokens]
        self.w += [""] * 8  # look-ahead never runs off the end

    def glued(self, i: int) -> bool:
        return i < len(self.tokens) and self.tokens[i].glued

    def begins(self, i: int) -> bool:
        """Whether a sentence begins at token i; an abbreviation's dot is part of the word before."""
        before = self.tokens[i - 1] if i else None
        return before is None or before.w in (".", ";", "!", "?") or before.end - before.start > len(before.w)

    def number(self, i: int) -> tuple[int, int] | None:
        """A whole number in digits or words at token i: its value and the next token."""
        word = self.w[i]
        if word.isdecimal():
            return (int(word), i + 1) if len(word) <= 4 else None
        value = lx.NUMBERS.get(word)
        if value is None:
            return None
        following = self.w[i + 1]
        if following == "belas" and 2 <= value <= 9:
            return value + 10, i + 2
        if following == "puluh" and 2 <= value <= 9:
            return value * 10, i + 2
        if word == "couple" or (word == "a" and following == "couple"):
            j = i + (1 if word == "couple" else 2)
            return 2, j + (self.w[j] == "of")
        return value, i + 1


def safe_date(year: int, month: int, day: int) -> date | None:
    """That date, or None where the calendar has no such day."""
    if not (1 <= month <= 12 and 1 <= day <= 31 and 1900 <= year <= 2200):
        return None
    return date(year, month, day) if day <= monthrange(year, month)[1] else None


def month_end(day: date) -> date:
    return day.replace(day=monthrange(day.year, day.month)[1])


def monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def add(day: date, days: int = 0, months: int = 0) -> date:
    """That day moved; a month later than the 31st is the last of the month. Far dates stay put at the
    edge."""
    try:
        return day + relativedelta(months=months, days=days)
    except (OverflowError, ValueError):
        return day


def working_days(day: date, count: int) -> date:
    """The day `count` Monday–Friday days later (earlier where negative)."""
    step = 1 if count >= 0 else -1
    for _ in range(min(abs(count), 2_000)):
        day += timedelta(days=step)
        while day.weekday() > 4:
            day += timedelta(days=step)
    return day


def beside(base: date, weekday: int, sign: int) -> date:
    """The nearest such weekday before (−1) or after (1) a day, that day excluded."""
    if sign < 0:
        return base - timedelta(days=(base.weekday() - weekday - 1) % 7 + 1)
    return base + timedelta(days=(weekday - base.weekday() - 1) % 7 + 1)


def shifted(day: date, shift: Shift) -> date:
    """That day moved by a length of days, working days or months."""
    return working_days(day, shift.days) if shift.working else add(day, shift.days, shift.months)


def coming(scan: Scan, month: int, day: int) -> tuple[date, date] | None:
    """The next and the latest occurrence of a day of the year (29 February only where there is one)."""
    ahead = next(
        (d for y in range(9) if (d := safe_date(scan.today.year + y, month, day)) and d >= scan.today), None
    )
    behind = next(
        (d for y in range(9) if (d := safe_date(scan.today.year - y, month, day)) and d <= scan.today), None
    )
    return (ahead, behind) if ahead and behind else None


def period(kind: str, first: date, last: date, end: int) -> Hit:
    """A period with its deadline: a week's Friday, any other's last day."""
    due = first + timedelta(days=4) if kind == "week" else last
    return Hit(end, kind, due, first, last)


def period_of(scan: Scan, kind: str, shift: int, end: int) -> Hit:
    """This (0), the next (1) or the last (−1) week, month, quarter, year or weekend."""
    today = scan.today
    if kind == "week":
        first = monday(today) + timedelta(weeks=shift)
        last = first + timedelta(days=6)
    elif kind == "weekend":
        first = monday(today) + timedelta(weeks=shift, days=5)
        last = first + timedelta(days=1)
    elif kind == "month":
        first = add(today.replace(day=1), months=shift)
        last = month_end(first)
    elif kind == "quarter":
        first = add(today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1), months=3 * shift)
        last = month_end(add(first, months=2))
    else:
        first = date(today.year + shift, 1, 1)
        last = date(today.year + shift, 12, 31)
    hit = period(kind, first, last, end)
    if shift < 0:
        hit.past, hit.back = True, hit.day
    elif kind == "week" and shift == 0 and hit.day and hit.day < today:
        hit.day = last
    return hit
