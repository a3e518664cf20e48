"""Insert a row that may already be there, the same way on both databases."""

from __future__ import annotations

from functools import cache
from typing import Any

from sqlalchemy import Insert
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.models import Row


def insert_once(session: Session, rows: type[Row], values: dict[str, Any]) -> bool:
    """Insert unless a unique key says it is there; tell whether it was inserted."""
    connection = session.connection()
    return connection.execute(_insert(rows, connection.dialect.name), values).first() is not None


@cache
def _insert(rows: type[Row], dialect: str) -> Insert:
    insert = sqlite.insert if dialect == "sqlite" else postgresql.insert
    return insert(rows).on_conflict_do_nothing().returning(rows.id)
