"""The inputs of forms. Each is named by its field: block_id and action_id are the same."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.views.ids import Field
from bot.views.kit import Block, clean, plain_text, visible

Choice = tuple[str, str]  # (value, what the reader sees)

_INPUT_MOST, _OPTIONS_MOST, _OPTION_TEXT = 3000, 100, 75


def _input(label: str, field: Field, element: Block, *, optional: bool, hint: str | None = None) -> Block:
    block: Block = {
        "type": "input",
        "block_id": field.value,
        "label": plain_text(label, 2000),
        "element": {**element, "action_id": field.value},
        "optional": optional,
    }
    if hint:
        block["hint"] = plain_text(hint, 2000)
    return block


def text_input(
    label: str,
    field: Field,
    *,
    initial: str = "",
    multiline: bool = False,
    optional: bool = True,
    hint: str | None = None,
) -> Block:
    element: Block = {"type": "plain_text_input", "multiline": multiline, "max_length": _INPUT_MOST}
    shown = visible(initial)[:_INPUT_MOST] if multiline else clean(initial, _INPUT_MOST)
    if shown:
        element["initial_value"] = shown
    return _input(label, field, element, optional=optional, hint=hint)


def date_input(
    label: str, field: Field, *, initial: date | None = None, optional: bool = True, hint: str | None = None
) -> Block:
    element: Block = {"type": "datepicker"}
    if initial:
        element["initial_date"] = initial.isoformat()
    return _input(label, field, element, optional=optional, hint=hint)


def time_input(
    label: str, field: Field, *, initial: int | None = None, optional: bool = True, hint: str | None = None
) -> Block:
    """`initial` in minutes after midnight."""
    element: Block = {"type": "timepicker"}
    if initial is not None:
        element["initial_time"] = f"{initial // 60:02d}:{initial % 60:02d}"
    return _input(label, field, element, optional=optional, hint=hint)


def people_input(label: str, field: Field, *, initial: Iterable[str] = (), optional: bool = True) -> Block:
    """Members of the workspace, by Slack id."""
    element: Block = {"type": "multi_users_select"}
    chosen = [*initial]
    if chosen:
        element["initial_users"] = chosen
    return _input(label, field, element, optional=optional)


def person_input(label: str, field: Field, *, initial: str | None = None, optional: bool = True) -> Block:
    element: Block = {"type": "users_select"}
    if initial:
        element["initial_user"] = initial
    return _input(label, field, element, optional=optional)


def choice_input(
    label: str,
    field: Field,
    choices: Sequence[Choice],
    *,
    initial: str | None = None,
    optional: bool = True,
    radio: bool = False,
) -> Block | None:
    """One of `choices` (at most a hundred; `radio`: at most ten), or nothing to choose from: None."""
    options = [_option(choice) for choice in choices[:_OPTIONS_MOST]]
    if not options:
        return None
    element: Block = {"type": "radio_buttons" if radio else "static_select", "options": options}
    chosen = next((option for option in options if option["value"] == initial), None)
    if chosen:
        element["initial_option"] = chosen
    return _input(label, field, element, optional=optional)


def choices_input(
    label: str, field: Field, choices: Sequence[Choice], *, initial: Iterable[str] = (), optional: bool = True
) -> Block:
    """Any of `choices` (at most ten), as boxes to tick."""
    options = [_option(choice) for choice in choices]
    wanted = set(initial)
    element: Block = {"type": "checkboxes", "options": options}
    ticked = [option for option in options if option["value"] in wanted]
    if ticked:
        element["initial_options"] = ticked
    return _input(label, field, element, optional=optional)


def _option(choice: Choice) -> Block:
    value, text = choice
    return {"text": plain_text(text, _OPTION_TEXT), "value": value}
