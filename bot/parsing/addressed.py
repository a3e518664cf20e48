"""A task given by addressing someone first: “Rani, tolong …”, “Siti: upload …”, “mas bayu tlg …”."""

from __future__ import annotations

import re

from bot.parsing.asked import members_from
from bot.parsing.dates.lexicon import words
from bot.parsing.given import ASKS, Owners, known_member
from bot.parsing.intents import Said
from bot.parsing.message import Message
from bot.parsing.names import HONORIFICS

_LEAD = re.compile(
    r"\s*(?:todo|to do|task|action(?: item| point)?|tugas|ap|tl|urgent|asap|reminder|penting|"
    r"mendesak)\s*[:–—-]\s*",
    re.IGNORECASE,
)

_VOCATIVE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?(?:\s*(?:,|&|dan|and|sama)\s*(?!I\b)[A-ZÀ-Þ][\w'’-]+)?)"
    r"(?P<sign>\s*[,:]\s*|\s+[–—-]\s+|\s+)(?P<next>\w+)"
)

_SPEAKS = words(
    "i im ill ive we it its that this saya aku kami kita ok oke yes no ya thanks makasih maaf sorry"
)

_MUST = words("harus should must need needs jangan dont yang")

_MANY = 3


def addressed(m: Message, owners: Owners) -> None:
    """“Rani, tolong …”, “Siti: upload …”, “Budi to send …”, “Mbak Lina tolong …” at the beginning."""
    label = _LEAD.match(m.masked)
    offset = label.end() if label else 0
    opener = m.word_at(offset)
    if m.at(opener) in HONORIFICS | {"hi", "hey", "halo", "hai", "dear", "ok", "oke"} and m.at(opener + 1):
        offset = m.start_of(opener + 1)
    offset += m.masked[offset : offset + 1] == "@"
    if _all_addressed(m, owners, offset):
        return
    if _lower_case(m, owners, m.word_at(offset)):
        return
    match = _VOCATIVE.match(m.masked, offset)
    if not match:
        return
    names = [n for n in re.split(r"\s*(?:,|&|\bdan\b|\band\b|\bsama\b)\s*", match["name"]) if n]
    following, sign = match["next"].lower(), match["sign"].strip()
    known = [known_member(m, n) for n in names]
    first = m.word_at(offset)
    tagged = any(
        start <= first < end
        for start, end in m.places(
            "verb",
            "request",
            "task_label",
            "make_task",
            "fyi",
            "question",
            "done",
            "later",
            "move",
            "assign",
            "agreement",
            "state",
            "high",
            "low",
            "small_talk",
            "no_log",
        )
    )
    headed = sign == ":" and following not in _SPEAKS and not m.has("past")
    told_to = all(known) and ((sign in (",", ":") and m.has("request")) or headed)
    asks = (
        told_to
        or following in ASKS
        or m.word_at(match.start("next")) in {start for start, _ in m.places("verb", "request")}
    )
    honored = m.at(first - 1) in HONORIFICS
    tells = following == "minta" and honored and sign not in (",", ":")  # “Pak Hadi minta …” is his wish
    if (
        tells
        or not asks
        or (tagged and not all(known))
        or (
            not all(known)
            and sign not in (",", ":")
            and following != "to"
            and following not in ("tolong", "mohon", "please", "pls")
        )
    ):
        return
    if not all(known) and any(p.start <= match.start("name") < p.end for p in (*m.people, *m.organisations)):
        return
    if not all(known) and (match["name"].isupper() or (following == "to" and not _order_after(m, match))):
        return  # “RSVP to the reception” names nobody
    owners.leading = True
    for name, said in zip(names, known, strict=True):
        owners.add(
            said or Said(name),
            0,
            match.end("next") if following in ASKS - _MUST else match.end("sign"),
        )


def _all_addressed(m: Message, owners: Owners, at: int) -> bool:
    """“Dewi, Maya, dan Hadi harus isi formulir”: three or more members one after another, then an order."""
    people, end = members_from(m, at)
    i = m.word_at(end)
    if len(people) < _MANY or (m.at(i) not in ASKS and i not in {start for start, _ in m.places("verb")}):
        return False
    owners.leading = True
    for said in people:
        owners.add(said, 0, m.start_of(i))
    return True


def _order_after(m: Message, match: re.Match[str]) -> bool:
    """Whether an order follows “Budi to …”."""
    i = m.word_at(match.end("next"))
    return i in {start for start, _ in m.places("verb", "request")}


def _lower_case(m: Message, owners: Owners, i: int) -> bool:
    """“mas bayu tlg cek …”: a member's name in small letters, then an order."""
    known = m.index.members.by_word.get(m.at(i))
    if not known or m.words.capital(i):
        return False
    following = m.at(i + 1)
    if following not in ASKS and i + 1 not in {start for start, _ in m.places("verb", "request")}:
        return False
    owners.leading = True
    owners.add(Said(m.masked[m.start_of(i) : m.end_of(i)], tuple(known)), 0, m.start_of(i + 1))
    return True
