"""What a person may see, as CSV files for a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date

from sqlalchemy import true
from sqlalchemy.orm import Session

from storage.partners import interactions_seen_by, partners_seen_by
from storage.programs import programs_seen_by
from storage.seen import Due, SeenPartner, Viewer
from storage.tasks import TaskFilter, tasks_seen_by
from storage.updates import updates_seen_by

MOST = 50_000  # rows of one file
NAMES = ("tasks", "programs", "partners", "log")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def export_files(session: Session, viewer: Viewer, what: str, today: date) -> list[tuple[str, bytes]]:
    """Name and content of each file: “tasks”, “programs”, “partners”, “log”, or “all” of them."""
    made = {"tasks": _tasks, "programs": _programs, "partners": _partners, "log": _log}
    return [
        (f"{name}.csv", _csv(made[name](session, viewer, today))) for name in NAMES if what in (name, "all")
    ]


Rows = Iterable[Sequence[object]]


def _tasks(session: Session, viewer: Viewer, _: date) -> Rows:
    yield (
        "number",
        "title",
        "status",
        "due",
        "priority",
        "owners",
        "program",
        "partner",
        "waiting_for",
        "requester",
    )
    tasks, _total = tasks_seen_by(session, viewer, TaskFilter(status=None), limit=MOST)
    for task in tasks:
        yield (
            task.number,
            task.title,
            task.status,
            _due(task.due),
            task.priority,
            "; ".join(owner.name for owner in task.owners),
            task.program.name if task.program else "",
            task.partner or "",
            task.waiting_for or "",
            task.requester.name,
        )


def _programs(session: Session, viewer: Viewer, today: date) -> Rows:
    yield ("name", "kind", "city", "dates", "open_tasks", "late_tasks")
    for program in programs_seen_by(session, viewer, today, limit=MOST):
        dates = "; ".join(f"{anchor.kind} {anchor.day.isoformat()}" for anchor in program.anchors)
        yield (
            program.name,
            program.kind or "",
            program.city or "",
            dates,
            program.open_tasks,
            program.late_tasks,
        )


def _partners(session: Session, viewer: Viewer, _: date) -> Rows:
    yield ("organisation", "name", "honorific", "role", "email", "phone", "country")
    for partner in partners_seen_by(session, viewer, limit=MOST)[0]:
        yield from _people(partner)


def _people(partner: SeenPartner) -> Rows:
    if partner.kind == "organisation":
        yield (partner.name, "", "", "", "", "", partner.country or "")
    for one in partner.contacts if partner.contact is None else (partner.contact,):
        facts = (one.organisation, one.name, one.honorific, one.role, one.email, one.phone, one.country)
        yield [fact or "" for fact in facts]


def _log(session: Session, viewer: Viewer, _: date) -> Rows:
    yield ("date", "kind", "program", "text", "author")
    for update in updates_seen_by(session, viewer, limit=MOST)[0]:
        yield (update.at.date().isoformat(), update.kind, update.program, update.text, update.author)
    for said in interactions_seen_by(session, viewer, true(), limit=MOST):
        yield (said.day.isoformat(), said.kind, "", said.text, said.author)


def _due(due: Due | None) -> str:
    if due is None:
        return ""
    return due.at.isoformat() if due.at else due.day.isoformat()


def _csv(rows: Rows) -> bytes:
    """With a byte order mark, by which spreadsheets know UTF-8; nothing in it is taken for a formula."""
    out = io.StringIO(newline="")
    csv.writer(out).writerows([_plain(cell) for cell in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _plain(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
