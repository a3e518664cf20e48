"""Strict Block Kit: what Slack would refuse, in Slack's words; and the ids Slack fills in."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any

from bot.local.block_schema import (
    ACCESSORIES,
    ACTIONS,
    ELEMENTS,
    IDENTIFIER,
    IMAGE_ELEMENT,
    IMAGE_URL,
    INPUTS,
    SLACK_FILE,
    URL,
    Check,
    Findings,
    any_text,
    anything,
    array,
    boolean,
    integer,
    obj,
    one_of,
    plain,
    string,
    typed,
)
from bot.local.payloads import elements_of
from bot.local.ports import JSON

MESSAGE_BLOCKS = 50
VIEW_BLOCKS = 100
MESSAGE_CHARACTERS = 13_200
MARKDOWN_CHARACTERS = 12_000
VIEW_BYTES = 250_000

INTERACTIVE_WITH_CHOICES = ("options", "option_groups")


def block(
    kind: str,
    required: Mapping[str, Check] | None = None,
    optional: Mapping[str, Check] | None = None,
    *,
    exactly: tuple[str, ...] = (),
) -> Check:
    """A block with its own keys and `block_id`."""
    fields = {"type": one_of(kind), **(required or {})}
    return obj(fields, {"block_id": IDENTIFIER, **(optional or {})}, exactly=exactly)


def _section(value: Any, at: str, found: Findings) -> None:
    _SECTION(value, at, found)
    if not ("text" in value or "fields" in value):
        found.add(at, "missing required field: text")


_SECTION = block(
    "section",
    {},
    {
        "text": any_text(3000),
        "fields": array(any_text(2000), maximum=10),
        "accessory": typed(ELEMENTS, *ACCESSORIES),
        "expand": boolean,
    },
)
RAW_TEXT = obj({"type": one_of("raw_text"), "text": string(3000, minimum=0)})
RAW_NUMBER = obj({"type": one_of("raw_number"), "value": anything}, {"text": string(3000)})
RICH_PART = (
    "rich_text_section",
    "rich_text_list",
    "rich_text_preformatted",
    "rich_text_quote",
)
RICH_TEXT = block(
    "rich_text",
    {
        "elements": array(
            typed(
                {
                    kind: obj(
                        {"type": one_of(kind), "elements": array(anything, minimum=0)},
                        dict.fromkeys(("style", "indent", "offset", "border", "language"), anything),
                    )
                    for kind in RICH_PART
                }
            )
        )
    },
)
CELL = typed({"raw_text": RAW_TEXT, "raw_number": RAW_NUMBER, "rich_text": RICH_TEXT})
COLUMN = obj({}, {"align": one_of("left", "center", "right"), "is_wrapped": boolean})
SOURCE = obj({"type": one_of("url"), "url": URL, "text": string(255)})
TASK_CARD = block(
    "task_card",
    {"task_id": string(255), "title": string(255)},
    {
        "details": RICH_TEXT,
        "output": RICH_TEXT,
        "sources": array(SOURCE),
        "status": one_of("pending", "in_progress", "complete", "error"),
    },
)
CARD_KEYS: dict[str, Check] = {
    "hero_image": IMAGE_ELEMENT,
    "icon": IMAGE_ELEMENT,
    "title": any_text(150),
    "subtitle": any_text(150),
    "body": any_text(200),
    "actions": array(typed(ELEMENTS, "button"), maximum=5),
}
CARD = block("card", {}, CARD_KEYS)

BLOCKS: dict[str, Check] = {
    "section": _section,
    "divider": block("divider"),
    "header": block("header", {"text": plain(150)}),
    "image": block(
        "image",
        {"alt_text": string(2000)},
        {"image_url": IMAGE_URL, "slack_file": SLACK_FILE, "title": plain(2000)},
        exactly=("image_url", "slack_file"),
    ),
    "actions": block("actions", {"elements": array(typed(ELEMENTS, *ACTIONS), maximum=25)}),
    "context": block(
        "context",
        {
            "elements": array(
                typed(
                    {"image": IMAGE_ELEMENT, "mrkdwn": any_text(3000), "plain_text": any_text(3000)},
                ),
                maximum=10,
            )
        },
    ),
    "context_actions": block(
        "context_actions", {"elements": array(typed(ELEMENTS, "feedback_buttons", "icon_button"), maximum=5)}
    ),
    "input": block(
        "input",
        {"label": plain(2000), "element": typed(ELEMENTS, *INPUTS)},
        {"hint": plain(2000), "optional": boolean, "dispatch_action": boolean},
    ),
    "markdown": block("markdown", {"text": string(MARKDOWN_CHARACTERS)}),
    "rich_text": RICH_TEXT,
    "video": block(
        "video",
        {"alt_text": string(2000), "video_url": URL, "thumbnail_url": IMAGE_URL, "title": plain(200)},
        {
            "title_url": URL,
            "description": plain(200),
            "provider_icon_url": IMAGE_URL,
            "provider_name": string(50),
            "author_name": string(50),
        },
    ),
    "file": block("file", {"external_id": string(255), "source": one_of("remote")}),
    "table": block(
        "table",
        {"rows": array(array(CELL, maximum=20), maximum=100)},
        {"column_settings": array(COLUMN, maximum=20)},
    ),
    "data_table": block(
        "data_table",
        {"rows": array(array(CELL, maximum=20), maximum=1000)},
        {
            "caption": string(255),
            "page_size": integer(1, 100),
            "row_header_column_index": integer(0, 19),
            "column_settings": array(anything),
        },
    ),
    "data_visualization": block("data_visualization", {"title": string(255), "chart": anything}),
    "task_card": TASK_CARD,
    "plan": block("plan", {"title": string(255)}, {"tasks": array(TASK_CARD)}),
    "alert": block(
        "alert",
        {"text": any_text(3000)},
        {"level": one_of("default", "info", "warning", "error", "success")},
    ),
    "card": CARD,
    "carousel": block("carousel", {"elements": array(typed({"card": CARD}), maximum=10)}),
}
BLOCKS["container"] = block(
    "container",
    {"child_blocks": array(typed(BLOCKS), maximum=10)},
    {
        "title": plain(150),
        "rich_text_title": anything,
        "subtitle": plain(150),
        "width": one_of("narrow", "standard", "wide", "full"),
        "icon": IMAGE_ELEMENT,
        "is_collapsible": boolean,
        "default_collapsed": boolean,
        "has_header_divider": boolean,
    },
)

NOT_IN = {
    "message": {"input", "alert"},
    "modal": {"table", "data_table", "data_visualization", "task_card", "plan", "file", "markdown"}
    | {"card", "carousel", "container", "context_actions"},
    "home": {"table", "data_table", "data_visualization", "task_card", "plan", "file", "markdown"}
    | {"card", "carousel", "container", "context_actions", "alert"},
}
"""Block types each surface refuses."""


def check_blocks(blocks: Any, surface: str, *, at: str = "/blocks") -> list[str]:
    """Faults of a message's (`message`) or view's (`modal`, `home`) blocks, in Slack's words; [] if none."""
    found = Findings()
    most = MESSAGE_BLOCKS if surface == "message" else VIEW_BLOCKS
    array(typed(BLOCKS), minimum=0, maximum=most)(blocks, at, found)
    if found.messages:
        return found.messages
    for index, entry in enumerate(blocks):
        if entry["type"] in NOT_IN[surface]:
            found.add(f"{at}/{index}/type", f"unsupported type: {entry['type']}")
    _unique(blocks, at, found)
    _choices(blocks, at, found)
    markdown = sum(len(b["text"]) for b in blocks if b["type"] == "markdown")
    if markdown > MARKDOWN_CHARACTERS:
        found.add(at, f"markdown must be less than {MARKDOWN_CHARACTERS + 1} characters in all")
    if sum(b["type"] in ("table", "data_table") for b in blocks) > 1:
        found.add(at, "only one table allowed")
    return found.messages


