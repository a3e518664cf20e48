"""Every database comes to the schema of the models, once, whoever tries and wherever it was."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from alembic import command
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, inspect, text

from storage.database import Database, open_database
from storage.migrate import MIGRATIONS, SchemaError, is_current, migrate, migrating, revisions
from storage.migrations.__main__ import write_next
from storage.models import Base
from storage.search import prepare


@pytest.fixture
def empty(empty_url: str) -> Any:
    database = open_database(empty_url)
    yield database
    database.close()


def schema(bind: Engine | Connection) -> dict[str, Any]:
    """All that the database says of its tables, in an order of its own."""
    seen = inspect(bind)

    def sorted_by_name(rows: Any) -> list[Any]:
        return sorted((in_words(row) for row in rows), key=lambda row: str(row["name"]))

    def in_words(row: Any) -> dict[str, Any]:
        options = {name: str(clause) for name, clause in (row.get("dialect_options") or {}).items()}
        return {**row, "type": str(row.get("type")), "dialect_options": options}

    return {
        table: {
            "columns": sorted_by_name(seen.get_columns(table)),
            "primary key": seen.get_pk_constraint(table),
            "references": sorted_by_name(seen.get_foreign_keys(table)),
            "unique": sorted_by_name(seen.get_unique_constraints(table)),
            "indexes": sorted_by_name(seen.get_indexes(table)),
            "checks": sorted_by_name(seen.get_check_constraints(table)),
        }
        for table in seen.get_table_names()
        if table != "alembic_version" and not table.startswith("search_words")
    }


def test_migrations_make_what_the_models_say(empty: Database) -> None:
    with migrating(empty) as (config, connection):
        command.upgrade(config, "head")
        migrated = schema(connection)
        command.downgrade(config, "base")
        Base.metadata.create_all(connection)
        prepare(connection)
        modelled = schema(connection)
    assert set(migrated) == set(Base.metadata.tables)
    for table, parts in modelled.items():
        assert migrated[table] == parts


def test_down_takes_everything_away_and_up_brings_it_back(empty: Database) -> None:
    migrate(empty)
    before = schema(empty.engine)
    with migrating(empty) as (config, connection):
        command.downgrade(config, "base")
        assert schema(connection) == {}
    migrate(empty)
    assert schema(empty.engine) == before


def test_the_newest_revision_is_the_last_file(empty: Database) -> None:
    with migrating(empty) as (config, _):
        assert ScriptDirectory.from_config(config).get_current_head() == revisions()[-1]


def test_is_current_follows_the_schema(empty: Database) -> None:
    assert not is_current(empty)
    migrate(empty)
    assert is_current(empty)
    migrate(empty)
    assert is_current(empty)
    with empty.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    assert not is_current(empty)


def test_is_current_loads_no_migration(sqlite_url: str) -> None:
    program = """
import sys
from storage.database import open_database
from storage.migrate import is_current
assert is_current(open_database(sys.argv[1]))
assert not [name for name in sys.modules if name.startswith("alembic")]
"""
    subprocess.run([sys.executable, "-c", program, sqlite_url], check=True, cwd=Path(__file__).parents[2])


def test_many_processes_at_once_migrate_once(empty_url: str, empty: Database) -> None:
    program = "import sys; sys.stdin.read(); from storage.migrate import migrate; migrate(sys.argv[1])"
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program, empty_url],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            cwd=Path(__file__).parents[2],
        )
        for _ in range(3)
    ]
    for process in processes:
        assert process.stdin
        process.stdin.close()
        process.stdin = None
    assert [process.communicate()[1] for process in processes] == [b"", b"", b""]
    assert [process.returncode for process in processes] == [0, 0, 0]
    assert is_current(empty)


def test_a_database_of_a_newer_version_is_left_alone(empty: Database) -> None:
    migrate(empty)
    with empty.writing() as session:
        session.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match=r"has schema 9999.*up to \d{4}.*newer version.*backup"):
        migrate(empty)
    with empty.reading() as session:
        assert session.scalar(text("SELECT version_num FROM alembic_version")) == "9999"


def test_tables_of_another_program_are_left_alone(empty: Database) -> None:
    with empty.writing() as session:
        session.execute(text("CREATE TABLE tasks (words TEXT)"))
    with pytest.raises(SchemaError, match=r"table tasks that Lintas did not make.*DATABASE_URL"):
        migrate(empty)
    assert inspect(empty.engine).get_table_names() == ["tasks"]


def test_a_migration_that_fails_leaves_nothing_behind(empty: Database) -> None:
    def upgrade_and_fail() -> None:
        with migrating(empty) as (config, _):
            command.upgrade(config, "head")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        upgrade_and_fail()
    assert inspect(empty.engine).get_table_names() == []


def test_sqlite_tables_that_others_refer_to_can_be_changed(sqlite_url: str) -> None:
    from alembic.migration import MigrationContext
    from alembic.operations import Operations

    database = open_database(sqlite_url)
    team = {"id": 1, "slack_team_id": "T1", "name": "", "lang": "id", "zone": "Asia/Jakarta"}
    with database.writing() as session:
        session.execute(Base.metadata.tables["workspaces"].insert(), team)
        session.execute(
            Base.metadata.tables["counters"].insert(),
            {"id": 2, "workspace_id": 1, "name": "task", "value": 7},
        )
    with migrating(database) as (_, connection):
        operations = Operations(MigrationContext.configure(connection))
        with operations.batch_alter_table("workspaces", recreate="always") as batch:
            batch.drop_constraint("ck_workspaces_lang", type_="check")
    with database.reading() as session:
        assert session.scalar(text("SELECT value FROM counters")) == 7
        assert session.scalar(text("PRAGMA foreign_keys")) == 1
    with pytest.raises(SchemaError, match="references to nothing"), migrating(database) as (_, connection):
        connection.execute(text("DELETE FROM workspaces"))
    with database.reading() as session:
        assert session.scalar(text("SELECT count(*) FROM workspaces")) == 1
    database.close()


def test_the_next_migration_is_written_from_the_models(
    tmp_path: Path, empty: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = shutil.copytree(MIGRATIONS, tmp_path / "migrations")
    for path in (copy / "versions").glob("*.py"):
        path.unlink()
    monkeypatch.setattr("storage.migrate.MIGRATIONS", copy)
    write_next("first of all")
    assert [path.name for path in (copy / "versions").glob("*.py")] == ["0001_first_of_all.py"]
    migrate(empty)
    assert set(schema(empty.engine)) == set(Base.metadata.tables)
