"""What the Web API's methods do when they are allowed to, and the plain HTTP around them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.local import happenings
from bot.local.model import Channel
from bot.local.person import Person
from bot.local.server import LocalSlack
from tests.local.conftest import SCOPES, TestClock, bolt_app, manifest


@pytest.fixture
def room(slack: LocalSlack, maya: Person) -> Channel:
    return slack.add_channel("general", members=[maya.user])


@pytest.fixture
def web(slack: LocalSlack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=slack.url, timeout=2) as client:
        yield client


def error(call: Any) -> str:
    with pytest.raises(SlackApiError) as caught:
        call()
    return str(caught.value.response["error"])


def test_the_api_answers_get_form_and_json(slack: LocalSlack, web: httpx.Client) -> None:
    assert web.get("/api/api.test", params={"a": "1"}).json() == {"ok": True, "args": {"a": "1"}}
    assert web.post("/api/api.test", data={"a": "1"}).json()["args"] == {"a": "1"}
    assert web.post("/api/api.test", json={"error": "mine"}).json()["error"] == "mine"
    assert web.post("/api/auth.test", data={"token": slack.bot_token}).json()["ok"]
    assert web.post("/api/auth.test", json=["x"]).json()["error"] == "not_authed"


def test_a_conversation_in_detail(client: WebClient, room: Channel, maya: Person) -> None:
    plain = client.conversations_info(channel=room.id)["channel"]
    assert (plain["name"], plain["is_member"]) == ("general", True)
    assert "num_members" not in plain
    full = client.conversations_info(channel=room.id, include_num_members=True, include_locale=True)[
        "channel"
    ]
    assert (full["num_members"], full["locale"]) == (2, "en-US")


def test_a_dm_is_opened_once(client: WebClient, maya: Person) -> None:
    first = client.conversations_open(users=[maya.id])
    again = client.conversations_open(users=[maya.id], return_im=True)
    by_id = client.conversations_open(channel=first["channel"]["id"])
    assert "already_open" not in first.data
    assert again["already_open"]
    assert again["channel"]["user"] == maya.id
    assert by_id["channel"]["id"] == again["channel"]["id"]


def test_posting_to_a_name_or_a_person(client: WebClient, room: Channel, maya: Person) -> None:
    assert client.chat_postMessage(channel="#general", text="x")["channel"] == room.id
    assert client.chat_postMessage(channel=maya.id, text="hi")["channel"].startswith("D")
    assert maya.sees() == ["hi"]
    assert client.chat_postMessage(channel=room.id, markdown_text="**x**")["message"]["text"] == "**x**"


def test_wide_scopes_let_the_app_manage_channels() -> None:
    wide = manifest()
    more = ["channels:join", "channels:manage", "groups:write", "mpim:write", "users.profile:read"]
    wide["oauth_config"] = {"scopes": {"bot": [*SCOPES, *more]}}
    with LocalSlack(wide, TestClock()) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        maya, rani = slack.add_user("maya", title="Director"), slack.add_user("rani")
        elsewhere = slack.add_channel("elsewhere", members=[maya], app=False)
        assert client.conversations_join(channel=elsewhere.id)["channel"]["is_member"]
        assert client.conversations_leave(channel=elsewhere.id)["ok"]
        assert error(lambda: client.conversations_leave(channel=elsewhere.id)) == "not_in_channel"
        group = client.conversations_open(users=[maya.id, rani.id])["channel"]["id"]
        assert group.startswith("G")
        unsupported = "method_not_supported_for_channel_type"
        assert error(lambda: client.conversations_join(channel=group)) == unsupported
        assert error(lambda: client.conversations_archive(channel=group)) == unsupported
        assert (
            error(lambda: client.conversations_invite(channel=elsewhere.id, users="U1")) == "not_in_channel"
        )
        general = slack.add_channel("general", members=[maya], is_general=True)
        assert error(lambda: client.conversations_leave(channel=general.id)) == "cant_leave_general"
        assert error(lambda: client.conversations_archive(channel=general.id)) == "cant_archive_general"
        bot = slack.workspace.bot.id
        assert error(lambda: client.conversations_invite(channel=general.id, users=bot)) == "cant_invite_self"
        assert error(lambda: client.conversations_invite(channel=general.id, users="U1")) == "user_not_found"
        assert error(lambda: client.conversations_setTopic(channel=general.id, topic="x" * 251)) == "too_long"
        assert error(lambda: client.conversations_create(name="x" * 81)) == "invalid_name_maxlength"
        private = client.conversations_create(name="secret", is_private=True)["channel"]
        assert private["is_private"]
        happenings.archive(slack.workspace, slack.workspace.channels[private["id"]], maya)
        for closed in (
            lambda: client.conversations_invite(channel=private["id"], users=maya.id),
            lambda: client.conversations_setTopic(channel=private["id"], topic="x"),
        ):
            assert error(closed) == "is_archived"
        assert client.users_profile_get(user=maya.id)["profile"]["title"] == "Director"


def test_archived_places_stay_as_they_are(
    slack: LocalSlack, client: WebClient, room: Channel, maya: Person
) -> None:
    ts = client.chat_postMessage(channel=room.id, text="x")["ts"]
    happenings.archive(slack.workspace, room, maya.user)
    assert error(lambda: client.chat_update(channel=room.id, ts=ts, text="y")) == "is_inactive"
    shown = client.conversations_list(exclude_archived=True)["channels"]
    assert shown == []
    assert maya.acts.write(maya.user, room, "x").error == "This channel is archived."


def test_replies_of_replies_are_refused(client: WebClient, room: Channel) -> None:
    root = client.chat_postMessage(channel=room.id, text="root")["ts"]
    reply = client.chat_postMessage(channel=room.id, text="reply", thread_ts=root)["ts"]
    nested = {"channel": room.id, "text": "x", "thread_ts": reply}
    assert error(lambda: client.chat_postMessage(**nested)) == "cannot_reply_to_message"
    link = client.chat_getPermalink(channel=room.id, message_ts=reply)["permalink"]
    assert link.endswith(f"?thread_ts={root}&cid={room.id}")


def test_thirty_schedules_in_five_minutes_are_the_most(
    slack: LocalSlack, client: WebClient, room: Channel
) -> None:
    at = slack.workspace.now_seconds() + 3600
    ids = [
        client.chat_scheduleMessage(channel=room.id, text="x", post_at=at)["scheduled_message_id"]
        for _ in range(30)
    ]
    full = {"channel": room.id, "text": "x", "post_at": at}
    assert error(lambda: client.chat_scheduleMessage(**full)) == "restricted_too_many"
    client.chat_deleteScheduledMessage(channel=room.id, scheduled_message_id=ids[0])
    assert len(client.chat_scheduledMessages_list(channel=room.id)["scheduled_messages"]) == 29
    assert error(lambda: client.chat_scheduledMessages_list(channel="C404")) == "invalid_channel"


def test_unfurls_that_are_refused(client: WebClient, room: Channel, maya: Person, slack: LocalSlack) -> None:
    link = "https://lintas.example/1"
    ts = happenings.say(slack.workspace, room, maya.user, f"<{link}>").ts
    bad = {"blocks": [{"type": "nonsense"}]}
    for arguments, word in (
        ({"channel": room.id, "ts": ts, "unfurls": {link: bad}}, "invalid_blocks"),
        ({"channel": room.id, "ts": ts, "unfurls": [link]}, "invalid_unfurls_format"),
        ({"channel": "C404", "ts": ts, "unfurls": {link: {}}}, "cannot_find_channel"),
        ({"channel": room.id, "ts": "1.0", "unfurls": {link: {}}}, "cannot_find_message"),
    ):
        refused = error(lambda a=arguments: client.api_call("chat.unfurl", json=a))
        assert refused == word


def test_a_token_revoked_and_given_again(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    assert client.auth_revoke(test=True)["revoked"] is False
    assert client.auth_revoke()["revoked"] is True
    assert error(client.auth_test) == "account_inactive"
    given = client.oauth_v2_access(client_id="1", client_secret="2", code="good")
    assert given["access_token"] == slack.bot_token
    assert given["authed_user"]["id"] == maya.id
    assert client.auth_test()["ok"]


def test_bytes_go_up_as_announced_and_come_down_with_the_token(
    slack: LocalSlack, client: WebClient, web: httpx.Client, room: Channel
) -> None:
    asked = client.files_getUploadURLExternal(filename="a.txt", length=3)
    path = asked["upload_url"].removeprefix(slack.url)
    done = {"files": [{"id": asked["file_id"]}], "channel_id": room.id}
    assert error(lambda: client.files_completeUploadExternal(**done)) == "file_not_found"
    assert web.post(path, content=b"four").status_code == 400
    assert web.post(path, files={"file": ("a.txt", b"abc")}).text == "OK - 3"
    (file,) = client.files_completeUploadExternal(**done)["files"]
    down = file["url_private"].removeprefix(slack.url)
    assert web.get(down).status_code == 403
    allowed = {"Authorization": f"Bearer {slack.bot_token}"}
    assert web.get(down, headers=allowed).content == b"abc"
    assert web.get("/files/F404/a", headers=allowed).status_code == 404


def test_response_urls_fail_on_demand(
    slack: LocalSlack, web: httpx.Client, room: Channel, maya: Person
) -> None:
    path = f"/hooks/commands/{slack.workspace.passes.new_response(maya.id, room.id)}"
    slack.faults.next("response_url", "ratelimited", retry_after=3)
    assert web.post(path, json={"text": "x"}).headers["retry-after"] == "3"
    slack.faults.next("response_url", "error:no_service")
    assert web.post(path, json={"text": "x"}).text == "no_service"
    slack.faults.next("response_url", "cut_before_store")
    with pytest.raises(httpx.TransportError):
        web.post(path, json={"text": "x"})
    assert maya.ephemerals == []
    slack.faults.next("response_url", "cut_after_store")
    with pytest.raises(httpx.TransportError):
        web.post(path, json={"text": "x"})
    assert maya.ephemerals == ["x"]
    assert web.post(path, content=b"{").status_code == 400
    assert web.post(path, json=["x"]).json()["error"] == "invalid_payload"
    happenings.archive(slack.workspace, room, maya.user)
    assert web.post(path, json={"text": "x"}).json()["error"] == "is_archived"


def test_a_public_message_is_replaced_and_deleted_by_its_clicks_response_url(
    slack: LocalSlack, client: WebClient, web: httpx.Client, room: Channel, maya: Person
) -> None:
    ts = client.chat_postMessage(channel=room.id, text="card")["ts"]
    secret = slack.workspace.passes.new_response(maya.id, room.id, message_ts=ts)
    web.post(f"/hooks/actions/{secret}", json={"text": "done", "replace_original": True})
    assert maya.sees(in_=room) == ["done"]
    web.post(f"/hooks/actions/{secret}", json={"delete_original": True})
    assert maya.sees(in_=room) == []


def test_planned_failures_can_be_forgotten(slack: LocalSlack, client: WebClient) -> None:
    slack.faults.next("*", "http_500")
    slack.faults.clear()
    assert client.auth_test()["ok"]


def test_one_cannot_write_to_an_app_that_does_not_listen() -> None:
    with LocalSlack(manifest(messages_tab_read_only_enabled=True), TestClock()) as slack:
        maya = Person(slack, slack.add_user("maya"))
        done = maya.acts.write(maya.user, maya.channel(), "halo")
        assert done.error == "Sending messages to this app has been turned off."


def test_mistakes_of_the_tests_themselves_are_errors(slack: LocalSlack, maya: Person, room: Channel) -> None:
    with pytest.raises(TypeError, match="no shoe_size"):
        slack.add_user("x", shoe_size=38)
    with pytest.raises(TypeError, match="no shoe_size"):
        happenings.change_user(slack.workspace, maya.user, shoe_size=38)
    with pytest.raises(ValueError, match="is taken"):
        slack.add_user("x", user_id=maya.id)
    with pytest.raises(ValueError, match="is taken"):
        slack.add_channel("general")
    with pytest.raises(TimeoutError, match="has 0 connections"):
        slack.wait_connected(seconds=0)


def test_the_transport_can_change(slack: LocalSlack, room: Channel, maya: Person, connect: Any) -> None:
    app, heard = bolt_app(slack)
    app.command("/task")(lambda ack: ack("here"))
    connect(app, http=True)
    assert maya.types("/task x", in_=room) == "here"
    slack.connect_socket()
    connect(app)
    assert maya.types("/task y", in_=room) == "here"
    assert [b["text"] for b in heard.bodies] == ["x", "y"]
