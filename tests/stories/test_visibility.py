"""Who sees what: a private channel's task is nowhere for anyone else."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from sqlalchemy import text, true

import storage.audience
import storage.tasks
from storage.deliveries import machine_now
from tests.stories.conftest import Office

SECRET = "Bayar honor kurator"


def leaks(office: Office) -> list[str]:
    """Every place where Rani, who is not in #keuangan, meets the words of its task."""
    office.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    rani = office.rani
    seen = {
        "list": rani.types("/task list", in_="#lyon"),
        "card": rani.types("/task 1", in_="#lyon"),
        "done": rani.types("/task done 1", in_="#lyon"),
        "history": rani.types("/task history 1", in_="#lyon"),
        "search": rani.types("/lintas search honor", in_="#lyon"),
        "digest": rani.types("/digest", in_="#lyon"),
        "words": rani.dm("honor kurator sudah selesai"),
        "home": rani.opens_home(),
    }
    return [
        place
        for place, text in seen.items()
        if "honor" in text.replace("“honor”", "").replace("“honor kurator”", "")
    ]


def test_a_private_channels_task_is_nowhere_for_a_non_member(desk: Office) -> None:
    assert leaks(desk) == []
    assert [task["status"] for task in desk.rows("tasks")] == ["open"]
    assert SECRET in desk.maya.types("/task list", in_="#lyon")


