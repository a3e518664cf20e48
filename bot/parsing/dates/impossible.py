"""Words in the form of a date that no calendar and no clock has: “31 February”, “30 Februari”, “jam 27”."""

from __future__ import annotations

import re

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import safe_date
from bot.parsing.dates.tokens import fold
from bot.parsing.intents import Reading

_MONTH = "|".join(sorted(lx.MONTHS, key=len, reverse=True))
_YEAR = r"(?:[ ,]+(?P<year{0}>\d{{4}})(?!\d))?"
_DAY_MONTH = re.compile(
    rf"(?<![\w/.:-])(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of|\s+bulan)?[ -](?P<m1>{_MONTH})\.?(?!\w)"
    rf"{_YEAR.format(1)}"
    rf"|(?<!\w)(?P<m2>{_MONTH})\.?\s+(?:the\s+)?(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?![\w:%]){_YEAR.format(2)}",
    re.IGNORECASE,
)
_NUMERIC = re.compile(
    r"(?<![\w/.:-])(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/](\d{1,2})[/](\d{4}|\d{2}))(?![\w/-])"
)
_CLOCK = re.compile(
    r"(?<!\w)(?:jam|pukul|pkl|jm|at(?=\s+\d\d[.:]\d\d|\s+\d\d\s*(?:[ap]m|[,.;!?]|$)))\s+"
    r"(?P<h1>\d{1,2})(?:[.:](?P<n1>\d{2}))?(?![\w:/%])(?!\.\d)|"
    r"(?<![\w:.])(?P<h2>\d{1,2}):(?P<n2>\d{2})(?![\w:])",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_CUES = re.compile(
    r"(?:(?<!\w)(?:by|before|due|on|until|till|sebelum|paling lambat|selambatnya|sampai|hingga|pada|tanggal|"
    r"tgl|deadline|tenggat|to|ke|for|untuk)(?: on| tanggal| tgl|:)?\s+)+$",
    re.IGNORECASE,
)


def impossible_date(text: str, reading: Reading) -> str | None:
    """The first words of the text that have the form of a date or a clock time and can be none; else None."""
    span = impossible_span(text, reading)
    return text[span[1] : span[2]] if span else None


def impossible_span(text: str, reading: Reading) -> tuple[int, int, int] | None:
    """Where its cue words, the date itself and its end stand, in characters."""
    if not _DIGIT.search(text):
        return None
    year = reading.now.astimezone(reading.tz).year
    for match in _DAY_MONTH.finditer(text):
        month = lx.MONTHS[fold(match["m1"] or match["m2"]).lower()]
        said = match["year1"] or match["year2"]
        day = int(match["d1"] or match["d2"])
        years = [int(said)] if said else [year + n for n in range(9)]
        if not any(safe_date(y, month, day) for y in years) and 0 < day < 40:
            return _with_cue(text, *match.span())
    for match in _NUMERIC.finditer(text):
        if match[1]:
            fits = bool(safe_date(int(match[1]), int(match[2]), int(match[3])))
        else:
            y = int(match[6]) + (2000 if len(match[6]) == 2 else 0)
            a, b = int(match[4]), int(match[5])
            fits = bool(safe_date(y, b, a) or safe_date(y, a, b))
        if not fits:
            return _with_cue(text, *match.span())
    for match in _CLOCK.finditer(text):
        hour, minute = int(match["h1"] or match["h2"]), int(match["n1"] or match["n2"] or 0)
        if hour > 24 or minute > 59 or (hour == 24 and minute):
            return match.start(), match.start(), match.end()
    return None


def _with_cue(text: str, start: int, end: int) -> tuple[int, int, int]:
    cue = _CUES.search(text[:start])
    return cue.start() if cue else start, start, end
