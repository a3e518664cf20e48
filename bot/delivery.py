"""The one door: claim → compose → post → settle. All that is said beside an acknowledgement leaves here."""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

import structlog
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from slack_sdk.webhook import WebhookClient
from sqlalchemy.orm import Session

from bot.answers import Answer, Composed, Reader, compose
from bot.answers.home import home
from bot.clock import Clock
from bot.i18n import Translator
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
MOST_ATTEMPTS = 8
METADATA = "lintas_delivery"
LOOK_BACK = timedelta(minutes=5)

# Slack's word that trying again cannot help
PERMANENT = frozenset(
    {"channel_not_found", "not_in_channel", "is_archived", "user_not_found", "user_disabled", "cannot_dm_bot"}
    | {
        "messages_tab_disabled",
        "restricted_action",
        "message_not_found",
        "cant_update_message",
        "edit_window_closed",
    }
    | {"account_inactive", "invalid_auth", "not_authed", "token_revoked", "token_expired", "missing_scope"}
    | {
        "invalid_blocks",
        "msg_blocks_too_long",
        "msg_too_long",
        "no_text",
        "invalid_arguments",
        "user_not_in_channel",
    }
)


@dataclass(frozen=True)
class Post:
    """One call to Slack, ready to be made."""

    method: str  # chat.postMessage, chat.postEphemeral, chat.update or response_url
    arguments: dict[str, Any]
    task_ids: tuple[int, ...] = ()
    answer: Answer | None = None
    follows: bool = False  # the message shows rows and is edited with them


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


class SlowDownError(Exception):
    """Slack asks for a pause of so many seconds."""

    def __init__(self, seconds: float):
        super().__init__()
        self.seconds = seconds


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
        with self._idle:
            self._draining += 1
        try:
            while True:
                with self._database.writing() as session:
                    batch = claim(session)
                if not batch:
                    return ended
                ended += self._pool.map(self._deliver, batch)
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
            found = self._find(delivery, post)
            if found is not None:
                return self._sent(delivery, post, *found)
        with self._database.writing() as session:
            if not mark_posting(session, delivery):
                return Outcome("later", delivery.kind, delivery.workspace_id, delivery.target, reason="lost")
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
            return _post("chat.update", {"channel": card.channel, "ts": card.ts}, made, answer)
        answer = Answer.from_json(body["answer"])
        made = self._compose(session, answer, body.get("member"), body.get("room"))
        if delivery.kind == "replace":
            target = {"url": body["response_url"], "replace_original": body["replace"]}
            return _post("response_url", target, made, answer)
        if delivery.kind == "whisper":
            target = {"channel": delivery.target, "user": body["user"]}
            return _post("chat.postEphemeral", target | _thread(body), made, answer)
        if delivery.ts is not None:
            return _post(
                "chat.update", {"channel": delivery.channel, "ts": delivery.ts}, made, answer, follows=True
            )
        metadata = {"event_type": METADATA, "event_payload": {"key": delivery.key}}
        target = {
            "channel": delivery.target,
            "metadata": metadata,
            "unfurl_links": False,
            "unfurl_media": False,
        }
        return _post("chat.postMessage", target | _thread(body), made, answer, follows=True)

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
            if self._replace(post):
                return None, None
            post = _directly(delivery.target, post)
        client = self._tokens.client(delivery.workspace_id)
        answer = client.api_call(post.method, json=post.arguments)
        return answer.get("channel") or post.arguments.get("channel"), answer.get("ts") or answer.get(
            "message_ts"
        )

    def _replace(self, post: Post) -> bool:
        """Answer a click in its place; False where Slack does not take that any more."""
        url = post.arguments["url"]
        body = {name: value for name, value in post.arguments.items() if name != "url"}
        response = WebhookClient(url, timeout=10, retry_handlers=[]).send_dict(
            {"response_type": "ephemeral", **body}
        )
        if response.status_code == 429:
            raise SlowDownError(_pause(response.headers))
        if response.status_code >= 500:
            raise ConnectionError(f"response_url answered {response.status_code}")
        if response.status_code >= 400:
            log.warning("response_url_refused", status=response.status_code)
        return response.status_code < 400

    def _find(self, delivery: Claimed, post: Post) -> tuple[str, str] | None:
        """The message of an attempt whose answer was lost, by the key in its metadata.

        None where it is not there, and where the history may not be read.
        """
        client = self._tokens.client(delivery.workspace_id)
        try:
            channel, messages = _recent(client, post.arguments, delivery.said_at - LOOK_BACK)
        except SlackApiError as refusal:
            if _error(refusal) in PERMANENT:
                return None
            raise
        for message in messages:
            metadata = message.get("metadata") or {}
            if metadata.get("event_payload", {}).get("key") == delivery.key:
                return channel, message["ts"]
        return None

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
        error, status, headers = _error(refusal), *_status(refusal)
        if error == SLOWED or status == 429:
            return self._slowed(delivery, _pause(headers))
        if error in PERMANENT:
            log.warning("delivery_refused", delivery=delivery.id, kind=delivery.kind, reason=error)
            return self._end(delivery, "failed", reason=error)
        return self._later(delivery, error)

    def _slowed(self, delivery: Claimed, seconds: float) -> Outcome:
        """Slack asks for a pause: this is no attempt, and the rest that goes there waits too."""
        pause = timedelta(seconds=seconds)
        with self._database.writing() as session:
            retry_later(session, delivery.id, pause, reason=SLOWED, counts=False, doubtful=delivery.doubtful)
        return Outcome("later", delivery.kind, delivery.workspace_id, delivery.target, reason=SLOWED)

    def _later(self, delivery: Claimed, reason: str) -> Outcome:
        """Try again after a while, ever more rarely; it may have arrived all the same."""
        if delivery.attempts + 1 >= MOST_ATTEMPTS:
            log.error("delivery_given_up", delivery=delivery.id, kind=delivery.kind, reason=reason)
            return self._end(delivery, "failed", reason=reason)
        after = timedelta(seconds=min(2**delivery.attempts, 300))
        with self._database.writing() as session:
            retry_later(session, delivery.id, after, reason=reason, counts=True, doubtful=True)
        return Outcome("later", delivery.kind, delivery.workspace_id, delivery.target, reason=reason)


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


