"""The days on which a workspace does not work."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.errors import N_
from bot.i18n import Translator
from bot.views.kit import Message, context, escape, joined, md, message, section
from bot.views.words import undo
from storage.seen import DayOff

_SHOWN = 15
_CHANGED = {
    "added": N_("*{days}*: off for everyone here ({name}). Reminders come on the working day before."),
    "removed": N_("*{days}*: worked here, like any other day."),
}


def days_off(days: Sequence[DayOff], t: Translator) -> Message:
    """The next days off, the workspace's own marked as such, and how to change them."""
    add = md(t, "To add one: `/lintas holiday add 2027-03-09 Idul Fitri`")
    how = context(joined([add, md(t, "To work on one: `/lintas holiday remove 2027-03-09`")]))
    if not days:
        return message(section(md(t, "No days off are known for the next months.")), how)
    lines = [joined([escape(t.day(one.day)), escape(one.name, 100), _own(one, t)]) for one in days[:_SHOWN]]
    return message(section(joined([md(t, "*Days off here*"), *lines], "\n")), how)


def day_off_changed(
    days: tuple[date, date], name: str, verb: str, t: Translator, batch: int | None
) -> Message:
    """The echo of a change of the first day to the last; without `batch` it was so before."""
    first, last = days
    when = t.day(first) if first == last else f"{t.day(first)} – {t.day(last)}"
    said = md(t, _CHANGED[verb], days=when, name=name)
    return message(section(said), undo(t, batch))


def _own(one: DayOff, t: Translator) -> str | None:
    return md(t, "set by this workspace") if one.own else None
