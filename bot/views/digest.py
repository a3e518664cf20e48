"""What is said unasked in a channel: its digest, and the settings of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import product

from bot.errors import N_
from bot.i18n import Translator
from bot.views.forms import choice_input, choices_input, text_input, time_input
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
    more,
    section,
)
from bot.views.nudges import nudge_line
from bot.views.programs import update_line
from bot.views.settings import days_words, language_words, languages, on_off
from bot.views.words import (
    anchor_words,
    days_to,
    done_button,
    due_words,
    name_of,
    owners_of,
    task_line,
    undo_button,
    waiting_words,
)
from storage.seen import Digest, DigestSettings, SeenAnchor, SeenNudge, SeenQuiet, SeenTask

LINES = 25  # what is read over coffee, headings and “+4 more” included
_STEPS = (1, 2, 4, 6, 10)  # lines of one group, before the next group gets more
_GUESTS = N_("Guests may read along here, so the digest holds only what was said in this channel.")
SECTIONS = {
    "late": N_("Late"),
    "soon": N_("Today and soon"),
    "waiting": N_("Waiting for others"),
    "news": N_("What happened since the last working day"),
    "dates": N_("Next dates"),
    "partners": N_("Partners going quiet"),
}


@dataclass(frozen=True)
class _Group:
    """A heading and its lines; `total` counts what is not among them too."""

    heading: Markup
    lines: Sequence[tuple[Markup, Block | None]]  # with what can be done about it
    total: int


def channel_digest(digest: Digest, t: Translator) -> Message:
    """A channel's day, in at most 25 lines. Names without pings; Done beside what is late."""
    title = section(_title(digest, t))
    tail = [_long_late(digest, t), context(md(t, _GUESTS)) if digest.guests else None]
    groups = [group for group in _groups(digest, t) if group.lines]
    if digest.empty:
        nothing = (
            md(t, "Of what was said in this channel, nothing is due.")
            if digest.guests
            else md(t, "Nothing is late and nothing is due soon.")
        )
        title = section(joined([_title(digest, t), nothing], "\n"))
    shown = shares([len(group.lines) for group in groups], [group.total for group in groups], LINES - 3)
    blocks = [block for group, n in zip(groups, shown, strict=True) for block in _shown(group, n, t)]
    return message(title, *blocks, *tail)


def shares(lines: Sequence[int], totals: Sequence[int], room: int) -> list[int]:
    """How many lines each group shows, where each also has a heading and perhaps “+4 more”.

    All groups get one line before the first gets two, and so on, while there is room.
    """
    got = [0] * len(lines)

    def size() -> int:
        return sum(1 + n + (n < total) for n, total in zip(got, totals, strict=True))

    for step, i in product(_STEPS, range(len(lines))):
        while got[i] < min(lines[i], step):
            got[i] += 1
            if size() > room:
                got[i] -= 1
                break
    return got


def _shown(group: _Group, n: int, t: Translator) -> list[Block]:
    rows = group.lines[:n]
    hidden = more(group.total - n, t)
    if any(accessory for _, accessory in rows):
        blocks = [section(group.heading), *(section(line, accessory=does) for line, does in rows)]
    else:
        blocks = [section(joined([group.heading, *(line for line, _ in rows)], "\n"))]
    return [*blocks, hidden] if hidden else blocks


def _title(digest: Digest, t: Translator) -> Markup:
    name = escape(digest.program.name, 100) if digest.program else md(t, "What is due")
    own = [
        anchor for program, anchor in digest.milestones if digest.program and program == digest.program.name
    ]
    ahead = days_to(own[0], t) if own else None
    return Markup(f"*{joined([name, escape(t.day(digest.day)), ahead])}*")


def _groups(digest: Digest, t: Translator) -> Iterable[_Group]:
    """In the order of what cannot wait."""
    one_program = digest.program is not None
    rungs = dict(digest.rungs)

    def line(task: SeenTask) -> Markup:
        if task.id in rungs:
            return nudge_line(SeenNudge(task, rungs[task.id]), t, program=not one_program)
        return task_line(task, t, program=not one_program)

    yield _Group(
        md(t, "🔴 *Late*"), [(line(task), done_button(task, t)) for task in digest.late], digest.late_total
    )
    yield _Group(
        md(t, "🟠 *Today and soon*"), [(line(task), None) for task in digest.soon], digest.soon_total
    )
    yield _Group(
        md(t, "⏳ *Waiting for others*"),
        [(_waiting(task, t), None) for task in digest.waiting],
        digest.waiting_total,
    )
    done = _done(digest, t)
    yield _Group(
        md(t, "🆕 *Since the last working day*"),
        [(update_line(update, t, program=not one_program), None) for update in digest.updates]
        + ([(done, None)] if done else []),
        digest.updates_total + bool(done),
    )
    yield _Group(
        md(t, "📆 *Next dates*"),
        [(_milestone(name, anchor, t), None) for name, anchor in digest.milestones],
        len(digest.milestones),
    )
    yield _Group(
        md(t, "🤝 *Partners going quiet*"),
        [(_quiet(one, t), None) for one in digest.quiet],
        len(digest.quiet),
    )


