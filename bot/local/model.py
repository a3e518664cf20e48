"""What a workspace is made of, and each thing's JSON as the Web API and events show it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.local.ports import JSON

ChannelKind = Literal["public", "private", "im", "mpim"]

EVENT_CHANNEL_TYPE = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}
API_CHANNEL_TYPE = {"public": "public_channel", "private": "private_channel", "im": "im", "mpim": "mpim"}


@dataclass
class User:
    """A member, a guest, a stranger from another workspace, or a bot."""

    id: str
    name: str
    real_name: str
    team_id: str
    display_name: str = ""
    title: str = ""
    email: str | None = None
    tz: str | None = "Asia/Jakarta"
    tz_offset: int = 25200
    locale: str = "en-US"
    is_admin: bool = False
    is_owner: bool = False
    is_restricted: bool = False
    is_ultra_restricted: bool = False
    is_stranger: bool = False
    deleted: bool = False
    bot_id: str | None = None
    updated: int = 0

    @property
    def shown_name(self) -> str:
        """The name Slack's client shows."""
        return self.display_name or self.real_name or self.name

    @property
    def color(self) -> str:
        """A stable colour for the avatar, six hex digits."""
        return hashlib.sha256(self.id.encode()).hexdigest()[:6]

    def profile(self, *, with_email: bool) -> JSON:
        """Profile as `users.info` shows it; the address needs `users:read.email`."""
        profile: JSON = {
            "title": self.title,
            "real_name": self.real_name,
            "real_name_normalized": self.real_name,
            "display_name": self.display_name,
            "display_name_normalized": self.display_name,
            "team": self.team_id,
        }
        if with_email and self.email and not self.is_stranger:
            profile["email"] = self.email
        if self.bot_id:
            profile["bot_id"] = self.bot_id
        return profile

    def as_json(self, *, with_email: bool, with_locale: bool = False) -> JSON:
        """The user object of the Web API; deleted users and strangers lack what Slack leaves out."""
        user: JSON = {
            "id": self.id,
            "team_id": self.team_id,
            "name": self.name,
            "deleted": self.deleted,
            "profile": self.profile(with_email=with_email),
            "is_bot": self.bot_id is not None,
            "is_app_user": False,
            "updated": self.updated,
        }
        if self.is_stranger:
            return user | {"is_stranger": True, "real_name": self.real_name, "color": self.color}
        if not self.deleted:
            user |= {
                "color": self.color,
                "real_name": self.real_name,
                "tz": self.tz,
                "tz_label": self.tz,
                "tz_offset": self.tz_offset,
                "is_admin": self.is_admin,
                "is_owner": self.is_owner,
                "is_primary_owner": False,
                "is_restricted": self.is_restricted,
                "is_ultra_restricted": self.is_ultra_restricted,
                "is_email_confirmed": True,
            }
        return user | {"locale": self.locale} if with_locale else user


@dataclass
class File:
    """An uploaded file; `content` is None until its bytes have arrived."""

    id: str
    name: str
    title: str
    user: str
    created: int
    mimetype: str
    content: bytes | None = None
    channels: list[str] = field(default_factory=list)
    announced_length: int = 0

    def as_json(self, base_url: str) -> JSON:
        """The file object of the Web API."""
        url = f"{base_url}/files/{self.id}/{self.name}"
        return {
            "id": self.id,
            "created": self.created,
            "timestamp": self.created,
            "name": self.name,
            "title": self.title,
            "mimetype": self.mimetype,
            "filetype": self.name.rpartition(".")[2],
            "user": self.user,
            "size": len(self.content or b""),
            "mode": "hosted",
            "is_external": False,
            "url_private": url,
            "url_private_download": url,
            "permalink": url,
        }


@dataclass
class Message:
    """One message of a channel, or an ephemeral (`ephemeral_to`) that only one person sees."""

    ts: str
    channel: str
    user: str | None
    text: str
    team: str
    bot_id: str | None = None
    app_id: str | None = None
    blocks: list[JSON] | None = None
    attachments: list[JSON] | None = None
    subtype: str | None = None
    thread_ts: str | None = None
    edited: JSON | None = None
    metadata: JSON | None = None
    reactions: dict[str, list[str]] = field(default_factory=dict)
    files: list[JSON] = field(default_factory=list)
    ephemeral_to: str | None = None
    client_msg_id: str | None = None
    extra: JSON = field(default_factory=dict)

    def as_json(self, *, with_metadata: bool = False) -> JSON:
        """The message object of history and events, without `channel` and thread counts."""
        message: JSON = {"type": "message", "ts": self.ts, "text": self.text, "team": self.team}
        optional: dict[str, Any] = {
            "user": self.user,
            "subtype": self.subtype,
            "bot_id": self.bot_id,
            "app_id": self.app_id,
            "blocks": self.blocks,
            "attachments": self.attachments,
            "thread_ts": self.thread_ts,
            "edited": self.edited,
            "client_msg_id": self.client_msg_id,
            "files": self.files or None,
            "metadata": self.metadata if with_metadata else None,
        }
        message |= {key: value for key, value in optional.items() if value is not None}
        if self.reactions:
            message["reactions"] = reactions_json(self)
        return message | self.extra


