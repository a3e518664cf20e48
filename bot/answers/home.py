"""A person's Home: the tab and the page they looked at last, as of now."""

from __future__ import annotations

from bot.answers import Reader
from bot.services.members import member_settings
from bot.views import home as views
from bot.views.home import ROWS, TABS, Shown
from bot.views.kit import Home
from storage.models import Member
from storage.partners import partners_seen_by
from storage.programs import programs_seen_by
from storage.seen import Viewer
from storage.tasks import TaskFilter, tasks_seen_by

MOST = 200  # programs and partners that can be paged through


def home(reader: Reader) -> Home:
    """Home as of now."""
    assert reader.me is not None
    member = reader.session.get_one(Member, reader.me.member_id)
    tab, _, page = (member.home_tab or "").partition(".")
    return views.home(
        _shown(reader, member, reader.me, tab if tab in TABS else "mine", int(page or 0)), reader.t
    )


def _shown(reader: Reader, member: Member, me: Viewer, tab: str, page: int) -> Shown:
    session, guest = reader.session, not me.full
    match tab:
        case "programs":
            programs = programs_seen_by(session, me, reader.t.today, limit=MOST)
            page = _within(page, len(programs))
            rows = programs[page * ROWS : (page + 1) * ROWS]
            return Shown(tab, page, rows, len(programs), guest=guest)
        case "partners":
            partners, _ = partners_seen_by(session, me, limit=MOST)
            page = _within(page, len(partners))
            return Shown(tab, page, partners[page * ROWS : (page + 1) * ROWS], len(partners), guest=guest)
        case "settings":
            return Shown(tab, settings=member_settings(session, member), guest=guest)
    mine = TaskFilter(holder_ids=(me.member_id,))
    tasks, total = tasks_seen_by(session, me, mine, limit=ROWS, skip=page * ROWS)
    if not tasks and page:
        page = _within(page, total)
        tasks, total = tasks_seen_by(session, me, mine, limit=ROWS, skip=page * ROWS)
    first_run = me.full and not total and not programs_seen_by(session, me, reader.t.today, limit=1)
    return Shown("mine", page, tasks, total, guest=guest, first_run=first_run)


def _within(page: int, total: int) -> int:
    """The page, or the last there is."""
    return min(page, max(0, (total - 1) // ROWS))
