"""Human numbers and versions: given once, never again."""

from __future__ import annotations

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from storage.ids import new_id
from storage.inserting import insert_once
from storage.models import Counter


def next_number(session: Session, workspace_id: int, name: str) -> int:
    """The next number of that name, from 1; taken for good when the transaction commits."""
    step = (
        update(Counter)
        .where(Counter.workspace_id == workspace_id, Counter.name == name)
        .values(value=Counter.value + 1)
        .returning(Counter.value)
        .execution_options(synchronize_session=False)
    )
    value = session.execute(step).scalar_one_or_none()
    if value is None:
        insert_once(
            session, Counter, {"id": new_id(), "workspace_id": workspace_id, "name": name, "value": 0}
        )
        value = session.execute(step).scalar_one()
    return value


def number_now(session: Session, workspace_id: int, name: str) -> int:
    """The last number of that name, 0 where none was given."""
    return (
        session.scalar(
            select(Counter.value).where(Counter.workspace_id == workspace_id, Counter.name == name)
        )
        or 0
    )
