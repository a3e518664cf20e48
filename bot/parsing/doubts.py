"""Where no convention decides which day is meant: the question, and each reading outright."""

from __future__ import annotations

from dataclasses import replace

from bot.parsing.intents import CreateTask, RescheduleTask, SnoozeTask, Understood, When
from bot.parsing.questions import WHICH_DATE, WHICH_TIME

_SURE = 0.75  # of the rest, where only the day is open


def ask_which_day(understood: Understood) -> Understood:
    """The same, asking, where the day it gives is open; both readings as alternatives."""
    intent = understood.intent
    if understood.ambiguous or not isinstance(intent, CreateTask | RescheduleTask | SnoozeTask):
        return understood
    when = intent.until if isinstance(intent, SnoozeTask) else intent.due
    if when is None or not when.ask or (isinstance(intent, CreateTask) and intent.recurrence):
        return understood

    def outright(reading: When) -> CreateTask | RescheduleTask | SnoozeTask:
        return (
            replace(intent, until=reading) if isinstance(intent, SnoozeTask) else replace(intent, due=reading)
        )

    return replace(
        understood,
        confidence=_SURE,
        ambiguous=True,
        question=WHICH_TIME if when.at else WHICH_DATE,
        alternatives=tuple(outright(reading) for reading in readings(when)),
    )


def readings(when: When) -> tuple[When, ...]:
    """What an open day may be, likelier first."""
    first = replace(when, ask=False)
    if when.other is None:
        return (first,)
    at = (
        when.at.replace(year=when.other.year, month=when.other.month, day=when.other.day) if when.at else None
    )
    return first, replace(first, day=when.other, at=at, other=when.day)
