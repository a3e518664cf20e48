"""What was left open: which task “it” is, which of two days is meant. Settled by the thread, or asked."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar, cast
from zoneinfo import ZoneInfo

from bot.errors import N_, UserError, Way
from bot.parsing.doubts import readings
from bot.parsing.intents import (
    THIS,
    AssignTask,
    CancelTask,
    CompleteTask,
    CreateTask,
    DeleteTask,
    EditTask,
    NoteTask,
    ReopenTask,
    RescheduleTask,
    ShowTask,
    SnoozeTask,
    TaskHistory,
    TaskRef,
    WaitTask,
    When,
)
from handlers.resolving import command_line
from handlers.turn import Turn
from storage.cards import tasks_in_thread
from storage.seen import SeenTask
from storage.tasks import TaskFilter, tasks_seen_by

Change = (
    ReopenTask | CancelTask | DeleteTask | RescheduleTask | SnoozeTask | AssignTask | NoteTask
    | EditTask | ShowTask | TaskHistory | WaitTask
)  # fmt: skip
T = TypeVar("T")

OFFERED = 5


def settled(turn: Turn, intent: T) -> T:
    """The intent with one task and one day in it; UserError with the choice where only a person can say."""
    made: object = intent
    if isinstance(intent, Change) and intent.task == THIS:
        change: Change = intent
        made = replace(change, task=_at_hand(turn, lambda n: line_of(replace(change, task=n), turn.zone)))
    elif isinstance(intent, CompleteTask) and intent.tasks == (THIS,):
        made = replace(intent, tasks=(_at_hand(turn, "/task done {}".format),))
    _one_day(turn, made)
    return cast(T, made)


def refs_of(intent: object) -> tuple[TaskRef, ...]:
    """The tasks that a change is about, as they were named."""
    if isinstance(intent, CompleteTask):
        return intent.tasks
    return (intent.task,) if isinstance(intent, Change) else ()


def tasks_here(turn: Turn) -> tuple[SeenTask, ...]:
    """The tasks whose cards stand in the thread that was written in, as far as this person may see them."""
    call = turn.call
    if call.channel is None or call.thread is None:
        return ()
    ids = tasks_in_thread(turn.session, turn.workspace.id, call.channel, call.thread)
    return _seen(turn, TaskFilter(status=None, ids=ids)) if ids else ()


def line_of(intent: Change | CompleteTask, zone: ZoneInfo) -> str | None:
    """The command that says it outright; None where something in it is not known."""
    if isinstance(intent, CompleteTask):
        return "/task done " + " ".join(map(str, intent.tasks))
    rest: str | None = ""
    match intent:
        case RescheduleTask(due=When() as due):
            rest = _moment(due, zone)
        case RescheduleTask(shift=shift) if shift is not None:
            rest = f"{shift.days:+} days" if shift.days else f"{shift.months:+} months"
        case RescheduleTask(due_words=words) | SnoozeTask(words=words) if words is not None:
            rest = words
        case SnoozeTask(until=When() as until):
            rest = _moment(until, zone)
        case AssignTask(owners=owners):
            known = [owner.known for owner in owners]
            rest = " ".join(f"<@{name.id}>" for name in known if name) if all(known) else None
        case NoteTask(text=text):
            rest = text
        case WaitTask(whom=whom, why=why):
            rest = f'"{whom}" {why or ""}' if whom else ""
    verb = _VERBS[type(intent)]
    return None if rest is None else f"/task {verb} {intent.task} {rest}".strip()


_VERBS = {
    ReopenTask: "reopen", CancelTask: "cancel", DeleteTask: "delete", RescheduleTask: "move",
    SnoozeTask: "snooze", AssignTask: "assign", NoteTask: "note", EditTask: "edit", ShowTask: "show",
    TaskHistory: "history", WaitTask: "wait",
}  # fmt: skip


def _at_hand(turn: Turn, line: Callable[[int], str | None]) -> int:
    """The number of the thread's one task; else the thread's, or the person's next, are offered."""
    here = tasks_here(turn)
    if len(here) == 1:
        return here[0].number
    offered = here or _seen(turn, TaskFilter(holder_ids=(turn.viewer.member_id,)))
    ways = [(task, line(task.number)) for task in offered]
    if not offered:
        raise UserError(
            N_("Which task do you mean? Write its number, for example “{example}”."),
            example=N_("/task done 142"),
        )
    raise UserError(
        N_("Which task do you mean?"),
        ways=tuple(Way(f"#{task.number} {task.title}", way) for task, way in ways if way),
    )


def _seen(turn: Turn, which: TaskFilter) -> tuple[SeenTask, ...]:
    return tasks_seen_by(turn.session, turn.viewer, which, limit=OFFERED)[0]


def open_day(intent: object) -> When | None:
    """The day or hour of the intent that can be read in two ways; None where there is none."""
    match intent:
        case CreateTask(due=When() as when) | RescheduleTask(due=When() as when):
            return when if when.ask else None
        case SnoozeTask(until=When() as when):
            return when if when.ask else None
    return None


def _one_day(turn: Turn, intent: object) -> None:
    """UserError with each reading, where no convention says which was meant."""
    when = open_day(intent)
    if when is None:
        return
    offered = sorted(readings(when), key=lambda reading: reading.day)
    raise UserError(
        N_("“{words}” can be read in two ways. Which day do you mean?"),
        words=when.words,
        ways=tuple(
            Way(turn.t.moment(read.at) if read.at else turn.t.day(read.day), line)
            for read in offered
            if (line := _line_with(turn, intent, when, read))
        ),
    )


def _line_with(turn: Turn, intent: object, when: When, read: When) -> str | None:
    """The command again, with a day that can be read in one way only."""
    match intent:
        case RescheduleTask(task=int()):
            return line_of(replace(intent, due=read), turn.zone)
        case SnoozeTask(task=int()):
            return line_of(replace(intent, until=read), turn.zone)
    return command_line(turn).replace(when.words, _moment(read, turn.zone), 1)


def _moment(when: When, zone: ZoneInfo) -> str:
    return f"{when.at.astimezone(zone):%Y-%m-%d %H:%M}" if when.at else when.day.isoformat()
