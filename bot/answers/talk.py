"""Answers about the conversation itself: help, errors, undo, a person's settings."""

from __future__ import annotations

from typing import Any

from bot.answers import Reader, answer
from bot.errors import Way
from bot.services.members import member_settings
from bot.views import help as views
from bot.views import settings as setting_views
from bot.views.kit import Message
from bot.views.undone import undone as undone_view
from bot.views.words import taken_back
from storage.models import Member
from storage.tasks import TaskFilter, tasks_seen_by


@answer
def help_message(reader: Reader, topic: str | None = None, command: str = "/lintas") -> Message:
    return views.help_message(reader.t, topic, command)


@answer
def welcome(reader: Reader, admin: bool = False) -> Message:
    return views.welcome(reader.t, admin=admin)


@answer
def unknown_command(reader: Reader, text: str, nearest: list[str]) -> Message:
    return views.unknown_command(text, nearest, reader.t)


@answer
def error(reader: Reader, sentence: str, facts: dict[str, Any], ways: list[list[str]]) -> Message:
    return views.error_message(sentence, facts, [Way(label, command) for label, command in ways], reader.t)


@answer
def question(reader: Reader, sentence: str, ways: list[list[str]]) -> Message:
    """One short question, with what could be meant as buttons."""
    return views.error_message(sentence, {}, [Way(label, command) for label, command in ways], reader.t)


@answer
def something_wrong(reader: Reader, reference: str) -> Message:
    return views.something_wrong(reference, reader.t)


@answer
def stale_button(reader: Reader) -> Message:
    return views.stale_button(reader.t)


@answer
def undone(
    reader: Reader, tasks: list[int], names: list[tuple[str, str]], left: list[str], verb: str = ""
) -> Message | None:
    """What was taken back: of tasks what was done to them, other things by what they are and their name.

    A room in which not all of it may be seen is told nothing.
    """
    seen, _ = tasks_seen_by(
        reader.session,
        reader.eyes,
        TaskFilter(status=None, ids=tuple(tasks), deleted=None),
        limit=len(tasks) + 1,
    )
    if reader.me is None and len(seen) < len(tasks):
        return None
    subjects = [taken_back(verb, f"#{task.number} {task.title}", reader.t) for task in seen]
    subjects += [taken_back(what, name, reader.t) for what, name in names]
    return undone_view(subjects, left, reader.t)


@answer
def settings(reader: Reader) -> Message | None:
    """The reader's own; nobody else's business."""
    if reader.me is None:
        return None
    return setting_views.settings_message(member_settings(reader.session, _member(reader)), reader.t)


@answer
def setting_changed(reader: Reader, kind: str, batch: int) -> Message | None:
    """What of the reader's own was set; nobody else's business."""
    if reader.me is None:
        return None
    member = _member(reader)
    return setting_views.setting_changed(kind, member_settings(reader.session, member), reader.t, batch)


def _member(reader: Reader) -> Member:
    assert reader.me is not None
    return reader.session.get_one(Member, reader.me.member_id)
