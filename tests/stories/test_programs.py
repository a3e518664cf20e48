"""Programs: begun in one line, found by name, linked to a channel, reported on; who may see them."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.conftest import Office
from tests.stories.test_home import home_tabs
from tests.stories.test_tasks import both, row, speaker


def program(office: Office) -> dict[str, Any]:
    return office.rows("programs")[-1]


@both
def test_create_program_in_one_line(office: Office, lang: str) -> None:
    me = speaker(office, lang)
    typed = {
        "en": "/program new Batik Lyon exhibition opening 18 March 2027",
        "id": "/program baru Batik Lyon pameran pembukaan 18 Maret 2027",
    }[lang]
    echo = me.types(typed, in_="#lyon")
    for words in {
        "en": (
            "Program added: Batik Lyon",
            "exhibition",
            "Thu 18 Mar 2027",
            "led by Emma",
            "visible to everyone",
        ),
        "id": (
            "Program ditambahkan: Batik Lyon",
            "pameran",
            "Kam, 18 Mar 2027",
            "Maya",
            "terlihat oleh semua orang",
        ),
    }[lang]:
        assert words in echo
    assert office.rows("anchors")[0]["day"] == "2027-03-18"
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert program(office)["deleted_at"] is not None


@both
def test_create_program_of_a_name_that_is_taken_offers_the_one_there_is(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#lyon")
    said = me.types("/program new batik lyon", in_="#umum")
    assert ("already a program called" if lang == "en" else "Sudah ada program") in said
    assert len(desk.rows("programs")) == 1
    assert "Batik Lyon" in me.clicks("Batik Lyon", last=True)


def test_create_program_by_its_form(desk: Office) -> None:
    desk.maya.types("/program", in_="#lyon")
    desk.maya.fills(
        {"Nama": "Batik Lyon", "Tanggal": "2027-03-18", "Kota": "Lyon", "Penanggung jawab": desk.emma}
    )
    echo = desk.maya.submits()
    for words in ("Batik Lyon", "Lyon", "Kam, 18 Mar 2027", "penanggung jawab Emma Clarke"):
        assert words in echo


@pytest.mark.parametrize(
    "typed", ["/program Batik Lyon", "/program batik lyon", '/program "Batik Lyon"', "/program Batik Lion"]
)
def test_program_is_found_by_its_name(desk: Office, typed: str) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/task add Cetak katalog #Batik-Lyon", in_="#umum")
    card = desk.rani.types(typed, in_="#umum")
    assert "Batik Lyon" in card
    assert "1 tugas terbuka" in card
    assert "Cetak katalog" in desk.rani.clicks("Tugas", last=True)


@both
def test_record_update_and_undo_it(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#lyon")
    said = me.types(
        "/program update Batik Lyon: catalog 70%"
        if lang == "en"
        else "/program kabar Batik Lyon: catalog 70%",
        in_="#umum",
    )
    assert ("Logged for Batik Lyon" if lang == "en" else "Tercatat untuk Batik Lyon") in said
    assert ("visible to everyone" if lang == "en" else "terlihat oleh semua orang") in said
    assert "catalog 70%" in desk.rani.types("/program Batik Lyon", in_="#umum")
    undone = me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert ("the update on Batik Lyon" if lang == "en" else "kabar Batik Lyon") in undone
    assert "catalog 70%" not in desk.rani.types("/program Batik Lyon", in_="#umum")


@both
def test_link_program_to_a_channel_where_its_tasks_then_belong(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#umum")
    said = me.types(
        "/program link Batik Lyon" if lang == "en" else "/program hubungkan Batik Lyon", in_="#lyon"
    )
    assert ("is now linked to Batik Lyon" if lang == "en" else "sekarang terhubung dengan Batik Lyon") in said
    assert ("visible to everyone" if lang == "en" else "terlihat oleh semua orang") in said
    me.types("/task add Cetak katalog", in_="#lyon")
    assert row(desk)["program_id"] == program(desk)["id"]
    again = me.types("/program link Batik Lyon", in_="#lyon")
    assert ("already" if lang == "en" else "sudah") in again
    assert "[Undo]" not in again
    assert "[Urungkan]" not in again


def test_link_program_undone_says_that_the_link_is_gone(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#umum")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    assert "hubungan dengan Batik Lyon" in desk.maya.clicks("Urungkan", last=True)
    desk.maya.types("/task add Cetak katalog", in_="#lyon")
    assert row(desk)["program_id"] is None
    assert program(desk)["deleted_at"] is None


def test_edit_program_and_undo_it(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    before = program(desk)
    desk.maya.types("/program ubah Batik Lyon", in_="#lyon")
    assert desk.maya.modal_values["Nama"] == "Batik Lyon"
    desk.maya.fills({"Nama": "Batik di Lyon", "Kota": "Lyon", "Penanggung jawab": desk.rani})
    assert "penanggung jawab Rani Kusuma" in desk.maya.submits()
    assert program(desk)["name"] == "Batik di Lyon"
    desk.maya.clicks("Urungkan", last=True)
    assert program(desk) == before


WHOLE = {
    "en": "/program new Batik: Threads of Time, exhibition, Lyon, France, venue Musée des Confluences, "
    "opening 18 March 2027, closing June 2027 (not confirmed), lead @Rani Kusuma, alias BL, "
    "in Indonesian Batik: Benang Waktu",
    "id": "/program baru Batik: Threads of Time, pameran, Lyon, Prancis, lokasi Musée des Confluences, "
    "pembukaan 18 Maret 2027, penutupan Juni 2027 (belum pasti), penanggung jawab @Rani Kusuma, alias BL, "
    "bahasa Indonesia Batik: Benang Waktu",
}


@both
def test_create_program_in_one_line_with_all_that_is_known_of_it(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    echo = me.types(WHOLE[lang], in_="#lyon")
    for words in {
        "en": (
            "exhibition",
            "France",
            "led by Rani Kusuma",
            "closing Jun 2027 (not confirmed)",
            "time Paris",
        ),
        "id": ("pameran", "Prancis", "penanggung jawab Rani Kusuma", "penutupan Jun 2027 (belum pasti)"),
    }[lang]:
        assert words in echo
    stored = program(desk)
    assert (stored["name"], stored["name_id"]) == ("Batik: Threads of Time", "Batik: Benang Waktu")
    assert (stored["venue"], stored["city"], stored["countries"]) == (
        "Musée des Confluences",
        "Lyon",
        "France",
    )
    assert stored["zone"] == "Europe/Paris"
    assert [(a["kind"], a["day"], a["precision"], bool(a["confirmed"])) for a in desk.rows("anchors")] == [
        ("opening", "2027-03-18", "day", True),
        ("closing", "2027-06-01", "month", False),
    ]
    assert [alias["name"] for alias in desk.rows("aliases")] == ["BL"]
    card = me.types("/program BL", in_="#umum")
    assert card.startswith("Batik: Threads of Time" if lang == "en" else "Batik: Benang Waktu")
    assert "Musée des Confluences" in me.types("/program list", in_="#umum")
    assert "Batik: Benang Waktu" in desk.maya.types("/program Benang Waktu", in_="#umum")


def test_a_name_with_commas_stays_whole(desk: Office) -> None:
    desk.maya.types("/program new Tanah, Air, Udara", in_="#lyon")
    assert program(desk)["name"] == "Tanah, Air, Udara"


@both
def test_a_new_program_can_be_linked_to_the_channel_at_once(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#lyon")
    said = me.clicks("Link this channel" if lang == "en" else "Hubungkan kanal ini", last=True)
    assert ("now linked to Batik Lyon" if lang == "en" else "terhubung dengan Batik Lyon") in said
    assert len(desk.rows("program_channels")) == 1
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert desk.rows("program_channels")[0]["deleted_at"] is not None


FORM = {
    "en": {
        "Name": "Batik Lyon",
        "Date": "2027-03-18",
        "How exact": "the week, not confirmed",
        "Other dates": "closing 30 June 2027\nHandover of works 3 July 2027, not confirmed",
        "Venue": "Musée des Confluences",
        "City": "Lyon",
        "Countries": "France, Indonesia",
        "Name in Indonesian": "Batik di Lyon",
        "Other names it answers to": "BL, Benang",
    },
    "id": {
        "Nama": "Batik Lyon",
        "Tanggal": "2027-03-18",
        "Ketepatan tanggal": "pekan, belum pasti",
        "Tanggal lain": "penutupan 30 Juni 2027\nHandover of works 3 Juli 2027, belum pasti",
        "Lokasi": "Musée des Confluences",
        "Kota": "Lyon",
        "Negara": "Prancis, Indonesia",
        "Nama dalam bahasa Indonesia": "Batik di Lyon",
        "Sebutan lain": "BL, Benang",
    },
}


@both
def test_the_form_holds_all_of_a_program_and_gives_it_back_unchanged(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program", in_="#lyon")
    me.fills(FORM[lang])
    me.submits()
    dates = [
        ("opening", "2027-03-18", "week", False),
        ("closing", "2027-06-30", "day", True),
        ("handover_of_works", "2027-07-03", "day", False),
    ]

    def held() -> list[tuple[str, str, str, bool]]:
        return [
            (a["kind"], a["day"], a["precision"], bool(a["confirmed"]))
            for a in desk.rows("anchors")
            if a["deleted_at"] is None
        ]

    assert held() == dates
    assert program(desk)["countries"] == "France,Indonesia"
    assert program(desk)["zone"] == "Europe/Paris"
    before = program(desk)
    me.types("/program edit BL", in_="#lyon")
    me.submits()
    assert held() == dates
    assert program(desk) == before
    me.types("/program edit BL", in_="#lyon")
    me.fills({"Other dates" if lang == "en" else "Tanggal lain": ""})
    me.submits()
    assert held() == dates[:1]
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert held() == dates


@both
def test_a_date_that_cannot_be_read_is_said_beside_its_field(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program", in_="#lyon")
    name, dates = ("Name", "Other dates") if lang == "en" else ("Nama", "Tanggal lain")
    me.fills({name: "Batik Lyon", dates: "some day"})
    me.submits()
    assert ("cannot read" if lang == "en" else "tidak dapat membaca") in me.modal_errors[dates]
    assert desk.rows("programs") == []


# --- who sees a program ---------------------------------------------------------------------------------


@pytest.fixture
def fund(desk: Office) -> Office:
    """A program of the private #keuangan, with a task and an update."""
    desk.dewi.types("/program new Dana Abadi", in_="#keuangan")
    desk.dewi.types("/task add Bayar pajak #Dana-Abadi 25 Nov 2026", in_="#lyon")
    desk.dewi.types("/program update Dana Abadi: pajak separuh", in_="#umum")
    return desk


