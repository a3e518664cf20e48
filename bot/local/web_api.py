"""The Web API's front: token, scope, arguments, planned failures; the methods are in `api_*.py`."""

from __future__ import annotations

import json
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.local import block_kit
from bot.local.faults import Fault, Faults
from bot.local.model import Channel, Message, User
from bot.local.ports import JSON
from bot.local.workspace import Workspace

BOT = "bot"
APP = "app"
NOBODY = "nobody"


class ApiError(Exception):
    """An `ok: false` answer: Slack's error name, and what goes beside it."""

    def __init__(self, error: str, *, messages: list[str] | None = None, **more: Any) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages or []
        self.more = more

    def as_json(self) -> JSON:
        """The response body."""
        body: JSON = {"ok": False, "error": self.error, **self.more}
        return body | ({"response_metadata": {"messages": self.messages}} if self.messages else {})


@dataclass
class Call:
    """One call: its arguments with readers that refuse as Slack does."""

    workspace: Workspace
    method: str
    args: Mapping[str, Any]
    open_socket: Callable[[], str] = lambda: ""

    def text(self, name: str, default: str = "") -> str:
        """A string argument; numbers are taken as Slack's form fields are."""
        value = self.args.get(name)
        return default if value is None else str(value)

    def required(self, *names: str) -> None:
        """Refuse unless every argument is there and not empty."""
        missing = [n for n in names if self.args.get(n) in (None, "")]
        if missing:
            raise ApiError(
                "invalid_arguments", messages=[f"[ERROR] missing required field: {n}" for n in missing]
            )

    def number(self, name: str, default: int, *, error: str = "invalid_arguments") -> int:
        """A whole number."""
        try:
            return int(self.args.get(name) or default)
        except ValueError:
            raise ApiError(error, messages=[f"[ERROR] must be an integer [json-pointer:/{name}]"]) from None

    def flag(self, name: str, *, default: bool = False) -> bool:
        """A boolean, as JSON or as a form field."""
        value = self.args.get(name)
        return default if value is None else value in (True, 1, "1", "true", "True")

    def json(self, name: str, *, error: str = "invalid_arguments") -> Any:
        """A structured argument: JSON already, or JSON in a form field; None if absent."""
        value = self.args.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise ApiError(error) from None

    def needs(self, *scopes: str) -> None:
        """Refuse unless the manifest has one of these scopes."""
        granted = self.workspace.manifest.bot_scopes
        if not granted.intersection(scopes):
            raise ApiError("missing_scope", needed=scopes[0], provided=",".join(sorted(granted)))

    def needs_for(self, channel: Channel, what: str) -> None:
        """Refuse without the scope for `what` (read, history, write) in this kind of channel."""
        family = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}[channel.kind]
        self.needs("channels:manage" if (family, what) == ("channels", "write") else f"{family}:{what}")

    def seen_channel(self, name: str = "channel") -> Channel:
        """A channel the app can see: any public one, others as a member."""
        self.required(name)
        channel = self.workspace.channels.get(self.text(name))
        if channel is None or (channel.kind != "public" and self.workspace.bot.id not in channel.members):
            raise ApiError("channel_not_found")
        return channel

    def member_channel(self, name: str = "channel") -> Channel:
        """A channel the app is a member of."""
        channel = self.seen_channel(name)
        if self.workspace.bot.id not in channel.members:
            raise ApiError("not_in_channel")
        return channel

    def writable_channel(self, name: str = "channel") -> Channel:
        """Where the app may post; a user id stands for the DM with that user."""
        self.required(name)
        workspace, value = self.workspace, self.text(name)
        if value.startswith(("U", "W")):
            return self.dm_with(value)
        if value.startswith("#") and (named := workspace.channel_named(value)):
            self.args = {**self.args, name: named.id}
        channel = self.member_channel(name)
        if channel.archived:
            raise ApiError("is_archived")
        if channel.kind == "im":
            self._check_peer(workspace.users[channel.other_than(workspace.bot.id)])
        return channel

    def dm_with(self, user_id: str) -> Channel:
        """The app's DM with a user; refuses bots, and everybody if the Messages tab is off."""
        user = self.workspace.users.get(user_id)
        if user is None:
            raise ApiError("channel_not_found")
        self._check_peer(user)
        return self.workspace.dm(self.workspace.bot.id, user.id)

    def _check_peer(self, user: User) -> None:
        if user.bot_id:
            raise ApiError("cannot_dm_bot")
        if user.deleted:
            raise ApiError("user_disabled")
        if not self.workspace.manifest.messages_tab:
            raise ApiError("messages_tab_disabled")

    def user(self, name: str = "user", *, error: str = "user_not_found") -> User:
        """An existing user."""
        self.required(name)
        user = self.workspace.users.get(self.text(name))
        if user is None:
            raise ApiError(error)
        return user

    def message(self, channel: Channel, name: str = "ts") -> Message:
        """An existing message of the channel."""
        self.required(name)
        message = channel.messages.get(self.text(name))
        if message is None:
            raise ApiError("message_not_found")
        return message

    def blocks(self) -> list[JSON] | None:
        """Valid message blocks with their ids filled in; None if absent."""
        blocks = self.json("blocks", error="invalid_blocks_format")
        if blocks is None:
            return None
        if not isinstance(blocks, list):
            raise ApiError("invalid_blocks_format")
        if faults := block_kit.check_blocks(blocks, "message"):
            raise ApiError("invalid_blocks", messages=faults)
        return block_kit.with_ids(blocks, lambda: self.workspace.serial("b"))

    def page(self, items: list[Any], *, default: int = 100, most: int = 1000) -> tuple[list[Any], str]:
        """The wanted slice of `items` by `limit` and `cursor`, and the next cursor or an empty string."""
        limit = self.number("limit", default, error="invalid_limit")
        if not 1 <= limit <= most:
            raise ApiError("invalid_limit")
        cursor = self.text("cursor")
        start = 0
        if cursor:
            prefix, _, number = cursor.partition(":")
            if prefix != "next" or not number.isdigit() or int(number) > len(items):
                raise ApiError("invalid_cursor")
            start = int(number)
        following = start + limit
        return items[start:following], f"next:{following}" if following < len(items) else ""


