"""Days by number, by name and by distance: “5 Des”, “15/12”, “Jumat depan”, “lusa”, “in 3 days”."""

from __future__ import annotations

import re
from datetime import date, timedelta

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Hit, Scan, add, coming, safe_date, shifted
from bot.parsing.intents import Shift

_ISO = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$")
_DMY = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})$")
_DM = re.compile(r"(\d{1,2})([./-])(\d{1,2})$")
_RANGE = re.compile(r"(\d{1,2})[-–](\d{1,2})$")


def numeric(scan: Scan, i: int) -> Hit | None:
    """2026-12-15, 15/12/2026, 15.12.26, 15/12."""
    word = scan.w[i]
    if match := _ISO.match(word):
        day = safe_date(*(int(g) for g in match.groups()))
        return dated(scan, day, i + 1) if day else None
    if match := _DMY.match(word):
        year = int(match[4]) + (2000 if len(match[4]) == 2 else 0)
        return _two_orders(scan, int(match[1]), int(match[3]), year, i + 1)
    if match := _DM.match(word):
        hit = _two_orders(scan, int(match[1]), int(match[3]), None, i + 1)
        if hit is None or word == "24/7":
            return None
        dotted = scan.w[i + 1] == "." and scan.glued(i + 1)
        hit.strong = match[2] == "/" and int(match[1]) > 12 and int(match[3]) > 2
        if match[2] != "/" and not dotted:
            hit.kind = "numbers"  # 10.30 and 15-12 are dates only where a date is asked for
        hit.end += dotted and match[2] == "."
        return hit
    return None


def _two_orders(scan: Scan, a: int, b: int, year: int | None, end: int) -> Hit | None:
    """dd/mm, unless impossible; past while mm/dd is not: ask."""
    if year is not None:
        european, american = safe_date(year, b, a), safe_date(year, a, b)
    else:
        european = safe_date(scan.today.year, b, a) or (safe_date(scan.today.year + 1, b, a))
        american = safe_date(scan.today.year, a, b)
    if european is None:
        if american is None:
            return None
        return dated(scan, american, end) if year else _rolled(scan, american, end)
    if american and american != european and european < scan.today <= american:
        return Hit(
            end, day=american, ask=True, back=european, other=None if year else add(european, months=12)
        )
    hit = dated(scan, european, end) if year else _rolled(scan, european, end)
    if american and american != european:
        other = american if year else _rolled(scan, american, end).day
        hit.other = other if other and other >= scan.today else None
    return hit


def dated(scan: Scan, day: date, end: int) -> Hit:
    """A day whose year was said."""
    gone = day < scan.today
    return Hit(end, day=day, past=gone, back=day if day <= scan.today else None)


def _rolled(scan: Scan, day: date, end: int) -> Hit:
    """A day of the year whose year was not said: the coming one."""
    both = coming(scan, day.month, day.day)
    return Hit(end, day=both[0], back=both[1]) if both else Hit(end, day=day)


def year_at(scan: Scan, i: int) -> tuple[int, int] | None:
    """A year at token i, after an optional comma."""
    if scan.w[i] == "," and scan.w[i + 1].isdecimal() and len(scan.w[i + 1]) == 4:
        i += 1
    word = scan.w[i]
    if word == "'" and scan.w[i + 1].isdecimal() and len(scan.w[i + 1]) == 2:
        return 2000 + int(scan.w[i + 1]), i + 2
    if word == "tahun" and scan.w[i + 1] == "depan":
        return scan.today.year + 1, i + 2
    if word == "tahun" and scan.w[i + 1] == "ini":
        return scan.today.year, i + 2
    if word == "next" and scan.w[i + 1] == "year":
        return scan.today.year + 1, i + 2
    if len(word) == 4 and word.isdecimal() and 1990 <= int(word) <= 2100:
        return int(word), i + 1
    return None


def day_number(scan: Scan, i: int) -> tuple[int, int, bool] | None:
    """1–31 with an optional ordinal ending: value, next token, whether it had the ending."""
    word = scan.w[i]
    if not (word.isdecimal() and len(word) <= 2 and 1 <= int(word) <= 31):
        return None
    if scan.w[i + 1] in lx.DAY_SUFFIX and scan.glued(i + 1):
        return int(word), i + 2, True
    return int(word), i + 1, False


