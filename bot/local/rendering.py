"""What a person reads: mrkdwn, blocks, messages and views as plain text."""

from __future__ import annotations

import html
import re
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from bot.local.model import Message, User, View
from bot.local.payloads import VALUE_KEY
from bot.local.ports import JSON
from bot.local.workspace import Workspace

TOKEN = re.compile(r"<([@#!]?)([^<>|]+)(?:\|([^<>]*))?>")
MARKS = re.compile(r"(?<![\w*_~`])([*_~`])(?=\S)((?:(?!\1)[^\n])*?\S)\1(?![\w*_~`])")
DATE_FORMATS = {
    "date_num": "%Y-%m-%d",
    "date": "%B %-d, %Y",
    "date_short": "%b %-d, %Y",
    "date_long": "%A, %B %-d, %Y",
    "date_pretty": "%B %-d, %Y",
    "date_short_pretty": "%b %-d, %Y",
    "date_long_pretty": "%A, %B %-d, %Y",
    "time": "%H:%M",
    "time_secs": "%H:%M:%S",
}


class Reader:
    """Renders for one person, in whose zone dates are shown."""

    def __init__(self, workspace: Workspace, user: User) -> None:
        self.workspace = workspace
        self.zone = ZoneInfo(user.tz or "UTC")

    def mrkdwn(self, text: str) -> str:
        """Slack's mrkdwn as read: names for mentions, labels for links, no marks, no escapes."""
        return html.unescape(self._without_marks(TOKEN.sub(self._token, text)))

    def _without_marks(self, text: str) -> str:
        before = ""
        while before != text:
            before, text = text, MARKS.sub(r"\2", text)
        return text

    def _token(self, match: re.Match[str]) -> str:
        sigil, target, label = match.groups()
        if sigil == "@":
            user = self.workspace.users.get(target)
            return f"@{user.shown_name}" if user else f"@{label or target}"
        if sigil == "#":
            channel = self.workspace.channels.get(target)
            return f"#{channel.name}" if channel else f"#{label or target}"
        if sigil == "!":
            return self._special(target, label)
        return label or target.removeprefix("mailto:")

    def _special(self, target: str, label: str | None) -> str:
        if not target.startswith("date^"):
            return label or f"@{target.partition('^')[0]}"
        _, seconds, pattern, *_ = target.split("^")
        moment = datetime.fromtimestamp(int(seconds), UTC).astimezone(self.zone)
        return re.sub(
            r"\{(\w+)\}",
            lambda m: moment.strftime(DATE_FORMATS[m[1]]) if m[1] in DATE_FORMATS else m[0],
            pattern,
        )

    def text_object(self, text: Any) -> str:
        """A plain_text or mrkdwn object, a bare string or nothing."""
        if isinstance(text, str):
            return text
        if not isinstance(text, dict):
            return ""
        plain: str = text.get("text", "")
        return self.mrkdwn(plain) if text.get("type") == "mrkdwn" else plain

    def message(self, message: Message) -> str:
        """A message as shown: its blocks or else its text, previews, files and reactions."""
        parts = [self.blocks(message.blocks) if message.blocks else self.mrkdwn(message.text)]
        parts += [self._attachment(a) for a in message.attachments or []]
        if message.files and message.blocks and message.text:
            parts.insert(0, self.mrkdwn(message.text))
        parts += [f"[file: {f['title']}]" for f in message.files]
        parts += [f":{name}: {len(users)}" for name, users in message.reactions.items()]
        return "\n".join(p for p in parts if p)

    def _attachment(self, attachment: JSON) -> str:
        if "blocks" in attachment:
            return self.blocks(attachment["blocks"])
        return self.mrkdwn(attachment.get("text") or attachment.get("fallback") or "")

    def view(self, view: View) -> str:
        """A view as shown, with title, filled-in values, errors and its buttons."""
        data = view.data
        title, submit, close = (self.text_object(data.get(k)) for k in ("title", "submit", "close"))
        lines = [title, self.blocks(view.blocks, view), *(f"[{label}]" for label in (close, submit) if label)]
        return "\n".join(line for line in lines if line)

    def blocks(self, blocks: list[JSON], view: View | None = None) -> str:
        """Blocks, one or more lines each."""
        return "\n".join(line for b in blocks if (line := self.block(b, view)))

    def block(self, block: JSON, view: View | None = None) -> str:
        """One block."""
        kind = block["type"]
        if kind == "divider":
            return "———"
        if kind == "rich_text":
            return self.rich_text(block)
        if kind in ("table", "data_table"):
            return "\n".join(" | ".join(self._cell(c) for c in row) for row in block["rows"])
        if kind == "image":
            return f"[image: {block['alt_text']}]"
        if kind == "input":
            return self._input(block, view)
        if kind in ("actions", "context_actions", "context"):
            return " ".join(self.element(e, block, view) for e in block["elements"])
        lines = [self.text_object(block.get(k)) for k in ("title", "subtitle", "text", "body", "caption")]
        lines += [self.text_object(f) for f in block.get("fields", [])]
        lines += [self.blocks(block["child_blocks"], view)] if "child_blocks" in block else []
        lines += [self.blocks(block["tasks"], view)] if "tasks" in block else []
        lines += [self.blocks(block["elements"], view)] if kind == "carousel" else []
        lines += [
            self.element(e, block, view) for e in [block.get("accessory"), *block.get("actions", [])] if e
        ]
        return "\n".join(line for line in lines if line)

    def _cell(self, cell: JSON) -> str:
        if cell["type"] == "rich_text":
            return self.rich_text(cell)
        return str(cell.get("text") or cell.get("value", ""))

    def _input(self, block: JSON, view: View | None) -> str:
        label = self.text_object(block["label"])
        line = f"{label}: {self.element(block['element'], block, view)}"
        hint = self.text_object(block.get("hint"))
        error = view.errors.get(block["block_id"], "") if view else ""
        return "\n".join(part for part in (line, hint, f"! {error}" if error else "") if part)

    def element(self, element: JSON, block: JSON, view: View | None = None) -> str:
        """An element as shown: `[Label]` for buttons, the value or placeholder for inputs."""
        kind = element["type"]
        if kind in ("mrkdwn", "plain_text"):
            return self.text_object(element)
        if kind == "image":
            return f"[image: {element['alt_text']}]"
        if kind in ("button", "icon_button", "workflow_button"):
            return f"[{self.text_object(element['text'])}]"
        if kind == "feedback_buttons":
            sides = (element["positive_button"], element["negative_button"])
            return " ".join(f"[{self.text_object(s['text'])}]" for s in sides)
        if kind == "overflow":
            return f"[⋯ {' / '.join(self.text_object(o['text']) for o in element['options'])}]"
        shown = self.value(element, block, view)
        if kind in ("checkboxes", "radio_buttons"):
            return " ".join(
                f"({'x' if self.text_object(o['text']) in shown else ' '}) {self.text_object(o['text'])}"
                for o in element["options"]
            )
        return f"[{', '.join(shown) or self.text_object(element.get('placeholder'))}]"

    def value(self, element: JSON, block: JSON, view: View | None) -> list[str]:
        """What is filled in or chosen, as read."""
        key = VALUE_KEY[element["type"]]
        if view is not None:
            held = view.values.get(block["block_id"], {}).get(element["action_id"], {}).get(key)
        else:
            held = element.get(key.replace("selected_", "initial_"), element.get("initial_value"))
        several = held if isinstance(held, list) else [held]
        return [self._shown(v) for v in several if v not in (None, "")]

    def _shown(self, value: Any) -> str:
        if isinstance(value, dict):
            return self.text_object(value.get("text") or value.get("title"))
        if value in self.workspace.users:
            return f"@{self.workspace.users[value].shown_name}"
        if value in self.workspace.channels:
            return f"#{self.workspace.channels[value].name}"
        if isinstance(value, int):
            return datetime.fromtimestamp(value, UTC).astimezone(self.zone).strftime("%Y-%m-%d %H:%M")
        return str(value)

    def rich_text(self, block: JSON) -> str:
        """A rich_text block."""
        return "\n".join(self._rich(e) for e in block["elements"])

    def _rich(self, part: JSON) -> str:
        kind = part["type"]
        if kind == "rich_text_list":
            return "\n".join(f"• {self._rich(e)}" for e in part["elements"])
        if "elements" in part:
            return "".join(self._rich(e) for e in part["elements"])
        if kind == "user":
            return self._token_of("@", part["user_id"])
        if kind == "channel":
            return self._token_of("#", part["channel_id"])
        if kind == "broadcast":
            return f"@{part['range']}"
        if kind == "emoji":
            return f":{part['name']}:"
        text: str = part.get("text") or part.get("url", "").removeprefix("mailto:")
        return text

    def _token_of(self, sigil: str, target: str) -> str:
        return TOKEN.sub(self._token, f"<{sigil}{target}>")
