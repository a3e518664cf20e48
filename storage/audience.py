"""Who may see a row, as a condition on the query: every read of something said goes through here."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import ColumnElement, Select, and_, exists, false, literal_column, or_, select

from storage.models import Channel, Heard, Membership, Task, TaskOwner
from storage.seen import Eyes, Room, Viewer


@lru_cache(maxsize=1024)  # building it costs more than the query, and the same eyes read again and again
def seen_by(rows: type[Heard], eyes: Eyes, *, by_id: bool = False) -> ColumnElement[bool]:
    """The rows of the workspace that these eyes may see, deleted ones included.

    `by_id`: the rows are named by their ids. Given many, SQLite would read the whole workspace by its index;
    a plus keeps it from that.
    """
    workspace: ColumnElement[int] = literal_column(f"+{rows.__tablename__}.workspace_id")
    here = (workspace if by_id else rows.workspace_id) == eyes.workspace_id
    return and_(here, or_(false(), *_open(rows, eyes)))


def channel_open_to(eyes: Eyes) -> ColumnElement[bool]:
    """The channels whose very existence these eyes may know of: public ones, and those they are in."""
    if isinstance(eyes, Room):
        return or_(Channel.kind == "public", Channel.id == eyes.channel_id)
    own = Channel.id.in_(_channels_of(eyes)) if eyes.fresh else false()
    return or_(Channel.kind == "public", own) if eyes.full else own


def _open(rows: type[Heard], eyes: Eyes) -> list[ColumnElement[bool]]:
    if isinstance(eyes, Room):
        here = and_(rows.audience == "channel", rows.audience_channel_id == eyes.channel_id)
        everyone = rows.audience == "workspace"
        return [here, everyone if eyes.full else and_(everyone, rows.place_id == eyes.channel_id)]
    conditions = [
        rows.author_id == eyes.member_id,
        and_(rows.audience == "person", rows.audience_member_id == eyes.member_id),
    ]
    if eyes.full:
        conditions.append(rows.audience == "workspace")
    if eyes.fresh:
        conditions.append(and_(rows.audience == "channel", rows.audience_channel_id.in_(_channels_of(eyes))))
    if rows is Task:
        conditions.append(_held_by(eyes))
    return conditions


def _channels_of(viewer: Viewer) -> Select[int]:
    return select(Membership.channel_id).where(
        Membership.workspace_id == viewer.workspace_id, Membership.member_id == viewer.member_id
    )


def _held_by(viewer: Viewer) -> ColumnElement[bool]:
    return exists().where(
        TaskOwner.workspace_id == Task.workspace_id,
        TaskOwner.task_id == Task.id,
        TaskOwner.member_id == viewer.member_id,
        TaskOwner.deleted_at.is_(None),
    )
