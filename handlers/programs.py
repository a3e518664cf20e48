"""Programs: what each intent does, and what is answered."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from bot.answers import Answer
from bot.errors import N_, UserError, Way
from bot.parsing.intents import (
    CreateProgram,
    ListPrograms,
    Name,
    NewProgramForm,
    ProgramCommand,
    RecordUpdate,
    Said,
)
from bot.parsing.program_dates import read_anchor
from bot.services import programs as rules
from bot.services.actor import Written
from handlers.replies import OpenForm, Quiet, Reply
from handlers.resolving import command_line, known_member, known_program, to_its_end
from handlers.turn import Turn
from storage.workspaces import programs_of_channel

_TO_ALL = ("for everyone", "untuk semua orang")

ProgramIntent = CreateProgram | ListPrograms | NewProgramForm | ProgramCommand | RecordUpdate


def perform_program(turn: Turn, intent: ProgramIntent) -> Reply:
    """Do what was asked of programs."""
    match intent:
        case CreateProgram():
            lead = known_member(turn, _by_id(turn, intent.lead)).id if intent.lead else None
            return created(turn, turn.act(rules.create_program, intent, turn.actor, lead=lead))
        case ListPrograms():
            return Answer("program_list")
        case NewProgramForm():
            return OpenForm("new_program")
        case RecordUpdate():
            return _record(turn, intent)
        case ProgramCommand(verb, said, rest):
            return _command(turn, verb, known_program(turn, said), rest)


def _record(turn: Turn, update: RecordUpdate) -> Answer:
    program = known_program(turn, update.program) if update.program else turn.reading.program
    if program is None:
        raise UserError(N_("Which program is this about?"), ways=_programs_to_choose(turn, update.text))
    update = replace(update, text=to_its_end(turn, update.text))
    written = turn.act(rules.record_update, update, int(program.id), turn.actor)
    return Answer("update_recorded", {"update": written.id, "batch": written.batch})


def created(turn: Turn, written: Written) -> Answer:
    """The echo of a new program; in a channel it offers to live there."""
    place = turn.place
    here = (
        place is not None
        and place.kind != "im"
        and not programs_of_channel(turn.session, turn.workspace.id, place.channel_id)
    )
    return Answer("program_created", {"program": written.id, "batch": written.batch, "here": here})


def _command(turn: Turn, verb: str, program: Name, rest: str) -> Reply:
    facts = {"program": int(program.id)}
    match verb:
        case "update" if not rest:
            return OpenForm("update", facts)
        case "update":
            return _record(turn, RecordUpdate(Said(program.name, (program,)), rest))
        case "link":
            return link(turn, int(program.id), to_all=rest.casefold() in _TO_ALL)
        case "edit":
            return OpenForm("edit_program", facts)
        case "move":
            return _move(turn, program, rest)
        case "history":
            return Answer("program_history", facts | {"days": days_in(rest)})
        case "timeline":
            return timeline(turn, int(program.id))
        case "plan" | "ready":
            return Answer(f"program_{verb}", facts)
    return Answer("program_card", facts)


def timeline(turn: Turn, program_id: int) -> Answer:
    """The list at once; the picture where everyone reads the answer to a message, else to who asked.

    A file has no answer that only its author sees, so a command's picture is not put into the channel.
    """
    call, channel = turn.call, turn.channel
    facts = {"program": program_id}
    picture: dict[str, Any] = facts | {"member": turn.member.id}
    in_channel = channel is not None and channel.kind != "im"
    if in_channel and call.entrance == "message" and turn.compose_for_room(Answer("program_timeline", facts)):
        assert channel is not None
        picture |= {"room": channel.id, "thread": call.thread or call.ts}
        turn.say("picture", channel.slack_id, call.key, picture)
        return Answer("program_timeline", facts | {"sent": "here"})
    turn.say("picture", call.user, call.key, picture)
    if channel is None or in_channel:
        share = channel is not None and channel.app_in
        return Answer("program_timeline", facts | {"sent": "dm", "share": share})
    return Answer("program_timeline", facts | {"sent": "here"})


def share_timeline(turn: Turn, program_id: int) -> Reply:
    """Put the picture into the channel, holding what everyone there may see."""
    channel = turn.channel
    if channel is None or channel.kind == "im" or not channel.app_in:
        raise UserError(N_("This can be shared only in a channel that Lintas is in."))
    if turn.compose_for_room(Answer("program_timeline", {"program": program_id})) is None:
        raise UserError(N_("Not everyone in this channel may see this program, so it is not shared here."))
    body = {"program": program_id, "member": turn.member.id, "room": channel.id}
    turn.say("picture", channel.slack_id, turn.call.key, body)
    return Quiet()


def link(turn: Turn, program_id: int, *, to_all: bool = False) -> Answer:
    """Let the program live in the channel of this turn."""
    written = turn.act(rules.link_program, program_id, turn.actor, open_to_all=to_all)
    if written.repeated:
        return Answer("program_changed", {"program": written.id, "verb": "linked_already"})
    facts = {"program": written.id, "verb": "linked", "batch": written.batch}
    return Answer("program_changed", facts | {"invite": turn.place is not None and not turn.place.app_in})


def _move(turn: Turn, program: Name, rest: str) -> Answer:
    """`move <name> <anchor> <date|±N d>`: the one date there is needs no name."""
    read = read_anchor(rest, replace(turn.reading, program=program))
    kind = read.kind or (next(iter(program.anchors)) if len(program.anchors) == 1 else None)
    to = read.when or read.shift
    if kind is None or (to is None and read.confirmed is None):
        raise UserError(
            N_("Say which date of {program} moves, and to when: “{example}”."),
            program=program.name,
            example=N_("/program move {program} opening 18 March 2027"),
        )
    moved = turn.act(rules.move_anchor, int(program.id), kind, to, turn.actor, sure=read.confirmed)
    facts = {
        "program": moved.written.id,
        "anchor": moved.anchor,
        "batch": None if moved.written.repeated else moved.written.batch,
    }
    return Answer(
        "anchor_moved",
        facts | {"before": moved.before.isoformat() if moved.before else None, "precision": moved.precision},
    )


_PERIOD = re.compile(r"(\d{1,3})\s*(d|days?|h|hari|w|weeks?|minggu|mgg)?", re.IGNORECASE)


def days_in(words: str) -> int | None:
    """“7d”, “7 hari”, “2 weeks” as days; None where it is no length."""
    match = _PERIOD.fullmatch(words.strip())
    if match is None:
        return None
    return int(match[1]) * (7 if (match[2] or "d")[0].lower() in "wm" else 1)


def _by_id(turn: Turn, said: Said) -> Said:
    """A mention as the member it is."""
    found = tuple(name for name in turn.reading.world.members if name.id == said.text)
    return Said(found[0].name, found) if found else said


def _programs_to_choose(turn: Turn, text: str) -> tuple[Way, ...]:
    """The person's programs, each as the command that reports on it."""
    line = text or command_line(turn)
    return tuple(
        Way(name.name, f'/program update "{name.name}": {line}') for name in turn.reading.world.programs[:5]
    )
