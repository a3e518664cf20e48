"""The JSON API behind the web page of `lintas local`; everything a person can do in the workspace.

The page is `GET /` (`page/index.html`) with its assets at `GET /static/<file>` (files of `page/`).
Only loopback hosts are served and only same-origin posts are taken (403 otherwise). Bodies are JSON
(`/ui/upload`: multipart). A malformed request answers 400 `{"ok": false, "error": "..."}`. Every other answer
is 200 with `ok`; `error`, when `ok` is false, is a sentence for the person. A POST answers when the app has
acknowledged and is idle, so the next `GET /ui/state` shows all its effects.

**Reading**

`GET /ui/state?person=U1&channel=C1&since=17` (all optional: the first person, their first channel)
    `since` equal to the present version answers just `{"ok": true, "version": 17, "unchanged": true}`;
    otherwise::

        {"ok": true, "version": 18,
         "team": {"id", "name", "domain"},
         "app": {"id", "user_id", "name",
                 "commands": [{"command", "description", "usage_hint"}],
                 "shortcuts": [{"name", "callback_id", "type": "message" | "global", "description"}]},
         "clock": {"now": "2026-11-24T09:00:00+07:00", "zone": "Asia/Jakarta", "next": ISO | null},
         "person": "U1", "channel": "C1",
         "people": [{"id", "name", "real_name", "title", "lang": "en-US", "tz", "color": "#aabbcc",
                     "bot": false, "guest": false, "deleted": false}],
         "channels": [{"id", "name", "kind": "public" | "private" | "im" | "mpim", "unread": 2,
                       "member": true, "app_member": true, "archived": false, "user": "U2" | null,
                       "topic": ""}],
         "messages": [message, ...], "modal": view | null, "home": view | null}

    `people` includes the app's bot user and deleted users, for names. `channels` are those this person can
    see; an im's `name` is the other person's name and `user` their id. `messages` are those of `channel` as
    this person sees them, ephemerals included, oldest first, thread replies too (by `thread_ts`; a root has
    `reply_count`)::

        message = {"ts", "time": ISO, "user": {"id", "name", "bot", "color"}, "text", "plain",
                   "blocks": [...], "subtype": null | "channel_join" | "thread_broadcast" | ...,
                   "ephemeral": false, "edited": false,
                   "reactions": [{"name", "count", "mine", "users": ["U1"]}],
                   "files": [{"id", "name", "title", "mimetype", "size", "url"}],
                   "thread_ts": null | ts, "reply_count": 0}

    `text` and `blocks` are Slack's (mrkdwn, `&amp;` escapes, `<@U1>` `<#C1>` `<!date^..>`); `plain` is the
    whole message as a person reads it, blocks included. An ephemeral's `ts` identifies it in `/ui/click`
    too::

        view = {"id", "type": "modal" | "home", "callback_id", "title": text | null, "submit": text | null,
                "close": text | null, "blocks": [...], "hash", "depth": 1, "plain",
                "errors": {block_id: "sentence"}, "values": {block_id: {action_id: value}}}

    `title`, `submit`, `close` are plain strings. `modal` is the top of the person's stack (`depth` its
    height). `errors` are those of the last submission. `values` is what is filled in now, in the form of
    *values* below.

`GET /ui/events`
    Server-Sent Events: `event: version`, `data: 18`, once at the start and whenever anything changes.

`GET /ui/inspect?text=...&person=U1` (both optional)
    `{"ok", "rows": {table: [row, ...]}, "deliveries": [row, ...], "parse": {...} | null,
    "api_calls": [{"method", "ok", "error"}]}`; `ok: false` where the app gave no inspector.

**Doing** (`POST`; every answer has `ok` and, if false, `error`)

`/ui/type {person, channel, text, thread_ts?}`
    A message, or a slash command when it begins with `/` and the app has that command. `@Name` and `#channel`
    become mentions, as in Slack's own client. A command typed in a thread is refused, as Slack does.
`/ui/click {person, channel + ts | view_id, block_id, action_id, value?, values?}`
    Uses an element of a message, an ephemeral, a modal or Home. `values` (views only) is filled in first.
`/ui/options {person, channel + ts | view_id, block_id, action_id, query}`
    Choices of an external select: `{"ok", "options": [{"text", "value"}]}`.
`/ui/submit {person, view_id, values?: {block_id: {action_id: value}}}`
    Submits a modal. A refusal by the app: `{"ok": false, "error": "...", "errors": {block_id: sentence}}`.
`/ui/close {person, view_id}` closes the modal on top.
`/ui/home {person, tab?: "home" | "messages"}` opens the app's Home (or its Messages tab): `{"ok", "home"}`.
`/ui/react {person, channel, ts, name, remove?: true}`
`/ui/shortcut {person, callback_id, channel?, ts?}` with `channel` and `ts`: a message shortcut; else global.
`/ui/edit {person, channel, ts, text}` and `/ui/delete {person, channel, ts}`: own messages only.
`/ui/dm {person, user}` opens a direct message: `{"ok", "channel": "D1"}`.
`/ui/join {person, channel}`, `/ui/leave {person, channel}`, `/ui/invite {person, channel, user}`
`/ui/read {person, channel}` sets unread to 0.
`/ui/clock {move}`: `"+1h"` (m, h, d, w), `"tomorrow 09:00"`, `"next"` (the app's next event) or ISO 8601;
    forward only. Answers `{"ok", "clock"}` when the app has done what fell due.
`/ui/upload` multipart: `person`, `channel`, `file`, `text?`, `thread_ts?`. `GET /ui/files/<id>` gives it
    back.

**Values** in `value` and `values`: button: none. `plain_text_input`, `email_text_input`, `url_text_input`,
`number_input`: string. `static_select`, `external_select`, `radio_buttons`, `overflow`: the option's `value`.
`users_select`, `conversations_select`, `channels_select`: an id. `datepicker`: `"YYYY-MM-DD"`. `timepicker`:
`"HH:MM"`. `datetimepicker`: Unix seconds. `checkboxes` and every `multi_...`: a list of the above. Empty:
`null` (lists: `[]`). Blocks absent from `values` keep what they show.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.local import page_state
from bot.local.acts import Acts, Done
from bot.local.model import Channel, Message, User, View
from bot.local.moments import MomentError, moment
from bot.local.ports import JSON
from bot.local.sight import Sight
from bot.local.values import NotAChoiceError

if TYPE_CHECKING:
    from bot.local.server import LocalSlack

PAGE = Path(__file__).parent / "page"
LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
HEADERS = {
    "Content-Security-Policy": "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
Endpoint = Callable[[Request], Awaitable[Response]]


class BadRequestError(Exception):
    """A request that names nobody, nothing or nowhere."""


class Asked:
    """The fields of a request, with readers that refuse what does not exist."""

    def __init__(self, slack: LocalSlack, fields: Mapping[str, Any]) -> None:
        self.workspace = slack.workspace
        self.fields = fields

    def text(self, name: str) -> str:
        """A string that must be there."""
        value = self.fields.get(name)
        if not isinstance(value, str) or not value:
            raise BadRequestError(f"{name} is missing")
        return value

    def user(self, name: str = "person") -> User:
        """A user."""
        user = self.workspace.users.get(self.text(name))
        if user is None:
            raise BadRequestError(f"there is no user {self.fields[name]}")
        return user

    def channel(self) -> Channel:
        """A channel the person can see."""
        channel = self.workspace.channels.get(self.text("channel"))
        if channel is None or channel not in self.workspace.visible_channels(self.user().id):
            raise BadRequestError(f"there is no channel {self.fields['channel']}")
        return channel

    def message(self) -> Message:
        """A message of that channel, or an ephemeral to the person."""
        channel, ts = self.channel(), self.text("ts")
        whispered = channel.ephemerals.get(ts)
        if whispered is not None and whispered.ephemeral_to == self.user().id:
            return whispered
        if ts not in channel.messages:
            raise BadRequestError(f"there is no message {ts}")
        return channel.messages[ts]

    def view(self) -> View:
        """An open view of the person's."""
        view = self.workspace.view(self.text("view_id"))
        if view is None or view.user != self.user().id:
            raise BadRequestError(f"there is no view {self.fields['view_id']}")
        return view

    def place(self) -> Message | View:
        """A view, or else a message."""
        return self.view() if self.fields.get("view_id") else self.message()

    def optional(self, name: str) -> str | None:
        """A string that may be absent."""
        return self.text(name) if self.fields.get(name) else None

    def values(self) -> dict[str, dict[str, Any]]:
        """The filled-in values by block and element."""
        values = self.fields.get("values") or {}
        if not isinstance(values, dict) or not all(isinstance(v, dict) for v in values.values()):
            raise BadRequestError("values is not an object of objects")
        return values


