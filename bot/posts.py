"""One call to Slack as the door makes it, and what Slack's answer means."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient

from bot.answers import Answer, Composed
from bot.services import troubles

log = structlog.get_logger("lintas.delivery")

METADATA = "lintas_delivery"
MOST_PAGES = 10  # of two hundred messages each, to look for one that may have been posted

PERMANENT = frozenset(
    {
        *troubles.CHANNEL,
        *troubles.PERSON,
        *troubles.TOKEN,
        "cant_update_message",
        "edit_window_closed",
        "invalid_arguments",
        "invalid_blocks",
        "message_not_found",
        "messages_tab_disabled",
        "metadata_too_large",
        "missing_scope",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "not_enabled",
        "restricted_action_non_threadable_channel",
        "restricted_action_thread_locked",
        "thread_not_found",
        "user_not_in_channel",
        "view_too_large",
    }
)
"""Slack's words that trying again cannot help."""


@dataclass(frozen=True)
class Post:
    """One call to Slack, ready to be made."""

    method: (
        str  # chat.postMessage, chat.postEphemeral, chat.update, views.publish; files, response_url, roster
    )
    arguments: dict[str, Any]
    task_ids: tuple[int, ...] = ()
    answer: Answer | None = None
    follows: bool = False  # the message shows rows and is edited with them
    composed: int = 0  # an id made just before: what has a greater one came later


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


def send_files(client: WebClient, post: Post) -> None:
    """Upload files into a channel or thread, or into a person's direct messages."""
    client.files_upload_v2(
        channel=_conversation(client, post),
        initial_comment=post.arguments["comment"],
        thread_ts=post.arguments.get("thread_ts"),
        file_uploads=[
            {"filename": name, "title": name, "content": content, "alt_txt": alt}
            for name, content, alt in post.arguments["files"]
        ],
    )


def _conversation(client: WebClient, post: Post) -> str:
    """The id of where it goes: of a person, their direct messages."""
    target: str = post.arguments["channel"]
    if target.startswith(("U", "W")):
        opened: str = client.conversations_open(users=target)["channel"]["id"]
        return opened
    return target


def find_posted(client: WebClient, post: Post, key: str, since: datetime) -> tuple[str, str] | None:
    """Channel and ts of the message that carries this key; None where it is not there or cannot be read."""
    try:
        channel = _conversation(client, post)
        for message in _said(client, channel, post.arguments.get("thread_ts"), since):
            metadata = message.get("metadata") or {}
            if metadata.get("event_payload", {}).get("key") == key:
                return channel, message["ts"]
    except SlackApiError as refusal:
        if error_of(refusal) not in PERMANENT:
            raise
    return None


def _said(client: WebClient, channel: str, thread: str | None, since: datetime) -> Iterator[dict[str, Any]]:
    """What was said in the channel, or in its thread, since then."""
    wanted = {"channel": channel, "oldest": str(since.timestamp()), "limit": 200}
    method = "conversations.replies" if thread else "conversations.history"
    cursor = ""
    for _ in range(MOST_PAGES):
        more = {"include_all_metadata": True, "cursor": cursor} | ({"ts": thread} if thread else {})
        found = client.api_call(method, params=wanted | more)
        yield from found["messages"]
        cursor = (found.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return


def error_of(refusal: SlackApiError) -> str:
    """Slack's word for why not."""
    return str(refusal.response.get("error") or "unknown_error")


def trouble_of(problem: Exception) -> str:
    """Slack's word for why not, else the kind of failure: for a line of the log."""
    return error_of(problem) if isinstance(problem, SlackApiError) else type(problem).__name__


def status_of(refusal: SlackApiError) -> tuple[int, dict[str, Any]]:
    """Status and headers of a refusal; what was no JSON the SDK hands over as a plain dictionary."""
    response = refusal.response
    if isinstance(response, dict):
        return int(response.get("status", 0)), response.get("headers") or {}
    return response.status_code, response.headers


def pause_asked(headers: dict[str, Any]) -> float:
    """How many seconds Slack asks to wait."""
    return float(next((value for name, value in headers.items() if name.lower() == "retry-after"), 1))
