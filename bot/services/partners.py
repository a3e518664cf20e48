"""Partners: organisations that stay, people who come and go, and what was said to them."""

from __future__ import annotations

from typing import Literal

from sqlalchemy.orm import Session

from bot.errors import N_, UserError, Way
from bot.parsing.intents import AddPartner, LogContact
from bot.services.actor import Actor, Written
from bot.services.visibility import set_audience
from storage.ids import new_id
from storage.models import Contact, Interaction, Organisation
from storage.partners import contacts_by_email, contacts_by_key, organisations_by_key
from storage.programs import program_row
from storage.types import search_key

PartnerRef = tuple[Literal["organisation", "contact"], int]


def add_partner(session: Session, draft: AddPartner, actor: Actor) -> tuple[Written, PartnerRef]:
    """Store a person, an organisation, or both; one already known by e-mail or name is not stored twice."""
    _full(actor)
    act = actor.begins(session, "add_partner")
    if not draft.name and not draft.organisation:
        raise UserError(
            N_("Say who: a name, an organisation, or both, for example “{example}”."),
            example=N_("/partner add Dr. Yuki Tanaka, curator, Mori Art Museum"),
            field="name",
        )
    organisation = _organisation(session, draft, actor) if draft.organisation else None
    if not draft.name:
        assert organisation is not None
        row, fresh = organisation
        return Written(row.id, act.batch, repeated=not fresh), ("organisation", row.id)
    _refuse_twin(session, draft, organisation[0] if organisation else None, actor)
    contact = Contact(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        name=draft.name.strip(),
        search_key=search_key(draft.name),
        honorific=draft.honorific,
        organisation_id=organisation[0].id if organisation else None,
        role=draft.role,
        email=draft.email.casefold() if draft.email else None,
        phone=draft.phone,
        country=draft.country,
    )
    session.add(contact)
    session.flush()
    return Written(contact.id, act.batch), ("contact", contact.id)


def log_contact(session: Session, draft: LogContact, partner: PartnerRef, actor: Actor) -> Written:
    """Store what was said to or by a partner, with the audience of where it is logged."""
    _full(actor)
    act = actor.begins(session, "log_contact")
    if not draft.text.strip():
        raise UserError(
            N_("Say what happened, for example “{example}”."), example=N_("/partner log call with Anna: …")
        )
    program = None
    if draft.program and draft.program.known:
        program = program_row(session, actor.viewer, int(draft.program.known.id))
    kind, row_id = partner
    contact = session.get_one(Contact, row_id) if kind == "contact" else None
    entry = Interaction(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        contact_id=contact.id if contact else None,
        organisation_id=contact.organisation_id if contact else row_id,
        program_id=program.id if program else None,
        kind=draft.kind,
        day=draft.date.day if draft.date else actor.today,
        text=draft.text.strip(),
    )
    set_audience(entry, actor, program)
    session.add(entry)
    session.flush()
    return Written(entry.id, act.batch)


def _full(actor: Actor) -> None:
    if not actor.viewer.full:
        raise UserError(N_("Partners are for full members of this workspace. Nothing was stored."))


def _organisation(session: Session, draft: AddPartner, actor: Actor) -> tuple[Organisation, bool]:
    assert draft.organisation is not None
    key = search_key(draft.organisation)
    known = organisations_by_key(session, actor.viewer, key)
    if known:
        return known[0], False
    row = Organisation(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        name=draft.organisation.strip(),
        search_key=key,
        country=draft.country,
    )
    session.add(row)
    session.flush()
    return row, True


def _refuse_twin(
    session: Session, draft: AddPartner, organisation: Organisation | None, actor: Actor
) -> None:
    """The same e-mail, or the same name at the same organisation, is the same person."""
    assert draft.name is not None
    twins = list(contacts_by_email(session, actor.viewer, draft.email.casefold())) if draft.email else []
    for contact in contacts_by_key(session, actor.viewer, search_key(draft.name)):
        if organisation is None or contact.organisation_id in (None, organisation.id):
            twins.append(contact)
    if twins:
        name = twins[0].name
        raise UserError(
            N_("{name} is already among the partners. Nothing was stored."),
            name=name,
            field="name",
            ways=(Way(name, f'/partner "{name}"'),),
        )
