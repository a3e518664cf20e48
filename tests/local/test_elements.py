"""Every interactive element, and everything an acknowledgement can do to a modal."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from typing import Any

import pytest
from slack_sdk import WebClient

from bot.local.acts import TROUBLE
from bot.local.model import Channel
from bot.local.person import NoAnswerError, NotSeenError, Person
from bot.local.server import LocalSlack
from tests.local.conftest import Heard, bolt_app, rest

JSON = dict[str, Any]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def option(text: str) -> JSON:
    return {"text": plain(text), "value": text.lower()}


OPTIONS = [option("Red"), option("Blue")]


def element(kind: str, **more: Any) -> JSON:
    """An element of this type, its action id the type."""
    return {"type": kind, "action_id": kind} | more


@pytest.fixture
def room(slack: LocalSlack, maya: Person, rani: Person) -> Channel:
    return slack.add_channel("general", members=[maya.user, rani.user])


@pytest.fixture
def heard(slack: LocalSlack, connect: Any) -> Heard:
    app, heard = bolt_app(slack)
    app.action(re.compile(".*"))(lambda ack: ack())
    app.options("multi_external_select")(
        lambda ack: ack(option_groups=[{"label": plain("All"), "options": OPTIONS}])
    )
    app.options("external_select")(lambda ack: ack(options=[option(str(n)) for n in range(101)]))
    rest(app)
    connect(app)
    return heard


CHOICES: dict[str, tuple[JSON, Any, JSON]] = {
    "static_select": ({"options": OPTIONS}, "Blue", {"selected_option": OPTIONS[1]}),
    "multi_static_select": ({"options": OPTIONS}, ["Red", "Blue"], {"selected_options": OPTIONS}),
    "multi_external_select": ({}, ["Red"], {"selected_options": OPTIONS[:1]}),
    "radio_buttons": ({"options": OPTIONS}, "Red", {"selected_option": OPTIONS[0]}),
    "checkboxes": ({"options": OPTIONS}, [], {"selected_options": []}),
    "datepicker": ({}, date(2026, 12, 4), {"selected_date": "2026-12-04"}),
    "timepicker": ({}, "09:30", {"selected_time": "09:30"}),
    "users_select": ({}, "Rani Putri", {"selected_user": "RANI"}),
    "multi_users_select": ({}, ["@rani"], {"selected_users": ["RANI"]}),
    "channels_select": ({}, "#general", {"selected_channel": "ROOM"}),
    "multi_conversations_select": ({}, ["#general"], {"selected_conversations": ["ROOM"]}),
}


@pytest.mark.parametrize("kind", CHOICES)
def test_a_choice_in_a_message(
    slack: LocalSlack, client: WebClient, room: Channel, maya: Person, rani: Person, heard: Heard, kind: str
) -> None:
    more, choice, expected = CHOICES[kind]
    block = {"type": "section", "text": plain("Pick"), "accessory": element(kind, **more)}
    client.chat_postMessage(channel=room.id, text="x", blocks=[block])
    maya.chooses("Pick", choice, in_=room)
    (action,) = heard.of("block_actions")[-1]["actions"]
    named = {"RANI": rani.id, "ROOM": room.id}
    for key, value in expected.items():
        several = isinstance(value, list)
        wanted = [named.get(v, v) if isinstance(v, str) else v for v in (value if several else [value])]
        assert action[key] == (wanted if several else wanted[0])
    state = heard.of("block_actions")[-1]["state"]["values"][action["block_id"]][kind]
    assert set(state) == {"type", *expected}


def test_menus_and_feedback(client: WebClient, room: Channel, maya: Person, heard: Heard) -> None:
    menu = element("overflow", options=OPTIONS)
    thumbs = element(
        "feedback_buttons",
        positive_button={"text": plain("Good"), "value": "+"},
        negative_button={"text": plain("Bad"), "value": "-"},
    )
    trash = element("icon_button", icon="trash", text=plain("Remove"))
    blocks = [
        {"type": "section", "text": plain("x"), "accessory": menu},
        {"type": "context_actions", "elements": [thumbs, trash]},
    ]
    client.chat_postMessage(channel=room.id, text="x", blocks=blocks)
    assert maya.sees(in_=room) == ["x\n[⋯ Red / Blue]\n[Good] [Bad] [Remove]"]
    maya.clicks("Blue", in_=room)
    assert heard.of("block_actions")[-1]["actions"][0]["selected_option"]["value"] == "blue"
    maya.clicks("Bad", in_=room)
    assert heard.of("block_actions")[-1]["actions"][0]["value"] == "-"
    maya.clicks("Remove", in_=room)
    assert heard.of("block_actions")[-1]["actions"][0]["type"] == "icon_button"


def test_a_button_is_found_by_the_words_above_it(
    client: WebClient, room: Channel, maya: Person, heard: Heard
) -> None:
    def task(number: int, title: str) -> list[JSON]:
        done = {"type": "button", "action_id": f"done{number}", "text": plain("Done"), "value": title}
        return [
            {"type": "section", "text": plain(title)},
            {"type": "context", "elements": [plain("Rani")]},
            {"type": "actions", "elements": [done]},
        ]

    client.chat_postMessage(
        channel=room.id, text="x", blocks=[*task(1, "MoU"), *task(2, "Visa"), {"type": "divider"}]
    )
    maya.clicks("Done", on="Visa")
    assert heard.of("block_actions")[-1]["actions"][0]["value"] == "Visa"
    with pytest.raises(NotSeenError, match="2 times"):
        maya.clicks("Done", on="Rani")
    with pytest.raises(NotSeenError, match="nowhere"):
        maya.clicks("Done", on="Hotel")


def test_more_than_a_hundred_suggestions_are_none(
    slack: LocalSlack, client: WebClient, room: Channel, maya: Person, heard: Heard
) -> None:
    block = {"type": "section", "text": plain("Pick"), "accessory": element("external_select")}
    client.chat_postMessage(channel=room.id, text="x", blocks=[block])
    with pytest.raises(NotSeenError, match="there is no choice"):
        maya.chooses("Pick", "5", in_=room)
    assert slack.refusals[-1]["error"] == "too_many_options"


def form(*elements: JSON, **more: Any) -> JSON:
    blocks = [
        {"type": "input", "block_id": e["action_id"], "label": plain(e["action_id"]), "element": e}
        for e in elements
    ]
    title = {"type": "modal", "callback_id": "form", "title": plain("Form"), "submit": plain("Send")}
    return title | {"blocks": blocks} | more


def shown(slack: LocalSlack, maya: Person, view: JSON) -> None:
    trigger = slack.workspace.passes.new_trigger(maya.id)
    body = slack.api.call("views.open", slack.bot_token, {"trigger_id": trigger, "view": view}).body
    assert body["ok"], body


@pytest.mark.parametrize(
    ("given", "value", "sentence"),
    [
        (element("plain_text_input", max_length=3), "long", "at most 3"),
        (element("plain_text_input", min_length=5), "ab", "at least 5"),
        (element("email_text_input"), "maya", "valid email"),
        (element("url_text_input"), "maya", "valid URL"),
        (element("number_input", is_decimal_allowed=False), "1.5", "valid number"),
        (element("multi_users_select", max_selected_items=1), ["@maya", "@rani"], "at most 1"),
        (element("datepicker"), None, "required"),
    ],
)
def test_slacks_client_checks_before_it_sends(
    slack: LocalSlack, maya: Person, rani: Person, heard: Heard, given: JSON, value: Any, sentence: str
) -> None:
    shown(slack, maya, form(given))
    maya.fills({given["action_id"]: value})
    maya.submits()
    assert sentence in maya.modal_errors[given["action_id"]]
    assert heard.of("view_submission") == []


def test_valid_fields_pass(slack: LocalSlack, maya: Person, connect: Any) -> None:
    app, heard = bolt_app(slack)
    app.view("form")(lambda ack: ack())
    connect(app)
    fields = [
        element("plain_text_input"),
        element("email_text_input"),
        element("url_text_input"),
        element("number_input", is_decimal_allowed=True),
    ]
    shown(slack, maya, form(*fields))
    said = {"plain_text_input": "x", "email_text_input": "a@b.example", "url_text_input": "https://x.example"}
    maya.fills(said | {"number_input": "1.5"})
    maya.submits()
    assert maya.modal is None
    values = heard.of("view_submission")[0]["view"]["state"]["values"]
    assert values["number_input"]["number_input"]["value"] == "1.5"


ACKS: dict[str, tuple[JSON, str | None]] = {
    "update": (
        {"response_action": "update", "view": form(element("datepicker"))},
        "Form\ndatepicker: []\n[Send]",
    ),
    "push": ({"response_action": "push", "view": form(title=plain("Top"))}, "Top\n[Send]"),
    "clear": ({"response_action": "clear"}, None),
}


@pytest.mark.parametrize("case", ACKS)
def test_what_an_acknowledgement_does(slack: LocalSlack, maya: Person, connect: Any, case: str) -> None:
    body, seen = ACKS[case]
    app, _ = bolt_app(slack)
    app.view("form")(lambda ack: ack(body))
    connect(app)
    shown(slack, maya, form())
    maya.submits()
    assert maya.modal == seen
    if case == "push":
        maya.closes()
        assert maya.modal == "Form\n[Send]"


BAD_ACKS: dict[str, JSON] = {
    "errors of no field": {"response_action": "errors", "errors": {"nowhere": "x"}},
    "no errors": {"response_action": "errors", "errors": {}},
    "an invalid view": {"response_action": "update", "view": {"type": "modal"}},
    "no view": {"response_action": "push"},
    "an unknown action": {"response_action": "explode"},
}


@pytest.mark.parametrize("case", BAD_ACKS)
def test_an_acknowledgement_slack_does_not_take(
    slack: LocalSlack, maya: Person, connect: Any, case: str
) -> None:
    app, _ = bolt_app(slack)
    app.view("form")(lambda ack: ack(BAD_ACKS[case]))
    connect(app, http=True)
    shown(slack, maya, form())
    with pytest.raises(NoAnswerError, match=TROUBLE.replace("?", "[?]")):
        maya.submits()
    assert maya.modal is not None
    assert slack.refusals[-1]["method"] == "ack"


def test_an_update_keeps_what_is_filled_in(slack: LocalSlack, client: WebClient, maya: Person) -> None:
    shown(slack, maya, form(element("plain_text_input"), external_id="f"))
    maya.fills({"plain_text_input": "kept"})
    client.views_update(external_id="f", view=form(element("plain_text_input"), element("datepicker")))
    assert maya.modal_values == {"plain_text_input": "kept", "datepicker": ""}


def test_a_dispatching_field_tells_the_app_at_once(slack: LocalSlack, maya: Person, heard: Heard) -> None:
    view = form(element("static_select", options=OPTIONS))
    view["blocks"][0]["dispatch_action"] = True
    shown(slack, maya, view)
    maya.fills({"static_select": "Red"})
    action = heard.of("block_actions")[0]
    assert (
        action["view"]["state"]["values"]["static_select"]["static_select"]["selected_option"] == OPTIONS[0]
    )


def test_what_cannot_be_done_is_said(slack: LocalSlack, room: Channel, maya: Person, rani: Person) -> None:
    secret = slack.add_channel("secret", kind="private", members=[rani.user])
    assert maya.messages(secret) == []
    for refused in (
        lambda: maya.says("x", in_=secret),
        lambda: maya.joins(secret),
        lambda: maya.leaves(secret),
        lambda: maya.invites(rani, to=secret),
        lambda: maya.uploads("a", b"a", in_=secret),
    ):
        with pytest.raises(NoAnswerError):
            refused()
    for unseen in (
        maya.submits,
        maya.closes,
        lambda: maya.message("nothing"),
        lambda: maya.shortcut("No such"),
        lambda: maya.channel("#nowhere"),
    ):
        with pytest.raises(NotSeenError):
            unseen()


def test_others_messages_are_theirs(
    slack: LocalSlack, room: Channel, maya: Person, rani: Person, heard: Heard
) -> None:
    rani.says("mine", in_=room)
    for refused in (lambda: maya.edits("mine", "x"), lambda: maya.deletes("mine")):
        with pytest.raises(NoAnswerError, match="your own"):
            refused()
    maya.reacts("eyes", on="mine")
    with pytest.raises(NoAnswerError, match="already"):
        maya.reacts("eyes", on="mine")


def test_people_talk_to_each_other_without_the_app(
    slack: LocalSlack, maya: Person, rani: Person, heard: Heard
) -> None:
    maya.says("between us", in_=rani)
    assert rani.sees(in_=maya) == ["between us"]
    assert heard.bodies == []


def test_an_app_that_does_not_acknowledge_is_named(slack: LocalSlack, room: Channel, maya: Person) -> None:
    slack.settle_seconds = 0.1
    with pytest.raises(TimeoutError, match=r"not acknowledged within 0\.1 s: events_api message"):
        maya.says("halo", in_=room)


def test_an_app_that_answers_its_own_answers_is_noticed(
    slack: LocalSlack, room: Channel, maya: Person, heard: Heard
) -> None:
    def restless() -> None:
        slack.api.call("chat.postMessage", slack.bot_token, {"channel": room.id, "text": "again"})

    slack.settle_seconds = 0.2
    slack.idle = restless
    with pytest.raises(TimeoutError, match="not at rest"):
        maya.says("halo", in_=room)


def test_a_moment_in_a_form(slack: LocalSlack, maya: Person) -> None:
    shown(slack, maya, form(element("datetimepicker")))
    maya.fills({"datetimepicker": datetime(2026, 12, 4, 2, 0, tzinfo=UTC)})
    assert maya.modal_values == {"datetimepicker": "2026-12-04 09:00"}
