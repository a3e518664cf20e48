"""What is said about partners and what was said to them, and the forms that record it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.errors import N_
from bot.i18n import Translator
from bot.views.forms import Choice, choice_input, date_input, text_input
from bot.views.ids import Action, Callback, Field
from bot.views.kit import (
    Block,
    Markup,
    Message,
    Modal,
    actions,
    button,
    context,
    escape,
    joined,
    md,
    md_plural,
    message,
    quote,
    section,
    with_rows,
)
from bot.views.words import audience_words, known, task_line, undo_button
from storage.seen import SeenContact, SeenInteraction, SeenPartner

CONTACT_KINDS = {
    "call": N_("call"),
    "meeting": N_("meeting"),
    "email": N_("e-mail"),
    "message": N_("message"),
    "document": N_("document"),
    "agreement": N_("agreement"),
}
ORGANISATION_KINDS = {
    "museum": N_("museum"),
    "gallery": N_("gallery"),
    "festival": N_("festival"),
    "embassy": N_("embassy or cultural institute"),
    "ministry": N_("ministry or local office"),
    "foundation": N_("foundation or funder"),
    "artist": N_("artist"),
    "agent": N_("agent or company manager"),
    "sponsor": N_("sponsor"),
    "media": N_("media"),
    "logistics": N_("shipping company"),
    "venue": N_("venue"),
    "university": N_("university"),
    "community": N_("community or sanggar"),
}


def partner_added(partner: SeenPartner, t: Translator, batch: int) -> Message:
    said = joined([md(t, "✅ Partner added: {name}", name=_named(partner)), *_facts(partner, t)])
    everyone = md(t, "visible to everyone")
    return message(section(joined([said, everyone])), _buttons(partner, t, batch))


def partner_card(partner: SeenPartner, t: Translator) -> Message:
    """Who they are, what was last said, and what is open with them: what one reads before a call."""
    people = [_contact_line(contact, t) for contact in partner.contacts[:5]]
    last = [_interaction_line(interaction, t) for interaction in partner.interactions[:3]]
    tasks = [task_line(task, t) for task in partner.tasks[:5]]
    return message(
        section(joined([_named(partner), joined(_facts(partner, t))], "\n")),
        _group(md(t, "*People*"), people),
        _group(md(t, "*Last contact*"), last) or context(md(t, "Nothing logged yet.")),
        _group(md(t, "*Open tasks*"), tasks),
        _buttons(partner, t),
    )


def partner_list(partners: Sequence[SeenPartner], t: Translator) -> Message:
    if not partners:
        return message(
            section(
                md(t, "No partners yet. To add one: `/partner add Dr Yuki Tanaka, curator, Mori Art Museum`")
            ),
            actions(button(t.label("Add partner"), Action.PARTNER_NEW)),
        )
    rows = (
        [
            section(
                partner_line(partner, t),
                accessory=button(t.label("Open"), Action.PARTNER_OPEN, _value(partner), said=partner.name),
            )
        ]
        for partner in partners
    )
    head = section(md_plural(t, "*{n} partner*", "*{n} partners*", len(partners)))
    return with_rows(t, [head], rows, total=len(partners))


def partner_line(partner: SeenPartner, t: Translator) -> Markup:
    """One partner on one line."""
    return joined([_named(partner), *_facts(partner, t, short=True), _last(partner, t)])


def contact_logged(partner: SeenPartner, interaction: SeenInteraction, t: Translator, batch: int) -> Message:
    said = md(
        t,
        "✅ Logged with {name}: {kind}, {day}",
        name=_named(partner),
        kind=known(CONTACT_KINDS, interaction.kind, t),
        day=interaction.day,
    )
    seen = audience_words(interaction.audience, t, people=[t("you")])
    undo = undo_button(t, batch)
    return message(section(joined([said, quote(interaction.text)], "\n")), context(seen), actions(undo))


def partner_form(
    t: Translator, *, name: str = "", organisation: str = "", private_metadata: str = ""
) -> Modal:
    """A person, an organisation, or both: at least one of the two names, which the handler checks."""
    return Modal(
        callback_id=Callback.NEW_PARTNER,
        title=t.label("Add partner"),
        submit=t.label("Add"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=(
            text_input(t("Name"), Field.NAME, initial=name, hint=t("As they write it, with their title.")),
            text_input(t("Organization"), Field.ORGANISATION, initial=organisation),
            text_input(t("Role"), Field.ROLE),
            text_input(t("E-mail"), Field.EMAIL),
            text_input(t("Telephone"), Field.PHONE, hint=t("With the country code, such as +81.")),
            text_input(t("Country"), Field.COUNTRY),
        ),
    )


def log_form(
    t: Translator,
    *,
    partners: Sequence[Choice] = (),
    partner: str | None = None,
    text: str = "",
    kind: str = "message",
    day: date | None = None,
    private_metadata: str = "",
) -> Modal:
    """What was said to whom. `partners` as (“contact:12”, name); without any, the name is typed."""
    whom = choice_input(t("With whom"), Field.PARTNER, partners, initial=partner, optional=False)
    kinds = [(value, t(word)) for value, word in CONTACT_KINDS.items()]
    blocks = (
        whom or text_input(t("With whom"), Field.NAME, optional=False),
        choice_input(t("Kind"), Field.KIND, kinds, initial=kind, optional=False),
        date_input(t("Date"), Field.DATE, initial=day or t.today, optional=False),
        text_input(t("What was said"), Field.TEXT, initial=text, multiline=True, optional=False),
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


# --- parts -----------------------------------------------------------------------------------


def _named(partner: SeenPartner) -> Markup:
    contact = partner.contact
    name = f"{contact.honorific} {partner.name}" if contact and contact.honorific else partner.name
    return Markup(f"*{escape(name, 200)}*")


def _facts(partner: SeenPartner, t: Translator, *, short: bool = False) -> list[Markup]:
    country = [escape(t.country(partner.country), 60)] if partner.country else []
    if partner.contact is None:
        kind = known(ORGANISATION_KINDS, partner.organisation_kind, t)
        return [escape(kind, 80), *country]
    about = [partner.contact.role, partner.contact.organisation]
    reach = [] if short else [partner.contact.email, partner.contact.phone]
    return [
        *(escape(fact, 120) for fact in about if fact),
        *country,
        *(escape(way, 120) for way in reach if way),
    ]


def _contact_line(contact: SeenContact, t: Translator) -> Markup:
    name = joined([escape(contact.honorific or "", 40), escape(contact.name, 120)], " ")
    return joined([name, *(escape(fact or "", 100) for fact in (contact.role, contact.email, contact.phone))])


def _interaction_line(interaction: SeenInteraction, t: Translator) -> Markup:
    kind = known(CONTACT_KINDS, interaction.kind, t)
    said = md(t, "{kind}: {text}", kind=kind, text=escape(interaction.text, 300))
    return joined([escape(t.day(interaction.day)), said, escape(interaction.author, 80)])


def _last(partner: SeenPartner, t: Translator) -> Markup | None:
    if not partner.interactions:
        return None
    days = (t.today - partner.interactions[0].day).days
    return md(t, "last contact {when}", when=t.ago_days(days))


def _group(title: Markup, lines: Sequence[Markup]) -> Block | None:
    return section(joined([title, *lines], "\n")) if lines else None


def _value(partner: SeenPartner) -> str:
    return f"{partner.kind}:{partner.id}"


def _buttons(partner: SeenPartner, t: Translator, batch: int | None = None) -> Block:
    return actions(undo_button(t, batch), button(t.label("Log contact"), Action.LOG_CONTACT, _value(partner)))
