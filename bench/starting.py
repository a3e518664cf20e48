"""How soon Lintas is there, and how much memory it takes."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

from bench.commands import send, team, wait_for_roster
from bench.figures import Figure, figure, ratios
from bench.load import CALLERS
from bench.processes import LINTAS, lintas, plain

COMMANDS = 1008  # a multiple of the callers


def measure(directory: Path, *, rounds: int, idle_seconds: float) -> list[Figure]:
    """`lintas --help`, `lintas run` until ready, resident memory at rest and after a thousand commands."""
    helped = [_seconds([LINTAS, "--help"]) for _ in range(rounds)]
    bare = [_seconds([sys.executable, "-c", "pass"]) for _ in range(rounds)]
    plainly: list[float] = []
    plain_size: list[float] = []
    fresh: list[float] = []
    fresh_cpu: list[float] = []
    again: list[float] = []
    idle: list[float] = []
    worked: list[float] = []
    with team() as callers:
        for number in range(rounds):
            with plain("ack", directory) as server:
                plainly.append(server.ready_after)
                plain_size.append(server.resident)
            url = f"sqlite:///{directory}/start{number}.db"
            with lintas(callers.slack, url, directory) as server:
                fresh.append(server.ready_after)
                fresh_cpu.append(server.ready_cpu)
            with lintas(callers.slack, url, directory) as server:
                again.append(server.ready_after)
                if number:
                    continue
                wait_for_roster(url, CALLERS)
                time.sleep(idle_seconds)
                idle.append(server.resident)
                send(replace(callers.load(server.port), requests=COMMANDS))
                worked.append(server.resident)
    return [
        figure("python -c pass", bare, "s"),
        figure("lintas --help", helped, "s", at_most=0.3),
        figure("(i) ready", plainly, "s"),
        figure("lintas run ready, fresh SQLite", fresh, "s", at_most=2),
        figure("  processor", fresh_cpu, "s"),
        figure("  against (i)", ratios(fresh, plainly), "×"),
        figure("lintas run ready, existing SQLite", again, "s", at_most=2),
        figure("(i) resident", plain_size, "MB"),
        figure(f"lintas run resident, {idle_seconds:g} s at rest", idle, "MB", at_most=120),
        figure(f"lintas run resident, after {COMMANDS} commands", worked, "MB"),
    ]


def _seconds(command: list[str]) -> float:
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started
