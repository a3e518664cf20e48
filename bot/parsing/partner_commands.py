"""`/partner` and its Indonesian twin: contacts and organisations, and what happened with them."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Literal, cast

from bot.parsing.geography import COUNTRIES
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
from bot.parsing.log_commands import read_log_command
from bot.parsing.names import Kind, index_of, longest_known, named, search_key
from bot.parsing.people import read_partner
from bot.parsing.slack_text import straight
from bot.parsing.verbs import PARTNER, nearest_commands, split_verb

Verb = Literal["card", "list", "agreements", "owes", "merge", "draft", "edit", "delete"]


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
        return read_log_command(rest, reading) if rest else LogContact(None, "")
    whole = named(straight(text).strip('"'), reading.world, *_WHO)
    if verb is None:
        if whole.matches or straight(text)[:1] == '"':
            return PartnerCommand("card", "", whole)
        names = [n.name for n in (*reading.world.organisations, *reading.world.contacts)]
        return Unknown(text, nearest_commands("partner", text, names, reading.lang, command))
    return PartnerCommand(cast("Verb", verb), rest, _partner(verb, rest, reading))


def _partner(verb: str, rest: str, reading: Reading) -> Said | None:
    """The partner that `owes`, `draft` or `card` is about; lists take their words as they are."""
    if not rest or verb in ("list", "agreements", "merge"):
        return None
    first, _, name = rest.partition(" ")
    if (
        verb == "draft"
        and name
        and (first.lower() in _DRAFTS or not named(rest, reading.world, *_WHO).matches)
    ):
        rest = re.sub(r"^(?:to|for|untuk|kepada|ke)\s+", "", name.strip(), flags=re.IGNORECASE)
    return named(rest.strip('"'), reading.world, *_WHO)


_WHO: tuple[Kind, ...] = ("contacts", "organisations")
_DRAFTS = {
    word: kind
    for kind, listed in (
        ("email", "email e-mail mail surel"),
        ("letter", "letter surat"),
        ("message", "message pesan wa whatsapp chat"),
        ("invitation", "invitation invite undangan"),
        ("thanks", "thanks thank-you thankyou terima-kasih terimakasih"),
    )
    for word in listed.split()
}


def draft_kind(words: str) -> str:
    """What is to be drafted, by the first word; an e-mail where it says nothing."""
    return _DRAFTS.get(words.split()[0].lower() if words.split() else "", "email")


def two_partners(words: str, reading: Reading) -> tuple[Said, Said] | None:
    """The two that the words name: in quotes, with “and” between them, or one known name after another."""
    even = straight(words).strip()
    parts = re.findall(r'"([^"]+)"', even) or re.split(
        r"\s+(?:and|dan|&|with|dengan|into|ke)\s+|\s*,\s*", even
    )
    parts = [part for part in parts if part.strip()]
    if len(parts) == 1:
        parts = _known_first(even, reading)
    if len(parts) != 2:
        return None
    one, other = (named(part, reading.world, *_WHO) for part in parts)
    return one, other


def _known_first(words: str, reading: Reading) -> list[str]:
    """The longest known name that the words begin with, and the rest."""
    index = index_of(reading.world)
    end = max(longest_known(words, names)[1] for names in (index.contacts, index.organisations))
    if end and words[end:].strip():
        return [words[:end], words[end:]]
    halves = words.split()
    return halves if len(halves) == 2 else [words]


_QUIET = ("quiet", "silent", "diam", "sepi", "tidak aktif")
_KINDS = {
    word: kind
    for kind, listed in (
        ("museum", "museum museums"),
        ("gallery", "gallery galleries galeri"),
        ("festival", "festival festivals"),
        ("embassy", "embassy embassies kedutaan kbri"),
        ("ministry", "ministry ministries kementerian dinas"),
        ("foundation", "foundation foundations funder yayasan"),
        ("artist", "artist artists seniman"),
        ("agent", "agent agents agen"),
        ("sponsor", "sponsor sponsors"),
        ("media", "media press pers"),
        ("logistics", "logistics shipper logistik"),
        ("venue", "venue venues lokasi"),
        ("university", "university universities universitas kampus"),
        ("community", "community communities komunitas sanggar"),
    )
    for word in listed.split()
}


def list_filter(words: str, known_country: Callable[[str], str | None]) -> dict[str, object]:
    """What a list of partners is narrowed to: those gone quiet, a country, a kind, else a name."""
    said = " ".join(words.casefold().split())
    if said in _QUIET:
        return {"quiet": True}
    if country := known_country(COUNTRIES.get(said, said)):
        return {"country": country}
    if said in _KINDS:
        return {"kind": _KINDS[said]}
    return {"name": search_key(words)}