def _waiting(task: SeenTask, t: Translator) -> Markup:
    return joined(
        [
            Markup(f"*{name_of(task, t, 100)}*"),
            waiting_words(task, t),
            due_words(task, t),
            owners_of(task.owners, t),
        ]
    )


def _done(digest: Digest, t: Translator) -> Markup | None:
    """All that was finished, on one line."""
    if not digest.done:
        return None
    names = t.list(f"#{task.number} {escape(task.title, 60)}" for task in digest.done[:3])
    hidden = digest.done_total - len(digest.done[:3])
    rest = md(t, "+{n} more", n=t.number(hidden)) if hidden > 0 else None
    return joined([md(t, "✅ Done: {names}", names=Markup(names)), rest], " ")


def _milestone(program: str, anchor: SeenAnchor, t: Translator) -> Markup:
    return joined([escape(program, 80), anchor_words(anchor, t)])


def _quiet(partner: SeenQuiet, t: Translator) -> Markup:
    days = (t.today - partner.since).days
    said = md_plural(t, "last in touch {n} day ago", "last in touch {n} days ago", days)
    return joined([escape(partner.name, 100), said])


def _long_late(digest: Digest, t: Translator) -> Block | None:
    """What the same words have said for long enough, as a number."""
    return long_late(digest.long_late, t) if digest.long_late else None


def long_late(n: int, t: Translator) -> Block:
    """“+4 late for more than seven working days. All that is late: …”"""
    return context(
        md_plural(
            t,
            "+{n} task that has been late for long, listed on Mondays. To see it now: `/task list late`",
            "+{n} tasks that have been late for long, listed on Mondays. To see them now: `/task list late`",
            n,
        )
    )


# --- settings --------------------------------------------------------------------------------


def digest_settings_message(settings: DigestSettings, t: Translator, batch: int | None = None) -> Message:
    """When the channel's digest comes; with `batch` the echo of a change, which can be undone."""
    if settings.on:
        said = md(
            t,
            "The digest of {channel} comes at {time}, {days}, in {language}.",
            channel=channel(settings.channel),
            time=f"{t.hour(settings.at)} {t.place(settings.zone)}",
            days=days_words(settings.days, t),
            language=language_words(settings.lang, t),
        )
    else:
        said = md(
            t,
            "The digest of {channel} is off. To turn it on: `/digest on 09:00`",
            channel=channel(settings.channel),
        )
    change = button(t.label("Change"), Action.DIGEST_SETTINGS, settings.channel)
    guests = context(md(t, _GUESTS)) if settings.on and settings.guests else None
    return message(section(said), guests, actions(undo_button(t, batch), change))


def digest_form(settings: DigestSettings, t: Translator, *, private_metadata: str = "") -> Modal:
    blocks = (
        section(md(t, "The digest of {channel}", channel=channel(settings.channel))),
        on_off(t("Digest"), settings.on, t),
        time_input(t("Time"), Field.TIME, initial=settings.at, optional=False),
        choices_input(
            t("Days"),
            Field.DAYS,
            [(str(day), t.weekday(day)) for day in range(1, 8)],
            initial=map(str, settings.days),
            optional=False,
        ),
        text_input(t("Time zone or city"), Field.ZONE, initial=settings.zone, optional=False),
        choice_input(t("Language"), Field.LANG, languages(), initial=settings.lang, optional=False),
        choices_input(
            t("What it holds"),
            Field.SECTIONS,
            [(name, t(words)) for name, words in SECTIONS.items()],
            initial=settings.sections,
            optional=False,
        ),
        choice_input(
            t("Where nothing is due"),
            Field.WHEN_EMPTY,
            [("silent", t("Send nothing")), ("say", t("Say so in one line"))],
            initial="say" if settings.when_empty else "silent",
            optional=False,
        ),
    )
    return Modal(
        callback_id=Callback.DIGEST_SETTINGS,
        title=t.label("Digest"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or settings.channel,
        blocks=tuple(block for block in blocks if block),
    )
