"""Search over a hundred thousand rows, on both databases, for words that few and that many rows have."""

from __future__ import annotations

import random
import time
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bench.figures import Figure, figure
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.models import Interaction, Member, Organisation, Program, SearchEntry, Task, Update, Workspace
from storage.models.base import Tracked
from storage.search import found, scope_of
from storage.seen import Viewer

ROWS = 100_000
NOW = datetime(2027, 1, 13, 9, 0, tzinfo=UTC)
SAID = {"workspace_id": 1, "audience": "workspace", "author_id": 1, "created_at": NOW}
OFTEN = "kirim surat museum pinjaman draf mou katalog visa undangan asuransi".split()


def measure(directory: Path, *, rounds: int) -> list[Figure]:
    """Milliseconds of a search: every word in turn, the slowest of each round beside the median of all."""
    figures: list[Figure] = []
    with ExitStack() as stack:
        for name, url in (("SQLite", f"sqlite:///{directory}/search.db"), ("PostgreSQL", _postgresql(directory, stack))):
            migrate(url)
            database = open_database(url)
            stack.callback(database.close)
            _fill(database)
            asked = ["mou", "kirim draf", "museum pin", "surat 77", "nama123 kirim", "x", "12345", "kata40 kata41"]
            for who, full in (("a member", True), ("a guest", False)):
                taken = [_search(database, asked, full=full) for _ in range(rounds)]
                figures.append(figure(f"{name}, {who}: the slowest of {len(asked)}", [max(one) for one in taken], "ms", at_most=20))
                figures.append(figure("  the median", [sorted(one)[len(one) // 2] for one in taken], "ms"))
    return figures
