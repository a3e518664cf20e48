"""Cards: a task as a real message, which follows its row wherever it is shown."""

from __future__ import annotations

from datetime import timedelta

import pytest

from bot.local.model import Message
from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.test_tasks import both, owners, row, speaker


def shared(office: Office, title: str = "Kirim draf MoU") -> Message:
    """The card of a new task of Rani's, shared in #umum by Maya."""
    office.maya.types(f"/task add {title} @rani 27 Nov 2026", in_="#umum")
    office.maya.types(f"/task {row(office)['number']}", in_="#umum")
    office.maya.clicks("Bagikan di sini", last=True)
    return office.rani.message(title, in_="#umum")


def read(person: Person, card: Message) -> str:
    """The card as that person reads it now."""
    return person.sight.render(person.channel(card.channel).messages[card.ts])


# --- where cards come from -------------------------------------------------------------------------


@both
def test_a_mention_is_answered_with_a_card_in_its_thread(office: Office, lang: str) -> None:
    me = speaker(office, lang)
    if lang == "en":
        me.says("@Lintas please send the loan list to the museum by Friday", in_="#umum")
    else:
        me.says("@Lintas tolong kirim daftar pinjaman ke museum paling lambat Jumat", in_="#umum")
    asked, card = me.messages("#umum")[-2:]
    assert card.thread_ts == asked.ts
    assert ("Fri 27 Nov" if lang == "en" else "Jum, 27 Nov") in read(office.rani, card)
    assert ("[Done]" if lang == "en" else "[Selesai]") in read(office.rani, card)
    assert row(office)["due_day"] == "2026-11-27"


@both
def test_a_direct_message_is_answered_with_a_card(office: Office, lang: str) -> None:
    me = speaker(office, lang)
    english = "remind me to call the printer tomorrow"
    said = me.dm(english if lang == "en" else "tolong catat: telepon percetakan besok")
    assert ("Wed 25 Nov" if lang == "en" else "Rab, 25 Nov") in said
    assert ("visible only to" if lang == "en" else "hanya terlihat oleh") in said
    assert ("[Done]" if lang == "en" else "[Selesai]") in said
    assert row(office)["audience"] == "person"


def test_share_here_posts_a_card_for_everyone(office: Office) -> None:
    card = shared(office)
    assert card.ephemeral_to is None
    assert "[Selesai]" in read(office.dewi, card)
    assert "Bagikan" not in read(office.dewi, card)


# --- what is done on a card --------------------------------------------------------------------------


def test_done_on_a_card_edits_the_same_message(office: Office) -> None:
    card = shared(office)
    before = len(office.dewi.messages("#umum"))
    office.dewi.clicks("Selesai", on=card)
    assert "Diselesaikan Dewi Anggraini" in read(office.rani, card)
    assert "[Selesai]" not in read(office.rani, card)
    assert len(office.dewi.messages("#umum")) == before
    assert row(office)["status"] == "done"


def test_reschedule_on_a_card_edits_the_same_message(desk: Office) -> None:
    card = shared(desk)
    desk.dewi.clicks("Ubah tenggat", on=card)
    assert "2026-11-27" in desk.dewi.modal_values["Tenggat"]
    desk.dewi.fills({"Tenggat": "2026-12-04"})
    desk.dewi.submits()
    assert desk.dewi.modal is None
    assert "Jum, 4 Des" in read(desk.rani, card)


def test_assign_on_a_card_edits_the_same_message_and_tells_the_new_owner(desk: Office) -> None:
    card = shared(desk)
    desk.maya.clicks("Tugaskan", on=card)
    desk.maya.fills({"Siapa yang mengerjakan": [desk.dewi]})
    desk.maya.submits()
    assert owners(desk) == ["Dewi Anggraini"]
    assert "Dewi Anggraini" in read(desk.rani, card)
    assert "Kirim draf MoU" in desk.dewi.sees()[0]
    assert "tidak lagi" in desk.rani.sees()[0]


