"""Where known names stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from bot.parsing.dates.lexicon import CITIES, words
from bot.parsing.intents import Name
from bot.parsing.names import NameIndex, words_of

_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*")
GENERIC = words(
    """museum musee muzium galeri gallery national nasional art arts center centre institut institute
    foundation yayasan council asian asia international internasional festival islamic culture cultural
    the of and from with de des du la le van der indonesia indonesien japan korea france british authority
    theatre theatres bay house huis forum city negara kementerian ministry embassy kedutaan dinas kbri kjri
    sanggar taman film tekstil textile south new wales modern contemporary collection programme program
    tour exchange residency residensi workshop symposium simposium exhibition pameran show concert
    concerts photo artist artists dance mask lab choreo world worlds peace time threads heritage young
    sound islands films dialogue metal spirit routes jalur gulf crafts reunited pavilion architecture
    ceramics translators curators conservators residensi seniman budaya kebudayaan"""
)


@dataclass(frozen=True)
class Mention:
    """A name in a text: `how` is “whole” for a full name or alias, “part” for a piece that only it has."""

    start: int
    end: int
    text: str
    matches: tuple[Name, ...]
    how: Literal["whole", "part"]
    words: int


@dataclass(frozen=True)
class Words:
    """The folded words of a text with their places."""

    text: str
    words: tuple[str, ...]
    places: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, text: str) -> Words:
        words, places = [], []
        for match in _WORD.finditer(text):
            raw = match.group()
            end = match.end()
            if raw[-2:].lower() in ("'s", "’s") and raw[:-2].lower() != "let":
                raw, end = raw[:-2], end - 2
            folded = raw.lower() if raw.isascii() and raw.isalnum() else "".join(words_of(raw))
            if folded:
                words.append(folded)
                places.append((match.start(), end))
        return cls(text, tuple(words), tuple(places))

    def capital(self, i: int) -> bool:
        return self.text[self.places[i][0]].isupper()


def find_names(text: Words, index: NameIndex, *, parts: bool = True) -> list[Mention]:
    """The names of one kind in a text, in order, longest first where they overlap."""
    found: list[Mention] = []
    i = 0
    while i < len(text.words):
        mention = _whole(text, i, index) or (_part(text, i, index) if parts else None)
        if mention:
            found.append(mention)
            i += mention.words
        else:
            i += 1
    return found


def _mention(
    text: Words, i: int, count: int, names: tuple[Name, ...], how: Literal["whole", "part"]
) -> Mention:
    start, end = text.places[i][0], text.places[i + count - 1][1]
    return Mention(start, end, text.text[start:end], names, how, count)


def _whole(text: Words, i: int, index: NameIndex) -> Mention | None:
    entries = index.by_first.get(text.words[i])
    if not entries:
        return None
    for spelled, _ in entries:
        if text.words[i : i + len(spelled)] == spelled:
            if len(spelled) == 1 and len(spelled[0]) < 3 and not text.text[slice(*text.places[i])].isupper():
                continue
            return _mention(text, i, len(spelled), tuple(index.exact[" ".join(spelled)]), "whole")
    return None


def _part(text: Words, i: int, index: NameIndex) -> Mention | None:
    """The beginning of a name (two words or more), or a word that no other name has."""
    word = text.words[i]
    best, names = 0, []
    for spelled, name in index.by_first.get(word, ()):
        shared = 0
        while (
            shared < len(spelled)
            and i + shared < len(text.words)
            and spelled[shared] == text.words[i + shared]
        ):
            shared += 1
        if shared > best:
            best, names = shared, [name]
        elif shared == best and name not in names:
            names.append(name)
    if best >= 2 and len(names) == 1:
        return _mention(text, i, best, tuple(names), "part")
    if len(word) < 4 or word in GENERIC or word in CITIES or not text.capital(i):
        return None
    holders = index.by_word.get(word, [])
    return _mention(text, i, 1, tuple(holders), "part") if len(holders) == 1 else None


def find_people(text: Words, index: NameIndex) -> list[Mention]:
    """People by whole name or by any one of their names; several of one name are all given."""
    found: list[Mention] = []
    i = 0
    while i < len(text.words):
        mention = _whole(text, i, index)
        if mention is None and text.capital(i) and len(text.words[i]) > 2:
            holders = index.by_word.get(text.words[i], [])
            count = 1
            while (
                holders
                and i + count < len(text.words)
                and (narrowed := [n for n in index.by_word.get(text.words[i + count], []) if n in holders])
            ):
                holders, count = narrowed, count + 1
            if holders:
                mention = _mention(text, i, count, tuple(holders), "part")
        if mention:
            found.append(mention)
        i += mention.words if mention else 1
    return found
