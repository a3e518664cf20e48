"""Weeks, months, quarters, years, their ends and middles, weeks and weekdays counted inside a month,
feasts."""

from __future__ import annotations

from datetime import date, timedelta

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Hit, Scan, add, coming, monday, month_end, period, period_of, safe_date
from bot.parsing.dates.days import dated, year_at
from bot.parsing.dates.weekdays import attributive

_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def named_period(scan: Scan, i: int) -> Hit | None:
    """next week, minggu ini, bulan depan, this quarter, Q1 2027, January 2027, bulan Januari, KW 48,
    the weekend."""
    start = i + (scan.w[i] == "the")
    word, following = scan.w[start], scan.w[start + 1]
    if word in ("next", "this", "last", "coming", "previous", "current") and following in lx.PERIODS:
        return _english_period(scan, start)
    if word == "following" and following in ("week", "month", "year"):
        return period_of(scan, lx.PERIODS[following], 1, start + 2)
    if word == "week" and following == "after" and scan.w[start + 2] == "next":
        return period_of(scan, "week", 2, start + 3)
    if word == "month" and following == "after" and scan.w[start + 2] == "next":
        return period_of(scan, "month", 2, start + 3)
    if word == "bulan" and following in lx.MONTHS:
        return _month(scan, start + 1, strong=True)
    if word in ("akhir", "weekend") and (hit := _weekend(scan, start)):
        return hit
    if word in ("minggu", "pekan", "bulan", "kuartal", "triwulan", "tahun") and (
        hit := _indonesian_period(scan, start)
    ):
        return hit
    if word in lx.ORDINALS and following == "quarter" and lx.ORDINALS[word] > 0:
        return _quarter_number(scan, lx.ORDINALS[word], start + 2 + (scan.w[start + 2] == "of"))
    if word in ("q", "kw", "v", "week", "wk", "cw") or (word == "minggu" and following == "ke"):
        return _numbered_period(scan, start)
    if word in lx.MONTHS:
        hit = _month(scan, start, strong=False)
        if hit and hit.end == start + 1 and attributive(scan, start):
            hit.kind = "attributive_month"
        return hit
    return None


def _english_period(scan: Scan, i: int) -> Hit | None:
    shift = {"next": 1, "coming": 1, "last": -1, "previous": -1}.get(scan.w[i], 0)
    kind = lx.PERIODS[scan.w[i + 1]]
    if kind == "day":
        return None
    if kind == "week" and scan.w[i] == "coming":
        shift = 1
    if kind == "weekend" and scan.w[i] in ("coming",):
        shift = 0
    hit = period_of(scan, kind, shift, i + 2)
    return _then_day(scan, hit)


def _indonesian_period(scan: Scan, i: int) -> Hit | None:
    word, following = scan.w[i], scan.w[i + 1]
    kind = lx.PERIODS[word]
    if word in ("kuartal", "triwulan") and (hit := _quarter(scan, i + 1)):
        return hit
    j = i + 1
    if following == "yang" and scan.w[i + 2] in ("akan", "lalu", "depan"):
        shift = -1 if scan.w[i + 2] == "lalu" else 1
        j = i + 3 + (scan.w[i + 3] == "datang")
    elif following in ("depan", "mendatang", "berikutnya", "berikut"):
        shift, j = 1, i + 2
        if scan.w[j] == "nya":
            j += 1
    elif following in ("ini", "berjalan"):
        shift, j = 0, i + 2
    elif following in ("lalu", "kemarin", "silam"):
        shift, j = -1, i + 2
    else:
        return None
    return _then_day(scan, period_of(scan, kind, shift, j))


