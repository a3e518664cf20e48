"""Programs: what each intent does, and what is answered."""

from __future__ import annotations

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
from bot.services import programs as rules
from handlers.replies import OpenForm, Reply
from handlers.resolving import command_line, known_program, not_yet
from handlers.turn import Turn

_TO_ALL = ("for everyone", "untuk semua orang")

ProgramIntent = CreateProgram | ListPrograms | NewProgramForm | ProgramCommand | RecordUpdate


def perform_program(turn: Turn, intent: ProgramIntent) -> Reply:
    """Do what was asked of programs."""
    match intent:
        case CreateProgram():
            written = turn.act(rules.create_program, intent, turn.actor)
            return Answer("program_created", {"program": written.id, "batch": written.batch})
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
    written = turn.act(rules.record_update, update, int(program.id), turn.actor)
    return Answer("update_recorded", {"update": written.id, "batch": written.batch})


def _command(turn: Turn, verb: str, program: Name, rest: str) -> Reply:
    if verb == "update":
        if not rest:
            return OpenForm("update", {"program": int(program.id)})
        return _record(turn, RecordUpdate(Said(program.name, (program,)), rest))
    if verb == "link":
        to_all = rest.casefold() in _TO_ALL
        written = turn.act(rules.link_program, int(program.id), turn.actor, open_to_all=to_all)
        if written.repeated:
            return Answer("program_changed", {"program": written.id, "verb": "linked_already"})
        facts = {"program": written.id, "verb": "linked", "batch": written.batch}
        return Answer("program_changed", facts)
    if verb == "edit":
        return OpenForm("edit_program", {"program": int(program.id)})
    if verb != "card":
        raise not_yet(turn)
    return Answer("program_card", {"program": int(program.id)})


def _programs_to_choose(turn: Turn, text: str) -> tuple[Way, ...]:
    """The person's programs, each as the command that reports on it."""
    line = text or command_line(turn)
    return tuple(
        Way(name.name, f'/program update "{name.name}": {line}') for name in turn.reading.world.programs[:5]
    )
