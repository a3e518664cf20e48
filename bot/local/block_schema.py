"""Block Kit's objects, elements and blocks as tables of checks: allowed keys, required keys, limits.

Sources: Slack's Block Kit reference, the comments of `@slack/types` and the limits in `slack_sdk.models`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

Check = Callable[[Any, str, "Findings"], None]


@dataclass
class Findings:
    """What is wrong, with a JSON pointer each, in Slack's words."""

    messages: list[str] = field(default_factory=list)

    def add(self, pointer: str, what: str) -> None:
        """Note one fault."""
        self.messages.append(f"[ERROR] {what} [json-pointer:{pointer}]")


def string(maximum: int, *, minimum: int = 1, pattern: str | None = None) -> Check:
    """A string of a length."""

    def check(value: Any, at: str, found: Findings) -> None:
        if not isinstance(value, str):
            found.add(at, "must be a string")
        elif len(value) > maximum:
            found.add(at, f"must be less than {maximum + 1} characters")
        elif len(value) < minimum:
            found.add(at, f"must be more than {minimum - 1} characters")
        elif pattern and not re.fullmatch(pattern, value):
            found.add(at, f"failed to match the pattern {pattern}")

    return check


def one_of(*choices: Any) -> Check:
    """One of some constants."""

    def check(value: Any, at: str, found: Findings) -> None:
        if value not in choices:
            found.add(at, f"must be one of: {', '.join(map(str, choices))}")

    return check


def boolean(value: Any, at: str, found: Findings) -> None:
    """True or false."""
    if not isinstance(value, bool):
        found.add(at, "must be a boolean")


def integer(minimum: int, maximum: int) -> Check:
    """A whole number within bounds."""

    def check(value: Any, at: str, found: Findings) -> None:
        if not isinstance(value, int) or isinstance(value, bool):
            found.add(at, "must be an integer")
        elif not minimum <= value <= maximum:
            found.add(at, f"must be between {minimum} and {maximum}")

    return check


def array(item: Check, *, minimum: int = 1, maximum: int = 1000) -> Check:
    """A list of so many items."""

    def check(value: Any, at: str, found: Findings) -> None:
        if not isinstance(value, list):
            found.add(at, "must be an array")
            return
        if len(value) > maximum:
            found.add(at, f"no more than {maximum} items allowed")
        if len(value) < minimum:
            found.add(at, f"no less than {minimum} items allowed")
        for index, entry in enumerate(value):
            item(entry, f"{at}/{index}", found)

    return check


def obj(
    required: Mapping[str, Check],
    optional: Mapping[str, Check] | None = None,
    *,
    exactly: tuple[str, ...] = (),
) -> Check:
    """An object with these keys and no others; exactly one of `exactly`, if given."""
    known = {**required, **(optional or {})}

    def check(value: Any, at: str, found: Findings) -> None:
        if not isinstance(value, dict):
            found.add(at, "must provide an object")
            return
        for key in required:
            if key not in value:
                found.add(at, f"missing required field: {key}")
        for key, entry in value.items():
            if key not in known:
                found.add(at, f"invalid additional property: {key}")
            else:
                known[key](entry, f"{at}/{key}", found)
        if exactly and sum(key in value for key in exactly) != 1:
            found.add(at, f"must provide exactly one of: {', '.join(exactly)}")

    return check


def typed(table: Mapping[str, Check], *allowed: str) -> Check:
    """An object whose `type` picks its check, among `allowed` (all, if none is named)."""

    def check(value: Any, at: str, found: Findings) -> None:
        if not isinstance(value, dict):
            found.add(at, "must provide an object")
        elif "type" not in value:
            found.add(at, "missing required field: type")
        elif value["type"] not in table or (allowed and value["type"] not in allowed):
            found.add(f"{at}/type", f"unsupported type: {value['type']}")
        else:
            table[value["type"]](value, at, found)

    return check


def anything(value: Any, at: str, found: Findings) -> None:
    """Not looked into."""


def plain(maximum: int) -> Check:
    """A plain_text object."""
    text = {"type": one_of("plain_text"), "text": string(maximum)}
    return obj(text, {"emoji": boolean})


