"""Messages an app sends outside the Web API: acknowledgements of commands and posts to a `response_url`."""

from __future__ import annotations

from typing import Any

from bot.local import block_kit, happenings
from bot.local.model import Channel, Message
from bot.local.passes import PassRefusedError, ResponsePass
from bot.local.ports import JSON
from bot.local.workspace import SLACKBOT, Workspace


class ResponseRefusedError(Exception):
    """A response Slack would not show: its word, and the faults found."""

    def __init__(self, error: str, messages: list[str] | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages or []


def show_ack(workspace: Workspace, user: str, channel: Channel, body: JSON) -> None:
    """Show what the app answered to a slash command; nothing for an empty answer."""
    if body.get("text") or body.get("blocks"):
        new_message(workspace, user, channel, body, None)


def use_response_url(workspace: Workspace, secret: str, body: Any) -> None:
    """Do what was posted to a response URL; raises `ResponseRefusedError`."""
    try:
        given = workspace.passes.use_response(secret)
    except PassRefusedError as refused:
        raise ResponseRefusedError(refused.error) from None
    if not isinstance(body, dict):
        raise ResponseRefusedError("invalid_payload")
    channel = workspace.channels.get(given.channel)
    if channel is None:
        raise ResponseRefusedError("channel_not_found")
    if channel.archived:
        raise ResponseRefusedError("is_archived")
    original = _original(channel, given)
    if body.get("delete_original"):
        if original is not None:
            _delete(workspace, channel, original)
    elif body.get("replace_original") and original is not None:
        _replace(workspace, channel, original, body)
    else:
        new_message(workspace, given.user, channel, body, body.get("thread_ts") or given.thread_ts)


def _original(channel: Channel, given: ResponsePass) -> Message | None:
    ts = given.message_ts or ""
    return channel.ephemerals.get(ts) or channel.messages.get(ts)


def _delete(workspace: Workspace, channel: Channel, original: Message) -> None:
    if original.ephemeral_to is None:
        happenings.delete(workspace, channel, original)
    else:
        with workspace.changing():
            del channel.ephemerals[original.ts]


def _replace(workspace: Workspace, channel: Channel, original: Message, body: JSON) -> None:
    fields = checked(workspace, body)
    if original.ephemeral_to is None:
        happenings.edit(workspace, channel, original, fields, by=workspace.bot.id)
        return
    with workspace.changing():
        original.text, original.blocks = fields["text"], fields["blocks"]


def checked(workspace: Workspace, body: JSON) -> JSON:
    """Text and valid blocks of a response."""
    text, blocks = body.get("text") or "", body.get("blocks")
    if not text and not blocks:
        raise ResponseRefusedError("no_text")
    if blocks is not None:
        if faults := block_kit.check_blocks(blocks, "message"):
            raise ResponseRefusedError("invalid_blocks", faults)
        blocks = block_kit.with_ids(blocks, lambda: workspace.serial("b"))
    return {"text": text, "blocks": blocks}


def new_message(workspace: Workspace, user: str, channel: Channel, body: JSON, thread_ts: str | None) -> None:
    """An ephemeral for `user`, or with `response_type: in_channel` a message for everyone."""
    fields = checked(workspace, body)
    public = body.get("response_type") == "in_channel"
    message = Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=workspace.bot.id,
        team=workspace.team_id,
        bot_id=workspace.bot_id,
        app_id=workspace.app_id,
        thread_ts=thread_ts,
        ephemeral_to=None if public else user,
        **fields,
    )
    if public:
        happenings.put(workspace, channel, message)
        return
    with workspace.changing():
        channel.ephemerals[message.ts] = message


def slackbot_says(workspace: Workspace, user: str, channel: Channel, text: str) -> None:
    """What Slack itself tells one person, as when a command fails."""
    message = Message(
        ts=workspace.next_ts(),
        channel=channel.id,
        user=SLACKBOT,
        text=text,
        team=workspace.team_id,
        ephemeral_to=user,
    )
    with workspace.changing():
        channel.ephemerals[message.ts] = message
