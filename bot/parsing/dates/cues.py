"""The words round a date that say what it is: a deadline, a start, a validity, a move."""

from __future__ import annotations

from bot.parsing.dates.base import Scan
from bot.parsing.dates.lexicon import words

_PHRASES: dict[str, str] = {
    "deadline": "deadline,deadline nya,dl,due,due date,due by,due on,due date is,deadline is,tenggat,"
    "tenggat waktu,"
    "tenggat nya,batas waktu,batas waktunya,batas akhir,batas akhirnya,paling lambat,paling lama,"
    "paling akhir,"
    "selambat - lambatnya,selambat lambatnya,selambatnya,lambatnya,paling lambatnya,no later than,"
    "not later than,latest,"
    "latest by,at the latest,at the latest by,at latest,maks,maksimal,maksimum,max,maximum,target,"
    "target nya,targetnya,"
    "cut - off,cut - off is,cutoff,cutoff is,cut off,cut off is,expected,expected by,"
    "ditunggu,ditunggu paling lambat,wanted by,wanted,needed,needed on,needed for,"
    "ready on,"
    "harus selesai,harus beres,kelar,selesai,beres,needed by,required by,complete by,done by,ready by,"
    "needs to be done by,"
    "wajib,harus sudah,jatuh tempo,jatuh temponya,harus,terakhir",
    "by": "by,per,on or before,by or before,pada atau sebelum,not after,tidak lewat",
    "until": "until,till,til,sampai,sampai dengan,hingga,s . d,s . d .,s / d,sd,sampai dgn,through",
    "before": "before,sebelum,prior to,ahead of,menjelang,jelang",
    "on": "on,pada,pd,hari,tanggal,this,at,@,saat,pas,untuk hari,in,within,di,dalam,around,sekitar,about",
    "for": "for,untuk,buat,utk",
    "since": "since,sejak,from,dari,as of,mulai,starting,starts,mulai dari,mulai dr,terhitung,effective,"
    "per tanggal",
    "after": "after,not before,setelah,sesudah,stlh,usai,following,selepas,past",
    "valid": "valid until,valid till,valid through,valid to,valid thru,berlaku sampai,berlaku hingga,"
    "berlaku s / d,"
    "berlaku s . d,berlaku s . d .,berlaku sampai dengan,berlaku sd,good until,runs until,runs to,"
    "running until,"
    "berjalan sampai,expires,expires on,expire,expire on,expiring,expiring on,expiry,expiry date,habis,"
    "habis pada,"
    "berakhir,berakhir pada,berlakunya sampai,kedaluwarsa,kadaluarsa,kadaluwarsa,ends on,ends,lapses on,"
    "valid up to,"
    "masa berlaku sampai,masa berlaku hingga,masa berlakunya sampai,habis masa berlaku,berlaku",
    "event": "arriving,leaving,landing,departing,arrives,leaves,lands,departs,flying,fly home,check in,"
    "check out,berangkat,mendarat,datang,pulang,tiba",
    "to": "to,ke,jadi,menjadi,into,becomes,diundur ke,mundur ke,maju ke,dimajukan ke,pindah ke",
    "every": "every,each,setiap,tiap,saban,every other,tiap - tiap",
    "week_of": "week of,the week of,minggu tanggal",
    "not": "not,bukan,jangan,not on,instead of,rather than,dan bukan",
}
_CUES: dict[tuple[str, ...], str] = {
    tuple(phrase.split()): role for role, phrases in _PHRASES.items() for phrase in phrases.split(",")
}
_LAST_WORDS = frozenset(phrase[-1] for phrase in _CUES)
_SKIP = words(": - – is are was be adalah ialah nya the hari tanggal on pada pd = ( sih , > ->")
_POSTFIX: tuple[tuple[str, ...], ...] = tuple(
    tuple(phrase.split())
    for phrase in (
        "at the latest",
        "at latest",
        "latest",
        "paling lambat",
        "max",
        "maksimal",
        "maks",
        "paling lama",
        "selambat - lambatnya",
        "deadline",
        "tops",
    )
)

DEADLINES = frozenset({"deadline", "by", "before", "until"})


def cues_before(scan: Scan, i: int) -> tuple[tuple[str, ...], int]:
    """The roles said right before token i, nearest first, and the token where the first of their words
    stands."""
    roles: list[str] = []
    start = i
    for _ in range(3):
        found = _one_cue(scan, start)
        if not found:
            break
        roles.append(found[0])
        start = found[1]
    return tuple(roles), start


def _one_cue(scan: Scan, i: int) -> tuple[str, int] | None:
    j = i
    while j > 0 and i - j < 3:
        if scan.w[j - 1] in _LAST_WORDS:
            for size in (4, 3, 2, 1):
                if j - size >= 0 and (role := _CUES.get(tuple(scan.w[j - size : j]))):
                    return role, j - size
        if scan.w[j - 1] not in _SKIP or (scan.w[j - 1] == "," and j < i):
            return None
        j -= 1
    return None


def postfix(scan: Scan, i: int) -> int:
    """The token after a trailing “at the latest”, or i itself."""
    j = i + (scan.w[i] == ",")
    for phrase in _POSTFIX:
        if tuple(scan.w[j : j + len(phrase)]) == phrase:
            return j + len(phrase)
    return i