def _then_day(scan: Scan, hit: Hit) -> Hit:
    """“next week Friday”, “minggu depan hari Jumat”, “bulan depan tanggal 5”, “next month on the 5th”."""
    j = hit.end + (scan.w[hit.end] in (",", "on", "hari", "pada"))
    j += scan.w[j] in ("hari", "the")
    if hit.kind == "week" and hit.first:
        number = lx.WEEKDAYS.get(scan.w[j], 6 if scan.w[j] == "minggu" and scan.w[j - 1] == "hari" else None)
        if number is not None and scan.w[j] not in ("sun", "sat", "wed"):
            day = hit.first + timedelta(days=number)
            return Hit(j + 1, "weekday", day, past=day < scan.today, back=day if day < scan.today else None)
    if hit.kind == "month" and hit.first:
        k = j + (scan.w[j] == "tanggal")
        if scan.w[k].isdecimal() and len(scan.w[k]) <= 2 and (k > j or scan.w[k + 1] in lx.DAY_SUFFIX):
            day_ = safe_date(hit.first.year, hit.first.month, int(scan.w[k]))
            if day_:
                return dated(scan, day_, k + 1 + (scan.w[k + 1] in lx.DAY_SUFFIX))
    return hit


def _weekend(scan: Scan, i: int) -> Hit | None:
    word, following = scan.w[i], scan.w[i + 1]
    if word == "weekend":
        j, strong = i + 1, False
    elif word == "akhir" and following == "pekan":
        j, strong = i + 2, True
    else:
        return None
    shift = 0
    if scan.w[j] in ("ini", "depan", "lalu", "kemarin"):
        shift = {"ini": 0, "depan": 1}.get(scan.w[j], -1)
        j, strong = j + 1, True
    hit = period_of(scan, "weekend", shift, j)
    hit.strong = strong
    return hit


def _quarter(scan: Scan, i: int) -> Hit | None:
    """A quarter by its number at token i, with an optional year."""
    i += scan.w[i] in ("ke", "-")
    i += scan.w[i] == "-"
    word = scan.w[i]
    number = int(word) if word in ("1", "2", "3", "4") else lx.ORDINALS.get(word, _ROMAN.get(word, 0))
    return _quarter_number(scan, number, i + 1)


def _quarter_number(scan: Scan, number: int, i: int) -> Hit | None:
    """That quarter, of the year that may follow at token i."""
    if not 1 <= number <= 4:
        return None
    year = year_at(scan, i)
    first = date(year[0] if year else scan.today.year, number * 3 - 2, 1)
    if not year and month_end(add(first, months=2)) < scan.today:
        first = add(first, months=12)
    last = month_end(add(first, months=2))
    hit = period("quarter", first, last, year[1] if year else i)
    hit.past = last < scan.today
    return hit


def _numbered_period(scan: Scan, i: int) -> Hit | None:
    word = scan.w[i]
    if word == "q":
        return _quarter(scan, i + 1) if scan.glued(i + 1) else None
    j = i + 1
    if word == "minggu":
        j += 1 + (scan.w[j + 1] == "-")
    if word == "v":
        j += scan.w[j] == "."
        if scan.w[j] and not scan.glued(j):
            return None
    if not scan.w[j].isdecimal() or not 1 <= int(scan.w[j][:4]) <= 53 or scan.w[j + 1] in ("of", "dari"):
        return None
    year = year_at(scan, j + 1)
    try:
        first = date.fromisocalendar(year[0] if year else scan.today.isocalendar()[0], int(scan.w[j]), 1)
        if not year and first + timedelta(days=6) < scan.today:
            first = date.fromisocalendar(scan.today.isocalendar()[0] + 1, int(scan.w[j]), 1)
    except ValueError:
        return None
    hit = period("week", first, first + timedelta(days=6), year[1] if year else j + 1)
    hit.strong = word in ("kw", "cw") or int(scan.w[j]) > 12
    hit.past = bool(hit.last and hit.last < scan.today)
    return hit


def _month(scan: Scan, i: int, *, strong: bool) -> Hit | None:
    month = lx.MONTHS[scan.w[i]]
    year = year_at(scan, i + 1)
    if year:
        first = date(year[0], month, 1)
        hit = period("month", first, month_end(first), year[1])
        hit.past = bool(hit.last and hit.last < scan.today)
        return hit
    if not scan.tokens[i].capital and scan.w[i] in (
        "may",
        "march",
        "mar",
        "sep",
        "dec",
        "jan",
        "jun",
        "jul",
        "des",
        "mei",
    ):
        return None if scan.w[i] in ("may", "march", "mar") else _this_month(scan, month, i, strong)
    return _this_month(scan, month, i, strong)


