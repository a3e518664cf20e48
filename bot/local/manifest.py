"""The parts of an app manifest that decide what the workspace lets the app do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.local.ports import JSON, Manifest


@dataclass(frozen=True)
class AppManifest:
    """The app as its manifest declares it: scopes, commands, shortcuts, events, tabs of App Home."""

    name: str
    bot_scopes: frozenset[str]
    commands: dict[str, JSON]
    shortcuts: list[JSON]
    events: frozenset[str]
    unfurl_domains: tuple[str, ...]
    home_tab: bool
    messages_tab: bool
    messages_tab_read_only: bool
    interactive: bool


def read_manifest(manifest: Manifest) -> AppManifest:
    """The declaration in `manifest` (Slack's form); absent parts are off, as in Slack."""
    features = _part(manifest, "features")
    settings = _part(manifest, "settings")
    home = _part(features, "app_home")
    scopes = _part(_part(manifest, "oauth_config"), "scopes").get("bot", [])
    return AppManifest(
        name=_part(features, "bot_user").get("display_name")
        or _part(manifest, "display_information")["name"],
        bot_scopes=frozenset(scopes),
        commands={c["command"]: c for c in features.get("slash_commands", [])},
        shortcuts=list(features.get("shortcuts", [])),
        events=frozenset(_part(settings, "event_subscriptions").get("bot_events", [])),
        unfurl_domains=tuple(features.get("unfurl_domains", [])),
        home_tab=bool(home.get("home_tab_enabled")),
        messages_tab=bool(home.get("messages_tab_enabled")),
        messages_tab_read_only=bool(home.get("messages_tab_read_only_enabled")),
        interactive=bool(_part(settings, "interactivity").get("is_enabled")),
    )


def _part(mapping: Manifest, key: str) -> dict[str, Any]:
    return dict(mapping.get(key) or {})
