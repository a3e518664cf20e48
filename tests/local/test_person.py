"""People act and see, over both transports, through a real Bolt app."""

from __future__ import annotations

from typing import Any

import pytest

from bot.local.person import NoAnswerError, NotSeenError, Person
from bot.local.server import LocalSlack
from tests.local.conftest import bolt_app, rest


def button(label: str, action_id: str, value: str = "1") -> dict[str, Any]:
    return {
        "type": "button",
        "action_id": action_id,
        "value": value,
        "text": {"type": "plain_text", "text": label},
    }


def section(text: str) -> dict[str, Any]:
    return {"type": "section", "text": {"type": "mrkdwn", "text": text}}


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": {"type": "plain_text", "text": "New task"},
    "submit": {"type": "plain_text", "text": "Add"},
    "notify_on_close": True,
    "blocks": [
        {
            "type": "input",
            "block_id": "title",
            "label": {"type": "plain_text", "text": "Title"},
            "element": {"type": "plain_text_input", "action_id": "t"},
        },
        {
            "type": "input",
            "block_id": "owner",
            "optional": True,
            "label": {"type": "plain_text", "text": "Owner"},
            "element": {"type": "users_select", "action_id": "o"},
        },
        {
            "type": "input",
            "block_id": "kind",
            "optional": True,
            "label": {"type": "plain_text", "text": "Kind"},
            "element": {
                "type": "static_select",
                "action_id": "k",
                "options": [
                    {"text": {"type": "plain_text", "text": "Milestone"}, "value": "m"},
                    {"text": {"type": "plain_text", "text": "Risk"}, "value": "r"},
                ],
            },
        },
    ],
}


@pytest.fixture(params=["socket", "http"])
def app(request: Any, slack: LocalSlack, connect: Any) -> Any:
    """An app with a command, buttons and a form."""
    bolt, heard = bolt_app(slack)

    @bolt.command("/task")
    def task(ack: Any, command: dict[str, Any], client: Any) -> None:
        if command["text"] == "form":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=FORM)
            return
        blocks = [
            section(f"Added *{command['text']}*"),
            {"type": "actions", "elements": [button("Done", "done")]},
        ]
        ack({"text": f"Added {command['text']}", "blocks": blocks})

    @bolt.action("done")
    def done(ack: Any, respond: Any) -> None:
        ack()
        respond(text="Done", replace_original=True)

    @bolt.event("app_mention")
    def mention(ack: Any, event: dict[str, Any], client: Any) -> None:
        ack()
        client.chat_postMessage(
            channel=event["channel"], thread_ts=event["ts"], text="I heard you &amp; more"
        )

    @bolt.view("form")
    def submitted(ack: Any, view: dict[str, Any], body: dict[str, Any], client: Any) -> None:
        values = view["state"]["values"]
        if values["title"]["t"]["value"] == "bad":
            ack(response_action="errors", errors={"title": "Too bad"})
            return
        ack()
        owner = values["owner"]["o"]["selected_user"]
        kind = values["kind"]["k"]["selected_option"]["value"]
        client.chat_postMessage(
            channel=body["user"]["id"], text=f"{values['title']['t']['value']} {owner} {kind}"
        )

    bolt.view_closed("form")(lambda ack: ack())
    bolt.shortcut("make")(
        lambda ack, shortcut, respond: (ack(), respond(f"from: {shortcut['message']['text']}"))
    )
    rest(bolt)
    connect(bolt, http=request.param == "http")
    return heard


def test_a_command_is_answered_only_to_its_author(
    app: Any, slack: LocalSlack, maya: Person, rani: Person
) -> None:
    slack.add_channel("general", members=[maya.user, rani.user])
    assert maya.types("/task kirim draf MoU", in_="#general") == "Added kirim draf MoU\n[Done]"
    assert maya.ephemerals == ["Added kirim draf MoU\n[Done]"]
    assert rani.ephemerals == []
    assert rani.sees(in_="#general") == []
    assert slack.refusals == []


