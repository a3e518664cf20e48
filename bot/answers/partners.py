"""Answers about partners."""

from __future__ import annotations

from bot.answers import Reader, answer
from bot.views import partners as views
from bot.views.kit import Message
from storage.models import Interaction
from storage.partners import interactions_seen_by, partners_seen_by, seen_contact, seen_organisation
from storage.seen import SeenPartner


@answer
def partner_added(reader: Reader, kind: str, partner: int, batch: int) -> Message | None:
    seen = _seen(reader, kind, partner)
    return views.partner_added(seen, reader.t, batch) if seen else None


@answer
def partner_card(reader: Reader, kind: str, partner: int) -> Message | None:
    seen = _seen(reader, kind, partner)
    return views.partner_card(seen, reader.t) if seen else None


@answer
def partner_list(reader: Reader) -> Message:
    return views.partner_list(partners_seen_by(reader.session, reader.eyes), reader.t)


@answer
def contact_logged(reader: Reader, kind: str, partner: int, interaction: int, batch: int) -> Message | None:
    seen = _seen(reader, kind, partner)
    found = interactions_seen_by(reader.session, reader.eyes, Interaction.id == interaction)
    return views.contact_logged(seen, found[0], reader.t, batch) if seen and found else None


def _seen(reader: Reader, kind: str, row_id: int) -> SeenPartner | None:
    find = seen_contact if kind == "contact" else seen_organisation
    return find(reader.session, reader.eyes, row_id)
