"""Values of interactive elements: what a person picks, as `state.values` and `actions` hold it."""

from __future__ import annotations

import re
from typing import Any

from bot.local.payloads import VALUE_KEY, stateful_elements
from bot.local.ports import JSON


class NotAChoiceError(Exception):
    """A value the element does not offer."""


def held_value(element: JSON, value: Any, options: list[JSON] | None = None) -> JSON:
    """The state of `element` once `value` is picked; see *Values* in `page_api`.

    `options` are those an external select has just offered.
    """
    kind = element["type"]
    key = VALUE_KEY[kind]
    if key in ("selected_option", "selected_options"):
        offered = options if options is not None else offered_options(element)
        if key == "selected_option":
            return {"type": kind, key: None if value is None else _option(offered, value)}
        return {"type": kind, key: [_option(offered, v) for v in value or []]}
    if key.endswith("s"):
        return {"type": kind, key: list(value or [])}
    return {"type": kind, key: None if value in (None, "") else value}


def offered_options(element: JSON) -> list[JSON]:
    """Every option of an element, groups unfolded; an external select knows its initial ones only."""
    options = list(element.get("options", []))
    for group in element.get("option_groups", []):
        options += group["options"]
    options += [element["initial_option"]] if "initial_option" in element and not options else []
    return options or list(element.get("initial_options", []))


def _option(offered: list[JSON], value: Any) -> JSON:
    for option in offered:
        if option["value"] == value:
            return option
    raise NotAChoiceError(f"{value!r} is not among {[o['value'] for o in offered]}")


def plain_value(held: JSON) -> Any:
    """The reverse of `held_value`: what the page shows and sends."""
    value = held[VALUE_KEY[held["type"]]]
    if isinstance(value, dict) and "value" in value:
        return value["value"]
    if isinstance(value, list):
        return [v["value"] if isinstance(v, dict) and "value" in v else v for v in value]
    return value


def action_of(block_id: str, element: JSON, value: Any, action_ts: str, options: list[JSON] | None) -> JSON:
    """The entry of `actions` for using `element`."""
    kind = element["type"]
    action: JSON = {
        "type": kind,
        "action_id": element["action_id"],
        "block_id": block_id,
        "action_ts": action_ts,
    }
    if kind in ("button", "icon_button", "workflow_button"):
        return action | {k: element[k] for k in ("text", "value", "url", "style") if k in element}
    if kind == "overflow":
        return action | {"selected_option": _option(element["options"], value)}
    if kind == "feedback_buttons":
        sides = (element["positive_button"], element["negative_button"])
        side: JSON = next(s for s in sides if s["value"] == value)
        return action | side
    for extra in ("placeholder", "initial_option", "initial_date"):
        if extra in element:
            action[extra] = element[extra]
    return action | held_value(element, value, options)


def client_errors(blocks: list[JSON], values: dict[str, dict[str, JSON]]) -> dict[str, str]:
    """What Slack's own client refuses before sending a modal, by block_id."""
    errors = {}
    for block, element in stateful_elements(blocks):
        if block["type"] != "input":
            continue
        value = values[block["block_id"]][element["action_id"]][VALUE_KEY[element["type"]]]
        if value in (None, "", []):
            if not block.get("optional"):
                errors[block["block_id"]] = "Please complete this required field."
        elif sentence := _malformed(element, value):
            errors[block["block_id"]] = sentence
    return errors


def _malformed(element: JSON, value: Any) -> str:
    kind = element["type"]
    if kind == "plain_text_input":
        if len(value) > element.get("max_length", 3000):
            return f"Please use at most {element.get('max_length', 3000)} characters."
        if len(value) < element.get("min_length", 0):
            return f"Please use at least {element['min_length']} characters."
    if kind == "email_text_input" and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", value):
        return "Please enter a valid email address."
    if kind == "url_text_input" and not re.fullmatch(r"https?://\S+", value):
        return "Please enter a valid URL."
    if kind == "number_input":
        pattern = r"-?\d+(\.\d+)?" if element["is_decimal_allowed"] else r"-?\d+"
        if not re.fullmatch(pattern, value):
            return "Please enter a valid number."
    if len(value) > element.get("max_selected_items", 1000) if isinstance(value, list) else False:
        return f"Please choose at most {element['max_selected_items']}."
    return ""