def day_month(scan: Scan, i: int) -> Hit | None:
    """A day of a month, or a span of days over two months: “30 Nov–3 Dec”."""
    hit = _day_month(scan, i)
    if (
        hit
        and hit.kind == "day"
        and hit.day
        and scan.w[hit.end] in ("-", "–", "—", "s/d", "sampai", "hingga")
    ):
        upto = _day_month(scan, hit.end + 1)
        if upto and upto.kind == "day" and upto.day and upto.day > hit.day and scan.w[i].isdecimal():
            return Hit(upto.end, "range", hit.day, hit.day, upto.day, past=hit.past, back=hit.back)
    return hit


def _day_month(scan: Scan, i: int) -> Hit | None:
    """5 Dec, 5th of December 2026, December 5, 12–14 Januari, tanggal 5 [Januari | bulan depan], the 5th."""
    word = scan.w[i]
    if word == "tanggal":
        return _numbered(scan, i + 1 + (scan.w[i + 1] in (":", ".")))
    if word in lx.MONTHS:
        return _month_first(scan, i)
    start = i + (word == "the")
    if match := _RANGE.match(scan.w[start]):
        return _span(scan, int(match[1]), int(match[2]), start + 1)
    found = day_number(scan, start)
    if not found:
        return None
    number, j, ending = found
    if scan.w[j] in ("-", "–", "to", "sampai", "hingga", "until", "s/d") and (
        upto := day_number(scan, j + 1)
    ):
        hit = _span(scan, number, upto[0], upto[1])
        if hit:
            return hit
    k = j + (scan.w[j] in ("of", "bulan", "-", "/"))
    if scan.w[k] in lx.MONTHS and not (scan.w[k] == "may" and not scan.tokens[k].capital):
        return _with_year(scan, number, lx.MONTHS[scan.w[k]], k + 1)
    if ending:
        hit = day_of_month(scan, number, j)
        if hit:
            hit.strong = False
            hit.kind = "the_nth" if word == "the" else "nth"
        return hit
    return None


def _with_year(scan: Scan, number: int, month: int, j: int) -> Hit | None:
    if year := year_at(scan, j):
        day = safe_date(year[0], month, number)
        return dated(scan, day, year[1]) if day else None
    short = scan.w[j]
    if len(short) == 2 and short.isdecimal() and 20 <= int(short) <= 45 and not scan.w[j + 1].isalnum():
        day = safe_date(2000 + int(short), month, number)
        return dated(scan, day, j + 1) if day else None
    both = coming(scan, month, number)
    return Hit(j, day=both[0], back=both[1]) if both else None


def _month_first(scan: Scan, i: int) -> Hit | None:
    found = day_number(scan, i + 1 + (scan.w[i + 1] == "the"))
    if not found:
        return None
    number, j, ending = found
    if scan.w[j] == ":" or scan.w[j] in ("%", "am", "pm"):
        return None
    if not ending and scan.w[i] in ("may", "march", "mar") and not scan.tokens[i].capital:
        return None
    return _with_year(scan, number, lx.MONTHS[scan.w[i]], j)


def _span(scan: Scan, first: int, last: int, j: int) -> Hit | None:
    if scan.w[j] not in lx.MONTHS or not (1 <= first < last <= 31):
        return None
    end = _with_year(scan, last, lx.MONTHS[scan.w[j]], j + 1)
    if not end or not end.day:
        return None
    begin = safe_date(end.day.year, end.day.month, first)
    return Hit(end.end, "range", begin, begin, end.day, past=end.past, back=end.back) if begin else None


