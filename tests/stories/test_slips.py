"""Written a little otherwise than was thought of: nothing typed is thrown away or taken for another."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_cards import shared
from tests.stories.test_partners import ANNA
from tests.stories.test_tasks import both, row, speaker

# --- contacts ----------------------------------------------------------------------------------


@both
def test_a_contact_of_a_day_to_come_is_refused_at_its_field(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    me.types("/partner log", in_="#umum")
    whom, said, day = (
        ("With whom", "What was said", "Date")
        if lang == "en"
        else ("Dengan siapa", "Isi pembicaraan", "Tanggal")
    )
    me.fills({whom: "Anna Richter", said: "agreed", day: "2027-03-01"})
    me.submits()
    assert ("still to come" if lang == "en" else "masih akan datang") in me.modal_errors[day]
    assert desk.rows("interactions") == []


@both
def test_a_contact_to_come_is_not_logged_by_command(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    me.types("/partner log call with Anna Richter 2027-03-01: agreed", in_="#umum")
    assert desk.rows("interactions") == []


# --- programs ----------------------------------------------------------------------------------


@both
def test_a_programs_name_a_colon_and_words_are_its_news(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#umum")
    said = me.types("/program Batik Lyon: the crate is held at customs", in_="#umum")
    assert "the crate is held at customs" in said
    assert [update["text"] for update in desk.rows("updates")] == ["the crate is held at customs"]
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert desk.rows("updates")[0]["deleted_at"] is not None


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("update the crate is held", "the crate is held"),
        ("kabar peti tertahan di bea cukai", "peti tertahan di bea cukai"),
        ("update Kendala: peti tertahan", "peti tertahan"),
    ],
)
def test_news_in_a_programs_channel_needs_no_name(desk: Office, typed: str, stored: str) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    said = desk.maya.types(f"/program {typed}", in_="#lyon")
    assert "Batik Lyon" in said
    assert [update["text"] for update in desk.rows("updates")] == [stored]


def test_a_misspelt_name_in_a_programs_channel_is_asked_about(desk: Office) -> None:
    for name in ("Batik Lyon", "Wayang Berlin"):
        desk.maya.types(f"/program new {name}", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    said = desk.maya.types("/program update Wayangan: peti tertahan", in_="#lyon")
    assert "[Wayang Berlin]" in said
    assert desk.rows("updates") == []


@pytest.mark.parametrize("typed", ["move opening 18 March 2027", "geser pembukaan 18 Maret 2027"])
def test_a_date_of_the_channels_program_moves_without_its_name(desk: Office, typed: str) -> None:
    desk.maya.types("/program new Batik Lyon, opening 4 March 2027", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    desk.maya.types(f"/program {typed}", in_="#lyon")
    assert desk.rows("anchors")[0]["day"] == "2027-03-18"


def test_a_date_of_a_name_unknown_in_a_programs_channel_is_asked_about(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon, opening 4 March 2027", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    said = desk.maya.types("/program move Wayang opening 18 March 2027", in_="#lyon")
    assert "[Batik Lyon]" in said
    assert [anchor["day"] for anchor in desk.rows("anchors")] == ["2027-03-04"]


@both
def test_a_program_linked_where_the_app_is_not_says_to_invite_it(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    desk.slack.add_channel("tamu", members=[desk.maya.user, desk.emma.user], app=False)
    me.types("/program new Batik Lyon", in_="#umum")
    assert "/invite @Lintas" in me.types("/program link Batik Lyon", in_="#tamu")
    assert "/invite" not in me.types("/program link Batik Lyon", in_="#lyon")


# --- tasks -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("typed", "whom"),
    [
        ("the embassy visa papers", "the embassy"),
        ("a courier", "a courier"),
        ("si Budi tanda tangan", "si Budi"),
        ("para seniman paspor", "para seniman"),
    ],
)
def test_an_article_belongs_to_whom_a_task_waits_for(desk: Office, typed: str, whom: str) -> None:
    desk.maya.types("/task add Kirim daftar", in_="#umum")
    desk.maya.types(f"/task wait 1 {typed}", in_="#umum")
    assert row(desk)["waiting_for"] == whom


@both
def test_waiting_for_nobody_says_how_to_write_it(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim daftar", in_="#umum")
    before = row(desk)
    said = me.types("/task wait 1", in_="#umum")
    assert ("Write for whom it waits" if lang == "en" else "Tuliskan siapa yang ditunggu") in said
    assert row(desk) == before
    me.types("/task wait 1 Budi", in_="#umum")
    me.types("/task wait 1", in_="#umum")
    assert row(desk)["waiting_for"] is None


@pytest.mark.parametrize("typed", ["note: they asked twice", "Catatan: they asked twice"])
def test_a_note_in_the_thread_of_a_card(desk: Office, typed: str) -> None:
    card = shared(desk)
    desk.rani.replies(card, typed)
    assert [note["text"] for note in desk.rows("task_notes")] == ["they asked twice"]


# --- searching ---------------------------------------------------------------------------------


@both
@pytest.mark.parametrize("verb", ["search", "cari"])
def test_a_search_for_nothing_asks_what_for(desk: Office, lang: str, verb: str) -> None:
    me = speaker(desk, lang)
    said = me.types(f"/lintas {verb}", in_="#umum")
    assert ("What do you want to search for?" if lang == "en" else "Apa yang ingin Anda cari?") in said
    assert "[" not in said


# --- only what was written after the name --------------------------------------------------------

LONG = "kata lagi panjang sekali. " * 120


@pytest.mark.parametrize("by_mention", [False, True])
@pytest.mark.parametrize("told", ["anggaran naik", LONG.strip()])
@pytest.mark.parametrize("verb", ["update", "kabar"])
def test_news_holds_what_was_written_after_the_name(
    desk: Office, verb: str, told: str, by_mention: bool
) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#umum")
    if by_mention:
        desk.maya.says(f"@Lintas {verb} Batik Lyon: {told}", in_="#umum")
    else:
        desk.maya.types(f"/program {verb} Batik Lyon: {told}", in_="#umum")
    assert [update["text"] for update in desk.rows("updates")] == [told]


@pytest.mark.parametrize(
    "head",
    ["call with Anna Richter", "telepon dengan Anna Richter", 'new "Joko Susilo" call with Joko Susilo'],
)
def test_a_long_contact_holds_what_was_written_after_the_name(desk: Office, head: str) -> None:
    desk.maya.types(f"/partner add {ANNA}", in_="#umum")
    desk.maya.types(f"/partner log {head}: {LONG}", in_="#umum")
    assert [entry["text"] for entry in desk.rows("interactions")] == [LONG.strip()]


# --- forms ---------------------------------------------------------------------------------------


@both
def test_what_is_no_email_is_refused_at_its_field(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/partner", in_="#umum")
    name, email = ("Name", "E-mail") if lang == "en" else ("Nama", "Surel")
    me.fills({name: "Anna Richter", email: "bukan-email"})
    me.submits()
    assert "bukan-email" in me.modal_errors[email]
    assert desk.rows("contacts") == []
    me.fills({email: "anna@goethe.example"})
    me.submits()
    assert desk.rows("contacts")[0]["email"] == "anna@goethe.example"


@both
def test_a_misspelt_country_is_refused_with_the_nearest(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new", in_="#umum")
    name, countries = ("Name", "Countries") if lang == "en" else ("Nama", "Negara")
    me.fills({name: "Batik Lyon", countries: "Jepang, Francee" if lang == "en" else "Japan, Prancisss"})
    me.submits()
    assert ("France" if lang == "en" else "Prancis") in me.modal_errors[countries]
    assert desk.rows("programs") == []
    me.fills({countries: "Jepang, France"})
    me.submits()
    assert desk.rows("programs")[0]["countries"] == "Japan,France"


@both
def test_a_program_of_long_ago_is_added_and_its_year_asked_about(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    asked = "If you meant another year" if lang == "en" else "Jika yang dimaksud tahun lain"
    assert asked in me.types("/program new Batik Lyon, opening 4 March 2020", in_="#umum")
    assert asked not in me.types("/program new Batik Kyoto, opening 4 November 2026", in_="#umum")
    assert len(desk.rows("programs")) == 2


# --- partners ------------------------------------------------------------------------------------


@both
def test_one_partner_named_twice_is_not_two(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types(f"/partner add {ANNA}", in_="#umum")
    said = me.types('/partner merge "Anna Richter" "Richter"', in_="#umum")
    assert ("Both names mean" if lang == "en" else "Kedua nama itu berarti") in said


@both
def test_a_partner_whom_no_name_resembles_is_offered_to_be_added(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    said = me.types("/partner log call with Unknown Person: hello", in_="#umum")
    assert ("one of these" if lang == "en" else "salah satu dari") not in said
    me.clicks(
        "Add as a partner and log it" if lang == "en" else "Tambahkan sebagai mitra dan catat", last=True
    )
    assert desk.rows("interactions")[0]["text"] == "hello"
