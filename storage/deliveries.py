"""What is still to be said: written with the rows it follows from, claimed with a lease, settled one by one.

The only reader of machine time beside the web and the local workspace: leases, back-off and Retry-After
must not move with the clock that people can be shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Exists, case, exists, func, or_, select, update
from sqlalchemy.orm import Session, aliased

from storage.inserting import insert_once
from storage.models import Delivery

_SAID = "lintas_said"
LEASE = timedelta(seconds=60)
SLOWED = "ratelimited"  # the reason that holds up all that is said to the same target
_WAITING = ("queued", "claimed", "posting")
_CLAIMING = 5_497_852_104  # any number, as long as every process uses the same


@dataclass(frozen=True)
class Claimed:
    """A delivery held for the length of a lease. `doubtful`: an earlier holder may have posted it already."""

    id: int
    workspace_id: int
    kind: str
    target: str
    cause: str
    body: dict[str, Any]
    attempts: int
    channel: str | None
    ts: str | None
    said_at: datetime
    doubtful: bool
    lease: datetime

    @property
    def key(self) -> str:
        """What marks the post in Slack, to find it again."""
        return str(self.id)


def machine_now() -> datetime:
    """The machine's time: for leases and back-off, never for what people mean by today."""
    return datetime.now(UTC)


def enqueue(
    session: Session,
    *,
    workspace_id: int,
    kind: str,
    target: str,
    cause: str,
    body: dict[str, Any],
    said_at: datetime,
) -> bool:
    """Let this be said once; False where the same (kind, target, cause) was enqueued before."""
    values = {
        "workspace_id": workspace_id,
        "kind": kind,
        "target": target,
        "cause": cause,
        "body": body,
        "due_at": machine_now(),
        "said_at": said_at,
    }
    session.info[_SAID] = True
    return insert_once(session, Delivery, values)


def has_said(session: Session) -> bool:
    """Whether the session has put something into the queue: only then need the door be woken."""
    return _SAID in session.info


def claim(session: Session, *, limit: int = 32) -> list[Claimed]:
    """Take up to `limit` due deliveries, oldest first, one per target; none whose target is being served."""
    if session.get_bind().dialect.name == "postgresql":
        # one after another: what another transaction is just taking cannot be seen to be served
        session.execute(select(func.pg_advisory_xact_lock(_CLAIMING)))
    now = machine_now()
    other = aliased(Delivery)
    served = exists().where(
        *_beside(other), other.state.in_(("claimed", "posting")), other.lease_until >= now
    )
    unheld = or_(Delivery.state == "queued", Delivery.lease_until.is_(None), Delivery.lease_until < now)
    rows = session.scalars(
        select(Delivery)
        .where(Delivery.state.in_(_WAITING), Delivery.due_at <= now, unheld, ~served, ~_slowed(now))
        .order_by(Delivery.due_at, Delivery.id)
        .limit(limit)
        .with_for_update(skip_locked=True, of=Delivery)
    ).all()
    taken: list[Claimed] = []
    targets: set[tuple[int, str]] = set()
    for row in rows:
        if (row.workspace_id, row.target) in targets:
            continue
        targets.add((row.workspace_id, row.target))
        doubtful = row.state == "posting"
        row.state, row.lease_until = "posting" if doubtful else "claimed", now + LEASE
        taken.append(
            Claimed(
                row.id,
                row.workspace_id,
                row.kind,
                row.target,
                row.cause,
                row.body,
                row.attempts,
                row.channel,
                row.ts,
                row.said_at,
                doubtful,
                row.lease_until,
            )
        )
    return taken


def mark_posting(session: Session, held: Claimed) -> bool:
    """Say that the call to Slack is about to be made; False where the lease ended and another took it."""
    still = (Delivery.id == held.id, Delivery.lease_until == held.lease)
    values = {"state": "posting", "lease_until": machine_now() + LEASE}
    marked = session.connection().execute(update(Delivery).where(*still).values(**values))
    return marked.rowcount == 1


def settle(
    session: Session,
    delivery_id: int,
    state: str,
    *,
    channel: str | None = None,
    ts: str | None = None,
    reason: str | None = None,
) -> None:
    """End the delivery as sent, moot, folded or failed."""
    values: dict[str, Any] = {"state": state, "lease_until": None, "reason": reason}
    if ts is not None:
        values |= {"channel": channel, "ts": ts}
    session.execute(update(Delivery).where(Delivery.id == delivery_id).values(**values))


def retry_later(
    session: Session, delivery_id: int, after: timedelta, *, reason: str, counts: bool, doubtful: bool
) -> None:
    """Let it be due again after a while; `counts` it as an attempt, `doubtful` where it may have arrived."""
    session.execute(
        update(Delivery)
        .where(Delivery.id == delivery_id)
        .values(
            state="posting" if doubtful else "queued",
            lease_until=None,
            due_at=machine_now() + after,
            attempts=Delivery.attempts + (1 if counts else 0),
            reason=reason,
        )
    )


def requeue(session: Session, delivery_id: int, body: dict[str, Any]) -> None:
    """Let it be said again with a new body: one that has a ts edits its message."""
    session.info[_SAID] = True
    session.execute(
        update(Delivery)
        .where(Delivery.id == delivery_id)
        .values(state="queued", body=body, due_at=machine_now(), attempts=0, lease_until=None)
    )


def latest(session: Session, workspace_id: int, kind: str, target: str, since: datetime) -> Delivery | None:
    """The newest delivery of that kind to that target decided since then, if it was not given up."""
    return session.scalars(
        select(Delivery)
        .where(
            Delivery.workspace_id == workspace_id,
            Delivery.kind == kind,
            Delivery.target == target,
            Delivery.said_at >= since,
            Delivery.state.in_((*_WAITING, "sent")),
        )
        .order_by(Delivery.id.desc())
        .limit(1)
    ).one_or_none()


def soonest(session: Session) -> datetime | None:
    """When (machine time) the next delivery is due and its lease ended; None where nothing waits."""
    free_at = case((Delivery.lease_until > Delivery.due_at, Delivery.lease_until), else_=Delivery.due_at)
    waiting = (Delivery.state.in_(_WAITING), ~_slowed(machine_now()))
    found: datetime | None = session.scalar(select(func.min(free_at)).where(*waiting))
    return found


def _beside(other: type[Delivery]) -> tuple[ColumnElement[bool], ...]:
    """Another delivery to the same target."""
    return (
        other.workspace_id == Delivery.workspace_id,
        other.target == Delivery.target,
        other.id != Delivery.id,
    )


def _slowed(now: datetime) -> Exists:
    """Whether Slack asked for a pause in what is said to that target, and it is not over."""
    other = aliased(Delivery)
    return exists().where(
        *_beside(other), other.state.in_(_WAITING), other.reason == SLOWED, other.due_at > now
    )


def outcomes(session: Session, after_id: int) -> Sequence[Delivery]:
    """What was settled among the deliveries made after that id, in order."""
    return session.scalars(
        select(Delivery)
        .where(Delivery.id > after_id, Delivery.state.in_(("sent", "failed", "folded")))
        .order_by(Delivery.id)
    ).all()