def any_text(maximum: int) -> Check:
    """A plain_text or mrkdwn object."""
    mrkdwn = obj({"type": one_of("mrkdwn"), "text": string(maximum)}, {"verbatim": boolean})
    return typed({"plain_text": plain(maximum), "mrkdwn": mrkdwn})


DATE = string(10, pattern=r"\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])")
TIME = string(5, pattern=r"([01]\d|2[0-3]):[0-5]\d")
IDENTIFIER = string(255)
URL = string(3000, pattern=r"(https?|mailto|slack|tel):\S+")
IMAGE_URL = string(3000, pattern=r"https?://\S+")
SLACK_FILE = obj({}, {"id": string(255), "url": string(3000)}, exactly=("id", "url"))

CONFIRM = obj(
    {"title": plain(100), "text": any_text(300), "confirm": plain(30), "deny": plain(30)},
    {"style": one_of("primary", "danger")},
)


def option(text: Check, *, url: bool = False) -> Check:
    """A choice; only overflow menus may have a URL."""
    more: dict[str, Check] = {"description": text}
    return obj({"text": text, "value": string(150)}, more | ({"url": URL} if url else {}))


PLAIN_OPTION = option(plain(75))
TEXT_OPTION = option(any_text(75))
OPTION_GROUP = obj({"label": plain(75), "options": array(PLAIN_OPTION, maximum=100)})
OPTIONS = array(PLAIN_OPTION, maximum=100)
FILTER = obj(
    {},
    {
        "include": array(one_of("im", "mpim", "private", "public")),
        "exclude_external_shared_channels": boolean,
        "exclude_bot_users": boolean,
    },
)
DISPATCH = obj({"trigger_actions_on": array(one_of("on_enter_pressed", "on_character_entered"))})


def element(
    kind: str,
    required: Mapping[str, Check] | None = None,
    optional: Mapping[str, Check] | None = None,
    *,
    exactly: tuple[str, ...] = (),
    confirm: bool = True,
    focus: bool = True,
) -> Check:
    """An interactive element with what nearly all of them share."""
    shared: dict[str, Check] = {"action_id": IDENTIFIER}
    if confirm:
        shared["confirm"] = CONFIRM
    if focus:
        shared["focus_on_load"] = boolean
    return obj({"type": one_of(kind), **(required or {})}, {**shared, **(optional or {})}, exactly=exactly)


PLACEHOLDER: dict[str, Check] = {"placeholder": plain(150)}
SEVERAL: dict[str, Check] = {**PLACEHOLDER, "max_selected_items": integer(1, 1000)}
TYPED: dict[str, Check] = {**PLACEHOLDER, "dispatch_action_config": DISPATCH}
ID = string(255)
IDS = array(ID)
STATIC: dict[str, Check] = {"options": OPTIONS, "option_groups": array(OPTION_GROUP, maximum=100)}
EITHER = ("options", "option_groups")
RESPONSE_URL: dict[str, Check] = {"response_url_enabled": boolean}
CONVERSATIONS: dict[str, Check] = {"default_to_current_conversation": boolean, "filter": FILTER}
QUERY: dict[str, Check] = {"min_query_length": integer(0, 1000)}

IMAGE_ELEMENT = obj(
    {"type": one_of("image"), "alt_text": string(2000)},
    {"image_url": IMAGE_URL, "slack_file": SLACK_FILE},
    exactly=("image_url", "slack_file"),
)
BUTTON = element(
    "button",
    {"text": plain(75)},
    {
        "url": URL,
        "value": string(2000),
        "style": one_of("primary", "danger"),
        "accessibility_label": string(75),
    },
    focus=False,
)
FEEDBACK = obj({"text": plain(75), "value": string(2000)}, {"accessibility_label": string(75)})
WORKFLOW = obj({"trigger": obj({"url": URL}, {"customizable_input_parameters": array(anything)})})

