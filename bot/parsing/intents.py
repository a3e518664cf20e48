"""What a person may mean, as values: the only thing parsing gives to the rest."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime, tzinfo
from typing import Literal

Lang = Literal["en", "id"]
Day = date  # in classes whose own field is called `date`

# --- what the words are read against ---------------------------------------------------------


@dataclass(frozen=True)
class Name:
    """A known thing and every name it answers to; `id` is opaque (a row id, or a Slack id for members)."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    organisation: str | None = None  # of a contact
    anchors: dict[str, date] = field(default_factory=dict)  # of a program: {"opening": date(…)}
    email: str | None = None


@dataclass(frozen=True)
class OpenTask:
    """An open task that a message may mean."""

    title: str
    due: date | datetime | None = None
    number: int | None = None
    owners: tuple[str, ...] = ()


@dataclass(frozen=True)
class World:
    """The names a message lives among; empty tuples where nothing is known."""

    programs: tuple[Name, ...] = ()
    members: tuple[Name, ...] = ()
    organisations: tuple[Name, ...] = ()
    contacts: tuple[Name, ...] = ()
    tasks: tuple[OpenTask, ...] = ()


@dataclass(frozen=True)
class Reading:
    """Who reads, when and where: everything parsing may depend on beside the text.

    `now` is aware. `program` is the program of the place the words were said in, with its anchors.
    `speaker` is the Slack id of the author.
    """

    now: datetime
    tz: tzinfo
    lang: Lang = "id"
    speaker: str | None = None
    world: World = World()
    program: Name | None = None


# --- parts of intents ------------------------------------------------------------------------


@dataclass(frozen=True)
class When:
    """A deadline or a time, resolved.

    `day` is always set. `at` is the aware instant only where a clock time was said, in the zone it was
    said in. `other` is the reading a convention did not choose (“next Friday”: the Friday of this week).
    `anchor` and `offset_days` are set where the words counted from a program's anchor.
    `past` says that the words name a day already gone (never a deadline); `ask`, that no convention
    decides between `day` and `other`; `part` is the part of day that was said without a clock time.
    """

    day: date
    at: datetime | None = None
    other: date | None = None
    anchor: str | None = None
    offset_days: int | None = None
    words: str = ""
    past: bool = False
    ask: bool = False
    part: Literal["morning", "noon", "afternoon", "evening"] | None = None
    precision: Literal["day", "week", "month"] = "day"  # of a program's own date


@dataclass(frozen=True)
class Shift:
    """A move relative to the thing's own date: “postpone by a week” = 7 days, “dimajukan 3 hari” = −3."""

    days: int = 0
    months: int = 0
    working: bool = False  # the days are Monday to Friday

    def times(self, sign: int) -> Shift:
        """The same length, backwards where the sign is −1."""
        return Shift(sign * self.days, sign * self.months, self.working)


@dataclass(frozen=True)
class Said:
    """A name as typed, with the known things it fits: one = resolved, none = unknown, several = ask.

    `given` outright (`~Museum`, `partner:Museum`), not found in a sentence.
    """

    text: str
    matches: tuple[Name, ...] = ()
    given: bool = field(default=False, compare=False)

    @property
    def known(self) -> Name | None:
        return self.matches[0] if len(self.matches) == 1 else None


# --- tasks -----------------------------------------------------------------------------------

TaskRef = int | str  # a number (#142), or the words that name the task
THIS = ""  # no task was named, or only pointed at (“done”, “move it to Friday”): the one at hand


@dataclass(frozen=True)
class CreateTask:
    title: str
    due: When | None = None
    due_words: str | None = None  # an explicit date slot (^…, due:…) that could not be read
    owners: tuple[Said, ...] = ()
    program: Said | None = None
    program_channel: str | None = None  # <#C…>: the program(s) linked to that channel
    partner: Said | None = None
    priority: Literal["high", "low"] | None = None
    recurrence: str | None = None  # RFC 5545 RRULE without the prefix
    valid_until: date | None = None  # the end of the agreement the task is about, where the words say it
    words: str | None = None  # all that was written, where it is more than a title can hold
    amount: float | None = None  # the money that is spoken of, with its ISO 4217 currency where said
    currency: str | None = None
    again: bool = False  # “Add another”: store it though the same was just added


