"""Who is away, and the echo of saying so."""

from __future__ import annotations

from collections.abc import Sequence

from bot.i18n import Translator
from bot.views.kit import Markup, Message, context, joined, md, message, section
from bot.views.words import undo
from storage.seen import SeenAbsence


def away_changed(absence: SeenAbsence | None, t: Translator, batch: int | None) -> Message:
    """`absence` is None for whoever is back; without `batch` it was so before."""
    if absence is None:
        said = md(t, "You are not away: the lists no longer say so.")
        return message(section(said), undo(t, batch))
    facts = {"first": absence.first, "last": absence.last, "stand_in": absence.stand_in}
    if absence.stand_in:
        said = md(
            t,
            "You are away from {first} until {last}; meanwhile people ask {stand_in}, who is reminded of "
            "what is yours where they may see it.",
            **facts,
        )
    else:
        said = md(t, "You are away from {first} until {last}.", **facts)
    what = md(
        t,
        "Lists and cards say so beside your name. Your tasks stay yours; your morning message pauses "
        "until you are back.",
    )
    return message(section(said), context(what), undo(t, batch))


def away_list(absences: Sequence[SeenAbsence], t: Translator) -> Message:
    how = context(
        md(t, "To say so of yourself: `/lintas away 20–31 Dec @rina`. Back again: `/lintas away off`")
    )
    if not absences:
        return message(section(md(t, "Nobody has said that they are away.")), how)
    lines = [_line(one, t) for one in absences]
    return message(section(joined([md(t, "*Away*"), *lines], "\n")), how)


def _line(one: SeenAbsence, t: Translator) -> Markup:
    said = md(t, "{name}: {first} – {last}", name=one.name, first=one.first, last=one.last)
    return joined([said, md(t, "ask {stand_in}", stand_in=one.stand_in) if one.stand_in else None], ", ")