def test_snooze_on_a_card_leaves_the_deadline(desk: Office) -> None:
    card = shared(desk)
    desk.rani.clicks("Ingatkan lagi nanti", on=card)
    assert "Jum, 27 Nov" in (desk.rani.modal or "")
    desk.rani.submits()
    assert row(desk)["due_day"] == "2026-11-27"
    assert row(desk)["snoozed_until"] is not None
    desk.at(25, 9, 1)
    assert any("⏰" in message for message in desk.rani.sees())


def test_every_other_card_of_the_task_follows(office: Office) -> None:
    office.maya.says("@Lintas tolong kirim daftar pinjaman paling lambat Jumat", in_="#umum")
    number = row(office)["number"]
    office.maya.types(f"/task {number}", in_="#lyon")
    office.maya.clicks("Bagikan di sini", last=True)
    first, second = office.maya.messages("#umum")[-1], office.maya.messages("#lyon")[-1]
    office.rani.types(f"/tugas pindah {number} Senin", in_="#kyoto")
    assert "Sen, 30 Nov" in read(office.dewi, first)
    assert "Sen, 30 Nov" in read(office.dewi, second)
    office.dewi.clicks("Selesai", on=first)
    assert "Diselesaikan Dewi Anggraini" in read(office.rani, second)


def test_a_button_seen_before_the_task_was_closed_does_not_open_it_again(desk: Office) -> None:
    desk.maya.types("/task add Kirim draf MoU", in_="#umum")
    desk.maya.types("/task 1", in_="#umum")  # an ephemeral: nobody can edit it later
    stale = desk.maya.messages("#umum")[-1]
    desk.rani.types("/tugas selesai 1", in_="#lyon")
    done_at = row(desk)["done_at"]
    assert "sudah diselesaikan Rani Kusuma" in desk.maya.clicks("Selesai", on=stale)
    stored = row(desk)
    assert (stored["status"], stored["done_at"]) == ("done", done_at)


@pytest.mark.parametrize(("button", "field", "value"), [("Ubah tenggat", "Tenggat", "2026-12-04")])
def test_a_form_for_a_closed_task_leaves_it_closed(desk: Office, button: str, field: str, value: str) -> None:
    desk.maya.types("/task add Kirim draf MoU 27 Nov 2026", in_="#umum")
    desk.maya.types("/task 1", in_="#umum")
    stale = desk.maya.messages("#umum")[-1]
    desk.rani.types("/tugas selesai 1", in_="#lyon")
    desk.maya.clicks(button, on=stale)
    if desk.maya.modal:
        desk.maya.fills({field: value})
        desk.maya.submits()
    assert row(desk)["status"] == "done"


# --- the message to whoever was given a task ------------------------------------------------------------


