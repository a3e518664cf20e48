"""The words that several views share: deadlines, owners, audiences, one task on one line."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    actions,
    button,
    channel,
    clip,
    context,
    escape,
    joined,
    md,
    md_plural,
)
from bot.views.repeats import repeat_words
from storage.seen import SeenAnchor, SeenAudience, SeenOwner, SeenTask

LINE = 150  # how much of a title a line of a list shows


def name_of(task: SeenTask, t: Translator, limit: int = 300) -> Markup:
    """“#142 Kirim draf MoU”."""
    return Markup(f"#{task.number} {escape(task.title, limit) or t('(no title)')}")


def owners_of(owners: Iterable[SeenOwner], t: Translator) -> Markup:
    """Names, never pings; who is away says until when, and whom to ask."""
    return clip(t.list(_owner(owner, t) for owner in owners), LINE)


def _owner(owner: SeenOwner, t: Translator) -> Markup:
    name, away = escape(owner.name, 80), owner.away
    if away is None or not away.first <= t.today <= away.last:
        return name
    if away.stand_in is None:
        return md(t, "{name} (away until {until})", name=name, until=away.last)
    return md(
        t, "{name} (away until {until}; ask {stand_in})", name=name, until=away.last, stand_in=away.stand_in
    )


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
    return joined(
        [
            due_words(task, t) or md(t, "no deadline yet"),
            owners_of(task.owners, t) or md(t, "no owner yet"),
            escape(task.program.name, LINE) if task.program else None,
            escape(task.partner, LINE) if task.partner else None,
            waiting_words(task, t),
            priority_words(task, t),
            repeat_words(task.recurrence, t) if task.recurrence else None,
            audience_of(task, t, echo=echo),
        ]
    )


def waiting_words(task: SeenTask, t: Translator) -> Markup | None:
    """“waiting for Museum Nasional, 6 days”."""
    if task.waiting_for is None:
        return None
    said = md(t, "waiting for {whom}", whom=escape(task.waiting_for, 80))
    days = (t.today - task.waiting_since).days if task.waiting_since else 0
    return joined([said, md_plural(t, "{n} day", "{n} days", days) if days > 0 else None], ", ")


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
            waiting_words(task, t),
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


ANCHORS = {
    "opening": N_("opening"),
    "closing": N_("closing"),
    "arrival": N_("arrival"),
    "departure": N_("departure"),
    "shipping": N_("shipping"),
    "first_performance": N_("first performance"),
    "signing": N_("signing"),
}


BEGINNINGS = ("opening", "arrival", "first_performance")


def known(words: Mapping[str, str], value: str | None, t: Translator) -> str:
    """A value of an open list: translated where it is one we know, else as people wrote it."""
    return t(words[value]) if value and value in words else (value or "").replace("_", " ")


def days_to(anchor: SeenAnchor, t: Translator) -> Markup:
    """“58 days to opening”, “3 days after opening”; in Indonesian as teams there count: “H-58”, “H+3”."""
    days, name = (anchor.day - t.today).days, known(ANCHORS, anchor.kind, t)
    if days < 0:
        return md_plural(t, "{n} day after {anchor}", "{n} days after {anchor}", -days, anchor=name)
    return md_plural(t, "{n} day to {anchor}", "{n} days to {anchor}", days, anchor=name)


def anchor_words(anchor: SeenAnchor, t: Translator) -> Markup:
    """“opening Fri 8 Jan 2027”, as exactly as it is known."""
    when = day_words(anchor.day, anchor.precision, t)
    said = md(t, "{anchor} {when}", anchor=escape(known(ANCHORS, anchor.kind, t), 40), when=when)
    return said if anchor.confirmed else md(t, "{anchor} (not confirmed)", anchor=said)


def day_words(day: date, precision: str, t: Translator) -> str:
    """A program's date as exactly as it is known: the day, its week or its month."""
    match precision:
        case "month":
            return t.month(day)
        case "week":
            return t("the week of {day}", day=day)
    return t.day(day)


def list_command(scope: str, program: str | None = None) -> str:
    """The command line that shows a list again; a program is one `#token`: “#Pameran-Kyoto”."""
    token = f" #{'-'.join(program.split())}" if program else ""
    return f"/task list {scope}{token}"


def checking_rows(t: Translator, again: str) -> list[Block]:
    """Under a list, while it is not known which channels its reader is in; `again` shows it anew."""
    return [
        context(md(t, "Checking which channels you are in, a moment.")),
        actions(button(t.label("Show again"), Action.RETRY, again)),
    ]


# What an act did, by the first word of its verb (`complete_task`), as a sentence about somebody.
ACTS = {
    "create": N_("{who} added it"),
    "complete": N_("{who} marked it done"),
    "reopen": N_("{who} reopened it"),
    "cancel": N_("{who} cancelled it"),
    "delete": N_("{who} deleted it"),
    "reschedule": N_("{who} moved the deadline"),
    "assign": N_("{who} changed the owner"),
    "decline": N_("{who} gave it back"),
    "snooze": N_("{who} moved the reminder"),
    "note": N_("{who} wrote a note"),
    "wait": N_("{who} said for whom it waits"),
    "free": N_("{who} closed or reopened what it comes after"),
    "edit": N_("{who} edited it"),
    "link": N_("{who} linked a channel"),
    "record": N_("{who} logged an update"),
    "settle": N_("{who} closed a risk or an obstacle"),
    "move": N_("{who} moved a date"),
    "undo": N_("{who} undid a change"),
}

# What an undo took back, where its name alone would say too much.
TAKEN_BACK = {
    "create_task": N_("adding {name}"),
    "complete_task": N_("marking {name} as done"),
    "reopen_task": N_("opening {name} again"),
    "cancel_task": N_("cancelling {name}"),
    "delete_task": N_("deleting {name}"),
    "reschedule_task": N_("the new deadline of {name}"),
    "snooze_task": N_("the reminder of {name}"),
    "assign_task": N_("the new owner of {name}"),
    "decline_task": N_("giving back {name}"),
    "note_task": N_("the note on {name}"),
    "wait_task": N_("whom {name} waits for"),
    "edit_task": N_("the edit of {name}"),
    "settle_update": N_("closing a risk or an obstacle of {name}"),
    "move_anchor": N_("the new date of {name}"),
    "keep_promise": N_("the promise to or of {name} as kept"),
    "merge_partners": N_("making one of {name} and another"),
    "edit_partner": N_("the edit of {name}"),
    "delete_partner": N_("deleting {name}"),
    "link": N_("the link to {name}"),
    "update": N_("the update on {name}"),
    "contact": N_("the contact with {name}"),
    "digest": N_("the digest of #{name}"),
    "holiday": N_("the change to the day off {name}"),
    "settings": N_("your settings"),
}


def taken_back(what: str, name: str, t: Translator) -> str:
    """“the link to Batik Lyon”; a thing itself by its name."""
    return t(TAKEN_BACK[what], name=name) if what in TAKEN_BACK else name
