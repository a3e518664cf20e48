"""Words and ticks under a card: they mean its task, whoever is named or not."""

from __future__ import annotations

from bot.local.model import Message
from tests.stories.conftest import Office
from tests.stories.test_cards import read, shared
from tests.stories.test_tasks import both, owners, row, speaker


def under(office: Office, card: Message) -> list[str]:
    """What stands in the card's thread, as Rani reads it."""
    return [read(office.rani, m) for m in office.rani.messages("#umum") if m.thread_ts == card.ts != m.ts]


@both
def test_done_in_the_thread_of_a_card(office: Office, lang: str) -> None:
    card = shared(office)
    me = speaker(office, lang)
    said = me.replies(card, "done" if lang == "en" else "sudah selesai")
    assert row(office)["status"] == "done"
    assert ("is done" if lang == "en" else "selesai") in said
    assert "Diselesaikan" in read(office.rani, card)


@both
def test_move_in_the_thread_of_a_card(desk: Office, lang: str) -> None:
    card = shared(desk)
    me = speaker(desk, lang)
    said = me.replies(card, "move it to Monday" if lang == "en" else "tunda ke Senin")
    assert row(desk)["due_day"] == "2026-11-30"
    assert ("Mon 30 Nov" if lang == "en" else "Sen, 30 Nov") in said
    assert "[Undo]" in said or "[Urungkan]" in said


@both
def test_assign_in_the_thread_with_a_mention(desk: Office, lang: str) -> None:
    card = shared(desk)
    me = speaker(desk, lang)
    me.replies(card, "@Lintas assign this to @dewi" if lang == "en" else "@Lintas serahkan ini ke @dewi")
    assert owners(desk) == ["Dewi Anggraini"]


def test_a_mention_in_a_thread_with_a_card_means_its_task(desk: Office) -> None:
    desk.maya.says("@Lintas tolong kirim daftar pinjaman paling lambat Jumat", in_="#umum")
    asked = desk.maya.messages("#umum")[-2]
    desk.rani.replies(asked, "@Lintas tunda ke Senin")
    assert row(desk)["due_day"] == "2026-11-30"
    assert len(desk.rows("tasks")) == 1


@both
def test_talk_under_a_card_stays_talk(desk: Office, lang: str) -> None:
    card = shared(desk)
    me = speaker(desk, lang)
    before = row(desk)
    lines = (
        ("I will call them on Monday", "is this done?", "thanks!", "please send it to the printer tomorrow")
        if lang == "en"
        else ("Senin saya telepon mereka", "ini sudah selesai belum?", "makasih ya", "tolong kirim besok ya")
    )
    for line in lines:
        me.replies(card, line)
    assert row(desk) == before
    assert len(desk.rows("tasks")) == 1
    assert len(under(desk, card)) == len(lines)


def test_done_where_no_card_stands_is_not_read(desk: Office) -> None:
    shared(desk)
    desk.maya.says("Peti sudah datang", in_="#umum")
    desk.rani.replies(desk.maya.messages("#umum")[-1], "selesai")
    assert row(desk)["status"] == "open"
    assert desk.rani.ephemerals == []


