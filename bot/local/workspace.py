"""The state of one small workspace: people, channels, views, passes; changed under one lock."""

from __future__ import annotations

import hashlib
import itertools
import secrets
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.local.manifest import AppManifest
from bot.local.model import Channel, ChannelKind, File, Message, User, View
from bot.local.passes import Passes
from bot.local.ports import JSON, Clock, MachineClock

Emit = Callable[[JSON, Channel | None], None]
"""Called with an event and the channel it happened in (None: the whole team)."""

SLACKBOT = "USLACKBOT"


class Workspace:
    """People, channels, messages, files, views and short-lived passes of one team with one app installed."""

    def __init__(self, manifest: AppManifest, clock: Clock, machine: MachineClock, *, domain: str) -> None:
        self.manifest = manifest
        self.clock = clock
        self.machine = machine
        self.lock = threading.RLock()
        self.version = 0
        self.on_change: list[Callable[[], None]] = []
        self.emit: Emit = lambda event, channel: None
        self.base_url = ""
        self.team_id = "T0LOCAL01"
        self.team_name = domain.capitalize()
        self.domain = domain
        self.app_id = "A0LOCAL01"
        self.bot_id = "B0LOCAL01"
        self.bot_token = f"xoxb-local-{secrets.token_hex(12)}"
        self.app_token = f"xapp-1-{self.app_id}-local-{secrets.token_hex(12)}"
        self.signing_secret = secrets.token_hex(16)
        self.installed = True
        self.users: dict[str, User] = {}
        self.channels: dict[str, Channel] = {}
        self.files: dict[str, File] = {}
        self.stacks: dict[str, list[View]] = {}
        self.homes: dict[str, View] = {}
        self.views_closed: set[str] = set()
        self.scheduled: dict[str, JSON] = {}
        self.unfurls: list[JSON] = []
        self.pings: list[Message] = []
        self.passes = Passes(machine)
        # Ids must not come back in a later run: the app remembers event ids longer than this process lives.
        self._serial = itertools.count(secrets.randbelow(36**6))
        self._last_ts = (0, 0)
        self.add_user("slackbot", user_id=SLACKBOT, real_name="Slackbot", bot_id="B0SLACKBOT")
        self.bot = self.add_user(
            manifest.name.lower(), user_id="U0LOCALBOT", real_name=manifest.name, bot_id=self.bot_id
        )

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock and announce a new version afterwards."""
        with self.lock:
            yield
            self.version += 1
        for announce in list(self.on_change):
            announce()

    def serial(self, prefix: str) -> str:
        """A fresh id such as `U0000000A` with Slack's prefix letter."""
        number, digits = next(self._serial), ""
        while number:
            number, rest = divmod(number, 36)
            digits = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"[rest] + digits
        return f"{prefix}0{digits.rjust(8, '0')}"

    def now(self) -> datetime:
        """The movable present."""
        return self.clock.now()

    def now_seconds(self) -> int:
        """The movable present as Unix seconds."""
        return int(self.now().timestamp())

    def next_ts(self) -> str:
        """A message ts: the present, and later than every ts before it."""
        now = self.now()
        moment = (int(now.timestamp()), now.microsecond)
        with self.lock:
            if moment <= self._last_ts:
                seconds, micro = self._last_ts
                moment = (seconds, micro + 1) if micro < 999_999 else (seconds + 1, 0)
            self._last_ts = moment
        return f"{moment[0]}.{moment[1]:06d}"

    def add_user(
        self,
        name: str,
        *,
        real_name: str | None = None,
        user_id: str | None = None,
        tz: str | None = "Asia/Jakarta",
        locale: str = "en-US",
        **facts: object,
    ) -> User:
        """A new user; `facts` are fields of `User` (title, email, is_restricted, deleted …)."""
        with self.changing():
            offset = self.now().astimezone(ZoneInfo(tz)).utcoffset() if tz else None
            user = User(
                id=user_id or self.serial("U"),
                name=name,
                real_name=real_name if real_name is not None else name.capitalize(),
                team_id=self.team_id,
                tz=tz,
                tz_offset=int(offset.total_seconds()) if offset is not None else 0,
                locale=locale,
                updated=self.now_seconds(),
            )
            for key, value in facts.items():
                if key not in User.__dataclass_fields__:
                    raise TypeError(f"a user has no {key}")
                setattr(user, key, value)
            if user.id in self.users:
                raise ValueError(f"user id {user.id} is taken")
            self.users[user.id] = user
        return user

    def add_channel(
        self,
        name: str,
        *,
        kind: ChannelKind = "public",
        members: Iterable[User] = (),
        channel_id: str | None = None,
        is_general: bool = False,
    ) -> Channel:
        """A new channel with these members, silently: nobody sees a join message."""
        people = list(members)
        with self.changing():
            if kind in ("public", "private") and self.channel_named(name) is not None:
                raise ValueError(f"channel name {name} is taken")
            prefix = {"public": "C", "private": "C", "mpim": "G", "im": "D"}[kind]
            channel = Channel(
                id=channel_id or self.serial(prefix),
                name=name,
                kind=kind,
                created=self.now_seconds(),
                creator=people[0].id if people else SLACKBOT,
                members={p.id: None for p in people},
                is_general=is_general,
            )
            self.channels[channel.id] = channel
        return channel

    def dm(self, *people: str) -> Channel:
        """The DM or group DM of exactly these user ids, opened if need be."""
        wanted = set(people)
        with self.lock:
            kind: ChannelKind = "im" if len(wanted) <= 2 else "mpim"
            for channel in self.channels.values():
                if channel.kind == kind and set(channel.members) == wanted:
                    return channel
            names = "--".join(self.users[p].name for p in people)
            return self.add_channel(
                "" if kind == "im" else f"mpdm-{names}-1",
                kind=kind,
                members=[self.users[p] for p in people],
                channel_id=_dm_id(kind, wanted),
            )

    def channel_named(self, name: str) -> Channel | None:
        """The channel called `name`, with or without `#`."""
        plain = name.lstrip("#")
        return next((c for c in self.channels.values() if c.name == plain and plain), None)

    def user_named(self, name: str) -> User | None:
        """The one user shown or known as `name`, with or without `@`, whatever its case; None if several."""
        plain = name.lstrip("@").casefold()
        full = [
            u
            for u in self.users.values()
            if plain in {n.casefold() for n in (u.id, u.name, u.shown_name, u.real_name)}
        ]
        found = full or [u for u in self.users.values() if plain == u.shown_name.casefold().partition(" ")[0]]
        return found[0] if len(found) == 1 else None

    def visible_channels(self, user_id: str) -> list[Channel]:
        """Channels `user_id` can see: their own, and for full members every public one."""
        user = self.users[user_id]
        guest = user.is_restricted or user.is_ultra_restricted or user.is_stranger
        return [
            c for c in self.channels.values() if user_id in c.members or (c.kind == "public" and not guest)
        ]

    def view(self, view_id: str) -> View | None:
        """The open view with this id or external id, a modal of anyone's stack or anyone's Home."""
        for view in [v for stack in self.stacks.values() for v in stack] + list(self.homes.values()):
            if view_id in (view.id, view.data.get("external_id") or view.id):
                return view
        return None


def _dm_id(kind: ChannelKind, people: set[str]) -> str:
    """The same id for the same people in every run: the app keeps it longer than this process lives."""
    digest = hashlib.sha256(" ".join(sorted(people)).encode()).hexdigest()
    return ("D" if kind == "im" else "G") + digest[:10].upper()
