"""Who changed what, when: the same lines for every noun."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from bot.i18n import Translator
from bot.views.kit import Markup, Message, context, escape, joined, md, section, with_rows
from bot.views.words import ACTS, ANCHORS, known
from storage.seen import SeenChange


def history(title: Markup, changes: Sequence[SeenChange], t: Translator) -> Message:
    """`changes` in the order they are to be read."""
    rows = ([section(_line(change, t))] for change in changes)
    nothing = [context(md(t, "Nothing has changed yet."))] if not changes else []
    return with_rows(t, [section(title)], rows, nothing, total=len(changes), most=30)


def _line(change: SeenChange, t: Translator) -> Markup:
    sentence = ACTS.get(change.verb.partition("_")[0], ACTS["edit"])
    who = md(t, sentence, who=change.by or "Lintas")
    which = escape(known(ANCHORS, change.what, t), 120) if change.what else None
    before, after = (_value(value, t) for value in (change.before, change.after))
    what = f"{before} → {after}" if before and after else after or before
    return joined([escape(t.moment(change.at)), joined([joined([who, which]), what], ": ")])


def _value(value: str | None, t: Translator) -> str | None:
    """Plain words as they are; an ISO date or instant as people read it."""
    if not value:
        return None
    try:
        if len(value) == 10:
            return t.day(date.fromisoformat(value))
        at = datetime.fromisoformat(value)
        return t.moment(at) if at.tzinfo else escape(value, 150)
    except ValueError:
        return escape(value, 150)
