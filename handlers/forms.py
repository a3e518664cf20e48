"""Forms: opened with what is known, and what each does when it is sent."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any, cast
from zoneinfo import ZoneInfo

from bot.answers import Answer
from bot.errors import N_, UserError
from bot.parsing.commands import parse_command
from bot.parsing.intents import (
    AddPartner,
    ContactKind,
    CreateProgram,
    CreateTask,
    LogContact,
    Name,
    RecordUpdate,
    Said,
    SettingsCommand,
    UpdateKind,
    When,
)
from bot.parsing.people import split_honorific
from bot.services import members as member_rules
from bot.services import partners as partner_rules
from bot.services import programs as program_rules
from bot.services import tasks as task_rules
from bot.services.daysoff import calendar_of
from bot.services.members import digest_settings, member_settings
from bot.views import digest as digest_views
from bot.views import help as help_views
from bot.views import partners as partner_views
from bot.views import programs as program_views
from bot.views import settings as setting_views
from bot.views import task_forms
from bot.views.ids import Callback, Field, Snooze
from bot.views.kit import Modal
from handlers.merging import merged
from handlers.partners import split
from handlers.replies import Answers, OpenForm, Reply, task_changed
from handlers.turn import Turn
from storage.models import Channel
from storage.programs import seen_program
from storage.seen import Due, SeenProgramName, SeenTask
from storage.tasks import seen_task

NINE = time(9)
LONGEST_TITLE = 150


# --- opening -----------------------------------------------------------------------------------


def form(turn: Turn, wanted: OpenForm) -> Modal:
    """The form of that name, filled with what is known; it remembers where its echo belongs."""
    return _FORMS[wanted.name](turn, dict(wanted.facts), _origin(turn, wanted.facts))


def _origin(turn: Turn, facts: dict[str, Any]) -> str:
    call = turn.call
    kept = {
        "channel": call.channel,
        "kind": call.channel_kind,
        "url": call.response_url,
        "thread": call.thread or call.ts if call.entrance == "shortcut" else None,
        "replace": call.ephemeral,
        **{name: fact for name, fact in facts.items() if name in ("task", "program", "row", "note")},
    }
    return json.dumps({name: fact for name, fact in kept.items() if fact}, ensure_ascii=False)


def _task(turn: Turn, facts: dict[str, Any]) -> SeenTask:
    seen = seen_task(turn.session, turn.viewer, facts["task"])
    if seen is None or seen.deleted:
        raise task_rules.no_such_task(turn.viewer)
    return seen


def _programs(turn: Turn) -> list[tuple[int, str]]:
    return [(int(name.id), name.name) for name in turn.reading.world.programs]


def _new_task(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    here = turn.reading.program
    return task_forms.task_form(
        turn.t,
        programs=_programs(turn),
        program=int(here.id) if here else None,
        title=facts.get("title", ""),
        due=Due(date.fromisoformat(facts["due"])) if "due" in facts else None,
        private_metadata=origin,
    )


def _edit_task(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    return task_forms.task_form(
        turn.t, task=_task(turn, facts), programs=_programs(turn), private_metadata=origin
    )


def _edit_program(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    program = seen_program(turn.session, turn.viewer, facts["program"], turn.t.today)
    if program is None:
        raise program_rules.no_such_program(turn.viewer)
    return program_views.program_form(turn.t, program=program, private_metadata=origin)


def _update(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    here = turn.reading.program
    return program_views.update_form(
        turn.t,
        programs=_programs(turn),
        program=facts.get("program") or (int(here.id) if here else None),
        text=facts.get("text", ""),
        private_metadata=origin,
    )


def _log_contact(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    world = turn.reading.world
    partners = [(name.id, name.name) for name in (*world.contacts, *world.organisations)]
    return partner_views.log_form(
        turn.t,
        partners=partners[:100],
        partner=facts.get("partner"),
        text=facts.get("text", ""),
        day=turn.t.today,
        private_metadata=origin,
    )


def _digest(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    channel = turn.session.get_one(Channel, facts["row"])
    return digest_views.digest_form(digest_settings(turn.session, channel), turn.t, private_metadata=origin)


def _settings(turn: Turn, _: dict[str, Any], origin: str) -> Modal:
    return setting_views.settings_form(
        member_settings(turn.session, turn.member), turn.t, private_metadata=origin
    )


def _details(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    made = turn.compose(Answer.from_json(facts["card"]))
    if made is None:
        raise UserError(N_("This is not there any more, or you may not see it."))
    return help_views.details(made.message, turn.t, private_metadata=origin)


_FORMS: dict[str, Callable[[Turn, dict[str, Any], str], Modal]] = {
    "new_task": _new_task,
    "edit_task": _edit_task,
    "reschedule": lambda turn, facts, origin: task_forms.reschedule_form(
        _task(turn, facts), turn.t, private_metadata=origin
    ),
    "assign": lambda turn, facts, origin: task_forms.assign_form(
        _task(turn, facts), turn.t, private_metadata=origin
    ),
    "snooze": lambda turn, facts, origin: task_forms.snooze_form(
        _task(turn, facts), turn.t, private_metadata=origin
    ),
    "new_program": lambda turn, _, origin: program_views.program_form(turn.t, private_metadata=origin),
    "edit_program": _edit_program,
    "update": _update,
    "new_partner": lambda turn, _, origin: partner_views.partner_form(turn.t, private_metadata=origin),
    "log_contact": _log_contact,
    "digest_settings": _digest,
    "settings": _settings,
    "details": _details,
}


# --- sending -----------------------------------------------------------------------------------


def submission(turn: Turn) -> Reply:
    """Do what the form says; a UserError that names a field shows beside it.

    What others changed while a form was open stays, but for what its person changed in it.
    """
    if turn.call.callback in _EDITS:
        turn.write()
        kept = json.loads(turn.call.metadata or "{}")
        now = _FORMS[_EDITS[turn.call.callback]](turn, kept, "")
        opened = turn.call.body["view"]["blocks"]
        turn.call = replace(turn.call, values=merged(turn.call.values, opened, now.blocks))
    return _SUBMISSIONS[turn.call.callback](turn, _Sent(turn))


class _Sent:
    """What was filled in, by field."""

    def __init__(self, turn: Turn):
        self._values = turn.call.values
        self.kept: dict[str, Any] = json.loads(turn.call.metadata or "{}")

    def _state(self, name: Field) -> dict[str, Any]:
        block = self._values.get(name.value) or {}
        return block.get(name.value) or {}

    def text(self, name: Field) -> str:
        return (self._state(name).get("value") or "").strip()

    def choice(self, name: Field) -> str | None:
        return (self._state(name).get("selected_option") or {}).get("value")

    def choices(self, name: Field) -> list[str]:
        return [option["value"] for option in self._state(name).get("selected_options") or []]

    def people(self, name: Field) -> list[str]:
        return list(self._state(name).get("selected_users") or [])

    def person(self, name: Field) -> str | None:
        return self._state(name).get("selected_user")

    def day(self, name: Field) -> date | None:
        chosen = self._state(name).get("selected_date")
        return date.fromisoformat(chosen) if chosen else None

    def clock(self, name: Field) -> time | None:
        chosen = self._state(name).get("selected_time")
        return time.fromisoformat(chosen) if chosen else None


def _when(turn: Turn, sent: _Sent, zone: str | None = None) -> When | None:
    """The deadline of a form: a day, and if one was picked an hour of the member's or the task's zone."""
    day, clock = sent.day(Field.DUE), sent.clock(Field.TIME)
    if day is None:
        if clock is not None:
            raise UserError(N_("Choose a day for this hour."), field="due")
        return None
    if clock is None:
        return When(day, words=turn.t.day(day))
    at = datetime.combine(day, clock, tzinfo=ZoneInfo(zone) if zone else turn.zone)
    return When(day, at=at, words=turn.t.day(day))


def _members(turn: Turn, ids: list[str]) -> tuple[Said, ...]:
    names = {name.id: name for name in turn.reading.world.members}
    known = [names.get(slack_id) or Name(slack_id, slack_id) for slack_id in ids]
    return tuple(Said(name.name, (name,)) for name in known)


def _program_said(turn: Turn, program_id: str | None, held: SeenProgramName | None) -> Said:
    """The program chosen, also one only the task knows; none chosen is none meant, whatever the place."""
    known = turn.reading.world.programs
    own = (Name(str(held.id), held.name),) if held else ()
    chosen = [name for name in (*known, *own) if name.id == program_id][:1]
    return Said(chosen[0].name if chosen else "", tuple(chosen))


def _draft(
    turn: Turn, sent: _Sent, zone: str | None = None, held: SeenProgramName | None = None
) -> CreateTask:
    priority = sent.choice(Field.PRIORITY)
    return CreateTask(
        title=sent.text(Field.TITLE),
        due=_when(turn, sent, zone),
        owners=_members(turn, sent.people(Field.OWNERS)),
        program=_program_said(turn, sent.choice(Field.PROGRAM), held),
        priority=cast(Any, priority if priority in ("high", "low") else None),
    )


def _send_new_task(turn: Turn, sent: _Sent) -> Reply:
    draft, note = _draft(turn, sent), sent.kept.get("note")
    if note:  # whence it came; a title too long for one is kept whole there too
        draft = replace(draft, words=note if len(draft.title) <= LONGEST_TITLE else f"{draft.title}\n{note}")
    written = turn.act(task_rules.create_task, draft, turn.actor)
    if written.repeated:
        return Answer("task_card", {"task": written.id}, written.id)
    return Answer("task_created", {"task": written.id, "batch": written.batch}, written.id)


def _send_edit_task(turn: Turn, sent: _Sent) -> Reply:
    seen = _task(turn, sent.kept)
    zone = seen.due.zone if seen.due and seen.due.at else None
    written = turn.act(task_rules.edit_task, seen.id, _draft(turn, sent, zone, seen.program), turn.actor)
    return task_changed(written, "edited")


def _send_reschedule(turn: Turn, sent: _Sent) -> Reply:
    seen = _task(turn, sent.kept)
    due = _when(turn, sent, seen.due.zone if seen.due and seen.due.at else None)
    if due is None:
        raise UserError(N_("Choose the new deadline."), field="due")
    written = turn.act(task_rules.reschedule_task, seen.id, due, None, turn.actor, by_id=True)
    return task_changed(written, "rescheduled")


def _send_assign(turn: Turn, sent: _Sent) -> Reply:
    owners = _members(turn, sent.people(Field.OWNERS))
    if not owners:
        raise UserError(N_("Choose who does it."), field="owners")
    written = turn.act(task_rules.assign_task, sent.kept["task"], owners, turn.actor, by_id=True)
    return task_changed(written, "assigned")


def _send_snooze(turn: Turn, sent: _Sent) -> Reply:
    today = turn.t.today
    match sent.choice(Field.SNOOZE):
        case Snooze.HOUR:
            until = When(today, at=turn.now.astimezone(turn.zone) + timedelta(hours=1))
        case Snooze.TOMORROW:
            until = _at_nine(turn, today + timedelta(days=1))
        case Snooze.PICK:
            day = sent.day(Field.DUE)
            if day is None:
                raise UserError(N_("Choose a day."), field="due")
            clock = sent.clock(Field.TIME) or NINE
            until = When(day, at=datetime.combine(day, clock, tzinfo=turn.zone), words=turn.t.day(day))
        case _:
            until = _at_nine(turn, calendar_of(turn.session, turn.member).after(today))
    return task_changed(
        turn.act(task_rules.snooze_task, sent.kept["task"], until, turn.actor, by_id=True), "snoozed"
    )


def _at_nine(turn: Turn, day: date) -> When:
    return When(day, at=datetime.combine(day, NINE, tzinfo=turn.zone))


def _program_draft(turn: Turn, sent: _Sent) -> CreateProgram:
    day, anchor = sent.day(Field.DATE), sent.choice(Field.ANCHOR)
    anchors = ((anchor, When(day, words=turn.t.day(day))),) if day and anchor else ()
    countries = tuple(part.strip() for part in sent.text(Field.COUNTRY).split(",") if part.strip())
    return CreateProgram(
        sent.text(Field.NAME), sent.choice(Field.KIND), anchors, countries, sent.text(Field.CITY) or None
    )


def _send_new_program(turn: Turn, sent: _Sent) -> Reply:
    written = turn.act(
        program_rules.create_program, _program_draft(turn, sent), turn.actor, lead=sent.person(Field.LEAD)
    )
    return Answer("program_created", {"program": written.id, "batch": written.batch})


def _send_edit_program(turn: Turn, sent: _Sent) -> Reply:
    program_id = int(sent.kept["program"])
    written = turn.act(
        program_rules.edit_program,
        program_id,
        _program_draft(turn, sent),
        turn.actor,
        lead=sent.person(Field.LEAD),
        ladder=sent.text(Field.LADDER),
        status=cast(program_rules.ProgramStatus, sent.choice(Field.STATUS) or "active"),
    )
    return Answer("program_changed", {"program": written.id, "verb": "edited", "batch": written.batch})


def _send_update(turn: Turn, sent: _Sent) -> Reply:
    program_id = sent.choice(Field.PROGRAM)
    if program_id is None:
        raise UserError(N_("Choose a program."), field="program")
    draft = RecordUpdate(None, sent.text(Field.TEXT), cast(UpdateKind, sent.choice(Field.KIND) or "status"))
    written = turn.act(program_rules.record_update, draft, int(program_id), turn.actor)
    return Answer("update_recorded", {"update": written.id, "batch": written.batch})


def _send_new_partner(turn: Turn, sent: _Sent) -> Reply:
    honorific, name = split_honorific(sent.text(Field.NAME))
    draft = AddPartner(
        name=name or None,
        honorific=honorific,
        organisation=sent.text(Field.ORGANISATION) or None,
        role=sent.text(Field.ROLE) or None,
        email=sent.text(Field.EMAIL) or None,
        phone=sent.text(Field.PHONE) or None,
        country=sent.text(Field.COUNTRY) or None,
    )
    written, (kind, row_id) = turn.act(partner_rules.add_partner, draft, turn.actor)
    return Answer("partner_added", {"kind": kind, "partner": row_id, "batch": written.batch})


def _send_log(turn: Turn, sent: _Sent) -> Reply:
    world = turn.reading.world
    wanted = sent.choice(Field.PARTNER)
    chosen = [name for name in (*world.contacts, *world.organisations) if name.id == wanted]
    if not chosen:
        raise UserError(
            N_("Choose a partner. A new one is added first, with “{command}”."),
            command=N_("/partner add"),
            field="partner",
        )
    day = sent.day(Field.DATE)
    draft = LogContact(
        Said(chosen[0].name, (chosen[0],)),
        sent.text(Field.TEXT),
        cast(ContactKind, sent.choice(Field.KIND) or "message"),
        date=When(day) if day else None,
    )
    kind, row_id = split(chosen[0])
    written = turn.act(partner_rules.log_contact, draft, (kind, row_id), turn.actor)
    facts = {"kind": kind, "partner": row_id, "interaction": written.id, "batch": written.batch}
    logged = Answer("contact_logged", facts)
    return Answers((logged, _next_step(turn, sent, chosen[0]))) if sent.text(Field.FOLLOW_UP) else logged


def _next_step(turn: Turn, sent: _Sent, partner: Name) -> Answer:
    """The task that follows from what was said to a partner."""
    day = sent.day(Field.FOLLOW_UP_DUE)
    draft = CreateTask(
        title=sent.text(Field.FOLLOW_UP),
        due=When(day, words=turn.t.day(day)) if day else None,
        partner=Said(partner.name, (partner,)),
        again=True,
    )
    try:
        written = turn.act(task_rules.create_task, draft, turn.actor)
    except UserError as refusal:
        field = Field.FOLLOW_UP_DUE if refusal.field == Field.DUE else Field.FOLLOW_UP
        raise UserError(refusal.sentence, field=field, ways=refusal.ways, **refusal.facts) from refusal
    return Answer("task_created", {"task": written.id, "batch": written.batch}, written.id)


def _send_digest(turn: Turn, sent: _Sent) -> Reply:
    clock = sent.clock(Field.TIME)
    choice = member_rules.DigestChoice(
        on=sent.choice(Field.ON) == "on",
        at=clock.hour * 60 + clock.minute if clock else None,
        days=tuple(int(day) for day in sent.choices(Field.DAYS)) or None,
        zone=_zone(turn, sent) or None,
        lang=sent.choice(Field.LANG),
        sections=tuple(sent.choices(Field.SECTIONS)) or None,
        when_empty=sent.choice(Field.WHEN_EMPTY) == "say",
    )
    written = turn.act(member_rules.edit_digest, int(sent.kept["row"]), choice, turn.actor)
    return Answer("digest_settings", {"channel": written.id, "batch": written.batch})


def _send_settings(turn: Turn, sent: _Sent) -> Reply:
    clock = sent.clock(Field.TIME)
    choice = member_rules.MemberChoice(
        lang=sent.choice(Field.LANG) or turn.t.lang,
        zone=_zone(turn, sent) or turn.zone.key,
        morning_on=sent.choice(Field.ON) == "on",
        morning_at=clock.hour * 60 + clock.minute if clock else None,
        country=sent.text(Field.COUNTRY) or None,
    )
    written = turn.act(member_rules.edit_settings, choice, turn.actor)
    return Answer("setting_changed", {"kind": "settings", "batch": written.batch})


def _zone(turn: Turn, sent: _Sent) -> str:
    """The zone typed, as IANA calls it where a city was meant."""
    typed = sent.text(Field.ZONE)
    meant = parse_command("/lintas", f"zone {typed}", turn.reading)
    return meant.zone if isinstance(meant, SettingsCommand) and meant.zone else typed


_EDITS: dict[str, str] = {
    Callback.EDIT_TASK: "edit_task",
    Callback.EDIT_PROGRAM: "edit_program",
    Callback.DIGEST_SETTINGS: "digest_settings",
    Callback.SETTINGS: "settings",
}

_SUBMISSIONS: dict[str, Callable[[Turn, _Sent], Reply]] = {
    Callback.NEW_TASK: _send_new_task,
    Callback.EDIT_TASK: _send_edit_task,
    Callback.RESCHEDULE: _send_reschedule,
    Callback.ASSIGN: _send_assign,
    Callback.SNOOZE: _send_snooze,
    Callback.NEW_PROGRAM: _send_new_program,
    Callback.EDIT_PROGRAM: _send_edit_program,
    Callback.RECORD_UPDATE: _send_update,
    Callback.NEW_PARTNER: _send_new_partner,
    Callback.LOG_CONTACT: _send_log,
    Callback.DIGEST_SETTINGS: _send_digest,
    Callback.SETTINGS: _send_settings,
}
