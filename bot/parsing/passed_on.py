"""Words of others that are passed on to be acted upon, and words to be written down as they are."""

from __future__ import annotations

import re

_FORWARDED = re.compile(
    r"\W*(?:fwd|fw|forward(?:ed)?(?:\s+message)?|terusan|diteruskan|titipan|pesan|message)\s*:?\s*"
    r"(?:(?:from|dari)\s+[^:\n]{1,40})?:\s*[\"“'>]*\s*(?P<said>\S.*?)[\"”']*\s*",
    re.IGNORECASE | re.DOTALL,
)
_TO_NOTE = re.compile(
    r"\W*(?:(?:please|pls|plz|tolong|mohon|tlg|bisa|can you|could you)\s+)*"
    r"(?:di)?(?:catat|log|note|record)(?:kan|in)?"
    r"(?:\s+(?:this|that|down|ya|dong|ini))*\s*(?:[:,–-]\s+|"
    r"(?=(?:an?|the|our|my)\s+(?:call|meeting|email|visit|chat)\b|"
    r"(?:telepon|rapat|pertemuan|kunjungan)\b))(?P<what>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_QUOTED_LINE = re.compile(r"^\s*>\s*(?P<said>\S.*)$", re.MULTILINE)
_POINTS = re.compile(
    r"\b(?:it|this|that|ini|itu)\b.{0,40}\b(?:has to|have to|must|needs?|should|harus|perlu|minta)\b", re.I
)


def forwarded(text: str) -> str | None:
    """What somebody said, where the whole text passes it on: “Forwarded from Hadi: “Please have …””."""
    found = _FORWARDED.fullmatch(text)
    return found["said"] if found and len(found["said"].split()) > 3 else None


def to_note(text: str) -> str | None:
    """What is to be written down: “tolong dicatat: Bu Ratna bersedia …”, “log a call with Kim …”."""
    found = _TO_NOTE.fullmatch(text)
    return found["what"] if found else None


def quoted_order(text: str, own: str) -> str | None:
    """The quoted line that the author's own words want done: “> send the rider”, “it has to go out …”."""
    found = _QUOTED_LINE.search(text) if ">" in text else None
    return found["said"] if found and _POINTS.search(own) else None
