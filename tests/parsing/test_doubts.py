"""Days that no convention decides, that no calendar has, and dates that are none."""

from __future__ import annotations

from datetime import date

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command
from bot.parsing.dates import read_date
from bot.parsing.quick_add import quick_add
from bot.parsing.understand import understand

APRIL, MARCH = date(2027, 4, 3), date(2027, 3, 4)


def due(intent: it.Intent | None) -> it.When:
    when = intent.until if isinstance(intent, it.SnoozeTask) else getattr(intent, "due", None)
    assert isinstance(when, it.When)
    return when


def made(text: str) -> it.CreateTask:
    intent = understand(text, READING).intent
    assert isinstance(intent, it.CreateTask)
    return intent


@pytest.mark.parametrize("slot", ["03/04/2027", "^03/04/2027", "3-4-2027", "due:3/4/27"])
def test_the_day_stands_before_the_month_and_the_other_order_is_kept(slot: str) -> None:
    when = due(quick_add(f"send the report {slot}", READING))
    assert (when.ask, when.day, when.other) == (False, APRIL, MARCH)


@pytest.mark.parametrize(
    "text", ["please send the report by 03/04/2027", "tolong pindahkan #3 ke 03/04/2027"]
)
def test_the_day_stands_before_the_month_in_a_sentence_too(text: str) -> None:
    understood = understand(text, READING)
    assert not understood.ambiguous
    assert due(understood.intent).day == APRIL


@pytest.mark.parametrize("line", ["move 3 12/9/2026", "snooze 3 12/9/2026", "tunda 3 ke 12/9/2026"])
def test_an_order_that_would_be_past_is_asked_about(line: str) -> None:
    when = due(parse_command("/task", line, READING))
    assert (when.ask, when.day) == (True, date(2026, 12, 9))


@pytest.mark.parametrize(
    "slot", ["2027-03-04", "13/04/2027", "4/13/2027", "04/04/2027", "5/12", "5/12/2026", "3 April 2027"]
)
def test_what_a_convention_decides_is_not_asked(slot: str) -> None:
    assert not due(quick_add(f"send the report by {slot}", READING)).ask


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("tolong kirim laporan besok atau lusa", ["2026-11-25", "2026-11-26"]),
        ("please send the report Thursday or Friday", ["2026-11-26", "2026-11-27"]),
        ("kirim draf sebelum Jumat atau Senin", ["2026-11-26", "2026-11-30"]),
    ],
)
def test_two_days_in_one_request_are_both_offered(text: str, days: list[str]) -> None:
    understood = understand(text, READING)
    assert understood.ambiguous
    assert [due(i).day.isoformat() for i in understood.alternatives] == days
    assert "atau" not in made(text).title
    assert " or" not in made(text).title


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("send the report by 31 February", "31 February"),
        ("kirim laporan sebelum 30 Februari", "30 Februari"),
        ("kirim laporan paling lambat 31/11/2026", "31/11/2026"),
        ("send the report tomorrow at 25:00", "tomorrow at 25:00"),
        ("kirim laporan besok jam 27", "besok jam 27"),
        ("send the report by 2 Nov 2026", "2 Nov 2026"),
        ("kirim laporan paling lambat kemarin", "kemarin"),
    ],
)
def test_a_day_that_cannot_be_is_given_back_in_its_words(text: str, words: str) -> None:
    task = made(text)
    assert task.due is None
    assert task.due_words is not None
    assert words in task.due_words
    assert words not in task.title


@pytest.mark.parametrize("text", ["send the report by 31 February", "kirim laporan 30 Februari"])
def test_a_day_that_cannot_be_is_given_back_by_the_command_too(text: str) -> None:
    task = quick_add(text, READING)
    assert (task.due, bool(task.due_words)) == (None, True)


@pytest.mark.parametrize(
    "line", ["move 3 31 February", "undur #3 ke 30 Februari", "please move #3 to 31 June"]
)
def test_nothing_is_moved_to_a_day_that_cannot_be(line: str) -> None:
    moved = parse_command("/task", line, READING)
    assert isinstance(moved, it.RescheduleTask)
    assert (moved.task, moved.due, bool(moved.due_words)) == (3, None, True)


@pytest.mark.parametrize(
    "text",
    [
        "tolong pesan hotel 5 malam",
        "pesan hotel untuk 2 malam",
        "siapkan 3 hari pameran",
        "please book a hotel for 3 nights",
        "prepare the 2 weeks residency",
        "prepare Monday meeting agenda",
        "please print the Thursday rehearsal schedule",
        "design Freaky Friday poster",
        "update the March newsletter",
    ],
)
def test_a_length_or_a_name_is_no_deadline(text: str) -> None:
    task = made(text)
    assert (task.due, task.due_words) == (None, None)
    assert len(task.title.split()) >= len(text.split()) - 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Friday send the report", "2026-11-27"),
        ("send the report Friday please", "2026-11-27"),
        ("please print the labels by the Monday meeting", "2026-11-30"),
    ],
)
def test_a_weekday_in_its_place_is_the_deadline(text: str, day: str) -> None:
    assert due(made(text)).day.isoformat() == day


@pytest.mark.parametrize(
    "text", ["Q1 2027", "first quarter of 2027", "kuartal pertama 2027", "triwulan I 2027"]
)
def test_a_quarter_ends_on_its_last_day(text: str) -> None:
    when = read_date(text, READING)
    assert when is not None
    assert when.day == date(2027, 3, 31)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("kirim laporan *mingguan Senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("send report *weekly on Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("send report weekly on Monday", "FREQ=WEEKLY;BYDAY=MO"),
        ("send report *monthly on the 5th", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("kirim laporan *bulanan tanggal 5", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("kirim laporan setiap Senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("kirim laporan tiap Jumat", "FREQ=WEEKLY;BYDAY=FR"),
    ],
)
def test_how_often_keeps_its_weekday(text: str, rule: str) -> None:
    task = quick_add(text, READING)
    assert (task.recurrence, task.due is not None) == (rule, True)
    assert not {"Senin", "Monday", "mingguan", "weekly"} & set(task.title.split())


def test_a_weekly_report_is_a_thing() -> None:
    task = quick_add("Kirim laporan mingguan", READING)
    assert (task.title, task.recurrence) == ("Kirim laporan mingguan", None)


@pytest.mark.parametrize(
    ("text", "instant"),
    [
        ("call Kyoto tomorrow 2pm Tokyo time", "2026-11-25T14:00:00+09:00"),
        ("telepon Kyoto besok jam 9 waktu Tokyo", "2026-11-25T09:00:00+09:00"),
    ],
)
def test_a_citys_time_is_its_zone(text: str, instant: str) -> None:
    for task in (quick_add(text, READING), made(text)):
        at = due(task).at
        assert at is not None
        assert at.isoformat() == instant
        assert task.title in ("call Kyoto", "telepon Kyoto")
