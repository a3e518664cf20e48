"""The words of dates, English and Indonesian, as data."""

from __future__ import annotations

from datetime import date


def words(text: str) -> frozenset[str]:
    """The words of a list written as one line."""
    return frozenset(text.split())


WEEKDAYS: dict[str, int] = {}
for _n, _names in enumerate(
    (
        "monday mon mondays senin snn senen",
        "tuesday tue tues tuesdays selasa sls",
        "wednesday wed weds wednesdays rabu rbu",
        "thursday thu thur thurs thursdays kamis kms",
        "friday fri fridays jumat jum'at jmt jumaat",
        "saturday sat saturdays sabtu sbt",
        "sunday sun sundays ahad",
    )
):
    for _w in _names.split():
        WEEKDAYS[_w] = _n
# An English weekday or month before a plain noun says which thing is meant: no date of its own.
ENGLISH_DAYS = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december"
)
AFTER_DATES = words(  # what may follow a date that stands for itself
    """at and or by before after for with to in on from via about because so if when while please pls plz
    morning afternoon evening night noon midday lunchtime is are was were will would can could should must
    might may has have had do does the a an my our your their his her its this that these we i you they he
    she it which who using re regarding then also instead latest eod cob first same week weeks next last
    thanks thx ok okay as but not no unless until till off only sharp exactly early late please anyway too
    onwards onward works work would be since through around again send call
    ya yah yaa kalau kalo dan atau untuk buat utk ke di sama dengan dgn jam pukul pagi siang sore malam aja
    saja dong nih tolong tlg depan ini sebelum setelah karena biar supaya agar gak ga nggak bisa harus nanti
    lah sih deh kak mas mbak pak bu yang yg itu minta mohon paling juga lagi"""
)
THINGS = words(
    "meeting meetings briefing session newsletter agenda minutes market standup slides poster workshop "
    "rehearsal notes checkin checklist schedule"
)
SUNDAY_WEEK = "minggu"  # Sunday, or a week: the grammar decides

# Other words, too (RAB, min): weekdays only before a day of a month.
SHORT_DAYS = {"sen": 0, "sel": 1, "rab": 2, "kam": 3, "jum": 4, "sab": 5, "min": 6}

# Words that are also something else: a date only beside a cue or a number.
WEAK_WEEKDAYS = words("mon tue wed thu sat sun fri tues weds kms sls")

MONTHS: dict[str, int] = {}
for _n, _names in enumerate(
    (
        "january jan januari jn",
        "february feb februari pebruari",
        "march mar maret mrt",
        "april apr",
        "may mei",
        "june jun juni",
        "july jul juli",
        "august aug agustus agt ags agst agu",
        "september sep sept",
        "october oct oktober okt",
        "november nov nopember nop",
        "december dec desember des",
    ),
    1,
):
    for _w in _names.split():
        MONTHS[_w] = _n

# unit → (days, months, minutes)
UNITS: dict[str, tuple[int, int, int]] = {}
for _names, _value in (
    ("day days hari hr d", (1, 0, 0)),
    ("week weeks wk wks minggu pekan w", (7, 0, 0)),
    ("fortnight fortnights", (14, 0, 0)),
    ("month months bulan mo", (0, 1, 0)),
    ("quarter quarters kuartal triwulan", (0, 3, 0)),
    ("semester", (0, 6, 0)),
    ("year years tahun yr yrs", (0, 12, 0)),
    ("hour hours hrs jam h", (0, 0, 60)),
    ("minute minutes min mins menit", (0, 0, 1)),
):
    for _w in _names.split():
        UNITS[_w] = _value
SHORT_UNITS = words("d w h mo min hr m")  # only glued to a number
SE_UNITS = {  # one word for “one unit”
    "sehari": (1, 0, 0), "seharian": (1, 0, 0), "seminggu": (7, 0, 0), "sepekan": (7, 0, 0),
    "sebulan": (0, 1, 0),
    "setahun": (0, 12, 0), "sejam": (0, 0, 60), "semenit": (0, 0, 1),
}  # fmt: skip

NUMBERS: dict[str, int] = {}
for _n, _names in enumerate(
    (
        "a an one satu se",
        "two dua couple",
        "three tiga",
        "four empat",
        "five lima",
        "six enam",
        "seven tujuh",
        "eight delapan",
        "nine sembilan",
        "ten sepuluh",
        "eleven sebelas",
        "twelve",
    ),
    1,
):
    for _w in _names.split():
        NUMBERS[_w] = _n
