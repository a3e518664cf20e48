"""A person at their Slack client, for tests: they type, click by label, read, and see only what is theirs.

Every act returns when the app has acknowledged it and is idle. Acts return what appeared or changed for this
person, as read, new lines between messages.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from bot.local.acts import Acts, Done
from bot.local.model import Channel, Message, User, View
from bot.local.payloads import VALUE_KEY
from bot.local.ports import JSON
from bot.local.server import LocalSlack
from bot.local.sight import NotSeenError, Sight
from bot.local.values import offered_options


class NoAnswerError(AssertionError):
    """Slack showed the person an error instead of the app's answer."""


class Person:
    """One user. `in_` is a channel, its name, a person (their DM), or None: the DM with the app."""

    def __init__(self, slack: LocalSlack, user: User) -> None:
        self.slack = slack
        self.user = user
        self.acts = Acts(slack)
        self.sight = Sight(slack.workspace, user)

    def __repr__(self) -> str:
        """Their name."""
        return f"<{self.user.shown_name}>"

    @property
    def id(self) -> str:
        """The user id."""
        return self.user.id

    def channel(self, where: Channel | Person | str | None = None) -> Channel:
        """The channel meant by `where`."""
        if isinstance(where, Channel):
            return where
        if isinstance(where, Person):
            return self.slack.workspace.dm(self.id, where.id)
        if where is None:
            return self.slack.workspace.dm(self.id, self.slack.workspace.bot.id)
        found = self.slack.workspace.channels.get(where) or self.slack.workspace.channel_named(where)
        if found is None:
            raise NotSeenError(f"there is no channel {where}")
        return found

    def types(self, text: str, *, in_: Channel | Person | str | None = None) -> str:
        """Type a slash command; a failed one is seen as Slack's own “/task failed with the error …”."""
        before = self._seen()
        done = self.acts.write(self.user, self.channel(in_), text)
        if not done.ok and "failed with the error" not in (done.error or ""):
            raise NoAnswerError(done.error)
        return self._appeared(before)

    def says(
        self, text: str, *, in_: Channel | Person | str | None = None, thread: Message | str | None = None
    ) -> str:
        """Say something; `@Name` and `#channel` become mentions. `thread` is a message of the thread."""
        thread_ts = self._root(thread) if thread is not None else None
        channel = self.channel(thread.channel if isinstance(thread, Message) and in_ is None else in_)
        return self._answered(lambda: self.acts.write(self.user, channel, text, thread_ts))

    def dm(self, text: str) -> str:
        """Say something to the app alone."""
        return self.says(text)

    def replies(self, to: str | Message, text: str, *, broadcast: bool = False) -> str:
        """Answer in the thread of a message, `broadcast` also to the channel."""
        message = self.message(to)
        channel, root = self.channel(message.channel), message.thread_ts or message.ts
        return self._answered(lambda: self.acts.write(self.user, channel, text, root, broadcast=broadcast))

    def _root(self, thread: Message | str) -> str:
        return thread if isinstance(thread, str) else thread.thread_ts or thread.ts

    def clicks(
        self,
        label: str,
        *,
        on: str | Message | None = None,
        in_: Channel | Person | str | None = None,
        last: bool = False,
    ) -> str:
        """Press the button or menu entry with this label; see `Sight.find` for `on` and `last`."""
        channel = self.channel(in_) if in_ is not None else None
        target = self.sight.find(label, on=on, channel=channel, last=last)
        ids = (target.block["block_id"], target.element["action_id"])
        return self._answered(lambda: self.acts.use(self.user, target.place, *ids, target.value))

    def chooses(
        self,
        label: str,
        choice: Any,
        *,
        on: str | Message | None = None,
        in_: Channel | Person | str | None = None,
        last: bool = False,
    ) -> str:
        """Pick `choice` (as read; or a person, channel, date) in the select of this label or placeholder."""
        channel = self.channel(in_) if in_ is not None else None
        target = self.sight.find(label, on=on, channel=channel, last=last)
        value = self._picked(target.place, target.block, target.element, choice)
        ids = (target.block["block_id"], target.element["action_id"])
        return self._answered(lambda: self.acts.use(self.user, target.place, *ids, value))

    def fills(self, fields: dict[str, Any]) -> str:
        """Fill in fields of the open modal by label; what a field dispatches is sent, as in Slack."""
        before = self._seen()
        for label, choice in fields.items():
            view = self._modal()
            target = self.sight.find(label)
            value = self._picked(view, target.block, target.element, choice)
            ids = (target.block["block_id"], target.element["action_id"])
            self._check(self.acts.use(self.user, view, *ids, value))
        return self._appeared(before)

    def submits(self) -> str:
        """Press the open modal's submit button; refusals are in `modal_errors`."""
        before = self._seen()
        view = self._modal()
        if "submit" not in view.data:
            raise NotSeenError("the open modal has no submit button")
        done = self.acts.submit(self.user, view)
        if not done.ok and not done.errors:
            raise NoAnswerError(done.error)
        return self._appeared(before)

    def closes(self) -> str:
        """Close the modal on top."""
        return self._answered(lambda: self.acts.close(self.user, self._modal()))

    def opens_home(self) -> str:
        """Open the app's Home tab; returns it as read."""
        self._check(self.acts.open_home(self.user))
        return self.home or ""

    def opens_messages(self) -> str:
        """Open the app's Messages tab."""
        return self._answered(lambda: self.acts.open_home(self.user, "messages"))

    def reacts(self, emoji: str, *, on: str | Message, in_: Channel | Person | str | None = None) -> str:
        """Add a reaction to a message."""
        return self._answered(lambda: self.acts.react(self.user, self.message(on, in_=in_), emoji))

    def unreacts(self, emoji: str, *, on: str | Message, in_: Channel | Person | str | None = None) -> str:
        """Take a reaction away."""
        message = self.message(on, in_=in_)
        return self._answered(lambda: self.acts.react(self.user, message, emoji, added=False))

    def shortcut(
        self,
        name: str,
        *,
        on: str | Message | None = None,
        in_: Channel | Person | str | None = None,
    ) -> str:
        """Use the app's shortcut of this name, on a message or global."""
        kind = "global" if on is None else "message"
        shortcuts = self.slack.workspace.manifest.shortcuts
        ids = [s["callback_id"] for s in shortcuts if (s["name"], s["type"]) == (name, kind)]
        if not ids:
            names = [s["name"] for s in shortcuts]
            raise NotSeenError(f"there is no {kind} shortcut {name}; there are {names}")
        message = None if on is None else self.message(on, in_=in_)
        return self._answered(lambda: self.acts.shortcut(self.user, ids[0], message))

    def edits(self, message: str | Message, text: str) -> str:
        """Edit an own message."""
        return self._answered(lambda: self.acts.edit(self.user, self.message(message), text))

    def deletes(self, message: str | Message) -> str:
        """Delete an own message."""
        return self._answered(lambda: self.acts.delete(self.user, self.message(message)))

    def joins(self, where: Channel | str) -> str:
        """Join a public channel."""
        return self._answered(lambda: self.acts.join(self.user, self.channel(where)))

    def leaves(self, where: Channel | str) -> str:
        """Leave a channel."""
        return self._answered(lambda: self.acts.leave(self.user, self.channel(where)))

    def invites(self, guest: Person | User, to: Channel | str) -> str:
        """Bring somebody, or the app's bot user, into a channel."""
        user = guest.user if isinstance(guest, Person) else guest
        return self._answered(lambda: self.acts.invite(self.user, self.channel(to), user))

    def uploads(
        self, name: str, content: bytes, text: str = "", *, in_: Channel | Person | str | None = None
    ) -> str:
        """Share a file."""
        channel = self.channel(in_)
        return self._answered(lambda: self.acts.upload(self.user, channel, name, content, text))

    def messages(self, in_: Channel | Person | str | None = None) -> list[Message]:
        """What is in a channel for this person, ephemerals included, oldest first."""
        channel = self.channel(in_)
        if channel not in self.slack.workspace.visible_channels(self.id):
            return []
        return self.sight.messages(channel)

    def sees(self, *, in_: Channel | Person | str | None = None) -> list[str]:
        """The same as read."""
        return [self.sight.render(m) for m in self.messages(in_)]

    def screen(self, in_: Channel | Person | str | None = None) -> str:
        """A channel as read, each message after its author's name."""
        users = self.slack.workspace.users
        return "\n".join(
            f"{users[m.user].shown_name if m.user else ''}: {self.sight.render(m)}"
            for m in self.messages(in_)
        )

    def message(self, text: str | Message, *, in_: Channel | Person | str | None = None) -> Message:
        """The newest message showing `text`, in a channel or (None) anywhere this person is."""
        if isinstance(text, Message):
            return text
        candidates = self.sight.everything() if in_ is None else self.messages(in_)
        found = [m for m in candidates if text in self.sight.render(m)]
        if not found:
            raise NotSeenError(f"{self.user.shown_name} sees no message with “{text}”")
        return found[-1]

    @property
    def ephemerals(self) -> list[str]:
        """Everything only this person sees, as read, oldest first."""
        return [self.sight.render(m) for m in self.sight.everything() if m.ephemeral_to == self.id]

    @property
    def home(self) -> str | None:
        """The app's Home as read; None if never published."""
        return self.sight.render(self.sight.home) if self.sight.home else None

    @property
    def modal(self) -> str | None:
        """The modal on top as read, with errors after `!`; None if none is open."""
        return self.sight.render(self.sight.modal) if self.sight.modal else None

    @property
    def modal_errors(self) -> dict[str, str]:
        """The open modal's errors by field label."""
        view = self._modal()
        labels = {b["block_id"]: self.sight.reader.text_object(b.get("label")) for b in view.blocks}
        return {labels[block_id]: error for block_id, error in view.errors.items()}

    @property
    def modal_values(self) -> dict[str, str]:
        """What the open modal holds, by field label, as read."""
        view, reader = self._modal(), self.sight.reader
        return {
            reader.text_object(b["label"]): ", ".join(reader.value(b["element"], b, view))
            for b in view.blocks
            if b["type"] == "input"
        }

    def _modal(self) -> View:
        if self.sight.modal is None:
            raise NotSeenError(f"{self.user.shown_name} has no modal open")
        return self.sight.modal

    def _check(self, done: Done) -> None:
        if not done.ok:
            raise NoAnswerError(done.error)

    def _answered(self, act: Any) -> str:
        before = self._seen()
        self._check(act())
        return self._appeared(before)

    def _seen(self) -> dict[tuple[str, str], str]:
        return {(m.channel, m.ts): self.sight.render(m) for m in self.sight.everything()}

    def _appeared(self, before: dict[tuple[str, str], str]) -> str:
        return "\n".join(
            shown
            for m in self.sight.everything()
            if (shown := self.sight.render(m)) != before.get((m.channel, m.ts)) and m.user != self.id
        )

    def _picked(self, place: Message | View, block: JSON, element: JSON, choice: Any) -> Any:
        """The element's value for a choice as read."""
        kind = element["type"]
        if isinstance(choice, list):
            return [self._picked(place, block, element, one) for one in choice]
        if isinstance(choice, Person | Channel | User):
            return choice.id
        if isinstance(choice, datetime):
            return int(choice.timestamp())
        if isinstance(choice, date):
            return choice.isoformat()
        if kind.endswith("external_select"):
            ids = (block["block_id"], element["action_id"])
            return self._option(self.acts.suggestions(self.user, place, *ids, str(choice)), choice)
        if VALUE_KEY.get(kind, "").startswith("selected_option"):
            return self._option(offered_options(element), choice)
        if kind.endswith("users_select") and (user := self.slack.workspace.user_named(str(choice))):
            return user.id
        if kind.endswith(("channels_select", "conversations_select")):
            return self.channel(choice).id
        return choice

    def _option(self, offered: list[JSON], choice: Any) -> Any:
        if choice is None:
            return None
        shown = {self.sight.reader.text_object(o["text"]): o["value"] for o in offered}
        if choice not in shown:
            raise NotSeenError(f"there is no choice “{choice}”; there are {list(shown)}")
        return shown[choice]
