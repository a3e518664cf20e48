"""Where somebody is or goes: told, not asked for."""

from __future__ import annotations

import re

_PLACE = r"(?=\s(?-i:[A-ZÀ-Þ]))"
_DAY = r"(?:next week|tomorrow|today|on \w+day|minggu depan|besok|lusa|hari ini|\w+ depan)"
_ENGLISH = (
    r"(?:i|we)(?:'m|'re|'ll be| am| are| will be)\s+(?:still\s+|also\s+)?"
    r"(?:travell?ing|flying|heading|leaving|arriving|visiting|staying|away|off|out of|"
    r"out(?= until| till| on| next| from)|back(?= in| on| from)|on (?:leave|holiday|vacation|a trip)|"
    rf"going to{_PLACE}|in{_PLACE}|at{_PLACE})"
)
_INDONESIAN = (
    r"(?:saya|aku|gue|kami|kita)\s+(?:(?:akan|sedang|lagi|masih|mau)\s+)*"
    rf"(?:di{_PLACE}|ke{_PLACE}|berangkat|terbang|cuti|libur|izin|sakit|dinas|pulang|di luar|perjalanan|"
    r"keluar kota)"
)
_SOMEWHERE = re.compile(
    rf"(?:[\w ]{{0,20}},\s*)?(?:{_DAY},?\s+)?(?:{_ENGLISH}|{_INDONESIAN})(?!\w)", re.IGNORECASE
)


def tells_where(text: str) -> bool:
    """Whether the text begins by telling where its author is: “I'm in Lyon until Friday”, “saya cuti”."""
    return _SOMEWHERE.match(text) is not None
