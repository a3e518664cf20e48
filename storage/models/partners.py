"""Partner organisations, the people in them, and what was said to them."""

from __future__ import annotations

from datetime import date, datetime

from sqlalchemy import BigInteger, Date, Index, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Heard, Tracked, reference
from storage.types import UtcDateTime, one_of


class Organisation(Tracked):
    __tablename__ = "organisations"
    __table_args__ = (Index(None, "workspace_id", "search_key"),)

    name: Mapped[str] = mapped_column(String(255))
    search_key: Mapped[str] = mapped_column(String(255))
    kind: Mapped[str | None] = mapped_column(String(32))
    country: Mapped[str | None] = mapped_column(String(64))
    city: Mapped[str | None] = mapped_column(String(128))


class Contact(Tracked):
    __tablename__ = "contacts"
    __table_args__ = (
        Index(None, "workspace_id", "search_key"),
        Index(None, "workspace_id", "organisation_id"),
        Index(None, "workspace_id", "email"),
        Index(None, "workspace_id", "words_key"),
        Index(None, "workspace_id", "phone_key"),
    )

    name: Mapped[str] = mapped_column(String(255))
    search_key: Mapped[str] = mapped_column(String(255))
    words_key: Mapped[str | None] = mapped_column(String(255))  # the same in whatever order the name is said
    honorific: Mapped[str | None] = mapped_column(String(64))
    organisation_id: Mapped[int | None] = mapped_column(BigInteger, reference("organisations"))
    role: Mapped[str | None] = mapped_column(String(255))
    email: Mapped[str | None] = mapped_column(String(255))
    phone: Mapped[str | None] = mapped_column(String(64))
    phone_key: Mapped[str | None] = mapped_column(String(16))  # its last digits: the same with a code or 0
    country: Mapped[str | None] = mapped_column(String(64))
    city: Mapped[str | None] = mapped_column(String(128))
    lang: Mapped[str | None] = mapped_column(String(8))
    zone: Mapped[str | None] = mapped_column(String(64))


class Interaction(Heard):
    """Something said to or by a partner, with the audience of where it was logged."""

    __tablename__ = "interactions"
    __table_args__ = (
        Index(None, "workspace_id", "organisation_id", "day"),
        Index(None, "workspace_id", "contact_id", "day"),
        Heard.audience_check(),
        Index(None, "workspace_id", "kind", "valid_until"),
        one_of("kind", "call", "meeting", "email", "message", "letter", "document", "agreement"),
        one_of("direction", "in", "out"),
        one_of("promise_by", "us", "partner"),
    )

    organisation_id: Mapped[int | None] = mapped_column(BigInteger, reference("organisations"))
    contact_id: Mapped[int | None] = mapped_column(BigInteger, reference("contacts"))
    program_id: Mapped[int | None] = mapped_column(BigInteger, reference("programs"))
    kind: Mapped[str] = mapped_column(String(16))
    day: Mapped[date] = mapped_column(Date)
    text: Mapped[str] = mapped_column(Text)
    direction: Mapped[str | None] = mapped_column(String(8))  # “in”: they to us; “out”: we to them
    valid_until: Mapped[date | None] = mapped_column(Date)  # of an agreement
    next_contact: Mapped[date | None] = mapped_column(Date)
    promise_by: Mapped[str | None] = mapped_column(String(8))
    promise: Mapped[str | None] = mapped_column(Text)
    promise_due: Mapped[date | None] = mapped_column(Date)
    promise_kept_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
