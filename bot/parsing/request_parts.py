"""Where the asking of a message ends, its verb, and the words for what is to be done."""

from __future__ import annotations

import re

from bot.parsing.dates import Span
from bot.parsing.dates.lexicon import NUMBERS, words
from bot.parsing.given import Owners
from bot.parsing.message import Message
from bot.parsing.names import words_of
from bot.parsing.orders import PARTICLES, before_its_object
from bot.parsing.quick_add import cut_out
from bot.parsing.slack_text import without_signs
from bot.parsing.updates import says_fyi

_KEEP = words(
    "needed wanted dibutuhkan dicari minta butuh coba dicek disiapkan dibantu segera i need we titip mintanya"
)  # begin a title, too


_LEADS = ("high", "low", "request", "make_task", "task_label", "remind_me", "fyi", "i_will")


_OPENERS = words(
    """hi hello hey hai halo team all guys everyone semua so also and dan jadi terus trus oh ok oke okay
    please ya yah btw then now next lalu nah teman rekan morning pagi siang sore selamat good afternoon
    but tapi urgent penting mendesak asap important segera pls pak bu bapak ibu mas mbak kak lagi lg satu juga
    someone somebody anyone just quick reminder note dear for a an to the"""
)


_KEPT_OPENERS = words(
    "for a an to the satu note segera reminder good next"
)  # openers only where more of the lead follows


_TAIL = words(
    """ya yah yaa pls please plz thanks thx tq makasih trims tolong dong deh sih kak mas mbak pak bu guys
    team semua asap urgent segera santai aja saja ok oke tlg mohon"""
)


_TAILS = (
    "thank you", "terima kasih", "no rush", "gak buru2", "ga buru2", "gak buru-buru", "nggak buru-buru",
    "at the latest", "thanks a lot", "many thanks", "high priority", "low priority", "when you can",
    "kalau sempat", "prioritas tinggi",
)  # fmt: skip


_JOINS = words("about soal tentang mengenai to untuk buat agar supaya for and dan that bahwa")


_EDGES = " \t\n,;:-–—.!?🙏😊🙂"


_CLAUSE = re.compile(
    r"(?<=[.?!;])(?<!\b[Nn]o\.)(?<!\b[Nn]r\.)(?<!\b[DMJHA][rslk]\.)(?<!\b[Mm]rs\.)(?<!\b[Tt]gl\.)"
    r"(?<!\b[Hh]al\.)(?<!\b[Pp]rof\.)\s+|\n+"
)


def colon_after(m: Message, j: int) -> bool:
    """Whether a colon or dash stands right after word j−1."""
    between = m.masked[m.end_of(j - 1) : m.start_of(j)].strip()
    return between[:1] in (":", "-", "–", "—") and between != ""


def labelled_for(m: Message, j: int) -> bool:
    """“todo for Lyon: …”, “tugas untuk Rani: …”."""
    colon = m.masked.find(":", m.end_of(j - 1))
    return (
        m.at(j) in ("for", "untuk", "buat", "utk")
        and 0 < colon <= m.end_of(j + 4)
        and m.word_at(colon) < len(m.words.words)
    )


def verb_at(m: Message, i: int) -> str | None:
    """“verb” for a sure imperative at word i, “noun_verb” for one that is a noun as often."""
    begins = m.at(i + 1) in OBJECT_BEGINS or m.at(i + 1).isdecimal() or m.at(i + 1) in NUMBERS
    if m.at(i) in ("have", "get", "let") and begins and "?" not in m.masked:
        return "verb"  # “have the essays translated”
    if m.at(i) in ("re", "pre", "co") and m.masked[m.end_of(i) : m.start_of(i + 1)] == "-":
        return verb_at(m, i + 1)  # “re-send”
    longest = max((j for s, j in m.tags.get("verb", ()) if s == i), default=None)
    if longest is None and i < len(m.words.words) and before_its_object(m.words.words, i):
        return "noun_verb"
    if longest is None or (m.at(longest) in ("from", "dari") and not m.spans):
        return None  # “quote from the review” is a thing
    noun = any(s == i and j == longest for s, j in m.tags.get("noun_verb", ()))
    after = m.at(longest + 1) if m.at(longest) in PARTICLES else m.at(longest)
    calls = m.at(i) in _CALLS and longest < len(m.words.words) and m.words.capital(longest)
    return "noun_verb" if noun and after not in OBJECT_BEGINS and not calls else "verb"


_CALLS = words("call phone email text contact whatsapp wa telepon telpon hubungi kontak meet visit")


OBJECT_BEGINS = words(  # after these a word that is also a noun is an order: “change the booking”
    "the a an our my your their his her its this these those all every each any some another both me us it "
    "them"
)


_PLEAS = words("mohon tolong tlg please pls harap dimohon diharap kindly")


def pleads(m: Message) -> bool:
    """Whether somewhere a plea stands before a verb: “…, tolong kabari hotel”."""
    return any(m.at(i) in _PLEAS and verb_at(m, j) for i, j in m.places("request"))


def head_of(m: Message, owners: Owners, begin: int = 0) -> int:
    """The first word of what is to be done from word `begin` on: past greetings, names, labels, requests
    and a date said first."""
    skips = sorted((m.word_at(s), m.word_at(e)) for s, e in owners.cut)
    dates = sorted(
        (m.word_at(s.start), m.word_at(s.end)) for s in m.strong if s.when or s.kind == "unanchored"
    )
    if m.recurrence:
        dates.append((m.word_at(m.recurrence.start), m.word_at(m.recurrence.end)))
    i, count = begin, len(m.words.words)
    while i < count:
        j = _skip(m, i, skips, dates)
        if j <= i:
            break
        i = j
    return i if i < count else begin


