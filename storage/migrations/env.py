"""Run by Alembic, inside the transaction that `storage/migrate.py` holds."""

from __future__ import annotations

from typing import Any, Literal

from alembic import context

from storage.models import Base
from storage.search import prepare
from storage.types import UtcDateTime


def _render(kind: str, item: Any, _context: object) -> str | Literal[False]:
    """Write our own column types as what they are in the database: a migration outlives them."""
    return "sa.DateTime()" if kind == "type" and isinstance(item, UtcDateTime) else False


def _ours(name: str | None, kind: str, _parents: object) -> bool:
    """Whether Alembic is to compare it: what SQLite keeps words in is made by `prepare`."""
    return not (kind == "table" and (name or "").startswith("search_words"))


connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    render_as_batch=True,
    render_item=_render,
    include_name=_ours,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
    prepare(connection)
