"""What is to be said is claimed by one, in order, one per target, and never lost."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest

from storage import deliveries
from storage.database import Database
from storage.deliveries import Claimed
from storage.models import Delivery
from tests.storage.conftest import NOW, Team


class MachineClock:
    """The machine's time, moved by hand."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 24, 2, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def passes(self, **time: float) -> None:
        self.now += timedelta(**time)


@pytest.fixture(autouse=True)
def machine(monkeypatch: pytest.MonkeyPatch) -> MachineClock:
    clock = MachineClock()
    monkeypatch.setattr(deliveries, "machine_now", clock)
    return clock


@pytest.fixture
def say(database: Database, team: Team, machine: MachineClock) -> Callable[..., bool]:
    """Let something be said to a channel."""

    def enqueue(cause: str, target: str = "C1", workspace: int = team.workspace) -> bool:
        machine.passes(milliseconds=1)
        with database.writing() as session:
            return deliveries.enqueue(
                session,
                workspace_id=workspace,
                kind="card",
                target=target,
                cause=cause,
                body={"say": cause},
                said_at=NOW,
            )

    return enqueue


def claimed(database: Database, limit: int = 32) -> list[Claimed]:
    with database.writing() as session:
        return deliveries.claim(session, limit=limit)


def causes(batch: list[Claimed]) -> list[str]:
    return [delivery.cause for delivery in batch]


def claimed_in_turn(database: Database) -> tuple[Claimed, Claimed]:
    """The two that wait for one channel: the second can be claimed once the first is sent."""
    [first] = claimed(database)
    sent(database, first)
    [second] = claimed(database)
    return first, second


def sent(database: Database, delivery: Claimed) -> None:
    with database.writing() as session:
        deliveries.mark_posting(session, [delivery])
    with database.writing() as session:
        deliveries.settle(session, delivery, "sent", channel="C1", ts="1.0")


def put_off(database: Database, delivery: Claimed, seconds: int, *, doubtful: bool = False) -> None:
    with database.writing() as session:
        after = timedelta(seconds=seconds)
        deliveries.retry_later(session, delivery, after, reason="x", counts=True, doubtful=doubtful)


def soonest(database: Database) -> datetime | None:
    with database.reading() as session:
        return deliveries.soonest(session)


def test_one_thing_is_said_to_one_place_once(
    database: Database, say: Callable[..., bool], new_team: Callable[[str], Team]
) -> None:
    assert say("batch 1")
    assert not say("batch 1")
    assert say("batch 1", target="C2")
    assert say("batch 1", workspace=new_team("T2").workspace)
    assert len(claimed(database)) == 3


def test_one_per_target_oldest_first(database: Database, say: Callable[..., bool]) -> None:
    say("1", "C1")
    say("2", "C1")
    say("3", "C2")
    first = claimed(database)
    assert causes(first) == ["1", "3"]
    assert claimed(database) == []
    sent(database, first[0])
    assert causes(claimed(database)) == ["2"]


def test_a_channel_with_much_to_say_does_not_keep_others_waiting(
    database: Database, say: Callable[..., bool]
) -> None:
    for number in range(5):
        say(f"loud {number}", "C1")
    say("quiet", "C2")
    assert causes(claimed(database, limit=3)) == ["loud 0"]
    assert causes(claimed(database, limit=3)) == ["quiet"]


def test_nobody_takes_what_another_holds_until_the_lease_ends(
    database: Database, say: Callable[..., bool], machine: MachineClock
) -> None:
    say("1")
    [taken] = claimed(database)
    machine.passes(seconds=59)
    assert claimed(database) == []
    machine.passes(seconds=2)
    [again] = claimed(database)
    assert (again.id, again.doubtful) == (taken.id, False)


