"""A question to the register: what is due, what is late, who is silent, what is owed."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Literal

from bot.parsing.asking import asks_to_do, commands
from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Query, Said, Understood
from bot.parsing.message import Message
from bot.parsing.quick_add import cut_out, member
from bot.parsing.updates import anchor_noun
from bot.parsing.which_task import likely_tasks

Kind = Literal[
    "due", "overdue", "silent_partners", "owed_to_partner", "partner_pending", "expiring_agreements",
    "program_status",
    "task_owner",
]  # fmt: skip
_STARTERS = words(
    "what which who when where how is are any show list do does did have has can could tell give apa "
    "apakah siapa mana kapan bagaimana gimana berapa ada adakah tampilkan tunjukkan lihat liat sebutkan "
    "status cek daftar progres kasih minta gmn bgmn"
)
_BEFORE = words(
    "so ok oke hi hey halo hai please pls tolong dan and eh btw team guys all semua min mas mbak pak bu "
    "lintas bot by the way nah terus jadi good morning pagi siang sore mohon coba"
)
_ASKS = words(
    """what which who whose where when how apa siapa mana kapan gimana bagaimana berapa apakah posisi
    status progres any anything is are"""
)
_CURT = 4  # words
_PARTICLES = words("dong ya lagi please pls again deh")
_LAST = re.compile(
    r"\b(?:apa|siapa|mana|apaan|berapa)(?:\s+(?:aja|saja|sih|ya|yah|nih|sekarang|dong|kak|mas|mbak))*\s*[?.!]*"
    r"(?:\s*,?\s*(?:list|please|pls|tolong|dong|ya)\b)*\s*[?.!]*\s*$",
    re.IGNORECASE,
)  # “tugas yang telat apa aja”
_MINE = words("my i saya aku tugasku gue mine myself")
_BEGINS = words(
    "open opens opening start starts begin begins close closes end ends dibuka buka mulai dimulai ditutup "
    "tutup berakhir arrive arrives tiba datang berangkat leave leaves"
)
_STOP = words(
    """who is whos are the a an for of on in to do does what which task tasks handling handles responsible
    owns doing charge working siapa yang yg pegang urus ngurus handle pic picnya bertanggung jawab
    tanggung mengerjakan ngerjain menangani tugas sih ya nya itu ini untuk buat dengan apa has took
    taking assigned owner looks after managing ngurusin sekarang now dipegang diurus dikerjakan ditangani
    sama please tolong tau tahu ada sedang lagi memegang mengelola mengurus mengurusi menghandle bertugas
    oleh"""
)


def read_query(m: Message) -> Understood | None:
    """What is asked of the register, or None where nothing is."""
    form = _form(m)
    if form is None or (asks_to_do(m) and m.at(0) not in _ASKS):
        return None
    kind, confidence = _kind(m)
    if kind is None or (form == "weak" and confidence < 0.9):
        return None
    start, end = _range(m, kind)
    query = Query(kind, start=start, end=end)
    if m.organisations:
        query = replace(query, organisation=Said(m.organisations[0].text, m.organisations[0].matches))
    elif m.people and kind in (
        "owed_to_partner",
        "partner_pending",
        "silent_partners",
        "expiring_agreements",
    ):
        query = replace(query, partner=Said(m.people[0].text, m.people[0].matches))
    if kind in ("due", "overdue"):
        query = replace(query, owner=_owner(m))
    if kind == "due" and m.said("kapan", "when") and (tasks := likely_tasks(m)):
        return Understood(replace(query, title=tasks[0][1].title), confidence)
    if kind == "task_owner":
        query = replace(query, title=_title(m))
    program = m.program if kind == "program_status" else m.named_program
    if kind in ("due", "overdue", "program_status", "task_owner", "expiring_agreements"):
        query = replace(query, program=program)
    return Understood(query, confidence)


def _form(m: Message) -> str | None:
    """“question” where the words ask, “weak” where they may."""
    i = 0
    while i < len(m.words.words) and m.at(i) in _BEFORE:
        i += 1
    if _LAST.search(m.masked) or any(
        m.at(j) in _ASKS or (m.at(j) in _PARTICLES and m.at(j + 1) in _ASKS) for _, j in m.places("remind_me")
    ):
        return "question"
    if "?" in m.masked[-3:] or ("?" in m.masked and m.has("question")):
        return "question"
    if m.at(i) in ("status", "progres", "progress", "update") and (
        len(m.words.words) > i + 7
        or m.has("milestone", "blocker", "budget", "state")
        or any(c.isdecimal() for c in m.masked)
    ):
        return None  # “Progres katalog 70 %, …” tells
    if m.at(i) in ("update", "kabar") and m.at(i + 1) in ("dong", "please", "pls"):
        return "question"
    if _names_tasks(m):
        return "question"
    if m.at(i) in ("my", "our", "tugasku", "agendaku", "jadwalku") and m.has("q_due") and not m.has("state"):
        return "question"
    if m.at(i) in _STARTERS:
        return (
            "question"
            if m.at(i)
            in (
                "what",
                "which",
                "who",
                "show",
                "apa",
                "siapa",
                "tampilkan",
                "tunjukkan",
                "list",
                "daftar",
                "mana",
                "status",
                "lihat",
            )
            else "weak"
        )
    if any(w in ("mana", "apa", "siapa", "apaan") for w in m.words.words[:6]) and (
        m.has("partner_word") or not m.has("past")
    ):
        return "weak"
    return None


def _names_tasks(m: Message) -> bool:
    """“Lina's open tasks”, “tugas Lina yang masih terbuka”: whose tasks, and nothing to do."""
    if len(m.words.words) > 8 or ":" in m.masked or not (m.members or m.mentions or m.named_program):
        return False
    if not {"tasks", "tugas"} & set(m.words.words[:5]):
        return False
    return not any(
        m.at(i) not in ("open", "list", "buka") for i, _ in m.places("verb", "request", "make_task")
    )


