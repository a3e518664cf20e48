"""Deadlines that come near: who is told, where and when, once; and what a press on the message does."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.local.person import Person
from tests.stories.conftest import JAKARTA, Office
from tests.stories.test_tasks import both, row, speaker


def told(office: Office, of: str | None = None) -> list[tuple[str, int, str]]:
    """(day, rung, deadline) of what was told, of a person or channel if one is named."""
    names = {each["id"]: each["name"] for table in ("members", "channels") for each in office.rows(table)}
    return [
        (each["told_on"], each["rung"], each["due_day"])
        for each in office.rows("nudges")
        if of is None or names[each["reader_id"]] == of
    ]


def urgent(person: Person, where: str) -> list[str]:
    heads = ("Urgent here", "Mendesak di sini")
    return [shown for shown in person.sees(in_=where) if shown.startswith(heads)]


def reminders(person: Person) -> list[str]:
    return [shown for shown in person.sees() if shown.startswith("⏰")]


# --- rungs -----------------------------------------------------------------------------------


def test_each_rung_is_told_on_its_day_and_once(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 4 Desember", in_="#umum")
    desk.move(datetime(2026, 12, 18, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma") == [
        ("2026-11-27", 7, "2026-12-04"),
        ("2026-12-02", 2, "2026-12-04"),
        ("2026-12-04", 0, "2026-12-04"),
        ("2026-12-07", -1, "2026-12-04"),
        ("2026-12-09", -3, "2026-12-04"),
        ("2026-12-15", -7, "2026-12-04"),
    ]


@both
def test_a_rung_is_a_line_of_the_morning_and_of_the_digest(desk: Office, lang: str) -> None:
    me = desk.maya
    if lang == "en":
        desk.english("maya", "rani")
    me.types("/digest on 09:00", in_="#umum")
    me.types("/task add Kirim draf MoU @rani 4 Dec 2026", in_="#umum")
    desk.at(26, 12)
    assert not any("Kirim draf MoU" in shown for shown in desk.dewi.sees(in_="#umum"))
    desk.at(27, 12)
    ahead = "in 7 days" if lang == "en" else "7 hari lagi"
    (line,) = [line for line in desk.rani.sees()[-1].splitlines() if "Kirim draf MoU" in line]
    assert ahead in line
    (digest,) = [shown for shown in desk.dewi.sees(in_="#umum") if "Kirim draf MoU" in shown]
    assert "7 hari lagi" in digest
    assert told(desk, "umum") == told(desk, "Rani Kusuma") == [("2026-11-27", 7, "2026-12-04")]


def test_a_moved_deadline_has_its_own_rungs_and_past_ones_are_skipped(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 26 November", in_="#umum")  # in two days: after this morning
    desk.at(25, 12)
    assert told(desk) == []
    desk.rani.types("/tugas pindah 1 3 Desember", in_="#umum")
    desk.move(datetime(2026, 12, 1, 12, 0, tzinfo=JAKARTA))
    assert told(desk) == [("2026-11-26", 7, "2026-12-03"), ("2026-12-01", 2, "2026-12-03")]
    desk.rani.types("/tugas selesai 1", in_="#umum")
    desk.move(datetime(2026, 12, 8, 12, 0, tzinfo=JAKARTA))
    assert len(told(desk)) == 2


def test_what_is_snoozed_is_told_of_when_it_is_awake_again(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 4 Desember", in_="#umum")
    desk.rani.types("/tugas ingatkan 1 1 Desember", in_="#umum")
    desk.move(datetime(2026, 12, 2, 12, 0, tzinfo=JAKARTA))
    assert told(desk) == [("2026-12-02", 2, "2026-12-04")]


@both
def test_a_program_has_its_own_ladder_and_rests_while_it_is_paused(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon", in_="#lyon")
    me.types("/task add Cetak katalog @rani #Batik-Lyon 18 Dec 2026", in_="#lyon")
    labels = {
        "en": ("Status", "Reminders, in days before a deadline", "paused", "going on"),
        "id": ("Status", "Pengingat, dalam hari sebelum tenggat", "ditunda sementara", "berjalan"),
    }[lang]
    status, ladder, paused, going_on = labels
    me.types('/program edit "Batik Lyon"', in_="#lyon")
    me.fills({ladder: "14, besok"})
    me.submits()
    assert "14, 7, 2, 0" in me.modal_errors[ladder]
    me.fills({ladder: "14, 3"})
    assert ("14 and 3" if lang == "en" else "14 dan 3") in me.submits()
    desk.move(datetime(2026, 12, 4, 12, 0, tzinfo=JAKARTA))
    assert [(day, rung) for day, rung, _ in told(desk, "Rani Kusuma")] == [("2026-12-04", 14)]
    me.types('/program edit "Batik Lyon"', in_="#lyon")
    me.fills({status: paused})
    assert paused in me.submits()
    desk.move(datetime(2026, 12, 16, 12, 0, tzinfo=JAKARTA))
    assert len(told(desk, "Rani Kusuma")) == 1
    me.types('/program edit "Batik Lyon"', in_="#lyon")
    me.fills({status: going_on})
    me.submits()
    desk.move(datetime(2026, 12, 17, 12, 0, tzinfo=JAKARTA))
    assert [(day, rung) for day, rung, _ in told(desk, "Rani Kusuma")][1:] == [("2026-12-17", 3)]


# --- days off and zones ----------------------------------------------------------------------


def test_a_rung_on_a_day_off_is_told_on_the_working_day_before(desk: Office) -> None:
    desk.maya.types("/task Kirim laporan @rani 27 Desember", in_="#umum")  # a Sunday after Christmas
    desk.move(datetime(2026, 12, 29, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma") == [
        ("2026-12-18", 7, "2026-12-27"),
        ("2026-12-23", 0, "2026-12-27"),
        ("2026-12-28", -1, "2026-12-27"),
    ]
    days = [row["cause"] for row in desk.rows("deliveries") if row["kind"] == "morning"]
    assert not {"2026-12-24", "2026-12-25", "2026-12-26", "2026-12-27"} & {*days}


@both
def test_own_days_off_are_kept_by_everyone_and_can_be_undone(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    add, remove = (
        ("holiday add 4 Dec Team day", "holiday remove 2026-12-04")
        if lang == "en"
        else ("libur tambah 4 Des Hari tim", "libur hapus 2026-12-04")
    )
    desk.maya.types("/task Kirim draf MoU @rani 4 Desember 2026", in_="#umum")
    said = me.types(f"/lintas {add}", in_="#umum")
    assert ("Fri 4 Dec: off for everyone" if lang == "en" else "Jum, 4 Des: libur bagi semua") in said
    assert ("Team day" if lang == "en" else "Hari tim") in me.types("/lintas holiday", in_="#umum")
    again = me.types(f"/lintas {add}", in_="#umum")
    assert ("Undo" if lang == "en" else "Urungkan") not in again
    desk.move(datetime(2026, 12, 7, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma")[-2:] == [
        ("2026-12-03", 0, "2026-12-04"),
        ("2026-12-07", -1, "2026-12-04"),
    ]
    said = me.types(f"/lintas {remove}", in_="#umum")
    assert ("worked here" if lang == "en" else "hari kerja") in said
    me.types("/lintas undo", in_="#umum")
    assert [each["deleted_at"] for each in desk.rows("closures")] == [None]


@both
def test_a_day_off_that_is_none_and_words_that_are_none_are_said(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    none = "is no day off" if lang == "en" else "bukan hari libur"
    form = "then the name" if lang == "en" else "lalu nama"
    name = "Give the day off a name" if lang == "en" else "Tulis nama hari libur"
    assert none in me.types("/lintas holiday remove 2 Dec 2026", in_="#umum")
    assert form in me.types("/lintas holiday besok", in_="#umum")
    assert form in me.types("/lintas holiday add Nonsense", in_="#umum")
    assert name in me.types("/lintas holiday add 2 Dec 2026", in_="#umum")
    assert "90" in me.types("/lintas holiday add 1 Jan–31 Mar 2027 Cuti", in_="#umum")
    assert desk.rows("closures") == []


def test_a_holiday_of_the_country_can_be_worked(desk: Office) -> None:
    assert "Natal" in desk.maya.types("/lintas libur", in_="#umum")
    desk.maya.types("/lintas libur hapus 24 Desember", in_="#umum")
    desk.maya.types("/task Kirim laporan @rani 24 Desember", in_="#umum")
    desk.move(datetime(2026, 12, 24, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma")[-1] == ("2026-12-24", 0, "2026-12-24")


def test_whoever_is_away_is_told_before_and_after(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani 4 Desember 2026", in_="#umum")
    desk.maya.types("/task Cetak katalog @rani 11 Desember 2026", in_="#umum")
    desk.rani.types("/lintas cuti 1–8 Des 2026", in_="#umum")
    desk.move(datetime(2026, 12, 9, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma") == [
        ("2026-11-27", 7, "2026-12-04"),
        ("2026-11-30", 0, "2026-12-04"),  # the last day before
        ("2026-11-30", 7, "2026-12-11"),
        ("2026-12-09", -1, "2026-12-04"),
        ("2026-12-09", 2, "2026-12-11"),
    ]
    rani = [each for each in desk.rows("deliveries") if each["target"] == desk.rani.id]
    mornings = [each["cause"] for each in rani if each["kind"] == "morning"]
    assert not any("2026-12-01" <= day <= "2026-12-08" for day in mornings)


def test_guests_change_no_days_off(desk: Office) -> None:
    assert "Hanya anggota" in desk.yuki.types("/lintas libur tambah 4 Des Pesta", in_="#kyoto")
    assert desk.rows("closures") == []


def test_where_the_weekend_is_friday_and_saturday_sunday_has_its_morning(desk: Office) -> None:
    desk.rani.types("/lintas zona Kairo", in_="#umum")
    desk.maya.types("/task Kirim draf MoU @rani 28 November 2026", in_="#umum")  # a Saturday
    desk.move(datetime(2026, 11, 30, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Rani Kusuma") == [
        ("2026-11-26", 0, "2026-11-28"),  # Thursday
        ("2026-11-29", -1, "2026-11-28"),  # Sunday
    ]


@both
def test_a_journey_ends_by_itself(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    home = "Europe/London" if lang == "en" else "Asia/Jakarta"
    typed, until = ("zone Tokyo until 30 Nov", "until Mon 30 Nov") if lang == "en" else (
        "zona Tokyo sampai 30 Nov",
        "sampai Sen, 30 Nov",
    )  # fmt: skip
    assert until in me.types(f"/lintas {typed}", in_="#umum")
    assert until in me.types("/lintas zone", in_="#umum")
    me.types("/task add Telepon museum @saya 1 Dec 2026", in_="#umum")
    desk.move(datetime(2026, 11, 30, 8, 30, tzinfo=ZoneInfo("Asia/Tokyo")))
    mornings = [each for each in desk.rows("deliveries") if each["kind"] == "morning"]
    assert mornings[-1]["said_at"].startswith("2026-11-29 23:30")
    desk.move(datetime(2026, 12, 1, 8, 30, tzinfo=ZoneInfo(home)))
    mornings = [each for each in desk.rows("deliveries") if each["kind"] == "morning"]
    assert mornings[-1]["cause"] == "2026-12-01"
    assert mornings[-1]["said_at"].startswith("2026-12-01 08:30" if lang == "en" else "2026-12-01 01:30")
    traveller = next(each for each in desk.rows("members") if each["name"] == me.user.shown_name)
    assert (traveller["zone"], traveller["zone_until"]) == (None, None)


def test_a_journey_can_be_undone_and_never_begins_in_the_past(desk: Office) -> None:
    desk.maya.types("/lintas zona Makassar", in_="#umum")
    desk.maya.types("/lintas zona Tokyo sampai 5 Des", in_="#umum")
    desk.maya.types("/lintas zona London sampai 9 Des", in_="#umum")
    desk.maya.types("/lintas urungkan", in_="#umum")
    maya = next(each for each in desk.rows("members") if each["name"] == "Maya Prameswari")
    assert (maya["zone"], maya["zone_until"], maya["home_zone"]) == (
        "Asia/Tokyo",
        "2026-12-05",
        "Asia/Makassar",
    )
    desk.move(datetime(2026, 12, 6, 12, 0, tzinfo=JAKARTA))
    maya = next(each for each in desk.rows("members") if each["name"] == "Maya Prameswari")
    assert (maya["zone"], maya["home_zone"]) == ("Asia/Makassar", None)


def test_the_country_whose_holidays_one_keeps(desk: Office) -> None:
    desk.maya.types("/lintas pengaturan", in_="#umum")
    assert desk.maya.modal_values["Negara yang hari liburnya Anda ikuti"] == "Indonesia"
    desk.maya.fills({"Negara yang hari liburnya Anda ikuti": "Atlantis"})
    desk.maya.submits()
    assert "Atlantis" in desk.maya.modal_errors["Negara yang hari liburnya Anda ikuti"]
    desk.maya.fills({"Negara yang hari liburnya Anda ikuti": "jerman"})
    assert "Jerman" in desk.maya.submits()
    desk.maya.types("/task add Kirim laporan @saya 24 Desember", in_="#umum")
    desk.move(datetime(2026, 12, 24, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "Maya Prameswari")[-1] == ("2026-12-24", 0, "2026-12-24")


# --- a post of its own -----------------------------------------------------------------------


@both
def test_urgent_deadlines_are_posted_where_no_digest_tells_of_them(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    if lang == "en":
        me.types("/digest on", in_="#lyon")
        me.types("/digest settings", in_="#lyon")
        me.fills({"Language": "English", "Digest": "Off"})
        me.submits()
    me.types("/program new Batik Lyon exhibition opening 3 December 2026", in_="#lyon")
    me.types("/program link Batik Lyon", in_="#lyon")
    me.types("/task add Kirim peti @rani !high 26 Nov 2026", in_="#lyon")
    me.types("/task add Pesan katering @rani 26 Nov 2026", in_="#lyon")
    desk.at(26, 8, 59)
    assert urgent(desk.dewi, "#lyon") == []
    desk.at(26, 9)
    (post,) = urgent(desk.dewi, "#lyon")
    ahead = "7 days to opening" if lang == "en" else "H-7"
    today = "today" if lang == "en" else "hari ini"
    assert ahead in post
    assert "Kirim peti" in post
    assert today in post
    assert "Pesan katering" not in post
    done = "Done" if lang == "en" else "Selesai"
    desk.dewi.clicks(done, on=post, in_="#lyon")
    (edited,) = urgent(desk.dewi, "#lyon")
    assert ("Done by Dewi" if lang == "en" else "Diselesaikan Dewi") in edited
    desk.lintas.tick()
    desk.move(timedelta(days=4))
    assert len(urgent(desk.dewi, "#lyon")) == 1


def test_where_a_digest_tells_of_them_there_is_no_post_beside_it(desk: Office) -> None:
    desk.at(27, 10)
    desk.maya.types("/digest nyala 09.00 Senin", in_="#lyon")
    desk.maya.types("/task add Kirim peti !tinggi 30 Nov 2026", in_="#lyon")
    desk.maya.types("/task add Kirim katalog !tinggi 1 Des 2026", in_="#lyon")
    desk.at(30, 12)
    assert urgent(desk.dewi, "#lyon") == []
    assert told(desk, "lyon") == [("2026-11-30", 0, "2026-11-30"), ("2026-11-30", 2, "2026-12-01")]
    desk.move(datetime(2026, 12, 1, 12, 0, tzinfo=JAKARTA))
    assert [shown.count("Kirim") for shown in urgent(desk.dewi, "#lyon")] == [2]


def test_a_date_that_the_digest_told_of_is_not_posted_the_day_after(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon exhibition opening 4 December 2026", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    desk.maya.types("/digest nyala 09.00 Jumat", in_="#lyon")
    desk.move(datetime(2026, 12, 1, 12, 0, tzinfo=JAKARTA))
    assert told(desk, "lyon") == [("2026-11-27", 7, "2026-12-04")]
    desk.move(datetime(2026, 12, 3, 12, 0, tzinfo=JAKARTA))
    assert [post.count("Batik Lyon") for post in urgent(desk.dewi, "#lyon")] == [1]
    assert told(desk, "lyon")[1:] == [("2026-12-02", 2, "2026-12-04")]


def test_a_post_holds_only_what_its_room_may_see(desk: Office) -> None:
    desk.maya.types("/program new Residensi", in_="#keuangan")
    desk.maya.types("/program link Residensi", in_="#kyoto")
    desk.maya.types("/task add Bayar honor #Residensi !tinggi 27 Nov 2026", in_="#keuangan")
    desk.at(27, 12)
    assert not any("Bayar honor" in shown for shown in desk.yuki.sees(in_="#kyoto"))


# --- reminders -------------------------------------------------------------------------------


@both
def test_an_hour_before_a_clock_time_whatever_the_hour(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    at = "26 Nov 2026 03:00" if lang == "en" else "26 Nov 2026 jam 03.00"
    me.types(f"/task add Telepon museum @saya {at}", in_="#umum")
    due = datetime.fromisoformat(row(desk)["due_at"] + "+00:00")
    desk.move(due - timedelta(hours=1, minutes=1))
    assert reminders(me) == []
    desk.move(due - timedelta(hours=1))
    (shown,) = reminders(me)
    assert ("⏰ Due Thu 26 Nov" if lang == "en" else "⏰ Tenggat Kam, 26 Nov") in shown
    me.types("/task edit 1", in_="#umum")
    me.fills({"What is to be done" if lang == "en" else "Apa yang harus dikerjakan": "Telepon museum Lyon"})
    me.submits()
    desk.move(due + timedelta(hours=1))
    assert len(reminders(me)) == 1


def test_a_clock_time_within_the_hour_is_told_at_that_time(desk: Office) -> None:
    desk.maya.types("/task add Telepon museum @saya hari ini jam 10.30", in_="#umum")
    desk.at(24, 10, 29)
    assert reminders(desk.maya) == []
    desk.at(24, 10, 30)
    (shown,) = reminders(desk.maya)
    assert shown.startswith("⏰ Tenggat Sel, 24 Nov, 10.30 WIB")


CHOICES = [
    ("In one hour", "Satu jam lagi", datetime(2026, 11, 27, 14, 0, tzinfo=JAKARTA)),
    ("Tomorrow at 09:00", "Besok pukul 09.00", datetime(2026, 11, 28, 9, 0, tzinfo=JAKARTA)),
    (
        "Next working day at 09:00",
        "Hari kerja berikutnya pukul 09.00",
        datetime(2026, 11, 30, 9, 0, tzinfo=JAKARTA),
    ),
]


@pytest.mark.parametrize(("en", "id", "again"), CHOICES, ids=[choice[0] for choice in CHOICES])
@both
def test_a_reminder_put_off_says_until_when_and_comes_again(
    desk: Office, lang: str, en: str, id: str, again: datetime
) -> None:
    me = desk.maya
    if lang == "en":
        desk.english("maya")
    me.types("/task add Telepon museum @saya 27 Nov 2026 14:00", in_="#umum")
    desk.at(27, 13)
    (shown,) = reminders(me)
    me.clicks("Snooze" if lang == "en" else "Ingatkan lagi nanti", on=shown)
    me.fills({"Remind me" if lang == "en" else "Ingatkan saya": en if lang == "en" else id})
    me.submits()
    assert reminders(me) == []
    assert any(("the deadline stays" if lang == "en" else "tenggatnya tetap") in each for each in me.sees())
    desk.move(again - timedelta(minutes=1))
    assert reminders(me) == []
    desk.move(again + timedelta(minutes=1))
    (shown,) = reminders(me)
    me.clicks("Done" if lang == "en" else "Selesai", on=shown)
    assert reminders(me) == []
    assert row(desk)["status"] == "done"


@both
def test_a_snooze_beyond_the_deadline_says_so(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/task add Telepon museum 27 Nov 2026", in_="#umum")
    beyond = "after its deadline" if lang == "en" else "sesudah tenggatnya"
    stays = "the deadline stays Fri 27 Nov" if lang == "en" else "tenggatnya tetap Jum, 27 Nov"
    within = me.types("/task snooze 1 27 Nov 2026", in_="#umum")
    assert stays in within
    assert beyond not in within
    late = me.types("/task snooze 1 28 Nov 2026", in_="#umum")
    assert stays in late
    assert beyond in late


def test_a_reminder_of_what_was_closed_meanwhile_opens_nothing(desk: Office) -> None:
    desk.maya.types("/task add Telepon museum @rani 27 Nov 2026 14:00", in_="#umum")
    desk.at(27, 13)
    (shown,) = reminders(desk.rani)
    stale = desk.rani.message(shown)
    desk.maya.types("/tugas selesai 1", in_="#umum")
    assert reminders(desk.rani) == []
    assert not any("Ingatkan lagi nanti" in each for each in desk.rani.sees()[-1:])
    assert stale.ts == desk.rani.messages()[-1].ts
    desk.at(27, 15)
    assert row(desk)["status"] == "done"
    assert reminders(desk.rani) == []


def test_a_snooze_does_not_swallow_the_hour_before(desk: Office) -> None:
    desk.maya.types("/task add Telepon museum @rani 27 Nov 2026 14:00", in_="#umum")
    desk.rani.types("/tugas ingatkan 1 besok", in_="#umum")
    desk.at(25, 12)
    assert len(reminders(desk.rani)) == 1
    desk.at(27, 13)
    assert len(reminders(desk.rani)) == 2
    desk.at(27, 16)
    assert len(reminders(desk.rani)) == 2


# --- somebody stands in --------------------------------------------------------------------------


@both
def test_a_stand_in_is_told_of_what_the_absent_hold(desk: Office, lang: str) -> None:
    if lang == "en":
        desk.english("rani")
    desk.maya.types("/task add Kirim draf MoU @dewi 27 November", in_="#umum")
    desk.dewi.types("/lintas cuti 25–30 November @rani", in_="#umum")
    desk.at(25, 12)
    (said,) = [shown for shown in desk.rani.sees() if "Kirim draf MoU" in shown]
    assert "Dewi Anggraini" in said
    assert ("away until Mon 30 Nov" if lang == "en" else "cuti sampai Sen, 30 Nov") in said
    assert told(desk, "Dewi Anggraini") == []
    desk.rani.clicks("Done" if lang == "en" else "Selesai", last=True)
    assert row(desk)["status"] == "done"


def test_a_stand_in_is_told_of_nothing_they_may_not_see(desk: Office) -> None:
    desk.maya.types("/task add Bayar honor @dewi besok", in_="#keuangan")
    desk.dewi.types("/lintas cuti 25–30 November @yuki", in_="#umum")
    desk.at(26, 12)
    assert not any("Bayar honor" in shown for shown in desk.yuki.sees())


def test_who_stands_in_for_the_stand_in_is_told(desk: Office) -> None:
    desk.maya.types("/task add Kirim draf MoU @dewi 27 November", in_="#umum")
    desk.dewi.types("/lintas cuti 25–30 November @rani", in_="#umum")
    desk.rani.types("/lintas cuti 25–26 November @maya", in_="#umum")
    desk.at(25, 12)
    assert any("Kirim draf MoU" in shown for shown in desk.maya.sees())
    assert told(desk, "Rani Kusuma") == []
    desk.at(27, 12)
    assert any("Kirim draf MoU" in shown for shown in desk.rani.sees())


def test_a_clock_time_of_the_absent_reminds_their_stand_in(desk: Office) -> None:
    desk.english("rani")
    desk.maya.types("/task add Telepon Lyon @dewi 26 November jam 14.00", in_="#umum")
    desk.dewi.types("/lintas cuti 25–30 November @rani", in_="#umum")
    desk.at(26, 15)
    assert any(
        "⏰ Due" in shown and "Telepon Lyon" in shown for shown in reminders(desk.rani)
    )  # her language
    assert reminders(desk.dewi) == []


# --- near the beginning of a program ---------------------------------------------------------------


@both
def test_near_its_beginning_a_program_may_have_no_day_off(desk: Office, lang: str) -> None:
    me = speaker(desk, lang)
    me.types("/program new Batik Lyon opening 1 December 2026 closing 6 December 2026", in_="#lyon")
    me.types("/program link Batik Lyon", in_="#lyon")
    me.types("/digest on 09:00", in_="#lyon")
    me.types("/task add Pasang label @rani #Batik-Lyon 28 Nov 2026", in_="#lyon")
    me.types('/program edit "Batik Lyon"', in_="#lyon")
    label, busy = {
        "en": (
            "From three days before it begins until it ends",
            "Every day is worked: digest and mornings come each day",
        ),
        "id": (
            "Sejak tiga hari sebelum mulai hingga selesai",
            "Setiap hari kerja: ringkasan dan pesan pagi datang tiap hari",
        ),
    }[lang]
    me.fills({label: busy})
    me.submits()
    shown = me.types('/program "Batik Lyon"', in_="#lyon")
    assert ("no days off" if lang == "en" else "tanpa hari libur") in shown
    desk.move(datetime(2026, 12, 14, 12, 0, tzinfo=JAKARTA))
    days = {
        kind: [each["cause"] for each in desk.rows("deliveries") if each["kind"] == kind]
        for kind in ("digest", "morning")
    }
    weekend = {"2026-11-28", "2026-11-29", "2026-12-05", "2026-12-06"}
    assert weekend <= set(days["digest"])
    assert weekend <= set(days["morning"])
    assert not {"2026-12-12", "2026-12-13"} & {*days["digest"], *days["morning"]}
    assert ("2026-11-28", 0, "2026-11-28") in told(desk, "Rani Kusuma")