def test_what_may_have_been_posted_stays_doubtful_until_it_is_settled(
    database: Database, say: Callable[..., bool], machine: MachineClock
) -> None:
    say("1")
    [taken] = claimed(database)
    with database.writing() as session:
        deliveries.mark_posting(session, [taken])
    for _ in range(2):  # whoever took it ended before saying how it went
        machine.passes(seconds=61)
        [again] = claimed(database)
        assert again.doubtful
    sent(database, again)
    machine.passes(seconds=61)
    assert claimed(database) == []


def test_two_that_claim_at_once_never_hold_one_target_both(
    database: Database, say: Callable[..., bool]
) -> None:
    for number in range(40):
        say(str(number), f"C{number % 4}")
    holding: set[str] = set()
    posted: list[str] = []

    def drain(_: int) -> None:
        while batch := claimed(database, limit=3):
            for delivery in batch:
                assert delivery.target not in holding
                holding.add(delivery.target)
            for delivery in batch:
                posted.append(delivery.cause)
                holding.remove(delivery.target)
                sent(database, delivery)

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(drain, range(4)))
    assert sorted(map(int, posted)) == list(range(40))
    for channel in range(4):
        of_channel = [int(cause) for cause in posted if int(cause) % 4 == channel]
        assert of_channel == sorted(of_channel)


def test_what_is_put_off_waits_and_counts(
    database: Database, say: Callable[..., bool], machine: MachineClock
) -> None:
    say("1")
    [taken] = claimed(database)
    put_off(database, taken, 30)
    assert claimed(database) == []
    machine.passes(seconds=30)
    [again] = claimed(database)
    assert (again.attempts, again.doubtful) == (1, False)
    put_off(database, again, 30, doubtful=True)
    machine.passes(seconds=30)
    [again] = claimed(database)
    assert (again.attempts, again.doubtful) == (2, True)


@pytest.mark.parametrize("doubtful", [False, True])
def test_the_soonest_is_when_something_can_be_claimed(
    database: Database, say: Callable[..., bool], machine: MachineClock, doubtful: bool
) -> None:
    assert soonest(database) is None
    say("1")
    assert soonest(database) == machine.now
    [taken] = claimed(database)
    assert soonest(database) == machine.now + deliveries.LEASE
    put_off(database, taken, 300, doubtful=doubtful)
    assert soonest(database) == machine.now + timedelta(seconds=300)
    machine.passes(seconds=300)
    sent(database, claimed(database)[0])
    assert soonest(database) is None


def test_what_was_said_can_be_edited_where_it_stands(database: Database, say: Callable[..., bool]) -> None:
    say("1")
    [taken] = claimed(database)
    sent(database, taken)
    with database.writing() as session:
        deliveries.requeue(session, taken.id, {"say": "more"})
    [again] = claimed(database)
    assert (again.body, again.channel, again.ts) == ({"say": "more"}, "C1", "1.0")


def test_the_latest_is_the_newest_not_given_up(
    database: Database, say: Callable[..., bool], team: Team
) -> None:
    def latest(since: datetime = NOW) -> Delivery | None:
        with database.reading() as session:
            return deliveries.latest(session, team.workspace, "card", "C1", since)

    assert latest() is None
    say("1")
    say("2")
    found = latest()
    assert found
    assert found.cause == "2"
    assert latest(NOW + timedelta(seconds=1)) is None
    _, newest = claimed_in_turn(database)
    with database.writing() as session:
        deliveries.settle(session, newest, "failed", reason="channel_not_found")
    found = latest()
    assert found
    assert found.cause == "1"


def test_how_things_ended_is_told_in_order(database: Database, say: Callable[..., bool]) -> None:
    say("1", "C1")
    say("2", "C2")
    say("3", "C3")
    first, second, _ = claimed(database)
    sent(database, first)
    with database.writing() as session:
        deliveries.settle(session, second, "failed", reason="channel_not_found")
    with database.reading() as session:
        ended = [(row.cause, row.state, row.reason) for row in deliveries.outcomes(session, 0)]
        assert ended == [("1", "sent", None), ("2", "failed", "channel_not_found")]
        assert [row.cause for row in deliveries.outcomes(session, first.id)] == ["2"]
