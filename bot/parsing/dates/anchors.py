"""Days counted from something: “H-7 pembukaan”, “two weeks before the opening”, “a week after 28 Feb”."""

from __future__ import annotations

from datetime import date

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Hit, Scan, beside, shifted
from bot.parsing.dates.days import day_month, numeric, quantity
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.periods import edge, feast
from bot.parsing.dates.weekdays import weekday
from bot.parsing.intents import Shift

_FILLER = words(
    "the our my a kita kami we it that this dari from to of nya its acara hari in advance their mereka"
)
_EXPIRY = words(
    "expires expire expiry expiring expiration habis berakhir kedaluwarsa kadaluarsa kadaluwarsa ends "
    "end jatuh tempo lapses lapse"
)
_JOIN = words("( on at is , : pada tanggal yang jatuh yaitu yakni i.e")


def says_expiry(scan: Scan, start: int, end: int) -> bool:
    """Whether one of those tokens says that something ends on the day: “jatuh tempo”, “expires”."""
    return not _EXPIRY.isdisjoint(scan.w[start:end])


def anchored(scan: Scan, i: int) -> Hit | None:
    """Any count from an anchor or a date that begins at token i."""
    return _h_minus(scan, i) or _counted_from(scan, i) or _bare(scan, i)


def anchor_name(scan: Scan, i: int) -> tuple[str, int] | None:
    """An anchor's kind (“main” for the program's own day) and the next token."""
    pair = f"{scan.w[i]} {scan.w[i + 1]}"
    if scan.w[i] in ("hari", "d") and scan.w[i + 1] == "-" and scan.w[i + 2] in ("h", "day"):
        return "main", i + 3
    if pair in lx.TWO_WORD_ANCHORS:
        return lx.TWO_WORD_ANCHORS[pair], i + 2
    word = scan.w[i]
    if word in lx.ANCHORS:
        end = i + 1
        end += scan.w[end] in ("day", "night", "date", "ceremony", "nya")
        end += scan.w[end] in lx.MAIN_ANCHOR_WORDS
        return lx.ANCHORS[word], end
    if word in lx.MAIN_ANCHOR_WORDS:
        if scan.w[i + 1] in ("dibuka", "dimulai", "mulai", "opens", "starts", "begins", "nya"):
            return "main", i + 2
        if scan.w[i + 1] in ("ditutup", "selesai", "closes", "ends", "berakhir"):
            return "closing", i + 2
        return "main", i + 1
    return None


def anchor_day(scan: Scan, kind: str) -> tuple[str, date] | None:
    """The anchor of that kind; the program's only day stands for any kind of beginning."""
    anchors = scan.anchors
    wanted = kind.replace("_", " ")
    for name in (kind, wanted):
        if name in anchors:
            return kind, anchors[name]
    beginnings = [n for n in anchors if n in lx.START_ANCHORS]
    if len(beginnings) == 1 and (kind == "main" or kind in lx.START_ANCHORS):
        name = beginnings[0].replace(" ", "_")
        return ("opening" if name == "day_one" else name if kind == "main" else kind), anchors[beginnings[0]]
    if kind == "main" and "opening" in anchors:
        return "opening", anchors["opening"]
    if kind == "main" and len(anchors) == 1:
        return next(iter(anchors.items()))
    return None


def _result(scan: Scan, kind: str, end: int, shift: Shift, sign: int) -> Hit | None:
    found = anchor_day(scan, kind)
    if not found:
        return Hit(end, "unanchored", anchor=kind, strong=True, shift=shift)
    name, day = found
    moved = shifted(day, shift.times(sign))
    return Hit(end, "anchor", moved, past=moved < scan.today, anchor=name, offset=(moved - day).days,
               back=moved if moved < scan.today else None)  # fmt: skip


