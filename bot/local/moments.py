"""Where a person may move the clock to."""

from __future__ import annotations

import re
from datetime import datetime, timedelta

UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


class MomentError(Exception):
    """A moment that cannot be understood or lies in the past; its text is for the person."""


def moment(words: str, now: datetime, coming: datetime | None) -> datetime:
    """The instant meant by `+1h`, `tomorrow 09:00`, `09:00`, `next` or ISO 8601; later than `now`."""
    to = _instant(words.strip().lower(), now, coming)
    if to <= now:
        raise MomentError("The clock moves forward only.")
    return to


def _instant(words: str, now: datetime, coming: datetime | None) -> datetime:
    if match := re.fullmatch(r"\+\s*(\d{1,4})\s*([mhdw])", words):
        return now + timedelta(**{UNITS[match[2]]: int(match[1])})
    if match := re.fullmatch(r"(tomorrow\s+)?(\d{1,2}):(\d{2})", words):
        day = now + timedelta(days=1 if match[1] else 0)
        try:
            return day.replace(hour=int(match[2]), minute=int(match[3]), second=0, microsecond=0)
        except ValueError:
            raise MomentError(f"{match[2]}:{match[3]} is not a time of day.") from None
    if words == "next":
        if coming is None:
            raise MomentError("Nothing is planned.")
        return coming
    try:
        given = datetime.fromisoformat(words.upper())
    except ValueError:
        raise MomentError("Write +1h, +2d, tomorrow 09:00, or a date such as 2026-11-25 09:00.") from None
    return given if given.tzinfo else given.replace(tzinfo=now.tzinfo)
