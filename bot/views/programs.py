"""What is said about programs and their updates."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.errors import N_
from bot.i18n import Translator
from bot.views.ids import Action
from bot.views.kit import (
    Block,
    Markup,
    Message,
    actions,
    button,
    channel,
    clean,
    context,
    escape,
    joined,
    md,
    md_plural,
    message,
    more,
    quote,
    section,
    with_rows,
)
from bot.views.words import (
    anchor_words,
    audience_words,
    checking_rows,
    known,
    list_command,
    undo,
    undo_button,
)
from storage.seen import SeenAnchor, SeenHealth, SeenProgram, SeenUpdate

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
HEALTHS = {
    "on_track": N_("🟢 on track"),
    "at_risk": N_("🟡 at risk"),
    "off_track": N_("🔴 off track"),
}
_CHANGED = {
    "edited": N_("*{program}* now reads: {details}"),
    "linked": N_(
        "This channel is now linked to *{program}*: tasks and updates from here go to that program."
    ),
    "linked_already": N_("This channel is linked to *{program}* already."),
    "unlinked": N_("This channel is no longer linked to *{program}*."),
    "deleted": N_("*{program}* is deleted."),
}
_ABSENT = N_("Lintas is not in this channel, so it cannot post here. Invite it with “{command}”.")
LONG_PAST = timedelta(days=60)  # a program may be added while it is going on


def program_created(program: SeenProgram, t: Translator, *, batch: int, here: bool = False) -> Message:
    """`here`: said in a channel that the program does not live in yet."""
    said = joined(
        [
            md(t, "✅ Program added: *{program}*", program=program.name),
            _details(program, t, people=[t("you")]),
        ]
    )
    link = button(t.label("Link this channel"), Action.PROGRAM_LINK, str(program.id))
    edit = button(t.label("Edit"), Action.PROGRAM_EDIT, str(program.id))
    past = [anchor_words(anchor, t) for anchor in program.anchors if t.today - anchor.day > LONG_PAST]
    noted = md(
        t, "⚠️ Long past: {dates}. If you meant another year, please edit it.", dates=joined(past, ", ")
    )
    return message(
        section(said),
        context(noted) if past else None,
        actions(undo_button(t, batch), edit if past else None, link if here else None),
    )


def program_changed(
    program: SeenProgram, verb: str, t: Translator, batch: int | None, *, invite: bool = False
) -> Message:
    """`invite`: the app is not in the channel that was linked."""
    said = md(t, _CHANGED[verb], program=program.name, details=_details(program, t))
    seen = context(_audience(program, t)) if verb == "linked" else None
    absent = context(md(t, _ABSENT, command="/invite @Lintas")) if invite else None
    return message(section(said), seen, absent, undo(t, batch))


def program_card(program: SeenProgram, t: Translator) -> Message:
    """The program as it stands: how it is judged, dates, tasks, what is open, what was decided, the news."""
    shown = {update.id for update in (*program.concerns, *program.decisions)}
    news = [update for update in program.updates if update.id not in shown or not update.id]
    names = [name for name in (program.name, program.name_en, program.name_id, *program.aliases) if name]
    others = [name for name in dict.fromkeys(names) if name != name_in(program, t)]
    return message(
        section(joined([Markup(f"*{escape(name_in(program, t), 200)}*"), _details(program, t)], "\n")),
        section(joined([health_words(program.health, t, said=True), _load(program, t)], "\n")),
        *_concerns(program, t),
        _lines(md(t, "*Last decisions*"), program.decisions[:3], t),
        _lines(md(t, "*Latest news*"), news[:3], t),
        context(md(t, "Also called {names}", names=[clean(name, 60) for name in others[:6]]))
        if others
        else None,
        context(_channels(program, t)) if program.channels else None,
        actions(
            _tasks_button(program, t),
            button(t.label("Log update"), Action.UPDATE_NEW, str(program.id)),
            button(t.label("Ready?"), Action.PROGRAM_READY, str(program.id)),
            button(t.label("Timeline"), Action.PROGRAM_TIMELINE, str(program.id)),
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
                joined([program_line(program, t), _about(program, t)], "\n"),
                accessory=button(t.label("Open"), Action.PROGRAM_OPEN, str(program.id), said=program.name),
            )
        ]
        for program in programs
    )
    head = section(md_plural(t, "*{n} program*", "*{n} programs*", len(programs)))
    return with_rows(t, [head], rows, tail, total=len(programs))


def program_line(program: SeenProgram, t: Translator) -> Markup:
    """One program on one line: how it stands, its next date and what is open."""
    return joined(
        [
            Markup(f"*{escape(name_in(program, t), 150)}*"),
            health_words(program.health, t) if program.health else None,
            _next_date(program, t),
            _load(program, t),
        ]
    )


def update_recorded(update: SeenUpdate, t: Translator, batch: int) -> Message:
    said = md(t, "✅ Logged for *{program}* as {kind}:", program=update.program, kind=_kind(update, t))
    seen = audience_words(update.audience, t, people=[t("you")])
    stands = md(t, "The program: {health}", health=_stands(update.health, t)) if update.health else None
    return message(
        section(joined([said, quote(update.text)], "\n")), context(joined([stands, seen])), undo(t, batch)
    )


def update_settled(update: SeenUpdate, t: Translator, batch: int | None) -> Message:
    """A risk or an obstacle that is over."""
    said = md(t, "✅ No longer open on *{program}*: {kind}", program=update.program, kind=_kind(update, t))
    return message(section(joined([said, quote(update.text)], "\n")), undo(t, batch))


def name_in(program: SeenProgram, t: Translator) -> str:
    """The program's name in the reader's language, where it has one there."""
    return (program.name_id if t.lang == "id" else program.name_en) or program.name


# --- parts -----------------------------------------------------------------------------------


def _about(program: SeenProgram, t: Translator) -> Markup:
    """What it is, where, and who leads it."""
    place = joined(
        [
            escape(program.venue or "", 80),
            escape(program.city or "", 80),
            escape(t.list(map(t.country, program.countries)), 150),
        ],
        ", ",
    )
    return joined(
        [
            escape(known(KINDS, program.kind, t), 80),
            place,
            md(t, "led by {who}", who=escape(program.lead.name, 80)) if program.lead else None,
            escape(t(STATUSES[program.status])) if program.status != "active" else None,
        ]
    )


def _details(program: SeenProgram, t: Translator, *, people: Sequence[str] = ()) -> Markup:
    there = md(t, "venue time {zone}", zone=t.place(program.zone)) if program.zone else None
    return joined(
        [
            _about(program, t),
            there if program.zone != t.tz.key else None,
            joined([_date(anchor, t) for anchor in program.anchors[:6]], ", "),
            md(t, "reminders {days} days before", days=t.list(program.ladder.split(",")))
            if program.ladder
            else None,
            md(t, "no days off from three days before it begins until it ends") if program.busy else None,
            _audience(program, t, people),
        ]
    )


def _audience(program: SeenProgram, t: Translator, people: Sequence[str] = ()) -> Markup:
    lead = [program.lead.name] if program.lead else [t("those who take part")]
    return audience_words(program.audience, t, people=people or lead)


def _date(anchor: SeenAnchor, t: Translator) -> Markup:
    """A date, and what it was first where it was moved."""
    if anchor.first_day == anchor.day:
        return anchor_words(anchor, t)
    first = md(t, "first set for {day}", day=anchor.first_day)
    return Markup(f"{anchor_words(anchor, t)} ({first})")


def health_words(health: SeenHealth | None, t: Translator, *, said: bool = False) -> Markup:
    """“🟢 on track”; `said`: with who said so and when. What nobody said is never green."""
    if health is None:
        return md(t, "⚪ nobody has said yet how it stands")
    stands = _stands(health.value, t)
    return (
        joined([stands, md(t, "{who}, {when}", who=escape(health.by, 60), when=health.at)])
        if said
        else stands
    )


def _stands(health: str, t: Translator) -> Markup:
    return md(t, HEALTHS[health])


def _concerns(program: SeenProgram, t: Translator) -> list[Block | None]:
    """Open risks and obstacles, each with the button that closes it."""
    if not program.concerns:
        return []
    rows = [
        section(
            update_line(update, t, program=False),
            accessory=button(
                t.label("No longer open"), Action.UPDATE_SETTLE, str(update.id), said=clean(update.text, 60)
            ),
        )
        for update in program.concerns[:3]
    ]
    title = section(md(t, "*Open risks and obstacles*"))
    return [title, *rows, more(program.concerns_total - len(rows), t)]


def _lines(title: Markup, updates: Sequence[SeenUpdate], t: Translator) -> Block | None:
    lines = [update_line(update, t, program=False) for update in updates]
    return section(joined([title, *lines], "\n")) if lines else None


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
    kind = joined([escape(_kind(update, t), 40), md(t, "no longer open") if update.settled else None], ", ")
    said = md(t, "{kind}: {text}", kind=kind, text=escape(update.text, 160))
    by = md(t, "{who}, {when}", who=escape(update.author, 60), when=update.at)
    return joined([escape(update.program, 60) if program else None, said, by])


def _tasks_button(program: SeenProgram, t: Translator) -> Block | None:
    """Its list of tasks; a name of digits alone would read as a task's number."""
    if program.name.isdigit():
        return None
    return button(t.label("Tasks"), Action.RETRY, list_command("all", program.name))
