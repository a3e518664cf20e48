"""One call to Slack as the door makes it, and what Slack's answer means."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.answers import Answer, Composed

log = structlog.get_logger("lintas.delivery")

METADATA = "lintas_delivery"

# Slack's word that trying again cannot help
PERMANENT = frozenset(
    {
        "channel_not_found",
        "not_in_channel",
        "is_archived",
        "is_inactive",
        "restricted_action",
        "messages_tab_disabled",
        "user_not_found",
        "user_disabled",
        "user_not_in_channel",
        "cannot_dm_bot",
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
        "account_inactive",
        "invalid_auth",
        "not_authed",
        "token_revoked",
        "token_expired",
        "missing_scope",
        "invalid_blocks",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "invalid_arguments",
    }
)


@dataclass(frozen=True)
class Post:
    """One call to Slack, ready to be made."""

    method: str  # chat.postMessage, chat.postEphemeral, chat.update, views.publish or response_url
    arguments: dict[str, Any]
    task_ids: tuple[int, ...] = ()
    answer: Answer | None = None
    follows: bool = False  # the message shows rows and is edited with them


class SlowDownError(Exception):
    """Slack asks for a pause of so many seconds."""

    def __init__(self, seconds: float):
        super().__init__()
        self.seconds = seconds


def post_of(
    method: str, target: dict[str, Any], made: Composed | None, answer: Answer, *, follows: bool = False
) -> Post | None:
    """What was composed, said there; None where nothing was."""
    if made is None:
        return None
    return Post(method, target | made.message.to_dict(), made.task_ids, answer, follows)


def new_message(channel: str, key: str, thread: str | None) -> dict[str, Any]:
    """Where and how a new message is posted: in its thread, marked with its key, without previews."""
    marked = {"metadata": {"event_type": METADATA, "event_payload": {"key": key}}}
    return {"channel": channel, "unfurl_links": False, "unfurl_media": False} | marked | in_thread(thread)


def in_thread(thread: str | None) -> dict[str, Any]:
    """The argument that puts a message into a thread."""
    return {"thread_ts": thread} if thread else {}


def directly(user: str, post: Post) -> Post:
    """The same in a direct message: where a click cannot be answered in its place any more."""
    said = {name: value for name, value in post.arguments.items() if name in ("text", "blocks")}
    return Post("chat.postMessage", said | {"channel": user}, post.task_ids, post.answer)


def use_response_url(post: Post) -> bool:
    """Answer a click in its place; False where Slack does not take that any more."""
    url = post.arguments["url"]
    body = {name: value for name, value in post.arguments.items() if name != "url"}
    client = WebhookClient(url, timeout=10, retry_handlers=[])
    response = client.send_dict({"response_type": "ephemeral", **body})
    if response.status_code == 429:
        raise SlowDownError(pause_asked(response.headers))
    if response.status_code >= 500:
        raise ConnectionError(f"response_url answered {response.status_code}")
    if response.status_code >= 400:
        log.warning("response_url_refused", status=response.status_code)
    return response.status_code < 400


def find_posted(client: WebClient, post: Post, key: str, since: datetime) -> tuple[str, str] | None:
    """Channel and ts of the message that carries this key; None where it is not there or cannot be read."""
    try:
        channel, messages = _recent(client, post.arguments, since)
    except SlackApiError as refusal:
        if error_of(refusal) in PERMANENT:
            return None
        raise
    for message in messages:
        metadata = message.get("metadata") or {}
        if metadata.get("event_payload", {}).get("key") == key:
            return channel, message["ts"]
    return None


def _recent(client: WebClient, post: dict[str, Any], since: datetime) -> tuple[str, list[dict[str, Any]]]:
    """Where the post would be, and what was said there lately."""
    channel = post["channel"]
    if channel.startswith(("U", "W")):
        channel = client.conversations_open(users=channel)["channel"]["id"]
    if post.get("thread_ts"):
        found = client.conversations_replies(
            channel=channel, ts=post["thread_ts"], include_all_metadata=True, limit=100
        )
    else:
        found = client.conversations_history(
            channel=channel, oldest=str(since.timestamp()), include_all_metadata=True, limit=100
        )
    return channel, found["messages"]


def error_of(refusal: SlackApiError) -> str:
    """Slack's word for why not."""
    return str(refusal.response.get("error") or "unknown_error")


def status_of(refusal: SlackApiError) -> tuple[int, dict[str, Any]]:
    """Status and headers of a refusal; what was no JSON the SDK hands over as a plain dictionary."""
    response = refusal.response
    if isinstance(response, dict):
        return int(response.get("status", 0)), response.get("headers") or {}
    return response.status_code, response.headers


def pause_asked(headers: dict[str, Any]) -> float:
    """How many seconds Slack asks to wait."""
    return float(next((value for name, value in headers.items() if name.lower() == "retry-after"), 1))
