"""Typing, reading and pressing, in the browser."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from bot.local.server import LocalSlack

Visit = Callable[..., Any]


def expect(thing: Any) -> Any:
    from playwright.sync_api import expect as expecting

    return expecting(thing)


def types(page: Any, text: str) -> None:
    box = page.get_by_role("combobox", name="Write to")
    box.fill(text)
    box.press("Enter")


def log(page: Any) -> Any:
    return page.locator("#scroll .messages")


def test_a_message_and_its_threaded_answer(visit: Visit) -> None:
    page = visit()
    types(page, "@Lintas what is due?")
    expect(log(page)).to_contain_text("@Lintas what is due?")
    page.get_by_role("button", name="1 reply").click()
    thread = page.get_by_role("complementary", name="Thread")
    expect(thread).to_contain_text("I heard you")
    thread.get_by_role("combobox", name="Reply in the thread").fill("thank you")
    page.keyboard.press("Enter")
    expect(thread.get_by_role("article")).to_have_count(3)
    expect(log(page)).not_to_contain_text("thank you")
    page.keyboard.press("Escape")
    expect(thread).to_be_hidden()
    expect(log(page)).to_contain_text("2 replies")


def test_a_command_is_completed_and_answered_only_to_its_author(visit: Visit) -> None:
    page, other = visit(), visit("U0RANI")
    box = page.get_by_role("combobox", name="Write to #general")
    box.press_sequentially("/ta")
    expect(page.get_by_role("option", name="/task")).to_be_visible()
    box.press("Tab")
    expect(box).to_have_value("/task ")
    box.press_sequentially("loan letter @ra")
    box.press("Enter")
    expect(box).to_have_value("/task loan letter @Rani Putri ")
    box.press("Enter")
    expect(log(page)).to_contain_text("Only visible to you")
    expect(log(page)).to_contain_text("Added loan letter @Rani Putri")
    types(page, "seen by all")
    expect(log(other)).to_contain_text("seen by all")
    expect(log(other)).not_to_contain_text("Added")
    page.get_by_label("You are").select_option("U0RANI")
    expect(page.get_by_role("heading", name="#general")).to_be_visible()
    expect(log(page)).to_contain_text("seen by all")
    expect(log(page)).not_to_contain_text("Added")


def test_enter_after_a_whole_word_sends_it_as_it_is(visit: Visit) -> None:
    page = visit()
    box = page.get_by_role("combobox", name="Write to #general")
    box.press_sequentially("/task letter #lyon")
    expect(page.get_by_role("option", name="#lyon-batik")).to_be_visible()
    box.press("Enter")
    expect(log(page)).to_contain_text("Added letter #lyon")
    box.press_sequentially("see #lyon")
    box.press("Tab")
    expect(box).to_have_value("see #lyon-batik ")


def test_a_button_replaces_its_message_and_a_dangerous_one_asks(visit: Visit) -> None:
    page = visit()
    types(page, "/task letter")
    page.get_by_role("button", name="Delete…").click()
    question = page.get_by_role("dialog", name="Delete it?")
    question.get_by_role("button", name="Keep").click()
    expect(log(page)).to_contain_text("Added letter")
    page.get_by_role("button", name="Delete…").click()
    question.get_by_role("button", name="Delete", exact=True).click()
    expect(log(page)).to_contain_text("It is deleted")
    types(page, "/task second")
    page.get_by_role("button", name="Done", exact=True).click()
    expect(log(page)).to_contain_text("It is done")


def test_selects_and_overflow_menus_tell_the_app_what_was_chosen(visit: Visit) -> None:
    page = visit()
    types(page, "/task first")
    page.get_by_label("Snooze").select_option("One week")
    expect(log(page)).to_contain_text("Snoozed 1w")
    types(page, "/task second")
    page.locator(".actions").get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Share").press("Enter")
    expect(log(page)).to_contain_text("Snoozed share")


def test_what_the_workspace_refuses_is_said_at_the_composer_and_nothing_typed_is_lost(visit: Visit) -> None:
    page = visit()
    types(page, "/nothing here")
    expect(page.locator("#foot").get_by_role("alert")).to_contain_text("/nothing is not a valid command")
    expect(page.get_by_role("combobox", name="Write to #general")).to_have_value("/nothing here")


def test_enter_sends_and_shift_enter_makes_a_line(visit: Visit) -> None:
    page = visit()
    box = page.get_by_role("combobox", name="Write to #general")
    box.press_sequentially("one")
    box.press("Shift+Enter")
    box.press_sequentially("two")
    box.press("Enter")
    expect(log(page).get_by_role("article").last).to_contain_text("one")
    expect(log(page).locator(".text br")).to_have_count(1)
    expect(box).to_have_value("")


def test_a_direct_message_and_a_file(visit: Visit, tmp_path: Any) -> None:
    page = visit()
    page.get_by_role("navigation").get_by_role("button", name="Messages").click()
    box = page.get_by_role("combobox", name="Write to Lintas")
    box.fill("hello")
    box.press("Enter")
    expect(log(page)).to_contain_text("You said: hello")
    letter = tmp_path / "loan.csv"
    letter.write_text("a,b\n1,2\n")
    page.locator("#foot input[type=file]").set_input_files(letter)
    with page.expect_download() as download:
        page.get_by_role("link", name="Download loan.csv").click()
    assert download.value.path().read_text() == "a,b\n1,2\n"


def test_reactions_edits_and_message_shortcuts(visit: Visit) -> None:
    page = visit()
    types(page, "to be checked")
    message = log(page).get_by_role("article").filter(has_text="to be checked")
    message.hover()
    message.get_by_role("button", name="Mark done").click()
    expect(message.get_by_role("button", name="white_check_mark, 1")).to_have_attribute(
        "aria-pressed", "true"
    )
    message.hover()
    message.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Edit message").click()
    dialog = page.get_by_role("dialog", name="Edit message")
    dialog.get_by_role("textbox").fill("has been checked")
    dialog.get_by_role("button", name="Save").click()
    edited = log(page).get_by_role("article").filter(has_text="has been checked")
    expect(edited).to_contain_text("(edited)")
    edited.hover()
    edited.get_by_role("button", name="More actions").click()
    page.get_by_role("menuitem", name="Make a task").click()
    expect(log(page)).to_contain_text("From: has been checked")


def test_the_clock_brings_the_digest(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Clock").click()
    page.get_by_role("button", name="Tomorrow 09:00").click()
    expect(log(page)).to_contain_text("Digest of 25 November")
    expect(page.get_by_role("button", name="Clock")).to_contain_text("Wed 25 Nov 2026, 09:00")


def test_hostile_text_stays_text(visit: Visit, slack: LocalSlack) -> None:
    page = visit()
    hostile = "<img src=x onerror=\"document.title='pwned'\"><script>document.title='pwned'</script>"
    types(page, hostile)
    expect(log(page)).to_contain_text(hostile)
    types(page, f"/task {hostile} *bold* `<b>`")
    expect(log(page)).to_contain_text(f"Added {hostile}")
    assert page.locator("#scroll img, #scroll script").count() == 0
    assert "pwned" not in page.title()


def test_a_private_channel_is_not_shown_to_others(visit: Visit) -> None:
    page = visit(place="C0BOARD")
    expect(page.get_by_role("heading", name="#board")).to_be_visible()
    page.get_by_label("You are").select_option("U0RANI")
    expect(page.get_by_role("heading", name="#general")).to_be_visible()
    expect(page.get_by_role("navigation")).not_to_contain_text("board")
