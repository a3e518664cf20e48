"""The HTTP and WebSocket routes of the workspace, and the ways in which it can fail on purpose."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Mapping
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import Route, WebSocketRoute
from starlette.types import Receive, Scope, Send
from starlette.websockets import WebSocket
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.local.faults import Fault
from bot.local.responses import ResponseRefusedError, use_response_url
from bot.local.socket_mode import SocketMode
from bot.local.web_api import WebApi
from bot.local.workspace import Workspace


class CuttableProtocol(H11Protocol):
    """HTTP whose connection the application can cut, by the address of its client."""

    transports: dict[tuple[str, int], asyncio.Transport] = {}

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Remember the connection."""
        super().connection_made(transport)
        if self.client is not None:
            self.transports[self.client] = transport

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the connection."""
        if self.client is not None:
            self.transports.pop(self.client, None)
        super().connection_lost(exc)


class Cut(Response):
    """No answer: the connection is closed, or with `hold` left open until the caller gives up."""

    def __init__(self, *, hold: bool = False) -> None:
        super().__init__()
        self.hold = hold

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close or wait."""
        if not self.hold:
            transport = CuttableProtocol.transports.get(tuple(scope["client"]))
            if transport is not None:
                transport.abort()
        while (await receive())["type"] != "http.disconnect":
            pass


class Wire:
    """Routes of the Web API, response URLs, uploads, files and Socket Mode."""

    def __init__(self, workspace: Workspace, api: WebApi, socket: SocketMode) -> None:
        self.workspace = workspace
        self.api = api
        self.socket = socket

    def routes(self) -> list[Route | WebSocketRoute]:
        """All of them."""
        return [
            Route("/api/{method}", self.web_api, methods=["GET", "POST"]),
            Route("/hooks/{kind}/{secret}", self.response_url, methods=["POST"]),
            Route("/upload/{file_id}", self.upload, methods=["POST", "PUT"]),
            Route("/files/{file_id}/{name}", self.download, methods=["GET"]),
            WebSocketRoute("/link/", self.link),
        ]

    async def web_api(self, request: Request) -> Response:
        """One Web API call."""
        if self.api.faults.slack_down:
            return Cut()
        args = await arguments(request)
        header = request.headers.get("authorization", "")
        token = header.removeprefix("Bearer ") if header else str(args.get("token", ""))
        outcome = self.api.call(request.path_params["method"], token, args)
        if outcome.fault is not None and (spoilt := spoil(outcome.fault)):
            return spoilt
        scopes = ",".join(sorted(self.workspace.manifest.bot_scopes))
        return JSONResponse(outcome.body, headers={"x-oauth-scopes": scopes})

    async def response_url(self, request: Request) -> Response:
        """A post to a response URL; logged among the calls as `response_url`."""
        fault = self.api.faults.take("response_url", None)
        if self.api.faults.slack_down or (fault and fault.kind == "cut_before_store"):
            return Cut()
        if fault is not None and fault.kind != "cut_after_store":
            return spoil(fault) or PlainTextResponse(fault.kind.partition(":")[2], 404)
        note = {"method": "response_url", "ok": True, "error": None, "fault": fault and fault.kind}
        self.api.log.append(note)
        try:
            body = json.loads(await request.body())
            with self.workspace.lock:
                use_response_url(self.workspace, request.path_params["secret"], body)
        except ValueError:
            note |= {"ok": False, "error": "invalid_payload"}
            return PlainTextResponse("invalid_payload", 400)
        except ResponseRefusedError as refused:
            note |= {"ok": False, "error": refused.error, "messages": refused.messages}
            return JSONResponse({"ok": False, "error": refused.error}, 404)
        return Cut() if fault is not None else PlainTextResponse("ok")

    async def upload(self, request: Request) -> Response:
        """The bytes of a file whose upload was announced."""
        file = self.workspace.files.get(request.path_params["file_id"])
        content_type = request.headers.get("content-type", "")
        if content_type.startswith("multipart/form-data"):
            async with request.form() as form:
                part = next((v for v in form.values() if not isinstance(v, str)), None)
                content = await part.read() if part is not None else b""
        else:
            content = await request.body()
        if file is None or file.content is not None or len(content) != file.announced_length:
            return PlainTextResponse("bad upload", 400)
        with self.workspace.changing():
            file.content = content
        return PlainTextResponse(f"OK - {len(content)}")

    async def download(self, request: Request) -> Response:
        """A file, to the holder of the app's token."""
        file = self.workspace.files.get(request.path_params["file_id"])
        if request.headers.get("authorization") != f"Bearer {self.workspace.bot_token}":
            return PlainTextResponse("not allowed", 403)
        if file is None or file.content is None:
            return PlainTextResponse("not found", 404)
        return Response(file.content, media_type=file.mimetype)

    async def link(self, socket: WebSocket) -> None:
        """A Socket Mode connection."""
        if self.api.faults.slack_down:
            await socket.close(code=1013)
            return
        await self.socket.serve(socket)


def spoil(fault: Fault) -> Response | None:
    """The answer a planned failure gives instead; None if the answer goes out as it is."""
    if fault.kind == "ratelimited":
        headers = {"Retry-After": str(fault.retry_after)}
        return JSONResponse({"ok": False, "error": "ratelimited"}, 429, headers=headers)
    if fault.kind == "http_500":
        return PlainTextResponse("Internal Server Error", 500)
    if fault.kind == "timeout":
        return Cut(hold=True)
    if fault.kind.startswith("cut_"):
        return Cut()
    return None


async def arguments(request: Request) -> Mapping[str, Any]:
    """Arguments of a call from query, form or JSON body."""
    args: dict[str, Any] = dict(request.query_params)
    if request.method == "GET":
        return args
    content_type = request.headers.get("content-type", "")
    if content_type.startswith("application/json"):
        body = json.loads(await request.body() or b"{}")
        return args | body if isinstance(body, dict) else args
    async with request.form() as form:
        return args | {key: value for key, value in form.items() if isinstance(value, str)}
