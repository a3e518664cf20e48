"""What is said about tasks. Values and a translator in, a message out."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

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
from storage.seen import SeenChange, SeenMember, SeenNote, SeenTask


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
    dated = _reschedule(task, t, t.label("Set a deadline")) if task.due is None and not card else None
    return message(
        section(joined([Markup(f"✅ *{name_of(task, t)}*"), details(task, t, echo=not card)])),
        context(md(t, "All that you wrote is kept as a note on the task.")) if noted else None,
        actions(
            *(_card_buttons(task, t) if card else ()),
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
        return message(section(closed_line(task, t)), actions(_reopen(task, t)))
    late = "🔴 " if is_late(task, t) else ""
    return message(
        section(Markup(f"{late}*{name_of(task, t)}*\n{details(task, t)}")),
        _notes(task, t),
        context(_asked(task, t)),
        actions(
            *_card_buttons(task, t),
            button(t.label("Share here"), Action.TASK_SHARE, str(task.id)) if share else None,
        ),
    )


_CHANGED = {
    "completed": N_("✅ *{task}* is done."),
    "reopened": N_("*{task}* is open again: {details}"),
    "cancelled": N_("*{task}* is cancelled. It leaves every list and stays in the history."),
    "deleted": N_("*{task}* is deleted."),
    "rescheduled": N_("*{task}* is now due {due}."),
    "undated": N_("*{task}* has no deadline any more."),
    "assigned": N_("*{task}* is now with {owners}."),
    "unassigned": N_("*{task}* has no owner any more."),
    "declined": N_("You gave back *{task}*."),
    "snoozed": N_("Reminder for *{task}* set for {until}; the deadline stays {due}."),
    "snoozed_beyond": N_(
        "Reminder for *{task}* set for {until}, after its deadline; the deadline stays {due}."
    ),
    "snoozed_undated": N_("Reminder for *{task}* set for {until}."),
    "waiting": N_("*{task}* waits for {whom}; the deadline stays {due}."),
    "waiting_undated": N_("*{task}* waits for {whom}."),
    "came_in": N_("*{task}* waits for nobody any more."),
    "edited": N_("*{task}* now reads: {details}"),
}


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
    sentence = _CHANGED[_form(task, verb, t)]
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


def can_start(task: SeenTask, t: Translator) -> Message:
    """To whoever holds a task: what it waited for is done."""
    said = md(t, "You can start *{task}*: what it came after is done.", task=name_of(task, t))
    return message(section(joined([said, details(task, t) or None], "\n")), actions(*_card_buttons(task, t)))


def _note_seen(note: SeenNote, t: Translator) -> Markup:
    return audience_words(note.audience, t, people=[t("you")])


def task_noted(task: SeenTask, note: SeenNote, t: Translator, *, batch: int) -> Message:
    """The echo of a note: what was written, and who can read it."""
    said = md(t, "Noted on *{task}*:", task=name_of(task, t))
    return message(
        section(joined([said, quote(note.text)], "\n")), context(_note_seen(note, t)), undo(t, batch)
    )


def _form(task: SeenTask, verb: str, t: Translator) -> str:
    if verb == "rescheduled" and task.due is None:
        return "undated"
    if verb == "assigned" and not task.owners:
        return "unassigned"
    if verb == "snoozed" and task.due is None:
        return "snoozed_undated"
    if verb == "snoozed" and _woken_late(task, t):
        return "snoozed_beyond"
    if verb == "waiting" and task.waiting_for is None:
        return "came_in"
    if verb == "waiting" and task.due is None:
        return "waiting_undated"
    return verb


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
    return message(section(closed_line(task, t, already=True)), actions(_reopen(task, t)))


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


def assignment(tasks: Sequence[SeenTask], by: SeenMember | None, t: Translator, *, mine: int) -> Message:
    """The one direct message to whoever was given tasks: the member of row id `mine`.

    `by` is None where several people gave them. What is closed or no longer theirs is one calm line.
    """
    n = len(tasks)
    if by is None:
        said = md_plural(t, "You were given {n} task:", "You were given {n} tasks:", n)
    else:
        said = md_plural(t, "{by} gave you {n} task:", "{by} gave you {n} tasks:", n, by=escape(by.name, 80))
    return with_rows(t, [section(said)], (_assigned(task, t, mine) for task in tasks), total=n)


def _assigned(task: SeenTask, t: Translator, mine: int) -> list[Block]:
    if task.deleted:
        return [section(md(t, "#{n} was removed.", n=task.number))]
    if mine not in {owner.member_id for owner in task.owners}:
        return [section(md(t, "*{task}* is no longer with you.", task=name_of(task, t)))]
    if task.status != "open":
        return [section(closed_line(task, t)), actions(_reopen(task, t))]
    return [
        section(Markup(f"*{name_of(task, t)}*\n{details(task, t)}")),
        actions(
            button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
            button(t.label("Not me"), Action.TASK_DECLINE, str(task.id)),
            _reschedule(task, t),
        ),
    ]


def assignment_gone(t: Translator) -> Message:
    """In the place of an assignment whose tasks the reader may no longer see."""
    return message(section(md(t, "What you were given here is no longer with you.")))


def task_declined(task: SeenTask, by: str, t: Translator) -> Message:
    """Told to whoever asked for a task that was given back."""
    return message(
        section(md(t, "{who} gave back *{task}*.", who=escape(by, 80), task=name_of(task, t))),
        context(details(task, t)),
        actions(button(t.label("Assign"), Action.TASK_ASSIGN, str(task.id)), _reschedule(task, t)),
    )


def reminder(task: SeenTask, t: Translator) -> Message:
    """The message before a clock time (sent late, after it), or at the moment a person asked for.

    Put off, it says until when.
    """
    if is_snoozed(task, t):
        return message(section(put_off(task, t)), nudge_buttons(task, t))
    due = t.due(task.due) if task.due else ""
    if task.due is None:
        said = md(t, "⏰ You asked to be reminded: *{task}*", task=name_of(task, t))
    elif is_late(task, t) and not _just_now(task, t):
        said = md(t, "⏰ This was due {due}: *{task}*", due=due, task=name_of(task, t))
    else:
        said = md(t, "⏰ Due {due}: *{task}*", due=due, task=name_of(task, t))
    return message(
        section(said),
        context(joined([escape(task.program.name, 150) if task.program else None, _asked(task, t)])),
        nudge_buttons(task, t),
    )


def nudge_buttons(task: SeenTask, t: Translator) -> Block:
    """What can be done about a deadline: Done, Snooze, Reschedule; what is put off can be done or moved."""
    return actions(
        button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
        None if is_snoozed(task, t) else _snooze(task, t),
        _reschedule(task, t),
    )


def _woken_late(task: SeenTask, t: Translator) -> bool:
    """Whether its reminder comes only after its deadline."""
    if task.due is None or task.snoozed_until is None:
        return False
    if task.due.at is not None:
        return task.snoozed_until > task.due.at
    return task.snoozed_until.astimezone(t.tz).date() > task.due.day


def is_snoozed(task: SeenTask, t: Translator) -> bool:
    return task.status == "open" and task.snoozed_until is not None and task.snoozed_until > t.now


def put_off(task: SeenTask, t: Translator) -> Markup:
    """“Reminder for #142 … set for Wed 25 Nov, 09:00; the deadline stays Fri 27 Nov.”"""
    return md(
        t,
        _CHANGED[_form(task, "snoozed", t)],
        task=name_of(task, t),
        due=t.due(task.due) if task.due else "",
        until=t.moment(task.snoozed_until) if task.snoozed_until else "",
    )


