"""The bodies the app receives have the keys Slack's have, and each happening sends its event."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from bot.local import happenings, payloads
from bot.local.model import Channel
from bot.local.person import Person
from bot.local.server import LocalSlack
from tests.local.conftest import Heard, bolt_app, rest

SHAPES = Path(__file__).parents[3] / "shared" / "slack" / "shapes"
FREE = {"blocks", "values", "actions", "authorizations", "entity_payload"}
"""Keys below which a shape lists only examples."""

UNLISTED = {
    ".context_team_id",
    ".context_enterprise_id",
    ".event.is_bot_user_member",
    ".event.unfurl_id",
    ".event.source",
    ".event.view",
    ".event.event_ts",
    ".event.team",
    ".event.parent_user_id",
    ".event.root.blocks",
    ".event.root.client_msg_id",
    ".event.root.reply_users",
    ".response_urls",
    ".view.blocks",
}
"""Keys Slack documents or has begun to send that the collected examples lack."""


@pytest.fixture
def room(slack: LocalSlack, maya: Person, rani: Person) -> Channel:
    return slack.add_channel("general", members=[maya.user, rani.user])


@pytest.fixture
def heard(slack: LocalSlack, connect: Any) -> Heard:
    app, heard = bolt_app(slack)
    rest(app)
    app.shortcut("make")(lambda ack: ack())
    app.action("go")(lambda ack: ack())
    app.view("form")(lambda ack: ack())
    app.view_closed("form")(lambda ack: ack())
    app.command("/task")(lambda ack: ack())
    app.command("/plain")(lambda ack: ack())
    app.options("pick")(lambda ack: ack(options=[{"text": plain("Kyoto"), "value": "k"}]))
    connect(app)
    return heard


def plain(text: str) -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def strangers(given: Any, shape: Any, path: str = "") -> list[str]:
    """Keys of `given` that `shape` lacks."""
    if isinstance(given, list) and isinstance(shape, list) and shape:
        return [s for item in given for s in strangers(item, shape[0], f"{path}[]")]
    if not isinstance(given, dict) or not isinstance(shape, dict) or not shape:
        return []
    found = [f"{path}.{key}" for key in given if key not in shape and f"{path}.{key}" not in UNLISTED]
    for key in set(given) & set(shape) - FREE:
        found += strangers(given[key], shape[key], f"{path}.{key}")
    return found


Act = Callable[[LocalSlack, Channel, Person], Any]
GO = {
    "type": "actions",
    "elements": [{"type": "button", "action_id": "go", "text": plain("Go"), "value": "1"}],
}
FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Form"),
    "submit": plain("Send"),
    "notify_on_close": True,
    "blocks": [],
}


def bot_says(slack: LocalSlack, room: Channel, text: str, *blocks: dict[str, Any]) -> None:
    token = slack.bot_token
    slack.api.call("chat.postMessage", token, {"channel": room.id, "text": text, "blocks": list(blocks)})
    slack.settle()


def show_form(slack: LocalSlack, maya: Person) -> None:
    trigger = slack.workspace.passes.new_trigger(maya.id)
    slack.api.call("views.open", slack.bot_token, {"trigger_id": trigger, "view": FORM})


def clicking(slack: LocalSlack, room: Channel, maya: Person) -> None:
    bot_says(slack, room, "card", GO)
    maya.clicks("Go")


def submitting(slack: LocalSlack, room: Channel, maya: Person) -> None:
    show_form(slack, maya)
    maya.submits()


def closing(slack: LocalSlack, room: Channel, maya: Person) -> None:
    show_form(slack, maya)
    maya.closes()


def editing(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("halo", in_=room)
    maya.edits("halo", "halo semua")


def deleting(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("halo", in_=room)
    maya.deletes("halo")


def broadcasting(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("root", in_=room)
    maya.replies("root", "to all", broadcast=True)


def reacting(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("halo", in_=room)
    maya.reacts("eyes", on="halo")


def shortcutting(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("halo", in_=room)
    maya.shortcut("Make a task", on="halo")


def linking(slack: LocalSlack, room: Channel, maya: Person) -> None:
    maya.says("see https://lintas.example/1", in_=room)


BODIES: dict[str, Act] = {
    "AppMentionPayload": lambda s, r, m: m.says("@Lintas halo", in_=r),
    "MessagePayload": lambda s, r, m: m.says("halo", in_=r),
    "MessageChangedPayload": editing,
    "MessageDeletedPayload": deleting,
    "MessageThreadBroadcastPayload": broadcasting,
    "MessageFileSharePayload": lambda s, r, m: m.uploads("a.csv", b"a", "file", in_=r),
    "ReactionAddedPayload": reacting,
    "SlashCommandPayload": lambda s, r, m: m.types("/task x", in_=r),
    "BlockActionPayload": clicking,
    "MessageShortcutPayload": shortcutting,
    "ViewSubmissionPayload": submitting,
    "ViewClosedPayload": closing,
    "AppHomeOpenedPayload": lambda s, r, m: m.opens_home(),
    "MemberJoinedChannelPayload": lambda s, r, m: s.happens(happenings.join, r, s.add_user("new")),
    "MemberLeftChannelPayload": lambda s, r, m: m.leaves(r),
    "ChannelArchivePayload": lambda s, r, m: s.happens(happenings.archive, r, m.user),
    "ChannelRenamePayload": lambda s, r, m: s.happens(happenings.rename, r, "other"),
    "ChannelIdChangedPayload": lambda s, r, m: s.happens(happenings.change_channel_id, r),
    "UserChangePayload": lambda s, r, m: s.happens(happenings.change_user, m.user, tz="Asia/Tokyo"),
    "TeamJoinPayload": lambda s, r, m: s.happens(happenings.welcome, s.add_user("new")),
    "AppUninstalledPayload": lambda s, r, m: s.happens(happenings.uninstall),
    "TokensRevokedPayload": lambda s, r, m: s.happens(happenings.uninstall),
    "LinkSharedPayload": linking,
}


@pytest.mark.parametrize("name", BODIES)
def test_payloads_have_no_key_slack_does_not_send(
    slack: LocalSlack, room: Channel, maya: Person, heard: Heard, name: str
) -> None:
    if not SHAPES.exists():
        pytest.skip("the keys of Slack's payloads are not beside this repository")
    shape = json.loads((SHAPES / f"{name}.json").read_text())
    BODIES[name](slack, room, maya)
    bodies = [b for b in heard.bodies if matches(b, shape)]
    assert bodies, f"nothing like {name} arrived"
    for body in bodies:
        assert "\n".join(strangers(body, shape)) == ""


def matches(body: dict[str, Any], shape: dict[str, Any]) -> bool:
    """Whether a body is of the shape's kind."""
    if "event" in shape:
        event = body.get("event", {})
        wanted = shape["event"]
        same_subtype = wanted.get("subtype", "") in ("", event.get("subtype", ""))
        return event.get("type") == wanted.get("type") and same_subtype
    return ("command" in shape) == ("command" in body) and shape.get("type") == body.get("type")


