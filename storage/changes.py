"""Audit and undo, one mechanism: every flush of a tracked row writes what it was before and after."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import event, inspect, select
from sqlalchemy.orm import ORMExecuteState, Session, sessionmaker

from storage.ids import new_id
from storage.models import Base, Change, Tracked

_INFO = "lintas_act"


@dataclass(frozen=True)
class Act:
    """One thing somebody did: who, when (the movable clock), by which request. `by` None is Lintas itself."""

    verb: str
    by: int | None
    at: datetime
    source: str | None = None
    undoes: int | None = None
    batch: int = field(default_factory=new_id)


def begin(session: Session, act: Act) -> Act:
    """Let the session's following writes belong to this act."""
    session.info[_INFO] = act
    return act


def current(session: Session) -> Act:
    """The act the session is in; RuntimeError where there is none."""
    act = session.info.get(_INFO)
    if act is None:
        raise RuntimeError("tracked rows are written only inside an act")
    assert isinstance(act, Act)
    return act


def audit(sessions: sessionmaker[Session], derive: Callable[[Session, list[Any]], None] | None) -> None:
    """Make every flush of these sessions write `changes`, and refuse bulk writes of tracked tables."""

    def before_flush(session: Session, *_: object) -> None:
        written = [row for row in (*session.new, *session.dirty) if isinstance(row, Tracked)]
        for row in session.deleted:
            if isinstance(row, Tracked):
                raise RuntimeError(f"{row.__tablename__} rows are never erased here: set deleted_at")
        audited = [row for row in written if _record(session, row)]
        if audited and derive is not None:
            derive(session, audited)

    event.listen(sessions, "before_flush", before_flush)
    event.listen(sessions, "do_orm_execute", _refuse_bulk)


def _refuse_bulk(state: ORMExecuteState) -> None:
    writes = state.is_update or state.is_delete or state.is_insert
    target = state.bind_mapper.class_ if writes and state.bind_mapper is not None else None
    if target is not None and issubclass(target, Tracked):
        raise RuntimeError(f"{target.__tablename__} is tracked: write its rows through the session")


def _record(session: Session, row: Tracked) -> bool:
    """Write the row's change, if a tracked column changed; tell whether."""
    state = inspect(row)
    before: dict[str, Any] = {}
    after: dict[str, Any] = {}
    fresh = state.key is None
    for name in _audited_columns(type(row)):
        if fresh:
            after[name] = encode(state.dict.get(name))
        elif (history := state.attrs[name].history).added:
            former = history.deleted[0] if history.deleted else _stored(session, row, name)
            if history.added[0] != former:
                before[name], after[name] = encode(former), encode(history.added[0])
    if row.tracked and fresh:
        return True
    if not (fresh or after):
        return False
    act = current(session)
    if fresh and row.id is None:
        row.id = new_id()
    session.add(
        Change(
            workspace_id=row.workspace_id,
            batch=act.batch,
            at=act.at,
            by_id=act.by,
            source=act.source,
            verb=act.verb,
            table_name=row.__tablename__,
            row_id=row.id,
            op="insert" if fresh else "update",
            before=before,
            after={name: value for name, value in after.items() if value is not None} if fresh else after,
            undoes=act.undoes,
        )
    )
    return True


@cache
def _audited_columns(rows: type[Tracked]) -> tuple[str, ...]:
    """The columns whose changes are kept: those the class names, or all."""
    names = [attribute.key for attribute in inspect(rows).column_attrs]
    kept = rows.tracked | {"deleted_at"} if rows.tracked else {*names} - {"id", "workspace_id"}
    return tuple(name for name in names if name in kept)


def _stored(session: Session, row: Tracked, name: str) -> Any:
    """What the database holds of a column that was written without being read."""
    return session.scalar(select(getattr(type(row), name)).where(type(row).id == row.id))


def encode(value: Any) -> Any:
    """A column's value as JSON keeps it; an instant in UTC, as the database gives it back."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return value.isoformat() if isinstance(value, (date, time)) else value


def decode(row_class: type[Tracked], column: str, value: Any) -> Any:
    """The column's value again, from what `encode` made of it."""
    if value is None:
        return None
    kind = row_class.__table__.c[column].type.python_type
    if kind in (date, datetime, time):
        return kind.fromisoformat(value)
    return value


def tracked_class(table_name: str) -> type[Tracked]:
    """The model of a tracked table."""
    for mapper in Base.registry.mappers:
        if issubclass(mapper.class_, Tracked) and mapper.class_.__tablename__ == table_name:
            return mapper.class_
    raise LookupError(table_name)


def changes_of(session: Session, workspace_id: int, batch: int) -> list[Change]:
    """What one act changed, newest first: the order to take it back in."""
    return list(
        session.scalars(
            select(Change)
            .where(Change.workspace_id == workspace_id, Change.batch == batch)
            .order_by(Change.id.desc())
        )
    )