def _this_month(scan: Scan, month: int, i: int, strong: bool) -> Hit:
    first = date(scan.today.year, month, 1)
    end = i + 1
    if scan.w[end] in ("ini", "depan", "mendatang"):
        end += 1
        strong = True
    ahead = first if month_end(first) >= scan.today else add(first, months=12)
    hit = period("month", ahead, month_end(ahead), end)
    hit.strong = strong
    hit.back = add(ahead, months=-12)
    return hit


# --- edges: end, middle, early ------------------------------------------------------------------


def edge(scan: Scan, i: int) -> Hit | None:
    """end of month, akhir Januari, EOW, mid December, pertengahan bulan, early next week, EOD Friday."""
    start = i + (scan.w[i] == "the")
    word, following = scan.w[start], scan.w[start + 1]
    if word in lx.END_WORDS:
        return _end_of(scan, period_of(scan, lx.END_WORDS[word], 0, start + 1))
    if word in ("month", "year", "quarter", "week") and (
        following == "end" or (following == "-" and scan.w[start + 2] == "end")
    ):
        return _end_of(scan, period_of(scan, lx.PERIODS[word], 0, start + 2 + (following == "-")))
    if word not in lx.END | lx.MID | lx.EARLY | {"late"}:
        return None
    j = start + 1 + (following == "-")
    j += scan.w[j] in ("of", "in", "dari", "nya")
    j += scan.w[j] in ("the", "this") and scan.w[j + 1] in lx.PERIODS
    inner = inner_period(scan, j)
    if not inner or not inner.first or not inner.last:
        return None
    if word in lx.END:
        return _end_of(scan, inner)
    if word in lx.MID:
        return _middle(scan, inner)
    return _early(scan, inner, late=word == "late")


def inner_period(scan: Scan, j: int) -> Hit | None:
    word = scan.w[j]
    if word in lx.MONTHS:
        return _month(scan, j, strong=True)
    hit = named_period(scan, j)
    if hit and hit.kind in ("week", "month", "quarter", "year"):
        return hit
    if word in ("week", "minggu", "month", "bulan", "quarter", "kuartal", "triwulan", "year", "tahun"):
        if word in ("year", "tahun") and (year := year_at(scan, j + 1)):
            return period("year", date(year[0], 1, 1), date(year[0], 12, 31), year[1])
        return period_of(scan, lx.PERIODS[word], 0, j + 1)
    if (year := year_at(scan, j)) and scan.w[j].isdecimal():
        return period("year", date(year[0], 1, 1), date(year[0], 12, 31), year[1])
    return None


def _end_of(scan: Scan, hit: Hit) -> Hit:
    hit.kind = "edge"
    hit.past = bool(hit.day and hit.day < scan.today)
    return hit


def _middle(scan: Scan, inner: Hit) -> Hit | None:
    first = inner.first
    assert first is not None
    if inner.kind == "month":
        day = first.replace(day=15)
        if (
            day < scan.today
            and first == scan.today.replace(day=1)
            and scan.w[inner.end - 1] in ("bulan", "month")
        ):
            day = add(day, months=1)
    elif inner.kind == "week":
        day = first + timedelta(days=2)
    elif inner.kind == "quarter":
        day = add(first, months=1).replace(day=15)
    else:
        day = first.replace(month=6, day=30)
    return Hit(inner.end, "edge", day, past=day < scan.today, back=day if day < scan.today else None)


