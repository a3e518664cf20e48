"""A message typed all in small or all in capital letters, with its names capitalised: names are found by
their capitals."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import CITIES, KNOWN, words
from bot.parsing.intents import World
from bot.parsing.mentions import GENERIC, Words, find_names
from bot.parsing.names import HONORIFICS, index_of
from bot.parsing.tags import is_listed

_SIGNS = re.compile(r"<[@#][A-Z0-9]+>")
_BEFORE_MONTHS = words("of in by before until till since early mid late next this end")
_BEFORE_PARTNERS = words(
    """with from to at by for the dengan dgn sama bareng bersama dari dr ke kepada utk untuk pihak orang tim
    oleh di and dan & via atas soal tentang about"""
)  # a lone word of a house's name means the house only where a house is spoken of
_ENOUGH = 8  # letters: fewer say nothing about how somebody types


def with_capitals(text: str, world: World) -> str:
    """The text letter for letter, its known names capitalised where it has no mixed case of its own."""
    bare = _SIGNS.sub("", text) if "<" in text else text
    if not (bare.islower() or bare.isupper()) or sum(c.isalpha() for c in bare) < _ENOUGH:
        return text
    if bare.isupper():
        text = "".join(
            part if _SIGNS.fullmatch(part) or len(part.lower()) != len(part) else part.lower()
            for part in re.split(r"(<[@#][A-Z0-9]+>)", text)
        )
    said = Words.of(_SIGNS.sub(lambda m: " " * len(m.group()), text))
    characters = list(text)
    for i in sorted(_named(said, world)):
        start = said.places[i][0]
        upper = characters[start].upper()
        characters[start] = upper if len(upper) == 1 else characters[start]
    return "".join(characters)


def _named(said: Words, world: World) -> set[int]:
    """The words that are names: whole known ones, and the names of people but for everyday words."""
    index = index_of(world)
    found: set[int] = set()
    starts = {start: i for i, (start, _) in enumerate(said.places)}
    for names in (index.programs, index.organisations, index.members, index.contacts):
        if names.by_first.keys().isdisjoint(said.words):
            continue
        for mention in find_names(said, names, parts=False):
            first = starts[mention.start]
            found.update(range(first, first + mention.words))
    for i, word in enumerate(said.words):
        before = said.words[i - 1] if i else ""
        if word in ("may", "march") and (before in _BEFORE_MONTHS or before[:1].isdecimal()):
            found.add(i)
        house = index.organisations.by_word.get(word, ()) if i == 0 or before in _BEFORE_PARTNERS else ()
        if len(house) == 1 and len(word) > 5 and not (is_listed(word) or word in GENERIC or word in CITIES):
            found.add(i)
        person = index.members.by_word.get(word) or index.contacts.by_word.get(word)
        if person and len(word) > 2 and not (is_listed(word) or word in KNOWN | GENERIC | CITIES.keys()):
            found.add(i)
            if i and said.words[i - 1] in HONORIFICS:
                found.add(i - 1)
    return found
