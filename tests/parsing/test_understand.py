"""Free messages: our own labelled corpus as a gate, rules by hand, and the contract's JSON."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from worlds import CORPUS, NOW, READING, SHARED, in_program, lines, reading_of

from bot.parsing import intents as it
from bot.parsing.names import search_key, words_of
from bot.parsing.understand import read_input, to_contract, understand
from bot.parsing.which_task import STOP

FIRST = [row for lang in ("en", "id") for row in lines(CORPUS / f"messages_{lang}.jsonl")]
BY_OTHERS = ("round_13", "round_14")  # whose authors never saw the code
ROUNDS = [
    row for path in sorted(CORPUS.glob("round_*.jsonl")) if path.stem not in BY_OTHERS for row in lines(path)
]
UNSEEN = [row for name in BY_OTHERS for row in lines(CORPUS / f"{name}.jsonl")]
ROWS = FIRST + ROUNDS + UNSEEN


def output(row: dict[str, Any]) -> dict[str, Any]:
    text, reading = reading_of({k: v for k, v in row.items() if k in ("text", "context", "speaker")})
    return to_contract(understand(text, reading), reading, row.get("id"))


# --- the corpus ------------------------------------------------------------------------------------------


def covered(expected: str, given: str) -> bool:
    """Whether the given title holds three fifths of the expected one's words."""
    wanted = [w for w in words_of(expected) if w not in STOP] or words_of(expected)
    have = words_of(given)
    hits = sum(
        any(w == h or (len(w) > 3 and len(h) > 3 and (h.startswith(w) or w.startswith(h))) for h in have)
        for w in wanted
    )
    return hits >= 0.6 * len(wanted)


def fits(field: str, expected: Any, given: Any) -> bool:
    if isinstance(expected, dict):
        return isinstance(given, dict) and all(fits(k, v, given.get(k)) for k, v in expected.items())
    if given is None:
        return False
    if field in ("title", "what"):
        return covered(str(expected), str(given))
    if field == "owner":
        as_set = [set(v) if isinstance(v, list) else {v} for v in (expected, given)]
        return as_set[0] == as_set[1]
    if field in ("partner_name", "organisation", "role", "program"):
        return search_key(str(expected)) in search_key(str(given)) or search_key(str(given)) == search_key(
            str(expected)
        )
    return bool(expected == given)


@cache
def as_labelled(at: int) -> dict[str, Any]:
    """The output for a row of the corpus, read once."""
    return output(ROWS[at])


def wrong(row: dict[str, Any], out: dict[str, Any]) -> str | None:
    """Why an output is not right, or None."""
    accept = row.get("accept", {})
    if out["intent"] != row["intent"]:
        return None if out["intent"] in accept.get("intent", []) else f"intent {out['intent']}"
    for field, value in row["expected"].items():
        values = [value, *(accept.get(field) or [])]
        given = out["fields"].get(field)
        if not any(
            (v is None and given is None) or (v is not None and fits(field, v, given)) for v in values
        ):
            return f"{field} {given!r}"
    for field in ("due", "owner"):
        given = out["fields"].get(field)
        invented = given and field not in row["expected"] and given not in accept.get(field, [])
        if invented and row["intent"] in ("create_task", "program_update", "partner_log"):
            return f"invented {field} {given!r}"
    return None


@pytest.mark.parametrize("lang", ["en", "id", "mixed"])
def test_our_messages_are_understood(lang: str) -> None:
    own = ROWS[: -len(UNSEEN)]
    rows = [(row, as_labelled(at)) for at, row in enumerate(own) if row["lang"] == lang]
    failed = {row["text"]: why for row, out in rows if (why := wrong(row, out))}
    assert len(failed) <= 0.03 * len(rows), failed


def test_messages_by_others_are_understood() -> None:
    rows = [(ROWS[at], as_labelled(at)) for at in range(len(ROWS) - len(UNSEEN), len(ROWS))]
    failed = {row["text"]: why for row, out in rows if (why := wrong(row, out))}
    assert len(failed) <= 0.18 * len(rows), failed


def test_variants_of_a_construction_are_told_apart() -> None:
    rows = lines(CORPUS / "variants.jsonl")
    given = [output(row)["intent"] for row in rows]
    wrong_ = {
        row["text"]: intent
        for row, intent in zip(rows, given, strict=True)
        if intent not in (row["intent"], *row.get("accept", {}).get("intent", []))
    }
    talk = [row["text"] for row in rows if row["intent"] == "none"]
    assert len(wrong_) <= 0.05 * len(rows), wrong_
    assert sum(text in wrong_ for text in talk) <= 0.05 * len(talk), wrong_


