"""Buttons: each does what its label says, on the row as it is now."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.commands import parse_command
from bot.parsing.intents import CreateTask, When
from bot.services import members as member_rules
from bot.services import partners as partner_rules
from bot.services import programs as program_rules
from bot.services import tasks as rules
from bot.views.ids import Action, routed
from handlers.home import choose_tab
from handlers.intents import perform
from handlers.partners import split
from handlers.programs import link, share_timeline, timeline
from handlers.replies import OpenForm, Quiet, Reply, task_changed
from handlers.settings import undo_batch
from handlers.turn import Turn
from storage.tasks import task_row_by_id


def action(turn: Turn) -> Reply:
    """Do what the button says; one that no version knows any more gets a kind answer."""
    do = _ACTIONS.get(routed(turn.call.action))
    if do is None:
        return Answer("stale_button")
    try:
        return do(turn)
    except (ValueError, KeyError):
        return Answer("stale_button")


def _done(turn: Turn) -> Reply:
    written = turn.act(rules.complete_task, int(turn.call.value), turn.actor, by_id=True)
    return task_changed(written, "completed")


def _reopen(turn: Turn) -> Reply:
    return task_changed(turn.act(rules.reopen_task, int(turn.call.value), turn.actor, by_id=True), "reopened")


def _decline(turn: Turn) -> Reply:
    written = turn.act(rules.decline_task, int(turn.call.value), turn.actor)
    if task_row_by_id(turn.session, turn.viewer, written.id) is None:
        return Quiet()  # given back, a private task is out of sight; the message clicked says so
    return task_changed(written, "declined")


def _other_date(turn: Turn) -> Reply:
    """“I meant 27 Nov”: the reading that the convention did not choose."""
    task_id, _, day = turn.call.value.partition(":")
    due = When(date.fromisoformat(day))
    written = turn.act(rules.reschedule_task, int(task_id), due, None, turn.actor, by_id=True)
    return task_changed(written, "rescheduled")


def _retry(turn: Turn) -> Reply:
    """Run a command line as if it had been typed; “Add another” stores the same words again."""
    name, _, text = turn.call.value.partition(" ")
    intent = parse_command(name, text, turn.reading)
    if isinstance(intent, CreateTask):
        intent = replace(intent, again=True)
    turn.call = replace(turn.call, command=name, text=text)
    return perform(turn, intent)


def _share(turn: Turn) -> Reply:
    """Post the card in the channel, where everyone there may see it."""
    answer = Answer("task_card", {"task": int(turn.call.value)}, int(turn.call.value))
    channel = turn.channel
    if channel is None or turn.compose(answer) is None:
        raise UserError(N_("This can be shared only in a channel that Lintas is in."))
    if channel.kind != "im" and turn.compose_for_room(answer) is None:
        raise UserError(N_("Not everyone in this channel may see this task, so it is not shared here."))
    room = channel.id if channel.kind != "im" else None
    body = {"answer": answer.to_json(), "member": turn.member.id, "room": room}
    turn.say("card", channel.slack_id, turn.call.key, body)
    return Quiet()


def _morning_off(turn: Turn) -> Reply:
    written = turn.act(member_rules.set_morning, False, None, turn.actor)
    return Answer("setting_changed", {"kind": "morning", "batch": written.batch})


def _card(name: str) -> Callable[[Turn], Reply]:
    def show(turn: Turn) -> Reply:
        row_id = int(turn.call.value)
        return _shown(turn, Answer(f"{name}_card", {name: row_id}, row_id if name == "task" else None))

    return show


def _settle(turn: Turn) -> Reply:
    written = turn.act(program_rules.settle_update, int(turn.call.value), turn.actor)
    return Answer(
        "update_settled", {"update": written.id, "batch": None if written.repeated else written.batch}
    )


def _look(name: str) -> Callable[[Turn], Reply]:
    return lambda turn: Answer(f"program_{name}", {"program": int(turn.call.value)})


def _link(turn: Turn) -> Reply:
    turn.write()
    return link(turn, int(turn.call.value))


def _partner(name: str, **facts: str) -> Callable[[Turn], Reply]:
    def show(turn: Turn) -> Reply:
        kind, row_id = split(turn.call.value)
        return _shown(turn, Answer(f"partner_{name}", {"kind": kind, "partner": row_id, **facts}))

    return show


def _merge(turn: Turn) -> Reply:
    kept, _, gone = turn.call.value.partition(">")
    keep, drop = (split(value) for value in (kept, gone))
    written = turn.act(partner_rules.merge_partners, keep, drop, turn.actor)
    return Answer("partners_merged", {"kind": keep[0], "partner": keep[1], "batch": written.batch})


def _kept(turn: Turn) -> Reply:
    written = turn.act(partner_rules.keep_promise, int(turn.call.value), turn.actor)
    batch = None if written.repeated else written.batch
    return Answer("promise_kept", {"interaction": written.id, "batch": batch})


def _shown(turn: Turn, card: Answer) -> Reply:
    """The card; over Home, where a message would be out of sight."""
    in_home = (turn.call.body.get("view") or {}).get("type") == "home"
    return OpenForm("details", {"card": card.to_json()}) if in_home else card


def _form(name: str, fact: str | None = None) -> Callable[[Turn], Reply]:
    def show(turn: Turn) -> Reply:
        return OpenForm(name, {fact: int(turn.call.value)} if fact else {})

    return show


def _log(turn: Turn) -> Reply:
    return OpenForm("log_contact", {"partner": turn.call.value})


def _edit_partner(turn: Turn) -> Reply:
    return OpenForm("edit_partner", {"partner": turn.call.value})


def _digest_settings(turn: Turn) -> Reply:
    turn.write()
    if turn.channel is None:
        raise UserError(N_("A digest belongs to a channel: send this in the channel that is to have it."))
    return OpenForm("digest_settings", {"row": turn.channel.id})


_ACTIONS: dict[str, Callable[[Turn], Reply]] = {
    Action.UNDO: lambda turn: undo_batch(turn, int(turn.call.value)),
    Action.RETRY: _retry,
    Action.TASK_DONE: _done,
    Action.TASK_REOPEN: _reopen,
    Action.TASK_DECLINE: _decline,
    Action.OTHER_DATE: _other_date,
    Action.TASK_SHARE: _share,
    Action.TASK_OPEN: _card("task"),
    Action.TASK_RESCHEDULE: _form("reschedule", "task"),
    Action.TASK_ASSIGN: _form("assign", "task"),
    Action.TASK_SNOOZE: _form("snooze", "task"),
    Action.TASK_EDIT: _form("edit_task", "task"),
    Action.TASK_NEW: _form("new_task"),
    Action.PROGRAM_OPEN: _card("program"),
    Action.PROGRAM_EDIT: _form("edit_program", "program"),
    Action.PROGRAM_NEW: _form("new_program"),
    Action.PROGRAM_READY: _look("ready"),
    Action.PROGRAM_TIMELINE: lambda turn: timeline(turn, int(turn.call.value)),
    Action.TIMELINE_SHARE: lambda turn: share_timeline(turn, int(turn.call.value)),
    Action.PROGRAM_LINK: _link,
    Action.PROGRAM_TASK: _form("new_task", "program"),
    Action.UPDATE_NEW: _form("update", "program"),
    Action.UPDATE_SETTLE: _settle,
    Action.PARTNER_OPEN: _partner("card"),
    Action.PARTNER_OWES: _partner("owes"),
    Action.PARTNER_DRAFT: _partner("draft", draft="letter"),
    Action.PARTNER_EDIT: _edit_partner,
    Action.PARTNER_NEW: _form("new_partner"),
    Action.LOG_CONTACT: _log,
    Action.PARTNER_MERGE: _merge,
    Action.PROMISE_KEPT: _kept,
    Action.MORNING_OFF: _morning_off,
    Action.DIGEST_SETTINGS: _digest_settings,
    Action.SETTINGS: _form("settings"),
    Action.HOME_TAB: choose_tab,
    Action.HELP: lambda _: Answer("help_message"),
}
