"""How surely a message asks for something to be done: by its form, or as a thing with a deadline."""

from __future__ import annotations

import re

from bot.parsing.asking import asks_to_do
from bot.parsing.dates.lexicon import words
from bot.parsing.deadlines import STOP, closing_period, due_spans
from bot.parsing.given import Owners
from bot.parsing.message import Message
from bot.parsing.request_parts import colon_after, labelled_for, pleads, verb_at
from bot.parsing.updates import says_fyi
from bot.parsing.whereabouts import tells_where

_EVENT = words(
    "call meeting rapat meet zoom workshop briefing interview wawancara gladi rehearsal presentation "
    "presentasi visit kunjungan audiensi ketemu konser deadline vc telepon pertemuan makan lunch dinner "
    "sesi session webinar kickoff taklimat"
)


def confidence_of(m: Message, owners: Owners, head: int) -> float | None:
    """How sure it is that the words ask for something; None where they do not."""
    first = head
    if tells_where(m.masked) and not m.has("verb", "request", "remind_me", "task_label", "make_task"):
        return None
    dated = bool(m.recurrence) or any(
        s.when and not s.when.past and (s.deadline or s.strength == "strong" or _due_words(m))
        for s in due_spans(m)
    )
    pleas = pleads(m)
    label = any(i <= 2 and (colon_after(m, j) or labelled_for(m, j)) for i, j in m.places("task_label"))
    if label or any(i <= head and (j - i >= 2 or colon_after(m, j)) for i, j in m.places("make_task")):
        return 0.95
    state = _states(m, first)
    aside = m.masked.find(",") if verb_at(m, head) == "verb" else -1
    past = [i for i, _ in m.places("past") if not 0 < aside < m.start_of(i)]  # “…, it's been a month”
    told = bool(past) and not any(i <= head for i, _ in m.places("request", "remind_me"))
    told = told and not (_only_lately(m) and verb_at(m, head) == "verb" and dated)
    if "?" in m.masked and dated and asks_to_do(m):
        return 0.84
    if m.has("remind_me") and not told and any(i <= 3 or dated for i, _ in m.places("remind_me")):
        return 0.9
    asked = [(i, j) for i, j in m.places("request") if i <= head] + m.places("wished")
    if (
        any(i == 0 for i, _ in m.places("if"))
        and not owners.said
        and not _imperative_request(m, m.places("request"))
    ):
        return None  # “if the visa is refused we must cancel” is a thought
    verb = verb_at(m, head)
    if _forbids(m, head) and not dated:
        return None
    if owners.leading and not told and (verb or asked or (dated and ("?" not in m.masked or m.has("verb")))):
        return (0.91 if dated and plainly(m) else 0.87) if verb or asked else 0.78
    if owners.leading and not told and any(w.startswith("di") and len(w) > 5 for w in m.words.words[:6]):
        return 0.82  # “<@U> paragraf 3 ditulis ulang”
    if pleas and not told and not STOP.search(m.masked):
        return 0.82 if dated else 0.8
    if _someone_to(m, owners, head):
        return 0.72
    if asked and not told:
        strength = (0.9 if dated and plainly(m) else 0.87) if verb else 0.82 if dated else 0.68
        return strength if _imperative_request(m, asked) else strength - 0.08
    if verb == "verb" and not (told and state) and not _question(m):
        return 0.88 if dated else 0.69
    if verb == "noun_verb" and not state and not _question(m) and not told and not says_fyi(m):
        return 0.83 if dated else 0.66
    return _declared(m, owners, dated=dated, state=state, told=told)


def _declared(m: Message, owners: Owners, *, dated: bool, state: bool, told: bool) -> float | None:
    """No request in form, but a thing with a deadline or a coming event: “final report is due 15/12”,
    “Rapat besok jam 10”."""
    if _question(m) or any(m.at(i) in ("see", "sampai") for i, _ in m.places("wish")):
        return None
    usual = m.said(*_USUAL)
    headed = m.recurrence is not None and (m.recurrence.start <= 3 or ":" in m.masked)
    if headed and not told and not state and not usual and not m.has("if"):
        return 0.69
    counted = any(s.kind in ("unanchored", "dangling") for s in m.spans)
    if counted and not told and not state:
        return 0.74  # “LPJ for the Sharjah show, 30 days after closing”
    mine = any(
        m.at(i) in ("saya", "aku", "gue", "kita", "kami") and verb_at(m, i + 1)
        for i in range(len(m.words.words))
    )
    if mine and dated and not told and not any(s.when and s.when.past for s in m.spans):
        return 0.76
    dated_on = any(
        s.kind in _DAYS and (s.strength == "strong" or s.kind == "day") and s.when and not s.when.past
        for s in m.spans
    )
    ends = any(closing_period(m, s) and m.masked[s.end :].strip().startswith("juga") for s in m.spans)
    cued = (
        ends
        or (dated_on and _due_words(m))
        or any(
            s.deadline and set(s.roles) != {"until"} and s.when and (not s.when.past or s.kind == "anchor")
            for s in m.spans
        )
    )
    asking = any(i == 0 or m.at(i) != "minta" for i, _ in m.places("request"))  # “Pak RT minta …” tells
    by = any("deadline" in s.roles or "before" in s.roles or "by" in s.roles for s in m.spans if s.when)
    if not told and _needs_doing(m):
        return 0.82 if dated else 0.72
    duty = asking and (by or not m.has("hypothetical"))
    if duty and dated and not (told and not _must(m)):
        return 0.82
    latest = ends or any("deadline" in s.roles and s.when and not s.when.past for s in m.spans)
    if cued and not told and not (state and not (latest or _due_words(m))):
        return 0.69
    if owners.said and dated and not told:
        return 0.78
    future = [
        s
        for s in m.strong
        if s.when
        and not s.when.past
        and s.kind not in ("month", "quarter", "year", "week", "range", "early", "distance")
    ]
    event = any(m.at(i) in _EVENT for i in range(len(m.words.words)))
    if future and event and not told and not state and not m.has("wish", "schedule"):
        return 0.69
    if duty and _must(m) and not told:
        return 0.66
    return None


