"""Block Kit within Slack's limits: what a view may say, escaped, cut and counted in one place.

Blocks are plain dicts: `slack_sdk.models` costs 0.1 s to import and validates again on every `to_dict()`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

from bot.i18n import Translator, fill

Block = dict[str, Any]

# Slack's limits (Block Kit reference); the total of a message is undocumented, refusals begin near 13,200
SECTION, FIELD, CONTEXT, HEADER, BUTTON_TEXT, BUTTON_VALUE = 3000, 2000, 2000, 150, 75, 2000
MESSAGE_BLOCKS, MESSAGE_SIZE, MESSAGE_TEXT = 50, 12_000, 3_900
FACT, TITLE = 1_000, 300  # how much of one value is shown, so that one long value cannot push out the rest


class Markup(str):
    """Text that is mrkdwn already: escaped, safe to show as it stands."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Message:
    """`text` is the whole message in plain words: what notifications and screen readers read."""

    text: str
    blocks: tuple[Block, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"text": self.text, "blocks": [*self.blocks]}


@dataclass(frozen=True, slots=True)
class Modal:
    callback_id: str
    title: str
    blocks: tuple[Block, ...]
    submit: str
    close: str
    private_metadata: str = ""

    def to_dict(self) -> dict[str, Any]:
        return {
            "type": "modal",
            "callback_id": self.callback_id,
            "title": plain_text(self.title, 24),
            **({"submit": plain_text(self.submit, 24)} if self.submit else {}),
            "close": plain_text(self.close, 24),
            "private_metadata": self.private_metadata,
            "blocks": [*self.blocks],
        }


@dataclass(frozen=True, slots=True)
class Home:
    blocks: tuple[Block, ...]

    def to_dict(self) -> dict[str, Any]:
        return {"type": "home", "blocks": [*self.blocks]}


# --- text ------------------------------------------------------------------------------------

_LOOKALIKE = {"*": "∗", "_": "ˍ", "~": "∼", "`": "ˋ"}
_FORMATTING = re.compile(r"`|(?<!\w)[*_~](?=\S)|(?<=\S)[*_~](?!\w)")  # a mark inside a word formats nothing
_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")
_OURS = re.compile(r"(?<![\w*_~])([*_~])(?=\S)(.+?)(?<=\S)\1(?!\w)")


def visible(text: str) -> str:
    """`text` without control and direction characters and without halves of a character."""
    return text if text.isprintable() else _UNSEEN.sub("", text)


