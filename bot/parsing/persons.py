"""The people that a message speaks of, and the houses they are said to be of: “Bu Ratna (Karya Nusa)”,
“Harriet from the V&A”, “Mori-san”."""

from __future__ import annotations

import re
from collections.abc import Iterable

from bot.parsing.dates.lexicon import CITIES, MONTHS, WEEKDAYS, words
from bot.parsing.geography import COUNTRIES
from bot.parsing.mentions import Mention, Words, find_people
from bot.parsing.names import HONORIFICS, NameIndex, words_of
from bot.parsing.people import split_honorific

_CAPITAL = r"[A-ZÀ-Þ][\w'’-]*"
_HONORED = re.compile(
    r"(?<!\w)(?:H\.?E\.? |Pak|Bapak|Bpk|Bu|Ibu|Mas|Mbak|Mba|Kak|Bang|Bli|Daeng|Ms|Mr|Mrs|Miss|Dr|Drs|"
    r"Prof|Mme|Mlle|Mw|Dhr|Herr|Frau|"
    rf"Encik|Puan|Tuan|Dato'|Datuk|Dott|Dott\.ssa|Kang|Teh)\.?\s+({_CAPITAL}"
    rf"(?:\s+(?:(?:van|de|der|von|bin|binti|al)\s+)*{_CAPITAL}){{0,3}})"
)
_SUFFIXED = re.compile(rf"(?<!\w)({_CAPITAL}?)[-‐](?:san|sensei|ssi|sama)(?!\w)")
_OFFICES = words("Direktur Dirjen Sekjen RT RW Lurah Bos Kepala Ketua Kabag Menteri Director Chair")
_HOUSE = rf"(?P<house>[A-ZÀ-Þ][\w&'’-]*(?:\s+(?:(?:of|de|des|du|for|dan|and|&)\s+)?{_CAPITAL}){{0,3}})"
_OF = re.compile(
    r"(?:[-‐](?:san|sensei|ssi|sama))?(?:\s*\((?:from\s+|dari\s+)?(?:the\s+)?|\s+(?:from|of|at|dari|di)\s+"
    rf"(?:the\s+)?|\s+(?=[A-Z]&[A-Z]\b)){_HOUSE}(?!['’]s)"
)
_INTRODUCED = re.compile(
    r"(?:(?<!\w)(?i:with|met|to|from|dari|sama|dengan|dgn|called|phoned|emailed|visited|ketemu|bertemu)\s+|^)"
    rf"(?P<name>{_CAPITAL}\s+(?:(?:van|de|der|von|bin|binti|al)\s+)*{_CAPITAL})(?=\s+(?:from|of|at|dari)\s+(?:the\s+)?"
    r"[A-ZÀ-Þ]|\s+\([A-ZÀ-Þ])"
)
_NO_NAME = frozenset({*CITIES, *COUNTRIES, *WEEKDAYS, *MONTHS}) | words(
    "wa sms dm hp cp pic ok re fyi english bahasa board kantor office home rumah"
)


_LINKS = words("from of at dari")


def people_in(text: str, told: Words, contacts: NameIndex, taken: list[tuple[int, int]]) -> list[Mention]:
    """Known contacts, and anyone with a form of address or a house of their own, outside `taken`."""
    found = [
        _whole(text, told, mention)
        for mention in find_people(told, contacts)
        if _free(mention.start, mention.end, taken)
    ]
    for start, name in _unknown(text, told):
        end = start + len(name)
        if name and _free(start, end, [*taken, *((p.start, p.end) for p in found)]):
            found.append(Mention(start, end, name, (), "part", 1))
    return sorted(found, key=lambda mention: mention.start)


def _unknown(text: str, told: Words) -> Iterable[tuple[int, str]]:
    honored = not HONORIFICS.isdisjoint(told.words) or ". " in text
    for match in _HONORED.finditer(text) if honored else ():
        if match[1].split()[0] not in _OFFICES:
            yield match.start(1), split_honorific(_without_ways(match[1]))[1]
    for match in _SUFFIXED.finditer(text) if "-" in text else ():
        yield match.start(1), match[1]
    placed = "(" in text or not _LINKS.isdisjoint(told.words)
    for match in _INTRODUCED.finditer(text) if placed else ():
        if not _NO_NAME.intersection(words_of(match["name"])):
            yield match.start("name"), match["name"]


def _without_ways(name: str) -> str:
    """“Wayan WA”, “Ratna KBRI”: what is written wholly large behind a name is no part of it."""
    first, *rest = name.split()
    while rest and rest[-1].isupper() and len(rest[-1]) > 1 and not first.isupper():
        rest.pop()
    return " ".join([first, *rest])


def _whole(text: str, told: Words, mention: Mention) -> Mention:
    """“Anna Lund” is not the Anna Richter that is known: another family name makes another person."""
    if mention.how == "whole" or mention.words > 1:
        return mention
    match = re.compile(rf" ({_CAPITAL})").match(text, mention.end)
    second = match[1] if match else ""
    if len(second) < _SHORTEST or second.isupper() or not _INTRODUCED.search(f"to {text[mention.start :]}"):
        return mention
    name = f"{mention.text} {second}"
    return Mention(mention.start, mention.start + len(name), name, (), "part", 2)


_SHORTEST = 3


def houses_beside(text: str, people: Iterable[Mention], taken: list[tuple[int, int]]) -> list[Mention]:
    """The houses that people are said to be of, where no name of one stands there already."""
    found = []
    for person in people:
        match = _OF.match(text, person.end)
        if not match or not _free(match.start("house"), match.end("house"), taken):
            continue
        house = _without_ways(match["house"])
        said = words_of(house)
        if said and said[0] not in _NO_NAME and said[-1] not in _NO_NAME:
            start = match.start("house")
            found.append(Mention(start, start + len(house), house, (), "part", len(said)))
    return found


def _free(start: int, end: int, taken: Iterable[tuple[int, int]]) -> bool:
    return not any(start < stop and begin < end for begin, stop in taken)
