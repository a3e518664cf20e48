"""Tasks that come after others: they wait, there is no circle, and whoever holds them is told."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, row, speaker


@pytest.fixture
def visas(desk: Office) -> Office:
    """#1 lodged, #2 issued (Rani's), #3 flights (Dewi's)."""
    desk.maya.types("/task add Ajukan visa", in_="#umum")
    desk.maya.types("/task add Visa terbit @rani", in_="#umum")
    desk.maya.types("/task add Pesan tiket @dewi", in_="#umum")
    return desk


def waits(office: Office, number: int) -> str | None:
    found: str | None = row(office, number)["waiting_for"]
    return found


def after(lang: str, number: int, other: int) -> str:
    return f"/task after {number} {other}" if lang == "en" else f"/tugas setelah {number} {other}"


@both
def test_what_comes_after_waits_and_is_told_when_it_can_start(visas: Office, lang: str) -> None:
    me = speaker(visas, lang)
    if lang == "en":
        visas.english("dewi")
    said = me.types(after(lang, 3, 1), in_="#umum")
    assert "#1" in said
    me.types(after(lang, 3, 2), in_="#umum")
    assert waits(visas, 3) == "#1, #2"
    me.types("/task done 1", in_="#umum")
    assert waits(visas, 3) == "#2"
    told = "You can start #3" if lang == "en" else "Anda bisa memulai #3"
    assert not any(told in shown for shown in visas.dewi.sees())
    me.types("/task done 2", in_="#umum")
    assert waits(visas, 3) is None
    (shown,) = [shown for shown in visas.dewi.sees() if told in shown]
    assert "Pesan tiket" in shown
    visas.dewi.clicks("Done" if lang == "en" else "Selesai", last=True)
    assert row(visas, 3)["status"] == "done"


@both
def test_an_order_and_what_follows_from_it_can_be_undone(visas: Office, lang: str) -> None:
    me = speaker(visas, lang)
    undo = "Undo" if lang == "en" else "Urungkan"
    me.types(after(lang, 3, 1), in_="#umum")
    me.clicks(undo, last=True)
    assert waits(visas, 3) is None
    me.types("/task done 1", in_="#umum")
    assert not any("memulai #3" in shown for shown in visas.dewi.sees())
    me.types("/task reopen 1", in_="#umum")
    me.types(after(lang, 3, 1), in_="#umum")
    me.types("/task done 1", in_="#umum")
    me.clicks(undo, last=True)
    assert waits(visas, 3) == "#1"


@both
def test_what_follows_from_it_is_not_told_as_done(visas: Office, lang: str) -> None:
    me = speaker(visas, lang)
    me.types(after(lang, 3, 1), in_="#umum")
    me.types("/task done 1", in_="#umum")
    said = me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert "#1" in said
    assert "#3" not in said
    history = me.types("/task history 3" if lang == "en" else "/tugas riwayat 3", in_="#umum")
    assert ("marked it done" if lang == "en" else "menyelesaikan") not in history
    assert ("what it comes after" if lang == "en" else "tugas sebelumnya") in history


def test_a_card_of_what_waits_follows(visas: Office) -> None:
    visas.maya.types("/tugas setelah 3 1", in_="#umum")
    visas.dewi.dm("tugas 3")
    assert "menunggu #1" in visas.dewi.sees()[-1]
    visas.maya.types("/tugas selesai 1", in_="#umum")
    assert not any("menunggu #1" in shown for shown in visas.dewi.sees())


def test_a_circle_names_nothing_that_is_not_seen(visas: Office) -> None:
    visas.maya.types("/task add Bayar honor @maya", in_="#keuangan")
    visas.maya.types("/tugas setelah 4 1", in_="#umum")
    visas.maya.types("/tugas setelah 2 4", in_="#umum")
    said = visas.rani.types("/tugas setelah 1 2", in_="#umum")
    assert "#2 → … → #1" in said
    assert "#4" not in said


def test_opened_again_it_is_waited_for_again(visas: Office) -> None:
    visas.maya.types("/tugas setelah 3 1", in_="#umum")
    visas.maya.types("/tugas batal 1", in_="#umum")
    assert waits(visas, 3) is None
    visas.maya.types("/tugas buka-lagi 1", in_="#umum")
    assert waits(visas, 3) == "#1"


@both
def test_no_circle_is_made(visas: Office, lang: str) -> None:
    me = speaker(visas, lang)
    me.types(after(lang, 2, 1), in_="#umum")
    me.types(after(lang, 3, 2), in_="#umum")
    said = me.types(after(lang, 1, 3), in_="#umum")
    assert (
        "#3 itself waits for #1 (#3 → #2 → #1)" if lang == "en" else "#3 sendiri menunggu #1 (#3 → #2 → #1)"
    ) in said
    said = me.types(after(lang, 1, 1), in_="#umum")
    assert ("wait for itself" if lang == "en" else "menunggu dirinya sendiri") in said
    assert waits(visas, 1) is None
    assert len(visas.rows("task_links")) == 2


def test_what_one_may_not_see_is_not_waited_for(visas: Office) -> None:
    visas.maya.types("/task add Bayar honor @dewi", in_="#keuangan")
    assert "Tidak ada tugas #4" in visas.rani.types("/tugas setelah 3 4", in_="#umum")
    assert visas.rows("task_links") == []


def test_who_waits_for_somebody_else_goes_on_waiting_for_them(visas: Office) -> None:
    visas.maya.types("/tugas setelah 3 1", in_="#umum")
    visas.maya.types("/tugas tunggu 3 Kedutaan", in_="#umum")
    visas.maya.types("/tugas selesai 1", in_="#umum")
    assert waits(visas, 3) == "Kedutaan"
