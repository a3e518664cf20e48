"""What people do on a card without naming the app: a reply in its thread, a tick."""

from __future__ import annotations

from dataclasses import replace

from bot.errors import N_, UserError, Way
from bot.parsing.commands import spoken_command
from bot.parsing.intents import (
    THIS,
    AssignTask,
    CancelTask,
    CompleteTask,
    Intent,
    NoteTask,
    ReopenTask,
    RescheduleTask,
    SnoozeTask,
    WaitTask,
)
from bot.parsing.understand import understand
from bot.services import tasks as rules
from handlers.calls import Call
from handlers.intents import perform
from handlers.replies import Quiet, Reply, task_changed, together
from handlers.settling import refs_of, tasks_here
from handlers.turn import Parts, Turn
from storage.cards import cards_at, tasks_in_thread
from storage.seen import SeenTask
from storage.tasks import TaskFilter, task_row_by_id, tasks_seen_by
from storage.workspaces import workspace_by_team

SURE = 0.7  # of a change of the task at hand: under its card hardly anything else is meant


def has_cards(parts: Parts, call: Call) -> bool:
    """Whether cards stand where this happened: all else is people's own talk, and is not looked at."""
    root = call.ts if call.entrance == "reaction" else call.thread
    if root is None or call.channel is None:
        return False
    with parts.database.reading() as session:
        workspace = workspace_by_team(session, call.team)
        return workspace is not None and bool(tasks_in_thread(session, workspace.id, call.channel, root))


def thread_reply(turn: Turn) -> Reply:
    """Do what a reply under a card clearly asks of its task; people may also just talk there."""
    here = tasks_here(turn)
    if (command := spoken_command(turn.call.text, turn.reading)) is not None:
        wanted: tuple[Intent, ...] = (command,)
    else:
        understood = understand(turn.call.text, turn.reading)
        if understood.intent is None or understood.ambiguous or understood.confidence < SURE:
            return Quiet()
        wanted = (understood.intent, *understood.more)
    if not all(_is_about(intent, here) for intent in wanted):
        return Quiet()
    return together([perform(turn, intent) for intent in wanted])


def reaction(turn: Turn) -> Reply:
    """A tick on a card: its task is done; the tick taken off again by the same person: it is not."""
    call = turn.call
    assert call.channel is not None
    assert call.ts is not None
    cards = cards_at(turn.session, turn.workspace.id, call.channel, call.ts)
    turn.call = replace(call, thread=next((card.thread for card in cards if card.thread), None))
    ids = tuple(card.task_id for card in cards if card.task_id is not None)
    return _ticked(turn, ids) if call.body["event"]["type"] == "reaction_added" else _unticked(turn, ids)


def _ticked(turn: Turn, ids: tuple[int, ...]) -> Reply:
    shown, _ = tasks_seen_by(turn.session, turn.viewer, TaskFilter(ids=ids), limit=5)
    if not shown:
        return Quiet()
    if len(shown) > 1:
        raise UserError(
            N_("Which task is done?"),
            ways=tuple(Way(f"#{task.number} {task.title}", f"/task done {task.number}") for task in shown),
        )
    return task_changed(turn.act(rules.complete_task, shown[0].id, turn.actor, by_id=True), "completed")


def _unticked(turn: Turn, ids: tuple[int, ...]) -> Reply:
    row = task_row_by_id(turn.session, turn.viewer, ids[0]) if len(ids) == 1 else None
    if row is None or row.status != "done" or row.done_by_id != turn.viewer.member_id:
        return Quiet()
    return task_changed(turn.act(rules.reopen_task, row.id, turn.actor, by_id=True), "reopened")


def _is_about(intent: Intent, here: tuple[SeenTask, ...]) -> bool:
    """Whether it changes tasks of this thread and nothing else."""
    return isinstance(intent, _ASKED_THERE) and {THIS, *(task.number for task in here)}.issuperset(
        refs_of(intent)
    )


_ASKED_THERE = (
    CompleteTask, ReopenTask, CancelTask, RescheduleTask, SnoozeTask, AssignTask, NoteTask, WaitTask,
)  # fmt: skip