NUMBERS.update(fourteen=14, fifteen=15, twenty=20, thirty=30, forty=40, sixty=60, ninety=90)
ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "last": -1,
    "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "terakhir": -1, "1st": 1, "2nd": 2,
}  # fmt: skip
DAY_SUFFIX = words("st nd rd th")

# Plain days: word → days from today.
RELATIVE_DAYS = {"today": 0, "besok": 1, "besuk": 1, "esok": 1, "tomorrow": 1, "lusa": 2, "tulat": 3,
                 "kemarin": -1, "kmrn": -1, "kemaren": -1, "yesterday": -1}  # fmt: skip

NEXT = words("next depan mendatang berikutnya berikut following upcoming")
THIS = words("this ini current sekarang coming")
PAST = words("last lalu kemarin kemaren previous silam past")
END = words("end ends akhir penghujung ujung eo")
MID = words("mid middle pertengahan tengah midway")
EARLY = words("early beginning start awal permulaan")
PERIODS = {
    "week": "week", "minggu": "week", "pekan": "week", "month": "month", "bulan": "month",
    "quarter": "quarter",
    "kuartal": "quarter", "triwulan": "quarter", "year": "year", "tahun": "year", "weekend": "weekend",
    "day": "day", "hari": "day",
}  # fmt: skip
END_WORDS = {"eow": "week", "eom": "month", "eoy": "year", "eoq": "quarter"}
END_OF_DAY = words("eod cob eob cop")

# part of day → (name, default hour of CONTRACT §7)
PARTS: dict[str, str] = {}
for _w in ["morning", "pagi", "subuh"]:
    PARTS[_w] = "morning"
for _w in ["siang", "midday", "lunchtime"]:
    PARTS[_w] = "noon"
for _w in ["afternoon", "sore", "petang"]:
    PARTS[_w] = "afternoon"
for _w in ["evening", "night", "malam"]:
    PARTS[_w] = "evening"
PART_HOURS = {"morning": 9, "noon": 13, "afternoon": 16, "evening": 19}

ZONES = {
    "wib": "Asia/Jakarta", "wita": "Asia/Makassar", "wit": "Asia/Jayapura", "jst": "Asia/Tokyo",
    "kst": "Asia/Seoul",
    "sgt": "Asia/Singapore", "myt": "Asia/Kuala_Lumpur", "hkt": "Asia/Hong_Kong", "gst": "Asia/Dubai",
    "cet": "Europe/Paris", "cest": "Europe/Paris", "gmt": "UTC", "utc": "UTC", "bst": "Europe/London",
    "wet": "Europe/Lisbon", "eet": "Europe/Helsinki", "trt": "Europe/Istanbul", "msk": "Europe/Moscow",
    "et": "America/New_York", "est": "America/New_York", "edt": "America/New_York",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles", "pt": "America/Los_Angeles", "cst": "America/Chicago",
    "ist": "Asia/Kolkata",
    "aest": "Australia/Sydney", "aedt": "Australia/Sydney", "awst": "Australia/Perth",
    "nzst": "Pacific/Auckland",
}  # fmt: skip
UNSURE_ZONES = words("ist cst bst gst")  # the same letters name zones hours apart
CITIES = {
    "jakarta": "Asia/Jakarta", "bandung": "Asia/Jakarta", "yogya": "Asia/Jakarta",
    "yogyakarta": "Asia/Jakarta",
    "jogja": "Asia/Jakarta", "surabaya": "Asia/Jakarta", "solo": "Asia/Jakarta", "medan": "Asia/Jakarta",
    "bali": "Asia/Makassar", "denpasar": "Asia/Makassar", "makassar": "Asia/Makassar",
    "lombok": "Asia/Makassar",
    "jayapura": "Asia/Jayapura", "papua": "Asia/Jayapura", "ambon": "Asia/Jayapura", "tokyo": "Asia/Tokyo",
    "kyoto": "Asia/Tokyo", "osaka": "Asia/Tokyo", "japan": "Asia/Tokyo", "jepang": "Asia/Tokyo",
    "seoul": "Asia/Seoul", "busan": "Asia/Seoul", "gwangju": "Asia/Seoul", "korea": "Asia/Seoul",
    "singapore": "Asia/Singapore", "singapura": "Asia/Singapore", "penang": "Asia/Kuala_Lumpur",
    "beijing": "Asia/Shanghai", "shanghai": "Asia/Shanghai", "bangkok": "Asia/Bangkok",
    "manila": "Asia/Manila",
    "hanoi": "Asia/Ho_Chi_Minh", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata", "dubai": "Asia/Dubai",
    "sharjah": "Asia/Dubai", "doha": "Asia/Qatar", "qatar": "Asia/Qatar", "riyadh": "Asia/Riyadh",
    "cairo": "Africa/Cairo", "kairo": "Africa/Cairo", "lagos": "Africa/Lagos", "nairobi": "Africa/Nairobi",
    "istanbul": "Europe/Istanbul", "paris": "Europe/Paris", "lyon": "Europe/Paris", "prancis": "Europe/Paris",
    "france": "Europe/Paris", "berlin": "Europe/Berlin", "jerman": "Europe/Berlin",
    "germany": "Europe/Berlin",
    "amsterdam": "Europe/Amsterdam", "rotterdam": "Europe/Amsterdam", "leiden": "Europe/Amsterdam",
    "belanda": "Europe/Amsterdam", "hague": "Europe/Amsterdam", "brussels": "Europe/Brussels",
    "vienna": "Europe/Vienna", "wina": "Europe/Vienna", "graz": "Europe/Vienna", "rome": "Europe/Rome",
    "roma": "Europe/Rome", "venice": "Europe/Rome", "venesia": "Europe/Rome", "milan": "Europe/Rome",
    "madrid": "Europe/Madrid", "lisbon": "Europe/Lisbon", "london": "Europe/London",
    "inggris": "Europe/London",
    "uk": "Europe/London", "stockholm": "Europe/Stockholm", "copenhagen": "Europe/Copenhagen",
    "budapest": "Europe/Budapest", "moscow": "Europe/Moscow", "sydney": "Australia/Sydney",
    "melbourne": "Australia/Melbourne", "perth": "Australia/Perth", "auckland": "Pacific/Auckland",
    "boston": "America/New_York", "washington": "America/New_York", "chicago": "America/Chicago",
    "bahia": "America/Bahia", "salvador": "America/Bahia",
}  # fmt: skip
TWO_WORD_CITIES = {
    "new york": "America/New_York", "los angeles": "America/Los_Angeles",
    "san francisco": "America/Los_Angeles",
    "kuala lumpur": "Asia/Kuala_Lumpur", "hong kong": "Asia/Hong_Kong", "den haag": "Europe/Amsterdam",
    "ho chi": "Asia/Ho_Chi_Minh", "sao paulo": "America/Sao_Paulo", "rio janeiro": "America/Sao_Paulo",
}  # fmt: skip

