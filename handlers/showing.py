"""Where an answer goes: into the acknowledgement, into a thread, or in the place of what was clicked."""

from __future__ import annotations

import json
from typing import Any

from bot.answers import Answer
from bot.errors import N_
from handlers.turn import Turn
from storage.cards import cards_at, still_follows

_GONE = Answer(
    "error",
    {"sentence": N_("This is not there any more, or you may not see it."), "facts": {}, "ways": []},
)


def show(turn: Turn, answer: Answer, *, beside: bool = False) -> dict[str, Any] | None:
    """Bring the answer where it belongs; what it returns stands in the acknowledgement.

    `beside`: it stands beside another to the same, and takes the place of nothing.
    """
    composed = turn.compose(answer)
    if composed is None:
        answer, composed = _GONE, turn.compose(_GONE)
        assert composed is not None
    turn.remember(answer)
    match turn.call.entrance:
        case "command":
            return {"response_type": "ephemeral", **composed.message.to_dict()}
        case "message":
            _reply(turn, answer)
        case "action":
            _after_click(turn, answer)
        case "reaction":
            _after_tick(turn, answer)
        case "view":
            _after_form(turn, answer, beside)
        case "shortcut" if turn.call.response_url:
            _respond(turn, answer, turn.call.response_url, replace=False)
        case _:
            _to_member(turn, answer)
    return None


def _reply(turn: Turn, answer: Answer) -> None:
    """Under the mention, where everyone there may read all of it; else to its author alone."""
    call, channel = turn.call, turn.channel
    turn.write()
    channel = channel or turn.channel
    assert call.channel is not None
    assert channel is not None
    if call.channel_kind == "im":
        body = {"answer": _as_card(answer).to_json(), "member": turn.member.id, "thread": call.thread}
        turn.say("answer", call.channel, _cause(turn, answer), body)
        return
    thread = call.thread or call.ts
    if answer.name != "error" and turn.compose(answer) == turn.compose_for_room(answer):
        card = _as_card(answer).to_json()
        body = {"answer": card, "member": turn.member.id, "room": channel.id, "thread": thread}
        turn.say("answer", call.channel, _cause(turn, answer), body)
    else:
        _whisper(turn, answer, call.channel, thread)


def _after_click(turn: Turn, answer: Answer) -> None:
    """In the place of an ephemeral that was clicked; a card follows its row by itself; else a whisper."""
    call = turn.call
    if call.ephemeral and call.response_url:
        _respond(turn, answer, call.response_url, replace=True)
    elif call.channel and call.ts and _is_card(turn, answer):
        return
    elif call.response_url:
        _respond(turn, answer, call.response_url, replace=answer.name == "undone")
    else:
        _to_member(turn, answer)


def _after_tick(turn: Turn, answer: Answer) -> None:
    """The card shows it; in a channel whoever set the tick is told too, with Undo, and nobody else."""
    assert turn.call.channel is not None
    if not turn.call.channel.startswith("D"):
        _whisper(turn, answer, turn.call.channel, turn.call.thread)
    elif answer.name == "error":
        _to_member(turn, answer)


def _is_card(turn: Turn, answer: Answer) -> bool:
    """Whether the clicked message shows the very task that changed, and so will be edited."""
    assert turn.call.channel is not None
    assert turn.call.ts is not None
    if answer.task_id is None or answer.name in ("task_card", "already_done"):
        return False
    cards = cards_at(turn.session, turn.workspace.id, turn.call.channel, turn.call.ts)
    follows = (card for card in cards if still_follows(card, turn.t.today))
    return any(card.task_id == answer.task_id for card in follows)


def _after_form(turn: Turn, answer: Answer, beside: bool) -> None:
    """Where the form was opened from: in the thread of a message, where everyone there may read it.

    A form of Home or a global shortcut answers in a direct message.
    """
    origin = json.loads(turn.call.metadata or "{}")
    here, thread = turn.channel, origin.get("thread")
    if thread and here is not None and here.app_in and turn.compose_for_room(answer) is not None:
        card = _as_card(answer).to_json()
        body = {"answer": card, "member": turn.member.id, "room": here.id, "thread": thread}
        turn.say("answer", here.slack_id, _cause(turn, answer), body)
    elif origin.get("url"):
        _respond(turn, answer, origin["url"], replace=bool(origin.get("replace")) and not beside)
    elif origin.get("channel"):
        _whisper(turn, answer, origin["channel"], origin.get("thread"))
    else:
        _to_member(turn, answer)


def _respond(turn: Turn, answer: Answer, url: str, *, replace: bool) -> None:
    body = {"answer": answer.to_json(), "member": turn.member.id, "response_url": url, "replace": replace}
    turn.say("replace", turn.call.user, _cause(turn, answer), body)


def _whisper(turn: Turn, answer: Answer, channel: str, thread: str | None) -> None:
    body = {"answer": answer.to_json(), "member": turn.member.id, "user": turn.call.user, "thread": thread}
    turn.say("whisper", channel, _cause(turn, answer), body)


def _to_member(turn: Turn, answer: Answer) -> None:
    body = {"answer": _as_card(answer).to_json(), "member": turn.member.id}
    turn.say("answer", turn.call.user, _cause(turn, answer), body)


def _cause(turn: Turn, answer: Answer) -> str:
    """One posting for each thing answered: a message may have asked for several."""
    return f"{turn.call.key}:{answer.task_id}" if answer.task_id else turn.call.key


def _as_card(answer: Answer) -> Answer:
    """The echo of a new task, in a real message, has the card's buttons too."""
    if answer.name != "task_created":
        return answer
    return Answer(answer.name, answer.facts | {"card": True}, answer.task_id)
