"""Lintas as a process: killed at the worst moment, started while Slack is down, told to stop."""

from __future__ import annotations

import http.client
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.local.deliveries import COMMANDS, EVENTS
from bot.serving import StopSignal
from storage.deliveries import machine_now
from tests.stories.conftest import Office
from tests.stories.mishaps import repeated, time_passes
from tests.stories.process import ENDS_BEFORE_IT_ANSWERS, ENDS_BEFORE_IT_SETTLES, eventually, running


@pytest.fixture(params=["socket", "http"])
def closed(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The office with no Lintas in it, at the machine's time: another process has no other."""
    office = Office(f"sqlite:///{tmp_path}/office.db", request.param, start=machine_now())
    office.close()
    office.slack.socket.ack_seconds = 15.0
    yield office
    office.lintas.database.close()
    office.slack.stop()


def test_killed_between_commit_and_answer_a_command_has_one_row_one_echo_and_one_message(
    closed: Office,
) -> None:
    office, seen = closed, []
    with running(office, ENDS_BEFORE_IT_ANSWERS) as killed:
        typing = threading.Thread(
            target=lambda: seen.append(office.maya.types("/task Kirim draf MoU @rani", in_="#lyon"))
        )
        typing.start()
        assert killed.wait(20) == -signal.SIGKILL
    assert [row["title"] for row in office.rows("tasks")] == ["Kirim draf MoU"]
    assert not office.rani.sees()
    with running(office):
        typing.join(30)
        if office.transport == "http":  # Slack repeats no command over HTTP: the person does
            assert "dispatch_failed" in seen[0]
            seen = [office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")]
        assert "#1 Kirim draf MoU" in seen[0]
        eventually(lambda: office.rani.sees(), "Rani is told")
        repeated(office, COMMANDS, 2)
    assert len(office.rows("tasks")) == 1
    assert len(office.rani.sees()) == 1


def test_killed_between_commit_and_answer_an_event_is_stored_and_answered_once(closed: Office) -> None:
    office = closed
    with running(office, ENDS_BEFORE_IT_ANSWERS) as killed:
        office.maya.acts.slack.settle = lambda: None  # type: ignore[method-assign]
        office.maya.dm("tugas tambah Kirim draf MoU")
        assert killed.wait(20) == -signal.SIGKILL
        del office.maya.acts.slack.settle
    assert len(office.rows("tasks")) == 1
    with running(office):
        repeated(office, EVENTS, 3)
        eventually(lambda: [one for one in office.maya.sees() if "#1" in one], "Maya is answered")
    assert len(office.rows("tasks")) == 1
    assert len([one for one in office.maya.sees() if "#1" in one]) == 1


def test_killed_between_a_post_and_its_settling_it_is_posted_once(closed: Office) -> None:
    office = closed
    with running(office, ENDS_BEFORE_IT_SETTLES) as killed:
        office.maya.acts.write(office.maya.user, office.maya.channel("#lyon"), "/task Kirim draf MoU @rani")
        assert killed.wait(20) == -signal.SIGKILL
    assert len(office.rani.sees()) == 1
    with running(office):
        time_passes(office)
        eventually(
            lambda: (
                {row["state"] for row in office.rows("deliveries") if row["kind"] == "assignment"} == {"sent"}
            ),
            "the message is found",
        )
    assert len(office.rani.sees()) == 1


def test_started_while_slack_is_down_it_is_alive_answers_and_recovers(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path}/office.db", "http")
    office.close()
    office.slack.faults.slack_down = True
    try:
        with running(office) as process:
            assert get(process.url, "/healthz") == (200, "ok\n")  # type: ignore[attr-defined]
            assert "#1" in office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
            assert not office.rani.sees()
            office.slack.faults.slack_down = False
            eventually(lambda: office.rani.sees(), "Rani is told")
            eventually(lambda: get(process.url, "/readyz")[0] == 200, "it is ready")  # type: ignore[attr-defined]
        assert process.returncode == 0
    finally:
        office.slack.stop()


@pytest.mark.parametrize("why", ["down", "removed"])
def test_started_while_slack_refuses_it_connects_once_it_may(tmp_path: Path, why: str) -> None:
    """Slack does not answer, or says that the app was removed from the workspace."""
    office = Office(f"sqlite:///{tmp_path}/office.db", "socket")
    office.close()
    office.slack.faults.slack_down, office.slack.workspace.installed = why == "down", why == "down"
    try:
        with running(office, connected=False) as process:
            lines: list[str] = process.lines  # type: ignore[attr-defined]
            said = "RemoteDisconnected" if why == "down" else "account_inactive"
            eventually(lambda: any(said in line for line in lines), "it says so")
            office.slack.faults.slack_down, office.slack.workspace.installed = False, True
            office.slack.wait_connected(seconds=20)
            assert "#1" in office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
        assert process.returncode == 0
        assert not any("Traceback" in line or "Kirim" in line for line in lines)
    finally:
        office.slack.stop()


def get(url: str, path: str) -> tuple[int, str]:
    """Status and body."""
    connection = http.client.HTTPConnection(url.removeprefix("http://"), timeout=10)
    try:
        connection.request("GET", path)
        response = connection.getresponse()
        return response.status, response.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_to_stop_is_not_lost_whenever_it_comes(number: signal.Signals) -> None:
    """A thread of its own sends it as the wait begins: two of three are lost to a wait without an end."""
    before = {one: signal.getsignal(one) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        for _ in range(2):
            stop = StopSignal()
            sender = threading.Thread(target=signal.raise_signal, args=(number,))
            sender.start()
            assert stop.wait(5)
            sender.join()
        assert not StopSignal().wait(0.01)
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)
