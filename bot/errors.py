"""What a person can put right, said so that they can."""

from __future__ import annotations

from dataclasses import dataclass


def N_(sentence: str) -> str:  # noqa: N802 - the name that gettext tools know
    """Mark a sentence for the catalogue where it is written; it is translated where it is shown."""
    return sentence


@dataclass(frozen=True)
class Way:
    """One way out of an error, offered as a button.

    `label` is shown as it stands (a name, or a sentence marked by N_); pressing it runs `command`
    as if the person had typed it.
    """

    label: str
    command: str


class UserError(Exception):
    """A request that cannot be met as it stands: what, why, and what to do.

    Nothing was stored when it reaches the reader. `sentence` is English, marked with N_ where it is
    raised, translated in `handlers/listener.py`; `facts` fill its {placeholders}, and those called
    `example`, `advice` and `command` may be marked with N_ themselves; `ways` become buttons.
    """

    def __init__(
        self, sentence: str, /, *, ways: tuple[Way, ...] = (), field: str | None = None, **facts: object
    ):
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts
        self.ways = ways
        self.field = field
