"""Words round a request that are no part of it, greetings, and what is offered where nothing is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command
from bot.parsing.understand import to_contract, understand
from bot.parsing.verbs import EXAMPLES


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("add task: print labels", "print labels"),
        ("please add print labels to my list", "print labels"),
        ("create a task to print labels by Friday", "print labels"),
        ("put print labels on the task list", "print labels"),
        ("tambah tugas cetak label", "cetak label"),
        ("buat tugas: cetak label", "cetak label"),
        ("tolong tambahkan cetak label ke daftar saya", "cetak label"),
        ("masukkan cetak label ke daftar tugas", "cetak label"),
    ],
)
def test_command_words_stay_in_no_title(text: str, title: str) -> None:
    intent = understand(text, READING).intent
    assert isinstance(intent, it.CreateTask)
    assert intent.title == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("add task: print labels", "print labels"),
        ("please add print labels to my list", "print labels"),
        ("tolong cetak label besok", "cetak label"),
        ("tambah tugas: cetak label", "cetak label"),
        ("add Claire to the guest list", "Claire to the guest list"),
        ('"please add task: print"', "please add task: print"),
    ],
)
def test_command_words_stay_in_no_title_of_a_command(line: str, title: str) -> None:
    intent = parse_command("/task", line, READING)
    assert isinstance(intent, it.CreateTask)
    assert intent.title == title


@pytest.mark.parametrize(
    "text",
    [
        "call Claire is done",
        "call with Claire done",
        "the call with Claire is done",
        "telepon Claire sudah",
        "telpon Claire udah ya",
    ],
)
def test_what_an_open_task_names_is_reported_done(text: str) -> None:
    task = it.OpenTask("Telepon Claire" if "tel" in text else "Call Claire", date(2026, 12, 1), 7)
    reading = replace(READING, world=replace(READING.world, tasks=(task,)))
    assert understand(text, reading).intent == it.CompleteTask((7,))


@pytest.mark.parametrize("text", ["halo", "Hi Lintas", "selamat pagi", "Good morning!"])
def test_a_greeting_to_the_app_is_answered_and_stores_nothing(text: str) -> None:
    understood = understand(text, READING)
    assert understood.intent == it.Help()
    assert to_contract(understood, READING)["intent"] == "none"


@pytest.mark.parametrize(
    "text",
    ["ok", "thanks!", "makasih ya", "👍", "siap", "selamat pagi semua", "good morning team", "Hai Rani"],
)
def test_thanks_and_words_to_others_are_left_in_silence(text: str) -> None:
    understood = understand(text, READING)
    assert understood.intent is None
    assert understood.confidence >= 0.9


def test_no_offer_does_anything_to_a_task() -> None:
    offers = [form for forms in EXAMPLES.values() for pair in forms for form in pair]
    changes = (
        it.CompleteTask, it.RescheduleTask, it.AssignTask, it.CreateTask, it.DeleteTask, it.CancelTask,
    )  # fmt: skip
    for offer in offers:
        command, _, text = offer.partition(" ")
        assert not isinstance(parse_command(command, text, READING), changes), offer
        assert not any(c.isdecimal() for c in offer), offer


@pytest.mark.parametrize("command", ["/program", "/partner", "/mitra"])
def test_names_are_offered_before_verbs_that_resemble_nothing_typed(command: str) -> None:
    names = {n.name for n in (*READING.world.programs, *READING.world.organisations, *READING.world.contacts)}
    unknown = parse_command(command, "frobnicate", READING)
    assert isinstance(unknown, it.Unknown)
    assert all(offer.partition(" ")[2] in names for offer in unknown.nearest)
