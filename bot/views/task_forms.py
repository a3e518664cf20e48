"""The forms of tasks: new, edit, another deadline, another owner, a later reminder."""

from __future__ import annotations

from collections.abc import Sequence
from zoneinfo import ZoneInfo

from bot.i18n import Translator
from bot.views.forms import Choice, choice_input, date_input, people_input, text_input, time_input
from bot.views.ids import Callback, Field, Snooze
from bot.views.kit import Block, Modal, context, md, section
from bot.views.words import name_of
from storage.seen import Due, Priority, SeenTask


def task_form(
    t: Translator,
    *,
    task: SeenTask | None = None,
    programs: Sequence[tuple[int, str]] = (),
    private_metadata: str = "",
    title: str = "",
    due: Due | None = None,
    owners: Sequence[str] = (),
    program: int | None = None,
    priority: Priority = "normal",
) -> Modal:
    """New, or edit where `task` is given (its id is then the metadata). `owners` are Slack ids."""
    if task is not None:
        title, due, priority = task.title, task.due, task.priority
        owners = [owner.slack_id for owner in task.owners if owner.slack_id]
        program = task.program.id if task.program else None
        programs = _with(programs, task)
    return Modal(
        callback_id=Callback.EDIT_TASK if task else Callback.NEW_TASK,
        title=t.label("Edit #{n}", n=task.number) if task else t.label("New task"),
        submit=t.label("Save") if task else t.label("Add"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or (str(task.id) if task else ""),
        blocks=_shown(
            text_input(t("What is to be done"), Field.TITLE, initial=title, optional=False),
            *_due_inputs(t, due),
            people_input(t("Who does it"), Field.OWNERS, initial=owners),
            _elsewhere(task, t),
            choice_input(t("Program"), Field.PROGRAM, _choices(programs), initial=str(program)),
            choice_input(t("Priority"), Field.PRIORITY, _priorities(t), initial=priority),
        ),
    )


def reschedule_form(task: SeenTask, t: Translator, *, private_metadata: str = "") -> Modal:
    return Modal(
        callback_id=Callback.RESCHEDULE,
        title=t.label("Reschedule"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or str(task.id),
        blocks=_shown(section(name_of(task, t)), *_due_inputs(t, task.due)),
    )


def assign_form(task: SeenTask, t: Translator, *, private_metadata: str = "") -> Modal:
    owners = [owner.slack_id for owner in task.owners if owner.slack_id]
    return Modal(
        callback_id=Callback.ASSIGN,
        title=t.label("Assign"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or str(task.id),
        blocks=_shown(
            section(name_of(task, t)),
            people_input(t("Who does it"), Field.OWNERS, initial=owners),
            _elsewhere(task, t),
        ),
    )


def snooze_form(task: SeenTask, t: Translator, *, private_metadata: str = "") -> Modal:
    """A later reminder; the date and time below are read only for “at another time”."""
    choices = [
        (Snooze.HOUR.value, t("In one hour")),
        (Snooze.TOMORROW.value, t("Tomorrow at {time}", time=t.hour(9 * 60))),
        (Snooze.NEXT_WORKING_DAY.value, t("Next working day at {time}", time=t.hour(9 * 60))),
        (Snooze.PICK.value, t("At another time, chosen below")),
    ]
    stays = md(t, "The deadline stays {due}.", due=t.due(task.due)) if task.due else None
    return Modal(
        callback_id=Callback.SNOOZE,
        title=t.label("Snooze"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or str(task.id),
        blocks=_shown(
            section(name_of(task, t)),
            choice_input(
                t("Remind me"), Field.SNOOZE, choices, initial=Snooze.TOMORROW, optional=False, radio=True
            ),
            date_input(t("Date"), Field.DATE),
            time_input(t("Time"), Field.TIME),
            context(stays) if stays else None,
        ),
    )


def _due_inputs(t: Translator, due: Due | None) -> tuple[Block, Block]:
    """Date and time; a clock time said in another zone keeps its zone, and the hint names it."""
    zone = (due.zone if due and due.at else None) or t.tz.key
    minutes, day = None, due.day if due else None
    if due and due.at:
        local = due.at.astimezone(ZoneInfo(zone))
        minutes, day = local.hour * 60 + local.minute, local.date()
    hint = t("Only for a fixed hour. Time of {place}.", place=t.place(zone))
    return date_input(t("Deadline"), Field.DUE, initial=day), time_input(
        t("Time"), Field.TIME, initial=minutes, hint=hint
    )


def _elsewhere(task: SeenTask | None, t: Translator) -> Block | None:
    """Owners without Slack are kept as they are; the picker cannot show them."""
    names = [owner.name for owner in task.owners if not owner.slack_id] if task else []
    return context(md(t, "Also with: {names}", names=t.list(names))) if names else None


def _with(programs: Sequence[tuple[int, str]], task: SeenTask) -> Sequence[tuple[int, str]]:
    """The choices with the task's own program among the hundred that fit."""
    if task.program is None or any(id_ == task.program.id for id_, _ in programs[:100]):
        return programs
    return [(task.program.id, task.program.name), *programs]


def _choices(programs: Sequence[tuple[int, str]]) -> list[Choice]:
    return [(str(id_), name) for id_, name in programs]


def _priorities(t: Translator) -> list[Choice]:
    return [("high", t("High")), ("normal", t("Normal")), ("low", t("Low"))]


def _shown(*blocks: Block | None) -> tuple[Block, ...]:
    return tuple(block for block in blocks if block)
