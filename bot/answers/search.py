"""The answer to a search."""

from __future__ import annotations

from bot.answers import Reader, answer
from bot.views import search as views
from bot.views.kit import Message
from storage.search import found

PER_KIND = 5


@answer
def search_result(reader: Reader, words: str) -> Message | None:
    """What whoever searched may see of it; a room is told nothing."""
    if reader.me is None:
        return None
    return views.search_result(
        found(reader.session, reader.me, words, PER_KIND), words, reader.t, checking=not reader.me.fresh
    )
