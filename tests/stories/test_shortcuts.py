"""The message shortcuts and the global one: what their forms hold, what is stored, where it is confirmed."""

from __future__ import annotations

import pytest

from tests.stories.conftest import Office
from tests.stories.test_tasks import both, row, speaker

LABELS = {
    "en": {"title": "What is to be done", "due": "Deadline", "program": "Program", "text": "What happened"},
    "id": {
        "title": "Apa yang harus dikerjakan",
        "due": "Tenggat",
        "program": "Program",
        "text": "Apa yang terjadi",
    },
}


@pytest.fixture
def lyon(desk: Office) -> Office:
    """#lyon with its program, and a partner."""
    desk.maya.types("/program new Batik Lyon", in_="#lyon")
    desk.maya.types("/program link Batik Lyon", in_="#lyon")
    desk.maya.types("/partner add Claire Dubois, curator, Musée des Confluences", in_="#umum")
    return desk


@both
def test_make_a_task(lyon: Office, lang: str) -> None:
    me, of = speaker(lyon, lang), LABELS[lang]
    lyon.rani.says(
        "Tolong siapkan surat untuk kedutaan paling lambat Jumat\nContohnya di folder", in_="#lyon"
    )
    asked = lyon.rani.message("siapkan surat", in_="#lyon")
    me.shortcut("Make a task", on="siapkan surat", in_="#lyon")
    assert me.modal_values[of["title"]] == "Tolong siapkan surat untuk kedutaan paling lambat Jumat"
    assert me.modal_values[of["due"]] == "2026-11-27"
    assert me.modal_values[of["program"]] == "Batik Lyon"
    me.fills({of["title"]: "Surat kedutaan"})
    me.submits()
    stored = row(lyon)
    assert (stored["title"], stored["due_day"]) == ("Surat kedutaan", "2026-11-27")
    assert stored["program_id"] == lyon.rows("programs")[0]["id"]
    note = lyon.rows("task_notes")[0]["text"]
    assert "Rani Kusuma" in note
    assert "Contohnya di folder" in note
    assert f"/archives/{lyon.rani.channel('#lyon').id}/p{asked.ts.replace('.', '')}" in note
    card = lyon.rani.message("#1", in_="#lyon")
    assert card.thread_ts == asked.ts
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert row(lyon)["deleted_at"] is not None


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Kirim draf besok", "2026-11-25"),
        ("Send the draft by 27 Nov 2026", "2026-11-27"),
        ("Kita bertemu di museum", ""),
        ("Buka Jumat atau Senin", ""),
        ("Kemarin 20 November 2026 sudah dikirim", ""),
    ],
)
def test_only_the_one_day_that_is_plain_is_filled_in(desk: Office, said: str, due: str) -> None:
    desk.rani.says(said, in_="#umum")
    desk.maya.shortcut("Make a task", on=said, in_="#umum")
    assert desk.maya.modal_values["Tenggat"] == due


def test_a_long_message_is_kept_whole_as_far_as_a_form_can_carry_it(desk: Office) -> None:
    said = "Surat é “penting” " * 100
    desk.rani.says(said, in_="#umum")
    desk.maya.shortcut("Make a task", on="penting", in_="#umum")
    assert len(desk.maya.modal_values["Apa yang harus dikerjakan"]) <= 150
    desk.maya.submits()
    assert len(desk.rows("task_notes")[0]["text"]) > 1000


@both
def test_log_as_update(lyon: Office, lang: str) -> None:
    me, of = speaker(lyon, lang), LABELS[lang]
    lyon.rani.says("Daftar pinjaman sudah disetujui museum", in_="#lyon")
    asked = lyon.rani.message("Daftar pinjaman", in_="#lyon")
    me.shortcut("Log as update", on="Daftar pinjaman", in_="#lyon")
    assert me.modal_values[of["program"]] == "Batik Lyon"
    assert me.modal_values[of["text"]] == "Daftar pinjaman sudah disetujui museum"
    me.submits()
    assert lyon.rows("updates")[0]["text"] == "Daftar pinjaman sudah disetujui museum"
    assert lyon.rani.messages("#lyon")[-1].thread_ts == asked.ts
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert lyon.rows("updates")[0]["deleted_at"] is not None


@both
def test_log_partner_contact(lyon: Office, lang: str) -> None:
    me = speaker(lyon, lang)
    lyon.rani.says("Claire Dubois setuju meminjamkan kain", in_="#lyon")
    asked = lyon.rani.message("Claire Dubois setuju", in_="#lyon")
    me.shortcut("Log partner contact", on="Claire Dubois setuju", in_="#lyon")
    assert "Claire Dubois" in str(me.modal_values)
    me.submits()
    stored = lyon.rows("interactions")[0]
    assert stored["text"] == "Claire Dubois setuju meminjamkan kain"
    assert stored["contact_id"] == lyon.rows("contacts")[0]["id"]
    assert lyon.rani.messages("#lyon")[-1].thread_ts == asked.ts
    me.clicks("Undo" if lang == "en" else "Urungkan", last=True)
    assert lyon.rows("interactions")[0]["deleted_at"] is not None


@both
def test_new_task_from_anywhere(desk: Office, lang: str) -> None:
    me, of = speaker(desk, lang), LABELS[lang]
    me.shortcut("New task")
    me.fills({of["title"]: "Cetak undangan"})
    me.submits()
    assert "#1 Cetak undangan" in me.sees()[-1]
    assert row(desk)["audience"] == "person"


@pytest.mark.parametrize(
    ("shortcut", "said"),
    [("Make a task", "#1"), ("Log as update", "Batik Lyon"), ("Log partner contact", "Claire Dubois")],
)
def test_in_a_private_channel_without_the_app_it_is_confirmed_to_one_alone(
    lyon: Office, shortcut: str, said: str
) -> None:
    lyon.dewi.says("Siapkan RAB dengan Claire Dubois", in_="#rahasia")
    lyon.maya.shortcut(shortcut, on="Siapkan RAB", in_="#rahasia")
    if shortcut == "Log as update":
        lyon.maya.fills({"Program": "Batik Lyon"})
    lyon.maya.submits()
    assert len(lyon.dewi.messages("#rahasia")) == 1  # her own
    assert any(said in shown for shown in (*lyon.maya.ephemerals, *lyon.maya.sees()))


@pytest.mark.parametrize("shortcut", ["Log as update", "Log partner contact"])
@both
def test_with_nothing_to_log_it_to_it_says_what_to_do(desk: Office, lang: str, shortcut: str) -> None:
    me = speaker(desk, lang)
    desk.rani.says("Sudah disetujui", in_="#umum")
    said = me.shortcut(shortcut, on="Sudah disetujui", in_="#umum")
    english = "/program new" if shortcut == "Log as update" else "/partner add"
    indonesian = "/program baru" if shortcut == "Log as update" else "/mitra tambah"
    command = english if lang == "en" else indonesian
    assert command in said
    assert me.modal is None


@both
def test_a_refused_field_says_so_and_keeps_what_was_typed(desk: Office, lang: str) -> None:
    me, of = speaker(desk, lang), LABELS[lang]
    desk.rani.says("Siapkan surat", in_="#umum")
    me.shortcut("Make a task", on="Siapkan surat", in_="#umum")
    time = "Time" if lang == "en" else "Jam"
    me.fills({of["title"]: "Surat kedutaan", time: "14:00"})
    me.submits()
    assert list(me.modal_errors) == [of["due"]]
    assert me.modal_values[of["title"]] == "Surat kedutaan"
    assert desk.rows("tasks") == []
