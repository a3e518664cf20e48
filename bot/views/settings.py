"""One person's settings: what they are, how to change them, and the echo of a change."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.forms import choice_input, text_input, time_input
from bot.views.ids import Action, Callback, Field
from bot.views.kit import Block, Markup, Message, Modal, actions, button, joined, md, message, section
from bot.views.words import undo
from storage.seen import MemberSettings

_CHANGED = {
    "language": N_("From now on I write to you in {language}."),
    "zone": N_("Your time zone is now {place}."),
    "zone_until": N_(
        "Your time zone is {place} until {until}. The day after, it is again what it was before."
    ),
    "morning_on": N_("Your morning message comes at {time}, on working days when something of yours is due."),
    "morning_off": N_("You get no morning message any more. To turn it on: `/lintas morning on 08:30`"),
    "settings": N_("Your settings are saved."),
}


def settings_message(settings: MemberSettings, t: Translator) -> Message:
    return message(section(overview(settings, t)), actions(_change(t)))


def setting_changed(kind: str, settings: MemberSettings, t: Translator, batch: int | None) -> Message:
    """`kind` is “language”, “zone”, “morning”, or “settings” for the form; said in the language it is now."""
    if kind == "zone" and settings.zone_until:
        kind = "zone_until"
    if kind == "morning":
        kind = "morning_on" if settings.morning_on else "morning_off"
    said = md(
        t,
        _CHANGED[kind],
        language=language_words(settings.lang, t),
        place=t.place(settings.zone),
        until=settings.zone_until or "",
        time=t.hour(settings.morning_at),
    )
    whole = section(overview(settings, t)) if kind == "settings" else None
    return message(section(said), whole, undo(t, batch))


def settings_form(settings: MemberSettings, t: Translator, *, private_metadata: str = "") -> Modal:
    blocks = (
        choice_input(t("Language"), Field.LANG, languages(), initial=settings.lang, optional=False),
        text_input(
            t("Time zone or city"),
            Field.ZONE,
            initial=settings.zone,
            optional=False,
            hint=t("For example Asia/Jakarta, or Lyon."),
        ),
        text_input(
            t("Country whose holidays you keep"),
            Field.COUNTRY,
            initial=t.country(settings.country) if settings.country else "",
            hint=t("Left empty: the country of your time zone."),
        ),
        on_off(t("Morning message"), settings.morning_on, t),
        time_input(t("Time"), Field.TIME, initial=settings.morning_at, optional=False),
    )
    return Modal(
        callback_id=Callback.SETTINGS,
        title=t.label("Settings"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in blocks if block),
    )


def on_off(label: str, on: bool, t: Translator) -> Block | None:
    choices = [("on", t("On")), ("off", t("Off"))]
    return choice_input(label, Field.ON, choices, initial="on" if on else "off", optional=False, radio=True)


def overview(settings: MemberSettings, t: Translator) -> Markup:
    """What a person has set, line by line."""
    morning = (
        md(t, "Morning message: {time}", time=t.hour(settings.morning_at))
        if settings.morning_on
        else md(t, "Morning message: off")
    )
    return joined(
        [
            md(t, "*Your settings*"),
            md(t, "Language: {language}", language=language_words(settings.lang, t)),
            _zone(settings, t),
            md(t, "Holidays: {country}", country=t.country(settings.country)) if settings.country else None,
            morning,
        ],
        "\n",
    )


def _zone(settings: MemberSettings, t: Translator) -> Markup:
    place = t.place(settings.zone)
    if settings.zone_until is None:
        return md(t, "Time zone: {place}", place=place)
    return md(t, "Time zone: {place}, until {until}", place=place, until=settings.zone_until)


def _change(t: Translator) -> Block:
    return button(t.label("Change"), Action.SETTINGS)


def days_words(days: Sequence[int], t: Translator) -> str:
    """“Monday to Friday”, “every day”, else the days by name."""
    chosen = sorted(set(days))
    if chosen == [1, 2, 3, 4, 5]:
        return t("Monday to Friday")
    return t("every day") if len(chosen) == 7 else t.list(map(t.weekday, chosen))


def languages() -> list[tuple[str, str]]:
    """Each language by its own name: whoever is lost in the other one finds it."""
    return [("id", "Bahasa Indonesia"), ("en", "English")]


def language_words(lang: str, t: Translator) -> str:
    """A language in the reader's own."""
    return t("English") if lang == "en" else t("Indonesian")
