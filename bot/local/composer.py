"""What Slack's message box makes of typed text: escapes, mentions, channels, links."""

from __future__ import annotations

import html
import re

from bot.local.workspace import SLACKBOT, Workspace

LINK = re.compile(r"(?<![\w/@.])(https?://[^\s<>|]*[^\s<>|.,;:!?)\]'\"])")
EMAIL = re.compile(r"(?<![\w/@.:+-])([\w.+-]+@[\w-]+(?:\.[\w-]+)+)")
BROADCAST = re.compile(r"(?<![\w@])@(channel|here|everyone)\b")


def compose(workspace: Workspace, typed: str, author: str) -> str:
    """`typed` in Slack's escaped form, with names that exist turned into `<@U…>` and `<#C…>`."""
    text = html.escape(typed, quote=False)
    kept: list[str] = []

    def keep(token: str) -> str:
        kept.append(token)
        return f"\x00{len(kept) - 1}\x00"

    text = LINK.sub(lambda m: keep(f"<{m[1]}>"), text)
    text = EMAIL.sub(lambda m: keep(f"<mailto:{m[1]}|{m[1]}>"), text)
    text = BROADCAST.sub(lambda m: keep(f"<!{m[1]}>"), text)
    for name, token in _names(workspace, author):
        pattern = rf"(?<![\w@#]){re.escape(html.escape(name, quote=False))}(?![\w-])"
        text = re.sub(pattern, lambda _, token=token: keep(token), text, flags=re.IGNORECASE)  # type: ignore[misc]
    return re.sub(r"\x00(\d+)\x00", lambda m: kept[int(m[1])], text)


def _names(workspace: Workspace, author: str) -> list[tuple[str, str]]:
    """`@name` and `#channel` with their tokens, longest first; a first name only if it is one person's."""
    names: dict[str, set[str]] = {}
    people = [u for u in workspace.users.values() if not u.deleted and u.id != SLACKBOT]
    for user in people:
        for name in {user.name, user.shown_name, user.real_name} - {""}:
            names.setdefault(f"@{name}".casefold(), set()).add(f"<@{user.id}>")
    full = set(names)
    for user in people:
        first = f"@{user.shown_name.partition(' ')[0]}".casefold()
        if first not in full:
            names.setdefault(first, set()).add(f"<@{user.id}>")
    for channel in workspace.visible_channels(author):
        if channel.kind in ("public", "private"):
            names.setdefault(f"#{channel.name}".casefold(), set()).add(f"<#{channel.id}>")
    unique = [(name, tokens.pop()) for name, tokens in names.items() if len(tokens) == 1]
    return sorted(unique, key=lambda pair: -len(pair[0]))
