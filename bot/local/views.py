"""Modals and Home tabs: opening, pushing, updating, closing; shared by the Web API and acknowledgements."""

from __future__ import annotations

from typing import Any

from bot.local import block_kit
from bot.local.model import View
from bot.local.payloads import initial_values
from bot.local.ports import JSON
from bot.local.workspace import Workspace

MAX_STACK = 3


class ViewRefusedError(Exception):
    """A view Slack would refuse: its word, and the faults found."""

    def __init__(self, error: str, messages: list[str] | None = None) -> None:
        super().__init__(error)
        self.error = error
        self.messages = messages or []


def checked(workspace: Workspace, given: Any, *kinds: str, replaces: View | None = None) -> JSON:
    """A valid view with its ids filled in; raises `ViewRefusedError`."""
    if not isinstance(given, dict):
        raise ViewRefusedError("invalid_arguments", ["[ERROR] missing required field: view [json-pointer:]"])
    data: JSON = {key: value for key, value in given.items() if value is not None}
    if block_kit.view_too_large(data):
        raise ViewRefusedError("view_too_large")
    if faults := block_kit.check_view(data, *kinds):
        raise ViewRefusedError("invalid_arguments", faults)
    external_id = data.get("external_id")
    if external_id and workspace.view(external_id) not in (None, replaces):
        raise ViewRefusedError("duplicate_external_id")
    return data | {"blocks": block_kit.with_ids(data["blocks"], lambda: workspace.serial("b"))}


def new_view(workspace: Workspace, user: str, data: JSON, below: View | None = None) -> View:
    """A view no one has touched, on top of `below`."""
    view_id = workspace.serial("V")
    return View(
        id=view_id,
        data=data,
        user=user,
        hash=new_hash(workspace),
        values=initial_values(data["blocks"]),
        root_id=below.root_id if below else view_id,
        previous_id=below.id if below else None,
        team_id=workspace.team_id,
        app_id=workspace.app_id,
        bot_id=workspace.bot_id,
    )


def new_hash(workspace: Workspace) -> str:
    """A hash no view has had."""
    return f"{workspace.now_seconds()}.{workspace.serial('h')}"


def open_modal(workspace: Workspace, user: str, data: Any) -> View:
    """Show a modal; one that was open is gone."""
    view = new_view(workspace, user, checked(workspace, data, "modal"))
    with workspace.changing():
        workspace.stacks[user] = [view]
    return view


def push_modal(workspace: Workspace, user: str, data: Any) -> View:
    """Show a modal on top of the open ones, at most three deep."""
    stack = workspace.stacks.get(user, [])
    if not stack:
        raise ViewRefusedError("not_found")
    if len(stack) >= MAX_STACK:
        raise ViewRefusedError("push_limit_reached")
    view = new_view(workspace, user, checked(workspace, data, "modal"), stack[-1])
    with workspace.changing():
        stack.append(view)
    return view


def update_view(workspace: Workspace, view: View, data: Any, expected_hash: str = "") -> None:
    """Replace what a view shows; what was filled in stays where block_id and action_id stay."""
    if expected_hash and expected_hash != view.hash:
        raise ViewRefusedError("hash_conflict")
    fresh = checked(workspace, data, view.data["type"], replaces=view)
    with workspace.changing():
        view.data = fresh
        view.hash = new_hash(workspace)
        view.errors = {}
        values = initial_values(fresh["blocks"])
        for block_id, elements in values.items():
            for action_id, value in elements.items():
                held = view.values.get(block_id, {}).get(action_id)
                if held is not None and held["type"] == value["type"]:
                    elements[action_id] = held
        view.values = values


def publish_home(workspace: Workspace, user: str, data: Any, expected_hash: str = "") -> View:
    """Replace a person's Home."""
    home = workspace.homes.get(user)
    if home is None:
        home = new_view(workspace, user, checked(workspace, data, "home"))
        with workspace.changing():
            workspace.homes[user] = home
    else:
        update_view(workspace, home, data, expected_hash)
    return home