def _numbered(scan: Scan, i: int) -> Hit | None:
    """After “tanggal”: 5, 5/12, 5 Januari, 5 bulan depan."""
    if scan.w[i].isdecimal():
        found = day_number(scan, i)
        if not found:
            return None
        number, j, _ = found
        k = j + (scan.w[j] == "bulan" and scan.w[j + 1] in lx.MONTHS)
        if scan.w[k] in lx.MONTHS:
            return _with_year(scan, number, lx.MONTHS[scan.w[k]], k + 1)
        if scan.w[j] == "bulan" and scan.w[j + 1] in ("depan", "ini", "lalu", "kemarin"):
            shift = {"depan": 1, "ini": 0}.get(scan.w[j + 1], -1)
            first = add(scan.today.replace(day=1), months=shift)
            day = safe_date(first.year, first.month, number)
            return dated(scan, day, j + 2) if day else None
        return day_of_month(scan, number, j)
    hit = numeric(scan, i)
    if hit:
        hit.strong, hit.kind = True, "day"
        return hit
    if match := _RANGE.match(scan.w[i]):
        return _span(scan, int(match[1]), int(match[2]), i + 1)
    return None


def day_of_month(scan: Scan, number: int, end: int) -> Hit | None:
    """The next such day of a month; the months that lack it are passed over."""
    first = scan.today.replace(day=1)
    days = [d for m in range(-2, 3) if (d := safe_date(*_ym(add(first, months=m)), number))]
    ahead = next((d for d in days if d >= scan.today), None)
    behind = next((d for d in reversed(days) if d <= scan.today), None)
    return Hit(end, "number", ahead, back=behind) if ahead else None


def _ym(day: date) -> tuple[int, int]:
    return day.year, day.month


# --- by distance -----------------------------------------------------------------------------


def relative(scan: Scan, i: int) -> Hit | None:
    """today, besok, lusa, the day after tomorrow, hari ini, kemarin."""
    word, following = scan.w[i], scan.w[i + 1]
    start = i + (word == "the")
    if scan.w[start] == "day" and scan.w[start + 1] == "after" and scan.w[start + 2] == "tomorrow":
        return _from_today(scan, 2, start + 3)
    if scan.w[start] == "day" and scan.w[start + 1] == "before" and scan.w[start + 2] == "yesterday":
        return _from_today(scan, -2, start + 3)
    if word == "hari" and following == "ini":
        return _from_today(scan, 0, i + 2)
    if word == "kemarin" and following in ("lusa", "dulu"):
        return _from_today(scan, -2, i + 2)
    if word == "besok" and following == "lusa":
        return _from_today(scan, 2, i + 2)
    if word == "malam" and following == "ini":
        return _from_today(scan, 0, i + 2, "evening")
    if word in ("pagi", "siang", "sore") and following in ("ini", "tadi", "nanti"):
        return _from_today(scan, 0, i + 2, lx.PARTS[word])
    if (word, following) in (("last", "night"), ("tadi", "malam")):
        return _from_today(scan, -1, i + 2, "evening")
    if word == "semalam" and following not in ("suntuk", "penuh") and scan.w[i - 1] not in _NIGHTS:
        return _from_today(scan, -1, i + 1, "evening")
    if word in ("nanti", "tadi") and following in lx.PARTS:
        hit = _from_today(scan, 0, i + 2 + (scan.w[i + 2] == "ini"), lx.PARTS[following])
        hit.past = word == "tadi"
        return hit
    if word == "this" and following in ("morning", "afternoon", "evening"):
        return _from_today(scan, 0, i + 2, lx.PARTS[following])
    if word in ("tonight", "tonite"):
        return _from_today(scan, 0, i + 1, "evening")
    days = lx.RELATIVE_DAYS.get(word)
    if days is None or (following == "-" and scan.w[i + 2] == word):
        return None
    j = i + 1
    if following == "ini" and word == "besok":
        j += 1
    return _from_today(scan, days, j)


_NIGHTS = lx.words("menginap nginap inap hanya cuma selama satu")  # “menginap semalam” is one night


def _from_today(scan: Scan, days: int, end: int, part: str | None = None) -> Hit:
    day = scan.today + timedelta(days=days)
    return Hit(end, "relative", day, past=days < 0, back=day if days <= 0 else None, part=part)


