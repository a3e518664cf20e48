"""The exchange: whatever Slack repeats changes nothing, whatever fails leaves nothing half done."""

from __future__ import annotations

import re

import pytest

from bot.local.deliveries import COMMANDS, EVENTS, INTERACTIVE
from tests.stories.conftest import Office
from tests.stories.mishaps import (
    counts,
    last_sent,
    repeated,
    statement_fails,
    time_passes,
)

# -- what Slack sends again


def test_a_command_delivered_four_times_has_one_effect_and_the_same_echo(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani jumat", in_="#lyon")
    before = counts(office, "tasks", "task_owners", "changes", "deliveries")
    answers = repeated(office, COMMANDS, 3)
    assert counts(office, "tasks", "task_owners", "changes", "deliveries") == before
    assert len(office.rani.sees()) == 1
    (first, *others) = [str(answer.body) for answer in answers]
    assert "#1 Kirim draf MoU" in first
    assert "Rani Kusuma" in first
    assert others == [first, first]


def test_a_repeated_command_is_answered_from_the_rows_as_they_are(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU", in_="#lyon")
    creation = last_sent(office, COMMANDS)
    office.maya.types("/task move 1 senin", in_="#lyon")
    office.slack.deliveries.log.append(creation)
    (answer,) = repeated(office, COMMANDS)
    assert "30 Nov" in str(answer.body)


def test_events_delivered_four_times_at_once_are_stored_once(office: Office) -> None:
    office.slack.deliveries.each_event = 4
    seen = office.maya.says("@Lintas tugas tambah Kirim draf MoU jumat", in_="#lyon")
    assert counts(office, "tasks") == {"tasks": 1}
    assert seen.count("Kirim draf MoU") == 1
    office.maya.dm("tugas tambah Pesan tiket")
    assert counts(office, "tasks") == {"tasks": 2}
    assert sum("Pesan tiket" in shown for shown in office.maya.sees()) == 2  # the words, and one answer


def test_one_mention_arrives_as_two_events_and_is_answered_once(office: Office) -> None:
    office.maya.says("@Lintas tugas tambah Kirim draf MoU", in_="#lyon")
    kinds = {one.payload["event"]["type"] for one in office.slack.deliveries.log if one.kind == EVENTS}
    assert kinds == {"app_mention", "message"}
    assert counts(office, "tasks") == {"tasks": 1}
    answers = [shown for shown in office.maya.sees(in_="#lyon") if "#1" in shown]
    assert len(answers) == 1


def test_events_delivered_over_a_day_are_stored_once(office: Office) -> None:
    """Slack repeats after a minute and after five: the first may be long over."""
    office.maya.dm("tugas tambah Pesan tiket")
    repeated(office, EVENTS, 3)
    office.close()
    office.open()
    repeated(office, EVENTS, 3)
    assert counts(office, "tasks") == {"tasks": 1}


def test_a_double_click_on_done_closes_once_and_says_so_kindly(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    card = office.rani.message("Kirim draf MoU")
    block, element = next(
        (block, element)
        for block in card.blocks or []
        for element in block.get("elements", [])
        if element.get("action_id", "").startswith("task_done")
    )
    for _ in range(2):  # both are on their way before the card has changed
        office.rani.acts.use(
            office.rani.user, card, block["block_id"], element["action_id"], element["value"]
        )
        card.blocks = [block]
    done = [row for row in office.rows("changes") if row["verb"] == "complete_task"]
    assert len(done) == 1
    assert [row["status"] for row in office.rows("tasks")] == ["done"]
    assert any("sudah diselesaikan" in shown for shown in office.rani.ephemerals)


def test_a_click_delivered_again_changes_nothing_and_says_nothing_more(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    office.rani.clicks("Selesai", on="Kirim draf MoU")
    before, seen = counts(office, "changes", "deliveries"), office.rani.screen()
    repeated(office, INTERACTIVE, 3)
    assert counts(office, "changes", "deliveries") == before
    assert office.rani.screen() == seen
    assert not office.rani.ephemerals


def test_a_double_click_on_undo_takes_back_once(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU", in_="#lyon")
    office.maya.types("/task Pesan tiket", in_="#lyon")
    echo = office.maya.message("Pesan tiket")
    blocks = echo.blocks or []
    office.maya.clicks("Urungkan", on="Pesan tiket")
    echo.blocks = blocks  # the second click was made before the first was answered
    seen = office.maya.clicks("Urungkan", last=True)
    taken = [row for row in office.rows("tasks") if row["deleted_at"]]
    assert [row["title"] for row in taken] == ["Pesan tiket"]
    assert "Pesan tiket" in seen or "sudah" in seen


def test_a_form_sent_twice_is_stored_once(office: Office) -> None:
    office.maya.types("/task", in_="#lyon")
    view = office.maya.sight.modal
    assert view is not None
    office.maya.fills({"Apa yang harus dikerjakan": "Cetak undangan"})
    office.maya.submits()
    office.maya.acts.submit(office.maya.user, view)  # pressed again while the first was under way
    repeated(office, INTERACTIVE, 3)  # and delivered again
    assert [row["title"] for row in office.rows("tasks")] == ["Cetak undangan"]
    assert sum("Cetak undangan" in shown for shown in office.maya.ephemerals) == 1


def test_a_form_with_a_mistake_can_be_sent_again_once_it_is_put_right(office: Office) -> None:
    office.maya.types("/task", in_="#lyon")
    office.maya.fills({"Apa yang harus dikerjakan": "Cetak undangan", "Tenggat": "2026-01-01"})
    office.maya.submits()
    assert "Tenggat" in office.maya.modal_errors
    office.maya.fills({"Tenggat": "2026-11-27"})
    office.maya.submits()
    assert [row["title"] for row in office.rows("tasks")] == ["Cetak undangan"]


def test_a_repeated_command_that_opened_a_form_does_not_say_that_it_failed(office: Office) -> None:
    office.maya.types("/task", in_="#lyon")
    repeated(office, COMMANDS, 2)
    assert office.maya.modal is not None
    assert not office.maya.ephemerals


# -- a handler that fails half way


def test_an_event_that_fails_after_two_writes_leaves_nothing_and_is_stored_when_repeated(
    office: Office,
) -> None:
    office.slack.socket.ack_seconds = 0.5  # what failed is not acknowledged, and Slack waits for that
    with statement_fails(office, "INSERT INTO changes") as ran:
        office.maya.says("@Lintas tugas tambah Kirim draf MoU @rani", in_="#lyon")
    failed = ran[: ran.index("ROLLBACK")] if "ROLLBACK" in ran else ran
    assert sum(statement.startswith(("INSERT", "UPDATE")) for statement in failed) >= 2
    assert [row["title"] for row in office.rows("tasks")] == ["Kirim draf MoU"]
    assert len([one for one in office.maya.sees(in_="#lyon") if "#1" in one]) == 1
    assert len(office.rani.sees()) == 1


def test_an_event_that_always_fails_leaves_nothing(office: Office) -> None:
    office.slack.socket.ack_seconds = 0.5
    before = counts(office, "requests", "tasks", "deliveries", "counters")
    with statement_fails(office, "INSERT INTO changes", times=99):
        office.maya.dm("tugas tambah Kirim draf MoU")
    assert counts(office, "requests", "tasks", "deliveries", "counters") == before


def test_a_command_that_fails_says_so_with_a_reference_and_stores_nothing(
    office: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    with statement_fails(office, "INSERT INTO changes"):
        echo = office.maya.types("/task Rahasia perusahaan @rani", in_="#lyon")
    assert "BrokenError" not in echo
    assert "Traceback" not in echo
    assert not office.rows("tasks")
    assert not office.rows("requests")
    reference = re.search(r"\b[0-9a-f]{4}\b", echo)
    assert reference is not None
    logged = "".join(capsys.readouterr())
    assert f"reference={reference[0]}" in logged
    assert "Rahasia" not in logged
    assert "#1" in office.maya.types("/task Rahasia perusahaan", in_="#lyon")


def test_a_failure_is_told_in_the_language_of_its_reader(office: Office) -> None:
    office.english("emma")
    with statement_fails(office, "INSERT INTO changes", times=2):
        assert "Ada kesalahan" in office.maya.types("/task Kirim draf MoU", in_="#lyon")
        assert "went wrong" in office.emma.types("/task Send the draft", in_="#lyon")


def test_a_click_that_fails_says_so(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    with statement_fails(office, "INSERT INTO changes"):
        seen = office.rani.clicks("Selesai", on="Kirim draf MoU")
    assert "Ada kesalahan" in seen
    assert [row["status"] for row in office.rows("tasks")] == ["open"]


def test_a_form_that_fails_stays_open_and_says_so(office: Office) -> None:
    office.maya.types("/task", in_="#lyon")
    office.maya.fills({"Apa yang harus dikerjakan": "Cetak undangan"})
    with statement_fails(office, "INSERT INTO changes"):
        office.maya.submits()
    assert "Ada kesalahan" in " ".join(office.maya.modal_errors.values())
    office.maya.submits()
    assert [row["title"] for row in office.rows("tasks")] == ["Cetak undangan"]


# -- the first time somebody or somewhere is met


def test_a_task_from_a_channel_never_heard_of_is_seen_by_everyone_in_the_workspace(office: Office) -> None:
    office.slack.add_channel("baru", members=[office.maya.user, office.rani.user])
    echo = office.maya.types("/task Kirim draf MoU", in_="#baru")
    assert "semua orang" in echo
    assert "Kirim draf MoU" in office.dewi.types("/task 1", in_="#lyon")


def test_a_task_from_a_private_channel_never_heard_of_is_seen_by_nobody_else(office: Office) -> None:
    office.slack.add_channel("tertutup", members=[office.maya.user, office.rani.user], kind="private")
    office.maya.types("/task Kirim draf MoU", in_="#tertutup")
    assert "Kirim draf MoU" not in office.dewi.types("/task 1", in_="#lyon")


def test_somebody_who_joined_a_minute_ago_is_answered(office: Office) -> None:
    from bot.local.person import Person

    sari = office.slack.add_user("sari", real_name="Sari Dewanti")
    office.slack.workspace.channels[office.maya.channel("#lyon").id].members[sari.id] = None
    assert "#1 Kirim draf MoU" in Person(office.slack, sari).types("/task Kirim draf MoU", in_="#lyon")
    time_passes(office)
    assert "Sari Dewanti" in [row["name"] for row in office.rows("members")]
