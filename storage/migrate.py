"""Bring a database to the newest schema, once, whoever else is trying at the same moment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.database import Database, open_database
from storage.models import Base

if TYPE_CHECKING:
    from alembic.config import Config

MIGRATIONS = Path(__file__).parent / "migrations"
_ADVISORY_LOCK = 5_497_852_103  # any number, as long as every process uses the same


class SchemaError(Exception):
    """The database holds something that cannot be migrated; the message says what to do."""


def revisions() -> tuple[str, ...]:
    """The revisions this version knows, oldest first: the numbers the migration files begin with."""
    return tuple(sorted(path.name.partition("_")[0] for path in MIGRATIONS.glob("versions/[0-9]*.py")))


def is_current(database: Database) -> bool:
    """Whether the schema is the newest; loads no migration."""
    with database.reading() as session:
        return _stored_revision(session.connection()) == revisions()[-1]


def migrate(target: str | Database) -> None:
    """Bring the database to the newest schema; does nothing where it is there already.

    Raises SchemaError where the database was written by a newer version, or is not Lintas's own.
    """
    from alembic import command

    database = target if isinstance(target, Database) else open_database(target)
    try:
        with migrating(database) as (config, connection):
            _check(connection)
            command.upgrade(config, "head")
            if database.is_sqlite:  # it chooses an index by what it saw in the tables then
                connection.execute(text("ANALYZE"))
    finally:
        if database is not target:
            database.close()


@contextmanager
def migrating(database: Database) -> Iterator[tuple[Config, Connection]]:
    """One transaction that no other process migrates beside, with what Alembic's commands take."""
    with database.engine.execution_options(lintas_writes=True).connect() as connection:
        if database.is_sqlite:
            # SQLite alters a table by copying and dropping it, which references to it would refuse.
            # The switch works only outside a transaction, hence below SQLAlchemy; detached, the
            # connection is closed afterwards instead of being used again without references.
            connection.detach()
            connection.connection.cursor().execute("PRAGMA foreign_keys=OFF")
        with connection.begin():
            if not database.is_sqlite:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ADVISORY_LOCK})
            yield _config(connection), connection
            if database.is_sqlite and (broken := connection.execute(text("PRAGMA foreign_key_check")).all()):
                raise SchemaError(f"The migration would leave references to nothing: {broken[:3]}")


def _config(connection: Connection) -> Config:
    from alembic.config import Config

    config = Config(attributes={"connection": connection})
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    return config


def _check(connection: Connection) -> None:
    stored = _stored_revision(connection)
    if stored is not None and stored not in revisions():
        raise SchemaError(
            f"The database has schema {stored}, and this version of Lintas knows schemas up to "
            f"{revisions()[-1]}. Run the newer version of Lintas, or restore a backup made before it."
        )
    if stored is None and (foreign := set(inspect(connection).get_table_names()) & set(Base.metadata.tables)):
        raise SchemaError(
            f"The database already has a table {min(foreign)} that Lintas did not make. "
            "Give Lintas an empty database of its own in DATABASE_URL."
        )


def _stored_revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()
