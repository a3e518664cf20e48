"""Clock times: “jam setengah 10”, “pukul 14.00 WIB”, “5pm JST”, “half past 9”, “at 9”."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import time, tzinfo
from zoneinfo import ZoneInfo

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Scan
from bot.parsing.dates.lexicon import words
from bot.parsing.dates.tokens import fold

_HM = re.compile(r"(\d{1,2})[:.](\d{2})(?:[-–](\d{1,2})(?:[:.](\d{2}))?)?$")
_RANGE = re.compile(r"(\d{1,2})[-–](\d{1,2})(?:[:.]\d{2})?$")


@dataclass(slots=True)
class Clock:
    end: int
    at: time
    zone: tzinfo | None = None
    strong: bool = True
    unsure: bool = False  # the zone's letters name two zones
    part: bool = False  # the part of day was said


def clock(scan: Scan, i: int, *, asked: bool = False) -> Clock | None:
    """A clock time at token i; `asked` = a time is expected here, so a bare “14.00” or “9” is one."""
    word = scan.w[i]
    lead = (
        word in ("at", "jam", "pukul", "@")
        or _by_hour(scan, i)
        or (word == "around" and scan.w[i + 1][:1].isdecimal())
    )
    j = i + lead
    j += lead and scan.w[j] in ("about", "around", "sekitar", "jam", "pukul")
    named = _named(scan, j)
    read = named or _digits(
        scan, j, asked=lead or asked, said=word in ("jam", "pukul") or scan.w[i + 1] in ("jam", "pukul")
    )
    if read is None:
        return None
    hour, minute, j, strong, fixed = read
    j, hour, said = _day_part(scan, j, hour) if not fixed else (j, hour, True)
    zone, unsure, k = zone_at(scan, j)
    if zone is None and (strong or lead or said):
        zone, k = _city_beside(scan, j)
    if zone is not None:
        strong = True
    if not (strong or lead or said or asked):
        return None
    if not said and not fixed and 1 <= hour <= 6 and not _leading_zero(scan, i + lead):
        hour += 12
    if hour > 24 or minute > 59:
        return None
    if hour == 24:
        hour, minute = 23, 59
    nights = scan.w[k - 1] == "malam" and not (strong or lead)
    return Clock(k, time(hour, minute), zone, (strong or lead or said) and not nights, unsure, said)


def _by_hour(scan: Scan, i: int) -> bool:
    """“by 5” at the end of what is said."""
    hour, after = scan.w[i + 1], scan.w[i + 2]
    ends = after in ("", ".", ",", "!", "?", "please", "pls", "today", "tomorrow", "ok")
    return (
        scan.w[i] in ("by", "before") and hour.isdecimal() and 0 < len(hour) < 3 and int(hour) < 13 and ends
    )


def _leading_zero(scan: Scan, i: int) -> bool:
    return scan.w[i][:1] == "0"


def _named(scan: Scan, j: int) -> tuple[int, int, int, bool, bool] | None:
    word = scan.w[j]
    if word in ("noon", "midday"):
        return 12, 0, j + 1, True, True
    if word == "midnight" or (word == "tengah" and scan.w[j + 1] == "malam"):
        return 24, 0, j + 1 + (word == "tengah"), True, True
    if word == "half" and scan.w[j + 1] == "past" and (found := scan.number(j + 2)):
        return found[0] % 24, 30, found[1], True, False
    if word == "quarter" and scan.w[j + 1] in ("past", "to") and (found := scan.number(j + 2)):
        return (
            (found[0] - (scan.w[j + 1] == "to")) % 24,
            15 if scan.w[j + 1] == "past" else 45,
            found[1],
            True,
            False,
        )
    if (
        word == "setengah"
        and (found := scan.number(j + 1))
        and 1 <= found[0] <= 12
        and scan.w[found[1]] not in lx.UNITS
    ):
        strong = scan.w[j - 1] in ("jam", "pukul") if j else False
        return (found[0] - 1) or 12, 30, found[1], strong, False
    return None


def _digits(scan: Scan, j: int, *, asked: bool, said: bool) -> tuple[int, int, int, bool, bool] | None:
    """(hour, minute, next token, strong, exact): exact = 24-hour or am/pm, nothing more to decide."""
    word = scan.w[j]
    if match := _HM.match(word):
        hour, minute = int(match[1]), int(match[2])
        k = j + 1
        strong = ":" in word or said
        if (meridiem := _meridiem(scan, k)) is not None:
            return _twelve(hour, meridiem[0]), minute, meridiem[1], True, True
        spoken = asked or scan.w[k] in lx.PARTS or zone_at(scan, k)[0] is not None
        if word.count(".") + word.count(":") > 2 or not (strong or spoken):
            return None
        return hour, minute, k, strong, hour > 12 or hour == 0 or (len(match[1]) == 2 and hour >= 7)
    if match := _RANGE.match(word):
        if (not said and not asked) or int(match[1]) > 24:
            return None
        meridiem = _meridiem(scan, j + 1)
        if meridiem is not None:
            return _twelve(int(match[1]), meridiem[0]), 0, meridiem[1], True, True
        return (int(match[1]), 0, j + 1, said, int(match[1]) > 12) if said else None
    found = scan.number(j) if (said or word.isdecimal() or scan.w[j + 1] == "o'clock") else None
    if not found or found[0] > 24 or (word.isdecimal() and len(word) > 2):
        return None
    return _whole_hour(scan, found[0], found[1], asked=asked, said=said)


def _whole_hour(
    scan: Scan, hour: int, k: int, *, asked: bool, said: bool
) -> tuple[int, int, int, bool, bool] | None:
    if (meridiem := _meridiem(scan, k)) is not None:
        return (_twelve(hour, meridiem[0]), 0, meridiem[1], True, True) if hour <= 12 else None
    if scan.w[k] == "h" and scan.glued(k):
        minute, k = (
            (int(scan.w[k + 1]), k + 2) if scan.w[k + 1].isdecimal() and scan.glued(k + 1) else (0, k + 1)
        )
        return hour, minute, k, True, True
    if scan.w[k] == "o'clock" or (scan.w[k] == "o" and scan.w[k + 1] == "clock"):
        return hour, 0, k + 1 + (scan.w[k] == "o"), True, False
    upto = scan.number(k + 1) if scan.w[k] in ("to", "until", "-", "–", "sampai") else None
    if upto and (later := _meridiem(scan, upto[1])):  # “8 to 10 am”
        return _twelve(hour, later[0]), 0, later[1], True, True
    if said and scan.w[k] in ("lewat", "lebih", "kurang") and (extra := scan.number(k + 1)):
        minute = extra[0] if scan.w[k] != "kurang" else 60 - extra[0]
        end = extra[1] + (scan.w[extra[1]] == "menit")
        return hour - (scan.w[k] == "kurang"), minute % 60, end, True, False
    if said:
        return hour, 0, k, True, hour > 12
    if asked and not _is_count(scan, k) and not (scan.w[k] == "malam" and hour < 6):
        return hour, 0, k, False, hour > 12
    if scan.w[k] in ("pagi", "siang", "sore", "petang") or (scan.w[k] == "malam" and 6 <= hour <= 11):
        return hour, 0, k, False, False  # “5 malam” are nights
    return None


def _is_count(scan: Scan, k: int) -> bool:
    word = scan.w[k]
    if (
        word in lx.UNITS
        or word in lx.MONTHS
        or word in ("%", "/", "-", "persen", "percent", "st", "nd", "rd", "th", "k", "euro", "eur")
    ):
        return True
    fine = lx.PARTS.keys() | lx.ZONES.keys() | lx.CITIES.keys() | lx.RELATIVE_DAYS.keys() | lx.WEEKDAYS.keys()
    return word.isalpha() and word not in fine | {
        "on", "with", "dengan", "dgn", "sama", "di", "in", "and", "dan", "for", "untuk", "waktu", "please",
        "pls", "ya",
        "yah", "tolong", "local", "sharp", "hari", "to", "ke", "via", "the", "this", "next", "our", "their",
        "tepat",
    }  # fmt: skip


def _meridiem(scan: Scan, k: int) -> tuple[bool, int] | None:
    """(is pm, next token) for am, pm, a.m., p.m."""
    word = scan.w[k]
    if word in ("am", "pm", "a.m", "p.m"):
        return word[0] == "p", k + 1
    if word in ("a", "p") and scan.w[k + 1] == "." and scan.w[k + 2] == "m" and scan.glued(k + 1):
        return word == "p", k + 3
    return None


def _twelve(hour: int, pm: bool) -> int:
    if hour > 12:
        return hour
    return hour % 12 + 12 * pm


def _day_part(scan: Scan, j: int, hour: int) -> tuple[int, int, bool]:
    """The hour with the part of day that follows it: “jam 3 sore”, “3 in the afternoon”."""
    k = j
    if scan.w[k] == "in" and scan.w[k + 1] == "the":
        k += 2
    word = scan.w[k]
    if word not in lx.PARTS or (k == j and word in ("morning", "afternoon", "evening", "night")):
        return j, hour, False
    if word in ("morning", "pagi", "subuh"):
        hour = hour % 12
    elif word in ("siang", "midday"):
        hour = hour if hour >= 10 else hour + 12
    elif word in ("afternoon", "sore", "petang"):
        hour = hour + 12 if hour < 12 else hour
    else:
        hour = hour + 12 if 5 <= hour < 12 else (24 if hour == 12 else hour)
    return k + 1, hour, True


def zone_at(scan: Scan, j: int) -> tuple[tzinfo | None, bool, int]:
    """WIB, JST, (WITA), waktu Tokyo, Paris time: (zone, whether the letters are unsure, next token)."""
    k = j + (scan.w[j] == "(")
    closing = scan.w[j] == "("
    word = scan.w[k]
    if word in lx.ZONES and word not in ("pt", "et"):
        return ZoneInfo(lx.ZONES[word]), word in lx.UNSURE_ZONES, k + 1 + (closing and scan.w[k + 1] == ")")
    if (whose := _whose_time(scan, k)) is not None:
        return (whose[0], False, whose[1]) if whose[0] else (None, False, j)
    if word == "waktu":
        name, end = _city(scan, k + 1)
        if name is None and scan.w[k + 1] in lx.ZONES:
            name, end = lx.ZONES[scan.w[k + 1]], k + 2
        return (ZoneInfo(name), False, end) if name else (None, False, j)
    name, end = _city(scan, k)
    if name and scan.w[end] in ("time", "waktu"):
        return ZoneInfo(name), False, end + 1 + (closing and scan.w[end + 1] == ")")
    return None, False, j


_THEIRS = words("sana mereka setempat lokal situ")
_OURS = words("kita kami sini")


def _whose_time(scan: Scan, k: int) -> tuple[tzinfo | None, int] | None:
    """“their time”, “local time there”, “waktu sana”, “our time”: the zone, None where nobody says whose."""
    word, following = scan.w[k], scan.w[k + 1]
    if word == "waktu" and following in _THEIRS | _OURS:
        return (scan.tz if following in _OURS else _away(scan, k)), k + 2
    named = k + (following == "local" and word in ("their", "our"))
    if word not in ("their", "local", "our") or scan.w[named + 1] != "time":
        return None
    return (scan.tz if word == "our" else _away(scan, k)), named + 2 + (scan.w[named + 2] == "there")


def _away(scan: Scan, k: int) -> tzinfo | None:
    """The clock of the place that the sentence, else the program's name, names."""
    places = [*reversed(scan.w[:k]), *(fold(word) for word in scan.program.split())]
    zone = next((lx.CITIES[word] for word in places if word in lx.CITIES), None)
    return ZoneInfo(zone) if zone else None


def _city_beside(scan: Scan, j: int) -> tuple[tzinfo | None, int]:
    """A city right behind an hour, where nothing but a day or the end follows it: “5pm Brussels tomorrow”."""
    name, end = _city(scan, j)
    after = scan.w[end]
    ends = after in ("", ",", ".", "?", "!", ")", "on", "hari", "pada", "tanggal", "tgl", "ya", "please")
    dated = after in lx.RELATIVE_DAYS or after in lx.WEEKDAYS or after.isdecimal() or after in lx.NEXT
    return (ZoneInfo(name), end) if name and (ends or dated) else (None, j)


def _city(scan: Scan, k: int) -> tuple[str | None, int]:
    pair = f"{scan.w[k]} {scan.w[k + 1]}"
    if pair in lx.TWO_WORD_CITIES:
        return lx.TWO_WORD_CITIES[pair], k + 2
    return lx.CITIES.get(scan.w[k]), k + 1
