"""Logs: structured lines on standard error that never hold what somebody wrote."""

from __future__ import annotations

import logging
import sys
import traceback
from typing import Any

import structlog

_LEAST = {
    "": logging.ERROR,  # APScheduler tells of late ticks; Bolt, whose loggers ask the root, quotes requests
    "slack_sdk.web": logging.CRITICAL,  # whoever calls says what came of it, in one line and without a trace
    "slack_sdk.webhook": logging.CRITICAL,
}
"""From which level on libraries are heard: they write plain lines of their own."""


def configure_logs(level: str = "info") -> None:
    """Write events as key=value; of an exception only its type and where it was raised."""
    for name, least in _LEAST.items():
        logging.getLogger(name).setLevel(least)
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            _where_it_was_raised,
            structlog.processors.LogfmtRenderer(key_order=["timestamp", "level", "event"]),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=lambda *_: structlog.PrintLogger(sys.stderr),
    )


def _where_it_was_raised(_: object, __: str, event: Any) -> Any:
    """An exception's own words may quote a message, so only its type and its frames are kept."""
    problem = event.pop("exc_info", None)
    if problem is True:
        problem = sys.exc_info()[1]
    if isinstance(problem, BaseException):
        frames = traceback.extract_tb(problem.__traceback__)
        event["problem"] = type(problem).__name__
        event["at"] = " < ".join(f"{frame.name}:{frame.lineno}" for frame in reversed(frames[-6:]))
    return event
