"""What holds for every table, on both databases."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time
from typing import Any, get_args

import pytest
from sqlalchemy import CheckConstraint, Column, Index, Table, UniqueConstraint, insert, text
from sqlalchemy.exc import IntegrityError
from sqlalchemy.schema import ForeignKeyConstraint

from storage import seen
from storage.database import Database
from storage.models import Base

TABLES = Base.metadata.sorted_tables
OF_A_WORKSPACE = [table for table in TABLES if table.name != "workspaces"]

ACROSS_WORKSPACES = {"ix_schedules_next_at", "ix_deliveries_due_at"}
"""The two queues are polled for all workspaces at once; nothing else is."""


def checks() -> list[tuple[Table, str, list[str]]]:
    """Every CHECK as the column it is about and the words it allows."""
    found = []
    for table in TABLES:
        for constraint in table.constraints:
            if isinstance(constraint, CheckConstraint):
                enumeration = re.fullmatch(r"(\w+) IN \(('\w+'(?:, '\w+')*)\)", str(constraint.sqltext))
                assert enumeration, f"{table.name}: {constraint.sqltext} is no enumeration"
                found.append((table, enumeration[1], re.findall(r"'(\w+)'", enumeration[2])))
    return found


CHECKS = checks()


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_a_row_is_known_by_one_number_made_here(table: Table) -> None:
    [key] = table.primary_key
    assert key.name == "id"
    assert key.autoincrement is False
    assert key.default is not None


@pytest.mark.parametrize("table", OF_A_WORKSPACE, ids=str)
def test_one_workspace_never_touches_another(table: Table) -> None:
    assert not table.c.workspace_id.nullable
    for item in [*table.constraints, *table.indexes]:
        if isinstance(item, (UniqueConstraint, Index)) and item.name not in ACROSS_WORKSPACES:
            first: Column[Any] = next(iter(item.columns))
            assert first.name == "workspace_id", item.name


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_constraints_are_named_and_references_hold(table: Table) -> None:
    for constraint in table.constraints:
        assert constraint.name
        if isinstance(constraint, ForeignKeyConstraint):
            assert constraint.ondelete == "RESTRICT"
            assert [column.name for column in constraint.referred_table.primary_key] == ["id"]
            assert [element.column.name for element in constraint.elements] == ["id"]


def test_values_and_columns_allow_the_same_words() -> None:
    allowed = {(table.name, column): set(words) for table, column, words in CHECKS}
    assert allowed["tasks", "status"] == set(get_args(seen.TaskStatus))
    assert allowed["tasks", "priority"] == set(get_args(seen.Priority))
    for table, column in allowed:
        if column == "audience":
            assert allowed[table, column] == set(get_args(seen.AudienceKind))


def test_enumerations_take_their_words_and_no_other(database: Database) -> None:
    with database.engine.begin() as connection:
        if database.is_sqlite:
            connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        else:
            connection.execute(text("SET session_replication_role = replica"))  # references aside
        for table, column, words in CHECKS:
            for word in words:
                with connection.begin_nested() as sample:
                    connection.execute(insert(table).values(_row(table, {column: word})))
                    sample.rollback()
            with pytest.raises(IntegrityError, match=f"ck_{table.name}_{column}"), connection.begin_nested():
                connection.execute(insert(table).values(_row(table, {column: "?"})))


_SAMPLES: dict[type, Any] = {
    int: 1,
    str: "x",
    bool: False,
    object: {},  # what JSON says it holds
    date: date(2026, 11, 24),
    time: time(9, 0),
    datetime: datetime(2026, 11, 24, tzinfo=UTC),
}


def _row(table: Table, values: dict[str, Any]) -> dict[str, Any]:
    """A row that the table takes, references aside."""
    row: dict[str, Any] = {
        column.name: _SAMPLES[column.type.python_type] for column in table.columns if not column.nullable
    }
    first_words = {column: words[0] for of, column, words in CHECKS if of is table}
    return row | first_words | values
