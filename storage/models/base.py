"""What every table shares: names for constraints, ids, the workspace it belongs to, and what is audited."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from sqlalchemy import BigInteger, ForeignKey, MetaData, String
from sqlalchemy.orm import DeclarativeBase, Mapped, declared_attr, mapped_column

from storage.ids import new_id
from storage.seen import AudienceKind
from storage.types import UtcDateTime, one_of

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)


class Row(Base):
    """A row with its own id."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(BigInteger, primary_key=True, autoincrement=False, default=new_id)


def reference(target: str) -> ForeignKey:
    return ForeignKey(f"{target}.id", ondelete="RESTRICT")


class InWorkspace(Row):
    """A row of one workspace."""

    __abstract__ = True

    @declared_attr
    @classmethod
    def workspace_id(cls) -> Mapped[int]:
        return mapped_column(BigInteger, reference("workspaces"))


class Tracked(InWorkspace):
    """A row whose every change is audited and can be undone.

    Written only through a session (`storage/changes.py` listens to the flush), never by bulk statements.
    Created rows are undone by `deleted_at`; `tracked` narrows the audited columns (empty = all).
    """

    __abstract__ = True
    tracked: ClassVar[frozenset[str]] = frozenset()

    deleted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class Heard(Tracked):
    """A tracked row with the audience fixed when it was said."""

    __abstract__ = True

    audience: Mapped[AudienceKind] = mapped_column(String(16))

    @declared_attr
    @classmethod
    def audience_channel_id(cls) -> Mapped[int | None]:
        return mapped_column(BigInteger, reference("channels"))

    @declared_attr
    @classmethod
    def audience_member_id(cls) -> Mapped[int | None]:
        return mapped_column(BigInteger, reference("members"))

    @declared_attr
    @classmethod
    def author_id(cls) -> Mapped[int]:
        """Whoever said it: the requester of a task, the writer of an update. Always sees it."""
        return mapped_column(BigInteger, reference("members"))

    @declared_attr
    @classmethod
    def place_id(cls) -> Mapped[int | None]:
        """The channel it was said in; None where it was said in no channel."""
        return mapped_column(BigInteger, reference("channels"))

    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    @classmethod
    def audience_check(cls) -> object:
        return one_of("audience", "workspace", "channel", "person")
