"""A message that asks for something to be done → a task."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import Span
from bot.parsing.dates.impossible import impossible_span
from bot.parsing.dates.lexicon import words
from bot.parsing.given import Owners
from bot.parsing.intents import CreateTask, Said, Understood
from bot.parsing.message import Message
from bot.parsing.money import find_money
from bot.parsing.names import words_of
from bot.parsing.owners import find_owners, speaker_is_owner
from bot.parsing.quick_add import Priority, choose_deadline, member
from bot.parsing.request_parts import colon_after, head_of, labelled_for, pleads, title_of, verb_at
from bot.parsing.titles import kept_on_the_list
from bot.parsing.updates import says_fyi
from bot.parsing.whereabouts import tells_where

_EVENT = words(
    "call meeting rapat meet zoom workshop briefing interview wawancara gladi rehearsal presentation "
    "presentasi visit kunjungan audiensi ketemu konser deadline vc telepon pertemuan makan lunch dinner "
    "sesi session webinar kickoff taklimat"
)


def read_request(m: Message) -> Understood | None:
    """The task that the message asks for, or None where it asks for none."""
    owners = find_owners(m)
    head = head_of(m, owners)
    confidence = _confidence(m, owners, head)
    if confidence is None:
        return None
    return build(m, owners, head, confidence)


def build(m: Message, owners: Owners, head: int, confidence: float) -> Understood:
    due_span = choose_deadline(_due_spans(m), m.masked)
    due = due_span.when if due_span and due_span.when and not due_span.when.past else None
    unreadable = _unreadable(m, due_span)
    if unreadable:
        due = None
    said = owners.said or (
        [member(m.reading.speaker, m.reading, "speaker")]
        if m.reading.speaker and speaker_is_owner(m, head)
        else []
    )
    recurrence = m.recurrence
    money = find_money(m.masked)
    task = CreateTask(
        title=title_of(
            m, owners, head, [unreadable] if unreadable else [due_span] if due and due_span else []
        ),
        due=recurrence.first if recurrence else due,
        due_words=m.text[unreadable.core : unreadable.end] if unreadable and not recurrence else None,
        owners=tuple(said),
        program=m.program,
        program_channel=m.channels[0][1] if m.channels and not m.named_program else None,
        partner=_partner(m),
        priority=priority_of(m),
        recurrence=recurrence.rule if recurrence else None,
        amount=money.amount if money else None,
        currency=money.currency if money else None,
        valid_until=next(
            (s.base or (s.when.day if s.when else None) for s in m.spans if s.base or "valid" in s.roles),
            None,
        ),
    )
    bare = not (task.due or task.due_words or task.owners) and len(m.words.words) == 1
    pointed = not (task.due or task.owners) and all(w in _PRONOUNS for w in words_of(task.title)[1:])
    if not task.title or bare or (pointed and len(task.title.split()) == 2):
        return Understood(None, 0.6)
    if kept := kept_on_the_list(task.title):
        return Understood(replace(task, title=kept), 0.95)
    return Understood(task, confidence)


_PRONOUNS = words("it this that them these those ini itu")  # “assign it” names no work


def _unreadable(m: Message, due: Span | None) -> Span | None:
    """The words of a deadline that no day has, or that is gone: never another day in its place."""
    if span := impossible_span(m.masked, m.reading):
        start, core, end = span
        if due and due.when and not m.masked[due.end : start].strip(" ,"):
            start, core = due.start, due.core
        return Span(start, core, end, "impossible", "strong", None)
    gone = due and due.when and due.when.past and set(due.roles) & {"by", "before", "until", "deadline"}
    return due if gone else None


def _due_spans(m: Message) -> list[Span]:
    """The dates that may be the deadline: not what an agreement is valid until, not a month or a week
    said in passing."""
    usable = []
    for span in m.spans:
        spread = span.kind in ("month", "quarter", "year")
        within = "on" in span.roles and not m.masked[span.end :].strip(" .!")
        if spread and not (span.deadline or within or _closing_period(m, span)):
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
        asks = m.at(i) in ("if", "whether", "apakah", "apa") and m.at(i + 1) not in _COULD
        if asks and start < span.start:
            return not _STOP.search(m.masked, start, span.start)
    return False


def _closing_period(m: Message, span: Span) -> bool:
    """“File it this month”, “didaftarkan bulan ini juga”: the period ends what is asked."""
    after = m.masked[span.end :].strip(" .!,").lower()
    named = m.masked[span.core :].lower()
    english = named.startswith(("this ", "next ")) and after in ("", "please", "pls")
    if span.kind not in ("week", "month", "quarter"):
        return False
    return not span.roles and (english or after == "juga")


# --- is it a request -----------------------------------------------------------------------------------


def _confidence(m: Message, owners: Owners, head: int) -> float | None:
    """How sure it is that the words ask for something; None where they do not."""
    first = head
    if tells_where(m.masked) and not m.has("verb", "request", "remind_me", "task_label", "make_task"):
        return None
    dated = bool(m.recurrence) or any(
        s.when and not s.when.past and (s.deadline or s.strength == "strong") for s in _due_spans(m)
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
    mind = m.at(head) == "mind" and m.at(head + 1).endswith("ing") and "?" in m.masked
    if mind and (dated or owners.said):
        return 0.85
    if m.has("remind_me") and not told and any(i <= 3 or dated for i, _ in m.places("remind_me")):
        return 0.9
    asked = [(i, j) for i, j in m.places("request") if i <= head]
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
    if pleas and not told and not _STOP.search(m.masked):
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
    usual = m.said(
        "love",
        "like",
        "enjoy",
        "suka",
        "paling",
        "usually",
        "normally",
        "biasanya",
        "they",
        "mereka",
        "always",
        "selalu",
    )
    headed = m.recurrence is not None and (m.recurrence.start <= 3 or ":" in m.masked)
    if headed and not told and not state and not usual and not m.has("if"):
        return 0.72
    counted = any(s.kind in ("unanchored", "dangling") for s in m.spans)
    if counted and not told and not state:
        return 0.74  # “LPJ for the Sharjah show, 30 days after closing”
    mine = any(
        m.at(i) in ("saya", "aku", "gue", "kita", "kami") and verb_at(m, i + 1)
        for i in range(len(m.words.words))
    )
    if mine and dated and not told and not any(s.when and s.when.past for s in m.spans):
        return 0.76
    dated_on = any(s.kind in _DAYS and s.strength == "strong" and s.when and not s.when.past for s in m.spans)
    ends = any(_closing_period(m, s) and m.masked[s.end :].strip().startswith("juga") for s in m.spans)
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
    duty = asking and (by or not m.has("hypothetical"))
    if duty and dated and not (told and not _must(m)):
        return 0.82
    latest = ends or any("deadline" in s.roles and s.when and not s.when.past for s in m.spans)
    if cued and not told and not (state and not (latest or _due_words(m))):
        return 0.72
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
        return 0.72
    if duty and _must(m) and not told:
        return 0.66
    return None


_OURSELVES = words("saya aku gue kita kami")
_USUAL = words("love like enjoy suka paling usually normally biasanya they mereka always selalu")


def _forbids(m: Message, head: int) -> bool:
    """“Please don't feed the cat” is a rule of the house; “don't forget to …” asks for something."""
    forbids = m.at(head) in ("dont", "jangan", "jgn") or (m.at(head) == "do" and m.at(head + 1) == "not")
    return forbids and not m.said("forget", "lupa", "sampai", "hesitate")


def plainly(m: Message) -> bool:
    """Whether the message is one sentence of moderate length with one date: little can be misread."""
    dates = [s for s in m.strong if s.when and not s.when.past]
    return 3 < len(m.words.words) <= 16 and len(dates) < 2 and not _STOP.search(m.masked)


_STOP = re.compile(r"[.;?!:–—]\s+\w|\(")


def _only_lately(m: Message) -> bool:
    """Whether all that is told as past is a time: “the minutes of yesterday’s meeting”, “rapat tadi”."""
    return all(m.at(i) in ("tadi", "kemarin") and j == i + 1 for i, j in m.places("past"))


_DAYS = frozenset({"day", "weekday", "relative", "number", "nth", "the_nth", "edge", "anchor"})


def _must(m: Message) -> bool:
    return m.said(
        "harus",
        "hrs",
        "must",
        "wajib",
        "mesti",
        "musti",
        "kudu",
        "need",
        "needs",
        "should",
        "jangan",
        "perlu",
    )


def _due_words(m: Message) -> bool:
    return m.said("due", "deadline", "tenggat", "tenggatnya", "deadlinenya", "cutoff")


def _states(m: Message, head: int) -> bool:
    """Whether the sentence tells how something is, before any “if” or “that”."""
    limit = min((i for i, _ in m.places("if")), default=10_000)
    clause_end = _clause_end(m, head)
    return any(head <= i < min(limit, clause_end) for i, _ in m.places("state"))


def _clause_end(m: Message, head: int) -> int:
    stop = re.compile(r"[.?!;\n]").search(m.masked, m.start_of(head))
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


_NOT = words("not no tidak gak ga nggak tak jangan usah perlu")


def priority_of(m: Message) -> Priority | None:
    if m.has("low"):
        return "low"
    if m.has("high") and any({m.at(i - 1), m.at(i - 2)} & _NOT for i, _ in m.places("high")):
        return "low" if m.said("buru", "rush", "urgent", "mendesak") else None
    return "high" if m.has("high") else None


def _partner(m: Message) -> Said | None:
    """The organisation, else the contact, that the words name."""
    if m.organisations:
        first = m.organisations[0]
        return Said(first.text, first.matches)
    known = [p for p in m.people if p.matches]
    return Said(known[0].text, known[0].matches) if known else None
