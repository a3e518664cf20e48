"""Local hours and working days, also where clocks are put forward and back."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.services.calendars import (
    PLAIN,
    Calendar,
    at_local,
    country_of_zone,
    holidays_of,
    next_local,
    same_hours,
    weekend_of,
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
    found = next_local(after, minutes, lambda day: day.isoweekday() in days, zone)
    assert found > after
    local = found.astimezone(zone).date()
    assert local.isoweekday() in days
    day = after.astimezone(zone).date()
    while day < local:
        assert day.isoweekday() not in days or at_local(day, minutes, zone) <= after
        day += timedelta(days=1)


@given(INSTANTS, MINUTES, ZONES)
def test_a_daily_hour_comes_once_on_each_local_day(after: datetime, minutes: int, zone: ZoneInfo) -> None:
    first = next_local(after, minutes, every_day, zone)
    second = next_local(first, minutes, every_day, zone)
    days = second.astimezone(zone).date() - first.astimezone(zone).date()
    assert days == timedelta(days=1)


def every_day(_: date) -> bool:
    return True


BERLIN = (("2027-03-28", "2027-10-31"), "Europe/Berlin")
NEW_YORK = (("2027-03-14", "2027-11-07"), "America/New_York")
CAIRO = (("2027-04-30", "2027-10-29"), "Africa/Cairo")  # changes at midnight, after a Thursday
SYDNEY = (("2027-10-03", "2027-04-04"), "Australia/Sydney")


@pytest.mark.parametrize(("changes", "name"), [BERLIN, NEW_YORK, CAIRO, SYDNEY])
@pytest.mark.parametrize("minutes", [540, 150, 0, 30])
@pytest.mark.parametrize("which", [0, 1])
def test_a_daily_hour_comes_once_a_day_across_a_change_of_clocks(
    changes: tuple[str, str], name: str, minutes: int, which: int
) -> None:
    """Asked again every minute of the five days around it, as a tick would."""
    zone, change = ZoneInfo(name), date.fromisoformat(changes[which])
    now = at_local(change - timedelta(days=2), 0, zone) - timedelta(minutes=1)
    end = at_local(change + timedelta(days=3), 0, zone) - timedelta(minutes=1)
    planned, said = next_local(now, minutes, every_day, zone), []
    while now < end:
        now += timedelta(minutes=1)
        if planned <= now:
            said.append(planned.astimezone(zone))
            planned = next_local(now, minutes, every_day, zone)
    assert [at.date() for at in said] == [change + timedelta(days=n) for n in (-2, -1, 0, 1, 2)]
    for at in said:
        wall = at.replace(tzinfo=None) - datetime.combine(at.date(), time(minutes // 60, minutes % 60))
        exists = datetime.combine(at.date(), time(minutes // 60, minutes % 60), tzinfo=zone)
        there = exists.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == exists.replace(tzinfo=None)
        assert wall == timedelta(0) if there else timedelta(0) < wall <= timedelta(hours=1)
        assert at.fold == 0


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
    with pytest.raises(ValueError, match="no day"):
        next_local(datetime(2026, 11, 24, tzinfo=UTC), 540, lambda _: False, ZoneInfo("Asia/Jakarta"))


CALENDARS = st.builds(
    Calendar,
    st.sampled_from([None, "ID", "EG", "DE", "US", "BN", "JP", "XX"]),
    st.frozensets(st.tuples(DAYS, st.booleans()), max_size=5),
)


@given(DAYS, st.integers(1, 30), CALENDARS)
def test_the_nth_working_day_after_has_n_minus_one_between(day: date, count: int, calendar: Calendar) -> None:
    found = calendar.after(day, count)
    between = [day + timedelta(days=n) for n in range(1, (found - day).days)]
    assert calendar.is_working(found)
    assert sum(map(calendar.is_working, between)) == count - 1


@given(DAYS, CALENDARS)
def test_the_working_day_before_has_none_between(day: date, calendar: Calendar) -> None:
    found = calendar.before(day)
    between = [found + timedelta(days=n) for n in range(1, (day - found).days)]
    assert found < day
    assert calendar.is_working(found)
    assert not any(map(calendar.is_working, between))
    assert calendar.by(day) == (day if calendar.is_working(day) else found)


def test_indonesia_closes_on_its_holidays_and_joint_leave() -> None:
    indonesia = Calendar("ID")
    assert "Cuti Bersama" in holidays_of("ID", 2026)[date(2026, 12, 24)]
    assert not indonesia.is_working(date(2026, 12, 24))
    assert not indonesia.is_working(date(2026, 12, 25))
    assert indonesia.after(date(2026, 12, 23)) == date(2026, 12, 28)
    assert indonesia.before(date(2026, 12, 28)) == date(2026, 12, 23)
    assert PLAIN.is_working(date(2026, 12, 25))


def test_where_friday_and_saturday_are_the_weekend_sunday_is_worked() -> None:
    egypt = Calendar("EG")
    assert weekend_of("EG") == {5, 6}
    assert weekend_of("BN") == {5, 7}
    assert egypt.after(date(2026, 11, 26)) == date(2026, 11, 29)  # from a Thursday to Sunday
    assert egypt.by(date(2026, 11, 27)) == date(2026, 11, 26)


def test_what_a_team_says_of_a_day_goes_before_its_country() -> None:
    day, eve = date(2026, 12, 25), date(2026, 12, 23)
    ours = Calendar("ID", frozenset({(day, True), (eve, False)}))
    assert ours.is_working(day)
    assert ours.is_holiday(eve)
    assert not Calendar("ID", frozenset({(date(2026, 11, 28), True)})).is_working(date(2026, 11, 28))


def test_an_absence_is_off_whatever_the_days_in_it_are() -> None:
    away = Calendar("ID", away=(date(2026, 12, 1), date(2026, 12, 8)))
    assert away.by(date(2026, 12, 8)) == date(2026, 11, 30)
    assert away.after(date(2026, 11, 30)) == date(2026, 12, 9)


def test_a_country_nobody_knows_has_a_plain_week() -> None:
    assert holidays_of("XX", 2027) == {} == holidays_of(None, 2027)
    assert weekend_of("XX") == {6, 7} == weekend_of(None)


def test_zones_lie_in_countries_and_some_show_the_same_hours() -> None:
    zones = ("Asia/Makassar", "Europe/London", "America/New_York", "UTC", "Etc/GMT+3")
    assert [country_of_zone(zone) for zone in zones] == ["ID", "GB", "US", None, None]
    assert same_hours("Asia/Bangkok", "Asia/Jakarta")
    assert not same_hours("Europe/London", "Africa/Accra")
