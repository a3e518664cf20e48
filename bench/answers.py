"""Each command's answer, from Slack's call to the acknowledgement, among 50,000 tasks."""

from __future__ import annotations

import time
from datetime import timedelta
from pathlib import Path
from statistics import quantiles

from sqlalchemy import insert, text
from sqlalchemy.orm import Session

from bench.digests import NOW, office
from bench.figures import Figure, figure
from bot.app import Lintas
from handlers.calls import command_call
from handlers.listener import exchange
from handlers.messages import slash_command
from handlers.turn import Parts
from handlers.worlds import Worlds
from storage.ids import new_id
from storage.models import (
    Anchor,
    Contact,
    Counter,
    Interaction,
    Organisation,
    Program,
    SearchEntry,
    Task,
    Update,
)
from storage.search import words_of

TASKS, PROGRAMS, PARTNERS = 50_000, 40, 400
COMMANDS = (
    "/task list", "/task list mine", "/task list late", "/task list week", "/task list <@U7>",
    "/task 25000", "/task history 25000", "/task add Kirim surat <@U3> besok", "/task done 25001",
    "/task move 25002 jumat", "/task assign 25003 <@U5>", "/task note 25004 sudah ditelepon",
    "/task wait 25005 museum", "/task snooze 25006 besok", "/task cancel 25007", "/task delete 25008",
    "/task reopen 25007", "/task after 25009 25010",
    "/program list", "/program Pameran 7", "/program update Pameran 7: daftar disetujui",
    "/program history Pameran 7", "/program ready Pameran 7", "/program timeline Pameran 7",
    "/partner list", "/partner Museum 7", "/partner log telepon dengan Museum 7: setuju",
    "/partner agreements", "/partner owes Museum 7",
    "/digest", "/lintas search formulir museum", "/lintas report director", "/lintas handover <@U3> <@U4>",
    "/lintas away", "/lintas away 20-31 Des", "/lintas holiday", "/lintas status", "/lintas help",
    "/lintas export tasks", "/lintas undo",
)  # fmt: skip


def measure(directory: Path, *, rounds: int) -> list[Figure]:
    """The 95th of a hundred answers to each command, the slowest commands by name."""
    lintas = office(directory, "answers", tasks=TASKS)
    _stock(lintas)
    parts = Parts(
        lintas.database, lintas.clock, lintas.door, lintas.tokens, Worlds(), lang="id", zone="Asia/Jakarta"
    )
    taken = {line: _answers(parts, line, rounds) for line in COMMANDS}
    lintas.stop()
    p95 = {line: quantiles(times, n=20)[-1] for line, times in taken.items()}
    slowest = sorted(p95, key=lambda line: -p95[line])
    return [
        figure(f"p95 of the slowest of {len(COMMANDS)} commands", [p95[slowest[0]]], "ms", at_most=50),
        figure("p95 of the middle one", [p95[slowest[len(slowest) // 2]]], "ms"),
        *(figure(f"  {line}", taken[line], "ms") for line in slowest[:6]),
    ]


def _answers(parts: Parts, line: str, rounds: int) -> list[float]:
    command, _, words = line.partition(" ")
    times = []
    for _ in range(rounds + 1):
        call = command_call(
            {
                "team_id": "T0BENCH",
                "user_id": "U3",
                "channel_id": "C1",
                "channel_name": "umum",
                "command": command,
                "text": words,
                "trigger_id": str(new_id()),
            }
        )
        started = time.perf_counter()
        answered = exchange(parts, call, slash_command)
        times.append((time.perf_counter() - started) * 1000)
        if answered.status != 200:
            raise RuntimeError(line)
    return times[1:]  # the first loads what is used now and then


def _stock(lintas: Lintas) -> None:
    """Programs, partners and a log beside the tasks, and the words of all of them."""
    said = {"workspace_id": 1, "audience": "workspace", "author_id": 1, "created_at": NOW}
    today = NOW.date()

    def log(n: int) -> dict[str, object]:
        return {"id": 400_000 + n, "text": f"Museum {n % PARTNERS} setuju pinjaman {n}", **said}

    rows: dict[type, list[dict[str, object]]] = {
        Program: [
            {"id": 100_000 + n, "name": f"Pameran {n}", "search_key": f"pameran {n}", **said}
            for n in range(PROGRAMS)
        ],
        Anchor: [
            {
                "id": 150_000 + n,
                "workspace_id": 1,
                "program_id": 100_000 + n,
                "kind": "opening",
                "day": today + timedelta(n),
                "first_day": today,
            }
            for n in range(PROGRAMS)
        ],
        Organisation: [
            {"id": 200_000 + n, "workspace_id": 1, "name": f"Museum {n}", "search_key": f"museum {n}"}
            for n in range(PARTNERS)
        ],
        Contact: [
            {
                "id": 300_000 + n,
                "workspace_id": 1,
                "name": f"Anna Richter {n}",
                "search_key": f"anna richter {n}",
                "organisation_id": 200_000 + n,
            }
            for n in range(PARTNERS)
        ],
        Update: [log(n) | {"program_id": 100_000 + n % PROGRAMS, "kind": "note"} for n in range(20_000)],
        Interaction: [
            log(n)
            | {"id": 500_000 + n, "organisation_id": 200_000 + n % PARTNERS, "kind": "call", "day": today}
            for n in range(20_000)
        ],
    }
    with Session(lintas.database.engine) as session, session.begin():
        for kind, made in rows.items():
            session.execute(insert(kind), made)
            session.flush()
        session.add(Counter(workspace_id=1, name="task", value=TASKS))
        linked = "UPDATE tasks SET program_id = 100000 + id % 40, organisation_id = 200000 + id % 400"
        session.execute(text(linked))
        for kind in (Task, Program, Organisation, Contact, Update, Interaction):
            words = [{"id": row.id, "workspace_id": 1, "words": words_of(row)} for row in session.query(kind)]
            session.execute(insert(SearchEntry), words)
        session.execute(text("ANALYZE"))
