"""How payloads reach the app: acknowledgements, redelivery, refreshes, faults on the way back."""

from __future__ import annotations

import json
import threading
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from websockets.exceptions import ConnectionClosed
from websockets.sync.client import ClientConnection
from websockets.sync.client import connect as websocket

from bot.local import happenings
from bot.local.person import NoAnswerError, Person
from bot.local.server import LocalSlack
from tests.local.conftest import Connected, bolt_app, rest


class Socket:
    """A bare Socket Mode client that acknowledges only when told."""

    def __init__(self, slack: LocalSlack) -> None:
        client = WebClient(base_url=slack.api_url)
        url = client.apps_connections_open(app_token=slack.app_token)["url"]
        self.open = ExitStack()
        self.connection: ClientConnection = self.open.enter_context(websocket(url))
        self.hello = self.take()

    def take(self, seconds: float = 2) -> dict[str, Any]:
        """The next message."""
        message: dict[str, Any] = json.loads(self.connection.recv(seconds))
        return message

    def silent(self) -> bool:
        """Whether nothing comes for a moment."""
        try:
            self.connection.recv(0.05)
        except TimeoutError:
            return True
        return False

    def ack(self, envelope: dict[str, Any], payload: dict[str, Any] | None = None) -> None:
        """Acknowledge."""
        answer = {"envelope_id": envelope["envelope_id"]} | ({"payload": payload} if payload else {})
        self.connection.send(json.dumps(answer))

    def kill(self) -> None:
        """Vanish without a closing handshake."""
        self.connection.socket.close()


@pytest.fixture
def plug(slack: LocalSlack) -> Iterator[Callable[[], Socket]]:
    """`plug()` opens one more connection."""
    opened: list[Socket] = []

    def opening() -> Socket:
        opened.append(Socket(slack))
        slack.wait_connected(len(slack.socket.usable) or 1)
        return opened[-1]

    yield opening
    for one in opened:
        one.open.close()


@pytest.fixture
def room(slack: LocalSlack, maya: Person) -> str:
    """A channel with Maya and the app."""
    return slack.add_channel("general", members=[maya.user]).id


def say(slack: LocalSlack, maya: Person, room: str, text: str = "halo") -> None:
    """Say without waiting."""
    happenings.say(slack.workspace, slack.workspace.channels[room], maya.user, text)


def test_hello_and_envelope(slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]) -> None:
    app = plug()
    assert app.hello["type"] == "hello"
    assert app.hello["num_connections"] == 1
    assert app.hello["connection_info"]["app_id"] == slack.workspace.app_id
    say(slack, maya, room)
    envelope = app.take()
    assert envelope["type"] == "events_api"
    assert envelope["accepts_response_payload"] is False
    assert envelope["retry_attempt"] == 0
    assert envelope["payload"]["event"]["text"] == "halo"
    app.ack(envelope)
    slack.settle()
    assert app.silent()


