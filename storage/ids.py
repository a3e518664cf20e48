"""Row ids: time-ordered, 63 bits, made here, so that a row knows its id before it is written."""

from __future__ import annotations

import secrets
import threading
import time

_EPOCH_MS = 1_767_225_600_000  # 2026-01-01 UTC
_lock = threading.Lock()
_last = 0


def new_id() -> int:
    """Return an id greater than any this process gave before; 41 bits of milliseconds, 22 bits of chance.

    Within one millisecond ids count upwards from a random start, so two processes meet with a chance of
    about one in a million per id and shared millisecond, and the primary key then refuses the second.
    """
    global _last
    this_ms = (time.time_ns() // 1_000_000 - _EPOCH_MS) << 22
    with _lock:
        _last = this_ms | secrets.randbits(21) if this_ms > _last else _last + 1
        return _last
