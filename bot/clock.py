"""What people mean by now: the machine's time, or the time a local workspace was moved to."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta


class Clock:
    """Now, for rules and texts; moved forward only by the local workspace and by tests."""

    def __init__(self, start: datetime | None = None):
        self._lock = threading.Lock()
        self._offset = start - datetime.now(UTC) if start is not None else timedelta()

    def now(self) -> datetime:
        with self._lock:
            return datetime.now(UTC) + self._offset

    def move(self, to: datetime) -> None:
        """Let it be then, from this moment on."""
        with self._lock:
            self._offset = to - datetime.now(UTC)


class FixedClock(Clock):
    """The same instant for the whole of a pass: `lintas tick --now`."""

    def __init__(self, at: datetime):
        super().__init__(at)
        self._at = at

    def now(self) -> datetime:
        return self._at

    def move(self, to: datetime) -> None:
        self._at = to
