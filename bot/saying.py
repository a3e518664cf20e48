"""What a delivery says: its subject read again, composed for whoever will read it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bot.answers import Answer, Composed, Reader, compose
from bot.answers.home import home
from bot.answers.programs import timeline
from bot.clock import Clock
from bot.i18n import Translator
from bot.posts import Post, in_thread, new_message, post_of
from bot.services.derived import zone_of
from bot.services.exporting import export_files
from bot.services.members import language_of
from storage.cards import still_follows
from storage.deliveries import Claimed, machine_now
from storage.models import Card, Channel, Member, Row, Workspace
from storage.workspaces import room_of, viewer_of


def readers(session: Session, batch: Sequence[Claimed]) -> list[Row]:
    """Those who will read the batch, and their workspaces, at once; held, the session finds them again."""
    members = {one.body["member"] for one in batch if one.body.get("member")}
    rooms = {one.body["room"] for one in batch if one.body.get("room")}
    teams = {one.workspace_id for one in batch}
    return [
        *session.scalars(select(Workspace).where(Workspace.id.in_(teams))),
        *(session.scalars(select(Member).where(Member.id.in_(members))) if members else ()),
        *(session.scalars(select(Channel).where(Channel.id.in_(rooms))) if rooms else ()),
    ]


def prepare(session: Session, clock: Clock, delivery: Claimed) -> Post | None:
    """The call that says it; None where there is nothing (left) to say."""
    body = delivery.body
    if delivery.kind == "roster":
        return Post("roster", {})
    if delivery.kind == "home":
        return _home(session, clock, body["member"], delivery.target)
    if delivery.kind == "files":
        return _files(session, clock, body, delivery.target)
    if delivery.kind == "picture":
        return _picture(session, clock, body, delivery.target)
    if delivery.kind == "edit":
        card = session.get(Card, body["card"])
        if card is None:
            return None
        answer = Answer.from_json(card.answer)
        reader = reader_for(session, clock, card.member_id, card.answer.get("room"))
        if reader is None or not still_follows(card, reader.t.today):
            return None
        made = compose(reader, answer)
        return post_of("chat.update", {"channel": card.channel, "ts": card.ts}, made, answer)
    answer = Answer.from_json(body["answer"])
    made = _composed(session, clock, answer, body.get("member"), body.get("room"))
    if delivery.kind == "replace":
        target = {"url": body["response_url"], "replace_original": body["replace"]}
        return post_of("response_url", target, made, answer)
    if delivery.kind == "whisper":
        target = {"channel": delivery.target, "user": body["user"]}
        return post_of("chat.postEphemeral", target | in_thread(body.get("thread")), made, answer)
    if delivery.ts is not None:
        there = {"channel": delivery.channel, "ts": delivery.ts}
        return post_of("chat.update", there, made, answer, follows=True)
    target = new_message(delivery.target, delivery.key, body.get("thread"))
    return post_of("chat.postMessage", target, made, answer, follows=True)


def _home(session: Session, clock: Clock, member_id: int, user: str) -> Post | None:
    reader = reader_for(session, clock, member_id, None)
    return Post("views.publish", {"user_id": user, "view": home(reader).to_dict()}) if reader else None


def _files(session: Session, clock: Clock, body: dict[str, Any], user: str) -> Post | None:
    reader = reader_for(session, clock, body["member"], None)
    if reader is None or reader.me is None:
        return None
    files = [(*file, None) for file in export_files(session, reader.me, body["what"], reader.t.today)]
    said = reader.t("Here is what you asked for, as of {when}.", when=clock.now())
    return Post("files", {"channel": user, "files": files, "comment": said})


def _picture(session: Session, clock: Clock, body: dict[str, Any], target: str) -> Post | None:
    reader = reader_for(session, clock, body["member"], body.get("room"))
    picture = timeline(reader, body["program"]) if reader is not None else None
    if picture is None:
        return None
    file = (picture.name, picture.content, picture.alt)
    where = {"channel": target} | in_thread(body.get("thread"))
    return Post("files", where | {"files": [file], "comment": picture.said})


def _composed(
    session: Session, clock: Clock, answer: Answer, member_id: int | None, room: int | None
) -> Composed | None:
    reader = reader_for(session, clock, member_id, room)
    return compose(reader, answer) if reader is not None else None


def reader_for(session: Session, clock: Clock, member_id: int | None, room: int | None) -> Reader | None:
    """Who will read: a room in its channel's language, else a member in theirs; None for one who left.

    A room whose language was never set is spoken to in the language of the member it answers.
    """
    member = session.get(Member, member_id) if member_id is not None else None
    if room is None:
        if member is None or member.left:
            return None
        t = Translator(language_of(session, member), zone_of(session, member), clock.now())
        return Reader(session, viewer_of(member, machine_now()), t)
    channel = session.get_one(Channel, room)
    speaker = channel if channel.lang is not None or member is None else member
    timed = channel if channel.zone is not None or member is None else member
    t = Translator(language_of(session, speaker), zone_of(session, timed), clock.now())
    return Reader(session, room_of(session, channel), t)
