"""Changes said as sentences: by number, of the task at hand, however politely."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command, spoken_command
from bot.parsing.understand import to_contract, understand

MONDAY, FRIDAY = date(2026, 11, 30), date(2026, 11, 27)


def meant(text: str) -> it.Intent | None:
    return understand(text, READING).intent


def moved_to(intent: it.Intent | None) -> tuple[it.TaskRef, date | None]:
    assert isinstance(intent, it.RescheduleTask)
    return intent.task, intent.due.day if intent.due else None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("#3 done", it.CompleteTask((3,))),
        ("#3 ✅", it.CompleteTask((3,))),
        ("task 3 is done", it.CompleteTask((3,))),
        ("mark task 3 as done", it.CompleteTask((3,))),
        ("I've finished #3", it.CompleteTask((3,))),
        ("tasks 3, 4 and #5 are done", it.CompleteTask((3, 4, 5))),
        ("selesaikan tugas 3", it.CompleteTask((3,))),
        ("tandai #3 selesai", it.CompleteTask((3,))),
        ("tutup tugas 3", it.CompleteTask((3,))),
        ("tugas nomor 3 sudah beres ya", it.CompleteTask((3,))),
        ("please reopen #3", it.ReopenTask(3)),
        ("tolong buka lagi tugas 3", it.ReopenTask(3)),
        ("please cancel task 3", it.CancelTask(3)),
        ("tolong hapus tugas nomor 3", it.DeleteTask(3)),
        ("show me task 3", it.ShowTask(3)),
        ("lihat tugas 3", it.ShowTask(3)),
        ("#3", it.ShowTask(3)),
        ("what about #3?", it.ShowTask(3)),
        ("status tugas 3", it.ShowTask(3)),
        ("#3 siapa yang pegang?", it.ShowTask(3)),
        ("postpone #3 by a week", it.RescheduleTask(3, shift=it.Shift(7))),
        ("tugas 3 diundur seminggu", it.RescheduleTask(3, shift=it.Shift(7))),
        ("majukan tugas 3 dua hari", it.RescheduleTask(3, shift=it.Shift(-2))),
        ("please add a note to #3: waiting for the visa", it.NoteTask(3, "waiting for the visa")),
        ("catatan untuk tugas 3: menunggu visa", it.NoteTask(3, "menunggu visa")),
    ],
)
def test_a_number_in_a_sentence_is_a_tasks_number(text: str, intent: it.Intent) -> None:
    assert meant(text) == intent


@pytest.mark.parametrize(
    "text",
    [
        "move #3 to Friday",
        "please move task 3 to Friday",
        "Could you move the deadline of #3 to Friday?",
        "pindahkan tugas 3 ke Jumat",
        "mohon undur tenggat tugas nomor 3 ke Jumat",
        "#3 ke Jumat ya",
        "Claire is late, push #3 to Friday",
    ],
)
def test_a_numbered_task_is_moved(text: str) -> None:
    assert moved_to(meant(text)) == (3, FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "assign #3 to <@U03RANI9Q2> and <@U06TOMO1X5>",
        "please give task 3 to <@U03RANI9Q2> <@U06TOMO1X5>",
        "tolong tugaskan #3 ke Rani dan Tomo",
    ],
)
def test_two_people_are_given_a_numbered_task(text: str) -> None:
    given = meant(text)
    assert isinstance(given, it.AssignTask)
    assert given.task == 3
    assert [o.known and o.known.id for o in given.owners] == ["U03RANI9Q2", "U06TOMO1X5"]


@pytest.mark.parametrize(
    "polite", ["please", "Tolong", "mohon", "could you", "can you please", "bisa tolong"]
)
@pytest.mark.parametrize("way", ["/task", "/tugas", "/lintas", "mention"])
@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("selesaikan #3", it.CompleteTask((3,))),
        ("mark task 3 as done", it.CompleteTask((3,))),
        ("undur tugas 3 seminggu", it.RescheduleTask(3, shift=it.Shift(7))),
    ],
)
def test_politeness_is_neutral_before_every_command(
    polite: str, way: str, text: str, intent: it.Intent
) -> None:
    line = f"{polite} {text}"
    assert (meant(line) if way == "mention" else parse_command(way, line, READING)) == intent


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("please task add print labels", "task add print labels"),
        ("tolong digest nyala 09:00", "digest nyala 09:00"),
        ("could you program list", "program list"),
    ],
)
def test_politeness_is_neutral_before_spoken_commands(text: str, plain: str) -> None:
    assert spoken_command(text, READING) == spoken_command(plain, READING) is not None


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("done", it.CompleteTask((it.THIS,))),
        ("mark it done", it.CompleteTask((it.THIS,))),
        ("this one is finished", it.CompleteTask((it.THIS,))),
        ("selesai", it.CompleteTask((it.THIS,))),
        ("sudah beres", it.CompleteTask((it.THIS,))),
        ("yang ini sudah selesai", it.CompleteTask((it.THIS,))),
        ("tandai selesai", it.CompleteTask((it.THIS,))),
        ("reopen this", it.ReopenTask(it.THIS)),
        ("buka lagi", it.ReopenTask(it.THIS)),
        ("please cancel this", it.CancelTask(it.THIS)),
        ("hapus ini", it.DeleteTask(it.THIS)),
        ("postpone by a week", it.RescheduleTask(it.THIS, shift=it.Shift(7))),
        ("undurnya seminggu", it.RescheduleTask(it.THIS, shift=it.Shift(7))),
    ],
)
def test_a_change_of_no_named_task_is_of_the_one_at_hand(text: str, intent: it.Intent) -> None:
    assert meant(text) == intent


@pytest.mark.parametrize(
    "text", ["move it to Monday", "tunda ke Senin", "tundanya ke Senin", "ini diundur ke Senin aja"]
)
def test_the_one_at_hand_is_moved(text: str) -> None:
    assert moved_to(meant(text)) == (it.THIS, MONDAY)


@pytest.mark.parametrize("text", ["assign this to Rani", "tugaskan ini ke Rani", "kasih ke Rani aja"])
def test_the_one_at_hand_is_given(text: str) -> None:
    given = meant(text)
    assert isinstance(given, it.AssignTask)
    assert given.task == it.THIS
    assert given.owners[0].known is not None


@pytest.mark.parametrize("text", ["snooze until Monday", "ingatkan lagi Senin", "remind me again on Monday"])
def test_the_one_at_hand_is_snoozed(text: str) -> None:
    snoozed = meant(text)
    assert isinstance(snoozed, it.SnoozeTask)
    assert snoozed.task == it.THIS
    assert snoozed.until is not None
    assert snoozed.until.day == MONDAY


@pytest.mark.parametrize("text", ["assign it", "urus itu", "do this"])
def test_a_verb_and_a_pronoun_are_no_work(text: str) -> None:
    assert not isinstance(meant(text), it.CreateTask)


def test_the_contracts_line_asks_which_unless_there_is_only_one() -> None:
    line = to_contract(understand("tunda seminggu", READING), READING)
    assert (line["intent"], "title" in line["fields"]) == ("ambiguous", False)
    assert line["question"]
    only = it.OpenTask("Print the labels", date(2026, 12, 1))
    reading = replace(READING, world=replace(READING.world, tasks=(only,)))
    line = to_contract(understand("tunda seminggu", reading), reading)
    assert (line["intent"], line["fields"]) == (
        "reschedule_task",
        {"title": "Print the labels", "due": "2026-12-08"},
    )


@pytest.mark.parametrize(
    "text", ["please send the file for task 3 to Claire by Friday", "tolong kirim berkas tugas 3 ke Claire"]
)
def test_a_number_beside_other_work_makes_a_task(text: str) -> None:
    assert isinstance(meant(text), it.CreateTask)
