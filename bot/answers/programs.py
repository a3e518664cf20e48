"""Answers about programs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from bot.answers import Reader, answer
from bot.services.calendars import holidays_of
from bot.services.daysoff import countries_of_program
from bot.services.history import program_history as history_of
from bot.views import program_reports as reports
from bot.views import programs as views
from bot.views import timeline as picture
from bot.views.kit import Message
from storage.programs import programs_seen_by, seen_program
from storage.seen import SeenProgram, SeenTask
from storage.tasks import TaskFilter, tasks_seen_by
from storage.updates import updates_seen_by


@answer
def program_created(reader: Reader, program: int, batch: int, here: bool = False) -> Message | None:
    seen = _seen(reader, program)
    return views.program_created(seen, reader.t, batch=batch, here=here) if seen else None


@answer
def program_changed(
    reader: Reader, program: int, verb: str, batch: int | None = None, invite: bool = False
) -> Message | None:
    seen = _seen(reader, program)
    return views.program_changed(seen, verb, reader.t, batch, invite=invite) if seen else None


@answer
def program_card(reader: Reader, program: int) -> Message | None:
    seen = _seen(reader, program)
    return views.program_card(seen, reader.t) if seen else None


@answer
def program_list(reader: Reader) -> Message:
    seen = programs_seen_by(reader.session, reader.eyes, reader.t.today)
    return views.program_list(seen, reader.t, checking=reader.me is not None and not reader.me.fresh)


@answer
def update_recorded(reader: Reader, update: int, batch: int) -> Message | None:
    found, _ = updates_seen_by(reader.session, reader.eyes, update_id=update)
    return views.update_recorded(found[0], reader.t, batch) if found else None


@answer
def update_settled(reader: Reader, update: int, batch: int | None) -> Message | None:
    found, _ = updates_seen_by(reader.session, reader.eyes, update_id=update)
    return views.update_settled(found[0], reader.t, batch) if found else None


@answer
def anchor_moved(
    reader: Reader,
    program: int,
    anchor: int,
    batch: int | None,
    before: str | None = None,
    precision: str = "day",
) -> Message | None:
    """The date as it is now, and the tasks counted from it, which stay where they are."""
    seen = _seen(reader, program)
    now = next((own for own in seen.anchors if own.id == anchor), None) if seen else None
    if seen is None or now is None:
        return None
    stay, total = tasks_seen_by(
        reader.session, reader.eyes, TaskFilter(anchor_id=anchor, program_ids=(program,)), limit=5
    )
    former = (date.fromisoformat(before), precision) if before else None
    return reports.anchor_moved(seen, now, stay, reader.t, batch, total=total, before=former)


@answer
def program_history(reader: Reader, program: int, days: int | None = None) -> Message | None:
    seen = _seen(reader, program)
    if seen is None:
        return None
    since = reader.t.now - timedelta(days=days) if days else None
    changes = history_of(reader.session, reader.eyes, program, since=since)
    return reports.program_history(seen, changes, reader.t, days=days)


@answer
def program_plan(reader: Reader, program: int) -> Message | None:
    """The tasks counted from the program's dates, and how many are not."""
    seen = _seen(reader, program)
    if seen is None:
        return None
    of_program = TaskFilter(status=None, wanted=True, program_ids=(program,))
    counted, total = _tasks(reader, replace(of_program, counted=True))
    return reports.program_plan(seen, counted, reader.t, total=total)


@answer
def program_timeline(reader: Reader, program: int, share: bool = False, sent: str = "") -> Message | None:
    """Its dates and tasks, done ones too, in the order of their days; `sent` says where its picture is."""
    seen = _seen(reader, program)
    if seen is None:
        return None
    dated = TaskFilter(status=None, wanted=True, program_ids=(program,), with_deadline=True)
    tasks, total = _tasks(reader, dated)
    return reports.program_timeline(seen, tasks, reader.t, total=total, share=share, sent=sent)


def timeline(reader: Reader, program: int) -> picture.Picture | None:
    """The same as a picture; of many tasks only the urgent ones and those that are late."""
    seen = _seen(reader, program)
    if seen is None:
        return None
    t = reader.t
    dated = TaskFilter(status=None, wanted=True, program_ids=(program,), with_deadline=True)
    tasks, total = _tasks(reader, dated, limit=picture.MOST)
    if total > picture.MOST:
        late, _ = _tasks(reader, replace(dated, status="open", late_at=(t.today, t.now)), limit=picture.MOST)
        urgent, _ = _tasks(reader, replace(dated, priority="high"), limit=picture.MOST)
        weighs = {task.id: task for task in (*urgent, *late)} or {task.id: task for task in tasks}
        tasks = tuple(sorted(weighs.values(), key=_by_day)[: picture.MOST])
    first, last = picture.span_of(seen, tasks, t.today)
    off = [
        picture.DaysOff(t.country(code), _holidays(code, first, last))
        for code in countries_of_program(reader.session, reader.eyes.workspace_id, seen)
    ]
    return picture.timeline_picture(seen, tasks, off, t, total=total)


def _by_day(task: SeenTask) -> tuple[date, int]:
    assert task.due is not None
    return task.due.day, task.number


def _holidays(code: str, first: date, last: date) -> list[date]:
    years = range(first.year, last.year + 1)
    return [day for year in years for day in sorted(holidays_of(code, year)) if first <= day <= last]


@answer
def program_ready(reader: Reader, program: int) -> Message | None:
    """What is still open before the program's next beginning."""
    seen = _seen(reader, program)
    if seen is None:
        return None
    t = reader.t
    mine = TaskFilter(program_ids=(program,))
    first = reports.beginning(seen, t)
    late, late_total = _tasks(reader, replace(mine, late_at=(t.today, t.now)), limit=10)
    before = replace(
        mine, not_late_at=(t.today, t.now), with_deadline=True, due_to=first.day if first else None
    )
    due, due_total = _tasks(reader, before, limit=15)
    undated, undated_total = _tasks(reader, replace(mine, with_deadline=False), limit=5)
    return reports.program_ready(
        seen,
        reports.Readiness(first, late, late_total, due, due_total, undated, undated_total),
        t,
    )


def _tasks(
    reader: Reader, which: TaskFilter, *, limit: int = reports.MOST
) -> tuple[tuple[SeenTask, ...], int]:
    return tasks_seen_by(reader.session, reader.eyes, which, limit=limit)


def _seen(reader: Reader, program_id: int) -> SeenProgram | None:
    return seen_program(reader.session, reader.eyes, program_id, reader.t.today)
