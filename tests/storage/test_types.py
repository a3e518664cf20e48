"""What a column refuses, and the form names are found by."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select
from sqlalchemy.exc import StatementError

from storage.changes import begin
from storage.database import Database
from storage.models import Task
from storage.types import search_key
from tests.storage.conftest import Team


def test_a_naive_time_is_refused(database: Database, team: Team) -> None:
    def store() -> None:
        with database.writing() as session:
            begin(session, team.act())
            session.add(team.task(due_at=datetime(2026, 11, 27, 14, 0)))  # noqa: DTZ001

    with pytest.raises(StatementError, match="naive date-time"):
        store()


def test_an_instant_comes_back_in_utc_and_is_found_in_any_zone(database: Database, team: Team) -> None:
    said = datetime(2026, 11, 27, 14, 0, 0, 123_456, tzinfo=ZoneInfo("Asia/Jakarta"))
    with database.writing() as session:
        begin(session, team.act())
        session.add(team.task(due_at=said))
    with database.reading() as session:
        [task] = session.scalars(
            select(Task).where(Task.due_at == said.astimezone(ZoneInfo("Europe/Berlin")))
        )
        assert task.due_at == said
        assert task.due_at.tzinfo is UTC
        assert session.scalars(select(Task).where(Task.due_at < said)).all() == []


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Ibu Sari Wulandari", "sari wulandari"),
        ("Dr. Anneliese  Grün", "anneliese grun"),
        ("Mme Élodie Lefèvre-Dubois", "elodie lefevre dubois"),
        ("Søren Łukasz Đorđe", "soren lukasz dorde"),
        ("Straße", "strasse"),
        ("𝑨nna", "anna"),
        ("Pak", "pak"),
        ("山田 太郎", "山田 太郎"),
        ("—", ""),
    ],
)
def test_names_are_found_without_case_accents_and_honorifics(name: str, key: str) -> None:
    assert search_key(name) == key


@given(st.text(max_size=80))
def test_a_key_is_its_own_key(name: str) -> None:
    assert search_key(search_key(name)) == search_key(name)
