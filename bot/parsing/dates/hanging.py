"""Days that hang on another: “the Friday before that”, “two days earlier”, “net 30 from 1 December”, “before
the year is out”, “between the 1st and the 15th of December”."""

from __future__ import annotations

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.anchors import count_target, some_day
from bot.parsing.dates.base import Hit, Scan, beside
from bot.parsing.dates.days import day_month, day_number, quantity
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.periods import inner_period
from bot.parsing.intents import Shift

_THAT = words("that it then itu nya tersebut")
_OUT = words("turns ends closes out over finishes berakhir habis usai selesai berganti tutup")
_PASSING = words("is runs comes akan ini nya mau")
_EARLIER = words("earlier beforehand sebelumnya")
_LATER = words("later sesudahnya setelahnya kemudian afterwards thereafter")
_UPTO = words("and dan to sampai hingga until till s/d - –")
MOVED_BY = words("earlier later awal cepat lambat")  # a length where there is no other day to count from
_PRECEDING = words("preceding before sebelum sebelumnya prior")
_FOLLOWING = words("after following setelah sesudah setelahnya sesudahnya")


def hanging(scan: Scan, i: int) -> Hit | None:
    """Any day at token i that another day of the sentence, or the end of a period, decides."""
    word = scan.w[i]
    if word in ("before", "sebelum"):
        return _period_out(scan, i + 1)
    if word in ("between", "antara", "from", "dari"):
        return _between(scan, i + 1)
    if word == "net":
        return _net(scan, i)
    return _weekday_beside(scan, i) or _counted_from_that(scan, i)


def _period_out(scan: Scan, j: int) -> Hit | None:
    """“before the year is out”, “sebelum triwulan pertama berakhir”, “sebelum ganti tahun”: its last day."""
    turned = scan.w[j] in ("ganti", "pergantian", "tutup")
    j += turned or scan.w[j] == "the"
    inner = inner_period(scan, j)
    if not inner or not inner.day or inner.kind not in lx.PERIODS.values():
        return None
    end = inner.end
    while not turned and scan.w[end] in _PASSING:
        end += 1
    if not turned and scan.w[end] not in _OUT:
        return None
    end += not turned
    if scan.w[end] in ("on", "pada", "tanggal"):
        return None  # “before the fiscal year closes on 15 December”: the date itself says it
    return Hit(end, "edge", inner.day, past=inner.day < scan.today)


def _between(scan: Scan, j: int) -> Hit | None:
    """“between the 1st and the 15th of December”, “dari tanggal 1 sampai 15 Desember”."""
    first = day_number(scan, j + (scan.w[j] in ("the", "tanggal")))
    whole = day_month(scan, j) if first and scan.w[first[1]] in lx.MONTHS else None
    end = whole.end if whole else first[1] if first else 0
    if not first or scan.w[end] not in _UPTO:
        return None
    k = end + 1
    upto = day_month(scan, k + (scan.w[k] == "tanggal"))
    if not upto or upto.kind != "day" or not upto.day:
        return None
    begin = whole.day if whole else upto.day.replace(day=min(first[0], upto.day.day))
    if begin is None or begin > upto.day or (not whole and first[0] >= upto.day.day):
        return None
    return Hit(upto.end, "range", begin, begin, upto.day, past=upto.past, back=upto.back)


def _net(scan: Scan, i: int) -> Hit | None:
    """Terms of payment: “net 30 from 1 December”."""
    number, j = scan.w[i + 1], i + 2
    if not number.isdecimal() or len(number) > 3:
        return None
    j += scan.w[j] in ("days", "day", "hari")
    if scan.w[j] not in ("from", "dari", "since", "sejak", "after", "setelah", "of"):
        return None
    return count_target(scan, j, Shift(int(number)), 1)


def _weekday_beside(scan: Scan, i: int) -> Hit | None:
    """“the Friday before that”, “Senin sesudahnya”, “the Wednesday preceding her flight on 19 February”."""
    start = i + (scan.w[i] in ("the", "hari"))
    number = lx.WEEKDAYS.get(scan.w[start])
    side = scan.w[start + 1]
    sign = -1 if side in _PRECEDING else 1 if side in _FOLLOWING else 0
    if number is None or not sign:
        return None
    found = count_target(scan, start + 1, Shift(), sign)
    if found and found.day and found.kind == "anchor":
        base = found.day
        found.day = beside(base, number, sign)
        found.past = found.day < scan.today
        found.back = found.day if found.past else None
        if found.offset is not None:
            found.offset = (found.day - base).days
        return found
    if side in ("before", "after") and start == i and scan.w[start + 2].isalpha() and not _ends(scan, start):
        return None  # “Friday before lunch” is that Friday
    end = start + 2 + (scan.w[start + 2] in _THAT)
    hangs = scan.w[start + 2] in _THAT or side.endswith("nya") or (start > i and _ends(scan, start))
    return Hit(end, "dangling", shift=Shift(sign), weekday=number) if hangs else None


def _ends(scan: Scan, start: int) -> bool:
    return scan.w[start + 2] in ("", ".", ",", ";", "!", ")") or scan.w[start + 2] in _THAT


def _counted_from_that(scan: Scan, i: int) -> Hit | None:
    """“two days earlier”, “seminggu sesudahnya”; at the beginning of a sentence “five days on, …”."""
    found = quantity(scan, i)
    if not found or found[1]:
        return None
    shift, _, j = found
    opens = scan.begins(i) and scan.w[j] == "on" and scan.w[j + 1] == ","
    lebih = scan.w[j] == "lebih" and scan.w[j + 1] in ("awal", "cepat", "lambat")
    sign = (
        -1 if scan.w[j] in _EARLIER or (lebih and scan.w[j + 1] != "lambat")
        else 1 if scan.w[j] in _LATER or opens or lebih
        else 0
    )  # fmt: skip
    if not sign or some_day(scan, j + 1):
        return None
    return Hit(j + 1 + lebih, "dangling", shift=shift.times(sign))
