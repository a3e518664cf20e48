"""The bodies Slack sends to an app: commands, event envelopes, interactions."""

from __future__ import annotations

import re

from bot.local.model import Channel, Message, User, View
from bot.local.ports import JSON
from bot.local.workspace import Workspace

VERIFICATION_TOKEN = "local-verification-token"  # noqa: S105  Slack still sends it; nobody may rely on it
MESSAGE_EVENT = {"public": "channels", "private": "groups", "im": "im", "mpim": "mpim"}


def subscription(event: JSON, channel: Channel | None) -> str:
    """The manifest's name for this event: `message.groups` for a message of a private channel."""
    kind: str = event["type"]
    if kind == "message" and channel is not None:
        return f"message.{MESSAGE_EVENT[channel.kind]}"
    return kind


def event_callback(workspace: Workspace, event: JSON, channel: Channel | None) -> JSON:
    """The outer event body, with a fresh `event_id`."""
    if event["type"] == "message" and channel is not None:
        kind = {"public": "channel", "private": "group", "im": "im", "mpim": "mpim"}[channel.kind]
        event = event | {"channel_type": kind}
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team_id,
        "context_team_id": workspace.team_id,
        "context_enterprise_id": None,
        "api_app_id": workspace.app_id,
        "event": event,
        "type": "event_callback",
        "event_id": workspace.serial("Ev"),
        "event_time": workspace.now_seconds(),
        "authorizations": [
            {
                "enterprise_id": None,
                "team_id": workspace.team_id,
                "user_id": workspace.bot.id,
                "is_bot": True,
                "is_enterprise_install": False,
            }
        ],
        "is_ext_shared_channel": False,
        "event_context": f"4-{workspace.serial('EC')}",
    }


def slash_command(workspace: Workspace, user: User, channel: Channel, command: str, text: str) -> JSON:
    """The form of a slash command; `text` holds `<@U…>`/`<#C…>`, sent with names if the command escapes."""
    escapes = bool(workspace.manifest.commands[command].get("should_escape"))
    secret = workspace.passes.new_response(user.id, channel.id)
    return {
        "token": VERIFICATION_TOKEN,
        "team_id": workspace.team_id,
        "team_domain": workspace.domain,
        "channel_id": channel.id,
        "channel_name": command_channel_name(channel),
        "user_id": user.id,
        "user_name": user.name,
        "command": command,
        "text": with_names(workspace, text) if escapes else without_escapes(workspace, text),
        "api_app_id": workspace.app_id,
        "is_enterprise_install": "false",
        "response_url": f"{workspace.base_url}/hooks/commands/{secret}",
        "trigger_id": workspace.passes.new_trigger(user.id),
    }


def command_channel_name(channel: Channel) -> str:
    """The channel's name as slash commands give it: private ones are not named."""
    return {"private": "privategroup", "im": "directmessage", "mpim": channel.name}.get(
        channel.kind, channel.name
    )


def with_names(workspace: Workspace, text: str) -> str:
    """`<@U1>` as `<@U1|maya>` and `<#C1>` as `<#C1|general>`."""

    def named(match: re.Match[str]) -> str:
        user = workspace.users.get(match[2])
        channel = workspace.channels.get(match[2])
        name = user.name if user else channel.name if channel and channel.kind == "public" else ""
        return f"<{match[1]}{match[2]}|{name}>"

    return re.sub(r"<([@#])([A-Z0-9]+)>", named, text)


def without_escapes(workspace: Workspace, text: str) -> str:
    """`<@U1>` as plain `@maya`, links as typed: what an app without `should_escape` gets."""

    def plain(match: re.Match[str]) -> str:
        found = workspace.users.get(match[2]) or workspace.channels.get(match[2])
        return match[1].replace("!", "@") + (found.name if found else match[2].removeprefix("mailto:"))

    return re.sub(r"<([@#!]?)([^<>|]+)(?:\|[^<>]*)?>", plain, text)


def interaction(workspace: Workspace, user: User, kind: str, *, view_id: str | None = None) -> JSON:
    """What every interaction carries; `view_id` marks a trigger from inside a modal."""
    return {
        "type": kind,
        "user": {"id": user.id, "username": user.name, "name": user.name, "team_id": user.team_id},
        "api_app_id": workspace.app_id,
        "token": VERIFICATION_TOKEN,
        "trigger_id": workspace.passes.new_trigger(user.id, view_id),
        "team": {"id": workspace.team_id, "domain": workspace.domain},
        "enterprise": None,
        "is_enterprise_install": False,
    }


def message_action(
    workspace: Workspace, user: User, channel: Channel, message: Message, action: JSON
) -> JSON:
    """`block_actions` from a message; an ephemeral's has no `message`, only its container."""
    ephemeral = message.ephemeral_to is not None
    secret = workspace.passes.new_response(
        user.id, channel.id, message_ts=message.ts, thread_ts=message.thread_ts
    )
    container: JSON = {
        "type": "message",
        "message_ts": message.ts,
        "channel_id": channel.id,
        "is_ephemeral": ephemeral,
    }
    if message.thread_ts:
        container["thread_ts"] = message.thread_ts
    body = interaction(workspace, user, "block_actions") | {
        "container": container,
        "channel": {"id": channel.id, "name": command_channel_name(channel)},
        "state": {"values": message_state(message, action)},
        "response_url": f"{workspace.base_url}/hooks/actions/{secret}",
        "actions": [action],
    }
    return body if ephemeral else body | {"message": message.as_json() | channel.thread_facts(message)}


