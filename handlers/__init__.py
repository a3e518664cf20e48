"""Slack's entrances: the table of contents.

A handful of listeners, because Bolt tries them one by one; what is behind each is found in a dictionary.
"""

from __future__ import annotations

import re
from typing import Any

from slack_bolt import App, BoltResponse

from handlers.actions import action
from handlers.calls import (
    action_call,
    command_call,
    event_call,
    message_call,
    reaction_call,
    shortcut_call,
    view_call,
)
from handlers.forms import submission
from handlers.home import home_opened
from handlers.lifecycle import workspace_changed
from handlers.listener import exchange
from handlers.messages import message, slash_command
from handlers.on_cards import has_cards, reaction, thread_reply
from handlers.shortcuts import shortcut
from handlers.turn import Parts
from storage.workspaces import workspace_by_team

ANY = re.compile("")
LIFECYCLE = re.compile(
    "member_(joined|left)_channel|channel_(archive|unarchive|rename|deleted|left|id_changed)"
    "|group_(archive|unarchive|rename|deleted|left)|user_change|team_join|app_uninstalled|tokens_revoked"
)


def register(app: App, parts: Parts) -> None:
    """Let the app answer every entrance of Slack's."""

    def on_command(body: dict[str, Any]) -> BoltResponse:
        return exchange(parts, command_call(body), slash_command)

    def on_action(body: dict[str, Any]) -> BoltResponse:
        return exchange(parts, action_call(body), action)

    def on_view(body: dict[str, Any]) -> BoltResponse:
        return exchange(parts, view_call(body), submission)

    def on_shortcut(body: dict[str, Any]) -> BoltResponse:
        return exchange(parts, shortcut_call(body), shortcut)

    def on_message(body: dict[str, Any]) -> BoltResponse:
        call = message_call(body, _bot_user(parts, body))
        if call is None:
            return _nothing()
        if call.mentioned or call.channel_kind == "im":
            return exchange(parts, call, message)
        return exchange(parts, call, thread_reply) if has_cards(parts, call) else _nothing()

    def on_reaction(body: dict[str, Any]) -> BoltResponse:
        call = reaction_call(body)
        return exchange(parts, call, reaction) if call and has_cards(parts, call) else _nothing()

    def on_home(body: dict[str, Any]) -> BoltResponse:
        return exchange(parts, event_call(body), home_opened)

    def on_lifecycle(body: dict[str, Any]) -> BoltResponse:
        return workspace_changed(parts, event_call(body))

    def ignored() -> BoltResponse:
        return _nothing()

    app.command(ANY)(on_command)
    app.action(ANY)(on_action)
    app.view_submission(ANY)(on_view)
    app.event("message")(on_message)
    app.event("app_mention")(on_message)
    app.event("reaction_added")(on_reaction)
    app.event("reaction_removed")(on_reaction)
    app.shortcut(ANY)(on_shortcut)
    app.event("app_home_opened")(on_home)
    app.event(LIFECYCLE)(on_lifecycle)
    app.view_closed(ANY)(ignored)
    app.event(ANY)(ignored)


def _bot_user(parts: Parts, body: dict[str, Any]) -> str | None:
    """The app's own user: Slack says so in every event; else as the roster read it."""
    for authorization in body.get("authorizations") or ():
        if authorization.get("is_bot"):
            return str(authorization["user_id"])
    with parts.database.reading() as session:
        workspace = workspace_by_team(session, body.get("team_id", ""))
        return workspace.bot_user if workspace else None


def _nothing() -> BoltResponse:
    return BoltResponse(status=200, body="")
