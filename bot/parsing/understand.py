"""A free message → what its author wants."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.additions import read_addition
from bot.parsing.at_hand import ACK
from bot.parsing.casing import with_capitals
from bot.parsing.contract import read_input, to_contract, world_from_json
from bot.parsing.courtesy import without_manners
from bot.parsing.dates import read_date
from bot.parsing.dates.lexicon import words as listed
from bot.parsing.doubts import ask_which_day
from bot.parsing.earnest import in_earnest
from bot.parsing.intents import (
    THIS,
    CreateTask,
    Help,
    Intent,
    ListTasks,
    LogContact,
    NoteTask,
    Query,
    Reading,
    RecordUpdate,
    RescheduleTask,
    Said,
    Understood,
    Undo,
    WaitTask,
)
from bot.parsing.logs import recognise_log
from bot.parsing.message import Message, message_of
from bot.parsing.names import signed, words_of
from bot.parsing.news import announced, read_news
from bot.parsing.passed_on import forwarded, quoted_order, to_note
from bot.parsing.queries import read_query
from bot.parsing.questions import WHAT_IS_DUE
from bot.parsing.quick_add import member
from bot.parsing.requests import read_request
from bot.parsing.several import read_several
from bot.parsing.slack_text import MAX_LENGTH, MENTION, plain
from bot.parsing.small_talk import greets, nothing_said, own_words
from bot.parsing.spoken import spoken_change
from bot.parsing.task_changes import read_change
from bot.parsing.task_commands import task_verb

__all__ = ["read_input", "to_contract", "understand", "world_from_json"]

NOTHING = Understood(None, 0.95)
_WORDS: dict[str, Intent] = {
    "help": Help(), "bantuan": Help(), "undo": Undo(), "urungkan": Undo(), "batalkan": Undo(),
    "list": ListTasks(),
    "daftar": ListTasks(), "?": Help(),
}  # fmt: skip
_ITEMS = 20  # of one list: more is an import
_ITEM = re.compile(r"(?:^\s*(?:[-*•–]|\d{1,2}[.)]|\[ ?\])|(?:^|(?<=\s))\(\d{1,2}\))\s+(?=\S)", re.MULTILINE)


def understand(text: str, reading: Reading) -> Understood:
    """What a message asks for; `intent` None means say nothing, store nothing.

    Never raises; what is longer than a person types is read as far as `MAX_LENGTH`.
    """
    return ask_which_day(_read(text, reading))


def _read(text: str, reading: Reading, *, passed_on: bool = False) -> Understood:
    """What a text asks for; `passed_on`: it is what somebody else said, and is not unwrapped again."""
    words = signed(own_words(plain(text)[:MAX_LENGTH]).strip(), reading.world)
    if not words:
        return NOTHING
    if greets(words):
        return Understood(Help(), 0.95)
    words = with_capitals(without_manners(words), reading.world)
    if intent := _spoken_command(words, reading):
        return Understood(intent, 0.97)
    if intent := spoken_change(words, reading):
        if _of_the_task(intent) and isinstance(
            (told := _one(words, reading)).intent, LogContact | RecordUpdate
        ):
            return told
        return Understood(intent, 0.95 if re.search(r"\d", words) else 0.9)
    if not passed_on and (said := forwarded(words)):
        passed = _read(said, reading, passed_on=True)
        if isinstance(passed.intent, CreateTask):
            return replace(passed, confidence=min(passed.confidence, 0.82))
    if (what := to_note(words)) and (noted := _noted(what, reading)):
        return noted
    items = _ITEM.split(words)[:_ITEMS]
    if len(items) > 2 and (listed := _list(items, reading)):
        return listed
    order = quoted_order(text, words)
    if order and (task := _as_quoted(order, words, reading)):
        return task
    return read_several(words, reading, _order) or _one(words, reading)


def _as_quoted(order: str, own: str, reading: Reading) -> Understood | None:
    """The quoted order as a task, with the day and the person that the author's own words give."""
    asked, told = _one(order, reading).intent, _one(f"todo: {own}", reading).intent
    if not isinstance(asked, CreateTask) or not isinstance(told, CreateTask):
        return None
    return Understood(replace(asked, due=told.due or asked.due, owners=told.owners or asked.owners), 0.78)


def _noted(text: str, reading: Reading) -> Understood | None:
    """The contact or the news that a message asks to be written down."""
    m = message_of(text, reading)
    found = recognise_log(m) or read_news(m)
    return found if found and not isinstance(found.intent, CreateTask) else None


def _of_the_task(intent: Intent) -> bool:
    """Whether it writes something down of the task at hand: what may as well be news of a partner."""
    return isinstance(intent, NoteTask | WaitTask) and intent.task == THIS


def _order(text: str, reading: Reading) -> Understood:
    """What a part of a message asks for, as a command or in plain words."""
    intent = _spoken_command(text, reading) or spoken_change(text, reading)
    return Understood(intent, 0.9) if intent else _one(text, reading)


def _spoken_command(text: str, reading: Reading) -> Intent | None:
    """“help”, “undo”, “done #12”, “tunda 12 ke Senin”."""
    bare = ACK.sub("", text, count=1).strip(" .!").lower()
    if bare in _WORDS:
        return _WORDS[bare]
    intent = task_verb(text, reading)
    if isinstance(intent, RescheduleTask) and intent.due_words:
        return None
    return intent


def _one(text: str, reading: Reading, *, whole: bool = True) -> Understood:
    """What a text that asks for one thing asks for; a part of a text need not say what it is about."""
    m = message_of(text, reading)
    found = _read_one(m, text, reading, whole=whole)
    if whole and isinstance(found.intent, CreateTask) and not in_earnest(m, found.intent):
        return Understood(None, 0.62)
    return found