ANCHORS: dict[str, str] = {}
for _names, _kind in (
    ("opening opens open vernissage pembukaan dibuka buka launch peluncuran", "opening"),
    ("closing close closes penutupan ditutup tutup finissage closure", "closing"),
    ("arrival arrivals arrive arrives kedatangan tiba datang ketibaan", "arrival"),
    ("departure depart departs keberangkatan berangkat kepulangan pulang", "departure"),
    ("shipping shipment ships pengiriman pengapalan", "shipping"),
    ("premiere premier perdana", "first_performance"),
    ("signing penandatanganan ttd", "signing"),
):
    for _w in _names.split():
        ANCHORS[_w] = _kind
TWO_WORD_ANCHORS = {
    "first performance": "first_performance", "first show": "first_performance",
    "first concert": "first_performance",
    "pertunjukan perdana": "first_performance", "pentas perdana": "first_performance",
    "pertunjukan pertama": "first_performance", "pentas pertama": "first_performance",
    "konser pertama": "first_performance", "tanda tangan": "signing", "day one": "main",
    "hari pertama": "main",
    "first day": "main", "event day": "main", "show day": "main", "the event": "main", "the show": "main",
    "the exhibition": "main", "the festival": "main", "the workshop": "main", "the tour": "main",
    "acara dimulai": "main", "hari h": "main", "d day": "main", "the conference": "main",
    "the symposium": "main",
}  # fmt: skip
MAIN_ANCHOR_WORDS = words(
    "acara event pameran festival workshop lokakarya simposium konferensi konser pentas pertunjukan"
)
START_ANCHORS = ("opening", "arrival", "first_performance", "first performance", "day_one", "day one")

BEFORE = words("before sebelum sblm sebelumnya prior ahead menjelang jelang")
AFTER = words("after setelah sesudah stlh sejak following pasca usai selepas")