def test_what_is_said_of_a_program_has_the_programs_audience(fund: Office) -> None:
    keuangan = next(c["id"] for c in fund.rows("channels") if c["name"] == "keuangan")
    for table in ("programs", "tasks", "updates"):
        stored = fund.rows(table)[0]
        assert (stored["audience"], stored["audience_channel_id"]) == ("channel", keuangan)


def test_a_private_program_is_nowhere_for_a_non_member(fund: Office) -> None:
    rani = fund.rani
    seen = [
        rani.types("/program list", in_="#lyon"),
        rani.types("/program Dana", in_="#lyon").replace("“Dana”", ""),
        rani.types("/task list", in_="#lyon"),
        rani.types("/task add Kirim surat #Dana", in_="#lyon").replace("program Dana di", ""),
        rani.types("/digest", in_="#lyon"),
        rani.types("/digest", in_="#umum"),
        rani.opens_home(),
        *home_tabs(rani),
    ]
    for text in seen:
        assert "Abadi" not in text
        assert "pajak" not in text
    rani.types("/task", in_="#lyon")
    assert "Dana Abadi" not in (rani.modal or "")
    assert "Dana Abadi" in fund.maya.types("/program list", in_="#lyon")


def test_a_digest_of_a_public_channel_leaves_out_what_not_everyone_there_may_see(fund: Office) -> None:
    assert "pajak" not in fund.dewi.types("/digest", in_="#lyon")
    assert "Bayar pajak" in fund.dewi.types("/digest", in_="#keuangan")


