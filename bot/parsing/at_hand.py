"""What is told of the task at hand: “belum, buka lagi”, “catatan: sudah ditelepon”, “tunggu museum: tanda
tangan”."""

from __future__ import annotations

import re

from bot.parsing.intents import THIS, Intent, NoteTask, ReopenTask, WaitTask

ACK = re.compile(
    r"\A\s*(?:(?:oke|okay|ok|sip|siap|baik|noted|great|cool|nice|thanks|thank you|makasih|mantap|yes|yep|"
    r"yup|iya|eh|oh|oops|ups|salah|sorry|maaf|wait|hmm|nah)(?!\w)[\s,.!–-]*)+(?=\w)",
    re.IGNORECASE,
)  # what only answers, before a change
BECOMES = re.compile(
    r"(?:jadi(?:nya)?|make\s+(?:it|that)|(?:ganti|ubah|pindah)\s+jadi|change\s+(?:it|that)\s+to|let's\s+say)"
    r"\s+(?P<day>[^?]+)",
    re.IGNORECASE,
)
_NOT_YET = (
    r"(?:(?:ternyata\s+)?(?:belum|blm)|(?:it's\s+|it is\s+)?not\s+(?:yet\s+)?done(?:\s+yet)?|not yet|"
    r"(?:it\s+)?isn't\s+done(?:\s+yet)?)(?:\s+(?:selesai|beres|kok|ternyata|actually))*"
)
_OPEN_AGAIN = re.compile(
    rf"(?:(?:no|tidak|nggak|gak|actually|ternyata)[\s,.–-]+)*(?:{_NOT_YET}[\s,.;–-]+)?"
    r"(?:(?:tolong|please)\s+)?"
    r"(?:(?:buka|dibuka)\s+(?:lagi|kembali)|re-?open(?:\s+it)?|open\s+(?:it\s+)?again)",
    re.IGNORECASE,
)
_NOTE = re.compile(r"(?:catatan|note|komentar|comment)\s*:\s*(?P<text>\S.*)", re.IGNORECASE | re.DOTALL)
_WAIT = re.compile(
    r"(?:(?:we're|we are|i'm|kami|kita|masih|still|now|sekarang|lagi)\s+)*"
    r"(?:wait(?:ing)?\s+(?:for|on)|tunggu|menunggu|nunggu)\s+(?:the\s+|dari\s+)?"
    r"(?P<whom>[^:]{2,60}):\s+(?P<why>\S.*)",
    re.IGNORECASE | re.DOTALL,
)


def told_of_it(words: str) -> Intent | None:
    """The task at hand opened again, a note on it, or whom it waits for; None where the words say none."""
    if _OPEN_AGAIN.fullmatch(words):
        return ReopenTask(THIS)
    if note := _NOTE.fullmatch(words):
        return NoteTask(THIS, note["text"])
    if wait := _WAIT.fullmatch(words):
        return WaitTask(THIS, wait["whom"].strip(), wait["why"])
    return None
