"""Partners: organisations that stay, people who come and go, and what was said to them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.errors import N_, UserError, Way
from bot.parsing.intents import AddPartner, LogContact
from bot.services.actor import Actor, Written
from bot.services.calendars import known_country
from bot.services.visibility import set_audience
from storage.ids import new_id
from storage.models import Contact, Interaction, Organisation, Task, TaskOwner, Tracked
from storage.partners import contacts_like, interaction_row, organisations_by_key
from storage.programs import program_row
from storage.types import phone_key, search_key, words_key

PartnerRef = tuple[Literal["organisation", "contact"], int]
Likeness = Literal["email", "phone", "name"]
Twin = tuple[Contact, Likeness]  # somebody who may be the same person, and by what
LONGEST_NAME = 200


@dataclass(frozen=True)
class Added:
    """A partner as stored, and who among the known may be the same."""

    written: Written
    partner: PartnerRef
    alike: PartnerRef | None = None
    by: Likeness | None = None  # what they have in common


def add_partner(session: Session, draft: AddPartner, actor: Actor) -> Added:
    """Store a person, an organisation, or both; who is plainly known already is not stored twice.

    Plainly known: the same name at the same organisation, or the same e-mail under a name that fits. The same
    e-mail or telephone of another, or the same name elsewhere, is stored and told of.
    """
    _full(actor)
    act = actor.begins(session, "add_partner")
    partner, fresh, twin = _add(session, draft, actor)
    written = Written(partner[1], act.batch, repeated=not fresh)
    return Added(written, partner, ("contact", twin[0].id) if twin else None, twin[1] if twin else None)


def log_contact(session: Session, draft: LogContact, partner: PartnerRef, actor: Actor) -> Written:
    """Store what was said to or by a partner, with the audience of where it is logged."""
    _full(actor)
    act = actor.begins(session, "log_contact")
    return Written(_log(session, draft, partner, actor), act.batch)


def log_with_new(
    session: Session, draft: LogContact, who: AddPartner, actor: Actor
) -> tuple[Written, PartnerRef]:
    """Add the partner and store what was said, in one act that one Undo takes back."""
    _full(actor)
    act = actor.begins(session, "log_contact")
    partner, _, _ = _add(session, who, actor)
    return Written(_log(session, draft, partner, actor), act.batch), partner


def keep_promise(session: Session, interaction_id: int, actor: Actor) -> Written:
    """What was promised has been done."""
    _full(actor)
    entry = interaction_row(session, actor.viewer, interaction_id)
    if entry is None or entry.deleted_at is not None or entry.promise is None:
        raise UserError(N_("This is not there any more, or you may not see it."))
    act = actor.begins(session, "keep_promise")
    if entry.promise_kept_at is not None:
        return Written(entry.id, act.batch, repeated=True)
    entry.promise_kept_at = actor.now
    session.flush()
    return Written(entry.id, act.batch)


def merge_partners(session: Session, keep: PartnerRef, drop: PartnerRef, actor: Actor) -> Written:
    """Make two entries one: what the kept one lacks it takes over, and all that hangs on the other."""
    _full(actor)
    act = actor.begins(session, "merge_partners")
    rows = [_row(session, partner, actor) for partner in (keep, drop)]
    kept, other = rows
    if type(kept) is not type(other) or kept is other:
        raise UserError(N_("Only two people, or two organizations, can be made one. Nothing was changed."))
    for column in _FILLED:
        if getattr(kept, column, "") is None:
            setattr(kept, column, getattr(other, column))
    for rows_of, column in _HANGING[type(kept)]:
        reference = getattr(rows_of, column)
        for row in session.scalars(
            select(rows_of).where(rows_of.workspace_id == kept.workspace_id, reference == other.id)
        ):
            setattr(row, column, kept.id)
    other.deleted_at = actor.now
    session.flush()
    return Written(kept.id, act.batch)


def edit_partner(session: Session, partner: PartnerRef, draft: AddPartner, actor: Actor) -> Written:
    """Make a person or an organization what its form says; an organization nobody knows yet is added."""
    _full(actor)
    row = _row(session, partner, actor)
    act = actor.begins(session, "edit_partner")
    name = draft.name if isinstance(row, Contact) else draft.organisation
    if not name:
        raise UserError(N_("A partner needs a name."), field="name")
    row.name, row.search_key = _fitting(name), search_key(name)
    row.country, row.city = _country(draft.country), draft.city
    if isinstance(row, Contact):
        row.words_key, row.honorific, row.role = words_key(name), draft.honorific, draft.role
        row.email = draft.email.casefold() if draft.email else None
        row.phone, row.phone_key = draft.phone, phone_key(draft.phone)
        row.organisation_id = _organisation(session, draft, actor)[0].id if draft.organisation else None
    else:
        row.kind = draft.kind
    session.flush()
    return Written(row.id, act.batch)


def delete_partner(session: Session, partner: PartnerRef, actor: Actor) -> tuple[Written, str]:
    """Remove a partner from every list, and its name; what was said to it stays, and Undo brings it back."""
    _full(actor)
    row = _row(session, partner, actor)
    act = actor.begins(session, "delete_partner")
    row.deleted_at = actor.now
    session.flush()
    return Written(row.id, act.batch), row.name


_FILLED = (
    "honorific", "organisation_id", "role", "email", "phone", "phone_key", "country", "city", "lang", "zone",
    "kind",
)  # fmt: skip
_HANGING: dict[type[Tracked], tuple[tuple[type[Tracked], str], ...]] = {
    Contact: ((Interaction, "contact_id"), (Task, "contact_id"), (TaskOwner, "contact_id")),
    Organisation: (
        (Interaction, "organisation_id"), (Task, "organisation_id"), (Contact, "organisation_id"),
    ),
}  # fmt: skip


def _row(session: Session, partner: PartnerRef, actor: Actor) -> Contact | Organisation:
    kind, row_id = partner
    row = session.get(Contact, row_id) if kind == "contact" else session.get(Organisation, row_id)
    if row is None or row.workspace_id != actor.viewer.workspace_id or row.deleted_at is not None:
        raise UserError(N_("This is not there any more, or you may not see it."))
    return row


def _add(
    session: Session, draft: AddPartner, actor: Actor
) -> tuple[PartnerRef, bool, tuple[Contact, Likeness] | None]:
    """The partner, whether it is new, and who is like it."""
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
        return ("organisation", row.id), fresh, None
    twin = _twin(session, draft, organisation[0] if organisation else None, actor)
    contact = Contact(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        name=_fitting(draft.name),
        search_key=search_key(draft.name),
        words_key=words_key(draft.name),
        honorific=draft.honorific,
        organisation_id=organisation[0].id if organisation else None,
        role=draft.role,
        email=draft.email.casefold() if draft.email else None,
        phone=draft.phone,
        phone_key=phone_key(draft.phone),
        country=_country(draft.country),
        city=draft.city,
    )
    session.add(contact)
    session.flush()
    return ("contact", contact.id), True, twin


def _log(session: Session, draft: LogContact, partner: PartnerRef, actor: Actor) -> int:
    if not draft.text.strip():
        raise UserError(
            N_("Say what happened, for example “{example}”."),
            example=N_("/partner log call with Anna: …"),
            field="text",
        )
    if draft.date and draft.date.day > actor.today:
        raise UserError(
            N_("{when} is still to come: a contact is logged once it has been. Nothing was stored."),
            when=draft.date.day,
            field="date",
        )
    if draft.next_contact and draft.next_contact.day < actor.today:
        raise UserError(N_("The next contact cannot be in the past."), field="next_contact")
    program = None
    if draft.program and draft.program.known:
        program = program_row(session, actor.viewer, int(draft.program.known.id))
    kind, row_id = partner
    contact = session.get_one(Contact, row_id) if kind == "contact" else None
    promise = draft.promise
    entry = Interaction(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        contact_id=contact.id if contact else None,
        organisation_id=contact.organisation_id if contact else row_id,
        program_id=program.id if program else None,
        kind=draft.kind,
        direction=draft.direction,
        day=draft.date.day if draft.date else actor.today,
        text=draft.text.strip(),
        valid_until=draft.valid_until,
        next_contact=draft.next_contact.day if draft.next_contact else None,
        promise_by=promise.by if promise else None,
        promise=promise.what if promise else None,
        promise_due=promise.due.day if promise and promise.due else None,
    )
    set_audience(entry, actor, program)
    session.add(entry)
    session.flush()
    return entry.id


def _country(name: str | None) -> str | None:
    return known_country(name) or name if name else None


def _full(actor: Actor) -> None:
    if not actor.viewer.full:
        raise UserError(N_("Partners are for full members of this workspace. Nothing was stored."))


def _fitting(name: str) -> str:
    name = " ".join(name.split())
    if len(name) > LONGEST_NAME:
        raise UserError(
            N_("The name is too long: {n} characters. Up to {most} are possible."),
            n=len(name),
            most=LONGEST_NAME,
            field="name",
        )
    return name


def _organisation(session: Session, draft: AddPartner, actor: Actor) -> tuple[Organisation, bool]:
    """The organisation of that name, with what was not known of it yet; else a new one."""
    assert draft.organisation is not None
    country = _country(draft.country)
    city = None if draft.name else draft.city
    if known := organisations_by_key(session, actor.viewer, search_key(draft.organisation)):
        row = known[0]
        row.kind, row.country = row.kind or draft.kind, row.country or country
        row.city = row.city or city
        return row, False
    row = Organisation(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        name=_fitting(draft.organisation),
        search_key=search_key(draft.organisation),
        kind=draft.kind,
        country=country,
        city=city,
    )
    session.add(row)
    session.flush()
    return row, True


def _twin(
    session: Session, draft: AddPartner, organisation: Organisation | None, actor: Actor
) -> Twin | None:
    """Somebody who may be the same person, and by what; UserError where it plainly is."""
    assert draft.name is not None
    email = draft.email.casefold() if draft.email else None
    key, words = words_key(draft.name), set(search_key(draft.name).split())
    alike = contacts_like(session, actor.viewer, key, email, phone_key(draft.phone))
    for contact in alike:
        known = set(contact.search_key.split())
        same_place = organisation is None or contact.organisation_id in (None, organisation.id)
        fits = words <= known or known <= words
        if (email and contact.email == email and fits) or (contact.words_key == key and same_place):
            raise UserError(
                N_("{name} is already among the partners. Nothing was stored."),
                name=contact.name,
                field="name",
                ways=(Way(contact.name, f'/partner "{contact.name}"'),),
            )
    if not alike:
        return None
    if email and alike[0].email == email:
        return alike[0], "email"
    return alike[0], "name" if alike[0].words_key == key else "phone"
