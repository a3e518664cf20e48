"""A change of a task said as a sentence: “please move #3 to Friday”, “tandai tugas 3 selesai”, “tunda ke
Senin”."""

from __future__ import annotations

import re

from bot.parsing.at_hand import ACK, BECOMES, told_of_it
from bot.parsing.courtesy import without_courtesy
from bot.parsing.dates import is_date, lexicon, read_shift
from bot.parsing.dates.impossible import impossible_date
from bot.parsing.intents import (
    THIS,
    AssignTask,
    CompleteTask,
    Intent,
    Reading,
    ReopenTask,
    RescheduleTask,
    ShowTask,
    SnoozeTask,
    TaskRef,
)
from bot.parsing.task_commands import TASK_NUMBERS, act_on, numbers_in, without_to
from bot.parsing.verbs import TASK

_THIS = re.compile(
    r"(?<!\w)(?:(?:the\s+)?(?:deadline|due date|tenggat(?:nya)?)\s+(?:of|for|untuk)?\s*)?"
    r"(?:(?:both|all)(?:\s+of\s+(?:them|these|those))|keduanya|dua-duanya|semuanya|yang dua(?:\s+itu)?|"
    r"(?:this|that)(?:\s+(?:one|task))?|it|the task|yang\s+(?:ini|itu)|(?:tugas\s+)?(?:ini|itu)|"
    r"tugas tersebut|tugasnya|tenggatnya|deadlinenya|(?:the|its)\s+(?:deadline|due date))(?!\w)",
    re.IGNORECASE,
)
_DONE = (
    r"(?:done|finished|completed?|closed|sorted|handled|selesai|slesai|beres|rampung|kelar|tuntas|ditutup)"
)
_ADVERBS = (
    r"(?:is|are|was|were|has|have|been|'s|all|now|already|just|can be|as|to|sudah|sdh|udah|udh|dah|telah|"
    r"semua(?:nya)?|bisa|boleh|baru saja|jadi|sebagai|saja|aja)"
)
_IS_DONE = re.compile(rf"(?:{_ADVERBS}\s+)*{_DONE}(?:\s+(?:semua|today|already|kok|nih|bos|hari ini))*", re.I)
_IS_OPEN = re.compile(
    rf"(?:{_ADVERBS}\s+)*(?:not done(?: after all| yet)?|open(?: again)?|undone|ternyata belum(?: selesai)?)",
    re.I,
)
_I_DID = re.compile(
    rf"(?:(?:i|we|i've|we've|saya|kami|kita|aku|have|{_ADVERBS[3:-1]})\s+)*"
    rf"(?:{_DONE}|menyelesaikan|menuntaskan)(?:\s+with)?\s*[:–-]?",
    re.I,
)
_MARK = re.compile(r"(?:mark|set|flag|tick|check|cross|tandai|centang)(?:\s+(?:off|out))?", re.I)
_MARK_DONE = re.compile(
    rf"(?:mark|set|flag|tandai|centang)\s+(?:(?:as|sebagai|sudah)\s+)?{_DONE}\s*:?|"
    r"(?:tick|check|cross|close)\s+(?:off|out)|tutup(?:kan)?|close",
    re.I,
)
_MARK_OPEN = re.compile(r"(?:mark|set|tandai)\s+(?:as\s+)?(?:open|not done|belum selesai)", re.I)
_NOTE = re.compile(
    r"(?:(?:add|put|write|leave|tambah(?:kan)?|beri|tulis|buat)\s+)?(?:an?\s+)?(?:note|comment|catatan|"
    r"komentar)(?:\s+(?:to|on|for|di|ke|untuk|pada|buat))?",
    re.I,
)
_REMIND = re.compile(
    r"(?:remind|ping|nudge)\s+(?:me|us)(?:\s+(?:again|later))?(?:\s+(?:about|of|on))?|"
    r"ingat(?:kan|in)(?:\s+(?:saya|aku|kami|lagi|kembali|nanti|soal|tentang|untuk))*",
    re.I,
)
_SHOW = re.compile(r"(?:show|open|lihat|tampilkan|tunjukkan|buka)(?:\s+(?:me|us|kartu))?", re.I)
_ASK = re.compile(
    r"status(?:nya)?(?:\s+(?:of|for|on))?|(?:what|how)\s+about|how\s+is|what\s+is|what's|"
    r"who\s+(?:owns|has|is on)|"
    r"when\s+is|siapa(?:\s+yang)?(?:\s+pegang|\s+urus)?|gimana|bagaimana|kapan|apa(?:\s+kabar)?|sampai\s+mana",
    re.I,
)
_DEADLINE = re.compile(
    r"(?:(?:the|a)\s+)?(?:deadline|due date|date|tenggat(?: waktu)?|batas waktu|tanggal)(?:nya)?"
    r"(?:\s+(?:of|for|on|untuk|dari))?$",
    re.I,
)
_VERBS = TASK | {
    word: verb
    for verb, words in (
        ("move", "put off|push back|push out|defer|bump|extend|change|set|slip|ubah|ganti|perpanjang"),
        ("earlier", "bring forward|move up|pull forward|advance|majukan|dimajukan"),
        ("assign", "give|hand|hand over|pass|reassign|re-assign|delegate|transfer|kasih|kasihkan|berikan|"
                   "oper|operkan|alihkan|delegasikan|tugasin|serahin"),
        ("cancel", "drop|scrap|batalin"),
        ("reopen", "open again|open back up|aktifkan lagi"),
    )
    for word in words.split("|")
}  # fmt: skip
_NO_REF = ("done", "reopen", "move", "earlier", "snooze", "assign", "delete", "edit", "cancel")
_TICK = re.compile(r"[✅☑✔]\ufe0f?|:(?:white|heavy)_check_mark:|:ballot_box_with_check:")


