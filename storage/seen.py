"""What one viewer may see, as frozen values: all that views ever get of the rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

AudienceKind = Literal["workspace", "channel", "person"]
ChannelKind = Literal["public", "private", "im", "mpim"]
TaskStatus = Literal["open", "done", "cancelled"]
Priority = Literal["high", "normal", "low"]


@dataclass(frozen=True)
class Viewer:
    """Who looks: the argument of every read.

    `fresh` is False while it is not known which private channels the member is in (never asked, or longer
    than ten minutes ago): such channels stay closed. `full` is False for guests and strangers, who see
    only the channels they are in.
    """

    workspace_id: int
    member_id: int
    slack_id: str
    full: bool
    fresh: bool = True
    admin: bool = False


@dataclass(frozen=True)
class Room:
    """A channel as a reader: a post there is read by everyone in it.

    `full` is False where guests or strangers are among them, or where it is not known: then only what was
    said in the channel itself may be shown there.
    """

    workspace_id: int
    channel_id: int
    full: bool


Eyes = Viewer | Room


@dataclass(frozen=True)
class SeenMember:
    id: int
    slack_id: str
    name: str


@dataclass(frozen=True)
class SeenAbsence:
    """When somebody is away, and whom to ask meanwhile; `name` is whose it is."""

    first: date
    last: date
    stand_in: str | None = None
    name: str = ""


@dataclass(frozen=True)
class SeenOwner:
    """Whoever holds a task: a member (`slack_id` set), or a contact, a role or free text (name only)."""

    name: str
    slack_id: str | None = None
    member_id: int | None = None
    away: SeenAbsence | None = None  # the one that goes on, or is still to come


@dataclass(frozen=True)
class SeenAudience:
    """Who can see a thing. `channel` is the Slack id for kind “channel”."""

    kind: AudienceKind
    channel: str | None = None


@dataclass(frozen=True)
class Due:
    """A deadline: a date, and only where a clock time was said an instant with the zone it was said in."""

    day: date
    at: datetime | None = None  # aware, UTC
    zone: str | None = None  # IANA


@dataclass(frozen=True)
class SeenProgramName:
    id: int
    name: str


@dataclass(frozen=True)
class SeenTask:
    id: int
    number: int
    title: str
    status: TaskStatus
    audience: SeenAudience
    requester: SeenMember
    due: Due | None = None
    priority: Priority = "normal"
    owners: tuple[SeenOwner, ...] = ()
    program: SeenProgramName | None = None
    partner: str | None = None
    recurrence: str | None = None
    snoozed_until: datetime | None = None  # aware, UTC
    waiting_for: str | None = None
    waiting_since: date | None = None
    done_at: datetime | None = None
    done_by: str | None = None
    created_at: datetime | None = None
    deleted: bool = False
    notes: tuple[SeenNote, ...] = ()
    anchor_id: int | None = None  # the program's date that its deadline is counted from
    offset_days: int | None = None


@dataclass(frozen=True)
class SeenNote:
    text: str
    author: str
    at: datetime
    audience: SeenAudience


@dataclass(frozen=True)
class SeenAnchor:
    kind: str  # opening, closing, arrival, departure, shipping, first_performance, signing …
    day: date
    first_day: date
    precision: str = "day"
    confirmed: bool = True
    id: int = 0
    first_precision: str = "day"


@dataclass(frozen=True)
class SeenUpdate:
    kind: str
    text: str
    author: str
    at: datetime
    audience: SeenAudience
    program: str
    id: int = 0
    health: str | None = None
    settled: bool = False  # a risk or an obstacle that is over


@dataclass(frozen=True)
class SeenHealth:
    """How a person judged a program: on_track, at_risk or off_track. Nobody else ever does."""

    value: str
    by: str
    at: datetime


@dataclass(frozen=True)
class SeenProgram:
    id: int
    name: str
    audience: SeenAudience
    kind: str | None = None
    city: str | None = None
    countries: tuple[str, ...] = ()
    lead: SeenMember | None = None
    anchors: tuple[SeenAnchor, ...] = ()
    aliases: tuple[str, ...] = ()
    channels: tuple[str, ...] = ()  # Slack ids of linked channels the viewer may know of
    open_tasks: int = 0
    late_tasks: int = 0
    updates: tuple[SeenUpdate, ...] = ()  # newest first, at most five
    status: str = "active"  # or paused, closed
    ladder: str | None = None  # “14,7,2,0”; None: the usual one
    busy: bool = False  # from three days before its beginning to its end its team works every day
    name_en: str | None = None
    name_id: str | None = None
    venue: str | None = None
    zone: str | None = None  # IANA, of the venue
    health: SeenHealth | None = None
    concerns: tuple[SeenUpdate, ...] = ()  # open risks and obstacles, newest first
    concerns_total: int = 0
    decisions: tuple[SeenUpdate, ...] = ()  # newest first, at most three


@dataclass(frozen=True)
class SeenContact:
    id: int
    name: str
    honorific: str | None = None
    role: str | None = None
    organisation: str | None = None
    email: str | None = None
    phone: str | None = None
    country: str | None = None
    city: str | None = None
    lang: str | None = None


@dataclass(frozen=True)
class SeenInteraction:
    kind: str
    day: date
    text: str
    author: str
    audience: SeenAudience
    id: int = 0
    direction: str | None = None  # “in”: they to us; “out”: we to them
    program: str | None = None
    partner: str | None = None  # the person, else the organisation
    valid_until: date | None = None
    next_contact: date | None = None
    promise_by: str | None = None  # us, partner
    promise: str | None = None
    promise_due: date | None = None


@dataclass(frozen=True)
class SeenPartner:
    """An organisation or a person with what was last said to them."""

    kind: Literal["organisation", "contact"]
    id: int
    name: str
    contact: SeenContact | None = None  # for kind “contact”
    country: str | None = None
    organisation_kind: str | None = None
    contacts: tuple[SeenContact, ...] = ()  # of an organisation
    interactions: tuple[SeenInteraction, ...] = ()  # newest first, at most three
    tasks: tuple[SeenTask, ...] = ()  # open ones linked to it
    city: str | None = None
    last: date | None = None  # when they were last in touch
    next_contact: date | None = None  # the next one agreed, today or later


@dataclass(frozen=True)
class SeenChange:
    """One line of history: who changed what, when. `before`/`after` are plain words or None."""

    at: datetime
    by: str | None  # None: Lintas itself
    verb: str  # create_task, complete_task, reschedule_task … as in `changes.verb`
    before: str | None = None
    after: str | None = None
    what: str | None = None  # which of several things it was


@dataclass(frozen=True)
class SeenLogged:
    """A line of the log that was found: an update of a program, or something said to a partner."""

    kind: str  # of the update or the interaction
    when: date | datetime
    text: str
    author: str
    about: str | None = None  # the program or the partner, where the viewer may know of it
    opens: tuple[str, int] | None = None  # what shows it: (“program”, 7), (“contact”, 8), (“organisation”, 9)


@dataclass(frozen=True)
class Found:
    """What a search found, by kind: of each the newest, and how many there are (at most a hundred)."""

    tasks: tuple[SeenTask, ...] = ()
    tasks_total: int = 0
    programs: tuple[SeenProgramName, ...] = ()
    programs_total: int = 0
    partners: tuple[SeenPartner, ...] = ()
    partners_total: int = 0
    log: tuple[SeenLogged, ...] = ()
    log_total: int = 0

    @property
    def empty(self) -> bool:
        return not (self.tasks or self.programs or self.partners or self.log)


@dataclass(frozen=True)
class SeenQuiet:
    """A partner who was last in touch on `since`."""

    name: str
    since: date


@dataclass(frozen=True)
class Digest:
    """What a channel's digest says on one day: of each group the first lines, and how many there are.

    `rungs` are those that it tells of, by task id.
    """

    day: date
    late: tuple[SeenTask, ...] = ()
    late_total: int = 0
    long_late: int = 0  # late for so long that only the week's first digest lists them, in `late`
    soon: tuple[SeenTask, ...] = ()  # today, the next two working days, and what is at a rung
    soon_total: int = 0
    waiting: tuple[SeenTask, ...] = ()
    waiting_total: int = 0
    updates: tuple[SeenUpdate, ...] = ()  # since the working day before
    updates_total: int = 0
    done: tuple[SeenTask, ...] = ()  # since then too
    done_total: int = 0
    milestones: tuple[tuple[str, SeenAnchor], ...] = ()  # (program name, anchor), the next three
    quiet: tuple[SeenQuiet, ...] = ()  # in the week's first digest
    weekly: bool = False  # the week's first
    rungs: tuple[tuple[int, int], ...] = ()
    program: SeenProgramName | None = None  # where the channel has one
    guests: bool = False  # others than full members may read it, so it holds only what was said there

    @property
    def empty(self) -> bool:
        """Whether it holds nothing that was not said before: dates ahead and who is waited for alone."""
        news = self.late or self.soon or self.updates or self.done or self.quiet
        return not news and not _pressing(self)


@dataclass(frozen=True)
class Morning:
    """What one person's morning message says: of theirs, and of who is away and asked them to stand in."""

    day: date
    member_id: int  # whose it is
    late: tuple[SeenTask, ...] = ()
    late_total: int = 0
    long_late: int = 0  # as in a digest
    today: tuple[SeenTask, ...] = ()
    today_total: int = 0
    soon: tuple[SeenTask, ...] = ()  # the next days up to and with the working day after next, and rungs
    soon_total: int = 0
    waiting: tuple[SeenTask, ...] = ()
    waiting_total: int = 0
    weekly: bool = False  # the week's first
    rungs: tuple[tuple[int, int], ...] = ()
    first: bool = False  # the first one explains itself and how to stop it

    @property
    def empty(self) -> bool:
        return not (self.late or self.today or self.soon) and not _pressing(self)


