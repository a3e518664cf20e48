"""Who may import whom, who may ask for the time, and what starting must not load."""

from __future__ import annotations

import ast
import inspect
import re
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import TypeGuard

import pytest

from storage import partners, programs, tasks, updates

ROOT = Path(__file__).parents[1]
FILES = sorted(path for package in ("bot", "handlers", "storage") for path in (ROOT / package).rglob("*.py"))

EVERYTHING = "everything"
TOP = (
    "bot.app",
    "bot.checking",
    "bot.cli",
    "bot.locally",
    "bot.passes",
    "bot.reading_lines",
    "bot.serving",
    "bot.web",
)
"""What puts the parts together and what the commands do: imported by each other only."""

MAY_IMPORT: dict[str, tuple[str, ...] | str] = {
    # rows, and what the other parts are made of
    "storage": (),
    "bot.errors": (),
    "bot.clock": (),
    "bot.logs": (),
    "bot.metrics": (),
    "bot.settings": ("bot.errors", "bot.services.calendars"),
    # words come in
    "bot.parsing": ("bot.errors",),
    # a rule acts on the rows
    "bot.services": ("bot.errors", "bot.parsing.intents", "storage"),
    # a view says what happened
    "bot.i18n": ("bot.errors", "storage.seen"),
    "bot.locales": ("bot.i18n",),
    "bot.views": ("bot.errors", "bot.i18n", "storage.seen"),
    "bot.answers": ("bot.errors", "bot.i18n", "bot.services", "bot.views", "storage"),
    # Slack's entrances
    "handlers": (
        "bot.answers",
        "bot.clock",
        "bot.delivery",
        "bot.errors",
        "bot.i18n",
        "bot.metrics",
        "bot.parsing",
        "bot.saying",
        "bot.services",
        "bot.tokens",
        "bot.views",
        "storage",
    ),
    # the clock and the door
    "bot.tokens": ("bot.settings", "storage"),
    "bot.roster": ("bot.services", "bot.tokens", "storage"),
    "bot.line": (),
    "bot.posts": ("bot.answers", "bot.services"),
    "bot.saying": ("bot.answers", "bot.clock", "bot.i18n", "bot.posts", "bot.services", "storage"),
    "bot.settling": ("bot.answers", "bot.posts", "bot.services", "storage"),
    "bot.calling": (
        "bot.clock",
        "bot.line",
        "bot.metrics",
        "bot.posts",
        "bot.roster",
        "bot.services",
        "bot.settling",
        "bot.tokens",
        "storage",
    ),
    "bot.delivery": (
        "bot.calling",
        "bot.clock",
        "bot.metrics",
        "bot.posts",
        "bot.roster",
        "bot.saying",
        "bot.settling",
        "bot.tokens",
        "storage",
    ),
    "bot.scheduler": ("bot.answers", "bot.clock", "bot.delivery", "bot.services", "storage"),
    # the local Slack knows nothing of the bot that talks to it
    "bot.local": (),
    "bot.seed": ("bot.clock", "bot.errors", "bot.parsing.intents", "bot.services", "storage"),
    **dict.fromkeys(TOP, EVERYTHING),
}
"""What each part may import beside itself; a new part is added here, with its reason to be."""

ONLY_HERE = {
    ("slack_sdk", "slack_bolt"): (
        "handlers",
        "bot.calling",
        "bot.line",
        "bot.posts",
        "bot.roster",
        "bot.tokens",
        "bot.views",
        *TOP,
    ),
    ("sqlalchemy",): (
        "storage",
        "handlers",
        "bot.answers",
        "bot.roster",
        "bot.saying",
        "bot.scheduler",
        "bot.seed",
        "bot.services",
        "bot.settling",
        "bot.tokens",
        *TOP,
    ),
    ("alembic",): ("storage",),
    # an act is begun only by a rule, and tracked rows are written only inside an act
    ("storage.changes",): ("storage", "bot.services"),
    ("dateparser",): ("bot.parsing.dates",),
}
"""Who alone may import these."""

ASKS_THE_TIME = ("bot.clock", "bot.local", "bot.web", "storage.deliveries")

