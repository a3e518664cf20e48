"""Human numbers: one after another, never twice."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import pytest

from storage.counters import next_number, number_now
from storage.database import Database
from tests.storage.conftest import Team


def take(database: Database, workspace: int, name: str = "task") -> int:
    with database.writing() as session:
        return next_number(session, workspace, name)


def test_numbers_count_from_one_by_workspace_and_name(
    database: Database, new_team: Callable[[str], Team]
) -> None:
    one, other = new_team("T1").workspace, new_team("T2").workspace
    with database.reading() as session:
        assert number_now(session, one, "task") == 0
    assert [take(database, one), take(database, one), take(database, other)] == [1, 2, 1]
    assert take(database, one, "names") == 1
    with database.reading() as session:
        assert number_now(session, one, "task") == 2


def test_numbers_taken_at_once_are_different(database: Database, team: Team) -> None:
    with ThreadPoolExecutor(6) as threads:
        numbers = list(threads.map(lambda _: take(database, team.workspace), range(48)))
    assert sorted(numbers) == list(range(1, 49))


def test_a_number_of_an_act_that_failed_is_free_again(database: Database, team: Team) -> None:
    def fail() -> None:
        with database.writing() as session:
            next_number(session, team.workspace, "task")
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert take(database, team.workspace) == 1
