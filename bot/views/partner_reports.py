"""Partners looked at in one way: agreements, who owes what, two entries side by side, a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
    actions,
    button,
    columns,
    context,
    escape,
    joined,
    md,
    md_plural,
    message,
    more,
    quote,
    section,
    with_rows,
)
from bot.views.partners import CONTACT_KINDS, addressed, interaction_line, named, promise_words, value_of
from bot.views.words import known, task_line, undo
from storage.seen import SeenInteraction, SeenPartner, SeenTask

DraftKind = Literal["email", "letter", "message", "invitation", "thanks"]
SOON = 180  # days in which an agreement's end is near


def agreements(entries: Sequence[SeenInteraction], t: Translator, *, partner: str | None = None) -> Message:
    """The agreements that were logged, the first to end first."""
    whose = escape(partner, 120) if partner else None
    if not entries:
        none = md(t, "No agreement is logged yet.")
        how = md(
            t, "To log one: `/partner log agreement with Anna Richter: MoU signed, valid until 31 Dec 2028`"
        )
        return message(section(joined([whose, none])), context(how))
    head = md_plural(t, "*{n} agreement*", "*{n} agreements*", len(entries))
    rows = ([section(_agreement(entry, t))] for entry in entries)
    return with_rows(t, [section(joined([head, whose]))], rows, total=len(entries), most=30)


def partner_owes(
    partner: SeenPartner,
    tasks: Sequence[SeenTask],
    promises: Sequence[SeenInteraction],
    t: Translator,
    *,
    total: int,
) -> Message:
    """Open tasks with a partner, and what either side promised in what was logged."""
    ours = [entry for entry in promises if entry.promise_by == "us"]
    theirs = [entry for entry in promises if entry.promise_by == "partner"]
    lines = [task_line(task, t) for task in tasks]
    nothing = not (lines or promises)
    return message(
        section(md(t, "*Who owes what: {name}*", name=escape(addressed(partner), 150))),
        section(joined([md(t, "*Our open tasks with them*"), *lines], "\n")) if lines else None,
        more(total - len(lines), t),
        *_promises(md(t, "*We promised*"), ours, t),
        *_promises(md(t, "*They promised*"), theirs, t),
        section(md(t, "Nothing that is logged is owed by either side.")) if nothing else None,
        actions(
            button(t.label("Open"), Action.PARTNER_OPEN, value_of(partner)),
            button(t.label("Log contact"), Action.LOG_CONTACT, value_of(partner)),
        ),
    )


def promise_kept(entry: SeenInteraction, t: Translator, batch: int | None) -> Message:
    said = md(t, "✅ Kept: {promise}", promise=promise_words(entry, t) or "")
    return message(section(joined([said, escape(entry.partner or "", 100)])), undo(t, batch))


def partner_merge(one: SeenPartner, other: SeenPartner, t: Translator) -> Message:
    """Two entries side by side; a person says which is kept, or that they are two."""
    if (one.kind, one.id) == (other.kind, other.id):
        same = md(t, "Both names mean {one}, so there is nothing to make one of.", one=named(one))
        return message(section(same), actions(_open(one, t)))
    if one.kind != other.kind:
        said = md(
            t,
            "{one} and {other} cannot be made one: only two people, or two organizations, can. Nothing was "
            "changed.",
            one=named(one),
            other=named(other),
        )
        return message(section(said), actions(_open(one, t), _open(other, t)))
    return message(
        section(md(t, "*Are these the same?* I cannot know; you decide.")),
        columns(_entry(one, t), _entry(other, t)),
        context(
            md(
                t,
                "The one you keep takes over what it lacks, and all contacts, tasks and people of the other, "
                "which then disappears. Undo brings both back.",
            )
        ),
        actions(
            *(
                button(
                    t.label(label, name=addressed(kept)),
                    Action.PARTNER_MERGE,
                    f"{value_of(kept)}>{value_of(gone)}",
                )
                for label, kept, gone in (
                    (N_("Keep the first: {name}"), one, other),
                    (N_("Keep the second: {name}"), other, one),
                )
            ),
            _open(one, t),
            _open(other, t),
        ),
    )


def partners_merged(kept: SeenPartner, t: Translator, batch: int | None) -> Message:
    said = md(t, "✅ Made one: {name} holds what both held.", name=named(kept))
    return message(section(said), undo(t, batch))


def partner_draft(partner: SeenPartner, kind: DraftKind, t: Translator, *, me: str) -> Message:
    """How to address them, what was last said, and a short neutral text in their language to start from."""
    there = replace(t, lang=_language(partner, t))
    last = partner.interactions[0] if partner.interactions else None
    parts = [_greeting(partner, there), *_body(kind, last, there), _closing(kind, there), me]
    tongue = t("in English") if there.lang == "en" else t("in Indonesian")
    return message(
        section(
            joined(
                [
                    md(t, "*Draft to {name}*", name=escape(addressed(partner), 150)),
                    md(t, DRAFTS[kind]),
                    escape(tongue),
                ]
            )
        ),
        section(
            joined(
                [
                    md(t, "How to address them: {greeting}", greeting=_greeting(partner, there).rstrip(",")),
                    md(t, "Last contact: {line}", line=interaction_line(last, t))
                    if last
                    else md(t, "Nothing logged yet."),
                ],
                "\n",
            )
        ),
        section(quote("\n\n".join(parts[:-1]) + f"\n{parts[-1]}")),
        context(md(t, "To copy and to finish. Nothing is sent from here.")),
    )


# --- parts -----------------------------------------------------------------------------------

DRAFTS = {
    "email": N_("an e-mail"),
    "letter": N_("a letter"),
    "message": N_("a message"),
    "invitation": N_("an invitation"),
    "thanks": N_("a word of thanks"),
}
_BAPAK, _IBU = ("pak", "bapak", "bpk", "mr"), ("bu", "ibu", "mrs", "ms")


def _agreement(entry: SeenInteraction, t: Translator) -> Markup:
    """What was agreed with whom, and how long it holds."""
    if entry.valid_until is None:
        return joined([md(t, "no end known"), interaction_line(entry, t, partner=True)])
    days = (entry.valid_until - t.today).days
    if days < 0:
        left = md_plural(t, "🔴 ended {n} day ago", "🔴 ended {n} days ago", -days)
    else:
        left = md_plural(t, "{n} day left", "{n} days left", days)
        left = Markup(f"🟠 {left}") if days <= SOON else left
    return joined([left, interaction_line(entry, t, partner=True)])


def _promises(title: Markup, entries: Sequence[SeenInteraction], t: Translator) -> list[Block]:
    if not entries:
        return []
    rows = [
        section(
            joined(
                [
                    escape(entry.promise or "", 150),
                    _promise_due(entry, t),
                    md(t, "said on {day}", day=entry.day),
                    escape(entry.author, 60),
                ]
            ),
            accessory=button(t.label("Kept"), Action.PROMISE_KEPT, str(entry.id), said=entry.promise),
        )
        for entry in entries[:6]
    ]
    return [section(title), *rows]


def _promise_due(entry: SeenInteraction, t: Translator) -> Markup | None:
    if entry.promise_due is None:
        return None
    late = (t.today - entry.promise_due).days
    words = md_plural(t, "{n} day late", "{n} days late", late) if late > 0 else None
    return joined([escape(t.day(entry.promise_due)), words], ", ")


def _entry(partner: SeenPartner, t: Translator) -> Markup:
    """One entry, whole, in a column."""
    contact = partner.contact
    facts = (
        [contact.role, contact.organisation, contact.email, contact.phone]
        if contact
        else [t.list(person.name for person in partner.contacts[:5])]
    )
    last = partner.interactions[0].day if partner.interactions else None
    return joined(
        [
            named(partner),
            *(escape(fact, 120) for fact in (*facts, partner.city) if fact),
            escape(t.country(partner.country), 60) if partner.country else None,
            md(t, "last contact {when}", when=last) if last else md(t, "nothing logged"),
            md_plural(t, "{n} open task", "{n} open tasks", len(partner.tasks)),
        ],
        "\n",
    )


def _open(partner: SeenPartner, t: Translator) -> Block:
    return button(t.label("Open {name}", name=partner.name), Action.PARTNER_OPEN, value_of(partner))


def _language(partner: SeenPartner, t: Translator) -> Literal["en", "id"]:
    """Theirs where it is known; Indonesian in Indonesia, else English; the reader's where nothing is."""
    spoken = partner.contact.lang if partner.contact else None
    if spoken in ("en", "id"):
        return "id" if spoken == "id" else "en"
    if partner.country is None:
        return t.lang
    return "id" if partner.country in ("ID", "Indonesia") else "en"