def _just_now(task: SeenTask, t: Translator) -> bool:
    return task.due is not None and task.due.at is not None and t.now - task.due.at < timedelta(minutes=5)


def task_history(task: SeenTask, changes: Sequence[SeenChange], t: Translator) -> Message:
    return history(md(t, "History of *{task}*", task=name_of(task, t)), changes, t)


# --- parts -----------------------------------------------------------------------------------


def _card_buttons(task: SeenTask, t: Translator) -> tuple[Block, ...]:
    return (
        button(t.label("Done"), Action.TASK_DONE, str(task.id), style="primary"),
        _reschedule(task, t),
        button(t.label("Assign"), Action.TASK_ASSIGN, str(task.id)),
        _snooze(task, t),
    )


def _reschedule(task: SeenTask, t: Translator, label: str | None = None) -> Block:
    return button(label or t.label("Reschedule"), Action.TASK_RESCHEDULE, str(task.id))


def _snooze(task: SeenTask, t: Translator) -> Block:
    return button(t.label("Snooze"), Action.TASK_SNOOZE, str(task.id))


def _reopen(task: SeenTask, t: Translator) -> Block:
    return button(t.label("Reopen"), Action.TASK_REOPEN, str(task.id))


def _other_date(task: SeenTask, t: Translator, other: date) -> Block:
    label = t.label("I meant {date}", date=t.day(other))
    return button(label, Action.OTHER_DATE, f"{task.id}:{other.isoformat()}")


