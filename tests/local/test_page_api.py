"""The JSON API behind the page: what it shows, what it does, whom it lets in."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest

from bot.local.model import Channel
from bot.local.moments import MomentError, moment
from bot.local.person import Person
from bot.local.server import LocalSlack
from tests.local.conftest import TestClock, bolt_app, rest

JSON = dict[str, Any]


def plain(text: str) -> JSON:
    return {"type": "plain_text", "text": text}


FORM = {
    "type": "modal",
    "callback_id": "form",
    "title": plain("Form"),
    "submit": plain("Send"),
    "blocks": [
        {
            "type": "input",
            "block_id": "title",
            "label": plain("Title"),
            "element": {"type": "plain_text_input", "action_id": "t"},
        }
    ],
}


@pytest.fixture
def room(slack: LocalSlack, maya: Person, rani: Person) -> Channel:
    return slack.add_channel("general", members=[maya.user, rani.user])


@pytest.fixture
def page(slack: LocalSlack) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=slack.url, timeout=5) as client:
        yield client


@pytest.fixture
def app(slack: LocalSlack, connect: Any) -> None:
    bolt, _ = bolt_app(slack)

    @bolt.command("/task")
    def command(ack: Any, command: JSON, client: Any) -> None:
        if command["text"] == "form":
            ack()
            client.views_open(trigger_id=command["trigger_id"], view=FORM)
            return
        button = {"type": "button", "text": plain("Done"), "action_id": "done", "value": "1"}
        ack({"text": "x", "blocks": [{"type": "actions", "block_id": "b", "elements": [button]}]})

    @bolt.action("done")
    def done(ack: Any, respond: Any) -> None:
        ack()
        respond(text="Done", replace_original=True)

    @bolt.view("form")
    def form(ack: Any, view: JSON, body: JSON, client: Any) -> None:
        title = view["state"]["values"]["title"]["t"]["value"]
        if title == "bad":
            ack(response_action="errors", errors={"title": "Too bad"})
            return
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=title)

    @bolt.event("app_home_opened")
    def home(ack: Any, event: JSON, client: Any) -> None:
        ack()
        section = {"type": "section", "text": plain("Welcome")}
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": [section]})

    bolt.shortcut("make")(lambda ack, respond: (ack(), respond("made")))
    rest(bolt)
    connect(bolt)


def state(page: httpx.Client, person: Person, channel: Channel | None = None) -> JSON:
    where = {"channel": channel.id} if channel else {}
    answer: JSON = page.get("/ui/state", params={"person": person.id} | where).json()
    return answer


def does(page: httpx.Client, what: str, person: Person, **fields: Any) -> JSON:
    answer: JSON = page.post(f"/ui/{what}", json={"person": person.id} | fields).json()
    return answer


def test_the_page_and_its_first_state(page: httpx.Client, room: Channel, maya: Person) -> None:
    assert page.get("/").headers["content-type"].startswith("text/html")
    first = page.get("/ui/state").json()
    assert (first["person"], first["channel"]) == (maya.id, room.id)
    assert first["clock"] == {"now": "2026-11-24T09:00:00+07:00", "zone": "UTC+07:00", "next": None}
    assert [c["command"] for c in first["app"]["commands"]] == ["/task", "/plain"]
    names = {p["name"]: p["bot"] for p in first["people"]}
    assert names == {"Slackbot": True, "Lintas": True, "Maya Sari": False, "Rani Putri": False}
    again = page.get("/ui/state", params={"since": first["version"]}).json()
    assert again == {"ok": True, "version": first["version"], "unchanged": True}


def test_typing_clicking_and_whispers(
    page: httpx.Client, app: None, room: Channel, maya: Person, rani: Person
) -> None:
    at = {"channel": room.id}
    assert does(page, "type", maya, text="halo @Rani", **at) == {"ok": True}
    assert does(page, "type", maya, text="/task x", **at) == {"ok": True}
    said, whisper = state(page, maya, room)["messages"]
    assert (said["plain"], whisper["plain"], whisper["ephemeral"]) == ("halo @Rani Putri", "[Done]", True)
    assert [m["plain"] for m in state(page, rani, room)["messages"]] == ["halo @Rani Putri"]
    assert state(page, rani, room)["channels"][0]["unread"] == 1
    does(page, "read", rani, **at)
    assert state(page, rani, room)["channels"][0]["unread"] == 0
    click = {"ts": whisper["ts"], "block_id": "b", "action_id": "done"}
    assert page.post("/ui/click", json={"person": rani.id, **at, **click}).status_code == 400
    assert does(page, "click", maya, **at, **click) == {"ok": True}
    assert state(page, maya, room)["messages"][1]["plain"] == "Done"


def test_a_form(page: httpx.Client, app: None, room: Channel, maya: Person, rani: Person) -> None:
    does(page, "type", maya, channel=room.id, text="/task form")
    modal = state(page, maya)["modal"]
    assert (modal["title"], modal["submit"], modal["depth"]) == ("Form", "Send", 1)
    assert modal["values"] == {"title": {"t": None}}
    empty = does(page, "submit", maya, view_id=modal["id"])
    assert empty["errors"] == {"title": "Please complete this required field."}
    refused = does(page, "submit", maya, view_id=modal["id"], values={"title": {"t": "bad"}})
    assert (refused["ok"], refused["errors"]) == (False, {"title": "Too bad"})
    assert state(page, maya)["modal"]["errors"] == {"title": "Too bad"}
    assert page.post("/ui/submit", json={"person": rani.id, "view_id": modal["id"]}).status_code == 400
    assert does(page, "submit", maya, view_id=modal["id"], values={"title": {"t": "Surat"}}) == {"ok": True}
    assert state(page, maya)["modal"] is None
    dm = next(c for c in state(page, maya)["channels"] if c["kind"] == "im")
    assert (dm["name"], dm["unread"]) == ("Lintas", 1)


def test_closing_home_reactions_and_shortcuts(
    page: httpx.Client, app: None, room: Channel, maya: Person
) -> None:
    does(page, "type", maya, channel=room.id, text="/task form")
    assert does(page, "close", maya, view_id=state(page, maya)["modal"]["id"]) == {"ok": True}
    assert does(page, "home", maya)["home"]["plain"] == "Welcome"
    assert state(page, maya)["home"]["type"] == "home"
    does(page, "type", maya, channel=room.id, text="halo")
    at = {"channel": room.id, "ts": state(page, maya, room)["messages"][-1]["ts"]}
    does(page, "react", maya, name="eyes", **at)
    assert state(page, maya, room)["messages"][-1]["reactions"][0]["mine"] is True
    does(page, "react", maya, name="eyes", remove=True, **at)
    assert state(page, maya, room)["messages"][-1]["reactions"] == []
    does(page, "shortcut", maya, callback_id="make", **at)
    assert state(page, maya, room)["messages"][-1]["plain"] == "made"
    does(page, "edit", maya, text="halo semua", **at)
    assert state(page, maya, room)["messages"][0]["edited"] is True
    does(page, "delete", maya, **at)
    assert [m["plain"] for m in state(page, maya, room)["messages"]] == ["made"]


def test_places(page: httpx.Client, app: None, slack: LocalSlack, maya: Person, rani: Person) -> None:
    secret = slack.add_channel("secret", kind="private", members=[maya.user], app=False)
    assert secret.id not in [c["id"] for c in state(page, rani)["channels"]]
    hidden = page.get("/ui/state", params={"person": rani.id, "channel": secret.id})
    assert hidden.status_code == 400
    does(page, "invite", maya, channel=secret.id, user=slack.workspace.bot.id)
    assert slack.workspace.bot.id in secret.members
    does(page, "leave", maya, channel=secret.id)
    assert maya.id not in secret.members
    opened = slack.add_channel("open", members=[maya.user])
    does(page, "join", rani, channel=opened.id)
    assert rani.id in opened.members
    direct = does(page, "dm", rani, user=maya.id)["channel"]
    assert does(page, "type", rani, channel=direct, text="hi") == {"ok": True}
    refused = does(page, "type", maya, channel=opened.id, text="/nope")
    assert refused == {"ok": False, "error": "/nope is not a valid command."}


def test_a_file_goes_up_and_comes_down(page: httpx.Client, room: Channel, maya: Person, app: None) -> None:
    fields = {"person": maya.id, "channel": room.id, "text": "plan"}
    assert page.post("/ui/upload", data=fields, files={"file": ("a.csv", b"a,b")}).json()["ok"]
    (message,) = state(page, maya, room)["messages"]
    down = page.get(message["files"][0]["url"])
    assert down.content == b"a,b"
    assert "sandbox" in down.headers["content-security-policy"]
    assert page.post("/ui/upload", data=fields).status_code == 400
    assert page.get("/ui/files/F404").status_code == 404


def test_the_clock_moves_forward_only(page: httpx.Client, maya: Person, app: None) -> None:
    moved = does(page, "clock", maya, move="+1h")
    assert moved["clock"]["now"] == "2026-11-24T10:00:00+07:00"
    back = does(page, "clock", maya, move="2026-11-24 09:00")
    assert back == {"ok": False, "error": "The clock moves forward only."}


def test_changes_are_announced(page: httpx.Client, slack: LocalSlack, room: Channel) -> None:
    with page.stream("GET", "/ui/events") as events:
        lines = (line for line in events.iter_lines() if line.startswith("data:"))
        first = int(next(lines).removeprefix("data:"))
        slack.add_user("new")
        assert int(next(lines).removeprefix("data:")) > first
    assert events.headers["content-type"].startswith("text/event-stream")


class Inside:
    """An inspector with something to show."""

    def rows(self) -> dict[str, list[JSON]]:
        return {"tasks": [{"number": 1}]}

    def parse(self, text: str, person: str) -> JSON:
        return {"text": text, "person": person}

    def deliveries(self) -> list[JSON]:
        return [{"kind": "digest"}]


def test_the_apps_inside(page: httpx.Client, slack: LocalSlack, maya: Person) -> None:
    assert page.get("/ui/inspect").json()["ok"] is False
    slack.inspector = Inside()
    shown = page.get("/ui/inspect", params={"text": "halo", "person": maya.id}).json()
    assert shown["rows"] == {"tasks": [{"number": 1}]}
    assert shown["deliveries"] == [{"kind": "digest"}]
    assert shown["parse"] == {"text": "halo", "person": maya.id}


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1.evil.example:80"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
    ],
)
def test_other_sites_are_kept_out(page: httpx.Client, room: Channel, maya: Person, headers: JSON) -> None:
    body = {"person": maya.id, "channel": room.id, "text": "halo"}
    assert page.post("/ui/type", json=body, headers=headers).status_code == 403
    assert len(room.messages) == 0


@pytest.mark.parametrize(
    "body",
    [
        b"not json",
        b"[]",
        b'{"person": "U404", "channel": "C1", "text": "x"}',
        b'{"person": 5}',
        b"{}",
    ],
)
def test_malformed_requests(page: httpx.Client, room: Channel, body: bytes) -> None:
    answer = page.post("/ui/type", content=body, headers={"Content-Type": "application/json"})
    assert answer.status_code == 400
    assert answer.json()["ok"] is False
    assert page.post("/ui/type", content=body).status_code == 400


NOW = TestClock().now()


@pytest.mark.parametrize(
    ("words", "later"),
    [
        ("+30m", timedelta(minutes=30)),
        ("+ 1h", timedelta(hours=1)),
        ("+2d", timedelta(days=2)),
        ("+1w", timedelta(weeks=1)),
        ("Tomorrow 09:00", timedelta(days=1)),
        ("10:30", timedelta(hours=1, minutes=30)),
        ("next", timedelta(hours=3)),
        ("2026-11-25 09:00", timedelta(days=1)),
        ("2026-11-25T02:00:00Z", timedelta(days=1)),
    ],
)
def test_where_the_clock_can_go(words: str, later: timedelta) -> None:
    assert moment(words, NOW, NOW + timedelta(hours=3)) == NOW + later


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("08:00", "forward only"),
        ("2020-01-01", "forward only"),
        ("tomorrow 25:00", "not a time of day"),
        ("next", "Nothing is planned"),
        ("whenever", r"Write \+1h"),
    ],
)
def test_where_it_cannot(words: str, sentence: str) -> None:
    nothing: datetime | None = None
    with pytest.raises(MomentError, match=sentence):
        moment(words, NOW, nothing)
