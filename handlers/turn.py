"""One exchange in progress: who speaks, where and when, what they may see, and the one act of writing."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from bot.answers import Answer, Composed, Reader, compose
from bot.clock import Clock
from bot.i18n import Translator
from bot.parsing.intents import Lang, Reading
from bot.services.actor import Actor, Place
from bot.services.derived import zone_of
from bot.services.members import language_of
from handlers.calls import Call
from handlers.worlds import Worlds
from storage.database import Database
from storage.deliveries import enqueue, machine_now
from storage.models import Channel, Member, Workspace
from storage.requests import claim_request, handled_before, remember_answer
from storage.seen import Room, Viewer
from storage.workspaces import (
    channel_by_slack,
    meet_channel,
    meet_member,
    meet_workspace,
    member_by_slack,
    room_of,
    viewer_of,
    workspace_by_team,
)

if TYPE_CHECKING:
    from bot.delivery import Door
    from bot.tokens import Tokens

PATIENCE = 2.0  # seconds to wait for other writers: Slack shows a failure of its own after three

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True)
class Parts:
    """What every exchange is given by the composition root."""

    database: Database
    clock: Clock
    door: Door
    tokens: Tokens
    worlds: Worlds
    lang: Lang
    zone: str


_CHANGE_THE_READER = ("setting_changed", "undone")  # answers to what may have changed language or zone


class RepeatedError(Exception):
    """Slack sent again what was handled; `answer` is what was answered then."""

    def __init__(self, answer: Answer | None):
        self.answer = answer


class Turn:
    """Reads need no lock; the first `act` opens the one write session, behind the request's key.

    Used as a context: leaving it commits what was written, or rolls back where something was raised.
    """

    def __init__(self, parts: Parts, call: Call):
        self.parts = parts
        self.call = call
        self.now = parts.clock.now()
        self._stack = ExitStack()
        self._savepoint: Any = None
        self._taken_back = False
        self._acted = False
        self.wrote = False

    def __enter__(self) -> Turn:
        with ExitStack() as opened:
            self._stack = opened
            self._begin()
            self._stack = opened.pop_all()
        return self

    def _begin(self) -> None:
        self.session: Session = self._stack.enter_context(self.parts.database.reading())
        speaker = self._speaker()
        if speaker is None:
            self._meet_the_speaker()
            self.session.rollback()  # a new snapshot, which has them
            speaker = self._speaker(known=True)
        assert speaker is not None
        self.workspace, self.member, self.viewer = speaker
        self.channel: Channel | None = (
            channel_by_slack(self.session, self.workspace.id, self.call.channel)
            if self.call.channel
            else None
        )
        self.t = Translator(language_of(self.session, self.member), self.zone, self.now)

    def __exit__(self, *raised: Any) -> None:
        self._stack.__exit__(*raised)

    # --- who, where, what they may mean ------------------------------------------------------

    @cached_property
    def zone(self) -> ZoneInfo:
        return zone_of(self.session, self.member)

    @cached_property
    def reading(self) -> Reading:
        """What the words are read against: the names this person may know, the program of this place."""
        world, program = self.parts.worlds.of(self.session, self.viewer, self.channel)
        return Reading(
            now=self.now.astimezone(self.zone),
            tz=self.zone,
            lang=self.t.lang,
            speaker=self.call.user,
            world=world,
            program=program,
        )

    @property
    def place(self) -> Place | None:
        """Where it was said; known to the rows from the first act on."""
        if self.channel is None:
            return None
        kind = self.channel.kind
        app_in = self.channel.app_in or kind == "im" or self.call.entrance == "message"
        return Place(self.channel.id, self.channel.slack_id, kind, app_in)

    @property
    def actor(self) -> Actor:
        """The member as the rules see them; opens the write session, since only then the place has a row."""
        self.write()
        self._acted = True
        return Actor(self.viewer, self.now, self.zone, self.place, self.call.key)

    @property
    def private(self) -> bool:
        """Whether the answer is read by this person alone."""
        return self.call.entrance != "message" or self.call.channel_kind == "im"

    # --- reading and writing -----------------------------------------------------------------

    def act(self, do: Callable[Concatenate[Session, P], R], /, *args: P.args, **kwargs: P.kwargs) -> R:
        """Do it in the write session: `do(session, *args)`; RepeatedError where it was handled before."""
        self.write()
        return do(self.session, *args, **kwargs)

    def write(self) -> Session:
        """Open the write session and claim the request; what was done in it before stays."""
        if not self.wrote:
            self.session = self._stack.enter_context(self.parts.database.writing(PATIENCE))
            self.wrote = True
            if not claim_request(self.session, self.workspace.id, self.call.key, machine_now()):
                _, kept = handled_before(self.session, self.workspace.id, self.call.key)
                raise RepeatedError(Answer.from_json(kept) if kept else None)
            self._know_the_place()
            if not self._answers_at_once:
                self._savepoint = self.session.begin_nested()
        return self.session

    @property
    def _answers_at_once(self) -> bool:
        """Whether the acknowledgement is the answer, so that a refusal leaves nothing behind."""
        return self.call.entrance in ("command", "view")

    def take_back(self) -> None:
        """Undo what this turn wrote, behind the request's key: that stays for what the door is to answer.

        A command or a form is answered in the acknowledgement and may be sent again once it is put right, so
        of those nothing stays.
        """
        self._acted = False
        if self._savepoint is not None and self._savepoint.is_active:
            self._savepoint.rollback()
            self.session.expire_all()
        elif self.wrote and self._answers_at_once:
            self.session.rollback()
            self._taken_back = True

    def remember(self, answer: Answer) -> None:
        """Keep what to answer, should Slack repeat the request."""
        if self.wrote and not self._taken_back:
            remember_answer(self.session, self.workspace.id, self.call.key, answer.to_json())

    def compose(self, answer: Answer) -> Composed | None:
        """The answer as this person alone will read it."""
        t = self._fresh_translator() if answer.name in _CHANGE_THE_READER else self.t
        return compose(Reader(self.session, self.viewer, t), answer)

    def compose_for_room(self, answer: Answer) -> Composed | None:
        """The answer as everyone in the channel may read it; None where not everyone may."""
        room = self.room
        return compose(Reader(self.session, room, self.t), answer) if room is not None else None

    @property
    def room(self) -> Room | None:
        channel = self.channel
        return room_of(self.session, channel) if channel is not None and channel.kind != "im" else None

    def say(self, kind: str, target: str, cause: str, body: dict[str, Any]) -> None:
        """Let the door post this after the commit, once."""
        self.write()
        enqueue(
            self.session,
            workspace_id=self.workspace.id,
            kind=kind,
            target=target,
            cause=cause,
            body=body,
            said_at=self.now,
        )

    def refresh_home(self) -> None:
        """Let Home, where the person ever looked at it, show what this turn did."""
        if self._acted and self.member.home_tab is not None:
            self.say("home", self.call.user, self.call.key, {"member": self.member.id})

    def _fresh_translator(self) -> Translator:
        """The member's language and zone as this very turn has left them."""
        member = self.session.get_one(Member, self.member.id)
        return Translator(language_of(self.session, member), zone_of(self.session, member), self.now)

    # --- the first time we hear of somebody --------------------------------------------------

    def _speaker(self, *, known: bool = False) -> tuple[Workspace, Member, Viewer] | None:
        """The rows of who speaks; None where there are none, or they are too old to be believed."""
        workspace = workspace_by_team(self.session, self.call.team)
        member = member_by_slack(self.session, workspace.id, self.call.user) if workspace else None
        if workspace is None or member is None:
            return None
        viewer = viewer_of(member, machine_now())
        return (workspace, member, viewer) if viewer.fresh or known else None

    def _meet_the_speaker(self) -> None:
        """Make rows for a workspace or a person never heard of, and let the roster read who they are."""
        call = self.call
        with self.parts.database.writing(PATIENCE) as session:
            workspace = meet_workspace(session, call.team, lang=self.parts.lang, zone=self.parts.zone)
            name = call.body.get("user_name") or ""
            meet_member(session, workspace.id, call.user, name if isinstance(name, str) else "")
            _ask_roster(session, workspace.id, call.user)
        self.parts.door.wake()

    def _know_the_place(self) -> None:
        call = self.call
        if call.channel is None or call.channel_kind is None:
            return
        if self.channel is None:
            self.channel = meet_channel(self.session, self.workspace.id, call.channel, call.channel_kind)
            if call.channel_kind != "im":
                _ask_roster(self.session, self.workspace.id, call.channel)


def _ask_roster(session: Session, workspace_id: int, slack_id: str) -> None:
    """Let the roster read this person or channel anew, at most once in ten minutes."""
    now = machine_now()
    enqueue(
        session,
        workspace_id=workspace_id,
        kind="roster",
        target=slack_id,
        cause=f"{now:%Y-%m-%dT%H}:{now.minute // 10}",
        body={},
        said_at=now,
    )
