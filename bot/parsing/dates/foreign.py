"""Absolute dates in a third language, by dateparser, on an isolated slot only."""

from __future__ import annotations

import re
from datetime import timedelta

from bot.parsing.intents import Reading, When

_LANGUAGES = ["fr", "de", "nl", "es", "it", "pt", "ja", "ko", "zh", "ms", "sv", "hu", "tr", "ar", "pl", "ru"]
_SHAPE = re.compile(r"(?=.*\d)(?=.*(?:[^\W\d_]{3}|[年月日년월일])).{3,40}$")
_NO_DATE = re.compile(r"[#@<>/\\+*=]|\d{5,}|\d+[.,]\d{3}")


def foreign_date(text: str, reading: Reading) -> When | None:
    """“15 décembre 2026”, “3. März”, “2026年12月15日”: a day with its month; anything vaguer is None."""
    if not _SHAPE.match(text) or _NO_DATE.search(text):
        return None
    import dateparser

    found = dateparser.parse(
        text,
        languages=_LANGUAGES,
        settings={
            "PARSERS": ["absolute-time"],
            "REQUIRE_PARTS": ["day", "month"],
            "DATE_ORDER": "DMY",
            "PREFER_DATES_FROM": "future",
            "RELATIVE_BASE": reading.now.astimezone(reading.tz).replace(tzinfo=None),
        },
    )
    if found is None or found.time().replace(microsecond=0).isoformat() != "00:00:00":
        return None
    today = reading.now.astimezone(reading.tz).date()
    day = found.date()
    if not today - timedelta(days=3_660) < day < today + timedelta(days=18_300):
        return None
    return When(day, words=text, past=day < today)
