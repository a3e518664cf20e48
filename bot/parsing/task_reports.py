"""A task reported done, or open again after all."""

from __future__ import annotations

import re
from datetime import date

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import (
    THIS,
    CompleteTask,
    Intent,
    OpenTask,
    ReopenTask,
    Understood,
)
from bot.parsing.message import Message
from bot.parsing.names import same_word, words_of
from bot.parsing.task_commands import numbers_in
from bot.parsing.which_task import choose, likely_tasks, ref_of, words_for_task

_TICK = ("✅", "☑", "✔", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:")


_ENDED = re.compile(
    r"(?<!\w)(?:sudah|sdh|udah|udh|dah)(?:\s+(?:ya|yah|kok|nih|semua|pak|bu))*\s*[.!]*$", re.I
)


def read_done(m: Message) -> Understood | None:
    """The task that the message reports done, or None."""
    ticked = any(t in m.text for t in _TICK)
    done = m.places("done")
    if (own := _own_verb(m)) and not m.has("not_done", "negation") and "?" not in m.masked:
        return choose(m, [CompleteTask((ref_of(task),)) for task in own], 0.9)
    ended = (
        m.at(0) in ("close", "tutup")
        or m.words.words[-1:] == ("sudah",)
        or _ENDED.search(m.masked) is not None
    )
    if (
        not (done or ticked or (ended and likely_tasks(m)))
        or _undone(m, done)
        or (m.has("request") and not _closing(m))
    ):
        return None
    future = any(s.when and not s.when.past and s.strength == "strong" and s.deadline for s in m.spans)
    if future:
        return None
    label = (
        bool(done)
        and done[0][0] <= 1
        and m.masked[m.end_of(done[0][1] - 1) :].lstrip()[:1] in (":", "-", "–", "—")
    )
    words_left = words_for_task(m, ("done",), [])
    if not words_left or (not likely_tasks(m) and len(m.words.words) <= 2):
        return _bare_done(m)
    found = likely_tasks(m)
    if numbers := numbers_in(m.masked):
        return Understood(CompleteTask(numbers), 0.9)
    if found:
        made: list[Intent] = [CompleteTask((ref_of(task),)) for _, task in found]
        return choose(m, made, 0.94 if label or ticked or found[0][0] > 0.6 else 0.86)
    if label or _closing(m) or (ticked and done):
        return Understood(CompleteTask((words_left,)), 0.93 if label else 0.85)
    return None


def _undone(m: Message, done: list[tuple[int, int]]) -> bool:
    """Whether it is not done yet; what is still left to do after “beres, …” is another thing."""
    if any(m.at(i - 1) in _NOT_YET for i, _ in done):
        return True
    first = done[0][0] if done else 0
    return any(
        i <= first or "," not in m.masked[m.start_of(first) : m.start_of(i)] for i, _ in m.places("not_done")
    )


_NOT_YET = words("belum blm not never ga gak tidak hampir almost nearly")
_HAS = words("is are was were been has have weve ive sudah sdh udah udh telah dah kami")


def _own_verb(m: Message) -> list[OpenTask]:
    """The likely tasks whose own verb is told as past: “the banner is picked up” of “Pick up the banner”."""
    count = len(m.words.words)
    ended = count <= 8 and any(word.endswith("ed") for word in m.words.words)  # “business cards ordered”
    if not (ended or m.said(*_HAS)) or m.has("request", "question", "if", "later", "move", "assign"):
        return []
    if any(s.when and not s.when.past and (s.deadline or s.when.day > _today(m)) for s in m.spans):
        return []
    found = []
    for _, task in likely_tasks(m):
        verb = words_of(task.title)[:1]
        if verb and f"di{verb[0]}" in m.words.words:
            found.append(task)
            continue
        if verb and any(same_word(verb[0], w) or _PAST.get(verb[0]) == w for w in m.words.words):
            found.append(task)
    return found


_PAST = {
    "send": "sent", "pay": "paid", "buy": "bought", "write": "written", "get": "got", "make": "made",
    "build": "built", "draw": "drawn", "find": "found", "take": "taken", "give": "given", "bring": "brought",
    "choose": "chosen", "hold": "held", "meet": "met", "hang": "hung", "sell": "sold", "tell": "told",
    "do": "done", "set": "set", "rewrite": "rewritten",
}  # fmt: skip


def _today(m: Message) -> date:
    return m.reading.now.astimezone(m.reading.tz).date()


def _closing(m: Message) -> bool:
    """Whether the words ask to close, rather than tell that something is done."""
    asks = (
        "can be closed",
        "can close",
        "bisa ditutup",
        "boleh ditutup",
        "tutup saja",
        "mark as done",
        "mark done",
        "tick off",
        "tandai selesai",
        "check off",
        "cross off",
        "centang",
        "coret dari",
    )
    said = " ".join(m.words.words)
    closes = any(m.at(i) in ("close", "tutup") for i in range(4)) and (
        m.said("task", "tugas", "tugasnya") or bool(likely_tasks(m))
    )
    return closes or any(phrase in said for phrase in asks) or (m.said("mark", "tandai") and m.has("done"))


def _bare_done(m: Message) -> Understood | None:
    """“ok, all done now” alone: the task at hand."""
    if len(m.words.words) > 4 or not m.has("done"):
        return None
    return Understood(CompleteTask((THIS,)), 0.85)


def read_reopened(m: Message) -> Understood | None:
    """The task that the message opens again, or None."""
    if not m.has("reopen"):
        return None
    found = likely_tasks(m)
    if found:
        made: list[Intent] = [ReopenTask(ref_of(task)) for _, task in found]
        return choose(m, made, 0.94)
    left = words_for_task(m, ("reopen", "request"), [])
    if not left:
        return Understood(ReopenTask(THIS), 0.85)
    if not (m.has("request") or m.places("reopen")[0][0] <= 1 or m.said("task", "tugas")):
        return None  # “the canteen opens again on Monday”
    return Understood(ReopenTask(left), 0.85)
