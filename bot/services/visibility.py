"""Who may see what is said: decided once, when it is said."""

from __future__ import annotations

from bot.errors import N_, UserError
from bot.services.actor import Actor
from storage.models import Heard, Program


def set_audience(row: Heard, actor: Actor, program: Program | None = None) -> None:
    """Fix the row's author, place and audience.

    A named program gives its own audience. Otherwise a public channel opens it to every full member, a
    private one that the app is in to its members, and anything else to the author alone.
    """
    place = actor.place
    row.author_id = actor.viewer.member_id
    row.created_at = actor.now
    row.place_id = place.channel_id if place else None
    if program is not None:
        row.audience = program.audience
        row.audience_channel_id = program.audience_channel_id
        row.audience_member_id = program.audience_member_id
    elif place is not None and place.kind == "public":
        row.audience = "workspace"
    elif place is not None and place.kind in ("private", "mpim") and place.app_in:
        row.audience, row.audience_channel_id = "channel", place.channel_id
    else:
        row.audience, row.audience_member_id = "person", actor.viewer.member_id


def checking() -> UserError:
    """What is said instead of “not there” while it is not known which channels a person is in."""
    return UserError(N_("I am checking which channels you are in. Please send this again in a moment."))
