"""Slack's markup and plain words, both ways."""

from __future__ import annotations

import re
from collections.abc import Mapping

MAX_LENGTH = 2_000  # characters read of one message: longer ones are documents, not requests

_MARKUP = re.compile(r"<([@#!]|mailto:|tel:|https?://)?([^<>|]*)(?:\|([^<>]*))?>")
_EVERYONE = re.compile(r"(?<![\w@.])@(?:channel|here|everyone)(?![\w.-])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]+")
_SPACES = re.compile("[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_RUNS = re.compile("[ \t]{3,}")
_SURROGATES = re.compile("[\ud800-\udfff]")
_FOLD = str.maketrans(
    {"’": "'", "‘": "'", "`": "'", "´": "'", "“": '"', "”": '"', "„": '"', "«": '"', "»": '"'}
)

MENTION = re.compile(r"<@([UW][A-Z0-9]+)>")
CHANNEL = re.compile(r"<#([CGD][A-Z0-9]+)>")


def _unwrap(match: re.Match[str]) -> str:
    sign, body, label = match.group(1), match.group(2), match.group(3)
    if sign in ("@", "#"):
        return f"<{sign}{body}>"
    if sign == "!":
        return label or "" if body.startswith("date^") else ""
    if sign in ("mailto:", "tel:"):
        return label or body
    if sign:
        return label or sign + body
    return match.group(0)


def unescape(text: str) -> str:
    """Slack's three entities as characters."""
    return text.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


def escape(text: str) -> str:
    """Any text as Slack shows it literally: nothing in it can ping or link."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def plain(text: str) -> str:
    """The words a person typed: links and addresses unwrapped, entities undone, odd spaces and control
    characters gone; mentions stay as `<@U…>` and `<#C…>`, what calls a whole channel or group is dropped."""
    if "<" in text:
        text = _MARKUP.sub(_unwrap, text)
    if "@" in text:
        text = _EVERYONE.sub("", text)
    if "&" in text:
        text = unescape(text)
    if not text.isascii():
        text = _SURROGATES.sub("", _SPACES.sub(" ", text))
    return _RUNS.sub(" ", _CONTROL.sub(" ", text)).strip()


_SIGN = re.compile(
    r"(?:(?<!\w)(?:to|ke|with|dengan|for|untuk|from|dari|in|di|on|at|kepada|sama)\s+)?<([@#])(\w+)>"
)


def without_signs(text: str, names: Mapping[str, str]) -> str:
    """The text with mentions as the names of those known; other mentions and channels are left out with
    the preposition before them."""
    if "<" not in text:
        return text
    named = _SIGN.sub(lambda m: re.sub(r"<\S+$", names[m[2]], m[0]) if m[2] in names else " ", text)
    return re.sub(r"\s+", " ", named).strip(" \t\n,;:-–—")


def straight(text: str) -> str:
    """The same text, letter for letter, with straight quotation marks: for matching, never for showing."""
    return text if text.isascii() else text.translate(_FOLD)