Method = Callable[[Call], JSON]


@dataclass(frozen=True)
class Served:
    """A method: its work, the scopes of which it needs one, and whose token it takes."""

    work: Method
    scopes: tuple[str, ...] = ()
    token: str = BOT


@dataclass
class Outcome:
    """What goes back over the wire; `fault` says how the answer is spoilt."""

    body: JSON
    fault: Fault | None = None


@dataclass
class WebApi:
    """Answers calls; keeps a log of them and of every refusal."""

    workspace: Workspace
    methods: Mapping[str, Served]
    faults: Faults = field(default_factory=Faults)
    open_socket: Callable[[], str] = lambda: ""
    log: deque[JSON] = field(default_factory=lambda: deque(maxlen=5000))

    def call(self, method: str, token: str, args: Mapping[str, Any]) -> Outcome:
        """Do one call as Slack would, planned failures included."""
        fault = self.faults.take(method, str(args["channel"]) if "channel" in args else None)
        if fault and fault.kind.startswith("error:"):
            body: JSON = ApiError(fault.kind.partition(":")[2]).as_json()
        elif fault and fault.kind == "ratelimited":
            body = {"ok": False, "error": "ratelimited"}
        elif fault and fault.kind != "cut_after_store":
            body = {"ok": False, "error": fault.kind}
        else:
            body = self._answer(method, token, args)
        note = {"method": method, "ok": body["ok"], "error": body.get("error"), "fault": fault and fault.kind}
        self.log.append(note | {"messages": body.get("response_metadata", {}).get("messages", [])})
        return Outcome(body, fault)

    def _answer(self, method: str, token: str, args: Mapping[str, Any]) -> JSON:
        served = self.methods.get(method)
        try:
            if served is None:
                raise ApiError("unknown_method", req_method=method)
            call = Call(self.workspace, method, args, self.open_socket)
            with self.workspace.lock:
                self._authorize(served, token)
                if served.scopes:
                    call.needs(*served.scopes)
                return {"ok": True} | served.work(call)
        except ApiError as refused:
            return refused.as_json()

    def _authorize(self, served: Served, token: str) -> None:
        workspace = self.workspace
        if served.token == NOBODY:
            return
        if not token:
            raise ApiError("not_authed")
        wanted, other = workspace.bot_token, workspace.app_token
        if served.token == APP:
            wanted, other = other, wanted
        if token == other:
            raise ApiError("not_allowed_token_type")
        if token != wanted:
            raise ApiError("invalid_auth")
        if not workspace.installed:
            raise ApiError("account_inactive")

    @property
    def refusals(self) -> list[JSON]:
        """Calls that were refused on their merits, not by a planned failure."""
        return [n for n in self.log if not n["ok"] and not n["fault"]]
