"""What is still to be said: written with the rows it follows from, claimed with a lease, settled one by one.

The only reader of machine time beside the web and the local workspace: leases, back-off and Retry-After
must not move with the clock that people can be shown.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Connection, bindparam, case, func, null, or_, select, tuple_, update
from sqlalchemy.orm import Session

from storage.inserting import insert_once
from storage.models import Delivery
from storage.types import UtcDateTime

_SAID = "lintas_said"
LEASE = timedelta(seconds=60)
SLOWED = "ratelimited"  # the reason that holds up all that is said to the same target
_WAITING = ("queued", "claimed", "posting")
_CLAIMING = 5_497_852_104  # any number, as long as every process uses the same


@dataclass(frozen=True)
class Claimed:
    """A delivery held for the length of a lease."""

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
    doubtful: bool  # an earlier holder may have posted it already
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


def claim(session: Session, *, limit: int = 32, share: int = 32) -> list[Claimed]:
    """Take up to `limit` due deliveries: one per target, of no workspace more than `share`, oldest first.

    None whose target is being served or was asked to pause. Their shares count what is held already, so
    that a workspace with thousands due never keeps another waiting.
    """
    connection = session.connection()
    if connection.dialect.name == "postgresql":
        # one after another: what another transaction is just taking cannot be seen to be served
        connection.execute(select(func.pg_advisory_xact_lock(_CLAIMING)))
    now = machine_now()
    connection.execute(_let_lapse, {"now": now})
    served: dict[int, set[str]] = defaultdict(set)
    for workspace_id, target in connection.execute(_served):
        served[workspace_id].add(target)
    shares = Counter({workspace_id: len(targets) for workspace_id, targets in served.items()})
    for workspace_id, target in connection.execute(_pausing, {"now": now}):
        served[workspace_id].add(target)
    taken: list[Claimed] = []
    for workspace_id in connection.scalars(_waiting_workspaces, {"now": now}).all():
        room = min(share - shares[workspace_id], limit - len(taken))
        if room > 0:
            taken += _oldest(connection, workspace_id, served[workspace_id], room, now)
    if taken:
        lease = {"state": "claimed", "lease_until": now + LEASE}
        these = Delivery.id.in_([one.id for one in taken])
        connection.execute(update(Delivery).where(these).values(**lease))
    for one in taken:
        if one.kind == "edit":
            _collapse(connection, one)
    return taken


def _collapse(connection: Connection, edit: Claimed) -> None:
    """Let the other edits of the card that wait be moot: it is composed after this, as they left it."""
    card = edit.cause.partition(":")[0]
    values = {"workspace": edit.workspace_id, "place": edit.target, "low": f"{card}:", "high": f"{card};"}
    connection.execute(_edits_beside, values)


def _oldest(
    connection: Connection, workspace_id: int, served: set[str], room: int, now: datetime
) -> list[Claimed]:
    """The workspace's oldest due deliveries whose targets are free, of each target the one said first."""
    oldest = _due.where(Delivery.target.not_in(sorted(served))).limit(room)
    first_of: dict[str, Claimed] = {}
    for row in connection.execute(oldest, {"workspace": workspace_id, "now": now}):
        held = Claimed(**row._mapping, lease=now + LEASE)
        first_of[held.target] = min(held, first_of.get(held.target, held), key=lambda one: one.id)
    return list(first_of.values())


_HELD = ("claimed", "posting")
_edits_beside = (
    update(Delivery)
    .where(
        Delivery.workspace_id == bindparam("workspace"),
        Delivery.kind == "edit",
        Delivery.target == bindparam("place"),
        Delivery.cause > bindparam("low"),
        Delivery.cause < bindparam("high"),
        Delivery.state == "queued",
    )
    .values(state="moot")
)
_one = update(Delivery).where(Delivery.id == bindparam("one"))
_let_lapse = (
    update(Delivery)
    .where(Delivery.state.in_(_HELD), Delivery.lease_until < bindparam("now"))
    .values(state="queued", doubtful=or_(Delivery.doubtful, Delivery.state == "posting"), lease_until=None)
)
_served = select(Delivery.workspace_id, Delivery.target).where(Delivery.state.in_(_HELD))
_in_pause = (
    Delivery.state == "queued",
    Delivery.reason == SLOWED,
    Delivery.due_at > bindparam("now", type_=UtcDateTime()),
)
_pausing = select(Delivery.workspace_id, Delivery.target).where(*_in_pause)
_is_due = (Delivery.state == "queued", Delivery.due_at <= bindparam("now"))
_waiting_workspaces = (
    select(Delivery.workspace_id)
    .where(*_is_due)
    .group_by(Delivery.workspace_id)
    .order_by(func.min(Delivery.due_at))
)
_due = (
    select(
        Delivery.id,
        Delivery.workspace_id,
        Delivery.kind,
        Delivery.target,
        Delivery.cause,
        Delivery.body,
        Delivery.attempts,
        Delivery.channel,
        Delivery.ts,
        Delivery.said_at,
        Delivery.doubtful,
    )
    .where(Delivery.workspace_id == bindparam("workspace"), *_is_due)
    .order_by(Delivery.due_at, Delivery.id)
    .with_for_update(skip_locked=True)
)