def _post(
    method: str, target: dict[str, Any], made: Composed | None, answer: Answer, *, follows: bool = False
) -> Post | None:
    if made is None:
        return None
    return Post(method, target | made.message.to_dict(), made.task_ids, answer, follows)


def _thread(body: dict[str, Any]) -> dict[str, Any]:
    return {"thread_ts": body["thread"]} if body.get("thread") else {}


def _kept_for_edits(answer: Answer) -> dict[str, Any]:
    """What a message shows once it is edited: an echo becomes the card of its task."""
    if answer.task_id is not None:
        return Answer("task_card", {"task": answer.task_id}, answer.task_id).to_json()
    return answer.to_json()


def _directly(user: str, post: Post) -> Post:
    """The same in a direct message: where a click cannot be answered in its place any more."""
    said = {name: value for name, value in post.arguments.items() if name in ("text", "blocks")}
    return Post("chat.postMessage", said | {"channel": user}, post.task_ids, post.answer)


def _recent(client: WebClient, post: dict[str, Any], since: datetime) -> tuple[str, list[dict[str, Any]]]:
    """Where the post would be, and what was said there lately."""
    channel = post["channel"]
    if channel.startswith(("U", "W")):
        channel = client.conversations_open(users=channel)["channel"]["id"]
    if post.get("thread_ts"):
        found = client.conversations_replies(
            channel=channel, ts=post["thread_ts"], include_all_metadata=True, limit=100
        )
    else:
        found = client.conversations_history(
            channel=channel, oldest=str(since.timestamp()), include_all_metadata=True, limit=100
        )
    return channel, found["messages"]


def _error(refusal: SlackApiError) -> str:
    """Slack's word for why not."""
    return str(refusal.response.get("error") or "unknown_error")


def _status(refusal: SlackApiError) -> tuple[int, dict[str, Any]]:
    """Status and headers of a refusal; what was no JSON the SDK hands over as a plain dictionary."""
    response = refusal.response
    if isinstance(response, dict):
        return int(response.get("status", 0)), response.get("headers") or {}
    return response.status_code, response.headers


def _pause(headers: dict[str, Any]) -> float:
    """How many seconds Slack asks to wait."""
    return float(next((value for name, value in headers.items() if name.lower() == "retry-after"), 1))
