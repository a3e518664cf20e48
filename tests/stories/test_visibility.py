"""Who sees what: a private channel's task is nowhere for anyone else."""

from __future__ import annotations

import pytest
from sqlalchemy import true

import storage.audience
import storage.tasks
from tests.stories.conftest import Office

SECRET = "Bayar honor kurator"


def leaks(office: Office) -> list[str]:
    """Every place where Rani, who is not in #keuangan, meets the words of its task."""
    office.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    rani = office.rani
    seen = {
        "list": rani.types("/task list", in_="#lyon"),
        "card": rani.types("/task 1", in_="#lyon"),
        "done": rani.types("/task done 1", in_="#lyon"),
        "history": rani.types("/task history 1", in_="#lyon"),
        "search": rani.types("/lintas search honor", in_="#lyon"),
        "digest": rani.types("/digest", in_="#lyon"),
        "words": rani.dm("honor kurator sudah selesai"),
        "home": rani.opens_home(),
    }
    return [
        place
        for place, text in seen.items()
        if "honor" in text.replace("“honor”", "").replace("“honor kurator”", "")
    ]


def test_a_private_channels_task_is_nowhere_for_a_non_member(desk: Office) -> None:
    assert leaks(desk) == []
    assert [task["status"] for task in desk.rows("tasks")] == ["open"]
    assert SECRET in desk.maya.types("/task list", in_="#lyon")


def test_the_same_checks_find_a_leak(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(storage.tasks, "seen_by", lambda *_: true())
    found = leaks(desk)
    assert {"list", "card", "history", "done"} <= set(found)


def test_a_public_channels_task_is_there_for_every_full_member_and_for_no_guest(desk: Office) -> None:
    desk.maya.types("/task Cetak katalog", in_="#lyon")
    assert "Cetak katalog" in desk.hadi.types("/task list", in_="#umum")
    assert "Cetak katalog" in desk.emma.types("/task 1", in_="#umum")
    assert "Cetak katalog" not in desk.yuki.types("/task list", in_="#kyoto")
    assert "Cetak katalog" not in desk.yuki.types("/task 1", in_="#kyoto")


def test_what_was_said_to_lintas_alone_is_seen_by_its_author_alone(desk: Office) -> None:
    desk.maya.dm("tolong kirim surat rahasia paling lambat Jumat")
    assert "surat rahasia" in desk.maya.types("/task list", in_="#lyon")
    assert "surat rahasia" not in desk.rani.types("/task list", in_="#lyon")


def test_a_private_channel_without_the_app_is_known_to_nobody_else(desk: Office) -> None:
    echo = desk.dewi.types("/task Siapkan RAB", in_="#rahasia")
    assert "hanya terlihat oleh Anda" in echo
    assert "Siapkan RAB" not in desk.maya.types("/task list", in_="#rahasia")


def test_leaving_a_private_channel_closes_it_at_once(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    assert SECRET in desk.maya.types("/task list", in_="#lyon")
    desk.maya.leaves("#keuangan")
    assert SECRET not in desk.maya.types("/task list", in_="#lyon")


def test_a_mention_never_shows_in_a_channel_what_not_everyone_there_may_see(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    desk.dewi.says("@Lintas apa yang jatuh tempo minggu ini?", in_="#lyon")
    assert SECRET not in desk.rani.screen("#lyon")
    desk.dewi.says("@Lintas tugas 1", in_="#lyon")
    assert SECRET not in desk.rani.screen("#lyon")
    assert SECRET in desk.dewi.screen("#keuangan")


def test_undo_of_somebody_elses_private_act_says_nothing_of_it(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    assert SECRET not in desk.rani.types("/lintas urungkan", in_="#lyon")
    assert [task["deleted_at"] for task in desk.rows("tasks")] == [None]


def test_audience_is_in_one_place() -> None:
    assert storage.tasks.seen_by is storage.audience.seen_by
