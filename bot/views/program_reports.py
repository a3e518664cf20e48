"""A program looked at in one way: what moved, what changed, its plan, its timeline, what is still open."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.errors import N_
from bot.i18n import Translator
from bot.views.history import history
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
    actions,
    button,
    context,
    joined,
    md,
    md_plural,
    message,
    more,
    section,
    with_rows,
)
from bot.views.programs import health_words, name_in, update_line
from bot.views.words import ANCHORS as ANCHOR_NAMES
from bot.views.words import (
    BEGINNINGS,
    LINE,
    anchor_words,
    day_words,
    days_to,
    due_words,
    known,
    name_of,
    owners_of,
    task_line,
    undo,
)
from storage.seen import SeenAnchor, SeenChange, SeenProgram, SeenTask

MOST = 40  # lines of one message


@dataclass(frozen=True)
class Readiness:
    """What is open before the program begins: each group's first tasks, and how many there are."""

    first: SeenAnchor | None
    late: Sequence[SeenTask] = ()
    late_total: int = 0
    due: Sequence[SeenTask] = ()
    due_total: int = 0
    undated: Sequence[SeenTask] = ()
    undated_total: int = 0


def anchor_moved(
    program: SeenProgram,
    anchor: SeenAnchor,
    stay: Sequence[SeenTask],
    t: Translator,
    batch: int | None,
    *,
    total: int,
    before: tuple[date, str] | None = None,
) -> Message:
    """The new date beside the former one, and the tasks counted from it: they keep their deadlines.

    `before` is the former day and how exact it was.
    """
    now = anchor_words(anchor, t)
    if before is None or before[0] == anchor.day:
        said = md(t, "✅ *{program}*: {date}", program=name_in(program, t), date=now)
    else:
        said = md(
            t,
            "✅ *{program}*: {date}, before {day}",
            program=name_in(program, t),
            date=now,
            day=day_words(*before, t),
        )
    kept = [task_line(task, t, program=False) for task in stay]
    count = md_plural(
        t,
        "*{n} open task is counted from it* and keeps its deadline:",
        "*{n} open tasks are counted from it* and keep their deadlines:",
        total,
    )
    return message(
        section(joined([said, days_to(anchor, t)])),
        section(joined([count, *kept], "\n")) if kept else context(md(t, "No open task is counted from it.")),
        more(total - len(kept), t),
        undo(t, batch),
    )


def program_history(
    program: SeenProgram, changes: Sequence[SeenChange], t: Translator, *, days: int | None = None
) -> Message:
    """`days`: only the last so many."""
    title = md(t, "History of *{name}*", name=name_in(program, t))
    span = md_plural(t, "the last {n} day", "the last {n} days", days) if days else None
    return history(joined([title, span], ", "), changes, t)


def program_plan(program: SeenProgram, tasks: Sequence[SeenTask], t: Translator, *, total: int) -> Message:
    """The tasks that are counted from the program's dates, under the date of each."""
    rows: list[list[Block]] = []
    for anchor in program.anchors:
        counted = [task for task in tasks if task.anchor_id == anchor.id]
        if counted:
            rows.append([section(Markup(f"*{anchor_words(anchor, t)}*"))])
            rows += [[section(_counted(task, anchor, t))] for task in counted]
    title = md(t, "*Plan of {program}*", program=name_in(program, t))
    none = md(t, "No task is counted from one of its dates yet.")
    how = md(
        t,
        "To count one from a date, write the distance: `/task Send the MoU draft 30 days before the opening "
        "#{program}`. It is then shown here.",
        program="-".join(re.sub(r"[^\w\s-]", " ", program.name).split()),
    )
    tail = [
        section(none) if not rows else more(total - len(tasks), t),
        context(how),
        _task_button(program, t),
    ]
    headings = len(rows) - len(tasks)
    return with_rows(t, [section(title)], rows, tail, total=len(tasks) + headings, most=MOST)


