"""The names a person may mean, kept between turns until one of them changes."""

from __future__ import annotations

import threading
from collections import OrderedDict

from sqlalchemy.orm import Session

from bot.parsing.intents import Name, OpenTask, World
from storage.counters import number_now
from storage.models import Channel
from storage.names import VERSION, names_seen_by
from storage.seen import Viewer
from storage.tasks import open_task_rows
from storage.workspaces import channel_by_slack, programs_of_channel

KEPT = 256


class Worlds:
    """Worlds by person, each as old as the names' version it was read at."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._worlds: OrderedDict[tuple[int, int, bool], tuple[int, World]] = OrderedDict()

    def of(self, session: Session, viewer: Viewer, channel: Channel | None) -> tuple[World, Name | None]:
        """The person's world, and the program of the channel where it has exactly one."""
        world = self._world(session, viewer)
        if channel is None:
            return world, None
        linked = programs_of_channel(session, viewer.workspace_id, channel.id)
        here = [name for name in world.programs if name.id == str(linked[0])] if len(linked) == 1 else []
        return world, here[0] if here else None

    def of_channel(self, session: Session, viewer: Viewer, slack_id: str, world: World) -> tuple[Name, ...]:
        """The programs linked to a channel that was named, as far as the person may see them."""
        channel = channel_by_slack(session, viewer.workspace_id, slack_id)
        if channel is None:
            return ()
        linked = {str(i) for i in programs_of_channel(session, viewer.workspace_id, channel.id)}
        return tuple(name for name in world.programs if name.id in linked)

    def _world(self, session: Session, viewer: Viewer) -> World:
        key = (viewer.workspace_id, viewer.member_id, viewer.fresh)
        version = number_now(session, viewer.workspace_id, VERSION)
        with self._lock:
            known = self._worlds.get(key)
            if known is not None and known[0] == version:
                self._worlds.move_to_end(key)
                return known[1]
        world = _read(session, viewer)
        with self._lock:
            self._worlds[key] = (version, world)
            while len(self._worlds) > KEPT:
                self._worlds.popitem(last=False)
        return world


def open_tasks(session: Session, viewer: Viewer) -> tuple[OpenTask, ...]:
    """The open tasks that a message's words may mean."""
    return tuple(
        OpenTask(title=row.title, due=row.due_at or row.due_day, number=row.number)
        for row in open_task_rows(session, viewer)
    )


def _read(session: Session, viewer: Viewer) -> World:
    known = names_seen_by(session, viewer)
    return World(
        programs=tuple(
            Name(str(program.id), program.name, program.aliases, anchors=program.anchors)
            for program in known.programs
        ),
        members=tuple(Name(slack_id, name) for slack_id, name in known.members),
        organisations=tuple(Name(f"organisation:{id}", name) for id, name, _ in known.organisations),
        contacts=tuple(
            Name(f"contact:{id}", name, organisation=organisation)
            for id, name, organisation in known.contacts
        ),
    )
