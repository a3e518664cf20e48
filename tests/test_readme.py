"""What the README names is there."""

from __future__ import annotations

import re
from pathlib import Path

from typer.main import get_command

from bot.cli import app
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
