"""What an answer says, composed from rows under its name: now, again for a repeat, or later at the door.

An answer is a name and a few facts, as JSON keeps them. Whoever answers stores those, never a text: what
is shown is read when it is shown, through the eyes of whoever will read it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy.orm import Session

from bot.i18n import Translator
from bot.views.kit import Message
from storage.seen import Eyes, Viewer


@dataclass(frozen=True)
class Answer:
    """What to say, by name; `facts` are JSON. `task_id` marks the answer as that task's card."""

    name: str
    facts: dict[str, Any] = field(default_factory=dict)
    task_id: int | None = None

    def to_json(self) -> dict[str, Any]:
        return {"name": self.name, "facts": self.facts, "task": self.task_id}

    @classmethod
    def from_json(cls, kept: dict[str, Any]) -> Answer:
        return cls(kept["name"], kept["facts"], kept.get("task"))


@dataclass(frozen=True)
class Reader:
    """Who will read an answer: through whose eyes, in which language, when. `me` is None for a room."""

    session: Session
    eyes: Eyes
    t: Translator

    @property
    def me(self) -> Viewer | None:
        return self.eyes if isinstance(self.eyes, Viewer) else None


@dataclass(frozen=True)
class Composed:
    """A message and the tasks it shows, which it follows from then on."""

    message: Message
    task_ids: tuple[int, ...] = ()


Composer = Callable[..., Message | Composed | None]
_composers: dict[str, Composer] = {}


def answer(compose: Composer) -> Composer:
    """Register a composer under its own name: `compose(reader, **facts)`; None = not for these eyes."""
    _composers[compose.__name__] = compose
    return compose


def compose(reader: Reader, answer: Answer) -> Composed | None:
    """The answer as these eyes may see it; None where there is nothing they may see."""
    from bot.answers import (  # noqa: F401
        days_off,
        digests,
        nudges,
        office,
        partners,
        programs,
        search,
        talk,
        tasks,
        troubles,
    )

    made = _composers[answer.name](reader, **answer.facts)
    return Composed(made) if isinstance(made, Message) else made
