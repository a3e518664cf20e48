"""A form that was open while the row changed: only what its person changed in it is theirs to store."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

_FILLED_AS = {
    "initial_value": "value",
    "initial_option": "selected_option",
    "initial_options": "selected_options",
    "initial_date": "selected_date",
    "initial_time": "selected_time",
    "initial_user": "selected_user",
    "initial_users": "selected_users",
}  # how Slack calls what a form was opened with, and what came back


def merged(
    sent: Mapping[str, Any], opened: Iterable[Mapping[str, Any]], now: Iterable[Mapping[str, Any]]
) -> dict[str, Any]:
    """The values of a form with what was left as it was `opened` replaced by what is so `now`.

    `sent` as in a view's state; `opened` and `now` are the blocks of the form then and as of today's rows.
    """
    before, current = _filled(opened), _filled(now)
    left = (block for block in current if block in before)
    untouched = (block for block in left if _meant(sent.get(block)) == _meant(before[block]))
    return dict(sent) | {block: current[block] for block in untouched}


def _filled(blocks: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    """What a form was opened with, in the shape of a view's state."""
    found: dict[str, Any] = {}
    for block in blocks:
        if block["type"] == "input":
            element = block["element"]
            state = {name: element[initial] for initial, name in _FILLED_AS.items() if initial in element}
            found[block["block_id"]] = {element["action_id"]: state}
    return found


def _meant(block: Mapping[str, Any] | None) -> object:
    """A field's value without what Slack adds to it: texts trimmed, options by value, many in any order."""
    state: Mapping[str, Any] = next(iter((block or {}).values()), {})
    value = next((state[name] for name in _FILLED_AS.values() if state.get(name)), None)
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, Mapping):
        return value["value"]
    if value is None:
        return None
    return frozenset(each["value"] if isinstance(each, Mapping) else each for each in value)