def spoken_change(text: str, reading: Reading, *, numbered: bool = False) -> Intent | None:
    """The change that the whole text asks for, of a task by number or of the one at hand (`THIS`); None
    where it asks for something else. `numbered` reads only those that give a number."""
    named = _DIGIT.search(text) and TASK_NUMBERS.search(text)
    if not named and (numbered or len(text) > _SHORT or not _may_change(text)):
        return None
    words = without_courtesy(ACK.sub("", text, count=1))
    ticked = bool(_TICK.search(words))
    words = without_courtesy(_THEN.sub(" ", _TICK.sub(" ", words)).strip() or " ")
    if match := TASK_NUMBERS.search(words):
        numbers = numbers_in(match.group())
        head, tail = _halves(words, match)
        if ticked and not (head or tail):
            return CompleteTask(numbers)
        return _several(head, tail, numbers, reading)
    return _pointed(words, reading) if words else None


_DIGIT = re.compile(r"\d")
_THEN = re.compile(
    r"\s*(?:(?:to\s+)?(?:right\s+)?after|before|setelah|sebelum|habis|abis|sesudah|sehabis)\s+"
    r"(?:lunch|breakfast|dinner|work|prayers|makan siang|makan malam|sarapan|jumatan|jam kantor|kerja)(?!\w)",
    re.I,
)  # a part of the day beside the day: not kept
_CAN_WAIT = re.compile(
    r"(?:(?:can|could|bisa|boleh)\s+)?(?:(?:it|this|that|ini|itu)\s+)?(?:can\s+)?(?:wait|nunggu|menunggu|tunggu)\s+"
    r"(?:until|till|to|sampai|hingga)\s+(?P<day>.+)",
    re.I,
)
_SHORT = 90  # characters: a longer message says which task it means
_SIGNS = frozenset(verb.split()[0] for verb in _VERBS) | lexicon.words(
    "mark set flag tick check cross tandai centang remind ping nudge ingatkan ingetin deadline due tenggat "
    "note catatan comment komentar waiting jadi jadinya make reopen "
    "wait nunggu tunggu menunggu tenggatnya deadlinenya sorted handled ditutup closed slesai"
)


def _may_change(text: str) -> bool:
    """Whether any word is one that a change of the task at hand is made with."""
    said = set(re.split(r"[\s,.:]+", text.lower()))
    return not (
        _SIGNS.isdisjoint(said)
        and _SIGNS.isdisjoint(word.removesuffix("nya").removeprefix("di") for word in said)
    )


def _halves(words: str, match: re.Match[str]) -> tuple[str, str]:
    return words[: match.start()].strip(" ,:;–-"), without_courtesy(
        words[match.end() :].strip(" ,:;–-") or " "
    )


def _several(head: str, tail: str, numbers: tuple[int, ...], reading: Reading) -> Intent | None:
    first = _change(head, tail.strip(), numbers[0], reading)
    if isinstance(first, CompleteTask):
        return CompleteTask(numbers)
    return first if len(numbers) == 1 else None


def _change(head: str, tail: str, task: TaskRef, reading: Reading) -> Intent | None:
    """What is asked of a task by the words before and after it."""
    if not head:
        return _told(tail, task, reading)
    if (_MARK_DONE.fullmatch(head) or _I_DID.fullmatch(head)) and not tail:
        return CompleteTask((task,))
    if _MARK.fullmatch(head) and (state := _state(tail, task)):
        return state
    if _MARK_OPEN.fullmatch(head) and not tail:
        return ReopenTask(task)
    if _NOTE.fullmatch(head) and tail and task != THIS:
        return act_on("note", task, tail, reading)
    if _REMIND.fullmatch(head):
        return _acted("snooze", task, tail, reading)
    if (_SHOW.fullmatch(head) or (task != THIS and _ASK.fullmatch(head))) and not tail:
        return ShowTask(task)
    if named := _DEADLINE.search(head):
        verb = _verb(head[: named.start()]) or ("move" if not head[: named.start()].strip() else None)
        return _acted(verb, task, tail, reading) if verb in ("move", "earlier") else None
    return _acted(_verb(head), task, tail, reading)


