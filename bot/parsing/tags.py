"""One pass over a message that finds every phrase of the lexicon."""

from __future__ import annotations

from collections import defaultdict
from functools import cache

from bot.parsing.lexicon import PHRASES
from bot.parsing.mentions import Words
from bot.parsing.orders import orders

Place = tuple[int, int]  # first word, word after the last
Tags = tuple[str, ...]

_ANY = "_"
_SHORT = {
    "whos": "who",
    "whats": "what",
    "hows": "how",
    "heres": "here",
    "its": "it",
}  # “who's” is folded to “who”


class _Entry:
    """The phrases that begin with one word: alone, by their second word, or with any second word."""

    __slots__ = ("alone", "any", "second")

    def __init__(self) -> None:
        self.alone: Tags = ()
        self.second: dict[str, list[tuple[Tags, Tags]]] = defaultdict(list)
        self.any: list[tuple[Tags, Tags]] = []


@cache
def _table() -> dict[str, _Entry]:
    """The phrases by their first word, made with the first message."""
    tags: dict[Tags, list[str]] = defaultdict(list)
    for tag_, listed in PHRASES.items():
        for phrase in listed.replace("\n", ",").split(","):
            words = tuple(phrase.split())
            for spelled in _contracted(words) | (
                {words, (_SHORT.get(words[0], words[0]), *words[1:])} if len(words) > 1 else {words} - {()}
            ):
                if tag_ not in tags[spelled]:
                    tags[spelled].append(tag_)
    table: dict[str, _Entry] = defaultdict(_Entry)
    for words, found in sorted(tags.items(), key=lambda item: -len(item[0])):
        entry = table[words[0]]
        if len(words) == 1:
            entry.alone = tuple(found)
        elif words[1] == _ANY:
            entry.any.append((words[1:], tuple(found)))
        else:
            entry.second[words[1]].append((words[2:], tuple(found)))
    return dict(table)


_VERB: Tags = ("verb",)


def _contracted(words: Tags) -> set[Tags]:
    """“who is looking after” as it is folded where “who's” was written."""
    return (
        {(words[0], *words[2:])}
        if len(words) > 2 and words[0] in _SHORT.values() and words[1] == "is"
        else set()
    )


def is_listed(word: str) -> bool:
    """Whether a phrase of the lexicon begins with the word."""
    return word in _table()


def tag(text: Words) -> dict[str, list[Place]]:
    """Tag → places of its phrases in the text, in order; at one place only the longest phrase of a tag
    counts."""
    found: dict[str, list[Place]] = {}
    table = _table()
    words = text.words
    last = len(words) - 1
    for i, word in enumerate(words):
        entry = table.get(word)
        if entry is None and len(word) > 5 and word[-3:] == "nya" and (entry := table.get(word[:-3])):
            _add(
                found, tuple(t for t in entry.alone if not t.endswith("verb")), i, i + 1
            )  # “fotonya” is no order
            continue
        if entry is None:
            if orders(word):
                _add(found, _VERB, i, i + 1)
            continue
        if i < last:
            for rest, tags in entry.second.get(words[i + 1], ()):
                if not rest or _fits(rest, words[i + 2 : i + 2 + len(rest)]):
                    _add(found, tags, i, i + 2 + len(rest))
            for rest, tags in entry.any:
                if _fits(rest, words[i + 1 : i + 1 + len(rest)]):
                    _add(found, tags, i, i + 1 + len(rest))
        if entry.alone:
            _add(found, entry.alone, i, i + 1)
    return found


def _add(found: dict[str, list[Place]], tags: Tags, i: int, end: int) -> None:
    for name in tags:
        places = found.setdefault(name, [])
        if not places or places[-1][0] != i:
            places.append((i, end))
        elif places[-1][1] < end:
            places[-1] = (i, end)


def _fits(rest: Tags, words: Tags) -> bool:
    return len(words) == len(rest) and all(a in (b, _ANY) for a, b in zip(rest, words, strict=True))
