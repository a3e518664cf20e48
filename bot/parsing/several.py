"""Two orders in one message: “the MoU draft is done, move the catalogue to Thursday”."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import (
    THIS,
    AssignTask,
    CancelTask,
    CompleteTask,
    CreateTask,
    Intent,
    Reading,
    ReopenTask,
    RescheduleTask,
    SnoozeTask,
    TaskRef,
    Understood,
)
from bot.parsing.message import message_of
from bot.parsing.names import words_of
from bot.parsing.owners import find_owners
from bot.parsing.questions import WHICH_TASK
from bot.parsing.whereabouts import tells_where
from bot.parsing.which_task import alike, likely_tasks, ref_of

Reader = Callable[[str, Reading], Understood]
_Change = ReopenTask | CancelTask | RescheduleTask | SnoozeTask | AssignTask

_AND = r"dan|and|serta|plus|&|\+"
_THEN = rf"(?:{_AND}|terus|trus|lalu|kemudian|then|tapi|tetapi|but|sedangkan|while|sementara|also|juga|so)"
_JOINT = re.compile(rf"(?:\s*[,;.]\s+|\s*\n\s*|\s+)(?:{_THEN}\s+)+|\s*[,;.]\s+|\s*\n\s*", re.IGNORECASE)
_BESIDE = re.compile(rf"\s*,\s+(?:(?:{_AND})\s+)?|\s+(?:{_AND})\s+", re.IGNORECASE)
_MOST = 6  # joints: a longer message is no order
_LONGEST = 400  # characters
_SURE = 0.8
_ARTICLES = words("the a an our my your tugas task both kedua")
_CHANGES = ("done", "reopen", "later", "earlier", "move", "assign")
_CONDITIONS = words("if when once after as kalau kalo jika bila begitu setelah sesudah apabila unless until")
_FORBIDS = frozenset({"jangan", "jgn", "don't", "don’t", "dont", "not", "never"})
_AGAIN = {RescheduleTask: ("pindahkan", "move"), AssignTask: ("serahkan", "assign")}  # the verb left out


def read_several(text: str, reading: Reading, one: Reader) -> Understood | None:
    """The orders of a message that gives more than one, the further as `more`; a question where only one of
    two is sure; None where it gives one or none. `one` reads a text that gives one."""
    joints = list(_JOINT.finditer(text)) if len(text) <= _LONGEST else []
    if not 0 < len(joints) <= _MOST:
        return None
    m = message_of(text, reading)
    orders = len(m.places("verb")) + len(m.members) + len(m.mentions)
    if not reading.world.tasks and orders < 2 and not tells_where(text):
        return None
    if text.endswith("?") and m.has("request"):
        text = text.rstrip("? ")

    def read(part: str) -> Understood:
        return read_several(part, reading, one) or one(part, reading)

    for joint in joints:
        found = _both(text[: joint.start()], text[joint.end() :], reading, one, read)
        if found:
            return found
    if not reading.world.tasks:
        return None
    return _of_two_tasks(text, reading, read) or _one_of_two(text, joints, reading, one)


def _both(
    first: str, second: str, reading: Reading, one: Reader, read: Callable[[str], Understood]
) -> Understood | None:
    """Both halves where each is an order."""
    left = one(first, reading)
    if left.intent is None and tells_where(first):
        right = read(second)
        return right if _sure(right, reading) else None
    if not _sure(left, reading):
        return None
    right = read(second)
    if not _sure(right, reading):
        right = _pointing_back(left, right) or _verb_left_out(left, second, reading, one) or right
    if not _sure(right, reading) or right.intent is None or left.intent is None:
        return None
    if type(right.intent) is type(left.intent) and _refs(right.intent) & _refs(left.intent):
        return None
    intent = right.intent
    if _refs(left.intent) and first.split()[0].lower() in _CONDITIONS:  # “once it is done, move the other”
        return Understood(intent, 0.7, ambiguous=True, question=WHICH_TASK, alternatives=(intent,))
    if isinstance(left.intent, CreateTask) and isinstance(intent, CreateTask):
        if not _each_its_own(left.intent, intent):
            return None
        intent = _of_the_same_people(first, left.intent, intent, reading)
    return Understood(
        left.intent, min(left.confidence, right.confidence, 0.9), more=(*left.more, intent, *right.more)
    )


def _sure(understood: Understood, reading: Reading) -> bool:
    """Whether it is an order of a known task, or for a new one with a day or a person of its own."""
    intent = understood.intent
    if understood.ambiguous or intent is None:
        return False
    if isinstance(intent, CreateTask):
        named = any(owner.text != "speaker" for owner in intent.owners)
        return understood.confidence >= _SURE and (intent.due is not None or named)
    refs = _refs(intent)
    titles = {task.title for task in reading.world.tasks}
    return bool(refs) and all(isinstance(ref, int) or ref in titles for ref in refs)


def _each_its_own(left: CreateTask, right: CreateTask) -> bool:
    """Whether each task has its day, or each the person who is to do it."""
    if left.due and right.due:
        return True
    first, second = ({owner.text for owner in task.owners} for task in (left, right))
    return bool(first and second) and first.isdisjoint(second) and "speaker" not in first | second


def _refs(intent: Intent | None) -> set[TaskRef]:
    match intent:
        case CompleteTask(tasks):
            return set(tasks)
        case ReopenTask() | CancelTask() | RescheduleTask() | SnoozeTask() | AssignTask():
            return {intent.task}
    return set()


def _pointing_back(left: Understood, right: Understood) -> Understood | None:
    """“… and give it to Dewi” changes what the first order is about."""
    refs, intent = _refs(left.intent), right.intent
    if len(refs) != 1 or right.ambiguous or _refs(intent) != {THIS} or type(intent) is type(left.intent):
        return None
    return (
        replace(right, intent=replace(intent, task=next(iter(refs)))) if isinstance(intent, _Change) else None
    )


def _verb_left_out(left: Understood, second: str, reading: Reading, one: Reader) -> Understood | None:
    """“move the catalogue to Wednesday, the hotel to Thursday”."""
    for verb in _AGAIN.get(type(left.intent), ()):
        right = one(f"{verb} {second}", reading)
        known = {ref_of(task) for task in reading.world.tasks}
        if type(right.intent) is type(left.intent) and not right.ambiguous and _refs(right.intent) <= known:
            return right
    return None


def _of_the_same_people(first: str, left: CreateTask, right: CreateTask, reading: Reading) -> CreateTask:
    """Whoever is addressed at the beginning, or the author, has both."""
    if right.owners or not left.owners:
        return right
    mine = left.owners[0].text == "speaker"
    return (
        replace(right, owners=left.owners)
        if mine or find_owners(message_of(first, reading)).leading
        else right
    )


# --- one order of two tasks ------------------------------------------------------------------------------


def _of_two_tasks(text: str, reading: Reading, read: Callable[[str], Understood]) -> Understood | None:
    """“the MoU draft and the catalogue are done”: the order once for each of the two."""
    if not _FORBIDS.isdisjoint(text.lower().split()):
        return None
    titles = {word for task in reading.world.tasks for word in words_of(task.title)}
    for joint in _BESIDE.finditer(text):
        start, end = _named_before(text, joint.start(), titles), _named_after(text, joint.end(), titles)
        if start == joint.start() or end == joint.end():
            continue
        first = read(f"{text[: joint.start()]} {text[end:].lstrip()}")
        second = read(text[:start] + text[joint.end() :])
        made = [first.intent, *first.more, second.intent, *second.more]
        if not (_sure(first, reading) and _sure(second, reading)) or len({type(i) for i in made}) > 1:
            continue
        these = {ref for intent in (first.intent, *first.more) for ref in _refs(intent)}
        those = {ref for intent in (second.intent, *second.more) for ref in _refs(intent)}
        if these <= those or those <= these:
            continue
        return _together([i for i in made if i is not None], min(first.confidence, second.confidence))
    return None


def _together(made: list[Intent], confidence: float) -> Understood:
    made = [intent for i, intent in enumerate(made) if intent not in made[:i]]
    done = [ref for intent in made if isinstance(intent, CompleteTask) for ref in intent.tasks]
    if done:
        return Understood(CompleteTask(tuple(dict.fromkeys(done))), confidence)
    return Understood(made[0], confidence, more=tuple(made[1:]))


_WORD = re.compile(r"[^\W_]+")
_APOSTROPHE = " '’"


def _named_before(text: str, at: int, titles: set[str]) -> int:
    """Where the words of a title that end at a character begin; that character where there are none."""
    begin = at
    for match in reversed(list(_WORD.finditer(text, 0, at))):
        if text[match.end() : begin].strip(_APOSTROPHE) or not _names(match.group(), titles):
            break
        begin = match.start()
    return begin


def _named_after(text: str, at: int, titles: set[str]) -> int:
    end = at
    for match in _WORD.finditer(text, at):
        if text[end : match.start()].strip(_APOSTROPHE) or not _names(match.group(), titles):
            break
        end = match.end()
    return end


def _names(word: str, titles: set[str]) -> bool:
    folded = "".join(words_of(word))
    return folded in _ARTICLES or any(alike(folded, title) for title in titles)


# --- two tasks, one order --------------------------------------------------------------------------------


def _one_of_two(text: str, joints: list[re.Match[str]], reading: Reading, one: Reader) -> Understood | None:
    """The sure half where the other half only tells of another task; a question where that asks as well."""
    for joint in joints:
        halves = text[: joint.start()], text[joint.end() :]
        read = [one(half, reading) for half in halves]
        sure = [k for k in (0, 1) if _sure(read[k], reading) and _refs(read[k].intent)]
        if len(sure) != 1:
            continue
        known, other = read[sure[0]], message_of(halves[1 - sure[0]], reading)
        named = {ref_of(task) for _, task in likely_tasks(other)} - _refs(known.intent)
        if not named:
            continue
        if not other.has(*_CHANGES) or other.has("not_done", "negation"):
            return known
        asked = read[1 - sure[0]]
        ways = [i for i in (known.intent, *asked.alternatives) if i is not None]
        question = asked.question or WHICH_TASK
        return Understood(known.intent, 0.7, ambiguous=True, question=question, alternatives=tuple(ways))
    return None
