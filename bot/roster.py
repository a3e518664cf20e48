"""Slack's people, channels and memberships, made rows: the only reader of who is where."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

from bot.services.calendars import zone_names
from bot.services.derived import plan_digest, plan_morning
from bot.tokens import Tokens
from storage.counters import next_number
from storage.database import Database
from storage.deliveries import enqueue, machine_now
from storage.models import Channel, Member
from storage.names import VERSION
from storage.schedules import has_schedule
from storage.seen import ChannelKind
from storage.types import search_key
from storage.workspaces import (
    channel_by_slack,
    channels_of,
    first_administrator,
    join_channel,
    leave_channel,
    mark_memberships_seen,
    meet_channel,
    meet_member,
    meet_workspace,
    set_members,
    workspace_by_team,
)

log = structlog.get_logger("lintas.roster")
PAGE = 200


class Roster:
    """Reads Slack and writes members, channels and memberships; never called before an acknowledgement."""

    def __init__(self, database: Database, tokens: Tokens, *, lang: str, zone: str):
        self._database = database
        self._tokens = tokens
        self._lang = lang
        self._zone = zone

    def sync_token(self, token: str) -> int:
        """Read the token's whole workspace; its row's id. SlackApiError or OSError where Slack is silent."""
        client = self._tokens.client_with(token)
        me = client.auth_test()
        with self._database.writing() as session:
            fresh = workspace_by_team(session, me["team_id"]) is None
            workspace = meet_workspace(session, me["team_id"], lang=self._lang, zone=self._zone)
            workspace.bot_user = me["user_id"]
            workspace.name = me.get("team") or workspace.name
            workspace_id = workspace.id
        self.sync_workspace(workspace_id)
        if fresh:
            self._greet_administrator(workspace_id)
        return workspace_id

    def _greet_administrator(self, workspace_id: int) -> None:
        """Tell whoever looks after the workspace how to begin: a token does not say who installed it."""
        with self._database.writing() as session:
            admin = first_administrator(session, workspace_id)
            if admin is None or admin.welcomed:
                return
            admin.welcomed = True
            enqueue(
                session,
                workspace_id=workspace_id,
                kind="answer",
                target=admin.slack_id,
                cause="welcome",
                body={"answer": {"name": "welcome", "facts": {"admin": True}}, "member": admin.id},
                said_at=machine_now(),
            )

    def sync_workspace(self, workspace_id: int) -> None:
        """Read everybody, every channel the app may know of, and who is in those it is in."""
        client = self._tokens.client(workspace_id)
        people = list(_pages(client, "users.list", "members"))
        channels = list(
            _pages(
                client,
                "conversations.list",
                "channels",
                types="public_channel,private_channel,mpim",
                exclude_archived="false",
            )
        )
        inside = {
            channel["id"]: list(_pages(client, "conversations.members", "members", channel=channel["id"]))
            for channel in channels
            if channel.get("is_member") and not channel.get("is_archived")
        }
        # written at the end, in a few statements: what is looked up on the way depends on none of it
        with self._database.writing() as session, session.no_autoflush:
            met = {person["id"]: keep_person(session, workspace_id, person).id for person in people}
            for channel in channels:
                row = _keep_channel(session, workspace_id, channel)
                if channel["id"] in inside:
                    members = {
                        met.get(user) or meet_member(session, workspace_id, user).id
                        for user in inside[channel["id"]]
                    }
                    set_members(session, row, members)
                    row.members_seen_at = machine_now()
            seen_at = machine_now()
            mark_memberships_seen(session, workspace_id, seen_at)
            next_number(session, workspace_id, VERSION)

    def refresh(self, workspace_id: int, slack_id: str) -> None:
        """Read one person or one channel anew."""
        if slack_id.startswith(("U", "W")):
            self.refresh_member(workspace_id, slack_id)
        else:
            self.refresh_channel(workspace_id, slack_id)

    def refresh_member(self, workspace_id: int, slack_id: str) -> None:
        """Read one person anew: who they are, and which channels they share with the app."""
        client = self._tokens.client(workspace_id)
        person = client.users_info(user=slack_id)["user"]
        channels = list(
            _pages(
                client,
                "users.conversations",
                "channels",
                user=slack_id,
                types="public_channel,private_channel,mpim",
                exclude_archived="true",
            )
        )
        with self._database.writing() as session:
            member = keep_person(session, workspace_id, person)
            for channel in channels:
                _keep_channel(session, workspace_id, channel)
            set_channels(session, member, {channel["id"] for channel in channels})
            member.memberships_seen_at = machine_now()
            next_number(session, workspace_id, VERSION)

    def refresh_channel(self, workspace_id: int, slack_id: str) -> None:
        """Read one channel anew: what it is, whether the app is in it, and who else."""
        client = self._tokens.client(workspace_id)
        try:
            channel = client.conversations_info(channel=slack_id)["channel"]
        except SlackApiError as refusal:
            if refusal.response.get("error") != "channel_not_found":
                raise
            self._forget_channel(workspace_id, slack_id)
            return
        inside = (
            list(_pages(client, "conversations.members", "members", channel=slack_id))
            if channel.get("is_member")
            else []
        )
        with self._database.writing() as session:
            row = _keep_channel(session, workspace_id, channel)
            if channel.get("is_member"):
                set_members(session, row, {meet_member(session, workspace_id, user).id for user in inside})
                row.members_seen_at = machine_now()
            next_number(session, workspace_id, VERSION)

    def _forget_channel(self, workspace_id: int, slack_id: str) -> None:
        """A private channel the app is not in (any more): who is in it is not known."""
        with self._database.writing() as session:
            row = channel_by_slack(session, workspace_id, slack_id)
            if row is not None:
                row.app_in = False
                set_members(session, row, set())


def set_channels(session: Session, member: Member, slack_ids: set[str]) -> None:
    """Make the member's memberships exactly these channels."""
    known = {channel.slack_id: channel for channel in channels_of(session, member)}
    for slack_id in slack_ids - known.keys():
        channel = channel_by_slack(session, member.workspace_id, slack_id)
        assert channel is not None
        join_channel(session, channel, member.id)
    for slack_id in known.keys() - slack_ids:
        leave_channel(session, known[slack_id], member.id)