def mark_posting(session: Session, held: Sequence[Claimed]) -> set[int]:
    """Say that the calls for what was claimed at once are about to be made; the ids that are still held."""
    still = (Delivery.id.in_([one.id for one in held]), Delivery.lease_until == held[0].lease)
    marking = update(Delivery).where(*still).values(state="posting").returning(Delivery.id)
    return set(session.connection().scalars(marking))


def settle(
    session: Session,
    held: Claimed,
    state: str,
    *,
    channel: str | None = None,
    ts: str | None = None,
    reason: str | None = None,
) -> None:
    """End the delivery as sent, moot, folded or failed.

    One that was given a new body meanwhile stays due, to edit what was just posted.
    """
    values = {"one": held.id, "lease": held.lease, "how": state, "why": reason}
    if ts is None:
        session.connection().execute(_settle, values)
    else:
        session.connection().execute(_settle_posted, values | {"place": channel, "at": ts})


_is_held = Delivery.lease_until == bindparam("lease")
_settle = _one.values(
    state=case((_is_held, bindparam("how")), else_=Delivery.state),
    doubtful=case((_is_held, False), else_=Delivery.doubtful),
    lease_until=case((_is_held, null()), else_=Delivery.lease_until),
    reason=bindparam("why"),
)
_settle_posted = _settle.values(channel=bindparam("place"), ts=bindparam("at"))


def retry_later(
    session: Session, held: Claimed, after: timedelta, *, reason: str | None, counts: bool, doubtful: bool
) -> None:
    """Let it be due again after a while, unless another has taken it.

    `counts` it as an attempt; `doubtful` where it may have arrived.
    """
    values = {
        "one": held.id,
        "lease": held.lease,
        "when": machine_now() + after,
        "more": 1 if counts else 0,
        "why": reason,
        "unsure": doubtful,
    }
    session.connection().execute(_retry, values)


_retry = _one.where(_is_held).values(
    state="queued",
    doubtful=bindparam("unsure"),
    due_at=bindparam("when"),
    attempts=Delivery.attempts + bindparam("more"),
    lease_until=None,
    reason=bindparam("why"),
)


def requeue(session: Session, delivery_id: int, body: dict[str, Any]) -> None:
    """Let it be said again with a new body: one that has a ts edits its message."""
    session.info[_SAID] = True
    session.execute(
        update(Delivery)
        .where(Delivery.id == delivery_id)
        .values(
            state="queued",
            doubtful=or_(Delivery.doubtful, Delivery.state == "posting"),
            body=body,
            due_at=machine_now(),
            attempts=0,
            lease_until=None,
        )
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
    """When (machine time) the next delivery is due or a lease ends; None where nothing waits."""
    now = {"now": machine_now()}
    found = [session.scalar(one, now) for one in (_soonest, _soonest_after_a_pause, _soonest_to_lapse)]
    return min(filter(None, found), default=None)


_soonest = select(func.min(Delivery.due_at)).where(
    Delivery.state == "queued", tuple_(Delivery.workspace_id, Delivery.target).not_in(_pausing)
)
_soonest_after_a_pause = select(func.min(Delivery.due_at)).where(*_in_pause)
_soonest_to_lapse = select(func.min(Delivery.lease_until)).where(Delivery.state.in_(_HELD))


def give_up_workspace(session: Session, workspace_id: int, reason: str) -> None:
    """End all that waits to be said in a workspace that Slack does not let the app speak in any more."""
    session.execute(
        update(Delivery)
        .where(Delivery.workspace_id == workspace_id, Delivery.state == "queued")
        .values(state="failed", reason=reason)
        .execution_options(synchronize_session=False)
    )


def dead_letters(session: Session, *, limit: int = 200) -> Sequence[Delivery]:
    """What was given up, newest first."""
    return session.scalars(
        select(Delivery).where(Delivery.state == "failed").order_by(Delivery.id.desc()).limit(limit)
    ).all()


def revive(session: Session, delivery_id: int) -> bool:
    """Let a dead letter be tried anew, looked for first where an attempt was made; False where it is none."""
    row = session.get(Delivery, delivery_id)
    if row is None or row.state != "failed":
        return False
    row.state, row.doubtful, row.attempts, row.reason = "queued", row.attempts > 0, 0, None
    row.due_at = machine_now()
    return True


def outcomes(session: Session, after_id: int) -> Sequence[Delivery]:
    """What was settled among the deliveries made after that id, in order."""
    return session.scalars(
        select(Delivery)
        .where(Delivery.id > after_id, Delivery.state.in_(("sent", "failed", "folded")))
        .order_by(Delivery.id)
    ).all()
