"""Who promised what in a contact that is told, and what is asked of us."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates.lexicon import words
from bot.parsing.dates.spans import Span
from bot.parsing.intents import FollowUp, LogContact, Promise, When
from bot.parsing.message import Message
from bot.parsing.quick_add import cut_out

_CLAUSE = re.compile(
    r"[;.!?\n]\s*|,\s+(?=\w)|:\s+|\s(?:but|tapi|tetapi|namun|and they|and we|dan mereka|dan kita|so we|"
    r"jadi kita|lalu|then)\s",
    re.IGNORECASE,
)
_DUTY = re.compile(
    r"^(?:(?:and|so|but|then|dan|jadi|lalu|she|he|they|mereka|beliau|dia|we|kita|kami|also|juga|i|saya)\s+)*"
    r"(?:(?:is|are|was|were)\s+)?(?:asked|asks|asking|wants?|wanted|requests?|requested|needs?|"
    r"would like|expects?|minta|meminta|mintanya|diminta|butuh|perlu|harus|"
    r"promised|promises|agreed|agrees|offered|offers|will|'ll|ll|can|akan|janji|berjanji|menjanjikan|"
    r"siap|bersedia|sanggup|menyanggupi|mau|committed|must|should|have to|need)?"
    r"\s*(?:(?:us|me|for|to|that|untuk|akan|supaya|agar|kita|kami|a|the|if we could|we|dikirim|"
    r"dikirimi)\s+)*",
    re.IGNORECASE,
)


def promises_of(m: Message, log: LogContact) -> LogContact:
    """The first promise, ours or theirs, and the first request that falls to us."""
    for start, end in _clauses(m.masked):
        first, last = m.word_at(start), m.word_at(end)
        tags = {
            t
            for t in ("we_promise", "they_promise", "asked_us")
            if any(first <= i < last for i, _ in m.places(t))
        }
        vow = _vow(m, start, end)
        if vow:
            tags = tags - {"we_promise", "they_promise"} | {"we_promise" if vow == "us" else "they_promise"}
        if not tags or end - start < 8:
            continue
        due, span = _due_in(m, start, end)
        what = _what(m.text[start:end], start, span)
        if len(what.split()) < 1 or not what:
            continue
        if "we_promise" in tags and log.promise is None:
            log = replace(log, promise=Promise("us", what, due))
        elif (
            "asked_us" in tags and "they_promise" not in tags and log.follow_up is None and (start > 0 or due)
        ):
            log = replace(log, follow_up=FollowUp(what, due))
        elif "they_promise" in tags and log.promise is None and not _expects(m, first, last):
            log = replace(log, promise=Promise("partner", what, due))
    return log


_VOW = re.compile(
    r"(?<=\w)'(?:ll|d)(?!\w)|(?<!\w)(?:will|would|is going to|are going to|is sending|are sending|"
    r"bakal(?:an)?|akan|mau|janji(?:in|kan)?|berjanji|menjanjikan|promised|promises|promise|agreed to)(?!\w)",
    re.IGNORECASE,
)
_NO_DEED = words(
    "be need have like want libur cuti ada perlu butuh menunggu tunggu dulu jadi datang visit see"
)
_US = words("i we kita kami aku saya gue gw")
_THEM = words(
    "she he they dia beliau mereka museum gallery team tim festival ministry embassy office lender curator "
    "kurator registrar director galeri kedutaan kementerian"
)
_ADVERBS = words("has have had already also just then sudah udah sdh udh telah juga jg pun nanti masih")


def _vow(m: Message, start: int, end: int) -> str | None:
    """“us” or “partner”: whoever is the subject of a vow between two characters (“kita udah janji …”, “she'd
    sign”); None where nobody vows, or it is no deed."""
    for match in _VOW.finditer(m.even, start, end):
        following = m.at(m.word_at(match.end()))
        verb = any(i == m.word_at(match.end()) for i, _ in m.places("verb"))
        if following in _NO_DEED or (match.group().lower() == "mau" and not verb):
            continue
        if who := _subject(m, start, match.start()):
            return who
    return None


def _subject(m: Message, start: int, at: int) -> str | None:
    """Whose deed it is by the word right before character `at`."""
    i = m.word_at(at) - 1
    if m.end_of(i) > at:  # “she'd” is one word
        said = m.even[m.start_of(i) : at].lower()
        return "us" if said in _US else "partner" if said in _THEM else None
    while m.at(i) in _ADVERBS:
        i -= 1
    if i < 0 or m.start_of(i) < start:
        return None
    if m.at(i) in _US:
        return "us"
    named = any(p.start <= m.start_of(i) < p.end for p in (*m.people, *m.organisations))
    return "partner" if named or m.at(i) in _THEM else None


def _clauses(text: str) -> list[tuple[int, int]]:
    bounds, at = [], 0
    for stop in _CLAUSE.finditer(text):
        if stop.start() > at:
            bounds.append((at, stop.start()))
        at = stop.end()
    if at < len(text):
        bounds.append((at, len(text)))
    return bounds


def _due_in(m: Message, start: int, end: int) -> tuple[When | None, Span | None]:
    for span in m.spans:
        if (
            start <= span.core < end + 2
            and span.when
            and not span.when.past
            and span.when.day >= m.today
            and (span.strength == "strong" and "valid" not in span.roles and "since" not in span.roles)
        ):
            return span.when, span
    return None, None


def _expects(m: Message, first: int, last: int) -> bool:
    return any(
        m.at(i)
        in (
            "expect",
            "expects",
            "expecting",
            "hope",
            "hopes",
            "berharap",
            "harap",
            "mengharapkan",
            "might",
            "may",
            "mungkin",
        )
        for i in range(first, last)
    )


def _what(clause: str, offset: int, span: Span | None) -> str:
    cuts = [(max(span.start - offset, 0), min(span.end - offset, len(clause)))] if span else []
    text = cut_out(clause, cuts)
    return _DUTY.sub("", text, count=1).strip(" ,.;:–-") or text.strip(" ,.;:–-")
