"""The small Bolt app behind the page: a command, buttons, a form, a Home, shortcuts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.local.ports import JSON
from bot.local.server import LocalSlack
from tests.local.conftest import bolt_app, rest, serve


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str) -> JSON:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str) -> JSON:
    return {"text": plain(text), "value": value}


def field(block_id: str, label: str, element: JSON, **more: Any) -> JSON:
    return {
        "type": "input",
        "block_id": block_id,
        "label": plain(label),
        "element": {"action_id": block_id} | element,
    } | more


def echo(text: str) -> JSON:
    """The answer to a command: what was understood, and things to press."""
    button = {"type": "button", "action_id": "done", "text": plain("Done"), "style": "primary"}
    sure = {
        "title": plain("Delete it?"),
        "text": mrkdwn("This *cannot* be seen again."),
        "confirm": plain("Delete"),
        "deny": plain("Keep"),
    }
    actions = [
        button,
        button | {"action_id": "delete", "text": plain("Delete…"), "style": "danger", "confirm": sure},
        {
            "type": "static_select",
            "action_id": "snooze",
            "placeholder": plain("Snooze"),
            "options": [option("One day", "1d"), option("One week", "1w")],
        },
        {
            "type": "overflow",
            "action_id": "more",
            "options": [option("History", "history"), option("Share", "share")],
        },
    ]
    blocks = [
        {"type": "section", "text": mrkdwn(f"Added *{text}*")},
        {"type": "actions", "elements": actions},
    ]
    return {"text": f"Added {text}", "blocks": blocks}


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("New task"),
    "submit": plain("Add"),
    "blocks": [
        field("title", "Title", {"type": "plain_text_input"}),
        field("due", "Due", {"type": "datepicker"}),
        field(
            "program",
            "Program",
            {"type": "static_select", "options": [option("Lyon", "lyon"), option("Kyoto", "kyoto")]},
        ),
        field("owners", "Owners", {"type": "multi_users_select"}),
        field(
            "urgent",
            "How",
            {
                "type": "radio_buttons",
                "options": [option("Soon", "soon"), option("Whenever", "whenever")],
            },
            optional=True,
        ),
        field("partner", "Partner", {"type": "external_select", "min_query_length": 2}, optional=True),
        field("where", "Where", {"type": "conversations_select", "default_to_current_conversation": True}),
    ],
}
HOME = {
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("Your week")},
        {
            "type": "section",
            "text": mrkdwn("*#142* Loan letter"),
            "accessory": {"type": "button", "action_id": "home_done", "text": plain("Done")},
        },
    ],
}


def connect_toy(slack: LocalSlack) -> Callable[[], None]:
    """Connects the app over signed HTTP, which is let go of at once; answers how."""
    app, _heard = bolt_app(slack)
    _messages(app)
    _forms(app)
    rest(app)
    server = serve(app)
    slack.connect_http(f"http://127.0.0.1:{server.server_address[1]}/slack/events")

    def close() -> None:
        server.shutdown()
        server.server_close()

    return close


def _messages(app: Any) -> None:
    def command(ack: Any, command: JSON, client: Any) -> None:
        if command["text"] == "card":
            ack()
            client.chat_postMessage(channel=command["channel_id"], **echo("card"))
        elif command["text"] == "form":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=FORM)
        else:
            ack(echo(command["text"]))

    def mention(ack: Any, event: JSON, client: Any) -> None:
        ack()
        client.chat_postMessage(channel=event["channel"], thread_ts=event["ts"], text="I heard you")

    def chosen(ack: Any, action: JSON, respond: Any) -> None:
        ack()
        respond(text=f"Snoozed {action['selected_option']['value']}", replace_original=True)

    def direct(ack: Any, event: JSON, client: Any) -> None:
        ack()
        if event.get("channel_type") == "im" and not event.get("bot_id"):
            client.chat_postMessage(channel=event["channel"], text=f"You said: {event['text']}")

    app.command("/task")(command)
    app.event("app_mention")(mention)
    app.event({"type": "message", "subtype": None})(direct)
    app.action("done")(lambda ack, respond: (ack(), respond(text="It is done", replace_original=True)))
    app.action("delete")(lambda ack, respond: (ack(), respond(text="It is deleted", replace_original=True)))
    app.action("snooze")(chosen)
    app.action("more")(chosen)


def _forms(app: Any) -> None:
    def submitted(ack: Any, view: JSON, body: JSON, client: Any) -> None:
        held = {block: values[block] for block, values in view["state"]["values"].items()}
        if held["title"]["value"] == "bad":
            ack(response_action="errors", errors={"title": "Say what is to be done."})
            return
        ack()
        text = " · ".join(
            [
                held["title"]["value"],
                held["due"]["selected_date"],
                held["program"]["selected_option"]["value"],
                ",".join(f"<@{user}>" for user in held["owners"]["selected_users"]),
                (held["urgent"]["selected_option"] or {"value": "-"})["value"],
                (held["partner"]["selected_option"] or {"value": "-"})["value"],
                f"<#{held['where']['selected_conversation']}>",
            ]
        )
        client.chat_postMessage(channel=held["where"]["selected_conversation"], text=text)

    def home(ack: Any, event: JSON, client: Any) -> None:
        ack()
        client.views_publish(user_id=event["user"], view=HOME)

    def home_done(ack: Any, body: JSON, client: Any) -> None:
        ack()
        done = [{"type": "header", "text": plain("All is done")}]
        client.views_publish(user_id=body["user"]["id"], view=HOME | {"blocks": done})

    def new_task(ack: Any, shortcut: JSON, client: Any) -> None:
        ack()
        client.views_open(trigger_id=shortcut["trigger_id"], view=FORM)

    def make_task(ack: Any, shortcut: JSON, respond: Any) -> None:
        ack()
        respond(f"From: {shortcut['message']['text']}")

    app.view("form")(submitted)
    app.options("partner")(lambda ack, payload: ack(options=[option(f"{payload['value']} Museum", "m1")]))
    app.event("app_home_opened")(home)
    app.action("home_done")(home_done)
    app.shortcut("new")(new_task)
    app.shortcut("make")(make_task)
