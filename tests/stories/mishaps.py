"""What goes wrong in an office: repeats, statements that fail, time that passes for the queue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import event, update

from bot.local.deliveries import Answer
from bot.local.deliveries import Delivery as Payload
from storage.deliveries import machine_now
from storage.models import Delivery
from tests.stories.conftest import Office

WAITING = ("queued", "claimed", "posting")


class BrokenError(Exception):
    """The failure that a test arranged."""


def last_sent(office: Office, kind: str) -> Payload:
    """The newest payload of that kind (slash_commands, events_api, interactive) that Slack sent."""
    return next(one for one in reversed(office.slack.deliveries.log) if one.kind == kind)


def repeated(office: Office, kind: str, times: int = 1) -> list[Answer]:
    """Let Slack send the newest payload of that kind again, all at once; the acknowledgements."""
    first = last_sent(office, kind)
    again = [Payload(kind, first.payload, first.accepts_response, ["repeated"]) for _ in range(times)]
    answers = [one.answer.result(20) for one in [office.slack.deliveries.send(one) for one in again]]
    office.slack.settle()
    return answers


@contextmanager
def statement_fails(office: Office, beginning: str, *, times: int = 1) -> Iterator[list[str]]:
    """Let the next statements that begin so fail; yields what was run before, statement by statement."""
    ran: list[str] = []
    left = [times]

    def watch(_c: Any, _cursor: Any, statement: str, *_: Any) -> None:
        if statement.startswith(beginning) and left[0]:
            left[0] -= 1
            raise BrokenError
        ran.append(statement)

    engine = office.lintas.database.engine
    event.listen(engine, "before_cursor_execute", watch)
    try:
        yield ran
    finally:
        event.remove(engine, "before_cursor_execute", watch)


def time_passes(office: Office) -> None:
    """Let every back-off and every lease of the queue be over, and the door do what is due."""
    leases_end(office)
    office.lintas.door.wake()
    office.slack.settle()


def leases_end(office: Office) -> None:
    """Let every back-off and every lease of the queue be over."""
    long_ago = machine_now() - timedelta(days=1)
    with office.lintas.database.writing() as session:
        session.execute(update(Delivery).where(Delivery.state.in_(WAITING)).values(due_at=long_ago))
        session.execute(
            update(Delivery).where(Delivery.lease_until.is_not(None)).values(lease_until=long_ago)
        )


def counts(office: Office, *tables: str) -> dict[str, int]:
    """How many rows these tables hold."""
    return {table: len(office.rows(table)) for table in tables}


def states(office: Office, kind: str) -> list[tuple[str, str | None]]:
    """How the deliveries of that kind stand, and why."""
    return [
        (row["state"], row["reason"] if row["state"] == "failed" else None)
        for row in office.rows("deliveries")
        if row["kind"] == kind
    ]


def seconds_until(due_at: str) -> float:
    """How long from now (machine time) until what the database holds as an instant."""
    return (datetime.fromisoformat(due_at).replace(tzinfo=UTC) - machine_now()).total_seconds()