def message_state(message: Message, action: JSON) -> JSON:
    """`state.values` of a message: its stateful elements, the one just used with its new value."""
    values = initial_values(message.blocks or [])
    if action["block_id"] in values and action["action_id"] in values[action["block_id"]]:
        held = ["type", "value", *(k for k in action if k.startswith("selected_"))]
        values[action["block_id"]][action["action_id"]] = {k: action[k] for k in held if k in action}
    return values


def view_action(workspace: Workspace, user: User, view: View, action: JSON) -> JSON:
    """`block_actions` from a modal or Home: no `channel`, no `response_url`."""
    return interaction(workspace, user, "block_actions", view_id=view.id) | {
        "container": {"type": "view", "view_id": view.id},
        "view": view.as_json(),
        "actions": [action],
    }


def view_submission(workspace: Workspace, user: User, view: View) -> JSON:
    """A submitted modal with all it holds."""
    return interaction(workspace, user, "view_submission", view_id=view.id) | {
        "view": view.as_json(),
        "response_urls": [],
    }


def view_closed(workspace: Workspace, user: User, view: View, *, is_cleared: bool) -> JSON:
    """A closed modal; has no trigger."""
    body = interaction(workspace, user, "view_closed") | {"view": view.as_json(), "is_cleared": is_cleared}
    del body["trigger_id"]
    return body


def shortcut(
    workspace: Workspace, user: User, callback_id: str, channel: Channel | None, message: Message | None
) -> JSON:
    """A global shortcut, or with a message a `message_action`."""
    stamp = {"callback_id": callback_id, "action_ts": workspace.next_ts()}
    if channel is None or message is None:
        return interaction(workspace, user, "shortcut") | stamp
    secret = workspace.passes.new_response(user.id, channel.id, thread_ts=message.thread_ts)
    body = interaction(workspace, user, "message_action")
    del body["api_app_id"]
    return (
        body
        | stamp
        | {
            "user": {"id": user.id, "name": user.name, "team_id": user.team_id},
            "message_ts": message.ts,
            "message": message.as_json() | channel.thread_facts(message),
            "channel": {"id": channel.id, "name": command_channel_name(channel)},
            "response_url": f"{workspace.base_url}/hooks/actions/{secret}",
        }
    )


def block_suggestion(
    workspace: Workspace, user: User, element: JSON, block_id: str, query: str, place: View | Message
) -> JSON:
    """A request for the options of an external select."""
    body = interaction(workspace, user, "block_suggestion") | {
        "action_id": element["action_id"],
        "block_id": block_id,
        "value": query,
    }
    del body["trigger_id"]
    if isinstance(place, View):
        return body | {"container": {"type": "view", "view_id": place.id}, "view": place.as_json()}
    channel = workspace.channels[place.channel]
    return body | {
        "container": {
            "type": "message",
            "message_ts": place.ts,
            "channel_id": place.channel,
            "is_ephemeral": place.ephemeral_to is not None,
        },
        "channel": {"id": channel.id, "name": command_channel_name(channel)},
        "message": place.as_json(),
    }


def initial_values(blocks: list[JSON]) -> dict[str, dict[str, JSON]]:
    """`state.values` of blocks nobody has touched: every stateful element with its initial value or null."""
    values: dict[str, dict[str, JSON]] = {}
    for block, element in stateful_elements(blocks):
        values.setdefault(block["block_id"], {})[element["action_id"]] = initial_value(element)
    return values


def stateful_elements(blocks: list[JSON]) -> list[tuple[JSON, JSON]]:
    """Every (block, element) that holds a value."""
    return [(b, e) for b, e in elements_of(blocks) if e["type"] in VALUE_KEY]


def elements_of(blocks: list[JSON]) -> list[tuple[JSON, JSON]]:
    """Every (block, interactive element), nested blocks included."""
    found: list[tuple[JSON, JSON]] = []
    for block in blocks:
        single = [block[k] for k in ("accessory", "element") if k in block]
        several = [e for e in block.get("elements", []) + block.get("actions", []) if "action_id" in e]
        found += [(block, e) for e in single + several if "action_id" in e]
        found += elements_of(block.get("child_blocks", []) or [])
    return found


VALUE_KEY = {
    "plain_text_input": "value",
    "email_text_input": "value",
    "url_text_input": "value",
    "number_input": "value",
    "rich_text_input": "rich_text_value",
    "static_select": "selected_option",
    "external_select": "selected_option",
    "radio_buttons": "selected_option",
    "checkboxes": "selected_options",
    "multi_static_select": "selected_options",
    "multi_external_select": "selected_options",
    "users_select": "selected_user",
    "multi_users_select": "selected_users",
    "conversations_select": "selected_conversation",
    "multi_conversations_select": "selected_conversations",
    "channels_select": "selected_channel",
    "multi_channels_select": "selected_channels",
    "datepicker": "selected_date",
    "timepicker": "selected_time",
    "datetimepicker": "selected_date_time",
    "file_input": "files",
}
"""Where each stateful element keeps its value in `state.values` and in `actions`."""

INITIAL_KEY = {"value": "initial_value", "rich_text_value": "initial_value"} | {
    key: key.replace("selected_", "initial_") for key in VALUE_KEY.values() if key.startswith("selected_")
}


def initial_value(element: JSON) -> JSON:
    """The state of an untouched element: its initial value, else null, else `[]` for a multi select."""
    key = VALUE_KEY[element["type"]]
    empty: list[JSON] | None = [] if key.endswith("s") else None
    return {"type": element["type"], key: element.get(INITIAL_KEY.get(key, ""), empty)}
