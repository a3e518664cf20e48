"""Local hours and working days, also where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.calendars import (
    WEEKDAYS,
    at_local,
    is_working_day,
    next_local,
    working_day_after,
    working_day_before,
)

ZONES = st.sampled_from(
    [
        ZoneInfo(name)
        for name in (
            "Asia/Jakarta",
            "Asia/Tokyo",
            "Europe/Paris",
            "America/New_York",
            "Australia/Lord_Howe",  # half an hour of summer time
            "Africa/Casablanca",  # summer time that stops for Ramadan
            "Pacific/Apia",  # has skipped a whole day
            "America/Santiago",  # changes at midnight
            "Asia/Kathmandu",
        )
    ]
)
DAYS = st.dates(date(2024, 1, 1), date(2032, 12, 31))
MINUTES = st.integers(0, 24 * 60 - 1)
WEEKS = st.sets(st.integers(1, 7), min_size=1)
INSTANTS = st.integers(0, 9 * 365 * 24 * 60).map(
    lambda minutes: datetime(2024, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes)
)


@given(DAYS, MINUTES, ZONES)
def test_at_local_shows_that_time_or_the_first_after_a_gap(day: date, minutes: int, zone: ZoneInfo) -> None:
    wall = datetime.combine(day, time(minutes // 60, minutes % 60))
    shown = at_local(day, minutes, zone).astimezone(zone).replace(tzinfo=None)
    assert wall <= shown <= wall + timedelta(hours=1)
    if shown != wall:
        before = (at_local(day, minutes, zone) - timedelta(seconds=1)).astimezone(zone)
        assert before.replace(tzinfo=None) < wall


@given(DAYS, MINUTES, MINUTES, ZONES)
def test_at_local_keeps_the_order_of_a_days_hours(day: date, one: int, other: int, zone: ZoneInfo) -> None:
    early, late = sorted((one, other))
    assert at_local(day, early, zone) <= at_local(day, late, zone)


@given(INSTANTS, MINUTES, WEEKS, ZONES)
def test_next_local_is_later_on_one_of_the_days_and_no_day_is_passed_over(
    after: datetime, minutes: int, days: set[int], zone: ZoneInfo
) -> None:
    found = next_local(after, minutes, days, zone)
    assert found > after
    local = found.astimezone(zone).date()
    assert local.isoweekday() in days
    day = after.astimezone(zone).date()
    while day < local:
        assert day.isoweekday() not in days or at_local(day, minutes, zone) <= after
        day += timedelta(days=1)


@given(INSTANTS, MINUTES, ZONES)
def test_a_daily_hour_comes_once_on_each_local_day(after: datetime, minutes: int, zone: ZoneInfo) -> None:
    every_day = range(1, 8)
    first = next_local(after, minutes, every_day, zone)
    second = next_local(first, minutes, every_day, zone)
    days = second.astimezone(zone).date() - first.astimezone(zone).date()
    assert days == timedelta(days=1)


@pytest.mark.parametrize(
    ("day", "clock", "zone", "utc"),
    [
        (date(2027, 3, 28), "02:30", "Europe/Paris", "2027-03-28T01:00"),  # 02:00 to 03:00 does not exist
        (date(2027, 10, 31), "02:30", "Europe/Paris", "2027-10-31T00:30"),  # comes twice: the first
        (date(2027, 3, 28), "09:00", "Europe/Paris", "2027-03-28T07:00"),
        (date(2027, 3, 27), "09:00", "Europe/Paris", "2027-03-27T08:00"),
        (date(2026, 11, 25), "08:30", "Asia/Jakarta", "2026-11-25T01:30"),
    ],
)
def test_at_local_where_clocks_change(day: date, clock: str, zone: str, utc: str) -> None:
    hours, minutes = map(int, clock.split(":"))
    expected = datetime.fromisoformat(utc).replace(tzinfo=UTC)
    assert at_local(day, hours * 60 + minutes, ZoneInfo(zone)) == expected


def test_next_local_without_days_is_refused() -> None:
    with pytest.raises(ValueError, match="no weekday"):
        next_local(datetime(2026, 11, 24, tzinfo=UTC), 540, (), ZoneInfo("Asia/Jakarta"))


@given(DAYS, st.integers(1, 30))
def test_the_nth_working_day_after_has_n_minus_one_between(day: date, count: int) -> None:
    found = working_day_after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (found - day).days)]
    assert found.isoweekday() in WEEKDAYS
    assert sum(map(is_working_day, between)) == count - 1


@given(DAYS)
def test_the_working_day_before_has_none_between(day: date) -> None:
    found = working_day_before(day)
    between = [found + timedelta(days=n) for n in range(1, (day - found).days)]
    assert found < day
    assert is_working_day(found)
    assert not any(map(is_working_day, between))
