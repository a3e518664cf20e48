"""Shortcuts: forms filled from a message, or empty."""

from __future__ import annotations

from bot.parsing.slack_text import plain
from bot.views.ids import Callback
from handlers.replies import OpenForm, Reply
from handlers.turn import Turn

LONGEST_TITLE = 150
LONGEST_TEXT = 2900


def shortcut(turn: Turn) -> Reply:
    """Open the form that the shortcut promises, with what the message says."""
    words = plain(turn.call.text)
    first = words.splitlines()[0][:LONGEST_TITLE] if words.strip() else ""
    match turn.call.callback:
        case Callback.SHORTCUT_MAKE_TASK:
            return OpenForm("new_task", {"title": first})
        case Callback.SHORTCUT_UPDATE:
            return OpenForm("update", {"text": words[:LONGEST_TEXT]})
        case Callback.SHORTCUT_LOG:
            return OpenForm("log_contact", {"text": words[:LONGEST_TEXT]})
        case _:
            return OpenForm("new_task")
