"""What the local workspace needs from the product it serves; `cli.py` and the tests fill these in."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any, Protocol

JSON = dict[str, Any]

Manifest = Mapping[str, Any]
"""The app manifest as parsed from YAML or JSON, in Slack's own form."""

Idle = Callable[[], None]
"""Blocks until the app has nothing in flight: no running handler, no follow-up still to be posted."""

MachineClock = Callable[[], float]
"""Monotonic seconds; the life of triggers, response URLs and connections is counted on it."""


class Clock(Protocol):
    """The movable *now* of the people in the workspace."""

    def now(self) -> datetime:
        """The present instant, aware, in the workspace's zone."""
        ...

    def move(self, to: datetime) -> None:
        """Make `to` the present and do whatever fell due on the way."""
        ...

    def next_event(self) -> datetime | None:
        """When the app will next do something by itself, or None."""
        ...


class Inspector(Protocol):
    """What the page shows of the app's inside, as plain JSON values."""

    def rows(self) -> dict[str, list[JSON]]:
        """Stored rows by table name."""
        ...

    def parse(self, text: str, person: str) -> JSON:
        """What the app understands of `text` said by the user id `person`."""
        ...

    def deliveries(self) -> list[JSON]:
        """What the app has said or is about to say unasked, newest first."""
        ...
