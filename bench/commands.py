"""`/task add` over signed HTTP, against an acknowledgement and against the same rows written plainly."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlalchemy import func, select

from bench.figures import Figure, figure, ratios
from bench.load import CALLERS, Load, Result
from bench.plain import SECRET
from bench.processes import lintas, plain
from bot.clock import Clock
from bot.local.server import LocalSlack
from bot.locally import WorkspaceClock, read_manifest
from storage.database import open_database
from storage.models import Member, Task

WARM_UP = 320


@dataclass
class Team:
    """A local Slack with as many members as there are callers, all in one channel."""

    slack: LocalSlack
    users: list[str]
    channel: str

    def load(self, port: int) -> Load:
        """What they send to that port."""
        slack = self.slack
        return Load(
            port, slack.signing_secret, slack.workspace.team_id, self.channel, self.users, 0, 0, '"blocks"'
        )


@dataclass(frozen=True)
class Round:
    """One load on one server; `cpu` is the server's processor time for each request, in milliseconds."""

    result: Result
    cpu: float


@contextmanager
def team() -> Iterator[Team]:
    """The team, its Slack listening."""
    with LocalSlack(read_manifest(), WorkspaceClock(Clock(), ZoneInfo("Asia/Jakarta"))) as slack:
        users = [slack.add_user(f"caller{n}", real_name=f"Caller {n}") for n in range(CALLERS)]
        channel = slack.add_channel("umum", members=users)
        yield Team(slack, [user.id for user in users], channel.id)


def wait_for_roster(url: str, people: int, patience: float = 20.0) -> None:
    """Until Lintas knows in which channels everybody is: before that every command asks Slack first."""
    database = open_database(url)
    deadline = time.monotonic() + patience
    known = select(func.count()).select_from(Member).where(Member.memberships_seen_at.is_not(None))
    while time.monotonic() < deadline:
        with database.reading() as session:
            if (session.scalar(known) or 0) >= people:
                database.close()
                return
        time.sleep(0.05)
    raise TimeoutError("the roster was not read")


def send(load: Load) -> Result:
    """Let a process of its own send the load; RuntimeError where an answer was wrong."""
    run = subprocess.run(
        [sys.executable, "-m", "bench.load"],
        input=json.dumps(asdict(load)).encode(),
        stdout=subprocess.PIPE,
        check=True,
        cwd=Path(__file__).parents[1],
    )
    result = Result(**json.loads(run.stdout))
    if result.wrong:
        few = "\n".join(result.wrong[:3])
        raise RuntimeError(f"{len(result.wrong)} of {len(result.latencies)} answers were wrong:\n{few}")
    return result


def measure(directory: Path, *, rounds: int, requests: int) -> list[Figure]:
    """Every round sends the same load to each of the three servers, in turn."""
    database = f"sqlite:///{directory}/lintas.db"
    plainly = f"sqlite:///{directory}/plain.db"
    with (
        team() as callers,
        plain("ack", directory) as ack,
        plain("orm", directory, plainly) as orm,
        lintas(callers.slack, database, directory) as bot,
    ):
        wait_for_roster(database, CALLERS)
        simple = Load(0, SECRET, "T0BENCH", "C0BENCH", callers.users, 0, 0, "ok")
        servers = {"ack": ack, "orm": orm, "lintas": bot}
        loads = {
            "ack": replace(simple, port=ack.port),
            "orm": replace(simple, port=orm.port),
            "lintas": callers.load(bot.port),
        }
        measured: dict[str, list[Round]] = {name: [] for name in loads}
        first = 0
        for count in [WARM_UP] + [requests] * rounds:
            for name, load in loads.items():
                before = servers[name].cpu
                result = send(replace(load, requests=count, first=first))
                measured[name].append(Round(result, (servers[name].cpu - before) / count * 1000))
            first += count
    _nothing_lost(database, first)
    return _figures({name: each[1:] for name, each in measured.items()})


def _nothing_lost(url: str, sent: int) -> None:
    database = open_database(url)
    with database.reading() as session:
        stored = session.scalar(select(func.count()).select_from(Task))
    database.close()
    if stored != sent:
        raise RuntimeError(f"{sent} tasks were added and {stored} stored")


def _figures(measured: dict[str, list[Round]]) -> list[Figure]:
    rates = {name: [one.result.per_second for one in each] for name, each in measured.items()}
    cpu = {name: [one.cpu for one in each] for name, each in measured.items()}
    ours, ack, orm = measured["lintas"], measured["ack"], measured["orm"]
    return [
        figure("(i) Bolt, acknowledging only", rates["ack"], "/s"),
        figure("  p99", [one.result.percentile(99) for one in ack], "ms"),
        figure("  processor, each", cpu["ack"], "ms"),
        figure("(ii) the same rows, by ORM behind one lock", rates["orm"], "/s"),
        figure("  p99", [one.result.percentile(99) for one in orm], "ms"),
        figure("  processor, each", cpu["orm"], "ms"),
        figure("/task add, 16 callers, signed HTTP, SQLite", rates["lintas"], "/s"),
        figure("  against (i)", ratios(rates["lintas"], rates["ack"]), "", at_least=0.3),
        figure("  against (ii)", ratios(rates["lintas"], rates["orm"]), "", at_least=0.75),
        figure("  p50", [one.result.percentile(50) for one in ours], "ms"),
        figure("  p99", [one.result.percentile(99) for one in ours], "ms", at_most=100),
        figure("  processor, each", cpu["lintas"], "ms"),
        figure("  processor of (ii), against it", ratios(cpu["orm"], cpu["lintas"]), ""),
    ]
