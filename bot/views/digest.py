"""What is said unasked: a channel's digest, a person's morning, and the settings of both."""

from __future__ import annotations

from collections.abc import Sequence

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
from bot.views.programs import update_line
from bot.views.settings import days_words, language_words, languages, on_off
from bot.views.words import anchor_words, days_to, done_button, task_line, undo_button
from storage.seen import Digest, DigestSettings, Morning, SeenAnchor, SeenTask, SeenUpdate

# With their headings at most 25 lines, and 12 for the morning: what is read over coffee
_LATE, _SOON, _UPDATES, _MILESTONES = 6, 5, 3, 3
_GUESTS = N_("Guests may read along here, so the digest holds only what was said in this channel.")
_MORNING_LINES, _MORNING_LATE = 9, 4  # lateness has its lines however much is due today


def channel_digest(digest: Digest, t: Translator) -> Message:
    """A channel's day: late, soon, new, ahead. Names without pings; Done beside what is late."""
    title = section(_title(digest, t))
    guests = context(md(t, _GUESTS)) if digest.guests else None
    if digest.empty and digest.guests:
        return message(title, section(md(t, "Of what was said in this channel, nothing is due.")), guests)
    if digest.empty:
        return message(title, section(md(t, "Nothing is late and nothing is due soon.")))
    return message(
        title,
        *_late(digest, t),
        *_soon(digest, t),
        *_updates(digest, t),
        *_milestones(digest, t),
        guests,
    )


def _title(digest: Digest, t: Translator) -> Markup:
    name = escape(digest.program.name, 100) if digest.program else md(t, "What is due")
    own = [
        anchor for program, anchor in digest.milestones if digest.program and program == digest.program.name
    ]
    ahead = days_to(own[0], t) if own else None
    return Markup(f"*{joined([name, escape(t.day(digest.day)), ahead])}*")


def _late(digest: Digest, t: Translator) -> list[Block | None]:
    if not digest.late:
        return []
    shown = digest.late[:_LATE]
    return [
        section(md(t, "🔴 *Late*")),
        *(section(_line(task, t, digest), accessory=done_button(task, t)) for task in shown),
        more(digest.late_total - len(shown), t),
    ]


def _soon(digest: Digest, t: Translator) -> list[Block | None]:
    if not digest.soon:
        return []
    shown = digest.soon[:_SOON]
    lines = [_line(task, t, digest) for task in shown]
    hidden = digest.soon_total - len(shown)
    return [
        section(joined([md(t, "🟠 *Today and the next two working days*"), *lines], "\n")),
        more(hidden, t),
    ]


def _line(task: SeenTask, t: Translator, digest: Digest) -> Markup:
    return task_line(task, t, program=digest.program is None)


def _updates(digest: Digest, t: Translator) -> list[Block | None]:
    if not digest.updates:
        return []
    shown: Sequence[SeenUpdate] = digest.updates[:_UPDATES]
    lines = [update_line(update, t, program=digest.program is None) for update in shown]
    hidden = digest.updates_total - len(shown)
    return [section(joined([md(t, "🆕 *Since the last working day*"), *lines], "\n")), more(hidden, t)]


def _milestones(digest: Digest, t: Translator) -> list[Block | None]:
    if not digest.milestones:
        return []
    lines = [_milestone(name, anchor, t) for name, anchor in digest.milestones[:_MILESTONES]]
    return [section(joined([md(t, "📆 *Next dates*"), *lines], "\n"))]


def _milestone(program: str, anchor: SeenAnchor, t: Translator) -> Markup:
    return joined([escape(program, 80), anchor_words(anchor, t)])


# --- the morning -----------------------------------------------------------------------------


def morning(morning: Morning, t: Translator) -> Message:
    """One person's day in at most twelve lines, each with Done; the first explains itself."""
    if morning.empty:
        return message(section(md(t, "Nothing is waiting for you today.")))
    today, late, soon = _shared_out(morning)
    shown = [
        *((Markup("🔴"), task) for task in morning.late[:late]),
        *((Markup("🟠"), task) for task in morning.today[:today]),
        *((Markup("⚪"), task) for task in morning.soon[:soon]),
    ]
    hidden = morning.late_total + morning.today_total + morning.soon_total - len(shown)
    return message(
        section(Markup(f"*{_summary(morning, t)}*")),
        *(
            section(Markup(f"{mark} {task_line(task, t, owner=False)}"), accessory=done_button(task, t))
            for mark, task in shown
        ),
        more(hidden, t),
        context(_explained(t)) if morning.first else None,
        actions(
            button(t.label("All my tasks"), Action.RETRY, "/task list mine") if hidden > 0 else None,
            button(t.label("Turn off"), Action.MORNING_OFF),
        ),
    )


def _shared_out(morning: Morning) -> tuple[int, int, int]:
    """The lines for today, for what is late and for later: later waits while one of today is hidden."""
    late = min(len(morning.late), max(_MORNING_LATE, _MORNING_LINES - len(morning.today)))
    today = min(len(morning.today), _MORNING_LINES - late)
    soon = min(len(morning.soon), _MORNING_LINES - late - today) if today == morning.today_total else 0
    return today, late, soon


def _summary(morning: Morning, t: Translator) -> Markup:
    """“Tue 24 Nov — 2 late, 1 due today, 3 soon”."""
    counts = [
        md_plural(t, "{n} late", "{n} late", morning.late_total) if morning.late_total else None,
        md_plural(t, "{n} due today", "{n} due today", morning.today_total) if morning.today_total else None,
        md_plural(t, "{n} due soon", "{n} due soon", morning.soon_total) if morning.soon_total else None,
    ]
    return joined([escape(t.day(morning.day)), joined(counts, ", ")])


def _explained(t: Translator) -> Markup:
    return md(
        t,
        "This is your first morning message. It comes on working days when something of yours is late "
        "or due, and only you see it. For another hour: `/lintas morning on 07:30`. To stop it: Turn off.",
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
            language=language_words(settings.lang),
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
    )
    return Modal(
        callback_id=Callback.DIGEST_SETTINGS,
        title=t.label("Digest"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or settings.channel,
        blocks=tuple(block for block in blocks if block),
    )
