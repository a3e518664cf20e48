"""A message that changes tasks already there: done, open again, another day, another hand."""

from __future__ import annotations

import re
from datetime import date, datetime

from bot.parsing.asked import asked_by_name
from bot.parsing.dates import Span
from bot.parsing.dates.base import add
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import (
    THIS,
    AssignTask,
    CompleteTask,
    Intent,
    OpenTask,
    ReopenTask,
    RescheduleTask,
    Said,
    Shift,
    TaskRef,
    Understood,
    When,
)
from bot.parsing.message import Message
from bot.parsing.names import same_word, words_of
from bot.parsing.owners import Owners, find_owners
from bot.parsing.questions import NEW_DATE, WHICH_TASK
from bot.parsing.quick_add import cut_out, member
from bot.parsing.task_commands import numbers_in, owners_of
from bot.parsing.updates import anchor_noun

STOP = words(
    """a an the to of for from in on at by with and or our your my me us we it its is are be that this these
    those them he she his her please yang yg utk untuk ke di dari dr dengan dgn dan atau ya yah ini itu
    nya kita kami saya tolong tlg mohon pada akan sudah sdh udah buat si lah dong aja re soal sama paling
    task tugas deadline tenggat can done selesai get all as has been will de la le les du new baru jadi
    now sekarang deadlinenya tenggatnya masih tadi today week minggu day hari date tanggal one satu"""
)
_ENOUGH = 0.38  # of a task's likeness: two of its words, or half of a short title
_EQUAL = 0.08  # two tasks nearer than this are asked about
_TICK = ("✅", "☑", "✔", ":white_check_mark:", ":heavy_check_mark:", ":ballot_box_with_check:")


def read_change(m: Message) -> Understood | None:
    """The change that the message asks for, or None."""
    if "?" in m.masked and not m.has("request"):
        return _assign(m) if m.at(0) in ("bisa", "bisakah", "boleh", "bolehkah", "can", "could") else None
    return _reopen(m) or _assign(m) or _reschedule(m) or _complete(m)


# --- which task -------------------------------------------------------------------------------------


def likely_tasks(m: Message) -> list[tuple[float, OpenTask]]:
    """The open tasks that the words may mean, likeliest first; equals stay together."""
    if numbers := numbers_in(m.masked):
        known = {task.number: task for task in m.reading.world.tasks}
        return [(1.0, known.get(n, OpenTask(f"#{n}", number=n))) for n in numbers]
    verbs = {
        k for i, j in m.places("done", "later", "earlier", "move", "assign", "request") for k in range(i, j)
    }
    verbs |= {m.word_at(p.start) + k for p in m.members for k in range(p.words)}
    said = [w for i, w in enumerate(m.words.words) if w not in STOP and i not in verbs]
    scored = []
    for task in m.reading.world.tasks:
        title = list(dict.fromkeys(w for w in words_of(task.title) if w not in STOP))
        hits = sum(any(same_word(t, w) for w in said) for t in title)
        if hits:
            share = max(hits / len(title), 0.8 * hits / max(len(said), 1))
            scored.append((0.6 * min(share, 1.0) + 0.2 * min(hits, 2), task))
    scored.sort(key=lambda entry: -entry[0])
    if not scored or scored[0][0] < _ENOUGH:
        return []
    return [entry for entry in scored if entry[0] >= scored[0][0] - _EQUAL]


def _ref(task: OpenTask) -> TaskRef:
    return task.number if task.number is not None else task.title


def _choose(m: Message, make: list[Intent], confidence: float) -> Understood:
    """One task: do it; several: ask which."""
    if len(make) == 1:
        return Understood(make[0], confidence)
    return Understood(make[0], 0.7, ambiguous=True, question=WHICH_TASK, alternatives=tuple(make))


def _words_for_task(
    m: Message, tags: tuple[str, ...], spans: list[Span], owners: Owners | None = None
) -> str:
    """The words that are left to name a task: without the verb, the date, the person."""
    cuts = [(m.start_of(i), m.end_of(j - 1)) for i, j in m.places(*tags)]
    cuts += [(s.start, s.end) for s in spans] + (owners.cut if owners else [])
    cuts += [match.span() for match in m.mentions]
    rest = cut_out(m.text, cuts)
    kept = rest.split()
    while kept and "".join(words_of(kept[0])) in STOP | {"", "i", "ok", "oke", "well", "also"}:
        kept.pop(0)
    while kept and "".join(words_of(kept[-1])) in STOP | {""}:
        kept.pop()
    return " ".join(kept).strip(" ,.:;!–-")


# --- done and open again ------------------------------------------------------------------------------


_ENDED = re.compile(
    r"(?<!\w)(?:sudah|sdh|udah|udh|dah)(?:\s+(?:ya|yah|kok|nih|semua|pak|bu))*\s*[.!]*$", re.I
)


