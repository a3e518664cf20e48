"""Human numbers and versions: given once, never again."""

from __future__ import annotations

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.ids import new_id
from storage.inserting import insert_once
from storage.models import Counter

_mine = (Counter.workspace_id == bindparam("workspace"), Counter.name == bindparam("counter"))
_now = select(Counter.value).where(*_mine)
_step = update(Counter).where(*_mine).values(value=Counter.value + 1).returning(Counter.value)


def next_number(session: Session, workspace_id: int, name: str) -> int:
    """The next number of that name, from 1; taken for good when the transaction commits."""
    key = {"workspace": workspace_id, "counter": name}
    value = session.connection().execute(_step, key).scalar_one_or_none()
    if value is None:
        insert_once(
            session, Counter, {"id": new_id(), "workspace_id": workspace_id, "name": name, "value": 0}
        )
        value = session.connection().execute(_step, key).scalar_one()
    return value


def number_now(session: Session, workspace_id: int, name: str) -> int:
    """The last number of that name, 0 where none was given."""
    return session.scalar(_now, {"workspace": workspace_id, "counter": name}) or 0