def _h_minus(scan: Scan, i: int) -> Hit | None:
    """H-7, H+14, D-7, T-7, T minus 7, with the anchor said after, before, or not at all."""
    word = scan.w[i]
    if word not in ("h", "d", "t"):
        return None
    sign_word = scan.w[i + 1]
    signs = {"-": -1, "–": -1, "min": -1, "minus": -1, "+": 1, "plus": 1}
    if sign_word not in signs or (sign_word in "-–+" and not scan.glued(i + 1)):
        return None
    number = scan.w[i + 2]
    if not number.isdecimal() or len(number) > 3:
        return None
    j = i + 3
    unit = lx.UNITS.get(scan.w[j]) if scan.w[j] not in lx.SHORT_UNITS else None
    shift = Shift(int(number))
    if unit and not unit[2]:
        shift, j = Shift(unit[0] * int(number), unit[1] * int(number)), j + 1
    k = j
    while (
        scan.w[k] in _FILLER
        or scan.w[k] in lx.BEFORE
        or scan.w[k] in ("setelah", "sesudah", "after", "(", "sebelum")
    ):
        k += 1
    named = anchor_name(scan, k)
    kind, end = (named[0], named[1]) if named else ("main", j)
    if named and scan.w[j] == "(" and scan.w[end] == ")":
        end += 1
    if not named and i >= 1 and (earlier := _anchor_before(scan, i)):
        kind = earlier
    hit = _result(scan, kind, end, shift, signs[sign_word])
    if hit and not named and kind == "main":
        hit.loose, hit.shift = True, shift.times(signs[sign_word])
        hit.end += scan.w[end] == "nya"
    return hit


def _anchor_before(scan: Scan, i: int) -> str | None:
    for back in (2, 1):
        if i - back >= 0 and (named := anchor_name(scan, i - back)) and named[1] == i:
            return named[0]
    return None


def _counted_from(scan: Scan, i: int) -> Hit | None:
    """N days before/after an anchor, a date or a feast; “the day before the opening”."""
    start = i + (scan.w[i] in ("the", "within", "dalam", "in", "at") and scan.w[i + 1] != "")
    start += scan.w[start : start + 2] == ["least", "at"]
    if scan.w[start] in ("day", "week", "month") and scan.w[start + 1] in lx.BEFORE | {"after"}:
        unit = lx.UNITS[scan.w[start]]
        found = Shift(unit[0], unit[1]), 0, start + 1
    elif (scan.w[start] in ("malam", "night") and scan.w[start + 1] in ("sebelum", "before")) or (
        scan.w[start] == "eve" and scan.w[start + 1] == "of"
    ):
        found = Shift(1), 0, start + 1
    else:
        quantified = quantity(scan, start)
        if not quantified or quantified[1]:
            return None
        found = quantified
    shift, _, j = found
    j += scan.w[j] in ("in",)
    word = scan.w[j]
    if word == "advance" or (word == "prior" and scan.w[j + 1] != "to"):
        return None
    if word in lx.BEFORE or scan.w[j - 1] == "eve":
        sign = -1
    elif (
        (word in lx.AFTER and word != "sejak")
        or (word in ("from", "dari") and scan.w[j + 1] not in ("now", "today", "sekarang", "hari"))
        or (word == "on" and scan.w[j + 1] in lx.WEEKDAYS)
    ):
        sign = 1
    else:
        return None
    return count_target(scan, j, shift, sign)


def count_target(scan: Scan, j: int, shift: Shift, sign: int) -> Hit | None:
    """What a count is from: an anchor, an expiry, a date after either, or a date alone; else it dangles."""
    word = scan.w[j]
    k = j + 1
    while scan.w[k] in _FILLER and not anchor_name(scan, k):
        k += 1
    named = anchor_name(scan, k) or _arrival(scan, k)
    end = named[1] if named else k
    expiry = scan.w[end] in _EXPIRY
    m = end
    while scan.w[m] in _JOIN or scan.w[m] in _EXPIRY or scan.w[m] in _FILLER:
        m += 1
    target = some_day(scan, m) or (None if named else _day_behind(scan, m))
    if target and target.day and (not named or m >= end):
        base = target.day
        moved = shifted(base, shift.times(sign))
        stop = target.end + (scan.w[target.end] == ")" and "(" in scan.w[j:m])
        gone = moved < scan.today
        return Hit(
            stop, "anchor", moved, past=gone, back=moved if gone else None, base=base if expiry else None
        )
    if named:
        return _result(scan, named[0], named[1], shift, sign)
    if word in ("from", "dari", "on", "ahead", "following", "prior"):
        return None
    if any(scan.w[at] in lx.PERIODS for at in (k, k + 1)) and not expiry:
        return None  # “a week before the end of the year” hangs on no other day
    dangling_end = m if expiry else j + 1 + (scan.w[j + 1] in ("that", "it", "itu", "nya"))
    return Hit(dangling_end, "dangling", shift=shift.times(sign))