def quantity(scan: Scan, i: int) -> tuple[Shift, int, int] | None:
    """A length of time at token i: (days and months, minutes, next token)."""
    word = scan.w[i]
    if word in lx.SE_UNITS:
        days, months, minutes = lx.SE_UNITS[word]
        return Shift(days, months), minutes, i + 1
    if word in ("half", "setengah") and scan.w[i + 1] in ("an", "jam", "hour"):
        return Shift(), 30, i + 2 + (scan.w[i + 1] == "an")
    found = (1, i + 1) if word == "another" else scan.number(i)
    if not found:
        return None
    count, j = found
    if word == "a" and scan.w[j] == "few":
        return None
    working = scan.w[j] in ("working", "business", "work")
    j += working
    unit = lx.UNITS.get(scan.w[j])
    if unit is None or (scan.w[j] in lx.SHORT_UNITS and not scan.glued(j)):
        return None
    if scan.w[j] == "h" and scan.w[j + 1].isdecimal() and scan.glued(j + 1):
        return None  # 17h00 is a clock time
    j += 1
    if scan.w[j] == "kerja" and unit[0] == 1:
        working, j = True, j + 1
    j += scan.w[j] == "'"
    return Shift(unit[0] * count, unit[1] * count, working), unit[2] * count, j


def distance(scan: Scan, i: int) -> Hit | None:
    """in 3 days, 2 minggu lagi, dalam dua minggu, +3d, within a month, 3 hari yang lalu; a bare length
    is weak."""
    word = scan.w[i]
    leading = word in ("in", "within", "dalam", "+") and not (
        word == "+" and i and scan.w[i - 1] in ("h", "d", "t")
    )
    start = i + leading
    start += leading and scan.w[start] in ("waktu", "the", "about", "around", "sekitar")
    start += leading and scan.w[start] in ("next", "coming")
    found = quantity(scan, start)
    if not found:
        return None
    shift, minutes, j = found
    if scan.w[j] == "ini" and not leading:
        return None  # “galeri 3 minggu ini”
    if scan.w[j] in ("ago", "lalu", "silam", "kemarin") or (
        scan.w[j] in ("yang", "yg") and scan.w[j + 1] in ("lalu", "silam")
    ):
        day = shifted(scan.today, shift.times(-1))
        return Hit(j + 1 + (scan.w[j] in ("yang", "yg")), "ago", day, past=True, back=day)
    end, trailing = _ahead(scan, j)
    if scan.w[end] in lx.BEFORE or (scan.w[end] in lx.AFTER and not trailing):
        return None
    hit = _counted(scan, shift, minutes, end)
    hit.strong = trailing or (leading and scan.w[j] not in ("of", "terakhir"))
    if not hit.strong and hit.kind == "distance":
        hit.kind = "length"
    if leading and word in ("in", "dalam") and scan.w[end] in ("terakhir", "last"):
        return None
    return hit


def _ahead(scan: Scan, j: int) -> tuple[int, bool]:
    """Skip “lagi”, “from now”, “ke depan”: (next token, whether there was one)."""
    if scan.w[j] in ("lagi", "mendatang", "kedepan", "time"):
        return j + 1, scan.w[j] != "time"
    if scan.w[j] == "s" and scan.w[j + 1] == "time":
        return j + 2, False
    if scan.w[j] == "depan":
        return j + 1, True
    if scan.w[j] == "ke" and scan.w[j + 1] == "depan":
        return j + 2, True
    if scan.w[j] in ("from", "dari") and scan.w[j + 1] in ("now", "today", "sekarang"):
        return j + 2, True
    if scan.w[j] == "dari" and scan.w[j + 1] == "hari" and scan.w[j + 2] == "ini":
        return j + 3, True
    return j, False


def _counted(scan: Scan, shift: Shift, minutes: int, end: int) -> Hit:
    if minutes:
        moment = (
            (scan.now + timedelta(minutes=min(minutes, 10**6)))
            .astimezone(scan.tz)
            .replace(second=0, microsecond=0)
        )
        return Hit(end, "minutes", moment.date(), instant=moment)
    day = shifted(scan.today, shift)
    return Hit(end, "distance", day, first=scan.today, last=day, shift=shift)
