"""A message that asks for something to be done → a task."""

from __future__ import annotations

from dataclasses import replace

from bot.parsing.dates import Span
from bot.parsing.dates.impossible import impossible_span
from bot.parsing.dates.lexicon import words
from bot.parsing.deadlines import due_spans
from bot.parsing.given import Owners
from bot.parsing.intents import CreateTask, Said, Understood
from bot.parsing.message import Message
from bot.parsing.money import find_money
from bot.parsing.names import words_of
from bot.parsing.owners import find_owners, speaker_is_owner
from bot.parsing.quick_add import Priority, choose_deadline, member
from bot.parsing.request_parts import head_of, title_of
from bot.parsing.request_signs import confidence_of
from bot.parsing.titles import kept_on_the_list


def read_request(m: Message) -> Understood | None:
    """The task that the message asks for, or None where it asks for none."""
    owners = find_owners(m)
    head = head_of(m, owners)
    confidence = confidence_of(m, owners, head)
    if confidence is None:
        return None
    return build(m, owners, head, confidence)


def build(m: Message, owners: Owners, head: int, confidence: float) -> Understood:
    due_span = choose_deadline(due_spans(m), m.masked)
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
