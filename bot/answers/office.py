"""Answers about the office as a whole: who is away, reports, files to keep, handing over, how Lintas runs."""

from __future__ import annotations

from bot.answers import Reader, answer
from bot.services.exporting import NAMES
from bot.services.reports import report_of
from bot.views import away, handover, report
from bot.views import status as status_views
from bot.views.kit import Message
from storage.absences import absence_of, absences
from storage.models import Member
from storage.programs import programs_led_by
from storage.status import status_of
from storage.tasks import TaskFilter, tasks_seen_by
from storage.workspaces import member_by_slack

PER_LIST = 10


@answer
def away_changed(reader: Reader, batch: int | None = None) -> Message | None:
    if reader.me is None:
        return None
    return away.away_changed(absence_of(reader.session, reader.me), reader.t, batch)


@answer
def away_list(reader: Reader) -> Message | None:
    if reader.me is None:
        return None
    return away.away_list(absences(reader.session, reader.me, reader.t.today), reader.t)


@answer
def office_report(reader: Reader, kind: str) -> Message | None:
    """What the reader may see of the week, the month, or, for a director, of every program at a glance."""
    if reader.me is None:
        return None
    made = report_of(reader.session, reader.me, kind, reader.t.now, reader.t.tz)
    return report.office_report(made, reader.t, checking=not reader.me.fresh)


@answer
def export_promised(reader: Reader, what: str) -> Message:
    """That the files are on their way."""
    return report.export_promised([f"{name}.csv" for name in NAMES if what in (name, "all")], reader.t)


@answer
def handover_list(reader: Reader, giver: str, taker: str | None = None) -> Message | None:
    """What somebody holds, as far as the reader may see it; both by Slack id."""
    if reader.me is None:
        return None
    workspace = reader.me.workspace_id
    held_by = member_by_slack(reader.session, workspace, giver)
    given_to = member_by_slack(reader.session, workspace, taker) if taker else None
    if held_by is None:
        return None
    which = TaskFilter(holder_ids=(held_by.id,))
    tasks, total = tasks_seen_by(reader.session, reader.me, which, limit=PER_LIST)
    return handover.handover_list(
        held_by.name,
        tasks,
        total,
        reader.t,
        giver=giver,
        taker=(taker, given_to.name) if taker and given_to else None,
        leads=programs_led_by(reader.session, reader.me, held_by.id),
    )


@answer
def handed_over(reader: Reader, tasks: list[int], giver: int, taker: int, batch: int) -> Message | None:
    if reader.me is None:
        return None
    names = [reader.session.get_one(Member, member).name for member in (giver, taker)]
    seen, total = tasks_seen_by(reader.session, reader.me, TaskFilter(ids=tuple(tasks)), limit=PER_LIST)
    return handover.handed_over(names[0], names[1], seen, total, reader.t, batch)


@answer
def status(reader: Reader) -> Message | None:
    if reader.me is None or not reader.me.admin:
        return None
    return status_views.status(status_of(reader.session, reader.me.workspace_id), reader.t)
