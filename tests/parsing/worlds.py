"""The world and the moment that the parsing tests read against."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.parsing.contract import read_input, world_from_json
from bot.parsing.intents import Lang, Reading

HERE = Path(__file__).parent
CORPUS = HERE / "corpus"
SHARED = HERE.parents[2] / "shared" / "corpus"
WORLD = world_from_json(json.loads((CORPUS / "world.json").read_text("utf-8")))
NOW = datetime.fromisoformat("2026-11-24T10:00:00+07:00")  # a Tuesday
READING = Reading(NOW, ZoneInfo("Asia/Jakarta"), "en", "U02MAYA7K1", WORLD)


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def reading_of(row: dict[str, Any]) -> tuple[str, Reading]:
    line = {"now": NOW.isoformat(), "speaker": "U02MAYA7K1"} | row
    return read_input(line, WORLD)


def in_program(name: str, lang: Lang = "en") -> Reading:
    """The reading in the channel of a program of the world."""
    program = next(p for p in WORLD.programs if p.name == name)
    return replace(READING, program=program, lang=lang)
