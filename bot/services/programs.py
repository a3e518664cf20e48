"""Programs: created, linked to channels, and reported on."""

from __future__ import annotations

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import N_, UserError, Way
from bot.parsing.intents import CreateProgram, RecordUpdate
from bot.services.actor import Actor, Written
from bot.services.visibility import set_audience
from storage.ids import new_id
from storage.models import Anchor, Channel, Program, ProgramChannel, Update
from storage.programs import anchor_rows, program_row, program_rows_by_key
from storage.types import search_key

LONGEST_NAME = 120
DEFAULT_ANCHOR = {
    "residency_exchange": "arrival",
    "performance_tour": "first_performance",
}


def create_program(session: Session, draft: CreateProgram, actor: Actor) -> Written:
    """Store a program; its creator leads it. Two of one name are refused."""
    act = actor.begins(session, "create_program")
    name = " ".join(draft.name.split())
    if not name:
        raise UserError(
            N_("A program needs a name, for example “{example}”."),
            example="/program new Batik Lyon",
            field="name",
        )
    if len(name) > LONGEST_NAME:
        raise UserError(
            N_("The name is too long: {n} characters. Up to {most} are possible."),
            n=len(name),
            most=LONGEST_NAME,
            field="name",
        )
    if program_rows_by_key(session, actor.viewer, search_key(name)):
        raise UserError(
            N_("There is already a program called {name}."),
            name=name,
            field="name",
            ways=(Way(name, f'/program "{name}"'),),
        )
    program = Program(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        name=name,
        search_key=search_key(name),
        kind=draft.kind,
        city=draft.city,
        countries=",".join(draft.countries),
        status="active",
        lead_id=actor.viewer.member_id,
    )
    set_audience(program, actor)
    if program.audience == "person" and _in_dm(actor):
        program.audience, program.audience_member_id = "workspace", None
    session.add(program)
    session.flush()
    for kind, when in draft.anchors:
        session.add(
            Anchor(
                workspace_id=program.workspace_id,
                program_id=program.id,
                kind=kind,
                first_day=when.day,
                day=when.day,
                precision="day",
                confirmed=True,
            )
        )
    if program.audience == "channel" and actor.place is not None:
        _link(session, program, actor.place.channel_id)
    session.flush()
    return Written(program.id, act.batch)


def link_program(session: Session, program_id: int, actor: Actor) -> Written:
    """Let the program live in the channel the words were said in; its kind decides who sees the program."""
    act = actor.begins(session, "link_program")
    program = _visible(session, program_id, actor)
    place = actor.place
    if place is None or place.kind == "im":
        raise UserError(N_("Send this in the channel that you want to link to {name}."), name=program.name)
    if place.kind != "public" and not place.app_in:
        raise UserError(
            N_("Invite Lintas to this channel first (“{command}”): until then it cannot know who is in it."),
            command="/invite @Lintas",
        )
    if _link(session, program, place.channel_id):
        public = place.kind == "public"
        program.audience = "workspace" if public else "channel"
        program.audience_channel_id = None if public else place.channel_id
        program.audience_member_id = None
        session.flush()
        return Written(program.id, act.batch)
    return Written(program.id, act.batch, repeated=True)


def record_update(session: Session, draft: RecordUpdate, program_id: int, actor: Actor) -> Written:
    """Store what was reported of a program; a date said of an anchor moves that anchor."""
    act = actor.begins(session, "record_update")
    program = _visible(session, program_id, actor)
    text = draft.text.strip()
    if not text:
        raise UserError(
            N_("The update is empty. Write it after the name: “{example}”."),
            example=f"/program update {program.name}: …",
            field="text",
        )
    update = Update(
        id=new_id(),
        workspace_id=program.workspace_id,
        program_id=program.id,
        kind=draft.kind,
        text=text,
        amount=draft.amount,
        currency=draft.currency,
    )
    set_audience(update, actor, program)
    session.add(update)
    if draft.kind == "schedule" and draft.anchor and draft.date:
        _move_anchor(session, program, draft.anchor, draft)
    session.flush()
    return Written(update.id, act.batch)


def _visible(session: Session, program_id: int, actor: Actor) -> Program:
    program = program_row(session, actor.viewer, program_id)
    if program is None or program.deleted_at is not None:
        raise UserError(
            N_("There is no such program that you can see. Send “{command}” for the list."),
            command="/program list",
        )
    return program


def _in_dm(actor: Actor) -> bool:
    """A program named to Lintas alone, or in a form, is the team's all the same; the echo says so."""
    return actor.place is None or actor.place.kind == "im"


def _link(session: Session, program: Program, channel_id: int) -> bool:
    known = session.scalar(
        select(ProgramChannel.id).where(
            ProgramChannel.workspace_id == program.workspace_id,
            ProgramChannel.program_id == program.id,
            ProgramChannel.channel_id == channel_id,
            ProgramChannel.deleted_at.is_(None),
        )
    )
    if known is not None:
        return False
    session.get_one(Channel, channel_id)
    session.add(
        ProgramChannel(workspace_id=program.workspace_id, program_id=program.id, channel_id=channel_id)
    )
    return True


def _move_anchor(session: Session, program: Program, kind: str, draft: RecordUpdate) -> None:
    assert draft.date is not None
    for anchor in anchor_rows(session, program.workspace_id, program.id):
        if anchor.kind == kind:
            anchor.day = draft.date.day
            return
    session.add(
        Anchor(
            workspace_id=program.workspace_id,
            program_id=program.id,
            kind=kind,
            first_day=draft.date.day,
            day=draft.date.day,
            precision="day",
            confirmed=True,
        )
    )
