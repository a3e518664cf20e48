"""Tasks: what can be done with them, and the rules for doing it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta
from sqlalchemy.orm import Session

from bot.errors import N_, UserError, Way
from bot.parsing.intents import CreateTask, Name, Said, Shift, When
from bot.services import links, telling
from bot.services.actor import Actor, Written
from bot.services.calendars import at_local
from bot.services.daysoff import calendar_of
from bot.services.recurrence import next_one
from bot.services.visibility import checking, set_audience
from storage import changes
from storage.counters import next_number
from storage.ids import new_id
from storage.models import Anchor, Member, Program, Task, TaskNote, TaskOwner
from storage.programs import anchor_rows, program_row
from storage.seen import Viewer
from storage.tasks import owner_rows, same_just_added, task_row, task_row_by_id
from storage.types import search_key
from storage.workspaces import meet_member, programs_of_channel

SAME_WITHIN = timedelta(minutes=2)
LONGEST_TITLE = 250
LONGEST_NAME = 200
MORNING = 9 * 60


def create_task(session: Session, draft: CreateTask, actor: Actor) -> Written:
    """Store a task; the same words by the same person within two minutes are not stored twice."""
    act = actor.begins(session, "create_task")
    title, rest = _fitted(draft.title)
    if draft.words:
        rest = draft.words if rest is None or rest in draft.words else f"{rest}\n{draft.words}"
    program = _program_of(session, draft, actor)
    if not draft.again and (twin := _twin(session, title, draft, program, actor)):
        return Written(twin.id, act.batch, repeated=True)
    task = Task(
        id=new_id(),
        workspace_id=actor.viewer.workspace_id,
        number=next_number(session, actor.viewer.workspace_id, "task"),
        title=title,
        search_key=search_key(title),
        status="open",
        priority=draft.priority or "normal",
        program_id=program.id if program else None,
        recurrence=draft.recurrence,
    )
    set_audience(task, actor, program)
    _set_due(task, draft.due, actor)
    if program is not None and draft.due is not None and draft.due.anchor:
        task.anchor_id = _anchor_id(session, program, draft.due.anchor)
        task.offset_days = draft.due.offset_days
    if draft.partner is not None and (partner := draft.partner.known):
        kind, _, row_id = partner.id.partition(":")
        setattr(task, "contact_id" if kind == "contact" else "organisation_id", int(row_id))
    session.add(task)
    if rest:
        session.add(_note(task, rest, actor))
    session.flush()
    _give(session, task, draft.owners, actor)
    session.flush()
    return Written(task.id, act.batch, noted=bool(rest))


def complete_task(session: Session, ref: int, actor: Actor, *, by_id: bool = False) -> Written:
    """Close a task as done; one that is done already stays as it is."""
    act, task = _open_act(session, "complete_task", ref, actor, by_id)
    if task.status == "done":
        return Written(task.id, act.batch, repeated=True)
    _refuse_closed(task)
    _close(session, task, actor)
    following = next_one(session, task, actor)
    return replace(_changed(session, task, act), following=following)


def complete_tasks(session: Session, numbers: list[int], actor: Actor) -> list[Written]:
    """Close several tasks in one act, which one Undo takes back."""
    tasks = [_one_to_change(session, number, actor, by_id=False) for number in numbers]
    act = actor.begins(session, "complete_task")
    for task in tasks:
        if task.status != "done":
            _refuse_closed(task)
            _close(session, task, actor)
            next_one(session, task, actor)
    return [_changed(session, task, act) for task in tasks]


def reopen_task(session: Session, ref: int, actor: Actor, *, by_id: bool = False) -> Written:
    """Open a task that was done or cancelled again."""
    act, task = _open_act(session, "reopen_task", ref, actor, by_id)
    if task.status == "open":
        return Written(task.id, act.batch, repeated=True)
    task.status, task.done_at, task.done_by_id = "open", None, None
    links.follow(session, task, actor)
    return _changed(session, task, act)


def cancel_task(session: Session, ref: int, actor: Actor, *, by_id: bool = False) -> Written:
    """Close a task as not needed any more."""
    act, task = _open_act(session, "cancel_task", ref, actor, by_id)
    if task.status == "cancelled":
        return Written(task.id, act.batch, repeated=True)
    _refuse_closed(task)
    task.status = "cancelled"
    links.follow(session, task, actor)
    return _changed(session, task, act)


def delete_task(session: Session, ref: int, actor: Actor, *, by_id: bool = False) -> Written:
    """Remove a task from every list; its number still answers, and Undo brings it back."""
    act, task = _open_act(session, "delete_task", ref, actor, by_id)
    task.deleted_at = actor.now
    links.follow(session, task, actor)
    return _changed(session, task, act)


def reschedule_task(
    session: Session,
    ref: int,
    due: When | None,
    shift: Shift | None,
    actor: Actor,
    *,
    by_id: bool = False,
    keeps_hour: bool = True,
) -> Written:
    """Move a task's deadline to a date, or by a span counted from its own.

    Its hour stays where only another day was said: `keeps_hour` is False where the hour was taken away.
    """
    act, task = _open_act(session, "reschedule_task", ref, actor, by_id)
    _refuse_closed(task)
    if shift is not None:
        due = _shifted(task, shift)
    elif due is not None and due.at is None and keeps_hour:
        due = _at_its_hour(task, due)
    if due is None:
        raise UserError(
            N_("No new date was given for #{number}. Write it after the number: “{example}”."),
            number=task.number,
            example=N_("/task move {number} 2027-01-15"),
        )
    _set_due(task, due, actor)
    task.anchor_id = task.offset_days = None
    return _changed(session, task, act)


def snooze_task(
    session: Session, ref: int, until: When | None, actor: Actor, *, by_id: bool = False
) -> Written:
    """Leave a task out of mornings and digests until then; its deadline stays.

    Only for who holds it or asked for it: nobody else's reminders can be silenced.
    """
    act, task = _open_act(session, "snooze_task", ref, actor, by_id)
    _refuse_closed(task)
    held = telling.members_of(session, owner_rows(session, task.workspace_id, task.id))
    if held and actor.viewer.member_id not in {task.author_id, *(member.id for member in held)}:
        raise UserError(
            N_("#{number} is with {owners}, and only who holds a task puts off its reminders."),
            number=task.number,
            owners=[member.name for member in held],
        )
    if until is None:
        member = session.get_one(Member, actor.viewer.member_id)
        following = calendar_of(session, member).after(actor.today)
        task.snoozed_until = at_local(following, MORNING, actor.zone)
    else:
        task.snoozed_until = until.at or at_local(until.day, MORNING, actor.zone)
    if task.snoozed_until <= actor.now:
        raise UserError(N_("“{when}” is past. Give a time to come, or a date."), when=task.snoozed_until)
    return _changed(session, task, act)


def assign_task(
    session: Session, ref: int, owners: tuple[Said, ...], actor: Actor, *, by_id: bool = False
) -> Written:
    """Give a task to other hands; whoever held it before gives it up."""
    act, task = _open_act(session, "assign_task", ref, actor, by_id)
    _refuse_closed(task)
    if not owners:
        raise UserError(N_("Say who is to hold #{number}: “{example}”."), number=task.number, example="@Rani")
    for held in owner_rows(session, task.workspace_id, task.id):
        held.deleted_at = actor.now
    _give(session, task, owners, actor)
    return _changed(session, task, act)


def hand_over(session: Session, task_ids: list[int], giver: int, taker: Said, actor: Actor) -> Written:
    """Give what one member holds to another, in one act; others who hold it too keep it."""
    act = actor.begins(session, "assign_task")
    for task_id in task_ids:
        task = _one_to_change(session, task_id, actor, by_id=True)
        held = owner_rows(session, task.workspace_id, task.id)
        for row in held:
            if row.member_id == giver:
                row.deleted_at = actor.now
        known = taker.known and _member_id(session, taker.known, actor)
        if known not in [row.member_id for row in held]:
            _give(session, task, (taker,), actor)
        _changed(session, task, act)
    return Written(giver, act.batch)


def decline_task(session: Session, task_id: int, actor: Actor) -> Written:
    """“Not me”: give a task back; whoever asked for it is told."""
    act, task = _open_act(session, "decline_task", task_id, actor, True)
    mine = [
        row
        for row in owner_rows(session, task.workspace_id, task.id)
        if row.member_id == actor.viewer.member_id
    ]
    if not mine:
        return Written(task.id, act.batch, repeated=True)
    for row in mine:
        row.deleted_at = actor.now
    telling.declined(session, task, act.batch, actor)
    return _changed(session, task, act)


def wait_task(
    session: Session, ref: int, whom: str, why: str | None, actor: Actor, *, by_id: bool = False
) -> Written:
    """Say for whom a task waits, and since today; for nobody any more where no name is given."""
    act, task = _open_act(session, "wait_task", ref, actor, by_id)
    _refuse_closed(task)
    whom = " ".join(whom.split())[:LONGEST_NAME]
    if not whom and task.waiting_for is None:
        raise UserError(
            N_("#{number} waits for nobody. Write for whom it waits, for example “{example}”."),
            number=task.number,
            example=N_("/task wait {number} Goethe-Institut"),
        )
    task.waiting_for, task.waiting_since = whom or None, actor.today if whom else None
    if not whom:
        links.let_go(session, task, actor)
    note = _note(task, why, actor) if why else None
    if note is not None:
        session.add(note)
    return replace(_changed(session, task, act), note=note.id if note else None)


def put_after(session: Session, ref: int, other: int, actor: Actor, *, by_id: bool = False) -> Written:
    """Let a task wait until another is done; whoever holds it is then told."""
    before = _one_to_change(session, other, actor, by_id=False)
    act, task = _open_act(session, "wait_task", ref, actor, by_id)
    _refuse_closed(task)
    _refuse_closed(before)
    if not links.put_after(session, task, before, actor):
        return Written(task.id, act.batch, repeated=True)
    return _changed(session, task, act)


def note_task(session: Session, ref: int, text: str, actor: Actor, *, by_id: bool = False) -> Written:
    """Keep a line beside a task."""
    act, task = _open_act(session, "note_task", ref, actor, by_id)
    if not text.strip():
        raise UserError(N_("The note is empty. Write it after the number."))
    note = _note(task, text, actor)
    session.add(note)
    _changed(session, task, act)
    return Written(note.id, act.batch)


def edit_task(session: Session, task_id: int, draft: CreateTask, actor: Actor) -> Written:
    """Make a task what its form says: title, deadline, owners, program, priority."""
    act, task = _open_act(session, "edit_task", task_id, actor, True)
    title, rest = _fitted(draft.title)
    task.title, task.search_key = title, search_key(title)
    task.priority = draft.priority or "normal"
    _set_due(task, draft.due, actor)
    program_id = int(draft.program.known.id) if draft.program and draft.program.known else None
    if program_id != task.program_id:
        _move_to_program(session, task, program_id, actor)
    held = owner_rows(session, task.workspace_id, task.id)
    wanted = {owner.known.id for owner in draft.owners if owner.known}
    kept = {member.slack_id for member in telling.members_of(session, held)}
    if wanted != kept:
        for row in held:
            row.deleted_at = actor.now
        _give(session, task, draft.owners, actor)
    if rest:
        session.add(_note(task, rest, actor))
    return _changed(session, task, act)


def no_such_task(viewer: Viewer, number: int | None = None) -> UserError:
    """What is said of a task that is not there, or not for these eyes: the two are not told apart."""
    if not viewer.fresh:
        return checking()
    if number is None:
        return UserError(N_("This is not there any more, or you may not see it."))
    return UserError(
        N_("There is no task #{number} that you can see. Send “{command}” for the list."),
        number=number,
        command=N_("/task list"),
    )


def _open_act(session: Session, verb: str, ref: int, actor: Actor, by_id: bool) -> tuple[changes.Act, Task]:
    """The task that `ref` means, ready to be changed in an act of its own."""
    task = _one_to_change(session, ref, actor, by_id=by_id)
    return actor.begins(session, verb), task


def _one_to_change(session: Session, ref: int, actor: Actor, *, by_id: bool) -> Task:
    """The task of that number, or of that row id."""
    task = task_row_by_id(session, actor.viewer, ref) if by_id else task_row(session, actor.viewer, ref)
    if task is None:
        raise no_such_task(actor.viewer, None if by_id else ref)
    if task.deleted_at is not None:
        raise UserError(N_("Task #{number} was removed. Nothing was changed."), number=task.number)
    return task


def _close(session: Session, task: Task, actor: Actor) -> None:
    task.status, task.done_at, task.done_by_id = "done", actor.now, actor.viewer.member_id
    task.waiting_for = task.waiting_since = None
    links.follow(session, task, actor)


def _refuse_closed(task: Task) -> None:
    if task.status != "open":
        raise UserError(
            N_("#{number} is closed, so nothing was changed. Open it again first."),
            number=task.number,
            ways=(Way(N_("Open it again"), f"/task reopen {task.number}"),),
        )


def _changed(session: Session, task: Task, act: changes.Act) -> Written:
    session.flush()
    telling.cards_follow(session, task, act)
    return Written(task.id, act.batch)


def _set_due(task: Task, due: When | None, actor: Actor) -> None:
    if due is None:
        task.due_day = task.due_time = task.due_zone = task.due_at = None
        return
    if due.past or due.day < actor.today or (due.at is not None and due.at < actor.now):
        raise UserError(
            N_("“{when}” is past, so it cannot be a deadline. Give a date to come."),
            when=due.at or due.day,
            field="due",
        )
    task.due_day = due.day
    if due.at is None:
        task.due_time = task.due_zone = task.due_at = None
        return
    zone = due.at.tzinfo if isinstance(due.at.tzinfo, ZoneInfo) else actor.zone
    local = due.at.astimezone(zone)
    task.due_day, task.due_time, task.due_zone = local.date(), local.time().replace(tzinfo=None), zone.key
    task.due_at = due.at


def _shifted(task: Task, shift: Shift) -> When:
    if task.due_day is None:
        raise UserError(
            N_("#{number} has no deadline to count from. Give a date: “{example}”."),
            number=task.number,
            example=N_("/task move {number} 2027-01-15"),
        )
    return _at_its_hour(task, When(task.due_day + relativedelta(months=shift.months, days=shift.days)))


def _at_its_hour(task: Task, due: When) -> When:
    """Another day at the hour the task has, in the zone it was said in."""
    if task.due_time is None or task.due_zone is None:
        return due
    return replace(due, at=datetime.combine(due.day, task.due_time, tzinfo=ZoneInfo(task.due_zone)))


def _fitted(title: str) -> tuple[str, str | None]:
    """The title within bounds, and the whole text where it was longer: nothing is lost."""
    title = " ".join(title.split())
    if not title:
        raise UserError(
            N_("A task needs a few words that say what is to be done, for example “{example}”."),
            example=N_("/task Send the MoU draft @Rani friday"),
        )
    if len(title) <= LONGEST_TITLE:
        return title, None
    cut = title[: LONGEST_TITLE - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[150:] else cut) + "…", title


def _twin(
    session: Session, title: str, draft: CreateTask, program: Program | None, actor: Actor
) -> Task | None:
    """The task that the same words of this person made just now, with the same hour, owners and program."""
    since = actor.now - SAME_WITHIN
    due = (draft.due.day, draft.due.at) if draft.due else (None, None)
    owners = {owner.known.id for owner in draft.owners if owner.known}
    for task in same_just_added(session, actor.viewer, actor.viewer.member_id, search_key(title), since):
        same = task.title == title and task.recurrence == draft.recurrence
        same = same and task.place_id == (actor.place.channel_id if actor.place else None)
        same = same and (task.due_day, task.due_at) == due
        if same and task.program_id == (program.id if program else None):
            held = telling.members_of(session, owner_rows(session, task.workspace_id, task.id))
            if {member.slack_id for member in held} == owners:
                return task
    return None


def _program_of(session: Session, draft: CreateTask, actor: Actor) -> Program | None:
    """The program named, or said to be none; else the one that lives where the words were said."""
    if draft.program is not None:
        known = draft.program.known
        return program_row(session, actor.viewer, int(known.id)) if known else None
    if actor.place is None:
        return None
    linked = programs_of_channel(session, actor.viewer.workspace_id, actor.place.channel_id)
    return program_row(session, actor.viewer, linked[0]) if len(linked) == 1 else None


def _move_to_program(session: Session, task: Task, program_id: int | None, actor: Actor) -> None:
    program = program_row(session, actor.viewer, program_id) if program_id else None
    task.program_id = program.id if program else None
    if program is not None and program.audience != "workspace":
        task.audience, task.audience_channel_id = program.audience, program.audience_channel_id
        task.audience_member_id = program.audience_member_id


def _anchor_id(session: Session, program: Program, kind: str) -> int | None:
    found: list[Anchor] = [
        a for a in anchor_rows(session, program.workspace_id, program.id) if a.kind == kind
    ]
    return found[0].id if found else None


def _give(session: Session, task: Task, owners: tuple[Said, ...], actor: Actor) -> None:
    given: list[int] = []
    for owner in owners:
        member_id = _member_id(session, owner.known, actor) if owner.known else None
        if member_id in given:
            continue
        row = TaskOwner(workspace_id=task.workspace_id, task_id=task.id, member_id=member_id)
        if member_id is None:
            row.words = owner.text[:255]
        else:
            given.append(member_id)
        session.add(row)
    session.flush()
    for member_id in given:
        if member_id != actor.viewer.member_id:
            telling.assigned(session, task, member_id, actor)


def _member_id(session: Session, name: Name, actor: Actor) -> int:
    member = meet_member(session, actor.viewer.workspace_id, name.id, name.name)
    if member.kind == "bot":
        raise UserError(
            N_("{name} is an app and cannot hold a task. Name a person."), name=member.name, field="owners"
        )
    return member.id


def _note(task: Task, text: str, actor: Actor) -> TaskNote:
    """A note for the task's own audience; in a private channel for its members, where they are known."""
    note = TaskNote(workspace_id=task.workspace_id, task_id=task.id, text=text.strip())
    set_audience(note, actor)
    if actor.place is None or actor.place.kind in ("public", "im"):
        note.audience, note.audience_channel_id = task.audience, task.audience_channel_id
        note.audience_member_id = task.audience_member_id
    return note