def test_a_click_replaces_the_answer(app: Any, slack: LocalSlack, maya: Person) -> None:
    maya.types("/task kirim draf MoU")
    maya.clicks("Done", on="kirim draf MoU")
    assert maya.ephemerals == ["Done"]


def test_mentions_typed_as_names_arrive_as_ids(
    app: Any, slack: LocalSlack, maya: Person, rani: Person
) -> None:
    channel = slack.add_channel("legal", members=[maya.user])
    maya.types("/task ask @Rani in #legal about a < b & c", in_=channel)
    assert app.bodies[-1]["text"] == (
        f"ask <@{rani.id}|rani> in <#{channel.id}|legal> about a &lt; b &amp; c"
    )
    assert app.bodies[-1]["channel_name"] == "legal"


def test_a_mention_arrives_twice_and_is_answered_in_its_thread(
    app: Any, slack: LocalSlack, maya: Person
) -> None:
    slack.add_channel("general", members=[maya.user])
    assert maya.says("@Lintas apa yang terlambat?", in_="#general") == "I heard you & more"
    pair = [b for b in app.bodies if b["event"]["user"] == maya.id]
    assert {b["event"]["type"] for b in pair} == {"message", "app_mention"}
    assert pair[0]["event_id"] != pair[1]["event_id"]
    assert pair[0]["event"]["ts"] == pair[1]["event"]["ts"]
    assert maya.messages("#general")[-1].thread_ts == maya.messages("#general")[0].ts


def test_a_form_is_filled_by_its_labels(app: Any, slack: LocalSlack, maya: Person, rani: Person) -> None:
    maya.types("/task form")
    assert maya.modal == "New task\nTitle: []\nOwner: []\nKind: []\n[Add]"
    maya.submits()
    assert maya.modal_errors == {"Title": "Please complete this required field."}
    maya.fills({"Title": "bad"})
    maya.submits()
    assert maya.modal_errors == {"Title": "Too bad"}
    maya.fills({"Title": "Surat izin", "Owner": rani, "Kind": "Risk"})
    assert maya.modal_values == {"Title": "Surat izin", "Owner": "@Rani Putri", "Kind": "Risk"}
    maya.submits()
    assert maya.modal is None
    assert maya.sees() == [f"Surat izin {rani.id} r"]


def test_a_closed_form_is_reported_if_it_asked_for_it(app: Any, slack: LocalSlack, maya: Person) -> None:
    maya.types("/task form")
    maya.closes()
    assert maya.modal is None
    assert app.of("view_closed")[0]["is_cleared"] is False


def test_a_shortcut_on_a_message(app: Any, slack: LocalSlack, maya: Person) -> None:
    slack.add_channel("general", members=[maya.user])
    maya.says("tolong kirim visa", in_="#general")
    assert maya.shortcut("Make a task", on="visa") == "from: tolong kirim visa"


def test_an_ambiguous_or_missing_label_says_what_is_in_sight(
    app: Any, slack: LocalSlack, maya: Person
) -> None:
    maya.types("/task visa")
    maya.types("/task hotel")
    with pytest.raises(NotSeenError, match="2 times; in sight: “Done”"):
        maya.clicks("Done")
    with pytest.raises(NotSeenError, match="“Undo” nowhere"):
        maya.clicks("Undo")
    maya.clicks("Done", on="visa")
    assert maya.clicks("Done", last=True) == "Done"


def test_an_unacknowledged_click_is_noticed(app: Any, slack: LocalSlack, maya: Person) -> None:
    channel = slack.add_channel("general", members=[maya.user])
    from slack_sdk import WebClient

    client = WebClient(slack.bot_token, base_url=slack.api_url)
    blocks = [{"type": "actions", "elements": [button("Old", "no-such-action")]}]
    client.chat_postMessage(channel=channel.id, text="old", blocks=blocks)
    with pytest.raises(NoAnswerError):
        maya.clicks("Old")
