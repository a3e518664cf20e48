"""A person's Home: what they hold, and the programs they may see."""

from __future__ import annotations

from bot.answers import Reader
from bot.views import home as views
from bot.views.kit import Home
from storage.programs import programs_seen_by
from storage.tasks import TaskFilter, tasks_seen_by

ROWS = 10


def home(reader: Reader) -> Home:
    """Home as of now."""
    assert reader.me is not None
    mine = TaskFilter(holder_id=reader.me.member_id)
    tasks, total = tasks_seen_by(reader.session, reader.eyes, mine, limit=ROWS)
    programs = programs_seen_by(reader.session, reader.eyes, reader.t.today, limit=ROWS)
    return views.home(tasks, programs, reader.t, total=total)
