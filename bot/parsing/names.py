"""Which program, partner, person or task is meant by the words that name it."""

from __future__ import annotations

import re
import unicodedata
from collections import OrderedDict, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Name, Said, World

Kind = Literal["programs", "members", "organisations", "contacts"]

HONORIFICS = words(
    "mr mrs ms miss mx dr drs dra prof pak bapak bpk bu ibu mas mbak mba kak kakak bang abang bung bli "
    "daeng mme mlle "
    "monsieur madame mw dhr mevrouw meneer herr frau mag ing ir encik puan tuan dato datuk datin dott "
    "dottssa sig signora "
    "señor señora sr sra sir lady he hh yth saudara sdr sdri ust kang teh cak gus om tante professor "
    "doctor ambassador"
)
_SUFFIXES = re.compile(r"[-‐\s](?:san|sama|sensei|ssi|nim)\b(?=\W*$)", re.IGNORECASE)
_SPECIAL = str.maketrans(
    {"ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_JOINED = re.compile(r"(?<=\w)['’`&.](?=\w)")
_WORD = re.compile(r"[^\W_]+")
_THRESHOLD = 86  # rapidfuzz score from which a misspelt name is taken for a known one


@lru_cache(maxsize=50_000)
def _folded(text: str) -> str:
    lowered = text.casefold().translate(_SPECIAL)
    if lowered.isascii():
        return lowered
    return "".join(c for c in unicodedata.normalize("NFKD", lowered) if not unicodedata.combining(c))


def words_of(text: str) -> list[str]:
    """The words of a text, casefolded, without accents and inner apostrophes."""
    return _WORD.findall(_JOINED.sub("", _folded(text)))


def search_key(text: str) -> str:
    """A name for comparing: casefolded, accents removed, honorifics dropped, punctuation as single spaces."""
    words = words_of(_SUFFIXES.sub("", text.strip()))
    while len(words) > 1 and words[0] in HONORIFICS:
        words = words[1:]
    return " ".join(words)


# --- the index of a world --------------------------------------------------------------------------


@dataclass
class NameIndex:
    """The names of one kind: by whole key, by word, and as a list for nearest matches."""

    names: tuple[Name, ...] = ()
    exact: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    by_word: dict[str, list[Name]] = field(default_factory=lambda: defaultdict(list))
    by_first: dict[str, list[tuple[tuple[str, ...], Name]]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, names: tuple[Name, ...]) -> NameIndex:
        index = cls(names)
        for name in names:
            for spelling in dict.fromkeys((name.name, *name.aliases)):
                key = search_key(spelling)
                if not key:
                    continue
                index._enter(key, name)
                compact = key.replace(" ", "")
                if compact != key:
                    index._once(index.exact[compact], name)
            for word in dict.fromkeys(search_key(" ".join((name.name, *name.aliases))).split()):
                index.by_word[word].append(name)
        for listed in index.by_first.values():
            listed.sort(key=lambda entry: -len(entry[0]))
        return index

    def _enter(self, key: str, name: Name) -> None:
        self._once(self.exact[key], name)
        words = tuple(key.split())
        self.by_first[words[0]].append((words, name))

    @staticmethod
    def _once(names: list[Name], name: Name) -> None:
        if all(n is not name for n in names):
            names.append(name)

    def resolve(self, text: str, *, typos: bool = True) -> tuple[Name, ...]:
        """Those meant by the words, best kind of match first: whole name or alias, beginning, words, a
        small typo."""
        key = search_key(text)
        if not key:
            return ()
        if found := self.exact.get(key) or self.exact.get(key.replace(" ", "")):
            return tuple(found)
        words = key.split()
        if held := self._words(words):
            return held
        return self._typo(key) if typos else ()

    def _words(self, words: Sequence[str]) -> tuple[Name, ...]:
        """Names that hold every word, the last one perhaps only begun."""
        sets = [self.by_word.get(word, []) for word in words]
        if all(sets):
            rest = [{id(n) for n in s} for s in sets[1:]]
            whole = [n for n in sets[0] if all(id(n) in r for r in rest)]
            if whole:
                first = [n for n in whole if search_key(n.name).split()[: len(words)] == list(words)]
                return tuple(first if len(first) == 1 else whole)
        if len(words[-1]) < 3 or not all(sets[:-1]):
            return ()
        begun = {id(n) for w, named in self.by_word.items() if w.startswith(words[-1]) for n in named}
        heads = [{id(n) for n in s} for s in sets[:-1]]
        return tuple(n for n in self.names if id(n) in begun and all(id(n) in h for h in heads))

    def _typo(self, key: str) -> tuple[Name, ...]:
        if len(key) < 4:
            return ()
        found = process.extract(key, self.exact.keys(), scorer=fuzz.ratio, score_cutoff=_THRESHOLD, limit=3)
        if not found and " " not in key:
            close = [w for w in self.by_word if len(w) > 3 and w[0] == key[0] and OSA.distance(w, key) == 1]
            return tuple({id(n): n for w in close for n in self.by_word[w]}.values()) if len(key) > 4 else ()
        top = [k for k, score, _ in found if score >= found[0][1] - 2]
        return tuple({id(n): n for k in top for n in self.exact[k]}.values())


@dataclass(frozen=True)
class Index:
    programs: NameIndex
    members: NameIndex
    organisations: NameIndex
    contacts: NameIndex


_cache: OrderedDict[int, tuple[tuple[Name, ...], NameIndex]] = OrderedDict()
_KEPT = 256  # lists of names: four per workspace recently read


def index_of(world: World) -> Index:
    """The index of a world; each of its lists is indexed once for that very object."""
    return Index(
        *(_indexed(names) for names in (world.programs, world.members, world.organisations, world.contacts))
    )


def _indexed(names: tuple[Name, ...]) -> NameIndex:
    entry = _cache.get(id(names))
    if entry is not None and entry[0] is names:
        return entry[1]
    index = NameIndex.of(names)
    _cache[id(names)] = (names, index)
    while len(_cache) > _KEPT:
        _cache.popitem(last=False)
    return index


_AT = re.compile(r"(?<![\w<@.])@(?=[^\W\d_])")
_SLACK_ID = re.compile(r"[UW][A-Z0-9]+$")


def signed(text: str, world: World) -> str:
    """The text with “@Rani” as Slack's mention where one member of the workspace is meant."""
    if "@" not in text:
        return text
    members = index_of(world).members
    at, parts = 0, []
    for match in _AT.finditer(text):
        begin = match.end()
        found, length = longest_known(text[begin:], members)
        if not found and (word := _WORD.match(text, begin)):
            found, length = tuple(members.by_word.get(_folded(word[0]), ())), len(word[0])
        if len(found) == 1 and _SLACK_ID.match(found[0].id) and match.start() >= at:
            parts += [text[at : match.start()], f"<@{found[0].id}>"]
            at = begin + length
    return "".join([*parts, text[at:]])


# --- what callers ask -------------------------------------------------------------------------------


def named(text: str, world: World, *kinds: Kind) -> Said:
    """The words with those they fit, looked for kind by kind."""
    index = index_of(world)
    for typos in (False, True):
        for kind in kinds:
            found: NameIndex = getattr(index, kind)
            matches = found.resolve(text, typos=typos)
            if matches:
                return Said(text.strip(), matches)
    return Said(text.strip())


def longest_known(text: str, index: NameIndex) -> tuple[tuple[Name, ...], int]:
    """The names whose whole spelling or alias the text starts with, longest first, and its length in
    characters."""
    spans = [(m.start(), m.end()) for m in _WORD.finditer(text[:200])]
    best: tuple[tuple[Name, ...], int] = ((), 0)
    for _, end in spans[:12]:
        if end < len(text) and text[end] in "'’&." and end + 1 < len(text) and text[end + 1].isalnum():
            continue
        key = search_key(text[:end])
        if key and key in index.exact:
            best = (tuple(index.exact[key]), end)
    matches, end = best
    while 0 < end < len(text) and text[end] in ")!":
        end += 1
    return matches, end


def nearest(text: str, names: Iterable[Name], n: int = 5) -> list[Name]:
    """The n names most like the words, most like first."""
    key = search_key(text)
    spelled = [(search_key(s), name) for name in names for s in (name.name, *name.aliases)]
    scored = process.extract(key, [s for s, _ in spelled], scorer=fuzz.WRatio, limit=n * 4)
    found: dict[int, Name] = {}
    for _, _, at in scored:
        found.setdefault(id(spelled[at][1]), spelled[at][1])
    return list(found.values())[:n]


def same_word(a: str, b: str) -> bool:
    """Whether two words are one but for an ending or a beginning (“kirim”, “kirimkan”)."""
    if a == b:
        return True
    short, long = sorted((a, b), key=len)
    return len(short) >= 4 and (long.startswith(short) or short in long)
