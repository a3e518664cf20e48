"""Shortcuts: forms filled from a message, or empty."""

from __future__ import annotations

from typing import Any

from bot.errors import N_, UserError
from bot.parsing.dates import find_dates
from bot.parsing.intents import When
from bot.parsing.names import words_of
from bot.parsing.slack_text import plain, without_signs
from bot.views.ids import Callback
from handlers.replies import OpenForm, Reply
from handlers.turn import Turn

LONGEST_TITLE = 150
LONGEST_TEXT = 2900
LONGEST_NOTE = 1200  # what a form can carry along unseen is 3,000 characters in all


def shortcut(turn: Turn) -> Reply:
    """Open the form that the shortcut promises, with what the message says."""
    world = turn.reading.world
    words = without_signs(plain(turn.call.text), {name.id: name.name for name in world.members})
    match turn.call.callback:
        case Callback.SHORTCUT_MAKE_TASK:
            return OpenForm("new_task", _task(turn, words))
        case Callback.SHORTCUT_UPDATE:
            if not world.programs:
                raise UserError(
                    N_("There is no program yet that you can see. Begin one first: “{command}”."),
                    command=N_("/program new Batik in Lyon"),
                )
            return OpenForm("update", {"text": words[:LONGEST_TEXT]})
        case Callback.SHORTCUT_LOG:
            if not (world.contacts or world.organisations):
                raise UserError(
                    N_("There is no partner yet that you can see. Add one first: “{command}”."),
                    command=N_("/partner add Yuki Tanaka, Mori Art Museum"),
                )
            return OpenForm("log_contact", {"text": words[:LONGEST_TEXT], "partner": _partner(turn, words)})
        case _:
            return OpenForm("new_task")


def _task(turn: Turn, words: str) -> dict[str, Any]:
    """Title, deadline and note: the first line, the one date it plainly names, who said it and where."""
    first, _, rest = words.strip().partition("\n")
    facts: dict[str, Any] = {"title": first[:LONGEST_TITLE]}
    if due := _deadline(turn, words):
        facts["due"] = due.day.isoformat()
    said = f"{_author(turn)}: {words}" if rest or len(first) > LONGEST_TITLE else _author(turn)
    facts["note"] = "\n".join(part for part in (said[:LONGEST_NOTE], _permalink(turn)) if part)
    return facts


def _deadline(turn: Turn, words: str) -> When | None:
    """The one day that the message says plainly, not past; None where there is none, or a choice."""
    said = [span for span in find_dates(words, turn.reading) if span.strength == "strong" and span.when]
    if len(said) != 1 or said[0].when is None or said[0].when.ask or said[0].first:
        return None
    return said[0].when if said[0].when.day >= turn.t.today else None


def _author(turn: Turn) -> str:
    user = (turn.call.body.get("message") or {}).get("user")
    return next((name.name for name in turn.reading.world.members if name.id == user), "")


def _permalink(turn: Turn) -> str:
    """Where the message stands, as Slack addresses it."""
    domain = (turn.call.body.get("team") or {}).get("domain")
    if not (domain and turn.call.channel and turn.call.ts):
        return ""
    return f"https://{domain}.slack.com/archives/{turn.call.channel}/p{turn.call.ts.replace('.', '')}"


def _partner(turn: Turn, words: str) -> str | None:
    """The one partner whose whole name the message has, people before organisations."""
    spoken = f" {' '.join(words_of(words))} "
    for names in (turn.reading.world.contacts, turn.reading.world.organisations):
        named = [name.id for name in names if f" {' '.join(words_of(name.name))} " in spoken]
        if named:
            return named[0] if len(named) == 1 else None
    return None
