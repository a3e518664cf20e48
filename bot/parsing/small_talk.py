"""Messages that ask for nothing and tell nothing: greetings, thanks, jokes, quotes, code."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import MONTHS, PARTS, WEEKDAYS
from bot.parsing.message import Message
from bot.parsing.tales import told_for_its_own_sake

_CODE = re.compile(r"```.*?(?:```|$)|`[^`\n]*`", re.DOTALL)
_QUOTED = re.compile(r"^\s*>.*$", re.MULTILINE)
_SOME_DAY = re.compile(r"\b(?:some ?day|one of these days|suatu hari|kapan[- ]kapan)\b", re.IGNORECASE)
_YOUR_OWN = re.compile(
    r"^\W*(?:(?:bring|wear|take|grab|enjoy|have) (?:your|a) (?:own |nice |good |safe )?"
    r"(?:umbrella|jacket|coat|appetite|seat|break|rest|time|day|night|weekend|trip|flight|lunch|drink)|"
    r"(?:bawa|pakai) (?:payung|jaket|jas hujan))\b",
    re.IGNORECASE,
)  # what people tell each other for their own good
_QUOTATION = re.compile(r':\s*"([^"\n]+)"\W*$')  # somebody's words, not the author's
_EMOJI_WORD = re.compile(r":[a-z0-9_+-]+:")


def own_words(text: str) -> str:
    """The text without code and without quoted lines: what its author says."""
    if "`" not in text and ">" not in text:
        return text
    return _QUOTED.sub(" ", _CODE.sub(" ", text))


def nothing_said(m: Message) -> float | None:
    """How sure it is that the message is mere talk, or None."""
    if m.has("no_log"):
        return 0.97
    if m.has("idiom") or (
        m.said("weather", "cuaca", "cuacanya")
        and not (m.has("risk", "blocker", "request") or any(i == 0 for i, _ in m.places("verb")))
    ):
        return 0.9
    if told_for_its_own_sake(m):
        return 0.9
    if m.said(*_LEISURE) and not (m.people or m.organisations or m.members or m.mentions):
        return 0.9
    if not m.strong and (_SOME_DAY.search(m.masked) or _YOUR_OWN.search(m.masked)):
        return 0.9
    plain = _EMOJI_WORD.sub(" ", m.masked) if ":" in m.masked else m.masked
    if not any(c.isalnum() for c in plain):
        return 0.99
    covered = {i for start, end in m.places("small_talk") for i in range(start, end)}
    rest = [i for i in range(len(m.words.words)) if i not in covered]
    if len(rest) <= _FEW and _names_only(m, rest):
        return 0.97
    if (quoted := _QUOTATION.search(m.even)) and 2 * len(quoted[1]) > len(m.text) and not m.has("make_task"):
        return 0.9
    asks = m.has("request", "task_label", "make_task", "remind_me") or "?" in m.masked
    if (
        any(i == 0 for i, _ in m.places("wish"))
        and not asks
        and not m.mentions
        and not m.has("done", "new_contact")
    ):
        return 0.92
    if m.has("hypothetical") and not m.has("request"):
        return 0.9
    return None


_LEISURE = ("nonton", "ngopi", "nongkrong", "karaoke", "karaokean", "netflix", "nobar", "bukber")
_FEW = 8  # words: no greeting names more people and days


def _names_only(m: Message, places: list[int]) -> bool:
    """Whether the words at those places are people, days and named emoji."""
    said = m.words.words
    if any(said[i] not in _TIMES and not m.words.capital(i) and ":" not in m.masked for i in places):
        return False
    people = {m.word_at(p.start) + k for p in (*m.members, *m.people) for k in range(max(p.words, 1))}
    smiles = _emoji_words(m)
    return all(i in people or said[i] in _TIMES or said[i] in smiles for i in places)


_TIMES = WEEKDAYS.keys() | MONTHS.keys() | PARTS.keys()
_GREETING = re.compile(
    r"\W*(?:hi+|hello+|hey+|hal+o+|hai+|hei|good (?:morning|afternoon|evening|day)|"
    r"selamat (?:pagi|siang|sore|malam)|"
    r"assalamualaikum|permisi|ping|test|tes)(?:\s+(?:lintas|bot|there|kak|min))?\W*",
    re.IGNORECASE,
)


def greets(text: str) -> bool:
    """Whether the whole text is a greeting to whoever reads it, not to people named or to a team."""
    return len(text) < 60 and _GREETING.fullmatch(text) is not None


def _emoji_words(m: Message) -> frozenset[str]:
    if ":" not in m.masked:
        return frozenset()
    return frozenset(w for e in _EMOJI_WORD.findall(m.masked) for w in re.findall(r"[a-z0-9]+", e))
