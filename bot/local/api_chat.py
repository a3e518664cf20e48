"""`chat.*`, `reactions.*` and `pins.*`."""

from __future__ import annotations

from typing import Any

from bot.local import block_kit, happenings
from bot.local.model import Channel, Message, reactions_json
from bot.local.ports import JSON
from bot.local.web_api import ApiError, Call, Served

POST_CHARACTERS = 40_000
UPDATE_CHARACTERS = 4_000
METADATA_CHARACTERS = 16_000
SCHEDULE_SECONDS = 120 * 24 * 3600


def content(call: Call, *, most: int = POST_CHARACTERS) -> JSON:
    """Text, blocks, attachments and metadata of a message, each valid."""
    text, blocks, attachments = call.text("text"), call.blocks(), call.json("attachments")
    if markdown := call.text("markdown_text"):
        if text or blocks:
            raise ApiError("markdown_text_conflict")
        text = markdown
    if not (text or blocks or attachments):
        raise ApiError("no_text")
    if len(text) > most:
        raise ApiError("msg_too_long")
    return {"text": text, "blocks": blocks, "attachments": attachments, "metadata": metadata(call)}


def metadata(call: Call) -> JSON | None:
    """Message metadata: an `event_type` and a flat enough `event_payload`."""
    given: Any = call.json("metadata", error="invalid_metadata_format")
    if given is None:
        return None
    if not isinstance(given, dict) or set(given) - {"event_type", "event_payload", "entities"}:
        raise ApiError("invalid_metadata_format")
    if not isinstance(given.get("event_type"), str) or not isinstance(given.get("event_payload"), dict):
        raise ApiError("invalid_metadata_schema")
    if len(str(given)) > METADATA_CHARACTERS:
        raise ApiError("metadata_too_large")
    return given


def check_size(fields: JSON) -> None:
    """Refuse blocks that are too long in all."""
    if block_kit.characters(fields["blocks"]) > block_kit.MESSAGE_CHARACTERS:
        raise ApiError("msg_blocks_too_long")


def bot_message(call: Call, channel: Channel, fields: JSON) -> Message:
    """A new message by the app, not yet in its channel."""
    workspace = call.workspace
    return Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=workspace.bot.id,
        team=workspace.team_id,
        bot_id=workspace.bot_id,
        app_id=workspace.app_id,
        **fields,
    )


def thread(call: Call, channel: Channel) -> str | None:
    """The root of the wanted thread; None outside threads."""
    thread_ts = call.text("thread_ts")
    if not thread_ts:
        return None
    root = channel.messages.get(thread_ts)
    if root is None:
        raise ApiError("thread_not_found")
    if root.thread_ts not in (None, root.ts):
        raise ApiError("cannot_reply_to_message")
    return thread_ts


def post_message(call: Call) -> JSON:
    """chat.postMessage."""
    channel = call.writable_channel()
    if call.text("username") or call.text("icon_emoji") or call.text("icon_url"):
        call.needs("chat:write.customize")
    fields = content(call)
    check_size(fields)
    fields["thread_ts"] = thread(call, channel)
    if fields["thread_ts"] and call.flag("reply_broadcast"):
        fields["subtype"] = "thread_broadcast"
    message = happenings.put(call.workspace, channel, bot_message(call, channel, fields))
    shown = message.as_json(with_metadata=True)
    return {"channel": channel.id, "ts": message.ts, "message": shown}


def post_ephemeral(call: Call) -> JSON:
    """chat.postEphemeral: only `user` sees it; its ts works nowhere."""
    channel = call.writable_channel()
    user = call.user(error="user_not_in_channel")
    if user.id not in channel.members:
        raise ApiError("user_not_in_channel")
    fields = content(call)
    del fields["metadata"]
    fields["thread_ts"] = thread(call, channel)
    message = bot_message(call, channel, fields | {"ephemeral_to": user.id})
    with call.workspace.changing():
        channel.ephemerals[message.ts] = message
    return {"message_ts": message.ts}


