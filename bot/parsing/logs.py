"""What happened with a partner, out of the sentence that tells it."""

from __future__ import annotations

from bot.parsing.intents import LogContact, Reading


def read_log(text: str, reading: Reading) -> LogContact:
    """The contact that the words tell of; who it was with is given where they name someone."""
    return LogContact(None, text)