def test_nothing_is_stored_of_mere_talk() -> None:
    talk = [at for at, row in enumerate(ROWS) if row["intent"] == "none" and "accept" not in row]
    stored = {
        ROWS[at]["text"]: out["intent"]
        for at in talk
        if (out := as_labelled(at))["intent"] not in ("none", "ambiguous")
    }
    assert len(stored) <= 0.02 * len(talk), stored


def test_confidence_is_worth_its_number() -> None:
    read = [(row, as_labelled(at)) for at, row in enumerate(ROWS)]
    sure = [wrong(row, out) is None for row, out in read if out["confidence"] >= 0.9]
    likely = [wrong(row, out) is None for row, out in read if 0.7 <= out["confidence"] < 0.9]
    assert len(sure) > len(ROWS) / 5
    assert sum(sure) >= 0.97 * len(sure)
    assert sum(likely) >= 0.85 * len(likely)


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the project")
def test_the_shared_messages_are_understood(tmp_path: Any) -> None:
    rows = lines(SHARED / "messages.jsonl")
    out = tmp_path / "out.jsonl"
    out.write_text("".join(json.dumps(output(row), ensure_ascii=False) + "\n" for row in rows), "utf-8")
    call = [sys.executable, str(SHARED / "grade.py"), str(SHARED / "messages.jsonl"), str(out)]
    last = subprocess.run(call, capture_output=True, text=True, check=True).stdout.splitlines()[-1]
    assert float(last.split()[1]) >= 0.95, last


@pytest.mark.skipif(not SHARED.exists(), reason="the shared corpus is not beside the project")
def test_the_shared_phrases_are_understood_as_messages() -> None:
    rows = lines(SHARED / "phrases.jsonl")
    given = {
        row["text"]: (output(row)["fields"].get("due") or "")[:16].removesuffix("T") or None for row in rows
    }
    failed = [row["text"] for row in rows if given[row["text"]] not in row["due"]]
    assert len(failed) <= 0.03 * len(rows), failed


# --- rules by hand -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("done #12", it.CompleteTask((12,))),
        ("selesai 12", it.CompleteTask((12,))),
        ("buka lagi 12", it.ReopenTask(12)),
        ("batal 12", it.CancelTask(12)),
        ("tunda 12 seminggu", it.RescheduleTask(12, shift=it.Shift(7))),
        ("undo", it.Undo()),
        ("Urungkan", it.Undo()),
        ("help", it.Help()),
        ("bantuan", it.Help()),
        ("what's overdue?", it.Query("overdue")),
        ("apa yang terlambat", it.Query("overdue")),
    ],
)
def test_plain_words_do_what_commands_do(text: str, intent: it.Intent) -> None:
    assert understand(text, READING).intent == intent


def test_moving_and_assigning_by_number() -> None:
    moved = understand("tunda 12 ke Senin", READING).intent
    assert isinstance(moved, it.RescheduleTask)
    assert moved.due is not None
    assert moved.due.day.isoformat() == "2026-11-30"
    given = understand("tugaskan 12 ke Rani", READING).intent
    assert isinstance(given, it.AssignTask)
    assert given.owners[0].known is not None


def test_a_list_gives_its_further_items_as_more() -> None:
    understood = understand(
        "Todo:\n- book the flights by Friday\n- print the labels\n- pay the deposit tomorrow", READING
    )
    first, *more = [understood.intent, *understood.more]
    titles = [t.title for t in (first, *more) if isinstance(t, it.CreateTask)]
    assert titles == ["book the flights", "print the labels", "pay the deposit"]


def test_a_contact_met_is_also_logged() -> None:
    understood = understand(
        "met Ms. Yuki Tanaka from Kyoto Art Center today, residency coordinator, y@kac.example", READING
    )
    assert isinstance(understood.intent, it.AddPartner)
    assert [type(i) for i in understood.more] == [it.LogContact]


def test_two_tasks_that_fit_are_asked_about() -> None:
    tasks = (it.OpenTask("Urus visa Agus", number=1), it.OpenTask("Urus visa Sari", number=2))
    reading = replace(READING, world=replace(READING.world, tasks=tasks))
    understood = understand("visa done", reading)
    assert understood.ambiguous
    assert set(understood.alternatives) == {it.CompleteTask((1,)), it.CompleteTask((2,))}
    assert understand("visa Agus done", reading).intent == it.CompleteTask((1,))


