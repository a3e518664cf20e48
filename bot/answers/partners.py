"""Answers about partners."""

from __future__ import annotations

from datetime import timedelta
from typing import cast

from bot.answers import Reader, answer
from bot.views import partner_reports as reports
from bot.views import partners as views
from bot.views.kit import Message
from storage.models import Interaction, Member
from storage.partners import (
    PartnerFilter,
    agreements_seen_by,
    interactions_seen_by,
    of_partner,
    partners_seen_by,
    promises_seen_by,
    seen_contact,
    seen_organisation,
)
from storage.seen import SeenInteraction, SeenPartner
from storage.tasks import TaskFilter, tasks_seen_by

QUIET_AFTER = timedelta(days=30)


@answer
def partner_added(
    reader: Reader,
    kind: str,
    partner: int,
    batch: int,
    alike: str | None = None,
    by: str | None = None,
    known: bool = False,
) -> Message | None:
    seen = _seen(reader, kind, partner)
    like = _by_value(reader, alike) if alike else None
    return (
        views.partner_added(seen, reader.t, batch, alike=(like, by) if like and by else None, known=known)
        if seen
        else None
    )


@answer
def partner_card(reader: Reader, kind: str, partner: int) -> Message | None:
    seen = _seen(reader, kind, partner)
    return views.partner_card(seen, reader.t) if seen else None


@answer
def partner_edited(reader: Reader, kind: str, partner: int, batch: int) -> Message | None:
    seen = _seen(reader, kind, partner)
    return views.partner_edited(seen, reader.t, batch) if seen else None


@answer
def partner_deleted(reader: Reader, name: str, batch: int) -> Message:
    return views.partner_deleted(name, reader.t, batch)


@answer
def partner_list(
    reader: Reader,
    words: str = "",
    kind: str | None = None,
    country: str | None = None,
    name: str | None = None,
    quiet: bool = False,
) -> Message:
    """All partners, or those of a kind, a country, a name, or who were not in touch for a month."""
    since = reader.t.today - QUIET_AFTER if quiet else None
    which = PartnerFilter(kind, country, name, since)
    found, total = partners_seen_by(reader.session, reader.eyes, which)
    return views.partner_list(found, reader.t, total=total, narrowed=words)


@answer
def contact_logged(
    reader: Reader,
    kind: str,
    partner: int,
    interaction: int,
    batch: int,
    follow_up: list[str | None] | None = None,
) -> Message | None:
    """The echo of what was said; `follow_up` is what is to be done next (None: contact them) and when."""
    seen = _seen(reader, kind, partner)
    found = interactions_seen_by(reader.session, reader.eyes, Interaction.id == interaction)
    if seen is None or not found:
        return None
    command = _task_command(reader, seen, found[0], *follow_up) if follow_up and reader.me else None
    return views.contact_logged(seen, found[0], reader.t, batch, follow_up=command)


@answer
def agreements(reader: Reader, kind: str | None = None, partner: int | None = None) -> Message | None:
    if kind is None or partner is None:
        return reports.agreements(agreements_seen_by(reader.session, reader.eyes), reader.t)
    seen = _seen(reader, kind, partner)
    if seen is None:
        return None
    found = agreements_seen_by(reader.session, reader.eyes, of_partner(kind, partner))
    return reports.agreements(found, reader.t, partner=seen.name)


@answer
def partner_owes(reader: Reader, kind: str, partner: int) -> Message | None:
    """Open tasks with a partner and its people, and the promises of either side."""
    seen = _seen(reader, kind, partner)
    if seen is None:
        return None
    people = (partner,) if kind == "contact" else tuple(person.id for person in seen.contacts)
    whose = (-1 if kind == "contact" else partner, people)
    tasks, total = tasks_seen_by(reader.session, reader.eyes, TaskFilter(partner=whose), limit=6)
    promises = promises_seen_by(reader.session, reader.eyes, of_partner(kind, partner))
    return reports.partner_owes(seen, tasks, promises, reader.t, total=total)


@answer
def promise_kept(reader: Reader, interaction: int, batch: int | None) -> Message | None:
    found = interactions_seen_by(reader.session, reader.eyes, Interaction.id == interaction)
    return reports.promise_kept(found[0], reader.t, batch) if found else None


@answer
def partner_merge(reader: Reader, one: str, other: str) -> Message | None:
    first, second = _by_value(reader, one), _by_value(reader, other)
    return reports.partner_merge(first, second, reader.t) if first and second else None


@answer
def partners_merged(reader: Reader, kind: str, partner: int, batch: int | None) -> Message | None:
    seen = _seen(reader, kind, partner)
    return reports.partners_merged(seen, reader.t, batch) if seen else None


@answer
def partner_draft(reader: Reader, kind: str, partner: int, draft: str) -> Message | None:
    seen = _seen(reader, kind, partner)
    if seen is None or reader.me is None:
        return None
    me = reader.session.get_one(Member, reader.me.member_id).name
    return reports.partner_draft(seen, cast(reports.DraftKind, draft), reader.t, me=me)


def _task_command(
    reader: Reader, partner: SeenPartner, said: SeenInteraction, what: str | None, due: str | None
) -> str:
    """The line that makes a task of what follows, for whoever reads it."""
    assert reader.me is not None
    title = what or reader.t("Contact {name}", name=partner.name)
    day = f' ^"{due}"' if due else ""
    program = f' #"{said.program}"' if said.program else ""
    place = f" ({partner.contact.organisation})" if partner.contact and partner.contact.organisation else ""
    return f'/task add "{title}" <@{reader.me.slack_id}> ~"{partner.name}{place}"{program}{day}'


def _by_value(reader: Reader, value: str) -> SeenPartner | None:
    kind, _, row_id = value.partition(":")
    return _seen(reader, kind, int(row_id))


def _seen(reader: Reader, kind: str, row_id: int) -> SeenPartner | None:
    find = seen_contact if kind == "contact" else seen_organisation
    return find(reader.session, reader.eyes, row_id, reader.t.today)
