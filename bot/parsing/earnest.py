"""Whether an order is meant as one: what no day and no person bears out must name a thing of the work."""

from __future__ import annotations

from bot.parsing.intents import CreateTask
from bot.parsing.lexicon.work import EVERYDAY as _EVERYDAY
from bot.parsing.lexicon.work import WORK as _WORK
from bot.parsing.message import Message
from bot.parsing.names import words_of

_BOOKS = ("book", "reserve", "pesan", "pesankan")  # whoever books a dinner works
_BORNE_OUT = ("high", "low", "make_task", "task_label", "remind_me")


def in_earnest(m: Message, task: CreateTask) -> bool:
    """Whether the task is one that somebody would write down."""
    verbs = {m.at(i) for i, _ in m.places("verb")}.intersection(words_of(task.title)[:1]).difference(_BOOKS)
    said = {_root(word) for word in m.words.words if word not in verbs}  # “Order in the court” names no thing
    of_work = not WORK.isdisjoint(said)
    if m.has("wished") and not of_work:
        return False
    if of_work or m.named_program or m.organisations or m.people or m.members or m.mentions or m.channels:
        return True
    if not EVERYDAY.isdisjoint(said):
        return False
    return bool(task.due or task.owners or task.recurrence or task.due_words) or m.has(*_BORNE_OUT)


def _root(word: str) -> str:
    """The word without “-nya”, without a plural's “s”."""
    if len(word) > 6 and word.endswith("nya"):
        return word[:-3]
    return word[:-1] if len(word) > 3 and word[-1] == "s" and word[-2] != "s" else word


WORK = frozenset(map(_root, _WORK))
EVERYDAY = frozenset(map(_root, _EVERYDAY))
