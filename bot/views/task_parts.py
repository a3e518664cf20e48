"""What messages about a task are put together from: what was done with it, how it stands, its buttons."""

from __future__ import annotations

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import Block, Markup, button, escape, md
from bot.views.words import name_of
from storage.seen import SeenTask

CHANGED = {
    "completed": N_("✅ *{task}* is done."),
    "reopened": N_("*{task}* is open again: {details}"),
    "cancelled": N_("*{task}* is cancelled. It leaves every list and stays in the history."),
    "deleted": N_("*{task}* is deleted."),
    "rescheduled": N_("*{task}* is now due {due}."),
    "undated": N_("*{task}* has no deadline any more."),
    "assigned": N_("*{task}* is now with {owners}."),
    "unassigned": N_("*{task}* has no owner any more."),
    "declined": N_("You gave back *{task}*."),
    "snoozed": N_("Reminder for *{task}* set for {until}; the deadline stays {due}."),
    "snoozed_beyond": N_(
        "Reminder for *{task}* set for {until}, after its deadline; the deadline stays {due}."
    ),
    "snoozed_undated": N_("Reminder for *{task}* set for {until}."),
    "waiting": N_("*{task}* waits for {whom}; the deadline stays {due}."),
    "waiting_undated": N_("*{task}* waits for {whom}."),
    "came_in": N_("*{task}* waits for nobody any more."),
    "edited": N_("*{task}* now reads: {details}"),
}


def changed_form(task: SeenTask, verb: str, t: Translator) -> str:
    """The key in CHANGED of the sentence that fits: a task without a deadline has one of its own."""
    if verb == "rescheduled" and task.due is None:
        return "undated"
    if verb == "assigned" and not task.owners:
        return "unassigned"
    if verb == "snoozed" and task.due is None:
        return "snoozed_undated"
    if verb == "snoozed" and _woken_late(task, t):
        return "snoozed_beyond"
    if verb == "waiting" and task.waiting_for is None:
        return "came_in"
    if verb == "waiting" and task.due is None:
        return "waiting_undated"
    return verb


def _woken_late(task: SeenTask, t: Translator) -> bool:
    """Whether its reminder comes only after its deadline."""
    if task.due is None or task.snoozed_until is None:
        return False
    if task.due.at is not None:
        return task.snoozed_until > task.due.at
    return task.snoozed_until.astimezone(t.tz).date() > task.due.day


def is_snoozed(task: SeenTask, t: Translator) -> bool:
    """Whether its reminder is put off and still to come."""
    return task.status == "open" and task.snoozed_until is not None and task.snoozed_until > t.now


def put_off(task: SeenTask, t: Translator) -> Markup:
    """“Reminder for #142 … set for Wed 25 Nov, 09:00; the deadline stays Fri 27 Nov.”"""
    return md(
        t,
        CHANGED[changed_form(task, "snoozed", t)],
        task=name_of(task, t),
        due=t.due(task.due) if task.due else "",
        until=t.moment(task.snoozed_until) if task.snoozed_until else "",
    )


def closed_line(task: SeenTask, t: Translator, *, already: bool = False) -> Markup:
    """A closed task in one calm line: by whom and when; `already`: somebody tried it once more."""
    name = name_of(task, t)
    if task.status == "cancelled":
        return md(t, "*{task}* was cancelled.", task=name)
    if task.done_by is None or task.done_at is None:
        return md(t, "✅ *{task}* is done.", task=name)
    facts = {"task": name, "who": escape(task.done_by, 80), "when": t.moment(task.done_at)}
    if already:
        return md(t, "*{task}* is done already, by {who}, {when}.", **facts)
    return md(t, "✅ Done by {who}, {when}: *{task}*", **facts)


def asked_by(task: SeenTask, t: Translator) -> Markup:
    """“requested by Maya”."""
    return md(t, "requested by {who}", who=escape(task.requester.name, 80))


def card_buttons(task: SeenTask, t: Translator) -> tuple[Block, ...]:
    """What can be done with an open task."""
    return (
        button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
        reschedule_button(task, t),
        button(t.label("Assign"), Action.TASK_ASSIGN, str(task.id)),
        snooze_button(task, t),
    )


def reschedule_button(task: SeenTask, t: Translator, label: str | None = None) -> Block:
    return button(label or t.label("Reschedule"), Action.TASK_RESCHEDULE, str(task.id))


def snooze_button(task: SeenTask, t: Translator) -> Block:
    return button(t.label("Snooze"), Action.TASK_SNOOZE, str(task.id))


def reopen_button(task: SeenTask, t: Translator) -> Block:
    return button(t.label("Reopen"), Action.TASK_REOPEN, str(task.id))
