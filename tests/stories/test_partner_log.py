"""What was said to partners: how, with whom, which way, what follows; and nothing typed is lost."""

from __future__ import annotations

from typing import Any

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, owners, row, speaker

ANNA = "Dr. Anna Richter, curator, Goethe-Institut, anna@goethe.example"
UNDO = {"en": "Undo", "id": "Urungkan"}


@pytest.fixture
def goethe(desk: Office) -> Office:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    desk.maya.types("/program new Batik Lyon", in_="#umum")
    return desk


def logged(office: Office) -> dict[str, Any]:
    return office.rows("interactions")[-1]


LINES = [
    ("en", "call with Anna Richter: agreed", "call", None, "agreed", "2026-11-24"),
    ("en", "met Anna Richter yesterday: agreed", "meeting", None, "agreed", "2026-11-23"),
    ("en", "email from Dr. Anna Richter: agreed", "email", "in", "agreed", "2026-11-24"),
    ("en", "email to Anna Richter: sent the list", "email", "out", "sent the list", "2026-11-24"),
    ("en", "message from Anna Richter: agreed", "message", "in", "agreed", "2026-11-24"),
    ("en", "letter to Anna Richter: invitation sent", "letter", "out", "invitation sent", "2026-11-24"),
    ("en", "document from Anna Richter: facility report", "document", "in", "facility report", "2026-11-24"),
    ("en", "agreement with Anna Richter: MoU signed", "agreement", None, "MoU signed", "2026-11-24"),
    ("id", "telepon dengan Anna Richter: setuju", "call", None, "setuju", "2026-11-24"),
    ("id", "rapat dengan Anna Richter kemarin: setuju", "meeting", None, "setuju", "2026-11-23"),
    ("id", "surel dari Anna Richter: setuju", "email", "in", "setuju", "2026-11-24"),
    ("id", "wa ke Anna Richter: kirim daftar", "message", "out", "kirim daftar", "2026-11-24"),
    ("id", "surat kepada Anna Richter: undangan", "letter", "out", "undangan", "2026-11-24"),
    ("id", "perjanjian dengan Anna Richter: MoU", "agreement", None, "MoU", "2026-11-24"),
]


@pytest.mark.parametrize(("lang", "typed", "kind", "direction", "text", "day"), LINES)
def test_log_contact_of_every_kind(
    goethe: Office, lang: str, typed: str, kind: str, direction: str | None, text: str, day: str
) -> None:
    me = speaker(goethe, lang)
    said = me.types(f"/partner log {typed}" if lang == "en" else f"/mitra catat {typed}", in_="#umum")
    stored = logged(goethe)
    assert (stored["kind"], stored["direction"], stored["text"], stored["day"]) == (
        kind,
        direction,
        text,
        day,
    )
    assert stored["contact_id"] == goethe.rows("contacts")[0]["id"]
    assert text in said
    way = {"in": ("from them", "dari mereka"), "out": ("from us", "dari kita")}.get(direction or "")
    if way:
        assert way[0 if lang == "en" else 1] in said
    me.clicks(UNDO[lang], last=True)
    assert logged(goethe)["deleted_at"] is not None


