"""The catalogue: complete, current, with the placeholders of the code; and what a reader gets of it."""

from __future__ import annotations

import re
import string
import subprocess
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from babel.messages.catalog import Message

from bot.i18n import BUTTON, Lang, Translator
from bot.locales.catalogue import CATALOGUE, Entry, read, sentences, update
from bot.views.kit import FACT, md
from storage.seen import Due

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # Tuesday 10:00 in Jakarta


def translator(lang: Lang, zone: str = "Asia/Jakarta") -> Translator:
    return Translator(lang, ZoneInfo(zone), NOW)


EN, ID = translator("en"), translator("id")


def _key(message: Message) -> tuple[str | None, str]:
    return message.context, message.id if isinstance(message.id, str) else message.id[0]


def _text(message: Message) -> str:
    return message.string if isinstance(message.string, str) else (message.string or ("",))[0]


CODE: dict[tuple[str | None, str], Entry] = {(entry.context, entry.id): entry for entry in sentences()}
ENTRIES = {_key(message): message for message in read() if message.id}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def marks(text: str) -> list[str]:
    """Formatting and references that must survive translation: code spans, bold, emoji."""
    return sorted(re.findall(r"[*`]|[\U0001f300-\U0001faff✅⏰]", text))


def test_every_sentence_of_the_code_is_translated() -> None:
    missing = [key for key in CODE if key not in ENTRIES or not _text(ENTRIES[key]).strip()]
    assert missing == []


def test_nothing_in_the_catalogue_is_stale_or_unsure() -> None:
    assert [key for key in ENTRIES if key not in CODE] == []
    assert [key for key, message in ENTRIES.items() if message.fuzzy] == []
    assert "#~" not in CATALOGUE.read_text(encoding="utf-8")


def test_updating_the_catalogue_keeps_what_is_said_and_drops_what_is_not(tmp_path: Path) -> None:
    copy = tmp_path / "id.po"
    gone = 'msgid "Nobody says this."\nmsgstr "Tidak ada yang mengatakannya."\n'
    copy.write_text(f"{CATALOGUE.read_text(encoding='utf-8')}\n{gone}", encoding="utf-8")
    update(copy)
    updated = {_key(message): _text(message) for message in read(copy) if message.id}
    assert set(updated) == set(CODE)
    assert updated[BUTTON, "Undo"] == "Urungkan"


def test_translations_keep_placeholders_and_marks() -> None:
    for (_, english), message in ENTRIES.items():
        assert placeholders(_text(message)) == placeholders(english), english
        assert marks(_text(message)) == marks(english), english


def test_plurals_agree_on_their_placeholders() -> None:
    for entry in CODE.values():
        if entry.plural is not None:
            assert placeholders(entry.plural) == placeholders(entry.id)
            assert "n" in placeholders(entry.id)


def test_the_tone_is_calm_and_formal_in_both_languages() -> None:
    for (_, english), message in ENTRIES.items():
        assert "!" not in english + _text(message), english
        assert not re.search(r"\b(kamu|anda|deadline|partner)\b", re.sub(r"`[^`]*`", "", _text(message)))
        assert not re.search(r"\bprogramme", english)


def test_buttons_have_a_context_of_their_own_and_the_contract_s_labels() -> None:
    labels = {
        "Done": "Selesai",
        "Undo": "Urungkan",
        "Snooze": "Ingatkan lagi nanti",
        "Reschedule": "Ubah tenggat",
        "Assign": "Tugaskan",
        "Open": "Lihat",
        "Log contact": "Catat kontak",
        "Cancel": "Tutup",
        "Not me": "Bukan saya",
        "Share here": "Bagikan di sini",
    }
    for english, indonesian in labels.items():
        assert (BUTTON, english) in ENTRIES
        assert ID.label(english) == indonesian
        assert EN.label(english) == english


def test_a_sentence_without_its_facts_still_reads() -> None:
    assert EN("Due {due}: {task}", task="MoU") == "Due …: MoU"
    assert ID("visible only to {people}") == "hanya terlihat oleh …"
    assert EN("a lone { brace", x=1) == "a lone { brace"


