"""`/task` and its Indonesian twin: a verb where what follows has its form, else a quick add."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Literal

from bot.parsing.dates import at_part_of_day, read_shift, read_when
from bot.parsing.intents import (
    THIS,
    AfterTask,
    AssignTask,
    CancelTask,
    CompleteTask,
    DeleteTask,
    EditTask,
    Help,
    Intent,
    ListTasks,
    Name,
    NewTaskForm,
    NoteTask,
    Reading,
    ReopenTask,
    RescheduleTask,
    Said,
    ShowTask,
    SnoozeTask,
    TaskHistory,
    TaskRef,
    Undo,
    Unknown,
    WaitTask,
)
from bot.parsing.names import index_of, longest_known, named
from bot.parsing.quick_add import member, quick_add
from bot.parsing.slack_text import CHANNEL, MENTION
from bot.parsing.titles import without_label
from bot.parsing.verbs import TASK, nearest_commands, split_verb

Scope = Literal["all", "mine", "late", "week", "today"]

_NUMBER = re.compile(
    r"(?:(?:task|tugas|nomor|no\.?|number)\s*){0,2}#?(\d{1,9})(?![\w.:/-]\w)\s*", re.IGNORECASE
)
_NUMBERS = re.compile(
    r"(?:(?:task|tugas|nomor|no\.?|number)\s*){0,2}#?\d{1,9}(?:\s*(?:,|&|dan|and|\s)\s*#?\d{1,9})*[.!]?$",
    re.IGNORECASE,
)
_REF = r"(?:(?:(?:the\s+)?(?:tasks?|tugas)\s*(?:nomor|number|no\.?)?|nomor)\s*#?|(?<![\w&#])#)"
TASK_NUMBERS = re.compile(  # “#3”, “task 3”, “tugas nomor 3”, “#3, #4 dan 5” in a sentence
    rf"(?<![\w#/-]){_REF}(?P<first>\d{{1,9}})(?![\w/]|[.:]\d)"
    rf"(?P<others>(?:\s*(?:,|&|dan|and|\+)\s*{_REF}?\d{{1,9}}(?![\w/:]))*)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_TO = re.compile(r"(?:to|ke|kepada|untuk|jadi|menjadi|until|till|sampai|hingga|for|->|→|:)\s+", re.IGNORECASE)
_BESIDE = re.compile(r">\s*<@")
_AND = re.compile(r"\s*(?:,|&|\bdan\b|\band\b|\+)\s*", re.IGNORECASE)

_SCOPES: dict[str, Scope] = {
    "mine": "mine", "my": "mine", "me": "mine", "saya": "mine", "tugasku": "mine", "milikku": "mine",
    "late": "late",
    "overdue": "late", "telat": "late", "terlambat": "late", "week": "week", "minggu": "week",
    "pekan": "week",
    "today": "today", "all": "all", "semua": "all",
}  # fmt: skip
_SCOPE_PAIRS: dict[str, Scope] = {"this week": "week", "minggu ini": "week", "pekan ini": "week",
"hari ini": "today",
                "my tasks": "mine", "tugas saya": "mine"}  # fmt: skip


_ALONE = ("done", "reopen", "cancel", "delete", "show", "edit", "history", "move", "assign", "snooze")


def parse_task(text: str, reading: Reading, command: str = "task") -> Intent:
    """The intent of `/task <text>` (also `/tugas`).

    No text opens the form, a verb alone means the task at hand.
    """
    if not text:
        return NewTaskForm()
    verb, rest = split_verb(text, TASK)
    if verb == "add":
        return quick_add(without_label(rest), reading) if rest else NewTaskForm()
    if verb in ("help", "undo") and not rest:
        return Help("task") if verb == "help" else Undo()
    if verb == "list" and (listed := _list(rest, reading)):
        return listed
    if verb and (read := _numbered(verb, rest, reading)):
        return read
    if (only := _NUMBER.fullmatch(text)) is not None:
        return ShowTask(int(only[1]))
    if verb in _ALONE and not rest:
        return act_on(verb, THIS, "", reading) or NewTaskForm()
    if (verb in _BY_VERB or verb == "after") and not rest:
        return Unknown(text, nearest_commands("task", text, [], reading.lang, command))
    return quick_add(text, reading)


def task_verb(text: str, reading: Reading) -> Intent | None:
    """What plain words with a task's number mean (“done #12”, “tunda 12 ke Senin”), None where they
    are none."""
    verb, rest = split_verb(text, TASK)
    if verb in (None, "add", "list", "help", "undo", "after", "show", "note", "wait", "history"):
        return None
    return _numbered(str(verb), rest, reading)


def act_on(verb: str, task: TaskRef, words: str, reading: Reading) -> Intent | None:
    """The verb done to a task with the words that follow it; None where they are not of its form."""
    return _BY_VERB[verb](task, words.strip(), reading)


def numbers_in(text: str) -> tuple[int, ...]:
    """The task numbers that a sentence names."""
    if not _DIGIT.search(text):
        return ()
    named = " ".join(match.group() for match in TASK_NUMBERS.finditer(text))
    return tuple(dict.fromkeys(int(n) for n in re.findall(r"\d+", named)))


def _numbered(verb: str, rest: str, reading: Reading) -> Intent | None:
    if verb == "done" and _NUMBERS.match(rest):
        return CompleteTask(tuple(dict.fromkeys(int(n) for n in re.findall(r"\d+", rest))))
    if verb == "after":
        return _after(rest)
    match = _NUMBER.match(rest) if verb in _BY_VERB else None
    return act_on(verb, int(match[1]), rest[match.end() :], reading) if match else None


def _bare(make: Callable[[TaskRef], Intent]) -> Callable[[TaskRef, str, Reading], Intent | None]:
    """A verb that takes a task and nothing else."""

    def read(task: TaskRef, words: str, _: Reading) -> Intent | None:
        return None if words.strip(" .!") else make(task)

    return read


def _done(task: TaskRef) -> Intent:
    return CompleteTask((task,))


def without_to(words: str) -> str:
    """The words after “to”, “ke”, “until”, “jadi” …"""
    return _TO.sub("", words, count=1) if _TO.match(words) else words


def _move(task: TaskRef, words: str, reading: Reading, sign: int = 1) -> Intent | None:
    words = without_to(words)
    if shift := read_shift(words):
        return RescheduleTask(task, shift=shift.times(sign))
    due = read_when(words, reading)
    return RescheduleTask(task, due, due_words=None if due else words)


def _earlier(task: TaskRef, words: str, reading: Reading) -> Intent | None:
    return _move(task, words, reading, sign=-1)


def _snooze(task: TaskRef, words: str, reading: Reading) -> Intent | None:
    words = without_to(words)
    until = read_when(words, reading) if words else None
    if until:
        until = replace(until, at=at_part_of_day(until, reading))
    return SnoozeTask(task, until, words if words and not until else None)


def owners_of(words: str, reading: Reading) -> tuple[Said, ...]:
    """The people a list of names means: mentions, `@name`, plain names, “me”."""
    people = []
    for part in _AND.split(_BESIDE.sub(">, <@", words.strip())):
        part = part.strip(" .!")
        if mention := MENTION.fullmatch(part):
            people.append(member(mention[1], reading))
        elif part.lower().lstrip("@") in ("me", "saya", "aku", "myself") and reading.speaker:
            people.append(member(reading.speaker, reading, part))
        elif part:
            people.append(
                replace(named(part.lstrip("@"), reading.world, "members", "contacts"), text=part.lstrip("@"))
            )
    return tuple(people)


def _assign(task: TaskRef, words: str, reading: Reading) -> Intent | None:
    return AssignTask(task, owners_of(without_to(words), reading))


def _note(task: TaskRef, words: str, _: Reading) -> Intent | None:
    return NoteTask(task, words.lstrip(":–- "))


def _wait(task: TaskRef, words: str, reading: Reading) -> Intent | None:
    """`wait <n> <whom> [why]`: whom is all before a colon, else a mention, a known name, a quoted one, words
    with capitals, or the first word."""
    words = re.sub(r"^(?:for|untuk|pada|dari)\s+", "", words, flags=re.IGNORECASE)
    whom, why = whom_and_rest(words, reading)
    return WaitTask(task, whom, why or None)


def whom_and_rest(words: str, reading: Reading) -> tuple[str, str]:
    """A name at the beginning of the words, and what follows it."""
    if (quoted := re.match(r'["“]([^"”]+)["”]', words)) or (quoted := re.match(r"(<@\w+>)", words)):
        return quoted[1], words[quoted.end() :].strip(" ,:;–-")
    bare = words.lstrip("@~")
    if article := _ARTICLE.match(bare):  # “the embassy visa papers”: the embassy's
        whom, why = whom_and_rest(bare[article.end() :], reading)
        return f"{article[0]}{whom}", why
    index = index_of(reading.world)
    before, colon, after = bare.partition(":")
    if colon and 0 < len(before.split()) <= _NAME_WORDS and (after[:1].isspace() or not after):
        return before.strip(" ,"), after.strip(" ,:;–-")
    best: tuple[tuple[Name, ...], int] = ((), 0)
    for names in (index.organisations, index.contacts, index.members):
        known = longest_known(bare, names)
        best = max(best, known, key=lambda k: k[1])
    capitals = _CAPITALS.match(bare)
    end = best[1] or (capitals.end() if capitals else len(bare.split(" ", 1)[0]))
    return bare[:end].strip(" ,:"), bare[end:].strip(" ,:;–-")


_NAME_WORDS = 8
_ARTICLE = re.compile(r"(?:the|an?|si|para)\s+(?=\S)", re.IGNORECASE)
_CAPITALS = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?:\s+(?:(?:de|des|du|of|van|der|la|le|dan)\s+)*[A-ZÀ-Þ][\w'’.-]*)*"
)


def _after(rest: str) -> Intent | None:
    numbers = re.fullmatch(r"#?(\d{1,9})\s*(?:,|after|setelah|on|→|->)?\s*#?(\d{1,9})", rest)
    return AfterTask(int(numbers[1]), int(numbers[2])) if numbers else None


def _list(rest: str, reading: Reading) -> ListTasks | None:
    """`list` with nothing or known filters; None where the words are something else."""
    found = ListTasks()
    for pair, scope in _SCOPE_PAIRS.items():
        if re.search(rf"(?<!\w){pair}(?!\w)", rest, re.IGNORECASE):
            found = replace(found, scope=scope)
            rest = re.sub(rf"(?<!\w){pair}(?!\w)", " ", rest, flags=re.IGNORECASE)
    rest = rest.strip()
    while rest:
        if channel := CHANNEL.match(rest):
            found, rest = replace(found, program_channel=channel[1]), rest[channel.end() :].strip()
        elif mention := MENTION.match(rest):
            found, rest = replace(found, owner=member(mention[1], reading)), rest[mention.end() :].strip()
        elif rest[0] in "@#" and len(rest) > 1 and rest[1].isalpha():
            draft = quick_add(rest, reading)
            if draft.title == rest:
                return None
            if draft.owners:
                found = replace(found, owner=draft.owners[0])
            if draft.program:
                found = replace(found, program=draft.program)
            rest = draft.title
        elif word := _SCOPES.get(rest.split()[0].lower()):
            found, rest = replace(found, scope=word), rest[len(rest.split()[0]) :].strip()
        else:
            return None
    return found


_BY_VERB: dict[str, Callable[[TaskRef, str, Reading], Intent | None]] = {
    "show": _bare(ShowTask),
    "done": _bare(_done),
    "reopen": _bare(ReopenTask),
    "cancel": _bare(CancelTask),
    "delete": _bare(DeleteTask),
    "edit": _bare(EditTask),
    "history": _bare(TaskHistory),
    "move": _move,
    "earlier": _earlier,
    "snooze": _snooze,
    "assign": _assign,
    "note": _note,
    "wait": _wait,
}
