"""Tasks that come after others: they wait until those are done, and whoever holds them is told."""

from __future__ import annotations

import re
from dataclasses import replace

from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.services import telling
from bot.services.actor import Actor
from storage import changes
from storage.links import chain, links_of, open_after, open_before
from storage.models import Task, TaskLink
from storage.tasks import task_row_by_id

_NUMBERS = re.compile(r"#\d+(, #\d+)*")


def put_after(session: Session, task: Task, other: Task, actor: Actor) -> bool:
    """Let a task begin only when another is done; False where that was said before. No circles."""
    if any(link.after_id == other.id for link in links_of(session, task.workspace_id, task.id)):
        return False
    if task.id == other.id:
        raise UserError(N_("A task cannot wait for itself. Nothing was changed."))
    circle = chain(session, task.workspace_id, other.id, task.id)
    if circle is not None:
        seen = [task_row_by_id(session, actor.viewer, one) for one in circle]
        raise UserError(
            N_("#{other} itself waits for #{number} ({chain}), so neither could begin. Nothing was changed."),
            other=other.number,
            number=task.number,
            chain=" → ".join(f"#{one.number}" if one else "…" for one in seen),
        )
    session.add(TaskLink(workspace_id=task.workspace_id, task_id=task.id, after_id=other.id))
    session.flush()
    _wait(session, task, actor)
    return True


def let_go(session: Session, task: Task, actor: Actor) -> None:
    """The task comes after nothing any more."""
    for link in links_of(session, task.workspace_id, task.id):
        link.deleted_at = actor.now


def follow(session: Session, task: Task, actor: Actor) -> None:
    """The task was closed, removed or opened again: what comes after it can begin, or waits again."""
    session.flush()
    act = changes.current(session)
    changes.begin(session, replace(act, verb="free_task"))  # what was done to it was not done to them
    for later in open_after(session, task.workspace_id, task.id):
        before = later.waiting_for
        _wait(session, later, actor)
        if later.waiting_for != before:
            telling.cards_follow(session, later, act)
        if before is not None and later.waiting_for is None:
            telling.can_start(session, later, actor)
    changes.begin(session, act)


def _wait(session: Session, task: Task, actor: Actor) -> None:
    """For which tasks it waits, in place of what was said of tasks before; for whom else is left as it is."""
    if task.waiting_for is not None and _NUMBERS.fullmatch(task.waiting_for) is None:
        return
    before = ", ".join(f"#{one.number}" for one in open_before(session, task.workspace_id, task.id))
    since = task.waiting_since if task.waiting_for else actor.today
    task.waiting_for, task.waiting_since = before or None, since if before else None
    session.flush()