def _pressing(day: Digest | Morning) -> bool:
    """Whether what waits for somebody has to be told of: at a rung, and when past its day once a week."""
    rungs = dict(day.rungs)
    return any(
        task.id in rungs or (day.weekly and task.due is not None and task.due.day < day.day)
        for task in day.waiting
    )


@dataclass(frozen=True)
class SeenNudge:
    """A rung of a task's ladder: `rung` days before its deadline, negative for working days after it."""

    task: SeenTask
    rung: int


@dataclass(frozen=True)
class SeenMilestone:
    """A rung of a program's own date."""

    program: str
    anchor: SeenAnchor
    rung: int


@dataclass(frozen=True)
class DayOff:
    day: date
    name: str
    own: bool  # set by the workspace itself


@dataclass(frozen=True)
class DigestSettings:
    channel: str  # Slack id
    on: bool
    at: int  # minutes after midnight
    days: tuple[int, ...]  # ISO weekdays
    zone: str
    lang: str
    sections: tuple[str, ...] = ()
    when_empty: bool = False
    guests: bool = False  # as in its digests


@dataclass(frozen=True)
class MemberSettings:
    lang: str
    zone: str
    morning_on: bool
    morning_at: int  # minutes after midnight
    country: str | None = None
    zone_until: date | None = None  # the last day in `zone`, for who travels


@dataclass(frozen=True)
class Report:
    """One page on a week, a month, or (`kind` “director”) the month at a glance, as one viewer may see it."""

    kind: str
    first: date
    last: date
    open_total: int
    late_total: int
    done_total: int
    programs: tuple[SeenProgram, ...] = ()  # the next date first
    programs_total: int = 0
    updates: tuple[SeenUpdate, ...] = ()  # of those days, newest first; a director's are those that weigh
    updates_total: int = 0


@dataclass(frozen=True)
class Status:
    """How Lintas runs in a workspace, in numbers."""

    database: str
    members: int
    programs: int
    open_tasks: int
    digests: int
    waiting: int  # deliveries still to be posted
    given_up: int
    next_at: datetime | None = None  # when something is next due by the clock
    last_said: datetime | None = None
