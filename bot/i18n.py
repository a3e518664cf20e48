"""Sentences, dates, times, lists and numbers in the reader's language and zone.

The English sentence stands in the code and is the key of `locales/id.po`, which is read once, when the first
Indonesian sentence is asked for. Babel is loaded on first use: importing this module costs nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Literal
from zoneinfo import ZoneInfo

from bot.errors import N_
from storage.seen import Due

Lang = Literal["en", "id"]
LANGUAGES: tuple[Lang, ...] = ("en", "id")
CATALOGUE = Path(__file__).parent / "locales" / "id.po"
BUTTON = "button"  # the gettext context of everything a person presses

_INDONESIAN_ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
    "Etc/UTC": "UTC",
    "UTC": "UTC",
}

_SENTENCES = frozenset({"example", "advice", "command"})


@dataclass(frozen=True, slots=True)
class Translator:
    """One reader: language, zone, and the moment that counts as now (aware). Cheap to make.

    A fact that a sentence asks for and does not get shows as “…”: a person never meets a KeyError.
    """

    lang: Lang
    tz: ZoneInfo
    now: datetime

    def __call__(self, sentence: str, /, **facts: object) -> str:
        """`sentence` in the reader's language, its {placeholders} filled from `facts`."""
        return fill(self.template(sentence), self.shown(facts))

    def plural(self, one: str, many: str, n: int, /, **facts: object) -> str:
        """The form for `n`, which fills {n}."""
        return fill(self.plural_template(one, many, n), {"n": self.number(n), **self.shown(facts)})

    def label(self, label: str, /, **facts: object) -> str:
        """What stands on a button: the same English word may read otherwise there than in a sentence."""
        return fill(self.template(label, BUTTON), self.shown(facts))

    def shown(self, facts: Mapping[str, object]) -> dict[str, object]:
        """Facts as this reader reads them: dates, deadlines, instants and lists; anything else as it is.

        An `example`, an `advice` and a `command` are sentences of the catalogue themselves.
        """
        shown = {name: self._shown(fact) for name, fact in facts.items()}
        sentences = {name: fill(self.template(str(shown[name])), shown) for name in _SENTENCES & shown.keys()}
        return shown | sentences

    def _shown(self, fact: object) -> object:
        match fact:
            case datetime():
                return self.moment(fact)
            case date():
                return self.day(fact)
            case Due():
                return self.due(fact)
            case list() | tuple():
                return self.list(str(self._shown(item)) for item in fact)
        return fact

    def template(self, sentence: str, context: str | None = None) -> str:
        """The translated sentence, its placeholders still open."""
        if self.lang == "en":
            return sentence
        return _catalogue().get((context, sentence)) or _catalogue().get((None, sentence)) or sentence

    def plural_template(self, one: str, many: str, n: int) -> str:
        """As `template`; English has two forms, Indonesian one."""
        if self.lang == "en":
            return one if n == 1 else many
        return self.template(one)

    @property
    def today(self) -> date:
        return self.now.astimezone(self.tz).date()

    def day(self, day: date) -> str:
        """“Fri 27 Nov”, “Jum, 27 Nov”; with the year where it is not this one."""
        names = _names(self.lang)
        year = f" {day.year}" if day.year != self.today.year else ""
        return f"{names.days[day.weekday()]}{names.after_day} {day.day} {names.months[day.month - 1]}{year}"

    def month(self, day: date) -> str:
        """“Jan 2027”."""
        return f"{_names(self.lang).months[day.month - 1]} {day.year}"

    def hour(self, minutes: int) -> str:
        """A time of day given in minutes after midnight: “08:30”, “08.30”."""
        return f"{minutes // 60:02d}{_names(self.lang).in_time}{minutes % 60:02d}"

    def clock(self, at: datetime, zone: str) -> str:
        """The time of the instant `at` in the IANA `zone`, and whose it is: “14:00 WIB”, “08.00 Berlin”."""
        local = at.astimezone(ZoneInfo(zone))
        return f"{self.hour(local.hour * 60 + local.minute)} {self.place(zone)}"

    def place(self, zone: str) -> str:
        """What people call the time of `zone`: WIB, WITA, WIT, else its city."""
        return _INDONESIAN_ZONES.get(zone) or _city(zone, self.lang)

    def due(self, due: Due) -> str:
        """A deadline with its weekday; a clock time with its zone, and the reader's own if it differs."""
        if due.at is None:
            return self.day(due.day)
        zone = due.zone or self.tz.key
        said = f"{self.day(due.day)}, {self.clock(due.at, zone)}"
        there, here = due.at.astimezone(ZoneInfo(zone)), due.at.astimezone(self.tz)
        if there.utcoffset() == here.utcoffset():
            return said
        own = self.clock(due.at, self.tz.key)
        return f"{said} ({own})" if here.date() == due.day else f"{said} ({self.day(here.date())}, {own})"

    def moment(self, at: datetime) -> str:
        """When something happened, in the reader's zone: “13:52” today, else “Mon 23 Nov, 13:52”."""
        local = at.astimezone(self.tz)
        time = self.hour(local.hour * 60 + local.minute)
        return time if local.date() == self.today else f"{self.day(local.date())}, {time}"

    def ago_days(self, n: int) -> str:
        if n <= 0:
            return self(N_("today"))
        return self(N_("yesterday")) if n == 1 else self.plural("{n} day ago", "{n} days ago", n)

    def country(self, name: str) -> str:
        """The country behind an ISO code or an English name, in the reader's language; else as it is."""
        return _countries(self.lang).get(name, name)

    def weekday(self, iso: int) -> str:
        """The short name of an ISO weekday (1 = Monday)."""
        return _names(self.lang).days[iso - 1]

    def list(self, items: Iterable[str]) -> str:
        """“a, b and c”, “a, b, dan c”."""
        words = [*items]
        if len(words) < 2:
            return "".join(words)
        from babel.lists import format_list

        return format_list(words, locale="en_GB" if self.lang == "en" else "id")

    def number(self, n: int) -> str:
        """Digits grouped as the reader groups them: 12,500 or 12.500."""
        return f"{n:,}" if self.lang == "en" else f"{n:,}".replace(",", ".")