def test_an_unacknowledged_event_comes_again(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    app = plug()
    say(slack, maya, room)
    first, again = app.take(), app.take()
    app.ack(again)
    slack.settle()
    assert first["envelope_id"] != again["envelope_id"]
    assert first["payload"] == again["payload"]
    assert (again["retry_attempt"], again["retry_reason"]) == (1, "timeout")


def test_an_event_never_acknowledged_comes_four_times(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    app = plug()
    say(slack, maya, room)
    assert [app.take()["retry_attempt"] for _ in range(4)] == [0, 1, 2, 3]
    slack.settle()
    assert app.silent()


def test_what_a_lost_connection_had_goes_to_the_next(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    first = plug()
    say(slack, maya, room)
    lost = first.take()
    first.kill()
    second = plug()
    again = second.take()
    second.ack(again)
    slack.settle()
    assert again["payload"] == lost["payload"]
    assert again["retry_reason"] == "connection_failed"


def test_a_command_of_a_dying_process_is_answered_by_its_successor(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    first = plug()
    answers: list[str] = []
    typing = threading.Thread(target=lambda: answers.append(maya.types("/task x", in_=room)))
    typing.start()
    lost = first.take()
    first.kill()
    second = plug()
    again = second.take()
    second.ack(again, {"text": "once"})
    typing.join()
    assert again["payload"]["trigger_id"] == lost["payload"]["trigger_id"]
    assert answers == ["once"]


def test_each_payload_goes_to_one_of_many_connections(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    apps = [plug(), plug()]
    assert apps[1].hello["num_connections"] == 2
    for _ in range(2):
        say(slack, maya, room)
    for app in apps:
        app.ack(app.take())
    slack.settle()
    assert all(app.silent() for app in apps)


def test_the_eleventh_connection_is_refused(slack: LocalSlack, plug: Callable[[], Socket]) -> None:
    for _ in range(10):
        plug()
    assert plug().hello == {"type": "disconnect", "reason": "too_many_websockets", "debug_info": {}}


def test_a_ticket_works_once(slack: LocalSlack) -> None:
    url = WebClient(base_url=slack.api_url).apps_connections_open(app_token=slack.app_token)["url"]
    with websocket(url) as connection:
        connection.recv(2)
    with pytest.raises(Exception, match="403"), websocket(url):
        pass


def test_a_warned_connection_goes_on_and_a_refreshed_one_is_closed(
    slack: LocalSlack, maya: Person, room: str, plug: Callable[[], Socket]
) -> None:
    old = plug()
    slack.say_goodbye("warning")
    assert old.take()["reason"] == "warning"
    say(slack, maya, room)
    old.ack(old.take())
    slack.settle()
    slack.say_goodbye("refresh_requested")
    assert old.take()["reason"] == "refresh_requested"
    with pytest.raises(ConnectionClosed):
        old.take()


def test_bolt_reconnects_after_a_refresh(slack: LocalSlack, maya: Person, room: str, connect: Any) -> None:
    app, heard = bolt_app(slack)
    rest(app)
    connect(app)
    old = slack.socket.usable[0]
    slack.say_goodbye()
    slack.wait_connected()
    assert old not in slack.socket.usable
    maya.says("halo", in_=room)
    assert [e["text"] for e in heard.of("message")] == ["halo"]


def test_every_event_four_times(slack: LocalSlack, maya: Person, room: str, connect: Any) -> None:
    app, heard = bolt_app(slack)
    rest(app)
    connect(app, http=True)
    slack.deliveries.each_event = 4
    maya.says("@Lintas halo", in_=room)
    assert len(heard.of("message")) == 4
    assert len(heard.of("app_mention")) == 4
    assert len({b["event_id"] for b in heard.bodies}) == 2
    numbers = sorted(h.get("x-slack-retry-num", ["0"])[0] for h in heard.headers)
    assert numbers == sorted(["0", "1", "2", "3"] * 2)


@pytest.fixture
def failing(slack: LocalSlack, connect: Any) -> Connected:
    """An app over HTTP whose message listener answers 500 as often as `failures` says."""
    app, heard = bolt_app(slack)
    failures = iter([True, True])

    @app.event("message")
    def listener(ack: Any) -> None:
        if next(failures, False):
            raise RuntimeError("on purpose")
        ack()

    @app.command("/task")
    def command(ack: Any) -> None:
        raise RuntimeError("on purpose")

    connect(app, http=True)
    return Connected(app, heard, None)


def test_a_failed_event_over_http_is_repeated_until_taken(
    slack: LocalSlack, maya: Person, room: str, failing: Connected
) -> None:
    maya.says("halo", in_=room)
    headers = failing.heard.headers
    assert len(headers) == 3
    assert [h.get("x-slack-retry-num") for h in headers] == [None, ["1"], ["2"]]
    assert headers[1]["x-slack-retry-reason"] == ["http_error"]


def test_a_failed_command_is_not_repeated_and_seen_as_slacks_own_words(
    slack: LocalSlack, maya: Person, room: str, failing: Connected
) -> None:
    assert maya.types("/task x", in_=room) == "/task failed with the error “dispatch_failed”"
    assert len(failing.heard.bodies) == 1


@pytest.mark.parametrize("http", [False, True])
def test_a_slow_command_times_out(
    slack: LocalSlack, maya: Person, room: str, connect: Any, http: bool
) -> None:
    app, _ = bolt_app(slack)
    release = threading.Event()

    @app.command("/task")
    def slow(ack: Any) -> None:
        release.wait(1.5)
        ack("late")

    connect(app, http=http)
    seen = Person(slack, maya.user)
    timer = threading.Timer(0.5, release.set)
    timer.start()
    assert seen.types("/task x", in_=room) == "/task failed with the error “operation_timeout”"
    assert seen.ephemerals == ["/task failed with the error “operation_timeout”"]
    timer.join()


def test_without_an_app_a_command_fails(slack: LocalSlack, maya: Person, room: str) -> None:
    assert maya.types("/task x", in_=room) == "/task failed with the error “dispatch_failed”"


def test_a_command_that_is_nobodys(slack: LocalSlack, maya: Person, room: str) -> None:
    with pytest.raises(NoAnswerError, match="/nope is not a valid command"):
        maya.types("/nope", in_=room)


def test_commands_do_not_exist_in_threads(slack: LocalSlack, maya: Person, room: str) -> None:
    channel = slack.workspace.channels[room]
    root = happenings.say(slack.workspace, channel, maya.user, "root")
    done = maya.acts.write(maya.user, channel, "/task x", root.ts)
    assert done.error == "/task is not supported in threads. Sorry!"


def test_an_invalid_answer_to_a_command_is_not_shown(
    slack: LocalSlack, maya: Person, room: str, connect: Any
) -> None:
    app, _ = bolt_app(slack)
    app.command("/task")(lambda ack: ack({"text": "x", "blocks": [{"type": "nonsense"}]}))
    connect(app)
    assert maya.types("/task x", in_=room) == "/task failed with the error “invalid_blocks”"
    assert slack.refusals[-1]["method"] == "ack"


def test_only_what_the_manifest_subscribes_to_and_the_app_may_see(
    slack: LocalSlack, maya: Person, connect: Any
) -> None:
    app, heard = bolt_app(slack)
    rest(app)
    connect(app)
    secret = slack.add_channel("secret", kind="private", members=[maya.user], app=False)
    maya.says("nobody hears", in_=secret)
    slack.workspace.emit({"type": "emoji_changed"}, None)
    slack.settle()
    assert heard.bodies == []
    maya.invites(slack.workspace.bot, to="#secret")
    assert heard.of("member_joined_channel")[0]["inviter"] == maya.id
    maya.says("now it does", in_=secret)
    assert heard.of("message")[-1]["channel_type"] == "group"


def test_the_url_is_verified_before_use(slack: LocalSlack) -> None:
    with pytest.raises(OSError, match="refused"):
        slack.connect_http("http://127.0.0.1:9/slack/events")


POST = {"text": "halo"}


def test_rate_limits_server_errors_and_cut_connections(
    slack: LocalSlack, client: WebClient, room: str
) -> None:
    messages = slack.workspace.channels[room].messages
    slack.faults.next("chat.postMessage", "ratelimited", retry_after=7)
    with pytest.raises(SlackApiError) as limited:
        client.chat_postMessage(channel=room, **POST)
    assert limited.value.response.status_code == 429
    assert limited.value.response.headers["retry-after"] == "7"
    slack.faults.next("chat.postMessage", "http_500")
    with pytest.raises(SlackApiError) as broken:
        client.chat_postMessage(channel=room, **POST)
    assert broken.value.response.status_code == 500
    slack.faults.next("chat.postMessage", "cut_before_store", channel=room)
    with pytest.raises((ConnectionError, OSError)):
        client.chat_postMessage(channel=room, **POST)
    slack.faults.next("*", "error:fatal_error")
    with pytest.raises(SlackApiError, match="fatal_error"):
        client.chat_postMessage(channel=room, **POST)
    assert len(messages) == 0
    slack.faults.next("chat.postMessage", "cut_after_store", channel=room)
    with pytest.raises((ConnectionError, OSError)):
        client.chat_postMessage(channel=room, **POST)
    assert [m.text for m in messages.values()] == ["halo"]
    client.chat_postMessage(channel=room, **POST)
    assert len(messages) == 2
    assert slack.refusals == []


def test_a_fault_waits_for_its_channel(slack: LocalSlack, client: WebClient, maya: Person, room: str) -> None:
    other = slack.add_channel("other", members=[maya.user])
    slack.faults.next("chat.postMessage", "ratelimited", channel=other.id, times=2)
    client.chat_postMessage(channel=room, **POST)
    for _ in range(2):
        with pytest.raises(SlackApiError):
            client.chat_postMessage(channel=other.id, **POST)
    client.chat_postMessage(channel=other.id, **POST)


def test_a_call_that_is_never_answered(slack: LocalSlack, room: str) -> None:
    impatient = WebClient(slack.bot_token, base_url=slack.api_url, timeout=1, retry_handlers=[])
    slack.faults.next("chat.postMessage", "timeout")
    with pytest.raises(TimeoutError):
        impatient.chat_postMessage(channel=room, **POST)
    assert len(slack.workspace.channels[room].messages) == 0


def test_slack_down_and_up(slack: LocalSlack, client: WebClient, plug: Callable[[], Socket]) -> None:
    app = plug()
    slack.go_down()
    with pytest.raises(ConnectionClosed):
        app.take()
    with pytest.raises((ConnectionError, OSError)):
        client.auth_test()
    slack.come_up()
    assert client.auth_test()["ok"]


def test_an_unknown_fault_is_a_mistake(slack: LocalSlack) -> None:
    with pytest.raises(ValueError, match="no such fault"):
        slack.faults.next("chat.postMessage", "sneeze")


def post(url: str, body: dict[str, Any]) -> int:
    request = urllib.request.Request(url, json.dumps(body).encode(), {"Content-Type": "application/json"})
    try:
        with urllib.request.urlopen(request, timeout=2) as response:
            return int(response.status)
    except urllib.error.HTTPError as refused:
        refused.close()
        return refused.code


def test_a_response_url_works_five_times_within_half_an_hour(
    slack: LocalSlack, maya: Person, room: str, machine: Any
) -> None:
    passes = slack.workspace.passes
    url = f"{slack.url}/hooks/commands/{passes.new_response(maya.id, room)}"
    assert [post(url, {"text": str(n)}) for n in range(6)] == [200] * 5 + [404]
    assert maya.ephemerals == ["0", "1", "2", "3", "4"]
    late = f"{slack.url}/hooks/commands/{passes.new_response(maya.id, room)}"
    machine.seconds += 1801
    assert post(late, {"text": "late"}) == 404
    assert [r["error"] for r in slack.refusals] == ["used_url", "expired_url"]


def test_a_response_url_replaces_deletes_and_speaks_to_all(
    slack: LocalSlack, client: WebClient, maya: Person, rani: Person, room: str
) -> None:
    slack.workspace.channels[room].members[rani.id] = None
    ts = client.chat_postEphemeral(channel=room, user=maya.id, text="old")["message_ts"]
    secret = slack.workspace.passes.new_response(maya.id, room, message_ts=ts)
    url = f"{slack.url}/hooks/actions/{secret}"
    post(url, {"text": "new", "replace_original": True})
    assert maya.sees(in_=room) == ["new"]
    post(url, {"delete_original": True})
    assert maya.sees(in_=room) == []
    post(url, {"text": "to all", "response_type": "in_channel"})
    assert rani.sees(in_=room) == ["to all"]
    assert post(url, {"text": ""}) == 404
