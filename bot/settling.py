"""How a delivery ended, kept: where it went, what it shows, when it is tried again, who is told."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from bot.answers import Answer
from bot.posts import Post
from bot.services import telling, troubles
from storage.cards import remember_cards
from storage.deliveries import Claimed, retry_later, settle
from storage.models import Member


@dataclass(frozen=True)
class Outcome:
    """How one delivery ended in this pass."""

    state: str  # sent, moot, folded, failed, later
    kind: str
    workspace_id: int
    channel: str | None = None
    ts: str | None = None
    subjects: tuple[int, ...] = ()
    reason: str | None = None


@dataclass(frozen=True)
class Ended:
    """How a delivery ended, to be kept: sent by a post to channel and ts, or due again `after` a while."""

    delivery: Claimed
    state: str
    reason: str | None = None
    post: Post | None = None
    channel: str | None = None
    ts: str | None = None
    after: timedelta = timedelta()
    counts: bool = False
    doubtful: bool = False
    error: str | None = None  # Slack's word, where it refuses for good


def record(session: Session, ended: Ended, now: datetime) -> Outcome:
    """Write it down; what Slack refuses for good is told to somebody who can act."""
    delivery, state, post = ended.delivery, ended.state, ended.post
    if state == "later":
        retry_later(
            session,
            delivery,
            ended.after,
            reason=ended.reason,
            counts=ended.counts,
            doubtful=ended.doubtful,
        )
    elif state == "sent":
        settle(session, delivery, "sent", channel=ended.channel, ts=ended.ts)
        if post is not None:
            _keep_card(session, ended, post, now)
        if delivery.kind == "morning":
            session.get_one(Member, delivery.body["member"]).morning_told = True
    else:
        if ended.error is not None:
            state = troubles.refused(session, delivery.workspace_id, delivery.target, ended.error, now)
        settle(session, delivery, state, reason=ended.reason)
    return Outcome(
        state,
        delivery.kind,
        delivery.workspace_id,
        ended.channel or delivery.target,
        ended.ts,
        post.task_ids if post is not None else (),
        ended.reason,
    )


def _keep_card(session: Session, ended: Ended, post: Post, now: datetime) -> None:
    """Keep what the message shows, where it is to follow that."""
    if not post.follows or post.answer is None or ended.channel is None or ended.ts is None:
        return
    if ended.delivery.ts is None and not post.task_ids:
        return
    body = ended.delivery.body
    remember_cards(
        session,
        workspace_id=ended.delivery.workspace_id,
        channel=ended.channel,
        ts=ended.ts,
        thread=body.get("thread"),
        task_ids=post.task_ids,
        answer=_kept_for_edits(post.answer) | {"room": body.get("room"), "day": body.get("day")},
        member_id=body.get("member"),
    )
    if post.task_ids:
        where = (ended.delivery.workspace_id, ended.channel, ended.ts)
        telling.catch_up(session, *where, post.task_ids, post.composed, now)


def _kept_for_edits(answer: Answer) -> dict[str, Any]:
    """What a message shows once it is edited: an echo becomes the card of its task."""
    if answer.task_id is not None:
        return Answer("task_card", {"task": answer.task_id}, answer.task_id).to_json()
    return answer.to_json()
