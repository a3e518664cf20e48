"""Tasks, who holds them, and what was noted beside them."""

from __future__ import annotations

from datetime import date, datetime, time

from sqlalchemy import BigInteger, Date, Index, Integer, String, Text, Time, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Heard, Tracked, reference
from storage.types import UtcDateTime, one_of


class Task(Heard):
    """`due_day` alone is a date-only deadline; a clock time adds `due_time` and `due_zone`, the truth, and
    `due_at`, the instant derived from them."""

    __tablename__ = "tasks"
    __table_args__ = (
        UniqueConstraint("workspace_id", "number"),
        Index(  # the last columns are there so that what is due is counted without reading it
            "ix_tasks_due_day",
            "workspace_id",
            "status",
            "due_day",
            "due_at",
            "deleted_at",
            "audience",
            "audience_channel_id",
            "waiting_for",
        ),
        Index(
            "ix_tasks_waiting",
            "workspace_id",
            "status",
            "due_day",
            sqlite_where=text("waiting_for IS NOT NULL"),
            postgresql_where=text("waiting_for IS NOT NULL"),
        ),
        Index(
            "ix_tasks_done",
            "workspace_id",
            "status",
            "done_at",
            sqlite_where=text("done_at IS NOT NULL"),
            postgresql_where=text("done_at IS NOT NULL"),
        ),
        *(
            Index(
                f"ix_tasks_{partner}",
                "workspace_id",
                f"{partner}_id",
                sqlite_where=text(f"{partner}_id IS NOT NULL"),
                postgresql_where=text(f"{partner}_id IS NOT NULL"),
            )
            for partner in ("organisation", "contact")
        ),
        Index(  # as above: a program's tasks are counted for whoever looks
            "ix_tasks_program",
            "workspace_id",
            "program_id",
            "status",
            "due_day",
            "deleted_at",
            "audience",
            "audience_channel_id",
            "audience_member_id",
            "author_id",
            "id",
        ),
        Index(None, "workspace_id", "author_id", "created_at"),
        Heard.audience_check(),
        one_of("status", "open", "done", "cancelled"),
        one_of("priority", "high", "normal", "low"),
    )

    number: Mapped[int] = mapped_column(Integer)
    title: Mapped[str] = mapped_column(Text)
    search_key: Mapped[str] = mapped_column(Text)
    status: Mapped[str] = mapped_column(String(16), default="open")
    priority: Mapped[str] = mapped_column(String(8), default="normal")
    program_id: Mapped[int | None] = mapped_column(BigInteger, reference("programs"))
    organisation_id: Mapped[int | None] = mapped_column(BigInteger, reference("organisations"))
    contact_id: Mapped[int | None] = mapped_column(BigInteger, reference("contacts"))
    due_day: Mapped[date | None] = mapped_column(Date)
    due_time: Mapped[time | None] = mapped_column(Time)
    due_zone: Mapped[str | None] = mapped_column(String(64))
    due_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    anchor_id: Mapped[int | None] = mapped_column(BigInteger, reference("anchors"))
    offset_days: Mapped[int | None] = mapped_column(Integer)
    recurrence: Mapped[str | None] = mapped_column(String(255))
    snoozed_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ladder_from: Mapped[datetime | None] = mapped_column(UtcDateTime)  # rungs that came before are past
    waiting_for: Mapped[str | None] = mapped_column(String(255))  # whom, as it was said
    waiting_since: Mapped[date | None] = mapped_column(Date)
    done_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    done_by_id: Mapped[int | None] = mapped_column(BigInteger, reference("members"))


class TaskOwner(Tracked):
    """Whoever holds a task: a member, a contact, or a role or name in words. Given up by `deleted_at`."""

    __tablename__ = "task_owners"
    __table_args__ = (Index(None, "workspace_id", "task_id"), Index(None, "workspace_id", "member_id"))

    task_id: Mapped[int] = mapped_column(BigInteger, reference("tasks"))
    member_id: Mapped[int | None] = mapped_column(BigInteger, reference("members"))
    contact_id: Mapped[int | None] = mapped_column(BigInteger, reference("contacts"))
    words: Mapped[str | None] = mapped_column(String(255))


class TaskNote(Heard):
    """A line beside a task, with an audience of its own: what is noted in a private place stays there."""

    __tablename__ = "task_notes"
    __table_args__ = (Index(None, "workspace_id", "task_id"), Heard.audience_check())

    task_id: Mapped[int] = mapped_column(BigInteger, reference("tasks"))
    text: Mapped[str] = mapped_column(Text)


class TaskLink(Tracked):
    """One task comes after another: it can begin when that one is done, or not wanted any more."""

    __tablename__ = "task_links"
    __table_args__ = (
        Index(None, "workspace_id", "task_id"),
        Index(None, "workspace_id", "after_id"),
    )

    task_id: Mapped[int] = mapped_column(BigInteger, reference("tasks"))
    after_id: Mapped[int] = mapped_column(BigInteger, reference("tasks"))