LOADED_ON_FIRST_USE = (
    "alembic",
    "dateparser",
    "email_validator",
    "font_source_sans_pro",
    "holidays",
    "icalendar",
    "openpyxl",
    "phonenumbers",
    "resvg_py",
)


def within(name: str, part: str) -> bool:
    return name == part or name.startswith(f"{part}.")


def module(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Everything the file imports, at any depth; `from bot import errors` counts as `bot.errors`."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            assert node.level == 0, f"{path}: relative import"
            for alias in node.names:
                deeper = ROOT.joinpath(*node.module.split("."), alias.name)
                is_module = deeper.is_dir() or deeper.with_suffix(".py").exists()
                yield f"{node.module}.{alias.name}" if is_module else node.module


def part_of(name: str) -> str:
    for part in MAY_IMPORT:
        if within(name, part):
            return part
    pytest.fail(f"{name} belongs to no part: say in MAY_IMPORT what it is and what it may import")


def test_a_part_imports_only_what_lies_below_it() -> None:
    wrong = []
    for path in FILES:
        if path == ROOT / "bot" / "__init__.py":
            continue
        part = part_of(module(path))
        allowed = MAY_IMPORT[part]
        for name in imports(path):
            ours = name.partition(".")[0] in ("bot", "handlers", "storage")
            if ours and allowed != EVERYTHING and not any(within(name, other) for other in (part, *allowed)):
                wrong.append(f"{module(path)} imports {name}")
    assert wrong == []


def test_packages_are_imported_where_they_belong() -> None:
    wrong = []
    for path in FILES:
        for name in imports(path):
            for packages, owners in ONLY_HERE.items():
                concerned = any(within(name, package) for package in packages)
                if concerned and not any(within(module(path), owner) for owner in owners):
                    wrong.append(f"{module(path)} imports {name}")
    assert wrong == []


def asks_the_time(node: ast.AST) -> TypeGuard[ast.Call]:
    """`datetime.now(…)`, `datetime.utcnow()`, `date.today()`, however they were imported."""
    match node:
        case ast.Call(func=ast.Attribute(value=ast.Name(id=of) | ast.Attribute(attr=of), attr=what)):
            return (of, what) in {
                ("datetime", "now"),
                ("datetime", "today"),
                ("datetime", "utcnow"),
                ("date", "today"),
                ("func", "now"),
            }
    return False


def test_only_the_two_clocks_ask_for_the_time() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{node.lineno}"
        for path in FILES
        if not any(within(module(path), clock) for clock in ASKS_THE_TIME)
        for node in ast.walk(tree(path))
        if asks_the_time(node)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("datetime.now(UTC)", True),
        ("datetime.datetime.utcnow()", True),
        ("date.today()", True),
        ("func.now()", True),
        ("clock.now()", False),
        ("turn.today", False),
    ],
)
def test_asking_for_the_time_is_recognised(source: str, expected: bool) -> None:
    assert any(asks_the_time(node) for node in ast.walk(ast.parse(source))) is expected


def queries(*modules: ModuleType) -> Iterator[tuple[str, inspect.Signature]]:
    for each in modules:
        for name, function in inspect.getmembers(each, inspect.isfunction):
            if function.__module__ == each.__name__ and not name.startswith("_"):
                yield f"{each.__name__}.{name}", inspect.signature(function)


def test_every_read_of_what_was_said_takes_the_viewer() -> None:
    said = re.compile(r"\b(Seen\w+|Task|Program|Update|Interaction)\b")
    found = {
        name: "viewer" in signature.parameters
        for name, signature in queries(tasks, programs, partners, updates)
        if said.search(str(signature.return_annotation))
    }
    assert len(found) > 10
    assert [name for name, takes_viewer in found.items() if not takes_viewer] == []


def test_starting_loads_nothing_that_is_used_now_and_then() -> None:
    program = "import sys, bot.app; print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, check=True, capture_output=True, text=True
    )
    loaded = set(done.stdout.split())
    assert "bot.app" in loaded
    assert loaded.isdisjoint(LOADED_ON_FIRST_USE)
