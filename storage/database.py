"""Open a database: SQLite or PostgreSQL, read without waiting, write one at a time where SQLite wants it."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.orm import Session, sessionmaker

from storage import changes

BUSY_TIMEOUT_MS = 5_000


class WriterLock:
    """One writer per process in front of BEGIN IMMEDIATE: SQLite's busy handler sleeps, a lock does not.

    Re-entry raises: a second write session in the same thread would wait for itself.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._holder: int | None = None

    def __enter__(self) -> None:
        if self._holder == threading.get_ident():
            raise RuntimeError("a write session is already open in this thread")
        self._lock.acquire()
        self._holder = threading.get_ident()

    def __exit__(self, *_: object) -> None:
        self._holder = None
        self._lock.release()


class Database:
    """Sessions for reading and for writing.

    `derive(session, rows)` is called in every flush with the tracked rows that were written, to recompute
    what follows from them; undo gets it free.
    """

    def __init__(self, url: str, derive: Callable[[Session, list[Any]], None] | None = None):
        self.url = make_url(_with_driver(url))
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _engine(self.url)
        self._writer: WriterLock | nullcontext[None] = WriterLock() if self.is_sqlite else nullcontext()
        self._reads = sessionmaker(self.engine, autoflush=False, expire_on_commit=False)
        self._writes = sessionmaker(self.engine.execution_options(lintas_writes=True), expire_on_commit=False)
        changes.audit(self._writes, derive)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads; takes no lock."""
        with self._reads() as session:
            yield session

    @contextmanager
    def writing(self) -> Iterator[Session]:
        """A session that commits at the end of the block, or rolls back where it raises."""
        with self._writer, self._writes() as session, session.begin():
            yield session

    def close(self) -> None:
        self.engine.dispose()


def open_database(url: str, derive: Callable[[Session, list[Any]], None] | None = None) -> Database:
    """Open `sqlite:///file.db` or `postgresql://…`."""
    return Database(url, derive)


def _with_driver(url: str) -> str:
    for plain in ("postgresql://", "postgres://"):
        if url.startswith(plain):
            return "postgresql+psycopg://" + url.removeprefix(plain)
    return url


def _engine(url: Any) -> Engine:
    if url.get_backend_name() != "sqlite":
        return create_engine(url, pool_size=10, max_overflow=20, pool_pre_ping=True, hide_parameters=True)
    engine = create_engine(
        url,
        connect_args={"isolation_level": None, "check_same_thread": False, "timeout": BUSY_TIMEOUT_MS / 1000},
        pool_size=20,
        hide_parameters=True,  # an error must not quote what somebody wrote
        max_overflow=40,
    )
    event.listen(engine, "connect", _sqlite_pragmas)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_pragmas(connection: Any, _record: object) -> None:
    cursor = connection.cursor()
    for pragma in ("foreign_keys=ON", "journal_mode=WAL", "synchronous=NORMAL"):
        try:
            cursor.execute(f"PRAGMA {pragma}")
        except Exception as problem:
            if "readonly" not in str(problem):
                raise
    cursor.close()


def _sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("lintas_writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
