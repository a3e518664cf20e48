"""Partners looked at: like ones warned of, lists, agreements, who owes what, two made one, a draft."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, row, speaker

ANNA = "Dr. Anna Richter, curator, Goethe-Institut, anna@goethe.example, +49 30 1234567, Germany"
UNDO = {"en": "Undo", "id": "Urungkan"}


@pytest.fixture
def goethe(desk: Office) -> Office:
    desk.maya.types(f"/mitra tambah {ANNA}", in_="#umum")
    return desk


# --- the same again ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "typed",
    [
        "Anna Richter",
        "Richter Anna",
        "Ms. Anna Richter, Goethe-Institut",
        "Änna Richter",
        "Anna, anna@goethe.example",
    ],
)
@both
def test_who_is_plainly_known_is_not_stored_twice(goethe: Office, lang: str, typed: str) -> None:
    said = speaker(goethe, lang).types(f"/partner add {typed}", in_="#umum")
    assert ("Nothing was stored" if lang == "en" else "Tidak ada yang disimpan") in said
    assert len(goethe.rows("contacts")) == 1


@pytest.mark.parametrize(
    ("typed", "en", "indonesian"),
    [
        ("Richter Anna, Museum Nasional", "the same name", "nama sama"),
        ("Budi Santoso, anna@goethe.example", "the same e-mail", "surel sama"),
        ("Budi Santoso, 0049 (30) 123 4567", "the same telephone", "telepon sama"),
    ],
)
@both
def test_who_may_be_the_same_is_stored_with_a_warning(
    goethe: Office, lang: str, typed: str, en: str, indonesian: str
) -> None:
    me = speaker(goethe, lang)
    said = me.types(f"/partner add {typed}", in_="#umum")
    assert (en if lang == "en" else indonesian) in said
    assert "Dr. Anna Richter" in said
    assert len(goethe.rows("contacts")) == 2
    me.clicks(UNDO[lang], last=True)
    assert goethe.rows("contacts")[-1]["deleted_at"] is not None


def test_two_of_no_likeness_are_stored_without_a_word(goethe: Office) -> None:
    said = goethe.maya.types(
        "/mitra tambah Anna Kurniawan, anna@museum.example, +62 812 3456 7890", in_="#umum"
    )
    assert "Mungkin" not in said


def test_an_organisation_that_is_known_is_not_said_to_be_added(goethe: Office) -> None:
    goethe.maya.types("/mitra", in_="#umum")
    goethe.maya.fills({"Lembaga": "goethe institut", "Jenis lembaga": "kedutaan atau lembaga kebudayaan"})
    assert "sudah ada di daftar mitra" in goethe.maya.submits()
    assert len(goethe.rows("organisations")) == 1


@both
def test_add_partner_by_its_form_with_kind_and_city(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner", in_="#umum")
    me.fills(
        {
            "en": {
                "Organization": "Musée des Tissus",
                "Kind of organization": "museum",
                "City": "Lyon",
                "Country": "France",
            },
            "id": {
                "Lembaga": "Musée des Tissus",
                "Jenis lembaga": "museum",
                "Kota": "Lyon",
                "Negara": "Prancis",
            },
        }[lang]
    )
    said = me.submits()
    assert ("museum — Lyon — France" if lang == "en" else "museum — Lyon — Prancis") in said
    stored = goethe.rows("organisations")[-1]
    assert (stored["kind"], stored["city"], stored["country"]) == ("museum", "Lyon", "France")


# --- lists -------------------------------------------------------------------------------------------


@pytest.fixture
def several(goethe: Office) -> Office:
    """Goethe (Germany, just in touch), Musée des Tissus (a museum in France), Sanggar Melati."""
    goethe.maya.types("/mitra catat telepon dengan Anna Richter: setuju", in_="#umum")
    goethe.maya.types("/mitra tambah Claire Duval, Musée des Tissus, Prancis", in_="#umum")
    goethe.maya.types("/mitra", in_="#umum")
    goethe.maya.fills({"Lembaga": "Sanggar Melati", "Jenis lembaga": "komunitas atau sanggar"})
    goethe.maya.submits()
    return goethe


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("list", {"Goethe-Institut", "Musée des Tissus", "Sanggar Melati"}),
        ("list quiet", {"Musée des Tissus", "Sanggar Melati"}),
        ("daftar diam", {"Musée des Tissus", "Sanggar Melati"}),
        ("list France", {"Musée des Tissus"}),
        ("daftar Prancis", {"Musée des Tissus"}),
        ("list community", {"Sanggar Melati"}),
        ("daftar sanggar", {"Sanggar Melati"}),
        ("list tissus", {"Musée des Tissus"}),
        ("list Peru", set()),
    ],
)
@both
def test_partners_are_listed_by_silence_country_kind_and_name(
    several: Office, lang: str, typed: str, found: set[str]
) -> None:
    said = speaker(several, lang).types(f"/partner {typed}", in_="#umum")
    everyone = ("Goethe-Institut", "Musée des Tissus", "Sanggar Melati")
    assert {name for name in everyone if name in said} == found
    if not found:
        assert (
            "No partner fits “Peru”" if lang == "en" else "Tidak ada mitra yang cocok dengan “Peru”"
        ) in said


def test_a_partner_is_quiet_after_a_month(several: Office) -> None:
    several.at(23, 10, month=12)
    assert "Goethe" not in several.maya.types("/mitra daftar diam", in_="#umum")
    several.at(25, 10, month=12)
    assert "Goethe" in several.maya.types("/mitra daftar diam", in_="#umum")


# --- agreements, promises ----------------------------------------------------------------------------


@both
def test_agreements_are_listed_the_first_to_end_first(several: Office, lang: str) -> None:
    me = speaker(several, lang)
    none = me.types("/partner agreements" if lang == "en" else "/mitra perjanjian", in_="#umum")
    assert ("No agreement is logged yet" if lang == "en" else "Belum ada perjanjian") in none
    for typed in (
        "agreement with Goethe-Institut: MoU signed, valid until 31 Dec 2028",
        "agreement with Claire Duval: loan agreement signed, valid until 1 March 2027",
        "agreement with Sanggar Melati: letter of intent",
    ):
        me.types(f"/partner log {typed}", in_="#umum")
    said = me.types("/partner agreements", in_="#umum")
    places = [said.index(name) for name in ("Claire Duval", "Goethe-Institut", "Sanggar Melati")]
    assert places == sorted(places)
    assert ("🟠 97 days left" if lang == "en" else "🟠 97 hari lagi") in said
    one = me.types("/partner agreements Goethe-Institut", in_="#umum")
    assert "31 Dec 2028" in one
    assert "Claire Duval" not in one


@both
def test_who_owes_what_and_a_promise_kept(several: Office, lang: str) -> None:
    me = speaker(several, lang)
    nothing = me.types("/partner owes Sanggar Melati", in_="#umum")
    assert ("Nothing that is logged is owed" if lang == "en" else "tidak ada yang ditunggu") in nothing
    me.types("/task add Send photos ~Anna-Richter", in_="#umum")
    me.types("/partner log call with Anna Richter: we will send the contract by Friday", in_="#umum")
    me.types("/partner log email from Anna Richter: she will send the list by 5 December", in_="#umum")
    for typed in ("/partner owes Anna Richter", "/mitra utang Goethe-Institut"):
        said = me.types(typed, in_="#umum")
        for words in {
            "en": ("#1 Send photos", "We promised\nsend the contract", "They promised\nsend the list"),
            "id": (
                "#1 Send photos",
                "Yang kita janjikan\nsend the contract",
                "Yang mereka janjikan\nsend the list",
            ),
        }[lang]:
            assert words in said
    me.types("/partner Goethe-Institut", in_="#umum")
    me.clicks("Who owes what" if lang == "en" else "Siapa menunggu apa", last=True)
    kept = me.clicks("Kept" if lang == "en" else "Ditepati", on="send the list", last=True)
    assert ("✅ Kept" if lang == "en" else "✅ Sudah ditepati") in kept
    assert [said["promise_kept_at"] is not None for said in several.rows("interactions")[1:]] == [False, True]
    assert "send the list" not in me.types("/partner owes Anna Richter", in_="#umum")
    me.types("/lintas undo", in_="#umum")
    assert several.rows("interactions")[-1]["promise_kept_at"] is None


def test_questions_about_partners_are_answered_by_their_own_lists(several: Office) -> None:
    several.english("emma")
    several.emma.types(
        "/partner log call with Anna Richter: we will send the contract by Friday", in_="#umum"
    )
    assert "We promised" in several.emma.dm("what do we owe Goethe-Institut?")
    assert "Musée des Tissus" in several.emma.dm("which partners have gone quiet?")


# --- two made one ------------------------------------------------------------------------------------


@both
def test_merge_partners_shows_both_and_can_be_undone(goethe: Office, lang: str) -> None:
    me = speaker(goethe, lang)
    me.types("/partner add A. Richter, Goethe Institut Jakarta, richter@mail.example", in_="#umum")
    me.types("/partner log call with A. Richter: agreed", in_="#umum")
    me.types('/task add Send photos ~"A. Richter"', in_="#umum")
    tables = ("contacts", "interactions", "organisations")
    before = {table: goethe.rows(table) for table in tables} | {"task": row(goethe)}
    said = me.types(
        '/partner merge "Anna Richter" "A. Richter"'
        if lang == "en"
        else "/mitra gabung Anna Richter dan A. Richter",
        in_="#umum",
    )
    for words in ("Dr. Anna Richter", "anna@goethe.example", "richter@mail.example"):
        assert words in said
    assert {table: goethe.rows(table) for table in tables} | {"task": row(goethe)} == before
    me.clicks(
        "Keep the first: Dr. Anna Richter" if lang == "en" else "Simpan yang pertama: Dr. Anna Richter",
        last=True,
    )
    anna, other = goethe.rows("contacts")
    assert (anna["email"], other["deleted_at"] is not None) == ("anna@goethe.example", True)
    assert goethe.rows("interactions")[0]["contact_id"] == row(goethe)["contact_id"] == anna["id"]
    undone = me.clicks(UNDO[lang], last=True)
    assert "A. Richter" in undone
    assert {table: goethe.rows(table) for table in tables} | {"task": row(goethe)} == before


@both
def test_merge_of_what_cannot_be_one_says_so(several: Office, lang: str) -> None:
    me = speaker(several, lang)
    said = me.types('/partner merge "Anna Richter" "Goethe-Institut"', in_="#umum")
    assert ("cannot be made one" if lang == "en" else "tidak dapat digabungkan") in said
    said = me.types("/partner merge Goethe-Institut", in_="#umum")
    assert ("Name the two" if lang == "en" else "Sebutkan kedua mitra") in said


# --- a draft -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", ["email", "letter", "message", "invitation", "thanks"])
@both
def test_a_draft_is_in_the_partners_language(several: Office, lang: str, kind: str) -> None:
    me = speaker(several, lang)
    said = me.types(f"/partner draft {kind} Anna Richter", in_="#umum")
    assert "Dear Dr. Anna Richter," in said
    assert me.user.real_name in said
    assert ("in English" if lang == "en" else "dalam bahasa Inggris") in said
    assert (
        "Last contact: Tue 24 Nov — call" if lang == "en" else "Kontak terakhir: Sel, 24 Nov — telepon"
    ) in said


@both
def test_a_draft_to_indonesia_is_in_indonesian(several: Office, lang: str) -> None:
    me = speaker(several, lang)
    me.types("/partner add Pak Joko, Taman Budaya, Indonesia", in_="#umum")
    said = me.types("/partner draft surat Joko", in_="#umum")
    assert "Yth. Bapak Joko," in said
    assert "Hormat kami," in said
    me.types("/partner Taman Budaya", in_="#umum")
    again = me.clicks("Draft a letter" if lang == "en" else "Draf surat", last=True)
    assert "Yth. Bapak/Ibu di Taman Budaya," in again


def test_looks_at_partners_leave_out_what_the_reader_may_not_see(goethe: Office) -> None:
    goethe.dewi.types(
        "/mitra catat perjanjian dengan Anna Richter: honor 40 juta, berlaku sampai 1 Maret 2027",
        in_="#keuangan",
    )
    goethe.dewi.types("/mitra catat telepon dengan Anna Richter: kami akan membayar honor", in_="#keuangan")
    for typed in ("perjanjian", "utang Anna Richter", "draf surel Anna Richter", "Goethe-Institut"):
        assert "honor" not in goethe.rani.types(f"/mitra {typed}", in_="#umum")
    assert "nothing logged" not in goethe.rani.types("/mitra daftar", in_="#umum")
    assert "honor" in goethe.maya.types("/mitra perjanjian", in_="#umum")


def test_a_guest_sees_no_partner_in_any_look(goethe: Office) -> None:
    for typed in (
        "daftar diam",
        "perjanjian",
        "utang Anna Richter",
        "draf surel Anna Richter",
        "gabung Anna, Goethe",
    ):
        said = goethe.yuki.types(f"/mitra {typed}", in_="#kyoto")
        assert "anna@goethe.example" not in said
        assert "[Anna Richter" not in said
