"""Lintas in a local Slack: the same bot over real Socket Mode, the ports filled, the example team seeded."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import yaml
from sqlalchemy import select

from bot import seed
from bot.app import Lintas, build_app
from bot.clock import Clock
from bot.local.model import ChannelKind
from bot.local.server import LocalSlack
from bot.parsing.intents import Reading
from bot.settings import read_settings
from handlers.worlds import Worlds
from storage.deliveries import machine_now
from storage.migrate import migrate
from storage.models import Base, Delivery, Program
from storage.schedules import next_due
from storage.workspaces import member_by_slack, viewer_of, workspace_by_team


def read_manifest() -> dict[str, Any]:
    """The app manifest: beside the packages in a checkout, inside `bot` in an installed wheel."""
    for place in (Path(__file__).parent / "app_manifest.yml", Path(__file__).parents[1] / "app_manifest.yml"):
        if place.exists():
            found = yaml.safe_load(place.read_text("utf-8"))
            assert isinstance(found, dict)
            return found
    raise FileNotFoundError("app_manifest.yml")


class WorkspaceClock:
    """The clock that people of the local workspace can move: everything due on the way happens on the way."""

    def __init__(self, clock: Clock, zone: ZoneInfo):
        self.clock = clock
        self.zone = zone
        self.lintas: Lintas | None = None

    def now(self) -> datetime:
        return self.clock.now().astimezone(self.zone)

    def move(self, to: datetime) -> None:
        assert self.lintas is not None
        while (next_at := self.next_event()) is not None and next_at <= to:
            self.clock.move(max(next_at, self.clock.now()))
            self.lintas.tick()
        self.clock.move(to)
        self.lintas.tick()

    def next_event(self) -> datetime | None:
        if self.lintas is None:
            return None
        with self.lintas.database.reading() as session:
            found = next_due(session)
        return found.astimezone(self.zone) if found else None


class RowInspector:
    """The page's look behind the scenes: rows, deliveries, and what a text is understood as."""

    def __init__(self, lintas: Lintas, team: str):
        self._lintas = lintas
        self._team = team

    def rows(self) -> dict[str, list[dict[str, Any]]]:
        with self._lintas.database.reading() as session:
            return {
                table.name: [_plain(row) for row in session.execute(select(table).limit(200)).mappings()]
                for table in Base.metadata.sorted_tables
                if table.name not in ("installations", "deliveries")
            }

    def deliveries(self) -> list[dict[str, Any]]:
        table = Delivery.__table__
        with self._lintas.database.reading() as session:
            rows = session.execute(select(table).order_by(table.c.id.desc()).limit(100)).mappings()
            return [_plain(row) for row in rows]

    def parse(self, text: str, person: str) -> dict[str, Any]:
        from bot.parsing.understand import to_contract, understand

        with self._lintas.database.reading() as session:
            workspace = workspace_by_team(session, self._team)
            member = member_by_slack(session, workspace.id, person) if workspace else None
            if member is None:
                return {}
            world, _ = Worlds().of(session, viewer_of(member, machine_now()), None)
            zone = ZoneInfo(member.zone or member.slack_zone or "Asia/Jakarta")
        reading = Reading(self._lintas.clock.now().astimezone(zone), zone, "id", person, world)
        return to_contract(understand(text, reading), reading)


@contextmanager
def local_workspace(
    url: str, *, port: int = 0, seeded: bool = True, start: datetime | None = None
) -> Iterator[tuple[LocalSlack, Lintas]]:
    """A local Slack with Lintas in it, connected and idle; both stop when the block ends."""

    office = seed.read_office()
    if not seeded:
        office |= {"people": office["people"][:1], "channels": [office["channels"][0] | {"people": ["maya"]}]}
    clock = Clock(start)
    moving = WorkspaceClock(clock, ZoneInfo(office["team"]["zone"]))
    slack = LocalSlack(read_manifest(), moving, domain=office["team"]["domain"], port=port)
    people_slack(slack, office)
    slack.start()
    known = {
        "LINTAS_TICK_SECONDS": 1,
        "LINTAS_LOG_LEVEL": "warning",
        "LINTAS_TIMEZONE": office["team"]["zone"],
    }
    settings = read_settings(
        _env_file=None,
        database_url=url,
        slack_bot_token=slack.bot_token,
        slack_app_token=slack.app_token,
        slack_client_id=None,
        slack_api_url=slack.api_url,
        **known,
    )
    migrate(url)
    lintas = build_app(settings, clock)
    moving.lintas = lintas
    slack.idle = lambda: _settled(lintas)
    slack.inspector = RowInspector(lintas, slack.workspace.team_id)
    try:
        lintas.roster.sync_token(slack.bot_token)
        if seeded and not _has_rows(lintas):
            seed.sow(lintas.database, slack.workspace.team_id, office, clock.now())
        lintas.start()
        lintas.connect_socket()
        yield slack, lintas
    finally:
        lintas.stop()
        slack.stop()


def people_slack(slack: LocalSlack, office: dict[str, Any]) -> None:
    """Make the office's people and channels in the local Slack, with the ids they had before."""
    workspace = slack.workspace
    people = {}
    for person in office["people"]:
        first_name = person["name"].split()[0].casefold()
        people[first_name] = workspace.add_user(
            first_name,
            real_name=person["name"],
            user_id=person["id"],
            title=person["title"],
            tz=person["zone"],
            locale="id-ID" if person["lang"] == "id" else "en-GB",
            is_admin=person.get("admin", False),
            is_restricted=person.get("guest", False),
        )
    for channel in office["channels"]:
        members = [people[name] for name in channel["people"]]
        if channel.get("app", True):
            members.append(workspace.bot)
        kind: ChannelKind = "private" if channel.get("private") else "public"
        known = {"kind": kind, "members": members, "channel_id": channel["id"]}
        workspace.add_channel(channel["name"], **known).topic = channel["topic"]


def _settled(lintas: Lintas) -> None:
    lintas.door.idle()


def _has_rows(lintas: Lintas) -> bool:
    with lintas.database.reading() as session:
        return session.scalar(select(Program.id).limit(1)) is not None


def _plain(row: Any) -> dict[str, Any]:
    return {
        name: value if isinstance(value, (int, str, bool, float, dict, list, type(None))) else str(value)
        for name, value in row.items()
    }
