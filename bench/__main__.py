"""`python -m bench`: measure, print the table; about three minutes, `--short` half a minute."""

from __future__ import annotations

import argparse
import json
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

from bench import answers, commands, digests, door, search, starting, ticks
from bench.figures import Figure, table

PARTS: dict[str, Callable[[Path, bool], list[Figure]]] = {
    "commands": lambda at, short: commands.measure(
        at, rounds=2 if short else 5, requests=480 if short else 1600
    ),
    "starting": lambda at, short: starting.measure(
        at, rounds=2 if short else 5, idle_seconds=2 if short else 10
    ),
    "answers": lambda at, short: answers.measure(at, rounds=20 if short else 100),
    "search": lambda at, short: search.measure(at, rounds=3 if short else 10),
    "digests": lambda at, short: digests.measure(at, rounds=2 if short else 5),
    "ticks": lambda at, short: ticks.measure(at, rounds=3 if short else 9),
    "door": lambda at, short: door.measure(at, rounds=2 if short else 5, posts=1000 if short else 5000),
}


def main() -> None:
    """Run the parts asked for, each in a directory that is gone afterwards."""
    asked = argparse.ArgumentParser(prog="python -m bench", description=__doc__)
    asked.add_argument("part", nargs="*", help=f"{', '.join(PARTS)}; all where none is named")
    asked.add_argument("--short", action="store_true", help="fewer rounds: a look, not a measurement")
    asked.add_argument("--json", action="store_true", help="print JSON")
    options = asked.parse_args()
    if unknown := set(options.part) - set(PARTS):
        asked.error(f"there is no part {', '.join(sorted(unknown))}: name {', '.join(PARTS)}")
    measured: dict[str, list[Figure]] = {}
    for name in options.part or PARTS:
        with tempfile.TemporaryDirectory() as directory:
            measured[name] = PARTS[name](Path(directory), options.short)
        if not options.json:
            print(f"\n{name}\n{table(measured[name])}", flush=True)
    if options.json:
        parts = {name: [one.to_json() for one in figures] for name, figures in measured.items()}
        print(json.dumps({"cpus": os.cpu_count(), "parts": parts}, indent=2))
    else:
        cores, load = os.cpu_count(), os.getloadavg()[0]
        print(f"\nMedian, lowest and highest of the rounds; {cores} cores, load {load:.1f}.")


if __name__ == "__main__":
    main()
