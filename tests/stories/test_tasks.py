"""Tasks in the life of a team, by command, in the words of both languages."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import pytest

from bot.local.person import Person
from tests.stories.conftest import Office


def row(office: Office, number: int = 1) -> dict[str, Any]:
    """What is stored of the task of that number, but for what follows from it."""
    found = next(task for task in office.rows("tasks") if task["number"] == number)
    return {column: value for column, value in found.items() if column != "ladder_from"}


def owners(office: Office, number: int = 1) -> list[str]:
    """The names of those who hold the task."""
    names = {member["id"]: member["name"] for member in office.rows("members")}
    return [
        names.get(held["member_id"], held["words"])
        for held in office.rows("task_owners")
        if held["task_id"] == row(office, number)["id"] and held["deleted_at"] is None
    ]


def speaker(office: Office, lang: str) -> Person:
    """Somebody who reads that language."""
    if lang == "en":
        office.english("emma")
        return office.emma
    return office.maya


both = pytest.mark.parametrize("lang", ["en", "id"])


# --- adding ------------------------------------------------------------------------------------


def test_create_task_by_command_says_all_that_was_understood(office: Office) -> None:
    office.maya.types("/program new Batik Lyon", in_="#lyon")
    echo = office.maya.types("/task Kirim draf MoU ke museum @rani jumat #Batik-Lyon !tinggi", in_="#lyon")
    for part in ("#1 Kirim draf MoU ke museum", "Jum, 27 Nov", "Rani Kusuma", "Batik Lyon", "[Urungkan]"):
        assert part in echo
    assert "prioritas tinggi" in echo
    assert "terlihat oleh semua orang" in echo
    assert row(office)["due_day"] == "2026-11-27"
    assert row(office)["due_at"] is None
    assert owners(office) == ["Rani Kusuma"]


@dataclass(frozen=True)
class Line:
    """One quick add: what is typed, what the title becomes, columns stored, words of the echo."""

    typed: str
    title: str
    stored: dict[str, Any]
    said: tuple[str, ...] = ()


LINES = [
    Line("Send the loan list ^Friday", "Send the loan list", {"due_day": "2026-11-27"}, ("Fri 27 Nov",)),
    Line("Send the loan list due: Friday", "Send the loan list", {"due_day": "2026-11-27"}),
    Line("Kirim daftar tenggat: 4 Desember", "Kirim daftar", {"due_day": "2026-12-04"}, ("Fri 4 Dec",)),
    Line("Kirim daftar paling lambat besok", "Kirim daftar", {"due_day": "2026-11-25"}, ("Wed 25 Nov",)),
    Line("Call the museum !high", "Call the museum", {"priority": "high"}, ("high priority",)),
    Line("Telepon museum !rendah", "Telepon museum", {"priority": "low"}, ("low priority",)),
    Line("Check the crate *every Monday", "Check the crate", {"recurrence": "FREQ=WEEKLY;BYDAY=MO"}),
    Line(
        "Cek peti *setiap Senin", "Cek peti", {"recurrence": "FREQ=WEEKLY;BYDAY=MO", "due_day": "2026-11-30"}
    ),
    Line(
        "“Deadline Friday” screening", "“Deadline Friday” screening", {"due_day": None}, ("no deadline yet",)
    ),
    Line(
        "Call Lyon tomorrow 14:00", "Call Lyon", {"due_time": "14:00:00.000000", "due_zone": "Europe/London"}
    ),
    Line("Follow up #12 with the printer", "Follow up #12 with the printer", {"program_id": None}),
]


@pytest.mark.parametrize("line", LINES, ids=[line.typed for line in LINES])
def test_create_task_reads_every_token(desk: Office, line: Line) -> None:
    desk.english("emma")
    echo = desk.emma.types(f"/task add {line.typed}", in_="#umum")
    stored = row(desk)
    assert stored["title"] == line.title
    assert {column: stored[column] for column in line.stored} == line.stored
    for words in line.said:
        assert words in echo


@pytest.mark.parametrize("token", ["#Batik-Lyon", "program:Batik-Lyon", '#"Batik Lyon"', "#lyon"])
def test_create_task_for_a_program_by_name_or_by_its_channel(desk: Office, token: str) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    echo = desk.maya.types(f"/task add Cetak katalog {token}", in_="#umum")
    assert "#1 Cetak katalog" in echo
    assert "Batik Lyon" in echo
    assert row(desk)["program_id"] == desk.rows("programs")[0]["id"]


@pytest.mark.parametrize("token", ["~Mori-Art-Museum", "partner:Mori-Art-Museum", 'mitra:"Mori Art Museum"'])
def test_create_task_for_a_partner(desk: Office, token: str) -> None:
    desk.maya.types("/partner add Dr. Yuki Tanaka, curator, Mori Art Museum", in_="#umum")
    echo = desk.maya.types(f"/task add Kirim kontrak {token}", in_="#umum")
    assert "Mori Art Museum" in echo
    assert row(desk)["organisation_id"] == desk.rows("organisations")[0]["id"]


def test_create_task_for_oneself_and_for_several(desk: Office) -> None:
    desk.maya.types("/task add Kirim surat @saya", in_="#umum")
    desk.maya.types("/task add Kirim peti @rani @dewi", in_="#umum")
    assert owners(desk, 1) == ["Maya Prameswari"]
    assert owners(desk, 2) == ["Rani Kusuma", "Dewi Anggraini"]
    assert desk.maya.sees() == []


def test_create_task_echo_is_seen_only_by_its_author(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU", in_="#umum")
    assert len(office.maya.sees(in_="#umum")) == 1
    assert office.rani.sees(in_="#umum") == []


@both
def test_create_task_without_a_date_offers_to_set_one(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task Kirim draf MoU", in_="#umum")
    me.clicks("Set a deadline" if lang == "en" else "Beri tenggat", last=True)
    me.fills({("Deadline" if lang == "en" else "Tenggat"): "2026-12-01"})
    echo = me.submits()
    assert ("Tue 1 Dec" if lang == "en" else "Sel, 1 Des") in echo
    assert row(desk)["due_day"] == "2026-12-01"


@both
def test_create_task_by_a_convention_offers_the_other_reading(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    echo = me.types("/task Book the courier next friday", in_="#umum")
    assert ("Fri 4 Dec" if lang == "en" else "Jum, 4 Des") in echo
    me.clicks("I meant Fri 27 Nov" if lang == "en" else "Maksud saya Jum, 27 Nov", last=True)
    assert row(desk)["due_day"] == "2026-11-27"


@both
def test_create_task_twice_within_two_minutes_is_stored_once(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task Kirim surat", in_="#umum")
    again = me.types("/task Kirim surat", in_="#umum")
    assert ("Already added as #1" if lang == "en" else "Sudah ditambahkan sebagai #1") in again
    assert len(desk.rows("tasks")) == 1
    me.clicks("Add another" if lang == "en" else "Tambah satu lagi", last=True)
    assert len(desk.rows("tasks")) == 2
    desk.move(timedelta(minutes=3))
    me.types("/task Kirim surat", in_="#umum")
    assert len(desk.rows("tasks")) == 3


def test_create_task_of_the_same_words_by_another_person_is_another_task(desk: Office) -> None:
    desk.maya.types("/task Kirim surat", in_="#umum")
    desk.rani.types("/task Kirim surat", in_="#umum")
    assert len(desk.rows("tasks")) == 2


@pytest.mark.parametrize(
    ("typed", "en", "id"),
    [
        ("Kirim surat ^1 Jan 2026", "is past", "sudah lewat"),
        ("Kirim surat ^entahkapan", "is no date that I can read", "tidak dapat membaca"),
        ("Kirim surat @Rany", "nobody called Rany", "tidak mengenal Rany"),
        ("Kirim surat #Kyot", "no program Kyot", "Tidak ada program Kyot"),
        ("Kirim surat ~Morri", "no partner Morri", "Tidak ada mitra Morri"),
    ],
)
@both
def test_create_task_with_what_is_not_known_stores_nothing(
    desk: Office, lang: str, typed: str, en: str, id: str
) -> None:
    me = speaker(desk, lang)
    assert (en if lang == "en" else id) in me.types(f"/task add {typed}", in_="#umum")
    assert desk.rows("tasks") == []


def test_create_task_goes_on_with_the_name_that_was_meant(desk: Office) -> None:
    desk.maya.types("/task add Kirim surat @Rany jumat", in_="#umum")
    echo = desk.maya.clicks("Rani Kusuma", last=True)
    assert "Rani Kusuma" in echo
    assert row(desk)["title"] == "Kirim surat"
    assert owners(desk) == ["Rani Kusuma"]


def test_create_task_with_a_long_text_keeps_all_of_it(desk: Office) -> None:
    words = "Siapkan " + "berkas " * 60
    desk.maya.types(f"/task add {words}", in_="#umum")
    assert len(row(desk)["title"]) <= 250
    assert desk.rows("task_notes")[0]["text"] == " ".join(words.split())


# --- every verb, in both languages ----------------------------------------------------------------


@dataclass(frozen=True)
class Verb:
    """What is typed in English and Indonesian, what is then stored, and what is said."""

    en: str
    id: str
    stored: dict[str, Any]
    says: tuple[str, str]


VERBS = [
    Verb("done 1", "selesai 1", {"status": "done"}, ("is done", "selesai")),
    Verb("done #1", "beres #1", {"status": "done"}, ("is done", "selesai")),
    Verb("cancel 1", "batal 1", {"status": "cancelled"}, ("is cancelled", "dibatalkan")),
    Verb("delete 1", "hapus 1", {}, ("is deleted", "dihapus")),
    Verb("move 1 Monday", "pindah 1 Senin", {"due_day": "2026-11-30"}, ("Mon 30 Nov", "Sen, 30 Nov")),
    Verb("move 1 to 4 Dec", "undur 1 ke 4 Des", {"due_day": "2026-12-04"}, ("Fri 4 Dec", "Jum, 4 Des")),
    Verb("move 1 by a week", "tunda 1 seminggu", {"due_day": "2026-12-04"}, ("Fri 4 Dec", "Jum, 4 Des")),
    Verb("move 1 +3 days", "tunda 1 3 hari", {"due_day": "2026-11-30"}, ("Mon 30 Nov", "Sen, 30 Nov")),
    Verb("move 1 tomorrow 14:00", "pindah 1 besok jam 14.00", {"due_day": "2026-11-25"}, ("14:00", "14.00")),
    Verb("snooze 1 tomorrow", "ingatkan 1 besok", {"due_day": "2026-11-27"}, ("Wed 25 Nov", "Rab, 25 Nov")),
    Verb("snooze 1", "ingatkan 1", {"due_day": "2026-11-27"}, ("Wed 25 Nov", "Rab, 25 Nov")),
    Verb("assign 1 @dewi", "tugaskan 1 @dewi", {}, ("is now with Dewi", "dipegang Dewi")),
    Verb("note 1 waiting for pak Budi", "catatan 1 menunggu pak Budi", {}, ("Noted on", "Tercatat")),
]
UNDONE = {
    "done": ("marking #1 Kirim draf MoU as done", "tanda selesai pada #1 Kirim draf MoU"),
    "cancel": ("cancelling #1 Kirim draf MoU", "pembatalan #1 Kirim draf MoU"),
    "delete": ("deleting #1 Kirim draf MoU", "penghapusan #1 Kirim draf MoU"),
    "move": ("the new deadline of #1 Kirim draf MoU", "tenggat baru #1 Kirim draf MoU"),
    "snooze": ("the reminder of #1 Kirim draf MoU", "pengingat #1 Kirim draf MoU"),
    "assign": ("the new owner of #1 Kirim draf MoU", "penanggung jawab baru #1 Kirim draf MoU"),
    "note": ("the note on #1 Kirim draf MoU", "catatan pada #1 Kirim draf MoU"),
}


@pytest.mark.parametrize("verb", VERBS, ids=[verb.en for verb in VERBS])
@both
def test_each_verb_does_says_and_undoes(desk: Office, lang: str, verb: Verb) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf MoU @rani 27 Nov 2026", in_="#umum")
    before, held = row(desk), owners(desk)
    said = me.types(f"/task {verb.en}" if lang == "en" else f"/tugas {verb.id}", in_="#umum")
    after = row(desk)
    assert (after, owners(desk), desk.rows("task_notes")) != (before, held, [])
    assert {column: after[column] for column in verb.stored} == verb.stored
    assert verb.says[0 if lang == "en" else 1] in said
    assert "#1" in said
    undone = me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    english, indonesian = UNDONE[verb.en.split()[0]]
    assert (f"Undone: {english}" if lang == "en" else f"Diurungkan: {indonesian}") in undone
    assert (row(desk), owners(desk)) == (before, held)
    assert all(note["deleted_at"] for note in desk.rows("task_notes"))


@both
def test_snooze_task_says_that_the_deadline_stays(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf MoU 27 Nov 2026", in_="#umum")
    said = me.types("/task snooze 1 tomorrow" if lang == "en" else "/tugas ingatkan 1 besok", in_="#umum")
    assert ("the deadline stays Fri 27 Nov" if lang == "en" else "tenggatnya tetap Jum, 27 Nov") in said


@both
def test_complete_several_tasks_at_once_and_undo_them_at_once(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for title in ("Satu surat", "Dua surat", "Tiga surat"):
        me.types(f"/task add {title}", in_="#umum")
    said = me.types("/task done 1 2, 3" if lang == "en" else "/tugas selesai 1, 2 dan 3", in_="#umum")
    for title in ("#1 Satu surat", "#2 Dua surat", "#3 Tiga surat"):
        assert title in said
    assert {task["status"] for task in desk.rows("tasks")} == {"done"}
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert {task["status"] for task in desk.rows("tasks")} == {"open"}


@both
def test_reopen_task(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf MoU 27 Nov 2026", in_="#umum")
    me.types("/task done 1", in_="#umum")
    said = me.types("/task reopen 1" if lang == "en" else "/tugas buka-lagi 1", in_="#umum")
    assert ("is open again" if lang == "en" else "dibuka lagi") in said
    assert (row(desk)["status"], row(desk)["done_by_id"]) == ("open", None)
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert row(desk)["status"] == "done"


@both
def test_what_is_done_already_says_by_whom(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    desk.rani.types("/task add Kirim draf MoU", in_="#umum")
    desk.rani.types("/task done 1", in_="#umum")
    said = me.types("/task done 1" if lang == "en" else "/tugas selesai 1", in_="#umum")
    words = "is done already, by Rani Kusuma" if lang == "en" else "sudah diselesaikan Rani Kusuma"
    assert words in said
    assert len([change for change in desk.rows("changes") if change["verb"] == "complete_task"]) == 1


@pytest.mark.parametrize("verb", ["reopen 1", "cancel 1"])
def test_what_is_so_already_changes_nothing(desk: Office, verb: str) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list", in_="#umum")
    if verb == "cancel 1":
        desk.emma.types("/task cancel 1", in_="#umum")
    changes = len(desk.rows("changes"))
    said = desk.emma.types(f"/task {verb}", in_="#umum")
    assert len(desk.rows("changes")) == changes
    assert ("Send the list" if verb == "reopen 1" else "was cancelled") in said
    assert "[Undo]" not in said


@both
def test_a_removed_task_says_so_and_undo_brings_it_back(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf MoU", in_="#umum")
    me.types("/task delete 1" if lang == "en" else "/tugas hapus 1", in_="#umum")
    assert ("#1 was removed" if lang == "en" else "#1 sudah dihapus") in me.types("/task 1", in_="#umum")
    assert "#1" not in me.types("/task list", in_="#umum")
    refused = me.types("/task done 1", in_="#umum")
    assert ("was removed" if lang == "en" else "sudah dihapus") in refused
    me.types("/lintas undo" if lang == "en" else "/lintas urungkan", in_="#umum")
    assert "Kirim draf MoU" in me.types("/task list", in_="#umum")


def test_history_tells_each_act_with_who_did_it(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list 27 Nov 2026", in_="#umum")
    desk.rani.types("/tugas pindah 1 Senin", in_="#umum")
    desk.rani.types("/tugas catatan 1 menunggu museum", in_="#umum")
    desk.rani.types("/tugas selesai 1", in_="#umum")
    told = desk.emma.types("/task history 1", in_="#umum")
    for line in (
        "Emma Clarke added it",
        "Rani Kusuma moved the deadline",
        "Rani Kusuma wrote a note",
        "menunggu museum",
        "Rani Kusuma marked it done",
    ):
        assert line in told
    assert "Fri 27 Nov" in told
    assert "Mon 30 Nov" in told
    assert "Riwayat #1" in desk.maya.types("/tugas riwayat 1", in_="#umum")


def test_undo_leaves_what_was_changed_since_and_names_it(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list 27 Nov 2026 !high", in_="#umum")
    desk.emma.types("/task edit 1", in_="#umum")
    desk.emma.fills(
        {"What is to be done": "Send the loan list", "Deadline": "2026-12-01", "Priority": "Normal"}
    )
    desk.emma.submits()
    desk.rani.types("/tugas pindah 1 Senin", in_="#umum")
    undone = desk.emma.clicks("Undo", last=True)
    assert "the deadline" in undone
    assert "the title" not in undone
    stored = row(desk)
    assert (stored["title"], stored["priority"], stored["due_day"]) == ("Send the list", "high", "2026-11-30")


def test_undo_by_button_is_for_ten_minutes_by_command_for_thirty_days(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Send the list", in_="#umum")
    desk.move(timedelta(minutes=11))
    assert "/lintas undo" in desk.emma.clicks("Undo", last=True)
    assert row(desk)["deleted_at"] is None
    assert "Undone: adding #1 Send the list" in desk.emma.types("/lintas undo", in_="#umum")
    assert row(desk)["deleted_at"] is not None
    desk.emma.types("/task add Send the crate", in_="#umum")
    desk.move(timedelta(days=31))
    assert "nothing in the last 30 days" in desk.emma.types("/lintas undo", in_="#umum")


@pytest.mark.parametrize(
    "typed", ["done 99", "move 99 monday", "assign 99 @rani", "note 99 hello", "history 99", "edit 99", "99"]
)
def test_a_number_that_is_not_there_says_so(desk: Office, typed: str) -> None:
    desk.english("emma")
    assert "There is no task #99 that you can see" in desk.emma.types(f"/task {typed}", in_="#umum")


# --- lists and cards ------------------------------------------------------------------------------


@pytest.fixture
def busy(desk: Office) -> Office:
    """Five tasks: late, today, this week, later, undated; two of Rani's, one of a program."""
    desk.english("emma")
    desk.emma.types("/program new Batik Lyon", in_="#umum")
    for line in (
        "Late letter @rani 25 Nov 2026",
        "Today letter 26 Nov 2026",
        "Week letter @rani 27 Nov 2026",
        "Later letter #Batik-Lyon 15 Dec 2026",
        "Undated letter @emma",
    ):
        desk.emma.types(f"/task add {line}", in_="#umum")
    desk.at(26, 10)
    return desk


