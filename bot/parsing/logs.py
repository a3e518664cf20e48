"""What happened with a partner, out of the sentence that tells it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from bot.parsing.asking import handed_to_member, ordered_first
from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import ContactKind, LogContact, Said, Understood, When
from bot.parsing.message import Message
from bot.parsing.money import find_money
from bot.parsing.owners import find_owners
from bot.parsing.promises import promises_of
from bot.parsing.request_parts import head_of, pleads, verb_at

_KIND_TAGS: tuple[tuple[str, ContactKind], ...] = (
    ("met", "meeting"), ("called", "call"), ("emailed", "email"), ("messaged", "message"),
    ("document", "document"),
)  # fmt: skip
_CONTACT = ("met", "called", "emailed", "messaged", "document", "said", "silence")
_TITLED = re.compile(
    r"(?<!\w)((?:H\.?\s?E\.?\s+)?(?:the\s+)?(?:Deputy\s+)?(?:Ambassador|Minister|Director|"
    r"Consul(?: General)?|Mayor|Governor|Duta Besar|Dubes|Menteri|Direktur|Konsul|"
    r"Wali Kota|Gubernur|Attach[ée]|Atase)(?:\s+(?:of|for|dari|untuk|RI|Jenderal)?\s*(?:[A-Z][\w-]+)){0,3})"
)
_NOW = re.compile(
    r"(?<!\w)(?:just now|just|barusan|baru saja|baru aja|tadi|earlier today|this morning|this afternoon|"
    r"hari ini|today)(?!\w)",
    re.IGNORECASE,
)


def recognise_log(m: Message) -> Understood | None:
    """The contact with a partner that a free message tells of, or None where it tells of none."""
    if "?" in m.masked[-2:] and not m.has("past"):
        return None
    partner = _partner(m)
    if not partner.given and not _nameless(m):
        return None
    if _of_program(m) or (not _past(m) and pleads(m)) or ordered_first(m) or handed_to_member(m):
        return None
    tags = [t for t in _CONTACT if m.has(t)]
    if not tags and _channel(m):
        tags = ["messaged"]
    if not tags and _does(m):
        tags = ["document"] if m.at(m.word_at((*m.people, *m.organisations)[0].end)) in _SENDS else ["said"]
    if not tags and m.has("past", "state") and m.people and m.people[0].start <= 8 and m.people[0].matches:
        tags = ["said"]  # a contact is the subject of what is told
    signed = m.has("agreement") and m.has("signed", "document")
    promise = (m.has("they_promise") or _will(m)) and partner.given
    if not (tags or signed or promise) or _coming(m):
        return None
    confidence = 0.89 if _past(m) else 0.86 if len(tags) > 1 or signed or m.has("silence") else 0.69
    if tags == ["said"] and not _past(m):
        confidence = 0.77
    return Understood(log_of(m), confidence)


def _of_program(m: Message) -> bool:
    """Whether a program is the subject and nobody known is named: “Keynote confirmed: Prof. Lee”."""
    first = m.program_mentions[:1]
    begins = bool(first) and first[0].start <= 4 and first[0].how == "whole"
    return begins and not m.organisations and not any(p.matches for p in m.people)


def _will(m: Message) -> bool:
    """“Park Dae-won will send the passes by 5 January”: a known contact says what they will do."""
    first = next((p for p in (*m.people, *m.organisations) if p.start <= 8 and p.matches), None)
    return first is not None and m.at(m.word_at(first.end)) in ("will", "akan", "mau", "can", "bisa")


@dataclass(frozen=True)
class _Partner:
    person: Said | None
    organisation: Said | None

    @property
    def given(self) -> bool:
        return self.person is not None or self.organisation is not None


def _partner(m: Message) -> _Partner:
    person = next((Said(p.text, p.matches) for p in m.people), None)
    titled = _TITLED.search(m.text) if person is None else None
    if titled and titled[1].strip() not in ("Direktur", "Director", "the Director"):
        person = Said(titled[1].strip())
    organisation = next((Said(o.text, o.matches) for o in m.organisations), None)
    return _Partner(person, organisation)


def _channel(m: Message) -> bool:
    """“Femke WA: …”, “Anna email, …”: a person and, right after, the way they wrote."""
    reached = m.has("past")
    return any(
        m.at(m.word_at(p.end)) in _WAYS
        or (reached and {m.at(m.word_at(p.start) - k) for k in (1, 2)} & _WAYS)
        for p in (*m.people, *m.organisations)
    )


_WAYS = words("wa whatsapp email chat dm sms telp telepon telpon call ngabarin")


def _nameless(m: Message) -> bool:
    """A contact with somebody unnamed is still a log where the words say whom by kind."""
    return m.has("partner_word") and m.has("met", "called", "emailed") and m.has("past")


def _past(m: Message) -> bool:
    """Whether the words tell of what has happened."""
    if m.has("past") or _NOW.search(m.masked):
        return True
    if any(s.when and (s.when.past or (s.kind == "relative" and s.when.day == m.today)) for s in m.spans):
        return True
    if any(_just_gone(m, s) for s in m.spans):
        return True
    if m.has("met", "called") and _TELLS.search(m.masked):
        return True
    return any(m.at(i) in _PAST_VERBS for places in (m.places(*_CONTACT, "signed"),) for i, _ in places)


_PAST_VERBS = frozenset(
    [
        "had",
        "met",
        "visited",
        "called",
        "phoned",
        "spoke",
        "spoken",
        "talked",
        "emailed",
        "wrote",
        "replied",
        "responded",
        "answered",
        "received",
        "got",
        "sent",
        "returned",
        "forwarded",
        "texted",
        "messaged",
        "said",
        "told",
        "asked",
        "agreed",
        "confirmed",
        "promised",
        "offered",
        "suggested",
        "proposed",
        "mentioned",
        "declined",
        "refused",
        "accepted",
        "requested",
        "signed",
        "countersigned",
        "menerima",
        "terima",
        "dapat",
        "ketemu",
        "bertemu",
        "zoomed",
    ]
)


_TELLS = re.compile(r":\s+(?:they|he|she|mereka|dia|beliau|we|kita)\b", re.IGNORECASE)


_PROMISED = re.compile(r"\b(?:akan|will|janji|promised|promises|berjanji)\b", re.IGNORECASE)


def _just_gone(m: Message, span: Span) -> bool:
    """“on 20 Nov” told on the 24th is this year’s, not next year’s."""
    if not (span.back and span.when and span.kind == "day") or span.deadline:
        return False
    return (m.today - span.back).days <= 60 and (span.when.day - m.today).days > 200


def _coming(m: Message) -> bool:
    """Whether the contact is still to come: an order, or a meeting on a coming day."""
    told = m.has("past") or any(s.when and s.when.past for s in m.spans)
    head = head_of(m, find_owners(m))
    if any(m.at(j - 1) in ("from", "dari") for i, j in m.places("emailed", "messaged", "called", "document")):
        return False
    if not told and (any(i <= head for i, _ in m.places("request")) or verb_at(m, head) == "verb"):
        return True
    if not _past(m) and verb_at(m, head) and not m.has("state", "said", "silence"):
        return True
    ahead = [
        s
        for s in m.strong
        if s.when and not s.when.past and not s.deadline and s.kind in _DAYS and s.when.day > m.today
    ]
    if m.has("request") and not _past(m) and not m.has("said", "silence") and ahead:
        return True  # “surat balasan ke KBRI harus terkirim Jumat”
    if told or m.has("said", "silence", "they_promise", "messaged", "emailed", "document"):
        return False
    return bool(ahead) and not _past(m)


def _does(m: Message) -> bool:
    """“Hasenkamp kirim penawaran …”: a known house or contact, then what they did."""
    first = next((p for p in (*m.people, *m.organisations) if p.start <= 3 and p.matches), None)
    return first is not None and m.at(m.word_at(first.end)) in _DID


_SENDS = words("kirim ngirim sends sent returns returned")
_DID = words(
    "kirim ngirim minta nanya tanya bilang jawab balas setuju terima tolak nolak konfirmasi ngabarin ngasih "
    "kasih sends sent asks confirms returns returned"
)


_DAYS = frozenset({"weekday", "day", "relative", "number", "clock", "nth", "the_nth", "distance"})


def log_of(m: Message) -> LogContact:
    partner = _partner(m)
    kind = _kind(m)
    when = _date(m)
    money = find_money(m.masked)
    valid = next((s.when.day for s in m.spans if s.when and "valid" in s.roles), None)
    log = LogContact(
        partner.person,
        m.text,
        kind,
        partner.organisation,
        when,
        "signed" if kind == "agreement" and m.has("signed") else None,
        valid,
        program=m.program,
        amount=money.amount if money else None,
        currency=money.currency if money else None,
    )
    return promises_of(m, log)


def _kind(m: Message) -> ContactKind:
    """By what is said first; an agreement signed or received is an agreement."""
    signed = [i for i, _ in m.places("signed") if m.at(i - 1) not in _TO_BE]
    if m.has("agreement") and signed:
        return "agreement"
    found = [(m.tags[t][0][0], kind) for t, kind in _KIND_TAGS if t in m.tags]
    if not found:
        if m.said("wa", "whatsapp", "chat", "sms"):
            return "message"
        if m.said("email", "emails", "wrote", "surel", "replied"):
            return "email"
        if m.said("call", "phone", "zoom", "telepon", "telpon"):
            return "call"
        return "message"
    return min(found)[1]


_TO_BE = words("for untuk to be akan segera siap bisa belum will perlu harus")


_DATED = words("dated tertanggal bertanggal")


def _date(m: Message) -> When | None:
    """The day it happened, where the words have a time cue."""
    today = m.today
    for span in m.spans:
        if (
            not span.when
            or set(span.roles) & {"since", "valid", "deadline", "by", "before", "until", "to", "after"}
            or span.kind in ("distance", "length")
        ):
            continue
        if _just_gone(m, span) or (span.back and m.at(m.word_at(span.start) - 1) in _DATED):
            return When(span.back or today, words=span.words)
        if span.when.past or (span.kind == "relative" and span.when.day == today):
            return replace(span.when, past=False)
        if _PROMISED.search(m.masked[: span.start].rpartition(",")[2]):
            continue  # “…, beliau akan kirim … Jumat”
        if (
            span.back
            and span.kind in ("weekday", "day", "number", "nth", "the_nth")
            and (_past(m) or _just_gone(m, span))
        ):
            return When(span.back, words=span.words)
    if _NOW.search(m.masked):
        return When(today)
    return None
