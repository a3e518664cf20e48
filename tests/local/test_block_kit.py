"""The validator refuses what Slack refuses and takes what Slack takes."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk.models import blocks as kit
from slack_sdk.models.blocks.block_elements import FileInputElement
from slack_sdk.models.views import View

from bot.local.block_kit import check_blocks, check_view


def plain(text: str = "x") -> dict[str, Any]:
    return {"type": "plain_text", "text": text}


def mrkdwn(text: str = "x") -> dict[str, Any]:
    return {"type": "mrkdwn", "text": text}


def section(**more: Any) -> dict[str, Any]:
    return {"type": "section", "text": mrkdwn()} | more


def button(**more: Any) -> dict[str, Any]:
    return {"type": "button", "text": plain(), "action_id": "a"} | more


def actions(*elements: Any, **more: Any) -> dict[str, Any]:
    return {"type": "actions", "elements": list(elements)} | more


def option(text: str = "x", value: str = "v", **more: Any) -> dict[str, Any]:
    return {"text": plain(text), "value": value} | more


def options(count: int) -> list[dict[str, Any]]:
    return [option(value=str(n)) for n in range(count)]


def select(**more: Any) -> dict[str, Any]:
    return {"type": "static_select", "action_id": "s", "options": options(2)} | more


def field(element: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {
        "type": "input",
        "label": plain(),
        "element": element or {"type": "plain_text_input", "action_id": "t"},
    } | more


CONFIRM = {"title": plain(), "text": plain(), "confirm": plain(), "deny": plain()}

REFUSED: dict[str, tuple[list[Any], str]] = {
    "no list item": (["x"], "must provide an object"),
    "no type": ([{}], "missing required field: type"),
    "unknown type": ([{"type": "marquee"}], "unsupported type: marquee [json-pointer:/blocks/0/type]"),
    "unknown key": ([section(color="red")], "invalid additional property: color"),
    "51 blocks": ([{"type": "divider"}] * 51, "no more than 50 items"),
    "long block_id": ([section(block_id="x" * 256)], "must be less than 256 characters"),
    "empty section": ([{"type": "section"}], "missing required field: text"),
    "long section": ([section(text=mrkdwn("x" * 3001))], "must be less than 3001 characters"),
    "empty text": ([section(text=mrkdwn(""))], "must be more than 0 characters"),
    "text that is a string": ([section(text="x")], "must provide an object"),
    "emoji in mrkdwn": ([section(text=mrkdwn() | {"emoji": True})], "invalid additional property: emoji"),
    "verbatim in plain text": ([section(text=plain() | {"verbatim": True})], "invalid additional property"),
    "11 fields": ([section(fields=[mrkdwn()] * 11)], "no more than 10 items"),
    "long field": ([section(fields=[mrkdwn("x" * 2001)])], "must be less than 2001 characters"),
    "input as accessory": ([section(accessory={"type": "plain_text_input"})], "unsupported type"),
    "long header": ([{"type": "header", "text": plain("x" * 151)}], "must be less than 151 characters"),
    "mrkdwn header": ([{"type": "header", "text": mrkdwn()}], "must be one of: plain_text"),
    "26 actions": (
        [actions(*(button(action_id=str(n)) for n in range(26)))],
        "no more than 25 items",
    ),
    "no actions": ([actions()], "no less than 1 items"),
    "text in actions": ([actions(mrkdwn())], "unsupported type: mrkdwn"),
    "11 context elements": ([{"type": "context", "elements": [mrkdwn()] * 11}], "no more than 10"),
    "button in context": ([{"type": "context", "elements": [button()]}], "unsupported type: button"),
    "long button": ([actions(button(text=plain("x" * 76)))], "must be less than 76"),
    "mrkdwn button": ([actions(button(text=mrkdwn()))], "must be one of: plain_text"),
    "long value": ([actions(button(value="x" * 2001))], "must be less than 2001"),
    "number as value": ([actions(button(value=1))], "must be a string"),
    "long url": ([actions(button(url="https://x.example/" + "x" * 3000))], "must be less than 3001"),
    "bad url": ([actions(button(url="javascript:alert(1)"))], "failed to match"),
    "bad style": ([actions(button(style="huge"))], "must be one of: primary, danger"),
    "long action_id": ([actions(button(action_id="x" * 256))], "must be less than 256"),
    "long confirm title": ([actions(button(confirm=CONFIRM | {"title": plain("x" * 101)}))], "less than 101"),
    "long confirm text": ([actions(button(confirm=CONFIRM | {"text": plain("x" * 301)}))], "less than 301"),
    "long confirm button": ([actions(button(confirm=CONFIRM | {"deny": plain("x" * 31)}))], "less than 31"),
    "half a confirm": ([actions(button(confirm={"title": plain()}))], "missing required field: text"),
    "two equal block ids": ([section(block_id="b"), section(block_id="b")], "`block_id` b already exists"),
    "two equal action ids": ([actions(button(), button())], "already exists for another element"),
    "the same action id in two blocks": ([actions(button()), actions(button())], "already exists"),
    "no options": ([actions(select(options=[]))], "no less than 1"),
    "101 options": ([actions(select(options=options(101)))], "no more than 100"),
    "options and groups": (
        [actions(select(option_groups=[{"label": plain(), "options": options(1)}]))],
        "exactly one of: options, option_groups",
    ),
    "long option": ([actions(select(options=[option("x" * 76)]))], "less than 76"),
    "long option value": ([actions(select(options=[option(value="x" * 151)]))], "less than 151"),
    "long description": ([actions(select(options=[option(description=plain("x" * 76))]))], "less than 76"),
    "mrkdwn option": ([actions(select(options=[{"text": mrkdwn(), "value": "v"}]))], "must be one of"),
    "url of an option": (
        [actions(select(options=[option(url="https://x.example")]))],
        "additional property: url",
    ),
    "repeated option values": ([actions(select(options=[option(), option()]))], "must be unique"),
    "initial option elsewhere": ([actions(select(initial_option=option(value="z")))], "must exactly match"),
    "long placeholder": ([actions(select(placeholder=plain("x" * 151)))], "less than 151"),
    "6 overflow options": (
        [actions({"type": "overflow", "action_id": "o", "options": options(6)})],
        "no more than 5",
    ),
    "11 checkboxes": (
        [actions({"type": "checkboxes", "action_id": "c", "options": options(11)})],
        "no more than 10",
    ),
    "11 radio buttons": (
        [actions({"type": "radio_buttons", "action_id": "c", "options": options(11)})],
        "no more than 10",
    ),
    "a date that is none": (
        [actions({"type": "datepicker", "action_id": "d", "initial_date": "24-11-2026"})],
        "failed to match",
    ),
    "a time that is none": (
        [actions({"type": "timepicker", "action_id": "d", "initial_time": "25:00"})],
        "failed to match",
    ),
    "image without alt text": ([{"type": "image", "image_url": "https://x.example/i"}], "alt_text"),
    "image without source": ([{"type": "image", "alt_text": "x"}], "exactly one of: image_url, slack_file"),
    "long alt text": (
        [{"type": "image", "image_url": "https://x.example/i", "alt_text": "x" * 2001}],
        "less than 2001",
    ),
    "input in a message": ([field()], "unsupported type: input"),
    "alert in a message": ([{"type": "alert", "text": mrkdwn()}], "unsupported type: alert"),
    "12,001 characters of Markdown": (
        [{"type": "markdown", "text": "x" * 6001}] * 2,
        "markdown must be less than 12001",
    ),
    "101 rows": (
        [{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]] * 101}],
        "no more than 100",
    ),
    "21 cells": ([{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}] * 21]}], "no more than 20"),
    "two tables": ([{"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}] * 2, "only one table"),
    "long card title": ([{"type": "card", "title": plain("x" * 151)}], "less than 151"),
    "long card body": ([{"type": "card", "body": plain("x" * 201)}], "less than 201"),
    "11 cards": ([{"type": "carousel", "elements": [{"type": "card"}] * 11}], "no more than 10"),
    "11 children": ([{"type": "container", "child_blocks": [section()] * 11}], "no more than 10"),
    "6 context actions": (
        [
            {
                "type": "context_actions",
                "elements": [
                    {"type": "icon_button", "icon": "trash", "text": plain(), "action_id": str(n)}
                    for n in range(6)
                ],
            }
        ],
        "no more than 5",
    ),
    "page of 101": (
        [{"type": "data_table", "rows": [[{"type": "raw_text", "text": "x"}]], "page_size": 101}],
        "between 1 and 100",
    ),
    "unknown rich text": (
        [{"type": "rich_text", "elements": [{"type": "blink"}]}],
        "unsupported type: blink",
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_in_messages(case: str) -> None:
    blocks, words = REFUSED[case]
    faults = check_blocks(blocks, "message")
    assert any(words in fault for fault in faults), faults
    assert all(fault.startswith("[ERROR] ") and "[json-pointer:/blocks" in fault for fault in faults)


def modal(*blocks: Any, **more: Any) -> dict[str, Any]:
    return {"type": "modal", "title": plain(), "submit": plain(), "blocks": list(blocks)} | more


def home(*blocks: Any, **more: Any) -> dict[str, Any]:
    return {"type": "home", "blocks": list(blocks)} | more


def without(view: dict[str, Any], key: str) -> dict[str, Any]:
    return {k: v for k, v in view.items() if k != key}


VIEWS_REFUSED: dict[str, tuple[dict[str, Any], str]] = {
    "no title": (without(modal(), "title"), "missing required field: title"),
    "long title": (modal(title=plain("x" * 25)), "less than 25"),
    "long submit": (modal(submit=plain("x" * 25)), "less than 25"),
    "long close": (modal(close=plain("x" * 25)), "less than 25"),
    "long metadata": (modal(private_metadata="x" * 3001), "less than 3001"),
    "long callback_id": (modal(callback_id="x" * 256), "less than 256"),
    "101 blocks": (modal(*([{"type": "divider"}] * 101)), "no more than 100"),
    "input without submit": (without(modal(field()), "submit"), "missing required field: submit"),
    "long label": (modal(field(label=plain("x" * 2001))), "less than 2001"),
    "long hint": (modal(field(hint=plain("x" * 2001))), "less than 2001"),
    "button as input": (modal(field(button())), "unsupported type: button"),
    "long initial value": (
        modal(field({"type": "plain_text_input", "initial_value": "x" * 3001})),
        "less than 3001",
    ),
    "max_length 3001": (
        modal(field({"type": "plain_text_input", "max_length": 3001})),
        "between 1 and 3000",
    ),
    "number without decimals": (modal(field({"type": "number_input"})), "is_decimal_allowed"),
    "11 files": (modal(field({"type": "file_input", "max_files": 11})), "between 1 and 10"),
    "table in a modal": (
        modal({"type": "table", "rows": [[{"type": "raw_text", "text": "x"}]]}),
        "unsupported type: table",
    ),
    "alert at home": (home({"type": "alert", "text": mrkdwn()}), "unsupported type: alert"),
    "title at home": (home(title=plain()), "invalid additional property: title"),
    "no such view": ({"type": "window", "blocks": []}, "unsupported type: window"),
}


@pytest.mark.parametrize("case", VIEWS_REFUSED)
def test_refused_views(case: str) -> None:
    view, words = VIEWS_REFUSED[case]
    faults = check_view(view, "modal", "home")
    assert any(words in fault for fault in faults), faults


def test_alerts_and_inputs_are_for_modals() -> None:
    assert check_view(modal({"type": "alert", "text": mrkdwn(), "level": "warning"}, field()), "modal") == []
    assert check_view(home(field()), "home") == []


def sdk_option(number: int) -> kit.Option:
    return kit.Option(text=f"Option {number}", value=str(number))


SDK = [
    kit.SectionBlock(text=kit.MarkdownTextObject(text="*x*"), fields=["a", "b"]),
    kit.SectionBlock(
        text="x", accessory=kit.ButtonElement(text="Go", action_id="1", style="primary", value="v")
    ),
    kit.SectionBlock(text="x", accessory=kit.ImageElement(image_url="https://x.example/i.png", alt_text="i")),
    kit.SectionBlock(text="x", accessory=kit.OverflowMenuElement(action_id="2", options=[sdk_option(1)])),
    kit.HeaderBlock(text="Header"),
    kit.DividerBlock(),
    kit.ContextBlock(elements=[kit.MarkdownTextObject(text="x"), kit.PlainTextObject(text="y")]),
    kit.ImageBlock(image_url="https://x.example/i.png", alt_text="i", title="Title"),
    kit.MarkdownBlock(text="**x**"),
    kit.ActionsBlock(
        elements=[
            kit.ButtonElement(
                text="Delete",
                action_id="3",
                confirm=kit.ConfirmObject(title="Sure", text="Really", confirm="Yes", deny="No"),
            ),
            kit.StaticSelectElement(
                action_id="4", placeholder="Pick", options=[sdk_option(1)], initial_option=sdk_option(1)
            ),
            kit.UserSelectElement(action_id="5", placeholder="Who"),
            kit.ConversationSelectElement(
                action_id="6", filter=kit.ConversationFilter(include=["public"]), response_url_enabled=False
            ),
            kit.ChannelSelectElement(action_id="7"),
            kit.ExternalDataSelectElement(action_id="8", min_query_length=1),
            kit.DatePickerElement(action_id="9", initial_date="2026-11-24"),
            kit.TimePickerElement(action_id="10", initial_time="09:00", timezone="Asia/Jakarta"),
            kit.DateTimePickerElement(action_id="11", initial_date_time=1795485600),
            kit.CheckboxesElement(action_id="12", options=[sdk_option(1)]),
            kit.RadioButtonsElement(action_id="13", options=[sdk_option(1)]),
            kit.StaticMultiSelectElement(action_id="14", options=[sdk_option(1)], max_selected_items=2),
        ]
    ),
    kit.TableBlock(rows=[[kit.RawTextObject(text="a"), kit.RawTextObject(text="b")]]),
    kit.RichTextBlock(
        elements=[kit.RichTextSectionElement(elements=[kit.RichTextElementParts.Text(text="x")])]
    ),
    kit.CardBlock(title="Card", body="Body", actions=[kit.ButtonElement(text="Go", action_id="15")]),
]


@pytest.mark.parametrize("block", SDK, ids=lambda b: b.type)
def test_what_slacks_own_models_make_is_taken(block: kit.Block) -> None:
    assert check_blocks([block.to_dict()], "message") == []


def test_a_form_of_slacks_own_models_is_taken() -> None:
    elements = [
        kit.PlainTextInputElement(action_id="1", multiline=True, max_length=100, placeholder="x"),
        kit.NumberInputElement(action_id="2", is_decimal_allowed=False, min_value="1"),
        kit.EmailInputElement(action_id="3"),
        kit.UrlInputElement(action_id="4"),
        kit.UserMultiSelectElement(action_id="5", initial_users=["U1"]),
        kit.ConversationMultiSelectElement(action_id="6", default_to_current_conversation=True),
        kit.RichTextInputElement(action_id="7"),
        FileInputElement(action_id="8", filetypes=["csv"], max_files=1),
        kit.DatePickerElement(action_id="9", focus_on_load=True),
    ]
    view = View(
        type="modal",
        title=plain("Form"),
        submit=plain("Send"),
        close=plain("Cancel"),
        callback_id="form",
        private_metadata="{}",
        notify_on_close=True,
        blocks=[kit.InputBlock(label="L", element=e, optional=True, hint="H") for e in elements],
    )
    assert check_view(view.to_dict(), "modal") == []
