"""What is polite round a command and changes nothing of it."""

from __future__ import annotations

import re

_YOU = r"(?:you|u|someone|somebody|anyone|we|i|kamu|anda|kita|saya|mas|mbak|pak|bu|kak)"
_POLITE = re.compile(
    rf"(?:please|pls|plz|kindly|tolong(?:in)?|tlg|mohon|harap|dimohon|silakan|silahkan|"
    rf"(?:can|could|would|will)\s+{_YOU}(?:\s+(?:please|pls|kindly))?|"
    rf"(?:bisa|boleh|bisakah|bolehkah|dapatkah)(?:\s+{_YOU})?(?:\s+(?:minta|tolong|bantu))*|"
    r"minta\s+tolong|i(?:'d| would) like (?:you )?to|i want (?:you )?to)(?![\w/])[\s,:!]*",
    re.IGNORECASE,
)
_TAIL = 60  # characters: what is polite at the end is short
_GREETING = re.compile(r"(?:hi|hello|hey|halo|hai|ok|oke|okay|lintas|let'?s)(?![\w/])[\s,:!]*", re.IGNORECASE)
_AFTER = re.compile(
    r"[\s,]*(?:(?<!\w)(?:please|pls|plz|thanks|thank you|thx|ya|yah|dong|deh|aja|saja|tolong|makasih|"
    r"terima kasih|trims|kak|mas|mbak|pak|bu|now|sekarang)(?!\w)|[?.!…🙏👍😊🙂]+)\s*$",
    re.IGNORECASE,
)


_HELLO = re.compile(
    r"\s*(?:(?:hi|hello|hey|halo|hallo|hai|good (?:morning|afternoon|evening)|morning|dear|"
    r"selamat (?:pagi|siang|sore|malam)|pagi|siang|sore|malam)"
    r"(?:\s+(?:team|all|everyone|everybody|guys|folks|there|semua(?:nya)?|tim|lintas|"
    r"teman[\s-]teman|temen[\s-]temen|rekan(?:[\s-]rekan)?|kawan[\s-]kawan|bapak|ibu|pak|bu|mas|mbak|kak|dan|and))*"
    r"\s*[,!.\n–-]+\s*)+",
    re.IGNORECASE,
)
_SMILE = re.compile(
    r"(?:\s*(?:[\U0001F300-\U0001F64F\U0001F680-\U0001F6FF\U0001F900-\U0001F9FF\u2764\u263A\ufe0f\U0001F3FB-\U0001F3FF]|"
    r":(?!white_check|heavy_check|ballot)[a-z][a-z0-9_+-]*:|[:;]-?[)D(]))+\s*$"
)
_YA = re.compile(
    r"(?<=[\w:)])(?:\s*,)?\s(?:ya|yah|yaa|thanks|thx|makasih|terima kasih|trims)\s*[.!]*\s*$", re.IGNORECASE
)


def without_manners(text: str) -> str:
    """A message without a greeting to all before it and thanks or smiles behind, unless it is just that."""
    hello = _HELLO.match(text)
    shorter = text[hello.end() :] if hello else text
    smiles = not shorter.isascii() or ":" in shorter or ";" in shorter
    for pattern, likely in ((_SMILE, smiles), (_YA, True), (_SMILE, smiles)):
        end = pattern.search(shorter, max(len(shorter) - _TAIL, 0)) if likely else None
        shorter = shorter[: end.start()] if end else shorter
    return shorter if any(c.isalnum() for c in shorter) else text


def without_opening(text: str) -> str:
    """The text without “please”, “tolong”, “could you” at its beginning, unless nothing else is left."""
    at = 0
    while match := _POLITE.match(text, at):
        at = match.end()
    return text[at:] or text


def without_courtesy(text: str) -> str:
    """The text without what is polite at its beginning and at its end."""
    text = text.strip()
    while text != (
        shorter := without_opening(_GREETING.sub("", text, count=1) if _GREETING.match(text) else text)
    ):
        text = shorter
    while (match := _AFTER.search(text, max(len(text) - _TAIL, 0))) and match.start() > 0:
        text = text[: match.start()]
    return text
