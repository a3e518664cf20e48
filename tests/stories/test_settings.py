"""What people set for themselves, and taking it back."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, speaker


def member(office: Office, name: str = "Maya Prameswari") -> dict[str, Any]:
    return next(row for row in office.rows("members") if row["name"] == name)


SETTINGS = [
    ("language en", "bahasa en", {"lang": "en"}, "From now on I write to you in English"),
    ("language id", "bahasa indonesia", {"lang": "id"}, "Mulai sekarang saya menulis kepada Anda"),
    ("zone Tokyo", "zona Tokyo", {"zone": "Asia/Tokyo"}, "Tokyo"),
    ("zone Makassar", "zona Makassar", {"zone": "Asia/Makassar"}, "WITA"),
    ("zone Europe/Paris", "zona Europe/Paris", {"zone": "Europe/Paris"}, "Paris"),
    ("morning on 07:30", "pagi nyala 07.30", {"morning_on": 1, "morning_at": 450}, "07"),
    ("morning off", "pagi mati", {"morning_on": 0}, "morning on 08:30 pagi nyala 08.30"),
]


@pytest.mark.parametrize(("en", "id", "stored", "said"), SETTINGS, ids=[line[0] for line in SETTINGS])
@both
def test_each_setting_is_stored_said_and_undone(
    desk: Office, lang: str, en: str, id: str, stored: dict[str, Any], said: str
) -> None:
    me = speaker(desk, lang)
    if en.endswith(f" {lang}"):
        me.types(f"/lintas language {'id' if lang == 'en' else 'en'}", in_="#umum")
    name = me.user.shown_name
    before = member(desk, name)
    answer = me.types(f"/lintas {en if lang == 'en' else id}", in_="#umum")
    assert {column: member(desk, name)[column] for column in stored} == stored
    assert any(words in answer for words in (said, *said.split())) if "morning on" in said else said in answer
    me.types("/lintas undo", in_="#umum")
    assert member(desk, name) == before


@pytest.mark.parametrize(
    ("typed", "en", "id"),
    [
        ("language fr", "speaks English and Indonesian", "bahasa Inggris dan Indonesia"),
        ("zone Atlantis", "is no time zone", "tidak mengenal zona waktu"),
        ("away soon", "Say from when until when", "dari kapan sampai kapan"),
        ("away 1–5 Nov 2025", "is past", "sudah lewat"),
        ("away 20–31 Dec @Atlantis", "I know nobody called", "tidak mengenal"),
        ("report yearly", "There are three reports", "Ada tiga laporan"),
        ("export moon", "Files come as CSV", "Berkas berupa CSV"),
        ("export tasks pdf", "Files come as CSV", "Berkas berupa CSV"),
        ("handover", "Say who hands over", "siapa yang menyerahkan"),
        ("status", "administrators", "admin"),
    ],
)
@both
def test_what_cannot_be_set_says_so_and_changes_nothing(
    desk: Office, lang: str, typed: str, en: str, id: str
) -> None:
    me = speaker(desk, lang)
    before = desk.rows("changes")
    assert (en if lang == "en" else id) in me.types(f"/lintas {typed}", in_="#umum")
    assert desk.rows("changes") == before


def test_undo_of_settings_says_so_in_the_language_that_is_back(desk: Office) -> None:
    desk.maya.types("/lintas bahasa en", in_="#umum")
    assert "Diurungkan: pengaturan Anda" in desk.maya.clicks("Undo", last=True)


def test_settings_form_holds_what_is_and_says_what_is_wrong(desk: Office) -> None:
    desk.maya.types("/lintas pengaturan", in_="#umum")
    assert desk.maya.modal_values["Zona waktu atau kota"] == "Asia/Jakarta"
    desk.maya.fills({"Zona waktu atau kota": "Atlantis"})
    desk.maya.submits()
    assert "Atlantis" in desk.maya.modal_errors["Zona waktu atau kota"]
    desk.maya.fills({"Zona waktu atau kota": "Lyon", "Bahasa": "English", "Jam": "07:00"})
    assert "Your settings are saved" in desk.maya.submits()
    stored = member(desk)
    assert (stored["lang"], stored["zone"], stored["morning_at"]) == ("en", "Europe/Paris", 420)
    desk.maya.clicks("Undo", last=True)
    assert (member(desk)["lang"], member(desk)["zone"]) == (None, None)


def test_times_are_read_and_told_in_the_members_own_zone(desk: Office) -> None:
    desk.maya.types("/lintas zona Tokyo", in_="#umum")
    assert "14.00 Tokyo" in desk.maya.types("/task add Telepon museum besok jam 14.00", in_="#umum")
    assert desk.rows("tasks")[0]["due_at"].startswith("2026-11-25 05:00")
    assert "12.00 WIB" in desk.rani.types("/task 1", in_="#umum")


def test_the_morning_comes_at_the_hour_set_in_the_zone_set(desk: Office) -> None:
    desk.maya.types("/lintas zona Tokyo", in_="#umum")
    desk.maya.types("/lintas pagi nyala 07.00", in_="#umum")
    desk.maya.types("/task add Telepon museum @saya besok", in_="#umum")
    desk.at(25, 4, 59)
    assert desk.maya.sees() == []
    desk.at(25, 5, 0)
    assert "Telepon museum" in desk.maya.sees()[0]


def test_the_morning_can_be_stopped_from_the_message_itself(desk: Office) -> None:
    desk.maya.types("/task add Telepon museum @saya besok", in_="#umum")
    desk.at(25, 8, 30)
    desk.maya.clicks("Matikan", last=True)
    assert member(desk)["morning_on"] == 0
    mornings = len(desk.maya.sees())
    desk.at(26, 12, 0)
    assert len(desk.maya.sees()) == mornings


def test_my_own_day_in_a_direct_message(desk: Office) -> None:
    assert "Tidak ada yang menunggu Anda hari ini" in desk.maya.types("/digest")
    desk.maya.types("/task add Telepon museum @saya besok", in_="#umum")
    assert "Telepon museum" in desk.maya.types("/digest")
    assert "pesan pagi pertama" not in desk.maya.types("/digest")


def test_a_digest_by_its_form(desk: Office) -> None:
    desk.maya.types("/digest atur", in_="#lyon")
    desk.maya.fills({"Ringkasan": "Nyala", "Jam": "08:00", "Hari": ["Sen", "Rab"], "Bahasa": "English"})
    assert "08.00 WIB" in desk.maya.submits()
    lyon = next(row for row in desk.rows("channels") if row["name"] == "lyon")
    assert (lyon["digest_on"], lyon["digest_at"], lyon["digest_days"], lyon["lang"]) == (1, 480, "13", "en")
    desk.maya.types("/task add Cetak katalog 27 Nov 2026", in_="#lyon")
    desk.at(25, 8, 0)
    assert "Today and soon" in desk.dewi.sees(in_="#lyon")[-1]
    desk.move(timedelta(days=1))
    assert len(desk.dewi.sees(in_="#lyon")) == 1
    desk.maya.types("/lintas urungkan", in_="#lyon")


def test_the_digest_of_a_channel_without_the_app_is_refused(desk: Office) -> None:
    said = desk.dewi.types("/digest nyala 09.00", in_="#rahasia")
    assert "/invite @Lintas" in said
    assert not any(row["digest_on"] for row in desk.rows("channels"))
