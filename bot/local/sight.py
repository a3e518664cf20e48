"""What one person has before their eyes, and how an element is found there by its label."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from bot.local.model import Channel, Message, User, View
from bot.local.payloads import elements_of
from bot.local.ports import JSON
from bot.local.rendering import Reader
from bot.local.workspace import Workspace


class NotSeenError(AssertionError):
    """What a person was asked to use is not there, or is there more than once."""


@dataclass(frozen=True)
class Target:
    """An element in its place; `value` is set when the label is that of one of its options."""

    place: Message | View
    block: JSON
    element: JSON
    label: str
    value: str | None = None


class Sight:
    """Everything `user` can see."""

    def __init__(self, workspace: Workspace, user: User) -> None:
        self.workspace = workspace
        self.user = user
        self.reader = Reader(workspace, user)

    def messages(self, channel: Channel) -> list[Message]:
        """The channel's messages and the ephemerals to this person, oldest first."""
        with self.workspace.lock:
            own = [m for m in channel.ephemerals.values() if m.ephemeral_to == self.user.id]
            return sorted([*channel.messages.values(), *own], key=lambda m: m.ts)

    def everything(self) -> list[Message]:
        """The messages of all this person's channels, oldest first."""
        with self.workspace.lock:
            own = [c for c in self.workspace.channels.values() if self.user.id in c.members]
            return sorted((m for c in own for m in self.messages(c)), key=lambda m: m.ts)

    @property
    def modal(self) -> View | None:
        """The modal on top."""
        stack = self.workspace.stacks.get(self.user.id)
        return stack[-1] if stack else None

    @property
    def home(self) -> View | None:
        """The app's Home tab."""
        return self.workspace.homes.get(self.user.id)

    def render(self, place: Message | View) -> str:
        """A message or view as read."""
        return self.reader.view(place) if isinstance(place, View) else self.reader.message(place)

    def places(self, channel: Channel | None) -> list[Message | View]:
        """Where this person could click: the open modal alone, else one channel, else everywhere."""
        if self.modal is not None:
            return [self.modal]
        if channel is not None:
            return list(self.messages(channel))
        return [*self.everything(), *([self.home] if self.home else [])]

    def targets(self, places: list[Message | View]) -> list[Target]:
        """Every element in these places under every label it goes by."""
        return [t for place in places for t in self._targets_in(place)]

    def _targets_in(self, place: Message | View) -> Iterator[Target]:
        for block, element in elements_of(place.blocks or []):
            kind = element["type"]
            if kind in ("button", "icon_button", "workflow_button"):
                yield Target(place, block, element, self.reader.text_object(element["text"]))
            elif kind == "feedback_buttons":
                for side in (element["positive_button"], element["negative_button"]):
                    yield Target(place, block, element, self.reader.text_object(side["text"]), side["value"])
            elif kind == "overflow":
                for option in element["options"]:
                    label = self.reader.text_object(option["text"])
                    yield Target(place, block, element, label, option["value"])
            else:
                for label in self._input_labels(block, element):
                    yield Target(place, block, element, label)

    def _input_labels(self, block: JSON, element: JSON) -> set[str]:
        names = (element.get("placeholder"), block.get("label"), block.get("text"))
        return {self.reader.text_object(n) for n in names if n}

    def find(
        self,
        label: str,
        *,
        on: str | Message | None = None,
        channel: Channel | None = None,
        last: bool = False,
    ) -> Target:
        """The one element called `label`, near the text `on` or in that message; raises `NotSeenError`.

        `last` takes the newest place that shows it.
        """
        places: list[Message | View] = [on] if isinstance(on, Message) else self.places(channel)
        seen = self.targets(places)
        found = [t for t in seen if t.label == label]
        if isinstance(on, str):
            found = self._nearest(found, on)
        if last and found:
            found = [t for t in found if t.place is found[-1].place]
        distinct = {(id(t.place), t.block["block_id"], t.element["action_id"], t.value) for t in found}
        if len(distinct) == 1:
            return found[0]
        where = f" on {on!r}" if isinstance(on, str) else ""
        labels = ", ".join(sorted({f"“{t.label}”" for t in seen})) or "nothing to use"
        how_often = f"{len(distinct)} times" if found else "nowhere"
        raise NotSeenError(f"{self.user.shown_name} sees “{label}”{where} {how_often}; in sight: {labels}")

    def _nearest(self, found: list[Target], text: str) -> list[Target]:
        """Those whose own block, else the lines above it, else whole place, shows `text`."""
        for near in (self._own_text, self._text_above, lambda t: self.render(t.place)):
            close = [t for t in found if text in near(t)]
            if close:
                return close
        return []

    def _own_text(self, target: Target) -> str:
        if target.block["type"] == "actions":
            return ""
        return self.reader.block(target.block, target.place if isinstance(target.place, View) else None)

    def _text_above(self, target: Target) -> str:
        lines = []
        blocks = target.place.blocks or []
        for block in reversed(blocks[: blocks.index(target.block)]):
            if block["type"] == "divider" or elements_of([block]):
                break
            lines.append(self.reader.block(block))
        return "\n".join(lines)
