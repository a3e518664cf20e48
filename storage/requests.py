"""What of Slack's was already handled, and what was answered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, select, update
from sqlalchemy.orm import Session

from storage.ids import new_id
from storage.inserting import insert_once
from storage.models import Request

_mine = (Request.workspace_id == bindparam("workspace"), Request.key == bindparam("request"))
_remember = update(Request).where(*_mine).values(answer=bindparam("said"))


def claim_request(session: Session, workspace_id: int, key: str, at: datetime) -> bool:
    """Take the request for this transaction; False where it was handled before. `at` is machine time."""
    return insert_once(
        session, Request, {"id": new_id(), "workspace_id": workspace_id, "key": key, "handled_at": at}
    )


def remember_answer(session: Session, workspace_id: int, key: str, answer: dict[str, Any]) -> None:
    """Keep what to answer, should Slack repeat the request."""
    values = {"workspace": workspace_id, "request": key, "said": answer}
    session.connection().execute(_remember, values)


def handled_before(session: Session, workspace_id: int, key: str) -> tuple[bool, dict[str, Any] | None]:
    """Whether the request was handled, and its answer where it had one."""
    found = session.execute(
        select(Request.answer).where(*_mine), {"workspace": workspace_id, "request": key}
    ).one_or_none()
    return (False, None) if found is None else (True, found[0])