LISTS = [
    ("list", "daftar", "Late Today Week Later Undated"),
    ("list mine", "daftar saya", "Today Later Undated"),
    ("list @rani", "daftar @rani", "Late Week"),
    ("list #Batik-Lyon", "daftar #Batik-Lyon", "Later"),
    ("list late", "daftar terlambat", "Late"),
    ("list week", "daftar minggu", "Late Today Week"),
    ("list today", "daftar hari ini", "Late Today"),
    ("list late @rani", "daftar telat @rani", "Late"),
]


@pytest.mark.parametrize(("en", "id", "shown"), LISTS, ids=[line[0] for line in LISTS])
@both
def test_list_narrows_by_scope_person_and_program(
    busy: Office, lang: str, en: str, id: str, shown: str
) -> None:
    if lang == "id":
        busy.emma.types("/lintas bahasa id", in_="#umum")
    listed = busy.emma.types(f"/task {en}" if lang == "en" else f"/tugas {id}", in_="#umum")
    words = ["Late", "Today", "Week", "Later", "Undated"]
    assert [word for word in words if f"{word} letter" in listed] == shown.split()


def test_list_says_what_is_late_and_opens_a_card(busy: Office) -> None:
    listed = busy.emma.types("/task list late", in_="#umum")
    assert "🔴" in listed
    assert "1 day late" in listed
    card = busy.emma.clicks("Open", on="Late letter", last=True)
    assert "requested by Emma Clarke" in card


