"""Search as people use it, in both languages, wherever they ask."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, speaker


@pytest.fixture
def stocked(desk: Office) -> Office:
    """An office with one thing of each kind about Lyon."""
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/task add Kirim draf MoU ke Lyon @rani besok", in_="#umum")
    desk.maya.types("/task note 1 tunggu stempel basah", in_="#umum")
    desk.maya.types("/partner add Claire Dubois, curator, Musée des Confluences", in_="#umum")
    desk.maya.types("/partner log call with Claire Dubois: setuju pinjaman kain", in_="#umum")
    desk.maya.types("/program update Batik Lyon: daftar pinjaman disetujui", in_="#lyon")
    return desk


WAYS = [
    ("en", "search", "command"),
    ("id", "cari", "command"),
    ("en", "search", "dm"),
    ("id", "cari", "dm"),
    ("en", "search", "mention"),
    ("id", "cari", "mention"),
]


@pytest.mark.parametrize(("lang", "verb", "way"), WAYS)
def test_search_finds_each_kind_of_thing(stocked: Office, lang: str, verb: str, way: str) -> None:
    me = speaker(stocked, lang)

    def look(words: str) -> str:
        match way:
            case "dm":
                return me.dm(f"{verb} {words}")
            case "mention":
                return me.says(f"@Lintas {verb} {words}", in_="#umum")
        return me.types(f"/lintas {verb} {words}", in_="#umum")

    tasks = look("draf lyo")
    assert "#1 Kirim draf MoU ke Lyon" in tasks
    assert ("*Tasks*" if lang == "en" else "*Tugas*").strip("*") in tasks
    assert "#1 Kirim draf MoU" in look("STEMPEL")
    assert "Batik Lyon" in look("batik")
    assert "Musée des Confluences" in look("musee")
    log = look("pinjaman")
    assert "setuju pinjaman kain" in log
    assert "daftar pinjaman disetujui" in log
    assert ("Nothing you can see" if lang == "en" else "Tidak ada yang dapat Anda lihat") in look("atlantis")


@both
def test_what_was_found_opens(stocked: Office, lang: str) -> None:
    me = speaker(stocked, lang)
    me.types("/lintas search mou", in_="#umum")
    card = me.clicks("Open" if lang == "en" else "Lihat", last=True)
    assert "Kirim draf MoU ke Lyon" in card
    assert ("Reschedule" if lang == "en" else "Ubah tenggat") in card


@both
def test_search_says_how_many_more_there_are(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for n in range(7):
        me.types(f"/task add Cetak label {n} besok", in_="#umum")
    said = me.types("/lintas search label", in_="#umum")
    assert said.count("Cetak label") == 5
    assert ("+2 more" if lang == "en" else "+2 lagi") in said


def test_a_private_thing_is_found_by_its_people_alone(desk: Office) -> None:
    desk.maya.types("/task add Bayar honor kurator besok", in_="#keuangan")
    assert "Bayar honor" in desk.dewi.types("/lintas cari honor", in_="#keuangan")
    for person in (desk.rani, desk.emma, desk.yuki, desk.hadi):
        assert "Bayar honor" not in person.types("/lintas search honor", in_="#kyoto")


def test_what_was_found_in_a_channel_is_shown_to_who_asked_alone(stocked: Office) -> None:
    before = len(stocked.rani.messages("#umum"))
    assert "#1 Kirim draf" in stocked.maya.says("@Lintas cari mou", in_="#umum")
    assert len(stocked.rani.messages("#umum")) == before + 1  # Maya's own words


def test_what_was_removed_is_found_again_once_that_is_undone(stocked: Office) -> None:
    stocked.maya.types("/task delete 1", in_="#umum")
    assert "Kirim draf" not in stocked.maya.types("/lintas cari mou", in_="#umum")
    stocked.maya.types("/lintas undo", in_="#umum")
    assert "Kirim draf" in stocked.maya.types("/lintas cari mou", in_="#umum")
