"""Answers about the days on which a workspace does not work."""

from __future__ import annotations

from datetime import date

from bot.answers import Reader, answer
from bot.services.daysoff import days_off_ahead
from bot.views import days_off as views
from bot.views.kit import Message


@answer
def days_off(reader: Reader) -> Message:
    found = days_off_ahead(reader.session, reader.eyes.workspace_id, reader.t.today)
    return views.days_off(found, reader.t)


@answer
def day_off_changed(
    reader: Reader, first: str, last: str, name: str, verb: str, batch: int | None = None
) -> Message:
    """`verb` is “added” or “removed”; without a batch nothing had to be changed."""
    days = (date.fromisoformat(first), date.fromisoformat(last))
    return views.day_off_changed(days, name, verb, reader.t, batch)