def kind_of(channel: dict[str, Any]) -> ChannelKind:
    """public, private, mpim or im, from Slack's description of a conversation."""
    if channel.get("is_im"):
        return "im"
    if channel.get("is_mpim"):
        return "mpim"
    return "private" if channel.get("is_private") or channel.get("is_group") else "public"


def _keep_channel(session: Session, workspace_id: int, channel: dict[str, Any]) -> Channel:
    row = meet_channel(session, workspace_id, channel["id"], kind_of(channel), channel.get("name") or "")
    row.kind = kind_of(channel)
    row.name = channel.get("name") or row.name
    row.archived = bool(channel.get("is_archived"))
    if "is_member" in channel:
        row.app_in = bool(channel["is_member"])
    if row.digest_on and row.app_in and not has_schedule(session, workspace_id, "digest", row.id):
        plan_digest(session, row, machine_now())  # it was paused while nothing could be posted there
    return row


def keep_person(session: Session, workspace_id: int, person: dict[str, Any]) -> Member:
    """Store what Slack says of a person."""
    profile = person.get("profile") or {}
    name = (
        profile.get("real_name")
        or person.get("real_name")
        or profile.get("display_name")
        or person.get("name")
    )
    row = meet_member(session, workspace_id, person["id"], name or person["id"])
    row.name = name or row.name
    row.search_key = search_key(row.name)
    row.email = profile.get("email")
    row.left = bool(person.get("deleted"))
    row.is_admin = bool(person.get("is_admin") or person.get("is_owner"))
    row.kind = _kind(person)
    zone = person.get("tz")
    if zone in zone_names() and zone != row.slack_zone:
        row.slack_zone = zone
        if has_schedule(session, workspace_id, "morning", row.id):
            plan_morning(session, row, machine_now())
    return row


def _kind(person: dict[str, Any]) -> str:
    if person.get("is_bot") or person["id"] == "USLACKBOT":
        return "bot"
    if person.get("is_stranger"):
        return "stranger"
    return "guest" if person.get("is_restricted") or person.get("is_ultra_restricted") else "full"


def _pages(client: WebClient, method: str, key: str, **arguments: str) -> Iterator[Any]:
    cursor = ""
    while True:
        page = client.api_call(method, params={**arguments, "limit": PAGE, "cursor": cursor})
        yield from page[key]
        cursor = (page.get("response_metadata") or {}).get("next_cursor") or ""
        if not cursor:
            return
