"""Whose a task is by where a name stands: called in mid-sentence, nominated, handed over to, or the
author's own “aku aja yang …”."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Said
from bot.parsing.message import Message
from bot.parsing.quick_add import member

_TITLE = r"(?:(?:pak|bapak|bu|ibu|mas|mbak|mba|kak|bang|mr|ms|mrs|dr)\.?\s+)?@?$"
_JOINS = frozenset({",", "and", "dan", "&", "+", "/", "sama", "", ", and", ", dan"})
_OPENERS = words(
    "eh btw oh ya hei hi hey hai halo morning pagi siang sore malam ok oke sip terus trus nah satu lagi "
    "sekalian also and so oya team all good selamat pak bapak bu ibu mas mbak mba kak bang"
)
_HANDED = re.compile(
    r"(?:re-?assign|assign|tugaskan|tugasin|oper|operkan|(?:di)?alih\w*|(?:di)?serah\w*|(?:di)?limpah\w*|delegat\w*|"
    r"(?:di)?delegasi\w*|hand\w*[^.;!?]*over)(?!\w)[^.;!?]*?(?<!\w)(?:to|ke|kepada)\s+" + _TITLE,
    re.IGNORECASE,
)
_GIVEN = re.compile(
    rf"(?:give|pass|kasih(?:kan)?|berikan)\s+[^.;!?]*?(?<!\w)(?:to|ke|kepada)\s+{_TITLE}", re.I
)
_TAKES_OVER = re.compile(
    r"\s+(?:(?:will|can|to|bisa|yang|yg|akan)\s+)*(?:takes? over|ambil alih)(?!\w)", re.I
)
_NOMINATED = re.compile(
    r"(?:i(?:'d)?\s+nominate|(?<!\w)biar(?:kan)?|this(?: one)?(?:'s| is) for|yang ini (?:buat|untuk))\s+"
    + _TITLE,
    re.I,
)
_WANTED = re.compile(r"(?<!\w)i(?:'d like| would like| want| need)\s+" + _TITLE, re.I)
_TASK_OF = re.compile(r"^\W*(?:tugas|pr|kerjaan|todo)\s+" + _TITLE, re.I)
_BEST = re.compile(
    r"\s+(?:is best placed|is on it|(?:aja|saja)\s+(?:yang|yg)|(?:aja|saja)\s*[.!]?$|takes this|takes it)|"
    r"['’]s\s+(?:job|task|turn)",
    re.I,
)
_WORKS = re.compile(r"\s+(?:gantian|bergantian|coba|bantu|nanti\s+(?:tolong|tlg|coba|bantu))(?!\w)", re.I)
_CALLED_BY = re.compile(rf"(?P<cut>(?:,|(?<!\w)(?:ya|dong|please|pls|yuk|tolong))\s*){_TITLE}", re.I)
_CALL_ENDS = re.compile(r"\s*(?:[,?.!;]|$)")
_ASKED = re.compile(
    r"\s*,\s+(?:would|could|can|will|please|pls|tolong|tlg|bisa|boleh|mohon|minta)(?!\w)", re.I
)
_SPOKEN_OF = words(
    "who whose yang yg is was are were has had said says asked wants sudah udah lagi sedang cuti bilang"
)
_ME = re.compile(
    r"(?<!\w)(?:(?:aku|saya|gue|gw)\s+(?:(?:aja|saja)\s+)?(?:yang|yg)|biar\s+(?:aku|saya|gue|gw)|"
    r"i(?:'ve| have)?\s+volunteer(?:ed)?(?!\w)|leave (?:it|this|that) to me)(?!\w)|\(\s*(?:me|saya|aku)\s*\)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Group:
    """People named one after another: where, and what to leave out of the title for them."""

    start: int
    end: int
    people: tuple[Said, ...]
    cut: tuple[int, int]


def taken_by_author(m: Message) -> bool:
    """“aku aja yang urus …”, “I volunteered to …”, “(me)”."""
    return _ME.search(m.even) is not None


def handed_to(m: Message) -> Group | None:
    """Whoever a task is handed over to, whoever else is named: “reassign ke Bayu, Rani sudah penuh”."""
    if not (m.members or m.mentions):
        return None
    for group in _groups(m):
        before, after = m.masked[: group.start], m.masked[group.end :]
        given = bool(m.reading.world.tasks) and m.has("assign") and _GIVEN.search(before)
        if given or _HANDED.search(before) or _TAKES_OVER.match(after):
            return group
    return None


def called(m: Message) -> Group | None:
    """Those called, nominated or set to work by where their names stand; None where only spoken of."""
    if not (m.members or m.mentions):
        return None
    return next((found for group in _groups(m) if (found := _called(m, group))), None)


def _called(m: Message, group: Group) -> Group | None:
    before, after = m.masked[: group.start], m.masked[group.end :]
    following = m.at(m.word_at(group.end))
    for rule in (_NOMINATED, _TASK_OF):
        if (match := rule.search(before)) and (rule is _NOMINATED or after.startswith(":")):
            return _cut(group, match.start(), group.end)
    if _WANTED.search(before) and following in ("to", "on"):
        return group
    if _BEST.match(after):
        return group
    first = m.word_at(group.start)
    begins = all(m.at(i) in _OPENERS for i in range(first)) and following not in _SPOKEN_OF
    told = m.has("past") and not m.has("request")
    signed = re.match(r"\s*[,:–—-]\s", after)
    mentioned = m.text.startswith("<@", group.start)
    if begins and not told and (_WORKS.match(after) or (signed and _asks(m)) or (mentioned and first)):
        return _cut(group, 0, group.end)
    return _called_later(m, group, before, after)


def _called_later(m: Message, group: Group, before: str, after: str) -> Group | None:
    """“Order the glass, Bayu, and …”, “kerjain dulu ya Lina, …”, “; Rani, would you …”."""
    match = _CALLED_BY.search(before)
    if match and before[: match.start()].strip() and _CALL_ENDS.match(after) and _asks(m):
        last = re.search(r"(\S+)\s*$", before[: match.start()])
        among_others = last is not None and last[1][:1].isupper() and match["cut"].startswith(",")
        if not among_others and not re.match(r"\s*,\s+(?:who|yang|[A-ZÀ-Þ]\w+(?:,|\s+(?:and|dan)\s))", after):
            return _cut(group, match.start(), group.end)
    ordered = re.match(r"\s+to\s+", after) and any(i == m.word_at(group.end) + 1 for i, _ in m.places("verb"))
    if ordered and before.rstrip()[-1:] in (":", ";", "–", "—", "-", "."):
        return _cut(group, group.start, m.start_of(m.word_at(group.end) + 1))  # “the essay: Rani to edit”
    if before.rstrip()[-1:] in (";", ".", "!", "?") and _ASKED.match(after):
        return group
    return None


def _asks(m: Message) -> bool:
    """Whether anything is asked for or is to be done."""
    passive = any(w.startswith("di") and len(w) > _PASSIVE for w in m.words.words)
    return m.has("request", "verb", "remind_me") or passive or any(s.deadline for s in m.spans)


_PASSIVE = 5  # letters: “dikirim”, not “dia”


def _cut(group: Group, start: int, end: int) -> Group:
    return Group(group.start, group.end, group.people, (start, end))


def _groups(m: Message) -> Iterator[Group]:
    """The members and mentions of a message in order, those joined by “and” together."""
    named = [(p.start, p.end, Said(p.text, p.matches)) for p in m.members]
    named += [(match.start(), match.end(), member(match[1], m.reading)) for match in m.mentions]
    named.sort(key=lambda each: each[0])
    at = 0
    while at < len(named):
        start, end, said = named[at]
        people = [said]
        at += 1
        while at < len(named) and m.masked[end : named[at][0]].strip(" @").lower() in _JOINS:
            people.append(named[at][2])
            end = named[at][1]
            at += 1
        yield Group(start, end, tuple(people), (start, end))
