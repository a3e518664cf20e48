"""A title without the words that only ask for it to be kept: “add … to my list”, “task: …”."""

from __future__ import annotations

import re

_PUT = re.compile(
    r"(?:add|put|write|tambah(?:kan|in)?|masuk(?:kan|in)|catat(?:kan)?|taruh)\s+(?=\S)", re.IGNORECASE
)
_ON_THE_LIST = re.compile(
    r"\s+(?:to|on|onto|into|in|ke|di|dalam|ke dalam)\s+"
    r"(?:(?:(?:my|our|your|the)\s+)?(?:task|tasks|to-?do)\s*(?:list|lists)?|(?:my|our)\s+(?:list|to-?dos)|"
    r"daftar\s+tugas(?:\s*(?:saya|kita|kami|ku))?|(?:daftar|list)\s*(?:saya|kita|kami|ku|aku)|"
    r"to-?do(?:\s+list)?\s*(?:saya|kita|kami|ku)?)\s*[.!]?$",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"(?:(?:an?|new|the|sebuah|satu)\s+)*(?:tasks?|to-?dos?|tugas|reminder|pengingat)(?:\s+baru)?\s*"
    r"(?::|–|—|\s-\s)\s*|(?:an?\s+|new\s+)+(?:tasks?|to-?do|reminder)\s+to\s+",
    re.IGNORECASE,
)


def kept_on_the_list(title: str) -> str | None:
    """What is to be put on the task list, where the title asks just that; else None."""
    verb, end = _PUT.match(title), _ON_THE_LIST.search(title)
    return title[verb.end() : end.start()].strip() if verb and end and end.start() > verb.end() else None


def without_label(text: str) -> str:
    """The text of a new task without “task:” before it and “to my list” behind it."""
    label = _LABEL.match(text)
    text = text[label.end() :] if label and label.end() < len(text) else text
    end = _ON_THE_LIST.search(text)
    return text[: end.start()] if end and end.start() else text
