"""What the README names is there."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from typer.main import get_command

from bot.cli import app
from bot.parsing import verbs
from bot.parsing.commands import parse_command
from bot.parsing.intents import CreateTask, Lang, Name, Reading, Unknown, World
from bot.settings import Settings

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
CODE = "\n".join(re.findall(r"```.*?```|`[^`\n]+`", README, re.DOTALL))


def test_every_make_target_is_there() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE))
    named = set(re.findall(r"\bmake ([a-z]+)", CODE))
    assert {"run", "test"} <= named <= targets


def test_every_command_is_there() -> None:
    commands = set(get_command(app).commands)  # type: ignore[attr-defined]
    assert set(re.findall(r"(?<!/)\blintas ([a-z]+)", CODE)) <= commands


def test_every_link_leads_somewhere() -> None:
    headings = {
        re.sub(r"[^\w\- ]", "", line.lower()).strip().replace(" ", "-")
        for line in re.findall(r"^#+ (.*)$", README, re.MULTILINE)
    }
    for target in re.findall(r"\]\(([^)\s]+)\)", README):
        if target.startswith("#"):
            assert target[1:] in headings, target
        elif "://" not in target:
            assert (ROOT / target.partition("#")[0]).exists(), target


def test_every_file_named_is_there() -> None:
    for name in re.findall(r"`((?:bot|handlers|storage|tests|bench|docs)/[\w./]*)`", README):
        assert (ROOT / name).exists(), name


def test_every_setting_is_read() -> None:
    read = {field.alias or name.upper() for name, field in Settings.model_fields.items()}
    assert set(re.findall(r"\b(?:SLACK|LINTAS)_[A-Z_]+\b|\bDATABASE_URL\b", CODE)) <= read


# --- every command -------------------------------------------------------------------------------------

TABLES = {
    "task": verbs.TASK,
    "program": verbs.PROGRAM,
    "partner": verbs.PARTNER,
    "digest": verbs.DIGEST,
    "lintas": verbs.LINTAS,
}
WORLD = World(
    programs=(Name("1", "Batik Lyon", ("Lyon",)),),
    members=(Name("U2", "Rani"), Name("U3", "Dewi")),
    contacts=(Name("contact:5", "Claire Dubois"), Name("contact:6", "C. Dubois")),
    organisations=(Name("organisation:7", "Musée des Confluences"),),
)


def examples(column: int) -> list[tuple[str, str]]:
    """What is typed by the table of every command: the command's name, and what follows it."""
    table = README.partition("## Every command")[2].partition("\n## ")[0]
    cells = [row.split("|")[column] for row in table.splitlines() if row.startswith("| ")]
    lines = [line for cell in cells for line in re.findall(r"`/([^`]+)`", cell)]
    return [(name, text) for name, _, text in (line.partition(" ") for line in lines)]


@pytest.mark.parametrize("column", [2, 3], ids=["en", "id"])
def test_every_verb_has_an_example_in_each_language(column: int) -> None:
    shown: dict[str, set[str]] = {noun: set() for noun in TABLES}
    for name, text in examples(column):
        noun = verbs.NOUNS.get(name, name)
        verb, _ = verbs.split_verb(text, TABLES[noun])
        shown[noun].add(verb or text)
    assert shown == {noun: set(table.values()) for noun, table in TABLES.items()}


@pytest.mark.parametrize(("column", "lang"), [(2, "en"), (3, "id")])
def test_every_example_is_understood(column: int, lang: Lang) -> None:
    zone = ZoneInfo("Asia/Jakarta")
    now = datetime(2026, 11, 24, 3, 0, tzinfo=UTC).astimezone(zone)
    reading = Reading(now=now, tz=zone, lang=lang, speaker="U1", world=WORLD)
    for name, text in examples(column):
        said = text.replace("@Rani", "<@U2>").replace("@Dewi", "<@U3>")
        meant = parse_command(name, said, reading)
        assert not isinstance(meant, Unknown), text
        adds = verbs.NOUNS.get(name) == "task" and verbs.split_verb(text, verbs.TASK)[0] == "add"
        assert isinstance(meant, CreateTask) == adds, text
