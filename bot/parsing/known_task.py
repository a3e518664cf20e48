"""What is said of an open task that the words name: done, dropped, open again, another day, another hand."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import NUMBERS, words
from bot.parsing.intents import (
    AssignTask,
    CancelTask,
    CompleteTask,
    Intent,
    OpenTask,
    ReopenTask,
    RescheduleTask,
    Said,
    Shift,
    Understood,
    When,
)
from bot.parsing.message import Message
from bot.parsing.names import words_of
from bot.parsing.questions import NEW_DATE
from bot.parsing.quick_add import member
from bot.parsing.tags import Place
from bot.parsing.task_commands import owners_of
from bot.parsing.which_task import STOP, alike, choose, likely_tasks, moved, ref_of

_BREAK = re.compile(r"[,;.?!:\n–—]+(?=\s|$)|\s+-\s+|\s*(?:->|→|=>)\s*")
_FILLERS = (
    "later", "earlier", "move", "now_at", "deadline_word", "assign", "request", "negation", "small_talk",
    "low", "slack", "taken", "mine",
)  # fmt: skip
_EMPTY = words(
    "is are be was been 's s m ll from now on then instead rather than only just job pic nya picnya tapi but "
    "still masih kosong ada siapa between extra day days week weeks them hari minggu seminggu lagi more few"
)


def read_known_task(m: Message) -> Understood | None:
    """The change of an open task that the message names, or None where it names none or changes nothing."""
    if not m.reading.world.tasks or m.has("hypothetical", "no_log"):
        return None
    found = [task for _, task in likely_tasks(m)]
    if not found:
        return None
    asks = "?" in m.masked and (
        m.has("q_late", "q_owner") or not m.has("request", "slack", "assign", "taken", "later", "move")
    )
    return _dropped(m, found) or (None if asks else _day(m, found) or _hand(m, found)) or _gone(m, found)


# --- done, dropped, open again -----------------------------------------------------------------------------


def _dropped(m: Message, found: list[OpenTask]) -> Understood | None:
    if "?" in m.masked or m.has("if"):
        return None
    if m.has("open_again"):
        made: list[Intent] = [ReopenTask(ref_of(task)) for task in found]
        return choose(m, made, 0.87)
    if m.has("dropped") and not (m.has("gone", "done") and not m.has("needless")):
        made = [CancelTask(ref_of(task)) for task in found]
        return choose(m, made, 0.86)
    return None


def _gone(m: Message, found: list[OpenTask]) -> Understood | None:
    places = m.places("gone") or _reached(m, found[0])
    if not places or m.masked.rstrip().endswith("?") or m.has("if", "later", "reopen"):
        return None
    first = places[0][0]
    if m.at(first - 1) in _ALMOST or _verb_first(m, found):
        return None
    if any(i < first for i, _ in m.places("not_done", "negation")) or m.at(0) in _ASKING:
        return None
    if any(i < first and m.at(i) not in _MAY for i, _ in m.places("request")):
        return None
    if any(s.when and not s.when.past and s.deadline for s in m.spans):
        return None
    made: list[Intent] = [CompleteTask((ref_of(task),)) for task in found]
    return choose(m, made, 0.88)


def _reached(m: Message, task: OpenTask) -> list[Place]:
    """“Undangan dubes udah meluncur semua”: the task, “sudah”, and one word more."""
    i = next((i for i, word in enumerate(m.words.words) if word in _ALREADY), None)
    left = _left(m, task, 0, len(m.words.words)) if i is not None and len(m.words.words) <= _CURT else []
    told = i is not None and len(left) == 1 and m.at(i + 1) == left[0] and left[0] not in _ON_THE_WAY
    return [(i, i + 1)] if told and i is not None else []


_ALREADY = words("sudah udah sdh udh dah telah")
_ON_THE_WAY = words(
    "siap mulai telat mepet mahal lama mau hampir dekat harus proses diproses lewat jalan sampai ada pernah "
    "terlambat berjalan molor capek rusak hilang basi mentok macet"
)
_CURT = 8  # words
_ALMOST = words("hampir almost nearly half setengah mau akan")
_ASKING = words("what which who when where how why is are did has apa siapa kapan mana kenapa apakah")
_MAY = words("please pls tolong bisa boleh can")


# --- another day -------------------------------------------------------------------------------------------


def _day(m: Message, found: list[OpenTask]) -> Understood | None:
    """The day or the length said of it, where nothing else is said or the words give it more time."""
    if m.recurrence or (m.has("done", "gone") and not m.has("not_done")):
        return None
    shift, due = _time(m)
    if shift is None and due is None:
        return _till_when(m, found)
    slack = m.has("slack", "later", "earlier") or any("not" in s.roles for s in m.spans)
    count = len(m.words.words)
    against = count <= _SHORT and any(m.at(i) in _NOT and m.at(i + 1) not in _FORGET for i in range(count))
    if _verb_first(m, found) and not (slack or against):
        return None
    if not (slack or against or not _left(m, found[0], 0, count)):
        return None
    made: list[Intent] = [
        RescheduleTask(ref_of(task), due) if due else moved(ref_of(task), task, shift, None) for task in found
    ]
    return choose(m, made, 0.88 if slack else 0.8)


def _till_when(m: Message, found: list[OpenTask]) -> Understood | None:
    """“Royalti ditunda sampai dana cair”: moved to a day that nobody has said."""
    if not any(m.at(i) in _UNTIL for i in range(len(m.words.words))) or not m.has("later"):
        return None
    made = RescheduleTask(ref_of(found[0]))
    return Understood(made, 0.7, ambiguous=True, question=NEW_DATE)


_UNTIL = words("sampai hingga until till")
_NOT = words("not jangan bukan aint wont isnt arent")
_FORGET = words("lupa sampai forget")
_SHORT = 14  # words


def _verb_first(m: Message, found: list[OpenTask]) -> bool:
    """Whether it is asked anew: “kirim press list Jumat”; “Press list …” begins with a thing."""
    first = next((i for i in range(len(m.words.words)) if m.at(i) not in _POLITE), 0)
    if any(i == first for i, _ in m.places("task_label", "make_task", "remind_me")):
        return True
    if all(i != first for i, _ in m.places("verb")):
        return False
    return not any(alike(m.at(first), word) for task in found for word in words_of(task.title)[1:])


_POLITE = words(
    "please pls plz kindly tolong tlg mohon minta bisa boleh can could would you we let lets kita yuk ayo"
    " jangan lupa dont forget to and dan also juga hi halo hey ok oke"
)


def _time(m: Message) -> tuple[Shift | None, When | None]:
    """The last day named that is not the one refused, else by how much."""
    days = [
        s for s in m.spans
        if s.when and not s.when.past and s.kind != "length" and not {"since", "not"} & set(s.roles)
        and m.at(m.word_at(s.start) - 1) not in _NOT and m.at(m.word_at(s.core) - 1) not in _NOT
    ]  # fmt: skip
    if days:
        return None, days[-1].when
    shift = next((s.shift for s in m.spans if s.kind == "length" and s.shift), None) or _extra(m)
    return (shift.times(-1) if shift and m.has("earlier") else shift), None


def _extra(m: Message) -> Shift | None:
    """The length beside “more”, “extra” or “another”: “two more weeks”, “an extra week”."""
    for i, word in enumerate(m.words.words):
        if word not in _MORE:
            continue
        before = m.at(i - 1)
        count = 1 if before not in NUMBERS and not before.isdecimal() else NUMBERS.get(before) or int(before)
        for unit, days in _UNITS:
            if m.at(i + 1) in unit:
                return Shift(count * days) if days else Shift(0, count)
    return None


_MORE = words("more extra another further")
_UNITS = (
    (words("day days"), 1), (words("week weeks"), 7), (words("fortnight fortnights"), 14),
    (words("month months"), 0),
)  # fmt: skip


# --- another hand ------------------------------------------------------------------------------------------


def _hand(m: Message, found: list[OpenTask]) -> Understood | None:
    """Those named in a clause that says nothing else, or that says they take it."""
    if any(s.when and not s.when.past and s.deadline for s in m.spans) or m.has("done", "gone"):
        return None
    for start, end in _clauses(m):
        people = _people(m, start, end)
        if not people:
            continue
        left = _left(m, found[0], start, end)
        taken = any(start <= i < end for i, _ in m.places("taken"))
        if left and not (taken and len(left) < 3):
            continue
        made: list[Intent] = [AssignTask(ref_of(task), tuple(people)) for task in found]
        return choose(m, made, 0.86)
    return None


def _people(m: Message, start: int, end: int) -> list[Said]:
    """Who is named between two words, but for those who give it up; the author where they say “mine”."""
    people = [member(match[1], m.reading) for match in m.mentions if start <= m.word_at(match.start()) <= end]
    for person in m.members:
        i = m.word_at(person.start)
        if start <= i < end and m.at(i - 1) not in _GIVE_UP:
            people += owners_of(person.text, m.reading)
    own = any(start <= i < end for i, _ in m.places("mine"))
    if not people and own and m.reading.speaker:
        people = list(owners_of("me", m.reading))
    return people


_GIVE_UP = words("not bukan from dari than")


# --- what is left ------------------------------------------------------------------------------------------


def _clauses(m: Message) -> list[tuple[int, int]]:
    """The clauses of the message as ranges of words."""
    bounds, at = [], 0
    for stop in _BREAK.finditer(m.masked):
        i = m.word_at(stop.start())
        if i > at or any(at <= m.word_at(p.start()) <= i for p in m.mentions):
            bounds.append((at, i))
            at = i
    bounds.append((at, len(m.words.words)))
    return bounds


def _left(m: Message, task: OpenTask, start: int, end: int) -> list[str]:
    """The words between two that are neither the task's nor a day, a person, or of a change."""
    title = words_of(task.title)
    passed = {k for name in _FILLERS for i, j in m.tags.get(name, ()) for k in range(i, j)}
    passed |= {k for s in m.spans for k in range(m.word_at(s.start), m.word_at(s.end))}
    passed |= {m.word_at(p.start) + k for p in m.members for k in range(p.words)}
    return [
        word
        for i in range(start, min(end, len(m.words.words)))
        if (word := m.at(i)) not in STOP and word not in _EMPTY and i not in passed
        and not any(alike(t, word) for t in title)
    ]  # fmt: skip
