"""Who is given a task by a message: mentioned, addressed by name, or the author."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from bot.parsing.asked import asked_by_name, members_from
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Said
from bot.parsing.mentions import Mention
from bot.parsing.message import Message
from bot.parsing.names import HONORIFICS
from bot.parsing.quick_add import member
from bot.parsing.whose import Group, called, handed_to, taken_by_author

_OBJECT = words(
    """to ke kepada with dengan sama dgn bareng bersama from dari cc via di about tentang soal and send
    email call phone meet invite thank thanks kirim hubungi telepon kabari undang temui temani jemput
    tanya ingatkan remind makasih untuk for buat utk"""
)
_GIVES = words(
    "oleh by pic owner tolong minta ask tell tugaskan assign biar have let get suruh please pls mohon "
    "assignee request"
)
_INTRODUCES = words("for untuk buat utk to ke kepada by oleh pic owner assignee biar ask tell minta suruh")
_FOR_SOMEONE = words(  # bought or written for a person, who is then not the one to do it
    "flight flights ticket tickets tiket visa hotel room rooms kamar seat kursi passport paspor badge "
    "invitation undangan letter surat gift hadiah birthday lunch dinner makan taxi taksi mobil car train "
    "kereta pesawat penerbangan contract kontrak honor fee"
)
_COURTESY = words("ya yah please pls thanks makasih dong aja saja tolong thx")
_GIVES_TO = words(
    "assign tugaskan give kasih serahkan limpahkan delegate delegasikan oper reassign task tugas todo"
)
_TAKES = words(
    "handle handles will please pls tolong yang yg urus pegang pic can could bisa mohon to harus should "
    "must needs aja saja ya kerjakan"
)
_LEAD = re.compile(
    r"\s*(?:todo|to do|task|action(?: item| point)?|tugas|ap|tl|urgent|asap|reminder|penting|"
    r"mendesak)\s*[:–—-]\s*",
    re.IGNORECASE,
)
_AND = re.compile(r"\s*(?:,|&|\+|/|dan|and|sama|,\s*dan|,\s*and)?\s*", re.IGNORECASE)
_VOCATIVE = re.compile(
    r"(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?(?:\s*(?:,|&|dan|and|sama)\s*(?!I\b)[A-ZÀ-Þ][\w'’-]+)?)"
    r"(?P<sign>\s*[,:]\s*|\s+[–—-]\s+|\s+)(?P<next>\w+)"
)
_FOR_TO = re.compile(
    r"(?<!\w)(?:for|ask|tell|get|remind|untuk|minta|suruh|"
    r"tugaskan)\s+(?P<name>(?:[A-Z][a-z]+\.?\s)?[A-ZÀ-Þ][\w'’-]+)\s+(?P<to>to|untuk|buat|supaya|agar|"
    r"\w+)(?!\w)"
)
_TASK_FOR = re.compile(
    r"(?<!\w)(?:tasks?|todos?|tugas|pr|reminder)\s+(?:for|untuk|buat|"
    r"utk)\s+(?P<name>[A-ZÀ-Þ][\w'’-]+)\s*[:,–—]",
    re.IGNORECASE,
)
_PIC = re.compile(
    r"(?<!\w)(?:pic|owner|assignee|penanggung jawab|oleh|by|biar|"
    r"assigned to)\s*:?\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)",
    re.IGNORECASE,
)
_TAKER = re.compile(
    r"(?<!\w)(?P<name>[A-ZÀ-Þ][\w'’-]+)\s+(?:handle|handles|will handle|to handle|"
    r"koordinir(?:kan)?|koordinasi(?:kan)?|pimpin|jaga|pantau|yang (?:urus|handle|"
    r"pegang|kerjakan|kerjain)|yg (?:urus|handle|pegang|kerjakan)|pic)(?!\w)"
)
_FOR_LAST = re.compile(
    r"(?P<comma>,)?\s*(?<!\w)(?:for|untuk|buat|utk)\s+(?P<name>[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)?)[.!]?\s*$"
)
_LAST = re.compile(r"(?:[,–—-]|\(|->|→|/)\s*(?P<name>[A-ZÀ-Þ][\w'’-]+)\s*\)?[.!]?\s*$")
_ASKS = words(
    "tolong mohon please pls plz can could bisa boleh harus to will jangan dont minta segera kindly "
    "should must need needs yang tlg"
)


_SPEAKS = words(
    "i im ill ive we it its that this saya aku kami kita ok oke yes no ya thanks makasih maaf sorry"
)
_MUST = words("harus should must need needs jangan dont yang")


@dataclass
class Owners:
    """Those given the task, and the characters that said so."""

    said: list[Said] = field(default_factory=list)
    cut: list[tuple[int, int]] = field(default_factory=list)
    leading: bool = False  # the text begins by addressing them

    def add(self, said: Said, start: int, end: int) -> None:
        if all(said.text != s.text for s in self.said):
            self.said.append(said)
        self.cut.append((start, end))


def find_owners(m: Message) -> Owners:
    """The owners that the words name; nobody is guessed."""
    owners = Owners()
    if asked := asked_by_name(m):
        for said in asked[0]:
            owners.add(said, 0, asked[1])
        owners.leading = True
        return owners
    if group := handed_to(m):
        _take(owners, group)
        return owners
    _mentioned(m, owners)
    if not owners.said:
        _addressed(m, owners)
    if not owners.said:
        _named(m, owners)
    first = next((p for p in m.members if p.start == 0 and m.masked[p.end : p.end + 1] == ","), None)
    if not owners.said and first and all(p.start != m.start_of(m.word_at(first.end)) for p in m.members):
        owners.add(Said(first.text, first.matches), 0, first.end + 1)
    if not owners.said and (group := called(m)):
        _take(owners, group)
    return owners


def _take(owners: Owners, group: Group) -> None:
    for said in group.people:
        owners.add(said, *group.cut)
    owners.leading |= group.cut[0] == 0


def _mentioned(m: Message, owners: Owners) -> None:
    gives_to = any(m.at(i) in _GIVES_TO for i in range(min(6, len(m.words.words))))
    last_end = -1
    for match in m.mentions:
        start, end = match.span()
        joined = last_end >= 0 and bool(_AND.fullmatch(m.text[last_end:start]))
        if joined or _is_owner(m, start, end, gives_to):
            begin = last_end if joined else _introduced(m, start)
            owners.leading |= not m.words.words or m.words.places[0][0] > start
            owners.add(member(match[1], m.reading), begin, _past_taker(m, end))
            last_end = end


def _introduced(m: Message, start: int) -> int:
    """Where “for”, “ask”, “assigned to” right before a mention begins: no title keeps them alone."""
    before = m.word_at(start) - 1
    if before < 0 or m.at(before) not in _INTRODUCES or m.masked[m.end_of(before) : start].strip(" :"):
        return start
    return m.start_of(before)


def _is_owner(m: Message, start: int, end: int, gives_to: bool) -> bool:
    following = m.word_at(end)
    before = following - 1
    gap = m.masked[m.words.places[before][1] : start] if before >= 0 else ""
    if before < 0 or re.search(r"[.!?:;\n(–—]", gap):
        return True
    word = m.at(before)
    if word in _GIVES or (word in ("you", "kalian", "berdua") and "," in gap):
        return True
    if word in ("to", "ke", "kepada", "for", "untuk", "buat"):
        benefits = word in ("for", "untuk", "buat")
        return gives_to or (benefits and (m.at(following) in ("to", "untuk") or _closes(m, end)))
    after = m.masked[end : m.start_of(following)]
    if m.at(following) in _TAKES and "." not in after and word not in _OBJECT:
        return True
    at_end = following >= len(m.words.words) or m.at(following) in (
        "ya",
        "yah",
        "please",
        "pls",
        "thanks",
        "aja",
        "dong",
    )
    return at_end and word not in _OBJECT


def _closes(m: Message, end: int) -> bool:
    """Whether only a date or a courtesy follows, and no journey or room is got for whoever is named."""
    if not _FOR_SOMEONE.isdisjoint(m.words.words):
        return False
    rest = m.masked[end:]
    for span in m.spans:
        if span.start >= end:
            rest = rest.replace(m.masked[span.start : span.end], " ")
    return not [w for w in re.findall(r"\w+", rest.lower()) if w not in _COURTESY]


def _past_taker(m: Message, end: int) -> int:
    """The end of “<@U> handle”, “<@U> tolong”: the words that hand it over are no title."""
    i = m.word_at(end)
    if (
        m.at(i) in ("handle", "handles", "pegang", "urus", "pic")
        and not m.masked[end : m.start_of(i)].strip()
    ):
        return (
            m.end_of(i)
            if i + 1 >= len(m.words.words) or m.at(i + 1) in ("ya", "yah", "pls", "please")
            else end
        )
    return end


def _known(m: Message, name: str) -> Said | None:
    for mention in m.members:
        if mention.text.lower() in name.lower() or name.lower() in mention.text.lower():
            return Said(mention.text, mention.matches)
    return None


def _addressed(m: Message, owners: Owners) -> None:
    """“Rani, tolong …”, “Siti: upload …”, “Budi to send …”, “Mbak Lina tolong …” at the beginning."""
    label = _LEAD.match(m.masked)
    offset = label.end() if label else 0
    opener = m.word_at(offset)
    if m.at(opener) in HONORIFICS | {"hi", "hey", "halo", "hai", "dear", "ok", "oke"} and m.at(opener + 1):
        offset = m.start_of(opener + 1)
    offset += m.masked[offset : offset + 1] == "@"
    if _all_addressed(m, owners, offset):
        return
    if _lower_case(m, owners, m.word_at(offset)):
        return
    match = _VOCATIVE.match(m.masked, offset)
    if not match:
        return
    names = [n for n in re.split(r"\s*(?:,|&|\bdan\b|\band\b|\bsama\b)\s*", match["name"]) if n]
    following, sign = match["next"].lower(), match["sign"].strip()
    known = [_known(m, n) for n in names]
    first = m.word_at(offset)
    tagged = any(
        start <= first < end
        for start, end in m.places(
            "verb",
            "request",
            "task_label",
            "make_task",
            "fyi",
            "question",
            "done",
            "later",
            "move",
            "assign",
            "agreement",
            "state",
            "high",
            "low",
            "small_talk",
            "no_log",
        )
    )
    headed = sign == ":" and following not in _SPEAKS and not m.has("past")
    told_to = all(known) and ((sign in (",", ":") and m.has("request")) or headed)
    asks = (
        told_to
        or following in _ASKS
        or m.word_at(match.start("next")) in {start for start, _ in m.places("verb", "request")}
    )
    honored = m.at(first - 1) in HONORIFICS
    tells = following == "minta" and honored and sign not in (",", ":")  # “Pak Hadi minta …” is his wish
    if (
        tells
        or not asks
        or (tagged and not all(known))
        or (
            not all(known)
            and sign not in (",", ":")
            and following != "to"
            and following not in ("tolong", "mohon", "please", "pls")
        )
    ):
        return
    if not all(known) and any(p.start <= match.start("name") < p.end for p in (*m.people, *m.organisations)):
        return
    if not all(known) and (match["name"].isupper() or (following == "to" and not _order_after(m, match))):
        return  # “RSVP to the reception” names nobody
    owners.leading = True
    for name, said in zip(names, known, strict=True):
        owners.add(
            said or Said(name),
            0,
            match.end("next") if following in _ASKS - _MUST else match.end("sign"),
        )


def _all_addressed(m: Message, owners: Owners, at: int) -> bool:
    """“Dewi, Maya, dan Hadi harus isi formulir”: three or more members one after another, then an order."""
    people, end = members_from(m, at)
    i = m.word_at(end)
    if len(people) < _MANY or (m.at(i) not in _ASKS and i not in {start for start, _ in m.places("verb")}):
        return False
    owners.leading = True
    for said in people:
        owners.add(said, 0, m.start_of(i))
    return True


_MANY = 3


def _order_after(m: Message, match: re.Match[str]) -> bool:
    """Whether an order follows “Budi to …”."""
    i = m.word_at(match.end("next"))
    return i in {start for start, _ in m.places("verb", "request")}


def _lower_case(m: Message, owners: Owners, i: int) -> bool:
    """“mas bayu tlg cek …”: a member's name in small letters, then an order."""
    known = m.index.members.by_word.get(m.at(i))
    if not known or m.words.capital(i):
        return False
    following = m.at(i + 1)
    if following not in _ASKS and i + 1 not in {start for start, _ in m.places("verb", "request")}:
        return False
    owners.leading = True
    owners.add(Said(m.masked[m.start_of(i) : m.end_of(i)], tuple(known)), 0, m.start_of(i + 1))
    return True


