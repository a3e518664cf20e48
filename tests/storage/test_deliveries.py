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

    def enqueue(cause: str, target: str = "C1", workspace: int = team.workspace, kind: str = "card") -> bool:
        machine.passes(milliseconds=1)
        with database.writing() as session:
            return deliveries.enqueue(
                session,
                workspace_id=workspace,
                kind=kind,
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


def test_a_workspace_with_much_to_say_leaves_room_for_others(
    database: Database, say: Callable[..., bool], new_team: Callable[[str], Team]
) -> None:
    for number in range(40):
        say(f"loud {number}", f"C{number}")
    quiet = new_team("T2").workspace
    say("quiet", "C1", quiet)
    with database.writing() as session:
        batch = deliveries.claim(session, limit=10, share=6)
        assert causes(batch) == [*(f"loud {number}" for number in range(6)), "quiet"]
    say("quieter", "C2", quiet)
    with database.writing() as session:  # what is held already counts
        assert causes(deliveries.claim(session, limit=10, share=6)) == ["quieter"]


def test_edits_of_one_card_that_wait_are_one(database: Database, say: Callable[..., bool]) -> None:
    for cause in ("17:1", "17:2", "170:3", "17:4"):
        say(cause, kind="edit")
    [edit] = claimed(database)
    assert edit.cause == "17:1"
    say("17:5", kind="edit")  # of what was changed since
    sent(database, edit)
    [other] = claimed(database)
    sent(database, other)
    [last] = claimed(database)
    assert [other.cause, last.cause] == ["170:3", "17:5"]


def test_what_is_said_anew_while_it_is_posted_stays_due_as_an_edit(
    database: Database, say: Callable[..., bool]
) -> None:
    say("1")
    [taken] = claimed(database)
    with database.writing() as session:
        deliveries.mark_posting(session, [taken])
    with database.writing() as session:
        deliveries.requeue(session, taken.id, {"say": "more"})
    with database.writing() as session:
        deliveries.settle(session, taken, "sent", channel="C1", ts="1.0")
    [again] = claimed(database)
    assert (again.body, again.ts) == ({"say": "more"}, "1.0")


def test_what_is_said_anew_while_it_may_have_been_posted_is_doubtful(
    database: Database, say: Callable[..., bool]
) -> None:
    say("1")
    [taken] = claimed(database)
    with database.writing() as session:
        deliveries.mark_posting(session, [taken])
    with database.writing() as session:
        deliveries.requeue(session, taken.id, {"say": "more"})
    [again] = claimed(database)
    assert (again.body, again.doubtful) == ({"say": "more"}, True)


def test_whose_lease_has_ended_may_not_post(
    database: Database, say: Callable[..., bool], machine: MachineClock
) -> None:
    say("1", "C1")
    say("2", "C2")
    slow = claimed(database)
    machine.passes(seconds=61)
    [first, _] = claimed(database)
    with database.writing() as session:
        assert deliveries.mark_posting(session, slow) == set()
        deliveries.retry_later(session, slow[0], timedelta(), reason="x", counts=True, doubtful=True)
        assert deliveries.mark_posting(session, [first]) == {first.id}


def test_a_target_that_was_asked_to_pause_is_left_alone_and_others_go_on(
    database: Database, say: Callable[..., bool], machine: MachineClock
) -> None:
    say("1", "C1")
    say("2", "C1")
    say("3", "C2")
    first, other = claimed(database)
    with database.writing() as session:
        pause = timedelta(seconds=30)
        deliveries.retry_later(session, first, pause, reason=deliveries.SLOWED, counts=False, doubtful=False)
    sent(database, other)
    assert claimed(database) == []
    assert soonest(database) == machine.now + timedelta(seconds=30)
    machine.passes(seconds=30)
    [again] = claimed(database)
    assert (again.cause, again.attempts) == ("1", 0)


def test_a_workspace_that_is_given_up_has_nothing_waiting_and_each_can_be_revived(
    database: Database, say: Callable[..., bool], team: Team, new_team: Callable[[str], Team]
) -> None:
    say("1", "C1")
    say("2", "C2")
    say("other", "C1", new_team("T2").workspace)
    [*_, tried] = [one for one in claimed(database) if one.workspace_id == team.workspace]
    put_off(database, tried, 30, doubtful=True)
    with database.writing() as session:
        deliveries.give_up_workspace(session, team.workspace, "token_revoked")
    with database.reading() as session:
        dead = deliveries.dead_letters(session)
        assert [(row.cause, row.reason) for row in dead] == [("2", "token_revoked")]
    with database.writing() as session:
        assert deliveries.revive(session, tried.id)
        assert not deliveries.revive(session, tried.id)
    [again] = claimed(database)
    assert (again.cause, again.doubtful, again.attempts) == ("2", True, 0)


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