def _read_one(m: Message, text: str, reading: Reading, *, whole: bool) -> Understood:
    if (sure := nothing_said(m)) is not None and not _date_only(m):
        return Understood(None, sure)
    if _date_only(m) and (when := m.spans[0].when or read_date(text, m.reading)):
        question = Understood(None, 0.6, ambiguous=True, question=WHAT_IS_DUE)
        return replace(question, intent=RescheduleTask(THIS, when))
    if announced(m) and (news := read_news(m)):
        return news
    for reader in (read_addition, read_query, read_change, recognise_log, read_request, read_news):
        if found := reader(m):
            return found
    asks = whole and m.has("verb", "request", "task_label", "make_task")
    if asks and (found := _by_sentence(text, reading) or _by_clause(text, reading)):
        return found
    return Understood(None, 0.62 if _something(m) else 0.69)


def _by_sentence(text: str, reading: Reading) -> Understood | None:
    """What single sentences ask for where the whole says nothing: the background first, the request last."""
    if _QUOTES.search(text):
        return None
    parts = [part for part in _SENTENCE.split(text) if len(part.split()) > 1]
    if not 1 < len(parts) <= _ITEMS:
        return None
    read = [u for part in parts if isinstance((u := _one(part, reading, whole=False)).intent, CreateTask)]
    asked = [u for u in read if u.confidence >= _SURE and not u.ambiguous]
    if not asked:
        return None
    first, *others = [u.intent for u in asked if isinstance(u.intent, CreateTask)]
    by = [s.when for s in message_of(text, reading).spans if s.deadline and s.when and not s.when.past]
    if not others and first.due is None and len(by) == 1:
        first = replace(first, due=by[0])
    return Understood(first, min(u.confidence for u in asked) - 0.08, more=tuple(others))


def _by_clause(text: str, reading: Reading) -> Understood | None:
    """An order after a comma: “we're short on cable ties, get 200 on the way in tomorrow”."""
    called = _CALLED.match(text)
    people = called and tuple(member(slack_id, reading) for slack_id in MENTION.findall(called.group()))
    text = text[called.end() :] if called else text
    first, *rest = _CLAUSE.split(text)[:_ITEMS]
    conditional = first.split(" ", 1)[0].lower() in _CONDITIONS
    for part in rest:
        found = _one(part, reading, whole=False) if len(part.split()) > 1 else None
        task = found.intent if found else None
        if not found or not isinstance(task, CreateTask) or found.confidence < _ORDER or found.ambiguous:
            continue
        if not (task.due or task.owners or conditional):
            continue
        if not task.owners:
            task = replace(task, owners=people or _addressee(text, reading))
        if conditional or len(task.title.split()) < _SHORT_TITLE:
            left = text.replace(task.due.words, " ") if task.due and task.due.words else text
            task = replace(task, title=" ".join(left.split()).strip(" ,.;"))
        return Understood(task, 0.78)
    return None


def _addressee(text: str, reading: Reading) -> tuple[Said, ...]:
    """The member whom the message begins by addressing: “Bayu, the lamp is dying, …”."""
    m = message_of(text, reading)
    first = next((p for p in m.members if p.start == 0 and m.masked[p.end : p.end + 1] == ","), None)
    return (Said(first.text, first.matches),) if first else ()


_CALLED = re.compile(rf"(?:{MENTION.pattern}[\s,:]*(?:(?:and|dan|&)\s+)?)+")
_CLAUSE = re.compile(r"[,;]\s+|\s+[–—-]\s+")
_CONDITIONS = listed(
    "since because karena berhubung mengingat once when after if as kalau kalo jika bila begitu setelah "
    "sesudah selesai"
)
_SHORT_TITLE = 6  # words: a shorter one does not say what it is about
_ORDER = 0.69  # at least as sure as a bare verb
_SURE = 0.69
_QUOTES = re.compile(r"\b(?:said|says|kata|bilang|wrote|ujar|saying|pepatah)\b[^:\n]{0,40}:", re.IGNORECASE)
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|\n+|:\s+")


def _something(m: Message) -> bool:
    """Whether names, days or verbs stand in a message that nothing else made sense of."""
    named = bool(m.named_program or m.organisations or m.people or m.mentions)
    return named or bool(m.strong) or m.has("request", "verb", "done", "assign", "later", "move")


def _date_only(m: Message) -> bool:
    """Whether nothing but a date was said."""
    return (
        bool(m.spans)
        and m.spans[0].start <= 3
        and all(w in _FILLERS for w in words_of(m.masked[m.spans[-1].end :]))
        and len(m.spans) == 1
    )


_FILLERS = listed("then ya yah aja saja dong deh please pls kalau gitu begitu oke ok nih")


def _ordered(item: str, reading: Reading) -> bool:
    """Whether an item of a list has an order, a day or a person."""
    m = message_of(item, reading)
    return m.has("verb", "request") or bool(m.members or m.mentions or m.strong)


def _list(items: list[str], reading: Reading) -> Understood | None:
    """A list of things to do: the first, and the others as `more`."""
    head = items[0].strip()
    found = [
        u
        for item in items[1:]
        if item.strip() and (u := _one(f"todo: {item.strip()}", reading)).intent is not None
    ]
    announced = not head or (
        head.endswith((":", "–", "-")) and all(_ordered(item, reading) for item in items[1:])
    )
    if len(found) < 2 or not (
        announced or message_of(head, reading).has("task_label", "request", "make_task", "q_due")
    ):
        return None
    first, *others = [u.intent for u in found if u.intent is not None and not isinstance(u.intent, Query)]
    return Understood(first, min(u.confidence for u in found), more=tuple(others))
