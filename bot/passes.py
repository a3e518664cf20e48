"""One pass by hand: what `lintas tick` sends, what `lintas preview` shows."""

from __future__ import annotations

from typing import Any

from bot.answers import Answer, compose
from bot.app import Lintas
from bot.delivery import reader_for
from bot.errors import N_, UserError
from bot.scheduler import would_send
from storage.models import Workspace
from storage.workspaces import channel_by_slack


def one_pass(lintas: Lintas, *, dry_run: bool = False) -> dict[str, Any]:
    """Send what is due by now, in the form of CONTRACT §2; a dry run only says what would be sent."""
    now = lintas.clock.now()
    if dry_run:
        return {"now": now.isoformat(), "sent": would_send(lintas.database, now), "folded": [], "failed": []}
    ended, folded = lintas.tick(now)
    with lintas.database.reading() as session:
        teams = {row.id: row.slack_team_id for row in session.query(Workspace)}
    sent = [
        {
            "kind": one.kind,
            "workspace": teams[one.workspace_id],
            "channel": one.channel,
            "ts": one.ts,
            "subjects": [str(subject) for subject in one.subjects],
        }
        for one in ended
        if one.state == "sent" and one.kind != "roster"
    ]
    return {
        "now": now.isoformat(),
        "sent": sent,
        "folded": [
            {"kind": one.kind, "workspace": teams[one.workspace_id], "channel": one.target} for one in folded
        ],
        "failed": [
            {"kind": one.kind, "channel": one.channel, "reason": one.reason}
            for one in ended
            if one.state in ("failed", "later") and one.kind != "roster"
        ],
    }


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