def test_facts_are_shown_as_the_reader_reads_them() -> None:
    day = date(2026, 11, 27)
    assert EN("*{task}* is now due {due}.", task="#1", due=day) == "*#1* is now due Fri 27 Nov."
    assert ID("*{task}* is now due {due}.", task="#1", due=day) == "Tenggat *#1* sekarang Jum, 27 Nov."
    assert EN("Undone: {names}", names=["a", "b"]) == "Undone: a and b"
    assert md(EN, "{who} added it", who="<@U1>") == "&lt;@U1&gt; added it"
    assert len(md(EN, "{who} added it", who="x" * 50_000)) < FACT + 20


@pytest.mark.parametrize(
    ("t", "n", "said"),
    [(EN, 1, "1 day late"), (EN, 2, "2 days late"), (ID, 1, "terlambat 1 hari"), (ID, 2, "terlambat 2 hari")],
)
def test_plurals(t: Translator, n: int, said: str) -> None:
    assert t.plural("{n} day late", "{n} days late", n) == said


@pytest.mark.parametrize(
    ("t", "day", "said"),
    [
        (EN, date(2026, 11, 27), "Fri 27 Nov"),
        (ID, date(2026, 11, 27), "Jum, 27 Nov"),
        (EN, date(2027, 1, 8), "Fri 8 Jan 2027"),
        (ID, date(2026, 8, 17), "Sen, 17 Agu"),
    ],
)
def test_days_carry_the_weekday_and_the_year_when_it_changes(t: Translator, day: date, said: str) -> None:
    assert t.day(day) == said


DUE = Due(date(2026, 11, 25), datetime(2026, 11, 25, 7, 0, tzinfo=UTC), "Asia/Jakarta")


@pytest.mark.parametrize(
    ("lang", "zone", "said"),
    [
        ("en", "Asia/Jakarta", "Wed 25 Nov, 14:00 WIB"),
        ("id", "Asia/Jakarta", "Rab, 25 Nov, 14.00 WIB"),
        ("en", "Europe/Berlin", "Wed 25 Nov, 14:00 WIB (08:00 Berlin)"),
        ("id", "Asia/Makassar", "Rab, 25 Nov, 14.00 WIB (15.00 WITA)"),
        ("en", "Asia/Bangkok", "Wed 25 Nov, 14:00 WIB"),  # another zone, the same time
        ("en", "America/Los_Angeles", "Wed 25 Nov, 14:00 WIB (Tue 24 Nov, 23:00 Los Angeles)"),
    ],
)
def test_deadlines_name_their_zone_and_give_the_reader_s_own_time(lang: Lang, zone: str, said: str) -> None:
    assert translator(lang, zone).due(DUE) == said


def test_a_time_on_another_day_there_says_which() -> None:
    late = Due(date(2026, 11, 25), datetime(2026, 11, 25, 15, 0, tzinfo=UTC), "Asia/Jakarta")
    assert translator("en", "Asia/Tokyo").due(late) == "Wed 25 Nov, 22:00 WIB (Thu 26 Nov, 00:00 Tokyo)"
    assert ID.due(Due(date(2026, 11, 25))) == "Rab, 25 Nov"


def test_times_numbers_lists_and_countries() -> None:
    assert (EN.clock(NOW, "Europe/Rome"), ID.clock(NOW, "Europe/Rome")) == ("04:00 Rome", "04.00 Roma")
    assert EN.place("America/Argentina/Buenos_Aires") == "Buenos Aires"
    assert (EN.place("UTC"), EN.place("Asia/Jayapura")) == ("UTC", "WIT")
    assert (EN.number(12500), ID.number(12500)) == ("12,500", "12.500")
    assert (EN.list(["a", "b", "c"]), ID.list(["a", "b", "c"])) == ("a, b and c", "a, b, dan c")
    assert (EN.list([]), EN.list(["a"])) == ("", "a")
    assert (EN.country("JP"), ID.country("JP"), ID.country("Bali")) == ("Japan", "Jepang", "Bali")
    assert [EN.ago_days(n) for n in (0, 1, 9)] == ["today", "yesterday", "9 days ago"]
    assert ID.ago_days(9) == "9 hari lalu"
    assert (EN.moment(NOW), ID.moment(datetime(2026, 11, 23, 3, 5, tzinfo=UTC))) == (
        "10:00",
        "Sen, 23 Nov, 10.05",
    )


def test_importing_sentences_and_views_loads_nothing_heavy() -> None:
    modules = ("i18n", "views.tasks", "views.digest", "views.help", "views.home", "views.partners")
    code = f"import sys, {', '.join('bot.' + m for m in modules)}; sys.exit('babel' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], cwd=CATALOGUE.parents[2], check=False).returncode == 0
