"""What the page shows, as JSON: the shapes are in `page_api`."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from bot.local.model import Channel, Message, User, View
from bot.local.ports import JSON
from bot.local.sight import Sight
from bot.local.values import plain_value
from bot.local.workspace import Workspace


def state(workspace: Workspace, user: User, channel: Channel) -> JSON:
    """Everything one person sees while looking at one channel."""
    with workspace.lock:
        sight = Sight(workspace, user)
        return {
            "ok": True,
            "version": workspace.version,
            "team": {"id": workspace.team_id, "name": workspace.team_name, "domain": workspace.domain},
            "app": app(workspace),
            "clock": clock(workspace),
            "person": user.id,
            "channel": channel.id,
            "people": [person(workspace, u) for u in workspace.users.values()],
            "channels": [channel_json(workspace, user, c) for c in workspace.visible_channels(user.id)],
            "messages": [message(sight, channel, m) for m in sight.messages(channel)],
            "modal": view(sight, sight.modal),
            "home": view(sight, sight.home),
        }


def app(workspace: Workspace) -> JSON:
    """The app and what it offers."""
    manifest = workspace.manifest
    return {
        "id": workspace.app_id,
        "user_id": workspace.bot.id,
        "name": manifest.name,
        "commands": [
            {
                "command": c["command"],
                "description": c.get("description", ""),
                "usage_hint": c.get("usage_hint", ""),
            }
            for c in manifest.commands.values()
        ],
        "shortcuts": [
            {k: s.get(k, "") for k in ("name", "callback_id", "type", "description")}
            for s in manifest.shortcuts
        ],
    }


def clock(workspace: Workspace) -> JSON:
    """The movable present."""
    now, coming = workspace.now(), workspace.clock.next_event()
    zone = getattr(now.tzinfo, "key", None) or now.strftime("%Z")
    return {"now": now.isoformat(), "zone": zone, "next": coming.isoformat() if coming else None}


def person(workspace: Workspace, user: User) -> JSON:
    """One of the people."""
    return {
        "id": user.id,
        "name": user.shown_name,
        "real_name": user.real_name,
        "title": user.title,
        "lang": user.locale,
        "tz": user.tz,
        "color": f"#{user.color}",
        "bot": user.bot_id is not None,
        "guest": user.is_restricted or user.is_ultra_restricted or user.is_stranger,
        "deleted": user.deleted,
    }


def channel_json(workspace: Workspace, viewer: User, channel: Channel) -> JSON:
    """A channel in the viewer's list."""
    other = channel.other_than(viewer.id) if channel.kind == "im" else None
    read = channel.last_read.get(viewer.id, "")
    unread = [m for m in channel.messages.values() if m.ts > read and m.user != viewer.id]
    return {
        "id": channel.id,
        "name": workspace.users[other].shown_name if other else channel_name(workspace, viewer, channel),
        "kind": channel.kind,
        "unread": len(unread) if viewer.id in channel.members else 0,
        "member": viewer.id in channel.members,
        "app_member": workspace.bot.id in channel.members,
        "archived": channel.archived,
        "user": other,
        "topic": channel.topic,
    }


def channel_name(workspace: Workspace, viewer: User, channel: Channel) -> str:
    """A group DM goes by the others' names."""
    if channel.kind != "mpim":
        return channel.name
    return ", ".join(workspace.users[m].shown_name for m in channel.members if m != viewer.id)


def message(sight: Sight, channel: Channel, shown: Message) -> JSON:
    """A message as the viewer sees it."""
    author = sight.workspace.users.get(shown.user or "")
    replies = channel.replies(shown.ts)
    moment = datetime.fromtimestamp(float(shown.ts), UTC).astimezone(sight.reader.zone)
    return {
        "ts": shown.ts,
        "time": moment.isoformat(timespec="seconds"),
        "user": {
            "id": shown.user,
            "name": author.shown_name if author else "",
            "bot": bool(author and author.bot_id),
            "color": f"#{author.color}" if author else "#888888",
        },
        "text": shown.text,
        "plain": sight.render(shown),
        "blocks": shown.blocks or [],
        "subtype": shown.subtype,
        "ephemeral": shown.ephemeral_to is not None,
        "edited": shown.edited is not None,
        "reactions": [
            {"name": name, "count": len(users), "mine": sight.user.id in users, "users": list(users)}
            for name, users in shown.reactions.items()
        ],
        "files": [
            {k: f[k] for k in ("id", "name", "title", "mimetype", "size")} | {"url": f"/ui/files/{f['id']}"}
            for f in shown.files
        ],
        "thread_ts": shown.thread_ts,
        "reply_count": len(replies),
    }


def view(sight: Sight, shown: View | None) -> JSON | None:
    """A modal or Home with what is filled in."""
    if shown is None:
        return None
    data = shown.as_json()
    texts: dict[str, Any] = {k: data[k]["text"] if data[k] else None for k in ("title", "submit", "close")}
    return {
        "id": shown.id,
        "type": data["type"],
        "callback_id": data["callback_id"],
        **texts,
        "blocks": json.loads(json.dumps(shown.blocks)),
        "hash": shown.hash,
        "depth": len(sight.workspace.stacks.get(sight.user.id, [])) if data["type"] == "modal" else 1,
        "plain": sight.render(shown),
        "errors": dict(shown.errors),
        "values": {
            block_id: {action_id: plain_value(held) for action_id, held in elements.items()}
            for block_id, elements in shown.values.items()
        },
    }
