"""What nobody should send, and what should not happen: each has a clear answer; nothing is lost or pinged."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event

from bot.local.deliveries import COMMANDS, Delivery
from bot.local.model import Message
from bot.local.payloads import slash_command
from bot.local.person import Person
from tests.stories.conftest import Office
from tests.stories.mishaps import counts, time_passes


@pytest.fixture(params=["id", "en"])
def reader(request: pytest.FixtureRequest, desk: Office) -> Person:
    """Maya, who reads Indonesian, or Emma, who reads English."""
    if request.param == "en":
        desk.english("emma")
        return desk.emma
    return desk.maya


def in_words_of(reader: Person, indonesian: str, english: str) -> str:
    return english if reader.user.name == "emma" else indonesian


@contextmanager
def held_by_another(office: Office) -> Iterator[None]:
    """Another process is writing to the database and does not end."""
    other = sqlite3.connect(
        office.lintas.database.url.database or "", isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN EXCLUSIVE")
    try:
        yield
    finally:
        other.close()


# -- words


def test_a_command_with_no_words_opens_its_form(desk: Office, reader: Person) -> None:
    for command, title in (
        ("/task", in_words_of(reader, "Tugas baru", "New task")),
        ("/program", in_words_of(reader, "Program baru", "New program")),
        ("/partner", in_words_of(reader, "Tambah mitra", "Add partner")),
        ("/task add   ", in_words_of(reader, "Tugas baru", "New task")),
    ):
        reader.types(command, in_="#lyon")
        assert title in (reader.modal or ""), command
        reader.closes()
    assert not desk.slack.refusals


@pytest.mark.parametrize("words", ["", "   ", "​", "​\u200f", "!!!", "…", "\x00", "🎭"])
def test_a_mention_or_message_of_nothing_stores_nothing(desk: Office, words: str) -> None:
    desk.maya.says(f"@Lintas {words}", in_="#lyon")
    desk.maya.dm(words or " ")
    assert not desk.rows("tasks")
    assert not desk.slack.refusals
    assert not failures(desk)


@pytest.mark.parametrize("command", ["/task", "/task add", "/program new", "/partner add", "/lintas"])
def test_forty_thousand_characters_are_kept_or_refused_and_shown_whole_nowhere(
    desk: Office, reader: Person, command: str
) -> None:
    echo = reader.types(f"{command} {'kata ' * 8_000}", in_="#lyon")
    assert 0 < len(echo) < 3_000
    assert not desk.slack.refusals
    assert not failures(desk)
    for card in ("/task 1", "/task list", "/program list", "/partner list", "/lintas help"):
        assert reader.types(card, in_="#lyon")
    reader.opens_home()
    desk.at(25, 9)
    assert not desk.slack.refusals
    assert not [row for row in desk.rows("deliveries") if row["state"] == "failed"]


def test_forty_thousand_characters_in_a_message_have_an_answer(desk: Office) -> None:
    desk.maya.says("@Lintas tolong kirim " + "draf " * 8_000, in_="#lyon")
    desk.maya.dm("tolong kirim " + "draf " * 8_000)
    assert not desk.slack.refusals
    assert not failures(desk)


@pytest.mark.parametrize("bad", ["\x00", "\x07\x1b[31m", "\u202e", "\r\n\t"])
def test_control_characters_reach_neither_rows_nor_eyes(bad_office: Office, bad: str) -> None:
    office = bad_office
    echo = office.maya.types(f"/task Kirim{bad} draf{bad} MoU @rani", in_="#lyon")
    assert "#1" in echo
    (row,) = office.rows("tasks")
    assert row["title"].isprintable() or bad == "\u202e"
    assert "Kirim" in row["title"]
    assert len(office.rani.sees()) == 1
    for line in (f"/program new Batik{bad} Lyon", f"/partner add Anna{bad} Richter, kurator", f"/task {bad}"):
        office.maya.types(line, in_="#lyon")
    office.maya.says(f"@Lintas tolong kirim{bad} surat besok", in_="#lyon")
    assert not failures(office)
    assert not office.slack.refusals


@pytest.fixture(params=["sqlite", "postgresql"])
def bad_office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """Over Socket Mode, on each database: they differ in what text they take."""
    if request.param == "sqlite":
        url = f"sqlite:///{tmp_path}/office.db"
    else:
        url = request.getfixturevalue("postgresql_url")
    opened = Office(url, "socket")
    yield opened
    opened.stop()


LOUD = "Kirim <!channel> <!here> <!everyone> <!subteam^S0123> @channel @here & <b>"


def test_what_would_ping_everyone_pings_nobody(desk: Office) -> None:
    desk.maya.types(f'/task add "{LOUD}" @rani', in_="#lyon")
    desk.maya.types("/program new Festival <!channel>", in_="#lyon")
    desk.maya.types("/partner add <!here> Richter, kurator, <!channel>", in_="#lyon")
    desk.maya.says(f'@Lintas tugas tambah "{LOUD}"', in_="#lyon")
    desk.maya.types("/task note 1 <!channel> baca", in_="#lyon")
    desk.maya.types("/task Kirim surat #<!channel>", in_="#lyon")
    desk.maya.types("/task <!channel>", in_="#lyon")
    desk.maya.types("/digest on 09:00", in_="#lyon")
    desk.maya.types("/task 1", in_="#lyon")
    desk.maya.clicks("Bagikan di sini", last=True)
    desk.maya.opens_home()
    desk.at(25, 9)
    assert desk.rows("tasks")
    assert [ping for ping in desk.slack.workspace.pings if by_the_app(desk, ping)] == []
    assert not desk.slack.refusals


def by_the_app(office: Office, message: Message) -> bool:
    return message.user == office.slack.workspace.bot.id


@pytest.mark.parametrize("command", ["/program", "/partner", "/digest", "/lintas"])
def test_an_unknown_word_is_named_and_the_nearest_offered(desk: Office, reader: Person, command: str) -> None:
    before = counts(desk, "tasks", "programs", "organisations", "contacts", "requests")
    seen = reader.types(f"{command} frobnicate", in_="#lyon")
    assert "frobnicate" in seen
    assert in_words_of(reader, "disimpan", "stored") in seen
    assert counts(desk, "tasks", "programs", "organisations", "contacts", "requests") == before


def test_an_unknown_program_stores_nothing_until_one_of_the_nearest_is_chosen(
    desk: Office, reader: Person
) -> None:
    for name in ("Batik Lyon", "Batik Kyoto", "Wayang Berlin", "Angklung Paris", "Gamelan Lyon", "Tari Lima"):
        desk.maya.types(f"/program new {name}", in_="#umum")
    seen = reader.types("/task Kirim surat #Batik-Lumajang", in_="#umum")
    assert in_words_of(reader, "Tidak ada program", "There is no program") in seen
    assert seen.count("[") == 5
    assert not desk.rows("tasks")
    echo = reader.clicks("Batik Lyon", on="Batik-Lumajang")
    assert "#1 Kirim surat" in echo
    assert "Batik Lyon" in echo
    assert [row["title"] for row in desk.rows("tasks")] == ["Kirim surat"]


def test_an_unknown_person_stores_nothing_until_one_of_the_nearest_is_chosen(
    desk: Office, reader: Person
) -> None:
    seen = reader.types("/task Kirim surat @Rany", in_="#umum")
    assert in_words_of(reader, "Saya tidak mengenal Rany", "I know nobody called Rany") in seen
    assert 1 <= seen.count("[") <= 5
    assert not desk.rows("tasks")
    echo = reader.clicks("Rani Kusuma", on="Rany")
    assert "#1 Kirim surat" in echo
    assert "Rani Kusuma" in echo
    assert len(desk.rani.sees()) == 1


@pytest.mark.parametrize("line", ["/task Kirim surat ^1-Jan-2026", "/task Kirim surat due:2026-11-23"])
def test_a_date_that_is_past_is_no_deadline(desk: Office, reader: Person, line: str) -> None:
    seen = reader.types(line, in_="#umum")
    assert in_words_of(reader, "sudah lewat", "past") in seen
    assert not desk.rows("tasks")


@pytest.mark.parametrize(
    "line", ["/task done 99", "/task move 99 senin", "/task 99", "/task assign 99 @rani"]
)
def test_a_number_that_is_nobodys_is_said(desk: Office, reader: Person, line: str) -> None:
    before = counts(desk, "requests")
    assert "#99" in reader.types(line, in_="#umum")
    assert counts(desk, "requests") == before


# -- buttons of another version


@pytest.mark.parametrize(
    ("action_id", "value"),
    [
        ("task_archive", "1"),
        ("task_done", "seventeen"),
        ("task_done", ""),
        ("task_done", "999999999"),
        ("task_done", "9" * 400),
        ("undo", "-1"),
        ("undo", "1e9"),
        ("retry", ""),
        ("retry", "/frobnicate x"),
        ("task_other_date", "1"),
        ("task_other_date", "1:2026-02-31"),
        ("partner_open", "ship:9"),
        ("log_contact", "ship"),
        ("task_reschedule", "x"),
        ("", ""),
    ],
)
def test_a_button_of_another_version_has_a_kind_answer(
    desk: Office, reader: Person, action_id: str, value: str
) -> None:
    echo = reader.types("/task Kirim surat", in_="#lyon")
    assert "#1" in echo
    before = counts(desk, "tasks", "changes")
    message = reader.message("Kirim surat")
    button = {"type": "button", "text": {"type": "plain_text", "text": "Old"}, "value": value}
    button["action_id"] = action_id or "x"
    message.blocks = [{"type": "actions", "block_id": "old", "elements": [button]}]
    seen = reader.clicks("Old") or reader.modal or ""
    assert len(seen) > 20
    english = {"this", "there", "is", "no", "not", "the", "to", "with"} & set(seen.lower().split())
    assert bool(english) == (reader is desk.emma), seen
    assert counts(desk, "tasks", "changes") == before
    assert not failures(desk)
    assert not desk.slack.refusals


# -- the database


def test_a_database_that_another_holds_is_said_within_slacks_three_seconds(
    desk: Office, reader: Person
) -> None:
    desk.slack.socket.ack_seconds = 3.0
    with held_by_another(desk):
        seen = reader.types("/task Kirim surat", in_="#lyon")
        assert in_words_of(reader, "tidak dapat menulis", "cannot write") in seen
        assert "#" not in reader.types("/task list", in_="#lyon")  # reading goes on
    assert not desk.rows("tasks")
    assert "#1" in reader.types("/task Kirim surat", in_="#lyon")


def test_several_who_write_while_another_holds_the_database_are_all_answered_in_time(desk: Office) -> None:
    desk.slack.socket.ack_seconds = 3.0
    with held_by_another(desk):
        bodies = [
            slash_command(
                desk.slack.workspace, one.user, one.channel("#lyon"), "/task", f"Surat {one.user.name}"
            )
            for one in (desk.maya, desk.rani, desk.dewi, desk.hadi, desk.emma)
        ]
        sent = [desk.slack.deliveries.send(Delivery(COMMANDS, body, True)) for body in bodies]
        answers = [one.answer.result(10) for one in sent]
    assert [answer.error for answer in answers] == [None] * 5


def test_a_message_while_another_holds_the_database_is_stored_when_slack_repeats_it(desk: Office) -> None:
    desk.slack.socket.ack_seconds = 3.0
    other = sqlite3.connect(
        desk.lintas.database.url.database or "", isolation_level=None, check_same_thread=False
    )
    other.execute("BEGIN EXCLUSIVE")

    class Attempts(list[str]):
        def append(self, reason: str) -> None:
            super().append(reason)
            other.close()

    send = desk.slack.deliveries.send
    desk.slack.deliveries.send = lambda one: send(replace(one, attempts=Attempts()))  # type: ignore[assignment, method-assign]
    desk.maya.dm("tugas tambah Kirim surat")
    assert [row["title"] for row in desk.rows("tasks")] == ["Kirim surat"]


def test_what_waits_at_the_door_outlasts_a_database_that_another_holds(desk: Office) -> None:
    desk.slack.faults.next("chat.postMessage", "cut_before_store")
    desk.maya.types("/task Kirim surat @rani", in_="#lyon")
    with held_by_another(desk):
        desk.lintas.door.wake()
    time_passes(desk)
    assert len(desk.rani.sees()) == 1


def test_a_database_that_cannot_be_written_is_said_and_read_on(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    office = Office(f"sqlite:///{tmp_path}/office.db", "socket")
    try:
        office.english("emma")
        office.maya.types("/task Kirim surat", in_="#lyon")
        office.slack.settle()
        with read_only(office):
            for person, words in ((office.maya, "tidak dapat menulis"), (office.emma, "cannot write")):
                assert words in person.types("/task Rahasia", in_="#lyon")
            assert "#1 Kirim surat" in office.maya.types("/task list", in_="#lyon")
        assert [row["title"] for row in office.rows("tasks")] == ["Kirim surat"]
    finally:
        office.stop()
    assert "Rahasia" not in "".join(capsys.readouterr())


@contextmanager
def read_only(office: Office) -> Iterator[None]:
    """The database refuses every write, as a file without write permission does even to its owner."""
    engine, refused = office.lintas.database.engine, ["ON"]

    def forbid(connection: Any, *_: Any) -> None:
        connection.execute(f"PRAGMA query_only = {refused[0]}")

    event.listen(engine, "checkout", forbid)
    try:
        yield
    finally:
        refused[0] = "OFF"


def failures(office: Office) -> list[Any]:
    """Deliveries that were given up or had to be tried again."""
    return [row for row in office.rows("deliveries") if row["state"] == "failed" or row["attempts"]]
