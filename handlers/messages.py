"""Words to the app: slash commands, mentions, direct messages."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import Answer
from bot.errors import N_, Way
from bot.parsing.commands import parse_command, spoken_command
from bot.parsing.intents import (
    THIS,
    CompleteTask,
    Intent,
    OpenTask,
    RecordUpdate,
    RescheduleTask,
    Understood,
)
from bot.parsing.understand import understand
from handlers.home import welcome
from handlers.intents import perform
from handlers.replies import Quiet, Reply, together
from handlers.resolving import words_to_the_app
from handlers.settling import Change, line_of, open_day, refs_of, tasks_here
from handlers.turn import Turn
from handlers.worlds import open_tasks

SURE = 0.9


def slash_command(turn: Turn) -> Reply:
    """A slash command, or a button that runs one."""
    return perform(turn, parse_command(turn.call.command, turn.call.text, turn.reading))


def message(turn: Turn) -> Reply:
    """A mention or a direct message; whoever writes to Lintas alone for the first time is greeted too."""
    reply = _answer(turn)
    if turn.call.channel_kind == "im":
        welcome(turn)
    return reply


def _answer(turn: Turn) -> Reply:
    """What plain words, or a command without its slash, are answered."""
    words = words_to_the_app(turn.call.text)
    if not words:
        return Answer("help_message", {})
    world = replace(turn.reading.world, tasks=open_tasks(turn.session, turn.viewer))
    if (command := spoken_command(words, turn.reading)) is not None:
        return perform(turn, command)
    understood = understand(words, replace(turn.reading, world=world))
    intent = understood.intent
    if intent is not None and _only_a_day(intent) and len(tasks_here(turn)) == 1:
        return perform(turn, intent)
    if intent is not None and open_day(intent) is not None:
        return perform(turn, intent)
    if understood.ambiguous:
        ways = [[way.label, way.command] for way in _choices(turn, understood.alternatives, world.tasks)]
        return Answer("question", {"sentence": understood.question or "", "ways": ways})
    if understood.intent is None:
        return Quiet() if understood.confidence >= SURE else _not_understood(words)
    if _unsure(turn, understood):
        return _not_understood(words)
    return together([perform(turn, intent) for intent in (understood.intent, *understood.more)])


def _only_a_day(intent: Intent) -> bool:
    """“@Lintas Monday please”: under a card, the new day of its task."""
    return isinstance(intent, RescheduleTask) and intent.task == THIS and intent.due is not None


def _choices(turn: Turn, alternatives: tuple[Intent, ...], tasks: tuple[OpenTask, ...]) -> list[Way]:
    """The readings that were left open, each as the command that says it outright."""
    titles = {task.number: task.title for task in tasks}
    ways = []
    for intent in alternatives[:5]:
        numbers = [ref for ref in refs_of(intent) if isinstance(ref, int)]
        line = line_of(intent, turn.zone) if isinstance(intent, Change | CompleteTask) else None
        if numbers and line:
            label = ", ".join(f"#{number} {titles.get(number, '')}".strip() for number in numbers)
            ways.append(Way(label, line))
    return ways


def _unsure(turn: Turn, understood: Understood) -> bool:
    """A report on no program at all is asked about; all else that was understood is done, with Undo."""
    if isinstance(understood.intent, RecordUpdate):
        return (
            understood.intent.program is None
            and turn.reading.program is None
            and understood.confidence < SURE
        )
    return False


def _not_understood(words: str) -> Answer:
    add, show = Way(N_("Add as a task"), f"/task add {words}"), Way(N_("Show what I can do"), "/lintas help")
    ways = [[way.label, way.command] for way in (add, show) if len(way.command) < 2000]
    return Answer(
        "error",
        {
            "sentence": N_("I am not sure what you would like me to do with this. Nothing was stored."),
            "facts": {},
            "ways": ways,
        },
    )
