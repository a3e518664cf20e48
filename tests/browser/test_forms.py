"""Modals and Home, in the browser."""

from __future__ import annotations

from typing import Any

from tests.browser.test_conversation import Visit, expect, log, types


def fill(page: Any, title: str) -> Any:
    form = page.get_by_role("dialog", name="New task")
    form.get_by_label("Title").fill(title)
    form.get_by_label("Due").fill("2026-11-27")
    form.get_by_label("Program").select_option("Kyoto")
    form.get_by_label("Owners").select_option("Rani Putri")
    form.get_by_label("Soon").check()
    form.get_by_label("Partner").press_sequentially("Kyo")
    form.get_by_role("option", name="Kyo Museum").click()
    return form


def test_a_form_with_every_kind_of_field(visit: Visit) -> None:
    page = visit()
    types(page, "/task form")
    form = fill(page, "Loan letter")
    expect(form).to_contain_text("Fri 27 Nov 2026")
    form.get_by_role("button", name="Add", exact=True).click()
    expect(form).to_be_hidden()
    expect(log(page)).to_contain_text("Loan letter · 2026-11-27 · kyoto · @Rani Putri · soon · m1 · #general")


def test_errors_stand_at_their_fields_and_nothing_filled_in_is_lost(visit: Visit) -> None:
    page = visit()
    types(page, "/task form")
    form = fill(page, "bad")
    form.get_by_role("button", name="Add", exact=True).click()
    title = form.get_by_label("Title")
    expect(title).to_have_attribute("aria-invalid", "true")
    expect(title).to_have_accessible_description("Say what is to be done.")
    expect(title).to_be_focused()
    expect(form.get_by_label("Due")).to_have_value("2026-11-27")
    expect(form.get_by_role("button", name="Remove Rani Putri")).to_be_visible()
    title.fill("good")
    title.press("Enter")
    expect(form).to_be_hidden()
    expect(log(page)).to_contain_text("good · 2026-11-27 · kyoto")


def test_a_modal_keeps_the_focus_and_escape_closes_it(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Shortcuts").click()
    page.get_by_role("menuitem", name="New task").click()
    form = page.get_by_role("dialog", name="New task")
    expect(form.get_by_label("Title")).to_be_focused()
    outside = "!document.querySelector('dialog').contains(document.activeElement)"
    for _ in range(25):
        page.keyboard.press("Tab")
        assert not page.evaluate(f"document.activeElement !== document.body && {outside}")
    page.keyboard.press("Escape")
    expect(form).to_be_hidden()


def test_home_is_opened_and_acts(visit: Visit) -> None:
    page = visit()
    page.get_by_role("navigation").get_by_role("button", name="Home").click()
    home = page.get_by_role("region", name="Lintas Home")
    expect(home).to_contain_text("#142 Loan letter")
    home.get_by_role("button", name="Done").click()
    expect(home).to_contain_text("All is done")


def test_the_drawer_shows_what_is_understood_and_stored(visit: Visit) -> None:
    page = visit()
    page.get_by_role("button", name="Inspect").click()
    drawer = page.get_by_role("complementary", name="Inspect")
    page.get_by_role("combobox", name="Write to #general").fill("send it friday")
    expect(drawer).to_contain_text('"said": "send it friday"')
    drawer.get_by_role("tab", name="Rows").click()
    drawer.get_by_text("tasks (1)").click()
    expect(drawer.get_by_role("cell", name="Loan letter")).to_be_visible()
