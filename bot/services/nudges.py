"""The ladder of a deadline: on which days who is told that it comes near, or has passed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.errors import N_, UserError
from bot.services.calendars import Calendar, at_local
from bot.services.daysoff import calendar_of
from bot.services.derived import zone_of
from storage.absences import stood_in_for
from storage.models import Channel, Member
from storage.nudges import Rungs, anchors_to_nudge, keep_told, ladders, tasks_to_nudge, told_on
from storage.seen import Eyes
from storage.tasks import TaskFilter
from storage.workspaces import programs_of_channel

USUAL = (7, 2, 0)  # days before
AFTER = (1, 3, 7)  # working days after
STALE = timedelta(days=14)  # a rung that could be told to nobody for so long is past
FURTHEST, MOST_RUNGS = 180, 8
_DAYS_OFF = 30  # more in a row than any country has


@dataclass(frozen=True)
class Rung:
    """A rung of one deadline, for one reader."""

    subject_id: int  # a task or an anchor
    due: date
    rung: int  # days before; negative: working days after


def ladder_of(words: str | None) -> tuple[int, ...]:
    """“14, 7, 2, 0” as days before a deadline, the first first; the usual ladder where nothing is said."""
    if not words or not words.strip():
        return USUAL
    parts = [part.strip() for part in words.replace(";", ",").split(",") if part.strip()]
    days = {int(part) for part in parts if part.isdecimal() and int(part) <= FURTHEST}
    if len(days) != len(parts) or len(days) > MOST_RUNGS:
        raise UserError(
            N_("“{words}” is no list of days before a deadline. Write for example “{example}”."),
            words=words,
            example="14, 7, 2, 0",
            field="ladder",
        )
    return tuple(sorted(days, reverse=True))


def kept_ladder(words: str | None) -> str | None:
    """The ladder as a program keeps it; None for the usual one."""
    days = ladder_of(words)
    return None if days == USUAL else ",".join(map(str, days))


def rung_day(due: date, rung: int, calendar: Calendar) -> date:
    """The day on which the rung is told: a day off gives way to the working day before."""
    return calendar.by(due - timedelta(days=rung)) if rung >= 0 else calendar.after(due, -rung)


@lru_cache(maxsize=256)
def rungs_on(
    day: date, ladder: tuple[int, ...], calendar: Calendar
) -> tuple[tuple[int, tuple[date, ...]], ...]:
    """The deadlines that stand at a rung on that day, by rung: of each the last that has come."""
    found: dict[int, list[date]] = {}
    for distance in range(-2 * _DAYS_OFF, max(ladder) + _DAYS_OFF):
        due = day + timedelta(days=distance)
        for rung in (*(-n for n in reversed(AFTER)), *reversed(ladder)):  # the last first
            told = rung_day(due, rung, calendar)
            if told <= day:
                if told > day - STALE:
                    found.setdefault(rung, []).append(due)
                break
    return tuple((rung, tuple(days)) for rung, days in found.items())


def rungs_due(
    session: Session, eyes: Eyes, reader: Member | Channel, now: datetime, *, urgent: bool = False
) -> list[Rung]:
    """What the reader was not told of yet by now: rungs of what a member holds or minds for who is
    away, or of what a channel may see and of the dates of the programs that live there.

    `urgent`: of a channel's tasks only those of high priority: what it is told of without a digest.
    """
    ladders = _ladders_of(session, reader, now)
    which = _which(session, reader, now, ladders.today, urgent)
    rows = [*tasks_to_nudge(session, eyes, which, reader.id, ladders.rungs)]
    if isinstance(reader, Channel):
        programs = programs_of_channel(session, reader.workspace_id, reader.id)
        ahead = anchors_to_nudge(session, eyes, programs, reader.id, ladders.rungs) if programs else ()
        rows += [row for row in ahead if row.day >= ladders.today]
    return ladders.begun(rows)


def tell(session: Session, reader: Member | Channel, rungs: Sequence[Rung], day: date) -> None:
    """Remember that the reader is told of these rungs in what is said to them that day."""
    for one in rungs:
        keep_told(session, reader.workspace_id, reader.id, one.subject_id, one.due, one.rung, day)


class RungsToday:
    """The rungs that a reader's morning or digest of today tells of, sent or not."""

    def __init__(self, session: Session, eyes: Eyes, reader: Member | Channel, now: datetime):
        self._session, self._eyes, self._reader = session, eyes, reader
        self._ladders = _ladders_of(session, reader, now)
        self._which = _which(session, reader, now, self._ladders.today, urgent=False)
        told = told_on(session, reader.workspace_id, reader.id, self._ladders.today)
        self._told = [Rung(*row) for row in told]

    def of(self, task_ids: tuple[int, ...]) -> dict[int, Rung]:
        """Those of these tasks, by id."""
        which = replace(self._which, ids=task_ids)
        return self._told_or_due(self._ladders, which, lambda one: one.subject_id in task_ids)

    def beyond(self, day: date) -> dict[int, Rung]:
        """Those of deadlines after that day, by task."""
        return self._told_or_due(self._ladders.beyond(day), self._which, lambda one: one.due > day)

    def _told_or_due(
        self, ladders: _Ladders, which: TaskFilter, wanted: Callable[[Rung], bool]
    ) -> dict[int, Rung]:
        rows = tasks_to_nudge(self._session, self._eyes, which, self._reader.id, ladders.rungs)
        told = [one for one in self._told if wanted(one)]
        return {one.subject_id: one for one in (*told, *ladders.begun(rows))}


