"""The `lintas` command as an operator meets it: what went wrong in one line, and how to put it right."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.stories.conftest import Office
from tests.stories.process import environment


def lintas(office: Office, *arguments: str, **change: str) -> Result:
    """What the command prints in this office's surroundings."""
    return CliRunner().invoke(app, arguments, env=environment(office, **change), prog_name="lintas")


@pytest.fixture(autouse=True)
def _elsewhere(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No `.env` of a developer's is read."""
    monkeypatch.chdir(tmp_path)


def test_check_says_what_is_well(desk: Office) -> None:
    ran = lintas(desk, "check")
    assert (ran.exit_code, ran.stderr) == (0, "")
    assert all(line.startswith("ok ") for line in ran.stdout.splitlines())
    for part in ("settings", "database", "token", "scopes"):
        assert part in ran.stdout


def test_check_says_what_to_do(desk: Office, tmp_path: Path) -> None:
    for change, advice in (
        ({"SLACK_BOT_TOKEN": "xoxb-wrong"}, "copy the bot token again"),
        ({"DATABASE_URL": f"sqlite:///{tmp_path}/new.db"}, "lintas migrate"),
        ({"DATABASE_URL": "mysql://x"}, "postgresql://"),
        ({"SLACK_API_URL": "http://127.0.0.1:1/api/"}, "does not answer"),
        ({"LINTAS_TIMEZONE": "Jakarta", "LINTAS_LOCALE": "fr"}, "Asia/Jakarta"),
        ({"SLACK_BOT_TOKEN": "", "SLACK_APP_TOKEN": "", "SLACK_SIGNING_SECRET": ""}, "SLACK_SIGNING_SECRET"),
    ):
        ran = lintas(desk, "check", **change)
        assert ran.exit_code == 1, change
        assert advice in ran.stdout, change
        assert "Traceback" not in ran.stderr


def test_migrate_can_be_run_twice(desk: Office, tmp_path: Path) -> None:
    for _ in range(2):
        ran = lintas(desk, "migrate", DATABASE_URL=f"sqlite:///{tmp_path}/new.db")
        assert (ran.exit_code, ran.stderr) == (0, "")


@pytest.mark.parametrize(
    ("arguments", "change", "code", "words"),
    [
        (["tick", "--now", "tomorrow"], {}, 2, "2026-11-25T09:00"),
        (["tick", "--workspace", "T0NONE"], {}, 1, "T0LOCAL01"),
        (["preview", "digest"], {}, 2, "--channel"),
        (["preview", "digest", "--channel", "C0NONE"], {}, 1, "C0NONE"),
        (["frobnicate"], {}, 2, "frobnicate"),
        (["run", "--fast"], {}, 2, "--fast"),
        (["run"], {"SLACK_BOT_TOKEN": ""}, 1, "SLACK_BOT_TOKEN"),
        (["run"], {"DATABASE_URL": "sqlite:////nowhere/at/all.db"}, 1, "database"),
        (["migrate"], {"DATABASE_URL": "sqlite:////nowhere/at/all.db"}, 1, "database"),
        (["migrate"], {"DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}, 1, "database"),
        (["tick"], {"DATABASE_URL": "sqlite:////nowhere/at/all.db"}, 1, "database"),
        (["tick"], {"LINTAS_TICK_SECONDS": "often"}, 1, "LINTAS_TICK_SECONDS"),
        (["parse", "--world", "none.json", "kirim"], {}, 1, "none.json"),
        (["parse"], {}, 2, "--jsonl"),
        (["parse", "--tz", "Mars/Base", "kirim"], {}, 2, "Mars/Base"),
        (["parse", "--now", "soon", "kirim"], {}, 2, "soon"),
    ],
)
def test_a_mistake_is_one_line_and_an_exit_status(
    desk: Office, arguments: list[str], change: dict[str, str], code: int, words: str
) -> None:
    ran = lintas(desk, *arguments, **change)
    assert ran.exit_code == code, ran.stderr
    assert words in ran.stderr
    assert "Traceback" not in ran.stderr
    if code == 1:
        assert len(ran.stderr.strip().splitlines()) == 1
        assert ran.stdout == ""


def test_run_on_a_database_file_that_cannot_be_written_says_so(desk: Office, tmp_path: Path) -> None:
    not_a_database = tmp_path / "notes.txt"
    not_a_database.write_text("these are notes, not a database, and long enough to be read as a header " * 9)
    ran = lintas(desk, "run", DATABASE_URL=f"sqlite:///{not_a_database}")
    assert ran.exit_code == 1
    assert "not a database" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
