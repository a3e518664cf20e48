"""`/partner` and its Indonesian twin: contacts and organisations, and what happened with them."""

from __future__ import annotations

from typing import Literal, cast

from bot.parsing.intents import (
    Help,
    Intent,
    LogContact,
    NewPartnerForm,
    PartnerCommand,
    Reading,
    Said,
    Unknown,
)
from bot.parsing.log_commands import read_log
from bot.parsing.names import named
from bot.parsing.people import read_partner
from bot.parsing.verbs import PARTNER, nearest_commands, split_verb

Verb = Literal["card", "list", "agreements", "owes", "merge", "draft"]


def parse_partner(text: str, reading: Reading, command: str = "partner") -> Intent:
    """The intent of `/partner <text>` (also `/mitra`); no text opens the form of a new one."""
    if not text:
        return NewPartnerForm()
    verb, rest = split_verb(text, PARTNER)
    if verb == "help" and not rest:
        return Help("partner")
    if verb == "add":
        return read_partner(rest, reading) if rest else NewPartnerForm()
    if verb == "log":
        return read_log(rest, reading) if rest else LogContact(None, "")
    whole = named(text, reading.world, "contacts", "organisations")
    if verb is None:
        if whole.matches:
            return PartnerCommand("card", "", whole)
        names = [n.name for n in (*reading.world.organisations, *reading.world.contacts)]
        return Unknown(text, nearest_commands("partner", text, names, reading.lang, command))
    return PartnerCommand(cast("Verb", verb), rest, _partner(verb, rest, reading))


def _partner(verb: str, rest: str, reading: Reading) -> Said | None:
    """The partner that `owes`, `draft` or `card` is about; lists take their words as they are."""
    if not rest or verb in ("list", "agreements", "merge"):
        return None
    name = rest.split(None, 1)[1] if verb == "draft" and " " in rest else rest
    return named(name, reading.world, "contacts", "organisations")