def _early(scan: Scan, inner: Hit, *, late: bool) -> Hit:
    """A range, not a deadline: the first (or last) third of the period."""
    first, last = inner.first, inner.last
    assert first is not None
    assert last is not None
    if (
        inner.kind == "month"
        and scan.w[inner.end - 1] in ("bulan", "month")
        and add(first, days=9) < scan.today
        and not late
    ):
        first = add(first, months=1)
        last = month_end(first)
    third = max(1, (last - first).days // 3)
    begin, end = (last - timedelta(days=third), last) if late else (first, first + timedelta(days=third - 1))
    return Hit(inner.end, "early", begin, begin, end, strong=True, past=end < scan.today)


# --- counted inside a month ----------------------------------------------------------------------


def counted(scan: Scan, i: int) -> Hit | None:
    """first Monday of February, last Friday of the month, minggu kedua Januari, Senin pertama bulan depan."""
    start = i + (scan.w[i] == "the")
    if scan.w[start : start + 3] == ["hari", "kerja", "terakhir"]:
        what, ordinal, j = "working", -1, start + 3
    elif scan.w[start] in lx.ORDINALS:
        ordinal, j = lx.ORDINALS[scan.w[start]], start + 1
        what = scan.w[j]
        if what in ("working", "business") and scan.w[j + 1] == "day":
            what, j = "working", j + 1
        j += 1
    elif scan.w[start + 1] in lx.ORDINALS and scan.w[start] not in ("the",):
        what, ordinal, j = scan.w[start], lx.ORDINALS[scan.w[start + 1]], start + 2
    elif (
        scan.w[start] in ("minggu", "pekan")
        and scan.w[start + 1] == "ke"
        and scan.w[start + 2] == "-"
        and scan.w[start + 3] in "12345"
    ):
        what, ordinal, j = "week", int(scan.w[start + 3]), start + 4
    else:
        return None
    if what not in lx.WEEKDAYS and what not in ("week", "minggu", "pekan", "day", "hari", "working"):
        return None
    j += scan.w[j] in ("of", "in", "di", "dari", "bulan") and scan.w[j + 1] not in lx.NEXT | {"ini"}
    j += scan.w[j] in ("the", "this") and scan.w[j + 1] in lx.PERIODS
    inner = inner_period(scan, j)
    if not inner or inner.kind not in ("month", "quarter", "year") or not inner.first or not inner.last:
        return None
    return _pick(scan, what, ordinal, inner)


def _pick(scan: Scan, what: str, ordinal: int, inner: Hit) -> Hit | None:
    assert inner.first is not None
    assert inner.last is not None
    if what in ("day", "hari", "working"):
        day = inner.first + timedelta(days=ordinal - 1) if ordinal > 0 else inner.last
        while what == "working" and day.weekday() > 4:
            day += timedelta(days=1 if ordinal > 0 else -1)
        return dated(scan, day, inner.end)
    number = lx.WEEKDAYS.get(what, 4)
    if ordinal > 0:
        day = inner.first + timedelta(days=(number - inner.first.weekday()) % 7 + 7 * (ordinal - 1))
    else:
        day = inner.last - timedelta(days=(inner.last.weekday() - number) % 7)
    if not inner.first <= day <= inner.last:
        return None
    hit = dated(scan, day, inner.end)
    if what not in lx.WEEKDAYS:
        hit.kind, hit.first, hit.last = "week", monday(day), monday(day) + timedelta(days=6)
    return hit


def feast(scan: Scan, i: int) -> Hit | None:
    """Natal, Christmas, tahun baru, Lebaran: the coming one."""
    pair = f"{scan.w[i]} {scan.w[i + 1]}"
    if pair in lx.TWO_WORD_FEASTS:
        month, number = lx.TWO_WORD_FEASTS[pair]
        end = i + 2 + (scan.w[i + 2] == "s" and scan.w[i + 1] == "year")
        if scan.w[end] == "eve":
            month, number, end = 12, 31, end + 1
    elif scan.w[i] in lx.FEASTS:
        (month, number), end = lx.FEASTS[scan.w[i]], i + 1
    elif scan.w[i] in lx.MOVING_FEASTS:
        days = lx.MOVING_FEASTS[scan.w[i]]
        ahead = next((d for d in days if d >= scan.today), None)
        return Hit(i + 1, "feast", ahead, strong=False) if ahead else None
    else:
        return None
    both = coming(scan, month, number)
    return Hit(end, "feast", both[0], back=both[1], strong=False) if both else None
