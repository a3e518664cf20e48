"""Ids rise with time and never meet."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from storage.ids import new_id


def test_ids_rise_and_fit_63_bits() -> None:
    ids = [new_id() for _ in range(10_000)]
    assert ids == sorted(set(ids))
    assert ids[0] > 0
    assert ids[-1] < 2**63


def test_ids_of_many_threads_are_different() -> None:
    with ThreadPoolExecutor(8) as threads:
        made = list(threads.map(lambda _: [new_id() for _ in range(5_000)], range(8)))
    assert all(ids == sorted(ids) for ids in made)
    assert len({id for ids in made for id in ids}) == 40_000


def test_ids_of_processes_in_the_same_millisecond_are_different() -> None:
    program = """
import time
time.time_ns = lambda: 1_800_000_000_000_000_000
from storage.ids import new_id
print(*[new_id() for _ in range(50)])
"""
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", program], stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]
        )
        for _ in range(3)
    ]
    made = [process.communicate()[0].split() for process in processes]
    assert len({id for ids in made for id in ids}) == 150


def test_a_clock_set_back_makes_no_id_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    first = new_id()
    monkeypatch.setattr("storage.ids.time.time_ns", lambda: 1_790_000_000_000_000_000)
    assert first < new_id() < new_id()