def _complete(m: Message) -> Understood | None:
    ticked = any(t in m.text for t in _TICK)
    done = m.places("done")
    if (own := _own_verb(m)) and not m.has("not_done", "negation") and "?" not in m.masked:
        return _choose(m, [CompleteTask((_ref(task),)) for task in own], 0.88)
    ended = (
        m.at(0) in ("close", "tutup")
        or m.words.words[-1:] == ("sudah",)
        or _ENDED.search(m.masked) is not None
    )
    if (
        not (done or ticked or (ended and likely_tasks(m)))
        or m.has("not_done")
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
    words_left = _words_for_task(m, ("done",), [])
    if not words_left or (not likely_tasks(m) and len(m.words.words) <= 2):
        return _bare_done(m)
    found = likely_tasks(m)
    if numbers := numbers_in(m.masked):
        return Understood(CompleteTask(numbers), 0.9)
    if found:
        made: list[Intent] = [CompleteTask((_ref(task),)) for _, task in found]
        return _choose(m, made, 0.94 if label or ticked or found[0][0] > 0.6 else 0.86)
    if label or _closing(m) or (ticked and done):
        return Understood(CompleteTask((words_left,)), 0.93 if label else 0.85)
    return None


_HAS = words("is are was were been has have weve ive sudah sdh udah udh telah dah kami")


def _own_verb(m: Message) -> list[OpenTask]:
    """The likely tasks whose own verb is told as past: “the banner is picked up” of “Pick up the banner”."""
    if not m.said(*_HAS) or m.has("request", "question", "if", "later", "move", "assign"):
        return []
    if any(s.when and not s.when.past and (s.deadline or s.when.day > _today(m)) for s in m.spans):
        return []
    found = []
    for _, task in likely_tasks(m):
        verb = words_of(task.title)[:1]
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


def _reopen(m: Message) -> Understood | None:
    if not m.has("reopen"):
        return None
    found = likely_tasks(m)
    if found:
        made: list[Intent] = [ReopenTask(_ref(task)) for _, task in found]
        return _choose(m, made, 0.94)
    left = _words_for_task(m, ("reopen", "request"), [])
    if not left:
        return Understood(ReopenTask(THIS), 0.85)
    if not (m.has("request") or m.places("reopen")[0][0] <= 1 or m.said("task", "tugas")):
        return None  # “the canteen opens again on Monday”
    return Understood(ReopenTask(left), 0.85)


# --- another day ----------------------------------------------------------------------------------------


def _reschedule(m: Message) -> Understood | None:
    if m.recurrence or not m.has("later", "earlier", "move", "now_at"):
        return None
    found = likely_tasks(m)
    if not m.has("later", "earlier", "move"):
        return _now_at(m, found)
    if not found and (_about_anchor(m) or _own_words(m)):
        return None
    shift, due, span = _new_time(m)
    if not found and not _asks_to_move(m) and not (_only_pronoun(m, span) and (due or shift)):
        return None
    if shift is None and due is None:
        if found and m.has("later") and len(m.words.words) < 12 and _asks_to_move(m):
            return Understood(RescheduleTask(_ref(found[0][1])), 0.7, ambiguous=True, question=NEW_DATE)
        return None
    if found:
        made: list[Intent] = [moved(_ref(task), task, shift, due) for _, task in found]
        return _choose(m, made, 0.94)
    pointed = _only_pronoun(m, span)
    if due and span and not pointed and not set(span.roles) & {"to", "until", "by", "deadline"}:
        return None  # “move the sculptures away from the window in March” moves no date
    left = _words_for_task(m, _MOVES, [span] if span else [])
    if pointed:
        return Understood(RescheduleTask(THIS, due, shift), 0.7)
    return Understood(RescheduleTask(left, due, shift), 0.66)


def _now_at(m: Message, found: list[tuple[float, OpenTask]]) -> Understood | None:
    """“Run-through is now at 4 pm on Thursday”, “denah duduk jadi Kamis” of an open task."""
    _, due, _ = _new_time(m)
    if not due or not found or found[0][0] < _SURELY or m.has("request", "past", "done") or "?" in m.masked:
        return None
    made: list[Intent] = [moved(_ref(task), task, None, due) for _, task in found]
    return _choose(m, made, 0.86)


_SURELY = 0.6  # of a task's likeness: nearly all of its words
_PRONOUNS = words(
    "it that this them those itu ini nya dia tsb tersebut tadi make change set to jadi ganti ubah"
)


_MOVES = ("later", "earlier", "move", "request", "deadline_word")


def _only_pronoun(m: Message, span: Span | None) -> bool:
    """Whether nothing but “it” is left to name what moves."""
    left = _words_for_task(m, _MOVES, [span] if span else [])
    return not [w for w in words_of(left) if w not in STOP | _PRONOUNS]


def _new_time(m: Message) -> tuple[Shift | None, When | None, Span | None]:
    """By how much, or to when; “dimajukan” and “bring forward” count backwards."""
    sign = -1 if m.has("earlier") else 1
    usable = [s for s in m.spans if s.when and not s.when.past and not {"since", "not"} & set(s.roles)]
    fixed = [s for s in usable if s.kind != "length" and ("to" in s.roles or s.strength == "strong")]
    lengths = [s for s in usable if s.kind == "length" and s.shift]
    if lengths and not any("to" in s.roles for s in fixed):
        shift = lengths[0].shift
        assert shift is not None
        return Shift(sign * shift.days, sign * shift.months), None, lengths[0]
    if fixed:
        chosen = next((s for s in reversed(fixed) if "to" in s.roles), fixed[-1])
        return None, chosen.when, chosen
    return None, None, None


def moved(ref: TaskRef, task: OpenTask, shift: Shift | None, due: When | None) -> RescheduleTask:
    """The move, counted from the task's own day where that is known."""
    if shift is None or task.due is None:
        return RescheduleTask(ref, due, shift)
    if isinstance(task.due, datetime):
        day = add(task.due.date(), shift.days, shift.months)
        return RescheduleTask(ref, When(day, datetime.combine(day, task.due.timetz())))
    return RescheduleTask(ref, When(add(task.due, shift.days, shift.months)))


def _about_anchor(m: Message) -> bool:
    """Whether it is the program's own day that moves."""
    return m.program is not None and anchor_noun(m)


def _own_words(m: Message) -> bool:
    """A partner's wish to move something changes nothing by itself."""
    return m.has("said") and bool(m.organisations or m.people)


def _asks_to_move(m: Message) -> bool:
    """Whether the words ask (“push X to …”, “tolong undur …”) rather than tell that something moved."""
    first = min((i for i, _ in m.places("later", "earlier", "move")), default=99)
    told = any(
        m.at(i).startswith("di") or m.at(i).endswith("ed") or m.at(i) == "mundur"
        for i, _ in m.places("later", "earlier", "move")
    )
    return (first <= 3 and not told) or m.has("request") or (m.has("deadline_word") and not told)


# --- another hand -----------------------------------------------------------------------------------------


def _assign(m: Message) -> Understood | None:
    if not m.has("assign"):
        return _passed_on(m)
    owners = find_owners(m)
    people = owners.said
    if not people and m.mentions:
        people = [member(m.mentions[-1][1], m.reading)]
    if not people and m.members:
        first = m.members[-1]
        people = list(owners_of(first.text, m.reading))
    if (
        not people
        and m.said("me", "saya", "aku", "i", "ill")
        and m.reading.speaker
        and m.has("assign")
        and m.said("assign", "ambil", "take", "do", "handle", "alih", "saja", "aja")
    ):
        people = list(owners_of("me", m.reading))
    found = likely_tasks(m)
    if not people:
        return None
    if found:
        dated = any(s.deadline and s.when and not s.when.past for s in m.spans)
        made: list[Intent] = [AssignTask(_ref(task), tuple(people)) for _, task in found]
        return None if dated else _choose(m, made, 0.93)
    if _plain_assignment(m) and not owners.leading:
        left = _words_for_task(m, ("assign", "request"), [], owners)
        if not [w for w in words_of(left) if w not in STOP | _PRONOUNS]:
            return Understood(AssignTask(THIS, tuple(people)), 0.85)
        if any(s.when and not s.when.past and s.strength == "strong" for s in m.spans):
            return None
        return Understood(AssignTask(left, tuple(people)), 0.7)
    return None


_TO_SOMEONE = re.compile(r"(?:(?<!\w)(?:ke|to|untuk|for|buat)\s+|[:–—-]\s*)@?$")


def _passed_on(m: Message) -> Understood | None:
    """“denah duduk ke Lina ya”, “could Tomo do the vinyl?”: an open task and who gets it, nothing more."""
    people: list[Said] = []
    asked = asked_by_name(m)
    if asked:
        people = asked[0]
    elif m.members and not m.spans and not m.has("verb", "request", "done", "past", "state"):
        last = m.members[-1]
        rest = words_of(m.masked[last.end :])
        if _TO_SOMEONE.search(m.masked[: last.start]) and all(w in STOP for w in rest):
            people = list(owners_of(last.text, m.reading))
    found = likely_tasks(m) if people else []
    if not found or any(s.when and not s.when.past for s in m.spans):
        return None
    made: list[Intent] = [AssignTask(_ref(task), tuple(people)) for _, task in found]
    return _choose(m, made, 0.86)


def _plain_assignment(m: Message) -> bool:
    words_ = (
        "assign",
        "reassign",
        "delegate",
        "tugaskan",
        "tugasin",
        "serahkan",
        "serahin",
        "limpahkan",
        "alihkan",
        "oper",
        "operkan",
        "delegasikan",
        "give",
        "hand",
        "pass",
        "transfer",
        "kasih",
        "kasihkan",
        "berikan",
        "over",
        "takes",
        "ambil",
    )
    return any(m.at(i) in words_ for i, _ in m.places("assign")) and (
        m.said("to", "ke", "kepada") or m.has("assign")
    )
