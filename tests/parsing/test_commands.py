"""Every verb of every command, in both languages, whatever the reader's."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import READING

from bot.parsing import intents as it
from bot.parsing.commands import parse_command
from bot.parsing.verbs import DIGEST, LINTAS, PARTNER, PROGRAM, TASK

INDONESIAN = replace(READING, lang="id")


def parse(command: str, text: str, reading: it.Reading = READING) -> it.Intent:
    return parse_command(command, text, reading)


TASKS: list[tuple[str, Any]] = [
    ("", it.NewTaskForm()),
    ("add", it.NewTaskForm()),
    ("list", it.ListTasks()),
    ("daftar", it.ListTasks()),
    ("list mine", it.ListTasks("mine")),
    ("daftar saya", it.ListTasks("mine")),
    ("list late", it.ListTasks("late")),
    ("daftar terlambat", it.ListTasks("late")),
    ("list week", it.ListTasks("week")),
    ("daftar minggu ini", it.ListTasks("week")),
    ("list today", it.ListTasks("today")),
    ("12", it.ShowTask(12)),
    ("#12", it.ShowTask(12)),
    ("buka 12", it.ShowTask(12)),
    ("done 12", it.CompleteTask((12,))),
    ("done #12", it.CompleteTask((12,))),
    ("done 12 13, 14", it.CompleteTask((12, 13, 14))),
    ("selesai 12 dan 13", it.CompleteTask((12, 13))),
    ("reopen 12", it.ReopenTask(12)),
    ("buka-lagi 12", it.ReopenTask(12)),
    ("buka lagi 12", it.ReopenTask(12)),
    ("cancel 12", it.CancelTask(12)),
    ("batal 12", it.CancelTask(12)),
    ("delete 12", it.DeleteTask(12)),
    ("hapus 12", it.DeleteTask(12)),
    ("edit 12", it.EditTask(12)),
    ("ubah 12", it.EditTask(12)),
    ("history 12", it.TaskHistory(12)),
    ("riwayat 12", it.TaskHistory(12)),
    ("note 12 waiting for the scan", it.NoteTask(12, "waiting for the scan")),
    ("catatan 12 tunggu pindaian", it.NoteTask(12, "tunggu pindaian")),
    (
        "wait 12 Museum Nasional Indonesia tanda tangan",
        it.WaitTask(12, "Museum Nasional Indonesia", "tanda tangan"),
    ),
    ('tunggu 12 "KBRI Den Haag" cap', it.WaitTask(12, "KBRI Den Haag", "cap")),
    ("wait 12 Budi", it.WaitTask(12, "Budi", None)),
    ("after 143 142", it.AfterTask(143, 142)),
    ("setelah 143 142", it.AfterTask(143, 142)),
    ("help", it.Help("task")),
    ("bantuan", it.Help("task")),
    ("snooze 12", it.SnoozeTask(12)),
    ("snooze 12 blah", it.SnoozeTask(12, None, "blah")),
    ("move 12 blah", it.RescheduleTask(12, due_words="blah")),
    ("move 12 by a week", it.RescheduleTask(12, shift=it.Shift(7))),
    ("tunda 12 seminggu", it.RescheduleTask(12, shift=it.Shift(7))),
    ("majukan 12 3 hari", it.RescheduleTask(12, shift=it.Shift(-3))),
    ("move 12 +3d", it.RescheduleTask(12, shift=it.Shift(3))),
]


@pytest.mark.parametrize("command", ["/task", "/tugas"])
@pytest.mark.parametrize(("text", "intent"), TASKS)
def test_task(command: str, text: str, intent: it.Intent) -> None:
    assert parse(command, text) == intent
    assert parse(command, text, INDONESIAN) == intent
    assert not text or parse("/lintas", f"{command[1:]} {text}") == intent


@pytest.mark.parametrize(
    ("text", "due"),
    [
        ("move 12 Friday", "2026-11-27"),
        ("move 12 to Friday", "2026-11-27"),
        ("tunda 12 ke Senin", "2026-11-30"),
        ("undur 12 sampai akhir bulan", "2026-11-30"),
        ("pindah #12 tgl 5", "2026-12-05"),
        ("move 12 in 3 days", "2026-11-27"),
    ],
)
def test_task_move(text: str, due: str) -> None:
    moved = parse("/task", text)
    assert isinstance(moved, it.RescheduleTask)
    assert moved.due is not None
    assert moved.due.day.isoformat() == due


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("snooze 12 1h", "2026-11-24T11:00"),
        ("snooze 12 tomorrow morning", "2026-11-25T09:00"),
        ("ingatkan 12 besok 09:00", "2026-11-25T09:00"),
        ("ingatkan 12 nanti sore", "2026-11-24T16:00"),
    ],
)
def test_task_snooze(text: str, at: str) -> None:
    snoozed = parse("/task", text)
    assert isinstance(snoozed, it.SnoozeTask)
    assert snoozed.until is not None
    assert snoozed.until.at is not None
    assert snoozed.until.at.strftime("%Y-%m-%dT%H:%M") == at


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        ("assign 12 @rani", ["Rani Kusuma"]),
        ("assign 12 to <@U03RANI9Q2>", ["Rani Kusuma"]),
        ("tugaskan 12 ke Rani dan Tomo", ["Rani Kusuma", "Tomo Wijaya"]),
        ("assign 12 me", ["Maya Prameswari"]),
        ("assign 12 @nobody", [None]),
    ],
)
def test_task_assign(text: str, owners: list[str | None]) -> None:
    assigned = parse("/task", text)
    assert isinstance(assigned, it.AssignTask)
    assert assigned.task == 12
    assert [o.known.name if o.known else None for o in assigned.owners] == owners


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("done hotel block", "done hotel block"),
        ("list of objects for the loan", "list of objects for the loan"),
        ("12 chairs for the hall", "12 chairs for the hall"),
        ("move the chairs to the hall", "move the chairs to the hall"),
        ("add done 12", "done 12"),
        ("tambah daftar koleksi", "daftar koleksi"),
        ("edit the catalogue", "edit the catalogue"),
        ("note to the director", "note to the director"),
    ],
)
def test_a_verb_without_its_form_is_a_quick_add(text: str, title: str) -> None:
    task = parse("/task", text)
    assert isinstance(task, it.CreateTask)
    assert task.title == title


def test_a_list_narrowed_by_person_and_program() -> None:
    listed = parse("/task", "list #lyon @rani late")
    assert isinstance(listed, it.ListTasks)
    assert listed.owner is not None
    assert listed.owner.known is not None
    assert listed.program is not None
    assert (listed.scope, listed.owner.known.id) == ("late", "U03RANI9Q2")
    channel = parse("/task", "list <#C0123|pameran>")
    assert isinstance(channel, it.ListTasks)
    assert channel.program_channel == "C0123"


LYON = "Batik: Threads of Time (Lyon)"


@pytest.mark.parametrize(
    ("text", "verb", "rest"),
    [
        ("lyon", "card", ""),
        ("Batik: Threads of Time (Lyon)", "card", ""),
        ('"Batik: Threads of Time (Lyon)"', "card", ""),
        ("edit lyon", "edit", ""),
        ("ubah lyon", "edit", ""),
        ("update lyon", "update", ""),
        ("plan lyon", "plan", ""),
        ("rencana lyon", "plan", ""),
        ("move lyon opening +14d", "move", "opening +14d"),
        ("geser lyon: pembukaan 20 Mei 2027", "move", "pembukaan 20 Mei 2027"),
        ("link lyon", "link", ""),
        ("hubungkan lyon", "link", ""),
        ("history lyon 7d", "history", "7d"),
        ("riwayat lyon", "history", ""),
        ("timeline lyon", "timeline", ""),
        ("linimasa lyon", "timeline", ""),
        ("ready lyon", "ready", ""),
        ("siap lyon", "ready", ""),
    ],
)
def test_program_verbs(text: str, verb: str, rest: str) -> None:
    command = parse("/program", text)
    assert isinstance(command, it.ProgramCommand)
    assert command.program.known is not None
    assert (command.verb, command.program.known.name, command.rest) == (verb, LYON, rest)


def test_program_forms_lists_and_help() -> None:
    assert parse("/program", "") == it.NewProgramForm()
    assert parse("/program", "baru") == it.NewProgramForm()
    assert parse("/program", "list") == it.ListPrograms()
    assert parse("/program", "daftar") == it.ListPrograms()
    assert parse("/program", "help") == it.Help("program")
    unknown = parse("/program", "edit nosuch")
    assert isinstance(unknown, it.ProgramCommand)
    assert unknown.program.matches == ()


@pytest.mark.parametrize(
    ("text", "name", "kind", "anchor"),
    [
        (
            "new Pameran Batik Lyon exhibition 18 Mar 2027",
            "Pameran Batik Lyon",
            "exhibition",
            ("opening", "2027-03-18"),
        ),
        ('baru "Festival of Light" festival', "Festival of Light", "festival", None),
        (
            "new Residensi Solo residensi kedatangan 5 Feb 2027",
            "Residensi Solo",
            "residency_exchange",
            ("arrival", "2027-02-05"),
        ),
        ("new Nusantara Lights", "Nusantara Lights", None, None),
    ],
)
def test_program_new(text: str, name: str, kind: str | None, anchor: tuple[str, str] | None) -> None:
    program = parse("/program", text)
    assert isinstance(program, it.CreateProgram)
    assert (program.name, program.kind) == (name, kind)
    assert [(a, w.day.isoformat()) for a, w in program.anchors] == ([anchor] if anchor else [])


@pytest.mark.parametrize(
    ("text", "name", "city", "days"),
    [
        ("new Tenun, Lyon, 3-7 May 2027", "Tenun", "Lyon", [("opening", 3), ("closing", 7)]),
        ("baru Tenun di Lyon, 3-7 Mei 2027", "Tenun di Lyon", "Lyon", [("opening", 3), ("closing", 7)]),
        ("new Tenun, residency, 3-7 May 2027", "Tenun", None, [("arrival", 3), ("departure", 7)]),
        ("new Songs, Dances and Stories", "Songs, Dances and Stories", None, []),
    ],
)
def test_a_new_programs_name_ends_where_place_and_days_begin(
    text: str, name: str, city: str | None, days: list[tuple[str, int]]
) -> None:
    program = parse("/program", text)
    assert isinstance(program, it.CreateProgram)
    assert (program.name, program.city) == (name, city)
    assert [(kind, when.day.day) for kind, when in program.anchors] == days


@pytest.mark.parametrize("label", ["decision - ", "keputusan: "])
def test_the_label_of_an_update_is_its_kind_and_not_its_text(label: str) -> None:
    update = parse("/program", f"kabar Angklung tour: {label}the catalogue is bilingual")
    assert isinstance(update, it.RecordUpdate)
    assert (update.kind, update.text) == ("decision", "the catalogue is bilingual")


def test_program_update_is_classified() -> None:
    update = parse("/program", "kabar Angklung tour: budget approved EUR 40k")
    assert isinstance(update, it.RecordUpdate)
    assert (update.text, update.kind, update.amount, update.currency) == (
        "budget approved EUR 40k",
        "budget",
        40000,
        "EUR",
    )
    moved = parse("/program", "update lyon – opening moved to 15 April")
    assert isinstance(moved, it.RecordUpdate)
    assert moved.date is not None
    assert (moved.kind, moved.anchor, moved.date.day.isoformat()) == ("schedule", "opening", "2027-04-15")


@pytest.mark.parametrize(
    ("text", "verb"),
    [
        ("list quiet", "list"), ("daftar", "list"), ("agreements", "agreements"),
        ("perjanjian", "agreements"), ("owes Rijksmuseum", "owes"), ("utang Rijksmuseum", "owes"),
        ("merge A B", "merge"), ("gabung A B", "merge"),
        ("draft letter Rijksmuseum", "draft"), ("draf surat Rijksmuseum", "draft"), ("Tanaka", "card"),
        ("Rijksmuseum", "card"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("command", ["/partner", "/mitra"])
def test_partner_verbs(command: str, text: str, verb: str) -> None:
    read = parse(command, text)
    assert isinstance(read, it.PartnerCommand)
    assert read.verb == verb
    if verb in ("owes", "draft", "card"):
        assert read.partner is not None
        assert read.partner.known is not None


def test_partner_add_and_log() -> None:
    assert parse("/partner", "") == it.NewPartnerForm()
    added = parse("/mitra", "tambah Dr. Yuki Tanaka, kurator, Mori Art Museum, Tokyo, yuki@mori.example")
    assert isinstance(added, it.AddPartner)
    assert (added.name, added.role, added.organisation, added.city, added.email) == (
        "Yuki Tanaka", "kurator", "Mori Art Museum", "Tokyo", "yuki@mori.example",
    )  # fmt: skip
    logged = parse("/partner", "log Called Claire Dubois yesterday")
    assert isinstance(logged, it.LogContact)
    assert logged.partner is not None
    assert logged.partner.known is not None
    assert (logged.kind, logged.date and logged.date.day.isoformat()) == ("call", "2026-11-23")


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("", it.DigestCommand("show")),
        ("on", it.DigestCommand("on")),
        ("nyala", it.DigestCommand("on")),
        ("on 09:00", it.DigestCommand("on", 540)),
        ("on 9.30 Mon-Fri", it.DigestCommand("on", 570, (1, 2, 3, 4, 5))),
        ("nyala 08:00 Senin, Rabu dan Jumat", it.DigestCommand("on", 480, (1, 3, 5))),
        ("on 9 weekdays", it.DigestCommand("on", 540, (1, 2, 3, 4, 5))),
        ("nyala setiap hari", it.DigestCommand("on", None, (1, 2, 3, 4, 5, 6, 7))),
        ("on Fri-Mon", it.DigestCommand("on", None, (1, 5, 6, 7))),
        ("off", it.DigestCommand("off")),
        ("mati", it.DigestCommand("off")),
        ("settings", it.DigestCommand("settings")),
        ("atur", it.DigestCommand("settings")),
    ],
)
def test_digest(text: str, intent: it.Intent) -> None:
    assert parse("/digest", text) == intent
    assert parse("/lintas", f"digest {text}".strip()) == intent


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("", it.Help()),
        ("help", it.Help()),
        ("bantuan", it.Help()),
        ("undo", it.Undo()),
        ("urungkan", it.Undo()),
        ("settings", it.SettingsCommand("settings")),
        ("pengaturan", it.SettingsCommand("settings")),
        ("status", it.SettingsCommand("status")),
        ("language en", it.SettingsCommand("language", "en", lang="en")),
        ("bahasa indonesia", it.SettingsCommand("language", "indonesia", lang="id")),
        ("morning on 08:00", it.SettingsCommand("morning", "on 08:00", at=480, on=True)),
        ("pagi 08.30", it.SettingsCommand("morning", "08.30", at=510, on=True)),
        ("pagi mati", it.SettingsCommand("morning", "mati", on=False)),
        ("zone Tokyo", it.SettingsCommand("zone", "Tokyo", zone="Asia/Tokyo")),
        ("zona Kuala Lumpur", it.SettingsCommand("zone", "Kuala Lumpur", zone="Asia/Kuala_Lumpur")),
        ("away 20–31 Dec", it.SettingsCommand("away", "20–31 Dec")),
        ("cuti 20–31 Des @rani", it.SettingsCommand("away", "20–31 Des @rani")),
        ("holiday add 2027-03-09 Nyepi", it.SettingsCommand("holiday", "add 2027-03-09 Nyepi")),
        ("libur tambah 2027-03-09 Nyepi", it.SettingsCommand("holiday", "tambah 2027-03-09 Nyepi")),
        ("report week", it.SettingsCommand("report", "week")),
        ("laporan direktur", it.SettingsCommand("report", "direktur")),
        ("export tasks csv", it.SettingsCommand("export", "tasks csv")),
        ("ekspor tugas csv", it.SettingsCommand("export", "tugas csv")),
        ("handover @rani @tomo", it.SettingsCommand("handover", "@rani @tomo")),
        ("serah-terima @rani @tomo", it.SettingsCommand("handover", "@rani @tomo")),
        ("search mou japan", it.Search("mou japan")),
        ("cari mou jepang", it.Search("mou jepang")),
        ("done 12", it.CompleteTask((12,))),
        ("selesai 12", it.CompleteTask((12,))),
    ],
)
def test_lintas(text: str, intent: it.Intent) -> None:
    assert parse("/lintas", text) == intent
    assert parse("/lintas", text, INDONESIAN) == intent


def test_zone_until_a_day() -> None:
    zone = parse("/lintas", "zone Tokyo until 5 Dec")
    assert isinstance(zone, it.SettingsCommand)
    assert zone.until is not None
    assert (zone.zone, zone.until.day.isoformat()) == ("Asia/Tokyo", "2026-12-05")


def test_lintas_takes_plain_words() -> None:
    assert isinstance(parse("/lintas", "please send the report by Friday"), it.CreateTask)
    assert isinstance(parse("/lintas", "apa yang terlambat"), it.Query)


def test_a_verb_alone_means_the_task_at_hand() -> None:
    assert parse("/task", "done") == it.CompleteTask((it.THIS,))
    assert parse("/tugas", "hapus") == it.DeleteTask(it.THIS)


@pytest.mark.parametrize(
    ("command", "text", "first"),
    [
        ("/program", "updte lyon", "/program update lyon"),
        ("/program", "linimas lyon", "/program linimasa lyon"),
        ("/mitra", "utng", "/mitra utang"),
        ("/partner", "agrements", "/partner agreements"),
        ("/digest", "of", "/digest off"),
        ("/lintas", "setings", "/lintas settings"),
    ],
)
def test_an_unknown_verb_offers_the_three_nearest_whole_commands(command: str, text: str, first: str) -> None:
    unknown = parse(command, text)
    assert isinstance(unknown, it.Unknown)
    assert len(unknown.nearest) == 3
    assert unknown.nearest[0] == first


@given(
    st.sampled_from(["/task", "/program", "/partner", "/digest", "/lintas"]),
    st.sampled_from([*TASK, *PROGRAM, *PARTNER, *DIGEST, *LINTAS, ""]),
    st.text(max_size=60),
)
@settings(max_examples=500, deadline=None)
def test_any_words_after_any_verb_are_survived(command: str, verb: str, rest: str) -> None:
    assert parse(command, f"{verb} {rest}") is not None
