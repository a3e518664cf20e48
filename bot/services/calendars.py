"""Local days and hours: when a clock next shows a time, and which days are worked."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

WEEKDAYS = (1, 2, 3, 4, 5)


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


def next_local(after: datetime, minutes: int, days: Collection[int], zone: ZoneInfo) -> datetime:
    """The next instant (UTC) after `after` when the zone's clock shows that time on one of these weekdays."""
    day = after.astimezone(zone).date()
    for _ in range(15):
        if day.isoweekday() in days:
            instant = at_local(day, minutes, zone)
            if instant > after:
                return instant
        day += timedelta(days=1)
    raise ValueError(f"no weekday among {sorted(days)}")


def is_working_day(day: date) -> bool:
    return day.isoweekday() in WEEKDAYS


def working_day_after(day: date, count: int = 1) -> date:
    """The count-th working day after that day."""
    while count:
        day += timedelta(days=1)
        count -= is_working_day(day)
    return day


def working_day_before(day: date) -> date:
    day -= timedelta(days=1)
    while not is_working_day(day):
        day -= timedelta(days=1)
    return day


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
