"""Which dates of a message may be the deadline of what it asks for."""

from __future__ import annotations

import re

from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import words
from bot.parsing.message import Message

STOP = re.compile(r"[.;?!:–—]\s+\w|\(")


def due_spans(m: Message) -> list[Span]:
    """The dates that may be the deadline: not what an agreement is valid until, not a month or a week
    said in passing."""
    usable = []
    for span in m.spans:
        spread = span.kind in ("month", "quarter", "year")
        within = "on" in span.roles and not m.masked[span.end :].strip(" .!")
        if spread and not (span.deadline or within or closing_period(m, span)):
            continue
        if not span.deadline and _in_question(m, span):
            continue
        usable.append(span)
    return usable


_COULD = words("someone somebody anyone you u we ada kamu")  # “great if someone could …” is a request


def _in_question(m: Message, span: Span) -> bool:
    """Whether the date is part of what is to be asked: “ask Giulia if 7 May works”."""
    for i, _ in m.places("if"):
        start = m.start_of(i)
        asks = (
            not m.has("wished")
            and m.at(i) in ("if", "whether", "apakah", "apa")
            and m.at(i + 1) not in _COULD
        )
        if asks and start < span.start:
            return not STOP.search(m.masked, start, span.start)
    return False


def closing_period(m: Message, span: Span) -> bool:
    """“File it this month”, “didaftarkan bulan ini juga”: the period ends what is asked."""
    after = m.masked[span.end :].strip(" .!,").lower()
    named = m.masked[span.core :].lower()
    english = named.startswith(("this ", "next ")) and after in ("", "please", "pls")
    if span.kind not in ("week", "month", "quarter"):
        return False
    return not span.roles and (english or after == "juga")
