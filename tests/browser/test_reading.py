"""How the page reads: languages, zones, mrkdwn, narrow screens, names for every control."""

from __future__ import annotations

import re
from typing import Any

import pytest

from bot.local.server import LocalSlack
from tests.browser.test_conversation import Visit, expect, log, types

UNNAMED = """() => [...document.querySelectorAll("button, a[href], input, select, textarea")]
  .filter((node) => node.checkVisibility() && !node.labels?.length && !node.getAttribute("aria-label")
    && !node.getAttribute("aria-labelledby") && !node.textContent.trim())
  .map((node) => node.outerHTML.slice(0, 200))"""
RENDER = """async ([text, zone, lang]) => {
  const { mrkdwn } = await import("/static/mrkdwn.js");
  const { translator } = await import("/static/words.js");
  const nameOf = (id) => ({ U1: "Maya", U2: "Rani" })[id] ?? id;
  const channel = (id) => (id === "C1" ? { name: "general" } : null);
  const now = new Date("2026-11-24T02:00:00Z");
  const ctx = { lang, tz: zone, now, t: translator(lang), person: "U1", nameOf, channel, open() {} };
  const box = document.createElement("div");
  box.append(...mrkdwn(text, ctx));
  return [box.innerHTML.replace(/ (class|type|title|target|rel)="[^"]*"/g, ""), box.textContent];
}"""


def test_the_page_speaks_the_persons_language(visit: Visit) -> None:
    page = visit("U0RANI")
    expect(page.get_by_role("button", name="Beranda")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "id")
    expect(page.locator(".hint-card")).to_contain_text("/tugas Kirim draf MoU @Maya Sari jumat")
    page.get_by_label("Anda sebagai").select_option("U0MAYA")
    expect(page.get_by_role("button", name="Home", exact=True)).to_be_visible()
    expect(page.locator(".hint-card")).to_contain_text("/task Send the MoU draft @Rani Putri friday #Lyon")
    page.get_by_role("button", name="ID", exact=True).click()
    expect(page.get_by_role("button", name="Beranda")).to_be_visible()


def test_every_sentence_exists_in_both_languages_with_the_same_places_to_fill(modules: Any) -> None:
    words = modules.evaluate("import('/static/words.js').then((module) => module.WORDS)")
    places = {
        lang: {key: sorted(set(re.findall(r"\{\w+\}", s))) for key, s in sentences.items()}
        for lang, sentences in words.items()
    }
    assert places["en"] == places["id"]
    assert not [key for key, sentence in words["id"].items() if "!" in sentence]


def test_times_are_in_the_readers_zone(visit: Visit) -> None:
    page, other = visit(), visit("U0RANI")
    types(page, "what time is it")
    expect(log(page).get_by_role("article").last.get_by_role("time")).to_have_text("09:00")
    expect(log(other).get_by_role("article").last.get_by_role("time")).to_have_text("10:00")


def test_the_hint_fills_the_composer_and_stays_away_once_dismissed(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="/task Send the MoU draft").click()
    expect(page.get_by_role("combobox", name="Write to #general")).to_have_value(
        "/task Send the MoU draft @Rani Putri friday #Lyon"
    )
    page.get_by_role("button", name="Hide these examples").click()
    expect(page.locator(".hint-card")).to_have_count(0)
    page.reload()
    page.locator("#place h1").wait_for()
    expect(page.locator(".hint-card")).to_have_count(0)


MRKDWN = [
    ("*bold* _it_ ~no~", "<p><strong>bold</strong> <em>it</em> <s>no</s></p>"),
    ("`a &lt; *b*`", "<p><code>a &lt; *b*</code></p>"),
    ("*_both_* 2*3*4 snake_case_name", "<p><strong><em>both</em></strong> 2*3*4 snake_case_name</p>"),
    ("* not a style * _", "<p>* not a style * _</p>"),
    ("a &amp;amp; b &lt;b&gt;", "<p>a &amp;amp; b &lt;b&gt;</p>"),
    ("&gt; said\nafter", "<blockquote><p>said</p></blockquote><p>after</p>"),
    ("one\ntwo\n\nthree", "<p>one<br>two</p><div></div><p>three</p>"),
    ("• a\n• b", "<div><span>•</span><span>a</span></div><div><span>•</span><span>b</span></div>"),
    ("<https://e.org/?a=1&amp;b=2|site>", '<p><a href="https://e.org/?a=1&amp;b=2">site</a></p>'),
    ("<javascript:alert(1)|me>", "<p><span>me</span></p>"),
    ("<@U1> and <@U2>", "<p><span>@Maya</span> and <span>@Rani</span></p>"),
    ("<#C1> <!here>", "<p><button>#general</button> <span>@here</span></p>"),
    ("<#C9|secret-room>", "<p><span>#secret-room</span></p>"),
    (":tada: :unheard_of: 10:30:15", "<p><span>🎉</span> :unheard_of: 10:30:15</p>"),
    ("```x *y* &amp; <https://e.org>```", "<pre><code>x *y* &amp; https://e.org</code></pre>"),
    ("<!date^1795485600^{date_short_pretty} {time}|x>", "<p><time>Today 09:00</time></p>"),
]


