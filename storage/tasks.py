"""Tasks as a viewer may see them, and the rows behind them for whoever may change them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Literal

from sqlalchemy import ColumnElement, Select, and_, bindparam, exists, func, or_, select
from sqlalchemy.orm import Session, aliased

from storage.audience import seen_by
from storage.models import (
    Channel,
    Contact,
    Member,
    Organisation,
    Program,
    Task,
    TaskNote,
    TaskOwner,
)
from storage.seen import (
    Due,
    Eyes,
    SeenAbsence,
    SeenAudience,
    SeenMember,
    SeenNote,
    SeenOwner,
    SeenProgramName,
    SeenTask,
)


@dataclass(frozen=True)
class TaskFilter:
    """Which tasks: every field narrows. Days are inclusive; `late_at` = (today, now) keeps those past due."""

    status: Literal["open", "done", "cancelled"] | None = "open"
    holder_ids: tuple[int, ...] | None = None  # theirs, or asked for by them and held by no member
    program_ids: tuple[int, ...] | None = None
    place_id: int | None = None  # or said in this channel, beside `program_ids`
    due_from: date | None = None
    due_after: date | None = None  # exclusive
    due_to: date | None = None
    late_at: tuple[date, datetime] | None = None
    not_late_at: tuple[date, datetime] | None = None
    waiting: bool | None = None  # only what waits for somebody, or only what does not
    done_since: datetime | None = None
    organisation_id: int | None = None
    contact_id: int | None = None
    priority: Literal["high", "normal", "low"] | None = None
    awake_at: datetime | None = None  # leaves out what is snoozed beyond that
    ids: tuple[int, ...] | None = None
    deleted: bool | None = False  # None: removed ones too
    anchor_id: int | None = None  # counted from that date of a program
    counted: bool = False  # counted from any
    with_deadline: bool | None = None  # those that have one, or those that have none
    wanted: bool = False  # leaves out what was cancelled
    partner: tuple[int, tuple[int, ...]] | None = None  # of that organisation, or of those people

    @property
    def dated(self) -> bool:
        """Whether only tasks with a deadline are asked for."""
        return bool(self.due_from or self.due_after or self.due_to or self.late_at or self.with_deadline)

    @property
    def narrow(self) -> bool:
        """Whether it asks for few enough of them to be put in order."""
        people = (self.holder_ids, self.organisation_id, self.contact_id)
        narrowing = (*people, self.ids, self.program_ids, self.done_since)
        return any(one is not None for one in narrowing)


def task_row(session: Session, viewer: Eyes, number: int) -> Task | None:
    """The row of `#number`, deleted ones included; None where there is none that the viewer may see."""
    return session.scalars(select(Task).where(seen_by(Task, viewer), Task.number == number)).one_or_none()


def task_row_by_id(session: Session, viewer: Eyes, task_id: int) -> Task | None:
    """The row of that id, deleted ones included; None where there is none that the viewer may see."""
    return session.scalars(select(Task).where(seen_by(Task, viewer), Task.id == task_id)).one_or_none()


def seen_task(session: Session, viewer: Eyes, task_id: int) -> SeenTask | None:
    """One task, deleted ones included (they answer that they were removed)."""
    tasks = _as_seen(session, _one(viewer), {"task": task_id})
    return tasks[0] if tasks else None


def tasks_seen_by(
    session: Session, viewer: Eyes, which: TaskFilter, *, limit: int = 20, skip: int = 0
) -> tuple[tuple[SeenTask, ...], int]:
    """`limit` tasks by deadline (undated last) after the first `skip`, and how many there are in all."""
    conditions, by_id = conditions_of(which), which.ids is not None

    def page(*more: ColumnElement[bool]) -> list[SeenTask]:
        rows = _rows(viewer, by_id=by_id).where(*conditions, *more)
        ordered = rows.order_by(*_by_deadline(dated=bool(more) or which.dated))
        return _as_seen(session, ordered.limit(limit).offset(skip))

    wide = not (which.dated or which.narrow)  # dated ones alone an index on days has in order
    found = page(Task.due_day.is_not(None)) if wide else []
    if len(found) < limit:
        found = page()
    if len(found) < limit and (found or not skip):
        return tuple(found), skip + len(found)
    return tuple(found), count_tasks(session, viewer, which)


def _by_deadline(*, dated: bool) -> list[Any]:
    """Undated last, where there may be any."""
    undated_last = [] if dated else [Task.due_day.is_(None)]
    return [*undated_last, Task.due_day, Task.due_at.is_(None), Task.due_at, Task.number]


def count_tasks(session: Session, viewer: Eyes, which: TaskFilter) -> int:
    """How many tasks there are of these."""
    seen = seen_by(Task, viewer, by_id=which.ids is not None)
    counted = select(func.count()).select_from(Task).where(seen, *conditions_of(which))
    return session.scalar(counted) or 0


def notes_of(session: Session, viewer: Eyes, task_id: int) -> tuple[SeenNote, ...]:
    """What was noted beside a task, oldest first."""
    return tuple(note for _, note in _notes(session, viewer, TaskNote.task_id == task_id))


def seen_note(session: Session, viewer: Eyes, note_id: int) -> tuple[int, SeenNote] | None:
    """One note, with the id of its task."""
    found = _notes(session, viewer, TaskNote.id == note_id)
    return found[0] if found else None


def _notes(session: Session, viewer: Eyes, which: ColumnElement[bool]) -> list[tuple[int, SeenNote]]:
    rows = session.execute(
        select(TaskNote, Member.name, Channel.slack_id)
        .join(Task, Task.id == TaskNote.task_id)
        .join(Member, Member.id == TaskNote.author_id)
        .outerjoin(Channel, Channel.id == TaskNote.audience_channel_id)
        .where(seen_by(Task, viewer), seen_by(TaskNote, viewer), which, TaskNote.deleted_at.is_(None))
        .order_by(TaskNote.id)
    )
    return [
        (note.task_id, SeenNote(note.text, name, note.created_at, SeenAudience(note.audience, channel)))
        for note, name, channel in rows
    ]


def same_just_added(
    session: Session, viewer: Eyes, author_id: int, search_key: str, since: datetime
) -> Sequence[Task]:
    """The author's tasks with these very words added since then, newest first."""
    said = {"author": author_id, "since": since, "words": search_key}
    return session.scalars(_just_added(viewer), said).all()


