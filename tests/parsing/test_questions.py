"""What people ask, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from worlds import NOW, READING

from bot.parsing import intents as it
from bot.parsing.understand import understand

WORLD = it.World(
    programs=(it.Name("p1", "Batik Lyon"), it.Name("p2", "Kyoto Residency")),
    tasks=(it.OpenTask("Kirim draf MoU", NOW.date(), 1), it.OpenTask("Cetak katalog", NOW.date(), 2)),
)


def asked(text: str) -> it.Query:
    intent = understand(text, replace(READING, world=WORLD)).intent
    assert isinstance(intent, it.Query)
    return intent


@pytest.mark.parametrize("text", ["siapa yang memegang draf MoU?", "draf MoU dipegang oleh siapa?"])
def test_who_has_it(text: str) -> None:
    query = asked(text)
    assert (query.kind, query.title) == ("task_owner", "draf MoU")


@pytest.mark.parametrize("text", ["apa yang harus saya kerjakan hari ini?", "what do I have to do today?"])
def test_what_is_mine_today(text: str) -> None:
    query = asked(text)
    assert (query.kind, [owner.text for owner in query.owner]) == ("due", ["speaker"])
    assert (query.start, query.end) == (date(2026, 11, 24), date(2026, 11, 24))


@pytest.mark.parametrize(
    "text",
    [
        "kapan pembukaan Batik Lyon?",
        "kapan Batik Lyon dibuka?",
        "when does Batik Lyon open?",
        "when is the opening of Batik Lyon?",
    ],
)
def test_when_a_program_begins(text: str) -> None:
    query = asked(text)
    assert query.kind == "program_status"
    assert query.program is not None
    assert query.program.known is not None
    assert query.program.known.id == "p1"


@pytest.mark.parametrize("text", ["kapan katalog harus selesai?", "when is the catalogue due?"])
def test_when_a_task_is_due(text: str) -> None:
    query = asked(text)
    assert (query.kind, query.title) == ("due", "Cetak katalog")
