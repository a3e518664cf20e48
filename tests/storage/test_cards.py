"""Which real messages show which tasks."""

from __future__ import annotations

from storage.cards import cards_at, cards_of_task, remember_cards
from storage.changes import begin
from storage.database import Database
from tests.storage.conftest import Team


def test_a_message_shows_its_tasks_and_a_task_its_messages(
    database: Database, team: Team, stored_task: int
) -> None:
    with database.writing() as session:
        begin(session, team.act())
        other = team.task(2)
        session.add(other)
        session.flush()
        of = {"workspace_id": team.workspace, "channel": "C1", "member_id": team.maya}
        remember_cards(session, ts="1.0", task_ids=[stored_task, other.id], answer={"say": "two"}, **of)
        remember_cards(session, ts="2.0", task_ids=[stored_task], answer={"say": "one"}, **of)
    with database.reading() as session:
        assert [card.task_id for card in cards_at(session, team.workspace, "C1", "1.0")] == [
            stored_task,
            other.id,
        ]
        assert [card.ts for card in cards_of_task(session, team.workspace, stored_task)] == ["1.0", "2.0"]
        assert list(cards_at(session, team.workspace, "C2", "1.0")) == []


def test_a_message_shown_anew_keeps_what_it_shows_now(
    database: Database, team: Team, stored_task: int
) -> None:
    of = {"workspace_id": team.workspace, "channel": "C1", "ts": "1.0", "member_id": team.maya}
    for say in ("before", "after"):
        with database.writing() as session:
            remember_cards(session, task_ids=[stored_task], answer={"say": say}, **of)
    with database.reading() as session:
        [card] = cards_at(session, team.workspace, "C1", "1.0")
        assert card.answer == {"say": "after"}
