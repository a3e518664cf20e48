"""A message with everything that its readers look at, found once."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from bot.parsing.dates.base import Scan
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.lexicon import ANCHORS, CITIES
from bot.parsing.dates.spans import Span, spans_of
from bot.parsing.geography import COUNTRIES
from bot.parsing.intents import Name, Reading, Said
from bot.parsing.mentions import GENERIC, Mention, Words, find_names, find_people
from bot.parsing.names import NameIndex, index_of
from bot.parsing.organisations import unknown_organisations
from bot.parsing.persons import houses_beside, people_in
from bot.parsing.recurrence import Recurrence, recurrence_in
from bot.parsing.slack_text import CHANNEL, MENTION, straight
from bot.parsing.tags import Place, tag

_SHORT = 8  # words of a question about how a program is
_HEADING = re.compile(r"\W*(?:(?:update|kabar|info|status|progres|progress)\s+)?[\w'’-]+\s*:", re.IGNORECASE)
_SIGNED = re.compile(rf"{MENTION.pattern}|{CHANNEL.pattern}")
_PERSONAL = re.compile(r"[-‐](?:san|sensei|ssi|sama)(?!\w)")
_KINDS = {  # words for a program's kind that stand for each other
    "pameran": "exhibition", "show": "exhibition", "residensi": "residency", "tur": "tour",
    "lokakarya": "workshop",
    "simposium": "symposium", "pertukaran": "exchange", "artists": "artist", "seniman": "artist",
    "festivals": "festival",
    "concerts": "concert", "konser": "concert", "kurator": "curators", "curator": "curators",
    "penari": "dance",
    "paviliun": "pavilion", "keramik": "ceramics", "film": "films", "boneka": "puppetry",
    "puppet": "puppetry",
    "translator": "translators", "penerjemah": "translators", "foto": "photo",
    "choreographers": "choreographers",
}  # fmt: skip


def message_of(text: str, reading: Reading) -> Message:
    """The message, that of a moment ago where several readers look at the same text."""
    global _recent
    for m in _recent:
        if m.given is reading and m.text == text:
            return m
    m = Message(text, reading)
    _recent = (m, *_recent[: _KEPT - 1])
    return m


_KEPT = 6


class Message:
    """The words, tags, dates and names of one message, read against a world."""

    def __init__(self, text: str, reading: Reading):
        self.text = text
        self.given = reading
        self.even = straight(text)
        self.masked = _SIGNED.sub(_blank, self.even) if "<" in text else self.even
        self.words = Words.of(self.masked)
        self.tags = tag(self.words)
        self.index = index_of(reading.world)
        self.named_program = self._program(reading)
        known = self.named_program.known if self.named_program else None
        if known and reading.program and known.name == reading.program.name:
            known = reading.program
        self.reading = replace(reading, program=known) if known else reading

    # --- tags ----------------------------------------------------------------------------------

    @cached_property
    def program_mentions(self) -> list[Mention]:
        return find_names(self.words, self.index.programs)

    @cached_property
    def known_organisations(self) -> list[Mention]:
        return find_names(self.words, self.index.organisations)

    def has(self, *tags: str) -> bool:
        return not self.tags.keys().isdisjoint(tags)

    def places(self, *tags: str) -> list[Place]:
        if len(tags) == 1:
            return self.tags.get(tags[0], [])
        return sorted(place for name in tags for place in self.tags.get(name, ()))

    def said(self, *words: str) -> bool:
        """Whether any of these folded words is in the text."""
        return not self._word_set.isdisjoint(words)

    @cached_property
    def _word_set(self) -> frozenset[str]:
        return frozenset(self.words.words)

    def at(self, i: int) -> str:
        return self.words.words[i] if 0 <= i < len(self.words.words) else ""

    def start_of(self, i: int) -> int:
        """The character where word i begins, the text's end after the last."""
        return self.words.places[i][0] if i < len(self.words.places) else len(self.text)

    def end_of(self, i: int) -> int:
        return self.words.places[i][1] if i < len(self.words.places) else len(self.text)

    def word_at(self, char: int) -> int:
        """The first word that begins at or after a character."""
        return bisect_left(self._starts, char)

    @cached_property
    def _starts(self) -> list[int]:
        return [start for start, _ in self.words.places]

    # --- dates ---------------------------------------------------------------------------------

    @cached_property
    def today(self) -> date:
        return self.reading.now.astimezone(self.reading.tz).date()

    @cached_property
    def scan(self) -> Scan:
        return scan_of(self.masked, self.reading)

    @cached_property
    def spans(self) -> list[Span]:
        return spans_of(self.masked, self.scan)

    @cached_property
    def recurrence(self) -> Recurrence | None:
        return recurrence_in(self.scan)

    @property
    def strong(self) -> list[Span]:
        return [span for span in self.spans if span.strength == "strong"]

    # --- names ---------------------------------------------------------------------------------

    @cached_property
    def mentions(self) -> list[re.Match[str]]:
        return list(MENTION.finditer(self.text))

    @cached_property
    def channels(self) -> list[re.Match[str]]:
        return list(CHANNEL.finditer(self.text))

    @cached_property
    def _houses(self) -> list[Mention]:
        """Known organisations, and unknown ones that their words give away; “Mori-san” is a person."""
        known = [k for k in self.known_organisations if not _PERSONAL.match(self.masked, k.end)]
        unknown = unknown_organisations(self.words)
        longer = [
            u
            for u in unknown
            if not any(u.start < k.end and k.start < u.end and k.words >= u.words for k in known)
        ]
        known = [
            k for k in known if not any(u.start <= k.start and k.end <= u.end and u is not k for u in longer)
        ]
        return sorted([*known, *longer], key=lambda m: m.start)

    @cached_property
    def organisations(self) -> list[Mention]:
        """The organisations by name, by their words, and those that a person is said to be of."""
        taken = [(m.start, m.end) for m in (*self._houses, *self.members, *self.people)]
        taken += [(m.start, m.end) for m in self.program_mentions if m.how == "whole"]
        beside = houses_beside(self.masked, self.people, taken)
        return sorted([*self._houses, *beside], key=lambda m: m.start) if beside else self._houses

    @cached_property
    def people(self) -> list[Mention]:
        """Known contacts, and anyone with a form of address before the name or a house behind it; never a
        member or part of another name."""
        taken = [(m.start, m.end) for m in (*self._houses, *self.members)]
        taken += [(m.start, m.end) for m in self.program_mentions if m.words > 1 and m.how == "whole"]
        return people_in(self.masked, self.words, self.index.contacts, taken)

    @cached_property
    def members(self) -> list[Mention]:
        return find_people(self.words, self.index.members)

    @cached_property
    def heading(self) -> bool:
        """Whether the text begins with a program’s name as a heading: “Lyon show: …”, “Keris Seoul – …”."""
        if not self.named_program:
            return False
        lead = re.match(r"[^:–—\n]{2,60}?(?::|\s[–—-])\s", self.masked)
        first = self.program_mentions
        return bool(
            lead
            and first
            and first[0].end <= lead.end()
            and lead.end() - first[0].end <= 14
            and first[0].start <= 14
        )

    @property
    def program(self) -> Said | None:
        """The program that the text names, else that of the place it was said in."""
        if self.named_program:
            return self.named_program
        here = self.reading.program
        return Said(here.name, (here,)) if here else None

    def _program(self, reading: Reading) -> Said | None:
        scores = self._program_scores()
        if not scores:
            return None
        best = max(score for score, *_ in scores)
        top = [entry for entry in scores if entry[0] >= best - 0.01]
        own_day = any(w in ANCHORS or w[:-3] in ANCHORS for w in self.words.words)
        own_day = own_day or (
            len(self.words.words) <= _SHORT
            and (self.tags.keys() >= {"q_status", "question"} or self.text.endswith("?"))
        )
        heads = _HEADING.match(self.masked) is not None
        if best < (
            1.0 if own_day or heads else 1.5
        ):  # “kedatangan … Leiden”: one place is enough beside a program's day
            return None
        if len(top) > 1 and reading.program:
            same = [entry for entry in top if entry[1].name == reading.program.name]
            top = same or top
        text = self.masked[top[0][2] : top[0][3]]
        return Said(text, tuple(name for _, name, *_ in top))

    def _program_scores(self) -> list[tuple[float, Name, int, int]]:
        """How strongly each program is named: a whole name or alias, else words that few programs have."""
        index = self.index.programs
        if not index.names:
            return []
        blocked = [(m.start, m.end) for m in self.known_organisations if m.words > 1 and m.how == "whole"]
        scores: dict[int, tuple[float, Name, int, int]] = {}

        def give(name: Name, score: float, start: int, end: int) -> None:
            old = scores.get(id(name), (0.0, name, start, end))
            scores[id(name)] = (old[0] + score, name, min(old[2], start), max(old[3], end))

        covered: set[int] = set()
        for mention in self.program_mentions:
            if mention.how == "part" and mention.words < 2:
                continue
            first = self.word_at(mention.start)
            if not _free(mention.start, mention.end, blocked) or (
                mention.words == 1 and self._compound(first)
            ):
                continue
            covered.update(range(first, first + mention.words))
            for name in mention.matches:
                weight = 1.0 + 2.0 * mention.words if mention.how == "whole" else 2.0
                give(name, weight, mention.start, mention.end)
        for i, word in enumerate(self.words.words):
            if i in covered or len(word) < 4:
                continue
            kind = _KINDS.get(word, word)
            holders = _holders(index, word, kind)
            if not holders or not _free(*self.words.places[i], blocked) or self._compound(i):
                continue
            start, end = self.words.places[i]
            if word in GENERIC or kind in GENERIC or len(holders) > 2:
                for name in holders:
                    if id(name) in scores:
                        give(name, 0.75, start, end)
            else:
                sure = self.words.capital(i) and word not in CITIES and word not in COUNTRIES
                for name in holders:
                    give(name, (1.5 if sure else 1.0) / len(holders), start, end)
        for i, word in enumerate(self.words.words if scores else ()):  # of kind, before the name
            kind = _KINDS.get(word, word)
            if i not in covered and kind in GENERIC:
                for name in _holders(index, word, kind):
                    if id(name) in scores and scores[id(name)][2] > self.words.places[i][0]:
                        give(name, 0.75, *self.words.places[i])
        return list(scores.values())

    def _compound(self, i: int) -> bool:
        """Whether the word before is part of another proper name (“Fort Rotterdam”)."""
        if i == 0 or not self.words.capital(i) or not self.words.capital(i - 1):
            return False
        gap = self.masked[self.words.places[i - 1][1] : self.words.places[i][0]]
        before = self.words.words[i - 1]
        if self.masked[slice(*self.words.places[i - 1])].isupper() and len(before) < 5:
            return False  # “VIP Songket”
        sentence_start = i == 1 or self.masked[: self.words.places[i - 1][0]].rstrip()[-1:] in ".!?:"
        return (
            gap == " "
            and not sentence_start
            and before not in GENERIC
            and before not in _KINDS
            and not self._is_tagged(i - 1)
        )

    def _is_tagged(self, i: int) -> bool:
        return any(start <= i < end for places in self.tags.values() for start, end in places)


def _holders(index: NameIndex, word: str, kind: str) -> Sequence[Name]:
    """The programs with that word in a name, in either language, one or many."""
    own = index.by_word.get(word, ())
    if kind != word:
        own = (*own, *(n for n in index.by_word.get(kind, ()) if n not in own))
    return own or index.by_word.get(f"{kind}s") or ()


def _blank(match: re.Match[str]) -> str:
    """A mention as its brackets: no word, yet it parts the words on both sides of it."""
    return f"<{' ' * (len(match.group()) - 2)}>"


def _free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return not any(start < stop and begin < end for begin, stop in taken)


_recent: tuple[Message, ...] = ()
