"""What happens in channels, each happening with the events it sends to the app."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterator
from typing import Any

from bot.local.model import Channel, Message, User
from bot.local.ports import JSON
from bot.local.rich_text import rich_text_of
from bot.local.workspace import Workspace

PING = re.compile(r"<!(channel|here|everyone|subteam\^)")
LINK = re.compile(r"<(https?://[^|>]+)(?:\|[^>]*)?>")


def say(
    workspace: Workspace,
    channel: Channel,
    user: User,
    text: str,
    *,
    thread_ts: str | None = None,
    **more: object,
) -> Message:
    """A person's message; `text` is Slack's escaped form. `more` are fields of `Message`."""
    message = Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=user.id,
        text=text,
        team=user.team_id,
        thread_ts=thread_ts,
        client_msg_id=str(uuid.uuid4()),
        blocks=[rich_text_of(text, workspace.serial("b"))] if text else None,
    )
    for key, value in more.items():
        setattr(message, key, value)
    return put(workspace, channel, message)


def put(workspace: Workspace, channel: Channel, message: Message) -> Message:
    """Store a message in its channel and tell the app of it (and of a mention or link of the app's)."""
    with workspace.changing():
        channel.messages[message.ts] = message
        if message.user:
            channel.last_read[message.user] = message.ts
        shown = message.text + "".join(shown_texts(message.blocks or [])) if message.bot_id else message.text
        if PING.search(shown):
            workspace.pings.append(message)
    event = message.as_json() | {"channel": channel.id, "event_ts": message.ts}
    if message.team != workspace.team_id:
        event |= {"user_team": message.team, "source_team": message.team}
    if message.thread_ts and (root := channel.messages.get(message.thread_ts)):
        event["parent_user_id"] = root.user
        if message.subtype == "thread_broadcast":
            event["root"] = root.as_json() | channel.thread_facts(root)
    workspace.emit(event, channel)
    if not message.bot_id and message.subtype in (None, "file_share", "thread_broadcast"):
        _mention_and_links(workspace, channel, message)
    return message


def _mention_and_links(workspace: Workspace, channel: Channel, message: Message) -> None:
    if f"<@{workspace.bot.id}>" in message.text and channel.kind != "im":
        event = message.as_json() | {"type": "app_mention", "channel": channel.id, "event_ts": message.ts}
        workspace.emit(event, channel)
    links = [
        {"url": url, "domain": domain}
        for url in LINK.findall(message.text)
        for domain in workspace.manifest.unfurl_domains
        if re.match(rf"https?://([^/]+\.)?{re.escape(domain)}(/|:|$)", url)
    ]
    if links:
        event = {
            "type": "link_shared",
            "channel": channel.id,
            "user": message.user,
            "message_ts": message.ts,
            "thread_ts": message.thread_ts,
            "links": links,
            "event_ts": message.ts,
            "is_bot_user_member": workspace.bot.id in channel.members,
            "unfurl_id": f"{channel.id}-{message.ts}",
            "source": "conversations_history",
        }
        workspace.emit(event, channel)


def edit(workspace: Workspace, channel: Channel, message: Message, changes: JSON, *, by: str) -> None:
    """Change fields of a message and tell the app; `by` is the user id of the editor."""
    with workspace.changing():
        before = message.as_json()
        for key, value in changes.items():
            setattr(message, key, value)
        ts = workspace.next_ts()
        message.edited = {"user": by, "ts": ts}
    event = {
        "type": "message",
        "subtype": "message_changed",
        "channel": channel.id,
        "hidden": True,
        "message": message.as_json() | channel.thread_facts(message),
        "previous_message": before,
        "ts": ts,
        "event_ts": ts,
    }
    workspace.emit(event, channel)


def delete(workspace: Workspace, channel: Channel, message: Message) -> None:
    """Remove a message and tell the app."""
    with workspace.changing():
        del channel.messages[message.ts]
        ts = workspace.next_ts()
    event = {
        "type": "message",
        "subtype": "message_deleted",
        "channel": channel.id,
        "hidden": True,
        "deleted_ts": message.ts,
        "previous_message": message.as_json(),
        "ts": ts,
        "event_ts": ts,
    }
    workspace.emit(event, channel)


def react(
    workspace: Workspace, channel: Channel, message: Message, user: User, name: str, *, added: bool
) -> None:
    """Add or take away one person's reaction and tell the app."""
    with workspace.changing():
        users = message.reactions.setdefault(name, [])
        if added:
            users.append(user.id)
        else:
            users.remove(user.id)
        if not users:
            del message.reactions[name]
    event = {
        "type": "reaction_added" if added else "reaction_removed",
        "user": user.id,
        "reaction": name,
        "item": {"type": "message", "channel": channel.id, "ts": message.ts},
        "item_user": message.user,
        "event_ts": workspace.next_ts(),
    }
    workspace.emit(event, channel)


def join(workspace: Workspace, channel: Channel, user: User, *, inviter: User | None = None) -> None:
    """Make `user` a member; the channel sees a join message, the app two events."""
    with workspace.changing():
        channel.members[user.id] = None
    put(workspace, channel, _notice(workspace, channel, user, "channel_join", "has joined the channel"))
    event = _membership(workspace, channel, user, "member_joined_channel")
    if inviter:
        event["inviter"] = inviter.id
    workspace.emit(event, channel)


def leave(workspace: Workspace, channel: Channel, user: User) -> None:
    """End a membership; the app hears of its own leaving too."""
    put(workspace, channel, _notice(workspace, channel, user, "channel_leave", "has left the channel"))
    event = _membership(workspace, channel, user, "member_left_channel")
    workspace.emit(event, channel)
    with workspace.changing():
        channel.members.pop(user.id, None)


def _notice(workspace: Workspace, channel: Channel, user: User, subtype: str, what: str) -> Message:
    return Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=user.id,
        text=f"<@{user.id}> {what}",
        team=user.team_id,
        subtype=subtype,
    )