@dataclass(frozen=True)
class CompleteTask:
    tasks: tuple[TaskRef, ...]


@dataclass(frozen=True)
class ReopenTask:
    task: TaskRef


@dataclass(frozen=True)
class CancelTask:
    task: TaskRef


@dataclass(frozen=True)
class DeleteTask:
    task: TaskRef


@dataclass(frozen=True)
class RescheduleTask:
    task: TaskRef
    due: When | None = None
    shift: Shift | None = None
    due_words: str | None = None  # set where the words after the number could not be read as a date


@dataclass(frozen=True)
class SnoozeTask:
    task: TaskRef
    until: When | None = None
    words: str | None = None  # set where they could not be read


@dataclass(frozen=True)
class AssignTask:
    task: TaskRef
    owners: tuple[Said, ...] = ()


@dataclass(frozen=True)
class NoteTask:
    task: TaskRef
    text: str


@dataclass(frozen=True)
class EditTask:
    task: TaskRef


@dataclass(frozen=True)
class ShowTask:
    task: TaskRef


@dataclass(frozen=True)
class TaskHistory:
    task: TaskRef


@dataclass(frozen=True)
class WaitTask:
    task: TaskRef
    whom: str
    why: str | None = None


@dataclass(frozen=True)
class AfterTask:
    task: TaskRef
    other: TaskRef


@dataclass(frozen=True)
class ListTasks:
    """`scope` “all”, “mine”, “late”, “week” or “today”; `owner` and `program` narrow it."""

    scope: Literal["all", "mine", "late", "week", "today"] = "all"
    owner: Said | None = None
    program: Said | None = None
    program_channel: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class NewTaskForm:
    """A command with no text: open its form."""


# --- programs --------------------------------------------------------------------------------

Health = Literal["on_track", "at_risk", "off_track"]
UpdateKind = Literal[
    "milestone", "status", "schedule", "budget", "decision", "risk", "blocker", "note", "result"
]


@dataclass(frozen=True)
class CreateProgram:
    name: str
    kind: str | None = None
    anchors: tuple[tuple[str, When], ...] = ()  # ("opening", When(…))
    countries: tuple[str, ...] = ()
    city: str | None = None
    unconfirmed: tuple[str, ...] = ()  # the kinds of those anchors that are not certain yet
    venue: str | None = None
    zone: str | None = None  # IANA, of the venue
    lead: Said | None = None
    aliases: tuple[str, ...] = ()
    name_en: str | None = None  # where it has another in that language
    name_id: str | None = None


@dataclass(frozen=True)
class ProgramCommand:
    """`/program <verb> <name> …` for the verbs that act on a known program (and “card” for no verb)."""

    verb: Literal["card", "edit", "update", "plan", "move", "link", "history", "timeline", "ready"]
    program: Said
    rest: str = ""


@dataclass(frozen=True)
class RecordUpdate:
    program: Said | None
    text: str
    kind: UpdateKind = "status"
    status: str | None = None
    anchor: str | None = None
    date: When | None = None
    amount: float | None = None
    currency: str | None = None
    health: Health | None = None  # of the whole program, only where its author says so


@dataclass(frozen=True)
class ListPrograms:
    pass


@dataclass(frozen=True)
class NewProgramForm:
    pass


# --- partners --------------------------------------------------------------------------------

ContactKind = Literal["call", "meeting", "email", "message", "letter", "document", "agreement"]
Direction = Literal["in", "out"]


@dataclass(frozen=True)
class AddPartner:
    """A contact, an organisation, or both."""

    name: str | None = None
    honorific: str | None = None
    organisation: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    country: str | None = None
    city: str | None = None
    program: Said | None = None
    kind: str | None = None  # of the organisation


@dataclass(frozen=True)
class Promise:
    by: Literal["us", "partner"]
    what: str
    due: When | None = None


@dataclass(frozen=True)
class FollowUp:
    title: str
    due: When | None = None


