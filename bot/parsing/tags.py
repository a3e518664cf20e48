"""One pass over a message that finds every phrase of the lexicon."""

from __future__ import annotations

from collections import defaultdict

from bot.parsing.lexicon import PHRASES
from bot.parsing.mentions import Words

Place = tuple[int, int]  # first word, word after the last

_ANY = "_"


def _table() -> dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]]:
    """First word → (the other words, tags), longest first."""
    tags: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for tag, listed in PHRASES.items():
        for phrase in listed.replace("\n", ",").split(","):
            words = tuple(phrase.split())
            if words and tag not in tags[words]:
                tags[words].append(tag)
    table: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
    for words, found in tags.items():
        table[words[0]].append((words[1:], tuple(found)))
    for entries in table.values():
        entries.sort(key=lambda entry: -len(entry[0]))
    return dict(table)


_TABLE = _table()


def tag(text: Words) -> dict[str, list[Place]]:
    """Tag → places of its phrases in the text, in order; at one place only the longest phrase of a tag counts."""
    found: dict[str, list[Place]] = {}
    words = text.words
    for i, word in enumerate(words):
        entries = _TABLE.get(word) or (_TABLE.get(word[:-3]) if len(word) > 5 and word.endswith("nya") else None)
        if not entries:
            continue
        for rest, tags in entries:
            end = i + 1 + len(rest)
            if rest and not _fits(rest, words[i + 1 : end]):
                continue
            for name in tags:
                places = found.setdefault(name, [])
                if not places or places[-1][0] != i:
                    places.append((i, end))
    return found


def _fits(rest: tuple[str, ...], words: tuple[str, ...]) -> bool:
    return len(words) == len(rest) and all(a in (b, _ANY) or b == f"{a}nya" for a, b in zip(rest, words, strict=True))