# Fixed feasts; the moving ones are per year, estimated by ±1 day until announced (DOMAIN §4.2).
FEASTS = {
    "christmas": (12, 25), "xmas": (12, 25), "natal": (12, 25), "valentine": (2, 14), "halloween": (10, 31),
}  # fmt: skip
TWO_WORD_FEASTS = {
    "new year": (1, 1), "tahun baru": (1, 1), "christmas eve": (12, 24), "malam natal": (12, 24),
    "new year's": (1, 1), "hut ri": (8, 17), "hari kemerdekaan": (8, 17), "independence day": (8, 17),
    "boxing day": (12, 26), "hari natal": (12, 25), "christmas day": (12, 25), "hari kartini": (4, 21),
}  # fmt: skip
MOVING_FEASTS: dict[str, tuple[date, ...]] = {}
for _names, _days in (
    (
        "lebaran idulfitri idul-fitri eid",
        (date(2026, 3, 21), date(2027, 3, 10), date(2028, 2, 27), date(2029, 2, 15)),
    ),
    ("ramadan ramadhan puasa", (date(2026, 2, 19), date(2027, 2, 8), date(2028, 1, 28), date(2029, 1, 16))),
    ("nyepi", (date(2026, 3, 19), date(2027, 3, 8), date(2028, 3, 26), date(2029, 3, 15))),
    ("imlek", (date(2026, 2, 17), date(2027, 2, 6), date(2028, 1, 26), date(2029, 2, 13))),
    ("easter paskah", (date(2026, 4, 5), date(2027, 3, 28), date(2028, 4, 16), date(2029, 4, 1))),
    ("thanksgiving", (date(2026, 11, 26), date(2027, 11, 25), date(2028, 11, 23), date(2029, 11, 22))),
):
    for _w in _names.split():
        MOVING_FEASTS[_w] = _days

ABBREVIATIONS = {
    "bsk": "besok", "bsok": "besok", "tgl": "tanggal", "tggl": "tanggal", "sblm": "sebelum",
    "sblum": "sebelum",
    "jmt": "jumat", "jum'at": "jumat", "jumaat": "jumat", "tmrw": "tomorrow", "tmr": "tomorrow",
    "tmw": "tomorrow",
    "tomorow": "tomorrow", "tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorrow's": "tomorrow",
    "today's": "today", "nxt": "next", "dpn": "depan", "mggu": "minggu", "mgg": "minggu", "mg": "minggu",
    "bln": "bulan", "thn": "tahun", "th": "th", "wkend": "weekend", "jam": "jam", "jm": "jam", "pkl": "pukul",
    "pk": "pukul", "mnt": "menit", "stlh": "setelah", "lgi": "lagi", "lg": "lagi", "hr": "hari",
    "dlm": "dalam", "td": "tadi",
    "smpe": "sampai", "sampe": "sampai", "smp": "sampai", "skrg": "sekarang", "kmrn": "kemarin",
    "kemaren": "kemarin", "akhr": "akhir", "b4": "before", "bf": "before", "sbtu": "sabtu",
    "sept": "september",
    "seblum": "sebelum", "nnti": "nanti", "ntar": "nanti", "entar": "nanti", "plg": "paling",
    "pling": "paling",
    "lmbt": "lambat", "lbt": "lambat", "telat": "lambat", "weds": "wednesday", "snin": "senin",
    "kmis": "kamis",
    "rbu": "rabu", "slasa": "selasa", "thurs": "thursday", "thur": "thursday", "tues": "tuesday",
    "dedlen": "deadline",
    "deadlin": "deadline", "deadlinenya": "deadline", "tenggatnya": "tenggat", "wkt": "waktu", "pgi": "pagi",
    "mlm": "malam", "sre": "sore", "tdy": "today", "2day": "today", "2moro": "tomorrow", "2mrw": "tomorrow",
}  # fmt: skip

TYPO_TARGETS = tuple(
    w
    for w in (*WEEKDAYS, *MONTHS, "tomorrow", "minggu")
    if len(w) >= 5 and not w.endswith("days") and "'" not in w
)
KNOWN = frozenset(
    {*WEEKDAYS, *MONTHS, *UNITS, *SE_UNITS, *NUMBERS, *ORDINALS, *RELATIVE_DAYS, *PARTS, *CITIES, *ANCHORS}
    | {*FEASTS, *NEXT, *THIS, *PAST, *END, *MID, *EARLY}
)
NOT_TYPOS = words(
    "selama selasar sundae sundry jurist juries marche maret marchs singgu tinggu mingguan jumlah "
    "decembers sunda "
    "sundays mondays fridays saturn saturdays novembers minggul mingga ringgu junior julia julian "
    "marcha april"
)
