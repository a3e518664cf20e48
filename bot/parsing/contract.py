"""Understanding as the contract's JSON, and its JSON as a reading: what `lintas parse` speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.parsing.dates.lexicon import START_ANCHORS
from bot.parsing.intents import (
    THIS,
    AddPartner,
    AssignTask,
    CancelTask,
    CompleteTask,
    CreateTask,
    Intent,
    Lang,
    ListTasks,
    LogContact,
    Name,
    OpenTask,
    Query,
    Reading,
    RecordUpdate,
    ReopenTask,
    RescheduleTask,
    Said,
    ShowTask,
    TaskRef,
    Understood,
    When,
    World,
)
from bot.parsing.names import search_key
from bot.parsing.questions import WHICH_TASK, WHICH_THING, in_language
from bot.parsing.which_task import moved

JSON = dict[str, Any]

_NAMES: dict[type, str] = {
    CreateTask: "create_task", RecordUpdate: "program_update", AddPartner: "partner_add",
    LogContact: "partner_log",
    CompleteTask: "complete_task", ReopenTask: "complete_task", CancelTask: "complete_task",
    RescheduleTask: "reschedule_task",
    AssignTask: "assign_task", Query: "query", ListTasks: "query", ShowTask: "query",
}  # fmt: skip


# --- out -----------------------------------------------------------------------------------------------


def to_contract(understood: Understood, reading: Reading, id: str | None = None) -> JSON:
    """The output line of the contract for what was understood."""
    intent, asked = _at_hand(understood, reading)
    fields = fields_of(intent, reading) if intent else {}
    name = (
        "ambiguous"
        if understood.ambiguous or asked
        else _NAMES.get(type(intent), "none")
        if intent
        else "none"
    )
    sentence = understood.question or asked
    question = in_language(sentence, reading.lang) if sentence else None
    return {
        "id": id,
        "intent": name,
        "confidence": round(understood.confidence, 3),
        "fields": fields if name != "none" else {},
        "more": [
            {"intent": _NAMES.get(type(i), "none"), "fields": fields_of(i, reading)} for i in understood.more
        ],
        "alternatives": [
            {"intent": _NAMES.get(type(i), "none"), "fields": fields_of(i, reading)}
            for i in understood.alternatives
        ],
        "question": question,
    }


def _at_hand(understood: Understood, reading: Reading) -> tuple[Intent | None, str | None]:
    """The intent, with the one at hand as the only open task; where there are more or none, the question
    which: the contract's line knows no thread."""
    intent, tasks = understood.intent, reading.world.tasks
    if intent is None or THIS not in getattr(intent, "tasks", (getattr(intent, "task", None),)):
        return intent, None
    if len(tasks) != 1:
        return intent, WHICH_TASK if isinstance(intent, CompleteTask | ReopenTask) else WHICH_THING
    only = tasks[0]
    ref: TaskRef = only.number if only.number is not None else only.title
    match intent:
        case RescheduleTask():
            return moved(ref, only, intent.shift, intent.due), None
        case CompleteTask():
            return CompleteTask((ref,)), None
        case ReopenTask() | AssignTask():
            return replace(intent, task=ref), None
    return intent, None