def _asks_who(m: Message) -> bool:
    """“Siapa yang menulis sambutan?”, “who is writing the speech?”: who does some work."""
    verbs = {start for start, _ in m.places("verb")}
    holds = {start for start, _ in m.places("assign")}
    for i, word in enumerate(m.words.words[:6]):
        does = m.at(i + 2)
        if word == "siapa" and m.at(i + 1) == "sih":
            does, i = m.at(i + 3), i + 1
        if (
            word == "siapa"
            and m.at(i + 1) in ("yang", "yg")
            and (i + 2 in holds or does.startswith("me") or i + 2 in verbs)
        ):
            return True
        if word == "who" and m.at(i + 1) == "is" and does.endswith("ing") and len(m.words.words) > i + 3:
            return True
    return False


def _kind(m: Message) -> tuple[Kind | None, float]:
    partner = bool(m.organisations or m.people or m.has("partner_word"))
    asked = m.at(0) in _ASKS or _LAST.search(m.masked) is not None
    if m.has("q_expire") and m.has("agreement"):
        return "expiring_agreements", 0.95
    to_us = any(
        m.at(i) in ("ke", "to", "owe", "owes") and m.at(i + 1) in ("kita", "kami", "us")
        for i in range(len(m.words.words))
    )
    if partner and (m.has("q_they_owe") or m.has("q_we_owe")) and (to_us or not m.has("q_we_owe")):
        return "partner_pending", 0.93
    if m.has("q_we_owe") and (partner or m.said("ke", "to")):
        return "owed_to_partner", 0.94
    owing = {"owe", "owes"} & set(m.words.words) and m.said("us") and m.has("question")
    if (m.has("q_they_owe") and partner) or owing:
        return "partner_pending", 0.9
    if m.has("q_silent") and (partner or m.said("who", "siapa")):
        return "silent_partners", 0.93
    if m.has("q_late") and not commands(m) and (not m.has("later") or asked):
        return "overdue", 0.93
    if m.has("q_owner") or (m.said("siapa", "who") and m.said("pic", "penanggung", "owner")):
        return "task_owner", 0.92
    if "?" in m.masked and not commands(m) and _asks_who(m):
        return "task_owner", 0.85
    if m.named_program and m.at(len(m.words.words) - 1) == "belum" and m.has("milestone", "q_status"):
        return "program_status", 0.9
    if m.has("q_status") and (
        m.named_program
        or (m.reading.program and m.said("status", "progres", "progress", "perkembangan"))
        or m.said("status", "progres", "update", "updates", "news")
    ):
        return "program_status", 0.92 if m.named_program else 0.8
    if m.named_program and "?" in m.masked and len(m.words.words) <= _CURT and m.has("milestone", "progress"):
        return "program_status", 0.9  # “Sharjah aman?”
    asks_when = m.said("kapan", "when")
    if asks_when and m.named_program and (anchor_noun(m) or m.said(*_BEGINS)):
        return "program_status", 0.9
    if m.has("q_due") and (
        m.spans
        or (asks_when and likely_tasks(m))
        or m.named_program
        or m.members
        or m.mentions
        or _mine(m)
        or m.said("due", "deadline", "tenggat", "tenggatnya", "tugas", "tasks", "upcoming")
    ):
        return "due", 0.92
    return None, 0.0


def _range(m: Message, kind: Kind) -> tuple[date | None, date | None]:
    """The days the question is about: a period whole, “by” and “in the next” as an end only."""
    if kind not in ("due", "expiring_agreements", "program_status", "overdue"):
        return None, None
    spans = [s for s in m.spans if (s.when or s.first) and s.kind != "length"]
    if not spans:
        return None, None
    span = spans[-1]
    today = m.reading.now.astimezone(m.reading.tz).date()
    return _ends(span, today, kind)


def _ends(span: Span, today: date, kind: Kind) -> tuple[date | None, date | None]:
    day = span.when.day if span.when else None
    if span.kind == "distance":
        return None, day
    if span.first and span.last and not set(span.roles) & {"by", "before", "until"} and span.kind != "edge":
        if kind == "expiring_agreements" and span.kind == "year":
            return span.first if span.first > today else None, span.last
        return span.first, span.last
    if set(span.roles) & {"by", "before", "until"} or span.kind in ("edge", "anchor"):
        return None, day
    return (day, day) if day else (None, None)


def _owner(m: Message) -> tuple[Said, ...]:
    if m.mentions:
        return tuple(member(match[1], m.reading) for match in m.mentions)
    if m.members:
        return tuple(Said(p.text, p.matches) for p in m.members)
    if _mine(m) and m.reading.speaker:
        return (member(m.reading.speaker, m.reading, "speaker"),)
    return ()


def _mine(m: Message) -> bool:
    """Whether the question is about the asker’s own tasks."""
    return any(
        w in _MINE or (w == "me" and m.at(i - 1) in ("to", "for", "on")) for i, w in enumerate(m.words.words)
    )


def _title(m: Message) -> str | None:
    cuts = [m.words.places[i] for i, w in enumerate(m.words.words) if w in _STOP]
    title = cut_out(m.text, cuts).strip(" ?!.")
    return title or None
