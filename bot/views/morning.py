"""What a person is told each working morning: their own day."""

from __future__ import annotations

from bot.i18n import Translator
from bot.views.digest import long_late
from bot.views.ids import Action
from bot.views.kit import (
    Markup,
    Message,
    actions,
    button,
    context,
    escape,
    joined,
    md,
    md_plural,
    message,
    more,
    section,
)
from bot.views.nudges import nudge_line
from bot.views.words import done_button, task_line
from storage.seen import Morning, SeenNudge, SeenTask

_LINES, _LATE = 9, 4  # with the first and the last at most 12; lateness has its lines however much is due


def morning(morning: Morning, t: Translator) -> Message:
    """One person's day in at most twelve lines, each with Done; the first explains itself."""
    if morning.empty:
        return message(section(md(t, "Nothing is waiting for you today.")))
    today, late, soon, waiting = _shared_out(morning)
    shown = [
        *((Markup("🔴"), task) for task in morning.late[:late]),
        *((Markup("🟠"), task) for task in morning.today[:today]),
        *((Markup("⚪"), task) for task in morning.soon[:soon]),
        *((Markup("⏳"), task) for task in morning.waiting[:waiting]),
    ]
    totals = (morning.late_total, morning.today_total, morning.soon_total, morning.waiting_total)
    hidden = sum(totals) - len(shown)
    rungs = dict(morning.rungs)

    def line(task: SeenTask) -> Markup:
        rung = rungs.get(task.id)
        others = bool(task.owners) and morning.member_id not in {one.member_id for one in task.owners}
        return (
            task_line(task, t, owner=others)
            if rung is None
            else nudge_line(SeenNudge(task, rung), t, owner=others)
        )

    return message(
        section(Markup(f"*{_summary(morning, t)}*")),
        *(section(Markup(f"{mark} {line(task)}"), accessory=done_button(task, t)) for mark, task in shown),
        more(hidden, t),
        long_late(morning.long_late, t) if morning.long_late else None,
        context(_explained(t)) if morning.first else None,
        actions(
            button(t.label("All my tasks"), Action.RETRY, "/task list mine") if hidden > 0 else None,
            button(t.label("Turn off"), Action.MORNING_OFF),
        ),
    )


def _shared_out(morning: Morning) -> tuple[int, int, int, int]:
    """The lines for today, what is late, later, and waiting: later waits while one of today is hidden."""
    late = min(len(morning.late), max(_LATE, _LINES - len(morning.today)))
    today = min(len(morning.today), _LINES - late)
    soon = min(len(morning.soon), _LINES - late - today) if today == morning.today_total else 0
    waiting = min(len(morning.waiting), _LINES - late - today - soon) if soon == morning.soon_total else 0
    return today, late, soon, waiting


def _summary(morning: Morning, t: Translator) -> Markup:
    """“Tue 24 Nov — 2 late, 1 due today, 3 soon”."""
    counts = [
        md_plural(t, "{n} late", "{n} late", morning.late_total) if morning.late_total else None,
        md_plural(t, "{n} due today", "{n} due today", morning.today_total) if morning.today_total else None,
        md_plural(t, "{n} due soon", "{n} due soon", morning.soon_total) if morning.soon_total else None,
        md_plural(t, "{n} waiting", "{n} waiting", morning.waiting_total) if morning.waiting_total else None,
    ]
    return joined([escape(t.day(morning.day)), joined(counts, ", ")])


def _explained(t: Translator) -> Markup:
    return md(
        t,
        "This is your first morning message. It comes on working days when something of yours is late "
        "or due, and only you see it. For another hour: `/lintas morning on 07:30`. To stop it: Turn off.",
    )