@both
def test_a_mention_that_names_no_task_is_asked_which(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    for title in ("Kirim draf", "Pesan hotel"):
        me.types(f"/task add {title} @{'emma' if lang == 'en' else 'maya'}", in_="#umum")
    said = me.dm("done" if lang == "en" else "selesai")
    assert ("Which task do you mean?" if lang == "en" else "Tugas mana yang Anda maksud?") in said
    assert {row(desk, n)["status"] for n in (1, 2)} == {"open"}
    me.clicks("#2 Pesan hotel", last=True)
    assert row(desk, 2)["status"] == "done"
    assert row(desk, 1)["status"] == "open"


def test_a_move_that_names_no_task_is_finished_on_the_click(desk: Office) -> None:
    desk.maya.types("/task add Kirim draf @maya", in_="#umum")
    desk.maya.types("/task add Pesan hotel @maya", in_="#umum")
    desk.maya.dm("tunda ke Senin")
    desk.maya.clicks("#1 Kirim draf", last=True)
    assert row(desk, 1)["due_day"] == "2026-11-30"


# --- ticks ---------------------------------------------------------------------------------------


def test_a_tick_on_a_card_is_done_and_its_removal_is_not(office: Office) -> None:
    card = shared(office)
    office.dewi.reacts("white_check_mark", on=card, in_="#umum")
    assert row(office)["status"] == "done"
    assert "Diselesaikan Dewi Anggraini" in read(office.rani, card)
    assert "[Urungkan]" in office.dewi.ephemerals[-1]
    assert office.rani.ephemerals == []
    office.dewi.unreacts("white_check_mark", on=card, in_="#umum")
    assert row(office)["status"] == "open"


def test_a_tick_taken_off_by_another_changes_nothing(desk: Office) -> None:
    card = shared(desk)
    desk.rani.reacts("white_check_mark", on=card, in_="#umum")
    desk.dewi.reacts("white_check_mark", on=card, in_="#umum")
    desk.dewi.unreacts("white_check_mark", on=card, in_="#umum")
    assert row(desk)["status"] == "done"


def test_other_reactions_and_other_messages_do_nothing(desk: Office) -> None:
    card = shared(desk)
    desk.dewi.reacts("tada", on=card, in_="#umum")
    desk.maya.says("Peti sudah datang", in_="#umum")
    desk.dewi.reacts("white_check_mark", on=desk.maya.messages("#umum")[-1], in_="#umum")
    assert row(desk)["status"] == "open"
    assert desk.dewi.ephemerals == []


def test_a_tick_in_a_direct_message_edits_the_card_and_says_no_more(desk: Office) -> None:
    desk.maya.dm("tolong catat: telepon percetakan besok")
    card = desk.maya.messages()[-1]
    before = len(desk.maya.messages())
    desk.maya.reacts("white_check_mark", on=card)
    assert row(desk)["status"] == "done"
    assert len(desk.maya.messages()) == before


# --- two days -------------------------------------------------------------------------------------


@both
def test_a_day_that_can_be_two_is_asked_about(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    said = me.types("/task add Send the budget 12/9/2026", in_="#umum")
    assert desk.rows("tasks") == []
    day = "Wed 9 Dec" if lang == "en" else "Rab, 9 Des"
    assert day in said
    me.clicks(day, last=True)
    assert (row(desk)["title"], row(desk)["due_day"]) == ("Send the budget", "2026-12-09")


def test_a_move_to_a_day_that_can_be_two_is_asked_about(desk: Office) -> None:
    desk.maya.types("/task add Kirim anggaran 27 Nov 2026", in_="#umum")
    desk.maya.types("/task move 1 12/9/2026", in_="#umum")
    assert row(desk)["due_day"] == "2026-11-27"
    desk.maya.clicks("Rab, 9 Des", last=True)
    assert row(desk)["due_day"] == "2026-12-09"


@both
def test_short_words_under_a_card(desk: Office, lang: str) -> None:
    card = shared(desk)
    me = speaker(desk, lang)
    me.replies(card, "move it two days later" if lang == "en" else "mundur 2 hari")
    assert row(desk)["due_day"] == "2026-11-29"
    me.replies(card, "@Lintas Monday please" if lang == "en" else "@Lintas Senin ya")
    assert row(desk)["due_day"] == "2026-11-30"
    me.replies(card, "done!" if lang == "en" else "selesai!")
    assert row(desk)["status"] == "done"


@both
def test_one_of_two_days_in_a_sentence_is_asked_about_and_finished_on_the_click(
    desk: Office, lang: str
) -> None:
    me = speaker(desk, lang)
    said = me.dm(
        "please send the report to the museum Thursday or Friday"
        if lang == "en"
        else "tolong kirim laporan ke museum besok atau lusa"
    )
    assert desk.rows("tasks") == []
    day = "Thu 26 Nov" if lang == "en" else "Kam, 26 Nov"
    assert day in said
    me.clicks(day, last=True)
    assert row(desk)["due_day"] == "2026-11-26"


@both
def test_a_note_and_whom_it_waits_for_in_the_thread_of_a_card(desk: Office, lang: str) -> None:
    card = shared(desk)
    me = speaker(desk, lang)
    me.replies(card, "note: called them" if lang == "en" else "catatan: sudah ditelepon")
    assert desk.rows("task_notes")[0]["text"] == ("called them" if lang == "en" else "sudah ditelepon")
    me.replies(card, "waiting for the museum: signature" if lang == "en" else "tunggu museum: tanda tangan")
    assert "museum" in row(desk)["waiting_for"]


def test_two_orders_of_one_message_are_both_done(desk: Office) -> None:
    for title in ("Kirim draf MoU", "Cetak katalog"):
        desk.maya.types(f"/task add {title} @maya 27 Nov 2026", in_="#umum")
    desk.maya.dm("draf MoU sudah selesai, katalog tunda ke Kamis depan")
    assert row(desk, 1)["status"] == "done"
    assert (row(desk, 2)["status"], row(desk, 2)["due_day"]) == ("open", "2026-12-03")


@both
def test_when_a_task_is_due_shows_its_card(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Kirim draf MoU @rani 27 Nov 2026", in_="#umum")
    said = me.dm("when is the MoU draft due?" if lang == "en" else "kapan tenggat draf MoU?")
    assert "#1 Kirim draf MoU" in said


def test_a_day_that_can_be_two_is_asked_about_under_a_card_too(desk: Office) -> None:
    card = shared(desk)
    desk.maya.replies(card, "@Lintas tunda ke 12/9/2026")
    assert row(desk)["due_day"] == "2026-11-27"
    desk.maya.clicks("Rab, 9 Des", last=True)
    assert row(desk)["due_day"] == "2026-12-09"
