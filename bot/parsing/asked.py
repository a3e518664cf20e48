"""Those asked by name before the order: “tolong Rani kirim …”, “ask @Tomo to send …”, “can Rani send …?”."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Said
from bot.parsing.message import Message
from bot.parsing.names import HONORIFICS
from bot.parsing.quick_add import member
from bot.parsing.slack_text import MENTION

_TELLS = words("ask tell get have let remind minta suruh ingatkan")  # whoever follows is asked
_ASKS = words(
    "can could would please pls plz kindly bisa boleh bisakah bolehkah dapatkah tolong tlg mohon harap biar"
)
_BESIDE = words("please pls tolong minta kindly maybe mungkin just we kita")
_BETWEEN = re.compile(r"\s*(?:,\s*(?:dan|and|&)(?!\w)|,|&|\+|/|dan|and|sama)?\s*", re.IGNORECASE)
_TO = words("to untuk utk buat supaya agar please pls tolong tlg kindly bantu mohon segera ya yuk")
_OPENING = words(
    "hi hello hey hai halo team all guys so also and dan jadi ok oke okay btw then now morning pagi siang "
    "sore selamat good mas mbak pak bu kak"
)


def asked_by_name(m: Message) -> tuple[list[Said], int] | None:
    """The members asked at the beginning of the message, and the character where the order itself begins."""
    i = _giver(m)
    if i is None:
        return None
    people, at = members_from(m, m.end_of(i))
    if not people:
        return None
    j = m.word_at(at)
    told = m.at(i) in _TELLS
    while m.at(j) in _TO:
        j += 1
    if j >= len(m.words.words) or not (told or _orders(m, j)):
        return None
    return people, m.start_of(j)


def _giver(m: Message) -> int | None:
    """The last of the asking words that the message begins with."""
    i = 0
    while m.at(i) in _OPENING:
        i += 1
    last = None
    while m.at(i) in _TELLS | _ASKS or (last is not None and m.at(i) in _BESIDE):
        last, i = i, i + 1
        if "<" in m.masked[m.end_of(last) : m.start_of(i)]:
            break
    return last


def members_from(m: Message, at: int) -> tuple[list[Said], int]:
    """The members named one after another from a character on, and where their names end."""
    people: list[Said] = []
    while True:
        gap = _BETWEEN.match(m.even, at)
        begin = gap.end() if gap else at
        if not people:
            begin = at + len(m.even[at:]) - len(m.even[at:].lstrip(" ,@"))
        found = _one(m, begin)
        if found is None:
            return people, at
        people.append(found[0])
        at = found[1]


def _one(m: Message, at: int) -> tuple[Said, int] | None:
    if match := MENTION.match(m.text, at):
        return member(match[1], m.reading), match.end()
    i = m.word_at(at)
    if i < len(m.words.words) and m.start_of(i) - at <= 1 and m.at(i) in HONORIFICS:
        i, at = i + 1, m.start_of(i + 1)
    known = next((p for p in m.members if p.start == at and m.even[p.end : p.end + 2] != "'s"), None)
    return (Said(known.text, known.matches), known.end) if known else None


def _orders(m: Message, j: int) -> bool:
    """Whether word j begins an order."""
    if m.at(j) in ("make", "be", "come", "do") and m.at(j + 1) in ("it", "there", "that", "this"):
        return False
    return any(start == j for start, _ in m.places("verb"))
