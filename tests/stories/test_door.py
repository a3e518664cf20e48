"""The door: what is to be said is said once, whatever Slack, the line or the process does meanwhile."""

from __future__ import annotations

import threading
from datetime import timedelta
from itertools import pairwise
from typing import Any

import pytest
from slack_sdk import WebClient

from bot import calling, delivery
from bot.line import Line
from bot.local.faults import Faults
from storage.deliveries import machine_now
from tests.stories.conftest import Office
from tests.stories.mishaps import seconds_until, statement_fails, states, time_passes
from tests.stories.process import eventually


@pytest.fixture
def faults(desk: Office) -> Faults:
    return desk.slack.faults


def assigned(office: Office, title: str = "Kirim draf MoU") -> list[str]:
    """What Rani sees of a task that Maya gives her."""
    office.maya.types(f"/task {title} @rani", in_="#lyon")
    return office.rani.sees()


# -- no answer, or a bad one


@pytest.mark.parametrize("how", ["cut_after_store", "cut_before_store", "http_500", "error:internal_error"])
def test_a_post_whose_answer_was_lost_is_there_once(desk: Office, faults: Faults, how: str) -> None:
    faults.next("chat.postMessage", how)
    assigned(desk)
    time_passes(desk)
    assert len(desk.rani.sees()) == 1
    assert states(desk, "assignment") == [("sent", None)]
    assert "#1" in desk.rani.clicks("Selesai", on="Kirim draf MoU")


def test_a_thread_reply_whose_answer_was_lost_is_there_once(desk: Office, faults: Faults) -> None:
    faults.next("chat.postMessage", "cut_after_store")
    desk.maya.says("@Lintas tugas tambah Kirim draf MoU", in_="#lyon")
    time_passes(desk)
    assert len([shown for shown in desk.maya.sees(in_="#lyon") if "#1" in shown]) == 1
    assert states(desk, "answer")[-1] == ("sent", None)


def test_a_post_stored_in_slack_and_not_settled_here_is_not_posted_again(desk: Office) -> None:
    """The database fails right after the post: only Slack knows that it is there."""
    with statement_fails(desk, "INSERT INTO cards"):
        assigned(desk)
    time_passes(desk)
    assert len(desk.rani.sees()) == 1
    assert states(desk, "assignment") == [("sent", None)]


def test_a_post_of_which_nothing_at_all_could_be_noted_is_found_again(desk: Office) -> None:
    """As where the process ends between the post and its settling: only its lease ends."""
    with (
        statement_fails(desk, "INSERT INTO cards"),
        statement_fails(desk, "UPDATE deliveries SET state=?, doubtful=?, due_at"),
    ):
        desk.maya.acts.write(desk.maya.user, desk.maya.channel("#lyon"), "/task Kirim draf MoU @rani")
        assert len(desk.rani.sees()) == 1
    assert states(desk, "assignment") == [("posting", None)]
    time_passes(desk)
    assert len(desk.rani.sees()) == 1
    assert states(desk, "assignment") == [("sent", None)]


def test_looking_for_a_lost_post_in_vain_may_be_slowed_down_too(desk: Office, faults: Faults) -> None:
    faults.next("chat.postMessage", "cut_after_store")
    faults.next("conversations.history", "ratelimited")
    assigned(desk)
    time_passes(desk)
    time_passes(desk)
    assert len(desk.rani.sees()) == 1
    assert states(desk, "assignment") == [("sent", None)]


def test_where_the_history_cannot_be_read_it_is_posted(desk: Office, faults: Faults) -> None:
    faults.next("chat.postMessage", "cut_before_store")
    faults.next("conversations.history", "error:missing_scope")
    assigned(desk)
    time_passes(desk)
    assert len(desk.rani.sees()) == 1


def test_a_post_that_is_never_answered_is_there_once(desk: Office, faults: Faults) -> None:
    answers_within(desk, seconds=1)
    faults.next("chat.postMessage", "timeout")
    assigned(desk)
    time_passes(desk)
    assert len(desk.rani.sees()) == 1


# -- slowed down