@both
def test_log_with_a_program_and_the_end_of_an_agreement(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    said = me.types(
        "/partner log agreement with Goethe-Institut: MoU on Batik Lyon signed, valid until 31 Dec 2028"
        if lang == "en"
        else "/mitra catat perjanjian dengan Goethe-Institut: MoU Batik Lyon, berlaku sampai 31 Des 2028",
        in_="#umum",
    )
    assert ("valid until Sun 31 Dec 2028" if lang == "en" else "berlaku sampai Min, 31 Des 2028") in said
    assert logged(goethe)["valid_until"] == "2028-12-31"
    assert logged(goethe)["program_id"] == goethe.rows("programs")[0]["id"]
    assert "Batik Lyon" in me.types("/partner Goethe-Institut", in_="#umum")


@both
def test_the_next_contact_is_offered_as_a_task_of_ones_own(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    said = me.types(
        "/partner log call with Anna Richter: agreed, next contact 3 December"
        if lang == "en"
        else "/mitra catat telepon dengan Anna Richter: setuju, kontak berikutnya 3 Desember",
        in_="#umum",
    )
    assert ("next contact Thu 3 Dec" if lang == "en" else "kontak berikutnya Kam, 3 Des") in said
    assert (logged(goethe)["next_contact"], logged(goethe)["day"]) == ("2026-12-03", "2026-11-24")
    assert goethe.rows("tasks") == []
    made = me.clicks("Make it a task" if lang == "en" else "Jadikan tugas", last=True)
    assert ("#1 Contact Anna Richter" if lang == "en" else "#1 Hubungi Anna Richter") in made
    assert (row(goethe)["due_day"], row(goethe)["contact_id"]) == ("2026-12-03", logged(goethe)["contact_id"])
    assert owners(goethe) == ["Emma Clarke" if lang == "en" else "Maya Prameswari"]
    me.clicks(UNDO[lang], last=True)
    assert row(goethe)["deleted_at"] is not None
    card = me.types("/partner Anna Richter", in_="#umum")
    assert ("next contact Thu 3 Dec" if lang == "en" else "kontak berikutnya Kam, 3 Des") in card


@both
def test_what_we_promised_is_offered_as_a_task_and_what_they_did_is_not(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    ours = me.types(
        "/partner log call with Anna Richter: we will send the contract by Friday"
        if lang == "en"
        else "/mitra catat telepon dengan Anna Richter: kami akan mengirim kontrak paling lambat Jumat",
        in_="#umum",
    )
    assert ("we promised: send the contract, Fri 27 Nov" if lang == "en" else "kita berjanji:") in ours
    assert (logged(goethe)["promise_by"], logged(goethe)["promise_due"]) == ("us", "2026-11-27")
    me.clicks("Make it a task" if lang == "en" else "Jadikan tugas", last=True)
    assert row(goethe)["due_day"] == "2026-11-27"
    theirs = me.types(
        "/partner log email from Anna Richter: she will send the list by 5 December", in_="#umum"
    )
    assert ("they promised: send the list" if lang == "en" else "mereka berjanji: send the list") in theirs
    assert ("Make it a task" if lang == "en" else "Jadikan tugas") not in theirs


# --- whom --------------------------------------------------------------------------------------------


@both
def test_somebody_nobody_knows_is_added_with_what_was_said(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    said = me.types(
        "/partner log call with Budi Santoso: agreed on dates, next contact 3 December"
        if lang == "en"
        else "/mitra catat telepon dengan Budi Santoso: setuju jadwal, kontak berikutnya 3 Desember",
        in_="#umum",
    )
    assert (
        "There is no partner Budi Santoso yet" if lang == "en" else "Belum ada mitra Budi Santoso"
    ) in said
    assert goethe.rows("interactions") == []
    said = me.clicks(
        "Add as a partner and log it" if lang == "en" else "Tambahkan sebagai mitra dan catat", last=True
    )
    text = "agreed on dates" if lang == "en" else "setuju jadwal"
    assert text in said
    budi = goethe.rows("contacts")[-1]
    assert budi["name"] == "Budi Santoso"
    stored = logged(goethe)
    assert (stored["contact_id"], stored["kind"], stored["next_contact"]) == (
        budi["id"],
        "call",
        "2026-12-03",
    )
    assert text in stored["text"]
    undone = me.clicks(UNDO[lang], last=True)
    assert "Budi Santoso" in undone
    assert goethe.rows("contacts")[-1]["deleted_at"] is not None
    assert logged(goethe)["deleted_at"] is not None


def test_somebody_new_comes_with_their_organisation(goethe: Office) -> None:
    goethe.maya.types("/mitra catat telepon dengan Siti Nurbaya dari Galeri Nasional: setuju", in_="#umum")
    goethe.maya.clicks("Tambahkan sebagai mitra dan catat", last=True)
    contact = goethe.rows("contacts")[-1]
    assert contact["name"] == "Siti Nurbaya"
    assert goethe.rows("organisations")[-1]["name"] == "Galeri Nasional"
    assert contact["organisation_id"] == logged(goethe)["organisation_id"]


@both
def test_a_misspelt_partner_is_offered_with_the_whole_line(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner log letter to Anna Rickert: sent the list", in_="#umum")
    me.clicks("Anna Richter (Goethe-Institut)", last=True)
    assert (logged(goethe)["kind"], logged(goethe)["direction"]) == ("letter", "out")
    assert logged(goethe)["text"] == "sent the list"


def test_a_long_line_about_somebody_new_opens_the_form_with_every_word(goethe: Office) -> None:
    words = "kami membicarakan jadwal " * 90
    goethe.maya.types(f"/mitra catat telepon dengan Budi Santoso: {words}", in_="#umum")
    assert goethe.maya.modal_values["Atau mitra baru"] == "Budi Santoso"
    assert words.strip() in goethe.maya.modal_values["Isi pembicaraan"]
    goethe.maya.submits()
    assert goethe.rows("contacts")[-1]["name"] == "Budi Santoso"
    assert len(goethe.rows("interactions")) == 1


@both
def test_a_partner_is_meant_before_a_member_of_that_name(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner add Rani Kusuma, Museum Nasional", in_="#umum")
    said = me.types("/partner log call with Rani Kusuma: agreed", in_="#umum")
    assert "agreed" in said
    assert logged(goethe)["contact_id"] == goethe.rows("contacts")[-1]["id"]


@both
def test_two_partners_of_one_name_are_told_apart_by_their_organisation(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner add Anna Richter, Museum Nasional", in_="#umum")
    said = me.types("/partner log call with Anna Richter: agreed", in_="#umum")
    assert ("Which one do you mean?" if lang == "en" else "Mana yang Anda maksud?") in said
    me.clicks("Anna Richter (Museum Nasional)", last=True)
    assert logged(goethe)["contact_id"] == goethe.rows("contacts")[-1]["id"]
    me.types("/partner Anna Richter", in_="#umum")
    assert "anna@goethe.example" in me.clicks("Anna Richter (Goethe-Institut)", last=True)
    me.types("/task add Kirim surat ~Anna-Richter", in_="#umum")
    me.clicks("Anna Richter (Museum Nasional)", last=True)
    assert row(goethe)["contact_id"] == goethe.rows("contacts")[-1]["id"]


# --- by its form -------------------------------------------------------------------------------------


@both
def test_the_form_holds_all_of_a_contact(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner Anna Richter", in_="#umum")
    me.clicks("Log contact" if lang == "en" else "Catat kontak", last=True)
    me.fills(
        {
            "en": {
                "Kind": "letter",
                "From whom": "from them",
                "Date": "2026-11-20",
                "What was said": "They agree",
                "Program": "Batik Lyon",
                "Next contact": "2026-12-03",
            },
            "id": {
                "Jenis": "surat",
                "Dari siapa": "dari mereka",
                "Tanggal": "2026-11-20",
                "Isi pembicaraan": "They agree",
                "Program": "Batik Lyon",
                "Kontak berikutnya": "2026-12-03",
            },
        }[lang]
    )
    said = me.submits()
    assert ("letter, from them, Fri 20 Nov" if lang == "en" else "surat, dari mereka, Jum, 20 Nov") in said
    assert ("#1 Contact Anna Richter" if lang == "en" else "#1 Hubungi Anna Richter") in said
    stored = logged(goethe)
    assert (stored["kind"], stored["direction"], stored["day"]) == ("letter", "in", "2026-11-20")
    assert stored["program_id"] == row(goethe)["program_id"] == goethe.rows("programs")[0]["id"]
    assert row(goethe)["due_day"] == stored["next_contact"] == "2026-12-03"
    assert owners(goethe) == ["Emma Clarke" if lang == "en" else "Maya Prameswari"]


@both
def test_the_form_adds_somebody_new_and_keeps_what_is_wrong_open(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner log", in_="#umum")
    who, new, what, following = {
        "en": ("With whom", "Or somebody new", "What was said", "Next contact"),
        "id": ("Dengan siapa", "Atau mitra baru", "Isi pembicaraan", "Kontak berikutnya"),
    }[lang]
    me.fills({what: "ok"})
    me.submits()
    assert me.modal_errors[who]
    me.fills({new: "Siti Nurbaya, curator, Galeri Nasional", following: "2026-11-01"})
    me.submits()
    assert me.modal_errors[following]
    assert goethe.rows("interactions") == []
    assert len(goethe.rows("contacts")) == 1
    me.fills({following: "2026-12-01"})
    said = me.submits()
    assert "Siti Nurbaya" in said
    assert (goethe.rows("contacts")[-1]["role"], len(goethe.rows("interactions"))) == ("curator", 1)
    assert row(goethe)["title"] == ("Contact Siti Nurbaya" if lang == "en" else "Hubungi Siti Nurbaya")
