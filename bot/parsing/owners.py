"""Who is given a task by a message: mentioned, addressed by name, or the author."""

from __future__ import annotations

import re

from bot.parsing.addressed import addressed
from bot.parsing.appointed import appointed
from bot.parsing.asked import asked_by_name
from bot.parsing.dates.lexicon import words
from bot.parsing.given import FOR_SOMEONE, Owners
from bot.parsing.intents import Said
from bot.parsing.message import Message
from bot.parsing.quick_add import member
from bot.parsing.whose import Group, called, handed_to, taken_by_author

_OBJECT = words(
    """to ke kepada with dengan sama dgn bareng bersama from dari cc via di about tentang soal and send
    email call phone meet invite thank thanks kirim hubungi telepon kabari undang temui temani jemput
    tanya ingatkan remind makasih untuk for buat utk"""
)

_GIVES = words(
    "oleh by pic owner tolong minta ask tell tugaskan assign biar have let get suruh please pls mohon "
    "assignee request"
)

_INTRODUCES = words("for untuk buat utk to ke kepada by oleh pic owner assignee biar ask tell minta suruh")

_COURTESY = words("ya yah please pls thanks makasih dong aja saja tolong thx")

_GIVES_TO = words(
    "assign tugaskan give kasih serahkan limpahkan delegate delegasikan oper reassign task tugas todo"
)

_TAKES = words(
    "handle handles will please pls tolong yang yg urus pegang pic can could bisa mohon to harus should "
    "must needs aja saja ya kerjakan"
)

_AND = re.compile(r"\s*(?:,|&|\+|/|dan|and|sama|,\s*dan|,\s*and)?\s*", re.IGNORECASE)

_NO_DEED = words("need be have like love want prefer appreciate")  # “I should like …” wishes


def find_owners(m: Message) -> Owners:
    """The owners that the words name; nobody is guessed."""
    owners = Owners()
    if asked := asked_by_name(m):
        for said in asked[0]:
            owners.add(said, 0, asked[1])
        owners.leading = True
        return owners
    if group := handed_to(m):
        _take(owners, group)
        return owners
    _mentioned(m, owners)
    if not owners.said:
        addressed(m, owners)
    if not owners.said:
        appointed(m, owners)
    first = next((p for p in m.members if p.start == 0 and m.masked[p.end : p.end + 1] == ","), None)
    if not owners.said and first and all(p.start != m.start_of(m.word_at(first.end)) for p in m.members):
        owners.add(Said(first.text, first.matches), 0, first.end + 1)
    if not owners.said and (group := called(m)):
        _take(owners, group)
    return owners


def _take(owners: Owners, group: Group) -> None:
    for said in group.people:
        owners.add(said, *group.cut)
    owners.leading |= group.cut[0] == 0


def _mentioned(m: Message, owners: Owners) -> None:
    gives_to = any(m.at(i) in _GIVES_TO for i in range(min(6, len(m.words.words))))
    last_end = -1
    for match in m.mentions:
        start, end = match.span()
        joined = last_end >= 0 and bool(_AND.fullmatch(m.text[last_end:start]))
        if joined or _is_owner(m, start, end, gives_to):
            begin = last_end if joined else _introduced(m, start)
            owners.leading |= not m.words.words or m.words.places[0][0] > start
            owners.add(member(match[1], m.reading), begin, _past_taker(m, end))
            last_end = end


def _introduced(m: Message, start: int) -> int:
    """Where “for”, “ask”, “assigned to” right before a mention begins: no title keeps them alone."""
    before = m.word_at(start) - 1
    if before < 0 or m.at(before) not in _INTRODUCES or m.masked[m.end_of(before) : start].strip(" :"):
        return start
    return m.start_of(before)


def _is_owner(m: Message, start: int, end: int, gives_to: bool) -> bool:
    following = m.word_at(end)
    before = following - 1
    gap = m.masked[m.words.places[before][1] : start] if before >= 0 else ""
    if before < 0 or re.search(r"[.!?:;\n(–—]", gap):
        return True
    word = m.at(before)
    if word in _GIVES or (word in ("you", "kalian", "berdua") and "," in gap):
        return True
    if word in ("to", "ke", "kepada", "for", "untuk", "buat"):
        benefits = word in ("for", "untuk", "buat")
        return gives_to or (benefits and (m.at(following) in ("to", "untuk") or _closes(m, end)))
    after = m.masked[end : m.start_of(following)]
    if m.at(following) in _TAKES and "." not in after and word not in _OBJECT:
        return True
    at_end = following >= len(m.words.words) or m.at(following) in (
        "ya",
        "yah",
        "please",
        "pls",
        "thanks",
        "aja",
        "dong",
    )
    return at_end and word not in _OBJECT


def _closes(m: Message, end: int) -> bool:
    """Whether only a date or a courtesy follows, and no journey or room is got for whoever is named."""
    if not FOR_SOMEONE.isdisjoint(m.words.words):
        return False
    rest = m.masked[end:]
    for span in m.spans:
        if span.start >= end:
            rest = rest.replace(m.masked[span.start : span.end], " ")
    return not [w for w in re.findall(r"\w+", rest.lower()) if w not in _COURTESY]


def _past_taker(m: Message, end: int) -> int:
    """The end of “<@U> handle”, “<@U> tolong”: the words that hand it over are no title."""
    i = m.word_at(end)
    if (
        m.at(i) in ("handle", "handles", "pegang", "urus", "pic")
        and not m.masked[end : m.start_of(i)].strip()
    ):
        return (
            m.end_of(i)
            if i + 1 >= len(m.words.words) or m.at(i + 1) in ("ya", "yah", "pls", "please")
            else end
        )
    return end


_WANTS = frozenset({"minta", "mau", "butuh"})  # “saya minta laporan …” asks it of others


def speaker_is_owner(m: Message, head: int) -> bool:
    """Whether the author takes it on: “remind me …”, “I need to …”, “nanti saya kirim …”."""
    me = any(
        m.at(k) in ("me", "saya", "aku", "gue", "gw")
        for i, j in m.places("remind_me")
        for k in range(i, j + 1)
    )
    own = any(
        m.at(i) in ("saya", "aku", "gue")
        and m.at(i + 1) not in _WANTS
        and i + 1 in {start for start, _ in m.places("verb")}
        for i in range(head + 2)
    )
    return (
        me
        or own
        or taken_by_author(m)
        or any(i <= head and m.at(j) not in _NO_DEED for i, j in m.places("i_will")[:1])
    )
