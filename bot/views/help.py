"""Help by what people want to do, and every kind answer to what could not be done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.errors import N_, Way
from bot.i18n import Translator
from bot.views.ids import Action, Callback
from bot.views.kit import (
    Block,
    Markup,
    Message,
    Modal,
    actions,
    button,
    clip,
    context,
    escape,
    joined,
    md,
    message,
    section,
)

# A topic: its heading, and what one types. `{c}` is the command that works here.
_TOPICS: dict[str, tuple[str, tuple[str, ...]]] = {
    "task": (
        N_("*I want to keep track of tasks*"),
        (
            N_("`{c} task Send the MoU draft tomorrow 14:00 @sari #kyoto` — add one"),
            N_("`{c} task list mine`, `late`, `week`, `@sari`, `#kyoto` — see them"),
            N_("`{c} task done 142`, `reopen 142`, `cancel 142`, `delete 142` — close it, or open it again"),
            N_("`{c} task move 142 friday`, `snooze 142 tomorrow` — another deadline, a later reminder"),
            N_("`{c} task assign 142 @sari`, `edit 142`, `note 142 …`, `history 142`"),
        ),
    ),
    "program": (
        N_("*I want to follow a program*"),
        (
            N_("`{c} program new Batik in Lyon` — begin one"),
            N_("`{c} program list`, `{c} program Batik in Lyon` — see them, see one"),
            N_("`{c} program update Batik in Lyon: loan agreement signed` — log what happened"),
            N_("`{c} program link Batik in Lyon` — link this channel to it"),
            N_("`{c} program edit Batik in Lyon` — change it, pause it, choose when it reminds"),
            N_("`{c} program move Batik in Lyon opening to 20 March 2027` — another date"),
            N_("`{c} program ready Batik in Lyon`, `timeline Batik in Lyon`, `history Batik in Lyon 7d`"),
        ),
    ),
    "partner": (
        N_("*I want to look after partners*"),
        (
            N_("`{c} partner add Dr Yuki Tanaka, curator, Mori Art Museum` — add one"),
            N_("`{c} partner log call with Yuki Tanaka: the loan is agreed` — log a contact"),
            N_("`{c} partner Yuki Tanaka`, `{c} partner list` — see one, see all"),
            N_("`{c} partner list quiet`, `agreements`, `owes Yuki Tanaka` — silent, agreed, owed"),
            N_("`{c} partner edit Yuki Tanaka`, `delete Yuki Tanaka` — correct, remove"),
            N_("`{c} partner draft letter Yuki Tanaka` — a text to begin with"),
        ),
    ),
    "digest": (
        N_("*I want to be kept informed*"),
        (
            N_("`{c} digest on 09:00`, `off` — a digest in this channel on working days"),
            N_("`{c} digest` — see it now, only you"),
            N_("`{c} morning on 08:30`, `off` — your own morning message"),
        ),
    ),
    "search": (
        N_("*I want to find something, or keep it*"),
        (
            N_("`{c} search loan museum` — tasks, programs, partners and the log by their words"),
            N_("`{c} report week`, `month`, `director` — a report on one page"),
            N_("`{c} export tasks`, `programs`, `partners`, `log` — files for a spreadsheet"),
        ),
    ),
    "away": (
        N_("*I will be away*"),
        (
            N_("`{c} away 20–31 Dec @rina`, `off` — until when, and whom to ask meanwhile"),
            N_("`{c} handover @giver @taker` — what somebody holds, to be given to somebody else"),
        ),
    ),
    "settings": (
        N_("*I want to change something*"),
        (
            N_("`{c} undo` — take back your latest change"),
            N_("`{c} language en`, `{c} zone Lyon`, `{c} settings` — language, zone, all settings"),
            N_("`{c} status` — how Lintas runs, for administrators"),
            N_("`{c} zone Tokyo until 5 Dec` — your hours while you travel"),
            N_("`{c} holiday`, `{c} holiday add 4 Dec Team day` — days off, on which nobody is reminded"),
        ),
    ),
}
_TOPIC_OF = {
    "tasks": "task", "tugas": "task", "todo": "task", "programs": "program", "programme": "program",
    "partners": "partner", "mitra": "partner", "kontak": "partner", "contact": "partner",
    "ringkasan": "digest", "morning": "digest", "pagi": "digest", "reminders": "digest",
    "pengingat": "digest", "find": "search", "cari": "search", "report": "search", "laporan": "search",
    "export": "search", "ekspor": "search", "leave": "away", "cuti": "away", "holiday": "away",
    "libur": "away", "handover": "away", "serah-terima": "away", "setting": "settings",
    "pengaturan": "settings", "language": "settings", "bahasa": "settings", "zone": "settings",
    "zona": "settings", "undo": "settings", "urungkan": "settings", "status": "settings",
}  # fmt: skip
"""The other words by which people ask for a topic."""


def help_message(t: Translator, topic: str | None = None, command: str = "/lintas") -> Message:
    """What one can do, by task. `topic` narrows it; `command` is the one that works in this workspace."""
    word = (topic or "").casefold()
    asked = _TOPIC_OF.get(word, word)
    topics = [asked] if asked in _TOPICS else [*_TOPICS]
    return message(
        *(section(_topic(name, t, command)) for name in topics if name),
        context(
            md(
                t,
                "Plain words work too: mention me or write to me directly. Command words may be English or "
                "Indonesian. Short forms: `/task`, `/program`, `/partner`, `/digest`.",
            )
        ),
    )


def _topic(name: str, t: Translator, command: str) -> Markup:
    title, lines = _TOPICS[name]
    return joined([md(t, title), *(md(t, line, c=command) for line in lines)], "\n")


def welcome(t: Translator, *, admin: bool = False) -> Message:
    """The first words to someone new: three steps, each to be tried at once; `admin`: to who installed it."""
    quiet = md(
        t,
        "You administer this workspace: `/lintas status` says how I run. I write to your colleagues only "
        "once they write to me, ask me for something or are given a task.",
    )
    return message(
        _hello(t),
        *first_steps(t)[1:],
        context(quiet) if admin else None,
        actions(
            button(t.label("New task"), Action.TASK_NEW, style="primary"),
            button(t.label("Help"), Action.HELP),
            button(t.label("Settings"), Action.SETTINGS),
        ),
    )


def details(shown: Message, t: Translator, *, private_metadata: str = "") -> Modal:
    """A card over Home, where a message would be out of sight."""
    return Modal(
        callback_id=Callback.DETAILS,
        title=t.label("Details"),
        submit="",
        close=t.label("Close"),
        private_metadata=private_metadata,
        blocks=shown.blocks,
    )


def first_steps(t: Translator) -> tuple[Block, ...]:
    """Three steps, each to be tried at once."""
    steps = [
        md(t, "1. Add a task: `/task Send the MoU draft Friday 14:00`"),
        md(t, "2. Begin a program: `/program new Batik in Lyon`"),
        md(t, "3. Invite me to its channel, then turn its digest on there: `/digest on 09:00`"),
    ]
    undo = context(md(t, "Each answer has an Undo button, so nothing you try is final."))
    return (_hello(t), section(joined(steps, "\n")), undo)


def _hello(t: Translator) -> Block:
    return section(
        md(
            t,
            "*Hello, I am Lintas.* I keep the tasks, programs and partners of your cultural programs, "
            "and remind the right people in time.",
        )
    )


def unknown_command(unknown_text: str, nearest: Sequence[str], t: Translator) -> Message:
    """What could not be read, and the nearest three commands ready to run."""
    said = md(t, "I do not know “{text}”. Nothing was stored.", text=escape(unknown_text, 200))
    if not nearest:
        return message(section(said), actions(button(t.label("Help"), Action.HELP)))
    offers = [button(command, Action.RETRY, command) for command in nearest[:3]]
    return message(
        section(joined([said, md(t, "Did you mean one of these?")], " ")),
        actions(*offers, button(t.label("Help"), Action.HELP)),
    )


def error_message(sentence: str, facts: Mapping[str, object], ways: Sequence[Way], t: Translator) -> Message:
    """A `UserError` as its reader sees it; each way out is a button that runs its command."""
    return message(section(clip(md(t, sentence, **facts), 1000)), _ways(ways, t))


def _ways(ways: Sequence[Way], t: Translator) -> Block | None:
    """At most five: a choice, not a list."""
    buttons = [button(t.label(way.label), Action.RETRY, way.command) for way in ways[:5]]
    return actions(*buttons) if buttons else None


def something_wrong(reference: str, t: Translator) -> Message:
    """A failure of ours; `reference` finds it in the log."""
    return message(
        section(
            md(
                t,
                "Something went wrong on my side, and nothing was stored. Please try again. If it happens "
                "again, give your administrator the reference {reference}.",
                reference=reference,
            )
        )
    )


def stale_button(t: Translator) -> Message:
    """A button that a former version wrote."""
    return message(
        section(
            md(
                t,
                "This button is from an earlier version and no longer works; nothing was changed. "
                "You find everything with `/lintas help`.",
            )
        )
    )
