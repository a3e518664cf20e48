"""Failures on demand: what the next calls of a method run into."""

from __future__ import annotations

import threading
from dataclasses import dataclass

KINDS = ("ratelimited", "http_500", "timeout", "cut_after_store", "cut_before_store")


@dataclass
class Fault:
    """One planned failure; `kind` is one of `KINDS` or `error:<name>`."""

    method: str
    kind: str
    channel: str | None
    times: int
    retry_after: int


class Faults:
    """Planned failures in the order they were planned, and a switch for everything."""

    def __init__(self) -> None:
        self.slack_down = False
        self._planned: list[Fault] = []
        self._lock = threading.Lock()

    def next(
        self,
        method: str,
        kind: str,
        *,
        channel: str | None = None,
        times: int = 1,
        retry_after: int = 1,
    ) -> None:
        """Make the next `times` calls of `method` (`*`: any; in `channel` if given) fail in this way.

        `ratelimited`: 429 with Retry-After of `retry_after` seconds. `http_500`. `timeout`: never answered.
        `cut_after_store`: done, then the connection closes unanswered. `cut_before_store`: closes, not done.
        `error:<name>`: `ok: false` with that error, not done.
        """
        if kind not in KINDS and not kind.startswith("error:"):
            raise ValueError(f"no such fault: {kind}")
        with self._lock:
            self._planned.append(Fault(method, kind, channel, times, retry_after))

    def take(self, method: str, channel: str | None) -> Fault | None:
        """The failure this call runs into, used up by it."""
        with self._lock:
            for fault in self._planned:
                if fault.method in (method, "*") and fault.channel in (channel, None):
                    fault.times -= 1
                    if fault.times <= 0:
                        self._planned.remove(fault)
                    return fault
        return None

    def clear(self) -> None:
        """Forget all planned failures and bring Slack up again."""
        with self._lock:
            self._planned.clear()
        self.slack_down = False
