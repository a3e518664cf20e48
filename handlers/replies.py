"""What a handler may return."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from bot.answers import Answer
from bot.parsing.intents import CreateTask
from bot.services.actor import Written


@dataclass(frozen=True)
class Answers:
    """Several answers to one message: one for each thing it asked for."""

    answers: tuple[Answer, ...]


@dataclass(frozen=True)
class OpenForm:
    """Open a form, by its name in `handlers/forms.py`; bound to the trigger, so right after the ack."""

    name: str
    facts: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FormErrors:
    """What is wrong in a form, by field: the form stays open."""

    errors: dict[str, str]


@dataclass(frozen=True)
class ShowHome:
    """Publish the person's Home."""


@dataclass(frozen=True)
class Quiet:
    """Nothing to say."""


def task_created(written: Written, draft: CreateTask) -> Answer:
    """The echo of a new task, with the day that a convention did not choose."""
    other = draft.due.other.isoformat() if draft.due and draft.due.other else None
    facts = {"task": written.id, "batch": written.batch, "noted": written.noted, "other": other}
    return Answer("task_created", facts, written.id)


def task_changed(written: Written, verb: str) -> Answer:
    """The echo of a change to a task; of one that was so already, how it stands."""
    if written.repeated:
        return Answer("already_done", {"task": written.id}, written.id)
    facts = {"task": written.id, "verb": verb, "batch": written.batch}
    if written.following:
        facts["following"] = written.following
    if written.note:
        facts["note"] = written.note
    return Answer("task_changed", facts, written.id)


def together(replies: list[Reply]) -> Reply:
    """What several orders of one message are answered."""
    said = tuple(reply for reply in replies if isinstance(reply, Answer))
    return Answers(said) if len(said) > 1 else replies[0]


Reply = Answer | Answers | OpenForm | FormErrors | ShowHome | Quiet
