"""How Lintas runs, for whoever operates it."""

from __future__ import annotations

from bot.i18n import Translator
from bot.views.kit import Message, context, joined, md, message, section
from storage.seen import Status

_DATABASES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def status(seen: Status, t: Translator) -> Message:
    """Numbers only: what was said is not an operator's."""
    lines = [
        md(t, "*Lintas is running*"),
        md(t, "Database: {name}", name=_DATABASES.get(seen.database, seen.database)),
        md(
            t,
            "Members: {members}; active programs: {programs}; open tasks: {tasks}; "
            "channels with a digest: {digests}",
            members=t.number(seen.members),
            programs=t.number(seen.programs),
            tasks=t.number(seen.open_tasks),
            digests=t.number(seen.digests),
        ),
        md(
            t,
            "Still to be posted: {waiting}; given up: {given_up}",
            waiting=t.number(seen.waiting),
            given_up=t.number(seen.given_up),
        ),
        md(t, "Next by the clock: {when}", when=seen.next_at) if seen.next_at else None,
        md(t, "Last posted: {when}", when=seen.last_said) if seen.last_said else None,
    ]
    what = md(t, "What was given up: “lintas deliveries” on the server, which also tries again.")
    return message(section(joined(lines, "\n")), context(what) if seen.given_up else None)
