"""Notes beside a task: what was written in a private place stays there, and no word is lost."""

from __future__ import annotations

from tests.stories.conftest import Office


def test_note_in_a_private_channel_stays_in_it(desk: Office) -> None:
    desk.maya.types("/task add Kirim kontrak ke Lyon", in_="#umum")
    said = desk.maya.types("/task note 1 honornya 40 juta", in_="#keuangan")
    assert "anggota" in said
    assert "40 juta" in desk.maya.types("/task 1", in_="#umum")
    assert "40 juta" in desk.dewi.types("/task 1", in_="#umum")
    assert "40 juta" not in desk.rani.types("/task 1", in_="#umum")
    assert "40 juta" not in desk.rani.types("/task history 1", in_="#umum")


def test_note_in_an_open_channel_is_for_all_who_see_the_task(desk: Office) -> None:
    desk.maya.types("/task add Kirim kontrak ke Lyon", in_="#umum")
    desk.maya.types("/task note 1 sudah ditelepon", in_="#lyon")
    assert "sudah ditelepon" in desk.rani.types("/task 1", in_="#umum")


def test_note_on_a_private_task_is_never_wider_than_the_task(desk: Office) -> None:
    desk.maya.types("/task add Bahas honor", in_="#keuangan")
    desk.maya.types("/task note 1 tawaran terakhir", in_="#umum")
    assert "tawaran terakhir" in desk.dewi.types("/task 1", in_="#umum")
    assert "tawaran terakhir" not in desk.rani.types("/task 1", in_="#umum")


def test_words_beyond_a_title_are_kept(desk: Office) -> None:
    desk.english("emma")
    long = "Send the loan list " + "and the annexes of the agreement " * 90 + "END"
    echo = desk.emma.types(f"/task add {long}", in_="#umum")
    assert "All that you wrote is kept" in echo
    assert "END" in desk.rows("task_notes")[0]["text"]
    assert "END" not in desk.rows("tasks")[0]["title"]


def test_note_in_a_private_channel_without_lintas_is_for_its_author_alone(desk: Office) -> None:
    desk.maya.types("/task add Kirim kontrak ke Lyon", in_="#umum")
    desk.maya.types("/task note 1 honornya 40 juta", in_="#rahasia")
    assert "40 juta" in desk.maya.types("/task 1", in_="#umum")
    assert "40 juta" not in desk.dewi.types("/task 1", in_="#umum")
    assert "40 juta" not in desk.rani.types("/task 1", in_="#umum")