@both
def test_card_by_number_has_its_buttons(busy: Office, lang: str) -> None:
    me = speaker(busy, lang)
    card = me.types("/task 3" if lang == "en" else "/tugas buka 3", in_="#umum")
    labels = {
        "en": ("Done", "Reschedule", "Assign", "Snooze", "Share here"),
        "id": ("Selesai", "Ubah tenggat", "Tugaskan", "Ingatkan lagi nanti", "Bagikan di sini"),
    }[lang]
    for label in labels:
        assert f"[{label}]" in card
    assert "#3 Week letter" in card
    assert "Rani Kusuma" in card


def test_card_shows_its_notes(busy: Office) -> None:
    busy.rani.types("/tugas catatan 3 sudah ditelepon", in_="#umum")
    assert "Rani Kusuma, 03:00: sudah ditelepon" in busy.emma.types("/task 3", in_="#umum")


# --- the form -------------------------------------------------------------------------------------

FORM = {
    "en": {
        "title": "What is to be done",
        "due": "Deadline",
        "time": "Time",
        "who": "Who does it",
        "add": "Add",
    },
    "id": {
        "title": "Apa yang harus dikerjakan",
        "due": "Tenggat",
        "time": "Jam",
        "who": "Siapa yang mengerjakan",
        "add": "Tambah",
    },
}


