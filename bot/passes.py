"""One pass by hand: what `lintas tick` sends, what `lintas preview` shows; what was given up, tried again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from sqlalchemy.orm import Session

from bot.answers import Answer, compose
from bot.app import Lintas
from bot.errors import N_, UserError
from bot.saying import prepare, reader_for
from bot.scheduler import Folded, tick
from bot.settling import Outcome
from storage.database import Database
from storage.deliveries import claim, dead_letters, revive, settle
from storage.models import Delivery, Workspace
from storage.workspaces import channel_by_slack


def one_pass(lintas: Lintas, *, dry_run: bool = False) -> dict[str, Any]:
    """Send what is due by now, in the form of CONTRACT §2; a dry run only says what would be sent."""
    now = lintas.clock.now()
    ended, folded = _rehearsed(lintas) if dry_run else lintas.tick(now)
    with lintas.database.reading() as session:
        teams = {row.id: row.slack_team_id for row in session.query(Workspace)}
    told = [one for one in ended if one.kind != "roster"]
    return {
        "now": now.isoformat(),
        "sent": [
            {
                "kind": one.kind,
                "workspace": teams[one.workspace_id],
                "channel": one.channel,
                "ts": one.ts,
                "subjects": [str(subject) for subject in one.subjects],
            }
            for one in told
            if one.state == "sent"
        ],
        "folded": [
            {"kind": kind, "workspace": teams[workspace_id], "channel": channel}
            for kind, workspace_id, channel in (
                *((one.kind, one.workspace_id, one.target) for one in folded),
                *((one.kind, one.workspace_id, one.channel) for one in told if one.state == "folded"),
            )
        ],
        "failed": [
            {"kind": one.kind, "channel": one.channel, "reason": one.reason}
            for one in told
            if one.state in ("failed", "later")
        ],
    }


def _rehearsed(lintas: Lintas) -> tuple[list[Outcome], list[Folded]]:
    """What a pass would send, all of it done in one transaction and taken back; Slack hears nothing."""
    ended: list[Outcome] = []
    with lintas.database.writing() as session:
        folded = tick(_Rehearsal(session), lintas.clock.now())
        while batch := claim(session):
            for one in batch:
                post = prepare(session, lintas.clock, one)
                state = "sent" if post is not None else "moot"
                settle(session, one, state)
                shown = post.task_ids if post is not None else ()
                ended.append(Outcome(state, one.kind, one.workspace_id, one.target, subjects=shown))
        session.rollback()
    return ended, folded


class _Rehearsal(Database):
    """A database whose writes all belong to one session, which whoever opened it takes back."""

    def __init__(self, session: Session):
        self._session = session

    @contextmanager
    def reading(self) -> Iterator[Session]:
        yield self._session

    @contextmanager
    def writing(self, patience: float | None = None) -> Iterator[Session]:
        with self._session.begin_nested():
            yield self._session


def preview_of_digest(lintas: Lintas, workspace_id: int, slack_id: str) -> dict[str, Any]:
    """The channel's digest as of now, empty or not."""
    with lintas.database.reading() as session:
        channel = channel_by_slack(session, workspace_id, slack_id)
        if channel is None:
            raise UserError(N_("There is no channel {channel} that Lintas knows."), channel=slack_id)
        reader = reader_for(session, lintas.clock, None, channel.id)
        assert reader is not None
        made = compose(reader, Answer("digest", {"channel": channel.id, "always": True}))
    assert made is not None
    return {"channel": slack_id, **made.message.to_dict()}


def given_up(lintas: Lintas) -> Sequence[Delivery]:
    """What was not said in the end, newest first."""
    with lintas.database.reading() as session:
        return dead_letters(session)


def try_again(lintas: Lintas, delivery_id: int) -> Delivery | None:
    """Post what was given up, and what else is due; how it stands then. None where it was not given up."""
    with lintas.database.writing() as session:
        if not revive(session, delivery_id):
            return None
    lintas.door.drain()
    with lintas.database.reading() as session:
        return session.get_one(Delivery, delivery_id)
