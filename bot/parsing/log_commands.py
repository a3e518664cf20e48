"""`/partner log …`: with whom, and what is told of it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import CITIES, MONTHS, WEEKDAYS, words
from bot.parsing.intents import CreateTask, LogContact, Reading, Said
from bot.parsing.logs import log_of
from bot.parsing.message import Message
from bot.parsing.names import named, words_of
from bot.parsing.quick_add import cut_out
from bot.parsing.slack_text import MAX_LENGTH, plain

_NAMED = re.compile(
    r"(?<!\w)(?i:with|from|to|for|dengan|dgn|dari|sama|bersama|bareng|ke|kepada|met|called|phoned|emailed|visited|"
    r"ketemu|bertemu|menelepon|telepon|telpon|hubungi)\s+(?:(?i:the|pak|bu|bapak|ibu|mr|mrs|ms|dr|prof)\.?\s+)*"
    r"(?P<name>[A-ZÀ-Þ][\w'’.-]*\w(?:\s+(?:(?:van|de|der|von|bin|al|di|du|la|le)\s+)*[A-ZÀ-Þ][\w'’-]+){0,4})"
)
_CONTACT = ("met", "called", "emailed", "messaged", "document")
_FORM = words(
    "a an the with from to of on at dengan dgn dari sama bersama bareng ke kepada di pada via lewat our my "
    "their short quick long good video phone pak bu bapak ibu mr mrs ms dr prof call meeting email rapat "
    "telepon wa chat whatsapp surel zoom visit kunjungan hari ini tadi today just now barusan had and dan"
)
_LATELY = 60  # days: a day of the past this near is meant rather than next year's


def read_log(text: str, reading: Reading) -> LogContact | CreateTask:
    """The contact that the words tell of, with whom where they name someone; one still to come is a task."""
    m = Message(plain(text)[:MAX_LENGTH], reading)
    log = log_of(m)
    if log.partner is None and (name := _name(m)):
        log = replace(log, partner=name)
    if ahead := _ahead(m):
        title = cut_out(m.text, [(ahead.start, ahead.end)])
        partner = log.organisation or log.partner
        return CreateTask(title, ahead.when, partner=partner, program=log.program)
    return replace(log, text=_told(m, log))


def _head(m: Message) -> int:
    """The character where what is told begins: behind a colon, else the end."""
    colon = re.search(r":\s|\s[–—-]\s", m.masked)
    return colon.start() if colon else len(m.text)


def _name(m: Message) -> Said | None:
    """A name that nobody known has, so that whoever it is can be added; a colleague's is none."""
    match = _NAMED.search(m.even, 0, _head(m))
    if not match:
        return None
    start, end = match.span("name")
    if any(start < o.end and o.start < end for o in m.organisations):
        return None
    if _not_names.issuperset(words_of(match["name"])):
        return None
    said = named(m.text[start:end], m.reading.world, "contacts")
    colleague = any(p.start <= start and p.end >= end for p in m.members)
    return None if colleague and not said.matches else said


_not_names = frozenset({*WEEKDAYS, *MONTHS, *CITIES, "zoom", "teams", "whatsapp"})


def _ahead(m: Message) -> Span | None:
    """The coming day that the contact itself is on: “rapat dengan Pak Fauzi besok”."""
    today = m.reading.now.astimezone(m.reading.tz).date()
    head = _head(m)
    if any(m.start_of(i) < head for i, _ in m.places("past", "said", "they_promise", "we_promise")):
        return None
    for span in m.spans:
        lately = span.back is not None and (today - span.back).days <= _LATELY
        if (
            span.core < head
            and span.when
            and not (span.when.past or lately or span.deadline)
            and span.strength == "strong"
            and span.kind not in ("length", "month", "quarter", "year")
            and span.when.day > today
        ):
            return span
    return None


def _told(m: Message, log: LogContact) -> str:
    """What is told behind “call with Claire Dubois:”; the whole where more than that stands before."""
    head = _head(m)
    rest = m.text[head:].lstrip(" :–—-").strip()
    whom = log.partner or log.organisation
    if not rest or not whom:
        return m.text
    covered = {i for t in _CONTACT for i, j in m.places(t) for i in range(i, j)}
    names = [(name.start, name.end) for name in (*m.people, *m.organisations, *m.members)]
    for start, end in [*names, *((span.start, span.end) for span in m.spans)]:
        covered |= set(range(m.word_at(start), m.word_at(end)))
    named_ = set(words_of(whom.text))
    before = range(m.word_at(head))
    plain_ = all(i in covered or m.at(i) in _FORM or m.at(i) in named_ for i in before)
    return rest if plain_ else m.text
