"""What a search found, kind by kind, each thing with the way to it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
    actions,
    button,
    context,
    escape,
    joined,
    md,
    message,
    section,
)
from bot.views.partners import CONTACT_KINDS
from bot.views.programs import UPDATE_KINDS
from bot.views.words import checking_rows, known, task_line
from storage.seen import Found, SeenLogged, SeenPartner, SeenProgramName, SeenTask

_OPENS = {"program": Action.PROGRAM_OPEN, "contact": Action.PARTNER_OPEN, "organisation": Action.PARTNER_OPEN}


def search_result(found: Found, words: str, t: Translator, *, checking: bool = False) -> Message:
    """`checking`: the reader's channels are not known yet, so what was said there is not among it."""
    tail = checking_rows(t, f"/lintas search {words}") if checking else []
    if found.empty:
        nothing = md(t, "Nothing you can see has the words “{words}”.", words=escape(words, 200))
        advice = md(t, "The last word may be only its beginning: `/lintas search mus` finds “museum”.")
        return message(section(nothing), *(tail or [context(advice), actions(_help(t))]))
    groups = [
        *_group(md(t, "*Tasks*"), (_task(task, t) for task in found.tasks), found.tasks_total, t),
        *_group(md(t, "*Programs*"), (_program(one, t) for one in found.programs), found.programs_total, t),
        *_group(md(t, "*Partners*"), (_partner(one, t) for one in found.partners), found.partners_total, t),
        *_group(md(t, "*Log*"), (_logged(line, t) for line in found.log), found.log_total, t),
    ]
    head = section(md(t, "Found for “{words}”:", words=escape(words, 200)))
    return message(head, *groups, *tail)


def _group(title: Markup, rows: Iterable[Block], total: int, t: Translator) -> Iterator[Block]:
    shown: Sequence[Block] = [*rows]
    if not shown:
        return
    yield section(title)
    yield from shown
    if total > len(shown):
        yield context(md(t, "+{n} more; another word narrows it", n=t.number(total - len(shown))))


def _task(task: SeenTask, t: Translator) -> Block:
    ended = {"done": md(t, "done"), "cancelled": md(t, "cancelled")}.get(task.status)
    opens = button(t.label("Open"), Action.TASK_OPEN, str(task.id), said=f"#{task.number} {task.title}")
    return section(joined([task_line(task, t), ended]), accessory=opens)


def _program(program: SeenProgramName, t: Translator) -> Block:
    opens = button(t.label("Open"), Action.PROGRAM_OPEN, str(program.id), said=program.name)
    return section(Markup(f"*{escape(program.name, 150)}*"), accessory=opens)


def _partner(partner: SeenPartner, t: Translator) -> Block:
    contact = partner.contact
    facts = [escape(part, 100) for part in (contact.role, contact.organisation) if part] if contact else []
    opens = button(t.label("Open"), Action.PARTNER_OPEN, f"{partner.kind}:{partner.id}", said=partner.name)
    return section(joined([Markup(f"*{escape(partner.name, 150)}*"), *facts]), accessory=opens)


def _logged(line: SeenLogged, t: Translator) -> Block:
    when = line.when.astimezone(t.tz).date() if isinstance(line.when, datetime) else line.when
    kind = known(UPDATE_KINDS | CONTACT_KINDS, line.kind, t)
    about = escape(line.about, 100) if line.about else None
    said = joined([escape(t.day(when)), escape(kind), about, escape(line.author, 80)], ", ")
    opens = None
    if line.opens is not None:
        name, row_id = line.opens
        value = str(row_id) if name == "program" else f"{name}:{row_id}"
        opens = button(t.label("Open"), _OPENS[name], value, said=line.about)
    return section(joined([escape(line.text, 200), said], "\n"), accessory=opens)


def _help(t: Translator) -> Block:
    return button(t.label("Help"), Action.HELP)