def _verb(words: str) -> str | None:
    """The verb that the words are; “tundanya” is “tunda”."""
    folded = " ".join(words.lower().split())
    bare = folded.removesuffix("nya").removeprefix("di")
    return _VERBS.get(folded) or (_VERBS.get(bare) if len(bare) > 3 else None)


def _told(tail: str, task: TaskRef, reading: Reading) -> Intent | None:
    """“#3 is done”, “#3 ke Senin”, “tugas 3 tunda seminggu”, “#3” alone."""
    if not tail or (task != THIS and _ASK.fullmatch(tail)):
        return ShowTask(task)
    if state := _state(tail, task):
        return state
    moved = re.match(
        r"(?:is\s+)?(?:now\s+)?(?:due|deadline|tenggat(?:nya)?|jadi|menjadi)(?!\w)\s*", tail, re.I
    )
    if found := _acted("move", task, tail[moved.end() if moved else 0 :], reading):
        return found
    first, _, rest = tail.partition(" ")
    if verb := _verb(first):
        return _acted(verb, task, rest, reading)
    given = _acted("assign", task, tail, reading) if without_to(tail) != tail else None
    known = isinstance(given, AssignTask) and all(o.matches for o in given.owners)
    return given if known else None


def _state(words: str, task: TaskRef) -> Intent | None:
    if _IS_DONE.fullmatch(words):
        return CompleteTask((task,))
    return ReopenTask(task) if _IS_OPEN.fullmatch(words) else None


def _acted(verb: str | None, task: TaskRef, words: str, reading: Reading) -> Intent | None:
    """The verb on the task, only where the words are wholly of its form."""
    if verb is None or verb in ("add", "list", "help", "undo", "after", "wait", "history"):
        return None
    if task == THIS and verb in ("move", "earlier", "snooze") and not _timed(words, reading):
        return None
    found = act_on(verb, task, words, reading)
    match found:
        case RescheduleTask(due_words=str(slot)):
            impossible = impossible_date(slot, reading)
            return found if impossible or (task != THIS and not slot) else None
        case SnoozeTask(words=str(slot)):
            return found if impossible_date(slot, reading) else None
        case SnoozeTask(until=None):
            return found if task != THIS else None
        case AssignTask(owners=owners):
            short = task != THIS and all(len(o.text.split()) <= 3 for o in owners)
            return found if owners and (short or all(o.matches for o in owners)) else None
    return found


def _timed(words: str, reading: Reading) -> bool:
    """Whether a day or a length stands in the words, of the grammar's own two languages."""
    words = without_to(words)
    return bool(read_shift(words)) or is_date(words, reading) or impossible_date(words, reading) is not None


def _pointed(words: str, reading: Reading) -> Intent | None:
    """A change of the task at hand: “mark it done”, “tundanya ke Senin”, “selesai”."""
    if told := told_of_it(words):
        return told
    if becomes := BECOMES.fullmatch(words):
        return _acted("move", THIS, becomes["day"], reading)
    if (match := _THIS.search(words)) and (found := _change(*_stripped(words, match), THIS, reading)):
        return None if isinstance(found, ShowTask) else found
    if _IS_DONE.fullmatch(words) or _MARK_DONE.fullmatch(words):
        return CompleteTask((THIS,))
    if wait := _CAN_WAIT.fullmatch(words):
        return _acted("move", THIS, wait["day"], reading)
    if remind := _REMIND.match(words):
        return _acted("snooze", THIS, words[remind.end() :], reading)
    for size in (3, 2, 1):
        head = words.split()[:size]
        verb = _verb(" ".join(head)) if len(head) == size else None
        if verb in _NO_REF:
            return _alone(verb, " ".join(words.split()[size:]), reading)
    return None


def _alone(verb: str, rest: str, reading: Reading) -> Intent | None:
    """A verb with no task: “tunda ke Senin”, “postpone by a week”, “assign to Rani”, “reopen”."""
    if verb == "assign" and rest == without_to(rest):
        return None
    return _acted(verb, THIS, rest, reading)


def _stripped(words: str, match: re.Match[str]) -> tuple[str, str]:
    head, tail = _halves(words, match)
    if re.search(r"tenggat|deadline|due date", match.group(), re.I):
        head = f"{head} deadline".strip()
    return head, tail.strip()