def clean(text: str, limit: int = FACT) -> str:
    """`text` on one line, without control and direction characters, cut at `limit` with “…”."""
    short = text[: limit + 200]  # enough even when blanks are dropped; a 40,000-character title stays cheap
    words = " ".join(visible(short.replace("\n", " ")).split())
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def escape(text: str, limit: int = FACT) -> Markup:
    """Somebody's words as mrkdwn that shows them as they are: no ping, no link, no formatting.

    `limit` counts what Slack counts: the escaped text.
    """
    shown = _FORMATTING.sub(lambda mark: _LOOKALIKE[mark[0]], clean(text, limit))
    return clip(shown.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"), limit)


def quote(text: str, limit: int = FACT) -> Markup:
    """Somebody's longer words as a quotation, line by line."""
    lines = [line for line in text[: 2 * limit].splitlines() if line.strip()] or [""]
    return clip("\n".join(f"> {escape(line, limit)}" for line in lines), limit)


def md(t: Translator, sentence: str, /, **facts: object) -> Markup:
    """The translated sentence with every fact that is no Markup escaped."""
    return Markup(fill(t.template(sentence), _escaped(t, facts)))


def md_plural(t: Translator, one: str, many: str, n: int, /, **facts: object) -> Markup:
    """As `md`, in the form for `n`, which fills {n}."""
    return Markup(fill(t.plural_template(one, many, n), {"n": t.number(n), **_escaped(t, facts)}))


def _escaped(t: Translator, facts: dict[str, object]) -> dict[str, object]:
    return {
        name: fact if isinstance(fact, Markup) else escape(str(fact)) for name, fact in t.shown(facts).items()
    }


def clip(markup: str, limit: int) -> Markup:
    """`markup` within `limit` characters, never cut inside an entity or a reference."""
    if len(markup) <= limit:
        return Markup(markup)
    kept = markup[: limit - 1]
    for opening, closing in (("&", ";"), ("<", ">")):
        if kept.rfind(opening) > kept.rfind(closing):
            kept = kept[: kept.rfind(opening)]
    return Markup(kept.rstrip() + "…")


def joined(parts: Iterable[str | None], by: str = " — ") -> Markup:
    """The parts that say something, side by side."""
    return Markup(by.join(part for part in parts if part))


def channel(slack_id: str) -> Markup:
    """A reference that Slack shows as the channel's name, to those who may see it."""
    return Markup(f"<#{slack_id}>") if slack_id.isalnum() else escape(slack_id)


def plain(markup: str) -> str:
    """`markup` without our own formatting; still escaped, for Slack reads `text` as mrkdwn too."""
    return _OURS.sub(r"\2", _OURS.sub(r"\2", markup))


# --- blocks ----------------------------------------------------------------------------------


def plain_text(text: str, limit: int) -> Block:
    return {"type": "plain_text", "text": clean(text, limit) or "…", "emoji": True}


def _mrkdwn(text: str, limit: int) -> Block:
    return {"type": "mrkdwn", "text": clip(text, limit) or "…"}


def header(text: str) -> Block:
    return {"type": "header", "text": plain_text(text, HEADER)}


def section(text: Markup, *, accessory: Block | None = None) -> Block:
    block: Block = {"type": "section", "text": _mrkdwn(text, SECTION)}
    if accessory:
        block["accessory"] = accessory
    return block


def columns(*texts: Markup) -> Block:
    """Texts side by side, two in a row."""
    return {"type": "section", "fields": [_mrkdwn(text, FIELD) for text in texts]}


def context(text: Markup) -> Block:
    return {"type": "context", "elements": [_mrkdwn(text, CONTEXT)]}


def divider() -> Block:
    return {"type": "divider"}


def button(
    label: str, action: str, value: str = "", *, style: str | None = None, said: str | None = None
) -> Block:
    """`label` is translated already; `said` is what a screen reader says where that must be more."""
    element: Block = {"type": "button", "text": plain_text(label, BUTTON_TEXT), "action_id": action}
    if value:
        element["value"] = visible(value)[:BUTTON_VALUE]
    if style:
        element["style"] = style
    if said:
        element["accessibility_label"] = clean(said, BUTTON_TEXT)
    return element


def actions(*buttons: Block | None) -> Block:
    return {"type": "actions", "elements": [element for element in buttons if element]}


def distinct(blocks: Iterable[Block | None]) -> tuple[Block, ...]:
    """The blocks with action_ids of their own, as Slack wants them: a second “done” becomes “done.1”."""
    times: dict[str, int] = {}

    def own(element: Block) -> Block:
        action = element["action_id"]
        count = times[action] = times.get(action, -1) + 1
        return {**element, "action_id": f"{action}.{count}"} if count else element

    shown = []
    for block in filter(None, blocks):
        if block["type"] == "actions":
            block = {**block, "elements": [own(element) for element in block["elements"]]}
        elif "accessory" in block:
            block = {**block, "accessory": own(block["accessory"])}
        shown.append(block)
    return tuple(shown)


# --- messages --------------------------------------------------------------------------------


def message(*blocks: Block | None) -> Message:
    """A message whose `text` is made of what its blocks say."""
    shown = distinct(blocks)
    text = "\n".join(plain(words) for block in shown for words in _said(block))
    return Message(text=clip(text, MESSAGE_TEXT), blocks=shown)


def with_rows(
    t: Translator,
    head: Sequence[Block],
    rows: Iterable[Sequence[Block]],
    tail: Sequence[Block | None] = (),
    *,
    total: int,
    most: int = 20,
) -> Message:
    """`head`, as many `rows` (a block or a few each) as fit, “+4 more” up to `total`, and `tail`.

    Rows are made as they are taken, so that what is not shown costs nothing.
    """
    end = [block for block in tail if block]
    size = MESSAGE_SIZE - _size(head) - _size(end) - 200
    count = MESSAGE_BLOCKS - len(head) - len(end) - 1
    kept: list[Sequence[Block]] = []
    for row in islice(rows, most):
        size, count = size - _size(row), count - len(row)
        if size < 0 or count < 0:
            break
        kept.append(row)
    shown = [block for row in kept for block in row]
    return message(*head, *shown, more(total - len(kept), t), *end)


def more(hidden: int, t: Translator) -> Block | None:
    """“+4 more”, where anything is hidden."""
    return context(md(t, "+{n} more", n=t.number(hidden))) if hidden > 0 else None


def _size(blocks: Iterable[Block]) -> int:
    return sum(len(json.dumps(block, ensure_ascii=False)) + 2 for block in blocks)


def _said(block: Block) -> list[str]:
    match block["type"]:
        case "section":
            return [part["text"] for part in block.get("fields") or [block["text"]]]
        case "header":
            return [escape(block["text"]["text"])]
        case "context":
            return [part["text"] for part in block["elements"]]
    return []
