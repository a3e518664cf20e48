"""App Home: tabs and pages, Done in place, what it shows of others' things, and how it keeps up."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.test_tasks import both, row, speaker

TABS = {
    "en": ("Programs", "Partners", "Settings", "Mine"),
    "id": ("Program", "Mitra", "Pengaturan", "Milik saya"),
}


def home_tabs(me: Person, lang: str = "id") -> list[str]:
    """Each tab of the Home that is open, as read: programs, partners, settings, mine."""
    shown = []
    for label in TABS[lang]:
        me.clicks(label)
        shown.append(me.home or "")
    return shown


@both
def test_home_has_four_tabs(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/partner add Claire Dubois, curator, Musée des Confluences", in_="#umum")
    me.types("/task add Kirim draf besok", in_="#umum")
    assert "#1 Kirim draf" in me.opens_home()
    programs, partners, settings, mine = home_tabs(me, lang)
    assert "Batik Lyon" in programs
    assert "Musée des Confluences" in partners
    assert ("Time zone" if lang == "en" else "Zona waktu") in settings
    assert "#1 Kirim draf" in mine


@both
def test_ten_rows_a_page(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for n in range(1, 14):
        me.types(f"/task add Cetak label {n:02} besok", in_="#umum")
    first = me.opens_home()
    assert first.count("Cetak label") == 10
    me.clicks("Next" if lang == "en" else "Berikutnya")
    assert (me.home or "").count("Cetak label") == 3
    assert ("Page 2 of 2" if lang == "en" else "Halaman 2 dari 2") in (me.home or "")
    me.clicks("Previous" if lang == "en" else "Sebelumnya")
    assert (me.home or "").count("Cetak label") == 10


@both
def test_done_in_home_takes_the_row_away_and_can_be_undone(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf besok", in_="#umum")
    me.opens_home()
    me.clicks("Done" if lang == "en" else "Selesai")
    assert row(desk)["status"] == "done"
    assert "#1 Kirim draf" not in (me.home or "")
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert row(desk)["status"] == "open"
    assert "Kirim draf" in (me.home or "")


@both
def test_what_opens_in_home_opens_over_it(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    desk.maya.types("/program new Batik Lyon exhibition opening 18 March 2027", in_="#lyon")
    me.opens_home()
    me.clicks(TABS[lang][0])
    me.clicks("Open" if lang == "en" else "Lihat")
    assert "Batik Lyon" in (me.modal or "")


def publishes(office: Office) -> int:
    return len([row for row in office.rows("deliveries") if row["kind"] == "home" and row["state"] == "sent"])


def test_home_keeps_up_with_what_its_reader_does_in_one_publish(desk: Office) -> None:
    desk.maya.types("/task add Kirim draf besok", in_="#umum")
    assert publishes(desk) == 0  # nobody looks at it
    desk.maya.opens_home()
    desk.maya.types("/task add Cetak katalog besok", in_="#umum")
    assert publishes(desk) == 2
    assert "Cetak katalog" in (desk.maya.home or "")
    desk.maya.types("/task list", in_="#umum")
    desk.maya.types("/task done 99", in_="#umum")
    assert publishes(desk) == 2
    desk.maya.clicks("Program")
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    assert "Batik Lyon" in (desk.maya.home or "")  # on the tab that was open


def test_a_guests_home_holds_only_what_is_theirs(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/partner add Claire Dubois, curator, Musée des Confluences", in_="#umum")
    desk.maya.types("/task add Kirim draf besok", in_="#umum")
    shown = [desk.yuki.opens_home(), *home_tabs(desk.yuki)]
    for text in shown:
        assert "Batik Lyon" not in text
        assert "Claire" not in text
        assert "Confluences" not in text
        assert "Kirim draf" not in text


# --- first run ------------------------------------------------------------------------------------


@pytest.fixture
def new_office(tmp_path: Path) -> Iterator[Office]:
    """An office on its first day with Lintas."""
    opened = Office(f"sqlite:///{tmp_path}/office.db", "socket", greeted=False)
    yield opened
    opened.stop()


STEPS = {"en": ("/task", "/program", "/digest"), "id": ("/tugas", "/program", "/digest")}


def test_the_administrator_is_told_how_to_begin_once(new_office: Office) -> None:
    new_office.lintas.door.idle(5)
    (greeting,) = new_office.hadi.sees()
    assert all(step in greeting for step in STEPS["id"])
    assert "/lintas status" in greeting
    new_office.close()
    new_office.open()
    new_office.lintas.door.idle(5)
    assert len(new_office.hadi.sees()) == 1
    assert new_office.maya.sees() == []


@both
def test_a_first_direct_message_is_answered_and_greeted_once(new_office: Office, lang: str) -> None:
    me = speaker(new_office, lang)
    said = me.dm(
        "please send the loan list by Friday" if lang == "en" else "kirim daftar paling lambat Jumat"
    )
    assert "#1" in said
    assert all(step in said for step in STEPS[lang])
    assert ("Hello, I am Lintas" if lang == "en" else "saya Lintas") in said
    assert "Lintas" not in me.dm("undo" if lang == "en" else "urungkan")


@both
def test_who_opens_the_messages_is_greeted_once(new_office: Office, lang: str) -> None:
    me = speaker(new_office, lang)
    assert ("Hello, I am Lintas" if lang == "en" else "saya Lintas") in me.opens_messages()
    assert me.opens_messages() == ""


@both
def test_an_empty_home_says_how_to_begin(new_office: Office, lang: str) -> None:
    me = speaker(new_office, lang)
    assert ("Hello, I am Lintas" if lang == "en" else "saya Lintas") in me.opens_home()
    me.types("/task add Kirim draf besok", in_="#umum")
    assert "#1 Kirim draf" in (me.home or "")
    assert "Lintas." not in (me.home or "")
