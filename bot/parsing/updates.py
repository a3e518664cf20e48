"""What kind of news a sentence about a program is."""

from __future__ import annotations

import re
from typing import cast

from bot.parsing.intents import UpdateKind
from bot.parsing.money import find_money

_LABELS: dict[str, UpdateKind] = {}
for _listed, _label in (
    ("blocker blocked kendala hambatan masalah problem terkendala issue", "blocker"),
    ("risk risiko resiko warning peringatan", "risk"),
    ("decision decided keputusan diputuskan sepakat", "decision"),
    ("budget anggaran rab dana cost biaya", "budget"),
    ("schedule jadwal reschedule timeline", "schedule"),
    ("milestone tonggak capaian", "milestone"),
    ("status progress progres update kabar", "status"),
    ("note catatan", "note"),
    ("result hasil", "result"),
):
    for _word in _listed.split():
        _LABELS[_word] = cast("UpdateKind", _label)
LABEL = re.compile(
    rf"\s*(?P<label>{'|'.join(_LABELS)})(?:\s+(?:update|terbaru|baru))?\s*(?::|–|—|\s-\s)\s*", re.IGNORECASE
)


def _words(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{pattern})(?!\w)", re.IGNORECASE)


BLOCKER = _words(
    r"blocker|blocked|blocking|stuck|held (?:up|at|in)|can(?:no|')?t (?:leave|proceed|start|continue|open|ship|travel|move)|"
    r"cannot (?:leave|proceed|start|continue|open|ship|move)|rejected|refused|denied|turned down|cancell?ed on us|pulled out|"
    r"withdrew|withdrawn|fell through|lost (?:the|our) \w+|kendala|terkendala|hambatan|terhambat|tertahan|mentok|macet|buntu|"
    r"ditolak|dibatalkan sepihak|batal tampil|mundur dari (?:acara|pameran|festival)|mengundurkan diri|"
    r"(?:belum|tidak|gak|ga|nggak) bisa (?:jalan|berangkat|lanjut|dikirim|keluar|masuk|dibuka)|disita|kebakaran|kebanjiran|"
    r"visa .{0,30}(?:ditolak|refused|rejected)|missing documents?|strike|mogok"
)
RISK = _words(
    r"risk|risks|at risk|risky|risiko|resiko|berisiko|beresiko|terancam|rawan|might (?:be|not|slip|miss|have|get)|may (?:be|not|slip|miss|get) "
    r"?(?:late|delayed|make it|arrive|ready)?|could (?:be|slip|miss)|likely to (?:slip|miss|be late)|worried|concerned?|concerns?|"
    r"khawatir|kuatir|waswas|kemungkinan (?:besar )?(?:terlambat|mundur|molor|batal|gagal|tidak)|bisa (?:molor|mundur|telat|terlambat|gagal)|"
    r"danger of|in danger|threat|threatens?|mengancam|takut(?:nya)?|cuaca|warned?|warns"
)
DECISION = _words(
    r"decided|decision|we(?:'re| are)? (?:go|going|went) (?:with|ahead)|agreed (?:to|on|that|with)|chosen|chose|we pick(?:ed)?|settled on|opted|"
    r"keputusan|diputuskan|memutuskan|putuskan|sepakat|disepakati|dipilih|kita pilih|jadinya pakai|ditetapkan|menetapkan|"
    r"will (?:not )?(?:go ahead|proceed)|approved by (?:the )?(?:board|director)|disetujui (?:direktur|dewan)"
)
BUDGET = _words(
    r"budget|anggaran|rab|dana|pendanaan|biaya|funding|funded|grant|hibah|sponsor(?:ship)?|donation|donasi|overspent|over budget|"
    r"underspent|cost(?:s|ing)?|pagu|pembayaran|cair|dicairkan|reimburse\w*|invoice paid|realisasi anggaran|kurs|honor"
)
SCHEDULE = _words(
    r"moved (?:to|from|up|back|forward)|has moved|is moved|is moving to|postponed|rescheduled|brought forward|pushed (?:back|to)|shifted|"
    r"delayed (?:to|by|until)|dimajukan|maju (?:ke|jadi|seminggu|dua)|diundur\w*|mundur (?:ke|jadi|dari|seminggu|dua|tiga|\d)|"
    r"dimundurkan|digeser|bergeser|ditunda (?:ke|sampai|hingga|jadi)|pindah (?:ke )?tanggal|tanggal(?:nya)? (?:baru|berubah|pindah|jadi|digeser)|"
    r"jadwal(?:nya)? (?:baru|berubah|geser|pindah|digeser|jadi|mundur|maju)|new dates?|date(?:s)? (?:is|are|has|have) (?:now|changed|moved)|"
    r"change of dates?|(?:will )?now opens? on|now (?:on|runs?)|(?:dates?|schedule) (?:fixed|set|confirmed) (?:for|to)"
)
MILESTONE = _words(
    r"confirmed|confirms|signed|finali[sz]ed|approved|cleared|arrived|landed|delivered|published|launched|opened|completed?|sold out|secured|"
    r"in hand|accepted|issued|granted|shipped|installed|printed|went live|is live|done deal|booked|announced|all set|received|"
    r"fix|sudah oke|disetujui|ditandatangani|diteken|terbit|keluar|tiba|mendarat|rampung|selesai|tuntas|lolos|resmi|terpasang|"
    r"tercetak|terkirim|berangkat|naik cetak|dibuka|lunas|diterima|terkonfirmasi|dikonfirmasi|konfirmasi|deal|acc|beres|kelar|tersedia|"
    r"100\s?%|first (?:day|show) (?:went|done)|sukses|berhasil|terpilih|dapat izin|izin(?:nya)? (?:turun|keluar|terbit)"
)
_NEGATED = _words(
    r"not|belum|tidak|gak|ga|nggak|no|still|masih|isn't|hasn't|haven't|waiting|menunggu|tunggu|nunggu|pending|tinggal"
)


def label_of(text: str) -> tuple[UpdateKind, int] | None:
    """The kind that the text announces itself as (“Kendala: …”) and where its words begin."""
    match = LABEL.match(text)
    return (_LABELS[match["label"].lower()], match.end()) if match else None


def update_kind(text: str) -> UpdateKind:
    """The kind of news in the words; “status” where nothing says more."""
    if (label := label_of(text)) and label[0] != "status":
        return label[0]
    if BLOCKER.search(text):
        return "blocker"
    if SCHEDULE.search(text):
        return "schedule"
    if DECISION.search(text):
        return "decision"
    if BUDGET.search(text) and (find_money(text) or BUDGET.search(text)):
        return "budget"
    if RISK.search(text):
        return "risk"
    if find_money(text):
        return "budget"
    if MILESTONE.search(text) and not _NEGATED.search(text):
        return "milestone"
    return "status"
