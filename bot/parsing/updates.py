"""What kind of news a sentence about a program is."""

from __future__ import annotations

import re
from typing import cast

from bot.parsing.dates.lexicon import ANCHORS, words
from bot.parsing.intents import Reading, UpdateKind
from bot.parsing.message import Message
from bot.parsing.money import find_money

_ANCHOR_NOUNS = frozenset(ANCHORS) - words(
    "ttd pulang open opens close closes buka tutup datang tiba berangkat ships launch"
)
_FIRST_SHOW = re.compile(r"\b(?:first (?:show|performance)|opening night|(?:pentas|tampil) perdana)\b", re.I)
_PROGRESSIVE = re.compile(r"\b(?:(?:is|are) being|sedang|masih di|lagi di)\b", re.IGNORECASE)
_COMES = (
    "arrive",
    "arrives",
    "datang",
    "tiba",
    "opens",
    "dibuka",
    "buka",
    "closes",
    "ditutup",
    "berangkat",
    "flies",
    "leaves",
    "returns",
    "pulang",
)
_LABELS: dict[str, UpdateKind] = {}
for _listed, _label in (
    ("blocker blocked kendala hambatan masalah problem terkendala issue", "blocker"),
    ("risk risiko resiko warning peringatan", "risk"),
    ("decision decided keputusan diputuskan sepakat", "decision"),
    ("budget anggaran rab dana cost biaya", "budget"),
    ("schedule jadwal reschedule timeline", "schedule"),
    ("milestone tonggak capaian", "milestone"),
    ("status progress progres update kabar", "status"),
    ("note catatan", "note"),
    ("result hasil", "result"),
):
    for _word in _listed.split():
        _LABELS[_word] = cast("UpdateKind", _label)
_LABEL = re.compile(
    rf"\s*(?P<label>{'|'.join(_LABELS)})(?:\s+(?:update|terbaru|baru))?\s*(?::|–|—|\s-\s)\s*", re.IGNORECASE
)


def label_of(text: str) -> tuple[UpdateKind, int] | None:
    """The kind that the text announces itself as (“Kendala: …”) and where its words begin."""
    match = _LABEL.match(text)
    return (_LABELS[match["label"].lower()], match.end()) if match else None


def anchor_noun(m: Message) -> bool:
    """Whether the words name a program’s own day: opening, arrival, penutupan …"""
    return _FIRST_SHOW.search(m.masked) is not None or any(
        w in _ANCHOR_NOUNS or (w.endswith("nya") and w[:-3] in _ANCHOR_NOUNS) for w in m.words.words
    )


def moves_anchor(m: Message) -> bool:
    """Whether the words give a program's own day another date."""
    if not m.strong:
        return False
    if m.said(*_COMES) and (m.said("instead", "bukan") or any("not" in s.roles for s in m.spans)):
        return m.named_program is not None  # “the artists arrive on the 3rd instead of the 1st”
    return anchor_noun(m) and (m.has("schedule") or m.said("now", "jadi", "sekarang", "menjadi", "pindah"))


def says_fyi(m: Message) -> bool:
    """“FYI …”, “Kabar baik: …”, “Update: …”; “Update the website” is an order."""
    if not any(i == 0 for i, _ in m.places("fyi")):
        return False
    after = m.masked[m.end_of(0) :].lstrip()
    return (
        m.at(0) != "update"
        or after[:1] in (":", "–", "-", ",")
        or m.at(1) in ("on", "from", "dari", "soal", "terbaru")
    )


def update_kind(text: str, reading: Reading) -> UpdateKind:
    """The kind of news in the words; “status” where nothing says more."""
    return kind_of(Message(text, reading))


def kind_of(m: Message) -> UpdateKind:
    label = label_of(m.masked)
    if label and label[0] != "status":
        return label[0]
    if m.at(0) in ("progres", "progress", "status"):
        return "status"
    money = find_money(m.masked)
    percent = re.search(r"(?<!\d)(\d{1,3})\s?(?:%|persen|percent)", m.masked)
    if moves_anchor(m) or (m.has("schedule") and (m.strong or any(s.shift for s in m.spans))):
        return "schedule"
    if m.has("blocker") and not (m.has("risk") and m.places("risk")[0] < m.places("blocker")[0]):
        return "blocker"
    if m.has("decision"):
        return "decision"
    if m.has("budget") or money:
        return "budget"
    if m.has("risk"):
        return "risk"
    if m.has("schedule"):
        return "schedule"
    if percent and percent[1] != "100":
        return "status"
    if _PROGRESSIVE.search(m.masked):
        return "status"
    if m.has("milestone") and not m.has("negation", "not_done"):
        return "milestone"
    return "status"
