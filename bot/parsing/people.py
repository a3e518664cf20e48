"""A contact or an organisation out of a sentence: name, honorific, role, organisation, e-mail, phone,
country."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.parsing import contact_words as cw
from bot.parsing.addresses import take_email, take_phone
from bot.parsing.geography import CITY_WORDS, COUNTRIES
from bot.parsing.intents import AddPartner, Reading, Said
from bot.parsing.mentions import Words, find_names
from bot.parsing.names import HONORIFICS, index_of, named, words_of

_SEGMENT = re.compile(r"[,;|()\n]|\s[–—-]\s|:\s|(?<=\w{5})[.!?]\s+(?=[A-Z])")
_EDGES = ' .–—-:"“”'
_AT = ("at", "in", "for", "from", "di", "dari", "untuk", "of")


@dataclass
class _Card:
    name: str | None = None
    honorific: str | None = None
    organisation: str | None = None
    role: str | None = None
    country: str | None = None
    city: str | None = None
    spare: str | None = None  # words that are a name only where nothing else is
    placed: bool = False  # the name came behind its organisation, without a word that says it is a name


def read_partner(text: str, reading: Reading) -> AddPartner:
    """The contact, the organisation, or both, that the words describe; nothing is made up."""
    text = text[:1_000]
    text, program = _program(text, reading)
    text, email = take_email(text)
    text, phone = take_phone(text)
    text = cw.ASIDE.sub("", cw.REPLACED.sub(" ", text))
    card = _Card()
    for segment in _SEGMENT.split(text):
        _place(segment.strip(_EDGES), card, reading)
    _settle(card, reached=bool(email or phone))
    return AddPartner(
        card.name, card.honorific, card.organisation, card.role, email, phone, card.country, card.city,
        program,
    )  # fmt: skip


def _program(text: str, reading: Reading) -> tuple[str, Said | None]:
    """A trailing `~program` or `#program`."""
    if match := re.search(r"\s[~#](?:program:)?([\w-]+)\s*$", text):
        return text[: match.start()], named(match[1].replace("-", " "), reading.world, "programs")
    return text, None


# --- one stretch between commas ----------------------------------------------------------------------


def _place(segment: str, card: _Card, reading: Reading) -> None:
    """Put one stretch between commas where it belongs."""
    segment = cw.ASIDE.sub("", f" {segment}").strip(_EDGES)
    if not segment or cw.NOISE.fullmatch(segment):
        return
    if cut := cw.NAMED.search(segment):  # “the contact there is …”, “PIC baru di X namanya …”
        _beside(segment[: cut.start()], card, reading)
        _person(segment[cut.end() :], card, sure=True)
    elif (told := cw.IS_OUR.match(segment)) and _looks_like_name(split_honorific(told["who"])[1]):
        _person(told["who"], card, sure=True)
        _beside(told["what"], card, reading)
    elif not _labelled(segment, card, reading):
        kept = _without_filing(segment)
        if kept and (kept == segment or not _labelled(kept, card, reading)):
            _plain(kept, card, reading)


def _labelled(segment: str, card: _Card, reading: Reading) -> bool:
    """Put “kontak X”, “jabatan X”, “di X”, “negara X” where they say; whether there was such a label."""
    label = cw.LABEL.match(segment)
    rest = segment[label.end() :].strip() if label else ""
    if not label or not rest:
        return False
    if label["person"]:
        rest = _without_filing(rest)
        if split_honorific(rest)[1][:1].isupper():
            _person(rest, card, sure=True)
        else:
            _beside(rest, card, reading)
    elif label["role"]:
        card.role = card.role or rest
    elif label["org"]:
        _organisation(rest, card)
    else:
        _plain(rest, card, reading)
    return True


_INITIAL = re.compile(r"[A-ZÀ-Þ]\.")


def _without_filing(segment: str) -> str:
    """The stretch without the words of keeping that it begins with; “A.” is an initial."""
    while segment:
        first, _, rest = segment.partition(" ")
        if _INITIAL.fullmatch(first) or first.lower().strip(",.:'’") not in cw.FILING:
            break
        segment = rest.strip()
    return segment


def _beside(words: str, card: _Card, reading: Reading) -> None:
    """Role and house out of what stands before “is X”: “the new registrar at X”, “PIC baru di X”."""
    words = f" {words.strip(_EDGES)}"
    split = cw.AT.search(words) or re.search(r"\s(?:for|in|untuk)\s+(?:the\s+)?(?=[A-ZÀ-Þ])", words)
    if split and card.organisation is None:
        _organisation(words[split.end() :], card)
    if (role := _role_in(words[: split.start()] if split else words)) and card.role is None:
        card.role = role


def _role_in(words: str) -> str | None:
    """The office in a stretch of small letters, without article and “new”: “as technical director”."""
    if not (last := cw.ROLE.search(words)):
        return None
    kept: list[str] = []
    for word in reversed(words[: last.start()].split()):
        if not word.islower() or word in cw.NO_ROLE | cw.FILING or word in _AT or not word.isalpha():
            break
        kept.insert(0, word)
    tail = words[last.start() :].strip(_EDGES)
    return re.sub(r"(?<=\w{3})nya\b", "", " ".join([*kept, tail]))


def _plain(segment: str, card: _Card, reading: Reading) -> None:
    """A stretch without a label: a country, a city, a house, an office or a person, by its words."""
    folded = " ".join(words_of(segment))
    if country := COUNTRIES.get(folded):
        card.country = card.country or country
    elif folded in CITY_WORDS:
        card.city = card.city or segment
    elif place := re.match(r"(?:in|based in|di)\s+(?=[A-ZÀ-Þ])", segment):
        _plain(segment[place.end() :], card, reading)
    elif _known_house(segment, reading):
        card.organisation = card.organisation or segment
    elif not _at_house(segment, card, reading):
        _by_its_words(segment, card, reading)


def _known_house(segment: str, reading: Reading) -> bool:
    found = find_names(Words.of(segment), index_of(reading.world).organisations, parts=False)
    return bool(found) and found[0].start == 0 and found[0].end >= len(segment) - 1


def _at_house(segment: str, card: _Card, reading: Reading) -> bool:
    """“curator at X”, “Y dari X”, “director of the X”; whether the stretch says where someone works."""
    split = cw.AT.search(f" {segment}")
    if not split:
        return False
    house = cw.ORG.match(segment)
    link, tail = split.group().split(), segment[split.end() - 1 :].strip()
    head = segment[: max(split.start() - 1, 0)].strip()
    if link[0] == "of" and (
        house or (len(link) == 1 and cw.ROLE.search(head) and not cw.ORG.search(tail))
    ):  # “Museum of Arts”, “Head of Exhibitions”
        return False
    if house and link[0] in ("di", "in"):
        return False
    if head:
        _place(head, card, reading)
    _organisation(tail, card)
    return True


def _by_its_words(segment: str, card: _Card, reading: Reading) -> None:
    role, house = cw.ROLE.search(segment), cw.ORG.search(segment)
    honored = split_honorific(segment)[0] is not None
    if honored:
        _person(segment, card)
    elif role and role.start() < _EARLY:
        _office(segment, role, house, card, reading)
    elif house and segment[:1].isupper():
        card.organisation = card.organisation or cw.PLACE.split(segment)[0]
    elif _may_be_office(segment) and card.name:
        card.role = card.role or segment
    else:
        _person(segment, card)


_EARLY = 25  # characters: an office is said at the beginning of its stretch


def _may_be_office(segment: str) -> bool:
    """“juru kunci”, “visitor services”: a few words in small letters that tell nothing."""
    said = segment.split()
    return len(said) <= 4 and segment.islower() and cw.NO_ROLE.isdisjoint(words_of(segment))


def _office(
    segment: str, role: re.Match[str], house: re.Match[str] | None, card: _Card, reading: Reading
) -> None:
    """A role, perhaps with a name before it, and a house or a name after it (“pimpinan Sanggar …”)."""
    head = segment[: role.start()].strip()
    if head and not card.name and _looks_like_name(head) and segment[role.start()].islower():
        _person(head, card)
        segment = segment[role.start() :]
    small = re.match(r"(?:[a-zà-ÿ&'-]+\s+)+(?=[A-ZÀ-Þ])", segment)
    if not small:
        begins = house and house.start() == 0 and role.start() > 0 and segment[0].isupper()
        if begins and not card.organisation:
            card.organisation = segment
        else:
            told = not cw.NO_ROLE.isdisjoint(words_of(segment))
            card.role = card.role or (_role_in(segment) if told else segment)
        return
    if re.search(r"\b(?:of|for|and|de|du)\s*$", small.group()):
        card.role = card.role or segment
        return
    card.role = card.role or _role_in(small.group())
    rest = segment[small.end() :]
    known = find_names(Words.of(rest), index_of(reading.world).organisations, parts=False)
    if cw.ORG.search(rest) or card.name or known:
        card.organisation = card.organisation or rest
    else:
        _person(rest, card)


def _organisation(words: str, card: _Card) -> None:
    words = cw.ASIDE.sub("", f" {words}").strip(_EDGES)
    words = cw.PLACE.split(words)[0]
    if country := COUNTRIES.get(" ".join(words_of(words))):
        card.country = card.country or country
    elif card.organisation is None and words[:1].isupper():
        card.organisation = words.removeprefix("The ")


# --- a person ------------------------------------------------------------------------------------------


def _looks_like_name(words: str) -> bool:
    parts = words.split()
    return 1 <= len(parts) <= 6 and all(
        p[0].isupper() or p.lower().strip("'’-.") in cw.PARTICLES for p in parts
    )


def _person(words: str, card: _Card, *, sure: bool = False) -> None:
    """A person's name with what stands round it; `sure` where the words say that it is one."""
    if split := cw.AT.search(words):
        _organisation(words[split.end() :], card)
        words = words[: split.start()].strip()
    honorific, name = split_honorific(words)
    name = re.sub(r"\s+(?:is|adalah|itu|dan|and|who|yang)\b.*$", "", name)
    role = cw.ROLE.search(name)
    if role and role.start() > 0 and name[role.start()].islower():
        card.role = card.role or name[role.start() :]
        name = name[: role.start()].strip(" ,")
    if not _looks_like_name(name):
        told = not cw.NO_ROLE.isdisjoint(words_of(name)) or len(name.split()) > 3
        card.spare = card.spare or (None if told else name or None)
    elif sure and card.name and card.placed:  # “Sanggar X, Garut, PIC Teh Nining”: the second was its place
        card.city, card.placed = card.city or card.name, False
        card.name, card.honorific = name, honorific
    elif card.name is None or (sure and card.honorific is None and card.organisation is None):
        card.organisation = card.organisation or card.name
        card.placed = card.organisation is not None and not sure
        card.name, card.honorific = name, honorific
    elif card.organisation is None:
        card.organisation = words


def split_honorific(words: str) -> tuple[str | None, str]:
    """The forms of address before a name, and the name; a Japanese or Korean one may follow it."""
    match = cw.HONORIFIC.match(words)
    honorific, name = (match.group().strip(), words[match.end() :]) if match else (None, words)
    if suffix := cw.SUFFIX.search(name):
        honorific, name = honorific or suffix.group().strip(" -").lower(), name[: suffix.start()]
    return honorific, name.strip(" .,")


def _settle(card: _Card, *, reached: bool) -> None:
    """A lone capitalised stretch that is no person's name by its words is the organisation, a single word
    behind one its place; where nothing is written large, what could be a name is one."""
    if not card.name and not card.organisation:
        card.name = card.spare
    if not card.name or card.honorific or card.role:
        return
    words = words_of(card.name)
    if card.organisation and card.placed and len(words) == 1 and not reached:
        card.city, card.name = card.city or card.name, None
    elif not card.organisation and (len(words) > 4 or (len(words) == 1 and words[0] in HONORIFICS)):
        card.organisation, card.name = card.name, None