@lru_cache(maxsize=256)
def _just_added(viewer: Eyes) -> Select[Task]:
    return (
        select(Task)
        .where(
            seen_by(Task, viewer),
            Task.author_id == bindparam("author"),
            Task.created_at >= bindparam("since"),
            Task.search_key == bindparam("words"),
            Task.deleted_at.is_(None),
        )
        .order_by(Task.id.desc())
    )


def open_task_rows(session: Session, viewer: Eyes, *, limit: int = 300) -> Sequence[Task]:
    """The open tasks whose words a message may mean, most lately added first."""
    return session.scalars(
        select(Task)
        .where(seen_by(Task, viewer), Task.status == "open", Task.deleted_at.is_(None))
        .order_by(Task.id.desc())
        .limit(limit)
    ).all()


def owner_rows(session: Session, workspace_id: int, task_id: int) -> Sequence[TaskOwner]:
    """Who holds the task now."""
    return session.scalars(
        select(TaskOwner)
        .where(
            TaskOwner.workspace_id == workspace_id,
            TaskOwner.task_id == task_id,
            TaskOwner.deleted_at.is_(None),
        )
        .order_by(TaskOwner.id)
    ).all()


def conditions_of(which: TaskFilter) -> list[ColumnElement[bool]]:
    """What the filter asks of tasks, beside who may see them."""
    conditions: list[ColumnElement[bool]] = [] if which.deleted is None else [Task.deleted_at.is_(None)]
    if which.status:
        conditions.append(Task.status == which.status)
    if which.holder_ids is not None:
        conditions.append(_held_by(which.holder_ids))
    if which.program_ids is not None:
        of_programs = Task.program_id.in_(which.program_ids)
        said_here = and_(Task.program_id.is_(None), Task.place_id == which.place_id)
        conditions.append(of_programs if which.place_id is None else or_(of_programs, said_here))
    if which.due_from is not None:
        conditions.append(Task.due_day >= which.due_from)
    if which.due_after is not None:
        conditions.append(Task.due_day > which.due_after)
    if which.due_to is not None:
        conditions.append(Task.due_day <= which.due_to)
    if which.late_at is not None:
        conditions.append(_late(*which.late_at))
    if which.not_late_at is not None:
        conditions.append(~func.coalesce(_late(*which.not_late_at), False))
    if which.waiting is not None:
        waits = Task.waiting_for.is_not(None)
        conditions.append(waits if which.waiting else ~waits)
    if which.done_since is not None:
        conditions.append(Task.done_at >= which.done_since)
    if which.organisation_id is not None:
        conditions.append(Task.organisation_id == which.organisation_id)
    if which.contact_id is not None:
        conditions.append(Task.contact_id == which.contact_id)
    if which.priority is not None:
        conditions.append(Task.priority == which.priority)
    if which.awake_at is not None:
        conditions.append(or_(Task.snoozed_until.is_(None), Task.snoozed_until <= which.awake_at))
    if which.anchor_id is not None:
        conditions.append(Task.anchor_id == which.anchor_id)
    if which.counted:
        conditions.append(Task.anchor_id.is_not(None))
    if which.with_deadline is not None:
        conditions.append(Task.due_day.is_not(None) if which.with_deadline else Task.due_day.is_(None))
    if which.partner is not None:
        organisation_id, people = which.partner
        conditions.append(or_(Task.organisation_id == organisation_id, Task.contact_id.in_(people)))
    if which.wanted:
        conditions.append(Task.status != "cancelled")
    if which.ids is not None:
        conditions.append(Task.id.in_(which.ids))
    return conditions


