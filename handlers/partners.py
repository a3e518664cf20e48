"""Partners: what each intent does, and what is answered."""

from __future__ import annotations

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.intents import AddPartner, LogContact, Name, NewPartnerForm, PartnerCommand, Said
from bot.services import partners as rules
from handlers.replies import OpenForm, Reply
from handlers.resolving import known_partner, known_program, not_yet
from handlers.turn import Turn

PartnerIntent = AddPartner | LogContact | NewPartnerForm | PartnerCommand


def perform_partner(turn: Turn, intent: PartnerIntent) -> Reply:
    """Do what was asked of partners."""
    match intent:
        case AddPartner():
            written, (kind, row_id) = turn.act(rules.add_partner, intent, turn.actor)
            return Answer("partner_added", {"kind": kind, "partner": row_id, "batch": written.batch})
        case LogContact():
            return log(turn, intent)
        case NewPartnerForm():
            return OpenForm("new_partner")
        case PartnerCommand(verb, rest, partner):
            if verb not in ("card", "list") or (verb == "list" and rest):
                raise not_yet(turn)
            if partner is None:
                return Answer("partner_list")
            kind, row_id = split(known_partner(turn, partner))
            return Answer("partner_card", {"kind": kind, "partner": row_id})


def log(turn: Turn, draft: LogContact) -> Reply:
    """Store what was said to a partner who is known; no words open the form."""
    if not draft.text:
        return OpenForm("log_contact")
    said: Said | None = draft.partner if draft.partner and draft.partner.matches else draft.organisation
    said = said or draft.partner
    if said is None:
        raise UserError(
            N_("With whom was this? Name a partner, for example “{example}”."),
            example=N_("/partner log call with Anna Richter: …"),
        )
    kind, row_id = split(known_partner(turn, said))
    if draft.program is not None and draft.program.matches:
        known_program(turn, draft.program)
    written = turn.act(rules.log_contact, draft, (kind, row_id), turn.actor)
    return Answer(
        "contact_logged",
        {"kind": kind, "partner": row_id, "interaction": written.id, "batch": written.batch},
    )


def split(partner: Name) -> rules.PartnerRef:
    """The kind and the row id in a partner's name of the world: “contact:12”."""
    kind, _, row_id = partner.id.partition(":")
    return ("contact" if kind == "contact" else "organisation"), int(row_id)
