"""What people read about tasks."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Translator
from bot.views import task_forms
from bot.views.ids import Action
from bot.views.kit import Message, Modal
from bot.views.tasks import (
    already_added,
    already_done,
    task_card,
    task_changed,
    task_created,
    task_history,
    task_list,
    task_noted,
    tasks_completed,
)
from bot.views.told import assignment, reminder
from bot.views.undone import undone
from storage.seen import Due, SeenAudience, SeenChange, SeenMember, SeenNote, SeenOwner, SeenTask


def buttons(made: Message) -> dict[str, tuple[str, str]]:
    """Label → (action, value) of a message's rows of buttons."""
    elements = [e for block in made.blocks if block["type"] == "actions" for e in block["elements"]]
    return {e["text"]["text"]: (e["action_id"], e.get("value", "")) for e in elements}


def test_the_echo_says_all_that_was_understood(task: SeenTask, en: Translator, id_: Translator) -> None:
    made = task_created(task, en, batch=77, other=date(2026, 12, 4))
    assert made.text == (
        "✅ #142 Kirim draf MoU — Wed 25 Nov, 14:00 WIB — Sari — Pameran Kyoto — visible to everyone"
    )
    assert buttons(made) == {
        "Undo": (Action.UNDO, "77"),
        "I meant Fri 4 Dec": (Action.OTHER_DATE, "10:2026-12-04"),
        "Edit": (Action.TASK_EDIT, "10"),
    }
    assert task_created(task, id_, batch=77).text == (
        "✅ #142 Kirim draf MoU — Rab, 25 Nov, 14.00 WIB — Sari — Pameran Kyoto — terlihat oleh semua orang"
    )


def test_the_echo_names_what_is_missing_and_offers_a_deadline(task: SeenTask, en: Translator) -> None:
    bare = replace(task, due=None, owners=(), program=None, audience=SeenAudience("person"))
    made = task_created(bare, en, batch=77)
    assert made.text == "✅ #142 Kirim draf MoU — no deadline yet — no owner yet — visible only to you"
    assert buttons(made)["Set a deadline"] == (Action.TASK_RESCHEDULE, "10")


def test_the_echo_says_who_can_see_it(task: SeenTask, en: Translator) -> None:
    room = replace(task, audience=SeenAudience("channel", "C7"))
    own = replace(task, audience=SeenAudience("person"))
    assert task_created(room, en, batch=1).text.endswith("visible to members of <#C7>")
    assert task_created(own, en, batch=1).text.endswith("visible only to you and Sari")
    assert task_created(own, en, batch=1, card=True).text.endswith("visible only to Maya and Sari")


def test_an_echo_that_is_a_card_has_the_buttons_of_both(task: SeenTask, en: Translator) -> None:
    made = task_created(task, en, batch=1, card=True)
    assert [*buttons(made)] == ["Done", "Reschedule", "Assign", "Snooze", "Undo"]


def test_a_card_can_be_acted_on_until_it_is_closed(task: SeenTask, en: Translator, id_: Translator) -> None:
    assert [*buttons(task_card(task, en))] == ["Done", "Reschedule", "Assign", "Snooze"]
    assert [*buttons(task_card(task, id_, share=True))] == [
        "Selesai",
        "Ubah tenggat",
        "Tugaskan",
        "Ingatkan lagi nanti",
        "Bagikan di sini",
    ]
    done = replace(task, status="done", done_at=datetime(2026, 11, 24, 6, 52, tzinfo=UTC), done_by="Sari")
    assert task_card(done, en).text == "✅ Done by Sari, 13:52: #142 Kirim draf MoU"
    assert [*buttons(task_card(done, en))] == ["Reopen"]
    assert already_done(done, en).text == "#142 Kirim draf MoU is done already, by Sari, 13:52."
    assert task_card(replace(task, status="cancelled"), en).text == "#142 Kirim draf MoU was cancelled."


def test_a_removed_task_says_nothing_of_its_title(task: SeenTask, en: Translator) -> None:
    made = task_card(replace(task, deleted=True), en)
    assert made.text == "#142 was removed."
    assert buttons(made) == {}


def test_a_card_shows_the_latest_notes(task: SeenTask, en: Translator) -> None:
    notes = tuple(SeenNote(f"note {n}", "Sari", en.now, SeenAudience("workspace")) for n in range(5))
    said = task_card(replace(task, notes=notes), en).text
    assert "note 1" not in said
    assert said.count("Sari, 10:00: note") == 3


