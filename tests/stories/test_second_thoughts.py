"""What people try that cannot be: a closed task moved, an app as owner; and the same words twice."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import owners, row


@pytest.mark.parametrize("line", ["move 1 Monday", "assign 1 @dewi", "snooze 1 tomorrow"])
def test_a_closed_task_is_opened_again_first(desk: Office, line: str) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list @rani 27 Nov 2026", in_="#umum")
    desk.emma.types("/task done 1", in_="#umum")
    before, held = row(desk), owners(desk)
    said = desk.emma.types(f"/task {line}", in_="#umum")
    assert "#1 is closed, so nothing was changed" in said
    assert (row(desk), owners(desk)) == (before, held)
    desk.emma.clicks("Open it again", last=True)
    assert row(desk)["status"] == "open"


def test_an_app_holds_no_task(desk: Office) -> None:
    said = desk.maya.types("/task add Kirim daftar @lintas", in_="#umum")
    assert "adalah aplikasi dan tidak dapat memegang tugas" in said
    assert desk.rows("tasks") == []


@pytest.mark.parametrize("other", ["jumat 14:00", "jumat @rani", "jumat *setiap Jumat"])
def test_the_same_title_with_another_hour_or_owner_is_another_task(desk: Office, other: str) -> None:
    desk.maya.types("/task add Telepon museum jumat", in_="#umum")
    desk.maya.types(f"/task add Telepon museum {other}", in_="#umum")
    assert len(desk.rows("tasks")) == 2


def test_the_same_words_twice_are_one_task(desk: Office) -> None:
    for _ in range(2):
        said = desk.maya.types("/task add Telepon museum @rani jumat 14:00", in_="#umum")
    assert len(desk.rows("tasks")) == 1
    assert "#1" in said


# --- what is not there ---------------------------------------------------------------------------


def test_an_unknown_name_with_nothing_near_is_not_asked_about(desk: Office) -> None:
    desk.english("emma")
    said = desk.emma.types("/task add Send the list #Zanzibar", in_="#umum")
    assert "There is no program Zanzibar" in said
    assert "Did you mean" not in said
    assert desk.rows("tasks") == []


def test_an_unknown_partner_can_be_added_on_the_spot(desk: Office) -> None:
    said = desk.maya.types('/task add Kirim daftar ~"Museum Angkut"', in_="#umum")
    assert "Tidak ada mitra Museum Angkut" in said
    desk.maya.clicks("Tambahkan sebagai mitra", last=True)
    assert "Museum Angkut" in str([*desk.rows("organisations"), *desk.rows("contacts")])


@pytest.mark.parametrize(
    ("lang", "example"), [("en", "/task move 1 2027-01-15"), ("id", "/tugas pindah 1 2027-01-15")]
)
def test_examples_are_in_the_reader_s_language(desk: Office, lang: str, example: str) -> None:
    desk.maya.types("/task add Kirim daftar", in_="#umum")
    desk.english("emma")
    person = desk.emma if lang == "en" else desk.maya
    for words in ("", '""'):
        assert example in person.types(f"/task move 1 {words}", in_="#umum")


def test_edit_without_a_name_offers_the_programs(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#umum")
    said = desk.maya.types("/program edit", in_="#umum")
    assert "Program mana yang Anda maksud?" in said
    desk.maya.clicks("Batik Lyon", last=True)
    assert "Batik Lyon" in (desk.maya.modal or "")


def test_a_channel_with_several_programs_is_called_by_its_name(desk: Office) -> None:
    for name in ("Batik Lyon", "Wayang Lyon"):
        desk.maya.types(f"/program new {name}", in_="#lyon")
        desk.maya.types(f"/program link {name}", in_="#lyon")
    said = desk.maya.types("/task add Cetak katalog #lyon", in_="#umum")
    assert "beberapa program" in said
    desk.maya.clicks("Wayang Lyon", last=True)
    assert desk.rows("tasks")[0]["program_id"] == desk.rows("programs")[1]["id"]


# --- who may -------------------------------------------------------------------------------------


@pytest.mark.parametrize("line", ["/program new Batik Lyon", "/digest on 09:00", "/digest off"])
def test_a_guest_begins_no_program_and_sets_no_digest(desk: Office, line: str) -> None:
    said = desk.yuki.types(line, in_="#kyoto")
    assert "anggota penuh" in said
    assert desk.rows("programs") == []
    assert not any(channel["digest_on"] for channel in desk.rows("channels"))


def test_a_private_program_is_opened_to_everyone_only_on_purpose(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#keuangan")
    said = desk.maya.types("/program link Batik Lyon", in_="#umum")
    assert "terlihat oleh semua orang" in said
    assert "Batik Lyon" not in desk.rani.types("/program list", in_="#umum")
    desk.maya.clicks("Tautkan dan buka untuk semua", last=True)
    assert "Batik Lyon" in desk.rani.types("/program list", in_="#umum")


# --- what a list holds -----------------------------------------------------------------------------


def test_a_list_of_some_days_says_which(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list tomorrow", in_="#umum")
    assert "due Wed 25 Nov" in desk.emma.dm("what is due tomorrow?")
    assert "jatuh tempo Rab, 25 Nov" in desk.maya.dm("apa yang jatuh tempo besok?")


# --- what repeats, what is put off, what others went on with -------------------------------------


def test_when_a_task_that_repeats_is_done_the_next_is_there(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Weekly report *every Friday @rani", in_="#umum")
    said = desk.emma.types("/task done 1", in_="#umum")
    assert "Next: #2 Weekly report — Fri 4 Dec — Rani Kusuma" in said
    assert (row(desk, 2)["due_day"], row(desk, 2)["status"], owners(desk, 2)) == (
        "2026-12-04",
        "open",
        ["Rani Kusuma"],
    )
    desk.emma.clicks("Undo", last=True)
    assert row(desk, 1)["status"] == "open"
    assert row(desk, 2)["deleted_at"] is not None


def test_nobody_puts_off_another_s_reminders(desk: Office) -> None:
    desk.emma.types("/task add Loan letter @emma 27 Nov 2026", in_="#umum")
    said = desk.maya.types("/tugas ingatkan 1 25 Desember", in_="#umum")
    assert "dipegang Emma Clarke" in said
    assert row(desk)["snoozed_until"] is None


def test_a_reminder_beyond_the_deadline_is_a_warning(desk: Office) -> None:
    desk.maya.types("/task add Surat pinjaman @maya 27 Nov 2026", in_="#umum")
    assert "sesudah tenggatnya" in desk.maya.types("/tugas ingatkan 1 21 Desember", in_="#umum")
    assert "sesudah" not in desk.maya.types("/tugas ingatkan 1 26 November", in_="#umum")


def test_undo_of_an_addition_does_not_take_away_what_others_went_on_with(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Loan letter 27 Nov 2026", in_="#umum")
    desk.maya.types("/tugas pindah 1 7 Desember", in_="#umum")
    said = desk.emma.clicks("Undo", last=True)
    assert "Maya Prameswari has changed #1" in said
    assert row(desk)["deleted_at"] is None
    desk.emma.clicks("Delete it all the same", last=True)
    assert row(desk)["deleted_at"] is not None


def test_the_same_words_in_another_place_are_another_task(desk: Office) -> None:
    desk.maya.dm("tolong kirim amplop ke percetakan besok")
    desk.maya.says("@Lintas tolong kirim amplop ke percetakan besok", in_="#umum")
    assert [task["audience"] for task in desk.rows("tasks")] == ["person", "workspace"]


@pytest.mark.parametrize(
    "words",
    [
        "tolong kirim undangan ke Museum Nasional besok",
        "please send the invitation to the British Council by Friday",
    ],
)
def test_an_organisation_nobody_knows_stays_in_the_words_of_a_task(desk: Office, words: str) -> None:
    desk.maya.dm(words)
    [task] = desk.rows("tasks")
    assert task["title"].split()[-1] in ("Nasional", "Council")


# --- days that no calendar has --------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("/lintas libur tambah 31 Februari X", "31 Februari"),
        ("/lintas holiday add 31 November Office day", "31 November"),
        ("/lintas zone Lyon until 31 November", "31 November"),
        ("/program baru Festival Gamelan dibuka 31 Februari 2027", "31 Februari 2027"),
        ("/program geser Batik Lyon penutupan 31 Feb 2027", "31 Feb 2027"),
        ("/digest on 25:00", "25:00"),
        ("/lintas pagi nyala 25.00", "25.00"),
    ],
)
def test_a_day_or_hour_that_is_none_changes_nothing(desk: Office, line: str, words: str) -> None:
    desk.maya.types("/program new Batik Lyon closing 30 June 2027", in_="#umum")
    before = {table: desk.rows(table) for table in ("closures", "programs", "anchors", "members")}
    assert f"“{words}” tidak ada dalam kalender" in desk.maya.types(line, in_="#umum")
    assert {table: desk.rows(table) for table in before} == before
    assert not any(channel["digest_on"] for channel in desk.rows("channels"))


def test_a_verb_without_a_number_asks_which_task(desk: Office) -> None:
    desk.maya.types("/task add Kirim draf @maya", in_="#umum")
    desk.maya.types("/task add Pesan hotel @maya", in_="#umum")
    assert "Tugas mana yang Anda maksud?" in desk.maya.types("/tugas selesai", in_="#umum")
    desk.maya.clicks("#2 Pesan hotel", last=True)
    assert row(desk, 2)["status"] == "done"


def test_undo_of_a_number_adds_no_task(desk: Office) -> None:
    desk.maya.types("/lintas urungkan 1", in_="#umum")
    assert desk.rows("tasks") == []


def test_what_was_cancelled_or_done_is_not_closed_another_way(desk: Office) -> None:
    for line in ("add Kirim draf", "add Pesan hotel", "cancel 1", "done 2"):
        desk.maya.types(f"/task {line}", in_="#umum")
    assert "#1 sudah ditutup" in desk.maya.types("/task done 1", in_="#umum")
    assert "#1 sudah ditutup" in desk.maya.types("/task done 1 2", in_="#umum")
    assert "#2 sudah ditutup" in desk.maya.types("/task cancel 2", in_="#umum")
    assert [task["status"] for task in desk.rows("tasks")] == ["cancelled", "done"]


def test_another_day_keeps_the_hour(desk: Office) -> None:
    desk.maya.types("/task add Telepon kurir besok jam 14", in_="#umum")
    assert "Sen, 30 Nov, 14.00 WIB" in desk.maya.types("/tugas pindah 1 senin", in_="#umum")
    assert "Sen, 30 Nov, 09.00 WIB" in desk.maya.types("/tugas pindah 1 senin jam 9", in_="#umum")
