"""`conversations.*` and `users.conversations`."""

from __future__ import annotations

import re

from bot.local import happenings
from bot.local.model import API_CHANNEL_TYPE, Channel, Message
from bot.local.ports import JSON
from bot.local.web_api import ApiError, Call, Served

READ = ("channels:read", "groups:read", "im:read", "mpim:read")
HISTORY = ("channels:history", "groups:history", "im:history", "mpim:history")
WRITE = ("channels:manage", "groups:write", "im:write", "mpim:write")
TIMESTAMP = re.compile(r"\d+(\.\d{1,6})?")


def listed(call: Call, channels: list[Channel]) -> JSON:
    """A page of the channels of the wanted `types`."""
    types = [t for t in call.text("types", "public_channel").replace(" ", "").split(",") if t]
    families = {
        "public_channel": "channels:read",
        "private_channel": "groups:read",
        "im": "im:read",
        "mpim": "mpim:read",
    }
    for kind in types:
        if kind not in families:
            raise ApiError("invalid_types")
        call.needs(families[kind])
    wanted = [
        c
        for c in channels
        if API_CHANNEL_TYPE[c.kind] in types and not (c.archived and call.flag("exclude_archived"))
    ]
    shown, cursor = call.page(wanted)
    bot = call.workspace.bot.id
    return {"channels": [c.as_json(bot) for c in shown], "response_metadata": {"next_cursor": cursor}}


def list_channels(call: Call) -> JSON:
    """conversations.list: public channels, and others the app is in."""
    return listed(call, call.workspace.visible_channels(call.workspace.bot.id))


def list_own(call: Call) -> JSON:
    """users.conversations: where the app (or `user`, as far as the app can see) is a member."""
    member = call.user().id if call.text("user") else call.workspace.bot.id
    visible = call.workspace.visible_channels(call.workspace.bot.id)
    return listed(call, [c for c in visible if member in c.members])


def info(call: Call) -> JSON:
    """conversations.info."""
    channel = call.seen_channel()
    call.needs_for(channel, "read")
    shown = channel.as_json(call.workspace.bot.id)
    if not call.flag("include_num_members"):
        shown.pop("num_members", None)
    if call.flag("include_locale"):
        shown["locale"] = "en-US"
    return {"channel": shown}


def members(call: Call) -> JSON:
    """conversations.members."""
    channel = call.seen_channel()
    call.needs_for(channel, "read")
    shown, cursor = call.page(list(channel.members))
    return {"members": shown, "response_metadata": {"next_cursor": cursor}}


def within(call: Call, messages: list[Message]) -> list[Message]:
    """Messages between `oldest` and `latest` (excluded unless `inclusive`)."""
    oldest, latest = call.text("oldest", "0"), call.text("latest", "9999999999")
    for name, bound in (("oldest", oldest), ("latest", latest)):
        if not TIMESTAMP.fullmatch(bound):
            raise ApiError(f"invalid_ts_{name}")
    inclusive = call.flag("inclusive")
    low, high = _moment(oldest), _moment(latest)
    return [m for m in messages if low < _moment(m.ts) < high or (inclusive and _moment(m.ts) in (low, high))]


def _moment(ts: str) -> tuple[int, int]:
    seconds, _, micro = ts.partition(".")
    return int(seconds), int(micro.ljust(6, "0") or 0)


def shown_messages(call: Call, channel: Channel, messages: list[Message]) -> JSON:
    """A page of messages as history gives them."""
    shown, cursor = call.page(messages, most=1000)
    full = call.flag("include_all_metadata")
    return {
        "messages": [m.as_json(with_metadata=full) | channel.thread_facts(m) for m in shown],
        "has_more": bool(cursor),
        "response_metadata": {"next_cursor": cursor},
    }


def history(call: Call) -> JSON:
    """conversations.history: newest first, without thread replies that were not broadcast."""
    channel = call.member_channel()
    call.needs_for(channel, "history")
    top = [
        m for m in channel.messages.values() if m.thread_ts in (None, m.ts) or m.subtype == "thread_broadcast"
    ]
    return shown_messages(call, channel, within(call, top)[::-1])


def replies(call: Call) -> JSON:
    """conversations.replies: the root, then its replies, oldest first."""
    channel = call.member_channel()
    call.needs_for(channel, "history")
    call.required("ts")
    named = channel.messages.get(call.text("ts"))
    root = channel.messages.get(named.thread_ts or named.ts) if named else None
    if root is None:
        raise ApiError("thread_not_found")
    return shown_messages(call, channel, [root, *within(call, channel.replies(root.ts))])


