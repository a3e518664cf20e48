"""A task given by naming someone for it: “for Rani to …”, “PIC: Bayu”, “… the letter. Bayu, 7 Dec.”."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import words
from bot.parsing.given import ASKS, FOR_SOMEONE, Owners, known_member
from bot.parsing.intents import Said
from bot.parsing.mentions import Mention
from bot.parsing.message import Message
from bot.parsing.names import HONORIFICS

_FOR_TO = re.compile(
    r"(?<!\w)(?:for|ask|tell|get|remind|untuk|minta|suruh|"
    r"tugaskan)\s+(?P<name>(?:[A-Z][a-z]+\.?\s)?[A-ZÀ-Þ][\w'’-]+)\s+(?P<to>to|untuk|buat|supaya|agar|"
    r"\w+)(?!\w)"
)

_TASK_FOR = re.compile(
    r"(?<!\w)(?:tasks?|todos?|tugas|pr|reminder)\s+(?:for|untuk|buat|"
    r"utk)\s+(?P<name>[A-ZÀ-Þ][\w'’-]+)\s*[:,–—]",
    re.IGNORECASE,
)

_PIC = re.compile(
    r"(?<!\w)(?:pic|owner|assignee|penanggung jawab|oleh|by|biar|"
    r"assigned to)\s*:?\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)",
    re.IGNORECASE,
)

_TAKER = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w'’-]+)\s+(?:handle|handles|will handle|to handle|"
    r"koordinir(?:kan)?|koordinasi(?:kan)?|pimpin|jaga|pantau|yang (?:urus|handle|"
    r"pegang|kerjakan|kerjain)|yg (?:urus|handle|pegang|kerjakan)|pic)(?!\w)"
)

_FOR_LAST = re.compile(
    r"(?P<comma>,)?\s*(?<!\w)(?:for|untuk|buat|utk)\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)[.!]?\s*$"
)

_LAST = re.compile(r"(?:[,–—-]|\(|->|→|/)\s*(?P<name>[A-ZÀ-Þ][\w'’-]+)\s*\)?[.!]?\s*$")

_CLOSE = words("ya yah dong please pls aja saja ini itu")


def appointed(m: Message, owners: Owners) -> None:
    """Add whoever is named for the task: the first pattern that names one decides."""
    for pattern, unknown in (
        (_FOR_TO, True),
        (_TASK_FOR, False),
        (_PIC, False),
        (_TAKER, False),
        (_LAST, False),
    ):
        for match in pattern.finditer(m.masked):
            said = known_member(m, match["name"])
            if pattern is _FOR_TO and match["name"].endswith(("'s", "’s")):
                continue
            if pattern is _FOR_TO:
                lead = match.group().split()[0].lower()
                if lead in ("for", "untuk") and match["to"] not in ("to", "untuk"):
                    continue
                unknown = lead == "for" and match["to"] == "to" and not _partner(m, match.start("name"))
            if said or (unknown and pattern is _FOR_TO):
                start, end = match.span()
                if pattern is _FOR_TO:
                    end = (
                        match.start("to")
                        if match["to"] not in ("to", "untuk", "buat", "supaya", "agar")
                        else match.end()
                    )
                owners.add(said or Said(match["name"]), start, end)
                return
    if not _for_last(m, owners):
        _apart(m, owners)


def _for_last(m: Message, owners: Owners) -> bool:
    """“tolong buat tugas cek visa, besok, untuk Dewi”: whoever the new task is for, unless a thing is for
    them."""
    match = _FOR_LAST.search(m.masked)
    said = known_member(m, match["name"]) if match else None
    if not match or not said:
        return False
    labelled = m.has("make_task", "task_label") and FOR_SOMEONE.isdisjoint(m.words.words)
    if not (labelled or (match["comma"] and m.has("make_task", "task_label", "request", "verb"))):
        return False
    owners.add(said, match.start(), match.end())
    return True


def _apart(m: Message, owners: Owners) -> None:
    """A member named apart from the rest: with at most a date behind (“… the letter. Bayu, 7 Dec.”), with an
    order of their own (“…, Dewi sosialisasikan ya”, “…. Dewi please bring them”), or addressed at the end
    (“… the translation, Emma?”)."""
    verbs = {start for start, _ in m.places("verb")}
    at = 0
    for n, known in enumerate(m.members):
        i = m.word_at(known.start)
        begin = m.start_of(i - 1) if i and m.at(i - 1) in HONORIFICS else known.start
        before = m.masked[:begin].rstrip(" @")
        sign = before[-1:]
        if known.start < at or sign not in (*",.;–—-(?!",) or not before:
            continue
        named = _together(m, n)
        at = named[-1].end
        i = m.word_at(at)
        last = m.at(i + 1) in _CLOSE or i + 1 == len(m.words.words)
        ordered = (sign == "," and i in verbs and last) or (sign in ",.?!" and m.at(i) in ASKS)
        ends = m.masked[at : at + 1] in ("?", ".", "!") and sign == "," and m.has("request")
        if ordered or ends or not _without_dates(m, at):
            for each in named:
                owners.add(Said(each.text, each.matches), begin, at)
            return


def _together(m: Message, n: int) -> list[Mention]:
    """The members named one after another from the n-th on: “Lina + Emma”, “Hadi dan Dewi”."""
    named = [m.members[n]]
    for following in m.members[n + 1 :]:
        gap = m.masked[named[-1].end : following.start].strip(" @")
        if gap.lower() not in ("and", "dan", "&", "+", "/", "sama"):
            break
        named.append(following)
    return named


def _without_dates(m: Message, at: int) -> str:
    """What is left behind a character but for dates and signs."""
    rest = m.masked[at:]
    for span in m.spans:
        if span.start >= at:
            rest = rest.replace(m.masked[span.start : span.end], " ")
    return rest.strip(" ,.()!")


def _partner(m: Message, start: int) -> bool:
    return any(p.start <= start < p.end for p in (*m.people, *m.organisations))