def fill(template: str, facts: Mapping[str, object]) -> str:
    """`template` with its placeholders filled; what is missing or cannot be read shows as “…”."""
    try:
        return template.format_map(_Facts(facts))
    except (ValueError, AttributeError, IndexError, TypeError):
        return template


class _Facts(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return "…"


@dataclass(frozen=True)
class _Names:
    days: tuple[str, ...]
    months: tuple[str, ...]
    after_day: str
    in_time: str


@lru_cache(maxsize=len(LANGUAGES))
def _names(lang: Lang) -> _Names:
    from babel.dates import get_day_names, get_month_names

    days, months = get_day_names("abbreviated", locale=lang), get_month_names("abbreviated", locale=lang)
    return _Names(
        days=tuple(days[n] for n in range(7)),
        months=tuple(months[n] for n in range(1, 13)),
        after_day="," if lang == "id" else "",
        in_time="." if lang == "id" else ":",
    )


@lru_cache(maxsize=len(LANGUAGES))
def _countries(lang: Lang) -> Mapping[str, str]:
    from babel import Locale

    named = {code: name for code, name in Locale(lang).territories.items() if len(code) == 2}
    english = Locale("en").territories
    return named | {english[code]: name for code, name in named.items()}


@lru_cache(maxsize=512)
def _city(zone: str, lang: Lang) -> str:
    from babel.dates import get_timezone_location

    return get_timezone_location(zone, locale=lang, return_city=True).rpartition("/")[2]


@lru_cache(maxsize=1)
def _catalogue() -> dict[tuple[str | None, str], str]:
    """(context, English sentence) → Indonesian; a plural stands under its singular."""
    from babel.messages.pofile import read_po

    with CATALOGUE.open("rb") as file:
        catalog = read_po(file, locale="id")
    found: dict[tuple[str | None, str], str] = {}
    for message in catalog:
        if message.id and not message.fuzzy:
            found[message.context, _first(message.id)] = _first(message.string or "")
    return found


def _first(forms: str | Sequence[str]) -> str:
    return forms if isinstance(forms, str) else forms[0]
