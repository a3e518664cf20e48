"""What people and channels set for themselves: language, zone, morning message, digest."""

from __future__ import annotations

from zoneinfo import available_timezones

from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.services.actor import Actor, Written
from bot.services.derived import zone_of
from storage.models import Channel, Member, Workspace
from storage.seen import DigestSettings, MemberSettings


def set_language(session: Session, lang: str, actor: Actor) -> Written:
    """Speak this language to the member from now on."""
    act = actor.begins(session, "set_language")
    session.get_one(Member, actor.viewer.member_id).lang = lang
    session.flush()
    return Written(actor.viewer.member_id, act.batch)


def set_zone(session: Session, zone: str, actor: Actor) -> Written:
    """Read and tell the member's times in this IANA zone from now on."""
    act = actor.begins(session, "set_zone")
    if zone not in available_timezones():
        raise UserError(
            N_("“{zone}” is no time zone that Lintas knows. Name a city, for example “{example}”."),
            zone=zone,
            example="/lintas zone Tokyo",
            field="zone",
        )
    session.get_one(Member, actor.viewer.member_id).zone = zone
    session.flush()
    return Written(actor.viewer.member_id, act.batch)


def set_morning(session: Session, on: bool, at: int | None, actor: Actor) -> Written:
    """Send the member's morning message at that minute of their day, or no longer."""
    act = actor.begins(session, "set_morning")
    member = session.get_one(Member, actor.viewer.member_id)
    member.morning_on = on
    if at is not None:
        member.morning_at = at
    session.flush()
    return Written(member.id, act.batch)


def set_digest(
    session: Session, on: bool, at: int | None, days: tuple[int, ...] | None, actor: Actor
) -> Written:
    """Post a digest in the channel the words were said in, or no longer."""
    act = actor.begins(session, "set_digest")
    place = actor.place
    if place is None or place.kind == "im":
        raise UserError(N_("A digest belongs to a channel: send this in the channel that is to have it."))
    channel = session.get_one(Channel, place.channel_id)
    if on and not place.app_in:
        raise UserError(
            N_(
                "Lintas is not in this channel, so it cannot post here. Invite it with “{command}”, then send this again."
            ),
            command="/invite @Lintas",
        )
    channel.digest_on = on
    if at is not None:
        channel.digest_at = at
    if days is not None:
        channel.digest_days = "".join(str(day) for day in sorted(set(days)))
    if on and channel.zone is None:
        channel.zone = actor.zone.key
    session.flush()
    return Written(channel.id, act.batch)


def member_settings(session: Session, member: Member) -> MemberSettings:
    return MemberSettings(
        lang=language_of(session, member),
        zone=zone_of(session, member).key,
        morning_on=member.morning_on,
        morning_at=member.morning_at,
        country=member.country,
    )


def digest_settings(session: Session, channel: Channel) -> DigestSettings:
    return DigestSettings(
        channel=channel.slack_id,
        on=channel.digest_on,
        at=channel.digest_at,
        days=tuple(int(day) for day in channel.digest_days),
        zone=zone_of(session, channel).key,
        lang=language_of(session, channel),
    )


def language_of(session: Session, row: Member | Channel) -> str:
    """The language a member reads or a channel is written in."""
    if row.lang is not None:
        return row.lang
    return session.get_one(Workspace, row.workspace_id).lang
