"""Which open task the words of a message mean."""

from __future__ import annotations

from datetime import datetime

from bot.parsing.dates import Span
from bot.parsing.dates.base import shifted
from bot.parsing.dates.lexicon import words
from bot.parsing.given import Owners
from bot.parsing.intents import (
    Intent,
    OpenTask,
    RescheduleTask,
    Shift,
    TaskRef,
    Understood,
    When,
)
from bot.parsing.lexicon.pairs import translated
from bot.parsing.message import Message
from bot.parsing.names import same_word, words_of
from bot.parsing.questions import WHICH_TASK
from bot.parsing.quick_add import cut_out
from bot.parsing.task_commands import numbers_in

STOP = words(
    """a an the to of for from in on at by with and or our your my me us we it its is are be that this these
    those them he she his her please yang yg utk untuk ke di dari dr dengan dgn dan atau ya yah ini itu
    nya kita kami saya tolong tlg mohon pada akan sudah sdh udah buat si lah dong aja re soal sama paling
    task tugas deadline tenggat can done selesai get all as has been will de la le les du new baru jadi
    now sekarang deadlinenya tenggatnya masih tadi today week minggu day hari date tanggal one satu"""
)


_ENOUGH = 0.38  # of a task's likeness: two of its words, or half of a short title


_EQUAL = 0.08  # two tasks nearer than this are asked about


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
        hits = sum(any(alike(t, w) for w in said) for t in title)
        if hits:
            share = max(hits / len(title), 0.8 * hits / max(len(said), 1))
            scored.append((0.6 * min(share, 1.0) + 0.2 * min(hits, 2), task))
    scored.sort(key=lambda entry: -entry[0])
    if not scored or scored[0][0] < _ENOUGH:
        return []
    near = [entry for entry in scored if entry[0] >= scored[0][0] - _EQUAL]
    if len(scored) == len(near) or not another_meant(m, scored[0][1]):
        return near
    named = _named(m, scored[0][1])
    return [entry for entry in scored if entry in near or named <= _named(m, entry[1])]


def _named(m: Message, task: OpenTask) -> set[str]:
    """The words of the message that are in the title."""
    title = _telling(task.title)
    return {word for word in m.words.words if any(alike(t, word) for t in title)}


def alike(a: str, b: str) -> bool:
    """Whether two words say the same, in one language or the other."""
    return same_word(a, b) or translated(a, b)


def ref_of(task: OpenTask) -> TaskRef:
    return task.number if task.number is not None else task.title


def moved(ref: TaskRef, task: OpenTask, shift: Shift | None, due: When | None) -> RescheduleTask:
    """The move, counted from the task's own day where that is known."""
    if shift is None or task.due is None:
        return RescheduleTask(ref, due, shift)
    if isinstance(task.due, datetime):
        day = shifted(task.due.date(), shift)
        return RescheduleTask(ref, When(day, datetime.combine(day, task.due.timetz())))
    return RescheduleTask(ref, When(shifted(task.due, shift)))


def choose(m: Message, make: list[Intent], confidence: float) -> Understood:
    """One task: do it; several, or one that lacks what tells them apart: ask which."""
    found = likely_tasks(m) if len(make) == 1 else []
    if len(make) == 1 and not (found and another_meant(m, found[0][1])):
        return Understood(make[0], confidence)
    return Understood(make[0], 0.7, ambiguous=True, question=WHICH_TASK, alternatives=tuple(make))


def another_meant(m: Message, task: OpenTask) -> bool:
    """Whether beside the words of that likeliest task stands one that no open task has: “the MoU draft” where
    only “Send draft” and “Send draft for the curator” are open, “visa Sari” where only Agus's is."""
    if numbers_in(m.masked):
        return False
    titles = [_telling(task.title) for task in m.reading.world.tasks]
    title = _telling(task.title)
    hits = [i for i, word in enumerate(m.words.words) if any(alike(t, word) for t in title)]
    told = {t for t in title if any(alike(t, m.at(i)) for i in hits)}
    common = all(sum(any(alike(t, w) for w in other) for other in titles) > 1 for t in told)
    left = [t for t in title[1:] if t not in told]  # the first word of a title is its verb
    if not (common or left):
        return False
    known = {w for other in titles for w in other}
    passed = {k for name in _ASIDE for i, j in m.tags.get(name, ()) for k in range(i, j)}
    passed |= {k for s in m.spans for k in range(m.word_at(s.start), m.word_at(s.end))}
    if not any(m.index.members.by_word.get(t) or m.index.contacts.by_word.get(t) for t in left):
        passed |= {m.word_at(p.start) + k for p in m.members for k in range(p.words)}

    def strange(i: int) -> bool:
        word = m.at(i)
        return (
            len(word) > 2 and word not in STOP | _ADVERBS and i not in passed and not word[0].isdigit()
            and not any(alike(word, w) for w in known)
        )  # fmt: skip

    return any(strange(i) for hit in hits for i in _beside(m, hit))


def _telling(title: str) -> list[str]:
    return list(dict.fromkeys(w for w in words_of(title) if w not in STOP))


def _beside(m: Message, hit: int) -> list[int]:
    """The words right before and after one, past “for” and “of”, within its clause."""
    found = []
    for step in (-1, 1):
        i = hit + step
        while 0 <= i < len(m.words.words):
            low, high = sorted((i, i - step))
            if m.masked[m.end_of(low) : m.start_of(high)].strip(" '’s"):
                break
            if m.at(i) not in _LINKS:
                found.append(i)
                break
            i += step
    return found


_LINKS = words("of for untuk utk buat dari the a an to from ke kepada")
_ADVERBS = words(
    """finally akhirnya already also juga too semua semuanya all masih sekalian kayaknya sepertinya ternyata
    barusan fully just really now then terus lalu itu ini kita kami our baru aja saja dulu lagi nya not yet
    belum tidak sebaiknya maybe mungkin bisa boleh harus needs must should could would again lebih sampai
    hingga until till before after sebelum setelah since karena because as when kalau jika if but tapi and
    atau or so jadi please tolong mohon hari tanggal instead ahead back forward there here done"""
)
_ASIDE = (
    "done", "not_done", "reopen", "later", "earlier", "move", "now_at", "assign", "request", "negation",
    "past", "state", "small_talk", "if", "question", "fyi", "said", "wish", "high", "low", "deadline_word",
    "verb", "noun_verb", "remind_me", "i_will", "task_label", "gone", "dropped", "open_again", "slack",
    "taken", "mine",
)  # fmt: skip


def words_for_task(m: Message, tags: tuple[str, ...], spans: list[Span], owners: Owners | None = None) -> str:
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
