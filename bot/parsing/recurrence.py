"""How often: “setiap Senin”, “every 2 weeks”, “tiap tanggal 5”, “every last Friday of the month” as
RFC 5545 rules."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from dateutil.rrule import rrulestr

from bot.parsing.dates import lexicon as lx
from bot.parsing.dates.base import Scan
from bot.parsing.dates.clock import clock
from bot.parsing.dates.find import moment, scan_of
from bot.parsing.dates.lexicon import words
from bot.parsing.intents import Reading, When
from bot.parsing.slack_text import MAX_LENGTH, straight

_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_EVERY = words("every each setiap tiap saban")
_ADVERBS = {
    "daily": "FREQ=DAILY", "weekly": "FREQ=WEEKLY", "biweekly": "FREQ=WEEKLY;INTERVAL=2",
    "fortnightly": "FREQ=WEEKLY;INTERVAL=2", "monthly": "FREQ=MONTHLY",
    "quarterly": "FREQ=MONTHLY;INTERVAL=3",
    "yearly": "FREQ=YEARLY", "annually": "FREQ=YEARLY", "harian": "FREQ=DAILY", "mingguan": "FREQ=WEEKLY",
    "bulanan": "FREQ=MONTHLY", "tahunan": "FREQ=YEARLY",
}  # fmt: skip
_FREQ = {
    "day": "DAILY", "days": "DAILY", "hari": "DAILY", "week": "WEEKLY", "weeks": "WEEKLY", "minggu": "WEEKLY",
    "pekan": "WEEKLY", "fortnight": "WEEKLY;INTERVAL=2", "month": "MONTHLY", "months": "MONTHLY",
    "bulan": "MONTHLY",
    "year": "YEARLY", "years": "YEARLY", "tahun": "YEARLY", "quarter": "MONTHLY;INTERVAL=3",
    "triwulan": "MONTHLY;INTERVAL=3", "kuartal": "MONTHLY;INTERVAL=3",
}  # fmt: skip
_SIGNS = (
    _EVERY
    | _ADVERBS.keys()
    | lx.words("each sekali once alternate mondays tuesdays wednesdays thursdays fridays saturdays sundays")
)
_WORKDAYS = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR"


@dataclass(frozen=True)
class Recurrence:
    """A rule with the characters that said it, and its first day."""

    start: int
    end: int
    rule: str
    first: When


def find_recurrence(text: str, reading: Reading) -> Recurrence | None:
    """The first “how often” of the text, or None."""
    return recurrence_in(scan_of(straight(text[:MAX_LENGTH]), reading))


def recurrence_in(scan: Scan) -> Recurrence | None:
    """The first “how often” of a text already tokenized, or None."""
    if _SIGNS.isdisjoint(scan.w):
        return None
    for i in range(len(scan.tokens)):
        found = _at(scan, i)
        if found:
            return _recurrence(scan, i, *found)
    return None


def recurrence_prefix(text: str, reading: Reading) -> Recurrence | None:
    """The rule the text begins with: also in short form (“Monday”, “2 weeks”), as after `*`."""
    scan = scan_of(straight(text[:MAX_LENGTH]), reading)
    found = _at(scan, 0) or _rule(scan, 0)
    return _recurrence(scan, 0, *found) if found else None


def _recurrence(scan: Scan, i: int, rule: str, end: int) -> Recurrence:
    read = clock(scan, end + (scan.w[end] in (",",)))
    at = read.at if read and read.strong else None
    if read and at:
        end = read.end
    elif scan.w[end] in lx.PARTS:
        end += 1
    zone = (read.zone if read else None) or scan.tz
    begin, end = _start(scan, end)
    clock_now = scan.now.astimezone(zone).time() if begin == scan.today else time()
    day = _first(rule, begin, at, clock_now, said=begin != scan.today)
    instant = datetime.combine(day, at, zone) if at else None
    words = " ".join(scan.w[i:end])
    return Recurrence(scan.tokens[i].start, scan.tokens[end - 1].end, rule, When(day, instant, words=words))


_STARTS = words("from starting starts beginning mulai dimulai sejak since dari")


def _start(scan: Scan, end: int) -> tuple[date, int]:
    """The day that a rule begins by what is said behind it (“… from 4 December”), else today."""
    j = end + (scan.w[end] == ",")
    hit = (
        moment(scan, j + 1 + (scan.w[j + 1] in ("on", "dari", "pada", "from")))
        if scan.w[j] in _STARTS
        else None
    )
    day = (hit.first if hit.kind == "month" else hit.day) if hit else None
    return (day, hit.end) if hit and day and day > scan.today else (scan.today, end)


def _first(rule: str, today: date, at: time | None, clock_now: time, *, said: bool) -> date:
    """The first day of a rule from a day on, that day too where it is `said`; a rule without a day begins
    one step from now."""
    begin = datetime.combine(today, time())
    if at is not None and at <= clock_now:
        begin += timedelta(days=1)
    today_counts = said or at is not None or "BYMONTHDAY" in rule  # a bare weekday is its next occurrence
    following = rrulestr(rule, dtstart=begin).after(begin, inc=today_counts)
    return following.date() if following else today


def _at(scan: Scan, i: int) -> tuple[str, int] | None:
    """A rule that says it is one, at token i: its text and the next token."""
    word = scan.w[i]
    if word in _EVERY:
        i += scan.w[i + 1 : i + 3] == ["and", "every"] and 2
        return _rule(scan, i + 1 + (scan.w[i + 1] == "-") * 2 + (scan.w[i + 1] == "single"))
    if word == "alternate" and (days := _weekdays(scan, i + 1)):
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days[0]}", days[1]
    if word in ("daily", "weekly", "biweekly", "fortnightly", "monthly", "quarterly", "yearly", "annually"):
        rule, end = _adverb(scan, i)
        before, after = scan.w[i - 1] if i else "", scan.w[end]
        plain = (not after.isalpha() or _start(scan, end)[1] > end) and before not in ("the", "our", "a")
        return (rule, end) if plain or end > i + 1 else None
    if word in ("mingguan", "bulanan", "harian", "tahunan"):
        rule, end = _adverb(scan, i)  # alone it describes a thing: “laporan mingguan”
        return (rule, end) if end > i + 1 else None
    if word in lx.WEEKDAYS and scan.tokens[i].w.endswith("days") and scan.w[i - 1] in ("on",):
        return f"FREQ=WEEKLY;BYDAY={_DAYS[lx.WEEKDAYS[word]]}", i + 1
    if word in lx.ORDINALS and scan.w[i + 1] in lx.WEEKDAYS and scan.w[i + 3] in ("each", "every"):
        return _monthly(scan, i)
    if scan.w[i + 1] == "of" and scan.w[i + 2] in ("every", "each") and scan.w[i + 3] == "month":
        day = {"end": -1, "start": 1, "beginning": 1, "middle": 15}.get(word)
        if day:
            return f"FREQ=MONTHLY;BYMONTHDAY={day}", i + 4
    if word in ("seminggu", "sebulan") and scan.w[i + 1] == "sekali":
        return ("FREQ=WEEKLY" if word == "seminggu" else "FREQ=MONTHLY"), i + 2
    number = scan.number(i) if word.isdecimal() or word in ("dua", "tiga") else None
    if number and scan.w[number[1]] in _FREQ and scan.w[number[1] + 1] == "sekali":
        rule, end = f"FREQ={_FREQ[scan.w[number[1]]]};INTERVAL={number[0]}", number[1] + 2
        days = (
            _weekdays(scan, end + (scan.w[end] in _EVERY | {"di", "on", ","})) if "WEEKLY" in rule else None
        )
        return (f"{rule};BYDAY={days[0]}", days[1]) if days else (rule, end)
    if word == "once" and scan.w[i + 1] == "a" and scan.w[i + 2] in _FREQ:
        return f"FREQ={_FREQ[scan.w[i + 2]]}", i + 3
    return None


def _rule(scan: Scan, i: int) -> tuple[str, int] | None:
    """What follows “every”."""
    word, following = scan.w[i], scan.w[i + 1]
    if word in ("other", "second", "kedua") and following in _FREQ:
        return f"FREQ={_FREQ[following].split(';')[0]};INTERVAL=2", i + 2
    if word == "other" and (days := _weekdays(scan, i + 1)):
        return f"FREQ=WEEKLY;INTERVAL=2;BYDAY={days[0]}", days[1]
    if (word in ("weekday", "weekdays", "workday") and (end := i + 1)) or (
        (word, following) in (("hari", "kerja"), ("working", "day"), ("business", "day")) and (end := i + 2)
    ):
        return _WORKDAYS, end
    if word in _ADVERBS:
        return _adverb(scan, i)
    if monthly := _monthly(scan, i):
        return monthly
    if days := _weekdays(scan, i):
        return _weekly(scan, *days)
    number = scan.number(i)
    if number and scan.w[number[1]] in _FREQ and 0 < number[0] < 1000:
        return _stepped(scan, number[0], number[1])
    if word in _FREQ:
        return _stepped(scan, 1, i)
    return None


def _adverb(scan: Scan, i: int) -> tuple[str, int]:
    """“weekly on Monday”, “mingguan Senin”, “monthly on the 5th”, “bulanan tanggal 5”, “daily”."""
    rule, end = _ADVERBS[scan.w[i]], i + 1
    j = end
    while scan.w[j] in ("on", "every", "each", "setiap", "tiap", "pada", ",", "di"):
        j += 1
    if rule.startswith("FREQ=WEEKLY") and (days := _weekdays(scan, j)):
        return f"{rule};BYDAY={days[0]}", days[1]
    if rule == "FREQ=MONTHLY" and (monthly := _monthly(scan, j)):
        return monthly
    return rule, end


def _stepped(scan: Scan, step: int, j: int) -> tuple[str, int]:
    freq = _FREQ[scan.w[j]]
    rule = f"FREQ={freq}" + (f";INTERVAL={step}" if step > 1 and "INTERVAL" not in freq else "")
    end = j + 1 + (scan.w[j + 1] == "sekali")
    k = (
        end
        + (scan.w[end] in ("on", "hari", "pada", ","))
        + (scan.w[end + 1] in ("hari", "the") and scan.w[end] in ("on", "pada", ","))
    )
    if freq == "WEEKLY" and k > end and (days := _weekdays(scan, k)):
        return f"{rule};BYDAY={days[0]}", days[1]
    if freq == "MONTHLY":
        k += scan.w[k] == "tanggal"
        if k > end and scan.w[k].isdecimal() and 1 <= int(scan.w[k][:3]) <= 31:
            return f"{rule};BYMONTHDAY={int(scan.w[k])}", k + 1 + (scan.w[k + 1] in lx.DAY_SUFFIX)
    return rule, end


def _weekly(scan: Scan, days: str, end: int) -> tuple[str, int]:
    """“Jumat terakhir tiap bulan” is caught earlier; here plain weekdays, with an optional step after
    them."""
    number = scan.number(end)
    if number and scan.w[number[1]] in ("minggu", "weeks") and scan.w[number[1] + 1] == "sekali":
        return f"FREQ=WEEKLY;INTERVAL={number[0]};BYDAY={days}", number[1] + 2
    return f"FREQ=WEEKLY;BYDAY={days}", end


def _weekdays(scan: Scan, i: int) -> tuple[str, int] | None:
    """One or several weekdays: “Monday and Thursday”, “Senin, Rabu dan Jumat”."""
    days: list[int] = []
    j = i
    while True:
        k = j + (scan.w[j] == "hari")
        number = lx.WEEKDAYS.get(scan.w[k])
        if (
            number is None
            and scan.w[k] == "minggu"
            and (k > j or not days)
            and scan.w[k + 1] not in ("sekali",)
            and (k > j or (k < len(scan.tokens) and scan.tokens[k].capital))
        ):
            number = 6
        if number is None:
            break
        days.append(number)
        j = k + 1
        if scan.w[j] in (",", "and", "dan", "&", "/") and (
            scan.w[j + 1] in lx.WEEKDAYS or scan.w[j + 1] in ("hari", "and", "dan")
        ):
            j += 1 + (scan.w[j + 1] in ("and", "dan"))
        else:
            break
    if not days:
        return None
    return ",".join(_DAYS[d] for d in sorted(set(days))), j


def _monthly(scan: Scan, i: int) -> tuple[str, int] | None:
    """tanggal 5; the 5th; last Friday of the month; Jumat terakhir; first Monday; akhir bulan; last day."""
    start = i + (scan.w[i] == "the")
    word, following = scan.w[start], scan.w[start + 1]
    if word == "tanggal" and following.isdecimal() and 1 <= int(following[:3]) <= 31:
        return f"FREQ=MONTHLY;BYMONTHDAY={int(following)}", start + 2 + _month_tail(scan, start + 2)
    if word.isdecimal() and following in lx.DAY_SUFFIX and 1 <= int(word[:3]) <= 31:
        return f"FREQ=MONTHLY;BYMONTHDAY={int(word)}", start + 2 + _month_tail(scan, start + 2)
    if word in ("akhir", "end") and scan.w[start + 1] in ("bulan", "of", "month"):
        end = start + 2 + (scan.w[start + 1] == "of")
        return "FREQ=MONTHLY;BYMONTHDAY=-1", end + (scan.w[end] == "month")
    if word == "first" and (tail := _month_tail(scan, start + 1)):
        return "FREQ=MONTHLY;BYMONTHDAY=1", start + 1 + tail
    if word == "awal" and following == "bulan":
        return "FREQ=MONTHLY;BYMONTHDAY=1", start + 2
    if word in lx.ORDINALS and following in lx.WEEKDAYS:
        end = start + 2
        return f"FREQ=MONTHLY;BYDAY={lx.ORDINALS[word]}{_DAYS[lx.WEEKDAYS[following]]}", end + _month_tail(
            scan, end
        )
    if word in ("last", "first") and following == "day":
        return f"FREQ=MONTHLY;BYMONTHDAY={-1 if word == 'last' else 1}", start + 2 + _month_tail(
            scan, start + 2
        )
    if word in lx.WEEKDAYS and following in lx.ORDINALS:
        end = start + 2
        return f"FREQ=MONTHLY;BYDAY={lx.ORDINALS[following]}{_DAYS[lx.WEEKDAYS[word]]}", end + _month_tail(
            scan, end
        )
    return None


def _month_tail(scan: Scan, j: int) -> int:
    """How many tokens of “of the month”, “of each month”, “setiap bulan” follow."""
    for size in (3, 2, 1):
        tail = scan.w[j : j + size]
        if (
            len(tail) == size
            and tail[-1] in ("month", "bulan", "bulannya")
            and all(
                w
                in (
                    "of",
                    "the",
                    "each",
                    "every",
                    "dalam",
                    "setiap",
                    "tiap",
                    "di",
                    "month",
                    "bulan",
                    "bulannya",
                )
                for w in tail
            )
        ):
            return size
    return 0
