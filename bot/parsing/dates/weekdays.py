"""Days of the week: “Friday”, “Jumat depan”, “next Monday”, “malam Minggu”, “Senin, 30 November”."""

from __future__ import annotations

from datetime import timedelta

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Hit, Scan, monday
from bot.parsing.dates.days import day_month, day_number, day_of_month, numeric


def weekday(scan: Scan, i: int) -> Hit | None:
    """Friday, this/next/last Friday, Jumat ini/depan, Friday next week, malam Jumat, besok Senin,
    Senin 30 Nov."""
    if (short := lx.SHORT_DAYS.get(scan.w[i])) is not None:
        dated = scan.w[i + 1][:1].isdecimal() or scan.w[i + 1] == ","
        return _weekday_and_date(scan, i, short) if dated else None
    start, mode, evening = _weekday_prefix(scan, i)
    number = lx.WEEKDAYS.get(scan.w[start])
    if number is None and scan.w[start] == lx.SUNDAY_WEEK:
        number = _sunday(scan, start, prefixed=start > i)
    if number is None:
        return None
    j = start + 1
    if mode is None and not evening and (full := _weekday_and_date(scan, start, number)):
        return full
    mode, weeks, j = _weekday_suffix(scan, j, mode)
    hit = _weekday_hit(scan, number, mode, weeks, j)
    if evening and hit.day:
        hit.day, hit.part = hit.day - timedelta(days=1), "evening"
    if mode is None and j == start + 1 and start == i and attributive(scan, start):
        named = i > 0 and scan.w[i - 1] == "the"  # “for the Tuesday guide” says which one
        hit.kind, hit.strong = "named_day" if named else "attributive", False
        return hit
    plain = scan.w[start]
    if plain == "sun" and not scan.tokens[start].capital and scan.w[start - 1 if start else start] == "the":
        return None
    dayed = scan.w[j] in lx.PARTS
    hit.strong = (
        mode is not None
        or start > i
        or j > start + 1
        or dayed
        or (plain not in lx.WEAK_WEEKDAYS and plain != lx.SUNDAY_WEEK)
    )
    if plain == lx.SUNDAY_WEEK and scan.w[j] in lx.PARTS:
        hit.strong = True
    return hit


def attributive(scan: Scan, i: int) -> bool:
    """Whether an English weekday or month only says which thing: “the Monday meeting agenda”, “March
    newsletter”. At the beginning of a sentence it dates what follows (“Friday send the report”)."""
    following = scan.w[i + 1]
    if scan.w[i] not in lx.ENGLISH_DAYS or not following.isalpha() or following in lx.AFTER_DATES:
        return False
    if scan.tokens[i + 1].capital or (i and not scan.w[i - 1].isalpha()):
        return False
    return i > 0 or (
        following in lx.THINGS and scan.w[i + 2].isalpha() and scan.w[i + 2] not in lx.AFTER_DATES
    )


def _weekday_prefix(scan: Scan, i: int) -> tuple[int, str | None, bool]:
    word, following = scan.w[i], scan.w[i + 1]
    if word == "hari":
        return i + 1, None, False
    if word == "malam" and (
        following in lx.WEEKDAYS or (following == lx.SUNDAY_WEEK and scan.w[i + 2] not in lx.NEXT)
    ):
        return i + 1, None, True
    if word == "this" and following in ("coming", "upcoming"):
        return i + 2, "coming", False
    if word == "the" and following in ("coming", "following", "next"):
        return i + 2, "coming" if following != "next" else "next", False
    modes = {"this": "this", "next": "next", "last": "last", "previous": "last", "coming": "coming",
    "upcoming": "coming",
             "past": "last"}  # fmt: skip
    if word in modes:
        return i + 1, modes[word], False
    if word in ("besok", "tomorrow"):
        return i + 1 + (following in ("hari", ",")), "coming", False
    return i, None, False


def _sunday(scan: Scan, i: int, prefixed: bool) -> int | None:
    """6 where “minggu” means Sunday, not a week."""
    before, after = scan.w[i - 1] if i else "", scan.w[i + 1]
    if before == "hari" or before == "malam":
        return 6
    if (
        after in lx.NEXT
        or after in ("ini", "lalu", "lagi", "ke", "kerja", "setelah", "sebelum", "sesudah", "kemarin")
        or after in lx.ORDINALS
    ):
        return None
    if (
        before.isdecimal()
        or before in lx.NUMBERS
        or before in lx.PERIODS
        or before in lx.END | lx.MID | lx.EARLY
    ):
        return None
    return 6


