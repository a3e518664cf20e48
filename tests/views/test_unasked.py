"""Digests, mornings, Home, help: short, in their order, with the way out."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.errors import Way
from bot.i18n import Translator
from bot.views.digest import channel_digest, digest_settings_message, shares
from bot.views.help import error_message, help_message, unknown_command
from bot.views.home import Shown, home
from bot.views.ids import Action
from bot.views.kit import Message
from bot.views.morning import morning
from bot.views.partners import partner_card, partner_list
from bot.views.programs import program_card, program_created
from bot.views.settings import setting_changed
from storage.seen import (
    Digest,
    DigestSettings,
    Due,
    MemberSettings,
    Morning,
    SeenAnchor,
    SeenAudience,
    SeenContact,
    SeenInteraction,
    SeenPartner,
    SeenProgram,
    SeenProgramName,
    SeenQuiet,
    SeenTask,
    SeenUpdate,
)

DAY = date(2026, 11, 24)
OPENING = SeenAnchor("opening", date(2027, 1, 21), date(2027, 1, 21))


def accessories(made: Message) -> list[str]:
    return [block["accessory"]["value"] for block in made.blocks if "accessory" in block]


def full_digest(task: SeenTask, t: Translator) -> Digest:
    late = replace(task, due=Due(date(2026, 11, 20)))
    update = SeenUpdate("decision", "Peminjaman disetujui", "Sari", t.now, SeenAudience("workspace"), "Kyoto")
    waiting = replace(task, waiting_for="Museum Nasional", waiting_since=DAY - timedelta(days=6))
    return Digest(
        day=DAY,
        late=(late,) * 10,
        late_total=14,
        long_late=3,
        soon=(task,) * 10,
        soon_total=10,
        waiting=(waiting,) * 10,
        waiting_total=12,
        done=(replace(task, status="done"),) * 5,
        done_total=6,
        quiet=(SeenQuiet("Mori Art Museum", DAY - timedelta(days=40)),) * 3,
        updates=(update,) * 10,
        updates_total=10,
        milestones=(("Pameran Kyoto", OPENING),) * 3,
        program=SeenProgramName(7, "Pameran Kyoto"),
    )


def test_a_full_digest_is_in_order_and_at_most_25_lines(task: SeenTask, en: Translator) -> None:
    made = channel_digest(full_digest(task, en), en)
    lines = made.text.splitlines()
    assert len(lines) <= 25
    assert lines[0] == "Pameran Kyoto — Tue 24 Nov — 58 days to opening"
    headings = [line for line in lines if line[0] in "🔴🟠⏳🆕📆🤝"]
    assert headings == [
        "🔴 Late",
        "🟠 Today and soon",
        "⏳ Waiting for others",
        "🆕 Since the last working day",
        "📆 Next dates",
        "🤝 Partners going quiet",
    ]
    assert lines[2] == "#142 Kirim draf MoU — Fri 20 Nov, 4 days late — Sari"
    assert "+12 more" in lines
    assert "#142 Kirim draf MoU — waiting for Museum Nasional, 6 days — Wed 25 Nov, 14:00 WIB — Sari" in lines
    assert "Mori Art Museum — last in touch 40 days ago" in lines
    assert lines[-1].startswith("+3 tasks that have been late for long")
    assert len(accessories(made)) == 2
    assert "<@" not in made.text


@given(st.lists(st.tuples(st.integers(1, 10), st.integers(0, 40)), max_size=6))
def test_all_the_room_for_lines_is_shared_out_and_no_more(groups: list[tuple[int, int]]) -> None:
    lines = [n for n, _ in groups]
    totals = [n + hidden for n, hidden in groups]

    def size(got: list[int]) -> int:
        return sum(1 + n + (n < total) for n, total in zip(got, totals, strict=True))

    got = shares(lines, totals, 22)
    assert size(got) <= 22
    assert all(0 < n <= most for n, most in zip(got, lines, strict=True))
    for i, n in enumerate(got):
        assert n == lines[i] or size([*got[:i], n + 1, *got[i + 1 :]]) > 22


def test_the_last_rung_asks_whether_it_is_still_needed(task: SeenTask, en: Translator) -> None:
    late = replace(task, due=Due(date(2026, 11, 13)))
    digest = Digest(DAY, late=(late,), late_total=1, rungs=((late.id, -7),))
    assert "11 days late — Sari — Pameran Kyoto — is it still needed?" in channel_digest(digest, en).text


def test_days_after_an_anchor_are_counted_on(en: Translator, id_: Translator) -> None:
    opened = SeenAnchor("opening", DAY - timedelta(days=3), DAY)
    digest = Digest(DAY, milestones=(("Kyoto", opened),), program=SeenProgramName(7, "Kyoto"))
    assert channel_digest(digest, en).text.startswith("Kyoto — Tue 24 Nov — 3 days after opening")
    assert channel_digest(digest, id_).text.startswith("Kyoto — Sel, 24 Nov — H+3 sejak pembukaan")


def test_a_quiet_digest_is_one_line_under_its_title(en: Translator, id_: Translator) -> None:
    assert channel_digest(Digest(DAY), en).text == (
        "What is due — Tue 24 Nov\nNothing is late and nothing is due soon."
    )
    assert "Tidak ada yang terlambat" in channel_digest(Digest(DAY), id_).text


def test_a_full_morning_is_at_most_12_lines_each_with_done(task: SeenTask, en: Translator) -> None:
    some = (task,) * 9
    made = morning(
        Morning(
            DAY, 1, late=some, late_total=9, today=some, today_total=9, soon=some, soon_total=9, first=True
        ),
        en,
    )
    lines = made.text.splitlines()
    assert len(lines) <= 12
    assert lines[0] == "Tue 24 Nov — 9 late, 9 due today, 9 due soon"
    assert "+18 more" in lines
    assert lines[-1].startswith("This is your first morning message.")
    assert len(accessories(made)) == 9
    row = made.blocks[-1]["elements"]
    assert [(e["text"]["text"], e["action_id"]) for e in row] == [
        ("All my tasks", Action.RETRY),
        ("Turn off", Action.MORNING_OFF),
    ]


def test_a_later_morning_does_not_explain_itself_again(task: SeenTask, en: Translator) -> None:
    assert "first morning" not in morning(Morning(DAY, 1, today=(task,), today_total=1), en).text


def test_digest_settings_say_when_and_in_which_language(id_: Translator, en: Translator) -> None:
    on = DigestSettings("C1", True, 540, (1, 2, 3, 4, 5), "Asia/Jakarta", "id")
    assert digest_settings_message(on, en).text == (
        "The digest of <#C1> comes at 09:00 WIB, Monday to Friday, in Indonesian."
    )
    some = digest_settings_message(replace(on, days=(4, 1)), id_, 3)
    assert some.text == "Ringkasan <#C1> datang pukul 09.00 WIB, Sen dan Kam, dalam Bahasa Indonesia."
    assert some.blocks[-1]["elements"][0]["value"] == "3"
    assert "setiap hari" in digest_settings_message(replace(on, days=tuple(range(1, 8))), id_).text
    assert "is off" in digest_settings_message(replace(on, on=False), en).text


def test_a_changed_setting_is_said_in_the_language_it_is_now(id_: Translator, en: Translator) -> None:
    mine = MemberSettings("id", "Asia/Makassar", True, 450)
    assert setting_changed("language", mine, id_, 1).text == (
        "Mulai sekarang saya menulis kepada Anda dalam Bahasa Indonesia."
    )
    assert setting_changed("zone", mine, en, 1).text == "Your time zone is now WITA."
    assert "07:30" in setting_changed("morning", mine, en, 1).text
    assert "no morning message" in setting_changed("morning", replace(mine, morning_on=False), en, 1).text


def test_help_is_by_what_one_wants_and_shows_the_command_that_works(en: Translator, id_: Translator) -> None:
    said = help_message(en).text
    assert said.count("I want to") == 6
    assert "/lintas task Send the MoU draft" in said
    assert help_message(en, "partner").text.count("I want to") == 1
    assert "/lintas tugas Kirim draf MoU" in help_message(id_).text


def test_an_unknown_command_offers_three_ready_to_run(en: Translator) -> None:
    made = unknown_command("tsak lsit", ["/task list", "/task", "/digest", "/partner"], en)
    assert made.text == "I do not know “tsak lsit”. Nothing was stored. Did you mean one of these?"
    row = made.blocks[-1]["elements"]
    assert [e["value"] for e in row[:3]] == ["/task list", "/task", "/digest"]


def test_an_error_offers_its_ways_out(id_: Translator) -> None:
    ways = [Way("Pameran Kyoto", "/task list #pameran-kyoto"), Way("Add another", "/task add x")]
    made = error_message("There is already a program called {name}.", {"name": "<Kyoto>"}, ways, id_)
    assert made.text == "Sudah ada program bernama &lt;Kyoto&gt;."
    row = made.blocks[-1]["elements"]
    assert [e["text"]["text"] for e in row] == ["Pameran Kyoto", "Tambah satu lagi"]
    assert len(error_message("Late tasks", {}, [], id_).blocks) == 1


def test_a_program_says_its_dates_as_surely_as_they_are_known(id_: Translator, en: Translator) -> None:
    program = SeenProgram(
        7,
        "Pameran Kyoto",
        SeenAudience("workspace"),
        kind="exhibition",
        city="Kyoto",
        countries=("JP",),
        anchors=(OPENING, replace(OPENING, kind="closing", precision="month", confirmed=False)),
        open_tasks=3,
        late_tasks=1,
    )
    assert program_created(program, en, batch=1).text == (
        "✅ Program added: Pameran Kyoto — exhibition — Kyoto, Japan — "
        "opening Thu 21 Jan 2027, closing Jan 2027 (not confirmed) — visible to everyone"
    )
    assert "3 tugas terbuka, 1 terlambat" in program_card(program, id_).text
    assert "Kyoto, Jepang" in program_card(program, id_).text


def test_a_partner_s_card_is_what_one_reads_before_a_call(task: SeenTask, en: Translator) -> None:
    tanaka = SeenContact(5, "Yuki Tanaka", "Dr.", "curator", "Mori Art Museum", "yuki@mori.example")
    call = SeenInteraction("call", DAY - timedelta(days=3), "Loan agreed", "Sari", SeenAudience("workspace"))
    partner = SeenPartner("contact", 5, "Yuki Tanaka", tanaka, "JP", interactions=(call,), tasks=(task,))
    made = partner_card(partner, en)
    assert made.text.splitlines() == [
        "Dr. Yuki Tanaka",
        "curator — Mori Art Museum — Japan — yuki@mori.example",
        "Last contact",
        "Sat 21 Nov — call: Loan agreed — Sari",
        "Open tasks",
        "#142 Kirim draf MoU — Wed 25 Nov, 14:00 WIB — Sari — Pameran Kyoto",
    ]
    assert made.blocks[-1]["elements"][0]["value"] == "contact:5"
    listed = replace(partner, last=call.day)
    assert partner_list([listed], en).text.endswith("Japan — last contact 3 days ago")


def test_home_shows_one_page_of_one_tab(task: SeenTask, en: Translator) -> None:
    view = home(Shown("mine", 1, (task,) * 10, 31), en)
    words = str(view.to_dict())
    assert words.count("'Done'") == 10
    assert "Page 2 of 4" in words
    programs = (SeenProgram(7, "Kyoto", SeenAudience("workspace")),)
    assert "Kyoto* — no open tasks" in str(home(Shown("programs", 0, programs, 1), en).to_dict())
    assert "Nothing is waiting for you." in str(home(Shown(), en).to_dict())
