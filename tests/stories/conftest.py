"""The office in which stories happen: a local Slack, Lintas in it over either transport, and its people."""

from __future__ import annotations

import asyncio
import atexit
import shutil
import socket
import tempfile
import threading
from collections.abc import Coroutine, Iterator
from datetime import datetime, timedelta
from functools import cache, partial
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest
import uvicorn
from starlette.applications import Starlette
from uvicorn.protocols.http.h11_impl import H11Protocol
from uvicorn.server import ServerState

from bot.app import Lintas, build_app
from bot.clock import Clock
from bot.local.person import Person
from bot.local.server import LocalSlack
from bot.locally import WorkspaceClock, read_manifest
from bot.settings import Settings
from bot.web import build_web
from storage.deliveries import machine_now
from storage.migrate import migrate
from storage.workspaces import all_workspaces, mark_memberships_seen

JAKARTA = ZoneInfo("Asia/Jakarta")
TUESDAY = datetime(2026, 11, 24, 10, 0, tzinfo=JAKARTA)
Transport = Literal["socket", "http"]


class Office:
    """A team of six: Maya, Rani and Dewi (Indonesian), Emma (English), Hadi the director, Yuki a guest."""

    def __init__(
        self,
        url: str,
        transport: Transport,
        *,
        start: datetime = TUESDAY,
        greeted: bool = True,
        **settings: Any,
    ):
        """`greeted`: the team has worked with Lintas for a while, and was told how to begin."""
        self.url = url
        self.transport = transport
        self.settings = settings
        self.greeted = greeted
        self.clock = Clock(start)
        self.moving = WorkspaceClock(self.clock, JAKARTA)
        self.slack = LocalSlack(_manifest(), self.moving, retry_delays=(0.0, 0.0, 0.0))
        self._people()
        self.slack.start()
        self.lintas: Lintas
        self._web: _Web | None = None
        self.open(known=_prepare(url, known=greeted and not settings))

    def _people(self) -> None:
        """The same people and channels, with the same ids, in every office."""
        slack = self.slack
        person: dict[str, dict[str, Any]] = {
            "maya": {"real_name": "Maya Prameswari"},
            "rani": {"real_name": "Rani Kusuma"},
            "dewi": {"real_name": "Dewi Anggraini"},
            "hadi": {"real_name": "Hadi Santoso", "is_admin": True},
            "emma": {"real_name": "Emma Clarke", "tz": "Europe/London"},
            "yuki": {"real_name": "Yuki Tanaka", "tz": "Asia/Tokyo", "is_restricted": True},
        }
        users = {
            name: slack.add_user(name, user_id=f"U0{name.upper():0>8}", **facts)
            for name, facts in person.items()
        }
        full = [users[name] for name in ("maya", "rani", "dewi", "hadi", "emma")]
        few = [users["maya"], users["dewi"]]
        channel: dict[str, dict[str, Any]] = {
            "umum": {"members": full},
            "lyon": {"members": full},
            "kyoto": {"members": [*full, users["yuki"]]},
            "keuangan": {"members": few, "kind": "private"},
            "rahasia": {"members": few, "kind": "private", "app": False},
        }
        for name, facts in channel.items():
            slack.add_channel(name, channel_id=f"C0{name.upper():0>8}", **facts)
        self.people = {name: Person(slack, user) for name, user in users.items()}

    def __getattr__(self, name: str) -> Person:
        people = self.__dict__.get("people", {})
        if name not in people:
            raise AttributeError(name)
        return people[name]  # type: ignore[no-any-return]

    def open(self, *, known: bool = False) -> None:
        """Start Lintas and connect it, as at the start of a process; `known`: it has just read this Slack."""
        settings: dict[str, Any] = {"LINTAS_TICK_SECONDS": 0, "LINTAS_LOCALE": "id"} | self.settings
        if self.transport == "socket":
            settings["slack_app_token"] = self.slack.app_token
        self.lintas = build_app(
            Settings(
                _env_file=None,
                database_url=self.url,
                slack_bot_token=self.slack.bot_token,
                slack_signing_secret=self.slack.signing_secret,
                slack_api_url=self.slack.api_url,
                **settings,
            ),
            self.clock,
        )
        self.moving.lintas = self.lintas
        self.slack.idle = lambda: self._idle()
        if not known:
            self.lintas.roster.sync_token(self.slack.bot_token)
        if self.greeted:
            self._greet_nobody()
        self.lintas.door.start()
        if self.transport == "socket":
            self.lintas.connect_socket()
            self.slack.wait_connected()
        else:
            self._web = _Web(self.lintas)
            self.slack.connect_http(f"{self._web.url}/slack/events")

    def _greet_nobody(self) -> None:
        from sqlalchemy import text

        with self.lintas.database.writing() as session:
            session.execute(text("UPDATE members SET welcomed = true"))
            session.execute(text("UPDATE deliveries SET state = 'moot' WHERE cause = 'welcome'"))
            for workspace in all_workspaces(session):
                mark_memberships_seen(session, workspace.id, machine_now())

    def _idle(self) -> None:
        assert self.lintas.door.idle(20), "the door is still busy"

    def close(self) -> None:
        """Stop Lintas, as at the end of a process; Slack goes on."""
        if self._web is not None:
            self._web.stop()
            self._web = None
        self.lintas.stop()

    def stop(self) -> None:
        self.close()
        self.slack.stop()

    def move(self, to: datetime | timedelta) -> None:
        """Let it be then, or so much later; what falls due on the way happens on the way."""
        self.slack.move_clock(self.clock.now() + to if isinstance(to, timedelta) else to)

    def at(self, day: int, hour: int, minute: int = 0, month: int = 11) -> None:
        self.move(datetime(2026, month, day, hour, minute, tzinfo=JAKARTA))

    def english(self, *names: str) -> None:
        """Let these people read English."""
        for name in names:
            self.people[name].types("/lintas language en", in_="#umum")

    def rows(self, table: str) -> list[dict[str, Any]]:
        """What is stored, for what a person cannot see."""
        from sqlalchemy import text

        with self.lintas.database.reading() as session:
            return [
                dict(row) for row in session.execute(text(f"SELECT * FROM {table} ORDER BY id")).mappings()
            ]


