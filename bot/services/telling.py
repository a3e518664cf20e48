"""Who else hears of an act, and when several tellings are one: the rules behind what the door posts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.services.actor import Actor
from storage import changes
from storage.cards import cards_at, cards_of_task
from storage.deliveries import enqueue, latest, requeue
from storage.models import Change, Member, Task, TaskOwner
from storage.tasks import owner_rows

FOLD_WITHIN = timedelta(minutes=10)


def assigned(session: Session, task: Task, member_id: int, actor: Actor) -> None:
    """Tell a member that they were given a task: one message for all within ten minutes."""
    member = session.get_one(Member, member_id)
    if member.left or member.kind == "bot":
        return
    by = actor.viewer.member_id
    sent = latest(session, task.workspace_id, "assignment", member.slack_id, actor.now - FOLD_WITHIN)
    if sent is not None and (facts := sent.body["answer"]["facts"])["by"] == by:
        tasks = [*(known for known in facts["tasks"] if known != task.id), task.id]
        requeue(session, sent.id, _answer("assignment", {"tasks": tasks, "by": by}, member_id))
        return
    enqueue(
        session,
        workspace_id=task.workspace_id,
        kind="assignment",
        target=member.slack_id,
        cause=f"{changes.current(session).batch}:{task.id}",
        body=_answer("assignment", {"tasks": [task.id], "by": by}, member_id),
        said_at=actor.now,
    )


def declined(session: Session, task: Task, batch: int, actor: Actor) -> None:
    """Tell whoever asked for a task that it was given back."""
    if task.author_id == actor.viewer.member_id:
        return
    author = session.get_one(Member, task.author_id)
    enqueue(
        session,
        workspace_id=task.workspace_id,
        kind="declined",
        target=author.slack_id,
        cause=str(batch),
        body=_answer("task_declined", {"task": task.id, "by": actor.viewer.member_id}, author.id),
        said_at=actor.now,
    )


def can_start(session: Session, task: Task, actor: Actor) -> None:
    """Tell those who hold a task, else who asked for it, that nothing it came after is still open."""
    held = members_of(session, owner_rows(session, task.workspace_id, task.id))
    for member in held or [session.get_one(Member, task.author_id)]:
        if member.id == actor.viewer.member_id or member.left:
            continue
        enqueue(
            session,
            workspace_id=task.workspace_id,
            kind="can_start",
            target=member.slack_id,
            cause=f"{changes.current(session).batch}:{task.id}",
            body=_answer("can_start", {"task": task.id}, member.id),
            said_at=actor.now,
        )


def cards_follow(session: Session, task: Task, act: changes.Act) -> None:
    """Let every message that shows the task be edited; several edits of one card within an act are one."""
    for card in cards_of_task(session, task.workspace_id, task.id):
        enqueue(
            session,
            workspace_id=task.workspace_id,
            kind="edit",
            target=card.channel,
            cause=f"{card.id}:{act.batch}",
            body={"card": card.id},
            said_at=act.at,
        )


def catch_up(
    session: Session,
    workspace_id: int,
    channel: str,
    ts: str,
    task_ids: Sequence[int],
    composed: int,
    now: datetime,
) -> None:
    """Let a message be edited that was overtaken: its tasks changed after it was composed (an id of then)."""
    owners = select(TaskOwner.id).where(
        TaskOwner.workspace_id == workspace_id, TaskOwner.task_id.in_(task_ids)
    )
    of_task = (Change.table_name == "tasks") & Change.row_id.in_(task_ids)
    of_owner = (Change.table_name == "task_owners") & Change.row_id.in_(owners)
    newer = select(Change.id).where(
        Change.workspace_id == workspace_id, of_task | of_owner, Change.id > composed
    )
    if session.scalar(newer.limit(1)) is None:
        return
    card = cards_at(session, workspace_id, channel, ts)[0]
    enqueue(
        session,
        workspace_id=workspace_id,
        kind="edit",
        target=channel,
        cause=f"{card.id}:{composed}",
        body={"card": card.id},
        said_at=now,
    )


def _answer(name: str, facts: dict[str, Any], member_id: int) -> dict[str, Any]:
    """A delivery's body: an answer by name, and who reads it."""
    return {"answer": {"name": name, "facts": facts}, "member": member_id}


def members_of(session: Session, held: Sequence[TaskOwner]) -> Sequence[Member]:
    """The members among the owners."""
    ids = [row.member_id for row in held if row.member_id is not None]
    return session.scalars(select(Member).where(Member.id.in_(ids))).all() if ids else []
