"""`/partner log`: with whom, of what kind, and what is told."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command

WORLD = it.World(
    members=(it.Name("UR", "Rani"), it.Name("UB", "Budi Santoso")),
    contacts=(
        it.Name("c1", "Claire Dubois", organisation="Musée des Confluences"),
        it.Name("c2", "Fauzi Rahman"),
    ),
    organisations=(it.Name("o1", "Musée des Confluences"),),
)
IN_TEAM = replace(READING, world=WORLD)


def logged(words: str, reading: it.Reading = IN_TEAM) -> it.LogContact:
    intent = parse_command("partner", f"log {words}", reading)
    assert isinstance(intent, it.LogContact)
    return intent


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("call with Jean Petit: agreed the loan", "Jean Petit"),
        ("telepon dengan Jean Petit: setuju", "Jean Petit"),
        ("email from Ana van der Berg: she agrees", "Ana van der Berg"),
    ],
)
def test_a_name_that_nobody_known_has_is_given_so_that_it_can_be_added(text: str, name: str) -> None:
    assert logged(text).partner == it.Said(name)


def test_a_new_name_beside_a_known_organisation_is_given_with_it() -> None:
    log = logged("call with Jean Petit from Musée des Confluences: ok")
    assert log.partner == it.Said("Jean Petit")
    assert log.organisation is not None
    assert log.organisation.matches


def test_a_colleague_alone_is_no_partner_and_a_contact_comes_before_a_colleague() -> None:
    assert logged("call with Rani: all fine").partner is None
    both = replace(IN_TEAM, world=replace(WORLD, contacts=(it.Name("c9", "Budi Santoso"),)))
    partner = logged("call with Budi Santoso: agreed", both).partner
    assert partner is not None
    assert [name.id for name in partner.matches] == ["c9"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("call with Claire Dubois: loan agreed", "loan agreed"),
        ("rapat dengan Pak Fauzi kemarin: bahas MoU", "bahas MoU"),
        ("call with the Musée des Confluences: all fine", "all fine"),
        ("Claire liked the catalogue: she wants ten", "Claire liked the catalogue: she wants ten"),
    ],
)
def test_what_is_told_does_not_repeat_with_whom(text: str, told: str) -> None:
    assert logged(text).text == told


@pytest.mark.parametrize(
    "text",
    [
        "rapat dengan Pak Fauzi kemarin: MoU akan ditandatangani 5 Desember",
        "meeting with Claire yesterday: MoU will be signed on 5 December",
    ],
)
def test_an_agreement_still_to_be_signed_was_talked_about_in_a_meeting(text: str) -> None:
    log = logged(text)
    assert (log.kind, log.status) == ("meeting", None)
    assert log.date is not None
    assert log.date.day.isoformat() == "2026-11-23"


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("rapat dengan Pak Fauzi besok: bahas MoU", "rapat dengan Pak Fauzi: bahas MoU", "2026-11-25"),
        ("meeting with Claire next Monday", "meeting with Claire", "2026-11-30"),
    ],
)
def test_a_contact_still_to_come_is_a_task(text: str, title: str, day: str) -> None:
    made = parse_command("partner", f"log {text}", IN_TEAM)
    assert isinstance(made, it.CreateTask)
    assert made.due is not None
    assert made.partner is not None
    assert made.partner.matches
    assert (made.title, made.due.day.isoformat()) == (title, day)


def test_a_weekday_of_a_contact_is_the_last_one() -> None:
    log = logged("meeting with Claire on Monday: she agreed")
    assert log.date is not None
    assert log.date.day.isoformat() == "2026-11-23"