def _skip(m: Message, i: int, skips: list[tuple[int, int]], dates: list[tuple[int, int]]) -> int:
    for start, end in (*skips, *dates):
        if start <= i < end:
            return end
    if any(s == i for s, _ in m.tags.get("task_label", ())) and labelled_for(m, i + 1):
        return m.word_at(m.masked.find(":", m.start_of(i)))
    if m.at(i) == "update" and not says_fyi(m):
        return i
    lead = max((j for t in _LEADS for s, j in m.tags.get(t, ()) if s == i), default=i)
    if lead > i and not (lead == i + 1 and m.at(i) in _KEEP) and not _is_title_verb(m, i, lead):
        return lead
    if m.at(i) in _KEPT_OPENERS:
        following = _skip(m, i + 1, skips, dates) if i + 1 < len(m.words.words) else i
        return i + 1 if following > i + 1 else i
    if m.at(i) in _OPENERS and not verb_at(m, i):
        return i + 1
    return i


def _is_title_verb(m: Message, i: int, lead: int) -> bool:
    """“Add the logo” keeps its verb; “add a task to …” does not."""
    return (
        lead == i + 1
        and m.at(i)
        in (
            "add",
            "tambah",
            "tambahkan",
            "tambahin",
            "task",
            "tasks",
            "tugas",
            "pr",
            "ai",
            "action",
            "actions",
        )
        and not colon_after(m, lead)
    )


def title_of(m: Message, owners: Owners, head: int, due: list[Span]) -> str:
    """The person's words for what is to be done, without whom, when and please."""
    quoted = re.search(r"(?<!\w)[\"']([^\"'\n]{4,120})[\"'](?!\w)", m.even)
    if quoted and (m.has("make_task") or m.has("task_label")):
        return m.text[quoted.start(1) : quoted.end(1)].strip()
    head = _asking(m, owners, head)
    cuts = [*owners.cut, (0, m.start_of(head) if head else 0)]
    cuts += [(span.start, span.end) for span in due]
    if m.recurrence:
        cuts.append((m.recurrence.start, m.recurrence.end))
    start, end = _clause_bounds(m, m.start_of(head))
    inside = [(max(s, start) - start, min(e, end) - start) for s, e in cuts if s < end and e > start]
    title = _tidy(cut_out(m.text[start:end], inside))
    if len(title.split()) < 2:
        whole = _tidy(cut_out(m.text, cuts))
        title = whole if len(whole.split()) > len(title.split()) else title
    if start and _says_nothing(m, title):
        dated = [(span.start, span.end) for span in due if span.end <= start]
        title = f"{title} – {_tidy(cut_out(m.text[:start], dated))}"
    return without_signs(title, {member.id: member.name for member in m.reading.world.members})[:500]


def _asking(m: Message, owners: Owners, head: int) -> int:
    """The head of the sentence that asks, where that of the first only greets or tells."""
    start, end = _clause_bounds(m, m.start_of(head))
    if end >= len(m.text) or verb_at(m, head) or _asked_between(m, owners, start, end):
        return head
    begins = [stop.end() for stop in _CLAUSE.finditer(m.even) if stop.start() >= end]
    for begin, stop in zip(begins, [*begins[1:], len(m.text)], strict=True):
        first = head_of(m, owners, m.word_at(begin))
        if verb_at(m, first) or _asked_between(m, owners, begin, stop):
            return first
    return head


def _asked_between(m: Message, owners: Owners, start: int, end: int) -> bool:
    named = any(start < at < end for at, _ in owners.cut)
    return named or any(start <= m.start_of(i) < end for i, _ in m.places("request", "remind_me"))


_BACK = words(
    "it them this that these those one itu ini tersebut ready done siap beres updated fixed udah sudah "
    "selesai sdh ya coba get have make be the a dan and segera please tolong dulu by sebelum langsung aja"
)


def _says_nothing(m: Message, title: str) -> bool:
    """Whether the title names no thing of its own: “order it”, “start one”, “diperpanjang”, “udah ready”."""
    verbs = {m.at(i) for i, _ in m.places("verb")}
    passive = re.compile(r"di[a-z]{5,}$|[a-z]+(?:in|kan)$")
    said = words_of(title)
    if len(said) > 1 and said[1] in ("it", "them", "one", "those") and said[0] in verbs:
        return True
    return all(word in _BACK or word in verbs or passive.match(word) for word in said)


def _clause_bounds(m: Message, at: int) -> tuple[int, int]:
    """The sentence round a character, of at least two words after it."""
    start, end = 0, len(m.text)
    for stop in _CLAUSE.finditer(m.even):
        if stop.start() <= at:
            start = stop.end()
        elif len(m.text[at : stop.start()].split()) >= 2:
            end = stop.start()
            break
    return start, end


def _tidy(title: str) -> str:
    """The title without what is polite at its end and joins at its beginning."""
    title = title.strip(_EDGES)
    while title:
        lowered = title.lower()
        last = lowered.rsplit(None, 1)[-1].strip(_EDGES)
        phrase = next((p for p in _TAILS if lowered.endswith(p)), last if last in _TAIL else None)
        if phrase is None or len(phrase) >= len(title):
            break
        title = title[: lowered.rindex(phrase)].strip(_EDGES)
    first, _, rest = title.partition(" ")
    return rest if rest and first.lower() in _JOINS else title
