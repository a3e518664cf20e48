"""Slack down when it matters most, answers lost by the dozen, and several processes at the same moment."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta

import pytest

from tests.stories.conftest import JAKARTA, Office
from tests.stories.mishaps import states, time_passes
from tests.stories.process import ticks

NINE = datetime(2026, 11, 25, 9, 0, tzinfo=JAKARTA)
NAMES = ("maya", "rani", "dewi", "hadi")  # Emma lives in London: it is night there


@pytest.fixture
def eve(desk: Office) -> Office:
    """The evening before: everybody holds something that is due, and two channels have a digest at nine."""
    for name in NAMES:
        desk.maya.types(f"/task Kirim draf MoU ke {name} @{name} besok", in_="#lyon")
    for channel in ("#lyon", "#umum"):
        desk.maya.types("/digest nyala 09.00", in_=channel)
    return desk


def said(office: Office, day: str) -> dict[str, list[tuple[str, str]]]:
    """Of that day's digests and mornings: to whom, and how it ended."""
    found: dict[str, list[tuple[str, str]]] = {"digest": [], "morning": []}
    for row in office.rows("deliveries"):
        if row["kind"] in found and row["cause"] == day and row["state"] != "moot":
            found[row["kind"]].append((row["target"], row["state"]))
    return found


def down(office: Office, until: timedelta) -> None:
    """Slack does not answer from half past eight on, for so long; the door goes on trying all the while."""
    office.move(NINE - timedelta(minutes=31))
    office.slack.faults.slack_down = True
    over = NINE + until
    while office.clock.now() < over:
        office.move(min(over, office.clock.now() + timedelta(minutes=20)))
        time_passes(office)
    office.slack.faults.slack_down = False
    time_passes(office)


def test_down_for_an_hour_at_nine_everything_is_said_once_when_it_is_up(eve: Office) -> None:
    down(eve, timedelta(hours=1))
    ended = said(eve, "2026-11-25")
    assert [len(ended["digest"]), len(ended["morning"])] == [2, len(NAMES)]
    assert {state for kind in ended.values() for _, state in kind} == {"sent"}
    for channel in ("#lyon", "#umum"):
        assert len([shown for shown in eve.dewi.sees(in_=channel) if "*#" in shown or "#1 " in shown]) == 1
    for name in NAMES:
        mornings = [shown for shown in eve.people[name].sees() if "pesan pagi" in shown or "morning" in shown]
        assert len(mornings) == 1, name


def test_down_for_four_hours_the_morning_is_left_to_the_next_day(eve: Office) -> None:
    down(eve, timedelta(hours=4))
    ended = said(eve, "2026-11-25")
    assert {state for kind in ended.values() for _, state in kind} == {"folded"}
    eve.move(NINE + timedelta(days=1))
    ended = said(eve, "2026-11-26")
    assert {state for kind in ended.values() for _, state in kind} == {"sent"}
    assert len([shown for shown in eve.dewi.sees(in_="#lyon") if "#1 " in shown]) == 1


def test_answers_that_are_lost_by_the_dozen_double_nothing_and_lose_nothing(desk: Office) -> None:
    for how in ("cut_after_store", "cut_before_store", "http_500", "cut_after_store"):
        desk.slack.faults.next("chat.postMessage", how, times=5)
    titles = [f"Pesan tiket {number}" for number in range(12)]
    for title in titles:
        desk.maya.says(f"@Lintas tugas tambah {title} @rani @dewi", in_="#lyon")
    while any(row["state"] == "queued" for row in desk.rows("deliveries")):
        time_passes(desk)
    shown = Counter(title for title in titles for text in desk.maya.sees(in_="#lyon") if f"{title} —" in text)
    cards = [text for text in desk.maya.sees(in_="#lyon") if "✅" in text]
    assert len(cards) == len(titles), shown
    assert set(states(desk, "answer")[-len(titles) :]) == {("sent", None)}
    for person in (desk.rani, desk.dewi):
        told = [title for text in person.sees() for title in titles if title in text.replace("\n", " ")]
        assert sorted(set(told)) == sorted(titles)


@pytest.fixture
def shared(postgresql_url: str) -> Iterator[Office]:
    """The evening before, on PostgreSQL, with nine channels that have a digest; no Lintas runs."""
    office = Office(postgresql_url, "socket")
    everybody = [person.user for person in office.people.values()]
    for number in range(8):
        office.slack.add_channel(f"proyek{number}", members=everybody[:5])
    office.lintas.roster.sync_token(office.slack.bot_token)
    office.maya.types("/task Kirim draf MoU @rani besok", in_="#umum")
    for channel in ("#umum", *(f"#proyek{number}" for number in range(8))):
        office.maya.types("/digest nyala 09.00", in_=channel)
    office.close()
    office.slack.idle = lambda: None
    yield office
    office.lintas.database.close()
    office.slack.stop()


@pytest.mark.parametrize("processes", [2, 4])
def test_several_processes_at_the_same_moment_post_each_digest_once(shared: Office, processes: int) -> None:
    at_once = [ticks(shared, arguments=("--now", NINE.isoformat())) for _ in range(processes)]
    for process in at_once:
        process.join(30)
    assert [process.exitcode for process in at_once] == [0] * processes
    ended = said(shared, "2026-11-25")
    assert [len(ended["digest"]), len(ended["morning"])] == [9, 1]
    assert {state for kind in ended.values() for _, state in kind} == {"sent"}
    posts = Counter(
        channel.name
        for channel in shared.slack.workspace.channels.values()
        for message in channel.messages.values()
        if message.bot_id and "Kirim draf MoU" in message.text and channel.kind == "public"
    )
    assert set(posts.values()) == {1}
    assert len(posts) == 9
    assert len([shown for shown in shared.rani.sees() if "pesan pagi" in shown]) == 1
