"""Which open task the words of a message mean."""

from __future__ import annotations

from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import (
    Intent,
    OpenTask,
    TaskRef,
    Understood,
)
from bot.parsing.message import Message
from bot.parsing.names import same_word, words_of
from bot.parsing.owners import Owners
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
        hits = sum(any(same_word(t, w) for w in said) for t in title)
        if hits:
            share = max(hits / len(title), 0.8 * hits / max(len(said), 1))
            scored.append((0.6 * min(share, 1.0) + 0.2 * min(hits, 2), task))
    scored.sort(key=lambda entry: -entry[0])
    if not scored or scored[0][0] < _ENOUGH:
        return []
    return [entry for entry in scored if entry[0] >= scored[0][0] - _EQUAL]


def ref_of(task: OpenTask) -> TaskRef:
    return task.number if task.number is not None else task.title


def choose(m: Message, make: list[Intent], confidence: float) -> Understood:
    """One task: do it; several: ask which."""
    if len(make) == 1:
        return Understood(make[0], confidence)
    return Understood(make[0], 0.7, ambiguous=True, question=WHICH_TASK, alternatives=tuple(make))


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
