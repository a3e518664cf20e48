"""A message that asks for something to be done → a task."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import Span
from bot.parsing.dates.impossible import impossible_span
from bot.parsing.dates.lexicon import NUMBERS, words
from bot.parsing.intents import CreateTask, Said, Understood
from bot.parsing.message import Message
from bot.parsing.orders import PARTICLES, before_its_object
from bot.parsing.owners import Owners, find_owners, speaker_is_owner
from bot.parsing.quick_add import Priority, choose_deadline, cut_out, member
from bot.parsing.slack_text import without_signs
from bot.parsing.titles import kept_on_the_list
from bot.parsing.updates import label_of, says_fyi

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
_JOINS = words("to untuk buat agar supaya for and dan that bahwa")
_EDGES = " \t\n,;:-–—.!?🙏😊🙂"
_CLAUSE = re.compile(
    r"(?<=[.?!;])(?<!\b[Nn]o\.)(?<!\b[Nn]r\.)(?<!\b[DMJHA][rslk]\.)(?<!\b[Mm]rs\.)(?<!\b[Tt]gl\.)"
    r"(?<!\b[Hh]al\.)(?<!\b[Pp]rof\.)\s+|\n+"
)
_EVENT = words(
    "call meeting rapat meet zoom workshop briefing interview wawancara gladi rehearsal presentation "
    "presentasi visit kunjungan audiensi ketemu konser deadline vc telepon pertemuan makan lunch dinner "
    "sesi session webinar kickoff taklimat"
)


def read_request(m: Message) -> Understood | None:
    """The task that the message asks for, or None where it asks for none."""
    owners = find_owners(m)
    head = head_of(m, owners)
    confidence = _confidence(m, owners, head)
    if confidence is None:
        return None
    return build(m, owners, head, confidence)


def build(m: Message, owners: Owners, head: int, confidence: float) -> Understood:
    due_span = choose_deadline(_due_spans(m), m.masked)
    due = due_span.when if due_span and due_span.when and not due_span.when.past else None
    unreadable = _unreadable(m, due_span)
    if unreadable:
        due = None
    said = owners.said or (
        [member(m.reading.speaker, m.reading, "speaker")]
        if m.reading.speaker and speaker_is_owner(m, head)
        else []
    )
    recurrence = m.recurrence
    task = CreateTask(
        title=title_of(
            m, owners, head, [unreadable] if unreadable else [due_span] if due and due_span else []
        ),
        due=recurrence.first if recurrence else due,
        due_words=m.text[unreadable.core : unreadable.end] if unreadable and not recurrence else None,
        owners=tuple(said),
        program=m.program,
        program_channel=m.channels[0][1] if m.channels and not m.named_program else None,
        partner=_partner(m),
        priority=priority_of(m),
        recurrence=recurrence.rule if recurrence else None,
        valid_until=next(
            (s.base or (s.when.day if s.when else None) for s in m.spans if s.base or "valid" in s.roles),
            None,
        ),
    )
    bare = not (task.due or task.due_words or task.owners) and len(m.words.words) == 1
    if not task.title or bare:
        return Understood(None, 0.6)
    if kept := kept_on_the_list(task.title):
        return Understood(replace(task, title=kept), 0.95)
    return Understood(task, confidence)


def _unreadable(m: Message, due: Span | None) -> Span | None:
    """The words of a deadline that no day has, or that is gone: never another day in its place."""
    if span := impossible_span(m.masked, m.reading):
        start, core, end = span
        if due and due.when and not m.masked[due.end : start].strip(" ,"):
            start, core = due.start, due.core
        return Span(start, core, end, "impossible", "strong", None)
    gone = due and due.when and due.when.past and set(due.roles) & {"by", "before", "until", "deadline"}
    return due if gone else None


def _due_spans(m: Message) -> list[Span]:
    """The dates that may be the deadline: not what an agreement is valid until, not a month or a week
    said in passing."""
    usable = []
    for span in m.spans:
        spread = span.kind in ("month", "quarter", "year")
        if spread and not (span.deadline or "on" in span.roles or _closing_period(m, span)):
            continue
        if not span.deadline and _in_question(m, span):
            continue
        usable.append(span)
    return usable


def _in_question(m: Message, span: Span) -> bool:
    """Whether the date is part of what is to be asked: “ask Giulia if 7 May works”."""
    for i, _ in m.places("if"):
        start = m.start_of(i)
        if m.at(i) in ("if", "whether", "apakah", "apa") and start < span.start:
            return not _STOP.search(m.masked, start, span.start)
    return False


def _closing_period(m: Message, span: Span) -> bool:
    """“File it this month”, “didaftarkan bulan ini juga”: the period ends what is asked."""
    after = m.masked[span.end :].strip(" .!,").lower()
    named = m.masked[span.core :].lower()
    english = named.startswith(("this ", "next ")) and after in ("", "please", "pls")
    if span.kind not in ("week", "month", "quarter"):
        return False
    return not span.roles and (english or after == "juga")


# --- is it a request -----------------------------------------------------------------------------------


def _confidence(m: Message, owners: Owners, head: int) -> float | None:
    """How sure it is that the words ask for something; None where they do not."""
    first = head
    dated = bool(m.recurrence) or any(
        s.when and not s.when.past and (s.deadline or s.strength == "strong") for s in _due_spans(m)
    )
    pleas = any(m.at(i) in _PLEAS and verb_at(m, j) for i, j in m.places("request"))
    label = any(i <= 2 and (_colon_after(m, j) or _labelled_for(m, j)) for i, j in m.places("task_label"))
    if label or any(i <= head and j - i >= 2 for i, j in m.places("make_task")):
        return 0.95
    state = _states(m, first)
    aside = m.masked.find(",") if verb_at(m, head) == "verb" else -1
    past = [i for i, _ in m.places("past") if not 0 < aside < m.start_of(i)]  # “…, it's been a month”
    told = bool(past) and not any(i <= head for i, _ in m.places("request", "remind_me"))
    told = told and not (_only_lately(m) and verb_at(m, head) == "verb" and dated)
    if m.has("remind_me") and not told and any(i <= 3 or dated for i, _ in m.places("remind_me")):
        return 0.9
    asked = [(i, j) for i, j in m.places("request") if i <= head]
    if (
        any(i == 0 for i, _ in m.places("if"))
        and not owners.said
        and not _imperative_request(m, m.places("request"))
    ):
        return None  # “if the visa is refused we must cancel” is a thought
    verb = verb_at(m, head)
    if owners.leading and not told and (verb or asked or dated):
        return (0.91 if dated and plainly(m) else 0.87) if verb or asked else 0.84
    if owners.leading and not told and any(w.startswith("di") and len(w) > 5 for w in m.words.words[:6]):
        return 0.82  # “<@U> paragraf 3 ditulis ulang”
    if pleas and not told and not _STOP.search(m.masked):
        return 0.82 if dated else 0.8
    if _someone_to(m, owners, head):
        return 0.8
    if asked and not told:
        strength = (0.9 if dated and plainly(m) else 0.87) if verb else 0.82 if dated else 0.68
        return strength if _imperative_request(m, asked) else strength - 0.08
    if verb == "verb" and not (told and state) and not _question(m):
        return 0.88 if dated else 0.84
    if verb == "noun_verb" and not state and not _question(m) and not told and not says_fyi(m):
        return 0.83 if dated else 0.7
    return _declared(m, owners, dated=dated, state=state, told=told)


def _declared(m: Message, owners: Owners, *, dated: bool, state: bool, told: bool) -> float | None:
    """No request in form, but a thing with a deadline or a coming event: “final report is due 15/12”,
    “Rapat besok jam 10”."""
    if _question(m) or any(m.at(i) in ("see", "sampai") for i, _ in m.places("wish")):
        return None
    usual = m.said("usually", "normally", "biasanya", "they", "mereka", "always", "selalu")
    if m.recurrence and not told and not state and not usual and not m.has("if"):
        return 0.8
    counted = any(s.kind in ("unanchored", "dangling") for s in m.spans)
    if counted and not told and not state:
        return 0.74  # “LPJ for the Sharjah show, 30 days after closing”
    mine = any(m.at(i) in ("saya", "aku", "gue") and verb_at(m, i + 1) for i in range(len(m.words.words)))
    if mine and dated and not told:
        return 0.76
    dated_on = any(s.kind in _DAYS and s.strength == "strong" and s.when and not s.when.past for s in m.spans)
    ends = not label_of(m.masked) and any(s.kind != "year" and _closing_period(m, s) for s in m.spans)
    cued = (
        ends
        or (dated_on and _due_words(m))
        or any(
            s.deadline and set(s.roles) != {"until"} and s.when and (not s.when.past or s.kind == "anchor")
            for s in m.spans
        )
    )
    asking = any(i == 0 or m.at(i) != "minta" for i, _ in m.places("request"))  # “Pak RT minta …” tells
    duty = asking and not m.has("hypothetical")
    if duty and dated and not (told and not _must(m)):
        return 0.82
    latest = ends or any("deadline" in s.roles and s.when and not s.when.past for s in m.spans)
    if cued and not told and not (state and not (latest or _due_words(m))):
        return 0.8
    if owners.said and dated and not told:
        return 0.78
    future = [
        s
        for s in m.strong
        if s.when
        and not s.when.past
        and s.kind not in ("month", "quarter", "year", "week", "range", "early", "distance")
    ]
    event = any(m.at(i) in _EVENT for i in range(len(m.words.words)))
    if future and event and not told and not state and not m.has("wish", "schedule"):
        return 0.72
    if duty and _must(m) and not told:
        return 0.66
    return None


_PLEAS = words("mohon tolong tlg please pls harap dimohon diharap kindly")


def plainly(m: Message) -> bool:
    """Whether the message is one sentence of moderate length with one date: little can be misread."""
    dates = [s for s in m.strong if s.when and not s.when.past]
    return 3 < len(m.words.words) <= 16 and len(dates) < 2 and not _STOP.search(m.masked)


_STOP = re.compile(r"[.;?!:–—]\s+\w|\(")


def _only_lately(m: Message) -> bool:
    """Whether all that is told as past is a time: “the minutes of yesterday’s meeting”, “rapat tadi”."""
    return all(m.at(i) in ("tadi", "kemarin") and j == i + 1 for i, j in m.places("past"))


_DAYS = frozenset({"day", "weekday", "relative", "number", "nth", "the_nth", "edge", "anchor"})


def _must(m: Message) -> bool:
    return m.said(
        "harus", "hrs", "must", "wajib", "mesti", "kudu", "need", "needs", "should", "jangan", "perlu"
    )


def _due_words(m: Message) -> bool:
    return m.said("due", "deadline", "tenggat", "tenggatnya", "deadlinenya", "cutoff")


def _colon_after(m: Message, j: int) -> bool:
    """Whether a colon or dash stands right after word j−1."""
    between = m.masked[m.end_of(j - 1) : m.start_of(j)].strip()
    return between[:1] in (":", "-", "–", "—") and between != ""


def _labelled_for(m: Message, j: int) -> bool:
    """“todo for Lyon: …”, “tugas untuk Rani: …”."""
    colon = m.masked.find(":", m.end_of(j - 1))
    return (
        m.at(j) in ("for", "untuk", "buat", "utk")
        and 0 < colon <= m.end_of(j + 4)
        and m.word_at(colon) < len(m.words.words)
    )


def verb_at(m: Message, i: int) -> str | None:
    """“verb” for a sure imperative at word i, “noun_verb” for one that is a noun as often."""
    begins = m.at(i + 1) in _OBJECT_BEGINS or m.at(i + 1).isdecimal() or m.at(i + 1) in NUMBERS
    if m.at(i) in ("have", "get", "let") and begins and "?" not in m.masked:
        return "verb"  # “have the essays translated”
    longest = max((j for s, j in m.tags.get("verb", ()) if s == i), default=None)
    if longest is None and i < len(m.words.words) and before_its_object(m.words.words, i):
        return "noun_verb"
    if longest is None or (m.at(longest) in ("from", "dari") and not m.spans):
        return None  # “quote from the review” is a thing
    noun = any(s == i and j == longest for s, j in m.tags.get("noun_verb", ()))
    after = m.at(longest + 1) if m.at(longest) in PARTICLES else m.at(longest)
    calls = m.at(i) in _CALLS and longest < len(m.words.words) and m.words.capital(longest)
    return "noun_verb" if noun and after not in _OBJECT_BEGINS and not calls else "verb"


_CALLS = words("call phone email text contact whatsapp wa telepon telpon hubungi kontak meet visit")


_OBJECT_BEGINS = words(  # after these a word that is also a noun is an order: “change the booking”
    "the a an our my your their his her its this these those all every each any some another both me us it "
    "them"
)


def _states(m: Message, head: int) -> bool:
    """Whether the sentence tells how something is, before any “if” or “that”."""
    limit = min((i for i, _ in m.places("if")), default=10_000)
    clause_end = _clause_end(m, head)
    return any(head <= i < min(limit, clause_end) for i, _ in m.places("state"))


def _clause_end(m: Message, head: int) -> int:
    stop = re.compile(r"[.?!;\n]").search(m.masked, m.start_of(head))
    return m.word_at(stop.start()) if stop else len(m.words.words)


def _question(m: Message) -> bool:
    """Whether the words ask to know rather than to do."""
    if any(
        j - i >= 2 and m.at(i) in ("can", "could", "would", "will", "who", "bisa", "boleh", "ada", "tolong")
        for i, j in m.places("request")
    ):
        return False
    return "?" in m.masked or (
        any(i == 0 for i, _ in m.places("question")) and not any(i == 0 for i, _ in m.places("verb"))
    )


def _imperative_request(m: Message, asked: list[tuple[int, int]]) -> bool:
    """Whether the asking words are more than a bare “need” or “should”."""
    return any(
        m.at(i)
        not in (
            "need",
            "we",
            "perlu",
            "butuh",
            "should",
            "must",
            "has",
            "have",
            "lets",
            "harus",
            "mesti",
            "kita",
            "kudu",
        )
        for i, _ in asked
    )


def _someone_to(m: Message, owners: Owners, head: int) -> bool:
    return bool(owners.said) and verb_at(m, head) is not None and not m.has("past")


# --- where the asking ends and the title begins -----------------------------------------------------------


def head_of(m: Message, owners: Owners) -> int:
    """The first word of what is to be done: past greetings, names, labels, requests and a date said first."""
    skips = sorted((m.word_at(s), m.word_at(e)) for s, e in owners.cut)
    dates = sorted(
        (m.word_at(s.start), m.word_at(s.end)) for s in m.strong if s.when or s.kind == "unanchored"
    )
    if m.recurrence:
        dates.append((m.word_at(m.recurrence.start), m.word_at(m.recurrence.end)))
    i, count = 0, len(m.words.words)
    while i < count:
        j = _skip(m, i, skips, dates)
        if j <= i:
            break
        i = j
    return i if i < count else 0


def _skip(m: Message, i: int, skips: list[tuple[int, int]], dates: list[tuple[int, int]]) -> int:
    for start, end in (*skips, *dates):
        if start <= i < end:
            return end
    if any(s == i for s, _ in m.tags.get("task_label", ())) and _labelled_for(m, i + 1):
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
        and not _colon_after(m, lead)
    )


def title_of(m: Message, owners: Owners, head: int, due: list[Span]) -> str:
    """The person's words for what is to be done, without whom, when and please."""
    quoted = re.search(r"(?<!\w)[\"']([^\"'\n]{4,120})[\"'](?!\w)", m.even)
    if quoted and (m.has("make_task") or m.has("task_label")):
        return m.text[quoted.start(1) : quoted.end(1)].strip()
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
    return without_signs(title, {member.id: member.name for member in m.reading.world.members})[:500]


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


_NOT = words("not no tidak gak ga nggak tak jangan usah perlu")


def priority_of(m: Message) -> Priority | None:
    if m.has("low"):
        return "low"
    if m.has("high") and any({m.at(i - 1), m.at(i - 2)} & _NOT for i, _ in m.places("high")):
        return "low" if m.said("buru", "rush", "urgent", "mendesak") else None
    return "high" if m.has("high") else None


def _partner(m: Message) -> Said | None:
    """The organisation, else the contact, that the words name."""
    if m.organisations:
        first = m.organisations[0]
        return Said(first.text, first.matches)
    known = [p for p in m.people if p.matches]
    return Said(known[0].text, known[0].matches) if known else None
