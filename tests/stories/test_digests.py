"""The next morning: one digest for the channel, one message for each person, once."""

from __future__ import annotations

from datetime import timedelta

from tests.stories.conftest import Office
from tests.stories.mishaps import time_passes


def test_the_next_morning_brings_one_digest_and_one_morning_message(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    office.maya.types("/digest nyala 09.00", in_="#lyon")
    office.at(25, 9, 0)
    digests = [text for text in office.dewi.sees(in_="#lyon") if "Kirim draf MoU" in text]
    assert len(digests) == 1
    mornings = [text for text in office.rani.sees() if "pesan pagi pertama" in text]
    assert len(mornings) == 1
    assert "Kirim draf MoU" in mornings[0]
    office.move(timedelta(minutes=5))
    office.lintas.tick()
    assert len([text for text in office.dewi.sees(in_="#lyon") if "Kirim draf MoU" in text]) == 1
    assert [row["state"] for row in office.rows("deliveries") if row["kind"] == "digest"] == ["sent"]


def test_done_in_the_morning_message_edits_it(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    desk.at(25, 8, 30)
    desk.rani.clicks("Selesai", on="pesan pagi pertama")
    assert [task["status"] for task in desk.rows("tasks")] == ["done"]


def test_nothing_due_is_nothing_sent(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 24 Desember", in_="#lyon")
    before = len(desk.rani.sees())
    desk.at(25, 10, 0)
    assert len(desk.rani.sees()) == before


def test_the_weekend_is_left_alone(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 28 November", in_="#lyon")
    desk.maya.types("/digest on 09:00", in_="#lyon")
    desk.at(28, 12, 0)
    assert not [row for row in desk.rows("deliveries") if row["cause"] == "2026-11-28"]


def test_a_digest_can_be_switched_off_and_that_undone(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.maya.types("/digest mati", in_="#lyon")
    desk.maya.types("/lintas urungkan", in_="#lyon")
    desk.at(25, 9, 0)
    assert [row["state"] for row in desk.rows("deliveries") if row["kind"] == "digest"] == ["sent"]


def test_a_digest_speaks_the_channels_language_and_a_morning_its_readers(desk: Office) -> None:
    desk.english("emma")
    desk.maya.types("/task Kirim draf MoU @emma besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.at(25, 16, 0)
    assert any(
        "This is your first morning message" in text or "morning message" in text for text in desk.emma.sees()
    )


def test_an_answer_lost_on_the_way_does_not_double_the_digest(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.slack.faults.next("chat.postMessage", "cut_after_store")
    desk.at(25, 9, 0)
    time_passes(desk)
    assert len([text for text in desk.dewi.sees(in_="#lyon") if "Kirim draf MoU" in text]) == 1
    assert [row["state"] for row in desk.rows("deliveries") if row["kind"] == "digest"] == ["sent"]


def test_a_channel_that_must_wait_does_not_hold_up_the_others(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU besok", in_="#lyon")
    for channel in ("#lyon", "#umum"):
        desk.maya.types("/digest nyala 09.00", in_=channel)
    lyon = desk.maya.channel("#lyon").id
    desk.slack.faults.next("chat.postMessage", "ratelimited", channel=lyon, retry_after=30)
    desk.at(25, 9, 0)
    states = {row["target"]: row["state"] for row in desk.rows("deliveries") if row["kind"] == "digest"}
    assert states[desk.maya.channel("#umum").id] == "sent"
    assert states[lyon] == "queued"
    time_passes(desk)
    states = {row["target"]: row["state"] for row in desk.rows("deliveries") if row["kind"] == "digest"}
    assert states[lyon] == "sent"


# --- where guests read along -----------------------------------------------------------------


def test_a_digest_that_guests_may_read_says_that_it_holds_not_all(desk: Office) -> None:
    desk.maya.types("/task add Kirim peti 23 Nov 2026", in_="#umum")
    said = desk.maya.types("/digest", in_="#kyoto")
    assert "Tidak ada yang terlambat" not in said
    assert "hanya memuat yang disampaikan di kanal ini" in said
    assert "hanya memuat" in desk.maya.types("/digest on 09:00", in_="#kyoto")
    assert "hanya memuat" not in desk.maya.types("/digest on 09:00", in_="#umum")


# --- what a digest holds ------------------------------------------------------------------------


def digest_lines(desk: Office, channel: str = "#lyon") -> list[str]:
    """The lines of the newest digest in the channel, as Dewi reads it."""
    return desk.dewi.sees(in_=channel)[-1].splitlines()


def test_the_same_words_of_lateness_are_not_said_day_after_day(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 25 November", in_="#lyon")
    desk.maya.types("/task Foto peti @rani 24 Desember", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    said: dict[int, str] = {}
    for day in range(26, 46):
        desk.at(day if day <= 30 else day - 30, 9, 1, month=11 if day <= 30 else 12)
        for line in digest_lines(desk):
            if "Kirim draf MoU" in line and "terlambat" in line and line not in said.values():
                said[day] = line
    # Seven working days, each with its own count; then only in a week's first digest.
    assert sorted(said) == [26, 27, 30, 31, 32, 33, 34, 37, 44]
    assert "apakah masih diperlukan" in said[34]


def test_a_task_that_waits_says_for_whom_and_since_when(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 18 Desember", in_="#lyon")
    said = desk.maya.types("/task tunggu 1 Museum: tanda tangan", in_="#lyon")
    assert "menunggu Museum" in said
    assert "tanda tangan" in said
    assert "terlihat oleh semua orang" in said
    desk.at(27, 10, 0)
    lines = desk.maya.types("/digest", in_="#lyon").splitlines()
    assert "⏳ Menunggu pihak lain" in lines
    assert any("menunggu Museum, 3 hari" in line for line in lines)
    assert "tanda tangan" in desk.maya.types("/task 1", in_="#lyon")
    desk.maya.types("/task selesai 1", in_="#lyon")
    assert desk.rows("tasks")[0]["waiting_for"] is None


def test_what_was_done_since_the_last_working_day_is_told_once(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 18 Desember", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.rani.types("/task selesai 1", in_="#lyon")
    desk.at(25, 9, 1)
    assert any("✅ Selesai: #1 Kirim draf MoU" in line for line in digest_lines(desk))
    before = len(desk.dewi.sees(in_="#lyon"))
    desk.at(26, 9, 1)
    assert len(desk.dewi.sees(in_="#lyon")) == before


def test_a_partner_who_went_quiet_is_named_on_mondays(desk: Office) -> None:
    desk.maya.types("/partner add Dr. Yuki Tanaka, curator, Mori Art Museum", in_="#lyon")
    desk.maya.types("/partner log call with Mori Art Museum: peminjaman dibahas", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.at(28, 9, 1, month=12)
    assert any("Mori Art Museum — kontak terakhir 34 hari lalu" in line for line in digest_lines(desk))
    before = len(desk.dewi.sees(in_="#lyon"))
    desk.at(29, 9, 1, month=12)
    assert len(desk.dewi.sees(in_="#lyon")) == before


def test_the_settings_form_chooses_what_a_digest_holds_and_says_when_nothing_is_due(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.maya.types("/digest atur", in_="#lyon")
    desk.maya.fills(
        {"Isinya": ["Terlambat"], "Bila tidak ada yang jatuh tempo": "Sampaikan dalam satu baris"}
    )
    desk.maya.submits()
    desk.at(25, 9, 1)
    assert "Tidak ada yang terlambat" in "\n".join(digest_lines(desk))
    assert not any("Kirim draf MoU" in line for line in digest_lines(desk))
    desk.maya.types("/lintas urungkan", in_="#lyon")
    assert desk.rows("channels")[0]["digest_when_empty"] in (0, False)


def test_a_digest_of_another_day_stays_as_it_was_said(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 27 November", in_="#lyon")
    desk.maya.types("/task Foto peti @rani 27 November", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.at(25, 9, 1)
    first = desk.dewi.sees(in_="#lyon")[-1]
    desk.at(26, 9, 1)
    desk.rani.types("/task selesai 1", in_="#umum")
    shown = desk.dewi.sees(in_="#lyon")
    assert first in shown
    assert "✅ Selesai: #1 Kirim draf MoU" in shown[-1]


def test_who_holds_what_waits_hears_of_it_when_its_day_has_passed(desk: Office) -> None:
    desk.maya.types("/task Pesan peti @rani 27 November", in_="#lyon")
    desk.maya.types("/task tunggu 1 Museum", in_="#lyon")
    told = []
    for day in range(30, 42):
        before = len(desk.rani.sees())
        desk.at(day if day <= 30 else day - 30, 8, 31, month=11 if day <= 30 else 12)
        if len(desk.rani.sees()) > before:
            told.append(day)
            assert "menunggu Museum" in desk.rani.sees()[-1]
    # one, three and seven working days after; and on Mondays
    assert told == [30, 32, 37, 38]


def test_done_on_a_digest_of_yesterday_is_answered(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 25 November", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    desk.at(26, 9, 1)
    yesterday = desk.dewi.messages("#lyon")[-1]
    desk.at(27, 8, 0)
    said = desk.dewi.clicks("Selesai", on=yesterday)
    assert "selesai" in said
    assert "[Urungkan]" in said
    assert desk.rows("tasks")[0]["status"] == "done"


def test_a_digest_of_late_in_the_evening_is_sent_though_midnight_has_passed(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 25 November", in_="#lyon")
    desk.maya.types("/digest on 23:58", in_="#lyon")
    desk.slack.faults.slack_down = True
    desk.at(26, 23, 58)
    desk.at(27, 0, 5)
    desk.slack.faults.slack_down = False
    time_passes(desk)
    assert any("Kirim draf MoU" in shown for shown in desk.dewi.sees(in_="#lyon"))
