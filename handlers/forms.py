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
from bot.parsing.intents import CreateTask, Name, Said, When
from bot.services import members as member_rules
from bot.services import tasks as task_rules
from bot.services.daysoff import calendar_of
from bot.services.members import digest_settings, member_settings
from bot.views import digest as digest_views
from bot.views import help as help_views
from bot.views import settings as setting_views
from bot.views import task_forms
from bot.views.ids import Callback, Field, Snooze
from bot.views.kit import Modal
from handlers import partner_forms, program_forms
from handlers.merging import merged
from handlers.replies import OpenForm, Reply, task_changed, task_created
from handlers.sent import Sent, zone_typed
from handlers.turn import Turn
from storage.models import Channel
from storage.seen import Due, SeenProgramName, SeenTask
from storage.tasks import seen_task

NINE = time(9)


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
        **{
            name: fact
            for name, fact in facts.items()
            if name in ("task", "program", "partner", "row", "note")
        },
    }
    return json.dumps({name: fact for name, fact in kept.items() if fact}, ensure_ascii=False)


def _task(turn: Turn, facts: dict[str, Any]) -> SeenTask:
    seen = seen_task(turn.session, turn.viewer, facts["task"])
    if seen is None or seen.deleted:
        raise task_rules.no_such_task(turn.viewer)
    return seen


def _new_task(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    here = turn.reading.program
    return task_forms.task_form(
        turn.t,
        programs=program_forms.programs(turn),
        program=facts.get("program") or (int(here.id) if here else None),
        title=facts.get("title", ""),
        due=Due(date.fromisoformat(facts["due"])) if "due" in facts else None,
        private_metadata=origin,
    )


def _edit_task(turn: Turn, facts: dict[str, Any], origin: str) -> Modal:
    return task_forms.task_form(
        turn.t, task=_task(turn, facts), programs=program_forms.programs(turn), private_metadata=origin
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
    "new_program": program_forms.new_program,
    "edit_program": program_forms.edit_program,
    "update": program_forms.update,
    "new_partner": partner_forms.new_partner,
    "edit_partner": partner_forms.edit_partner,
    "log_contact": partner_forms.log_contact,
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
    return _SUBMISSIONS[turn.call.callback](turn, Sent(turn))


def _when(turn: Turn, sent: Sent, zone: str | None = None) -> When | None:
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
    turn: Turn, sent: Sent, zone: str | None = None, held: SeenProgramName | None = None
) -> CreateTask:
    priority = sent.choice(Field.PRIORITY)
    return CreateTask(
        title=sent.text(Field.TITLE),
        due=_when(turn, sent, zone),
        owners=_members(turn, sent.people(Field.OWNERS)),
        program=_program_said(turn, sent.choice(Field.PROGRAM), held),
        priority=cast(Any, priority if priority in ("high", "low") else None),
    )


def _send_new_task(turn: Turn, sent: Sent) -> Reply:
    draft, note = _draft(turn, sent), sent.kept.get("note")
    draft = replace(draft, words=note)  # whence it came, where it came from a message
    written = turn.act(task_rules.create_task, draft, turn.actor)
    if written.repeated:
        return Answer("task_card", {"task": written.id}, written.id)
    return task_created(written, draft)


def _send_edit_task(turn: Turn, sent: Sent) -> Reply:
    seen = _task(turn, sent.kept)
    zone = seen.due.zone if seen.due and seen.due.at else None
    written = turn.act(task_rules.edit_task, seen.id, _draft(turn, sent, zone, seen.program), turn.actor)
    return task_changed(written, "edited")


def _send_reschedule(turn: Turn, sent: Sent) -> Reply:
    seen = _task(turn, sent.kept)
    due = _when(turn, sent, seen.due.zone if seen.due and seen.due.at else None)
    if due is None:
        raise UserError(N_("Choose the new deadline."), field="due")
    written = turn.act(
        task_rules.reschedule_task, seen.id, due, None, turn.actor, by_id=True, keeps_hour=False
    )
    return task_changed(written, "rescheduled")


def _send_assign(turn: Turn, sent: Sent) -> Reply:
    owners = _members(turn, sent.people(Field.OWNERS))
    if not owners:
        raise UserError(N_("Choose who does it."), field="owners")
    written = turn.act(task_rules.assign_task, sent.kept["task"], owners, turn.actor, by_id=True)
    return task_changed(written, "assigned")


def _send_snooze(turn: Turn, sent: Sent) -> Reply:
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


def _send_digest(turn: Turn, sent: Sent) -> Reply:
    clock = sent.clock(Field.TIME)
    choice = member_rules.DigestChoice(
        on=sent.choice(Field.ON) == "on",
        at=clock.hour * 60 + clock.minute if clock else None,
        days=tuple(int(day) for day in sent.choices(Field.DAYS)) or None,
        zone=zone_typed(turn, sent) or None,
        lang=sent.choice(Field.LANG),
        sections=tuple(sent.choices(Field.SECTIONS)) or None,
        when_empty=sent.choice(Field.WHEN_EMPTY) == "say",
    )
    written = turn.act(member_rules.edit_digest, int(sent.kept["row"]), choice, turn.actor)
    return Answer("digest_settings", {"channel": written.id, "batch": written.batch})


def _send_settings(turn: Turn, sent: Sent) -> Reply:
    clock = sent.clock(Field.TIME)
    choice = member_rules.MemberChoice(
        lang=sent.choice(Field.LANG) or turn.t.lang,
        zone=zone_typed(turn, sent) or turn.zone.key,
        morning_on=sent.choice(Field.ON) == "on",
        morning_at=clock.hour * 60 + clock.minute if clock else None,
        country=sent.text(Field.COUNTRY) or None,
    )
    written = turn.act(member_rules.edit_settings, choice, turn.actor)
    return Answer("setting_changed", {"kind": "settings", "batch": written.batch})


_EDITS: dict[str, str] = {
    Callback.EDIT_TASK: "edit_task",
    Callback.EDIT_PROGRAM: "edit_program",
    Callback.EDIT_PARTNER: "edit_partner",
    Callback.DIGEST_SETTINGS: "digest_settings",
    Callback.SETTINGS: "settings",
}

_SUBMISSIONS: dict[str, Callable[[Turn, Sent], Reply]] = {
    Callback.NEW_TASK: _send_new_task,
    Callback.EDIT_TASK: _send_edit_task,
    Callback.RESCHEDULE: _send_reschedule,
    Callback.ASSIGN: _send_assign,
    Callback.SNOOZE: _send_snooze,
    Callback.NEW_PROGRAM: program_forms.send_new_program,
    Callback.EDIT_PROGRAM: program_forms.send_edit_program,
    Callback.RECORD_UPDATE: program_forms.send_update,
    Callback.NEW_PARTNER: partner_forms.send_new_partner,
    Callback.EDIT_PARTNER: partner_forms.send_edit_partner,
    Callback.LOG_CONTACT: partner_forms.send_log,
    Callback.DIGEST_SETTINGS: _send_digest,
    Callback.SETTINGS: _send_settings,
}