def _membership(workspace: Workspace, channel: Channel, user: User, kind: str) -> JSON:
    return {
        "type": kind,
        "user": user.id,
        "channel": channel.id,
        "channel_type": "C" if channel.kind == "public" else "G",
        "team": user.team_id,
        "event_ts": workspace.next_ts(),
    }


def archive(workspace: Workspace, channel: Channel, by: User, *, archived: bool = True) -> None:
    """Archive or unarchive a channel and tell the app."""
    with workspace.changing():
        channel.archived = archived
    name = "archive" if archived else "unarchive"
    _channel_event(workspace, channel, name, {"channel": channel.id, "user": by.id})


def rename(workspace: Workspace, channel: Channel, name: str) -> None:
    """Rename a channel and tell the app."""
    with workspace.changing():
        channel.name = name
    facts = {"id": channel.id, "name": name, "created": channel.created}
    _channel_event(workspace, channel, "rename", {"channel": facts})


def delete_channel(workspace: Workspace, channel: Channel) -> None:
    """Delete a channel with its messages and tell the app."""
    _channel_event(workspace, channel, "deleted", {"channel": channel.id})
    with workspace.changing():
        del workspace.channels[channel.id]


def change_channel_id(workspace: Workspace, channel: Channel) -> None:
    """Give a channel a new id, as Slack does when it becomes shared, and tell the app."""
    with workspace.changing():
        old = channel.id
        del workspace.channels[old]
        channel.id = workspace.serial(old[0])
        for message in channel.messages.values():
            message.channel = channel.id
        workspace.channels[channel.id] = channel
    event = {"type": "channel_id_changed", "old_channel_id": old, "new_channel_id": channel.id}
    workspace.emit(event | {"event_ts": workspace.next_ts()}, None)


def _channel_event(workspace: Workspace, channel: Channel, what: str, facts: JSON) -> None:
    prefix = "channel" if channel.kind == "public" else "group"
    workspace.emit({"type": f"{prefix}_{what}", "event_ts": workspace.next_ts()} | facts, channel)


def change_user(workspace: Workspace, user: User, **facts: object) -> None:
    """Change fields of a user and tell the app."""
    with workspace.changing():
        for key, value in facts.items():
            if key not in User.__dataclass_fields__:
                raise TypeError(f"a user has no {key}")
            setattr(user, key, value)
        user.updated = workspace.now_seconds()
    _team_event(workspace, "user_change", {"user": _shown(workspace, user), "cache_ts": user.updated})


def welcome(workspace: Workspace, user: User) -> None:
    """Tell the app that `user` has joined the team."""
    _team_event(workspace, "team_join", {"user": _shown(workspace, user)})


def _shown(workspace: Workspace, user: User) -> JSON:
    scopes = workspace.manifest.bot_scopes
    return user.as_json(with_email="users:read.email" in scopes, with_locale=True)


def uninstall(workspace: Workspace) -> None:
    """Remove the app: its token dies, and it hears of both (in either order, as Slack warns)."""
    _team_event(workspace, "tokens_revoked", {"tokens": {"oauth": [], "bot": [workspace.bot.id]}})
    _team_event(workspace, "app_uninstalled", {})
    with workspace.changing():
        workspace.installed = False


def _team_event(workspace: Workspace, kind: str, facts: JSON) -> None:
    workspace.emit({"type": kind, "event_ts": workspace.next_ts()} | facts, None)


def shown_texts(part: Any) -> Iterator[str]:
    """Every text in blocks that people are shown: not what a button carries."""
    if isinstance(part, list):
        for one in part:
            yield from shown_texts(one)
    elif isinstance(part, dict):
        for name, one in part.items():
            if name != "value":
                yield from [one] if isinstance(one, str) else shown_texts(one)
