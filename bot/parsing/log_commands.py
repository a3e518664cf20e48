"""`/partner log <what happened>`: with whom, how and which way, what is told of it, and when to be in touch
again."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import Span, date_prefix, find_dates
from bot.parsing.dates.lexicon import CITIES, MONTHS, WEEKDAYS, words
from bot.parsing.intents import ContactKind, CreateTask, Direction, LogContact, Reading, Said, When
from bot.parsing.logs import log_of
from bot.parsing.message import Message
from bot.parsing.names import named, words_of
from bot.parsing.quick_add import cut_out
from bot.parsing.slack_text import MAX_LENGTH, plain, straight

_KINDS: dict[str, ContactKind] = {}
for _words, _kind in (
    ("call phone telepon telpon telp zoom panggilan", "call"),
    ("meeting met rapat pertemuan bertemu ketemu", "meeting"),
    ("email e-mail surel", "email"),
    ("message wa whatsapp chat sms pesan", "message"),
    ("letter surat", "letter"),
    ("document dokumen", "document"),
    ("agreement mou pks perjanjian kontrak contract", "agreement"),
):
    for _word in _words.split():
        _KINDS[_word] = _kind  # type: ignore[assignment]
_WAYS: dict[str, Direction | None] = {
    "from": "in", "dari": "in", "to": "out", "ke": "out", "kepada": "out", "untuk": "out",
    "with": None, "by": None, "dengan": None, "sama": None, "bersama": None,
}  # fmt: skip
_NEW = re.compile(r'(?:new|baru)\s+"(?P<name>[^"]+)"\s*:?\s*', re.IGNORECASE)
_HEAD = re.compile(
    rf"(?P<kind>{'|'.join(_KINDS)})\s+(?:(?P<way>{'|'.join(_WAYS)})\s+)?(?P<who>[^:;\n]{{2,120}}?)"
    r"(?P<end>\s*[:;]\s*|\s+[–—-]\s+|\s*$)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[\s,.;]*(?<!\w)(?:next contact|contact (?:them )?again|call (?:them )?again|kontak berikutnya|"
    r"kontak lagi|hubungi lagi|telepon lagi)\s*(?:on|by|at|pada|tanggal|:)?\s*(?=\w)",
    re.IGNORECASE,
)


def read_log_command(text: str, reading: Reading) -> LogContact | CreateTask:
    """The contact that the line tells of, and what its head says outright.

    `new "<name>"` adds a partner nobody knows.
    """
    new = _NEW.match(straight(text))
    text = text[new.end() :] if new else text
    rest, when = _without_next(text, reading)
    log = _read(rest, reading)
    if isinstance(log, CreateTask):
        return log
    log = replace(log, text=text if when else log.text, next_contact=when)
    if (head := _HEAD.match(straight(rest))) is not None:
        log = _headed(log, head, rest, text, reading)
    return replace(log, new=new["name"]) if new else log


def _headed(log: LogContact, head: re.Match[str], rest: str, text: str, reading: Reading) -> LogContact:
    """Kind, partner and direction as the head of `rest` says them, a colleague of that name left alone.

    What the head says is not repeated in what is told; `text` is all that was written.
    """
    who, dated = _without_day(head["who"], reading)
    said = named(who, reading.world, "contacts", "organisations")
    if not said.matches and not (head["way"] and head["end"].strip()):
        return log if log.partner or log.organisation else replace(log, kind=_KINDS[head["kind"].lower()])
    if not said.matches and named(who, reading.world, "members").matches:
        return log
    both = not said.matches and log.partner is not None and log.organisation is not None
    told = rest[head.end() :].strip()
    keep = not told or (dated and log.date is None)
    return replace(
        log,
        partner=log.partner if both else said,  # “Jean Petit from Musée …” is a person and an organisation
        organisation=None if said.matches else log.organisation,
        kind=_KINDS[head["kind"].lower()],
        direction=_WAYS[head["way"].lower()] if head["way"] else None,
        text=text if keep else text[head.end() :].strip(),
    )


def _without_day(words: str, reading: Reading) -> tuple[str, bool]:
    """The name without a day said after it: “Anna Richter yesterday”."""
    words = re.sub(r"^(?:the)\s+", "", words, flags=re.IGNORECASE)
    spans = [span for span in find_dates(words, reading) if span.strength == "strong" and span.start > 1]
    if not spans:
        return words.strip(' "'), False
    cut = re.sub(r"\s+(?:on|pada|at)$", "", words[: spans[0].start].strip(' "'))
    return cut, True


def _without_next(text: str, reading: Reading) -> tuple[str, When | None]:
    """The line without when the next contact is to be, and that day."""
    for match in _NEXT.finditer(text):
        found = date_prefix(text[match.end() :], reading)
        if found and not found[0].past:
            when, length = found
            return f"{text[: match.start()]} {text[match.end() + length :]}".strip(), when
    return text, None


# --- what the words themselves tell ------------------------------------------------------------

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


def _read(text: str, reading: Reading) -> LogContact | CreateTask:
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
