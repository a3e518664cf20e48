"""What is said under a card, of the task at hand."""

from __future__ import annotations

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.understand import understand

SURE = 0.85  # enough to be done under a card


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("eh belum, buka lagi", it.ReopenTask(it.THIS)),
        ("oh wait, not done yet, reopen", it.ReopenTask(it.THIS)),
        ("catatan: sudah ditelepon", it.NoteTask(it.THIS, "sudah ditelepon")),
        ("note: called them", it.NoteTask(it.THIS, "called them")),
        ("tunggu museum: tanda tangan", it.WaitTask(it.THIS, "museum", "tanda tangan")),
        ("waiting for the museum: signature", it.WaitTask(it.THIS, "museum", "signature")),
        ("oke sip, done", it.CompleteTask((it.THIS,))),
        ("siap, sudah selesai", it.CompleteTask((it.THIS,))),
        ("eh, undo", it.Undo()),
    ],
)
def test_a_short_reply_changes_the_task_at_hand(text: str, intent: it.Intent) -> None:
    understood = understand(text, READING)
    assert understood.intent == intent
    assert understood.confidence >= SURE
    assert not understood.ambiguous


@pytest.mark.parametrize("text", ["jadi tanggal 5 Desember", "make it 5 December", "oke, jadi 5 Desember ya"])
def test_it_gets_another_day(text: str) -> None:
    intent = understand(text, READING).intent
    assert isinstance(intent, it.RescheduleTask)
    assert intent.task == it.THIS
    assert intent.due is not None
    assert intent.due.day.isoformat() == "2026-12-05"


@pytest.mark.parametrize("text", ["oke sip", "sip, makasih", "ok great, thanks"])
def test_an_answer_alone_changes_nothing(text: str) -> None:
    assert understand(text, READING).intent is None


@pytest.mark.parametrize(
    "text", ["note: called Claire Dubois, she agreed to the loan", "catatan: tadi telepon Pak Fauzi soal MoU"]
)
def test_a_note_that_tells_of_a_partner_is_a_contact(text: str) -> None:
    contacts = (it.Name("c1", "Claire Dubois"), it.Name("c2", "Fauzi Rahman"))
    reading = it.Reading(READING.now, READING.tz, world=it.World(contacts=contacts))
    assert isinstance(understand(text, reading).intent, it.LogContact)
