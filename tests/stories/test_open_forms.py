"""A form stands open while others change what it shows: nobody's change is lost."""

from __future__ import annotations

from tests.stories.conftest import Office
from tests.stories.test_tasks import owners, row


def test_a_task_s_form_stores_only_what_was_changed_in_it(desk: Office) -> None:
    desk.english("emma")
    desk.emma.types("/task add Loan letter @emma 27 Nov 2026", in_="#umum")
    desk.emma.types("/task edit 1", in_="#umum")
    desk.maya.types("/tugas pindah 1 7 Desember", in_="#umum")
    desk.maya.types("/tugas tugaskan 1 @rani", in_="#umum")
    desk.emma.fills({"What is to be done": "Loan letter, signed"})
    said = desk.emma.submits()
    assert (row(desk)["title"], row(desk)["due_day"]) == ("Loan letter, signed", "2026-12-07")
    assert owners(desk) == ["Rani Kusuma"]
    assert "Mon 7 Dec" in said


def test_a_field_that_was_emptied_is_emptied(desk: Office) -> None:
    desk.maya.types("/task add Surat pinjaman @maya 27 Nov 2026", in_="#umum")
    desk.maya.types("/task edit 1", in_="#umum")
    desk.maya.fills({"Tenggat": None})
    desk.maya.submits()
    assert row(desk)["due_day"] is None


def test_a_program_s_form_keeps_the_date_that_moved_meanwhile(desk: Office) -> None:
    desk.maya.types("/program new Batik Lyon opening 10 December 2026", in_="#lyon")
    desk.maya.types("/program edit Batik Lyon", in_="#lyon")
    desk.rani.types("/program update Batik Lyon: the opening moved to 16 December", in_="#lyon")
    desk.maya.submits()
    assert desk.rows("anchors")[0]["day"] == "2026-12-16"


def test_a_digest_s_form_keeps_the_hour_that_was_set_meanwhile(desk: Office) -> None:
    desk.maya.types("/digest on 09:00", in_="#lyon")
    desk.maya.types("/digest atur", in_="#lyon")
    desk.rani.types("/digest on 07:30", in_="#lyon")
    desk.maya.fills({"Bahasa": "English"})
    desk.maya.submits()
    lyon = next(channel for channel in desk.rows("channels") if channel["name"] == "lyon")
    assert (lyon["digest_at"], lyon["lang"]) == (450, "en")
