"""The office as a whole, in both languages: who is away, reports, files, handing over, how Lintas runs."""

from __future__ import annotations

import csv
import io

import pytest

from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.test_settings import member
from tests.stories.test_tasks import both, owners, speaker

AWAY = [
    ("20–31 Dec @rani", "20–31 Des @rani", "2026-12-20", "2026-12-31"),
    ("20 Dec - 2 Jan @rani", "20 Des sampai 2 Januari @rani", "2026-12-20", "2027-01-02"),
    ("until Friday @rani", "sampai Jumat @rani", "2026-11-24", "2026-11-27"),
    ("tomorrow @rani", "besok @rani", "2026-11-25", "2026-11-25"),
    ("2026-12-20 2026-12-31 @rani", "2026-12-20 – 2026-12-31 @rani", "2026-12-20", "2026-12-31"),
]


@pytest.mark.parametrize(("en", "id", "first", "last"), AWAY, ids=[line[0] for line in AWAY])
@both
def test_away_is_stored_said_and_undone(
    desk: Office, lang: str, en: str, id: str, first: str, last: str
) -> None:
    me = speaker(desk, lang)
    name = me.user.shown_name
    before = member(desk, name)
    said = me.types(f"/lintas away {en}" if lang == "en" else f"/lintas cuti {id}", in_="#umum")
    stored = member(desk, name)
    assert (stored["away_from"], stored["away_until"]) == (first, last)
    assert stored["stand_in_id"] == member(desk, "Rani Kusuma")["id"]
    assert "Rani Kusuma" in said
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert member(desk, name) == before


