"""The words of the commands, English and Indonesian, as data: what is typed → the verb."""

from __future__ import annotations

from rapidfuzz import fuzz, process

from bot.parsing.intents import Lang

NOUNS = {"task": "task", "tugas": "task", "program": "program", "programme": "program", "partner": "partner",
         "mitra": "partner", "digest": "digest", "ringkasan": "digest"}  # fmt: skip


def _table(lines: str) -> dict[str, str]:
    table = {}
    for line in lines.strip().splitlines():
        verb, words = line.strip().split(":")
        for word in words.split(","):
            table[word.strip()] = verb
    return table


TASK = _table("""
    add: add,new,create,tambah,tambahkan,baru,buat
    list: list,ls,daftar
    show: show,open,card,buka,lihat,kartu
    done: done,complete,finish,finished,close,closed,selesai,selesaikan,beres,bereskan,rampung,kelar,tuntas
    reopen: reopen,re-open,buka-lagi,buka lagi,buka kembali,bukalagi
    cancel: cancel,batal,batalkan
    delete: delete,remove,del,hapus
    edit: edit,ubah,sunting
    move: move,reschedule,pindah,pindahkan,tunda,undur,undurkan,mundurkan,postpone,push,delay,geser
    earlier: majukan,advance
    snooze: snooze,ingatkan,remind
    assign: assign,tugaskan,serahkan,limpahkan
    note: note,catatan,comment,komentar
    wait: wait,tunggu,waiting,menunggu
    after: after,setelah,sesudah
    history: history,riwayat
    help: help,bantuan,?
    undo: undo,urungkan
""")

PROGRAM = _table("""
    new: new,create,add,baru,buat,tambah
    list: list,ls,daftar,semua
    edit: edit,ubah,sunting
    update: update,kabar,perbarui,kabarkan
    plan: plan,rencana,templat,template
    move: move,shift,geser,pindah,geserkan
    link: link,hubungkan,tautkan
    history: history,riwayat
    timeline: timeline,linimasa
    ready: ready,siap
    card: show,open,card,buka,lihat
    help: help,bantuan,?
""")

PARTNER = _table("""
    add: add,new,create,tambah,baru,simpan
    log: log,catat,note,catatan
    list: list,ls,daftar
    agreements: agreements,agreement,perjanjian,mou
    owes: owes,owe,utang,hutang
    merge: merge,gabung,gabungkan
    draft: draft,draf
    edit: edit,ubah,sunting
    delete: delete,remove,del,hapus
    card: show,open,card,buka,lihat
    help: help,bantuan,?
""")

DIGEST = _table("""
    show: show,now,lihat,sekarang
    on: on,nyala,nyalakan,hidup,hidupkan,aktif,aktifkan,start
    off: off,mati,matikan,stop,nonaktif,nonaktifkan
    settings: settings,setting,atur,pengaturan,setelan
    help: help,bantuan,?
""")

LINTAS = _table("""
    help: help,bantuan,?,tolong
    undo: undo,urungkan,batalkan
    settings: settings,setting,pengaturan,setelan,atur
    away: away,cuti,ooo
    zone: zone,zona,timezone
    language: language,bahasa,lang
    holiday: holiday,libur
    morning: morning,pagi
    search: search,cari,find,temukan
    report: report,laporan
    export: export,ekspor
    handover: handover,serah-terima,serah terima
    status: status
""")