def test_a_channel_that_is_slowed_down_does_not_hold_up_the_others(desk: Office, faults: Faults) -> None:
    dm = desk.rani.channel()
    faults.next("chat.postMessage", "ratelimited", channel=desk.rani.id, retry_after=30)
    desk.maya.types("/task Kirim draf MoU @rani @dewi", in_="#lyon")
    assert len(desk.dewi.sees()) == 1
    assert not desk.rani.sees(in_=dm)
    (row,) = [row for row in desk.rows("deliveries") if row["reason"] == "ratelimited"]
    assert row["attempts"] == 0
    assert 25 < seconds_until(row["due_at"]) <= 30
    time_passes(desk)
    assert len(desk.rani.sees()) == 1


def test_what_follows_in_a_channel_that_is_slowed_down_waits_its_turn(desk: Office, faults: Faults) -> None:
    faults.next("chat.postMessage", "ratelimited", channel=desk.maya.channel("#lyon").id, retry_after=30)
    desk.maya.says("@Lintas tugas tambah Kirim draf MoU", in_="#lyon")
    desk.maya.says("@Lintas tugas tambah Pesan tiket", in_="#lyon")
    calls = [call for call in desk.slack.api.log if call["method"] == "chat.postMessage"]
    assert len(calls) == 1
    time_passes(desk)
    answers = [shown for shown in desk.maya.sees(in_="#lyon") if "✅" in shown]
    assert ["#1" in answers[0], "#2" in answers[1]] == [True, True]


def test_a_call_that_gets_no_answer_does_not_hold_up_the_others(desk: Office, faults: Faults) -> None:
    answers_within(desk, seconds=3)
    faults.next("chat.postMessage", "timeout", channel=desk.rani.id)
    posted = threading.Event()
    desk.slack.workspace.on_change.append(lambda: posted.set() if desk.dewi.sees() else None)
    desk.slack.settle = lambda: None  # type: ignore[method-assign]
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    desk.maya.types("/task Pesan tiket @dewi", in_="#lyon")
    assert posted.wait(2)


def answers_within(office: Office, *, seconds: int) -> None:
    """Let the door give up a call to Slack so soon."""
    (workspace,) = office.rows("workspaces")
    office.lintas.tokens.client(workspace["id"]).timeout = seconds


# -- down, and up again


def test_what_is_said_while_slack_is_down_is_posted_once_it_is_up(office: Office) -> None:
    office.slack.faults.next("chat.postMessage", "cut_before_store", times=3)
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    for _ in range(3):
        assert not office.rani.sees()
        time_passes(office)
    assert len(office.rani.sees()) == 1


def test_attempts_are_made_ever_more_rarely_and_end(desk: Office, faults: Faults) -> None:
    faults.next("chat.postMessage", "cut_before_store", times=999)
    assigned(desk)
    pauses = []
    while waiting := [row for row in desk.rows("deliveries") if row["state"] in ("queued", "posting")]:
        pauses += [round(seconds_until(row["due_at"])) for row in waiting]
        time_passes(desk)
    slack = 5  # seconds that a busy machine takes to look
    assert all(later >= earlier - slack for earlier, later in pairwise(pauses))
    for attempt, pause in enumerate(pauses[:5]):  # up to a quarter more, each its own
        assert 2**attempt - slack <= pause <= 2**attempt * 1.25 + 1
    assert sum(pauses) > timedelta(hours=6).total_seconds()
    ((state, reason),) = states(desk, "assignment")
    assert state == "failed"
    assert reason
    assert len(desk.rani.sees()) == 0


# -- told to stop, or too slow to begin