def _marked(task: SeenTask, t: Translator, *, owner: bool, program: bool) -> Markup:
    line = task_line(task, t, owner=owner, program=program)
    return Markup(f"🔴 {line}") if is_late(task, t) else line


def closed_line(task: SeenTask, t: Translator, *, already: bool = False) -> Markup:
    name = name_of(task, t)
    if task.status == "cancelled":
        return md(t, "*{task}* was cancelled.", task=name)
    if task.done_by is None or task.done_at is None:
        return md(t, "✅ *{task}* is done.", task=name)
    facts = {"task": name, "who": escape(task.done_by, 80), "when": t.moment(task.done_at)}
    if already:
        return md(t, "*{task}* is done already, by {who}, {when}.", **facts)
    return md(t, "✅ Done by {who}, {when}: *{task}*", **facts)


def _asked(task: SeenTask, t: Translator) -> Markup:
    return md(t, "requested by {who}", who=escape(task.requester.name, 80))


def _notes(task: SeenTask, t: Translator) -> Block | None:
    """The three latest notes."""
    if not task.notes:
        return None
    lines = [
        md(t, "{who}, {when}: {text}", who=note.author, when=t.moment(note.at), text=escape(note.text, 300))
        for note in task.notes[-3:]
    ]
    return section(joined(lines, "\n"))


# Columns as people call them; what undo leaves alone is named by these
_COLUMNS = {
    **dict.fromkeys(("title", "search_key"), N_("the title")),
    **dict.fromkeys(
        ("due_day", "due_time", "due_zone", "due_at", "anchor_id", "offset_days"), N_("the deadline")
    ),
    **dict.fromkeys(("status", "done_at", "done_by_id", "deleted_at"), N_("the status")),
    **dict.fromkeys(("organisation_id", "contact_id"), N_("the partner")),
    **dict.fromkeys(("day", "precision", "confirmed"), N_("the date")),
    "member_id": N_("the owner"),
    "name": N_("the name"),
    "priority": N_("the priority"),
    "program_id": N_("the program"),
    "snoozed_until": N_("the reminder"),
    **dict.fromkeys(("waiting_for", "waiting_since"), N_("whom it waits for")),
    "text": N_("the text"),
}
_OTHERWISE = N_("other details")


def undone(subjects: Sequence[str], left: Sequence[str], t: Translator) -> Message:
    """What was taken back (`subjects`: “#142 Kirim draf”), and the columns left because changed since."""
    names = t.list(subjects[:5])
    hidden = len(subjects) - 5
    said = md(t, "Undone: {names}", names=names) if subjects else md(t, "There was nothing left to undo.")
    more = md(t, "+{n} more", n=t.number(hidden)) if hidden > 0 else None
    kept = dict.fromkeys(t(_COLUMNS.get(column, _OTHERWISE)) for column in left)
    why = (
        md(t, "Left as it is, because it was changed since: {columns}.", columns=t.list(kept))
        if kept
        else None
    )
    return message(section(joined([said, more], " ")), context(why) if why else None)
