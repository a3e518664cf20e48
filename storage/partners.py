"""Partner organisations and people as a viewer may see them, and the rows behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, exists, func, or_, select
from sqlalchemy.orm import Session

from storage.audience import seen_by
from storage.models import Channel, Contact, Interaction, Member, Organisation, Program
from storage.seen import Eyes, SeenAudience, SeenContact, SeenInteraction, SeenPartner, SeenQuiet
from storage.tasks import TaskFilter, tasks_seen_by


@dataclass(frozen=True)
class PartnerFilter:
    """Which partners: every field narrows. `kind` is also found as a word of the name."""

    kind: str | None = None
    country: str | None = None
    words: str | None = None
    quiet_since: date | None = None  # nobody was in touch with them on that day or later


_ANY = PartnerFilter()


def organisations_by_key(session: Session, viewer: Eyes, search_key: str) -> Sequence[Organisation]:
    """The organisations of that very name."""
    return session.scalars(
        select(Organisation).where(
            Organisation.workspace_id == viewer.workspace_id,
            Organisation.search_key == search_key,
            Organisation.deleted_at.is_(None),
        )
    ).all()


def contacts_like(
    session: Session, viewer: Eyes, words_key: str, email: str | None, phone_key: str | None
) -> Sequence[Contact]:
    """The people of that name in whatever order, of that e-mail or of that telephone, oldest first."""
    alike = [Contact.words_key == words_key]
    if email:
        alike.append(Contact.email == email)
    if phone_key:
        alike.append(Contact.phone_key == phone_key)
    return session.scalars(
        select(Contact)
        .where(Contact.workspace_id == viewer.workspace_id, or_(*alike), Contact.deleted_at.is_(None))
        .order_by(Contact.id)
        .limit(20)
    ).all()


def seen_organisation(
    session: Session, viewer: Eyes, organisation_id: int, today: date
) -> SeenPartner | None:
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
        city=row.city,
        organisation_kind=row.kind,
        contacts=tuple(_seen_contact(person, row.name) for person in people),
        interactions=interactions_seen_by(session, viewer, Interaction.organisation_id == row.id),
        next_contact=_next_contact(session, viewer, Interaction.organisation_id == row.id, today),
        tasks=tasks_seen_by(session, viewer, TaskFilter(organisation_id=row.id), limit=5)[0],
    )


def seen_contact(session: Session, viewer: Eyes, contact_id: int, today: date) -> SeenPartner | None:
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
        country=row.country or (organisation.country if organisation else None),
        city=row.city,
        interactions=interactions_seen_by(session, viewer, Interaction.contact_id == row.id),
        next_contact=_next_contact(session, viewer, Interaction.contact_id == row.id, today),
        tasks=tasks_seen_by(session, viewer, TaskFilter(contact_id=row.id), limit=5)[0],
    )


def partners_seen_by(
    session: Session, viewer: Eyes, which: PartnerFilter = _ANY, *, limit: int = 40
) -> tuple[tuple[SeenPartner, ...], int]:
    """The first organisations and people without one, by name, with when they were last in touch.

    And how many there are in all. None for guests: partners are the workspace's.
    """
    if not viewer.full:
        return (), 0
    organisations = _listed(Organisation, viewer, which)
    alone = _listed(Contact, viewer, which)
    total = sum(
        session.scalar(select(func.count()).select_from(s.subquery())) or 0 for s in (organisations, alone)
    )
    rows = session.scalars(
        organisations.order_by(Organisation.search_key, Organisation.id).limit(limit)
    ).all()
    people = session.scalars(
        select(Contact)
        .where(
            Contact.workspace_id == viewer.workspace_id,
            Contact.deleted_at.is_(None),
            Contact.organisation_id.in_([row.id for row in rows]),
        )
        .order_by(Contact.id)
        .limit(limit * 5)
    ).all()
    singles = session.scalars(
        alone.order_by(Contact.search_key, Contact.id).limit(max(limit - len(rows), 0))
    ).all()
    last = _last_days(session, viewer, [row.id for row in rows], [person.id for person in singles])
    within: dict[int, list[SeenContact]] = {}
    names = {row.id: row.name for row in rows}
    for person in people:
        assert person.organisation_id is not None
        seen = _seen_contact(person, names[person.organisation_id])
        within.setdefault(person.organisation_id, []).append(seen)
    listed = [
        SeenPartner(
            "organisation",
            row.id,
            row.name,
            country=row.country,
            organisation_kind=row.kind,
            contacts=tuple(within.get(row.id, ())),
            last=last.get((row.id, None)),
        )
        for row in rows
    ]
    listed += [
        SeenPartner(
            "contact",
            row.id,
            row.name,
            contact=_seen_contact(row, None),
            country=row.country,
            last=last.get((None, row.id)),
        )
        for row in singles
    ]
    return tuple(listed), total


def _listed(rows: type[Organisation] | type[Contact], viewer: Eyes, which: PartnerFilter) -> Select[Any]:
    """The organisations, or the people without one, that the filter keeps."""
    statement = select(rows).where(rows.workspace_id == viewer.workspace_id, rows.deleted_at.is_(None))
    if rows is Contact:
        statement = statement.where(Contact.organisation_id.is_(None))
    if which.kind is not None:
        word = rows.search_key.contains(which.kind, autoescape=True)
        statement = statement.where(word if rows is Contact else or_(Organisation.kind == which.kind, word))
    if which.country is not None:
        statement = statement.where(rows.country == which.country)
    if which.words is not None:
        statement = statement.where(rows.search_key.contains(which.words, autoescape=True))
    if which.quiet_since is not None:
        mine = Interaction.organisation_id if rows is Organisation else Interaction.contact_id
        statement = statement.where(
            ~exists().where(
                seen_by(Interaction, viewer),
                mine == rows.id,
                Interaction.day >= which.quiet_since,
                Interaction.deleted_at.is_(None),
            )
        )
    return statement


def _last_days(
    session: Session, viewer: Eyes, organisations: Sequence[int], people: Sequence[int]
) -> dict[tuple[int | None, int | None], date]:
    """When each was last in touch: people without an organisation under their own id."""
    alone = case((Interaction.organisation_id.is_(None), Interaction.contact_id))
    rows = session.execute(
        select(Interaction.organisation_id, alone, func.max(Interaction.day))
        .where(
            seen_by(Interaction, viewer),
            Interaction.deleted_at.is_(None),
            or_(Interaction.organisation_id.in_(organisations), Interaction.contact_id.in_(people)),
        )
        .group_by(Interaction.organisation_id, alone)
    )
    return {(organisation, contact): day for organisation, contact, day in rows}


def interactions_seen_by(
    session: Session,
    viewer: Eyes,
    *conditions: ColumnElement[bool],
    order: Sequence[ColumnElement[Any]] = (),
    limit: int = 3,
) -> tuple[SeenInteraction, ...]:
    """What was said, newest first unless told otherwise."""
    rows = session.execute(
        select(
            Interaction,
            Member.name,
            Channel.slack_id,
            Program.name,
            func.coalesce(Contact.name, Organisation.name),
        )
        .join(Member, Member.id == Interaction.author_id)
        .outerjoin(Channel, Channel.id == Interaction.audience_channel_id)
        .outerjoin(
            Program,
            and_(
                Program.id == Interaction.program_id, seen_by(Program, viewer), Program.deleted_at.is_(None)
            ),
        )
        .outerjoin(Contact, Contact.id == Interaction.contact_id)
        .outerjoin(Organisation, Organisation.id == Interaction.organisation_id)
        .where(seen_by(Interaction, viewer), *conditions, Interaction.deleted_at.is_(None))
        .order_by(*order, Interaction.day.desc(), Interaction.id.desc())
        .limit(limit)
    )
    return tuple(
        SeenInteraction(
            i.kind,
            i.day,
            i.text,
            name,
            SeenAudience(i.audience, channel),
            i.id,
            i.direction,
            program,
            partner,
            i.valid_until,
            i.next_contact,
            i.promise_by,
            i.promise,
            i.promise_due,
        )
        for i, name, channel, program, partner in rows
    )


def of_partner(kind: str, row_id: int) -> ColumnElement[bool]:
    """What was said to that organisation or person."""
    column = Interaction.contact_id if kind == "contact" else Interaction.organisation_id
    return column == row_id


def agreements_seen_by(
    session: Session, viewer: Eyes, *conditions: ColumnElement[bool], limit: int = 30
) -> tuple[SeenInteraction, ...]:
    """The agreements logged, the first to end first, those without an end last; none for guests."""
    if not viewer.full:
        return ()
    order = (Interaction.valid_until.is_(None), Interaction.valid_until.asc())
    return interactions_seen_by(
        session, viewer, Interaction.kind == "agreement", *conditions, order=order, limit=limit
    )


def promises_seen_by(
    session: Session, viewer: Eyes, *conditions: ColumnElement[bool], limit: int = 20
) -> tuple[SeenInteraction, ...]:
    """What was promised and is not known to be kept, the first due first; none for guests."""
    if not viewer.full:
        return ()
    open_ones = (Interaction.promise.is_not(None), Interaction.promise_kept_at.is_(None))
    order = (Interaction.promise_due.is_(None), Interaction.promise_due.asc())
    return interactions_seen_by(session, viewer, *open_ones, *conditions, order=order, limit=limit)


def interaction_row(session: Session, viewer: Eyes, interaction_id: int) -> Interaction | None:
    """The row, deleted ones included; None where there is none that the viewer may see."""
    return session.scalars(
        select(Interaction).where(seen_by(Interaction, viewer), Interaction.id == interaction_id)
    ).one_or_none()


def _next_contact(session: Session, viewer: Eyes, whose: ColumnElement[bool], today: date) -> date | None:
    return session.scalar(
        select(func.min(Interaction.next_contact)).where(
            seen_by(Interaction, viewer),
            whose,
            Interaction.deleted_at.is_(None),
            Interaction.next_contact >= today,
        )
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
        row.id,
        row.name,
        row.honorific,
        row.role,
        organisation,
        row.email,
        row.phone,
        row.country,
        row.city,
        row.lang,
    )