_manifest = cache(read_manifest)


def _prepare(url: str, *, known: bool) -> bool:
    """Migrate the database; a new SQLite file is a copy of one that was migrated before.

    With `known` it is a copy of one in which the office's people and channels are already. Tells whether
    they are.
    """
    kind, _, path = url.partition(":///")
    if kind != "sqlite" or Path(path).exists():
        migrate(url)
        return False
    shutil.copyfile(_known() if known else _migrated(), path)
    return known


@cache
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(prefix="lintas-")) / "migrated.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    migrate(f"sqlite:///{path}")
    return path


@cache
def _known() -> Path:
    path = _migrated().with_name("known.db")
    shutil.copyfile(_migrated(), path)
    Office(f"sqlite:///{path}", "http").stop()
    return path


class _Web:
    """Lintas's HTTP side on a port of this machine."""

    def __init__(self, lintas: Lintas):
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._loop = asyncio.new_event_loop()
        self._stopping = asyncio.Event()
        served = self._serve(build_web(lintas), listener)
        self._thread = threading.Thread(target=self._run, args=(served,), daemon=True)
        self._thread.start()

    def _run(self, served: Coroutine[Any, Any, None]) -> None:
        with asyncio.Runner(loop_factory=lambda: self._loop) as runner:
            runner.run(served)

    async def _serve(self, app: Starlette, listener: socket.socket) -> None:
        """Uvicorn's protocol without its `Server`, which looks only every 100 ms whether to stop."""
        config = uvicorn.Config(app, log_config=None, log_level="critical", lifespan="off")
        config.load()
        state = ServerState()
        made = partial(H11Protocol, config=config, server_state=state, app_state={})
        server = await self._loop.create_server(made, sock=listener)
        await self._stopping.wait()
        server.close()

    def stop(self) -> None:
        self._loop.call_soon_threadsafe(self._stopping.set)
        self._thread.join(10)


@pytest.fixture(params=["socket", "http"])
def office(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Office]:
    """The office over both transports, on SQLite."""
    opened = Office(f"sqlite:///{tmp_path}/office.db", request.param)
    yield opened
    opened.stop()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Office]:
    """The office over Socket Mode alone, for stories in which the transport plays no part."""
    opened = Office(f"sqlite:///{tmp_path}/office.db", "socket")
    yield opened
    opened.stop()
