"""The one door: claim → compose → post → settle. All that is said beside an acknowledgement leaves here."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

import structlog
from slack_sdk.errors import SlackApiError
from sqlalchemy.orm import Session

from bot.answers import Answer, Composed, Reader, compose
from bot.answers.home import home
from bot.clock import Clock
from bot.i18n import Translator
from bot.metrics import DELIVERIES, DOUBTFUL
from bot.posts import (
    PERMANENT,
    Post,
    SlowDownError,
    directly,
    error_of,
    find_posted,
    in_thread,
    new_message,
    pause_asked,
    post_of,
    status_of,
    use_response_url,
)
from bot.roster import Roster
from bot.services.derived import zone_of
from bot.services.members import language_of
from bot.tokens import NoTokenError, Tokens
from storage.cards import remember_cards
from storage.database import Database
from storage.deliveries import SLOWED, Claimed, claim, machine_now, mark_posting, retry_later, settle, soonest
from storage.models import Card, Channel, Member
from storage.workspaces import room_of, viewer_of

log = structlog.get_logger("lintas.delivery")

WORKERS = 8
HOLD_UP = 0.5  # seconds for which a call that gets no answer keeps others waiting
MOST_ATTEMPTS = 100  # the last after some eight hours: longer than Slack has ever been down
LONGEST_PAUSE = 300  # seconds between two attempts
LOOK_BACK = timedelta(minutes=5)


@dataclass(frozen=True)
class Outcome:
    """How one delivery ended in this pass."""

    state: str  # sent, moot, failed, later
    kind: str
    workspace_id: int
    channel: str | None = None
    ts: str | None = None
    subjects: tuple[int, ...] = ()
    reason: str | None = None


class Door:
    """Posts what is due, once, from a thread of its own; `wake()` right after a commit."""

    def __init__(self, database: Database, tokens: Tokens, clock: Clock, roster: Roster):
        self._database = database
        self._tokens = tokens
        self._clock = clock
        self._roster = roster
        self._wanted = threading.Event()
        self._idle = threading.Condition()
        self._draining = 0
        self.stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="door")

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="door", daemon=True)
        self._thread.start()
        self.wake()

    def stop(self) -> None:
        self.stopping.set()
        self.wake()
        if self._thread is not None:
            self._thread.join(timeout=15)
        self._pool.shutdown(wait=True)

    def wake(self) -> None:
        """Say that something may be due."""
        self._wanted.set()

    def pending(self, work: Future[None]) -> None:
        """Count something that is on its way beside the queue, until it is done: `idle` waits for it."""
        with self._idle:
            self._draining += 1
        work.add_done_callback(self._ended)

    def _ended(self, _: object = None) -> None:
        with self._idle:
            self._draining -= 1
            self._idle.notify_all()

    def idle(self, timeout: float = 10.0) -> bool:
        """Wait until nothing due is left to post; False where that takes longer than `timeout` seconds."""
        patience = timedelta(seconds=timeout)
        started = machine_now()
        while self._busy():
            if machine_now() - started > patience:
                return False
            with self._idle:
                self._idle.wait(0.01)
        return True

    def drain(self) -> list[Outcome]:
        """Post everything due now, and what falls due by it, and tell how each ended."""
        ended: list[Outcome] = []
        under_way: set[Future[Outcome]] = set()
        with self._idle:
            self._draining += 1
        try:
            while True:
                if not self.stopping.is_set():
                    with self._database.writing() as session:
                        batch = claim(session)
                    under_way |= {self._pool.submit(self._deliver, one) for one in batch}
                if not under_way:
                    return ended
                done, under_way = wait(under_way, timeout=HOLD_UP)
                ended += [one.result() for one in done]
        finally:
            self._ended()

    def _run(self) -> None:
        while not self.stopping.is_set():
            self._wanted.wait(self._until_next())
            self._wanted.clear()
            if self.stopping.is_set():
                return
            try:
                self.drain()
            except Exception:
                log.exception("drain_failed")
                self.stopping.wait(1)

    def _until_next(self) -> float | None:
        try:
            with self._database.reading() as session:
                next_at = soonest(session)
        except Exception:
            log.exception("queue_unreadable")
            return 1.0
        if next_at is None:
            return None
        return max(0.05, (next_at - machine_now()).total_seconds())

    def _busy(self) -> bool:
        if self._draining or self._wanted.is_set():
            return True
        with self._database.reading() as session:
            next_at = soonest(session)
        return next_at is not None and next_at <= machine_now()

    # --- one delivery ------------------------------------------------------------------------

    def _deliver(self, delivery: Claimed) -> Outcome:
        try:
            outcome = self._settled(delivery)
        except Exception:  # the database fails too: the lease will end, and it is looked for in Slack
            log.exception("delivery_unsettled", delivery=delivery.id, kind=delivery.kind)
            outcome = _put_off(delivery, "unsettled")
        DELIVERIES.labels(outcome.kind, outcome.state).inc()
        return outcome

    def _settled(self, delivery: Claimed) -> Outcome:
        try:
            return self._attempt(delivery)
        except NoTokenError:
            return self._end(delivery, "failed", reason="no_token")
        except SlackApiError as refusal:
            return self._refused(delivery, refusal)
        except SlowDownError as slow:
            return self._slowed(delivery, slow.seconds)
        except OSError as silence:  # no answer: it may have arrived all the same
            return self._later(delivery, type(silence).__name__)
        except Exception as problem:
            log.exception("delivery_failed", delivery=delivery.id, kind=delivery.kind)
            return self._later(delivery, type(problem).__name__)

    def _attempt(self, delivery: Claimed) -> Outcome:
        if delivery.kind == "roster":
            self._roster.refresh(delivery.workspace_id, delivery.target)
            return self._end(delivery, "sent")
        with self._database.reading() as session:
            post = self._prepare(session, delivery)
        if post is None:
            return self._end(delivery, "moot")
        if delivery.doubtful and post.method == "chat.postMessage":
            client = self._tokens.client(delivery.workspace_id)
            found = find_posted(client, post, delivery.key, delivery.said_at - LOOK_BACK)
            DOUBTFUL.labels(found is not None).inc()
            if found is not None:
                return self._sent(delivery, post, *found)
        with self._database.writing() as session:
            if not mark_posting(session, delivery):
                return _put_off(delivery, "taken_by_another")
        return self._sent(delivery, post, *self._call(delivery, post))

    def _prepare(self, session: Session, delivery: Claimed) -> Post | None:
        """Read the subject again and compose; None where there is nothing (left) to say."""
        body = delivery.body
        if delivery.kind == "home":
            return self._home(session, body["member"], delivery.target)
        if delivery.kind == "edit":
            card = session.get(Card, body["card"])
            if card is None:
                return None
            answer = Answer.from_json(card.answer)
            made = self._compose(session, answer, card.member_id, card.answer.get("room"))
            return post_of("chat.update", {"channel": card.channel, "ts": card.ts}, made, answer)
        answer = Answer.from_json(body["answer"])
        made = self._compose(session, answer, body.get("member"), body.get("room"))
        if delivery.kind == "replace":
            target = {"url": body["response_url"], "replace_original": body["replace"]}
            return post_of("response_url", target, made, answer)
        if delivery.kind == "whisper":
            target = {"channel": delivery.target, "user": body["user"]}
            return post_of("chat.postEphemeral", target | in_thread(body.get("thread")), made, answer)
        if delivery.ts is not None:
            return post_of(
                "chat.update", {"channel": delivery.channel, "ts": delivery.ts}, made, answer, follows=True
            )
        target = new_message(delivery.target, delivery.key, body.get("thread"))
        return post_of("chat.postMessage", target, made, answer, follows=True)

    def _home(self, session: Session, member_id: int, user: str) -> Post | None:
        reader = reader_for(session, self._clock, member_id, None)
        return Post("views.publish", {"user_id": user, "view": home(reader).to_dict()}) if reader else None

    def _compose(
        self, session: Session, answer: Answer, member_id: int | None, room: int | None
    ) -> Composed | None:
        reader = reader_for(session, self._clock, member_id, room)
        return compose(reader, answer) if reader is not None else None

    def _call(self, delivery: Claimed, post: Post) -> tuple[str | None, str | None]:
        if post.method == "response_url":
            if use_response_url(post):
                return None, None
            post = directly(delivery.target, post)
        client = self._tokens.client(delivery.workspace_id)
        answer = client.api_call(post.method, json=post.arguments)
        return answer.get("channel") or post.arguments.get("channel"), answer.get("ts") or answer.get(
            "message_ts"
        )

    # --- how it ends -------------------------------------------------------------------------

    def _sent(self, delivery: Claimed, post: Post, channel: str | None, ts: str | None) -> Outcome:
        with self._database.writing() as session:
            settle(session, delivery.id, "sent", channel=channel, ts=ts)
            if post.follows and post.answer is not None and channel and ts:
                kept = _kept_for_edits(post.answer) | {"room": delivery.body.get("room")}
                remember_cards(
                    session,
                    workspace_id=delivery.workspace_id,
                    channel=channel,
                    ts=ts,
                    thread=delivery.body.get("thread"),
                    task_ids=post.task_ids,
                    answer=kept,
                    member_id=delivery.body.get("member"),
                )
            if delivery.kind == "morning":
                session.get_one(Member, delivery.body["member"]).morning_told = True
        return Outcome("sent", delivery.kind, delivery.workspace_id, channel, ts, post.task_ids)

    def _end(self, delivery: Claimed, state: str, reason: str | None = None) -> Outcome:
        with self._database.writing() as session:
            settle(session, delivery.id, state, reason=reason)
        return Outcome(state, delivery.kind, delivery.workspace_id, delivery.target, reason=reason)

    def _refused(self, delivery: Claimed, refusal: SlackApiError) -> Outcome:
        error, status, headers = error_of(refusal), *status_of(refusal)
        if error == SLOWED or status == 429:
            return self._slowed(delivery, pause_asked(headers))
        if error in PERMANENT:
            log.warning("delivery_refused", delivery=delivery.id, kind=delivery.kind, reason=error)
            return self._end(delivery, "failed", reason=error)
        return self._later(delivery, error)

    def _slowed(self, delivery: Claimed, seconds: float) -> Outcome:
        """Slack asks for a pause: this is no attempt, and the rest that goes there waits too."""
        pause = timedelta(seconds=seconds)
        with self._database.writing() as session:
            retry_later(session, delivery.id, pause, reason=SLOWED, counts=False, doubtful=delivery.doubtful)
        return _put_off(delivery, SLOWED)

    def _later(self, delivery: Claimed, reason: str) -> Outcome:
        """Try again after a while, ever more rarely; it may have arrived all the same."""
        if delivery.attempts + 1 >= MOST_ATTEMPTS:
            log.error("delivery_given_up", delivery=delivery.id, kind=delivery.kind, reason=reason)
            return self._end(delivery, "failed", reason=reason)
        after = timedelta(seconds=min(2**delivery.attempts, LONGEST_PAUSE))
        with self._database.writing() as session:
            retry_later(session, delivery.id, after, reason=reason, counts=True, doubtful=True)
        return _put_off(delivery, reason)


def reader_for(session: Session, clock: Clock, member_id: int | None, room: int | None) -> Reader | None:
    """Who will read: a room in its channel's language, else a member in theirs; None for one who left.

    A room whose language was never set is spoken to in the language of the member it answers.
    """
    member = session.get(Member, member_id) if member_id is not None else None
    if room is None:
        if member is None or member.left:
            return None
        t = Translator(language_of(session, member), zone_of(session, member), clock.now())
        return Reader(session, viewer_of(member, machine_now()), t)
    channel = session.get_one(Channel, room)
    speaker = channel if channel.lang is not None or member is None else member
    timed = channel if channel.zone is not None or member is None else member
    t = Translator(language_of(session, speaker), zone_of(session, timed), clock.now())
    return Reader(session, room_of(session, channel), t)


def _put_off(delivery: Claimed, reason: str) -> Outcome:
    return Outcome("later", delivery.kind, delivery.workspace_id, delivery.target, reason=reason)


def _kept_for_edits(answer: Answer) -> dict[str, Any]:
    """What a message shows once it is edited: an echo becomes the card of its task."""
    if answer.task_id is not None:
        return Answer("task_card", {"task": answer.task_id}, answer.task_id).to_json()
    return answer.to_json()
