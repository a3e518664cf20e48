"""What is said about partners and what was said to them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
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
from bot.views.words import audience_words, known, task_line, undo, undo_button
from storage.seen import SeenContact, SeenInteraction, SeenPartner

CONTACT_KINDS = {
    "call": N_("call"),
    "meeting": N_("meeting"),
    "email": N_("e-mail"),
    "message": N_("message"),
    "letter": N_("letter"),
    "document": N_("document"),
    "agreement": N_("agreement"),
}
LIKENESSES = {
    "email": N_("the same e-mail"),
    "phone": N_("the same telephone"),
    "name": N_("the same name"),
}
DIRECTIONS = {"in": N_("from them"), "out": N_("from us")}
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


def partner_added(
    partner: SeenPartner,
    t: Translator,
    batch: int,
    *,
    alike: tuple[SeenPartner, str] | None = None,
    known: bool = False,
) -> Message:
    """`alike`: who may be the same, by e-mail, phone or name; `known`: there already, nothing was stored."""
    if known:
        said = md(t, "{name} is already among the partners. Nothing was stored.", name=partner.name)
        return message(section(joined([said, *_facts(partner, t)])), _buttons(partner, t))
    said = joined([md(t, "✅ Partner added: {name}", name=named(partner)), *_facts(partner, t)])
    everyone = md(t, "visible to everyone")
    return message(
        section(joined([said, everyone])),
        _alike(*alike, t) if alike else None,
        _buttons(partner, t, batch, alike=alike[0] if alike else None),
    )


def partner_card(partner: SeenPartner, t: Translator) -> Message:
    """Who they are, what was last said, and what is open with them: what one reads before a call."""
    people = [_contact_line(contact, t) for contact in partner.contacts[:5]]
    last = [interaction_line(interaction, t) for interaction in partner.interactions[:3]]
    tasks = [task_line(task, t) for task in partner.tasks[:5]]
    coming = md(t, "next contact {day}", day=partner.next_contact) if partner.next_contact else None
    return message(
        section(joined([named(partner), joined(_facts(partner, t)), coming], "\n")),
        _group(md(t, "*People*"), people),
        _group(md(t, "*Last contact*"), last) or context(md(t, "Nothing logged yet.")),
        _group(md(t, "*Open tasks*"), tasks),
        actions(
            button(t.label("Log contact"), Action.LOG_CONTACT, value_of(partner)),
            button(t.label("Who owes what"), Action.PARTNER_OWES, value_of(partner)),
            button(t.label("Draft a letter"), Action.PARTNER_DRAFT, value_of(partner)),
            button(t.label("Edit"), Action.PARTNER_EDIT, value_of(partner)),
        ),
    )


def partner_edited(partner: SeenPartner, t: Translator, batch: int) -> Message:
    said = md(t, "✅ Partner changed: {name}", name=named(partner))
    return message(section(joined([said, *_facts(partner, t)])), _buttons(partner, t, batch))


def partner_deleted(name: str, t: Translator, batch: int) -> Message:
    said = md(t, "*{name}* is no longer among the partners. What was logged of them stays.", name=name)
    return message(section(said), undo(t, batch))


def partner_list(
    partners: Sequence[SeenPartner], t: Translator, *, total: int | None = None, narrowed: str = ""
) -> Message:
    """`narrowed`: by which words, as the person typed them."""
    if not partners and narrowed:
        none = md(
            t,
            "No partner fits “{words}”. A name, a country or a kind works, and `/partner list quiet`.",
            words=narrowed,
        )
        return message(section(none))
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
                accessory=button(t.label("Open"), Action.PARTNER_OPEN, value_of(partner), said=partner.name),
            )
        ]
        for partner in partners
    )
    total = len(partners) if total is None else total
    head = md_plural(t, "*{n} partner*", "*{n} partners*", total)
    shown = joined([head, escape(narrowed, 80)])
    return with_rows(t, [section(shown)], rows, total=total)


def partner_line(partner: SeenPartner, t: Translator) -> Markup:
    """One partner on one line."""
    return joined([named(partner), *_facts(partner, t, short=True), _last(partner, t)])


def contact_logged(
    partner: SeenPartner,
    interaction: SeenInteraction,
    t: Translator,
    batch: int,
    *,
    follow_up: str | None = None,
) -> Message:
    """The echo of what was said; `follow_up`: the command that makes a task of what follows."""
    said = md(
        t,
        "✅ Logged with {name}: {kind}, {day}",
        name=named(partner),
        kind=joined([kind_words(interaction, t), direction_words(interaction, t)], ", "),
        day=interaction.day,
    )
    seen = audience_words(interaction.audience, t, people=[t("you")])
    task = button(t.label("Make it a task"), Action.RETRY, follow_up) if follow_up else None
    return message(
        section(joined([said, quote(interaction.text)], "\n")),
        context(joined([*_noted(interaction, t), seen])),
        actions(undo_button(t, batch), task),
    )


# --- parts -----------------------------------------------------------------------------------


def named(partner: SeenPartner) -> Markup:
    """The name in bold, with how they are addressed."""
    return Markup(f"*{escape(addressed(partner), 200)}*")


def addressed(partner: SeenPartner) -> str:
    """“Dr. Anna Richter”."""
    contact = partner.contact
    return f"{contact.honorific} {partner.name}" if contact and contact.honorific else partner.name


def interaction_line(interaction: SeenInteraction, t: Translator, *, partner: bool = False) -> Markup:
    """One thing that was said, on one line."""
    kind = joined([kind_words(interaction, t), direction_words(interaction, t)], ", ")
    said = md(t, "{kind}: {text}", kind=kind, text=escape(interaction.text, 300))
    return joined(
        [
            escape(interaction.partner or "", 80) if partner else None,
            escape(t.day(interaction.day)),
            said,
            escape(interaction.program or "", 60),
            *_noted(interaction, t),
            escape(interaction.author, 80),
        ]
    )


def kind_words(interaction: SeenInteraction, t: Translator) -> Markup:
    return escape(known(CONTACT_KINDS, interaction.kind, t))


def direction_words(interaction: SeenInteraction, t: Translator) -> Markup | None:
    return md(t, DIRECTIONS[interaction.direction]) if interaction.direction in DIRECTIONS else None


def value_of(partner: SeenPartner) -> str:
    """What a button carries to say which partner."""
    return f"{partner.kind}:{partner.id}"


def promise_words(interaction: SeenInteraction, t: Translator) -> Markup | None:
    """“we promised: send the contract, Fri 27 Nov”."""
    if interaction.promise is None:
        return None
    what = escape(interaction.promise, 200)
    said = md(t, "we promised: {what}", what=what)
    if interaction.promise_by == "partner":
        said = md(t, "they promised: {what}", what=what)
    return joined([said, escape(t.day(interaction.promise_due)) if interaction.promise_due else None], ", ")


def _noted(interaction: SeenInteraction, t: Translator) -> list[Markup | None]:
    """What of a contact matters later."""
    valid, following = interaction.valid_until, interaction.next_contact
    return [
        md(t, "valid until {day}", day=valid) if valid else None,
        promise_words(interaction, t),
        md(t, "next contact {day}", day=following) if following else None,
    ]


def _alike(alike: SeenPartner, by: str, t: Translator) -> Block:
    """Who may be the same, and by what."""
    who = joined([named(alike), *_facts(alike, t)])
    return context(md(t, "⚠️ Perhaps known already ({same}): {who}", same=t(LIKENESSES[by]), who=who))


def _facts(partner: SeenPartner, t: Translator, *, short: bool = False) -> list[Markup]:
    place = [escape(t.country(partner.country), 60)] if partner.country else []
    if partner.contact is None:
        kind = known(ORGANISATION_KINDS, partner.organisation_kind, t)
        return [escape(kind, 80), escape(partner.city or "", 80), *place]
    about = [partner.contact.role, partner.contact.organisation, partner.contact.city]
    reach = [] if short else [partner.contact.email, partner.contact.phone]
    return [
        *(escape(fact, 120) for fact in about if fact),
        *place,
        *(escape(way, 120) for way in reach if way),
    ]


def _contact_line(contact: SeenContact, t: Translator) -> Markup:
    name = joined([escape(contact.honorific or "", 40), escape(contact.name, 120)], " ")
    return joined([name, *(escape(fact or "", 100) for fact in (contact.role, contact.email, contact.phone))])


def _last(partner: SeenPartner, t: Translator) -> Markup | None:
    if partner.last is None:
        return md(t, "nothing logged")
    return md(t, "last contact {when}", when=t.ago_days((t.today - partner.last).days))


def _group(title: Markup, lines: Sequence[Markup]) -> Block | None:
    return section(joined([title, *lines], "\n")) if lines else None


def _buttons(
    partner: SeenPartner, t: Translator, batch: int | None = None, *, alike: SeenPartner | None = None
) -> Block:
    return actions(
        undo_button(t, batch),
        button(t.label("Open"), Action.PARTNER_OPEN, value_of(alike)) if alike else None,
        button(t.label("Log contact"), Action.LOG_CONTACT, value_of(partner)),
    )