def _greeting(partner: SeenPartner, t: Translator) -> str:
    """By their whole name: which part of it is the family's is theirs to know."""
    contact = partner.contact
    if contact is None:
        return t("Dear colleagues at {name},", name=partner.name)
    title = (contact.honorific or "").strip()
    if t.lang == "id" and (bare := title.casefold().rstrip(".")) in (*_BAPAK, *_IBU, ""):
        title = "Bapak" if bare in _BAPAK else "Ibu" if bare in _IBU else "Bapak/Ibu"
    return t("Dear {name},", name=f"{title} {contact.name}".strip())


def _body(kind: DraftKind, last: SeenInteraction | None, t: Translator) -> list[str]:
    """One sentence that takes up what was last said, and the place for the rest."""
    rest = t("[what this is about]")
    match kind:
        case "thanks":
            return [t("Thank you very much for your support and for the good cooperation."), rest]
        case "invitation":
            return [t("We would be honored to welcome you at our program."), rest]
    return [_opening(last, t), rest]


def _opening(last: SeenInteraction | None, t: Translator) -> str:
    if last is None:
        return t("I am writing to you about our cooperation.")
    day = t.day(last.day)
    if last.kind in ("call", "meeting"):
        said = (
            N_("Thank you for our call on {day}.")
            if last.kind == "call"
            else N_("Thank you for our meeting on {day}.")
        )
        return t(said, day=day)
    kind = known(CONTACT_KINDS, last.kind, t)
    if last.direction == "in":
        return t("Thank you for your {kind} of {day}.", kind=kind, day=day)
    return t("I am writing to you further to our {kind} of {day}.", kind=kind, day=day)


def _closing(kind: DraftKind, t: Translator) -> str:
    return t("Yours sincerely,") if kind in ("letter", "invitation") else t("Kind regards,")
