"""Two orders in one message, and a task that is only close in name."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import NOW, READING

from bot.parsing import intents as it
from bot.parsing.understand import understand

TEAM = tuple(it.Name(f"U{name}", name) for name in ("Maya", "Rani", "Dewi", "Emma", "Hadi"))


def reading_with(*titles: str) -> it.Reading:
    tasks = tuple(it.OpenTask(title, NOW.date(), n) for n, title in enumerate(titles, 1))
    return replace(READING, speaker="UMaya", world=it.World(members=TEAM, tasks=tasks))


OPEN = reading_with("Kirim draf MoU", "Cetak katalog", "Pesan hotel kurator")


def said(intent: it.Intent | None) -> tuple[object, ...]:
    """An intent as the verb, its task, and its day or its people."""
    match intent:
        case it.CompleteTask(tasks):
            return ("done", *tasks)
        case it.RescheduleTask(task, due) if due:
            return ("move", task, due.day.isoformat()[5:])
        case it.AssignTask(task, owners):
            return ("assign", task, *(owner.text for owner in owners))
        case it.CreateTask():
            people = [owner.text for owner in intent.owners]
            return (intent.title, intent.due and intent.due.day.isoformat()[5:], *people)
    return (intent,)


@pytest.mark.parametrize(
    ("text", "orders"),
    [
        ("draf MoU sudah selesai, katalog tunda ke Kamis", [("done", 1), ("move", 2, "11-26")]),
        ("the MoU draft is done, move the catalogue to Thursday", [("done", 1), ("move", 2, "11-26")]),
        ("katalog sudah selesai, hotel kurator tunda ke Kamis", [("done", 2), ("move", 3, "11-26")]),
        (
            "pindahkan cetak katalog ke Rabu dan serahkan ke Dewi",
            [("move", 2, "11-25"), ("assign", 2, "Dewi")],
        ),
        (
            "move the catalogue to Wednesday and give it to Dewi",
            [("move", 2, "11-25"), ("assign", 2, "Dewi")],
        ),
        ("cetak katalog dan pesan hotel sudah selesai", [("done", 2, 3)]),
        ("the catalogue and the curators' hotel are done", [("done", 2, 3)]),
        ("katalog, hotel, dan draf MoU sudah selesai", [("done", 2, 1, 3)]),
        ("jangan tunda katalog, hotel saja tunda ke Kamis", [("move", 3, "11-26")]),
        ("katalog tunda ke Kamis dan kasih tahu Dewi", [("move", 2, "11-26")]),
        ("tunda katalog dan hotel ke Kamis", [("move", 2, "11-26"), ("move", 3, "11-26")]),
        (
            "move the catalogue to Wednesday, the hotel to Thursday",
            [("move", 2, "11-25"), ("move", 3, "11-26")],
        ),
        ("tunda katalog ke Rabu, hotel ke Kamis", [("move", 2, "11-25"), ("move", 3, "11-26")]),
        ("katalog ke Dewi, hotel ke Hadi", [("assign", 2, "Dewi"), ("assign", 3, "Hadi")]),
        (
            "draf MoU selesai, katalog tunda ke Kamis, hotel serahkan ke Dewi",
            [("done", 1), ("move", 2, "11-26"), ("assign", 3, "Dewi")],
        ),
        ("katalog sudah selesai tapi hotel belum", [("done", 2)]),
        ("the catalogue is done but the hotel is not yet", [("done", 2)]),
        (
            "I need to book the train by 3 December, and send the programme to the printer next Monday",
            [
                ("book the train", "12-03", "speaker"),
                ("send the programme to the printer", "11-30", "speaker"),
            ],
        ),
        (
            "Besok jangan lupa kirim surat undangan ke Kedutaan Prancis, terus lusa cek visa Claire",
            [("kirim surat undangan ke Kedutaan Prancis", "11-25"), ("cek visa Claire", "11-26")],
        ),
    ],
)
def test_each_order_of_a_message_is_read(text: str, orders: list[tuple[object, ...]]) -> None:
    understood = understand(text, OPEN)
    assert [said(intent) for intent in (understood.intent, *understood.more)] == orders
    assert not understood.ambiguous


@pytest.mark.parametrize(
    "text", ["draf selesai, tunda katalog ke Kamis", "the draft is done, move the catalogue to Thursday"]
)
def test_where_one_of_two_orders_is_open_nothing_is_done_alone(text: str) -> None:
    reading = reading_with("Kirim draf untuk kurator", "Kirim draf untuk museum", "Cetak katalog")
    understood = understand(text, reading)
    assert understood.ambiguous
    assert understood.question
    assert {said(way) for way in understood.alternatives} >= {("move", 3, "11-26")}


@pytest.mark.parametrize(
    "text",
    ["kalau katalog selesai, tunda hotel ke Kamis", "once the catalogue is done, move the hotel to Thursday"],
)
def test_a_condition_is_asked_about_and_completes_nothing(text: str) -> None:
    understood = understand(text, OPEN)
    assert understood.ambiguous
    assert [said(way) for way in understood.alternatives] == [("move", 3, "11-26")]


def test_tasks_given_to_somebody_whose_name_is_known_with_its_days() -> None:
    member = it.Name("UD", "Dewi", anchors={"opening": date(2027, 1, 1)})
    reading = replace(OPEN, world=replace(OPEN.world, members=(member,)))
    understood = understand("draf MoU dan katalog kasih ke Dewi", reading)
    assert [said(i) for i in (understood.intent, *understood.more)] == [
        ("assign", 1, "Dewi"),
        ("assign", 2, "Dewi"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "tolong pesan kereta dan hotel ke Lyon sebelum Jumat",
        "please print the catalogue and send it to the museum by Friday",
        "tolong pisahkan uang harian per kota, saya perlu besok siang",
    ],
)
def test_one_task_of_two_verbs_stays_one(text: str) -> None:
    understood = understand(text, reading_with())
    assert isinstance(understood.intent, it.CreateTask)
    assert understood.intent.due is not None
    assert understood.more == ()


@pytest.mark.parametrize(
    "text",
    [
        "please move the MoU draft to next Tuesday",
        "mark the MoU draft as done",
        "draf MoU sudah selesai",
        "tunda draf MoU ke Kamis",
    ],
)
def test_a_task_only_close_in_name_is_asked_about(text: str) -> None:
    understood = understand(text, reading_with("Kirim draf", "Kirim draf untuk kurator"))
    assert understood.ambiguous
    assert len(understood.alternatives) == 2


@pytest.mark.parametrize(
    "text", ["visa Sari sudah selesai", "Sari's visa is done", "the visa for Sari is done"]
)
def test_another_ones_task_is_not_changed(text: str) -> None:
    assert understand(text, reading_with("Urus visa Agus")).ambiguous


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("the catalogue is done", "Cetak katalog"),
        ("siaran: katalog akhirnya selesai", "Cetak katalog"),
        ("undangan sudah selesai", "Send the invitations"),
    ],
)
def test_a_task_is_known_by_its_name_in_the_other_language(text: str, title: str) -> None:
    understood = understand(text, reading_with(title))
    assert understood.intent == it.CompleteTask((1,))


def test_dates_of_both_orders_are_their_own() -> None:
    understood = understand("kirim draf besok, dan pesan hotel lusa", reading_with())
    days = [
        i.due.day for i in (understood.intent, *understood.more) if isinstance(i, it.CreateTask) and i.due
    ]
    assert days == [date(2026, 11, 25), date(2026, 11, 26)]