def _held_by(member_ids: tuple[int, ...]) -> ColumnElement[bool]:
    theirs = select(Member.workspace_id).where(Member.id == member_ids[0]).scalar_subquery()
    owned = Task.id.in_(  # asked once: with the task's own workspace it would be for each task
        select(TaskOwner.task_id).where(
            TaskOwner.workspace_id == theirs,
            TaskOwner.member_id.in_(member_ids),
            TaskOwner.deleted_at.is_(None),
        )
    )
    nobodys = ~exists().where(
        TaskOwner.workspace_id == Task.workspace_id,
        TaskOwner.task_id == Task.id,
        TaskOwner.member_id.is_not(None),
        TaskOwner.deleted_at.is_(None),
    )
    return or_(owned, and_(Task.author_id.in_(member_ids), nobodys))


def _late(today: date, now: datetime) -> ColumnElement[bool]:
    """Past its day, or past its hour where it has one; said so that an index on days ends at today."""
    hour_past = and_(Task.due_at.is_not(None), Task.due_at < now)
    return and_(Task.due_day <= today, or_(Task.due_day < today, hour_past))


_Author = aliased(Member)
_Doer = aliased(Member)
_StandIn = aliased(Member)


_with_names: Select[*tuple[Any, ...]] = (
    select(
        Task,
        Program.name,
        _Author.slack_id,
        _Author.name,
        _Doer.name,
        Channel.slack_id,
        func.coalesce(Contact.name, Organisation.name),
    )
    .join(_Author, _Author.id == Task.author_id)
    .outerjoin(Program, Program.id == Task.program_id)
    .outerjoin(_Doer, _Doer.id == Task.done_by_id)
    .outerjoin(Channel, Channel.id == Task.audience_channel_id)
    .outerjoin(Organisation, Organisation.id == Task.organisation_id)
    .outerjoin(Contact, Contact.id == Task.contact_id)
)


@lru_cache(maxsize=256)
def _rows(viewer: Eyes, *, by_id: bool = False) -> Select[*tuple[Any, ...]]:
    return _with_names.where(seen_by(Task, viewer, by_id=by_id))


@lru_cache(maxsize=256)
def _one(viewer: Eyes) -> Select[*tuple[Any, ...]]:
    return _rows(viewer).where(Task.id == bindparam("task"))


_owners = (
    select(
        TaskOwner.task_id,
        TaskOwner.words,
        Member.id,
        Member.slack_id,
        Member.name,
        Contact.name,
        Member.away_from,
        Member.away_until,
        _StandIn.name,
    )
    .outerjoin(Member, Member.id == TaskOwner.member_id)
    .outerjoin(_StandIn, _StandIn.id == Member.stand_in_id)
    .outerjoin(Contact, Contact.id == TaskOwner.contact_id)
    .where(
        TaskOwner.workspace_id == bindparam("workspace"),
        TaskOwner.task_id.in_(bindparam("tasks", expanding=True)),
        TaskOwner.deleted_at.is_(None),
    )
    .order_by(TaskOwner.id)
)


def _as_seen(
    session: Session, statement: Select[*tuple[Any, ...]], values: dict[str, Any] | None = None
) -> list[SeenTask]:
    rows = session.execute(statement, values or {}).all()
    owners = _owners_of(session, [row[0] for row in rows])
    return [_seen(row, owners.get(row[0].id, ())) for row in rows]


def _owners_of(session: Session, tasks: Sequence[Task]) -> dict[int, tuple[SeenOwner, ...]]:
    if not tasks:
        return {}
    which = {"workspace": tasks[0].workspace_id, "tasks": [task.id for task in tasks]}
    rows = session.execute(_owners, which)
    found: dict[int, tuple[SeenOwner, ...]] = {}
    for task_id, words, member_id, slack_id, name, contact, first, last, stand_in in rows:
        away = SeenAbsence(first, last, stand_in) if first and last else None
        owner = SeenOwner(name or contact or words or slack_id or "", slack_id, member_id, away)
        found[task_id] = (*found.get(task_id, ()), owner)
    return found


def _seen(row: Any, owners: tuple[SeenOwner, ...]) -> SeenTask:
    task, program, author_slack, author, doer, channel, partner = row
    return SeenTask(
        id=task.id,
        number=task.number,
        title=task.title,
        status=task.status,
        audience=SeenAudience(task.audience, channel),
        requester=SeenMember(task.author_id, author_slack, author),
        due=Due(task.due_day, task.due_at, task.due_zone) if task.due_day else None,
        priority=task.priority,
        owners=owners,
        program=SeenProgramName(task.program_id, program) if task.program_id else None,
        partner=partner,
        recurrence=task.recurrence,
        snoozed_until=task.snoozed_until,
        waiting_for=task.waiting_for,
        waiting_since=task.waiting_since,
        done_at=task.done_at,
        done_by=doer,
        created_at=task.created_at,
        deleted=task.deleted_at is not None,
        anchor_id=task.anchor_id,
        offset_days=task.offset_days,
    )