def _unique(blocks: list[JSON], at: str, found: Findings) -> None:
    block_ids: set[str] = set()
    action_ids: set[str] = set()
    for index, entry in enumerate(blocks):
        block_id = entry.get("block_id")
        if block_id in block_ids:
            found.add(f"{at}/{index}/block_id", f"`block_id` {block_id} already exists")
        if block_id is not None:
            block_ids.add(block_id)
        for _, element in elements_of([entry]):
            if element["action_id"] in action_ids:
                found.add(
                    f"{at}/{index}", f"`action_id` {element['action_id']} already exists for another element"
                )
            action_ids.add(element["action_id"])


def _choices(blocks: list[JSON], at: str, found: Findings) -> None:
    """Initial options must be among the options, and values unique."""
    for index, entry in enumerate(blocks):
        for _, element in elements_of([entry]):
            options = list(element.get("options", []))
            for group in element.get("option_groups", []):
                options += group["options"]
            if not options:
                continue
            values = [o["value"] for o in options]
            if len(set(values)) != len(values):
                found.add(f"{at}/{index}", "option values must be unique")
            chosen = [element["initial_option"]] if "initial_option" in element else []
            for choice in chosen + element.get("initial_options", []):
                if choice not in options:
                    found.add(f"{at}/{index}", "initial option must exactly match one of the options")


