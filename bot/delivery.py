"""The one door: claim → compose → post → settle. All that is said beside an acknowledgement leaves here.

Whoever drains works in rounds: settle what has ended, claim what is due, compose it, mark it as being posted
and hand it to threads that only call Slack. So a round costs three transactions however much it holds.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import replace
from datetime import timedelta

import structlog

from bot.calling import Caller, put_off
from bot.clock import Clock
from bot.metrics import DELIVERIES
from bot.posts import Post
from bot.roster import Roster
from bot.saying import prepare, readers
from bot.settling import Ended, Outcome, record
from bot.tokens import Tokens
from storage.database import Database
from storage.deliveries import Claimed, claim, machine_now, mark_posting, soonest
from storage.ids import new_id

log = structlog.get_logger("lintas.delivery")

WORKERS = 64
SHARE = 48  # of them, for one workspace: another never waits for a Slack that does not answer it
HOLD_UP = 0.1  # seconds for which calls that get no answer keep from looking what else is due


class Door:
    """Posts what is due, once, from a thread of its own; `wake()` right after a commit."""

    def __init__(self, database: Database, tokens: Tokens, clock: Clock, roster: Roster):
        self._database = database
        self._clock = clock
        self._wanted = threading.Event()
        self._idle = threading.Condition()
        self._draining = 0
        self.stopping = threading.Event()
        self._thread: threading.Thread | None = None
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="door")
        self._caller = Caller(tokens, clock, roster, self.stopping)

    def start(self) -> None:
        self._thread = threading.Thread(target=self._run, name="door", daemon=True)
        self._thread.start()
        self.wake()

    def stop(self) -> None:
        """Let what was begun end; what was not is left to whoever starts next."""
        self.stopping.set()
        self.wake()
        if self._thread is not None:
            self._thread.join(timeout=15)
        self._pool.shutdown(wait=True)
        self._caller.close()

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

    # --- rounds ------------------------------------------------------------------------------

    def drain(self) -> list[Outcome]:
        """Post everything due now, and what falls due by it, and tell how each ended."""
        outcomes: list[Outcome] = []
        under_way: set[Future[Ended]] = set()
        with self._idle:
            self._draining += 1
        try:
            while True:
                batch = self._claim(WORKERS - len(under_way), calm=not under_way)
                ready, ended = self._compose(batch)
                under_way |= {self._pool.submit(self._caller.call, *one) for one in ready}
                if not batch and not under_way:
                    return outcomes
                done, under_way = wait(under_way, 0 if ended else HOLD_UP, FIRST_COMPLETED)
                outcomes += self._settle([*ended, *(call.result() for call in done)])
        finally:
            self._ended()

    def _claim(self, room: int, *, calm: bool) -> Sequence[Claimed]:
        """What is due, as far as there is room; a failure waits until what is under way is settled."""
        if self.stopping.is_set() or not room:
            return ()
        try:
            with self._database.writing() as session:
                return claim(session, limit=room, share=SHARE)
        except Exception:
            if calm:
                raise
            log.exception("claim_failed")
            return ()

    def _compose(self, batch: Sequence[Claimed]) -> tuple[list[tuple[Claimed, Post]], list[Ended]]:
        """What is to be called, marked as being posted; and what ends without a call."""
        if not batch:
            return [], []
        ready: list[tuple[Claimed, Post]] = []
        ended: list[Ended] = []
        composed = new_id()
        with self._database.reading() as session:
            read = readers(session, batch)  # noqa: F841 - the session forgets what nobody holds
            for delivery in batch:
                try:
                    post = prepare(session, self._clock, delivery)
                except Exception as problem:
                    log.exception("delivery_failed", delivery=delivery.id, kind=delivery.kind)
                    session.rollback()
                    ended.append(put_off(delivery, type(problem).__name__, doubtful=delivery.doubtful))
                    continue
                if post is None:
                    ended.append(Ended(delivery, "moot"))
                else:
                    ready.append((delivery, replace(post, composed=composed)))
        return self._marked(ready), ended

    def _marked(self, ready: list[tuple[Claimed, Post]]) -> list[tuple[Claimed, Post]]:
        """Those still held, said to be posted from now on."""
        if not ready:
            return []
        try:
            with self._database.writing() as session:
                held = mark_posting(session, [delivery for delivery, _ in ready])
        except Exception:  # nothing was called: the leases end, and it is claimed again
            log.exception("marking_failed")
            return []
        return [one for one in ready if one[0].id in held]

    def _settle(self, ended: Sequence[Ended]) -> list[Outcome]:
        """Keep how they ended, all at once, or one by one where that fails."""
        if not ended:
            return []
        try:
            with self._database.writing() as session:
                outcomes = [record(session, one, self._clock.now()) for one in ended]
        except Exception as problem:
            if len(ended) > 1:
                return [outcome for one in ended for outcome in self._settle([one])]
            return self._unsettled(ended[0], problem)
        for outcome in outcomes:
            DELIVERIES.labels(outcome.kind, outcome.state).inc()
        return outcomes

    def _unsettled(self, ended: Ended, problem: Exception) -> list[Outcome]:
        """Look for it, and try anew, after a while; where even that cannot be kept, when its lease ends."""
        delivery = ended.delivery
        log.error("delivery_unsettled", delivery=delivery.id, kind=delivery.kind, exc_info=problem)
        if ended.state == "later":
            return [Outcome("later", delivery.kind, delivery.workspace_id, reason="unsettled")]
        later = put_off(delivery, type(problem).__name__, doubtful=True)
        return self._settle([replace(later, state="later")])
