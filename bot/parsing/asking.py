"""Whether the words ask to do something rather than to know something or to tell it."""

from __future__ import annotations

from bot.parsing.dates.lexicon import words
from bot.parsing.message import Message

_MODALS = words(
    """can could would will mind able bisa bisakah boleh bolehkah mau berkenan dapatkah tolong bantu"""
)
_WHO = words(
    "we you u i us me someone somebody anyone please pls just kindly to be kita kamu anda saya aku ya dong "
    "tolong bantu tlg minta mas mbak mba pak bu kak the"
)
_TELLS = words(
    """tell show list give remind see know find check lihat tampilkan tunjukkan sebutkan kasih cek ingatkan
    cari tanya"""
)
_SOFT = words(
    """must have has need needs should harus hrs wajib perlu mesti musti kudu we gotta want butuh kita dong
    please pls"""
)
_NOTES = words("catat dicatat log note record record catet tulis simpan save put")
_COME = words("make be come do")  # “can Rani make it on Friday?”
_THERE = words("it there that this")
_ME = 6  # letters: a longer word in “me-” is an Indonesian verb
_LONG = 3  # words between the modal and its verb, a name among them


def asks_to_do(m: Message) -> bool:
    """“Can we settle the deposit?”, “Mas Tomo bisa bikinin?”, “mind proofreading …?”: a deed."""
    verbs = {i for i, _ in m.places("verb")}
    names = {m.word_at(p.start) + k for p in m.members for k in range(p.words)}
    for i, word in enumerate(m.words.words):
        if word not in _MODALS:
            continue
        for j in range(i + 1, i + 2 + _LONG):
            if (
                j in verbs
                or (m.at(j).startswith("me") and len(m.at(j)) > _ME)
                or (word == "mind" and m.at(j).endswith("ing"))
            ):
                come = m.at(j) in _COME and m.at(j + 1) in _THERE
                return m.at(j) not in _TELLS and not come
            if m.at(j) not in _WHO and j not in names:
                break
    return False


def commands(m: Message) -> bool:
    """Whether any word asks outright, beyond a duty (“must”, “harus”) and a “please” at the end."""
    return any(m.at(i) not in _SOFT for i, _ in m.places("request"))


def ordered_first(m: Message) -> bool:
    """“Tlg dong bikinin notulen rapat tadi …”: an order at the beginning, not to write something down."""
    starts = [j for i, j in m.places("request") if i == 0 and m.at(0) not in _SOFT - {"please", "pls"}]
    if not starts:
        return False
    verbs = {i for i, _ in m.places("verb")}
    at = next((j for j in range(1, max(starts) + 2) if j in verbs), None)
    return at is not None and m.at(at) not in _NOTES and not any(m.at(k) in _NOTES for k in range(at + 2))


def handed_to_member(m: Message) -> bool:
    """Whether a clause behind the first calls a member and asks: “…; Rani, would you be so kind as to …?”."""
    asked = {i for i, _ in m.places("request")} - {i for i, _ in m.places("said")}
    for person in m.members:
        before = m.masked[: person.start].rstrip()
        if before[-1:] not in (".", ";", "?", "!", "\n") or not before:
            continue
        i = m.word_at(person.end)
        if i in asked and m.at(i) not in ("need", "needs", "minta", "butuh"):
            return True
    return False