VIEW_KEYS: dict[str, Check] = {
    "private_metadata": string(3000, minimum=0),
    "callback_id": string(255, minimum=0),
    "external_id": string(255, minimum=0),
    "blocks": anything,
}
MODAL = obj(
    {"type": one_of("modal"), "title": plain(24), "blocks": anything},
    {
        **VIEW_KEYS,
        "submit": plain(24),
        "close": plain(24),
        "clear_on_close": boolean,
        "notify_on_close": boolean,
        "submit_disabled": boolean,
    },
)
HOME = obj({"type": one_of("home"), "blocks": anything}, VIEW_KEYS)
VIEWS: dict[str, Check] = {"modal": MODAL, "home": HOME}


def check_view(view: Any, *allowed: str) -> list[str]:
    """Faults of a view of one of the `allowed` types, in Slack's words; [] if none."""
    found = Findings()
    typed(VIEWS, *allowed)(view, "/view", found)
    if found.messages:
        return found.messages
    faults = check_blocks(view["blocks"], view["type"], at="/view/blocks")
    has_input = not faults and any(b["type"] == "input" for b in view["blocks"])
    if view["type"] == "modal" and has_input and "submit" not in view:
        faults.append("[ERROR] missing required field: submit [json-pointer:/view]")
    return faults


def view_too_large(view: JSON) -> bool:
    """Whether a view exceeds 250 kB."""
    return len(json.dumps(view).encode()) > VIEW_BYTES


def characters(blocks: Any) -> int:
    """The length of every string in the blocks except types: what `msg_blocks_too_long` counts here."""
    if isinstance(blocks, str):
        return len(blocks)
    if isinstance(blocks, dict):
        return sum(characters(v) for k, v in blocks.items() if k != "type")
    if isinstance(blocks, list):
        return sum(characters(v) for v in blocks)
    return 0


def with_ids(blocks: list[JSON], fresh: Callable[[], str]) -> list[JSON]:
    """A copy of the blocks in which every block and interactive element has an id, as Slack returns them."""
    copied: list[JSON] = json.loads(json.dumps(blocks))
    for entry in copied:
        entry.setdefault("block_id", fresh())
        single = [entry[k] for k in ("accessory", "element") if k in entry]
        for element in single + (
            entry["elements"] if entry["type"] in ("actions", "context_actions") else []
        ):
            if element["type"] != "image":
                element.setdefault("action_id", fresh())
    return copied
