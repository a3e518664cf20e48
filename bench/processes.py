"""Servers as processes: started, waited for, weighed, ended."""

from __future__ import annotations

import http.client
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.local.server import LocalSlack

PATIENCE = 30.0
LINTAS = str(Path(sys.executable).with_name("lintas"))


@dataclass(frozen=True)
class Server:
    """A process that answers on `port`: after so many seconds by the clock, and of the processor."""

    process: subprocess.Popen[bytes]
    port: int
    ready_after: float = 0.0
    ready_cpu: float = 0.0

    @property
    def resident(self) -> float:
        """Megabytes in memory now."""
        statm = Path(f"/proc/{self.process.pid}/statm")
        if statm.exists():
            return int(statm.read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        return int(self._shown("rss=")) / 1024

    @property
    def cpu(self) -> float:
        """Seconds of processor time until now, to the hundredth where the system counts so finely."""
        stat = Path(f"/proc/{self.process.pid}/stat")
        if stat.exists():
            user, system = stat.read_text().rpartition(")")[2].split()[11:13]
            return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")
        *larger, seconds = self._shown("time=").replace("-", ":").split(":")
        return float(seconds) + sum(int(part) * 60.0**place for place, part in enumerate(reversed(larger), 1))

    def _shown(self, column: str) -> str:
        command = ["ps", "-o", column, "-p", str(self.process.pid)]
        return subprocess.run(command, capture_output=True, check=True, text=True).stdout.strip()


def free_port() -> int:
    """A port of 127.0.0.1 that nothing listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        return int(listener.getsockname()[1])


@contextmanager
def server(command: Sequence[str], port: int, directory: Path, **environment: str) -> Iterator[Server]:
    """Start the command in a directory and wait until `/readyz` answers 200; end it afterwards."""
    started = time.perf_counter()
    root = str(Path(__file__).parents[1])
    log = directory / f"{port}.log"
    with log.open("wb") as said:
        environment = _clean() | {"PYTHONPATH": root} | environment
        process = subprocess.Popen(command, cwd=directory, env=environment, stderr=said)
    try:
        while not _ready(port):
            if process.poll() is not None or time.perf_counter() - started > PATIENCE:
                raise RuntimeError(f"{' '.join(command)} did not get ready:\n{log.read_text()}")
            time.sleep(0.005)
        took = time.perf_counter() - started
        yield Server(process, port, took, Server(process, port).cpu)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def lintas(slack: LocalSlack, database: str, directory: Path) -> Iterator[Server]:
    """`lintas run` over HTTP, in a local Slack."""
    port = free_port()
    environment = {
        "DATABASE_URL": database,
        "SLACK_BOT_TOKEN": slack.bot_token,
        "SLACK_SIGNING_SECRET": slack.signing_secret,
        "SLACK_API_URL": slack.api_url,
        "PORT": str(port),
    }
    with server([LINTAS, "run"], port, directory, **environment) as running:
        yield running


@contextmanager
def plain(kind: str, directory: Path, *arguments: str) -> Iterator[Server]:
    """One of the servers of `bench.plain`."""
    port = free_port()
    with server(
        [sys.executable, "-m", "bench.plain", kind, str(port), *arguments], port, directory
    ) as running:
        yield running


def _clean() -> dict[str, str]:
    """This environment without what would set Lintas up otherwise."""
    ours = ("SLACK_", "LINTAS_", "DATABASE_URL", "HOST", "PORT")
    return {name: value for name, value in os.environ.items() if not name.startswith(ours)}


def _ready(port: int) -> bool:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request("GET", "/readyz")
        return connection.getresponse().status == 200
    except OSError:
        return False
    finally:
        connection.close()
