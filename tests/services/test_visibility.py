"""The audience of what is said, by where it was said and of which program."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.services.actor import Actor, Place
from bot.services.visibility import set_audience
from storage.models import Program, Task
from storage.seen import ChannelKind, Viewer

MAYA, HERE = 7, 31
ACTOR = Actor(
    Viewer(1, MAYA, "U1", full=True), datetime(2026, 11, 24, 3, tzinfo=UTC), ZoneInfo("Asia/Jakarta")
)


def said(place: Place | None, program: Program | None = None) -> tuple[str, int | None, int | None]:
    task = Task()
    set_audience(task, replace(ACTOR, place=place), program)
    return task.audience, task.audience_channel_id, task.audience_member_id


@pytest.mark.parametrize(
    ("kind", "app_in", "audience"),
    [
        ("public", True, ("workspace", None, None)),
        ("public", False, ("workspace", None, None)),
        ("private", True, ("channel", HERE, None)),
        ("mpim", True, ("channel", HERE, None)),
        ("private", False, ("person", None, MAYA)),
        ("mpim", False, ("person", None, MAYA)),
        ("im", True, ("person", None, MAYA)),
    ],
)
def test_the_place_decides(
    kind: ChannelKind, app_in: bool, audience: tuple[str, int | None, int | None]
) -> None:
    assert said(Place(HERE, "C1", kind, app_in)) == audience


def test_no_place_is_the_author_alone() -> None:
    assert said(None) == ("person", None, MAYA)


@pytest.mark.parametrize("kind", ["public", "private", "im"])
def test_a_program_decides_before_the_place(kind: ChannelKind) -> None:
    private = Program(audience="channel", audience_channel_id=99)
    public = Program(audience="workspace")
    assert said(Place(HERE, "C1", kind, True), private) == ("channel", 99, None)
    assert said(Place(HERE, "C1", kind, True), public) == ("workspace", None, None)


def test_author_time_and_place_are_kept() -> None:
    task = Task()
    set_audience(task, replace(ACTOR, place=Place(HERE, "C1", "public", True)))
    assert (task.author_id, task.created_at, task.place_id) == (MAYA, ACTOR.now, HERE)
