"""Tasks: what each intent does, and what is answered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.intents import (
    AfterTask,
    AssignTask,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    EditTask,
    ListTasks,
    NewTaskForm,
    NoteTask,
    ReopenTask,
    RescheduleTask,
    ShowTask,
    SnoozeTask,
    TaskHistory,
    TaskRef,
    WaitTask,
)
from bot.parsing.slack_text import MAX_LENGTH, plain
from bot.services import tasks as rules
from handlers.replies import OpenForm, Reply, task_changed, task_created
from handlers.resolving import command_line, known_member, known_program, known_task, settle_draft
from handlers.turn import Turn
from storage.tasks import task_row

TaskIntent = (
    CreateTask
    | CompleteTask
    | ReopenTask
    | CancelTask
    | DeleteTask
    | RescheduleTask
    | SnoozeTask
    | AssignTask
    | NoteTask
    | EditTask
    | ShowTask
    | TaskHistory
    | WaitTask
    | AfterTask
    | ListTasks
    | NewTaskForm
)


def perform_task(turn: Turn, intent: TaskIntent) -> Reply:
    """Do what was asked of tasks."""
    match intent:
        case CreateTask():
            return create(turn, intent)
        case CompleteTask(tasks):
            return _complete(turn, tasks)
        case ReopenTask(task):
            return task_changed(turn.act(rules.reopen_task, known_task(turn, task), turn.actor), "reopened")
        case CancelTask(task):
            return task_changed(turn.act(rules.cancel_task, known_task(turn, task), turn.actor), "cancelled")
        case DeleteTask(task):
            return task_changed(turn.act(rules.delete_task, known_task(turn, task), turn.actor), "deleted")
        case RescheduleTask(task, due, shift, words):
            _readable(turn, words)
            number = known_task(turn, task)
            return task_changed(
                turn.act(rules.reschedule_task, number, due, shift, turn.actor), "rescheduled"
            )
        case SnoozeTask(task, until, words):
            _readable(turn, words)
            return task_changed(
                turn.act(rules.snooze_task, known_task(turn, task), until, turn.actor), "snoozed"
            )
        case AssignTask(task, owners):
            for owner in owners:
                known_member(turn, owner)
            return task_changed(
                turn.act(rules.assign_task, known_task(turn, task), owners, turn.actor), "assigned"
            )
        case NoteTask(task, text):
            return _note(turn, task, text)
        case WaitTask(task, whom, why):
            return _wait(turn, task, whom, why)
        case AfterTask(task, other):
            numbers = known_task(turn, task), known_task(turn, other)
            return task_changed(turn.act(rules.put_after, *numbers, turn.actor), "waiting")
        case ListTasks():
            return list_tasks(turn, intent)
        case NewTaskForm():
            return OpenForm("new_task")
        case EditTask(task):
            return OpenForm("edit_task", {"task": _visible(turn, task)})
        case TaskHistory(task):
            return Answer("task_history", {"task": _visible(turn, task)})
        case ShowTask(task):
            row_id = _visible(turn, task)
            return Answer("task_card", {"task": row_id, "share": turn.private}, row_id)


def create(turn: Turn, draft: CreateTask) -> Answer:
    """Store the task; its echo says all that was understood."""
    draft = settle_draft(turn, draft)
    if len(turn.call.text) > MAX_LENGTH:
        draft = replace(draft, words=plain(turn.call.text))
    written = turn.act(rules.create_task, draft, turn.actor)
    if written.repeated:
        return Answer("already_added", {"task": written.id, "again": command_line(turn)}, written.id)
    return task_created(written, draft)


def list_tasks(turn: Turn, intent: ListTasks) -> Answer:
    """A list, narrowed to a person, a program or a range of days."""
    facts: dict[str, Any] = {"scope": intent.scope}
    if intent.owner is not None:
        owner = known_member(turn, intent.owner)
        facts |= {"owner": owner.id, "owner_name": owner.name}
    if intent.program is not None:
        facts["program"] = int(known_program(turn, intent.program).id)
    elif intent.program_channel is not None:
        linked = turn.parts.worlds.of_channel(
            turn.session, turn.viewer, intent.program_channel, turn.reading.world
        )
        facts["program"] = int(linked[0].id) if linked else None
    for name, day in (("start", intent.start), ("end", intent.end)):
        if isinstance(day, date):
            facts[name] = day.isoformat()
    return Answer("task_list", facts)


def _complete(turn: Turn, refs: tuple[TaskRef, ...]) -> Answer:
    numbers = [known_task(turn, ref) for ref in refs]
    if len(numbers) == 1:
        written = turn.act(rules.complete_task, numbers[0], turn.actor)
        if written.repeated:
            return Answer("already_done", {"task": written.id})
        return task_changed(written, "completed")
    done = turn.act(rules.complete_tasks, numbers, turn.actor)
    return Answer("tasks_completed", {"tasks": [one.id for one in done], "batch": done[0].batch})


def _note(turn: Turn, task: TaskRef, text: str) -> Answer:
    written = turn.act(rules.note_task, known_task(turn, task), text, turn.actor)
    return Answer("task_noted", {"note": written.id, "batch": written.batch})


def _wait(turn: Turn, task: TaskRef, whom: str, why: str | None) -> Answer:
    member = next((m.name for m in turn.reading.world.members if whom == f"<@{m.id}>"), whom)
    written = turn.act(rules.wait_task, known_task(turn, task), member, why, turn.actor)
    return task_changed(written, "waiting")


def _visible(turn: Turn, ref: TaskRef) -> int:
    """The row id of the task meant; UserError where there is none that this person may see."""
    number = known_task(turn, ref)
    row = task_row(turn.session, turn.viewer, number)
    if row is None:
        raise rules.no_such_task(turn.viewer, number)
    return row.id


def _readable(turn: Turn, words: str | None) -> None:
    """UserError where something was written for a date that is none; quotes around nothing are nothing."""
    if words is not None and words.strip(" \"'“”‘’"):
        raise UserError(
            N_("“{words}” is no date that I can read. Write for example “{example}”."),
            words=words,
            example=turn.t.day(turn.t.today + timedelta(days=10)),
            field="due",
        )
