"""The forms of programs: opened with what is known, and what each does when it is sent."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Literal, cast

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.intents import CreateProgram, Health, RecordUpdate, UpdateKind, When
from bot.parsing.program_dates import read_anchor
from bot.services import programs as rules
from bot.views import program_forms as views
from bot.views.ids import Field
from bot.views.kit import Modal
from handlers.programs import created
from handlers.replies import Reply
from handlers.sent import Sent, countries_typed, zone_of_words, zone_typed
from handlers.turn import Turn
from storage.programs import seen_program


def programs(turn: Turn) -> list[tuple[int, str]]:
    """The programs that a form offers."""
    return [(int(name.id), name.name) for name in turn.reading.world.programs]


def new_program(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    return views.program_form(turn.t, name=facts.get("name", ""), private_metadata=origin)


def edit_program(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    program = seen_program(turn.session, turn.viewer, facts["program"], turn.t.today)
    if program is None:
        raise rules.no_such_program(turn.viewer)
    return views.program_form(turn.t, program=program, private_metadata=origin)


def update(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    here = turn.reading.program
    return views.update_form(
        turn.t,
        programs=programs(turn),
        program=facts.get("program") or (int(here.id) if here else None),
        text=facts.get("text", ""),
        private_metadata=origin,
    )


def send_new_program(turn: Turn, sent: Sent) -> Reply:
    written = turn.act(rules.create_program, _draft(turn, sent), turn.actor, lead=sent.person(Field.LEAD))
    return created(turn, written)


def send_edit_program(turn: Turn, sent: Sent) -> Reply:
    written = turn.act(
        rules.edit_program,
        int(sent.kept["program"]),
        _draft(turn, sent),
        turn.actor,
        lead=sent.person(Field.LEAD),
        ladder=sent.text(Field.LADDER),
        busy=sent.choice(Field.BUSY) == "yes",
        status=cast(rules.ProgramStatus, sent.choice(Field.STATUS) or "active"),
    )
    return Answer("program_changed", {"program": written.id, "verb": "edited", "batch": written.batch})


def send_update(turn: Turn, sent: Sent) -> Reply:
    program_id = sent.choice(Field.PROGRAM)
    if program_id is None:
        raise UserError(N_("Choose a program."), field="program")
    draft = RecordUpdate(
        None,
        sent.text(Field.TEXT),
        cast(UpdateKind, sent.choice(Field.KIND) or "status"),
        health=cast(Health | None, sent.choice(Field.HEALTH)),
    )
    written = turn.act(rules.record_update, draft, int(program_id), turn.actor)
    return Answer("update_recorded", {"update": written.id, "batch": written.batch})


def _draft(turn: Turn, sent: Sent) -> CreateProgram:
    anchors, unconfirmed = _anchors(turn, sent)
    city = sent.text(Field.CITY) or None
    return CreateProgram(
        sent.text(Field.NAME),
        sent.choice(Field.KIND),
        anchors,
        countries_typed(turn, sent),
        city,
        unconfirmed,
        venue=sent.text(Field.VENUE) or None,
        zone=zone_typed(turn, sent) or zone_of_words(turn, city or ""),
        aliases=_several(sent.text(Field.ALIASES)),
        name_en=sent.text(Field.NAME_EN) or None,
        name_id=sent.text(Field.NAME_ID) or None,
    )


def _anchors(turn: Turn, sent: Sent) -> tuple[tuple[tuple[str, When], ...], tuple[str, ...]]:
    """The main date and those written in lines, and the kinds of those that are not certain."""
    found: dict[str, When] = {}
    unconfirmed: list[str] = []
    day, kind = sent.day(Field.DATE), sent.choice(Field.ANCHOR)
    if day and kind:
        exact = sent.choice(Field.PRECISION) or "day"
        precision = cast(Literal["day", "week", "month"], exact.removesuffix("?"))
        found[kind] = When(day, words=turn.t.day(day), precision=precision)
        if exact.endswith("?"):
            unconfirmed.append(kind)
    reading = replace(turn.reading, program=None)
    for line in filter(str.strip, sent.text(Field.DATES).splitlines()):
        read = read_anchor(line, reading)
        if read.kind is None or read.when is None:
            raise UserError(
                N_("I cannot read “{words}” as a date with its name. Write for example “{example}”."),
                words=line.strip()[:80],
                example=N_("closing 30 June 2027"),
                field=Field.DATES,
            )
        found[read.kind] = read.when
        if read.confirmed is False:
            unconfirmed.append(read.kind)
    return tuple(found.items()), tuple(unconfirmed)


def _several(words: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in words.split(",") if part.strip())