def fields_of(intent: Intent, reading: Reading) -> JSON:
    """The contract's fields of an intent: only those that the words gave."""
    match intent:
        case CreateTask():
            fields = _task_fields(intent)
        case RecordUpdate():
            fields = {
                "program": _name(intent.program), "kind": intent.kind, "status": intent.status,
                "anchor": intent.anchor,
                "date": intent.date.day.isoformat() if intent.date else None,
                "amount": _amount(intent.amount),
                "currency": intent.currency,
            }  # fmt: skip
        case AddPartner():
            fields = {
                "partner_name": intent.name, "organisation": intent.organisation, "role": intent.role,
                "email": intent.email, "phone": intent.phone, "country": intent.country,
                "program": _name(intent.program),
            }  # fmt: skip
        case LogContact():
            fields = _log_fields(intent)
        case CompleteTask():
            titles = [_title(t, reading) for t in intent.tasks]
            fields = {"title": titles[0] if len(titles) == 1 else titles, "status": "done"}
        case ReopenTask():
            fields = {"title": _title(intent.task, reading), "status": "open"}
        case CancelTask():
            fields = {"title": _title(intent.task, reading), "status": "cancelled"}
        case RescheduleTask():
            fields = {"title": _title(intent.task, reading), **_due(intent.due)}
        case AssignTask():
            fields = {"title": _title(intent.task, reading), "owner": _owners(intent.owners)}
        case Query():
            fields = {
                "kind": intent.kind, "program": _name(intent.program),
                "organisation": _words(intent.organisation),
                "partner_name": _words(intent.partner), "owner": _owners(intent.owner), "title": intent.title,
                "from": intent.start.isoformat() if intent.start else None,
                "to": intent.end.isoformat() if intent.end else None,
            }  # fmt: skip
        case ListTasks():
            fields = {
                "kind": "overdue" if intent.scope == "late" else "due",
                "owner": _owners((intent.owner,)),
            }
        case _:
            fields = {}
    return {key: value for key, value in fields.items() if value not in (None, "", [], {})}


def _task_fields(task: CreateTask) -> JSON:
    organisation = task.partner
    person = bool(organisation and organisation.matches and organisation.matches[0].organisation is not None)
    return {
        "title": task.title, **_due(task.due), "owner": _owners(task.owners), "program": _name(task.program),
        ("partner_name" if person else "organisation"): _words(organisation), "priority": task.priority,
        "valid_until": task.valid_until.isoformat() if task.valid_until else None,
        "recurrence": task.recurrence, "amount": _amount(task.amount), "currency": task.currency,
    }  # fmt: skip


def _log_fields(log: LogContact) -> JSON:
    fields: JSON = {
        "partner_name": _words(log.partner), "organisation": _words(log.organisation), "kind": log.kind,
        "date": log.date.day.isoformat() if log.date else None, "status": log.status,
        "valid_until": log.valid_until.isoformat() if log.valid_until else None,
        "program": _name(log.program), "amount": _amount(log.amount), "currency": log.currency,
    }  # fmt: skip
    if log.follow_up:
        fields["follow_up"] = {"title": log.follow_up.title, **_only_due(log.follow_up.due)}
    if log.promise:
        fields["promise"] = {"by": log.promise.by, "what": log.promise.what, **_only_due(log.promise.due)}
    return fields


def _only_due(when: When | None) -> JSON:
    return {"due": moment(when)} if when else {}


def moment(when: When) -> str:
    """A day, or an instant with its offset where a clock time was said."""
    return when.at.isoformat() if when.at else when.day.isoformat()


def _due(when: When | None) -> JSON:
    if when is None:
        return {}
    anchored = {"anchor": when.anchor, "offset_days": when.offset_days} if when.anchor else {}
    return {"due": moment(when), **anchored}


def _amount(amount: float | None) -> float | int | None:
    return int(amount) if amount is not None and amount == int(amount) else amount


def _name(said: Said | None) -> str | None:
    if said is None:
        return None
    return said.known.name if said.known else said.text or None


def _words(said: Said | None) -> str | None:
    return said.text or None if said else None


def _owners(people: tuple[Said | None, ...]) -> str | list[str] | None:
    named = [
        p.text if p.text == "speaker" else p.known.id if p.known and _slack_id(p.known.id) else p.text
        for p in people
        if p
    ]
    return named[0] if len(named) == 1 else named or None


def _slack_id(id: str) -> bool:
    return id[:1] in "UW" and id.isalnum() and id.isupper()


def _title(task: TaskRef, reading: Reading) -> str | None:
    if isinstance(task, int):
        known = next((t.title for t in reading.world.tasks if t.number == task), None)
        return known or f"#{task}"
    return task or None


# --- in --------------------------------------------------------------------------------------------------


