"""Answers about tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.answers import Composed, Reader, answer
from bot.services.history import task_history as history_of
from bot.views import tasks as views
from bot.views import told
from bot.views.kit import Message
from storage.models import Member
from storage.programs import program_row
from storage.seen import SeenMember, SeenTask
from storage.tasks import TaskFilter, notes_of, seen_note, seen_task, tasks_seen_by
from storage.workspaces import member_by_slack

PER_LIST = 15


@answer
def task_created(
    reader: Reader, task: int, batch: int, other: str | None = None, card: bool = False, noted: bool = False
) -> Composed | None:
    """The echo of a new task; as a card it has the card's buttons too."""
    seen = seen_task(reader.session, reader.eyes, task)
    if seen is None:
        return None
    made = views.task_created(
        seen,
        reader.t,
        batch=batch,
        other=date.fromisoformat(other) if other else None,
        card=card,
        noted=noted,
    )
    return Composed(made, (task,))


@answer
def already_added(reader: Reader, task: int, again: str) -> Message | None:
    seen = _seen(reader, task)
    return views.already_added(seen, reader.t, again_command=again) if seen else None


@answer
def task_changed(
    reader: Reader, task: int, verb: str, batch: int, following: int | None = None, note: int | None = None
) -> Message | None:
    """The echo of a change: it stays as it was said, whatever becomes of the task."""
    seen = _seen(reader, task)
    after = _seen(reader, following) if following else None
    noted = seen_note(reader.session, reader.eyes, note) if note else None
    if seen is None or (note and noted is None):
        return None
    return views.task_changed(
        seen, verb, reader.t, batch=batch, following=after, note=noted[1] if noted else None
    )


@answer
def task_noted(reader: Reader, note: int, batch: int) -> Message | None:
    """The echo of a note, with who can see it."""
    found = seen_note(reader.session, reader.eyes, note)
    seen = seen_task(reader.session, reader.eyes, found[0]) if found else None
    return views.task_noted(seen, found[1], reader.t, batch=batch) if seen and found else None


@answer
def can_start(reader: Reader, task: int) -> Composed | None:
    """What the task came after is closed; nothing where it waits again, or is closed."""
    seen = _seen(reader, task)
    if seen is None or seen.status != "open" or seen.waiting_for is not None:
        return None
    return Composed(told.can_start(seen, reader.t), (seen.id,))


@answer
def already_done(reader: Reader, task: int) -> Message | None:
    seen = _seen(reader, task)
    return views.already_done(seen, reader.t) if seen else None


@answer
def tasks_completed(reader: Reader, tasks: list[int], batch: int) -> Message | None:
    seen = _several(reader, tasks)
    return views.tasks_completed(seen, reader.t, batch) if seen else None


@answer
def task_card(reader: Reader, task: int, share: bool = False) -> Composed | None:
    seen = _seen(reader, task)
    return Composed(views.task_card(seen, reader.t, share=share), (task,)) if seen else None


@answer
def task_list(
    reader: Reader,
    scope: str = "all",
    owner: str | None = None,
    owner_name: str | None = None,
    program: int | None = None,
    start: str | None = None,
    end: str | None = None,
) -> Message | None:
    """A list by scope (all, mine, late, week, today), person (Slack id), program or range of days."""
    if scope == "mine" and reader.me is None:
        return None
    session, t = reader.session, reader.t
    today = t.today
    which = TaskFilter(
        program_ids=(program,) if program else None,
        due_from=date.fromisoformat(start) if start else None,
        due_to=date.fromisoformat(end) if end else None,
    )
    if owner is not None:
        member = member_by_slack(session, reader.eyes.workspace_id, owner)
        which = replace(which, holder_ids=(member.id if member else -1,))
    if scope == "mine" and reader.me:
        which = replace(which, holder_ids=(reader.me.member_id,))
    if scope == "late":
        which = replace(which, late_at=(today, t.now))
    if scope in ("today", "week"):
        last = today if scope == "today" else today + timedelta(days=7 - today.isoweekday())
        which = replace(which, due_to=last)
    tasks, total = tasks_seen_by(session, reader.eyes, which, limit=PER_LIST)
    row = program_row(session, reader.eyes, program) if program else None
    return views.task_list(
        tasks,
        scope,
        t,
        total=total,
        checking=reader.me is not None and not reader.me.fresh,
        program=row.name if row else None,
        owner=owner_name,
        days=(which.due_from, which.due_to) if scope == "all" else (None, None),
    )


@answer
def task_history(reader: Reader, task: int) -> Message | None:
    seen = _seen(reader, task)
    return views.task_history(seen, history_of(reader.session, reader.eyes, task), reader.t) if seen else None


@answer
def assignment(reader: Reader, tasks: list[int], by: int) -> Composed | None:
    """The one message to whoever was given tasks; one that is no longer theirs says so."""
    if reader.me is None:
        return None
    seen = _several(reader, tasks)
    if not seen:
        return Composed(told.assignment_gone(reader.t))
    giver = reader.session.get(Member, by)
    said_by = SeenMember(giver.id, giver.slack_id, giver.name) if giver else None
    made = told.assignment(seen, said_by, reader.t, mine=reader.me.member_id)
    return Composed(made, tuple(task.id for task in seen))


@answer
def task_declined(reader: Reader, task: int, by: int) -> Composed | None:
    seen = _seen(reader, task)
    member = reader.session.get(Member, by)
    if seen is None or member is None:
        return None
    return Composed(told.task_declined(seen, member.name, reader.t), (task,))


@answer
def reminder(reader: Reader, task: int) -> Composed | None:
    """The reminder of a task; once it is closed, one calm line in its place."""
    seen = _seen(reader, task)
    if seen is None or seen.deleted:
        return None
    shown = told.reminder(seen, reader.t) if seen.status == "open" else views.task_card(seen, reader.t)
    return Composed(shown, (task,))


def _seen(reader: Reader, task_id: int) -> SeenTask | None:
    seen = seen_task(reader.session, reader.eyes, task_id)
    return replace(seen, notes=notes_of(reader.session, reader.eyes, task_id)) if seen else None


def _several(reader: Reader, ids: list[int]) -> list[SeenTask]:
    tasks, _ = tasks_seen_by(
        reader.session,
        reader.eyes,
        TaskFilter(status=None, ids=tuple(ids), deleted=None),
        limit=len(ids) or 1,
    )
    by_id = {task.id: task for task in tasks}
    return [by_id[i] for i in ids if i in by_id]