@both
def test_lists_and_cards_say_who_is_away(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf @dewi besok", in_="#umum")
    desk.dewi.types("/lintas cuti sampai Jumat @rani", in_="#umum")
    until = (
        "away until Fri 27 Nov; ask Rani" if lang == "en" else "cuti sampai Jum, 27 Nov; tanyakan kepada Rani"
    )
    assert until in me.types("/task list", in_="#umum")
    assert until in me.types("/task 1", in_="#umum")
    assert "Dewi Anggraini" in me.types("/lintas away" if lang == "en" else "/lintas cuti", in_="#umum")
    desk.at(28, 9)
    assert until not in me.types("/task 1", in_="#umum")


@both
def test_back_again(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/lintas away until Friday", in_="#umum")
    said = me.types("/lintas away off" if lang == "en" else "/lintas cuti selesai", in_="#umum")
    assert ("You are not away" if lang == "en" else "Anda tidak sedang cuti") in said
    assert member(desk, me.user.shown_name)["away_until"] is None


def test_a_guest_is_not_told_who_is_away(desk: Office) -> None:
    desk.dewi.types("/lintas cuti sampai Jumat", in_="#umum")
    assert "Dewi" not in desk.yuki.types("/lintas away", in_="#kyoto")


def stock(office: Office) -> None:
    """Two programs, one of them private, with tasks and news."""
    office.maya.types("/program new Batik Lyon exhibition opening 18 March 2027", in_="#lyon")
    office.maya.types("/program link Batik Lyon", in_="#lyon")
    office.maya.types("/task add Kirim draf MoU @rani besok", in_="#lyon")
    office.maya.types("/task add Cetak katalog @rani 10 Dec", in_="#lyon")
    office.maya.types("/program update Batik Lyon: decided to lend twelve cloths", in_="#lyon")
    office.maya.types("/task add Bayar honor @dewi besok", in_="#keuangan")
    office.rani.types("/task done 2", in_="#lyon")


@pytest.mark.parametrize(
    ("en", "id", "title"),
    [
        ("report week", "laporan minggu", ("Week report", "Laporan minggu")),
        ("report month", "laporan bulan", ("Month report", "Laporan bulan")),
        ("report director", "laporan direktur", ("Director's page", "Halaman direktur")),
    ],
)
@both
def test_reports_say_what_is_stored(
    desk: Office, lang: str, en: str, id: str, title: tuple[str, str]
) -> None:
    stock(desk)
    me = speaker(desk, lang)
    said = me.types(f"/lintas {en if lang == 'en' else id}", in_="#umum")
    assert title[lang == "id"] in said
    assert "Batik Lyon" in said
    assert ("1 task done" if lang == "en" else "1 tugas selesai") in said
    assert "honor" not in desk.emma.types("/lintas report week", in_="#umum")


def files(person: Person) -> dict[str, list[list[str]]]:
    """The CSV files that the person was sent, by name, as rows."""
    found = {}
    for message in person.messages():
        for shared in message.files:
            content = person.slack.workspace.files[shared["id"]].content
            assert content is not None
            found[shared["name"]] = [*csv.reader(io.StringIO(content.decode("utf-8-sig")))]
    return found


@both
def test_export_sends_what_the_asker_may_see(desk: Office, lang: str) -> None:
    stock(desk)
    desk.maya.types('/task add "=HYPERLINK(evil)" besok', in_="#umum")
    me = speaker(desk, lang)
    said = me.types("/lintas export all csv" if lang == "en" else "/lintas ekspor semua csv", in_="#umum")
    assert "tasks.csv" in said
    sent = files(me)
    assert set(sent) == {"tasks.csv", "programs.csv", "partners.csv", "log.csv"}
    titles = [line[1] for line in sent["tasks.csv"][1:]]
    assert "Kirim draf MoU" in titles
    assert not any(title.startswith("=") for title in titles)
    assert ("Bayar honor" in titles) == (me is desk.maya)
    assert sent["programs.csv"][1][0] == "Batik Lyon"


def test_a_guests_files_hold_only_what_is_theirs(desk: Office) -> None:
    stock(desk)
    desk.yuki.types("/lintas export", in_="#kyoto")
    assert all(len(lines) == 1 for lines in files(desk.yuki).values())


@both
def test_handover_gives_all_of_it_in_one_act(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for n in range(3):
        me.types(f"/task add Cetak label {n} @dewi besok", in_="#umum")
    verb = "handover" if lang == "en" else "serah-terima"
    said = me.types(f"/lintas {verb} @dewi @rani", in_="#umum")
    assert said.count("Cetak label") == 3
    assert [owners(desk, n) for n in (1, 2, 3)] == [["Dewi Anggraini"]] * 3
    me.clicks("Hand all to Rani Kusuma" if lang == "en" else "Serahkan semua kepada Rani Kusuma", last=True)
    assert [owners(desk, n) for n in (1, 2, 3)] == [["Rani Kusuma"]] * 3
    assert "Cetak label 2" in desk.rani.sees()[-1]
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert [owners(desk, n) for n in (1, 2, 3)] == [["Dewi Anggraini"]] * 3


def test_handover_shows_nothing_private(desk: Office) -> None:
    desk.maya.types("/task add Bayar honor @dewi besok", in_="#keuangan")
    assert "honor" not in desk.emma.types("/lintas handover @dewi @rani", in_="#umum")
    desk.emma.types("/lintas handover @dewi @rani now", in_="#umum")
    assert owners(desk) == ["Dewi Anggraini"]


@both
def test_status_is_for_administrators(desk: Office, lang: str) -> None:
    if lang == "en":
        desk.english("hadi")
    desk.maya.types("/task add Kirim draf besok", in_="#umum")
    said = desk.hadi.types("/lintas status", in_="#umum")
    assert "SQLite" in said
    assert ("open tasks: 1" if lang == "en" else "tugas terbuka: 1") in said
    assert "SQLite" not in desk.maya.types("/lintas status", in_="#umum")


@pytest.mark.parametrize(
    ("topic", "shown"),
    [("task", "done 142"), ("tugas", "142"), ("mitra", "Yuki"), ("cuti", "@rina"), ("cari", "museum")],
)
@both
def test_help_by_topic(desk: Office, lang: str, topic: str, shown: str) -> None:
    me = speaker(desk, lang)
    said = me.types(f"/lintas {'help' if lang == 'en' else 'bantuan'} {topic}", in_="#umum")
    assert shown in said or (lang == "id" and "selesai 142" in said)
    assert said.count("\n") < me.types("/lintas help", in_="#umum").count("\n")


@both
def test_an_unknown_command_offers_the_nearest_three(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    said = me.types("/digest settngs" if lang == "en" else "/digest atru", in_="#umum")
    assert said.count("[/") == 3


SPOKEN = [
    ("report week", "laporan minggu", ("Week report", "Laporan minggu")),
    ("away until Friday", "cuti sampai Jumat", ("You are away", "Anda cuti")),
    ("handover @dewi @rani", "serah-terima @dewi @rani", ("Dewi Anggraini", "Dewi Anggraini")),
    ("export tasks", "ekspor tugas", ("tasks.csv", "tasks.csv")),
    ("zone Tokyo", "zona Tokyo", ("Tokyo", "Tokyo")),
    ("zone Tokyo until 5 Dec", "zona Tokyo sampai 5 Des", ("Sat 5 Dec", "Sab, 5 Des")),
    ("language en", "bahasa id", ("English", "Indonesia")),
    ("morning on 07:00", "pagi nyala 07.00", ("07:00", "07.00")),
    ("settings", "pengaturan", ("This is done in a form", "Ini diisi lewat formulir")),
    ("holiday", "libur", ("Days off", "Hari libur")),
    ("away off", "cuti selesai", ("You are not away", "Anda tidak sedang cuti")),
    ("holiday add 5 Dec Team day", "libur tambah 5 Des Rapat tim", ("Team day", "Rapat tim")),
    ("report", "laporan", ("Week report", "Laporan minggu")),
    ("program Batik Lyon", "program Batik Lyon", ("Batik Lyon", "Batik Lyon")),
    ("partner Anna Richter", "mitra Anna Richter", ("Goethe", "Goethe")),
]


@pytest.mark.parametrize(("en", "id", "shown"), SPOKEN, ids=[line[0] for line in SPOKEN])
@pytest.mark.parametrize("where", ["dm", "mention"])
@both
def test_the_same_by_mention_and_direct_message(
    desk: Office, lang: str, where: str, en: str, id: str, shown: tuple[str, str]
) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#umum")
    desk.maya.types("/partner add Anna Richter, Goethe-Institut", in_="#umum")
    me = speaker(desk, lang)
    words = en if lang == "en" else id
    said = me.dm(words) if where == "dm" else me.says(f"@Lintas {words}", in_="#umum")
    assert shown[lang == "id"] in said


@both
def test_a_form_that_a_message_asks_for_opens_from_a_button(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for words, field in {
        "en": (("settings", "Language"), ("program new", "Name"), ("task edit 1", "What is to be done")),
        "id": (
            ("pengaturan", "Bahasa"),
            ("program baru", "Nama"),
            ("tugas ubah 1", "Apa yang harus dikerjakan"),
        ),
    }[lang]:
        me.types("/task add Kirim draf", in_="#umum")
        me.says(f"@Lintas {words}", in_="#umum")
        me.clicks("Open the form" if lang == "en" else "Buka formulir", last=True)
        assert field in me.modal_values
        me.closes()


@pytest.mark.parametrize(
    "words", ["cuti bersama 24 Desember sudah diumumkan", "laporan keuangan museum", "status pinjaman kain"]
)
def test_a_sentence_that_begins_like_one_stays_a_sentence(desk: Office, words: str) -> None:
    said = desk.maya.dm(words)
    assert "Anda cuti" not in said
    assert "Laporan minggu" not in said
    assert "SQLite" not in said
    assert member(desk)["away_until"] is None
