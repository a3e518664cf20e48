"""Programs, the dates they are counted from, where they live, and what is reported of them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, Float, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Heard, Tracked, reference
from storage.types import UtcDateTime, one_of


class Program(Heard):
    __tablename__ = "programs"
    __table_args__ = (
        Index(None, "workspace_id", "search_key"),
        Heard.audience_check(),
        one_of("status", "active", "paused", "closed"),
    )

    name: Mapped[str] = mapped_column(String(255))
    search_key: Mapped[str] = mapped_column(String(255))
    name_en: Mapped[str | None] = mapped_column(String(255))  # where it has another in that language
    name_id: Mapped[str | None] = mapped_column(String(255))
    kind: Mapped[str | None] = mapped_column(String(32))
    venue: Mapped[str | None] = mapped_column(String(255))
    zone: Mapped[str | None] = mapped_column(String(64))  # IANA, of the venue
    city: Mapped[str | None] = mapped_column(String(128))
    countries: Mapped[str] = mapped_column(String(255), default="")  # comma-separated
    status: Mapped[str] = mapped_column(String(16), default="active")
    lead_id: Mapped[int | None] = mapped_column(BigInteger, reference("members"))
    busy: Mapped[bool] = mapped_column(default=False)  # near its beginning its team works every day
    ladder: Mapped[str | None] = mapped_column(String(64))  # “14,7,2,0”: days before a deadline to tell of it


class ProgramChannel(Tracked):
    """A channel where a program lives; its kind decides who sees what is said of the program."""

    __tablename__ = "program_channels"
    __table_args__ = (
        Index(None, "workspace_id", "channel_id"),
        Index(None, "workspace_id", "program_id"),
    )

    program_id: Mapped[int] = mapped_column(BigInteger, reference("programs"))
    channel_id: Mapped[int] = mapped_column(BigInteger, reference("channels"))


class Anchor(Tracked):
    """A date that others are counted from: the one first set beside the current one."""

    __tablename__ = "anchors"
    __table_args__ = (
        Index(None, "workspace_id", "program_id"),
        one_of("precision", "day", "week", "month"),
    )

    program_id: Mapped[int] = mapped_column(BigInteger, reference("programs"))
    kind: Mapped[str] = mapped_column(String(32))  # an open list: opening, closing, arrival …
    first_day: Mapped[date] = mapped_column(Date)
    first_precision: Mapped[str] = mapped_column(String(8), default="day")
    day: Mapped[date] = mapped_column(Date)
    precision: Mapped[str] = mapped_column(String(8), default="day")
    confirmed: Mapped[bool] = mapped_column(default=True)
    ladder_from: Mapped[datetime | None] = mapped_column(UtcDateTime)  # rungs that came before are past


class Update(Heard):
    __tablename__ = "updates"
    __table_args__ = (
        Index(None, "workspace_id", "program_id", "created_at"),
        Heard.audience_check(),
        one_of(
            "kind",
            "milestone",
            "status",
            "schedule",
            "budget",
            "decision",
            "risk",
            "blocker",
            "note",
            "result",
        ),
        one_of("health", "on_track", "at_risk", "off_track"),
    )

    program_id: Mapped[int] = mapped_column(BigInteger, reference("programs"))
    kind: Mapped[str] = mapped_column(String(16))
    text: Mapped[str] = mapped_column(Text)
    amount: Mapped[float | None] = mapped_column(Float)
    currency: Mapped[str | None] = mapped_column(String(3))
    health: Mapped[str | None] = mapped_column(String(16))  # of the whole program, as its author judged it
    settled_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # a risk or an obstacle that is over


class Alias(Tracked):
    """Another name that a program, an organisation or a contact answers to."""

    __tablename__ = "aliases"
    __table_args__ = (Index(None, "workspace_id", "search_key"), Index(None, "workspace_id", "program_id"))

    name: Mapped[str] = mapped_column(String(255))
    search_key: Mapped[str] = mapped_column(String(255))
    program_id: Mapped[int | None] = mapped_column(BigInteger, reference("programs"))
    organisation_id: Mapped[int | None] = mapped_column(BigInteger, reference("organisations"))
    contact_id: Mapped[int | None] = mapped_column(BigInteger, reference("contacts"))