@dataclass(frozen=True)
class _Ladders:
    """Every ladder of the workspace as it stands today for one reader, who is told at that minute."""

    today: date
    zone: ZoneInfo
    calendar: Calendar
    minute: int
    rungs: Rungs

    def beyond(self, day: date) -> _Ladders:
        """The same, of deadlines after that day alone."""
        later = (
            (words, tuple((rung, tuple(due for due in dues if due > day)) for rung, dues in by_rung))
            for words, by_rung in self.rungs
        )
        return replace(self, rungs=tuple(later))

    def begun(self, rows: Sequence[Any]) -> list[Rung]:
        """The rungs of these rows, but for those that had passed when their deadline was given."""
        return [
            Rung(subject_id, due, rung)
            for subject_id, due, since, rung in rows
            if since is None or _told_at(due, rung, self.calendar, self.minute, self.zone) > since
        ]


def _ladders_of(session: Session, reader: Member | Channel, now: datetime) -> _Ladders:
    zone, calendar = zone_of(session, reader), calendar_of(session, reader)
    today = now.astimezone(zone).date()
    every = (None, *ladders(session, reader.workspace_id))
    rungs = tuple((words, rungs_on(today, ladder_of(words), calendar)) for words in every)
    minute = reader.morning_at if isinstance(reader, Member) else reader.digest_at
    return _Ladders(today, zone, calendar, minute, rungs)


@lru_cache(maxsize=4096)
def _told_at(due: date, rung: int, calendar: Calendar, minute: int, zone: ZoneInfo) -> datetime:
    """When a rung is told to whoever is told at that minute of the day."""
    named = due - timedelta(days=rung) if rung >= 0 else rung_day(due, rung, calendar)
    return at_local(named, minute, zone)


def _which(
    session: Session, reader: Member | Channel, now: datetime, today: date, urgent: bool
) -> TaskFilter:
    """The tasks whose deadlines concern the reader: of a channel those its digest is about."""
    if isinstance(reader, Member):
        minded = stood_in_for(session, reader, today)
        return TaskFilter(holder_ids=(reader.id, *minded), awake_at=now)
    linked = tuple(programs_of_channel(session, reader.workspace_id, reader.id))
    which = TaskFilter(awake_at=now)
    if linked or urgent:
        which = replace(which, program_ids=linked, place_id=reader.id)
    return replace(which, priority="high") if urgent else which
