"""Dates that hang on another of the sentence, on a period's end, on a place's clock, or are only told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING, in_program

from bot.parsing.dates import find_dates
from bot.parsing.intents import Reading, When
from bot.parsing.quick_add import choose_deadline
from bot.parsing.recurrence import find_recurrence

SONGKET = in_program("Songket Heritage Kuala Lumpur")  # opens on 17 December 2026
SHARJAH = in_program("Gulf Heritage Crafts Sharjah")


def shown(when: When | None) -> str | None:
    if when is None or when.past:
        return None
    return when.at.isoformat(timespec="minutes") if when.at else when.day.isoformat()


def due(text: str, reading: Reading = READING) -> str | None:
    span = choose_deadline(find_dates(text, reading), text)
    return shown(span.when) if span else None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # a number of days from the other date of the text
        ("We close on 13 June. Five days on, the lenders should have a letter.", "2027-06-18"),
        ("We decide on the 9th, I'd like to see them two days earlier.", "2026-12-07"),
        ("The board meets on 9 December; I want the draft a week earlier", "2026-12-02"),
        ("rapatnya tgl 9, bahan harus siap dua hari sebelumnya", "2026-12-07"),
        ("acaranya 12 Januari, laporan masuk seminggu sesudahnya", "2027-01-19"),
        ("they fly on 20 January, so buy the insurance a week beforehand", "2027-01-13"),
        ("asuransi diurus seminggu sebelum mereka terbang tgl 20 Jan", "2027-01-13"),
        ("book it ten days before the dancers fly out on 20 January", "2027-01-10"),
        ("kirim 3 hari sebelum kurator sampai di Lyon pada 10 Desember", "2026-12-07"),
        ("domainnya jatuh tempo 28 Nov. tolong diperpanjang H-1 nya", "2026-11-27"),
        ("polis habis 31 Januari, perpanjang H-14", "2027-01-17"),
        ("the insurance expires on 31 January, renew it D-14", "2027-01-17"),
        # the weekday before or after it
        ("18 Jan is when the designer starts so I'd want them the Friday before that", "2027-01-15"),
        ("pay it out on the Wednesday preceding her flight, which leaves on 19 February", "2027-02-17"),
        ("the opening is on 10 December, send the list the Monday before", "2026-12-07"),
        ("mereka datang tgl 10 Desember, kirim daftarnya Senin sebelumnya", "2026-12-07"),
        ("mereka pulang 10 Desember, rapat evaluasi Senin sesudahnya", "2026-12-14"),
        ("they leave on 10 December; debrief the Monday after", "2026-12-14"),
        # terms of payment
        ("invoice harus dibayar net 30 dari 1 Desember", "2026-12-31"),
        ("pay the invoice of 1 December, net 14 from 1 December", "2026-12-15"),
        ("bayar 14 hari setelah tanggal faktur 1 Desember", "2026-12-15"),
        # before the end of a period
        ("pay the deposit before the year turns", "2026-12-31"),
        ("pay it before the year is out", "2026-12-31"),
        ("send it before the month is out", "2026-11-30"),
        ("bayar sebelum tahun berganti", "2026-12-31"),
        ("beres sebelum ganti tahun", "2026-12-31"),
        ("lapor sebelum bulan ini habis", "2026-11-30"),
        ("lapor sebelum triwulan pertama 2027 berakhir", "2027-03-31"),
        ("report before the first quarter of 2027 ends", "2027-03-31"),
        ("finish it before the week is over", "2026-11-27"),
        # a day passed over for another
        ("Laporan jangan tgl 10, tgl 17 aja", "2026-12-17"),
        ("not the 10th, the 17th please", "2026-12-17"),
        ("shipping list: not before the holidays. 11 Jan.", "2027-01-11"),
        ("not on Friday but on Monday", "2026-11-30"),
        ("todo: crates: measure, photograph. 2 Dec, 8am at the depot.", "2026-12-02T08:00+07:00"),
        # nothing is hung where nothing is said
        ("they earlier asked for two days", None),
        ("two days of rest are fine", None),
        ("the Friday crowd was good", None),
        ("net 30 square metres", None),
        ("turn the page before the end", None),
        ("Rani said five days on tour is too much", None),
        ("before the break", None),
    ],
)
def test_a_day_that_hangs_on_another(text: str, day: str | None) -> None:
    assert due(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("on the eve of the opening", "2026-12-16"),
        ("the night before the opening", "2026-12-16"),
        ("malam sebelum pembukaan", "2026-12-16"),
        ("five weeks ahead of the opening", "2026-11-12"),
        ("two weeks ahead of the opening", "2026-12-03"),
        ("the Friday before the opening", "2026-12-11"),
        ("Jumat sebelum pembukaan", "2026-12-11"),
        ("the Monday after the opening", "2026-12-21"),
        ("a fortnight ahead of opening", "2026-12-03"),
        ("10 days prior to the opening", "2026-12-07"),
        ("H-10 dari pembukaan", "2026-12-07"),
    ],
)
def test_a_day_that_hangs_on_the_opening(text: str, day: str) -> None:
    spans = [s for s in find_dates(text, SONGKET) if s.when]
    assert [s.when.day.isoformat() for s in spans if s.when] == [day]


@pytest.mark.parametrize(
    ("text", "reading", "moment"),
    [
        ("by Wednesday 5pm Melbourne time", READING, "2026-11-25T17:00+11:00"),
        ("at noon on the 11th (Paris time, naturally)", READING, "2026-12-11T12:00+01:00"),
        ("11 Dec 12:00 (waktu Paris ya)", READING, "2026-12-11T12:00+01:00"),
        ("Kamis jam 2 siang their time", SHARJAH, "2026-11-26T14:00+04:00"),
        ("Thursday at 2 pm local time there", SHARJAH, "2026-11-26T14:00+04:00"),
        ("Kamis jam 2 siang waktu sana", SHARJAH, "2026-11-26T14:00+04:00"),
        ("Kamis jam 2 siang waktu mereka", SHARJAH, "2026-11-26T14:00+04:00"),
        ("Thursday 3 pm our time", SHARJAH, "2026-11-26T15:00+07:00"),
        ("call the Kunsthal in Rotterdam on Thursday, 9 am their time", READING, "2026-11-26T09:00+01:00"),
        ("3 Dec 7pm JST", READING, "2026-12-03T19:00+09:00"),
        ("Thursday 3 pm their time", READING, "2026-11-26T15:00+07:00"),  # nobody says whose
        ("by ten o'clock Jakarta time on Monday morning", READING, "2026-11-30T10:00+07:00"),
    ],
)
def test_a_clock_elsewhere(text: str, reading: Reading, moment: str) -> None:
    assert due(text, reading) == moment


@pytest.mark.parametrize(
    ("text", "back"),
    [
        ("Bu Maria nelpon semalam", "2026-11-23"),
        ("Yuki WA td pagi", "2026-11-24"),
        ("tadi malam mereka menelepon", "2026-11-23"),
        ("ketemu td siang", "2026-11-24"),
        ("kemarin sore", "2026-11-23"),
        ("the other day", None),
        ("semalam suntuk", None),
    ],
)
def test_what_is_told_of_the_past(text: str, back: str | None) -> None:
    spans = [s for s in find_dates(text, READING) if s.when and (s.when.past or s.back)]
    assert [s.when.day.isoformat() for s in spans if s.when] == ([back] if back else [])
    assert due(text) is None or not back or back == "2026-11-24"


@pytest.mark.parametrize(
    ("text", "rule", "first"),
    [
        ("Every other Friday from 4 December", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-12-04"),
        ("every Monday starting 7 December", "FREQ=WEEKLY;BYDAY=MO", "2026-12-07"),
        ("setiap Senin mulai 7 Desember", "FREQ=WEEKLY;BYDAY=MO", "2026-12-07"),
        ("tiap Jumat mulai tgl 11 Desember", "FREQ=WEEKLY;BYDAY=FR", "2026-12-11"),
        ("monthly from January", "FREQ=MONTHLY", "2027-01-01"),
        ("every single Monday", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
        ("every Monday without fail", "FREQ=WEEKLY;BYDAY=MO", "2026-11-30"),
        ("dua minggu sekali tiap Jumat", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27"),
        ("tiap dua minggu, hari Jumat", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27"),
        ("setiap Senin pertama", "FREQ=MONTHLY;BYDAY=1MO", "2026-12-07"),
        ("each and every Tuesday", "FREQ=WEEKLY;BYDAY=TU", "2026-12-01"),
        ("on alternate Fridays", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", "2026-11-27"),
    ],
)
def test_how_often_and_from_when(text: str, rule: str, first: str) -> None:
    found = find_recurrence(text, READING)
    assert found is not None
    assert (found.rule, found.first.day.isoformat()) == (rule, first)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("between the 1st and the 15th of December", "2026-12-01", "2026-12-15"),
        ("between 1 and 15 December", "2026-12-01", "2026-12-15"),
        ("antara 1 dan 15 Desember", "2026-12-01", "2026-12-15"),
        ("antara tanggal 1 dan 15 Desember", "2026-12-01", "2026-12-15"),
        ("from the 1st to the 15th of December", "2026-12-01", "2026-12-15"),
        ("dari tgl 1 sampai 15 Desember", "2026-12-01", "2026-12-15"),
        ("between 28 November and 3 December", "2026-11-28", "2026-12-03"),
        ("antara 28 November dan 3 Desember", "2026-11-28", "2026-12-03"),
    ],
)
def test_a_range_of_days(text: str, first: str, last: str) -> None:
    ranges = [s for s in find_dates(text, READING) if s.kind == "range"]
    assert [(str(s.first), str(s.last)) for s in ranges] == [(first, last)]


def test_a_place_without_a_clock_changes_nothing() -> None:
    assert due("send it to Paris by Friday", replace(READING)) == "2026-11-27"


@pytest.mark.parametrize(
    ("text", "days", "working"),
    [
        ("crate list three working days later please", 3, True),
        ("move it two days earlier", 2, False),
        ("mundur 5 hari kerja", 5, True),
        ("a week later", 7, False),
        ("dua hari lebih awal", 2, False),
    ],
)
def test_with_no_other_day_it_is_a_length(text: str, days: int, working: bool) -> None:
    shifts = [span.shift for span in find_dates(text, READING) if span.kind == "length"]
    assert [(s.days, s.working) for s in shifts if s] == [(days, working)]
