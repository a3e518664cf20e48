"""`lintas parse`: texts in, what is understood out, as JSON lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from bot.clock import Clock
from bot.parsing.intents import World
from bot.parsing.understand import read_input, to_contract, understand, world_from_json


def read_world(path: Path | None) -> World | None:
    """The names of a world file; None where there is no file."""
    return world_from_json(json.loads(path.read_text("utf-8"))) if path else None


def understand_one(given: dict[str, Any], world: World | None) -> str:
    """One input line's answer, as a JSON line."""
    text, reading = read_input({"now": Clock().now().isoformat()} | given, world)
    return json.dumps(to_contract(understand(text, reading), reading, given.get("id")), ensure_ascii=False)


def understand_lines(lines: Iterable[str], world: World | None) -> Iterator[str]:
    """Each line's answer, in order; a line that is no JSON object answers with what is wrong."""
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        try:
            given = json.loads(line)
            if not isinstance(given, dict) or not isinstance(given.get("text"), str):
                raise ValueError("a line is a JSON object with a text")
            yield understand_one(given, world)
        except ValueError as problem:
            yield json.dumps({"id": None, "error": f"line {number}: {problem}"}, ensure_ascii=False)
