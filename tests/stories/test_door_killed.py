"""Two hundred deliveries, and their process killed at the worst moments: none lost, none doubled."""

from __future__ import annotations

import re
import signal
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from storage.deliveries import enqueue, machine_now
from tests.stories.conftest import Office
from tests.stories.mishaps import leases_end
from tests.stories.process import ticks

MANY = 200

DIES = """
import http.client, itertools, os, signal
from bot import calling, delivery, line

def dies(owner, name, nth, after=False):
    whole, turn = getattr(owner, name), itertools.count(1)

    def cut(*given, **named):
        last = next(turn) == nth
        if last and not after:
            os.kill(os.getpid(), signal.SIGKILL)
        done = whole(*given, **named)
        if last:
            os.kill(os.getpid(), signal.SIGKILL)
        return done

    setattr(owner, name, cut)

"""
STEPS = {
    "claimed, nothing composed": "dies(delivery.Door, '_compose', 2)",
    "marked, nothing called": "dies(calling.Caller, 'call', 3)",
    "called, not answered": "dies(http.client.HTTPConnection, 'getresponse', 20)",
    "answered, not settled": "dies(line.Line, 'call', 20, after=True)",
    "being settled": "dies(delivery, 'record', 20)",
    "settled": "dies(delivery.Door, '_settle', 2, after=True)",
}


@pytest.fixture(params=["sqlite", "postgresql"])
def crowd(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The office with two hundred people more, each of whom is to be told something; nobody tells it yet."""
    url = f"sqlite:///{tmp_path}/office.db"
    if request.param == "postgresql":
        url = request.getfixturevalue("postgresql_url")
    office = Office(url, "socket", start=machine_now())
    people = [office.slack.add_user(f"guest{n}", real_name=f"Guest {n}") for n in range(MANY)]
    office.lintas.roster.sync_token(office.slack.bot_token)
    office.close()
    office.slack.idle = lambda: None
    to_be_told(office, [person.id for person in people])
    yield office
    office.lintas.database.close()
    office.slack.stop()


def to_be_told(office: Office, people: list[str]) -> None:
    """Let a sentence with a number of its own wait for each of them."""
    members = {row["slack_id"]: row for row in office.rows("members")}
    with office.lintas.database.writing() as session:
        for number, slack_id in enumerate(people):
            member = members[slack_id]
            answer = {"name": "something_wrong", "facts": {"reference": f"n{number:03}"}}
            enqueue(
                session,
                workspace_id=member["workspace_id"],
                kind="answer",
                target=slack_id,
                cause=str(number),
                body={"answer": answer, "member": member["id"]},
                said_at=office.clock.now(),
            )


def told(office: Office) -> Counter[str]:
    """How often each number was said, anywhere."""
    channels = office.slack.workspace.channels.values()
    texts = [message.text for channel in channels for message in channel.messages.values()]
    return Counter(number for text in texts for number in re.findall(r"\bn\d{3}\b", text))


EACH_ONCE = {f"n{number:03}": 1 for number in range(MANY)}


def test_killed_at_every_step_and_ended_by_four_at_once_each_is_told_once(crowd: Office) -> None:
    for step, how in STEPS.items():
        killed = ticks(crowd, before=DIES + how)
        killed.join(30)
        assert killed.exitcode == -signal.SIGKILL, step
        assert max(told(crowd).values(), default=0) <= 1, step
        assert told(crowd).total() < MANY, step
        leases_end(crowd)
    at_once = [ticks(crowd) for _ in range(4)]
    for process in at_once:
        process.join(30)
    assert [process.exitcode for process in at_once] == [0] * 4
    assert told(crowd) == EACH_ONCE
    ours = [row for row in crowd.rows("deliveries") if row["cause"].isdecimal()]
    assert [row["state"] for row in ours] == ["sent"] * MANY