ELEMENTS: dict[str, Check] = {
    "button": BUTTON,
    "image": IMAGE_ELEMENT,
    "icon_button": element(
        "icon_button",
        {"icon": string(255), "text": plain(75)},
        {"value": string(2000), "accessibility_label": string(75), "visible_to_user_ids": IDS},
        focus=False,
    ),
    "feedback_buttons": element(
        "feedback_buttons",
        {"positive_button": FEEDBACK, "negative_button": FEEDBACK},
        confirm=False,
        focus=False,
    ),
    "workflow_button": element(
        "workflow_button",
        {"text": plain(75), "workflow": WORKFLOW},
        {"style": one_of("primary", "danger"), "accessibility_label": string(75)},
        confirm=False,
        focus=False,
    ),
    "checkboxes": element(
        "checkboxes",
        {"options": array(TEXT_OPTION, maximum=10)},
        {"initial_options": array(TEXT_OPTION, maximum=10)},
    ),
    "radio_buttons": element(
        "radio_buttons", {"options": array(TEXT_OPTION, maximum=10)}, {"initial_option": TEXT_OPTION}
    ),
    "overflow": element("overflow", {"options": array(option(plain(75), url=True), maximum=5)}, focus=False),
    "datepicker": element("datepicker", {}, {**PLACEHOLDER, "initial_date": DATE}),
    "timepicker": element("timepicker", {}, {**PLACEHOLDER, "initial_time": TIME, "timezone": string(100)}),
    "datetimepicker": element("datetimepicker", {}, {"initial_date_time": integer(10**9, 10**10 - 1)}),
    "static_select": element(
        "static_select", {}, {**PLACEHOLDER, **STATIC, "initial_option": PLAIN_OPTION}, exactly=EITHER
    ),
    "multi_static_select": element(
        "multi_static_select", {}, {**SEVERAL, **STATIC, "initial_options": OPTIONS}, exactly=EITHER
    ),
    "external_select": element(
        "external_select", {}, {**PLACEHOLDER, **QUERY, "initial_option": PLAIN_OPTION}
    ),
    "multi_external_select": element(
        "multi_external_select", {}, {**SEVERAL, **QUERY, "initial_options": OPTIONS}
    ),
    "users_select": element("users_select", {}, {**PLACEHOLDER, "initial_user": ID}),
    "multi_users_select": element("multi_users_select", {}, {**SEVERAL, "initial_users": IDS}),
    "conversations_select": element(
        "conversations_select",
        {},
        {**PLACEHOLDER, **CONVERSATIONS, **RESPONSE_URL, "initial_conversation": ID},
    ),
    "multi_conversations_select": element(
        "multi_conversations_select", {}, {**SEVERAL, **CONVERSATIONS, "initial_conversations": IDS}
    ),
    "channels_select": element("channels_select", {}, {**PLACEHOLDER, **RESPONSE_URL, "initial_channel": ID}),
    "multi_channels_select": element("multi_channels_select", {}, {**SEVERAL, "initial_channels": IDS}),
    "plain_text_input": element(
        "plain_text_input",
        {},
        {
            **TYPED,
            "initial_value": string(3000, minimum=0),
            "multiline": boolean,
            "min_length": integer(0, 3000),
            "max_length": integer(1, 3000),
        },
        confirm=False,
    ),
    "email_text_input": element(
        "email_text_input", {}, {**TYPED, "initial_value": string(3000)}, confirm=False
    ),
    "url_text_input": element("url_text_input", {}, {**TYPED, "initial_value": string(3000)}, confirm=False),
    "number_input": element(
        "number_input",
        {"is_decimal_allowed": boolean},
        {**TYPED, "initial_value": string(100), "min_value": string(100), "max_value": string(100)},
        confirm=False,
    ),
    "rich_text_input": element(
        "rich_text_input",
        {},
        {**TYPED, "initial_value": anything, "min_lines": integer(1, 100), "max_lines": integer(1, 100)},
        confirm=False,
    ),
    "file_input": element(
        "file_input",
        {},
        {"filetypes": array(string(20)), "max_files": integer(1, 10)},
        confirm=False,
        focus=False,
    ),
}

SELECTS = tuple(k for k in ELEMENTS if k.endswith("_select"))
CHOOSERS = ("checkboxes", "radio_buttons", "datepicker", "timepicker", *SELECTS)
ACCESSORIES = ("button", "image", "overflow", "workflow_button", *CHOOSERS)
ACTIONS = ("button", "overflow", "workflow_button", "datetimepicker", *CHOOSERS)
INPUTS = ("datetimepicker", "file_input", *CHOOSERS, *(k for k in ELEMENTS if k.endswith("_input")))
