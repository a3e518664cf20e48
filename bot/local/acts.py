"""What people do in the workspace; each act returns when the app has acknowledged and is idle."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from bot.local import happenings, payloads, values, views
from bot.local.api_files import new_file, share
from bot.local.composer import compose
from bot.local.deliveries import COMMANDS, INTERACTIVE, Answer, Delivery
from bot.local.model import Channel, Message, User, View
from bot.local.ports import JSON
from bot.local.responses import ResponseRefusedError, show_ack, slackbot_says
from bot.local.rich_text import rich_text_of

if TYPE_CHECKING:
    from bot.local.server import LocalSlack

TROUBLE = "We had some trouble connecting. Try again?"


@dataclass
class Done:
    """How an act went: `error` is what Slack shows the person, `errors` a form's by block_id."""

    error: str | None = None
    errors: dict[str, str] = field(default_factory=dict)
    result: JSON = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Whether Slack showed no error."""
        return self.error is None


class Acts:
    """Everything a person can do, by ids."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self.workspace = slack.workspace
        self.offered: dict[tuple[str, str, str], list[JSON]] = {}
        """Options external selects have offered, by place, block and element."""

    def write(
        self,
        user: User,
        channel: Channel,
        typed: str,
        thread_ts: str | None = None,
        *,
        broadcast: bool = False,
    ) -> Done:
        """Type and send: a slash command of the app's, or a message (`broadcast`: a reply to the channel)."""
        if refusal := self._cannot_write(user, channel):
            return Done(refusal)
        word, _, rest = typed.partition(" ")
        text = compose(self.workspace, typed, user.id)
        if not typed.startswith("/"):
            with self.workspace.lock:
                subtype = "thread_broadcast" if broadcast and thread_ts else None
                happenings.say(self.workspace, channel, user, text, thread_ts=thread_ts, subtype=subtype)
            return self._settled(Done())
        if word not in self.workspace.manifest.commands:
            return Done(f"{word} is not a valid command.")
        if thread_ts:
            return Done(f"{word} is not supported in threads. Sorry!")
        return self._command(user, channel, word, compose(self.workspace, rest.strip(), user.id))

    def _cannot_write(self, user: User, channel: Channel) -> str | None:
        if user.id not in channel.members:
            return f"You are not in #{channel.name}."
        if channel.archived:
            return "This channel is archived."
        manifest = self.workspace.manifest
        closed = not manifest.messages_tab or manifest.messages_tab_read_only
        if channel.kind == "im" and self.workspace.bot.id in channel.members and closed:
            return "Sending messages to this app has been turned off."
        return None

    def _command(self, user: User, channel: Channel, command: str, text: str) -> Done:
        body = payloads.slash_command(self.workspace, user, channel, command, text)
        answer = self._send(Delivery(COMMANDS, body, accepts_response=True))
        error = answer.error
        if answer.body and error is None:
            try:
                show_ack(self.workspace, user.id, channel, answer.body)
            except ResponseRefusedError as refused:
                error = refused.error
                self._refused("ack", error, refused.messages)
        if error:
            sentence = f"{command} failed with the error “{error}”"
            slackbot_says(self.workspace, user.id, channel, sentence)
            return self._settled(Done(sentence))
        return self._settled(Done())

    def _send(self, delivery: Delivery) -> Answer:
        return self.slack.deliveries.send(delivery).answer.result(self.slack.settle_seconds)

    def _refused(self, what: str, error: str, messages: list[str]) -> None:
        note = {"method": what, "ok": False, "error": error, "fault": None, "messages": messages}
        self.slack.api.log.append(note)

    def _settled(self, done: Done) -> Done:
        self.slack.settle()
        return done

    def _interact(self, body: JSON, *, accepts_response: bool = False) -> Answer:
        if not self.workspace.manifest.interactive:
            return Answer(error="This app is not configured to handle interactive responses.")
        return self._send(Delivery(INTERACTIVE, body, accepts_response=accepts_response))

    def use(
        self,
        user: User,
        place: Message | View,
        block_id: str,
        action_id: str,
        value: Any = None,
    ) -> Done:
        """Use an interactive element of a message or view; a silent input only keeps its value."""
        block, element = find_element(place, block_id, action_id)
        if block is None or element is None:
            return Done("That is no longer there.")
        place_id = place.id if isinstance(place, View) else place.ts
        options = self.offered.get((place_id, block_id, action_id))
        if isinstance(place, View) and element["type"] in payloads.VALUE_KEY:
            held = values.held_value(element, value, options)
            with self.workspace.changing():
                place.values[block_id][action_id] = held
            if block["type"] == "input" and not block.get("dispatch_action"):
                return Done()
        action = values.action_of(block_id, element, value, self.workspace.next_ts(), options)
        if isinstance(place, View):
            body = payloads.view_action(self.workspace, user, place, action)
        else:
            channel = self.workspace.channels[place.channel]
            body = payloads.message_action(self.workspace, user, channel, place, action)
        answer = self._interact(body)
        return self._settled(Done(answer.error))

    def suggestions(
        self, user: User, place: Message | View, block_id: str, action_id: str, query: str
    ) -> list[JSON]:
        """The options the app offers in an external select for what has been typed."""
        _, element = find_element(place, block_id, action_id)
        if element is None:
            return []
        body = payloads.block_suggestion(self.workspace, user, element, block_id, query, place)
        answer = self._interact(body, accepts_response=True)
        self.slack.settle()
        offered = answer.body or {}
        options = list(offered.get("options", []))
        for group in offered.get("option_groups", []):
            options += group["options"]
        if len(options) > 100:
            self._refused("ack", "too_many_options", [])
            return []
        place_id = place.id if isinstance(place, View) else place.ts
        known = self.offered.setdefault((place_id, block_id, action_id), [])
        known += [o for o in options if o not in known]
        return options

    def fill(self, view: View, filled: dict[str, dict[str, Any]]) -> None:
        """Put values into a view without telling the app."""
        for block_id, elements in filled.items():
            for action_id, value in elements.items():
                _, element = find_element(view, block_id, action_id)
                if element is not None and element["type"] in payloads.VALUE_KEY:
                    options = self.offered.get((view.id, block_id, action_id))
                    held = values.held_value(element, value, options)
                    with self.workspace.changing():
                        view.values[block_id][action_id] = held

    def submit(self, user: User, view: View, filled: dict[str, dict[str, Any]] | None = None) -> Done:
        """Submit a modal, first filling in `filled`; the acknowledgement decides what happens to it."""
        self.fill(view, filled or {})
        with self.workspace.changing():
            view.errors = values.client_errors(view.blocks, view.values)
        if view.errors:
            return Done("Please correct the fields marked below.", dict(view.errors))
        body = payloads.view_submission(self.workspace, user, view)
        answer = self._interact(body, accepts_response=True)
        if answer.error:
            return self._settled(Done(TROUBLE))
        try:
            errors = self._after_submission(user, view, answer.body or {})
        except views.ViewRefusedError as refused:
            self._refused("ack", refused.error, refused.messages)
            return self._settled(Done(TROUBLE))
        return self._settled(Done("The form was not accepted." if errors else None, errors))

    def _after_submission(self, user: User, view: View, body: JSON) -> dict[str, str]:
        action = body.get("response_action")
        stack = self.workspace.stacks.get(user.id, [])
        if action == "errors":
            errors: dict[str, str] = body.get("errors") or {}
            inputs = {b["block_id"] for b in view.blocks if b["type"] == "input"}
            if not errors or set(errors) - inputs:
                raise views.ViewRefusedError(
                    "invalid_error_blocks", [f"[ERROR] no input block: {set(errors) - inputs}"]
                )
            with self.workspace.changing():
                view.errors = errors
            return errors
        if action == "update":
            views.update_view(self.workspace, view, body.get("view"))
        elif action == "push":
            views.push_modal(self.workspace, user.id, body.get("view"))
        elif action in ("clear", None):
            with self.workspace.changing():
                if action == "clear":
                    stack.clear()
                elif view in stack:
                    del stack[stack.index(view) :]
        else:
            raise views.ViewRefusedError("invalid_response_action")
        return {}

    def close(self, user: User, view: View) -> Done:
        """Close the modal on top; the app hears of it only if it asked to."""
        stack = self.workspace.stacks.get(user.id, [])
        cleared = [view]
        with self.workspace.changing():
            if view in stack:
                cleared = stack[:] if view.data.get("clear_on_close") else [view]
                stack[:] = [v for v in stack if v not in cleared]
        for gone in cleared:
            if gone.data.get("notify_on_close"):
                body = payloads.view_closed(self.workspace, user, gone, is_cleared=len(cleared) > 1)
                self._interact(body)
        return self._settled(Done())

    def open_home(self, user: User, tab: str = "home") -> Done:
        """Open the app's Home or Messages tab."""
        dm = self.workspace.dm(user.id, self.workspace.bot.id)
        event: JSON = {
            "type": "app_home_opened",
            "user": user.id,
            "channel": dm.id,
            "tab": tab,
            "event_ts": self.workspace.next_ts(),
        }
        home = self.workspace.homes.get(user.id)
        if home and tab == "home":
            event["view"] = home.as_json()
        self.workspace.emit(event, None)
        return self._settled(Done())

    def react(self, user: User, message: Message, name: str, *, added: bool = True) -> Done:
        """Add or take away a reaction."""
        if (user.id in message.reactions.get(name, [])) == added:
            return Done("You have already done that.")
        channel = self.workspace.channels[message.channel]
        happenings.react(self.workspace, channel, message, user, name, added=added)
        return self._settled(Done())

    def shortcut(self, user: User, callback_id: str, message: Message | None = None) -> Done:
        """Use a shortcut of the app's, on a message or global."""
        channel = self.workspace.channels[message.channel] if message else None
        body = payloads.shortcut(self.workspace, user, callback_id, channel, message)
        return self._settled(Done(self._interact(body).error))

    def edit(self, user: User, message: Message, typed: str) -> Done:
        """Edit one's own message."""
        if message.user != user.id or message.bot_id:
            return Done("You can only edit your own messages.")
        text = compose(self.workspace, typed, user.id)
        channel = self.workspace.channels[message.channel]
        blocks = [rich_text_of(text, self.workspace.serial("b"))]
        happenings.edit(self.workspace, channel, message, {"text": text, "blocks": blocks}, by=user.id)
        return self._settled(Done())

    def delete(self, user: User, message: Message) -> Done:
        """Delete one's own message."""
        if message.user != user.id or message.bot_id:
            return Done("You can only delete your own messages.")
        happenings.delete(self.workspace, self.workspace.channels[message.channel], message)
        return self._settled(Done())

    def join(self, user: User, channel: Channel) -> Done:
        """Join a public channel."""
        if channel.kind != "public" or user.id in channel.members:
            return Done("You cannot join this channel.")
        happenings.join(self.workspace, channel, user)
        return self._settled(Done())

    def leave(self, user: User, channel: Channel) -> Done:
        """Leave a channel."""
        if channel.kind not in ("public", "private") or user.id not in channel.members:
            return Done("You cannot leave this channel.")
        happenings.leave(self.workspace, channel, user)
        return self._settled(Done())

    def invite(self, user: User, channel: Channel, guest: User) -> Done:
        """Bring somebody, or the app, into a channel one is in."""
        if user.id not in channel.members or guest.id in channel.members:
            return Done("You cannot add them to this channel.")
        happenings.join(self.workspace, channel, guest, inviter=user)
        return self._settled(Done())

    def upload(
        self,
        user: User,
        channel: Channel,
        name: str,
        content: bytes,
        typed: str = "",
        thread_ts: str | None = None,
    ) -> Done:
        """Share a file, with a message if `typed`."""
        if refusal := self._cannot_write(user, channel):
            return Done(refusal)
        file = new_file(self.workspace, name, user.id, len(content))
        file.content = content
        text = compose(self.workspace, typed, user.id)
        blocks = [rich_text_of(text, self.workspace.serial("b"))] if text else None
        message = Message(
            ts=self.workspace.next_ts(),
            channel=channel.id,
            user=user.id,
            text=text,
            team=user.team_id,
            thread_ts=thread_ts,
            blocks=blocks,
        )
        share(self.workspace, file, channel, message)
        return self._settled(Done(result={"file": file.id, "ts": message.ts}))


def find_element(place: Message | View, block_id: str, action_id: str) -> tuple[JSON | None, JSON | None]:
    """The block and element with these ids."""
    for block, element in payloads.elements_of(place.blocks or []):
        if (block["block_id"], element["action_id"]) == (block_id, action_id):
            return block, element
    return None, None
