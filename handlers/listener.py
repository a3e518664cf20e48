"""One exchange, from Slack's call to the acknowledgement: the only place that catches, the only commit.

Claim the request → find workspace and member → run → compose → write what else must be said → commit →
acknowledge. Nothing after the commit may raise; no call to Slack comes before the acknowledgement.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable
from contextlib import suppress
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from slack_bolt import BoltResponse
from sqlalchemy.exc import OperationalError, SQLAlchemyError

from bot.answers import Answer
from bot.errors import N_, UserError, Way
from bot.i18n import Translator
from bot.metrics import EXCHANGES, FAILURES
from bot.services.members import language_of
from bot.views.help import something_wrong
from bot.views.kit import Modal
from handlers.calls import Call
from handlers.forms import form
from handlers.opening import open_view
from handlers.replies import Answers, FormErrors, OpenForm, Quiet, Reply, ShowHome
from handlers.resolving import command_line
from handlers.showing import show
from handlers.turn import Parts, RepeatedError, Turn
from storage.deliveries import has_said
from storage.workspaces import member_by_slack, workspace_by_team

log = structlog.get_logger("lintas.exchange")

Handler = Callable[[Turn], Reply]
_BUSY = N_(
    "Lintas cannot write to its database just now, so nothing was stored. Please send this again in a minute."
)


def exchange(parts: Parts, call: Call, handle: Handler) -> BoltResponse:
    """Let the handler answer the call; whatever happens, whoever called gets a clear answer."""
    try:
        with EXCHANGES.labels(call.entrance).time():
            body, modal, said = _run(parts, call, handle)
    except Exception as problem:
        FAILURES.labels(call.entrance).inc()
        return _failed(parts, call, problem)
    if said:
        parts.door.wake()
    if modal is not None:
        open_view(parts, call, modal)
    return BoltResponse(status=200, body=json.dumps(body) if body else "", headers=_JSON if body else {})


def _run(parts: Parts, call: Call, handle: Handler) -> tuple[dict[str, Any] | None, Modal | None, bool]:
    with Turn(parts, call) as turn:
        try:
            reply = handle(turn)
            modal = _form(turn, reply) if isinstance(reply, OpenForm) else None
        except UserError as refusal:
            turn.take_back()
            reply, modal = _refused(turn, refusal), None
        except RepeatedError as repeated:
            return _again(turn, repeated.answer), None, False
        try:
            body = _answered(turn, reply)
            turn.refresh_home()
            return body, modal, has_said(turn.session)
        except RepeatedError as repeated:
            return _again(turn, repeated.answer), None, False


def _form(turn: Turn, wanted: OpenForm) -> Modal:
    """The form; a message cannot open one, so a button does."""
    if turn.call.trigger is None:
        raise UserError(
            N_("This is done in a form. Press the button to open it."),
            ways=(Way(N_("Open the form"), command_line(turn)),),
        )
    return form(turn, wanted)


def _answered(turn: Turn, reply: Reply) -> dict[str, Any] | None:
    """What stands in the acknowledgement; the rest is left to the door."""
    match reply:
        case FormErrors(errors):
            return {"response_action": "errors", "errors": errors}
        case Quiet() | OpenForm():
            return None
        case ShowHome():
            turn.say("home", turn.call.user, turn.call.key, {"member": turn.member.id})
            return None
        case Answers(answers):
            for n, answer in enumerate(answers):
                show(turn, answer, beside=n > 0)
            return None
        case Answer():
            return show(turn, reply)


def _refused(turn: Turn, refusal: UserError) -> Reply:
    """An error as its reader gets it: beside a field of the form, or as an answer with ways out."""
    if turn.call.entrance == "view":
        fields = [block["block_id"] for block in turn.call.body["view"]["blocks"] if block["type"] == "input"]
        if fields:
            at = str(refusal.field if refusal.field in fields else fields[0])
            return FormErrors({at: turn.t(refusal.sentence, **refusal.facts)})
    shown = turn.t.shown(refusal.facts)
    facts = {name: fact if isinstance(fact, int) else str(fact) for name, fact in shown.items()}
    ways = [[way.label, way.command] for way in refusal.ways if len(way.command) <= 2000]
    return Answer("error", {"sentence": refusal.sentence, "facts": facts, "ways": ways})


def _again(turn: Turn, answer: Answer | None) -> dict[str, Any] | None:
    """The answer to a repeat: the same as before, read from the rows as they are."""
    if answer is None or turn.call.entrance != "command":
        return None
    composed = turn.compose(answer)
    return {"response_type": "ephemeral", **composed.message.to_dict()} if composed else None


def _failed(parts: Parts, call: Call, problem: Exception) -> BoltResponse:
    """A failure of ours: an event is left to Slack to repeat; anything else is told, with a reference."""
    reference = secrets.token_hex(2)
    log.error("exchange_failed", reference=reference, entrance=call.entrance, exc_info=problem)
    if call.entrance in ("message", "reaction", "event", "home"):
        return BoltResponse(status=500, body="")
    t = _translator(parts, call)
    busy = isinstance(problem, OperationalError)
    text = t(_BUSY) if busy else something_wrong(reference, t).text
    if call.entrance == "view":
        return _view_failed(call, text)
    if call.entrance == "command":
        return BoltResponse(
            status=200, body=json.dumps({"response_type": "ephemeral", "text": text}), headers=_JSON
        )
    if call.response_url:
        open_view(parts, call, text)
    return BoltResponse(status=200, body="")


def _translator(parts: Parts, call: Call) -> Translator:
    """The reader's language as far as it can still be read."""
    lang = parts.lang
    with suppress(SQLAlchemyError), parts.database.reading() as session:
        workspace = workspace_by_team(session, call.team)
        member = member_by_slack(session, workspace.id, call.user) if workspace else None
        lang = language_of(session, member) if member else lang
    return Translator(lang, ZoneInfo(parts.zone), parts.clock.now())


def _view_failed(call: Call, text: str) -> BoltResponse:
    fields = [block["block_id"] for block in call.body["view"]["blocks"] if block["type"] == "input"]
    body: dict[str, Any] = {"response_action": "errors", "errors": {fields[0]: text}} if fields else {}
    return BoltResponse(status=200, body=json.dumps(body) if body else "", headers=_JSON if body else {})


_JSON: dict[str, Any] = {"content-type": ["application/json"]}
