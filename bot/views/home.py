"""App Home: mine, programs, partners, settings; ten rows a page, each with what one does next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.errors import N_
from bot.i18n import Translator
from bot.views.help import first_steps
from bot.views.ids import Action
from bot.views.kit import Block, Home, actions, button, distinct, divider, joined, md, section
from bot.views.partners import partner_line
from bot.views.programs import program_line
from bot.views.settings import overview
from bot.views.words import done_button, is_late, task_line
from storage.seen import MemberSettings, SeenPartner, SeenProgram, SeenTask

ROWS = 10  # a page; a title is at most 150 characters here, so Home stays far below its 100 blocks
TABS = {
    "mine": N_("Mine"),
    "programs": N_("Programs"),
    "partners": N_("Partners"),
    "settings": N_("Settings"),
}


@dataclass(frozen=True)
class Shown:
    """One page of one tab: `rows` are its things, `total` how many the tab has in all."""

    tab: str = "mine"
    page: int = 0
    rows: Sequence[SeenTask] | Sequence[SeenProgram] | Sequence[SeenPartner] = ()
    total: int = 0
    settings: MemberSettings | None = None
    guest: bool = False
    first_run: bool = False  # nothing is stored that the reader may see


def home(shown: Shown, t: Translator) -> Home:
    """Home with that tab open."""
    blocks = (_tabs(shown.tab, t), divider(), *_content(shown, t), _pages(shown, t), divider(), _last(t))
    return Home(distinct(blocks))


def _tabs(chosen: str, t: Translator) -> Block:
    return actions(
        *(
            button(t.label(label), Action.HOME_TAB, f"{tab}.0", style="primary" if tab == chosen else None)
            for tab, label in TABS.items()
        )
    )


def _content(shown: Shown, t: Translator) -> list[Block | None]:
    match shown.tab:
        case "programs":
            rows: list[Block] = [_program(one, t) for one in shown.rows if isinstance(one, SeenProgram)]
            nothing = md(t, "No programs yet. To begin one: `/program new Batik in Lyon`")
            new = None if shown.guest else button(t.label("New program"), Action.PROGRAM_NEW)
        case "partners":
            rows = [_partner(one, t) for one in shown.rows if isinstance(one, SeenPartner)]
            nothing = (
                md(t, "Partners are for full members of this workspace.")
                if shown.guest
                else md(
                    t, "No partners yet. To add one: `/partner add Dr Yuki Tanaka, curator, Mori Art Museum`"
                )
            )
            new = None if shown.guest else button(t.label("Add partner"), Action.PARTNER_NEW)
        case "settings" if shown.settings is not None:
            return [section(overview(shown.settings, t)), actions(button(t.label("Change"), Action.SETTINGS))]
        case _:
            rows = [_task(one, t) for one in shown.rows if isinstance(one, SeenTask)]
            nothing = md(t, "Nothing is waiting for you.")
            new = button(t.label("New task"), Action.TASK_NEW)
            if shown.first_run:
                return [*first_steps(t), actions(new)]
    return [*(rows or [section(nothing)]), actions(new) if new else None]


def _pages(shown: Shown, t: Translator) -> Block | None:
    """Where this page stands among the others, with the way to its neighbours; nothing for one page."""
    pages = -(-shown.total // ROWS)
    if pages < 2:
        return None
    before = button(t.label("Previous"), Action.HOME_TAB, f"{shown.tab}.{shown.page - 1}")
    after = button(t.label("Next"), Action.HOME_TAB, f"{shown.tab}.{shown.page + 1}")
    where = button(t.label("Page {page} of {pages}", page=shown.page + 1, pages=pages), Action.HOME_TAB)
    where["value"] = f"{shown.tab}.{shown.page}"
    return actions(before if shown.page else None, where, after if shown.page + 1 < pages else None)


def _last(t: Translator) -> Block:
    return actions(button(t.label("Help"), Action.HELP))


def _task(task: SeenTask, t: Translator) -> Block:
    line = joined(["🔴" if is_late(task, t) else None, task_line(task, t, owner=False)], " ")
    return section(line, accessory=done_button(task, t))


def _program(program: SeenProgram, t: Translator) -> Block:
    opens = button(t.label("Open"), Action.PROGRAM_OPEN, str(program.id), said=program.name)
    return section(program_line(program, t), accessory=opens)


def _partner(partner: SeenPartner, t: Translator) -> Block:
    opens = button(t.label("Open"), Action.PARTNER_OPEN, f"{partner.kind}:{partner.id}", said=partner.name)
    return section(partner_line(partner, t), accessory=opens)
