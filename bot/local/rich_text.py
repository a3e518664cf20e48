"""The `rich_text` block Slack makes of what a person typed."""

from __future__ import annotations

import html
import re

from bot.local.ports import JSON

TOKEN = re.compile(r"<([@#!]?)([^|>]+)(?:\|([^>]*))?>")


def rich_text_of(text: str, block_id: str) -> JSON:
    """One section with the text's mentions, channels, broadcasts and links as elements."""
    elements: list[JSON] = []
    position = 0
    for match in TOKEN.finditer(text):
        _add_text(elements, text[position : match.start()])
        elements.append(_element(*match.groups()))
        position = match.end()
    _add_text(elements, text[position:])
    section = {"type": "rich_text_section", "elements": elements}
    return {"type": "rich_text", "block_id": block_id, "elements": [section]}


def _add_text(elements: list[JSON], text: str) -> None:
    if text:
        elements.append({"type": "text", "text": html.unescape(text)})


def _element(sigil: str, target: str, label: str | None) -> JSON:
    if sigil == "@":
        return {"type": "user", "user_id": target}
    if sigil == "#":
        return {"type": "channel", "channel_id": target}
    if sigil == "!":
        return {"type": "broadcast", "range": target}
    return {"type": "link", "url": html.unescape(target)} | ({"text": label} if label else {})
