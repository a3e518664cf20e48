"""Who does a thing, where and when: what every rule is told beside its draft."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from storage import changes
from storage.seen import ChannelKind, Viewer


@dataclass(frozen=True)
class Place:
    """The conversation a thing was said in. `app_in` False: who is in a private one is not known."""

    channel_id: int
    slack_id: str
    kind: ChannelKind
    app_in: bool


@dataclass(frozen=True)
class Actor:
    """A member acting. `now` is the movable clock, `zone` the member's own, `source` the request's key."""

    viewer: Viewer
    now: datetime
    zone: ZoneInfo
    place: Place | None = None
    source: str | None = None

    @property
    def today(self) -> date:
        return self.now.astimezone(self.zone).date()

    def begins(self, session: Session, verb: str, undoes: int | None = None) -> changes.Act:
        """Let the following writes be this member's act."""
        act = changes.Act(verb=verb, by=self.viewer.member_id, at=self.now, source=self.source, undoes=undoes)
        return changes.begin(session, act)


@dataclass(frozen=True)
class Written:
    """What an act left behind: the row it was about, and the batch that Undo takes back.

    `repeated` marks an act that changed nothing, because it had been done already.
    """

    id: int
    batch: int
    repeated: bool = False
    following: int | None = None  # the row id of the next of a task that repeats
    note: int | None = None  # the row id of a note that was written with it
    noted: bool = False  # what the title could not hold was kept as a note
