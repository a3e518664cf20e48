"""What people try that cannot be: a closed task moved, an app as owner; and the same words twice."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import owners, row


@pytest.mark.parametrize("line", ["move 1 Monday", "assign 1 @dewi", "snooze 1 tomorrow"])
def test_a_closed_task_is_opened_again_first(desk: Office, line: str) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list @rani 27 Nov 2026", in_="#umum")
    desk.emma.types("/task done 1", in_="#umum")
    before, held = row(desk), owners(desk)
    said = desk.emma.types(f"/task {line}", in_="#umum")
    assert "#1 is closed, so nothing was changed" in said
    assert (row(desk), owners(desk)) == (before, held)
    desk.emma.clicks("Open it again", last=True)
    assert row(desk)["status"] == "open"


def test_an_app_holds_no_task(desk: Office) -> None:
    said = desk.maya.types("/task add Kirim daftar @lintas", in_="#umum")
    assert "adalah aplikasi dan tidak dapat memegang tugas" in said
    assert desk.rows("tasks") == []


@pytest.mark.parametrize("other", ["jumat 14:00", "jumat @rani", "jumat *setiap Jumat"])
def test_the_same_title_with_another_hour_or_owner_is_another_task(desk: Office, other: str) -> None:
    desk.maya.types("/task add Telepon museum jumat", in_="#umum")
    desk.maya.types(f"/task add Telepon museum {other}", in_="#umum")
    assert len(desk.rows("tasks")) == 2


def test_the_same_words_twice_are_one_task(desk: Office) -> None:
    for _ in range(2):
        said = desk.maya.types("/task add Telepon museum @rani jumat 14:00", in_="#umum")
    assert len(desk.rows("tasks")) == 1
    assert "#1" in said
