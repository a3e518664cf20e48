"""Insert a row that may already be there, the same way on both databases."""

from __future__ import annotations

from typing import Any

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from storage.models import Row


def insert_once(session: Session, rows: type[Row], values: dict[str, Any]) -> bool:
    """Insert unless a unique key says it is there; tell whether it was inserted."""
    dialect = sqlite if session.get_bind().dialect.name == "sqlite" else postgresql
    statement = dialect.insert(rows).values(values).on_conflict_do_nothing().returning(rows.id)
    return session.connection().execute(statement).first() is not None
