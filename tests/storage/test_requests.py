"""A request that Slack repeats is known, and answered the same."""

from __future__ import annotations

import threading
from collections.abc import Callable

import pytest

from storage.database import Database
from storage.requests import claim_request, handled_before, remember_answer
from tests.storage.conftest import NOW, Team


def claimed(database: Database, workspace: int, key: str) -> bool:
    with database.writing() as session:
        return claim_request(session, workspace, key, NOW)


def before(database: Database, workspace: int, key: str) -> tuple[bool, object]:
    with database.reading() as session:
        return handled_before(session, workspace, key)


def test_a_request_is_taken_once_in_its_workspace(
    database: Database, team: Team, new_team: Callable[[str], Team]
) -> None:
    assert before(database, team.workspace, "Ev1") == (False, None)
    assert claimed(database, team.workspace, "Ev1")
    assert not claimed(database, team.workspace, "Ev1")
    assert claimed(database, team.workspace, "Ev2")
    assert claimed(database, new_team("T2").workspace, "Ev1")
    assert before(database, team.workspace, "Ev1") == (True, None)


def test_the_answer_is_kept_for_the_repeat(database: Database, team: Team) -> None:
    with database.writing() as session:
        claim_request(session, team.workspace, "Ev1", NOW)
        remember_answer(session, team.workspace, "Ev1", {"say": "Added as #142"})
    assert before(database, team.workspace, "Ev1") == (True, {"say": "Added as #142"})


def test_a_request_that_failed_may_be_taken_again(database: Database, team: Team) -> None:
    def fail() -> None:
        with database.writing() as session:
            claim_request(session, team.workspace, "Ev1", NOW)
            raise InterruptedError

    with pytest.raises(InterruptedError):
        fail()
    assert claimed(database, team.workspace, "Ev1")


def test_of_repeats_that_come_at_once_one_is_taken(database: Database, team: Team) -> None:
    start = threading.Barrier(4)
    taken: list[bool] = []

    def repeat() -> None:
        start.wait(10)
        taken.append(claimed(database, team.workspace, "Ev1"))

    threads = [threading.Thread(target=repeat) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    assert sorted(taken) == [False, False, False, True]
