"""What falls due is said once, whoever ticks: the bot, an operator, two processes at the same moment."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path

import pytest

from tests.stories.conftest import Office
from tests.stories.process import lintas

NINE = "2026-11-25T09:00+07:00"


@pytest.fixture(params=["sqlite", "postgresql"])
def eve(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The evening before: a task is due, and #lyon has a digest at nine. On each database."""
    url = f"sqlite:///{tmp_path}/office.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    office = Office(url, "socket")
    office.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    office.maya.types("/digest nyala 09.00", in_="#lyon")
    yield office
    office.stop()


def digests(office: Office) -> list[str]:
    return [shown for shown in office.dewi.sees(in_="#lyon") if "Kirim draf MoU" in shown]


def mornings(office: Office) -> list[str]:
    return [shown for shown in office.rani.sees() if "pesan pagi" in shown]


def test_two_that_tick_at_the_same_moment_say_it_once(eve: Office) -> None:
    with ThreadPoolExecutor(2) as pool:
        ran = [pool.submit(lintas, eve, "tick", "--now", NINE, "--json") for _ in range(2)]
    results = [one.result() for one in ran]
    assert [(one.returncode, one.stderr) for one in results] == [(0, "")] * 2
    assert len(digests(eve)) == 1
    assert len(mornings(eve)) == 1
    told = [sent["kind"] for one in results for sent in json.loads(one.stdout)["sent"]]
    assert sorted(told) in (["digest", "morning"], sorted(set(told)))


def test_two_bots_on_one_database_say_it_once(eve: Office) -> None:
    other = Office.__new__(Office)
    other.__dict__.update(eve.__dict__)
    other.open()  # the same Slack, the same database, another Lintas
    try:
        eve.clock.move(datetime.fromisoformat(NINE))
        with ThreadPoolExecutor(2) as pool:
            for ran in [pool.submit(one.lintas.tick) for one in (eve, other)]:
                ran.result(20)
        eve.slack.settle()
        assert len(digests(eve)) == 1
        assert len(mornings(eve)) == 1
    finally:
        other.lintas.stop()


def test_a_tick_beside_a_running_bot_says_it_once(eve: Office) -> None:
    eve.at(25, 9)
    assert len(digests(eve)) == 1
    again = lintas(eve, "tick", "--now", "2026-11-25T09:05+07:00", "--json")
    assert json.loads(again.stdout)["sent"] == []
    assert len(digests(eve)) == 1


def test_a_tick_tells_what_it_sent_in_the_form_of_the_contract(eve: Office) -> None:
    eve.close()
    dry = json.loads(lintas(eve, "tick", "--now", NINE, "--json", "--dry-run").stdout)
    assert sorted(row["kind"] for row in dry["sent"])[0] == "digest"
    assert not digests(eve)
    ran = lintas(eve, "tick", "--now", NINE, "--json")
    assert ran.stderr == ""
    told = json.loads(ran.stdout)
    assert list(told) == ["now", "sent", "folded", "failed"]
    assert told["now"].startswith("2026-11-25T09:00:00")
    by_kind = {sent["kind"]: sent for sent in told["sent"]}
    assert by_kind["digest"]["workspace"] == eve.slack.workspace.team_id
    assert by_kind["digest"]["channel"] == eve.maya.channel("#lyon").id
    (shown,) = digests(eve)
    assert eve.dewi.message(shown).ts == by_kind["digest"]["ts"]
    eve.open()
    (task,) = eve.rows("tasks")
    assert by_kind["digest"]["subjects"] == [str(task["id"])]


def test_what_is_more_than_three_hours_late_is_folded(eve: Office) -> None:
    eve.close()
    told = json.loads(lintas(eve, "tick", "--now", "2026-11-25T12:30+07:00", "--json").stdout)
    assert "digest" in [folded["kind"] for folded in told["folded"]]
    assert told["sent"] == []
    eve.open()


def test_what_slack_refuses_is_told_as_failed(eve: Office) -> None:
    eve.close()
    eve.slack.faults.next("chat.postMessage", "error:is_archived", channel=eve.maya.channel("#lyon").id)
    told = json.loads(lintas(eve, "tick", "--now", NINE, "--json").stdout)
    assert [(one["kind"], one["reason"]) for one in told["failed"]] == [("digest", "is_archived")]
    eve.open()


def test_a_digest_is_previewed_and_nothing_sent_or_stored(eve: Office) -> None:
    before = eve.rows("deliveries")
    ran = lintas(eve, "preview", "digest", "--channel", eve.maya.channel("#lyon").id, "--now", NINE)
    shown = json.loads(ran.stdout)
    assert list(shown) == ["channel", "text", "blocks"]
    assert "Kirim draf MoU" in json.dumps(shown["blocks"], ensure_ascii=False)
    assert not digests(eve)
    assert eve.rows("deliveries") == before
