"""Programs: created, linked to channels, and reported on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from dateutil.relativedelta import relativedelta
from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import N_, UserError, Way
from bot.parsing.intents import CreateProgram, RecordUpdate, Shift, When
from bot.services.actor import Actor, Written
from bot.services.calendars import known_country
from bot.services.members import known_zone
from bot.services.nudges import kept_ladder
from bot.services.visibility import checking, set_audience
from storage.ids import new_id
from storage.models import Alias, Anchor, Channel, Program, ProgramChannel, Update
from storage.programs import alias_rows, anchor_rows, program_row, program_rows_by_key
from storage.seen import Viewer
from storage.types import search_key
from storage.updates import update_row
from storage.workspaces import meet_member

LONGEST_NAME = 120
ProgramStatus = Literal["active", "paused", "closed"]


@dataclass(frozen=True)
class Moved:
    """One of a program's dates on another day than `before`, or set for the first time."""

    written: Written
    anchor: int
    before: date | None
    precision: str = "day"  # of `before`


def create_program(
    session: Session, draft: CreateProgram, actor: Actor, *, lead: str | None = None
) -> Written:
    """Store a program, led by that Slack user, else by its creator. Two of one name are refused."""
    if not actor.viewer.full:
        raise UserError(N_("Programs are begun by full members of this workspace. Nothing was stored."))
    act = actor.begins(session, "create_program")
    name = _named(draft.name)
    if twins := program_rows_by_key(session, actor.viewer, search_key(name)):
        known = twins[0].name
        raise UserError(
            N_("There is already a program called {name}."),
            name=known,
            field="name",
            ways=(Way(known, f'/program "{known}"'),),
        )
    program = Program(id=new_id(), workspace_id=actor.viewer.workspace_id, status="active")
    _describe(program, draft)
    program.lead_id = _member_id(session, lead, actor) if lead else actor.viewer.member_id
    set_audience(program, actor)
    if program.audience == "person" and _in_dm(actor):
        program.audience, program.audience_member_id = "workspace", None
    session.add(program)
    session.flush()
    for kind, when in draft.anchors:
        _set_anchor(session, program, kind, when, kind not in draft.unconfirmed)
    _set_aliases(session, program, draft.aliases, actor)
    if program.audience == "channel" and actor.place is not None:
        _link(session, program, actor.place.channel_id)
    session.flush()
    return Written(program.id, act.batch)


def add_alias(session: Session, program_id: int, name: str, actor: Actor) -> Written:
    """Let the program answer to another name too."""
    program = _visible(session, program_id, actor)
    act = actor.begins(session, "edit_program")
    session.add(_alias(program, name))
    session.flush()
    return Written(program.id, act.batch)


def link_program(session: Session, program_id: int, actor: Actor, *, open_to_all: bool = False) -> Written:
    """Let the program live in the channel the words were said in.

    A program that lives in any public channel is seen by everyone, else by the members of this one. What
    only some could see is opened to everyone only where `open_to_all` says so.
    """
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
    if place.kind == "public" and program.audience != "workspace" and not open_to_all:
        raise UserError(
            N_(
                "Only some people can see {name} so far. Linked to this channel, it can be seen by everyone "
                "in the workspace, with its dates and what is said of it from now on."
            ),
            name=program.name,
            ways=(Way(N_("Link and open to everyone"), f'/program link "{program.name}" for everyone'),),
        )
    if _link(session, program, place.channel_id):
        session.flush()
        public = _in_public(session, program)
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
            program=program.name,
            example=N_("/program update {program}: …"),
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
        health=draft.health,
    )
    set_audience(update, actor, program)
    session.add(update)
    if draft.kind == "schedule" and draft.anchor and draft.date:
        _set_anchor(session, program, draft.anchor, draft.date)
    session.flush()
    return Written(update.id, act.batch)


def settle_update(session: Session, update_id: int, actor: Actor) -> Written:
    """A risk or an obstacle is over: it leaves the program's card."""
    update = update_row(session, actor.viewer, update_id)
    if update is None or update.deleted_at is not None:
        raise UserError(N_("This is not there any more, or you may not see it."))
    act = actor.begins(session, "settle_update")
    if update.settled_at is not None:
        return Written(update.id, act.batch, repeated=True)
    update.settled_at = actor.now
    session.flush()
    return Written(update.id, act.batch)


def edit_program(
    session: Session,
    program_id: int,
    draft: CreateProgram,
    actor: Actor,
    *,
    lead: str | None = None,
    ladder: str | None = None,
    busy: bool = False,
    status: ProgramStatus = "active",
) -> Written:
    """Make a program what its form says: names, kind, place, its dates, the Slack user who leads it.

    `ladder` is a list of days before a deadline, “14, 7, 2, 0”; a paused or closed program tells of none.
    `busy`: its team works every day from three days before its beginning to its end.
    """
    program = _visible(session, program_id, actor)
    act = actor.begins(session, "edit_program")
    _describe(program, draft)
    program.lead_id = _member_id(session, lead, actor) if lead else None
    program.ladder, program.status, program.busy = kept_ladder(ladder), status, busy
    named = dict(draft.anchors)
    for anchor in anchor_rows(session, program.workspace_id, program.id):
        if anchor.kind not in named:
            anchor.deleted_at = actor.now
    for kind, when in draft.anchors:
        _set_anchor(session, program, kind, when, kind not in draft.unconfirmed)
    _set_aliases(session, program, draft.aliases, actor)
    session.flush()
    return Written(program.id, act.batch)


