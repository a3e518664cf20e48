"""What somebody holds, to be given to somebody else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import Message, actions, button, context, md, md_plural, message, section, with_rows
from bot.views.words import task_line, undo
from storage.seen import SeenTask


def handover_list(
    name: str,
    tasks: Sequence[SeenTask],
    total: int,
    t: Translator,
    *,
    giver: str,
    taker: tuple[str, str] | None = None,
    leads: Sequence[str] = (),
) -> Message:
    """`giver` by Slack id; `taker` by Slack id and name, where one was named; `leads`: programs by name."""
    led = (
        context(md(t, "Leads {programs}: see “Edit” on the program's card", programs=[*leads]))
        if leads
        else None
    )
    how = context(md(t, "To hand all of it to somebody: `/lintas handover @giver @taker`"))
    if not tasks:
        return message(section(md(t, "{name} holds no open task that you can see.", name=name)), led, how)
    head = section(
        md_plural(t, "*{name}* holds {n} open task:", "*{name}* holds {n} open tasks:", total, name=name)
    )
    rows = ([section(task_line(task, t, owner=False), accessory=_assign(task, t))] for task in tasks)
    last = how
    if taker is not None:
        all_of_it = f"/lintas handover <@{giver}> <@{taker[0]}> now"
        last = actions(
            button(t.label("Hand all to {name}", name=taker[1]), Action.RETRY, all_of_it, style="primary")
        )
    return with_rows(t, [head], rows, [led, last], total=total)


def handed_over(
    giver: str, taker: str, tasks: Sequence[SeenTask], total: int, t: Translator, batch: int
) -> Message:
    """What was given from one to the other, with the one Undo for all of it."""
    head = section(
        md_plural(
            t,
            "✅ {n} open task of *{giver}* is now *{taker}*'s:",
            "✅ {n} open tasks of *{giver}* are now *{taker}*'s:",
            total,
            giver=giver,
            taker=taker,
        )
    )
    rows = ([section(task_line(task, t, owner=False))] for task in tasks)
    return with_rows(t, [head], rows, [undo(t, batch)], total=total)


def _assign(task: SeenTask, t: Translator) -> dict[str, object]:
    return button(
        t.label("Assign"), Action.TASK_ASSIGN, str(task.id), said=f"{t.label('Assign')}: #{task.number}"
    )
