"""What is bound to a trigger and cannot wait in a queue: opening a form, saying that it failed."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

import structlog
from slack_sdk.errors import SlackApiError, SlackClientError
from slack_sdk.webhook import WebhookClient

from bot.answers import Answer, compose
from bot.errors import N_
from bot.saying import reader_for
from bot.tokens import NoTokenError
from bot.views.kit import Modal
from handlers.calls import Call
from handlers.turn import Parts
from storage.workspaces import member_by_slack, workspace_by_team

log = structlog.get_logger("lintas.opening")
_pool = ThreadPoolExecutor(4, thread_name_prefix="opening")

_FAILED = Answer(
    "error",
    {
        "sentence": N_(
            "Slack could not open the form in time. Please press the button or send the command again."
        ),
        "facts": {},
        "ways": [],
    },
)


def open_view(parts: Parts, call: Call, shown: Modal | str) -> None:
    """After the acknowledgement: open the form (the trigger lives three seconds), or say this text."""
    parts.door.pending(_pool.submit(_open, parts, call, shown))


def _open(parts: Parts, call: Call, shown: Modal | str) -> None:
    if isinstance(shown, str):
        _say(call, {"text": shown})
        return
    with parts.database.reading() as session:
        workspace = workspace_by_team(session, call.team)
        assert workspace is not None
        workspace_id = workspace.id
    try:
        client = parts.tokens.client(workspace_id)
        method = "views_push" if _within_form(call) else "views_open"
        getattr(client, method)(trigger_id=call.trigger, view=shown.to_dict())
    except (SlackClientError, NoTokenError, OSError) as problem:
        if isinstance(problem, SlackApiError) and problem.response.get("error") == "exchanged_trigger_id":
            return  # Slack repeated the request: the form is open already
        log.warning("form_not_opened", problem=type(problem).__name__, callback=shown.callback_id)
        with parts.database.reading() as session:
            member = member_by_slack(session, workspace_id, call.user)
            reader = reader_for(session, parts.clock, member.id if member else None, None)
            composed = compose(reader, _FAILED) if reader else None
        if composed is not None:
            _say(call, composed.message.to_dict())


def _within_form(call: Call) -> bool:
    return (call.body.get("view") or {}).get("type") == "modal"


def _say(call: Call, message: dict[str, object]) -> None:
    if not call.response_url:
        return
    try:
        body = {"response_type": "ephemeral", "replace_original": False, **message}
        WebhookClient(call.response_url, timeout=5, retry_handlers=[]).send_dict(body)
    except OSError as problem:
        log.warning("response_url_silent", problem=type(problem).__name__)