_USUAL = words(
    "isinya doang melulu mulu love like enjoy suka paling usually normally biasanya they mereka always selalu"
)


def _needs_doing(m: Message) -> bool:
    """“The shelf needs labelling”, “the labels want reprinting”."""
    return any(
        word in _NEEDS and m.at(i + 1).endswith("ing") and m.at(i + 1) not in _THINGS
        for i, word in enumerate(m.words.words)
    )


_NEEDS = words("need needs want wants")
_THINGS = words(
    "anything something nothing everything thing being catering training funding parking lighting"
)


def _forbids(m: Message, head: int) -> bool:
    """“Please don't feed the cat” is a rule of the house; “don't forget to …” asks for something."""
    forbids = m.at(head) in ("dont", "jangan", "jgn") or (m.at(head) == "do" and m.at(head + 1) == "not")
    return forbids and not m.said("forget", "lupa", "sampai", "hesitate")


def plainly(m: Message) -> bool:
    """Whether the message is one sentence of moderate length with one date: little can be misread."""
    dates = [s for s in m.strong if s.when and not s.when.past]
    return 3 < len(m.words.words) <= 16 and len(dates) < 2 and not STOP.search(m.masked)


def _only_lately(m: Message) -> bool:
    """Whether all that is told as past is a time: “the minutes of yesterday’s meeting”, “rapat tadi”."""
    return all(m.at(i) in ("tadi", "kemarin") and j == i + 1 for i, j in m.places("past"))


_DAYS = frozenset({"day", "weekday", "relative", "number", "nth", "the_nth", "edge", "anchor"})


def _must(m: Message) -> bool:
    return m.said(*_DUTIES)


_DUTIES = words(
    "harus hrs must wajib mesti musti kudu need needs should jangan perlu harap dimohon diharap diharapkan"
)


def _due_words(m: Message) -> bool:
    return m.said("due", "deadline", "tenggat", "tenggatnya", "deadlinenya", "cutoff")


def _states(m: Message, head: int) -> bool:
    """Whether the sentence tells how something is, before any “if” or “that”."""
    limit = min((i for i, _ in m.places("if")), default=10_000)
    clause_end = _clause_end(m, head)
    return any(head <= i < min(limit, clause_end) for i, _ in m.places("state"))


_END = re.compile(r"[.?!;\n]")


def _clause_end(m: Message, head: int) -> int:
    stop = _END.search(m.masked, m.start_of(head))
    return m.word_at(stop.start()) if stop else len(m.words.words)


def _question(m: Message) -> bool:
    """Whether the words ask to know rather than to do."""
    if any(
        j - i >= 2
        and m.at(i)
        in (
            "can",
            "could",
            "would",
            "will",
            "who",
            "bisa",
            "boleh",
            "ada",
            "tolong",
            "any",
            "are",
            "might",
            "may",
            "kalau",
            "kalo",
            "berkenan",
        )
        for i, j in m.places("request")
    ):
        return False
    return "?" in m.masked or (
        any(i == 0 for i, _ in m.places("question")) and not any(i == 0 for i, _ in m.places("verb"))
    )


def _imperative_request(m: Message, asked: list[tuple[int, int]]) -> bool:
    """Whether the asking words are more than a bare “need” or “should”."""
    return any(
        m.at(i)
        not in (
            "need",
            "we",
            "perlu",
            "butuh",
            "should",
            "must",
            "has",
            "have",
            "lets",
            "harus",
            "mesti",
            "kita",
            "kudu",
        )
        for i, _ in asked
    )


def _someone_to(m: Message, owners: Owners, head: int) -> bool:
    return bool(owners.said) and verb_at(m, head) is not None and not m.has("past")
