"""The `lintas` command as an operator meets it: what went wrong in one line, and how to put it right."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from bot.cli import app
from tests.stories import process
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
        (["parse", "--lang", "fr", "kirim"], {}, 2, "'en', 'id'"),
        (["local", "--port", "99999"], {}, 2, "65535"),
        (["local", "--db", "nonsense"], {}, 2, "sqlite:///"),
        (["deliveries", "retry", "17"], {}, 1, "lintas deliveries"),
        (["deliveries", "retry", "all"], {}, 2, "valid integer"),
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


@pytest.mark.parametrize(("command", "setting"), [("local", "--port"), ("run", "PORT")])
def test_a_port_that_is_taken_is_said_with_how_to_choose_another(
    desk: Office, command: str, setting: str
) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        options = ("--port", port, "--db", desk.url) if command == "local" else ()
        ran = process.lintas(desk, command, *options, PORT=port, SLACK_APP_TOKEN="")
    assert ran.returncode == 1
    assert ran.stderr == f"lintas: Port {port} is in use already: choose another with {setting}.\n"


def test_a_dry_run_says_what_would_be_sent_and_changes_nothing(desk: Office) -> None:
    desk.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    before = desk.rows("deliveries"), desk.rows("schedules")
    nine, lyon = ("--now", "2026-11-25T09:00+07:00"), desk.maya.channel("#lyon").id
    ran = lintas(desk, "tick", *nine, "--dry-run")
    assert set(ran.stdout.splitlines()) == {
        f"would send morning to {desk.rani.id}",
        f"would send digest to {lyon}",
    }
    told = json.loads(lintas(desk, "tick", *nine, "--dry-run", "--json").stdout)
    assert list(told) == ["now", "sent", "folded", "failed"]
    (task,) = desk.rows("tasks")
    (digest,) = [sent for sent in told["sent"] if sent["kind"] == "digest"]
    assert digest == {
        "kind": "digest",
        "workspace": desk.slack.workspace.team_id,
        "channel": lyon,
        "ts": None,
        "subjects": [str(task["id"])],
    }
    late = json.loads(lintas(desk, "tick", "--now", "2026-11-25T14:00+07:00", "--dry-run", "--json").stdout)
    assert (late["sent"], {one["kind"] for one in late["folded"]}) == ([], {"digest", "morning"})
    assert (desk.rows("deliveries"), desk.rows("schedules")) == before
    assert not desk.slack.refusals


def test_what_was_given_up_is_listed_without_its_words_and_can_be_tried_again(desk: Office) -> None:
    assert lintas(desk, "deliveries").stdout == "nothing was given up\n"
    desk.slack.faults.next("chat.postMessage", "error:msg_too_long")
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    listed = lintas(desk, "deliveries").stdout
    (line,) = listed.splitlines()
    number, *_, kind, target, reason = line.split()
    assert (kind, target, reason) == ("assignment", desk.rani.id, "msg_too_long")
    assert "MoU" not in listed
    desk.slack.faults.next("chat.postMessage", "error:msg_too_long")
    again = lintas(desk, "deliveries", "retry", number)
    assert again.exit_code == 1
    assert again.stderr.endswith("lintas: Slack refuses it again: msg_too_long.\n")
    assert "sent assignment" in lintas(desk, "deliveries", "retry", number).stdout
    assert len(desk.rani.sees()) == 1
    assert lintas(desk, "deliveries", "retry", number).exit_code == 1
    assert len(desk.rani.sees()) == 1


def test_run_on_a_database_file_that_cannot_be_written_says_so(desk: Office, tmp_path: Path) -> None:
    not_a_database = tmp_path / "notes.txt"
    not_a_database.write_text("these are notes, not a database, and long enough to be read as a header " * 9)
    ran = lintas(desk, "run", DATABASE_URL=f"sqlite:///{not_a_database}")
    assert ran.exit_code == 1
    assert "not a database" in ran.stderr
    assert len(ran.stderr.strip().splitlines()) == 1