def test_every_change_says_what_is_so_now(task: SeenTask, en: Translator) -> None:
    def said(verb: str, **changes: Any) -> str:
        return task_changed(replace(task, **changes), verb, en, batch=5).text

    assert said("completed") == "✅ #142 Kirim draf MoU is done."
    assert said("rescheduled") == "#142 Kirim draf MoU is now due Wed 25 Nov, 14:00 WIB."
    assert said("rescheduled", due=None) == "#142 Kirim draf MoU has no deadline any more."
    assert said("assigned") == "#142 Kirim draf MoU is now with Sari."
    assert said("assigned", owners=()) == "#142 Kirim draf MoU has no owner any more."
    later = en.now + timedelta(days=1)
    assert said("snoozed", snoozed_until=later, due=Due(date(2026, 11, 27))) == (
        "Reminder for #142 Kirim draf MoU set for Wed 25 Nov, 10:00; the deadline stays Fri 27 Nov."
    )


def test_a_note_is_shown_as_it_was_written(task: SeenTask, en: Translator) -> None:
    note = SeenNote("first\nsecond", "Sari", en.now, SeenAudience("channel", "G1"))
    made = task_noted(task, note, en, batch=5)
    assert made.text == "Noted on #142 Kirim draf MoU:\n> first\n> second\nvisible to members of <#G1>"
    assert buttons(made) == {"Undo": (Action.UNDO, "5")}


def test_the_same_task_again_can_still_be_wanted(task: SeenTask, en: Translator) -> None:
    made = already_added(task, en, again_command="/task add Kirim draf MoU")
    assert made.text == "Already added as #142 Kirim draf MoU."
    assert buttons(made) == {"Add another": (Action.RETRY, "/task add Kirim draf MoU")}


def test_several_tasks_done_at_once_share_one_undo(task: SeenTask, en: Translator) -> None:
    made = tasks_completed([task, replace(task, id=11, number=143)], en, 9)
    assert made.text.startswith("✅ 2 tasks are done:\n#142 Kirim draf MoU — Sari")
    assert buttons(made) == {"Undo": (Action.UNDO, "9")}


def test_a_list_marks_what_is_late_and_leaves_out_what_its_title_says(task: SeenTask, en: Translator) -> None:
    late = replace(task, due=Due(date(2026, 11, 20)))
    assert task_list([late], "late", en, total=1).text == (
        "Late tasks — 1 task\n🔴 #142 Kirim draf MoU — Fri 20 Nov, 4 days late — Sari — Pameran Kyoto"
    )
    assert task_list([task], "all", en, total=9, program="Pameran Kyoto").text == (
        "Open tasks — Pameran Kyoto — 9 tasks\n#142 Kirim draf MoU — Wed 25 Nov, 14:00 WIB — Sari\n+8 more"
    )
    assert task_list([task], "mine", en, total=1).text.endswith("14:00 WIB — Pameran Kyoto")


def test_each_empty_list_has_its_own_sentence(en: Translator, id_: Translator) -> None:
    kinds = ("all", "mine", "late", "week", "today")
    for t in (en, id_):
        assert len({task_list([], kind, t, total=0).text for kind in kinds}) == len(kinds)


def test_a_list_whose_reader_is_not_known_yet_claims_nothing(task: SeenTask, en: Translator) -> None:
    made = task_list([], "late", en, total=0, checking=True)
    assert made.text == "Checking which channels you are in, a moment."
    assert buttons(made) == {"Show again": (Action.RETRY, "/task list late")}
    assert task_list([task], "all", en, total=1, checking=True).text.endswith(made.text)


def test_whoever_is_given_tasks_can_act_on_each(task: SeenTask, en: Translator) -> None:
    two = [task, replace(task, id=11, number=143)]
    made = assignment(two, SeenMember(1, "U1", "Maya"), en, mine=2)
    assert made.text.startswith("Maya gave you 2 tasks:\n#142 Kirim draf MoU\n")
    rows = [block["elements"] for block in made.blocks if block["type"] == "actions"]
    assert [[e["value"] for e in row] for row in rows] == [["10"] * 3, ["11"] * 3]
    assert [e["text"]["text"] for e in rows[1]] == ["Done", "Not me", "Reschedule"]


def test_what_was_given_and_is_closed_or_taken_back_is_one_calm_line(task: SeenTask, en: Translator) -> None:
    done = replace(task, status="done", done_at=en.now, done_by="Sari")
    given = [done, replace(task, owners=()), replace(task, deleted=True)]
    made = assignment(given, SeenMember(1, "U1", "Maya"), en, mine=2)
    assert made.text.splitlines()[1:] == [
        "✅ Done by Sari, 10:00: #142 Kirim draf MoU",
        "#142 Kirim draf MoU is no longer with you.",
        "#142 was removed.",
    ]
    assert [*buttons(made)] == ["Reopen"]


