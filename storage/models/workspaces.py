"""Workspaces, their tokens, people and places."""

from __future__ import annotations

from datetime import date, datetime
from typing import ClassVar

from sqlalchemy import BigInteger, Date, Index, Integer, String, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import InWorkspace, Row, Tracked, reference
from storage.seen import ChannelKind
from storage.types import UtcDateTime, one_of


class Workspace(Row):
    __tablename__ = "workspaces"
    __table_args__ = (UniqueConstraint("slack_team_id"), one_of("lang", "en", "id"))

    slack_team_id: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(255), default="")
    lang: Mapped[str] = mapped_column(String(2))
    zone: Mapped[str] = mapped_column(String(64))
    bot_user: Mapped[str | None] = mapped_column(String(32))  # the app's own Slack user id


class Installation(Row):
    """A workspace's token, sealed; one per workspace."""

    __tablename__ = "installations"
    __table_args__ = (UniqueConstraint("workspace_id"),)

    workspace_id: Mapped[int] = mapped_column(BigInteger, reference("workspaces"))
    token_sealed: Mapped[str] = mapped_column(Text)
    installed_by: Mapped[str | None] = mapped_column(String(32))  # Slack user id
    installed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Member(Tracked):
    """A person of the workspace. `kind` is unknown until Slack has said; until then they count as a guest."""

    __tablename__ = "members"
    __table_args__ = (
        UniqueConstraint("workspace_id", "slack_id"),
        Index(None, "workspace_id", "search_key"),
        one_of("kind", "full", "guest", "stranger", "bot", "unknown"),
    )
    tracked: ClassVar[frozenset[str]] = frozenset(
        {
            "lang",
            "zone",
            "zone_until",
            "home_zone",
            "morning_on",
            "morning_at",
            "country",
            "away_from",
            "away_until",
            "stand_in_id",
        }
    )

    slack_id: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(255), default="")
    search_key: Mapped[str] = mapped_column(String(255), default="")
    email: Mapped[str | None] = mapped_column(String(255))
    kind: Mapped[str] = mapped_column(String(16), default="unknown")
    is_admin: Mapped[bool] = mapped_column(default=False)
    left: Mapped[bool] = mapped_column(default=False)  # deactivated in Slack
    slack_zone: Mapped[str | None] = mapped_column(String(64))  # what the Slack profile says
    zone: Mapped[str | None] = mapped_column(String(64))  # what the person told Lintas
    zone_until: Mapped[date | None] = mapped_column(Date)  # the last day in `zone`, for who travels
    home_zone: Mapped[str | None] = mapped_column(String(64))  # what `zone` is again after that day
    lang: Mapped[str | None] = mapped_column(String(2))
    country: Mapped[str | None] = mapped_column(String(2))  # whose holidays they keep; None: their zone's
    morning_on: Mapped[bool] = mapped_column(default=True)
    morning_at: Mapped[int] = mapped_column(Integer, default=510)  # minutes after midnight
    away_from: Mapped[date | None] = mapped_column(Date)  # first and last day of an absence
    away_until: Mapped[date | None] = mapped_column(Date)
    stand_in_id: Mapped[int | None] = mapped_column(BigInteger, reference("members"))  # whom to ask meanwhile
    home_tab: Mapped[str | None] = mapped_column(String(16))  # “mine.0”: what Home shows; None: never opened
    welcomed: Mapped[bool] = mapped_column(default=False)  # has been told how to begin
    morning_told: Mapped[bool] = mapped_column(default=False)  # the first morning has explained itself
    memberships_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # machine time


class Channel(Tracked):
    """A conversation. `app_in` False means that who is in a private one is not known."""

    __tablename__ = "channels"
    __table_args__ = (
        UniqueConstraint("workspace_id", "slack_id"),
        one_of("kind", "public", "private", "im", "mpim"),
    )
    tracked: ClassVar[frozenset[str]] = frozenset(
        {"lang", "zone", "digest_on", "digest_at", "digest_days", "digest_sections", "digest_when_empty"}
    )

    slack_id: Mapped[str] = mapped_column(String(32))
    name: Mapped[str] = mapped_column(String(255), default="")
    kind: Mapped[ChannelKind] = mapped_column(String(16))
    archived: Mapped[bool] = mapped_column(default=False)
    app_in: Mapped[bool] = mapped_column(default=False)
    members_seen_at: Mapped[datetime | None] = mapped_column(UtcDateTime)  # machine time
    lang: Mapped[str | None] = mapped_column(String(2))
    zone: Mapped[str | None] = mapped_column(String(64))
    digest_on: Mapped[bool] = mapped_column(default=False)
    digest_at: Mapped[int] = mapped_column(Integer, default=540)  # minutes after midnight
    digest_days: Mapped[str] = mapped_column(String(7), default="12345")  # ISO weekdays
    digest_sections: Mapped[str] = mapped_column(String(64), default="late soon waiting news dates partners")
    digest_when_empty: Mapped[bool] = mapped_column(default=False)  # say in one line that nothing is due


class Membership(InWorkspace):
    """Who is in which channel, as Slack last said."""

    __tablename__ = "memberships"
    __table_args__ = (
        UniqueConstraint("workspace_id", "channel_id", "member_id"),
        Index(None, "workspace_id", "member_id"),
    )

    channel_id: Mapped[int] = mapped_column(BigInteger, reference("channels"))
    member_id: Mapped[int] = mapped_column(BigInteger, reference("members"))


class Closure(Tracked):
    """A day that the whole workspace does not work, or works although its country does not."""

    __tablename__ = "closures"
    __table_args__ = (Index(None, "workspace_id", "day"),)

    day: Mapped[date] = mapped_column(Date)
    name: Mapped[str] = mapped_column(String(255))
    worked: Mapped[bool] = mapped_column(default=False)
