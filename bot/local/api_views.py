"""`views.*`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.local import views
from bot.local.model import View
from bot.local.passes import PassRefusedError, Trigger
from bot.local.ports import JSON
from bot.local.web_api import ApiError, Call, Served


def refusing(work: Callable[[Call], View]) -> Callable[[Call], JSON]:
    """The method with its refusals turned into Slack's errors."""

    def method(call: Call) -> JSON:
        try:
            return {"view": work(call).as_json()}
        except views.ViewRefusedError as refused:
            raise ApiError(refused.error, messages=refused.messages) from None

    return method


def given(call: Call) -> Any:
    """The `view` argument."""
    call.required("view")
    return call.json("view")


def trigger(call: Call) -> Trigger:
    """Spend the trigger, after the view has been found valid."""
    call.required("trigger_id")
    try:
        return call.workspace.passes.use_trigger(call.text("trigger_id"))
    except PassRefusedError as refused:
        raise ApiError(refused.error) from None


def open_view(call: Call) -> View:
    """views.open."""
    views.checked(call.workspace, given(call), "modal")
    return views.open_modal(call.workspace, trigger(call).user, given(call))


def push_view(call: Call) -> View:
    """views.push: only from inside an open modal."""
    views.checked(call.workspace, given(call), "modal")
    spent = trigger(call)
    if spent.view_id is None:
        raise ApiError("not_found")
    return views.push_modal(call.workspace, spent.user, given(call))


def update_view(call: Call) -> View:
    """views.update by `view_id` or `external_id`."""
    view = call.workspace.view(call.text("view_id") or call.text("external_id"))
    if view is None:
        raise ApiError("not_found")
    views.update_view(call.workspace, view, given(call), call.text("hash"))
    return view


def publish_view(call: Call) -> View:
    """views.publish."""
    user = call.user("user_id")
    if not call.workspace.manifest.home_tab:
        raise ApiError("not_enabled")
    if user.bot_id or user.deleted:
        raise ApiError("user_not_found")
    return views.publish_home(call.workspace, user.id, given(call), call.text("hash"))


METHODS = {
    "views.open": Served(refusing(open_view)),
    "views.push": Served(refusing(push_view)),
    "views.update": Served(refusing(update_view)),
    "views.publish": Served(refusing(publish_view)),
}
