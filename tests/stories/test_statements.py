"""No listing asks the database more often because there is more to list."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import event, insert
from sqlalchemy.orm import Session

from storage.models import (
    Anchor,
    Contact,
    Interaction,
    Organisation,
    Program,
    ProgramChannel,
    SearchEntry,
    Task,
    TaskNote,
    TaskOwner,
    Update,
)
from storage.search import words_of
from tests.stories.conftest import Office

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
LISTINGS = [
    "/task list",
    "/task list mine",
    "/task list late",
    "/task list week",
    "/task list @maya",
    "/task list #Pameran-1",
    "/task 1",
    "/task history 1",
    "/program list",
    "/program Pameran 1",
    "/partner list",
    "/partner Museum 1",
    "/digest",
    "/lintas search museum",
    "/lintas report week",
    "/lintas report director",
    "/lintas handover @maya @rani",
    "/lintas away",
    "/lintas holiday",
    "/lintas status",
]


def fill(office: Office, first: int, last: int) -> None:
    """So many tasks, programs, partners and lines of the log, all Maya's and seen by everyone."""
    workspace = office.rows("workspaces")[0]["id"]
    maya = next(row["id"] for row in office.rows("members") if row["name"] == "Maya Prameswari")
    lyon = next(row["id"] for row in office.rows("channels") if row["name"] == "lyon")
    said = {"workspace_id": workspace, "audience": "workspace", "author_id": maya, "created_at": NOW}
    here = {"workspace_id": workspace}
    span = range(first, last)
    rows: dict[type, list[dict[str, Any]]] = {
        Program: [
            {"id": 1_000 + n, "name": f"Pameran {n}", "search_key": f"pameran {n}", **said} for n in span
        ],
        ProgramChannel: [
            {"id": 2_000 + n, "program_id": 1_000 + n, "channel_id": lyon, **here} for n in span
        ],
        Anchor: [
            {
                "id": 3_000 + n,
                "program_id": 1_000 + n,
                "kind": "opening",
                "day": date(2027, 1, 1) + timedelta(n),
                "first_day": date(2027, 1, 1),
                **here,
            }
            for n in span
        ],
        Organisation: [
            {"id": 4_000 + n, "name": f"Museum {n}", "search_key": f"museum {n}", **here} for n in span
        ],
        Contact: [
            {
                "id": 5_000 + n,
                "name": f"Anna {n}",
                "search_key": f"anna {n}",
                "organisation_id": 4_000 + n,
                **here,
            }
            for n in span
        ],
        Task: [
            {
                "id": 6_000 + n,
                "number": n,
                "title": f"Surat {n} museum",
                "search_key": f"surat {n} museum",
                "due_day": date(2026, 11, 20) + timedelta(n % 9),
                "program_id": 1_000 + n,
                "organisation_id": 4_000 + n,
                **said,
            }
            for n in span
        ],
        TaskOwner: [{"id": 7_000 + n, "task_id": 6_000 + n, "member_id": maya, **here} for n in span],
        TaskNote: [{"id": 8_000 + n, "task_id": 6_000 + n, "text": "museum", **said} for n in span],
        Update: [
            {"id": 9_000 + n, "program_id": 1_000 + n, "kind": "decision", "text": "museum", **said}
            for n in span
        ],
        Interaction: [
            {
                "id": 10_000 + n,
                "organisation_id": 4_000 + n,
                "contact_id": 5_000 + n,
                "kind": "call",
                "day": NOW.date(),
                "text": "museum",
                **said,
            }
            for n in span
        ],
    }
    with Session(office.lintas.database.engine) as session, session.begin():
        for kind, made in rows.items():
            session.execute(insert(kind), made)
        for kind in (Task, TaskNote, Program, Organisation, Contact, Update, Interaction):
            ids = [row["id"] for row in rows[kind]]
            words = [
                {"id": row.id, "workspace_id": workspace, "words": words_of(row)}
                for row in session.query(kind).where(kind.id.in_(ids))
            ]
            session.execute(insert(SearchEntry), words)


@contextmanager
def counted(office: Office) -> Iterator[list[str]]:
    """The statements that are sent meanwhile, but for those of the door, which looks whenever it likes."""
    sent: list[str] = []

    def note(_conn: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if "deliveries" not in statement and not statement.startswith(("BEGIN", "PRAGMA")):
            sent.append(statement)

    engine = office.lintas.database.engine
    event.listen(engine, "before_cursor_execute", note)
    try:
        yield sent
    finally:
        event.remove(engine, "before_cursor_execute", note)


def statements(office: Office, line: str) -> int:
    who = office.hadi if line.endswith("status") else office.maya
    who.types(line, in_="#umum")  # what is remembered from now on is asked once
    with counted(office) as sent:
        said = who.types(line, in_="#umum")
    assert said
    return len(sent)


def home_statements(office: Office, tab: str) -> int:
    with counted(office) as sent:
        office.maya.clicks(tab)
    return len(sent)


def test_five_rows_and_five_hundred_need_the_same_statements(desk: Office) -> None:
    fill(desk, 1, 6)
    few = {line: statements(desk, line) for line in LISTINGS}
    fill(desk, 6, 501)
    many = {line: statements(desk, line) for line in LISTINGS}
    # a full page of a list is counted by one statement more; a digest and a card hold several
    lists = {"/digest": 6, "/program Pameran 1": 2, "/partner Museum 1": 2}
    assert {line: many[line] for line in LISTINGS if many[line] > few[line] + lists.get(line, 1)} == {}
    assert max(many.values()) <= 40


@pytest.mark.parametrize("tab", ["Milik saya", "Program", "Mitra", "Pengaturan"])
def test_home_asks_the_same_however_much_there_is(desk: Office, tab: str) -> None:
    fill(desk, 1, 6)
    desk.maya.opens_home()
    desk.maya.clicks(tab)
    few = home_statements(desk, tab)
    fill(desk, 6, 501)
    assert home_statements(desk, tab) <= few + 1
