"""Every command that a sentence shows is understood, and means the same in both languages."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.locales.catalogue import read
from bot.parsing.commands import parse_command
from bot.parsing.intents import CreateTask, Intent, Lang, ListTasks, Name, Reading, Unknown, World
from bot.views.words import list_command

JAKARTA = ZoneInfo("Asia/Jakarta")
WORLD = World(
    programs=(Name("1", "Batik in Lyon", ("Batik di Lyon", "Kyoto")),),
    members=(Name("U2", "Sari"),),
    contacts=(Name("contact:5", "Yuki Tanaka"),),
)


def meaning(line: str, lang: Lang) -> Intent:
    now = datetime(2026, 11, 24, 3, 0, tzinfo=UTC).astimezone(JAKARTA)
    command, _, text = line.partition(" ")
    return parse_command(command, text, Reading(now=now, tz=JAKARTA, lang=lang, speaker="U1", world=WORLD))


def shown(sentence: str) -> list[str]:
    """The command lines in a sentence; one without its beginning goes on from the one before."""
    lines: list[str] = []
    for span in re.findall(r"`([^`]+)`", sentence.replace("{c}", "/lintas")):
        if span.startswith("/"):
            lines.append(span)
        else:
            kept = lines[0].split()[: 2 if " " in span else 3]
            alone = len(kept) == 3 and not re.match(r"/lintas (task|tugas)", lines[0])
            lines.append(" ".join([*(kept[:2] if alone else kept), span]))
    return lines


PAIRS = [
    (english, indonesian)
    for message in read()
    if isinstance(message.id, str) and isinstance(message.string, str)
    for english, indonesian in zip(shown(message.id), shown(message.string), strict=True)
]


@pytest.mark.parametrize(("english", "indonesian"), PAIRS)
def test_a_command_shown_does_what_it_says_in_both_languages(english: str, indonesian: str) -> None:
    meant, said = meaning(english, "en"), meaning(indonesian, "id")
    assert not isinstance(meant, Unknown)
    assert type(said) is type(meant)
    for name in ("verb", "scope", "on", "at"):
        assert getattr(said, name, None) == getattr(meant, name, None)
    if isinstance(meant, CreateTask):
        assert "MoU" in meant.title


@pytest.mark.parametrize("scope", ["all", "mine", "late", "week", "today"])
@pytest.mark.parametrize("program", [None, "Batik in Lyon"])
def test_a_list_can_be_asked_for_again(scope: str, program: str | None) -> None:
    meant = meaning(list_command(scope, program), "en")
    assert isinstance(meant, ListTasks)
    assert meant.scope == scope
    assert (meant.program.known if meant.program else None) == (WORLD.programs[0] if program else None)


def test_help_shows_a_good_many_commands() -> None:
    assert len(PAIRS) > 25