def test_assignments_within_ten_minutes_are_one_message(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    office.maya.types("/task Pesan tiket @rani", in_="#lyon")
    (told,) = office.rani.sees()
    assert "Maya Prameswari memberi Anda 2 tugas" in told
    assert "Kirim draf MoU" in told
    assert "Pesan tiket" in told
    office.move(timedelta(minutes=11))
    office.maya.types("/task Cetak katalog @rani", in_="#lyon")
    assert len(office.rani.sees()) == 2


def test_nobody_is_told_of_what_they_gave_themselves(desk: Office) -> None:
    desk.rani.types("/task Kirim draf MoU @saya", in_="#lyon")
    assert desk.rani.sees() == []


def test_done_in_the_assignment_message_closes_that_task_alone(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    desk.maya.types("/task Pesan tiket @rani", in_="#lyon")
    desk.rani.clicks("Selesai", on="Kirim draf MoU")
    assert (row(desk, 1)["status"], row(desk, 2)["status"]) == ("done", "open")
    (told,) = desk.rani.sees()
    assert "Diselesaikan Rani Kusuma" in told


@both
def test_not_me_gives_the_task_back_and_tells_whoever_asked(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task Kirim draf MoU @rani", in_="#lyon")
    desk.rani.clicks("Bukan saya", on="Kirim draf MoU")
    assert owners(desk) == []
    assert ("Rani Kusuma gave back" if lang == "en" else "Rani Kusuma mengembalikan") in me.sees()[-1]
    assert "tidak lagi" in desk.rani.sees()[0]
    me.clicks("Assign" if lang == "en" else "Tugaskan", last=True)
    me.fills({("Who does it" if lang == "en" else "Siapa yang mengerjakan"): [desk.dewi]})
    me.submits()
    assert owners(desk) == ["Dewi Anggraini"]


def test_a_private_task_given_back_is_out_of_sight(desk: Office) -> None:
    desk.dewi.types("/task add Bayar honor @rani", in_="#keuangan")
    desk.rani.clicks("Bukan saya", on="Bayar honor")
    (told,) = desk.rani.sees()
    assert told == "Yang diberikan kepada Anda di sini tidak lagi dipegang Anda."
    assert "Rani Kusuma mengembalikan" in desk.dewi.sees()[-1]


def test_reschedule_in_the_assignment_message(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    desk.rani.clicks("Ubah tenggat", on="Kirim draf MoU")
    desk.rani.fills({"Tenggat": "2026-12-04"})
    desk.rani.submits()
    assert "Jum, 4 Des" in desk.rani.sees()[0]
    assert row(desk)["due_day"] == "2026-12-04"


def test_an_undone_assignment_says_so(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    desk.maya.clicks("Urungkan", last=True)
    assert "sudah dihapus" in desk.rani.sees()[0]
    assert "[Selesai]" not in desk.rani.sees()[0]


# --- shortcuts -----------------------------------------------------------------------------------------


def test_make_a_task_from_a_message(desk: Office) -> None:
    desk.rani.says("Bisa tolong siapkan surat untuk kedutaan?", in_="#umum")
    asked = desk.rani.message("siapkan surat", in_="#umum")
    desk.maya.shortcut("Make a task", on="siapkan surat", in_="#umum")
    assert "siapkan surat" in desk.maya.modal_values["Apa yang harus dikerjakan"]
    desk.maya.submits()
    assert "siapkan surat" in row(desk)["title"]
    assert row(desk)["audience"] == "workspace"
    card = desk.rani.message("#1", in_="#umum")
    assert card.thread_ts == asked.ts
    desk.rani.clicks("Selesai", on="#1")
    assert row(desk)["status"] == "done"


def test_new_task_from_anywhere_answers_in_a_direct_message(desk: Office) -> None:
    desk.maya.shortcut("New task")
    desk.maya.fills({"Apa yang harus dikerjakan": "Cetak undangan"})
    desk.maya.submits()
    assert "#1 Cetak undangan" in desk.maya.sees()[-1]
    assert row(desk)["audience"] == "person"


# --- where a form was opened is where its words are said ---------------------------------------------------


def test_a_task_of_a_form_is_seen_by_whom_a_command_there_would_tell(desk: Office) -> None:
    for channel, audience in (("#umum", "workspace"), ("#keuangan", "channel"), (None, "person")):
        desk.maya.types("/task", in_=channel)
        desk.maya.fills({"Apa yang harus dikerjakan": f"Cetak untuk {channel}"})
        desk.maya.submits()
        assert desk.rows("tasks")[-1]["audience"] == audience


def test_a_form_with_its_program_cleared_has_none(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    desk.maya.types("/task", in_="#lyon")
    assert desk.maya.modal_values["Program"] == "Batik Lyon"
    desk.maya.fills({"Apa yang harus dikerjakan": "Beli kertas", "Program": None})
    desk.maya.submits()
    assert row(desk)["program_id"] is None


def test_editing_a_task_keeps_a_program_that_only_the_task_shows(desk: Office) -> None:
    desk.dewi.types("/program new Dana Lyon", in_="#keuangan")
    desk.dewi.types("/task add Kirim kuitansi @rani #Dana-Lyon", in_="#keuangan")
    desk.rani.types("/tugas ubah 1", in_="#umum")
    assert desk.rani.modal_values["Program"] == "Dana Lyon"
    desk.rani.fills({"Apa yang harus dikerjakan": "Kirim semua kuitansi"})
    desk.rani.submits()
    assert row(desk)["title"] == "Kirim semua kuitansi"
    assert row(desk)["program_id"] is not None