def own_message(call: Call, channel: Channel, refusal: str) -> Message:
    """The app's own message; an ephemeral's ts is unknown here, others' messages are refused."""
    message = call.message(channel)
    if message.bot_id != call.workspace.bot_id:
        raise ApiError(refusal)
    return message


def update(call: Call) -> JSON:
    """chat.update: what is not given stays, except that text alone drops the old blocks."""
    channel = call.member_channel()
    if channel.archived:
        raise ApiError("is_inactive")
    message = own_message(call, channel, "cant_update_message")
    fields = content(call, most=UPDATE_CHARACTERS)
    check_size(fields)
    changes = {k: v for k, v in fields.items() if v is not None and (k != "text" or "text" in call.args)}
    if fields["text"] and fields["blocks"] is None:
        changes["blocks"] = None
    happenings.edit(call.workspace, channel, message, changes, by=call.workspace.bot.id)
    return {"channel": channel.id, "ts": message.ts, "text": message.text, "message": message.as_json()}


def delete(call: Call) -> JSON:
    """chat.delete."""
    channel = call.member_channel()
    message = own_message(call, channel, "cant_delete_message")
    happenings.delete(call.workspace, channel, message)
    return {"channel": channel.id, "ts": message.ts}


def permalink(call: Call) -> JSON:
    """chat.getPermalink."""
    channel = call.seen_channel()
    message = call.message(channel, "message_ts")
    link = f"{call.workspace.base_url}/archives/{channel.id}/p{message.ts.replace('.', '')}"
    if message.thread_ts and message.thread_ts != message.ts:
        link += f"?thread_ts={message.thread_ts}&cid={channel.id}"
    return {"channel": channel.id, "permalink": link}


def schedule(call: Call) -> JSON:
    """chat.scheduleMessage: posts when *now* reaches `post_at`; not at all if it has metadata."""
    channel = call.writable_channel()
    call.required("post_at")
    post_at = call.number("post_at", 0, error="invalid_time")
    now = call.workspace.now_seconds()
    if post_at <= now:
        raise ApiError("time_in_past")
    if post_at > now + SCHEDULE_SECONDS:
        raise ApiError("time_too_far")
    window = [
        s
        for s in call.workspace.scheduled.values()
        if s["channel"] == channel.id and abs(s["post_at"] - post_at) < 300
    ]
    if len(window) >= 30:
        raise ApiError("restricted_too_many")
    fields = content(call)
    fields["thread_ts"] = thread(call, channel)
    scheduled_id = call.workspace.serial("Q")
    with call.workspace.changing():
        call.workspace.scheduled[scheduled_id] = {
            "channel": channel.id,
            "post_at": post_at,
            "date_created": now,
            "fields": fields,
        }
    return {
        "channel": channel.id,
        "scheduled_message_id": scheduled_id,
        "post_at": str(post_at),
        "message": {"text": fields["text"], "type": "delayed_message", "bot_id": call.workspace.bot_id},
    }


def unschedule(call: Call) -> JSON:
    """chat.deleteScheduledMessage."""
    channel = call.seen_channel()
    call.required("scheduled_message_id")
    scheduled_id = call.text("scheduled_message_id")
    entry = call.workspace.scheduled.get(scheduled_id)
    if entry is None or entry["channel"] != channel.id:
        raise ApiError("invalid_scheduled_message_id")
    with call.workspace.changing():
        del call.workspace.scheduled[scheduled_id]
    return {}


def list_scheduled(call: Call) -> JSON:
    """chat.scheduledMessages.list."""
    wanted = call.text("channel")
    if wanted and wanted not in call.workspace.channels:
        raise ApiError("invalid_channel")
    entries = [
        {
            "id": scheduled_id,
            "channel_id": entry["channel"],
            "post_at": entry["post_at"],
            "date_created": entry["date_created"],
            "text": entry["fields"]["text"],
        }
        for scheduled_id, entry in call.workspace.scheduled.items()
        if wanted in ("", entry["channel"])
    ]
    shown, cursor = call.page(entries)
    return {"scheduled_messages": shown, "response_metadata": {"next_cursor": cursor}}


