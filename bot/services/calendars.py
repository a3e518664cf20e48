"""Local days and hours: when a clock next shows a time, and which days are worked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo, available_timezones

if TYPE_CHECKING:
    from holidays import HolidayBase

_A_DAY = timedelta(days=1)
_A_YEAR = 400  # days within which any calendar has a day for anything


@cache
def zone_names() -> frozenset[str]:
    """Every IANA zone; kept, since reading the list walks a thousand files."""
    return frozenset(available_timezones())


def at_local(day: date, minutes: int, zone: ZoneInfo) -> datetime:
    """The instant (UTC) of that many minutes after midnight; in a DST gap the first minute after it.

    Where the hour comes twice, the first of them is meant.
    """
    wall = datetime.combine(day, time(minutes // 60, minutes % 60), tzinfo=zone)
    instant = wall.astimezone(UTC)
    if instant.astimezone(zone).replace(tzinfo=None) != wall.replace(tzinfo=None):
        instant = _end_of_gap(wall)
    return instant


def next_local(after: datetime, minutes: int, falls_on: Callable[[date], bool], zone: ZoneInfo) -> datetime:
    """The next instant (UTC) after `after` when the zone's clock shows that time on a day of which
    `falls_on` says yes; ValueError where there is none within a year."""
    day = after.astimezone(zone).date()
    for _ in range(_A_YEAR):
        if falls_on(day):
            instant = at_local(day, minutes, zone)
            if instant > after:
                return instant
        day += _A_DAY
    raise ValueError("no day to be found")


def any_day(_: date) -> bool:
    """For `next_local`: whatever day it is."""
    return True


@dataclass(frozen=True)
class Calendar:
    """Whose days are worked: a country's weekend and holidays, and what a team set for itself.

    `country` is an ISO code, or None for a plain week; `own` says of single days whether they are worked;
    `away` are the first and the last day of a person's absence; `busy` are spans, first and last day, in
    which every day is worked, weekends and holidays too.
    """

    country: str | None = None
    own: frozenset[tuple[date, bool]] = frozenset()
    away: tuple[date, date] | None = None
    busy: frozenset[tuple[date, date]] = frozenset()

    def is_holiday(self, day: date) -> bool:
        """Whether that day is off, whatever weekday it is."""
        if self.away is not None and self.away[0] <= day <= self.away[1]:
            return True
        if self.is_busy(day):
            return False
        for known, worked in self.own:
            if known == day:
                return not worked
        return day in holidays_of(self.country, day.year)

    def is_working(self, day: date) -> bool:
        if self.is_holiday(day):
            return False
        return self.is_busy(day) or day.isoweekday() not in weekend_of(self.country)

    def is_busy(self, day: date) -> bool:
        """Whether it is one of those on which no day is free."""
        return any(first <= day <= last for first, last in self.busy)

    def after(self, day: date, count: int = 1) -> date:
        """The count-th working day after that day."""
        while count:
            day += _A_DAY
            count -= self.is_working(day)
        return day

    def before(self, day: date) -> date:
        """The last working day before that day."""
        return self.by(day - _A_DAY)

    def by(self, day: date) -> date:
        """That day where it is worked, else the last working day before it."""
        while not self.is_working(day):
            day -= _A_DAY
        return day

    def worked_between(self, start: date, end: date) -> int:
        """How many working days come after `start`, up to and with `end`."""
        return sum(self.is_working(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


PLAIN = Calendar()
"""Monday to Friday, no holidays."""


@cache
def holidays_of(country: str | None, year: int) -> Mapping[date, str]:
    """A country's public holidays of that year by name, Indonesia's joint leave (cuti bersama) among them.

    Of countries that nobody knows there are none. Source: the `holidays` package.
    """
    found = _country(country, year)
    return dict(found.items()) if found is not None else {}


@cache
def weekend_of(country: str | None) -> frozenset[int]:
    """The ISO weekdays that are not worked there: mostly 6 and 7, in Egypt 5 and 6."""
    found = _country(country, None)
    return frozenset(day + 1 for day in found.weekend) if found is not None else frozenset({6, 7})


def load_holidays() -> None:
    """Load the package now: the first time it takes a while, in which nobody must wait for the database."""
    weekend_of("ID")


def _country(code: str | None, year: int | None) -> HolidayBase | None:
    if code is None:
        return None
    import holidays

    joint_leave = (holidays.PUBLIC, holidays.GOVERNMENT) if code == "ID" else None
    try:
        return holidays.country_holidays(
            code, years=year, categories=joint_leave, language="id" if code == "ID" else "en_US"
        )
    except NotImplementedError:
        return None


@cache
def country_of_zone(zone: str) -> str | None:
    """The ISO code of the country that an IANA zone lies in; None for UTC and its like."""
    from babel.core import get_global

    found: str | None = get_global("zone_territories").get(zone)
    return None if found in ("001", "ZZ") else found


@cache
def countries() -> Mapping[str, str]:
    """ISO codes by the countries' names, in English and Indonesian, casefolded."""
    from babel import Locale

    return {
        name.casefold(): code
        for lang in ("en", "id")
        for code, name in Locale(lang).territories.items()
        if len(code) == 2 and code.isalpha() and code != "ZZ"
    }


def known_country(name: str) -> str | None:
    """The English name of the country called so in English or Indonesian, or by its ISO code."""
    from babel import Locale

    code = countries().get(" ".join(name.split()).casefold(), name)
    return Locale("en").territories.get(code) if len(code) == 2 and code.isupper() else None


def nearest_countries(name: str, lang: str, n: int = 3) -> list[str]:
    """The countries spelled most like it, as that language calls them, most like first."""
    from babel import Locale
    from rapidfuzz import fuzz, process

    scored = process.extract(name.casefold(), [*countries()], scorer=fuzz.ratio, limit=n * 3)
    codes = dict.fromkeys(countries()[spelled] for spelled, _, _ in scored)
    return [Locale(lang).territories[code] for code in codes][:n]


@cache
def same_hours(zone: str, other: str) -> bool:
    """Whether two IANA zones show the same time the whole year (2027 is taken for every year)."""
    instants = [datetime(2027, month, 1, tzinfo=UTC) for month in range(1, 13)]
    one, two = ZoneInfo(zone), ZoneInfo(other)
    return all(at.astimezone(one).utcoffset() == at.astimezone(two).utcoffset() for at in instants)


def _end_of_gap(wall: datetime) -> datetime:
    """The transition itself: the first instant that exists after a wall time that never does."""
    low = wall.astimezone(UTC) - timedelta(hours=3)
    high = low + timedelta(hours=6)
    zone = wall.tzinfo
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = low + (high - low) / 2
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high.replace(microsecond=0)