# A whole command for each verb, worth offering: (English, Indonesian).
EXAMPLES: dict[str, tuple[tuple[str, str], ...]] = {
    "task": (
        ("/task list", "/tugas daftar"), ("/task list mine", "/tugas daftar saya"),
        ("/task add …", "/tugas tambah …"), ("/task list late", "/tugas daftar telat"),
        ("/task help", "/tugas bantuan"),
    ),
    "program": (
        ("/program new", "/program baru"), ("/program list", "/program daftar"),
        ("/program edit", "/program ubah"),
        ("/program update", "/program kabar"), ("/program plan", "/program rencana"),
        ("/program move", "/program geser"), ("/program link", "/program hubungkan"),
        ("/program history", "/program riwayat"), ("/program timeline", "/program linimasa"),
        ("/program ready", "/program siap"), ("/program help", "/program bantuan"),
    ),
    "partner": (
        ("/partner add", "/mitra tambah"), ("/partner log", "/mitra catat"),
        ("/partner list", "/mitra daftar"),
        ("/partner agreements", "/mitra perjanjian"), ("/partner owes", "/mitra utang"),
        ("/partner merge", "/mitra gabung"), ("/partner draft", "/mitra draf"),
        ("/partner edit", "/mitra ubah"), ("/partner delete", "/mitra hapus"),
        ("/partner help", "/mitra bantuan"),
    ),
    "digest": (
        ("/digest", "/digest"), ("/digest on", "/digest nyala"), ("/digest off", "/digest mati"),
        ("/digest settings", "/digest atur"), ("/digest help", "/digest bantuan"),
    ),
    "lintas": (
        ("/lintas help", "/lintas bantuan"), ("/lintas task list", "/lintas tugas daftar"),
        ("/lintas task add …", "/lintas tugas tambah …"), ("/lintas undo", "/lintas urungkan"),
        ("/lintas settings", "/lintas pengaturan"), ("/lintas language en", "/lintas bahasa id"),
        ("/lintas zone …", "/lintas zona …"), ("/lintas away …", "/lintas cuti …"),
        ("/lintas holiday add", "/lintas libur tambah"), ("/lintas morning …", "/lintas pagi …"),
        ("/lintas search …", "/lintas cari …"), ("/lintas report week", "/lintas laporan minggu"),
        ("/lintas export …", "/lintas ekspor …"), ("/lintas handover", "/lintas serah-terima"),
        ("/lintas program list", "/lintas program daftar"), ("/lintas partner list", "/lintas mitra daftar"),
        ("/lintas digest", "/lintas digest"),
    ),
}  # fmt: skip


def nearest_commands(noun: str, text: str, names: list[str], lang: Lang, command: str) -> tuple[str, ...]:
    """The three whole commands most like what was typed: verbs with what followed them, and known names.

    A verb is offered in the language of the word it resembles, otherwise in the reader's; names come
    before verbs that resemble nothing typed. “…” is for the reader to fill: `PLACEHOLDER` is not read.
    """
    typed, _, rest = text.partition(" ")
    own = 1 if command in ("mitra", "tugas") or (lang == "id" and command not in ("task", "partner")) else 0
    scored: dict[str, float] = {}
    for forms in EXAMPLES[noun]:
        scores = [fuzz.ratio(typed.lower(), form.split()[1] if " " in form else "") for form in forms]
        column = own if max(scores) < _ALIKE or scores[own] >= _ALIKE else 1 - own
        shown = forms[column]
        if rest and max(scores) >= _ALIKE:
            shown = f"{' '.join(shown.split()[:2])} {rest}"
        scored[shown] = max(scores) if max(scores) >= _ALIKE else 0
    for name, score, _ in process.extract(text, names, scorer=fuzz.WRatio, limit=3):
        scored[f"/{command} {name}"] = score - 15
    scored.pop(f"/{command} {text}", None)  # what was typed is no way out
    return tuple(sorted(scored, key=lambda shown: -scored[shown])[:3])


PLACEHOLDER = "…"
_ALIKE = 60  # rapidfuzz ratio from which a mistyped word is taken for a verb


def split_verb(text: str, table: dict[str, str]) -> tuple[str | None, str]:
    """The verb that the text begins with and the rest; None and the whole text where it begins with none."""
    words = text.split(None, 2)
    if len(words) > 1 and (verb := table.get(f"{words[0]} {words[1]}".lower())):
        return verb, words[2] if len(words) > 2 else ""
    if words and (verb := table.get(words[0].lower().rstrip(":"))):
        return verb, text[len(words[0]) :].strip()
    return None, text
