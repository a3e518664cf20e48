"""Trigger ids and response URLs: what they are bound to, how long and how often they work."""

from __future__ import annotations

import secrets
from dataclasses import dataclass

from bot.local.ports import MachineClock

TRIGGER_SECONDS = 3.0
RESPONSE_SECONDS = 30 * 60.0
RESPONSE_USES = 5


@dataclass
class Trigger:
    """A right to open one view for `user`, once; `in_modal` if it came from inside one."""

    user: str
    issued: float
    view_id: str | None = None
    used: bool = False


@dataclass
class ResponsePass:
    """A right to answer `user` in `channel` five times; `message_ts` is what `replace_original` replaces."""

    user: str
    channel: str
    issued: float
    message_ts: str | None = None
    thread_ts: str | None = None
    uses: int = 0


class PassRefusedError(Exception):
    """A pass that is unknown, spent or too old; `error` is Slack's word for it."""

    def __init__(self, error: str) -> None:
        super().__init__(error)
        self.error = error


class Passes:
    """Issues and redeems passes on machine time."""

    def __init__(self, machine: MachineClock) -> None:
        self._machine = machine
        self._triggers: dict[str, Trigger] = {}
        self._responses: dict[str, ResponsePass] = {}

    def new_trigger(self, user: str, view_id: str | None = None) -> str:
        """A trigger id good for 3 s and one view."""
        trigger_id = f"{secrets.randbelow(10**12)}.{secrets.randbelow(10**12)}.{secrets.token_hex(16)}"
        self._triggers[trigger_id] = Trigger(user, self._machine(), view_id)
        return trigger_id

    def use_trigger(self, trigger_id: str) -> Trigger:
        """Spend a trigger; raises `PassRefusedError`."""
        trigger = self._triggers.get(trigger_id)
        if trigger is None:
            raise PassRefusedError("invalid_trigger_id")
        if trigger.used:
            raise PassRefusedError("exchanged_trigger_id")
        if self._machine() - trigger.issued > TRIGGER_SECONDS:
            raise PassRefusedError("expired_trigger_id")
        trigger.used = True
        return trigger

    def new_response(
        self, user: str, channel: str, *, message_ts: str | None = None, thread_ts: str | None = None
    ) -> str:
        """The secret part of a response URL good for 30 min and five uses."""
        secret = secrets.token_urlsafe(18)
        self._responses[secret] = ResponsePass(user, channel, self._machine(), message_ts, thread_ts)
        return secret

    def use_response(self, secret: str) -> ResponsePass:
        """Count one use; raises `PassRefusedError`."""
        given = self._responses.get(secret)
        if given is None or self._machine() - given.issued > RESPONSE_SECONDS:
            raise PassRefusedError("expired_url")
        if given.uses >= RESPONSE_USES:
            raise PassRefusedError("used_url")
        given.uses += 1
        return given