def test_a_public_program_linked_to_a_private_channel_too_stays_public(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#keuangan")
    card = desk.rani.types("/program Batik Lyon", in_="#umum")
    assert "Batik Lyon" in card
    assert "#lyon" in card
    assert desk.rani.channel("#keuangan").id not in str(desk.rani.messages("#umum")[-1].blocks)
    assert "#keuangan" in desk.maya.types("/program Batik Lyon", in_="#umum")


def test_counts_in_a_program_leave_out_what_the_reader_may_not_see(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/task add Cetak katalog #Batik-Lyon", in_="#lyon")
    desk.dewi.types("/task add Bayar honor", in_="#keuangan")
    private = desk.rows("tasks")[-1]
    desk.dewi.types("/task edit 2", in_="#keuangan")
    desk.dewi.fills({"Program": "Batik Lyon"})
    desk.dewi.submits()
    assert row(desk, 2)["audience"] == private["audience"] == "channel"
    assert "1 tugas terbuka" in desk.rani.types("/program Batik Lyon", in_="#umum")
    assert "2 tugas terbuka" in desk.maya.types("/program Batik Lyon", in_="#umum")
    desk.rani.opens_home()
    assert "1 tugas terbuka" in home_tabs(desk.rani)[0]


def test_a_guest_sees_no_program_of_the_workspace(desk: Office) -> None:
    desk.maya.types("/program new Kyoto 2027", in_="#kyoto")
    assert "Kyoto 2027" not in desk.yuki.types("/program list", in_="#kyoto")
    assert "Kyoto 2027" not in desk.yuki.opens_home()
    assert not any("Kyoto 2027" in tab for tab in home_tabs(desk.yuki))