@dataclass(frozen=True)
class LogContact:
    partner: Said | None
    text: str
    kind: ContactKind = "message"
    organisation: Said | None = None
    date: When | None = None
    status: str | None = None
    valid_until: Day | None = None
    follow_up: FollowUp | None = None
    promise: Promise | None = None
    program: Said | None = None
    direction: Direction | None = None  # “in”: they to us; “out”: we to them
    next_contact: When | None = None
    new: str | None = None  # a partner nobody knows yet, to be added under this name
    amount: float | None = None  # the money that is spoken of, with its ISO 4217 currency where said
    currency: str | None = None


@dataclass(frozen=True)
class PartnerCommand:
    """`/partner <verb> …`; “card” for a bare name."""

    verb: Literal["card", "list", "agreements", "owes", "merge", "draft", "edit", "delete"]
    rest: str = ""
    partner: Said | None = None


@dataclass(frozen=True)
class NewPartnerForm:
    pass


# --- digests, settings, help -----------------------------------------------------------------


@dataclass(frozen=True)
class DigestCommand:
    """`at` is minutes after midnight, `days` ISO weekdays (1 = Monday); both None for the defaults."""

    verb: Literal["show", "on", "off", "settings"]
    at: int | None = None
    days: tuple[int, ...] | None = None


@dataclass(frozen=True)
class SettingsCommand:
    """A verb of `/lintas` that is no noun's: away, zone, language, holiday, morning …"""

    verb: Literal[
        "settings", "away", "zone", "language", "holiday", "morning", "report", "export", "handover", "status"
    ]
    rest: str = ""
    lang: Lang | None = None  # language
    at: int | None = None  # morning on HH:MM, minutes after midnight
    on: bool | None = None  # morning on / off
    zone: str | None = None  # zone <city>: IANA name where the city is known
    until: When | None = None


@dataclass(frozen=True)
class Search:
    words: str


@dataclass(frozen=True)
class Undo:
    """`/lintas undo`: the speaker's latest write."""


@dataclass(frozen=True)
class Help:
    topic: str | None = None


@dataclass(frozen=True)
class Query:
    """A question. `kind` as in the contract; `start`/`end` its range."""

    kind: Literal[
        "due", "overdue", "silent_partners", "owed_to_partner", "partner_pending",
        "expiring_agreements", "program_status", "task_owner",
    ]  # fmt: skip
    program: Said | None = None
    organisation: Said | None = None
    partner: Said | None = None
    owner: tuple[Said, ...] = ()
    title: str | None = None
    start: date | None = None
    end: date | None = None


# --- what could not be read ------------------------------------------------------------------


@dataclass(frozen=True)
class Unknown:
    """A verb that nothing answers to; `nearest` are whole commands worth offering, most likely first."""

    text: str
    nearest: tuple[str, ...] = ()


@dataclass(frozen=True)
class NoDate:
    """Words where a date or a clock time belongs that no calendar and no clock has: “31 Februari”."""

    words: str


Intent = (
    CreateTask | CompleteTask | ReopenTask | CancelTask | DeleteTask | RescheduleTask | SnoozeTask
    | AssignTask | NoteTask | EditTask | ShowTask | TaskHistory | WaitTask | AfterTask | ListTasks
    | NewTaskForm | CreateProgram | ProgramCommand | RecordUpdate | ListPrograms | NewProgramForm
    | AddPartner | LogContact | PartnerCommand | NewPartnerForm
    | DigestCommand | SettingsCommand | Search | Undo | Help | Query | Unknown | NoDate
)  # fmt: skip


@dataclass(frozen=True)
class Understood:
    """A free message, understood: `intent` None means “say nothing, store nothing”.

    `question` is the English key sentence of what to ask where `ambiguous`; `fields` is the contract's
    JSON object, made in one place (`understand.py`), so that the CLI and the bot cannot disagree.
    """

    intent: Intent | None
    confidence: float
    ambiguous: bool = False
    question: str | None = None
    more: tuple[Intent, ...] = ()
    alternatives: tuple[Intent, ...] = ()
