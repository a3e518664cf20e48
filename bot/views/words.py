"""The words that several views share: deadlines, owners, audiences, one task on one line."""

from __future__ import annotations

from collections.abc import Iterable

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import Block, Markup, actions, button, channel, clean, escape, joined, md, md_plural
from storage.seen import SeenAudience, SeenOwner, SeenTask

LINE = 150  # how much of a title a line of a list shows


def name_of(task: SeenTask, t: Translator, limit: int = 300) -> Markup:
    """“#142 Kirim draf MoU”."""
    title = clean(task.title, limit) or t("(no title)")
    return Markup(f"#{task.number} {escape(title, limit)}")


def owners_of(owners: Iterable[SeenOwner], t: Translator) -> Markup:
    """Names, never pings."""
    return Markup(t.list(escape(owner.name, 80) for owner in owners))


def is_late(task: SeenTask, t: Translator) -> bool:
    if task.due is None or task.status != "open":
        return False
    return t.now > task.due.at if task.due.at else t.today > task.due.day


def late_words(task: SeenTask, t: Translator) -> str | None:
    """“4 days late”, or “late” for a clock time passed today; None where it is not late."""
    if task.due is None or not is_late(task, t):
        return None
    days = (t.today - task.due.day).days
    return t.plural("{n} day late", "{n} days late", days) if days > 0 else t("late")


def due_words(task: SeenTask, t: Translator) -> Markup | None:
    """“Fri 20 Nov, 4 days late”."""
    return joined([escape(t.due(task.due)), late_words(task, t)], ", ") if task.due else None


def audience_words(audience: SeenAudience, t: Translator, *, people: Iterable[str]) -> Markup:
    """Who can see a thing; `people` are those who can where it is personal, as the reader calls them."""
    match audience.kind:
        case "workspace":
            return md(t, "visible to everyone")
        case "channel" if audience.channel:
            return md(t, "visible to members of {channel}", channel=channel(audience.channel))
        case _:
            return md(t, "visible only to {people}", people=t.list(people))


def audience_of(task: SeenTask, t: Translator, *, echo: bool = False) -> Markup:
    """Who can see `task`; in the echo its requester is “you”."""
    others = [owner.name for owner in task.owners if owner.name != task.requester.name]
    me = t("you") if echo else task.requester.name
    return audience_words(task.audience, t, people=dict.fromkeys([me, *others]))


def details(task: SeenTask, t: Translator, *, echo: bool = False) -> Markup:
    """Deadline, owner, program, partner, priority, repetition and audience, as far as there are any."""
    repeated = md(t, "repeats") if task.recurrence else None
    return joined(
        [
            due_words(task, t) or md(t, "no deadline yet"),
            owners_of(task.owners, t) or md(t, "no owner yet"),
            escape(task.program.name, LINE) if task.program else None,
            escape(task.partner, LINE) if task.partner else None,
            priority_words(task, t),
            repeated,
            audience_of(task, t, echo=echo),
        ]
    )


def priority_words(task: SeenTask, t: Translator) -> Markup | None:
    match task.priority:
        case "high":
            return md(t, "high priority")
        case "low":
            return md(t, "low priority")
    return None


def task_line(
    task: SeenTask, t: Translator, *, owner: bool = True, program: bool = True, due: bool = True
) -> Markup:
    """One task on one line of a list; what the list's heading says already is left out."""
    urgent = "❗ " if task.priority == "high" else ""
    return joined(
        [
            Markup(f"{urgent}*{name_of(task, t, LINE)}*"),
            (due_words(task, t) if due else late_words(task, t)) or None,
            owners_of(task.owners, t) if owner else None,
            escape(task.program.name, 60) if program and task.program else None,
        ]
    )


def undo_button(t: Translator, batch: int | None) -> Block | None:
    return button(t.label("Undo"), Action.UNDO, str(batch)) if batch is not None else None


def undo(t: Translator, batch: int | None) -> Block | None:
    """The row with Undo alone; nothing where there is no batch to undo."""
    return actions(undo_button(t, batch)) if batch is not None else None


def done_button(task: SeenTask, t: Translator) -> Block:
    """Done beside a line; it says to a screen reader which task."""
    return button(
        t.label("Done"),
        Action.TASK_DONE,
        str(task.id),
        said=f"{t.label('Done')}: #{task.number} {task.title}",
    )


def count_words(n: int, t: Translator) -> Markup:
    return md_plural(t, "{n} task", "{n} tasks", n)


# What a change did, as a sentence about somebody; `{who}` is a name.
VERBS: dict[str, str] = {
    "created": N_("{who} added it"),
    "completed": N_("{who} marked it done"),
    "reopened": N_("{who} reopened it"),
    "cancelled": N_("{who} cancelled it"),
    "deleted": N_("{who} deleted it"),
    "rescheduled": N_("{who} moved the deadline"),
    "assigned": N_("{who} changed the owner"),
    "renamed": N_("{who} renamed it"),
    "snoozed": N_("{who} moved the reminder"),
    "noted": N_("{who} wrote a note"),
    "edited": N_("{who} edited it"),
    "undone": N_("{who} undid a change"),
}