def _day_behind(scan: Scan, m: int) -> Hit | None:
    """“sebelum mereka terbang tgl 20 Jan”: the day that dates what is counted from."""
    for at in range(m, m + 7):
        if at > m and scan.w[at - 1] in ("on", "pada", "tanggal", "faktur", "invoice"):
            hit = some_day(scan, at - (scan.w[at - 1] == "tanggal"))
            if hit:
                return hit
        relative = scan.w[at] == "," and scan.w[at + 1] in ("which", "that", "yang")
        if not (scan.w[at].isalpha() or relative):
            return None
    return None


def _arrival(scan: Scan, k: int) -> tuple[str, int] | None:
    """“before the artists arrive”: the anchor's verb after its subject."""
    for at in range(k + 1, k + 3):
        if scan.w[at] in _VERBS:
            return lx.ANCHORS[scan.w[at]], at + 1
    return None


_VERBS = words("arrive arrives depart departs opens closes tiba datang berangkat pulang dibuka ditutup")


def some_day(scan: Scan, i: int) -> Hit | None:
    hit = numeric(scan, i) or day_month(scan, i) or weekday(scan, i) or edge(scan, i) or feast(scan, i)
    return hit if hit and hit.kind not in ("numbers", "early") else None


def _bare(scan: Scan, i: int) -> Hit | None:
    """“before the opening”, “sebelum pembukaan”, “by opening day”, “pas hari-H”."""
    word = scan.w[i]
    j = i + 1
    if word in ("before", "sebelum", "menjelang", "jelang"):
        sign = -1
    elif word == "ahead" and scan.w[j] == "of":
        sign, j = -1, j + 1
    elif word in ("by", "saat", "pas", "pada", "on") or (word == "at" and scan.w[j] in ("the", "opening")):
        sign = 0
    elif (
        word in ("hari", "opening", "pembukaan")
        and (named := anchor_name(scan, i))
        and (named[0] == "main" or scan.w[named[1] - 1] in ("day", "night"))
    ):
        hit = _result(scan, named[0], named[1], Shift(), 1)
        if hit:
            hit.strong = False
        return hit
    else:
        return None
    while scan.w[j] in _FILLER and scan.w[j] != "hari":
        j += 1
    named = anchor_name(scan, j)
    if not named or (named[0] == "main" and scan.w[j] in lx.MAIN_ANCHOR_WORDS and sign == 0):
        return None
    if some_day(scan, named[1] + (scan.w[named[1]] in ("on", "pada", "tanggal"))):
        return None  # “before we close on 28 Feb”: the date itself says it
    return _result(scan, named[0], named[1], Shift(1 if sign else 0), sign or 1)


def shift_only(scan: Scan, i: int) -> tuple[Shift, int] | None:
    """A plain length such as “by one week”, “seminggu”, “3 hari”: for postponing."""
    found = quantity(scan, i)
    if not found or found[1]:
        return None
    return found[0], found[2]


def resolve_dangling(hit: Hit, base: date, today: date) -> None:
    """Give “3 months before”, “the Friday before that” the day it was counted from."""
    if hit.shift:
        named = hit.weekday is not None
        hit.day = beside(base, hit.weekday or 0, hit.shift.days) if named else shifted(base, hit.shift)
        hit.past = hit.day < today
        hit.kind = "anchor"
