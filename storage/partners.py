"""Partner organisations and people as a viewer may see them, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from storage.audience import seen_by
from storage.models import Channel, Contact, Interaction, Member, Organisation
from storage.seen import Eyes, SeenAudience, SeenContact, SeenInteraction, SeenPartner, SeenQuiet
from storage.tasks import TaskFilter, tasks_seen_by


def organisations_by_key(session: Session, viewer: Eyes, search_key: str) -> Sequence[Organisation]:
    """The organisations of that very name."""
    return session.scalars(
        select(Organisation).where(
            Organisation.workspace_id == viewer.workspace_id,
            Organisation.search_key == search_key,
            Organisation.deleted_at.is_(None),
        )
    ).all()


def contacts_by_key(session: Session, viewer: Eyes, search_key: str) -> Sequence[Contact]:
    """The people of that very name."""
    return session.scalars(
        select(Contact).where(
            Contact.workspace_id == viewer.workspace_id,
            Contact.search_key == search_key,
            Contact.deleted_at.is_(None),
        )
    ).all()


def contacts_by_email(session: Session, viewer: Eyes, email: str) -> Sequence[Contact]:
    return session.scalars(
        select(Contact).where(
            Contact.workspace_id == viewer.workspace_id, Contact.email == email, Contact.deleted_at.is_(None)
        )
    ).all()


def seen_organisation(session: Session, viewer: Eyes, organisation_id: int) -> SeenPartner | None:
    """An organisation with its people, what was last said, and its open tasks."""
    row = session.get(Organisation, organisation_id) if viewer.full else None
    if row is None or row.workspace_id != viewer.workspace_id or row.deleted_at is not None:
        return None
    people = session.scalars(
        select(Contact)
        .where(
            Contact.workspace_id == row.workspace_id,
            Contact.organisation_id == row.id,
            Contact.deleted_at.is_(None),
        )
        .order_by(Contact.id)
    )
    return SeenPartner(
        kind="organisation",
        id=row.id,
        name=row.name,
        country=row.country,
        organisation_kind=row.kind,
        contacts=tuple(_seen_contact(person, row.name) for person in people),
        interactions=interactions_seen_by(session, viewer, Interaction.organisation_id == row.id),
        tasks=tasks_seen_by(session, viewer, TaskFilter(organisation_id=row.id), limit=5)[0],
    )


def seen_contact(session: Session, viewer: Eyes, contact_id: int) -> SeenPartner | None:
    """A person with their organisation, what was last said, and their open tasks."""
    row = session.get(Contact, contact_id) if viewer.full else None
    if row is None or row.workspace_id != viewer.workspace_id or row.deleted_at is not None:
        return None
    organisation = session.get(Organisation, row.organisation_id) if row.organisation_id else None
    return SeenPartner(
        kind="contact",
        id=row.id,
        name=row.name,
        contact=_seen_contact(row, organisation.name if organisation else None),
        country=row.country,
        interactions=interactions_seen_by(session, viewer, Interaction.contact_id == row.id),
        tasks=tasks_seen_by(session, viewer, TaskFilter(contact_id=row.id), limit=5)[0],
    )


def partners_seen_by(session: Session, viewer: Eyes, *, limit: int = 40) -> tuple[SeenPartner, ...]:
    """The workspace's organisations with their people, and the people without one; by name.

    None for guests: partners are the workspace's.
    """
    if not viewer.full:
        return ()
    organisations = session.scalars(
        select(Organisation)
        .where(Organisation.workspace_id == viewer.workspace_id, Organisation.deleted_at.is_(None))
        .order_by(Organisation.search_key, Organisation.id)
        .limit(limit)
    ).all()
    people = session.scalars(
        select(Contact)
        .where(
            Contact.workspace_id == viewer.workspace_id,
            Contact.deleted_at.is_(None),
            Contact.organisation_id.in_([row.id for row in organisations])
            | Contact.organisation_id.is_(None),
        )
        .order_by(Contact.id)
        .limit(limit * 5)
    ).all()
    names = {row.id: row.name for row in organisations}
    within: dict[int, list[SeenContact]] = {}
    alone: list[SeenPartner] = []
    for person in people:
        seen = _seen_contact(person, names.get(person.organisation_id or 0))
        if person.organisation_id:
            within.setdefault(person.organisation_id, []).append(seen)
        else:
            alone.append(SeenPartner("contact", person.id, person.name, contact=seen, country=person.country))
    listed = [
        SeenPartner(
            "organisation",
            row.id,
            row.name,
            country=row.country,
            organisation_kind=row.kind,
            contacts=tuple(within.get(row.id, ())),
        )
        for row in organisations
    ]
    return (*listed, *alone)[:limit]


def interactions_seen_by(
    session: Session, viewer: Eyes, condition: ColumnElement[bool], *, limit: int = 3
) -> tuple[SeenInteraction, ...]:
    """What was last said, newest first."""
    rows = session.execute(
        select(Interaction, Member.name, Channel.slack_id)
        .join(Member, Member.id == Interaction.author_id)
        .outerjoin(Channel, Channel.id == Interaction.audience_channel_id)
        .where(seen_by(Interaction, viewer), condition, Interaction.deleted_at.is_(None))
        .order_by(Interaction.day.desc(), Interaction.id.desc())
        .limit(limit)
    )
    return tuple(
        SeenInteraction(i.kind, i.day, i.text, name, SeenAudience(i.audience, channel))
        for i, name, channel in rows
    )


def quiet_partners(
    session: Session,
    viewer: Eyes,
    between: tuple[date, date],
    *,
    program_ids: Sequence[int] | None = None,
    limit: int = 3,
) -> tuple[SeenQuiet, ...]:
    """The partners whose last contact lies between these days, the longest quiet first; none for guests."""
    if not viewer.full:
        return ()
    alone = case((Interaction.organisation_id.is_(None), Interaction.contact_id))
    last = func.max(Interaction.day)
    statement = (
        select(Interaction.organisation_id, alone, last)
        .where(seen_by(Interaction, viewer), Interaction.deleted_at.is_(None))
        .group_by(Interaction.organisation_id, alone)
        .having(last.between(*between))
        .order_by(last, Interaction.organisation_id, alone)
        .limit(limit)
    )
    if program_ids is not None:
        statement = statement.where(Interaction.program_id.in_(program_ids))
    rows = session.execute(statement).all()
    organisations = _names(session, Organisation, [row[0] for row in rows])
    people = _names(session, Contact, [row[1] for row in rows])
    named = ((organisations.get(row[0]) or people.get(row[1]), row[2]) for row in rows)
    return tuple(SeenQuiet(name, day) for name, day in named if name)


def _names(
    session: Session, rows: type[Organisation] | type[Contact], ids: Sequence[int | None]
) -> dict[int | None, str]:
    found = select(rows.id, rows.name).where(rows.id.in_(ids), rows.deleted_at.is_(None))
    return {row.id: row.name for row in session.execute(found)}


def _seen_contact(row: Contact, organisation: str | None) -> SeenContact:
    return SeenContact(
        row.id, row.name, row.honorific, row.role, organisation, row.email, row.phone, row.country
    )
