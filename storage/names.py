"""Every name a viewer may mean: programs they may see, members, organisations, contacts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import false, select, true
from sqlalchemy.orm import Session

from storage.audience import seen_by
from storage.models import Alias, Anchor, Contact, Member, Organisation, Program
from storage.seen import Viewer

VERSION = "names"
"""The counter that moves whenever any of these names does (see services/derived.py and bot/roster.py)."""


@dataclass(frozen=True)
class ProgramNames:
    id: int
    name: str
    aliases: tuple[str, ...]
    anchors: dict[str, date]


@dataclass(frozen=True)
class KnownNames:
    programs: tuple[ProgramNames, ...]
    members: tuple[tuple[str, str], ...]  # (Slack id, name)
    organisations: tuple[tuple[int, str, str | None], ...]  # (id, name, country)
    contacts: tuple[tuple[int, str, str | None], ...]  # (id, name, organisation)


def names_seen_by(session: Session, viewer: Viewer) -> KnownNames:
    """All names within the viewer's sight, oldest first."""
    workspace = viewer.workspace_id
    aliases: dict[int, list[str]] = {}
    for program_id, alias in session.execute(
        select(Alias.program_id, Alias.name).where(
            Alias.workspace_id == workspace, Alias.deleted_at.is_(None)
        )
    ):
        if program_id is not None:
            aliases.setdefault(program_id, []).append(alias)
    anchors: dict[int, dict[str, date]] = {}
    for program_id, kind, day in session.execute(
        select(Anchor.program_id, Anchor.kind, Anchor.day).where(
            Anchor.workspace_id == workspace, Anchor.deleted_at.is_(None)
        )
    ):
        anchors.setdefault(program_id, {})[kind] = day
    programs = session.execute(
        select(Program.id, Program.name, Program.name_en, Program.name_id)
        .where(seen_by(Program, viewer), Program.deleted_at.is_(None))
        .order_by(Program.id)
    )
    members = session.execute(
        select(Member.slack_id, Member.name)
        .where(Member.workspace_id == workspace, Member.kind != "bot", Member.left.is_(False))
        .order_by(Member.id)
    )
    partners = true() if viewer.full else false()  # they are the workspace's, which guests do not see
    organisations = session.execute(
        select(Organisation.id, Organisation.name, Organisation.country)
        .where(Organisation.workspace_id == workspace, Organisation.deleted_at.is_(None), partners)
        .order_by(Organisation.id)
    )
    contacts = session.execute(
        select(Contact.id, Contact.name, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Contact.organisation_id)
        .where(Contact.workspace_id == workspace, Contact.deleted_at.is_(None), partners)
        .order_by(Contact.id)
    )
    return KnownNames(
        tuple(
            ProgramNames(
                id, name, (*filter(None, (english, indonesian)), *aliases.get(id, ())), anchors.get(id, {})
            )
            for id, name, english, indonesian in programs
        ),
        tuple((slack_id, name) for slack_id, name in members),
        tuple((id, name, country) for id, name, country in organisations),
        tuple((id, name, organisation) for id, name, organisation in contacts),
    )
