"""Open a database: SQLite or PostgreSQL, read without waiting, write one at a time where SQLite wants it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session, sessionmaker

from storage import changes

BUSY_TIMEOUT_MS = 5_000


class WriterLock:
    """One writer per process in front of BEGIN IMMEDIATE: SQLite's busy handler sleeps, a lock does not.

    First come, first served: under load a plain lock lets some wait until their patience ends. Re-entry
    raises: a second write session in the same thread would wait for itself.
    """

    def __init__(self) -> None:
        self._guard = threading.Lock()
        self._queue: deque[threading.Lock] = deque()  # one closed gate for each who waits
        self._holder: int | None = None

    def acquire(self, patience: float | None = None) -> None:
        """Wait for it; OperationalError where that takes more than `patience` seconds."""
        me = threading.get_ident()
        if self._holder == me:
            raise RuntimeError("a write session is already open in this thread")
        with self._guard:
            if self._holder is None:
                self._holder = me
                return
            gate = threading.Lock()
            gate.acquire()
            self._queue.append(gate)
        opened = gate.acquire(timeout=-1 if patience is None else patience)
        with self._guard:
            if not opened and gate in self._queue:
                self._queue.remove(gate)
                raise OperationalError("BEGIN IMMEDIATE", None, TimeoutError("another writer does not end"))
            self._holder = me

    def __enter__(self) -> None:
        self.acquire()

    def __exit__(self, *_: object) -> None:
        with self._guard:
            self._holder = -1 if self._queue else None  # handed over, or free
            if self._queue:
                self._queue.popleft().release()


class Database:
    """Sessions for reading and for writing.

    `derive(session, rows)` is called in every flush with the tracked rows that were written, to recompute
    what follows from them; undo gets it free.
    """

    def __init__(self, url: str, derive: Callable[[Session, list[Any]], None] | None = None):
        self.url = make_url(_with_driver(url))
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        self.engine = _engine(self.url)
        self._writer = WriterLock() if self.is_sqlite else None
        self._reads = sessionmaker(self.engine, autoflush=False, expire_on_commit=False)
        self._writes = sessionmaker(self.engine.execution_options(lintas_writes=True), expire_on_commit=False)
        changes.audit(self._writes, derive)

    @contextmanager
    def reading(self) -> Iterator[Session]:
        """A session that only reads; takes no lock."""
        with self._reads() as session:
            yield session

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[Session]:
        """A session that commits at the end of the block, or rolls back where it raises.

        On SQLite, OperationalError where other writers do not end within `patience` seconds.
        """
        with ExitStack() as stack:
            if self._writer is not None:
                self._writer.acquire(patience and patience / 2)
                stack.push(self._writer)
            session = stack.enter_context(self._writes())
            stack.enter_context(session.begin())
            if self._writer is not None:
                milliseconds = int(patience * 500) if patience else BUSY_TIMEOUT_MS
                session.connection(execution_options={"lintas_busy_ms": milliseconds})
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
    options = connection.get_execution_options()
    if (wait := options.get("lintas_busy_ms")) and connection.info.get("busy_ms") != wait:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {wait}")
        connection.info["busy_ms"] = wait
    connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("lintas_writes") else "BEGIN")
