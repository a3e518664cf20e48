"""The grammar of the slash commands, both languages whatever the reader's."""

from __future__ import annotations

from bot.parsing.courtesy import without_opening
from bot.parsing.dates import find_dates
from bot.parsing.intents import (
    CreateTask,
    Intent,
    PartnerCommand,
    ProgramCommand,
    Reading,
    Search,
    SettingsCommand,
    Unknown,
)
from bot.parsing.lintas_commands import parse_digest, parse_lintas_verb
from bot.parsing.partner_commands import parse_partner
from bot.parsing.program_commands import parse_program, read_news
from bot.parsing.slack_text import MAX_LENGTH, MENTION, plain
from bot.parsing.spoken import spoken_change
from bot.parsing.task_commands import parse_task
from bot.parsing.understand import understand
from bot.parsing.verbs import DIGEST, NOUNS, PARTNER, PLACEHOLDER, PROGRAM, TASK, nearest_commands, split_verb


def parse_command(command: str, text: str, reading: Reading) -> Intent:
    """What a slash command means. `command` with or without its slash; `text` as Slack sent it.

    `/lintas` takes every noun's words, its own verbs, and plain words; what none of them reads is
    `Unknown` with the three nearest whole commands.
    """
    name = command.lstrip("/").lower()
    words = plain(text)[:MAX_LENGTH].removesuffix(PLACEHOLDER).rstrip()
    noun = NOUNS.get(name)
    if noun == "task":
        return _task(words, reading, name)
    words = without_opening(words) if noun else words
    if noun == "program":
        return parse_program(words, reading, name)
    if noun == "partner":
        return parse_partner(words, reading, name)
    if noun == "digest":
        return parse_digest(words, reading)
    return _lintas(words, reading)


def _task(words: str, reading: Reading, name: str) -> Intent:
    """`/task` with a sentence behind it: “please move #3 to Friday” is the move, not a new task."""
    intent = parse_task(words, reading, name)
    if not isinstance(intent, CreateTask) or split_verb(words, TASK)[0] == "add":
        return intent
    polite = without_opening(words)
    said = spoken_change(words, reading, numbered=True)
    return said or (parse_task(polite, reading, name) if polite != words else intent)


def spoken_command(text: str, reading: Reading) -> Intent | None:
    """A command said without its slash, in a mention or direct message; None where the words are no command.

    A noun counts only with a verb of its own behind it (“task add …”, “program baru …”, “digest on”), so that
    “program Lyon mundur seminggu” stays a sentence.
    """
    words = without_opening(plain(text)[:MAX_LENGTH].lstrip("/"))
    first, _, rest = words.partition(" ")
    noun = NOUNS.get(first.lower())
    if noun is None:
        if (news := read_news(words, reading)) is not None:
            return news
        intent = parse_lintas_verb(words, reading)
        plainly = isinstance(intent, SettingsCommand) and (
            intent.lang or intent.zone or intent.on is not None
        )
        plainly = plainly or (isinstance(intent, SettingsCommand) and _whole(intent, reading))
        return intent if plainly or isinstance(intent, Search) else None
    verb, _ = split_verb(rest.strip(), _VERBS[noun])
    intent = parse_command(first, rest.strip(), reading)
    if verb is None and not (noun == "digest" and not rest):
        return intent if _names_one(intent) else None
    misread = isinstance(intent, Unknown) or (isinstance(intent, CreateTask) and verb != "add")
    return None if misread else intent


def _names_one(intent: Intent) -> bool:
    """Whether nothing but a known name is behind the noun: “partner Anna Richter” shows her card."""
    match intent:
        case ProgramCommand("card", said, ""):
            return said.known is not None
        case PartnerCommand("card", partner=said):
            return said is not None and said.known is not None
    return False


def _whole(intent: SettingsCommand, reading: Reading) -> bool:
    """Whether a verb about the office is followed by its own words and no others: else it is a sentence."""
    rest = intent.rest
    match intent.verb:
        case "report" | "export" | "status" | "settings":
            return rest.lower() in _OFFICE_WORDS[intent.verb]
        case "holiday":
            first, _, named = rest.partition(" ")
            return not rest or (first.lower() in _ADD_OR_REMOVE and bool(find_dates(named, reading)))
        case "handover":
            return bool(rest) and not MENTION.sub("", rest).strip()
        case "away" if rest.lower() in _BACK:
            return True
        case "away":
            left = MENTION.sub("", rest)
            for span in reversed(find_dates(left, reading)):
                left = left[: span.start] + left[span.end :]
            return left != rest and not left.strip(" -–")
    return False


_ADD_OR_REMOVE = ("add", "remove", "tambah", "hapus")
_BACK = ("", "off", "selesai")
_OFFICE_WORDS = {
    "settings": ("",),
    "report": ("", "week", "month", "director", "minggu", "bulan", "direktur"),
    "export": (
        "tasks",
        "programs",
        "partners",
        "log",
        "all",
        "tugas",
        "program",
        "mitra",
        "catatan",
        "semua",
    ),
    "status": ("",),
}
_VERBS = {"task": TASK, "program": PROGRAM, "partner": PARTNER, "digest": DIGEST}


def _lintas(text: str, reading: Reading) -> Intent:
    if not text:
        return parse_lintas_verb("help", reading) or Unknown("")
    first, _, rest = text.partition(" ")
    if noun := NOUNS.get(first.lower()):
        return (
            parse_command(first, rest.strip(), reading)
            if noun != "digest" or _digest(rest, reading)
            else _plain(text, reading)
        )
    return parse_lintas_verb(text, reading) or _plain(text, reading)


def _digest(rest: str, reading: Reading) -> bool:
    return not isinstance(parse_digest(rest.strip(), reading), Unknown)


def _plain(text: str, reading: Reading) -> Intent:
    understood = understand(text, reading)
    if understood.intent is not None and not understood.ambiguous:
        return understood.intent
    return Unknown(text, nearest_commands("lintas", text, [], reading.lang, "lintas"))
