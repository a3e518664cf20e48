"""The app manifest: Slack accepts it, the contract is in it, and every scope says why."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft7Validator

from bot.local.manifest import read_manifest
from bot.views.ids import Callback

ROOT = Path(__file__).parents[1]
SCHEMA = ROOT.parent / "shared" / "slack" / "manifest_schema" / "manifest.schema.1.0.0.json"
TEXT = (ROOT / "app_manifest.yml").read_text(encoding="utf-8")
MANIFEST: dict[str, Any] = yaml.safe_load(TEXT)

COMMANDS = {"/task", "/tugas", "/program", "/partner", "/mitra", "/digest", "/lintas"}
SCOPES = {
    "commands",
    "chat:write",
    "app_mentions:read",
    "channels:history",
    "groups:history",
    "im:history",
    "mpim:history",
    "channels:read",
    "groups:read",
    "im:read",
    "im:write",
    "mpim:read",
    "users:read",
    "users:read.email",
    "reactions:read",
    "files:read",
    "files:write",
    "links:read",
    "links:write",
    "team:read",
}
EVENTS = {
    "app_mention",
    "message.channels",
    "message.groups",
    "message.im",
    "message.mpim",
    "app_home_opened",
    "reaction_added",
    "reaction_removed",
    "member_joined_channel",
    "member_left_channel",
    "channel_archive",
    "channel_unarchive",
    "channel_rename",
    "channel_deleted",
    "group_archive",
    "group_unarchive",
    "group_rename",
    "group_deleted",
    "channel_id_changed",
    "user_change",
    "team_join",
    "app_uninstalled",
    "tokens_revoked",
    "link_shared",
}


@pytest.mark.skipif(not SCHEMA.exists(), reason="Slack's manifest schema is not beside the repository")
def test_slack_s_schema_accepts_the_manifest() -> None:
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    assert [error.message for error in Draft7Validator(schema).iter_errors(MANIFEST)] == []


def test_commands_are_those_of_the_contract_and_arrive_with_escaped_mentions() -> None:
    commands = MANIFEST["features"]["slash_commands"]
    assert {command["command"] for command in commands} == COMMANDS
    assert all(command["should_escape"] for command in commands)
    for command in commands:
        assert 0 < len(command["description"]) <= 2000
        assert 0 < len(command["usage_hint"]) <= 1000


def test_scopes_and_events_are_those_of_the_contract() -> None:
    assert set(MANIFEST["oauth_config"]["scopes"]["bot"]) == SCOPES
    assert set(MANIFEST["settings"]["event_subscriptions"]["bot_events"]) == EVENTS


def test_every_scope_gives_an_administrator_its_reason() -> None:
    reasons = dict(re.findall(r"^ +- ([a-z_]+(?::[a-z.]+)?) +# (.{15,})$", TEXT, re.MULTILINE))
    assert set(reasons) == SCOPES


def test_shortcuts_are_known_by_their_ids() -> None:
    shortcuts = {s["callback_id"]: (s["type"], s["name"]) for s in MANIFEST["features"]["shortcuts"]}
    assert shortcuts == {
        Callback.SHORTCUT_MAKE_TASK: ("message", "Make a task"),
        Callback.SHORTCUT_UPDATE: ("message", "Log as update"),
        Callback.SHORTCUT_LOG: ("message", "Log partner contact"),
        Callback.SHORTCUT_NEW_TASK: ("global", "New task"),
    }
    assert all(len(name) <= 24 for _, name in shortcuts.values())
    assert set(shortcuts) == {callback for callback in Callback if callback.startswith("shortcut_")}


def test_the_names_fit_and_people_can_write_to_it() -> None:
    display = MANIFEST["display_information"]
    assert len(display["name"]) <= 35
    assert len(display["description"]) <= 140
    assert 175 <= len(display["long_description"]) <= 4000
    app = read_manifest(MANIFEST)
    assert app.home_tab
    assert app.messages_tab
    assert not app.messages_tab_read_only
    assert app.interactive
    assert MANIFEST["settings"]["socket_mode_enabled"]
    assert MANIFEST["settings"]["org_deploy_enabled"]
