"""Answers that nobody asked for: what went wrong at Slack, and what to do."""

from __future__ import annotations

from bot.answers import Reader, answer
from bot.views import troubles as views
from bot.views.kit import Message


@answer
def digest_paused(reader: Reader, channel: str, error: str) -> Message:
    return views.digest_paused(channel, error, reader.t)
