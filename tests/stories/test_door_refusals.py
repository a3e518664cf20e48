"""What Slack refuses for good is not tried again, and somebody who can act hears of it once."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from bot.local import happenings
from bot.tokens import NoTokenError, Tokens
from storage.deliveries import machine_now
from storage.models import Installation
from tests.stories.conftest import JAKARTA, Office
from tests.stories.mishaps import states


@pytest.fixture
def eve(desk: Office) -> Office:
    """The evening before: a task is due, and Maya has turned #lyon's digest on."""
    desk.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    desk.maya.types("/digest nyala 09.00", in_="#lyon")
    return desk


def told(office: Office, name: str = "maya") -> list[str]:
    """What that person was told of the digest."""
    return [shown for shown in office.people[name].sees() if "ingkasan" in shown or "digest of" in shown]


def days_of_digests(office: Office) -> list[tuple[str, str]]:
    return [(row["cause"], row["state"]) for row in office.rows("deliveries") if row["kind"] == "digest"]


def nine_on(office: Office, day: int) -> None:
    office.move(datetime(2026, 11, day, 9, 1, tzinfo=JAKARTA))


def test_an_archived_channel_pauses_its_digest_tells_who_turned_it_on_and_goes_on(eve: Office) -> None:
    lyon = eve.maya.channel("#lyon")
    eve.slack.happens(happenings.archive, lyon, eve.hadi.user)
    nine_on(eve, 25)
    assert days_of_digests(eve) == [("2026-11-25", "failed")]
    (shown,) = told(eve)
    assert "diarsipkan" in shown
    assert "lyon" in shown
    nine_on(eve, 26)
    assert len(told(eve)) == 1
    assert days_of_digests(eve) == [("2026-11-25", "failed")]
    eve.slack.happens(happenings.archive, lyon, eve.hadi.user, archived=False)
    nine_on(eve, 27)
    assert days_of_digests(eve)[-1] == ("2026-11-27", "sent")
    assert len(told(eve)) == 1


def test_a_channel_that_lintas_was_removed_from_pauses_its_digest_until_it_is_back(eve: Office) -> None:
    lyon, bot = eve.maya.channel("#lyon"), eve.slack.workspace.bot
    eve.english("maya")
    eve.slack.happens(happenings.leave, lyon, bot)
    nine_on(eve, 25)
    assert days_of_digests(eve) == [("2026-11-25", "failed")]
    (shown,) = told(eve)
    assert "/invite @Lintas" in shown
    nine_on(eve, 26)
    assert len(told(eve)) == 1
    eve.slack.happens(happenings.join, lyon, bot, inviter=eve.maya.user)
    nine_on(eve, 27)
    assert days_of_digests(eve)[-1] == ("2026-11-27", "sent")


def test_where_whoever_turned_it_on_has_left_an_administrator_is_told(eve: Office) -> None:
    eve.slack.happens(happenings.change_user, eve.maya.user, deleted=True)
    eve.slack.faults.next("chat.postMessage", "error:restricted_action", channel=eve.rani.channel("#lyon").id)
    nine_on(eve, 25)
    (shown,) = told(eve, "hadi")
    assert "/digest nyala" in shown


def test_what_was_for_somebody_who_is_gone_is_moot(desk: Office) -> None:
    rani = desk.rani.id
    desk.rani.user.deleted = True
    desk.maya.types("/task Kirim draf MoU @rani besok", in_="#lyon")
    assert states(desk, "assignment") == [("moot", None)]
    desk.maya.types("/task Pesan tiket @rani besok", in_="#lyon")
    desk.at(25, 8, 31)
    assert states(desk, "assignment") == [("moot", None)]
    assert not [row for row in desk.rows("deliveries") if row["kind"] == "morning" and row["target"] == rani]
    assert [call["error"] for call in desk.slack.refusals] == ["user_disabled"]


def test_a_revoked_token_stops_the_workspace_and_nothing_is_tried_again(eve: Office) -> None:
    eve.slack.faults.next("chat.postMessage", "http_500")
    eve.maya.types("/task Pesan tiket @dewi", in_="#lyon")
    eve.slack.workspace.installed = False
    before = len(eve.slack.refusals)
    eve.maya.types("/task Pesan hotel @emma", in_="#lyon")
    assert [state for state, _ in states(eve, "assignment")] == ["sent", "failed", "failed"]
    eve.move(timedelta(minutes=30))
    assert [call["error"] for call in eve.slack.refusals[before:]] == ["account_inactive"]


def test_a_stored_token_that_slack_refuses_counts_as_revoked(eve: Office) -> None:
    (workspace,) = eve.rows("workspaces")
    with eve.lintas.database.writing() as session:
        session.add(Installation(workspace_id=workspace["id"], token_sealed="x", installed_at=machine_now()))
    eve.slack.faults.next("chat.postMessage", "error:token_revoked")
    eve.maya.types("/task Pesan hotel @emma", in_="#lyon")
    assert [row["revoked_at"] is not None for row in eve.rows("installations")] == [True]
    assert states(eve, "assignment")[-1] == ("failed", "token_revoked")


def test_a_workspace_without_a_token_is_not_called(desk: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    def nothing(*_: object) -> str:
        raise NoTokenError

    monkeypatch.setattr(Tokens, "token", nothing)
    desk.maya.types("/task Kirim draf MoU @rani", in_="#lyon")
    assert states(desk, "assignment") == [("failed", "no_token")]


def test_where_nobody_is_left_to_tell_the_digest_is_paused_all_the_same(eve: Office) -> None:
    for name in ("maya", "hadi"):
        eve.slack.happens(happenings.change_user, eve.people[name].user, deleted=True)
    eve.slack.happens(happenings.archive, eve.rani.channel("#lyon"), eve.rani.user)
    nine_on(eve, 25)
    assert days_of_digests(eve) == [("2026-11-25", "failed")]
    nine_on(eve, 26)
    assert len(days_of_digests(eve)) == 1


def test_once_the_app_is_back_it_speaks_again(eve: Office) -> None:
    eve.slack.workspace.installed = False
    eve.maya.types("/task Pesan hotel @emma", in_="#lyon")
    eve.slack.workspace.installed = True
    eve.maya.types("/task Pesan tiket @dewi", in_="#lyon")
    nine_on(eve, 25)
    assert len(eve.dewi.sees()) == 1
    assert days_of_digests(eve) == [("2026-11-25", "sent")]
