"""Whose task it is, and what of a mention may stay in a title."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.quick_add import quick_add
from bot.parsing.understand import understand

RANI, TOMO, MAYA = "U03RANI9Q2", "U06TOMO1X5", "U02MAYA7K1"


def task(text: str, reading: it.Reading = READING) -> it.CreateTask:
    intent = understand(text, reading).intent
    assert isinstance(intent, it.CreateTask), intent
    return intent


def owners(text: str) -> list[str]:
    return [o.known.id if o.known else o.text for o in task(text).owners]


@pytest.mark.parametrize(
    ("text", "title", "who"),
    [
        ("tolong Rani kirim draf MoU ke Sophie sebelum Jumat", "kirim draf MoU ke Sophie", [RANI]),
        ("tolong mbak Rani cek anggaran besok", "cek anggaran", [RANI]),
        ("minta @Tomo kirim daftar peti", "kirim daftar peti", [TOMO]),
        ("ingatkan Rani untuk kirim draf besok", "kirim draf", [RANI]),
        ("bisakah Rani kirim anggaran sebelum Jumat?", "kirim anggaran", [RANI]),
        ("Rani bisa kirim anggaran sebelum Jumat?", "kirim anggaran", [RANI]),
        ("ask @Tomo to send the crate list", "send the crate list", [TOMO]),
        (f"ask <@{TOMO}> to send the crate list by Friday", "send the crate list", [TOMO]),
        ("can @Rani send the budget by Friday?", "send the budget", [RANI]),
        (f"could <@{RANI}> please send the budget to <@{TOMO}>?", "send the budget to Tomo Wijaya", [RANI]),
        ("could Tomo and Rani print the labels by Friday?", "print the labels", [TOMO, RANI]),
        ("add a task for Tomo: print the labels", "print the labels", [TOMO]),
        (f"add a task for <@{TOMO}>: print the labels", "print the labels", [TOMO]),
        ("tambah tugas untuk Tomo: cetak label", "cetak label", [TOMO]),
        (f"print the labels for <@{TOMO}> by Friday", "print the labels", [TOMO]),
        (f"cetak label untuk <@{TOMO}> besok ya", "cetak label", [TOMO]),
        (f"<@{RANI}> and <@{TOMO}> please print the labels", "print the labels", [RANI, TOMO]),
        ("remind me to call Claire tomorrow", "call Claire", [MAYA]),
        ("ingatkan saya telepon Claire besok", "telepon Claire", [MAYA]),
    ],
)
def test_who_is_asked_owns_it_and_is_no_part_of_the_title(text: str, title: str, who: list[str]) -> None:
    assert (task(text).title, owners(text)) == (title, who)


@pytest.mark.parametrize(
    "text",
    [
        "tolong kirim draf ke Rani sebelum Jumat",
        "please send the draft to Rani by Friday",
        f"book a flight for <@{TOMO}> by Friday",
        f"pesan tiket untuk <@{TOMO}> besok",
        "ask Claire to send the report by Friday",
    ],
)
def test_the_recipient_and_the_traveler_own_nothing(text: str) -> None:
    assert owners(text) == []


def test_an_unknown_name_stays_in_the_title() -> None:
    nobody = replace(READING, world=replace(READING.world, members=()))
    made = task("tolong Rani kirim draf MoU ke Sophie sebelum Jumat", nobody)
    assert (made.title, made.owners) == ("Rani kirim draf MoU ke Sophie", ())


@pytest.mark.parametrize("text", ["can Rani make it on Friday?", "is Rani sending the report by Friday?"])
def test_a_question_about_someone_is_no_request(text: str) -> None:
    assert understand(text, READING).intent is None


@pytest.mark.parametrize(
    "call",
    ["<!channel>", "<!here>", "<!everyone>", "<!subteam^S123|@team-lyon>", "<!subteam^S123>", "@channel"],
)
@pytest.mark.parametrize("words", ["please send the report by Friday", "tolong kirim laporan sebelum Jumat"])
def test_a_call_to_everyone_is_no_owner_and_no_words(call: str, words: str) -> None:
    assert task(f"{call} {words}") == task(words)
    assert quick_add(f"{words} {call}", READING) == quick_add(words, READING)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (f"please call <@{RANI}> about the labels", "call Rani Kusuma about the labels"),
        ("please send the report to <@U0UNKNOWN> by Friday", "send the report"),
        ("tolong kirim laporan ke <#C123|lyon> besok", "kirim laporan"),
    ],
)
def test_no_mention_stays_as_its_id(text: str, title: str) -> None:
    assert task(text).title == title


def test_a_channel_in_a_sentence_is_its_program() -> None:
    assert task("tolong kirim laporan ke <#C123|lyon> besok").program_channel == "C123"
