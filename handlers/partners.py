"""Partners: what each intent does, and what is answered."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from bot.answers import Answer
from bot.errors import N_, UserError, Way
from bot.parsing.intents import AddPartner, LogContact, Name, NewPartnerForm, PartnerCommand, Said, When
from bot.parsing.names import Kind, named, nearest, same_word, words_of
from bot.parsing.partner_commands import draft_kind, list_filter, two_partners
from bot.parsing.people import read_partner
from bot.services import partners as rules
from bot.services.actor import Written
from bot.services.calendars import known_country
from handlers.replies import OpenForm, Reply
from handlers.resolving import known_partner, known_program, label_of, labelled, to_its_end
from handlers.turn import Turn

PartnerIntent = AddPartner | LogContact | NewPartnerForm | PartnerCommand
LONGEST_COMMAND = 1900  # characters that a button carries


def perform_partner(turn: Turn, intent: PartnerIntent) -> Reply:
    """Do what was asked of partners."""
    match intent:
        case AddPartner():
            return added(turn.act(rules.add_partner, intent, turn.actor))
        case LogContact():
            return log(turn, intent)
        case NewPartnerForm():
            return OpenForm("new_partner")
        case PartnerCommand():
            return _command(turn, intent)


def added(done: rules.Added) -> Answer:
    """The echo of a new partner, with whoever may be the same."""
    kind, row_id = done.partner
    facts: dict[str, Any] = {"kind": kind, "partner": row_id, "batch": done.written.batch}
    alike = f"{done.alike[0]}:{done.alike[1]}" if done.alike else None
    return Answer("partner_added", facts | {"alike": alike, "by": done.by, "known": done.written.repeated})


def _command(turn: Turn, command: PartnerCommand) -> Reply:
    rest, said = command.rest, command.partner
    match command.verb:
        case "agreements":
            whose = known_partner(turn, named(rest, turn.reading.world, *_KINDS)) if rest else None
            return Answer("agreements", _facts(whose) if whose else {})
        case "merge":
            one, other = (known_partner(turn, name) for name in _both(turn, rest))
            return Answer("partner_merge", {"one": one.id, "other": other.id})
        case "list":
            return _list(rest)
    if said is None:
        if command.verb == "card":
            return Answer("partner_list")
        raise UserError(N_("Which partner do you mean? Write the name after the command."))
    partner = known_partner(turn, said)
    facts = _facts(partner)
    match command.verb:
        case "edit":
            return OpenForm("edit_partner", {"partner": partner.id})
        case "delete":
            written, name = turn.act(rules.delete_partner, split(partner.id), turn.actor)
            return Answer("partner_deleted", {"name": name, "batch": written.batch})
        case "owes":
            return Answer("partner_owes", facts)
        case "draft":
            return Answer("partner_draft", facts | {"draft": draft_kind(rest)})
    return Answer("partner_card", facts)


_KINDS: tuple[Kind, ...] = ("contacts", "organisations")


def _list(words: str) -> Answer:
    """All, or those that are quiet, of a country, of a kind, or of a name."""
    return Answer("partner_list", {"words": words, **list_filter(words, known_country)} if words else {})


def _both(turn: Turn, words: str) -> tuple[Said, Said]:
    both = two_partners(words, turn.reading)
    if both is None:
        raise UserError(
            N_("Name the two that may be one, for example “{example}”."),
            example=N_('/partner merge "Anna Richter" "A. Richter"'),
        )
    return both


def log(turn: Turn, draft: LogContact) -> Reply:
    """Store what was said to a partner; nobody known by that name is offered to be added with it.

    No words open the form.
    """
    if not draft.text:
        return OpenForm("log_contact")
    draft = replace(draft, text=to_its_end(turn, draft.text))
    if draft.program is not None and draft.program.matches:
        known_program(turn, draft.program)
    if draft.new:
        who = read_partner(draft.new, turn.reading)
        written, partner = turn.act(rules.log_with_new, draft, who, turn.actor)
        return logged(turn, draft, written, partner)
    said = _whom(turn, draft)
    if not said.matches:
        return _unknown(turn, draft, said)
    partner = split(known_partner(turn, said).id)
    return logged(turn, draft, turn.act(rules.log_contact, draft, partner, turn.actor), partner)


def logged(turn: Turn, draft: LogContact, written: Written, partner: rules.PartnerRef) -> Answer:
    """The echo of a contact, with the command that makes a task of what follows from it."""
    kind, row_id = partner
    facts = {"kind": kind, "partner": row_id, "interaction": written.id, "batch": written.batch}
    return Answer("contact_logged", facts | {"follow_up": _follow_up(turn, draft)})


def _follow_up(turn: Turn, draft: LogContact) -> list[str | None] | None:
    """What is to be done next and when: a next contact before our promise before what they ask of us."""
    if draft.next_contact:
        return [None, draft.next_contact.day.isoformat()]
    if draft.promise and draft.promise.by == "us":
        return [draft.promise.what, _iso(draft.promise.due)]
    return [draft.follow_up.title, _iso(draft.follow_up.due)] if draft.follow_up else None


def _iso(when: When | None) -> str | None:
    return when.day.isoformat() if when else None


def _whom(turn: Turn, draft: LogContact) -> Said:
    """With whom it was: a person or an organisation among the partners, never a member of that name."""
    world = turn.reading.world
    said = [labelled(turn, _of_partners(one)) for one in (draft.partner, draft.organisation) if one]
    if len(said) == 2 and not any(one.matches for one in said):
        return Said(f"{said[0].text}, {said[1].text}")  # somebody new, of an organisation that is new too
    if len(said) == 2 and said[1].known and len(said[0].matches) > 1:
        there = tuple(name for name in said[0].matches if name.organisation == said[1].known.name)
        said[0] = replace(said[0], matches=there or said[0].matches)
    if found := next((one for one in said if one.matches), None):
        return found
    if not said:
        raise UserError(
            N_("With whom was this? Name a partner, for example “{example}”."),
            example=N_("/partner log call with Anna Richter: …"),
        )
    again = named(said[0].text, world, "contacts", "organisations")
    return again if again.matches else said[0]


def _of_partners(said: Said) -> Said:
    return replace(said, matches=tuple(name for name in said.matches if ":" in name.id))


def _unknown(turn: Turn, draft: LogContact, said: Said) -> Reply:
    """The nearest partners, and adding this one with what was said: nothing typed is lost."""
    world = turn.reading.world
    typed = words_of(said.text)
    lines = [
        Way(label_of(name), f"/partner log {_headed(draft, label_of(name))}")
        for name in nearest(said.text, (*world.contacts, *world.organisations), 3)
        if any(same_word(one, other) for one in typed for other in words_of(name.name))
    ]
    new = Way(
        N_("Add as a partner and log it"), f'/partner log new "{said.text}" {_headed(draft, said.text)}'
    )
    if len(new.command) > LONGEST_COMMAND and turn.call.trigger:
        return OpenForm("log_contact", {"name": said.text, "text": draft.text})
    if len(new.command) > LONGEST_COMMAND:
        raise UserError(
            N_("There is no partner {name} yet. Add it with “{command}”, then send this again."),
            name=said.text,
            command=N_("/partner add {name}"),
        )
    if not lines:
        raise UserError(
            N_("There is no partner {name} yet. Nothing was stored; the button adds it with what was said."),
            name=said.text,
            ways=(new,),
        )
    raise UserError(
        N_("There is no partner {name} yet. Is it one of these, or somebody new? Nothing was stored."),
        name=said.text,
        ways=(new, *lines),
    )


def _headed(draft: LogContact, name: str) -> str:
    """The line again, said so that it is read in one way only."""
    way = {"in": "from", "out": "to"}.get(draft.direction or "", "with")
    day = f" {draft.date.day.isoformat()}" if draft.date else ""
    return f"{draft.kind} {way} {name}{day}: {draft.text}"


def split(value: str) -> rules.PartnerRef:
    """The kind and the row id in what names a partner: “contact:12”."""
    kind, _, row_id = value.partition(":")
    return ("contact" if kind == "contact" else "organisation"), int(row_id)


def _facts(partner: Name) -> dict[str, Any]:
    kind, row_id = split(partner.id)
    return {"kind": kind, "partner": row_id}
