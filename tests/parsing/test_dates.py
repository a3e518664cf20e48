"""Dates: the conventions of the contract, in both languages, and what no date may ever be."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import CORPUS, NOW, READING, SHARED, in_program, lines

from bot.parsing.dates import at_part_of_day, find_dates, read_date, read_shift, read_when
from bot.parsing.intents import Reading, Shift, When

SONGKET = in_program("Songket Heritage Kuala Lumpur")  # opens on 17 December 2026


def shown(when: When | None) -> str | None:
    if when is None:
        return None
    return when.at.strftime("%Y-%m-%dT%H:%M") if when.at else when.day.isoformat()


@pytest.mark.parametrize("lang", ["en", "id"])
def test_every_phrase_of_the_corpus_is_the_date_it_means(lang: str) -> None:
    wrong = {
        row["text"]: (row["due"], shown(read_date(row["text"], READING)))
        for row in lines(CORPUS / f"phrases_{lang}.jsonl")
        if shown(read_date(row["text"], READING)) != row["due"]
    }
    assert wrong == {}


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the project")
def test_the_shared_phrases_are_read() -> None:
    rows = [row for row in lines(SHARED / "phrases.jsonl") if row["id"].startswith("p")]
    wrong = [row["text"] for row in rows if shown(read_date(row["text"], READING)) not in row["due"]]
    assert len(wrong) <= 0.03 * len(rows), wrong


@pytest.mark.parametrize(
    ("words", "day", "offset"),
    [
        ("H-7", "2026-12-10", -7),
        ("H-7 pembukaan", "2026-12-10", -7),
        ("H-7 dari pembukaan", "2026-12-10", -7),
        ("pembukaan H-3", "2026-12-14", -3),
        ("D-7", "2026-12-10", -7),
        ("T-7", "2026-12-10", -7),
        ("T minus 7", "2026-12-10", -7),
        ("H+14", "2026-12-31", 14),
        ("hari-H", "2026-12-17", 0),
        ("two weeks before the opening", "2026-12-03", -14),
        ("dua minggu sebelum pembukaan", "2026-12-03", -14),
        ("the day before the opening", "2026-12-16", -1),
        ("sehari sebelum pembukaan", "2026-12-16", -1),
        ("before the opening", "2026-12-16", -1),
        ("sebelum pembukaan", "2026-12-16", -1),
        ("by opening day", "2026-12-17", 0),
        ("3 working days before opening", "2026-12-14", -3),
        ("3 hari kerja sebelum pembukaan", "2026-12-14", -3),
        ("seminggu setelah acara", "2026-12-24", 7),
    ],
)
def test_a_count_from_the_opening(words: str, day: str, offset: int) -> None:
    spans = [s for s in find_dates(words, SONGKET) if s.when]
    assert [shown(s.when) for s in spans] == [day]
    assert spans[0].when is not None
    assert (spans[0].when.anchor, spans[0].when.offset_days) == ("opening", offset)


def test_a_count_from_an_anchor_that_the_program_lacks_gives_no_date() -> None:
    assert read_date("two weeks after closing", SONGKET) is None
    assert read_date("H-7", READING) is None


def test_a_count_from_an_expiry_said_elsewhere_in_the_sentence() -> None:
    spans = find_dates("it expires 31 Mar 2027 so start 3 months before", READING)
    assert [shown(s.when) for s in spans] == ["2027-03-31", "2026-12-31"]


@pytest.mark.parametrize(
    ("words", "day", "other"),
    [
        ("next Friday", "2026-12-04", "2026-11-27"),
        ("Jumat depan", "2026-12-04", "2026-11-27"),
        ("next Monday", "2026-11-30", None),
        ("3/12", "2026-12-03", "2027-03-12"),
    ],
)
def test_the_reading_not_chosen_is_kept_for_a_button(words: str, day: str, other: str | None) -> None:
    when = read_date(words, READING)
    assert when is not None
    assert (when.day.isoformat(), when.other and when.other.isoformat()) == (day, other)


@pytest.mark.parametrize("words", ["12/9", "12/9/2026", "Rabu 12 Maret", "at 9", "tomorrow 3pm IST"])
def test_what_no_convention_decides_is_asked(words: str) -> None:
    when = read_date(words, READING)
    assert when is not None
    assert when.ask


@pytest.mark.parametrize(
    "words", ["kemarin", "yesterday", "last Friday", "2 Nov 2026", "Jumat lalu", "3 hari yang lalu"]
)
def test_a_stated_past_day_says_that_it_is_past(words: str) -> None:
    when = read_date(words, READING)
    assert when is not None
    assert when.past


@pytest.mark.parametrize(
    ("words", "instant"),
    [
        ("tomorrow 5pm JST", "2026-11-25T08:00+00:00"),
        ("besok 14.00 WIB", "2026-11-25T07:00+00:00"),
        ("besok 14.00 WITA", "2026-11-25T06:00+00:00"),
        ("1 April 2027 9am Paris time", "2027-04-01T07:00+00:00"),  # summer time
        ("besok jam 10 waktu Tokyo", "2026-11-25T01:00+00:00"),
    ],
)
def test_a_named_zone_makes_the_instant(words: str, instant: str) -> None:
    when = read_date(words, READING)
    assert when is not None
    assert when.at == datetime.fromisoformat(instant)


@pytest.mark.parametrize(
    ("words", "hour"),
    [("besok pagi", 9), ("tomorrow afternoon", 16), ("besok siang", 13), ("Kamis malam", 19)],
)
def test_a_part_of_day_stays_a_date_with_its_default_hour(words: str, hour: int) -> None:
    when = read_when(words, READING)
    assert when is not None
    assert when.at is None
    moment = at_part_of_day(when, READING)
    assert moment is not None
    assert moment.hour == hour


@pytest.mark.parametrize(
    ("words", "shift"),
    [
        ("by a week", Shift(7)),
        ("seminggu", Shift(7)),
        ("3 hari", Shift(3)),
        ("+3d", Shift(3)),
        ("-2 hari", Shift(-2)),
        ("2 months", Shift(0, 2)),
        ("in 3 days", None),
        ("seminggu lagi", None),
        ("Friday", None),
    ],
)
def test_a_plain_length_is_a_shift(words: str, shift: Shift | None) -> None:
    assert read_shift(words) == shift


@pytest.mark.parametrize(
    "text",
    [
        "I may have a second look at the 3 proposals",
        "sun is out, sat down and had coffee",
        "The march of the museums was great",
        "Invoice 2026-11 for Rp 1.500.000 is done",
        "Call Budi at 0812-3456-7890",
        "Mei ikut rapat tadi pagi-pagi sekali kata Pak Mei",
        "version 1.2.3, open 24/7, room 5",
        "setiap Senin",
        "every Friday",
    ],
)
def test_no_strong_coming_date_where_none_is_meant(text: str) -> None:
    strong = [s for s in find_dates(text, READING) if s.strength == "strong" and s.when and not s.when.past]
    assert strong == []


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("send it by Friday please", "by Friday"),
        ("kirim paling lambat Jumat ya", "paling lambat Jumat"),
        ("due on 15 Dec", "due on 15 Dec"),
        ("Friday at the latest", "Friday at the latest"),
        ("tenggatnya: 3 Des", "tenggatnya: 3 Des"),
    ],
)
def test_a_span_covers_its_cue(text: str, cut: str) -> None:
    (span,) = find_dates(text, READING)
    assert text[span.start : span.end] == cut
    assert span.deadline


PHRASES = [
    row["text"]
    for lang in ("en", "id")
    for row in lines(CORPUS / f"phrases_{lang}.jsonl")
    if row["due"] and not re.search("décembre|März", row["text"])
]
MOMENTS = st.datetimes(datetime(2024, 1, 1), datetime(2031, 12, 31)).map(lambda d: d.replace(tzinfo=UTC))  # noqa: DTZ001
ZONES = st.sampled_from(
    ["Asia/Jakarta", "America/New_York", "Europe/Paris", "Australia/Sydney", "Pacific/Apia"]
)


@given(st.sampled_from(PHRASES), MOMENTS, ZONES)
@settings(max_examples=400, deadline=None)
def test_no_phrase_is_ever_a_past_deadline(phrase: str, now: datetime, zone: str) -> None:
    """Whatever the moment, a phrase is today or later, or says that it is past."""
    reading = Reading(now, ZoneInfo(zone))
    when = read_date(phrase, reading)
    if when is not None:
        assert when.past or when.day >= now.astimezone(ZoneInfo(zone)).date()


@given(st.sampled_from(PHRASES), st.sampled_from(["", " ya", " please", "!", " pls."]), st.booleans())
@settings(max_examples=200, deadline=None)
def test_politeness_and_capitals_change_no_date(phrase: str, tail: str, upper: bool) -> None:
    spoken = phrase.upper() if upper and phrase.lower() not in ("minggu",) else phrase
    plain, polite = read_date(phrase, READING), read_date(spoken + tail, READING)
    assert plain is not None
    assert shown(polite) == shown(plain)


@given(st.text(max_size=300))
@settings(max_examples=400, deadline=None)
def test_any_text_is_survived(text: str) -> None:
    read_date(text[:60], READING)
    for span in find_dates(text, READING):
        assert 0 <= span.start <= span.core < span.end <= len(text)


def test_days_roll_with_the_readers_zone() -> None:
    """At 18:00 UTC it is already tomorrow in Jakarta."""
    evening = replace(READING, now=NOW.astimezone(UTC).replace(hour=18))
    assert shown(read_date("tomorrow", evening)) == "2026-11-26"
    assert shown(read_date("tomorrow", replace(evening, tz=ZoneInfo("Europe/Paris")))) == "2026-11-25"


@pytest.mark.parametrize("day", [date(2026, 11, 23) + timedelta(days=n) for n in range(7)])
@pytest.mark.parametrize(
    ("english", "indonesian"), [("Friday", "Jumat"), ("Monday", "Senin"), ("Wednesday", "Rabu")]
)
def test_both_languages_read_a_weekday_alike(day: date, english: str, indonesian: str) -> None:
    reading = Reading(datetime(day.year, day.month, day.day, 3, tzinfo=UTC), ZoneInfo("Asia/Jakarta"))
    for en, id_ in (
        ("{}", "{}"),
        ("this {}", "{} ini"),
        ("next {}", "{} depan"),
        ("{} next week", "{} minggu depan"),
    ):
        assert shown(read_date(en.format(english), reading)) == shown(
            read_date(id_.format(indonesian), reading)
        )
