"""What people and channels set for themselves: language, zone, morning message, digest."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.parsing.intents import Lang
from bot.services.actor import Actor, Written
from bot.services.calendars import countries, zone_names
from bot.services.daysoff import country_of
from bot.services.derived import zone_of
from storage import changes
from storage.models import Channel, Member, Workspace
from storage.seen import DigestSettings, MemberSettings
from storage.workspaces import is_member


def set_language(session: Session, lang: str, actor: Actor) -> Written:
    """Speak this language to the member from now on."""
    act = actor.begins(session, "set_language")
    session.get_one(Member, actor.viewer.member_id).lang = lang
    session.flush()
    return Written(actor.viewer.member_id, act.batch)


def set_zone(session: Session, zone: str, actor: Actor, until: date | None = None) -> Written:
    """Read and tell the member's times in this IANA zone from now on, or up to and with that day."""
    if until is not None and until < actor.today:
        raise UserError(
            N_("{when} is past. Say until which day you are away, for example “{example}”."),
            when=until,
            example=N_("/lintas zone Tokyo until 5 Dec"),
        )
    act = actor.begins(session, "set_zone")
    member = session.get_one(Member, actor.viewer.member_id)
    if until is not None and member.zone_until is None:
        member.home_zone = member.zone
    elif until is None:
        member.home_zone = None
    member.zone, member.zone_until = known_zone(zone), until
    session.flush()
    return Written(actor.viewer.member_id, act.batch)


def end_visit(session: Session, member: Member, now: datetime) -> None:
    """The journey is over: the member's zone is what it was before."""
    changes.begin(session, changes.Act(verb="set_zone", by=None, at=now))
    member.zone, member.zone_until, member.home_zone = member.home_zone, None, None
    session.flush()


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
    _refuse_guests(actor)
    act = actor.begins(session, "set_digest")
    place = actor.place
    if place is None or place.kind == "im":
        raise UserError(N_("A digest belongs to a channel: send this in the channel that is to have it."))
    channel = session.get_one(Channel, place.channel_id)
    if on and not place.app_in:
        raise UserError(
            N_(
                "Lintas is not in this channel, so it cannot post here. "
                "Invite it with “{command}”, then send this again."
            ),
            command="/invite @Lintas",
        )
    channel.digest_on = on
    if at is not None:
        channel.digest_at = at
    if days is not None:
        channel.digest_days = "".join(str(day) for day in sorted(set(days)))
    session.flush()
    return Written(channel.id, act.batch)


def _refuse_guests(actor: Actor) -> None:
    if not actor.viewer.full:
        raise UserError(
            N_("A channel's digest is set by full members of this workspace. Nothing was changed.")
        )


@dataclass(frozen=True)
class DigestChoice:
    """A channel's digest form, filled in; None keeps what is."""

    on: bool
    at: int | None = None
    days: tuple[int, ...] | None = None
    zone: str | None = None
    lang: str | None = None
    sections: tuple[str, ...] | None = None
    when_empty: bool | None = None


def edit_digest(session: Session, channel_id: int, choice: DigestChoice, actor: Actor) -> Written:
    """Make a channel's digest what its form says."""
    _refuse_guests(actor)
    channel = session.get_one(Channel, channel_id)
    if not is_member(session, channel, actor.viewer.member_id) and channel.kind != "public":
        raise UserError(N_("Only people in the channel can change its digest."))
    act = actor.begins(session, "set_digest")
    channel.digest_on = choice.on
    if choice.at is not None:
        channel.digest_at = choice.at
    if choice.days is not None:
        channel.digest_days = "".join(str(day) for day in sorted(set(choice.days)))
    if choice.zone is not None:
        channel.zone = known_zone(choice.zone)
    if choice.lang is not None:
        channel.lang = choice.lang
    if choice.sections is not None:
        channel.digest_sections = " ".join(choice.sections)
    if choice.when_empty is not None:
        channel.digest_when_empty = choice.when_empty
    session.flush()
    return Written(channel.id, act.batch)


@dataclass(frozen=True)
class MemberChoice:
    """A person's settings form, filled in."""

    lang: str
    zone: str
    morning_on: bool
    morning_at: int | None = None
    country: str | None = None  # by name, in either language; None: their zone's


def edit_settings(session: Session, choice: MemberChoice, actor: Actor) -> Written:
    """Make a member's settings what their form says."""
    act = actor.begins(session, "edit_settings")
    member = session.get_one(Member, actor.viewer.member_id)
    member.lang, member.morning_on = choice.lang, choice.morning_on
    if (country := _known_country(choice.country)) != country_of(session, member):
        member.country = country
    if choice.zone != zone_of(session, member).key:
        member.zone, member.zone_until, member.home_zone = known_zone(choice.zone), None, None
    if choice.morning_at is not None:
        member.morning_at = choice.morning_at
    session.flush()
    return Written(member.id, act.batch)


def known_zone(zone: str) -> str:
    if zone in zone_names():
        return zone
    raise UserError(
        N_("“{zone}” is no time zone that Lintas knows. Name a city, for example “{example}”."),
        zone=zone,
        example=N_("/lintas zone Tokyo"),
        field="zone",
    )


def _known_country(name: str | None) -> str | None:
    if name is None:
        return None
    if code := countries().get(name.casefold()):
        return code
    raise UserError(
        N_("I know no country called “{name}”. Write for example “{example}”."),
        name=name,
        example="Indonesia",
        field="country",
    )


def member_settings(session: Session, member: Member) -> MemberSettings:
    return MemberSettings(
        lang=language_of(session, member),
        zone=zone_of(session, member).key,
        morning_on=member.morning_on,
        morning_at=member.morning_at,
        country=country_of(session, member),
        zone_until=member.zone_until,
    )


def digest_settings(session: Session, channel: Channel) -> DigestSettings:
    return DigestSettings(
        channel=channel.slack_id,
        on=channel.digest_on,
        at=channel.digest_at,
        days=tuple(int(day) for day in channel.digest_days),
        zone=zone_of(session, channel).key,
        lang=language_of(session, channel),
        sections=tuple(channel.digest_sections.split()),
        when_empty=channel.digest_when_empty,
    )


def language_of(session: Session, row: Member | Channel) -> Lang:
    """The language a member reads or a channel is written in."""
    lang = row.lang or session.get_one(Workspace, row.workspace_id).lang
    return "en" if lang == "en" else "id"