def test_what_was_not_begun_when_it_stopped_is_said_at_the_next_start(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    marked = delivery.mark_posting

    def marked_as_it_stops(*given: Any) -> set[int]:
        held = marked(*given)
        desk.lintas.door.stopping.set()
        return held

    monkeypatch.setattr(delivery, "mark_posting", marked_as_it_stops)
    desk.slack.idle = lambda: None  # it stops before it is idle
    assigned(desk)
    eventually(desk.lintas.door.stopping.is_set, "it stops")
    desk.close()
    monkeypatch.undo()
    (row,) = [row for row in desk.rows("deliveries") if row["kind"] == "assignment"]
    assert (row["state"], row["doubtful"], row["attempts"]) == ("queued", 0, 0)
    desk.open()
    desk.slack.settle()
    assert len(desk.rani.sees()) == 1


def test_what_could_not_end_within_its_lease_is_not_begun(
    desk: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    times = [machine_now() + timedelta(seconds=50)]
    monkeypatch.setattr(calling, "machine_now", lambda: times.pop() if times else machine_now())
    assigned(desk)
    assert not times
    assert len(desk.rani.sees()) == 1
    assert [call["method"] for call in desk.slack.api.log].count("chat.postMessage") == 1


# -- refused for good


@pytest.mark.parametrize("error", ["channel_not_found", "is_archived", "msg_too_long", "account_inactive"])
def test_what_slack_refuses_for_good_is_settled_with_the_reason(
    desk: Office, faults: Faults, error: str
) -> None:
    faults.next("chat.postMessage", f"error:{error}")
    assigned(desk)
    assert states(desk, "assignment") == [("failed", error)]
    assert "#2" in desk.maya.types("/task Pesan tiket", in_="#lyon")


def test_a_card_that_somebody_deleted_holds_nothing_up(desk: Office) -> None:
    assigned(desk)
    message = desk.rani.message("Kirim draf MoU")
    del desk.slack.workspace.channels[message.channel].messages[message.ts]
    assert "#1" in desk.maya.types("/task done 1", in_="#lyon")
    assert ("failed", "message_not_found") in states(desk, "edit")


# -- edits, clicks


@pytest.mark.parametrize(
    ("change", "shows"),
    [("/task done 1", "Diselesaikan"), ("/task assign 1 @dewi", "Dewi"), ("/task move 1 senin", "30 Nov")],
)
def test_a_card_that_was_overtaken_while_it_was_posted_catches_up(
    desk: Office, monkeypatch: pytest.MonkeyPatch, change: str, shows: str
) -> None:
    call, settle, overtaken = Line.call, desk.slack.settle, []

    def call_late(line: Line, client: WebClient, method: str, arguments: dict[str, Any]) -> dict[str, Any]:
        if method == "chat.postMessage" and not overtaken:
            overtaken.append(method)
            monkeypatch.setattr(desk.slack, "settle", lambda: None)  # or it would wait for this very post
            desk.emma.types(change, in_="#lyon")
            monkeypatch.setattr(desk.slack, "settle", settle)
        return call(line, client, method, arguments)

    monkeypatch.setattr(Line, "call", call_late)
    desk.maya.says("@Lintas tugas tambah Kirim draf MoU", in_="#lyon")
    (card,) = [
        shown for shown in desk.maya.sees(in_="#lyon") if "Kirim draf MoU" in shown and "@" not in shown
    ]
    assert overtaken
    assert shows in card


def test_an_edit_whose_answer_was_lost_is_made_again(desk: Office, faults: Faults) -> None:
    assigned(desk)
    faults.next("chat.update", "cut_before_store")
    desk.maya.types("/task move 1 senin", in_="#lyon")
    time_passes(desk)
    (card,) = desk.rani.sees()
    assert "30 Nov" in card


@pytest.mark.parametrize("how", ["http_500", "cut_before_store", "ratelimited"])
def test_an_answer_to_a_click_that_did_not_arrive_is_given_again(
    desk: Office, faults: Faults, how: str
) -> None:
    desk.maya.types("/task Kirim draf MoU", in_="#lyon")
    faults.next("response_url", how)
    desk.maya.clicks("Urungkan", on="Kirim draf MoU")
    time_passes(desk)
    assert "Diurungkan" in desk.maya.ephemerals[-1]


def test_an_answer_to_a_click_that_slack_does_not_take_any_more_comes_another_way(
    desk: Office, faults: Faults
) -> None:
    desk.maya.types("/task Kirim draf MoU", in_="#lyon")
    faults.next("response_url", "error:used_url")
    desk.maya.clicks("Urungkan", on="Kirim draf MoU")
    time_passes(desk)
    assert any("Diurungkan" in shown for shown in desk.maya.sees())


def test_a_form_that_cannot_be_opened_is_said(desk: Office, faults: Faults) -> None:
    faults.next("views.open", "error:expired_trigger_id")
    seen = desk.maya.types("/task", in_="#lyon")
    assert desk.maya.modal is None
    assert "formulir" in seen


def test_the_door_goes_on_after_the_database_failed(desk: Office) -> None:
    with statement_fails(desk, "UPDATE deliveries", times=2):
        desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    time_passes(desk)
    assert len(desk.rani.sees()) == 1
