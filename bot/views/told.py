"""What a person is told of tasks unasked: given, given back, free to begin, due."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
    actions,
    button,
    context,
    escape,
    joined,
    md,
    md_plural,
    message,
    section,
    with_rows,
)
from bot.views.task_parts import (
    asked_by,
    card_buttons,
    closed_line,
    is_snoozed,
    put_off,
    reopen_button,
    reschedule_button,
    snooze_button,
)
from bot.views.words import details, is_late, name_of
from storage.seen import SeenMember, SeenTask


def can_start(task: SeenTask, t: Translator) -> Message:
    """To whoever holds a task: what it waited for is closed."""
    said = md(t, "You can start *{task}*: nothing that it came after is still open.", task=name_of(task, t))
    return message(section(joined([said, details(task, t) or None], "\n")), actions(*card_buttons(task, t)))


def assignment(tasks: Sequence[SeenTask], by: SeenMember | None, t: Translator, *, mine: int) -> Message:
    """The one direct message to whoever was given tasks: the member of row id `mine`.

    `by` is None where several people gave them. What is closed or no longer theirs is one calm line.
    """
    n = len(tasks)
    if by is None:
        said = md_plural(t, "You were given {n} task:", "You were given {n} tasks:", n)
    else:
        said = md_plural(t, "{by} gave you {n} task:", "{by} gave you {n} tasks:", n, by=escape(by.name, 80))
    return with_rows(t, [section(said)], (_assigned(task, t, mine) for task in tasks), total=n)


def _assigned(task: SeenTask, t: Translator, mine: int) -> list[Block]:
    if task.deleted:
        return [section(md(t, "#{n} was removed.", n=task.number))]
    if mine not in {owner.member_id for owner in task.owners}:
        return [section(md(t, "*{task}* is no longer with you.", task=name_of(task, t)))]
    if task.status != "open":
        return [section(closed_line(task, t)), actions(reopen_button(task, t))]
    return [
        section(Markup(f"*{name_of(task, t)}*\n{details(task, t)}")),
        actions(
            button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
            button(t.label("Not me"), Action.TASK_DECLINE, str(task.id)),
            reschedule_button(task, t),
        ),
    ]


def assignment_gone(t: Translator) -> Message:
    """In the place of an assignment whose tasks the reader may no longer see."""
    return message(section(md(t, "What you were given here is no longer with you.")))


def task_declined(task: SeenTask, by: str, t: Translator) -> Message:
    """Told to whoever asked for a task that was given back."""
    return message(
        section(md(t, "{who} gave back *{task}*.", who=escape(by, 80), task=name_of(task, t))),
        context(details(task, t)),
        actions(button(t.label("Assign"), Action.TASK_ASSIGN, str(task.id)), reschedule_button(task, t)),
    )


def reminder(task: SeenTask, t: Translator) -> Message:
    """The message before a clock time (sent late, after it), or at the moment a person asked for.

    Put off, it says until when.
    """
    if is_snoozed(task, t):
        return message(section(put_off(task, t)), nudge_buttons(task, t))
    due = t.due(task.due) if task.due else ""
    if task.due is None:
        said = md(t, "⏰ You asked to be reminded: *{task}*", task=name_of(task, t))
    elif is_late(task, t) and not _just_now(task, t):
        said = md(t, "⏰ This was due {due}: *{task}*", due=due, task=name_of(task, t))
    else:
        said = md(t, "⏰ Due {due}: *{task}*", due=due, task=name_of(task, t))
    return message(
        section(said),
        context(joined([escape(task.program.name, 150) if task.program else None, asked_by(task, t)])),
        nudge_buttons(task, t),
    )


def nudge_buttons(task: SeenTask, t: Translator) -> Block:
    """What can be done about a deadline: Done, Snooze, Reschedule; what is put off can be done or moved."""
    return actions(
        button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
        None if is_snoozed(task, t) else snooze_button(task, t),
        reschedule_button(task, t),
    )


def _just_now(task: SeenTask, t: Translator) -> bool:
    return task.due is not None and task.due.at is not None and t.now - task.due.at < timedelta(minutes=5)
