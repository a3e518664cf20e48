"""Which real messages show which rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from storage.inserting import insert_once
from storage.models import Card


def remember_cards(
    session: Session,
    *,
    workspace_id: int,
    channel: str,
    ts: str,
    thread: str | None = None,
    task_ids: Sequence[int],
    answer: dict[str, Any],
    member_id: int | None,
) -> None:
    """Keep which tasks the message shows, and how to show it again."""
    key = {"workspace_id": workspace_id, "channel": channel, "ts": ts, "thread": thread}
    for card in cards_at(session, workspace_id, channel, ts):
        card.answer = answer
    for task_id in task_ids:
        insert_once(session, Card, {**key, "task_id": task_id, "answer": answer, "member_id": member_id})


def cards_of_task(session: Session, workspace_id: int, task_id: int) -> Sequence[Card]:
    return session.scalars(
        select(Card).where(Card.workspace_id == workspace_id, Card.task_id == task_id).order_by(Card.id)
    ).all()


def cards_at(session: Session, workspace_id: int, channel: str, ts: str) -> Sequence[Card]:
    """What the message shows: one row, or several where tasks were folded into it."""
    return session.scalars(
        select(Card)
        .where(Card.workspace_id == workspace_id, Card.channel == channel, Card.ts == ts)
        .order_by(Card.id)
    ).all()


def still_follows(card: Card, today: date) -> bool:
    """Whether the message is edited with its tasks: one that tells of a day, on that day only."""
    return card.answer.get("day") in (None, today.isoformat())


def tasks_in_thread(session: Session, workspace_id: int, channel: str, root: str) -> tuple[int, ...]:
    """The tasks whose cards stand in a thread, its root included."""
    found = session.scalars(
        select(Card.task_id)
        .where(
            Card.workspace_id == workspace_id,
            Card.channel == channel,
            or_(Card.ts == root, Card.thread == root),
        )
        .distinct()
    )
    return tuple(task_id for task_id in found if task_id is not None)
