"""The forms of partners: opened with what is known, and what each does when it is sent."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any, cast

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.intents import (
    AddPartner,
    ContactKind,
    CreateTask,
    Direction,
    LogContact,
    Name,
    Said,
    When,
)
from bot.parsing.people import read_partner, split_honorific
from bot.services import partners as rules
from bot.services import tasks as task_rules
from bot.views import partner_forms as views
from bot.views.ids import Field
from bot.views.kit import Modal
from handlers.partners import added, split
from handlers.program_forms import programs
from handlers.replies import Answers, Reply, task_created
from handlers.resolving import label_of
from handlers.sent import Sent, countries_typed, email_typed
from handlers.turn import Turn
from storage.partners import seen_contact, seen_organisation


def new_partner(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    return views.partner_form(turn.t, name=facts.get("name", ""), private_metadata=origin)


def edit_partner(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    kind, row_id = split(facts["partner"])
    seen = seen_contact if kind == "contact" else seen_organisation
    partner = seen(turn.session, turn.viewer, row_id, turn.t.today)
    if partner is None:
        raise UserError(N_("This is not there any more, or you may not see it."))
    return views.partner_edit_form(turn.t, partner, private_metadata=origin)


def log_contact(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    world = turn.reading.world
    wanted = facts.get("partner")
    known = (*world.contacts, *world.organisations)
    twice = {name for name, times in Counter(one.name for one in known).items() if times > 1}
    partners = [(name.id, label_of(name) if name.name in twice else name.name) for name in known]
    partners.sort(key=lambda choice: choice[0] != wanted)  # the one meant is among the hundred shown
    here = turn.reading.program
    return views.log_form(
        turn.t,
        partners=partners[:100],
        partner=wanted,
        name=facts.get("name", ""),
        programs=programs(turn),
        program=int(here.id) if here else None,
        text=facts.get("text", ""),
        day=turn.t.today,
        private_metadata=origin,
    )


def send_new_partner(turn: Turn, sent: Sent) -> Reply:
    return added(turn.act(rules.add_partner, _described(turn, sent), turn.actor))


def send_edit_partner(turn: Turn, sent: Sent) -> Reply:
    kind, row_id = partner = split(sent.kept["partner"])
    draft = _described(turn, sent)
    if kind == "organisation":
        draft = replace(draft, name=None, honorific=None, organisation=sent.text(Field.NAME) or None)
    written = turn.act(rules.edit_partner, partner, draft, turn.actor)
    return Answer("partner_edited", {"kind": kind, "partner": row_id, "batch": written.batch})


def _described(turn: Turn, sent: Sent) -> AddPartner:
    honorific, name = split_honorific(sent.text(Field.NAME))
    return AddPartner(
        name=name or None,
        honorific=honorific,
        organisation=sent.text(Field.ORGANISATION) or None,
        role=sent.text(Field.ROLE) or None,
        email=email_typed(sent),
        phone=sent.text(Field.PHONE) or None,
        country=", ".join(countries_typed(turn, sent)) or None,
        city=sent.text(Field.CITY) or None,
        kind=sent.choice(Field.ORGANISATION_KIND),
    )


def send_log(turn: Turn, sent: Sent) -> Reply:
    """Store what was said, with somebody new first where one is typed; what follows becomes tasks."""
    chosen = _chosen(turn, sent)
    who = read_partner(sent.text(Field.NAME), turn.reading)
    draft = _draft(turn, sent, chosen)
    if chosen is not None:
        partner = split(chosen.id)
        written = turn.act(rules.log_contact, draft, partner, turn.actor)
    else:
        written, partner = turn.act(rules.log_with_new, draft, who, turn.actor)
    kind, row_id = partner
    facts = {"kind": kind, "partner": row_id, "interaction": written.id, "batch": written.batch}
    name = chosen or Name(f"{kind}:{row_id}", who.name or who.organisation or "")
    answers = [Answer("contact_logged", facts)]
    if draft.next_contact is not None:
        title = turn.t("Contact {name}", name=name.name)
        answers.append(_task(turn, title, draft.next_contact, name, draft.program, Field.NEXT_CONTACT))
    if step := sent.text(Field.FOLLOW_UP):
        due = _when(turn, sent, Field.FOLLOW_UP_DUE)
        answers.append(_task(turn, step, due, name, draft.program, Field.FOLLOW_UP_DUE))
    return Answers(tuple(answers)) if len(answers) > 1 else answers[0]


def _chosen(turn: Turn, sent: Sent) -> Name | None:
    """The partner chosen; None where somebody new is typed instead."""
    world = turn.reading.world
    wanted = sent.choice(Field.PARTNER)
    chosen = [name for name in (*world.contacts, *world.organisations) if name.id == wanted]
    if not chosen and not sent.text(Field.NAME):
        raise UserError(N_("Choose a partner, or write the name of somebody new below."), field="partner")
    return chosen[0] if chosen else None


def _draft(turn: Turn, sent: Sent, chosen: Name | None) -> LogContact:
    program_id = sent.choice(Field.PROGRAM)
    program = [name for name in turn.reading.world.programs if name.id == program_id]
    valid = sent.day(Field.VALID_UNTIL)
    return LogContact(
        Said(chosen.name, (chosen,)) if chosen else None,
        sent.text(Field.TEXT),
        cast(ContactKind, sent.choice(Field.KIND) or "message"),
        date=_when(turn, sent, Field.DATE),
        valid_until=valid,
        program=Said(program[0].name, tuple(program)) if program else None,
        direction=cast(Direction | None, sent.choice(Field.DIRECTION)),
        next_contact=_when(turn, sent, Field.NEXT_CONTACT),
    )


def _when(turn: Turn, sent: Sent, field: Field) -> When | None:
    day = sent.day(field)
    return When(day, words=turn.t.day(day)) if day else None


def _task(
    turn: Turn, title: str, due: When | None, partner: Name, program: Said | None, field: Field
) -> Answer:
    """The task that follows from what was said to a partner, its author's own."""
    me = Name(turn.member.slack_id, turn.member.name)
    draft = CreateTask(
        title=title,
        due=due,
        owners=(Said(me.name, (me,)),),
        program=program,
        partner=Said(partner.name, (partner,)),
        again=True,
    )
    try:
        written = turn.act(task_rules.create_task, draft, turn.actor)
    except UserError as refusal:
        about = field if refusal.field == Field.DUE else Field.FOLLOW_UP
        raise UserError(refusal.sentence, field=about, ways=refusal.ways, **refusal.facts) from refusal
    return task_created(written, draft)
