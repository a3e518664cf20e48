"""What is said about programs and their updates, and the forms that make them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.forms import Choice, choice_input, date_input, person_input, text_input
from bot.views.history import history
from bot.views.ids import Action, Callback, Field
from bot.views.kit import (
    Block,
    Markup,
    Message,
    Modal,
    actions,
    button,
    channel,
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
from bot.views.words import ANCHORS, anchor_words, audience_words, checking_rows, known, list_command, undo
from storage.seen import SeenChange, SeenProgram, SeenUpdate

KINDS = {
    "exhibition": N_("exhibition"),
    "touring_exhibition": N_("touring exhibition"),
    "residency_exchange": N_("residency or exchange"),
    "festival": N_("festival"),
    "performance_tour": N_("performance tour"),
    "workshop_conference": N_("workshop or conference"),
}
STATUSES = {
    "active": N_("going on"),
    "paused": N_("paused"),
    "closed": N_("ended"),
}
UPDATE_KINDS = {
    "status": N_("status"),
    "milestone": N_("milestone"),
    "schedule": N_("schedule"),
    "budget": N_("budget"),
    "decision": N_("decision"),
    "risk": N_("risk"),
    "blocker": N_("obstacle"),
    "note": N_("note"),
    "result": N_("result"),
}
_CHANGED = {
    "edited": N_("*{program}* now reads: {details}"),
    "moved": N_("*{program}* has new dates: {details}"),
    "linked": N_(
        "This channel is now linked to *{program}*: tasks and updates from here go to that program."
    ),
    "linked_already": N_("This channel is linked to *{program}* already."),
    "unlinked": N_("This channel is no longer linked to *{program}*."),
    "deleted": N_("*{program}* is deleted."),
}


def program_created(program: SeenProgram, t: Translator, *, batch: int) -> Message:
    said = joined(
        [
            md(t, "✅ Program added: *{program}*", program=program.name),
            _details(program, t, people=[t("you")]),
        ]
    )
    return message(section(said), undo(t, batch))


def program_changed(program: SeenProgram, verb: str, t: Translator, batch: int | None) -> Message:
    said = md(t, _CHANGED[verb], program=program.name, details=_details(program, t))
    seen = context(_audience(program, t)) if verb == "linked" else None
    return message(section(said), seen, undo(t, batch))


def program_card(program: SeenProgram, t: Translator) -> Message:
    """The program as it stands: dates, tasks, latest news."""
    news = [update_line(update, t, program=False) for update in program.updates[:5]]
    return message(
        section(joined([Markup(f"*{escape(program.name, 200)}*"), _details(program, t)], "\n")),
        section(_load(program, t)),
        section(joined([md(t, "*Latest news*"), *news], "\n")) if news else None,
        context(md(t, "Also called {names}", names=program.aliases[:10])) if program.aliases else None,
        context(_channels(program, t)) if program.channels else None,
        actions(
            _tasks_button(program, t),
            button(t.label("Edit"), Action.PROGRAM_EDIT, str(program.id)),
        ),
    )


def program_list(programs: Sequence[SeenProgram], t: Translator, *, checking: bool = False) -> Message:
    """`checking`: the reader's channels are not known yet."""
    tail = checking_rows(t, "/program list") if checking else []
    if not programs and checking:
        return message(*tail)
    if not programs:
        return message(
            section(md(t, "No programs yet. To begin one: `/program new Batik in Lyon`")),
            actions(button(t.label("New program"), Action.PROGRAM_NEW)),
        )
    rows = (
        [
            section(
                program_line(program, t),
                accessory=button(t.label("Open"), Action.PROGRAM_OPEN, str(program.id), said=program.name),
            )
        ]
        for program in programs
    )
    head = section(md_plural(t, "*{n} program*", "*{n} programs*", len(programs)))
    return with_rows(t, [head], rows, tail, total=len(programs))


def program_line(program: SeenProgram, t: Translator) -> Markup:
    """One program on one line: its next date and what is open."""
    return joined([Markup(f"*{escape(program.name, 150)}*"), _next_date(program, t), _load(program, t)])


def update_recorded(update: SeenUpdate, t: Translator, batch: int) -> Message:
    said = md(t, "✅ Logged for *{program}* as {kind}:", program=update.program, kind=_kind(update, t))
    seen = audience_words(update.audience, t, people=[t("you")])
    return message(section(joined([said, quote(update.text)], "\n")), context(seen), undo(t, batch))


def program_history(changes: Sequence[SeenChange], t: Translator, *, name: str | None = None) -> Message:
    title = md(t, "History of *{name}*", name=name) if name else md(t, "History of the program")
    return history(title, changes, t)


