"""The HTTP side: what Slack must prove, what an operator's probes are told."""

from __future__ import annotations

import http.client
import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlencode

import pytest

from bot.local.http_delivery import signature
from bot.local.payloads import slash_command
from storage.deliveries import machine_now
from tests.stories.conftest import Office

FORM = "application/x-www-form-urlencoded"


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    """Over HTTP."""
    opened = Office(f"sqlite:///{tmp_path}/office.db", "http")
    yield opened
    opened.stop()


def ask(
    office: Office, method: str, path: str, body: bytes = b"", **headers: str
) -> tuple[int, str, dict[str, str]]:
    """Status, body and headers of the answer."""
    assert office._web is not None
    connection = http.client.HTTPConnection(office._web.url.removeprefix("http://"), timeout=10)
    try:
        connection.request(
            method, path, body, {name.replace("_", "-"): value for name, value in headers.items()}
        )
        response = connection.getresponse()
        found = {name.lower(): value for name, value in response.getheaders()}
        return response.status, response.read().decode(), found
    finally:
        connection.close()


def signed(office: Office, body: bytes, *, ago: int = 0, secret: str | None = None) -> dict[str, str]:
    timestamp = str(int(time.time()) - ago)
    return {
        "X_Slack_Request_Timestamp": timestamp,
        "X_Slack_Signature": signature(secret or office.slack.signing_secret, timestamp, body),
    }


def command(office: Office) -> bytes:
    body = slash_command(
        office.slack.workspace, office.maya.user, office.maya.channel("#lyon"), "/task", "Kirim draf MoU"
    )
    return urlencode(body).encode()


# -- who may speak


def test_a_signed_command_is_answered(office: Office) -> None:
    body = command(office)
    status, answer, headers = ask(
        office, "POST", "/slack/events", body, Content_Type=FORM, **signed(office, body)
    )
    assert status == 200
    assert headers["content-type"].startswith("application/json")
    assert json.loads(answer)["response_type"] == "ephemeral"
    assert len(office.rows("tasks")) == 1


@pytest.mark.parametrize("ago", [301, -301])
def test_a_request_of_another_time_is_refused(office: Office, ago: int) -> None:
    body = command(office)
    proof = signed(office, body, ago=ago)
    assert ask(office, "POST", "/slack/events", body, Content_Type=FORM, **proof)[0] == 401
    assert not office.rows("tasks")


def test_a_wrong_signature_is_refused(office: Office) -> None:
    body = command(office)
    other = signed(office, body, secret="another")
    changed = signed(office, body + b"0")
    for proof in (other, changed, {}, {"X_Slack_Signature": "v0=00", "X_Slack_Request_Timestamp": "now"}):
        status, answer, _ = ask(office, "POST", "/slack/events", body, Content_Type=FORM, **proof)
        assert status == 401, proof
        assert "Traceback" not in answer
    assert not office.rows("tasks")


def test_slacks_own_questions_are_answered(office: Office) -> None:
    challenge = json.dumps({"type": "url_verification", "challenge": "c0ffee", "token": "x"}).encode()
    proof = signed(office, challenge)
    status, answer, _ = ask(
        office, "POST", "/slack/events", challenge, Content_Type="application/json", **proof
    )
    assert (status, "c0ffee" in answer) == (200, True)
    check = b"ssl_check=1&token=x"
    assert ask(office, "POST", "/slack/events", check, Content_Type=FORM, **signed(office, check))[0] == 200


@pytest.mark.parametrize(
    ("body", "content_type"),
    [
        (b"", "application/json"),
        (b"{", "application/json"),
        (b"[]", "application/json"),
        (b"null", "application/json"),
        (b"payload=%7B", FORM),
        (b"payload=null", FORM),
        (b"\xff\xfe\x00", "application/octet-stream"),
        (
            b'{"type": "event_callback", "event": {"type": "something_new"}, "team_id": "T0LOCAL01"}',
            "application/json",
        ),
        (b'{"type": "event_callback", "event": {}, "team_id": "T0LOCAL01"}', "application/json"),
    ],
)
def test_what_is_no_payload_breaks_nothing(office: Office, body: bytes, content_type: str) -> None:
    status, answer, _ = ask(
        office, "POST", "/slack/events", body, Content_Type=content_type, **signed(office, body)
    )
    assert status < 600
    assert "Traceback" not in answer
    assert ask(office, "GET", "/healthz")[0] == 200


def test_only_what_is_served_is_answered(office: Office) -> None:
    assert ask(office, "GET", "/slack/events")[0] == 405
    assert ask(office, "GET", "/nothing")[0] == 404


# -- probes


def test_a_process_that_is_up_says_so(office: Office) -> None:
    assert ask(office, "GET", "/healthz")[:2] == (200, "ok\n")


def test_ready_with_a_current_database_and_no_clock(office: Office) -> None:
    assert ask(office, "GET", "/readyz")[:2] == (200, "ok\n")


def test_not_ready_where_the_schema_is_old(office: Office) -> None:
    from sqlalchemy import text

    with office.lintas.database.writing() as session:
        session.execute(text("DELETE FROM alembic_version"))
    status, answer, _ = ask(office, "GET", "/readyz")
    assert status == 503
    assert "lintas migrate" in answer


def test_not_ready_where_the_database_is_gone(office: Office, tmp_path: Path) -> None:
    office.lintas.database.close()
    for path in tmp_path.glob("office.db*"):
        path.unlink()  # never cut short in place: who still has it mapped would die of SIGBUS
        path.write_bytes(b"gone, and what is here is no database at all" * 99)
    status, answer, _ = ask(office, "GET", "/readyz")
    assert status == 503
    assert "database" in answer
    assert "Traceback" not in answer
    assert ask(office, "GET", "/healthz")[0] == 200


def test_ready_needs_a_recent_tick_where_there_is_a_clock(tmp_path: Path) -> None:
    office = Office(f"sqlite:///{tmp_path}/office.db", "http", LINTAS_TICK_SECONDS=5)
    try:
        status, answer, _ = ask(office, "GET", "/readyz")
        assert (status, "tick" in answer) == (503, True)
        office.lintas.tick()
        assert ask(office, "GET", "/readyz")[0] == 200
        office.lintas.ticked_at = machine_now() - timedelta(seconds=60)
        assert ask(office, "GET", "/readyz")[0] == 503
    finally:
        office.stop()


def test_metrics_are_counted(office: Office) -> None:
    office.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    office.slack.faults.next("chat.postMessage", "cut_before_store")
    office.maya.types("/task Pesan tiket @dewi", in_="#lyon")
    status, answer, headers = ask(office, "GET", "/metrics")
    assert status == 200
    assert headers["content-type"].startswith("text/plain")
    counted = {
        line.rpartition(" ")[0]: float(line.rpartition(" ")[2])
        for line in answer.splitlines()
        if line[0] != "#"
    }
    assert counted['lintas_exchange_seconds_count{entrance="command"}'] >= 2
    assert counted['lintas_deliveries_total{kind="assignment",state="sent"}'] >= 1
    assert counted['lintas_deliveries_total{kind="assignment",state="later"}'] >= 1
    assert "Kirim" not in answer
