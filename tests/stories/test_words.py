"""Plain words, in a direct message and by mention, in both languages."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.test_tasks import both, owners, row, speaker


def tells(me: Person, words: str, where: str) -> str:
    """Say it to Lintas there; what it answered."""
    return me.dm(words) if where == "dm" else me.says(f"@Lintas {words}", in_="#umum")


everywhere = pytest.mark.parametrize("where", ["dm", "mention"])

ADDED = [
    ("en", "please send the loan list to the museum by Friday", "2026-11-27", "loan list"),
    ("en", "remind me to book the courier tomorrow", "2026-11-25", "courier"),
    ("en", "add task: call the printer on 3 December", "2026-12-03", "printer"),
    ("id", "tolong kirim draf MoU ke museum paling lambat Jumat", "2026-11-27", "draf MoU"),
    ("id", "ingatkan saya pesan tiket besok", "2026-11-25", "tiket"),
    ("id", "tambah tugas telepon percetakan 3 Desember", "2026-12-03", "percetakan"),
]


@pytest.mark.parametrize(("lang", "words", "due", "title"), ADDED, ids=[line[1] for line in ADDED])
@everywhere
def test_add_in_plain_words(desk: Office, where: str, lang: str, words: str, due: str, title: str) -> None:
    me = speaker(desk, lang)
    said = tells(me, words, where)
    stored = row(desk)
    assert title in stored["title"]
    assert stored["due_day"] == due
    assert f"#1 {stored['title']}" in said
    assert ("[Undo]" if lang == "en" else "[Urungkan]") in said
    assert stored["audience"] == ("person" if where == "dm" else "workspace")


CHANGED: list[tuple[str, str, dict[str, Any], str]] = [
    ("en", "done #1", {"status": "done"}, "Done by"),
    ("en", "the loan list is done", {"status": "done"}, "Done by"),
    ("en", "move the loan list to Monday", {"due_day": "2026-11-30"}, "Mon 30 Nov"),
    ("en", "postpone #1 by a week", {"due_day": "2026-12-04"}, "Fri 4 Dec"),
    ("id", "selesai #1", {"status": "done"}, "iselesaikan"),
    ("id", "loan list sudah selesai", {"status": "done"}, "iselesaikan"),
    ("id", "tunda loan list ke Senin", {"due_day": "2026-11-30"}, "Sen, 30 Nov"),
    ("id", "undur #1 seminggu", {"due_day": "2026-12-04"}, "Jum, 4 Des"),
]


@pytest.mark.parametrize(("lang", "words", "stored", "said"), CHANGED, ids=[line[1] for line in CHANGED])
@everywhere
def test_done_and_moved_in_plain_words(
    desk: Office, where: str, lang: str, words: str, stored: dict[str, Any], said: str
) -> None:
    me = speaker(desk, lang)
    me.types("/task add Send the loan list 27 Nov 2026", in_="#umum")
    answer = tells(me, words, where)
    assert {column: row(desk)[column] for column in stored} == stored
    assert said in answer or ("is done" if lang == "en" else "selesai") in answer


@pytest.mark.parametrize(
    ("lang", "words"),
    [
        ("en", "assign the loan list to @rani"),
        ("en", "assign #1 to Rani"),
        ("id", "tugaskan loan list ke @rani"),
        ("id", "tugaskan #1 ke Rani"),
    ],
)
@everywhere
def test_assigned_in_plain_words(desk: Office, where: str, lang: str, words: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Send the loan list 27 Nov 2026", in_="#umum")
    assert "Rani Kusuma" in tells(me, words, where)
    assert owners(desk) == ["Rani Kusuma"]
    assert "Send the loan list" in desk.rani.sees()[0]


QUESTIONS = [
    ("en", "what is due this week", "Week"),
    ("en", "what's overdue?", "Late"),
    ("en", "what is due today?", "Today"),
    ("en", "what does Rani have to do?", "Late Week"),
    ("id", "apa yang jatuh tempo minggu ini?", "Week"),
    ("id", "apa yang terlambat", "Late"),
    ("id", "apa yang jatuh tempo hari ini?", "Today"),
    ("id", "tugas Rani apa saja?", "Late Week"),
]


@pytest.mark.parametrize(("lang", "words", "shown"), QUESTIONS, ids=[line[1] for line in QUESTIONS])
@everywhere
def test_questions_in_plain_words(desk: Office, where: str, lang: str, words: str, shown: str) -> None:
    for line in (
        "Late letter @rani 25 Nov 2026",
        "Today letter 26 Nov 2026",
        "Week letter @rani 27 Nov 2026",
    ):
        desk.maya.types(f"/task add {line}", in_="#umum")
    desk.maya.types("/task add Later letter 15 Dec 2026", in_="#umum")
    desk.at(26, 10)
    answer = tells(speaker(desk, lang), words, where)
    found = [word for word in ("Late", "Today", "Week", "Later") if f"{word} letter" in answer]
    assert set(shown.split()) <= set(found)
    assert "Later" not in found


@both
def test_a_mention_that_asks_for_nothing_stores_nothing(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    tells(me, "thank you" if lang == "en" else "terima kasih ya", "mention")
    tells(me, "good morning" if lang == "en" else "selamat pagi", "dm")
    assert desk.rows("tasks") == []


@both
def test_two_tasks_that_could_be_meant_are_asked_about(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Send the letter to the museum", in_="#umum")
    me.types("/task add Send the letter to the embassy", in_="#umum")
    said = me.dm("the letter is done" if lang == "en" else "letter sudah selesai")
    assert "#1 Send the letter to the museum" in said
    assert "#2 Send the letter to the embassy" in said
    assert {task["status"] for task in desk.rows("tasks")} == {"open"}
    me.clicks("#2 Send the letter to the embassy", last=True)
    assert [task["status"] for task in desk.rows("tasks")] == ["open", "done"]


def test_undo_in_plain_words(desk: Office) -> None:
    desk.maya.dm("tolong kirim draf MoU paling lambat Jumat")
    assert "Diurungkan" in desk.maya.dm("urungkan")
    assert row(desk)["deleted_at"] is not None


def test_what_is_only_said_in_a_channel_is_left_alone(desk: Office) -> None:
    before = len(desk.maya.messages("#umum"))
    desk.maya.says("tolong kirim draf MoU paling lambat Jumat ya @rani", in_="#umum")
    assert len(desk.maya.messages("#umum")) == before + 1
    assert desk.rows("tasks") == []