def post_due(call: Call) -> None:
    """Post scheduled messages whose time has come; those with metadata vanish, as in Slack."""
    workspace = call.workspace
    with workspace.lock:
        due = [i for i, s in workspace.scheduled.items() if s["post_at"] <= workspace.now_seconds()]
        for scheduled_id in sorted(due, key=lambda i: workspace.scheduled[i]["post_at"]):
            entry = workspace.scheduled.pop(scheduled_id)
            channel = workspace.channels.get(entry["channel"])
            if channel and not channel.archived and entry["fields"]["metadata"] is None:
                happenings.put(workspace, channel, bot_message(call, channel, entry["fields"]))


def unfurl(call: Call) -> JSON:
    """chat.unfurl: attaches previews to a message with links."""
    unfurls: Any = call.json("unfurls", error="invalid_unfurls_format")
    if not unfurls:
        raise ApiError("missing_unfurls")
    if not isinstance(unfurls, dict):
        raise ApiError("invalid_unfurls_format")
    channel = call.workspace.channels.get(call.text("channel"))
    message = channel.messages.get(call.text("ts")) if channel else None
    if channel is None:
        raise ApiError("cannot_find_channel")
    if message is None:
        raise ApiError("cannot_find_message")
    if any(url not in message.text for url in unfurls):
        raise ApiError("cannot_unfurl_url")
    for entry in unfurls.values():
        if faults := block_kit.check_blocks(entry.get("blocks", []), "message"):
            raise ApiError("invalid_blocks", messages=faults)
    with call.workspace.changing():
        message.attachments = [{"from_url": url} | entry for url, entry in unfurls.items()]
    return {}


def reaction(call: Call, *, added: bool) -> JSON:
    """reactions.add and reactions.remove."""
    channel = call.member_channel()
    call.required("name")
    message, name, bot = call.message(channel, "timestamp"), call.text("name"), call.workspace.bot
    if name != name.strip(":") or not name:
        raise ApiError("invalid_name")
    reacted = bot.id in message.reactions.get(name, [])
    if reacted == added:
        raise ApiError("already_reacted" if added else "no_reaction")
    happenings.react(call.workspace, channel, message, bot, name, added=added)
    return {}


def get_reactions(call: Call) -> JSON:
    """reactions.get."""
    channel = call.member_channel()
    message = call.message(channel, "timestamp")
    shown = message.as_json() | {"reactions": reactions_json(message)}
    return {"type": "message", "channel": channel.id, "message": shown}


def pin(call: Call) -> JSON:
    """pins.add."""
    channel = call.member_channel()
    message = call.message(channel, "timestamp")
    if message.ts in channel.pins:
        raise ApiError("already_pinned")
    with call.workspace.changing():
        channel.pins.append(message.ts)
    return {}


METHODS = {
    "chat.postMessage": Served(post_message, ("chat:write",)),
    "chat.postEphemeral": Served(post_ephemeral, ("chat:write",)),
    "chat.update": Served(update, ("chat:write",)),
    "chat.delete": Served(delete, ("chat:write",)),
    "chat.getPermalink": Served(permalink),
    "chat.scheduleMessage": Served(schedule, ("chat:write",)),
    "chat.deleteScheduledMessage": Served(unschedule, ("chat:write",)),
    "chat.scheduledMessages.list": Served(list_scheduled),
    "chat.unfurl": Served(unfurl, ("links:write",)),
    "reactions.add": Served(lambda call: reaction(call, added=True), ("reactions:write",)),
    "reactions.remove": Served(lambda call: reaction(call, added=False), ("reactions:write",)),
    "reactions.get": Served(get_reactions, ("reactions:read",)),
    "pins.add": Served(pin, ("pins:write",)),
}
