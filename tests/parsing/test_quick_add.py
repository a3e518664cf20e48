"""The one-line grammar of a task."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import READING

from bot.parsing.intents import CreateTask
from bot.parsing.quick_add import quick_add


def add(text: str) -> CreateTask:
    return quick_add(text, READING)


def due(task: CreateTask) -> str | None:
    if task.due is None:
        return None
    return task.due.at.strftime("%Y-%m-%dT%H:%M") if task.due.at else task.due.day.isoformat()


def test_every_token_at_once() -> None:
    task = add(
        "Kirim draf MoU ke museum @rani besok 14:00 #residensi-kyoto !tinggi ~mitra:Museum-Nasional-Indonesia"
    )
    assert task.title == "Kirim draf MoU ke museum"
    assert due(task) == "2026-11-25T14:00"
    assert [o.known and o.known.name for o in task.owners] == ["Rani Kusuma"]
    assert task.program is not None
    assert task.program.known is not None
    assert task.program.known.name == "Residensi Yogya–Kyoto"
    assert task.partner is not None
    assert task.partner.known is not None
    assert task.partner.known.name == "Museum Nasional Indonesia"
    assert task.priority == "high"


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ("Send report by Friday", "Send report", "2026-11-27"),
        ("Kirim laporan besok", "Kirim laporan", "2026-11-25"),
        ("By Friday send the report", "send the report", "2026-11-27"),
        ("Rapat besok jam 10 pagi di kantor", "Rapat di kantor", "2026-11-25T10:00"),
        ("Rampungkan katalog paling telat tgl 20", "Rampungkan katalog", "2026-12-20"),
        ("final report due:15/12", "final report", "2026-12-15"),
        ("final report tenggat: Jumat", "final report", "2026-11-27"),
        ("Buy milk ^Senin", "Buy milk", "2026-11-30"),
        ("Buy milk ^15 décembre 2026", "Buy milk", "2026-12-15"),
        ("Buy milk ^Monday from the shop", "Buy milk from the shop", "2026-11-30"),
        ("12 chairs for the hall", "12 chairs for the hall", None),
        ("Call the 3 lenders", "Call the 3 lenders", None),
        ("cek *bold* text and C# docs", "cek *bold* text and C# docs", None),
        ("follow up #142 besok", "follow up #142", "2026-11-25"),
    ],
)
def test_title_and_date(text: str, title: str, day: str | None) -> None:
    task = add(text)
    assert (task.title, due(task)) == (title, day)


@pytest.mark.parametrize(
    ("text", "title", "day"),
    [
        ('"Friday report" by Monday', "Friday report", "2026-11-30"),
        ("“Kirim laporan Jumat”", "Kirim laporan Jumat", None),
        ('read "1984 tomorrow" @rani', 'read "1984 tomorrow"', None),
        ("'send @rani home' #lyon", "send @rani home", None),
    ],
)
def test_quotes_switch_interpretation_off(text: str, title: str, day: str | None) -> None:
    task = add(text)
    assert task.title == title
    assert due(task) == day


def test_a_date_that_cannot_be_read_is_given_back_as_typed() -> None:
    task = add("Buy milk ^next blah")
    assert (task.title, task.due, task.due_words) == ("Buy milk", None, "next blah")


@pytest.mark.parametrize("text", ["laporan kemarin", "kirim laporan ^2 Nov 2026", "send it by 2 Nov 2026"])
def test_a_past_date_is_flagged(text: str) -> None:
    task = add(text)
    assert task.due is not None
    assert task.due.past


def test_unknown_names_match_nothing_and_doubtful_ones_several() -> None:
    task = add("x @nobody #nosuch ~nope")
    assert task.title == "x"
    assert [(o.text, o.matches) for o in task.owners] == [("nobody", ())]
    assert task.program is not None
    assert (task.program.text, task.program.matches) == ("nosuch", ())
    assert task.partner is not None
    assert task.partner.matches == ()
    kims = add("Call them @kim").owners[0]
    assert {n.name for n in kims.matches} == {"Kim Min-jun", "Kim Seo-yeon"}


def test_mentions_channels_and_me() -> None:
    task = add("<@U03RANI9Q2|rani> dan <@U06TOMO1X5> cetak label <#C0123|pameran> 3 Des")
    assert task.title == "cetak label"
    assert [o.known and o.known.id for o in task.owners] == ["U03RANI9Q2", "U06TOMO1X5"]
    assert task.program_channel == "C0123"
    assert due(task) == "2026-12-03"
    mine = add("cek @saya")
    assert [o.known and o.known.id for o in mine.owners] == ["U02MAYA7K1"]


def test_a_name_of_several_words_after_a_sign() -> None:
    task = add("Book hotel #Batik: Threads of Time (Lyon) @Maya Prameswari")
    assert task.title == "Book hotel"
    assert task.program is not None
    assert task.program.known is not None
    assert task.owners[0].known is not None


def test_a_count_from_the_named_programs_opening() -> None:
    task = add("Send invitations ^H-30 #lyon")
    assert due(task) == "2027-02-16"
    assert task.due is not None
    assert task.due.anchor == "opening"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("Kirim laporan *setiap Senin", "FREQ=WEEKLY;BYDAY=MO"),
        ("Kirim laporan tiap tanggal 5", "FREQ=MONTHLY;BYMONTHDAY=5"),
        ("Check logs every 2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("Check logs *2 weeks", "FREQ=WEEKLY;INTERVAL=2"),
        ("review every last Friday of the month", "FREQ=MONTHLY;BYDAY=-1FR"),
        ("call every other Wednesday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=WE"),
    ],
)
def test_recurrence_with_its_first_day(text: str, rule: str) -> None:
    task = add(text)
    assert task.recurrence == rule
    assert task.due is not None
    assert task.due.day >= READING.now.date()


@pytest.mark.parametrize(
    ("word", "priority"),
    [("!high", "high"), ("!tinggi", "high"), ("!urgent", "high"), ("!low", "low"), ("!rendah", "low")],
)
def test_priority(word: str, priority: str) -> None:
    task = add(f"cetak label {word}")
    assert (task.title, task.priority) == ("cetak label", priority)
    assert add("cetak label! sekarang").priority is None


def test_empty_title() -> None:
    assert add("@rani #lyon besok").title == ""
    assert add("").title == ""


@given(st.text(max_size=200))
@settings(max_examples=300, deadline=None)
def test_any_line_is_a_task(text: str) -> None:
    task = add(text)
    assert len(task.title) <= 500
    assert not (task.due and task.due_words)


@given(
    st.lists(
        st.sampled_from(
            [
                "@rani",
                "#lyon",
                "!high",
                "^besok",
                "*weekly",
                "~rijksmuseum",
                '"',
                "'",
                "kirim",
                "due:",
                "program:",
                ",",
                ":",
                "<@U03RANI9Q2>",
            ]
        ),
        max_size=12,
    )
)
@settings(max_examples=300, deadline=None)
def test_any_mix_of_tokens_is_survived(parts: list[str]) -> None:
    quick_add(" ".join(parts), replace(READING, lang="id"))
