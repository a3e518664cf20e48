"""What holds for every date and every message, whatever its words."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from babel.dates import format_date
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import CORPUS, NOW, READING, lines, reading_of

from bot.parsing.commands import parse_command, spoken_command
from bot.parsing.dates import read_date
from bot.parsing.understand import to_contract, understand

DAYS = [NOW.date() + timedelta(days=n) for n in range(731)]
ROWS = [
    row
    for path in sorted(CORPUS.glob("*.jsonl"))
    if not path.name.startswith("phrases")
    for row in lines(path)
    if ">" not in row["text"].replace("<@U0", "").replace("> ", " ")[:1]
]
ASKED = [row for row in ROWS if row["intent"] in ("create_task", "reschedule_task", "assign_task")]


def outcome(row: dict[str, Any], text: str) -> tuple[str, Any, Any]:
    text, reading = reading_of({k: v for k, v in row.items() if k == "context"} | {"text": text})
    out = to_contract(understand(text, reading), reading)
    return out["intent"], out["fields"].get("due"), out["fields"].get("owner")


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [
        ("en", "EEE d MMM yyyy"),
        ("en", "EEEE, d MMMM yyyy"),
        ("en", "MMMM d, yyyy"),
        ("en", "yyyy-MM-dd"),
        ("id", "EEE, d MMM yyyy"),
        ("id", "EEEE, d MMMM yyyy"),
        ("id", "d MMMM yyyy"),
    ],
)
def test_every_day_of_two_years_is_read_back(locale: str, pattern: str) -> None:
    wrong = {}
    for day in DAYS:
        written = format_date(day, pattern, locale=locale)
        when = read_date(written, READING)
        if when is None or when.day != day or when.ask or when.past:
            wrong[written] = when
    assert wrong == {}


@pytest.mark.parametrize(
    ("locale", "pattern"), [("en", "EEE d MMM"), ("id", "EEEE, d MMMM"), ("id", "d MMM")]
)
def test_every_coming_day_is_read_back_without_its_year(locale: str, pattern: str) -> None:
    written = {format_date(day, pattern, locale=locale): day for day in DAYS[:365]}
    read = {text: read_date(text, READING) for text in written}
    assert {text: when and when.day for text, when in read.items()} == written


@given(st.sampled_from(DAYS), st.datetimes(datetime(2026, 1, 1), datetime(2028, 12, 31)))  # noqa: DTZ001
@settings(max_examples=200, deadline=None)
def test_a_written_day_is_that_day_or_past_whatever_the_moment(day: date, moment: datetime) -> None:
    reading = replace(READING, now=moment.replace(tzinfo=UTC))
    when = read_date(format_date(day, "d MMMM yyyy", locale="id"), reading)
    assert when is not None
    assert when.day == day
    assert when.past == (day < reading.now.astimezone(reading.tz).date())


CHANGES: dict[str, Callable[[str], str]] = {
    "emoji": lambda text: f"{text} 🙏😊",
    "named emoji": lambda text: f"{text} :pray:",
    "exclamation": lambda text: f"{text}!",
    "greeting": lambda text: f"Hi team, {text}",
    "salam": lambda text: f"Selamat pagi semua, {text}",
    "thanks": lambda text: text.rstrip(" .!?") + ", thanks" if "?" not in text else text,
    "small": str.lower,
    "capitals": str.upper,
}


@given(st.sampled_from(ASKED), st.sampled_from(sorted(CHANGES)))
@settings(max_examples=400, deadline=None)
def test_manners_smiles_and_case_change_nothing(row: dict[str, Any], change: str) -> None:
    text = row["text"]
    if "<" in text and change in ("small", "capitals"):
        return
    plainly = outcome(row, text)
    if plainly[0] == row["intent"]:  # what is misread as it stands proves nothing
        assert outcome(row, CHANGES[change](text)) == plainly


@given(st.sampled_from(ROWS), st.sampled_from(ROWS))
@settings(max_examples=200, deadline=None)
def test_no_task_is_made_for_a_day_gone(one: dict[str, Any], other: dict[str, Any]) -> None:
    _, due, _ = outcome(one, f"{one['text']} {other['text']}")
    assert due is None or due[:10] >= NOW.date().isoformat()


LONG = [
    "please ", "tolong ", "#3, ", "task 3 and ", "(", "– ", "kalau besok ", "27:00 ", "31 Feb ",
    "<!channel> ", "@rani ", "hi team, ", "Senin atau ", ": ", "; kirim laporan", "move it to ", "done ",
    "ya ", "😊", '"', "1/2/2027 ", "for <@U03RANI9Q2> ", "before the ", "add x to my list ", "Rani, ",
    "no. ", "Sat morning, ", "fwd: ", 'Forwarded from Hadi: "', "tolong dicatat: ", "> kirim ini\n",
]  # fmt: skip


@pytest.mark.parametrize("part", LONG)
def test_forty_thousand_characters_are_read_at_once(part: str) -> None:
    text = (part * 40_000)[:40_000]
    for read in (understand, spoken_command, lambda t, r: parse_command("/task", t, r)):
        read(text[:50], READING)
        begin = time.process_time()
        read(text, READING)
        assert time.process_time() - begin < 0.5  # ten times what an idle machine needs