def world_from_json(data: JSON) -> World:
    """A world file (programs, members, organisations, contacts with their names) as a world."""
    return World(
        programs=_names(data.get("programs"), "program"),
        members=_names(data.get("members"), "member"),
        organisations=_names(data.get("organisations"), "organisation"),
        contacts=_names(data.get("contacts"), "contact"),
        tasks=_tasks(data.get("tasks")),
    )


def _names(rows: Any, kind: str) -> tuple[Name, ...]:
    found = []
    for i, row in enumerate(rows if isinstance(rows, list) else []):
        row = row if isinstance(row, dict) else {"name": str(row)}
        if not row.get("name"):
            continue
        found.append(
            Name(
                str(row.get("id") or f"{kind}-{i}"),
                str(row["name"]),
                tuple(map(str, row.get("aliases") or ())),
                row.get("organisation") or ("" if kind == "contact" else None),
                _anchors(row.get("anchors")),
                row.get("email"),
            )
        )
    return tuple(found)


def _anchors(rows: Any) -> dict[str, date]:
    rows = rows if isinstance(rows, dict) else {}
    return {str(key).replace(" ", "_"): day for key, value in rows.items() if (day := _day(value))}


def _day(value: Any) -> date | None:
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError:
        return None


def _tasks(rows: Any) -> tuple[OpenTask, ...]:
    found = []
    for row in rows if isinstance(rows, list) else []:
        row = row if isinstance(row, dict) else {"title": str(row)}
        due: date | datetime | None = _day(row.get("due"))
        if due and "T" in str(row.get("due")):
            due = datetime.fromisoformat(str(row["due"]).replace("Z", "+00:00"))
        found.append(OpenTask(str(row.get("title", "")), due, row.get("number")))
    return tuple(found)


def read_input(line: JSON, world: World | None = None, now: datetime | None = None) -> tuple[str, Reading]:
    """The text of an input line and what to read it against.

    `world` is what its `context` lacks; `now` what the line's own `now` is by default. A wrong `tz`, or a
    `now` that is wrong or missing in both, raises ValueError saying which.
    """
    zone = str(line.get("tz") or "Asia/Jakarta")
    try:
        tz = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError(f"tz: no such zone: {zone}") from error
    moment_ = _now(line.get("now"), tz, now)
    context = line.get("context") if isinstance(line.get("context"), dict) else {}
    assert isinstance(context, dict)
    base = world or World()
    merged = (
        replace(
            base,
            **{
                kind: _names(context[kind], kind[:-1])
                for kind in ("programs", "members", "contacts", "organisations")
                if context.get(kind)
            },
            tasks=_tasks(context.get("tasks")) or base.tasks,
        )
        if context
        else base
    )
    speaker = line.get("speaker")
    if isinstance(speaker, dict):
        speaker = speaker.get("id")
    lang: Lang = "en" if line.get("lang") == "en" else "id"
    text = str(line.get("text") or "")
    author = str(speaker) if speaker else None
    return text, Reading(moment_, tz, lang, author, merged, _program(context, merged))


def _now(value: Any, tz: ZoneInfo, default: datetime | None) -> datetime:
    if not value and default:
        return default
    try:
        now = datetime.fromisoformat(str(value).replace("Z", "+00:00"))
    except ValueError as error:
        raise ValueError(f"now: not an ISO 8601 time: {value}") from error
    return now if now.tzinfo else now.replace(tzinfo=tz)


def _program(context: JSON, world: World) -> Name | None:
    """The program of the place, its anchors from the context over those known."""
    title = context.get("program")
    if not title:
        return None
    key = search_key(str(title))
    known = next((p for p in world.programs if search_key(p.name) == key), Name("context", str(title)))
    anchors = dict(known.anchors) | _anchors(context.get("anchors"))
    if opening := _day(context.get("opening")):
        beginnings = [name for name in anchors if name in START_ANCHORS]
        anchors[beginnings[0] if len(beginnings) == 1 else "opening"] = opening
    return replace(known, anchors=anchors)