def program_form(
    t: Translator, *, program: SeenProgram | None = None, private_metadata: str = "", name: str = ""
) -> Modal:
    """New, or edit where `program` is given (its id is then the metadata). One date: its first anchor."""
    first = program.anchors[0] if program and program.anchors else None
    blocks = (
        text_input(t("Name"), Field.NAME, initial=program.name if program else name, optional=False),
        choice_input(t("Kind"), Field.KIND, _choices(KINDS, t), initial=program.kind if program else None),
        choice_input(
            t("Its main date"), Field.ANCHOR, _choices(ANCHORS, t), initial=first.kind if first else "opening"
        ),
        date_input(t("Date"), Field.DATE, initial=first.day if first else None),
        text_input(t("City"), Field.CITY, initial=(program.city or "") if program else ""),
        text_input(
            t("Countries"),
            Field.COUNTRY,
            initial=", ".join(map(t.country, program.countries)) if program else "",
            hint=t("Several with commas between them."),
        ),
        person_input(
            t("Led by"),
            Field.LEAD,
            initial=program.lead.slack_id if program and program.lead else None,
        ),
        *(_running(program, t) if program else ()),
    )
    return Modal(
        callback_id=Callback.EDIT_PROGRAM if program else Callback.NEW_PROGRAM,
        title=t.label("Edit program") if program else t.label("New program"),
        submit=t.label("Save") if program else t.label("Add"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or (str(program.id) if program else ""),
        blocks=tuple(block for block in blocks if block),
    )


def update_form(
    t: Translator,
    *,
    programs: Sequence[tuple[int, str]],
    text: str = "",
    program: int | None = None,
    kind: str = "status",
    private_metadata: str = "",
) -> Modal:
    """What happened, for which program: behind “Log as update” and `/program update` without text."""
    blocks = (
        choice_input(
            t("Program"),
            Field.PROGRAM,
            [(str(id_), name) for id_, name in programs],
            initial=str(program),
            optional=False,
        ),
        choice_input(t("Kind"), Field.KIND, _choices(UPDATE_KINDS, t), initial=kind, optional=False),
        text_input(t("What happened"), Field.TEXT, initial=text, multiline=True, optional=False),
    )
    return Modal(
        callback_id=Callback.RECORD_UPDATE,
        title=t.label("Log as update"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in blocks if block),
    )


def _running(program: SeenProgram, t: Translator) -> tuple[Block | None, ...]:
    """Whether the program goes on, and when its deadlines are told of."""
    return (
        choice_input(
            t("Status"), Field.STATUS, _choices(STATUSES, t), initial=program.status, optional=False
        ),
        text_input(
            t("Reminders, in days before a deadline"),
            Field.LADDER,
            initial=", ".join((program.ladder or "").split(",")) if program.ladder else "",
            hint=t("For example 14, 7, 2, 0. Left empty: 7, 2, 0. A paused program reminds of nothing."),
        ),
    )


# --- parts -----------------------------------------------------------------------------------


def _details(program: SeenProgram, t: Translator, *, people: Sequence[str] = ()) -> Markup:
    place = joined(
        [escape(program.city or "", 80), escape(t.list(map(t.country, program.countries)), 150)], ", "
    )
    dates = [anchor_words(anchor, t) for anchor in program.anchors[:4]]
    return joined(
        [
            escape(known(KINDS, program.kind, t), 80),
            place,
            joined(dates, ", "),
            md(t, "led by {who}", who=program.lead.name) if program.lead else None,
            escape(t(STATUSES[program.status])) if program.status != "active" else None,
            md(t, "reminders {days} days before", days=t.list(program.ladder.split(",")))
            if program.ladder
            else None,
            _audience(program, t, people),
        ]
    )


def _audience(program: SeenProgram, t: Translator, people: Sequence[str] = ()) -> Markup:
    lead = [program.lead.name] if program.lead else [t("those who take part")]
    return audience_words(program.audience, t, people=people or lead)


def _next_date(program: SeenProgram, t: Translator) -> Markup | None:
    ahead = [anchor for anchor in program.anchors if anchor.day >= t.today]
    return anchor_words(min(ahead, key=lambda anchor: anchor.day), t) if ahead else None


def _load(program: SeenProgram, t: Translator) -> Markup:
    if not program.open_tasks:
        return md(t, "no open tasks")
    late = md(t, "{n} late", n=t.number(program.late_tasks)) if program.late_tasks else None
    return joined([md_plural(t, "{n} open task", "{n} open tasks", program.open_tasks), late], ", ")


def _channels(program: SeenProgram, t: Translator) -> Markup:
    return md(t, "Channels: {names}", names=joined(map(channel, program.channels[:10]), ", "))


def _kind(update: SeenUpdate, t: Translator) -> str:
    return known(UPDATE_KINDS, update.kind, t)


def update_line(update: SeenUpdate, t: Translator, *, program: bool = True) -> Markup:
    """“Kyoto — decision: the text — Sari, 13:52”."""
    said = md(t, "{kind}: {text}", kind=_kind(update, t), text=escape(update.text, 200))
    by = md(t, "{who}, {when}", who=escape(update.author, 80), when=update.at)
    return joined([escape(update.program, 60) if program else None, said, by])


def _choices(words: dict[str, str], t: Translator) -> list[Choice]:
    return [(value, t(word)) for value, word in words.items()]


def _tasks_button(program: SeenProgram, t: Translator) -> Block | None:
    """Its list of tasks; a name of digits alone would read as a task's number."""
    if program.name.isdigit():
        return None
    return button(t.label("Tasks"), Action.RETRY, list_command("all", program.name))