def _named(m: Message, owners: Owners) -> None:
    for pattern, unknown in (
        (_FOR_TO, True),
        (_TASK_FOR, False),
        (_PIC, False),
        (_TAKER, False),
        (_LAST, False),
    ):
        for match in pattern.finditer(m.masked):
            said = _known(m, match["name"])
            if pattern is _FOR_TO and match["name"].endswith(("'s", "’s")):
                continue
            if pattern is _FOR_TO:
                lead = match.group().split()[0].lower()
                if lead in ("for", "untuk") and match["to"] not in ("to", "untuk"):
                    continue
                unknown = lead == "for" and match["to"] == "to" and not _partner(m, match.start("name"))
            if said or (unknown and pattern is _FOR_TO):
                start, end = match.span()
                if pattern is _FOR_TO:
                    end = (
                        match.start("to")
                        if match["to"] not in ("to", "untuk", "buat", "supaya", "agar")
                        else match.end()
                    )
                owners.add(said or Said(match["name"]), start, end)
                return
    if not _for_last(m, owners):
        _apart(m, owners)


def _for_last(m: Message, owners: Owners) -> bool:
    """“tolong buat tugas cek visa, besok, untuk Dewi”: whoever the new task is for, unless a thing is for
    them."""
    match = _FOR_LAST.search(m.masked)
    said = _known(m, match["name"]) if match else None
    if not match or not said:
        return False
    labelled = m.has("make_task", "task_label") and _FOR_SOMEONE.isdisjoint(m.words.words)
    if not (labelled or (match["comma"] and m.has("make_task", "task_label", "request", "verb"))):
        return False
    owners.add(said, match.start(), match.end())
    return True


