"""`/program new <name> …`: the name as typed, and behind it what the program is, where, when and whose."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.parsing.dates import find_dates
from bot.parsing.dates.anchors import anchor_name
from bot.parsing.dates.find import scan_of
from bot.parsing.dates.lexicon import CITIES, TWO_WORD_CITIES, ZONES
from bot.parsing.geography import CITY_WORDS, COUNTRIES
from bot.parsing.intents import CreateProgram, Reading, Said, When
from bot.parsing.names import named, words_of
from bot.parsing.program_dates import read_anchor
from bot.parsing.slack_text import straight

KINDS: dict[str, str] = {}
for _words, _kind in (
    ("touring exhibition|traveling exhibition|travelling exhibition|pameran keliling", "touring_exhibition"),
    ("exhibition|pameran", "exhibition"),
    (
        "artist residency|residency|residensi|residency exchange|exchange|pertukaran|residensi seniman",
        "residency_exchange",
    ),
    ("festival", "festival"),
    ("performance tour|tour|tur|pertunjukan|tur pertunjukan", "performance_tour"),
    (
        "workshop|lokakarya|conference|konferensi|symposium|simposium|workshop conference",
        "workshop_conference",
    ),
):
    for _word in _words.split("|"):
        KINDS[_word] = _kind
_FIRST_DAY = {"residency_exchange": "arrival", "performance_tour": "first_performance"}
_KIND_AT_END = re.compile(
    rf"[\s,(–-]+({'|'.join(sorted(KINDS, key=len, reverse=True))})\s*\)?\s*$", re.IGNORECASE
)
_LABELS = re.compile(
    r"^(?:(?P<venue>venue|lokasi|tempat|gedung)|(?P<city>city|kota)|(?P<country>country|countries|negara)|"
    r"(?P<zone>zone|time zone|zona|zona waktu)|(?P<lead>lead|led by|pic|penanggung jawab|dipimpin(?: oleh)?)|"
    r"(?P<alias>alias(?:es)?|aka|also called|juga disebut|disebut juga)|"
    r"(?P<en>english|in english|inggris|bahasa inggris|dalam bahasa inggris)|"
    r"(?P<id>indonesian|in indonesian|indonesia|bahasa indonesia|dalam bahasa indonesia))"
    r"\s*(?::|\s)\s*(?P<rest>\S.*)$",
    re.IGNORECASE,
)
_USER = re.compile(r"<@([UW][A-Z0-9]+)>")


@dataclass
class _Draft:
    kind: str | None = None
    anchors: list[tuple[str, When]] = field(default_factory=list)
    unconfirmed: list[str] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    city: str | None = None
    venue: str | None = None
    zone: str | None = None
    lead: Said | None = None
    aliases: list[str] = field(default_factory=list)
    name_en: str | None = None
    name_id: str | None = None


def read_new(rest: str, reading: Reading) -> CreateProgram:
    """The program that the words begin: parts behind commas that say nothing known stay in its name."""
    even = straight(rest)
    quoted = re.match(r'(["\'])(?P<name>.+?)\1(?!\w)\s*', even)
    name = rest[1 : quoted.end("name")] if quoted else None
    parts = (rest[quoted.end() :] if quoted else rest).split(",")
    draft = _Draft()
    while len(parts) > 1 and _part(parts[-1].strip(), draft, reading):
        parts.pop()
    tail = _ends(",".join(parts), bool(quoted), draft, reading)
    anchors = tuple(
        (kind or _FIRST_DAY.get(draft.kind or "", "opening"), when) for kind, when in draft.anchors
    )
    return CreateProgram(
        (name or tail).strip(" ,:–-("),
        draft.kind,
        tuple(dict(sorted(anchors, key=lambda anchor: anchor[1].day)).items()),
        tuple(reversed(draft.countries)),
        draft.city,
        tuple(draft.unconfirmed),
        draft.venue,
        draft.zone or _zone(draft.city or ""),
        draft.lead,
        tuple(reversed(draft.aliases)),
        draft.name_en,
        draft.name_id,
    )


def _part(words: str, draft: _Draft, reading: Reading) -> bool:
    """Put one part where it belongs; False where it says nothing known."""
    if said := _LABELS.match(words):
        label = next(name for name, word in said.groupdict().items() if word and name != "rest")
        _labelled(label, said["rest"].strip(), draft, reading)
        return True
    key = " ".join(words_of(words))
    if words.casefold() in KINDS and draft.kind is None:
        draft.kind = KINDS[words.casefold()]
    elif key in COUNTRIES:
        draft.countries.append(COUNTRIES[key])
    elif key in CITY_WORDS and draft.city is None:
        draft.city = words
    elif (read := read_anchor(words, reading)).kind and read.when is not None and _dated(words, reading):
        draft.anchors.append((read.kind, read.when))
        if read.confirmed is False:
            draft.unconfirmed.append(read.kind)
    else:
        return _user(words, draft)
    return True


def _labelled(label: str, words: str, draft: _Draft, reading: Reading) -> None:
    match label:
        case "venue":
            draft.venue = words
        case "city":
            draft.city = words
        case "country":
            draft.countries.append(COUNTRIES.get(" ".join(words_of(words)), words))
        case "zone":
            draft.zone = _zone(words) or words
        case "lead" if not _user(words, draft):
            draft.lead = named(words.lstrip("@"), reading.world, "members")
        case "alias":
            draft.aliases.append(words)
        case "en":
            draft.name_en = words
        case "id":
            draft.name_id = words


def _user(words: str, draft: _Draft) -> bool:
    if match := _USER.fullmatch(words):
        draft.lead = Said(match[1])
    return match is not None


def _dated(words: str, reading: Reading) -> bool:
    """Whether the part is a date with its name before it and nothing behind."""
    spans = [span for span in find_dates(words, reading) if span.strength == "strong"]
    return bool(spans) and spans[-1].start < 40


def _zone(city: str) -> str | None:
    key = " ".join(words_of(city))
    return CITIES.get(key) or TWO_WORD_CITIES.get(key) or ZONES.get(key)


def _ends(tail: str, quoted: bool, draft: _Draft, reading: Reading) -> str:
    """What is left of the name once dates and a kind are taken off its end."""
    spans = [
        s
        for s in find_dates(tail, reading)
        if s.when and s.strength == "strong" and s.kind not in ("range", "distance", "length")
    ]
    while spans and not tail[spans[-1].end :].strip(" .)"):
        last = spans.pop()
        tail, kind = _anchor_before(tail[: last.start].rstrip(" ,(–-:"), reading)
        assert last.when is not None
        draft.anchors.append((kind or "", last.when))
        if kind is None:
            break
    if draft.kind is None and (match := _KIND_AT_END.search(f" {tail}" if quoted else tail)):
        draft.kind = KINDS[match[1].lower()]
        tail = (f" {tail}" if quoted else tail)[: match.start()]
    return tail


def _anchor_before(tail: str, reading: Reading) -> tuple[str, str | None]:
    """The name without the word at its end that says which date follows, and that date's kind."""
    scan = scan_of(straight(tail), reading)
    for i, token in enumerate(scan.tokens):
        found = anchor_name(scan, i)
        if found and found[1] == len(scan.tokens) and found[0] != "main":
            return tail[: token.start].rstrip(" ,(–-:"), found[0]
    return tail, None
