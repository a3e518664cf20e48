"""A free message → what its author wants."""

from __future__ import annotations

from bot.parsing.intents import Reading, Understood
from bot.parsing.slack_text import plain
from bot.parsing.task_commands import task_verb


def understand(text: str, reading: Reading) -> Understood:
    """What a message asks for; `intent` None means say nothing, store nothing."""
    intent = task_verb(plain(text), reading)
    return Understood(intent, 0.95 if intent else 0.9)
