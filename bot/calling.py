"""One call to Slack for one delivery, and how the delivery ends by it."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import structlog
from slack_sdk.errors import SlackApiError

from bot.clock import Clock
from bot.line import Line, UnreachedError
from bot.metrics import DOUBTFUL
from bot.posts import (
    PERMANENT,
    Post,
    SlowDownError,
    directly,
    error_of,
    find_posted,
    pause_asked,
    send_files,
    status_of,
    use_response_url,
)
from bot.roster import Roster
from bot.services.digests import FOLD_AFTER
from bot.settling import Ended
from bot.tokens import NoTokenError, Tokens
from storage.deliveries import SLOWED, Claimed, machine_now

log = structlog.get_logger("lintas.delivery")

MOST_ATTEMPTS = 100  # the last after some eight hours: longer than Slack has ever been down
LONGEST_PAUSE = 300  # seconds between two attempts
LOOK_BACK = timedelta(minutes=5)
LONGEST_CALL = timedelta(seconds=25)  # to be looked for, to be posted, each with its time out
GONE = ("message_not_found", "channel_not_found", "cant_update_message", "edit_window_closed")
"""The message that more was to be said in is not there any more: it is said in a new one."""
FOLDED = ("digest", "morning", "nudge")  # the next one says it all


class Caller:
    """Makes the calls, from any thread."""

    def __init__(self, tokens: Tokens, clock: Clock, roster: Roster, stopping: threading.Event):
        self._tokens = tokens
        self._clock = clock
        self._roster = roster
        self._stopping = stopping
        self._line = Line()

    def close(self) -> None:
        self._line.close()

    def call(self, delivery: Claimed, post: Post) -> Ended:
        """Post it; whatever happens, how it ended."""
        if self._stopping.is_set() or delivery.lease - machine_now() < LONGEST_CALL:
            return Ended(delivery, "later", "not_begun", doubtful=delivery.doubtful)
        try:
            return self._attempt(delivery, post)
        except NoTokenError:
            return Ended(delivery, "failed", "no_token")
        except SlackApiError as refusal:
            return _refused(delivery, refusal)
        except SlowDownError as slow:
            return _slowed(delivery, slow.seconds)
        except UnreachedError as silence:
            return put_off(delivery, _name_of(silence), doubtful=delivery.doubtful)
        except OSError as silence:  # no answer: it may have arrived all the same
            return put_off(delivery, _name_of(silence), doubtful=True)
        except Exception as problem:
            log.exception("delivery_failed", delivery=delivery.id, kind=delivery.kind)
            return put_off(delivery, type(problem).__name__, doubtful=True)

    def _attempt(self, delivery: Claimed, post: Post) -> Ended:
        if post.method == "roster":
            self._roster.refresh(delivery.workspace_id, delivery.target)
            return Ended(delivery, "sent")
        client = self._tokens.client(delivery.workspace_id)
        if delivery.doubtful and post.method == "chat.postMessage":
            found = find_posted(client, post, delivery.key, delivery.said_at - LOOK_BACK)
            DOUBTFUL.labels(found is not None).inc()
            if found is not None:
                return Ended(delivery, "sent", None, post, *found)
        if delivery.kind in FOLDED and self._clock.now() - delivery.said_at > FOLD_AFTER:
            return Ended(delivery, "folded")
        if post.method == "files":
            send_files(client, post)
            return Ended(delivery, "sent")
        if post.method == "response_url":
            if use_response_url(post):
                return Ended(delivery, "sent", None, post)
            post = directly(delivery.target, post)
        try:
            answer = self._line.call(client, post.method, post.arguments)
        except SlackApiError as refusal:
            if post.method != "chat.update" or delivery.ts is None or error_of(refusal) not in GONE:
                raise
            post = replace(directly(delivery.target, post), follows=post.follows, composed=post.composed)
            answer = self._line.call(client, post.method, post.arguments)
        channel = answer.get("channel") or post.arguments.get("channel")
        return Ended(delivery, "sent", None, post, channel, answer.get("ts") or answer.get("message_ts"))


def put_off(delivery: Claimed, reason: str, *, doubtful: bool) -> Ended:
    """Try again after a while, ever more rarely, and not all at the same moment; given up at last."""
    if delivery.attempts + 1 >= MOST_ATTEMPTS:
        log.error("delivery_given_up", delivery=delivery.id, kind=delivery.kind, reason=reason)
        return Ended(delivery, "failed", reason)
    jitter = 1 + delivery.id % 1009 / 4036  # up to a quarter, of each its own
    after = timedelta(seconds=min(2**delivery.attempts, LONGEST_PAUSE) * jitter)
    return Ended(delivery, "later", reason, after=after, counts=True, doubtful=doubtful)


def _slowed(delivery: Claimed, seconds: float) -> Ended:
    """Slack asks for a pause: this is no attempt, and the rest that goes there waits too."""
    pause = timedelta(seconds=seconds)
    return Ended(delivery, "later", SLOWED, after=pause, doubtful=delivery.doubtful)


def _refused(delivery: Claimed, refusal: SlackApiError) -> Ended:
    error, status, headers = error_of(refusal), *status_of(refusal)
    if error == SLOWED or status == 429:
        return _slowed(delivery, pause_asked(headers))
    if error in PERMANENT:
        log.warning("delivery_refused", delivery=delivery.id, kind=delivery.kind, reason=error)
        return Ended(delivery, "failed", error, error=error)
    return put_off(delivery, error, doubtful=True)


def _name_of(silence: OSError) -> str:
    return type(silence.__cause__ or silence).__name__
