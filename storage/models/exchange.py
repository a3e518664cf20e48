"""What was handled, what was posted, what changed, and what is still to be said."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, BigInteger, Date, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import InWorkspace, reference
from storage.types import UtcDateTime, one_of


class Counter(InWorkspace):
    """The last human number given; never goes back."""

    __tablename__ = "counters"
    __table_args__ = (UniqueConstraint("workspace_id", "name"),)

    name: Mapped[str] = mapped_column(String(32))
    value: Mapped[int] = mapped_column(Integer, default=0)


class Request(InWorkspace):
    """Something of Slack's that was handled, with the answer to give again if Slack repeats it."""

    __tablename__ = "requests"
    __table_args__ = (UniqueConstraint("workspace_id", "key"),)

    key: Mapped[str] = mapped_column(String(128))
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    handled_at: Mapped[datetime] = mapped_column(UtcDateTime)  # machine time


class Card(InWorkspace):
    """A real message that shows a row and follows it; one that shows several tasks has a row for each."""

    __tablename__ = "cards"
    __table_args__ = (
        UniqueConstraint("workspace_id", "channel", "ts", "task_id"),
        Index(None, "workspace_id", "task_id"),
        Index(None, "workspace_id", "channel", "thread"),
    )

    channel: Mapped[str] = mapped_column(String(32))  # Slack id
    ts: Mapped[str] = mapped_column(String(32))
    thread: Mapped[str | None] = mapped_column(String(32))  # the root it was posted under
    task_id: Mapped[int | None] = mapped_column(BigInteger, reference("tasks"))
    answer: Mapped[dict[str, Any]] = mapped_column(JSON)  # what it shows, to compose again
    member_id: Mapped[int | None] = mapped_column(
        BigInteger, reference("members")
    )  # whose eyes it was made for


class Change(InWorkspace):
    """One row as it was before and after one act; a batch is one act."""

    __tablename__ = "changes"
    __table_args__ = (
        Index(None, "workspace_id", "batch"),
        Index(None, "workspace_id", "table_name", "row_id"),
        Index(None, "workspace_id", "by_id", "batch"),
        one_of("op", "insert", "update"),
    )

    batch: Mapped[int] = mapped_column(BigInteger)
    at: Mapped[datetime] = mapped_column(UtcDateTime)
    by_id: Mapped[int | None] = mapped_column(BigInteger, reference("members"))  # None: Lintas itself
    source: Mapped[str | None] = mapped_column(String(128))  # the request's key
    verb: Mapped[str] = mapped_column(String(32))
    table_name: Mapped[str] = mapped_column(String(32))
    row_id: Mapped[int] = mapped_column(BigInteger)
    op: Mapped[str] = mapped_column(String(8))
    before: Mapped[dict[str, Any]] = mapped_column(JSON)
    after: Mapped[dict[str, Any]] = mapped_column(JSON)
    undoes: Mapped[int | None] = mapped_column(BigInteger)  # the batch this one takes back


class Schedule(InWorkspace):
    """When a thing is next to be looked at. The domain rows say what; this says when."""

    __tablename__ = "schedules"
    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "subject_id"),
        Index("ix_schedules_next_at", "next_at"),
        one_of("kind", "digest", "morning", "reminder", "nudge", "zone"),
    )

    kind: Mapped[str] = mapped_column(String(16))
    subject_id: Mapped[int] = mapped_column(BigInteger)  # a channel, a member or a task
    next_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Nudge(InWorkspace):
    """A rung of a deadline's ladder that a reader was told of: each once for that deadline."""

    __tablename__ = "nudges"
    __table_args__ = (
        UniqueConstraint("workspace_id", "reader_id", "subject_id", "due_day", "rung"),
        Index(None, "workspace_id", "reader_id", "told_on"),
    )

    reader_id: Mapped[int] = mapped_column(BigInteger)  # a member or a channel
    subject_id: Mapped[int] = mapped_column(BigInteger)  # a task or an anchor
    due_day: Mapped[date] = mapped_column(Date)
    rung: Mapped[int] = mapped_column(Integer)  # days before it; negative: working days after
    told_on: Mapped[date] = mapped_column(Date)  # the reader's day


class Delivery(InWorkspace):
    """One thing to be said, once: unique by what, to whom and why."""

    __tablename__ = "deliveries"
    __table_args__ = (
        UniqueConstraint("workspace_id", "kind", "target", "cause"),
        Index("ix_deliveries_due_at", "state", "due_at", "workspace_id"),
        one_of("state", "queued", "claimed", "posting", "sent", "moot", "folded", "failed"),
    )

    kind: Mapped[str] = mapped_column(
        String(16)
    )  # card, answer, whisper, replace, edit, assignment, digest, morning, …
    target: Mapped[str] = mapped_column(
        String(64)
    )  # a Slack channel or member id; the claim takes one row of each
    cause: Mapped[str] = mapped_column(String(128))  # a batch, a request's key, or a local date
    body: Mapped[dict[str, Any]] = mapped_column(JSON)
    state: Mapped[str] = mapped_column(String(8), default="queued")
    doubtful: Mapped[bool] = mapped_column(default=False)  # an attempt may have arrived all the same
    due_at: Mapped[datetime] = mapped_column(UtcDateTime)  # machine time, as all below
    attempts: Mapped[int] = mapped_column(Integer, default=0)
    lease_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    channel: Mapped[str | None] = mapped_column(String(32))  # where it went
    ts: Mapped[str | None] = mapped_column(String(32))
    reason: Mapped[str | None] = mapped_column(Text)
    said_at: Mapped[datetime] = mapped_column(UtcDateTime)  # by the movable clock: when it was decided
