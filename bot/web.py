"""HTTP: Slack's requests, health, readiness, metrics."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from slack_bolt import BoltRequest, BoltResponse
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from storage.deliveries import machine_now
from storage.migrate import is_current

if TYPE_CHECKING:
    from bot.app import Lintas


def build_web(lintas: Lintas) -> Starlette:
    """The routes of CONTRACT §4 that this version answers."""

    async def slack_events(request: Request) -> Response:
        """Everything Slack sends; dispatched in a worker thread, since the answer waits for the database."""
        body = (await request.body()).decode("utf-8", "replace")
        headers = dict(request.headers)
        answer = await run_in_threadpool(_dispatch, lintas, body, headers, str(request.query_params))
        return Response(answer.body, answer.status, answer.first_headers_without_set_cookie())

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok\n")

    async def readyz(_: Request) -> Response:
        lacking = await run_in_threadpool(_not_ready, lintas)
        return PlainTextResponse("\n".join(lacking) + "\n" if lacking else "ok\n", 503 if lacking else 200)

    async def metrics(_: Request) -> Response:
        return Response(await run_in_threadpool(generate_latest), media_type=CONTENT_TYPE_LATEST)

    return Starlette(
        routes=[
            Route("/slack/events", slack_events, methods=["POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
            Route("/metrics", metrics),
        ]
    )


def _dispatch(lintas: Lintas, body: str, headers: dict[str, str], query: str) -> BoltResponse:
    if not headers.get("x-slack-request-timestamp", "0").isdecimal():  # Bolt would fail on it
        return BoltResponse(status=401, body="")
    return lintas.bolt.dispatch(BoltRequest(body=body, query=query, headers=headers))  # type: ignore[arg-type]


def _not_ready(lintas: Lintas) -> list[str]:
    """What is wrong, a line each; nothing where all is well."""
    lacking = []
    try:
        if not is_current(lintas.database):
            lacking.append("the database schema is not current: run `lintas migrate`")
    except Exception as problem:
        lacking.append(f"the database cannot be read: {type(problem).__name__}")
    seconds = lintas.settings.tick_seconds
    if seconds and not lacking:
        late = lintas.ticked_at is None or machine_now() - lintas.ticked_at > timedelta(
            seconds=3 * seconds + 5
        )
        if late:
            lacking.append("the scheduler has not ticked lately")
    return lacking