def _apart(m: Message, owners: Owners) -> None:
    """A member named apart from the rest: with at most a date behind (“… the letter. Bayu, 7 Dec.”), with an
    order of their own (“…, Dewi sosialisasikan ya”, “…. Dewi please bring them”), or addressed at the end
    (“… the translation, Emma?”)."""
    verbs = {start for start, _ in m.places("verb")}
    at = 0
    for n, known in enumerate(m.members):
        i = m.word_at(known.start)
        begin = m.start_of(i - 1) if i and m.at(i - 1) in HONORIFICS else known.start
        before = m.masked[:begin].rstrip(" @")
        sign = before[-1:]
        if known.start < at or sign not in (*",.;–—-(?!",) or not before:
            continue
        named = _together(m, n)
        at = named[-1].end
        i = m.word_at(at)
        last = m.at(i + 1) in _CLOSE or i + 1 == len(m.words.words)
        ordered = (sign == "," and i in verbs and last) or (sign in ",.?!" and m.at(i) in _ASKS)
        ends = m.masked[at : at + 1] in ("?", ".", "!") and sign == "," and m.has("request")
        if ordered or ends or not _without_dates(m, at):
            for each in named:
                owners.add(Said(each.text, each.matches), begin, at)
            return


def _together(m: Message, n: int) -> list[Mention]:
    """The members named one after another from the n-th on: “Lina + Emma”, “Hadi dan Dewi”."""
    named = [m.members[n]]
    for following in m.members[n + 1 :]:
        gap = m.masked[named[-1].end : following.start].strip(" @")
        if gap.lower() not in ("and", "dan", "&", "+", "/", "sama"):
            break
        named.append(following)
    return named


def _without_dates(m: Message, at: int) -> str:
    """What is left behind a character but for dates and signs."""
    rest = m.masked[at:]
    for span in m.spans:
        if span.start >= at:
            rest = rest.replace(m.masked[span.start : span.end], " ")
    return rest.strip(" ,.()!")


_CLOSE = words("ya yah dong please pls aja saja ini itu")


def _partner(m: Message, start: int) -> bool:
    return any(p.start <= start < p.end for p in (*m.people, *m.organisations))


_NO_DEED = words("need be have like love want prefer appreciate")  # “I should like …” wishes


def speaker_is_owner(m: Message, head: int) -> bool:
    """Whether the author takes it on: “remind me …”, “I need to …”, “nanti saya kirim …”."""
    me = any(
        m.at(k) in ("me", "saya", "aku", "gue", "gw")
        for i, j in m.places("remind_me")
        for k in range(i, j + 1)
    )
    own = any(
        m.at(i) in ("saya", "aku", "gue") and i + 1 in {start for start, _ in m.places("verb")}
        for i in range(head + 2)
    )
    return (
        me
        or own
        or taken_by_author(m)
        or any(i <= head and m.at(j) not in _NO_DEED for i, j in m.places("i_will")[:1])
    )
