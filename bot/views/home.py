"""App Home: what is mine, which programs there are, and the way to everything else."""

from __future__ import annotations

from collections.abc import Sequence

from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import Block, Home, actions, button, distinct, divider, header, joined, md, more, section
from bot.views.programs import program_line
from bot.views.words import done_button, is_late, task_line
from storage.seen import SeenProgram, SeenTask

_TASKS, _PROGRAMS = 15, 15  # a title is at most 150 characters here, so Home stays far below its 100 blocks


def home(
    tasks: Sequence[SeenTask], programs: Sequence[SeenProgram], t: Translator, *, total: int | None = None
) -> Home:
    """`tasks` are the reader's own, `total` how many there are in all."""
    blocks = (
        actions(
            button(t.label("New task"), Action.TASK_NEW, style="primary"),
            button(t.label("Settings"), Action.SETTINGS),
            button(t.label("Help"), Action.HELP),
        ),
        header(t("Your tasks")),
        *_tasks(tasks, t, len(tasks) if total is None else total),
        divider(),
        header(t("Programs")),
        *_programs(programs, t),
    )
    return Home(distinct(blocks))


def _tasks(tasks: Sequence[SeenTask], t: Translator, total: int) -> list[Block | None]:
    if not tasks:
        return [section(md(t, "Nothing is waiting for you."))]
    shown = tasks[:_TASKS]
    rows = [
        section(
            joined(["🔴" if is_late(task, t) else None, task_line(task, t, owner=False)], " "),
            accessory=done_button(task, t),
        )
        for task in shown
    ]
    return [*rows, more(total - len(shown), t)]


def _programs(programs: Sequence[SeenProgram], t: Translator) -> list[Block | None]:
    if not programs:
        return [section(md(t, "No programs yet. To begin one: `/program new Batik in Lyon`"))]
    rows = [
        section(
            program_line(program, t),
            accessory=button(t.label("Open"), Action.PROGRAM_OPEN, str(program.id), said=program.name),
        )
        for program in programs[:_PROGRAMS]
    ]
    return [*rows, more(len(programs) - len(rows), t)]
