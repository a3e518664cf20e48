"""`/partner log <what happened>`: how it was, with whom and which way, where the line begins by saying so."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.parsing.dates import date_prefix, find_dates
from bot.parsing.intents import ContactKind, CreateTask, Direction, LogContact, Reading, When
from bot.parsing.log_commands import read_log
from bot.parsing.names import named
from bot.parsing.slack_text import straight

_KINDS: dict[str, ContactKind] = {}
for _words, _kind in (
    ("call phone telepon telpon telp zoom panggilan", "call"),
    ("meeting met rapat pertemuan bertemu ketemu", "meeting"),
    ("email e-mail surel", "email"),
    ("message wa whatsapp chat sms pesan", "message"),
    ("letter surat", "letter"),
    ("document dokumen", "document"),
    ("agreement mou pks perjanjian kontrak contract", "agreement"),
):
    for _word in _words.split():
        _KINDS[_word] = _kind  # type: ignore[assignment]
_WAYS: dict[str, Direction | None] = {
    "from": "in", "dari": "in", "to": "out", "ke": "out", "kepada": "out", "untuk": "out",
    "with": None, "by": None, "dengan": None, "sama": None, "bersama": None,
}  # fmt: skip
_NEW = re.compile(r'(?:new|baru)\s+"(?P<name>[^"]+)"\s*:?\s*', re.IGNORECASE)
_HEAD = re.compile(
    rf"(?P<kind>{'|'.join(_KINDS)})\s+(?:(?P<way>{'|'.join(_WAYS)})\s+)?(?P<who>[^:;\n]{{2,120}}?)"
    r"(?P<end>\s*[:;]\s*|\s+[–—-]\s+|\s*$)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    r"[\s,.;]*(?<!\w)(?:next contact|contact (?:them )?again|call (?:them )?again|kontak berikutnya|"
    r"kontak lagi|hubungi lagi|telepon lagi)\s*(?:on|by|at|pada|tanggal|:)?\s*(?=\w)",
    re.IGNORECASE,
)


def read_log_command(text: str, reading: Reading) -> LogContact | CreateTask:
    """What `read_log` reads, and what a head says outright; `new "<name>"` adds a partner nobody knows."""
    new = _NEW.match(straight(text))
    text = text[new.end() :] if new else text
    rest, when = _without_next(text, reading)
    log = read_log(rest, reading)
    if isinstance(log, CreateTask):
        return log
    log = replace(log, text=text if when else log.text, next_contact=when)
    if (head := _HEAD.match(straight(rest))) is not None:
        log = _headed(log, head, rest, text, reading)
    return replace(log, new=new["name"]) if new else log


def _headed(log: LogContact, head: re.Match[str], rest: str, text: str, reading: Reading) -> LogContact:
    """Kind, partner and direction as the head of `rest` says them, a colleague of that name left alone.

    What the head says is not repeated in what is told; `text` is all that was written.
    """
    who, dated = _name(head["who"], reading)
    said = named(who, reading.world, "contacts", "organisations")
    if not said.matches and not (head["way"] and head["end"].strip()):
        return log if log.partner or log.organisation else replace(log, kind=_KINDS[head["kind"].lower()])
    if not said.matches and named(who, reading.world, "members").matches:
        return log
    both = not said.matches and log.partner is not None and log.organisation is not None
    told = rest[head.end() :].strip()
    keep = not told or (dated and log.date is None)
    return replace(
        log,
        partner=log.partner if both else said,  # “Jean Petit from Musée …” is a person and an organisation
        organisation=None if said.matches else log.organisation,
        kind=_KINDS[head["kind"].lower()],
        direction=_WAYS[head["way"].lower()] if head["way"] else None,
        text=text if keep else text[head.end() :].strip(),
    )


def _name(words: str, reading: Reading) -> tuple[str, bool]:
    """The name without a day said after it: “Anna Richter yesterday”."""
    words = re.sub(r"^(?:the)\s+", "", words, flags=re.IGNORECASE)
    spans = [span for span in find_dates(words, reading) if span.strength == "strong" and span.start > 1]
    if not spans:
        return words.strip(' "'), False
    cut = re.sub(r"\s+(?:on|pada|at)$", "", words[: spans[0].start].strip(' "'))
    return cut, True


def _without_next(text: str, reading: Reading) -> tuple[str, When | None]:
    """The line without when the next contact is to be, and that day."""
    for match in _NEXT.finditer(text):
        found = date_prefix(text[match.end() :], reading)
        if found and not found[0].past:
            when, length = found
            return f"{text[: match.start()]} {text[match.end() + length :]}".strip(), when
    return text, None