def _weekday_suffix(scan: Scan, j: int, mode: str | None) -> tuple[str | None, int, int]:
    """What follows a weekday: (mode, weeks from this week, next token)."""
    word, following = scan.w[j], scan.w[j + 1]
    k = j + (word in ("of", "on", "in", "di", ",") and following in ("next", "this", "minggu", "the"))
    k += scan.w[k] == "the" and scan.w[k + 1] in ("week",)
    word, following = scan.w[k], scan.w[k + 1]
    if word in ("next", "this", "last") and following == "week":
        return "week", {"next": 1, "this": 0, "last": -1}[word], k + 2
    if word in ("minggu", "pekan") and following in lx.NEXT:
        return "week", 1, k + 2
    if word in ("minggu", "pekan") and following == "ini":
        return "week", 0, k + 2
    if word in ("minggu", "pekan") and following in ("lalu", "kemarin"):
        return "week", -1, k + 2
    if word == "week" and following == "after" and scan.w[k + 2] == "next":
        return "week", 2, k + 3
    number = scan.number(k)
    if (
        number
        and scan.w[number[1]] in ("minggu", "pekan", "weeks")
        and scan.w[number[1] + 1] in ("lagi", "from")
    ):
        return "week", number[0], number[1] + 2 + (scan.w[number[1] + 2] == "now")
    if mode is not None:
        return mode, 0, j
    word, following = scan.w[j], scan.w[j + 1]
    if word == "after" and following == "next":
        return "after_next", 0, j + 2
    if word == "week" and following != "of":
        return "week_later", 0, j + 1
    if word == "yang" and following in ("akan", "lalu", "depan"):
        return (
            {"lalu": "last", "depan": "next"}.get(following, "coming"),
            0,
            j + 2 + (scan.w[j + 2] == "datang"),
        )
    if word in ("depan", "mendatang", "berikutnya"):
        return "next", 0, j + 1
    if word == "ini":
        return "this", 0, j + 1
    if word in ("lalu", "kemarin", "silam"):
        return "last", 0, j + 1
    if word == "besok":
        return "coming", 0, j + 1
    return None, 0, j


def _weekday_hit(scan: Scan, number: int, mode: str | None, weeks: int, end: int) -> Hit:
    today = scan.today
    ahead = today + timedelta(days=(number - today.weekday() - 1) % 7 + 1)
    behind = today - timedelta(days=(today.weekday() - number - 1) % 7 + 1)
    this_week = monday(today) + timedelta(days=number)
    if mode == "week":
        day = this_week + timedelta(weeks=weeks)
        return Hit(end, "weekday", day, past=day < today, back=day if day < today else None)
    if mode == "last":
        return Hit(end, "weekday", behind, past=True, back=behind)
    if mode == "next":
        day = this_week + timedelta(weeks=1)
        return Hit(end, "weekday", day, other=ahead if ahead != day else None)
    if mode == "this":
        return Hit(end, "weekday", this_week if this_week >= today else ahead, back=this_week)
    if mode == "week_later":
        return Hit(end, "weekday", ahead + timedelta(weeks=1))
    if mode == "after_next":
        return Hit(end, "weekday", this_week + timedelta(weeks=2), other=ahead + timedelta(weeks=1))
    return Hit(end, "weekday", ahead, back=behind)


def _weekday_and_date(scan: Scan, i: int, number: int) -> Hit | None:
    """Senin, 30 November 2026; Monday 15; Fri the 27th: the number dates it, a contradiction is asked
    about."""
    j = i + 1 + (scan.w[i + 1] in (",", "("))
    j += scan.w[j] == "the"
    hit = numeric(scan, j) or day_month(scan, j)
    if hit is None and (found := day_number(scan, j)) and not _counts(scan, found[1]):
        hit = day_of_month(scan, found[0], found[1])
        if hit and hit.day and hit.day.weekday() != number:
            return None
    if hit is None or hit.day is None or hit.kind == "numbers":
        return None
    if scan.w[i + 1] == "(" and scan.w[hit.end] == ")":
        hit.end += 1
    hit.strong, hit.kind = True, "day"
    if hit.day.weekday() != number:
        if hit.back and hit.back.weekday() == number:  # “met on Tuesday 17 November”: told, not asked
            hit.day, hit.past = hit.back, True
            return hit
        near = hit.day + timedelta(days=(number - hit.day.weekday() + 3) % 7 - 3)
        hit.ask, hit.other = True, near if near >= scan.today else near + timedelta(weeks=1)
    return hit


def _counts(scan: Scan, j: int) -> bool:
    """Whether what follows a bare number makes it a count or a clock time."""
    word = scan.w[j]
    return (
        word.isalpha()
        and word not in ("at", "jam", "pukul", "and", "dan", "ya", "please", "pls", "for", "untuk")
    ) or word in (":", "%")