@pytest.mark.parametrize(("lang", "word"), [("en", "Which"), ("id", "Tanggal")])
def test_a_question_is_in_the_readers_language(lang: it.Lang, word: str) -> None:
    reading = replace(READING, lang=lang)
    out = to_contract(understand("please collect the passports, deadline 12/9", reading), reading)
    assert out["intent"] == "ambiguous"
    assert out["question"].startswith(word)
    assert [a["fields"]["due"] for a in out["alternatives"]] == ["2026-12-09", "2027-09-12"]


def test_code_and_quotes_are_not_read() -> None:
    assert understand("&gt; please send the report by Friday", READING).intent is None
    assert understand("```please send the report by Friday```", READING).intent is None


def test_a_name_of_a_place_inside_another_name_is_no_program() -> None:
    reading = in_program("Curators' Workshop Makassar")
    understood = understand("Lokasi workshop sudah fix di Fort Rotterdam", reading).intent
    assert isinstance(understood, it.RecordUpdate)
    assert understood.program is not None
    assert understood.program.known is not None
    assert understood.program.known.name == "Curators' Workshop Makassar"


@pytest.mark.parametrize(
    "row", [r for r in FIRST if r["intent"] == "create_task"][:60], ids=lambda r: r["id"]
)
@pytest.mark.parametrize(
    "change", [str.upper, lambda t: f"{t} 🙏", lambda t: f"Hi team, {t}"], ids=["upper", "emoji", "greeting"]
)
def test_case_emoji_and_greeting_do_not_move_a_deadline(row: dict[str, Any], change: Any) -> None:
    if change is str.upper and "<" in row["text"]:
        pytest.skip("a mention has no case")
    plain, changed = output(row), output(row | {"text": change(row["text"])})
    if "intent" not in row.get("accept", {}) and changed["intent"] == plain["intent"]:
        assert changed["fields"].get("due") == plain["fields"].get("due")


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_message_is_survived(text: str) -> None:
    json.dumps(to_contract(understand(text, READING), READING))


@given(st.lists(st.sampled_from(" ".join(r["text"] for r in ROWS[::7]).split()), max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_shuffle_of_real_words_is_survived_and_never_past(words: list[str]) -> None:
    understood = understand(" ".join(words), READING)
    for intent in (understood.intent, *understood.more):
        if isinstance(intent, it.CreateTask) and intent.due:
            assert intent.due.day >= NOW.date()


@pytest.mark.parametrize(
    "part",
    [
        "a",
        "kirim laporan besok ",
        "<@U03RANI9Q2> ",
        "a, ",
        "5 Dec 2026 ",
        "Museum ",
        "- kirim\n",
        '"',
        "1",
        ".",
    ],
)
def test_a_very_long_message_is_read_at_once(part: str) -> None:
    text = (part * 40_000)[:40_000]
    understand(text[:100], READING)
    begin = time.process_time()
    understand(text, READING)
    assert time.process_time() - begin < 0.5  # ten times what an idle machine needs


# --- the contract's JSON -----------------------------------------------------------------------------


def test_the_output_line_has_the_contracts_keys() -> None:
    out = output(
        {
            "id": "x",
            "text": "Send VIP invitations H-30",
            "context": {"program": "Songket Heritage Kuala Lumpur", "opening": "2027-01-17"},
        }
    )
    assert list(out) == ["id", "intent", "confidence", "fields", "more", "alternatives", "question"]
    assert out["fields"]["due"] == "2026-12-18"
    assert (out["fields"]["anchor"], out["fields"]["offset_days"]) == ("opening", -30)


def test_an_input_line_without_now_and_zone_has_defaults() -> None:
    text, reading = read_input({"text": "besok"}, now=NOW)
    assert (text, reading.now, str(reading.tz), reading.lang) == ("besok", NOW, "Asia/Jakarta", "id")


@pytest.mark.parametrize(("line", "word"), [({"tz": "Mars/Base"}, "tz"), ({"now": "soon"}, "now")])
def test_a_wrong_now_or_zone_is_named(line: dict[str, Any], word: str) -> None:
    with pytest.raises(ValueError, match=word):
        read_input({"text": "x"} | line)


def test_names_stay_words_where_no_world_is_given() -> None:
    text, reading = read_input({"text": "Rani, please send the list", "now": NOW.isoformat()})
    assert to_contract(understand(text, reading), reading)["fields"]["owner"] == "Rani"


def test_importing_parsing_loads_nothing_heavy() -> None:
    heavy = "('dateparser', 'phonenumbers', 'email_validator')"
    code = f"import sys, bot.parsing.commands; print([m for m in {heavy} if m in sys.modules])"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert loaded.strip() == "[]"
