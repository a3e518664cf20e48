"""App Home."""

from __future__ import annotations

from handlers.replies import Quiet, Reply, ShowHome
from handlers.turn import Turn


def home_opened(turn: Turn) -> Reply:
    """Publish the person's Home when they look at it."""
    return ShowHome() if turn.call.body["event"].get("tab") == "home" else Quiet()