@both
def test_a_command_with_no_text_opens_the_form(desk: Office, lang: str) -> None:
    me, label = speaker(desk, lang), FORM[lang]
    me.types("/task" if lang == "en" else "/tugas", in_="#umum")
    me.fills({label["title"]: "Cetak undangan", label["due"]: "2026-12-01", label["who"]: [desk.rani]})
    echo = me.submits()
    assert me.modal is None
    assert "#1 Cetak undangan" in echo
    assert ("Tue 1 Dec" if lang == "en" else "Sel, 1 Des") in echo
    assert owners(desk) == ["Rani Kusuma"]
    assert desk.rani.sees(in_="#umum") == []
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert row(desk)["deleted_at"] is not None


@both
def test_the_form_says_what_is_wrong_beside_its_field(desk: Office, lang: str) -> None:
    me, label = speaker(desk, lang), FORM[lang]
    me.types("/task", in_="#umum")
    me.fills({label["title"]: "Cetak undangan", label["time"]: "14:00"})
    me.submits()
    assert me.modal_errors == {
        label["due"]: "Choose a day for this hour." if lang == "en" else "Pilih tanggal untuk jam ini."
    }
    me.fills({label["due"]: "2026-11-01", label["time"]: None})
    me.submits()
    assert ("is past" if lang == "en" else "sudah lewat") in me.modal_errors[label["due"]]
    assert desk.rows("tasks") == []
    me.fills({label["due"]: "2026-12-01"})
    me.submits()
    assert row(desk)["due_day"] == "2026-12-01"


@both
def test_edit_form_holds_what_is_and_stores_what_is_changed(desk: Office, lang: str) -> None:
    me, label = speaker(desk, lang), FORM[lang]
    me.types("/task add Kirim draf MoU @rani 27 Nov 2026", in_="#umum")
    before = row(desk)
    me.types("/task edit 1" if lang == "en" else "/tugas ubah 1", in_="#umum")
    held = me.modal_values
    assert held[label["title"]] == "Kirim draf MoU"
    assert "2026-11-27" in held[label["due"]]
    assert "Rani Kusuma" in held[label["who"]]
    me.fills({label["title"]: "Kirim draf kedua", label["who"]: [desk.dewi]})
    said = me.submits()
    assert "#1 Kirim draf kedua" in said
    assert owners(desk) == ["Dewi Anggraini"]
    assert "Kirim draf kedua" in desk.dewi.sees()[0]
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert row(desk) == before
    assert owners(desk) == ["Rani Kusuma"]
