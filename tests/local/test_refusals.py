"""What the Web API refuses, in Slack's words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError

from bot.local import happenings
from bot.local.model import Channel, User
from bot.local.server import METHODS, LocalSlack
from tests.local.conftest import SCOPES, TestClock, manifest

CONTRACTS = Path(__file__).parents[3] / "shared" / "slack" / "methods.json"


@dataclass
class World:
    """A workspace with one of each kind of place and person."""

    slack: LocalSlack
    client: WebClient
    maya: User
    gone: User
    robot: User
    public: Channel
    elsewhere: Channel
    secret: Channel
    closed: Channel
    ts: str
    foreign: str


@pytest.fixture
def world(slack: LocalSlack, client: WebClient) -> World:
    maya = slack.add_user("maya", email="maya@lumbung.example")
    gone = slack.add_user("gone", deleted=True)
    robot = slack.add_user("robot", bot_id="B0ROBOT")
    public = slack.add_channel("public", members=[maya])
    closed = slack.add_channel("closed", members=[maya])
    happenings.archive(slack.workspace, closed, maya)
    foreign = happenings.say(slack.workspace, public, maya, "mine")
    own = client.chat_postMessage(channel=public.id, text="bot's")
    return World(
        slack,
        client,
        maya,
        gone,
        robot,
        public,
        slack.add_channel("elsewhere", members=[maya], app=False),
        slack.add_channel("secret", members=[maya], app=False, kind="private"),
        closed,
        own["ts"],
        foreign.ts,
    )


def refused(call: Callable[[], Any]) -> str:
    with pytest.raises(SlackApiError) as caught:
        call()
    return str(caught.value.response["error"])


FIELD = {"type": "mrkdwn", "text": "x"}
MODAL = {"type": "modal", "title": {"type": "plain_text", "text": "T"}, "blocks": []}
HOME = {"type": "home", "blocks": []}
SECTION = {"type": "section", "text": FIELD}

POSTS: dict[str, tuple[dict[str, Any], str]] = {
    "unknown channel": ({"channel": "C404", "text": "x"}, "channel_not_found"),
    "private channel without the app": ({"channel": "@secret", "text": "x"}, "channel_not_found"),
    "public channel without the app": ({"channel": "@elsewhere", "text": "x"}, "not_in_channel"),
    "archived": ({"channel": "@closed", "text": "x"}, "is_archived"),
    "nothing to say": ({"channel": "@public", "text": ""}, "no_text"),
    "too long": ({"channel": "@public", "text": "x" * 40_001}, "msg_too_long"),
    "bad block": ({"channel": "@public", "text": "x", "blocks": [{"type": "nonsense"}]}, "invalid_blocks"),
    "blocks that are no list": (
        {"channel": "@public", "text": "x", "blocks": {"a": 1}},
        "invalid_blocks_format",
    ),
    "51 blocks": (
        {"channel": "@public", "text": "x", "blocks": [{"type": "divider"}] * 51},
        "invalid_blocks",
    ),
    "13,200 characters": (
        {
            "channel": "@public",
            "text": "x",
            "blocks": [{"type": "section", "text": {"type": "mrkdwn", "text": "x" * 2999}}] * 5,
        },
        "msg_blocks_too_long",
    ),
    "unknown thread": ({"channel": "@public", "text": "x", "thread_ts": "1.0"}, "thread_not_found"),
    "another name": ({"channel": "@public", "text": "x", "username": "Boss"}, "missing_scope"),
    "to a bot": ({"channel": "@robot", "text": "x"}, "cannot_dm_bot"),
    "to a deactivated person": ({"channel": "@gone", "text": "x"}, "user_disabled"),
    "to nobody": ({"channel": "U404", "text": "x"}, "channel_not_found"),
    "text and Markdown": (
        {"channel": "@public", "text": "x", "markdown_text": "y"},
        "markdown_text_conflict",
    ),
    "metadata without payload": (
        {"channel": "@public", "text": "x", "metadata": {"event_type": "t"}},
        "invalid_metadata_schema",
    ),
    "metadata with extras": (
        {"channel": "@public", "text": "x", "metadata": {"event_type": "t", "event_payload": {}, "z": 1}},
        "invalid_metadata_format",
    ),
}


@pytest.mark.parametrize("case", POSTS)
def test_posts_that_are_refused(world: World, case: str) -> None:
    arguments, error = POSTS[case]
    target = arguments["channel"]
    if target.startswith("@"):
        arguments = arguments | {"channel": getattr(world, target[1:]).id}
    before = len(world.public.messages)
    assert refused(lambda: world.client.api_call("chat.postMessage", json=arguments)) == error
    assert len(world.public.messages) == before


CALLS: dict[str, tuple[Callable[[World], Any], str]] = {
    "an unknown method": (lambda w: w.client.api_call("chat.shout"), "unknown_method"),
    "an argument missing": (lambda w: w.client.api_call("chat.postMessage"), "invalid_arguments"),
    "updating another's message": (
        lambda w: w.client.chat_update(channel=w.public.id, ts=w.foreign, text="x"),
        "cant_update_message",
    ),
    "updating nothing": (
        lambda w: w.client.chat_update(channel=w.public.id, ts="1.0", text="x"),
        "message_not_found",
    ),
    "an update that is too long": (
        lambda w: w.client.chat_update(channel=w.public.id, ts=w.ts, text="x" * 4001),
        "msg_too_long",
    ),
    "an update without text": (
        lambda w: w.client.api_call("chat.update", json={"channel": w.public.id, "ts": w.ts, "text": ""}),
        "no_text",
    ),
    "deleting another's message": (
        lambda w: w.client.chat_delete(channel=w.public.id, ts=w.foreign),
        "cant_delete_message",
    ),
    "an ephemeral to someone elsewhere": (
        lambda w: w.client.chat_postEphemeral(channel=w.public.id, user=w.robot.id, text="x"),
        "user_not_in_channel",
    ),
    "a schedule in the past": (
        lambda w: w.client.chat_scheduleMessage(channel=w.public.id, text="x", post_at=5),
        "time_in_past",
    ),
    "a schedule too far ahead": (
        lambda w: w.client.chat_scheduleMessage(
            channel=w.public.id, text="x", post_at=w.slack.workspace.now_seconds() + 121 * 86400
        ),
        "time_too_far",
    ),
    "a time that is none": (
        lambda w: w.client.chat_scheduleMessage(channel=w.public.id, text="x", post_at="noon"),
        "invalid_time",
    ),
    "unscheduling nothing": (
        lambda w: w.client.chat_deleteScheduledMessage(channel=w.public.id, scheduled_message_id="Q1"),
        "invalid_scheduled_message_id",
    ),
    "history without membership": (
        lambda w: w.client.conversations_history(channel=w.elsewhere.id),
        "not_in_channel",
    ),
    "a private channel's members": (
        lambda w: w.client.conversations_members(channel=w.secret.id),
        "channel_not_found",
    ),
    "a thread that is none": (
        lambda w: w.client.conversations_replies(channel=w.public.id, ts="1.0"),
        "thread_not_found",
    ),
    "a bad cursor": (lambda w: w.client.users_list(cursor="xyz"), "invalid_cursor"),
    "a bad limit": (lambda w: w.client.users_list(limit=5000), "invalid_limit"),
    "an unknown type": (lambda w: w.client.conversations_list(types="clubs"), "invalid_types"),
    "a bad timestamp": (
        lambda w: w.client.conversations_history(channel=w.public.id, oldest="yesterday"),
        "invalid_ts_oldest",
    ),
    "an unknown user": (lambda w: w.client.users_info(user="U404"), "user_not_found"),
    "an unknown address": (lambda w: w.client.users_lookupByEmail(email="x@y.example"), "users_not_found"),
    "an unknown bot": (lambda w: w.client.bots_info(bot="B404"), "bot_not_found"),
    "another team": (lambda w: w.client.team_info(team="T404"), "team_not_found"),
    "a DM with a bot": (lambda w: w.client.conversations_open(users=[w.robot.id]), "cannot_dm_bot"),
    "a DM with a deactivated person": (
        lambda w: w.client.conversations_open(users=[w.gone.id]),
        "user_disabled",
    ),
    "a DM with nobody": (lambda w: w.client.conversations_open(users=[]), "users_list_not_supplied"),
    "a group DM without its scope": (
        lambda w: w.client.conversations_open(users=[w.maya.id, w.slack.add_user("x").id]),
        "missing_scope",
    ),
    "joining without its scope": (
        lambda w: w.client.conversations_join(channel=w.elsewhere.id),
        "missing_scope",
    ),
    "reacting without its scope": (
        lambda w: w.client.reactions_add(channel=w.public.id, timestamp=w.ts, name="eyes"),
        "missing_scope",
    ),
    "a view without a trigger": (
        lambda w: w.client.api_call("views.open", json={"view": MODAL}),
        "invalid_arguments",
    ),
    "an invented trigger": (
        lambda w: w.client.views_open(trigger_id="1.2.3", view=MODAL),
        "invalid_trigger_id",
    ),
    "an invalid view": (
        lambda w: w.client.views_open(trigger_id="1.2.3", view=MODAL | {"blocks": [{"type": "nonsense"}]}),
        "invalid_arguments",
    ),
    "a huge view": (
        lambda w: w.client.views_publish(
            user_id=w.maya.id, view={"type": "home", "blocks": [], "private_metadata": "x" * 250_001}
        ),
        "view_too_large",
    ),
    "updating no view": (lambda w: w.client.views_update(view_id="V404", view=MODAL), "not_found"),
    "a Home for nobody": (
        lambda w: w.client.views_publish(user_id="U404", view={"type": "home", "blocks": []}),
        "user_not_found",
    ),
    "a modal as Home": (
        lambda w: w.client.views_publish(user_id=w.maya.id, view=MODAL),
        "invalid_arguments",
    ),
    "an unknown file": (lambda w: w.client.files_info(file="F404"), "file_not_found"),
    "an upload of nothing": (
        lambda w: w.client.files_getUploadURLExternal(filename="a.txt", length=0),
        "invalid_arguments",
    ),
    "unfurling nothing": (
        lambda w: w.client.chat_unfurl(channel=w.public.id, ts=w.foreign, unfurls={}),
        "missing_unfurls",
    ),
    "unfurling what was not said": (
        lambda w: w.client.chat_unfurl(channel=w.public.id, ts=w.foreign, unfurls={"https://x.example": {}}),
        "cannot_unfurl_url",
    ),
    "a permalink to nothing": (
        lambda w: w.client.chat_getPermalink(channel=w.public.id, message_ts="1.0"),
        "message_not_found",
    ),
    "a socket with the bot's token": (
        lambda w: w.client.apps_connections_open(app_token=w.slack.bot_token),
        "not_allowed_token_type",
    ),
    "a bad OAuth code": (
        lambda w: w.client.oauth_v2_access(client_id="1", client_secret="2", code="bad-code"),
        "invalid_code",
    ),
}


@pytest.mark.parametrize("case", CALLS)
def test_calls_that_are_refused(world: World, case: str) -> None:
    call, error = CALLS[case]
    assert refused(lambda: call(world)) == error


def test_refusals_are_kept_for_tests_to_see(world: World) -> None:
    assert world.slack.refusals == []
    refused(lambda: world.client.chat_postMessage(channel="C404", text="x"))
    assert [(r["method"], r["error"]) for r in world.slack.refusals] == [
        ("chat.postMessage", "channel_not_found")
    ]


def test_who_may_call(world: World) -> None:
    url = world.slack.api_url
    assert refused(lambda: WebClient("", base_url=url).auth_test()) == "not_authed"
    assert refused(lambda: WebClient("xoxb-wrong", base_url=url).auth_test()) == "invalid_auth"
    assert world.client.auth_test()["user_id"] == world.slack.workspace.bot.id
    happenings.uninstall(world.slack.workspace)
    assert refused(lambda: world.client.auth_test()) == "account_inactive"


def test_a_missing_scope_is_named(world: World) -> None:
    with pytest.raises(SlackApiError) as caught:
        world.client.reactions_add(channel=world.public.id, timestamp=world.ts, name="eyes")
    answer = caught.value.response
    assert answer["needed"] == "reactions:write"
    assert answer["provided"].split(",") == sorted(SCOPES)
    assert set(answer.headers["x-oauth-scopes"].split(",")) == set(SCOPES)


def test_invalid_blocks_say_where(world: World) -> None:
    with pytest.raises(SlackApiError) as caught:
        world.client.chat_postMessage(channel=world.public.id, text="x", blocks=[SECTION, {"type": "header"}])
    assert caught.value.response["response_metadata"]["messages"] == [
        "[ERROR] missing required field: text [json-pointer:/blocks/1]"
    ]


def test_a_trigger_works_once_and_for_three_seconds(world: World, machine: Any) -> None:
    passes = world.slack.workspace.passes
    trigger = passes.new_trigger(world.maya.id)
    world.client.views_open(trigger_id=trigger, view=MODAL)
    assert refused(lambda: world.client.views_open(trigger_id=trigger, view=MODAL)) == "exchanged_trigger_id"
    late = passes.new_trigger(world.maya.id)
    machine.seconds += 3.1
    assert refused(lambda: world.client.views_open(trigger_id=late, view=MODAL)) == "expired_trigger_id"


def test_modals_stack_three_deep_and_push_needs_a_modal(world: World) -> None:
    passes, maya = world.slack.workspace.passes, world.maya.id
    loose = passes.new_trigger(maya)
    assert refused(lambda: world.client.views_push(trigger_id=loose, view=MODAL)) == "not_found"
    view = world.client.views_open(trigger_id=passes.new_trigger(maya), view=MODAL)["view"]
    for _ in range(2):
        pushed = world.client.views_push(trigger_id=passes.new_trigger(maya, view["id"]), view=MODAL)["view"]
    assert pushed["root_view_id"] == view["id"]
    full = passes.new_trigger(maya, view["id"])
    assert refused(lambda: world.client.views_push(trigger_id=full, view=MODAL)) == "push_limit_reached"


def test_an_outdated_view_is_not_overwritten(world: World) -> None:
    trigger = world.slack.workspace.passes.new_trigger(world.maya.id)
    first = world.client.views_open(trigger_id=trigger, view=MODAL | {"external_id": "one"})["view"]
    second = world.client.views_update(external_id="one", view=MODAL, hash=first["hash"])["view"]
    assert second["hash"] != first["hash"]
    stale = {"view_id": first["id"], "view": MODAL, "hash": first["hash"]}
    assert refused(lambda: world.client.views_update(**stale)) == "hash_conflict"


def test_external_ids_are_unique(world: World) -> None:
    trigger = world.slack.workspace.passes.new_trigger(world.maya.id)
    world.client.views_open(trigger_id=trigger, view=MODAL | {"external_id": "one"})
    again = world.slack.workspace.passes.new_trigger(world.slack.add_user("other").id)
    view = MODAL | {"external_id": "one"}
    assert refused(lambda: world.client.views_open(trigger_id=again, view=view)) == "duplicate_external_id"


@pytest.mark.parametrize(
    ("home", "call", "error"),
    [
        (
            "home_tab_enabled",
            lambda c, u: c.views_publish(user_id=u, view={"type": "home", "blocks": []}),
            "not_enabled",
        ),
        (
            "messages_tab_enabled",
            lambda c, u: c.chat_postMessage(channel=u, text="x"),
            "messages_tab_disabled",
        ),
    ],
)
def test_tabs_that_are_off(home: str, call: Any, error: str) -> None:
    with LocalSlack(manifest(**{home: False}), TestClock()) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        assert refused(lambda: call(client, slack.add_user("maya").id)) == error


def test_reactions_with_the_scope(monkeypatch: pytest.MonkeyPatch) -> None:
    allowed = manifest()
    allowed["oauth_config"] = {
        "scopes": {"bot": [*SCOPES, "reactions:write", "pins:write", "channels:manage"]}
    }
    with LocalSlack(allowed, TestClock()) as slack:
        client = WebClient(slack.bot_token, base_url=slack.api_url)
        maya = slack.add_user("maya")
        channel = slack.add_channel("c", members=[maya])
        at = {"channel": channel.id, "timestamp": happenings.say(slack.workspace, channel, maya, "x").ts}
        assert refused(lambda: client.reactions_remove(**at, name="eyes")) == "no_reaction"
        client.reactions_add(**at, name="eyes")
        assert refused(lambda: client.reactions_add(**at, name="eyes")) == "already_reacted"
        assert refused(lambda: client.reactions_add(**at, name=":eyes:")) == "invalid_name"
        assert client.reactions_get(**at)["message"]["reactions"][0]["count"] == 1
        client.reactions_remove(**at, name="eyes")
        client.pins_add(**at)
        assert refused(lambda: client.pins_add(**at)) == "already_pinned"
        made = client.conversations_create(name="new-channel")["channel"]["id"]
        assert refused(lambda: client.conversations_create(name="new-channel")) == "name_taken"
        assert refused(lambda: client.conversations_create(name="New Channel")) == "invalid_name_specials"
        assert refused(lambda: client.conversations_leave(channel=made)) == "last_member"
        client.conversations_invite(channel=made, users=[maya.id])
        assert (
            refused(lambda: client.conversations_invite(channel=made, users=[maya.id]))
            == "already_in_channel"
        )
        client.conversations_setTopic(channel=made, topic="t")
        client.conversations_archive(channel=made)
        assert refused(lambda: client.conversations_archive(channel=made)) == "already_archived"


def test_scopes_and_required_arguments_are_slacks() -> None:
    if not CONTRACTS.exists():
        pytest.skip("Slack's method contracts are not beside this repository")
    contracts = json.loads(CONTRACTS.read_text())
    for name, served in METHODS.items():
        assert name in contracts, name
        documented = {s["name"] for s in contracts[name]["scopes"].get("bot", [])}
        assert set(served.scopes) <= documented, name
        assert bool(served.scopes) == bool(documented), name


def test_scheduled_messages_go_out_by_the_movable_clock(world: World) -> None:
    now = world.slack.workspace.now()
    at = int((now + timedelta(hours=1)).timestamp())
    world.client.chat_scheduleMessage(channel=world.public.id, text="later", post_at=at)
    world.client.chat_scheduleMessage(
        channel=world.public.id, text="lost", post_at=at, metadata={"event_type": "t", "event_payload": {}}
    )
    assert len(world.client.chat_scheduledMessages_list()["scheduled_messages"]) == 2
    world.slack.move_clock(now + timedelta(hours=2))
    texts = [m.text for m in world.public.messages.values()]
    assert "later" in texts
    assert "lost" not in texts
    assert world.client.chat_scheduledMessages_list()["scheduled_messages"] == []
