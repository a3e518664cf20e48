"""Escaping, cutting and counting: what keeps every message within Slack's rules."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.i18n import Translator
from bot.views.kit import (
    Markup,
    actions,
    button,
    clip,
    distinct,
    escape,
    md,
    message,
    plain,
    quote,
    section,
    with_rows,
)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("<!channel> & <@U1>", "&lt;!channel&gt; &amp; &lt;@U1&gt;"),
        ("*bold* _it_ ~no~ `code`", "∗bold∗ ˍitˍ ∼no∼ ˋcodeˋ"),
        ("snake_case 2 * 3 a~b", "snake_case 2 * 3 a~b"),
        ("two\nlines\tand\x00 \u202emore", "two lines and more"),
        ("Sato Yūko — 佐藤 🎨", "Sato Yūko — 佐藤 🎨"),
    ],
)
def test_words_are_shown_as_they_are_and_format_nothing(typed: str, shown: str) -> None:
    assert escape(typed) == shown


@given(st.text(max_size=400), st.integers(1, 120))
def test_escaped_words_keep_the_limit_and_never_open_a_reference(typed: str, limit: int) -> None:
    shown = escape(typed, limit)
    assert len(shown) <= limit
    assert "<" not in shown
    assert ">" not in shown
    assert shown.replace("&amp;", "").replace("&lt;", "").replace("&gt;", "").count("&") == 0


def test_cutting_spares_entities_and_references() -> None:
    assert clip("abc &amp; def", 8) == "abc…"
    assert clip("in <#C123456> today", 10) == "in…"
    assert clip("short", 5) == "short"


def test_a_quotation_keeps_its_lines() -> None:
    assert quote("one\n\n<two>") == "> one\n> &lt;two&gt;"
    assert quote("") == "> "


def test_facts_are_escaped_and_markup_is_not(en: Translator) -> None:
    assert md(en, "Also with: {names}", names="<!here>") == "Also with: &lt;!here&gt;"
    assert md(en, "Also with: {names}", names=Markup("<#C1>")) == "Also with: <#C1>"


def test_plain_takes_our_formatting_away_and_leaves_the_words() -> None:
    assert plain("✅ *#1 snake_case* — _Sari_ ~old~ 2 * 3") == "✅ #1 snake_case — Sari old 2 * 3"
    assert plain("*Kyoto*: *Lyon*\n*Rome*") == "Kyoto: Lyon\nRome"


def test_a_second_button_of_a_kind_gets_an_id_of_its_own() -> None:
    one = button("Yes", "retry", "a")
    shown = distinct([actions(one, None, one), section(Markup("x"), accessory=one), None])
    assert [element["action_id"] for element in shown[0]["elements"]] == ["retry", "retry.1"]
    assert shown[1]["accessory"]["action_id"] == "retry.2"


def test_a_message_says_in_text_what_its_blocks_say() -> None:
    made = message(section(Markup("*Hello* <#C1>")), None, actions(button("Yes", "retry")))
    assert made.text == "Hello <#C1>"
    assert len(made.to_dict()["blocks"]) == 2


def test_rows_that_do_not_fit_are_counted(en: Translator) -> None:
    head = [section(Markup("*Title*"))]
    rows = [[section(Markup(f"row {n}"))] for n in range(30)]
    made = with_rows(en, head, rows, total=34)
    assert len(made.blocks) == 22
    assert made.text.endswith("row 19\n+14 more")
    wide = with_rows(en, head, [[section(Markup("x" * 3000))]] * 9, total=9)
    assert wide.blocks[-1]["elements"][0]["text"] == "+6 more"
    assert with_rows(en, head, rows[:2], total=2).text == "Title\nrow 0\nrow 1"