def test_each_happening_of_a_channel_is_told(
    slack: LocalSlack, room: Channel, maya: Person, rani: Person, heard: Heard
) -> None:
    secret = slack.add_channel("secret", kind="private", members=[maya.user])
    slack.happens(happenings.rename, secret, "quiet")
    slack.happens(happenings.archive, secret, maya.user)
    slack.happens(happenings.archive, secret, maya.user, archived=False)
    slack.happens(happenings.delete_channel, secret)
    maya.says("halo", in_=room)
    maya.reacts("eyes", on="halo")
    maya.unreacts("eyes", on="halo")
    rani.leaves(room)
    kinds = [e["type"] for e in heard.events if e["type"] != "message"]
    assert kinds == [
        "group_rename",
        "group_archive",
        "group_unarchive",
        "group_deleted",
        "reaction_added",
        "reaction_removed",
        "member_left_channel",
    ]


def test_the_apps_own_messages_and_edits_come_back_to_it(
    slack: LocalSlack, room: Channel, maya: Person, heard: Heard
) -> None:
    token = slack.bot_token
    ts = slack.api.call("chat.postMessage", token, {"channel": room.id, "text": "one"}).body["ts"]
    slack.api.call("chat.update", token, {"channel": room.id, "ts": ts, "text": "two"})
    slack.settle()
    sent = [d.payload["event"] for d in slack.deliveries.log]
    assert [(e.get("subtype"), e.get("bot_id")) for e in sent] == [
        (None, slack.workspace.bot_id),
        ("message_changed", None),
    ]
    assert "user" not in sent[1]
    assert sent[1]["previous_message"]["text"] == "one"