def test_a_reminder_says_when_it_is_late(task: SeenTask, en: Translator) -> None:
    assert reminder(task, en).text.startswith("⏰ Due Wed 25 Nov, 14:00 WIB: #142 Kirim draf MoU")
    later = Translator("en", ZoneInfo("Asia/Jakarta"), datetime(2026, 11, 25, 8, tzinfo=UTC))
    assert reminder(task, later).text.startswith("⏰ This was due Wed 25 Nov, 14:00 WIB: ")


def test_history_reads_dates_as_people_do(task: SeenTask, en: Translator) -> None:
    changes = [
        SeenChange(en.now, "Sari", "reschedule_task", "2026-11-25", "2026-11-27"),
        SeenChange(en.now, None, "undo"),
        SeenChange(en.now, "Maya", "note_task", None, "called them"),
    ]
    assert task_history(task, changes, en).text.splitlines()[1:] == [
        "10:00 — Sari moved the deadline: Wed 25 Nov → Fri 27 Nov",
        "10:00 — Lintas undid a change",
        "10:00 — Maya wrote a note: called them",
    ]


def test_undo_says_what_it_left(en: Translator) -> None:
    assert undone(["#142 Kirim draf MoU"], ["due_day", "due_at", "title"], en).text == (
        "Undone: #142 Kirim draf MoU\n"
        "Left as it is, because it was changed since: the deadline and the title."
    )
    assert undone([], [], en).text == "There was nothing left to undo."


def inputs(form: Modal) -> dict[str, dict[str, Any]]:
    return {block["block_id"]: block["element"] for block in form.blocks if block["type"] == "input"}


def test_a_form_to_edit_holds_what_is_there(task: SeenTask, en: Translator) -> None:
    shared = replace(task, owners=(*task.owners, SeenOwner("Pak Budi")))
    form = task_forms.task_form(en, task=shared, programs=[(1, "Lyon")])
    held = inputs(form)
    assert held["title"]["initial_value"] == "Kirim draf MoU"
    assert (held["due"]["initial_date"], held["time"]["initial_time"]) == ("2026-11-25", "14:00")
    assert held["owners"]["initial_users"] == ["U2"]
    assert held["program"]["initial_option"]["value"] == "7"
    assert form.private_metadata == "10"
    assert "Pak Budi" in str(form.blocks)


def test_a_clock_time_said_elsewhere_is_edited_in_its_own_zone(task: SeenTask) -> None:
    berlin = Translator("en", ZoneInfo("Europe/Berlin"), datetime(2026, 11, 24, 3, tzinfo=UTC))
    form = task_forms.reschedule_form(task, berlin)
    assert inputs(form)["time"]["initial_time"] == "14:00"
    assert "Time of WIB." in str(form.blocks)


def test_a_new_task_s_form_is_empty_and_asks_for_no_program_where_there_is_none(en: Translator) -> None:
    held = inputs(task_forms.task_form(en))
    assert "initial_value" not in held["title"]
    assert "program" not in held
    assert held["priority"]["initial_option"]["value"] == "normal"


@pytest.mark.parametrize(
    ("rule", "english", "indonesian"),
    [
        ("FREQ=DAILY", "repeats every day", "berulang setiap hari"),
        ("FREQ=WEEKLY;BYDAY=MO", "repeats every Mon", "berulang setiap Sen"),
        (
            "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,TH",
            "repeats every 2 weeks, Mon and Thu",
            "berulang setiap 2 minggu, Sen dan Kam",
        ),
        (
            "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
            "repeats every week, Monday to Friday",
            "berulang setiap minggu, Senin sampai Jumat",
        ),
        ("FREQ=MONTHLY;BYMONTHDAY=5", "repeats every month, on day 5", "berulang setiap bulan, tanggal 5"),
        (
            "FREQ=MONTHLY;BYMONTHDAY=-1",
            "repeats every month, on the last day",
            "berulang setiap bulan, hari terakhir",
        ),
        (
            "FREQ=MONTHLY;BYDAY=-1FR",
            "repeats every month, the last Fri",
            "berulang setiap bulan, Jum terakhir",
        ),
        ("FREQ=HOURLY", "repeats", "berulang"),
        ("nonsense", "repeats", "berulang"),
    ],
)
def test_a_repetition_is_said_in_words(
    rule: str, english: str, indonesian: str, task: SeenTask, en: Translator, id_: Translator
) -> None:
    again = replace(task, recurrence=rule)
    assert f" — {english} — " in task_created(again, en, batch=1).text
    assert f" — {indonesian} — " in task_created(again, id_, batch=1).text
