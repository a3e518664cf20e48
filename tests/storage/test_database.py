"""Reading never waits for a writer, and writers take turns."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import IntegrityError, OperationalError

from storage.database import Database, WriterLock, open_database
from storage.models import Workspace


def workspace(slack_id: str) -> Workspace:
    return Workspace(slack_team_id=slack_id, lang="en", zone="UTC")


def teams(database: Database) -> list[str]:
    with database.reading() as session:
        return list(session.scalars(select(Workspace.slack_team_id).order_by(Workspace.slack_team_id)))


def test_a_reader_does_not_wait_for_a_writer_and_sees_only_what_is_committed(database: Database) -> None:
    with database.writing() as session:
        session.add(workspace("T1"))
        session.flush()
        assert teams(database) == []
    assert teams(database) == ["T1"]


def test_a_reader_sees_one_state_however_long_it_reads(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    with database.reading() as reader:
        assert reader.scalars(select(Workspace)).all() == []
        with database.writing() as session:
            session.add(workspace("T1"))
        assert reader.scalars(select(Workspace)).all() == []
    assert teams(database) == ["T1"]
    database.close()


def test_a_block_that_raises_leaves_nothing(database: Database) -> None:
    def fail() -> None:
        with database.writing() as session:
            session.add(workspace("T1"))
            session.flush()
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert teams(database) == []
    with database.writing() as session:
        session.add(workspace("T2"))
    assert teams(database) == ["T2"]


def test_threads_write_in_turn_and_lose_nothing(database: Database) -> None:
    start = threading.Barrier(8)
    failures: list[BaseException] = []

    def write(number: int) -> None:
        try:
            start.wait(10)
            for step in range(10):
                with database.writing() as session:
                    session.add(workspace(f"T{number}-{step}"))
        except BaseException as failure:
            failures.append(failure)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert failures == []
    assert len(teams(database)) == 80


def test_a_second_write_session_in_the_same_thread_raises_instead_of_waiting_for_itself(
    sqlite_url: str,
) -> None:
    database = open_database(sqlite_url)
    with database.writing(), pytest.raises(RuntimeError, match="already open in this thread"):
        database.writing().__enter__()
    with database.writing() as session:
        session.add(workspace("T1"))
    assert teams(database) == ["T1"]
    database.close()


def test_the_writer_lock_lets_one_thread_in_at_a_time() -> None:
    lock = WriterLock()
    entered = threading.Event()

    def enter() -> None:
        with lock:
            entered.set()

    other = threading.Thread(target=enter)
    with lock:
        other.start()
        assert not entered.wait(0.05)
    other.join(10)
    assert entered.is_set()


class Line:
    """Threads that want the lock one after another: each is in the queue before the next comes."""

    def __init__(self, lock: WriterLock):
        self.lock = lock
        self.served: list[str] = []
        self.refused: list[str] = []
        self.threads: list[threading.Thread] = []

    def joins(self, name: str, patience: float | None = None) -> threading.Thread:
        waiting = len(self.lock._queue)
        thread = threading.Thread(target=self._wait, args=(name, patience))
        thread.start()
        while thread.is_alive() and len(self.lock._queue) == waiting:
            thread.join(0.001)
        self.threads.append(thread)
        return thread

    def _wait(self, name: str, patience: float | None) -> None:
        try:
            self.lock.acquire(patience)
        except OperationalError:
            self.refused.append(name)
            return
        self.served.append(name)
        self.lock.__exit__()

    def all_end(self) -> None:
        for thread in self.threads:
            thread.join(10)
            assert not thread.is_alive()


def test_writers_are_served_in_the_order_they_came() -> None:
    line = Line(WriterLock())
    names = [f"writer {number}" for number in range(12)]
    with line.lock:
        for name in names:
            line.joins(name)
    line.all_end()
    assert line.served == names


def test_a_writer_that_gives_up_is_refused_and_leaves_its_place_to_the_next() -> None:
    line = Line(WriterLock())
    with line.lock:
        line.joins("patient")
        line.joins("hasty", 0.01).join(10)
        line.joins("late")
        assert line.refused == ["hasty"]
    line.all_end()
    assert line.served == ["patient", "late"]
    with line.lock:  # and it is free again
        assert line.refused == ["hasty"]


def test_nobody_who_comes_as_the_lock_is_handed_over_overtakes() -> None:
    line = Line(WriterLock())
    with line.lock:
        line.joins("first")
    line.joins("second", 10)
    line.all_end()
    assert line.served == ["first", "second"]


def test_under_load_no_writer_waits_until_it_is_refused(sqlite_url: str) -> None:
    """Sixteen that never pause: with a lock that anybody may snatch some wait for ever."""
    database = open_database(sqlite_url)
    start = threading.Barrier(16)
    refused: list[Exception] = []

    def write(number: int) -> None:
        start.wait(10)
        try:
            for step in range(15):
                with database.writing(5.0) as session:
                    session.add(workspace(f"T{number}-{step}"))
        except OperationalError as problem:
            refused.append(problem)

    threads = [threading.Thread(target=write, args=(number,)) for number in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert refused == []
    assert len(teams(database)) == 240
    database.close()


def test_another_process_that_holds_the_file_is_waited_for_and_then_named(
    tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("storage.database.BUSY_TIMEOUT_MS", 20)
    database = open_database(sqlite_url)
    other = sqlite3.connect(tmp_path / "lintas.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    for patience in (None, 0.02):
        with pytest.raises(OperationalError, match="locked"), database.writing(patience):
            raise AssertionError("entered while another writes")
    assert teams(database) == []
    other.execute("ROLLBACK")
    other.close()
    with database.writing() as session:
        session.add(workspace("T1"))
    assert teams(database) == ["T1"]
    database.close()


def test_who_has_little_patience_is_not_kept_behind_another_thread(sqlite_url: str) -> None:
    database = open_database(sqlite_url)
    refused: list[Exception] = []

    def try_to_write() -> None:
        try:
            with database.writing(0.02):
                pass
        except OperationalError as problem:
            refused.append(problem)

    other = threading.Thread(target=try_to_write)
    with database.writing():
        other.start()
        other.join(10)
    assert len(refused) == 1
    with database.writing(0.02) as session:
        session.add(workspace("T1"))
    database.close()


def test_references_are_held(database: Database) -> None:
    def refer_to_nobody() -> None:
        with database.writing() as session:
            session.execute(
                text("INSERT INTO counters (id, workspace_id, name, value) VALUES (1, 404, 'task', 0)")
            )

    with pytest.raises(IntegrityError):
        refer_to_nobody()


@pytest.mark.parametrize("scheme", ["postgresql", "postgres"])
def test_a_postgresql_url_is_taken_as_operators_write_it(postgresql_url: str, scheme: str) -> None:
    database = open_database(postgresql_url.replace("postgresql", scheme, 1))
    assert not database.is_sqlite
    assert teams(database) == []
    database.close()
