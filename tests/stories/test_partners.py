"""Partners: added in one line, found by name, what was said to them; who may see it."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, speaker

ANNA = "Dr. Anna Richter, curator, Goethe-Institut, anna@goethe.example"


@both
def test_add_partner_in_one_line(office: Office, lang: str) -> None:
    me = speaker(office, lang)
    echo = me.types(f"/partner add {ANNA}" if lang == "en" else f"/mitra tambah {ANNA}", in_="#umum")
    for words in ("Dr. Anna Richter", "curator", "Goethe-Institut", "anna@goethe.example"):
        assert words in echo
    assert ("visible to everyone" if lang == "en" else "terlihat oleh semua orang") in echo
    (contact,) = office.rows("contacts")
    assert (contact["name"], contact["honorific"]) == ("Anna Richter", "Dr.")
    undone = me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert "Anna Richter" in undone
    assert office.rows("contacts")[0]["deleted_at"] is not None


@pytest.mark.parametrize("typed", ["Anna Richter, Goethe-Institut", "Anna, anna@goethe.example"])
def test_add_partner_who_is_known_is_not_stored_twice(desk: Office, typed: str) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    said = desk.maya.types(f"/mitra tambah {typed}", in_="#umum")
    assert "Tidak ada yang disimpan" in said
    assert len(desk.rows("contacts")) == 1
    assert "anna@goethe.example" in desk.maya.clicks("Anna Richter", last=True)


def test_add_partner_by_its_form(desk: Office) -> None:
    desk.maya.types("/mitra", in_="#umum")
    desk.maya.fills({"Nama": "Prof. Claire Duval", "Lembaga": "Musée des Tissus", "Surel": "c@mtl.example"})
    echo = desk.maya.submits()
    assert "Prof. Claire Duval" in echo
    assert "Musée des Tissus" in echo


@pytest.mark.parametrize(
    "name", ["Anna Richter", "anna richter", "Richter", "Goethe-Institut", "goethe institut"]
)
def test_partner_is_found_by_name(desk: Office, name: str) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    assert "anna@goethe.example" in desk.rani.types(f"/mitra {name}", in_="#umum")


@both
def test_log_contact_shows_on_the_card_and_can_be_undone(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    said = me.types(
        "/partner log call with Anna Richter: agreed on the dates"
        if lang == "en"
        else "/mitra catat telepon dengan Anna Richter: agreed on the dates",
        in_="#umum",
    )
    assert "agreed on the dates" in said
    assert ("call, Tue 24 Nov" if lang == "en" else "telepon, Sel, 24 Nov") in said
    assert "agreed on the dates" in desk.rani.types("/mitra Anna Richter", in_="#umum")
    undone = me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert (
        "the contact with Anna Richter" if lang == "en" else "catatan kontak dengan Anna Richter"
    ) in undone
    assert "agreed on the dates" not in desk.rani.types("/mitra Anna Richter", in_="#umum")


def test_log_contact_without_words_opens_its_form(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.maya.types("/mitra catat", in_="#umum")
    desk.maya.fills({"Dengan siapa": "Anna Richter", "Isi pembicaraan": "setuju jadwal"})
    assert "setuju jadwal" in desk.maya.submits()
    assert desk.rows("interactions")[0]["audience"] == "workspace"
    assert desk.rows("tasks") == []


def test_the_next_step_of_the_form_becomes_a_task(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.maya.types("/mitra catat", in_="#umum")
    desk.maya.fills({"Dengan siapa": "Anna Richter", "Isi pembicaraan": "setuju jadwal"})
    desk.maya.fills({"Tindak lanjut": "Kirim kontrak", "Tenggat": "2026-11-01"})
    desk.maya.submits()
    assert "sudah lewat" in desk.maya.modal_errors["Tenggat"]
    assert desk.rows("interactions") == []
    desk.maya.fills({"Tenggat": "2026-12-01"})
    said = desk.maya.submits()
    assert "setuju jadwal" in said
    assert "#1 Kirim kontrak — Sel, 1 Des" in said
    assert desk.rows("tasks")[0]["contact_id"] == desk.rows("contacts")[0]["id"]


@both
def test_log_contact_with_nobody_known_asks_with_whom(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    said = me.types("/partner log we talked about the dates", in_="#umum")
    assert ("With whom was this?" if lang == "en" else "Dengan siapa?") in said
    assert desk.rows("interactions") == []


# --- corrected and removed -------------------------------------------------------------------------------


@both
def test_a_partner_is_corrected_in_its_form(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    me.types("/partner edit Anna Richter" if lang == "en" else "/mitra ubah Anna Richter", in_="#umum")
    name, email = ("Name", "E-mail") if lang == "en" else ("Nama", "Surel")
    assert (me.modal_values[name], me.modal_values[email]) == ("Dr. Anna Richter", "anna@goethe.example")
    me.fills({name: "Prof. Anna Richter-Vogt", email: "vogt@goethe.example"})
    assert "Prof. Anna Richter-Vogt" in me.submits()
    (contact,) = desk.rows("contacts")
    assert (contact["name"], contact["honorific"], contact["role"]) == (
        "Anna Richter-Vogt",
        "Prof.",
        "curator",
    )
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert desk.rows("contacts")[0]["email"] == "anna@goethe.example"


def test_an_organisation_is_corrected_from_its_card(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.maya.types("/mitra Goethe-Institut", in_="#umum")
    desk.maya.clicks("Ubah", last=True)
    desk.maya.fills({"Nama": "Goethe-Institut Jakarta", "Kota": "Jakarta", "Negara": "Indonesia"})
    assert "Goethe-Institut Jakarta" in desk.maya.submits()
    assert "anna@goethe.example" in desk.rani.types("/mitra Goethe-Institut Jakarta", in_="#umum")


def test_what_another_changed_while_the_form_was_open_stays(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    for person in (desk.maya, desk.rani):
        person.types("/mitra ubah Anna Richter", in_="#umum")
    desk.rani.fills({"Telepon": "+49 30 123456"})
    desk.rani.submits()
    desk.maya.fills({"Kota": "Jakarta"})
    desk.maya.submits()
    (contact,) = desk.rows("contacts")
    assert (contact["phone"], contact["city"]) == ("+49 30 123456", "Jakarta")


@both
def test_a_partner_is_removed_and_its_log_stays(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    me.types("/partner log call with Anna Richter: agreed on the dates", in_="#umum")
    said = me.types(
        "/partner delete Anna Richter" if lang == "en" else "/mitra hapus Anna Richter", in_="#umum"
    )
    assert ("no longer among the partners" if lang == "en" else "tidak lagi ada di daftar mitra") in said
    assert "anna@goethe.example" not in me.types("/partner Anna Richter", in_="#umum")
    assert [entry["deleted_at"] for entry in desk.rows("interactions")] == [None]
    me.types("/lintas undo", in_="#umum")
    assert "anna@goethe.example" in me.types("/partner Anna Richter", in_="#umum")


def test_a_guest_corrects_and_removes_no_partner(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#kyoto")
    for verb in ("ubah", "hapus"):
        desk.yuki.types(f"/mitra {verb} Anna Richter", in_="#kyoto")
    assert desk.yuki.modal is None
    assert desk.rows("contacts")[0]["deleted_at"] is None


# --- who sees what ------------------------------------------------------------------------------------


def test_what_was_said_in_a_private_channel_stays_there(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.dewi.types("/mitra catat telepon dengan Anna Richter: minta honor naik", in_="#keuangan")
    assert "honor" not in desk.rani.types("/mitra Anna Richter", in_="#umum")
    assert "minta honor naik" in desk.maya.types("/mitra Anna Richter", in_="#umum")


def test_a_partners_private_task_is_not_on_its_card_for_others(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.dewi.types("/task add Bayar honor ~Goethe-Institut", in_="#keuangan")
    assert "Bayar honor" not in desk.rani.types("/mitra Goethe-Institut", in_="#umum")
    assert "Bayar honor" in desk.maya.types("/mitra Goethe-Institut", in_="#umum")


def test_a_guest_sees_no_partner_and_adds_none(desk: Office) -> None:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#kyoto")
    yuki = desk.yuki
    for typed in (
        "/mitra daftar",
        "/mitra Anna Richter",
        "/mitra Goethe-Institut",
        "/task add Kirim surat ~Goethe",
    ):
        said = yuki.types(typed, in_="#kyoto")
        assert "anna@goethe.example" not in said
        assert "[Goethe-Institut]" not in said
        assert "[Anna Richter]" not in said
    assert "anggota penuh" in yuki.types(f"/mitra tambah {ANNA}", in_="#kyoto")
    assert len(desk.rows("contacts")) == 1
