"""What was filled in: the state of a form that was sent, by field."""

from __future__ import annotations

import json
import re
from datetime import date, time
from typing import Any

from bot.errors import N_, UserError
from bot.parsing.commands import parse_command
from bot.parsing.geography import COUNTRIES
from bot.parsing.intents import SettingsCommand
from bot.services.calendars import known_country, nearest_countries
from bot.views.ids import Field
from handlers.turn import Turn


class Sent:
    """What was filled in, by field."""

    def __init__(self, turn: Turn):
        self._values = turn.call.values
        self.kept: dict[str, Any] = json.loads(turn.call.metadata or "{}")

    def _state(self, name: Field) -> dict[str, Any]:
        block = self._values.get(name.value) or {}
        return block.get(name.value) or {}

    def text(self, name: Field) -> str:
        return (self._state(name).get("value") or "").strip()

    def choice(self, name: Field) -> str | None:
        return (self._state(name).get("selected_option") or {}).get("value")

    def choices(self, name: Field) -> list[str]:
        return [option["value"] for option in self._state(name).get("selected_options") or []]

    def people(self, name: Field) -> list[str]:
        return list(self._state(name).get("selected_users") or [])

    def person(self, name: Field) -> str | None:
        return self._state(name).get("selected_user")

    def day(self, name: Field) -> date | None:
        chosen = self._state(name).get("selected_date")
        return date.fromisoformat(chosen) if chosen else None

    def clock(self, name: Field) -> time | None:
        chosen = self._state(name).get("selected_time")
        return time.fromisoformat(chosen) if chosen else None


def countries_typed(turn: Turn, sent: Sent) -> tuple[str, ...]:
    """The countries typed, with commas between them, by their English names; UserError where one is none."""
    found = []
    for typed in filter(None, map(str.strip, sent.text(Field.COUNTRY).split(","))):
        known = known_country(COUNTRIES.get(" ".join(typed.casefold().split()), typed))
        if known is None:
            raise UserError(
                N_("I know no country called “{name}”. The nearest are: {nearest}."),
                name=typed[:80],
                nearest=turn.t.list(nearest_countries(typed, turn.t.lang)),
                field=Field.COUNTRY,
            )
        found.append(known)
    return tuple(found)


def email_typed(sent: Sent) -> str | None:
    """The e-mail typed; UserError where it is none."""
    typed = sent.text(Field.EMAIL)
    if typed and not _EMAIL.fullmatch(typed):
        raise UserError(
            N_("“{words}” is no e-mail address. Write for example “{example}”."),
            words=typed[:80],
            example="anna@goethe.example",
            field=Field.EMAIL,
        )
    return typed or None


_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(?:\.[^\s@,;<>.]+)+")


def zone_typed(turn: Turn, sent: Sent) -> str:
    """The zone typed, as IANA calls it where a city was meant."""
    typed = sent.text(Field.ZONE)
    return zone_of_words(turn, typed) or typed


def zone_of_words(turn: Turn, words: str) -> str | None:
    """The IANA zone of the city named, where it is known."""
    meant = parse_command("/lintas", f"zone {words}", turn.reading)
    return meant.zone if isinstance(meant, SettingsCommand) else None
