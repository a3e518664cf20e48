"""The example team of the local workspace: who they are, and the rows they would have written themselves."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.parsing.intents import AddPartner, CreateProgram, CreateTask, Name, RecordUpdate, Said, When
from bot.services.actor import Actor, Place
from bot.services.members import set_language
from bot.services.partners import add_partner
from bot.services.programs import add_alias, create_program, link_program, record_update
from bot.services.tasks import create_task
from storage.database import Database
from storage.deliveries import machine_now
from storage.models import Change, Channel, Delivery, Organisation
from storage.workspaces import channel_named, member_by_slack, viewer_of, workspace_by_team

WRITTEN_BEFORE = timedelta(days=40)  # nobody's latest change: `/lintas undo` reaches back thirty days


def read_office() -> dict[str, Any]:
    """The team, its channels and its rows; dates are days from now."""
    found = json.loads((Path(__file__).parent / "office.json").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def sow(database: Database, team: str, office: dict[str, Any], now: datetime) -> None:
    """Write the example rows through the rules, as their authors would have; nothing of it is announced."""
    with database.writing() as session:
        _Sower(session, team, office, now).sow()


class _Sower:
    def __init__(self, session: Session, team: str, office: dict[str, Any], now: datetime):
        self.session = session
        self.office = office
        self.now = now
        workspace = workspace_by_team(session, team)
        assert workspace is not None
        self.workspace_id = workspace.id
        self.ids = {person["name"].split()[0].casefold(): person["id"] for person in office["people"]}
        self.people = {person["id"]: person for person in office["people"]}
        self.programs: dict[str, Name] = {}

    def sow(self) -> None:
        for first_name, slack_id in self.ids.items():
            set_language(self.session, self.people[slack_id]["lang"], self.actor(first_name))
        for channel in self.office["channels"]:
            if "lang" in channel:
                self._channel(channel["name"]).lang = channel["lang"]
                self.session.flush()
        for program in self.office["programs"]:
            self._program(program)
        for partner in self.office["partners"]:
            self._partner(partner)
        for task in self.office["tasks"]:
            self._task(task)
        for update in self.office["updates"]:
            draft = RecordUpdate(None, update["text"], update["kind"])
            actor = replace(self.actor(update["by"]), now=self.now - timedelta(hours=20))
            recorded = record_update(self.session, draft, int(self.programs[update["program"]].id), actor)
            done = self.session.query(Change).filter_by(batch=recorded.batch)
            done.update({Change.at: self.now - WRITTEN_BEFORE})
        self.session.query(Delivery).delete()

    def actor(self, first_name: str, channel: str | None = None) -> Actor:
        slack_id = self.ids[first_name]
        member = member_by_slack(self.session, self.workspace_id, slack_id)
        assert member is not None
        place = None
        if channel is not None:
            row = self._channel(channel)
            place = Place(row.id, row.slack_id, row.kind, row.app_in)
        zone = ZoneInfo(self.people[slack_id]["zone"])
        return Actor(viewer_of(member, machine_now()), self.now - WRITTEN_BEFORE, zone, place)

    def _channel(self, name: str) -> Channel:
        channel = channel_named(self.session, self.workspace_id, name)
        assert channel is not None
        return channel

    def _when(self, days: int) -> When:
        return When((self.now + timedelta(days=days)).date())

    def _program(self, program: dict[str, Any]) -> None:
        anchors = tuple((kind, self._when(days)) for kind, days in program["anchors"].items())
        draft = CreateProgram(
            program["name"], program["kind"], anchors, tuple(program["countries"]), program["city"]
        )
        row_id = create_program(self.session, draft, self.actor(program["by"])).id
        for alias in program["aliases"]:
            add_alias(self.session, row_id, alias, self.actor(program["by"]))
            self.programs[alias] = Name(str(row_id), program["name"])
        if "channel" in program:
            link_program(self.session, row_id, self.actor(program["by"], program["channel"]))

    def _partner(self, partner: dict[str, Any]) -> None:
        actor = self.actor("maya")
        for contact in partner["contacts"]:
            draft = AddPartner(organisation=partner["organisation"], country=partner["country"], **contact)
            add_partner(self.session, draft, actor)
        for row in self.session.query(Organisation).filter_by(name=partner["organisation"]):
            row.kind = partner["kind"]
        self.session.flush()

    def _task(self, task: dict[str, Any]) -> None:
        owner = self.ids[task["owner"]]
        program = self.programs[task["program"]] if "program" in task else None
        draft = CreateTask(
            title=task["title"],
            due=self._when(task["due"]),
            owners=(Said(task["owner"], (Name(owner, task["owner"]),)),),
            program=Said(program.name, (program,)) if program else None,
            priority=task.get("priority"),
        )
        create_task(self.session, draft, self.actor(task["by"], task.get("channel")))