def open_dm(call: Call) -> JSON:
    """conversations.open: by `users`, or again by `channel`."""
    workspace, bot = call.workspace, call.workspace.bot.id
    if call.text("channel"):
        channel = call.seen_channel()
        call.needs_for(channel, "write")
        return _opened(call, channel, already=True)
    ids = [i.strip() for i in call.text("users").split(",") if i.strip()]
    if not ids:
        raise ApiError("users_list_not_supplied")
    if len(ids) > 8:
        raise ApiError("too_many_users")
    call.needs("im:write" if len(ids) == 1 else "mpim:write")
    for user_id in ids:
        user = workspace.users.get(user_id)
        if user is None:
            raise ApiError("user_not_found")
        if user.deleted:
            raise ApiError("user_disabled")
        if user.bot_id:
            raise ApiError("cannot_dm_bot")
    before = len(workspace.channels)
    channel = workspace.dm(bot, *ids)
    return _opened(call, channel, already=len(workspace.channels) == before)


def _opened(call: Call, channel: Channel, *, already: bool) -> JSON:
    full = call.flag("return_im")
    shown = channel.as_json(call.workspace.bot.id) if full else {"id": channel.id}
    return {"channel": shown} | ({"no_op": True, "already_open": True} if already else {})


def join(call: Call) -> JSON:
    """conversations.join: public channels only."""
    channel = call.seen_channel()
    if channel.kind != "public":
        raise ApiError("method_not_supported_for_channel_type")
    if channel.archived:
        raise ApiError("is_archived")
    if call.workspace.bot.id not in channel.members:
        happenings.join(call.workspace, channel, call.workspace.bot)
    return {"channel": channel.as_json(call.workspace.bot.id)}


def group_channel(call: Call) -> Channel:
    """A channel that has membership and settings, and that the app may manage."""
    channel = call.member_channel()
    if channel.kind in ("im", "mpim"):
        raise ApiError("method_not_supported_for_channel_type")
    call.needs_for(channel, "write")
    return channel


def leave(call: Call) -> JSON:
    """conversations.leave."""
    channel = group_channel(call)
    if channel.is_general:
        raise ApiError("cant_leave_general")
    if len(channel.members) == 1:
        raise ApiError("last_member")
    happenings.leave(call.workspace, channel, call.workspace.bot)
    return {}


def invite(call: Call) -> JSON:
    """conversations.invite."""
    channel = group_channel(call)
    if channel.archived:
        raise ApiError("is_archived")
    call.required("users")
    for user_id in call.text("users").split(","):
        user = call.workspace.users.get(user_id.strip())
        if user is None:
            raise ApiError("user_not_found")
        if user.id == call.workspace.bot.id:
            raise ApiError("cant_invite_self")
        if user.id in channel.members:
            raise ApiError("already_in_channel")
        happenings.join(call.workspace, channel, user, inviter=call.workspace.bot)
    return {"channel": channel.as_json(call.workspace.bot.id)}


def create(call: Call) -> JSON:
    """conversations.create."""
    call.required("name")
    name, private = call.text("name"), call.flag("is_private")
    call.needs("groups:write" if private else "channels:manage")
    if len(name) > 80:
        raise ApiError("invalid_name_maxlength")
    if not re.fullmatch(r"[\w-]+", name) or name != name.lower():
        raise ApiError("invalid_name_specials")
    if call.workspace.channel_named(name):
        raise ApiError("name_taken")
    bot = call.workspace.bot
    channel = call.workspace.add_channel(name, kind="private" if private else "public", members=[bot])
    return {"channel": channel.as_json(bot.id)}


def archive(call: Call) -> JSON:
    """conversations.archive."""
    channel = group_channel(call)
    if channel.is_general:
        raise ApiError("cant_archive_general")
    if channel.archived:
        raise ApiError("already_archived")
    happenings.archive(call.workspace, channel, call.workspace.bot)
    return {}


def set_topic(call: Call) -> JSON:
    """conversations.setTopic."""
    channel = group_channel(call)
    if channel.archived:
        raise ApiError("is_archived")
    topic = call.text("topic")
    if len(topic) > 250:
        raise ApiError("too_long")
    with call.workspace.changing():
        channel.topic = topic
    return {"channel": channel.as_json(call.workspace.bot.id)}


METHODS = {
    "conversations.list": Served(list_channels, READ),
    "users.conversations": Served(list_own, READ),
    "conversations.info": Served(info, READ),
    "conversations.members": Served(members, READ),
    "conversations.history": Served(history, HISTORY),
    "conversations.replies": Served(replies, HISTORY),
    "conversations.open": Served(open_dm, WRITE),
    "conversations.join": Served(join, ("channels:join",)),
    "conversations.leave": Served(leave, WRITE),
    "conversations.invite": Served(invite, WRITE),
    "conversations.create": Served(create, WRITE),
    "conversations.archive": Served(archive, WRITE),
    "conversations.setTopic": Served(set_topic, WRITE),
}
