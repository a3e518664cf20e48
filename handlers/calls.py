"""What Slack sent, in the few facts that handlers need, whatever the entrance."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Literal

Entrance = Literal["command", "message", "reaction", "action", "view", "shortcut", "home", "event"]

_TICKS = frozenset({"white_check_mark", "heavy_check_mark", "ballot_box_with_check"})
_CHANNEL_TYPES = {"channel": "public", "group": "private", "im": "im", "mpim": "mpim"}


@dataclass(frozen=True)
class Call:
    """One call of Slack's. `key` tells it from every other; a repeat has the same.

    `ts` is the message's own (or the clicked one's), `thread` its thread's root. `mentioned` marks a message
    that names the app. `ephemeral` marks a click in a message only its reader sees.
    """

    entrance: Entrance
    team: str
    user: str
    key: str
    channel: str | None = None
    channel_kind: str | None = None
    text: str = ""
    command: str = ""
    trigger: str | None = None
    response_url: str | None = None
    ts: str | None = None
    thread: str | None = None
    mentioned: bool = False
    ephemeral: bool = False
    action: str = ""
    value: str = ""
    values: dict[str, Any] = field(default_factory=dict)
    metadata: str = ""
    callback: str = ""
    body: dict[str, Any] = field(default_factory=dict)


def command_call(body: dict[str, Any]) -> Call:
    """A slash command."""
    return Call(
        entrance="command",
        team=body["team_id"],
        user=body["user_id"],
        key=f"command:{body['trigger_id']}",
        channel=body["channel_id"],
        channel_kind=kind_by_name(body["channel_id"], body.get("channel_name", "")),
        text=body.get("text", ""),
        command=body["command"],
        trigger=body["trigger_id"],
        response_url=body.get("response_url"),
        body=body,
    )


def message_call(body: dict[str, Any], bot_user: str | None) -> Call | None:
    """A person's message; None for edits, joins, bots and everything else that is nobody's words."""
    event = body["event"]
    said_by_person = event.get("subtype") in (None, "file_share", "thread_broadcast") and not event.get(
        "bot_id"
    )
    if not said_by_person or not event.get("user") or event["user"] == bot_user:
        return None
    text = event.get("text") or ""
    mention = f"<@{bot_user}" if bot_user else None
    return Call(
        entrance="message",
        team=_team(body),
        user=event["user"],
        key=f"message:{event['channel']}:{event['ts']}",
        channel=event["channel"],
        channel_kind=_CHANNEL_TYPES.get(event.get("channel_type", ""), _kind_by_id(event["channel"])),
        text=text,
        ts=event["ts"],
        thread=event.get("thread_ts"),
        mentioned=event["type"] == "app_mention" or (mention is not None and mention in text),
        body=body,
    )


def reaction_call(body: dict[str, Any]) -> Call | None:
    """A tick set on a message or taken off it; None for any other reaction."""
    event = body["event"]
    if event["reaction"] not in _TICKS or event["item"]["type"] != "message":
        return None
    return Call(
        entrance="reaction",
        team=_team(body),
        user=event["user"],
        key=f"event:{body.get('event_id', '')}",
        channel=event["item"]["channel"],
        ts=event["item"]["ts"],
        body=body,
    )


def action_call(body: dict[str, Any]) -> Call:
    """A click, in a message, a form or Home."""
    action = body["actions"][0]
    container = body.get("container") or {}
    channel = body.get("channel") or {}
    message = body.get("message") or {}
    return Call(
        entrance="action",
        team=(body.get("team") or {}).get("id", ""),
        user=body["user"]["id"],
        key=f"action:{body['trigger_id']}",
        channel=channel.get("id"),
        channel_kind=kind_by_name(channel["id"], channel.get("name", "")) if channel else None,
        trigger=body["trigger_id"],
        response_url=body.get("response_url"),
        ts=container.get("message_ts") or message.get("ts"),
        thread=container.get("thread_ts") or message.get("thread_ts"),
        ephemeral=bool(container.get("is_ephemeral")),
        action=action["action_id"],
        value=action.get("value") or "",
        body=body,
    )


def view_call(body: dict[str, Any]) -> Call:
    """A form that was sent; its words are said where it was opened."""
    view = body["view"]
    origin = json.loads(view.get("private_metadata") or "{}")
    return Call(
        entrance="view",
        team=(body.get("team") or {}).get("id", ""),
        user=body["user"]["id"],
        key=f"view:{view['id']}:{view.get('hash', '')}",  # pressed twice, it has two triggers
        channel=origin.get("channel"),
        channel_kind=origin.get("kind"),
        trigger=body.get("trigger_id"),
        values=(view.get("state") or {}).get("values") or {},
        metadata=view.get("private_metadata") or "",
        callback=view.get("callback_id") or "",
        body=body,
    )


def shortcut_call(body: dict[str, Any]) -> Call:
    """A global or message shortcut."""
    channel = body.get("channel") or {}
    message = body.get("message") or {}
    return Call(
        entrance="shortcut",
        team=(body.get("team") or {}).get("id", ""),
        user=body["user"]["id"],
        key=f"shortcut:{body['trigger_id']}",
        channel=channel.get("id"),
        channel_kind=kind_by_name(channel["id"], channel.get("name", "")) if channel else None,
        trigger=body["trigger_id"],
        response_url=body.get("response_url"),
        text=message.get("text") or "",
        ts=message.get("ts"),
        thread=message.get("thread_ts"),
        callback=body["callback_id"],
        body=body,
    )


def event_call(body: dict[str, Any]) -> Call:
    """Any other event: somebody joined, a channel was archived, Home was opened …"""
    event = body["event"]
    user = event.get("user") or ""
    channel = event.get("channel") or (event.get("item") or {}).get("channel")
    return Call(
        entrance="home" if event["type"] == "app_home_opened" else "event",
        team=_team(body),
        user=user["id"] if isinstance(user, dict) else user,
        key=f"event:{body.get('event_id', '')}",
        channel=channel["id"] if isinstance(channel, dict) else channel,
        ts=(event.get("item") or {}).get("ts"),
        body=body,
    )


def kind_by_name(channel_id: str, name: str) -> str:
    """What Slack's name for a channel in commands and clicks says of its kind."""
    if channel_id.startswith("D") or name == "directmessage":
        return "im"
    if name.startswith("mpdm-"):
        return "mpim"
    return "private" if name == "privategroup" or channel_id.startswith("G") else "public"


def _kind_by_id(channel_id: str) -> str:
    return {"D": "im", "G": "private"}.get(channel_id[:1], "public")


def _team(body: dict[str, Any]) -> str:
    return str(body.get("team_id") or (body.get("event") or {}).get("team") or "")
