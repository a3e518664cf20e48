"""The office in which stories happen: a local Slack, Lintas in it over either transport, and its people."""

from __future__ import annotations

import atexit
import functools
import shutil
import socket
import tempfile
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal
from zoneinfo import ZoneInfo

import pytest
import uvicorn

from bot.app import Lintas, build_app
from bot.clock import Clock
from bot.local.person import Person
from bot.local.server import LocalSlack
from bot.locally import WorkspaceClock, read_manifest
from bot.settings import Settings
from bot.web import build_web
from storage.migrate import migrate

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
        self.slack = LocalSlack(read_manifest(), self.moving, retry_delays=(0.0, 0.0, 0.0))
        self._people()
        self.slack.start()
        _prepare(url)
        self.lintas: Lintas
        self._web: _Web | None = None
        self.open()

    def _people(self) -> None:
        slack = self.slack
        person = {
            "maya": {"real_name": "Maya Prameswari"},
            "rani": {"real_name": "Rani Kusuma"},
            "dewi": {"real_name": "Dewi Anggraini"},
            "hadi": {"real_name": "Hadi Santoso", "is_admin": True},
            "emma": {"real_name": "Emma Clarke", "tz": "Europe/London"},
            "yuki": {"real_name": "Yuki Tanaka", "tz": "Asia/Tokyo", "is_restricted": True},
        }
        users = {name: slack.add_user(name, **facts) for name, facts in person.items()}
        full = [users[name] for name in ("maya", "rani", "dewi", "hadi", "emma")]
        slack.add_channel("umum", members=full)
        slack.add_channel("lyon", members=full)
        slack.add_channel("kyoto", members=[*full, users["yuki"]])
        slack.add_channel("keuangan", members=[users["maya"], users["dewi"]], kind="private")
        slack.add_channel("rahasia", members=[users["maya"], users["dewi"]], kind="private", app=False)
        self.people = {name: Person(slack, user) for name, user in users.items()}

    def __getattr__(self, name: str) -> Person:
        people = self.__dict__.get("people", {})
        if name not in people:
            raise AttributeError(name)
        return people[name]  # type: ignore[no-any-return]

    def open(self) -> None:
        """Start Lintas and connect it, as at the start of a process."""
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


def _prepare(url: str) -> None:
    """Migrate the database; a new SQLite file is a copy of one that was migrated before."""
    kind, _, path = url.partition(":///")
    if kind == "sqlite" and not Path(path).exists():
        shutil.copy(_migrated(), path)
    migrate(url)


@functools.cache
def _migrated() -> Path:
    path = Path(tempfile.mkdtemp(prefix="lintas-")) / "migrated.db"
    atexit.register(shutil.rmtree, path.parent, ignore_errors=True)
    migrate(f"sqlite:///{path}")
    return path


@dataclass
class _Web:
    """Lintas's HTTP side on a port of this machine."""

    lintas: Lintas
    url: str = ""
    _server: Any = field(default=None, repr=False)

    def __post_init__(self) -> None:
        listener = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{listener.getsockname()[1]}"
        self._server = uvicorn.Server(
            uvicorn.Config(build_web(self.lintas), log_config=None, log_level="critical", lifespan="off")
        )
        self._thread = threading.Thread(target=self._server.run, args=([listener],), daemon=True)
        self._thread.start()

    def stop(self) -> None:
        self._server.should_exit = True
        self._server.force_exit = True
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
