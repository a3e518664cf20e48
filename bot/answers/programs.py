"""Answers about programs."""

from __future__ import annotations

from bot.answers import Reader, answer
from bot.views import programs as views
from bot.views.kit import Message
from storage.programs import programs_seen_by, seen_program, updates_seen_by
from storage.seen import SeenProgram


@answer
def program_created(reader: Reader, program: int, batch: int) -> Message | None:
    seen = _seen(reader, program)
    return views.program_created(seen, reader.t, batch=batch) if seen else None


@answer
def program_changed(reader: Reader, program: int, verb: str, batch: int | None = None) -> Message | None:
    seen = _seen(reader, program)
    return views.program_changed(seen, verb, reader.t, batch) if seen else None


@answer
def program_card(reader: Reader, program: int) -> Message | None:
    seen = _seen(reader, program)
    return views.program_card(seen, reader.t) if seen else None


@answer
def program_list(reader: Reader) -> Message:
    seen = programs_seen_by(reader.session, reader.eyes, reader.t.today)
    return views.program_list(seen, reader.t, checking=reader.me is not None and not reader.me.fresh)


@answer
def update_recorded(reader: Reader, update: int, batch: int) -> Message | None:
    found, _ = updates_seen_by(reader.session, reader.eyes, update_id=update)
    return views.update_recorded(found[0], reader.t, batch) if found else None


def _seen(reader: Reader, program_id: int) -> SeenProgram | None:
    return seen_program(reader.session, reader.eyes, program_id, reader.t.today)
