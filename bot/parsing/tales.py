"""What is told for its own sake: old times, other people's duties, repeated words, a chat passed on."""

from __future__ import annotations

import re

from bot.parsing.message import Message

_YEAR = re.compile(
    r"(?<!\w)(?:back in|way back in|in|tahun|thn|th|since|sejak)\s+(?:tahun\s+)?((?:19|20)\d\d)(?!\d)", re.I
)
_QUOTES = re.compile(r'"([^"\n]{6,})"|(?<!\w)\'([^\'\n]{6,})\'(?!\w)')
_PASSED_ON = re.compile(
    r"\b(?:forward(?:ed|ing)?|fwd|fw|terus(?:an|kan)|diteruskan|dari|from|titip(?:an)?|asks?|asked|wants?|minta|"
    r"pesan|please|tolong|todo|task|tugas|item)\b",
    re.I,
)
_LINE = re.compile(r"^\s*([A-Z][\w'’]+(?: [A-Z][\w'’]+)?):\s+(\S.*)$", re.MULTILINE)
_TO_HEAVEN = re.compile(
    r"\W*(?:oh\s+)?(?:please[,\s]+)+let (?:it|the|there|this|that|today|tomorrow)\b", re.I
)
_ACTS = ("verb", "request", "deadline_word", "remind_me", "task_label")


def told_for_its_own_sake(m: Message) -> bool:
    """Whether the message is a tale, a saying or somebody else's talk, and asks for nothing itself."""
    if _chat(m) or (_TO_HEAVEN.match(m.masked) and not m.said("know")):
        return True
    if m.has("new_contact", "task_label", "make_task"):
        return False
    if m.at(0) == "never" and not m.mentions:
        return True
    asks = any(m.at(i) not in _WEAK for i, _ in m.places("request")) or bool(m.mentions)
    return not asks and (m.has("ago", "others", "hearsay") or _old_year(m) or quotes_only(m))


_WEAK = frozenset(
    ["must", "have", "should", "need", "needs", "harus", "wajib", "has", "perlu", "coba", "we", "minta"]
)


def _old_year(m: Message) -> bool:
    found = _YEAR.search(m.masked) if "19" in m.masked or "20" in m.masked else None
    return found is not None and int(found[1]) < m.reading.now.year


def _chat(m: Message) -> bool:
    """Whether two people's lines are passed on: a question among them, or one of them twice."""
    if "\n" not in m.masked or ":" not in m.masked:
        return False
    lines = _LINE.findall(m.masked)
    speakers = [name for name, _ in lines]
    asked = any(line.rstrip().endswith("?") for _, line in lines)
    return (
        len(lines) > 1
        and len(lines) == len(m.masked.strip().splitlines())
        and (asked or len(set(speakers)) < len(speakers))
    )


def quotes_only(m: Message) -> bool:
    """Whether all that asks or dates stands within quotation marks, and nobody passes it on as an order."""
    found = _QUOTES.search(m.even)
    if found is None or m.has("gone", "dropped"):
        return False
    inside = m.word_at(found.start()), m.word_at(found.end())
    acts = [i for i, _ in m.places(*_ACTS)] + [
        m.word_at(s.start) for s in m.spans if s.when and not s.when.past
    ]
    within = [i for i in acts if inside[0] <= i < inside[1]]
    outside = m.even[: found.start()] + " " + m.even[found.end() :]
    return bool(within) and len(within) == len(acts) and not _PASSED_ON.search(outside)