def reactions_json(message: Message) -> list[JSON]:
    """Reactions as the Web API lists them."""
    return [{"name": n, "users": list(u), "count": len(u)} for n, u in message.reactions.items()]


@dataclass
class Channel:
    """A channel, group DM or DM; `messages` are in order of ts, `members` in order of joining."""

    id: str
    name: str
    kind: ChannelKind
    created: int
    creator: str
    members: dict[str, None] = field(default_factory=dict)
    topic: str = ""
    archived: bool = False
    is_general: bool = False
    messages: dict[str, Message] = field(default_factory=dict)
    ephemerals: dict[str, Message] = field(default_factory=dict)
    last_read: dict[str, str] = field(default_factory=dict)
    pins: list[str] = field(default_factory=list)

    def replies(self, root_ts: str) -> list[Message]:
        """The replies in the thread under `root_ts`, oldest first, the root excluded."""
        return [m for m in self.messages.values() if m.thread_ts == root_ts and m.ts != root_ts]

    def other_than(self, user_id: str) -> str:
        """In a DM: the other person (oneself in one's own)."""
        return next((m for m in self.members if m != user_id), user_id)

    def as_json(self, viewer: str) -> JSON:
        """The conversation object as the viewer's token gets it."""
        common: JSON = {"id": self.id, "created": self.created, "is_archived": self.archived}
        if self.kind == "im":
            return common | {"is_im": True, "user": self.other_than(viewer), "is_user_deleted": False}
        return common | {
            "name": self.name,
            "name_normalized": self.name,
            "creator": self.creator,
            "is_channel": self.kind == "public",
            "is_group": self.kind == "private",
            "is_im": False,
            "is_mpim": self.kind == "mpim",
            "is_private": self.kind != "public",
            "is_general": self.is_general,
            "is_member": viewer in self.members,
            "is_shared": False,
            "is_ext_shared": False,
            "is_org_shared": False,
            "topic": {"value": self.topic, "creator": "", "last_set": 0},
            "purpose": {"value": "", "creator": "", "last_set": 0},
            "num_members": len(self.members),
        }

    def thread_facts(self, message: Message) -> JSON:
        """Counts that history adds to the root of a thread."""
        replies = self.replies(message.ts)
        if not replies:
            return {}
        users = list(dict.fromkeys(r.user for r in replies if r.user))
        return {
            "thread_ts": message.ts,
            "reply_count": len(replies),
            "reply_users": users,
            "reply_users_count": len(users),
            "latest_reply": replies[-1].ts,
        }


@dataclass
class View:
    """A modal or a Home tab: what the app sent plus what the person has filled in."""

    id: str
    data: JSON
    user: str
    hash: str
    values: dict[str, dict[str, JSON]]
    root_id: str
    previous_id: str | None
    team_id: str
    app_id: str
    bot_id: str
    errors: dict[str, str] = field(default_factory=dict)

    @property
    def blocks(self) -> list[JSON]:
        """The blocks with every id filled in."""
        blocks: list[JSON] = self.data["blocks"]
        return blocks

    def as_json(self) -> JSON:
        """The view object of responses and interaction payloads."""
        defaults: JSON = {
            "private_metadata": "",
            "callback_id": "",
            "external_id": "",
            "clear_on_close": False,
            "notify_on_close": False,
            "title": None,
            "submit": None,
            "close": None,
        }
        return (
            defaults
            | self.data
            | {
                "id": self.id,
                "team_id": self.team_id,
                "state": {"values": self.values},
                "hash": self.hash,
                "root_view_id": self.root_id,
                "previous_view_id": self.previous_id,
                "app_id": self.app_id,
                "bot_id": self.bot_id,
                "app_installed_team_id": self.team_id,
            }
        )