def guarded(endpoint: Endpoint) -> Endpoint:
    """Serve loopback hosts only, take posts from the page itself only, and answer bad requests with 400."""

    async def answer(request: Request) -> Response:
        host = request.headers.get("host", "")
        origin = request.headers.get("origin")
        if host.rpartition(":")[0] not in LOOPBACK and host not in LOOPBACK:
            return refusal("This page is served on this machine only.", 403)
        foreign = origin not in (None, f"http://{host}")
        if foreign or request.headers.get("sec-fetch-site") in ("cross-site", "same-site"):
            return refusal("This is taken from the workspace's own page only.", 403)
        try:
            return await endpoint(request)
        except (BadRequestError, NotAChoiceError) as bad:
            return refusal(str(bad), 400)

    return answer


def refusal(sentence: str, status: int) -> Response:
    """An answer that says why not."""
    return JSONResponse({"ok": False, "error": sentence}, status, headers=HEADERS)


class PageApi:
    """The page's routes over one workspace."""

    def __init__(self, slack: LocalSlack) -> None:
        self.slack = slack
        self.acts = Acts(slack)

    def routes(self) -> list[BaseRoute]:
        """The page, its assets and `/ui/...`."""
        reads: dict[str, Endpoint] = {
            "/": self.index,
            "/ui/state": self.state,
            "/ui/events": self.events,
            "/ui/inspect": self.inspect,
            "/ui/files/{file_id}": self.file,
        }
        writes: dict[str, Callable[[Asked], Done]] = {
            "type": self.type,
            "click": self.click,
            "options": self.options,
            "submit": lambda a: self.acts.submit(a.user(), a.view(), a.values()),
            "close": lambda a: self.acts.close(a.user(), a.view()),
            "home": self.home,
            "react": self.react,
            "shortcut": self.shortcut,
            "edit": lambda a: self.acts.edit(a.user(), a.message(), a.text("text")),
            "delete": lambda a: self.acts.delete(a.user(), a.message()),
            "dm": self.dm,
            "join": lambda a: self.acts.join(a.user(), a.channel()),
            "leave": lambda a: self.acts.leave(a.user(), a.channel()),
            "invite": lambda a: self.acts.invite(a.user(), a.channel(), a.user("user")),
            "read": self.read,
            "clock": self.clock,
        }
        return [
            *(Route(path, guarded(work), methods=["GET"]) for path, work in reads.items()),
            *(Route(f"/ui/{n}", guarded(self.doing(w)), methods=["POST"]) for n, w in writes.items()),
            Route("/ui/upload", guarded(self.upload), methods=["POST"]),
            Mount("/static", StaticFiles(directory=PAGE, check_dir=False)),
        ]

    async def index(self, request: Request) -> Response:
        """The page."""
        return FileResponse(PAGE / "index.html", headers=HEADERS)

    async def state(self, request: Request) -> Response:
        """What one person sees."""
        workspace, asked = self.slack.workspace, Asked(self.slack, request.query_params)
        if asked.fields.get("since") == str(workspace.version):
            return JSONResponse({"ok": True, "version": workspace.version, "unchanged": True})
        if asked.fields.get("person"):
            user = asked.user()
        else:
            people = [u for u in workspace.users.values() if u.bot_id is None and not u.deleted]
            if not people:
                raise BadRequestError("there is nobody here yet")
            user = people[0]
        if asked.fields.get("channel"):
            channel = Asked(self.slack, {**asked.fields, "person": user.id}).channel()
        else:
            seen = workspace.visible_channels(user.id)
            own = [c for c in seen if user.id in c.members]
            channel = (own or seen or [workspace.dm(user.id, workspace.bot.id)])[0]
        return JSONResponse(page_state.state(workspace, user, channel), headers=HEADERS)

    async def events(self, request: Request) -> Response:
        """A stream of version numbers."""
        return StreamingResponse(
            self._versions(), media_type="text/event-stream", headers={"Cache-Control": "no-store"}
        )

    async def _versions(self) -> AsyncIterator[str]:
        workspace, loop, changed = self.slack.workspace, asyncio.get_running_loop(), asyncio.Event()

        def announce() -> None:
            loop.call_soon_threadsafe(changed.set)

        workspace.on_change.append(announce)
        try:
            while True:
                changed.clear()
                yield f"event: version\ndata: {workspace.version}\n\n"
                await changed.wait()
        finally:
            workspace.on_change.remove(announce)

    async def inspect(self, request: Request) -> Response:
        """The app's inside."""
        inspector, asked = self.slack.inspector, Asked(self.slack, request.query_params)
        calls = [{k: c[k] for k in ("method", "ok", "error")} for c in list(self.slack.api.log)[-200:]]
        if inspector is None:
            sentence = "The app shows nothing of its inside here."
            return JSONResponse({"ok": False, "error": sentence, "api_calls": calls})
        text = asked.optional("text")
        parse = await run_in_threadpool(inspector.parse, text, asked.text("person")) if text else None
        rows = await run_in_threadpool(inspector.rows)
        deliveries = await run_in_threadpool(inspector.deliveries)
        body = {"ok": True, "rows": rows, "deliveries": deliveries, "parse": parse, "api_calls": calls}
        return JSONResponse(body, headers=HEADERS)

    async def file(self, request: Request) -> Response:
        """A shared file, never as a page of its own."""
        file = self.slack.workspace.files.get(request.path_params["file_id"])
        if file is None or file.content is None:
            return refusal("There is no such file.", 404)
        return Response(file.content, media_type=file.mimetype, headers={**HEADERS, **SANDBOX})

    def doing(self, work: Callable[[Asked], Done]) -> Endpoint:
        """An endpoint that does one thing and answers when the app is idle."""

        async def endpoint(request: Request) -> Response:
            if not request.headers.get("content-type", "").startswith("application/json"):
                raise BadRequestError("the body is not JSON")
            try:
                fields = json.loads(await request.body())
            except ValueError:
                raise BadRequestError("the body is not JSON") from None
            if not isinstance(fields, dict):
                raise BadRequestError("the body is not an object")
            return told(await run_in_threadpool(work, Asked(self.slack, fields)))

        return endpoint

    def type(self, asked: Asked) -> Done:
        """A message or a command."""
        thread = asked.optional("thread_ts")
        return self.acts.write(asked.user(), asked.channel(), asked.text("text"), thread)

    def click(self, asked: Asked) -> Done:
        """An element used."""
        place = asked.place()
        if isinstance(place, View):
            self.acts.fill(place, asked.values())
        ids = (asked.text("block_id"), asked.text("action_id"))
        return self.acts.use(asked.user(), place, *ids, asked.fields.get("value"))

    def options(self, asked: Asked) -> Done:
        """What an external select offers."""
        ids = (asked.text("block_id"), asked.text("action_id"))
        query = str(asked.fields.get("query") or "")
        offered = self.acts.suggestions(asked.user(), asked.place(), *ids, query)
        return Done(result={"options": [{"text": o["text"]["text"], "value": o["value"]} for o in offered]})

    def home(self, asked: Asked) -> Done:
        """A tab of the app's opened."""
        done = self.acts.open_home(asked.user(), str(asked.fields.get("tab") or "home"))
        sight = Sight(self.slack.workspace, asked.user())
        done.result["home"] = page_state.view(sight, sight.home)
        return done

    def react(self, asked: Asked) -> Done:
        """A reaction given or taken."""
        added = not asked.fields.get("remove")
        return self.acts.react(asked.user(), asked.message(), asked.text("name"), added=added)

    def shortcut(self, asked: Asked) -> Done:
        """A shortcut used."""
        message = asked.message() if asked.fields.get("ts") else None
        return self.acts.shortcut(asked.user(), asked.text("callback_id"), message)

    def dm(self, asked: Asked) -> Done:
        """A direct message opened."""
        channel = self.slack.workspace.dm(asked.user().id, asked.user("user").id)
        return Done(result={"channel": channel.id})

    def read(self, asked: Asked) -> Done:
        """A channel read to its end."""
        channel = asked.channel()
        with self.slack.workspace.changing():
            channel.last_read[asked.user().id] = max(channel.messages, default="")
        return Done()

    def clock(self, asked: Asked) -> Done:
        """The present moved forward."""
        workspace = self.slack.workspace
        try:
            to = moment(asked.text("move"), workspace.now(), workspace.clock.next_event())
        except MomentError as refused:
            return Done(str(refused))
        self.slack.move_clock(to)
        return Done(result={"clock": page_state.clock(workspace)})

    async def upload(self, request: Request) -> Response:
        """A file shared."""
        async with request.form() as form:
            part = form.get("file")
            if not isinstance(part, UploadFile):
                raise BadRequestError("file is missing")
            content, name = await part.read(), part.filename or "file"
            asked = Asked(self.slack, {k: v for k, v in form.items() if isinstance(v, str)})
        where = (asked.user(), asked.channel())
        text, thread = asked.optional("text") or "", asked.optional("thread_ts")
        return told(await run_in_threadpool(self.acts.upload, *where, name, content, text, thread))


SANDBOX = {"Content-Security-Policy": "sandbox; default-src 'none'", "Content-Disposition": "inline"}


def told(done: Done) -> Response:
    """The answer to a thing done."""
    body: JSON = {"ok": done.ok, **done.result}
    if done.error:
        body["error"] = done.error
    return JSONResponse(body | ({"errors": done.errors} if done.errors else {}), headers=HEADERS)
