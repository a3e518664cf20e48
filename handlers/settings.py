"""What people and channels set for themselves, undo, help: the intents of `/digest` and `/lintas`."""

from __future__ import annotations

from datetime import timedelta

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.dates import find_dates
from bot.parsing.intents import DigestCommand, Help, NoDate, Search, SettingsCommand, Undo, Unknown
from bot.services import daysoff, history
from bot.services import members as rules
from bot.services.visibility import checking
from handlers.office import perform_office
from handlers.replies import OpenForm, Reply
from handlers.turn import Turn

TalkIntent = DigestCommand | SettingsCommand | Search | Undo | Help | Unknown | NoDate


def perform_talk(turn: Turn, intent: TalkIntent) -> Reply:
    """Do what was asked of digests, settings and the conversation itself."""
    match intent:
        case DigestCommand():
            return _digest(turn, intent)
        case SettingsCommand():
            return _setting(turn, intent)
        case Undo():
            return undo_latest(turn)
        case Help(topic):
            return Answer("help_message", {"topic": topic, "command": "/lintas"})
        case Search(""):
            raise UserError(
                N_("What do you want to search for? Write it after the command, for example “{example}”."),
                example=N_("/lintas search loan agreement"),
            )
        case Search(words):
            return Answer("search_result", {"words": words})
        case NoDate(words):
            raise UserError(
                N_("“{words}” is on no calendar and no clock. Nothing was changed; please check it."),
                words=words,
            )
        case Unknown(text, nearest):
            if not turn.viewer.fresh:  # it may be the name of a program
                raise checking()
            return Answer("unknown_command", {"text": text, "nearest": list(nearest)})


def undo_batch(turn: Turn, batch: int) -> Answer:
    """The Undo button: take one act back, within ten minutes."""
    return _undone(turn, turn.act(history.undo, batch, turn.actor))


def undo_latest(turn: Turn) -> Answer:
    """The undo command: take the person's latest act back, within thirty days."""
    turn.write()
    batch = history.latest_batch(turn.session, turn.actor)
    return _undone(turn, turn.act(history.undo, batch, turn.actor, within=history.BY_COMMAND))


def _undone(turn: Turn, done: history.Undone) -> Answer:
    facts = {
        "tasks": list(done.task_ids),
        "names": [list(name) for name in done.names],
        "left": list(done.left),
        "verb": done.verb,
    }
    return Answer("undone", facts, done.task_ids[0] if len(done.task_ids) == 1 else None)


def _digest(turn: Turn, command: DigestCommand) -> Reply:
    if turn.channel is None:
        turn.write()
    channel = turn.channel
    if channel is None or channel.kind == "im":
        if command.verb == "show":
            return Answer("my_day")
        raise UserError(N_("A digest belongs to a channel: send this in the channel that is to have it."))
    match command.verb:
        case "show":
            return Answer("digest", {"channel": channel.id, "always": True})
        case "settings":
            return OpenForm("digest_settings", {"row": channel.id})
        case _:
            on = command.verb == "on"
            written = turn.act(rules.set_digest, on, command.at, command.days, turn.actor)
            return Answer("digest_settings", {"channel": written.id, "batch": written.batch})


def _setting(turn: Turn, command: SettingsCommand) -> Reply:
    match command.verb:
        case "language" if command.lang is not None:
            written = turn.act(rules.set_language, command.lang, turn.actor)
        case "language" if command.rest:
            raise UserError(
                N_("Lintas speaks English and Indonesian: “{english}”, “{indonesian}”."),
                english="/lintas language en",
                indonesian="/lintas bahasa id",
            )
        case "zone" if command.rest:
            until = command.until.day if command.until else None
            zone = command.zone or command.rest
            written = turn.act(rules.set_zone, zone, turn.actor, until)
        case "holiday":
            return _holiday(turn, command.rest)
        case "morning" if command.on is not None:
            written = turn.act(rules.set_morning, command.on, command.at, turn.actor)
        case "settings":
            return OpenForm("settings")
        case "away" | "report" | "export" | "handover" | "status":
            return perform_office(turn, command.verb, command.rest)
        case "language" | "zone" | "morning":
            return Answer("settings")
    return Answer("setting_changed", {"kind": command.verb, "batch": written.batch})


_ADD, _REMOVE = ("add", "tambah"), ("remove", "hapus", "batal")


def _holiday(turn: Turn, words: str) -> Reply:
    """`holiday add|remove <date> <name>`; without words, the list."""
    if not words:
        return Answer("days_off")
    verb, _, rest = words.partition(" ")
    found = find_dates(rest, turn.reading)[:1]
    if verb.casefold() not in (*_ADD, *_REMOVE) or not found or found[0].when is None:
        raise UserError(
            N_("Write the date, then the name of the day off: “{example}”. To work on it: “{command}”."),
            example=N_("/lintas holiday add 2027-03-09 Idul Fitri"),
            command=N_("/lintas holiday remove 2027-03-09"),
        )
    span = found[0]
    first, last = span.first or found[0].when.day, span.last or found[0].when.day
    days = [first + timedelta(days=n) for n in range((last - first).days + 1)]
    name = f"{rest[: span.start]} {rest[span.end :]}".strip(" ,:–-") or (rest if span.kind == "feast" else "")
    if verb.casefold() in _ADD:
        written = turn.act(daysoff.add_holiday, days, name, turn.actor)
    else:
        written = turn.act(daysoff.remove_holiday, days, turn.actor)
    facts = {
        "first": first.isoformat(),
        "last": last.isoformat(),
        "name": name,
        "verb": "added" if verb.casefold() in _ADD else "removed",
        "batch": None if written.repeated else written.batch,
    }
    return Answer("day_off_changed", facts)