def move_anchor(
    session: Session, program_id: int, kind: str, to: When | Shift | None, actor: Actor, *, sure: bool | None
) -> Moved:
    """Give one of a program's dates another day, or count it on from its own; `sure` where that was said.

    Tasks that are counted from it keep their deadlines.
    """
    program = _visible(session, program_id, actor)
    known = anchor_rows(session, program.workspace_id, program.id)
    anchor = next((row for row in known if row.kind == kind), None)
    if anchor is None and not isinstance(to, When):
        raise UserError(
            N_("{program} has no such date yet, so there is nothing to count from. Give a day: “{example}”."),
            program=program.name,
            example=N_("/program move {program} opening 18 March 2027"),
        )
    act = actor.begins(session, "move_anchor")
    before, precision = (anchor.day, anchor.precision) if anchor else (None, "day")
    if anchor is not None and not isinstance(to, When):
        span = relativedelta(months=to.months, days=to.days) if to else relativedelta()
        anchor.day += span
        anchor.confirmed = anchor.confirmed if sure is None else sure
    elif isinstance(to, When):
        certain = anchor.confirmed if anchor and sure is None else sure is not False
        anchor = _set_anchor(session, program, kind, to, certain)
    assert anchor is not None
    same = before is not None and not session.is_modified(anchor)
    session.flush()
    return Moved(Written(program.id, act.batch, repeated=same), anchor.id, before, precision)


def no_such_program(viewer: Viewer) -> UserError:
    """What is said of a program that is not there, or not for these eyes: the two are not told apart."""
    if not viewer.fresh:
        return checking()
    return UserError(
        N_("There is no such program that you can see. Send “{command}” for the list."),
        command=N_("/program list"),
    )


def _named(name: str) -> str:
    """A program's own name, which it must have."""
    if not name.strip():
        raise UserError(
            N_("A program needs a name, for example “{example}”."),
            example=N_("/program new Batik Lyon"),
            field="name",
        )
    return _fitting(name)


def _fitting(name: str, field: str = "name") -> str:
    """The name with single spaces; UserError where it is longer than a name is."""
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise UserError(
            N_("The name is too long: {n} characters. Up to {most} are possible."),
            n=len(name),
            most=LONGEST_NAME,
            field=field,
        )
    return name


def _visible(session: Session, program_id: int, actor: Actor) -> Program:
    program = program_row(session, actor.viewer, program_id)
    if program is None or program.deleted_at is not None:
        raise no_such_program(actor.viewer)
    return program


def _member_id(session: Session, slack_id: str, actor: Actor) -> int:
    return meet_member(session, actor.viewer.workspace_id, slack_id).id


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


def _in_public(session: Session, program: Program) -> bool:
    """Whether any channel that the program lives in is public."""
    linked = (
        select(ProgramChannel.id)
        .join(Channel, Channel.id == ProgramChannel.channel_id)
        .where(
            ProgramChannel.workspace_id == program.workspace_id,
            ProgramChannel.program_id == program.id,
            ProgramChannel.deleted_at.is_(None),
            Channel.kind == "public",
        )
    )
    return session.scalar(linked.limit(1)) is not None


def _describe(program: Program, draft: CreateProgram) -> None:
    program.name = _named(draft.name)
    program.search_key = search_key(program.name)
    program.name_en = _fitting(draft.name_en or "", "name_en") or None
    program.name_id = _fitting(draft.name_id or "", "name_id") or None
    program.kind, program.city, program.venue = draft.kind, draft.city, draft.venue
    program.countries = ",".join(known_country(country) or country for country in draft.countries)
    program.zone = known_zone(draft.zone) if draft.zone else None


def _set_aliases(session: Session, program: Program, names: Sequence[str], actor: Actor) -> None:
    """Let the program answer to these names beside its own, and to no other."""
    wanted = {search_key(name): " ".join(name.split())[:LONGEST_NAME] for name in names if search_key(name)}
    for alias in alias_rows(session, program.workspace_id, program.id):
        if alias.search_key in wanted:
            wanted.pop(alias.search_key)
        else:
            alias.deleted_at = actor.now
    session.add_all(_alias(program, name) for name in wanted.values())


def _alias(program: Program, name: str) -> Alias:
    return Alias(
        workspace_id=program.workspace_id, program_id=program.id, name=name, search_key=search_key(name)
    )


def _set_anchor(session: Session, program: Program, kind: str, when: When, sure: bool = True) -> Anchor:
    """Move the program's anchor of that kind, or set it for the first time."""
    for anchor in anchor_rows(session, program.workspace_id, program.id):
        if anchor.kind == kind:
            anchor.day, anchor.precision, anchor.confirmed = when.day, when.precision, sure
            return anchor
    anchor = Anchor(
        id=new_id(),
        workspace_id=program.workspace_id,
        program_id=program.id,
        kind=kind,
        first_day=when.day,
        day=when.day,
        precision=when.precision,
        first_precision=when.precision,
        confirmed=sure,
    )
    session.add(anchor)
    return anchor
