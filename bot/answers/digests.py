"""Digests and mornings: the same builder for what is shown and what is sent."""

from __future__ import annotations

from dataclasses import replace

from bot.answers import Composed, Reader, answer
from bot.services.derived import zone_of
from bot.services.digests import channel_digest
from bot.services.digests import morning as morning_of
from bot.services.members import digest_settings as settings_of
from bot.views import digest as views
from bot.views.kit import Message
from bot.views.morning import morning as morning_message
from storage.models import Channel, Member
from storage.workspaces import room_of


@answer
def digest(reader: Reader, channel: int, always: bool = False) -> Composed | None:
    """The channel's digest, with what the whole channel may see; an empty one only if asked for."""
    row = reader.session.get_one(Channel, channel)
    room = room_of(reader.session, row)
    made = channel_digest(reader.session, room, row, reader.t.now, zone_of(reader.session, row))
    if made.empty and not always and not row.digest_when_empty:
        return None
    return Composed(views.channel_digest(made, reader.t), tuple(task.id for task in (*made.late, *made.soon)))


@answer
def morning(reader: Reader) -> Composed | None:
    """The reader's own morning; nothing where nothing of theirs is due."""
    assert reader.me is not None
    member = reader.session.get_one(Member, reader.me.member_id)
    made = morning_of(reader.session, reader.me, reader.t.now, reader.t.tz, first=not member.morning_told)
    if made.empty:
        return None
    shown = (*made.late, *made.today, *made.soon)
    return Composed(morning_message(made, reader.t), tuple(task.id for task in shown))


@answer
def my_day(reader: Reader) -> Composed | None:
    """The reader's own day, asked for: also where nothing of theirs is due."""
    if reader.me is None:
        return None
    made = morning_of(reader.session, reader.me, reader.t.now, reader.t.tz, first=False)
    shown = (*made.late, *made.today, *made.soon)
    return Composed(morning_message(made, reader.t), tuple(task.id for task in shown))


@answer
def digest_settings(reader: Reader, channel: int, batch: int | None = None) -> Message:
    row = reader.session.get_one(Channel, channel)
    settings = replace(settings_of(reader.session, row), guests=not room_of(reader.session, row).full)
    return views.digest_settings_message(settings, reader.t, batch)
