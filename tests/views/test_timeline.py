"""The picture of a program: what is drawn, whatever people wrote."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.i18n import Translator
from bot.views.timeline import DaysOff, timeline_picture, timeline_svg
from storage.seen import Due, SeenOwner
from tests.views.test_every_view import LATE, PROGRAM, TASK, TODAY

SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> dict[str, str]:
    """What is written, with its colour."""
    root = ET.fromstring(svg)
    return {text.text or "": text.get("fill", "") for text in root.iter(f"{SVG}text")}


def test_what_is_late_is_red_and_what_is_done_has_a_tick(en: Translator) -> None:
    done = replace(TASK, id=9, title="Visas issued", status="done", due=Due(TODAY + timedelta(days=9)))
    words = drawn(timeline_svg(PROGRAM, (LATE, done), (), en, total=2))
    (late,) = [color for said, color in words.items() if said.startswith(LATE.title[:10])]
    assert late == "#b71c1c"
    assert any(said.startswith("✓ Visas issued") for said in words)


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "a & b \x07 \u202e", "よ" * 300, ""])
def test_any_title_is_drawn(en: Translator, title: str) -> None:
    task = replace(TASK, title=title, due=Due(TODAY), owners=(SeenOwner("<b>Rani</b>"),))
    picture = timeline_picture(PROGRAM, (task,), (), en, total=1)
    assert picture.content.startswith(b"\x89PNG")
    words = drawn(timeline_svg(PROGRAM, (task,), (), en, total=1))
    assert "<b>Rani</b>" in words
    assert any(said.startswith(title[:5]) for said in words)


def test_days_off_are_named_and_shaded_and_what_is_not_drawn_is_said(en: Translator) -> None:
    off = [DaysOff("Indonesia", [TODAY + timedelta(days=3)]), DaysOff("France", [date(1999, 1, 1)])]
    svg = timeline_svg(PROGRAM, (replace(TASK, due=Due(TODAY)),), off, en, total=50)
    words = drawn(svg)
    assert "holidays: Indonesia" in words
    assert "holidays: France" in words
    assert "and 49 more tasks in the list" in words
    bands = [rect for rect in ET.fromstring(svg).iter(f"{SVG}rect") if rect.get("class") == "off"]
    assert len(bands) == 1


def test_many_countries_are_all_shaded_and_named_within_the_picture(en: Translator) -> None:
    off = [DaysOff(f"A country of number {n}", [TODAY + timedelta(days=1)]) for n in range(9)]
    svg = timeline_svg(PROGRAM, (replace(TASK, due=Due(TODAY)),), off, en, total=1)
    rects = [*ET.fromstring(svg).iter(f"{SVG}rect")]
    assert len([rect for rect in rects if rect.get("class") == "off"]) == 9
    assert all(float(rect.get("x", 0)) < 870 for rect in rects)


def test_a_program_without_dates_or_tasks_is_drawn_too(id_: Translator) -> None:
    empty = replace(PROGRAM, anchors=())
    picture = timeline_picture(empty, (), (), id_, total=0)
    assert picture.content.startswith(b"\x89PNG")
    assert "Linimasa" in picture.alt