@pytest.mark.parametrize(("text", "shown"), MRKDWN)
def test_mrkdwn(modules: Any, text: str, shown: str) -> None:
    html, _ = modules.evaluate(RENDER, [text, "Asia/Jakarta", "en"])
    assert html == shown


def test_dates_of_the_app_are_told_in_the_readers_zone_and_language(modules: Any) -> None:
    stamp = "<!date^1795485600^{date_long} {time}|x>"
    for zone, lang, shown in [
        ("Asia/Jakarta", "id", "Selasa 24 November 2026 09:00"),
        ("Europe/Paris", "en", "Tuesday 24 November 2026 03:00"),
        ("America/New_York", "en", "Monday 23 November 2026 21:00"),
    ]:
        assert modules.evaluate(RENDER, [stamp, zone, lang])[1] == shown


@pytest.mark.parametrize("place", ["C0GENERAL", "home"])
def test_a_phone_has_no_sideways_scroll_and_reaches_everything(visit: Visit, place: str) -> None:
    page = visit(place=place, viewport={"width": 360, "height": 740}, has_touch=True, is_mobile=True)
    if place == "C0GENERAL":
        types(page, "/task " + "averylongwordwithoutanyspaces" * 6)
        expect(log(page)).to_contain_text("Added")
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.get_by_role("button", name="Channels and people").click()
    page.get_by_role("navigation").get_by_role("button", name="lyon-batik").click()
    expect(page.get_by_role("heading", name="#lyon-batik")).to_be_in_viewport()
    expect(page.get_by_role("combobox", name="Write to")).to_be_in_viewport()


def test_every_control_has_a_name(visit: Visit) -> None:
    page = visit()
    types(page, "/task card")
    types(page, "@Lintas hello")
    page.get_by_role("button", name="1 reply").click()
    assert page.evaluate(UNNAMED) == []
    page.get_by_role("button", name="Inspect").click()
    page.get_by_role("button", name="Clock").click()
    assert page.evaluate(UNNAMED) == []
    page.keyboard.press("Escape")
    types(page, "/task form")
    page.get_by_role("dialog").wait_for()
    assert page.evaluate(UNNAMED) == []


def test_nothing_is_fetched_from_elsewhere(visit: Visit, slack: LocalSlack) -> None:
    page = visit()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.reload()
    page.locator("#place h1").wait_for()
    types(page, "see https://example.org/picture.png")
    expect(log(page).get_by_role("link", name="https://example.org/picture.png")).to_be_visible()
    assert [url for url in asked if not url.startswith(slack.url)] == []


def test_the_page_keeps_up_where_events_do_not_come(visit: Visit) -> None:
    page: Any = visit("U0RANI", viewport={"width": 1200, "height": 800})
    page.route("**/ui/events", lambda route: route.abort())
    page.reload()
    page.locator("#place h1").wait_for()
    types(visit(), "heard by polling")
    expect(log(page)).to_contain_text("heard by polling")


def test_a_workspace_that_is_not_up_yet_is_waited_for(visit: Visit) -> None:
    page = visit()
    failures = iter([True, True])

    def fail_twice(route: Any) -> None:
        if next(failures, False):
            route.fulfill(status=500, body="Internal Server Error")
        else:
            route.continue_()

    page.route("**/ui/state*", fail_twice)
    page.reload()
    expect(page.get_by_role("status")).to_contain_text("The workspace is not answering")
    expect(page.get_by_role("heading", name="#general")).to_be_visible()


def test_of_a_long_answer_the_beginning_is_in_view(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Hide these examples").click()
    types(page, "short")
    types(page, "\n".join(f"line {number}" for number in range(60)))
    expect(log(page).get_by_text("line 0")).to_be_in_viewport()
    types(page, "after it")
    expect(log(page).get_by_text("after it")).to_be_in_viewport()
