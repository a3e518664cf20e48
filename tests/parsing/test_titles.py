"""What a task is called and who has it, without the words that only ask."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command
from bot.parsing.understand import understand

TEAM = tuple(it.Name(f"U{name}", name) for name in ("Maya", "Rani", "Dewi", "Emma", "Hadi"))
IN_TEAM = replace(READING, speaker="UMaya", world=it.World(members=TEAM))


def task(text: str) -> it.CreateTask:
    intent = understand(text, IN_TEAM).intent
    assert isinstance(intent, it.CreateTask)
    return intent


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("tolong ingatkan saya bayar asuransi lusa jam setengah 10", "bayar asuransi"),
        ("tolong saya diingatkan kirim email ke Claire besok pagi", "kirim email ke Claire"),
        ("ingetin gue bayar pajak besok", "bayar pajak"),
        ("please remind me to pay the insurance on Thursday at 9:30", "pay the insurance"),
    ],
)
def test_what_to_remind_of_is_the_authors_and_without_the_asking(text: str, title: str) -> None:
    made = task(text)
    assert made.title == title
    assert [owner.text for owner in made.owners] == ["speaker"]
    assert made.due is not None


@pytest.mark.parametrize(
    ("text", "title", "people"),
    [
        ("Dewi, Maya, dan Hadi harus isi formulir sebelum Jumat", "isi formulir", ["Dewi", "Maya", "Hadi"]),
        (
            "Dewi, Maya and Hadi must fill in the form before Friday",
            "fill in the form",
            ["Dewi", "Maya", "Hadi"],
        ),
        ("tolong buat tugas cek visa, besok, untuk Dewi", "cek visa", ["Dewi"]),
        ("please create a task check visa, tomorrow, for Dewi", "check visa", ["Dewi"]),
        ("tolong pesan kamar besok untuk Dewi", "pesan kamar untuk Dewi", []),
    ],
)
def test_whoever_is_named_has_it(text: str, title: str, people: list[str]) -> None:
    made = task(text)
    assert (made.title, [owner.text for owner in made.owners]) == (title, people)


@pytest.mark.parametrize(
    "text",
    [
        "I'm travelling to Lyon next week",
        "I'm in Lyon until Friday",
        "we're flying to Kyoto on Monday",
        "minggu depan saya ke Lyon",
        "saya di Lyon sampai Jumat",
        "saya cuti sampai Jumat",
    ],
)
def test_where_somebody_is_makes_no_task(text: str) -> None:
    assert understand(text, IN_TEAM).intent is None


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("I'm travelling to Lyon next week, please book the hotel by Friday", "book the hotel", "2026-11-27"),
        ("saya ke Lyon minggu depan, tolong pesan hotel paling lambat Jumat", "pesan hotel", "2026-11-27"),
    ],
)
def test_what_is_asked_behind_it_does(text: str, title: str, day: str) -> None:
    made = task(text)
    assert made.due is not None
    assert (made.title, made.due.day.isoformat()) == (title, day)


@pytest.mark.parametrize(
    ("text", "title", "at"),
    [
        ("Send 5pm Brussels tomorrow", "Send", "2026-11-25T17:00:00+01:00"),
        ("Telepon jam 10 Tokyo Jumat", "Telepon", "2026-11-27T10:00:00+09:00"),
        ("Call the museum tomorrow 9am Paris", "Call the museum", "2026-11-25T09:00:00+01:00"),
        ("Rapat jam 3", "Rapat", "2026-11-24T15:00:00+07:00"),
        ("Rapat jam 3 Jakarta Post", "Rapat Jakarta Post", "2026-11-24T15:00:00+07:00"),
    ],
)
def test_a_city_right_behind_the_hour_is_its_zone(text: str, title: str, at: str) -> None:
    made = parse_command("task", text, IN_TEAM)
    assert isinstance(made, it.CreateTask)
    assert made.due is not None
    assert made.due.at is not None
    assert (made.title, made.due.at.isoformat()) == (title, at)


@pytest.mark.parametrize(
    ("text", "whom", "why"),
    [
        ("wait 12 Balai Kota Lyon: tanda tangan", "Balai Kota Lyon", "tanda tangan"),
        ("tunggu 12 balai kota: tanda tangan", "balai kota", "tanda tangan"),
        ("wait 12 Musée des Confluences signature", "Musée des Confluences", "signature"),
        ("wait 12 Claire", "Claire", None),
    ],
)
def test_whom_a_task_waits_for_is_all_before_the_colon(text: str, whom: str, why: str | None) -> None:
    assert parse_command("task", text, IN_TEAM) == it.WaitTask(12, whom, why)


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Sorry to bother you again. Please print the labels by Friday", "print labels"),
        ("maaf ganggu lagi. tolong cetak labelnya besok", "cetak labelnya"),
        ("Hope you all slept well. Emma, please book the van by Friday", "book van"),
        ("Semoga sehat semua. Mohon kirim daftar peserta paling lambat Jumat", "kirim daftar peserta"),
        ("The guard's keys are on my desk. Please return them to the Galeri Nasional today", "return keys"),
        ("The glass for case 4 was never ordered. Order it by mid-January please", "order glass case 4"),
        ("The projector is broken again. Emma, please get it fixed by Friday", "projector fixed"),
        ("Print this list by Friday", "print list"),
        ("Please print the labels by Friday. Thanks, you are the best", "print labels"),
        ("tolong cetak label besok. makasih ya semuanya", "cetak label"),
    ],
)
def test_a_title_is_of_the_sentence_that_asks(text: str, held: str) -> None:
    title = task(text).title.lower()
    assert all(word in title for word in held.split()), title


@pytest.mark.parametrize(
    ("text", "gone"),
    [
        ("Sorry to bother you again. Please print the labels by Friday", "sorry"),
        ("maaf ganggu lagi. tolong cetak labelnya besok", "maaf"),
        ("Please print the labels by Friday. Thanks, you are the best", "best"),
        ("Print this list by Friday. The old one is gone", "old"),
    ],
)
def test_what_only_greets_or_tells_is_no_title(text: str, gone: str) -> None:
    assert gone not in task(text).title.lower()