def program_timeline(
    program: SeenProgram,
    tasks: Sequence[SeenTask],
    t: Translator,
    *,
    total: int,
    share: bool = False,
    sent: str = "",
) -> Message:
    """Dates and tasks in the order of their days, with today between what was and what comes.

    `sent` says where the picture of it went: “dm” or “here”; `share` offers it to the channel.
    """
    lines = [(anchor.day, 0, _anchor_line(anchor, t)) for anchor in program.anchors]
    lines += [(task.due.day, 1, _task_line(task, t)) for task in tasks if task.due]
    lines.append((t.today, 2, md(t, "➖ today, {day}", day=t.today)))
    rows = [[section(line)] for _, _, line in sorted(lines, key=lambda line: line[:2])]
    title = md(t, "*Timeline of {program}*", program=name_in(program, t))
    left = total - len(tasks)
    tail = [
        context(md(t, _PICTURES[sent])) if sent else None,
        actions(
            button(t.label("Share here"), Action.TIMELINE_SHARE, str(program.id)) if share else None,
            button(t.label("New task"), Action.PROGRAM_TASK, str(program.id)),
        ),
    ]
    return with_rows(t, [section(title)], rows, tail, total=len(rows) + left, most=MOST)


_PICTURES = {
    "dm": N_("The picture of it comes in your direct messages with me."),
    "here": N_("The picture of it comes here in a moment."),
}


def program_ready(program: SeenProgram, open_now: Readiness, t: Translator) -> Message:
    """What stands between today and the beginning. Nothing found is not said to be ready."""
    first = open_now.first
    title = md(t, "*Is {program} ready?*", program=name_in(program, t))
    when = joined([anchor_words(first, t), days_to(first, t)]) if first else md(t, "It has no date to come.")
    nothing = not (open_now.late_total or open_now.due_total or open_now.undated_total or program.concerns)
    before = (
        md(t, "*Open and due before it: {n}*", n=t.number(open_now.due_total))
        if first
        else md(t, "*Open with a deadline: {n}*", n=t.number(open_now.due_total))
    )
    late = md(t, "*🔴 Late: {n}*", n=t.number(open_now.late_total))
    undated = md(t, "*Open without a deadline: {n}*", n=t.number(open_now.undated_total))
    return message(
        section(joined([title, when, health_words(program.health, t, said=True)], "\n")),
        *_group(late, open_now.late, open_now.late_total, t),
        *_group(before, open_now.due, open_now.due_total, t),
        *_group(undated, open_now.undated, open_now.undated_total, t),
        section(_concerns(program, t)) if program.concerns else None,
        section(
            md(t, "Nothing is written down here that is still open. What nobody wrote down, I do not know.")
        )
        if nothing
        else None,
        _task_button(program, t),
    )


def beginning(program: SeenProgram, t: Translator) -> SeenAnchor | None:
    """The next day the program begins on, else its next date at all."""
    ahead = [anchor for anchor in program.anchors if anchor.day >= t.today]
    first = [anchor for anchor in ahead if anchor.kind in BEGINNINGS]
    return min(first or ahead, key=lambda anchor: anchor.day, default=None)


# --- parts -----------------------------------------------------------------------------------


def _counted(task: SeenTask, anchor: SeenAnchor, t: Translator) -> Markup:
    return joined([_offset(task.offset_days or 0, anchor, t), _task_line(task, t)])


def _offset(days: int, anchor: SeenAnchor, t: Translator) -> Markup:
    """“30 days before opening”; in Indonesian as teams there count: “H-30”."""
    name = known(ANCHOR_NAMES, anchor.kind, t)
    if days > 0:
        return md_plural(t, "{n} day after {anchor}", "{n} days after {anchor}", days, anchor=name)
    return md_plural(t, "{n} day before {anchor}", "{n} days before {anchor}", -days, anchor=name)


def _anchor_line(anchor: SeenAnchor, t: Translator) -> Markup:
    return Markup(f"📍 *{anchor_words(anchor, t)}*")


def _task_line(task: SeenTask, t: Translator) -> Markup:
    """A task by its day, done ones with a tick."""
    done = "✅ " if task.status == "done" else ""
    owners = owners_of(task.owners, t) if task.owners else None
    return joined([Markup(f"{done}{name_of(task, t, LINE)}"), due_words(task, t), owners])


def _group(title: Markup, tasks: Sequence[SeenTask], total: int, t: Translator) -> list[Block | None]:
    if not tasks:
        return []
    lines = [task_line(task, t, program=False) for task in tasks]
    return [section(joined([title, *lines], "\n")), more(total - len(tasks), t)]


def _concerns(program: SeenProgram, t: Translator) -> Markup:
    lines = [update_line(update, t, program=False) for update in program.concerns[:5]]
    return joined([md(t, "*Open risks and obstacles*"), *lines], "\n")


def _task_button(program: SeenProgram, t: Translator) -> Block:
    return actions(button(t.label("New task"), Action.PROGRAM_TASK, str(program.id)))