@pytest.fixture
def leaking(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Everybody sees every task; what was kept of statements before, or is meanwhile, is forgotten."""
    kept = (storage.tasks._rows, storage.tasks._one, storage.tasks._just_added)
    monkeypatch.setattr(storage.tasks, "seen_by", lambda *_, **__: true())
    for statements in kept:
        statements.cache_clear()
    yield
    for statements in kept:
        statements.cache_clear()


@pytest.mark.usefixtures("leaking")
def test_the_same_checks_find_a_leak(desk: Office) -> None:
    found = leaks(desk)
    assert {"list", "card", "history", "done"} <= set(found)


def test_a_public_channels_task_is_there_for_every_full_member_and_for_no_guest(desk: Office) -> None:
    desk.maya.types("/task Cetak katalog", in_="#lyon")
    assert "Cetak katalog" in desk.hadi.types("/task list", in_="#umum")
    assert "Cetak katalog" in desk.emma.types("/task 1", in_="#umum")
    assert "Cetak katalog" not in desk.yuki.types("/task list", in_="#kyoto")
    assert "Cetak katalog" not in desk.yuki.types("/task 1", in_="#kyoto")


def test_what_was_said_to_lintas_alone_is_seen_by_its_author_alone(desk: Office) -> None:
    desk.maya.dm("tolong kirim surat rahasia paling lambat Jumat")
    assert "surat rahasia" in desk.maya.types("/task list", in_="#lyon")
    assert "surat rahasia" not in desk.rani.types("/task list", in_="#lyon")


def test_a_private_channel_without_the_app_is_known_to_nobody_else(desk: Office) -> None:
    echo = desk.dewi.types("/task Siapkan RAB", in_="#rahasia")
    assert "hanya terlihat oleh Anda" in echo
    assert "Siapkan RAB" not in desk.maya.types("/task list", in_="#rahasia")


def test_leaving_a_private_channel_closes_it_at_once(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    assert SECRET in desk.maya.types("/task list", in_="#lyon")
    desk.maya.leaves("#keuangan")
    assert SECRET not in desk.maya.types("/task list", in_="#lyon")


def test_a_mention_never_shows_in_a_channel_what_not_everyone_there_may_see(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    desk.dewi.says("@Lintas apa yang jatuh tempo minggu ini?", in_="#lyon")
    assert SECRET not in desk.rani.screen("#lyon")
    desk.dewi.says("@Lintas tugas 1", in_="#lyon")
    assert SECRET not in desk.rani.screen("#lyon")
    assert SECRET in desk.dewi.screen("#keuangan")


def test_undo_of_somebody_elses_private_act_says_nothing_of_it(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    assert SECRET not in desk.rani.types("/lintas urungkan", in_="#lyon")
    assert [task["deleted_at"] for task in desk.rows("tasks")] == [None]


def test_audience_is_in_one_place() -> None:
    assert storage.tasks.seen_by is storage.audience.seen_by


# --- what is not known just now is closed ------------------------------------------------------------


def forget(office: Office) -> None:
    """Let it be eleven minutes since Slack was asked who is in which channel."""
    with office.lintas.database.writing() as session:
        past = machine_now() - timedelta(minutes=11)
        session.execute(text("UPDATE members SET memberships_seen_at = :past"), {"past": past})


def test_stale_memberships_are_closed_until_slack_has_answered(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    forget(desk)
    first = desk.maya.types("/task list", in_="#lyon")
    assert "memeriksa kanal" in first
    assert SECRET not in first
    assert SECRET in desk.maya.clicks("Tampilkan lagi", last=True)
    assert SECRET in desk.maya.types("/task list", in_="#lyon")


def test_a_program_of_a_private_channel_is_unknown_meanwhile_and_known_then(desk: Office) -> None:
    desk.dewi.types("/program new Dana Abadi", in_="#keuangan")
    forget(desk)
    first = desk.maya.types("/program list", in_="#lyon")
    assert "memeriksa kanal" in first
    assert "Dana Abadi" not in first
    assert "Dana Abadi" in desk.maya.types("/program list", in_="#lyon")


@pytest.mark.parametrize(
    "typed",
    ["/task 1", "/task done 1", "/task move 1 Senin", "/program Dana Abadi", "/task add Surat #Dana-Abadi"],
)
def test_what_may_only_seem_not_to_be_there_is_not_said_to_be_missing(desk: Office, typed: str) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    desk.dewi.types("/program new Dana Abadi", in_="#keuangan")
    forget(desk)
    assert "memeriksa kanal" in desk.maya.types(typed, in_="#lyon")
    assert "memeriksa kanal" not in desk.maya.types(typed, in_="#lyon")


def test_whoever_joins_sees_and_whoever_is_invited_with_the_app_too(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    assert SECRET not in desk.rani.types("/task list", in_="#lyon")
    desk.dewi.invites(desk.rani, "#keuangan")
    assert SECRET in desk.rani.types("/task list", in_="#lyon")


# --- the other places where words could slip out ------------------------------------------------------


def test_neither_nearest_names_nor_matching_words_tell_of_a_private_task(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    desk.dewi.types("/program new Dana Abadi", in_="#keuangan")
    for typed in ("/program Dana Abadai", "/task add Kirim surat #Dana-Abad", "/task list #Dana-Abad"):
        said = desk.rani.types(typed, in_="#lyon")
        assert "Dana Abadi" not in said
    for words in ("tunda bayar honor ke Senin", "tugaskan bayar honor ke @emma", "honor sudah dibayar"):
        assert SECRET not in desk.rani.dm(words)


def test_a_private_task_is_in_no_digest_beyond_its_channel_and_in_no_other_morning(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET} besok", in_="#keuangan")
    desk.rani.types("/task Cetak katalog @saya besok", in_="#lyon")
    for channel in ("#lyon", "#keuangan"):
        desk.dewi.types("/digest nyala 09.00", in_=channel)
    desk.at(25, 9, 0)
    assert SECRET not in desk.rani.screen("#lyon")
    assert SECRET not in desk.dewi.messages("#lyon")[-1].text
    assert "Cetak katalog" in desk.rani.screen()
    assert SECRET not in desk.rani.screen()
    assert SECRET in desk.maya.screen("#keuangan")


def test_whoever_is_given_a_private_task_sees_it_and_nothing_else_of_its_channel(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET} @rani", in_="#keuangan")
    desk.dewi.types("/task Tutup buku", in_="#keuangan")
    listed = desk.rani.types("/task list", in_="#lyon")
    assert SECRET in listed
    assert "Tutup buku" not in listed
    desk.dewi.types("/task assign 1 @maya", in_="#keuangan")
    assert SECRET not in desk.rani.types("/task list", in_="#lyon")


def test_a_private_card_is_not_shared_where_not_everyone_may_see_it(desk: Office) -> None:
    desk.dewi.types(f"/task {SECRET}", in_="#keuangan")
    desk.dewi.types("/task 1", in_="#lyon")
    assert "Tidak semua orang" in desk.dewi.clicks("Bagikan di sini", last=True)
    assert SECRET not in desk.rani.screen("#lyon")


def test_a_channel_with_a_guest_shows_them_only_what_was_said_there(desk: Office) -> None:
    desk.maya.types("/task Cetak katalog besok", in_="#umum")
    desk.maya.types("/task Jemput tamu besok", in_="#kyoto")
    desk.maya.says("@Lintas apa yang jatuh tempo minggu ini?", in_="#kyoto")
    desk.maya.types("/digest on 11:00", in_="#kyoto")
    desk.at(24, 11, 5)
    assert "Cetak katalog" not in desk.yuki.screen("#kyoto")
    assert "Jemput tamu" in desk.yuki.screen("#kyoto")


def test_a_list_asked_for_before_guests_is_whole_and_for_the_asker_alone(office: Office) -> None:
    office.maya.types("/task add Kirim peti besok", in_="#umum")
    office.maya.types("/task add Foto peti besok", in_="#kyoto")
    office.maya.says("@Lintas apa yang jatuh tempo minggu ini?", in_="#kyoto")
    assert "Kirim peti" in office.maya.ephemerals[-1]
    assert "Foto peti" in office.maya.ephemerals[-1]
    assert all("Kirim peti" not in shown for shown in office.yuki.sees(in_="#kyoto"))


def test_one_s_own_list_asked_for_in_a_channel_is_whole_and_for_oneself_alone(office: Office) -> None:
    office.maya.types("/task add Bahas honor @maya", in_="#keuangan")
    office.maya.types("/task add Kirim peti @maya", in_="#umum")
    before = len(office.rani.messages("#umum"))
    office.maya.says("@Lintas task list mine", in_="#umum")
    assert "Bahas honor" in office.maya.ephemerals[-1]
    assert "Kirim peti" in office.maya.ephemerals[-1]
    assert len(office.rani.messages("#umum")) == before + 1