def test_unescaped_commands_get_plain_names(
    slack: LocalSlack, room: Channel, maya: Person, rani: Person, heard: Heard
) -> None:
    maya.types("/plain ask @Rani in #general https://x.example a@b.example", in_=room)
    assert heard.bodies[-1]["text"] == "ask @rani in #general https://x.example a@b.example"


@pytest.mark.parametrize(("kind", "name"), [("private", "privategroup"), ("im", "directmessage")])
def test_private_places_are_not_named_in_commands(
    slack: LocalSlack, maya: Person, heard: Heard, kind: Any, name: str
) -> None:
    where = slack.add_channel("secret", kind=kind, members=[maya.user]) if kind == "private" else None
    maya.types("/task x", in_=where)
    assert heard.bodies[-1]["channel_name"] == name


def test_actions_of_views_and_ephemerals_lack_what_slack_leaves_out(
    slack: LocalSlack, room: Channel, maya: Person, heard: Heard
) -> None:
    view = {"type": "home", "blocks": [GO]}
    slack.api.call("views.publish", slack.bot_token, {"user_id": maya.id, "view": view})
    maya.clicks("Go")
    at_home = heard.bodies[-1]
    assert at_home["container"]["type"] == "view"
    assert {"channel", "response_url", "message"}.isdisjoint(at_home)
    whisper = {"channel": room.id, "user": maya.id, "text": "x", "blocks": [GO]}
    slack.api.call("chat.postEphemeral", slack.bot_token, whisper)
    maya.clicks("Go", in_=room)
    whispered = heard.bodies[-1]
    assert whispered["container"]["is_ephemeral"] is True
    assert "message" not in whispered
    assert whispered["response_url"].startswith(slack.url)


def test_untouched_inputs_are_null_or_empty_not_missing() -> None:
    element = {"type": "static_select", "action_id": "s", "options": []}
    several = {"type": "multi_users_select", "action_id": "m"}
    blocks = [
        {"type": "input", "block_id": "1", "element": element},
        {"type": "input", "block_id": "2", "element": several},
        {
            "type": "input",
            "block_id": "3",
            "element": {"type": "datepicker", "action_id": "d", "initial_date": "2026-11-24"},
        },
    ]
    assert payloads.initial_values(blocks) == {
        "1": {"s": {"type": "static_select", "selected_option": None}},
        "2": {"m": {"type": "multi_users_select", "selected_users": []}},
        "3": {"d": {"type": "datepicker", "selected_date": "2026-11-24"}},
    }


def test_an_external_select_asks_the_app(
    slack: LocalSlack, room: Channel, maya: Person, heard: Heard
) -> None:
    select = {"type": "external_select", "action_id": "pick", "placeholder": plain("City")}
    view = FORM | {"blocks": [{"type": "input", "label": plain("Where"), "element": select}]}
    trigger = slack.workspace.passes.new_trigger(maya.id)
    slack.api.call("views.open", slack.bot_token, {"trigger_id": trigger, "view": view})
    maya.fills({"Where": "Kyoto"})
    assert heard.of("block_suggestion")[0]["value"] == "Kyoto"
    assert maya.modal_values == {"Where": "Kyoto"}
    maya.submits()
    (values,) = heard.of("view_submission")[0]["view"]["state"]["values"].values()
    assert values["pick"]["selected_option"]["value"] == "k"


def test_a_stranger_says_where_they_are_from(slack: LocalSlack, room: Channel, heard: Heard) -> None:
    guest = Person(slack, slack.add_user("lena", team_id="T0OTHER", is_stranger=True))
    room.members[guest.id] = None
    guest.says("hallo", in_=room)
    assert heard.of("message")[0]["user_team"] == "T0OTHER"
