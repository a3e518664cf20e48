"""The plainest servers that could do the work: what Lintas is measured against.

`python -m bench.plain ack PORT` only acknowledges; `python -m bench.plain orm PORT DATABASE_URL` writes the
rows of a task that was added, and answers a constant. Both are Bolt apps on Starlette, uvicorn and worker
threads, as Lintas is.
"""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import Any

import uvicorn
from slack_bolt import Ack, App, BoltRequest
from slack_bolt.authorization import AuthorizeResult
from sqlalchemy import update
from sqlalchemy.orm import Session, sessionmaker
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request as HttpRequest
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from storage.database import WriterLock, open_database
from storage.ids import new_id
from storage.migrate import migrate
from storage.models import Change, Counter, Member, Request, Task, TaskOwner, Workspace

SECRET = "bench"


def bolt(*, inline: bool) -> App:
    """A Bolt app that asks nobody; `inline` answers after the listener, without Bolt's executor."""
    return App(
        signing_secret=SECRET,
        authorize=lambda: AuthorizeResult(enterprise_id=None, team_id="T0BENCH", bot_token="xoxb-bench"),
        process_before_response=inline,
    )


def acknowledging() -> App:
    """Bolt as its documentation sets it up, with a command that is only acknowledged."""
    app = bolt(inline=False)

    @app.command("/task")
    def task(ack: Ack) -> None:
        ack("ok")

    return app


def writing(url: str) -> App:
    """A command that writes task, owner, changes, request and counter behind one lock, and nothing else."""
    migrate(url)
    database = open_database(url)
    lock = WriterLock()
    sessions = sessionmaker(database.engine.execution_options(lintas_writes=True), expire_on_commit=False)
    with lock, sessions.begin() as session:
        workspace = Workspace(id=new_id(), slack_team_id="T0BENCH", lang="id", zone="Asia/Jakarta")
        member = Member(id=new_id(), workspace_id=workspace.id, slack_id="U0BENCH", kind="full")
        for row in (workspace, member, Counter(workspace_id=workspace.id, name="task", value=0)):
            session.add(row)
            session.flush()
    app = bolt(inline=True)

    @app.command("/task")
    def task(ack: Ack, body: dict[str, Any]) -> None:
        with lock, sessions.begin() as session:
            _write(session, workspace.id, member.id, body)
        ack("ok")

    return app


def _write(session: Session, workspace: int, member: int, body: dict[str, Any]) -> None:
    """The rows of a task, as Lintas leaves them."""
    now = datetime.now(UTC)
    batch, key, title = new_id(), f"command:{body['trigger_id']}", body["text"]
    step = update(Counter).where(Counter.workspace_id == workspace, Counter.name == "task")
    number = session.scalar(step.values(value=Counter.value + 1).returning(Counter.value))
    task = Task(
        id=new_id(),
        workspace_id=workspace,
        number=number,
        title=title,
        search_key=title.casefold(),
        status="open",
        due_day=now.date(),
        audience="workspace",
        author_id=member,
        created_at=now,
    )
    owner = TaskOwner(id=new_id(), workspace_id=workspace, task_id=task.id, member_id=member)
    common = {"workspace_id": workspace, "batch": batch, "at": now, "by_id": member, "source": key}
    changed = [
        Change(
            **common,
            verb="create_task",
            table_name=row.__tablename__,
            row_id=row.id,
            op="insert",
            before={},
            after={"title": title, "number": number},
        )
        for row in (task, owner)
    ]
    answer = {"name": "task_created", "facts": {"task": task.id, "batch": batch}, "task": task.id}
    session.add(task)
    session.flush()  # what refers to it must come after it
    session.add_all(
        [owner, *changed, Request(workspace_id=workspace, key=key, answer=answer, handled_at=now)]
    )


def serve(app: App, port: int) -> None:
    """Answer Slack on 127.0.0.1 until ended."""

    def dispatch(body: str, headers: dict[str, str]) -> Response:
        answer = app.dispatch(BoltRequest(body=body, headers=headers))  # type: ignore[arg-type]
        return Response(answer.body, answer.status, answer.first_headers_without_set_cookie())

    async def events(request: HttpRequest) -> Response:
        body = (await request.body()).decode()
        return await run_in_threadpool(dispatch, body, dict(request.headers))

    async def ready(_: HttpRequest) -> Response:
        return PlainTextResponse("ok\n")

    routes = [Route("/slack/events", events, methods=["POST"]), Route("/readyz", ready)]
    uvicorn.run(Starlette(routes=routes), host="127.0.0.1", port=port, log_level="warning", access_log=False)


if __name__ == "__main__":
    kind, port, *rest = sys.argv[1:]
    serve(acknowledging() if kind == "ack" else writing(rest[0]), int(port))
