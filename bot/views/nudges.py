"""How a deadline that comes near is told of: a line of a morning or digest, or a post of its own."""

from __future__ import annotations

from collections.abc import Sequence

from bot.i18n import Translator
from bot.views.kit import Block, Markup, Message, context, escape, joined, md, section, with_rows
from bot.views.task_parts import closed_line, is_snoozed, put_off
from bot.views.told import nudge_buttons
from bot.views.words import anchor_words, days_to, is_late, task_line
from storage.seen import SeenMilestone, SeenNudge, SeenTask

STILL_NEEDED = -7  # the last rung asks instead of saying the same again


def nudge_line(nudge: SeenNudge, t: Translator, *, owner: bool = True, program: bool = True) -> Markup:
    """“#142 Kirim draf — Fri 4 Dec — Sari — in 7 days”; the last rung asks whether it is still needed."""
    said = task_line(nudge.task, t, owner=owner, program=program)
    return joined([said, _still_needed(nudge, t) or _to_go(nudge.task, t)])


def milestone_line(milestone: SeenMilestone, t: Translator) -> Markup:
    """“Pameran Kyoto — opening Thu 21 Jan — 7 days to opening”."""
    name = Markup(f"*{escape(milestone.program, 100)}*")
    ahead = days_to(milestone.anchor, t) if milestone.anchor.day != t.today else md(t, "today")
    return joined([name, anchor_words(milestone.anchor, t), ahead])


def nudges(nudged: Sequence[SeenNudge], milestones: Sequence[SeenMilestone], t: Translator) -> Message:
    """The post of its own in a channel that has no digest that day: what is urgent there."""
    rows: list[list[Block]] = [[section(Markup(f"📆 {milestone_line(one, t)}"))] for one in milestones]
    rows += [_nudged(one, t) for one in nudged]
    why = md(t, "Said here because this channel has no digest today. For a daily one: `/digest on 09:00`")
    head = section(md(t, "*Urgent here*"))
    return with_rows(t, [head], rows, [context(why)], total=len(rows), most=12)


def _nudged(nudge: SeenNudge, t: Translator) -> list[Block]:
    """One task with its buttons; once it is closed or put off, a calm line."""
    task = nudge.task
    if task.deleted:
        return [section(md(t, "#{n} was removed.", n=task.number))]
    if task.status != "open":
        return [section(closed_line(task, t))]
    said = put_off(task, t) if is_snoozed(task, t) else nudge_line(nudge, t)
    return [section(said), nudge_buttons(task, t)]


def _still_needed(nudge: SeenNudge, t: Translator) -> Markup | None:
    asked = nudge.rung == STILL_NEEDED and is_late(nudge.task, t)
    return md(t, "is it still needed?") if asked else None


def _to_go(task: SeenTask, t: Translator) -> Markup | None:
    """“today”, “tomorrow”, “in 7 days”; nothing for what is late, which its line says."""
    if task.due is None or is_late(task, t):
        return None
    days = (task.due.day - t.today).days
    if days < 2:
        return md(t, "today") if days == 0 else md(t, "tomorrow")
    return escape(t.plural("in {n} day", "in {n} days", days))
