"""What is said about tasks. Values and a translator in, a message out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from bot.errors import N_
from bot.i18n import Translator
from bot.views.history import history
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
    md_plural,
    message,
    quote,
    section,
    with_rows,
)
from bot.views.task_parts import (
    CHANGED,
    asked_by,
    card_buttons,
    changed_form,
    closed_line,
    reopen_button,
    reschedule_button,
)
from bot.views.words import (
    audience_words,
    checking_rows,
    count_words,
    details,
    is_late,
    list_command,
    name_of,
    owners_of,
    task_line,
    undo,
    undo_button,
)
from storage.seen import SeenChange, SeenNote, SeenTask


def task_created(
    task: SeenTask,
    t: Translator,
    *,
    batch: int,
    other: date | None = None,
    card: bool = False,
    noted: bool = False,
) -> Message:
    """The echo of a new task: all that was understood. `other` is the date a convention did not choose.

    As a `card` others read it too, so it has the card's buttons and calls nobody “you”.
    """
    dated = reschedule_button(task, t, t.label("Set a deadline")) if task.due is None and not card else None
    return message(
        section(joined([Markup(f"✅ *{name_of(task, t)}*"), details(task, t, echo=not card)])),
        context(md(t, "All that you wrote is kept as a note on the task.")) if noted else None,
        actions(
            *(card_buttons(task, t) if card else ()),
            undo_button(t, batch),
            _other_date(task, t, other) if other else None,
            dated,
            None if card else button(t.label("Edit"), Action.TASK_EDIT, str(task.id)),
        ),
    )


def already_added(task: SeenTask, t: Translator, *, again_command: str) -> Message:
    """The same words within two minutes: nothing was stored twice."""
    return message(
        section(md(t, "Already added as *{task}*.", task=name_of(task, t))),
        actions(button(t.label("Add another"), Action.RETRY, again_command)),
    )


def task_card(task: SeenTask, t: Translator, *, share: bool = False) -> Message:
    """The task as it stands, with what can be done about it; one calm line once it is closed."""
    if task.deleted:
        return message(section(md(t, "#{n} was removed.", n=task.number)))
    if task.status != "open":
        return message(section(closed_line(task, t)), actions(reopen_button(task, t)))
    late = "🔴 " if is_late(task, t) else ""
    return message(
        section(Markup(f"{late}*{name_of(task, t)}*\n{details(task, t)}")),
        _notes(task, t),
        context(asked_by(task, t)),
        actions(
            *card_buttons(task, t),
            button(t.label("Share here"), Action.TASK_SHARE, str(task.id)) if share else None,
        ),
    )


def task_changed(
    task: SeenTask,
    verb: str,
    t: Translator,
    *,
    batch: int | None,
    following: SeenTask | None = None,
    note: SeenNote | None = None,
) -> Message:
    """The echo of a change; `following` is the next of a task that repeats, `note` what was noted with it."""
    sentence = CHANGED[changed_form(task, verb, t)]
    said = md(
        t,
        sentence,
        task=name_of(task, t),
        details=details(task, t),
        due=t.due(task.due) if task.due else "",
        owners=owners_of(task.owners, t),
        whom=escape(task.waiting_for or "", 80),
        until=t.moment(task.snoozed_until) if task.snoozed_until else "",
    )
    after = context(md(t, "Next: {task}", task=task_line(following, t))) if following else None
    return message(
        section(joined([said, quote(note.text) if note else None], "\n")),
        context(_note_seen(note, t)) if note else None,
        after,
        undo(t, batch),
    )


def _note_seen(note: SeenNote, t: Translator) -> Markup:
    return audience_words(note.audience, t, people=[t("you")])


def task_noted(task: SeenTask, note: SeenNote, t: Translator, *, batch: int) -> Message:
    """The echo of a note: what was written, and who can read it."""
    said = md(t, "Noted on *{task}*:", task=name_of(task, t))
    return message(
        section(joined([said, quote(note.text)], "\n")), context(_note_seen(note, t)), undo(t, batch)
    )


def tasks_completed(tasks: Sequence[SeenTask], t: Translator, batch: int | None) -> Message:
    if len(tasks) == 1:
        return task_changed(tasks[0], "completed", t, batch=batch)
    head = section(md_plural(t, "✅ {n} task is done:", "✅ {n} tasks are done:", len(tasks)))
    rows = ([section(task_line(task, t, due=False))] for task in tasks)
    return with_rows(t, [head], rows, [undo(t, batch)], total=len(tasks))


def already_done(task: SeenTask, t: Translator) -> Message:
    """An answer to “done” for what is closed; should it be open again by then, its card."""
    if task.status == "open" or task.deleted:
        return task_card(task, t)
    return message(section(closed_line(task, t, already=True)), actions(reopen_button(task, t)))


_TITLES = {
    "all": N_("Open tasks"),
    "mine": N_("Your tasks"),
    "late": N_("Late tasks"),
    "week": N_("Due this week"),
    "today": N_("Due today"),
}
_EMPTY = {
    "all": N_("No open tasks. To add one: `/task Send the MoU draft Friday`"),
    "mine": N_("Nothing is waiting for you."),
    "late": N_("Nothing is late."),
    "week": N_("Nothing is due this week."),
    "today": N_("Nothing is due today."),
}


def task_list(
    tasks: Sequence[SeenTask],
    title_kind: str,
    t: Translator,
    *,
    total: int,
    checking: bool = False,
    program: str | None = None,
    owner: str | None = None,
    days: tuple[date | None, date | None] = (None, None),
    again: str | None = None,
) -> Message:
    """`title_kind` is a scope of `ListTasks`; `program`, `owner` (names) and `days` (from, to) narrow it.

    `checking`: the reader's channels are not known yet; `again` is the command behind “Show again”.
    """
    tail = checking_rows(t, again or list_command(title_kind, program)) if checking else []
    if not tasks and checking:
        return message(*tail)
    narrowed = [*_days_words(*days, t), *(escape(name, 80) for name in (program, owner) if name)]
    if not tasks:
        return message(section(_empty(title_kind, t, narrowed)))
    title = joined(
        [Markup(f"*{md(t, _TITLES.get(title_kind, _TITLES['all']))}*"), *narrowed, count_words(total, t)]
    )
    rows = (
        [
            section(
                _marked(task, t, owner=title_kind != "mine" and not owner, program=not program),
                accessory=button(
                    t.label("Open"), Action.TASK_OPEN, str(task.id), said=f"#{task.number} {task.title}"
                ),
            )
        ]
        for task in tasks
    )
    return with_rows(t, [section(title)], rows, tail, total=total)


def _days_words(start: date | None, end: date | None, t: Translator) -> list[Markup]:
    """“due Wed 25 Nov”, “due Mon 7 Dec to Sun 13 Dec”."""
    if start and end and start != end:
        return [md(t, "due {start} to {end}", start=start, end=end)]
    if start == end and start:
        return [md(t, "due {day}", day=start)]
    if end:
        return [md(t, "due by {day}", day=end)]
    return [md(t, "due from {day} on", day=start)] if start else []


def _empty(kind: str, t: Translator, narrowed: Sequence[Markup]) -> Markup:
    if narrowed:
        what = joined([md(t, _TITLES.get(kind, _TITLES["all"])), *narrowed])
        return md(t, "{what}: nothing.", what=what)
    return md(t, _EMPTY.get(kind, _EMPTY["all"]))


def task_history(task: SeenTask, changes: Sequence[SeenChange], t: Translator) -> Message:
    return history(md(t, "History of *{task}*", task=name_of(task, t)), changes, t)


# --- parts -----------------------------------------------------------------------------------


def _other_date(task: SeenTask, t: Translator, other: date) -> Block:
    label = t.label("I meant {date}", date=t.day(other))
    return button(label, Action.OTHER_DATE, f"{task.id}:{other.isoformat()}")


def _marked(task: SeenTask, t: Translator, *, owner: bool, program: bool) -> Markup:
    line = task_line(task, t, owner=owner, program=program)
    return Markup(f"🔴 {line}") if is_late(task, t) else line


def _notes(task: SeenTask, t: Translator) -> Block | None:
    """The three latest notes."""
    if not task.notes:
        return None
    lines = [
        md(t, "{who}, {when}: {text}", who=note.author, when=t.moment(note.at), text=escape(note.text, 300))
        for note in task.notes[-3:]
    ]
    return section(joined(lines, "\n"))
