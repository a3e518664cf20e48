"""The forms of partners: who they are, and what was said to them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.i18n import Translator
from bot.views.forms import Choice, choice_input, date_input, text_input
from bot.views.ids import Callback, Field
from bot.views.kit import Block, Modal
from bot.views.partners import CONTACT_KINDS, DIRECTIONS, ORGANISATION_KINDS, addressed
from storage.seen import SeenPartner


def partner_form(
    t: Translator, *, name: str = "", organisation: str = "", private_metadata: str = ""
) -> Modal:
    """A person, an organisation, or both: at least one of the two names, which the handler checks."""
    blocks = (
        text_input(t("Name"), Field.NAME, initial=name, hint=t("As they write it, with their title.")),
        text_input(t("Organization"), Field.ORGANISATION, initial=organisation),
        choice_input(t("Kind of organization"), Field.ORGANISATION_KIND, _choices(ORGANISATION_KINDS, t)),
        text_input(t("Role"), Field.ROLE),
        text_input(t("E-mail"), Field.EMAIL),
        text_input(t("Telephone"), Field.PHONE, hint=t("With the country code, such as +81.")),
        text_input(t("City"), Field.CITY),
        text_input(t("Country"), Field.COUNTRY),
    )
    return Modal(
        callback_id=Callback.NEW_PARTNER,
        title=t.label("Add partner"),
        submit=t.label("Add"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in blocks if block),
    )


def partner_edit_form(t: Translator, partner: SeenPartner, *, private_metadata: str = "") -> Modal:
    """What is stored of a person, or of an organization."""
    contact = partner.contact
    blocks: tuple[Block | None, ...]
    if contact is not None:
        blocks = (
            text_input(t("Name"), Field.NAME, initial=addressed(partner), optional=False),
            text_input(t("Organization"), Field.ORGANISATION, initial=contact.organisation or ""),
            text_input(t("Role"), Field.ROLE, initial=contact.role or ""),
            text_input(t("E-mail"), Field.EMAIL, initial=contact.email or ""),
            text_input(t("Telephone"), Field.PHONE, initial=contact.phone or ""),
        )
    else:
        kinds, kind = _choices(ORGANISATION_KINDS, t), partner.organisation_kind
        blocks = (
            text_input(t("Name"), Field.NAME, initial=partner.name, optional=False),
            choice_input(t("Kind of organization"), Field.ORGANISATION_KIND, kinds, initial=kind),
        )
    country = contact.country if contact else partner.country
    place = (
        text_input(t("City"), Field.CITY, initial=partner.city or ""),
        text_input(t("Country"), Field.COUNTRY, initial=t.country(country) if country else ""),
    )
    return Modal(
        callback_id=Callback.EDIT_PARTNER,
        title=t.label("Edit partner"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in (*blocks, *place) if block),
    )


def log_form(
    t: Translator,
    *,
    partners: Sequence[Choice] = (),
    partner: str | None = None,
    name: str = "",
    programs: Sequence[tuple[int, str]] = (),
    program: int | None = None,
    text: str = "",
    kind: str = "message",
    day: date | None = None,
    private_metadata: str = "",
) -> Modal:
    """What was said to whom. `partners` as (“contact:12”, name); one nobody knows yet is typed."""
    blocks = (
        choice_input(t("With whom"), Field.PARTNER, partners, initial=partner),
        text_input(
            t("Or somebody new"),
            Field.NAME,
            initial=name,
            hint=t("A name, a role, an organization, with commas between them. It is added."),
        ),
        choice_input(t("Kind"), Field.KIND, _choices(CONTACT_KINDS, t), initial=kind, optional=False),
        choice_input(t("From whom"), Field.DIRECTION, _choices(DIRECTIONS, t)),
        date_input(t("Date"), Field.DATE, initial=day or t.today, optional=False),
        text_input(t("What was said"), Field.TEXT, initial=text, multiline=True, optional=False),
        choice_input(
            t("Program"), Field.PROGRAM, [(str(id_), name) for id_, name in programs], initial=str(program)
        ),
        date_input(t("An agreement: valid until"), Field.VALID_UNTIL),
        date_input(t("Next contact"), Field.NEXT_CONTACT, hint=t("It becomes a task of yours.")),
        text_input(t("Next step"), Field.FOLLOW_UP, hint=t("It becomes a task.")),
        date_input(t("Deadline"), Field.FOLLOW_UP_DUE),
    )
    return Modal(
        callback_id=Callback.LOG_CONTACT,
        title=t.label("Log contact"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in blocks if block),
    )


def _choices(words: dict[str, str], t: Translator) -> list[Choice]:
    return [(value, t(word)) for value, word in words.items()]
