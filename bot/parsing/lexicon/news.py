"""News about programs."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["blocker"] = """
penuh semua, penuh semuanya, is full, are full,
ditahan, on hold until, dobel booking, refuses to, refuse to, menolak, moth damage, water damage,
kena ngengat, kehilangan, batal, dibatalkan, cancelled, canceled, called off, lost its, lost our,
lost their, lost a, mundur dari, withdrew from, pulled out of, sponsor mundur, batal datang, batal hadir,
tidak jadi datang, gak jadi datang, blocker, blocked, blocking, stuck, held up, held at, held in, is held,
on hold because, cant leave, cannot leave, cant proceed, cannot proceed, cant start, cannot start,
cant continue, cant open, cannot open, cant ship, cannot ship, cant travel, cant move, cannot be,
rejected, refused, denied, turned down, cancelled on us, canceled on us, pulled out, withdrew, withdrawn,
fell through, fallen through, dropped out, backed out, lost the, impounded, seized, missing documents,
strike, show stopper, showstopper, deadlock, deadlocked, dead end, gridlock, bounced, no longer available,
double booked, broke down, broken down, damaged, kendala, terkendala, hambatan, terhambat, tertahan,
ketahan, mentok, macet, buntu, ditolak, tidak lolos, gak lolos, dibatalkan sepihak, batal tampil,
batal ikut, mengundurkan diri, disita, kebakaran, kebanjiran, mogok, rusak, hilang, belum bisa jalan,
tidak bisa, gak bisa, nggak bisa, ga bisa, tak bisa, belum bisa, nyangkut, tersangkut, terganjal,
terbentur, masalah besar, gagal, bentrok, tidak bisa berangkat
"""

PHRASES["risk"] = """
might clash, could clash, may clash, bisa bentrok, might, wont get, wont arrive, wont be ready,
wont make it, not get their, tidak akan dapat, tidak akan siap, tidak akan sampai, gak akan sampai,
it looks like, sepertinya, may lose, could lose, might lose, may have to, may drop, may cancel, risk,
risks, at risk, risky, might be, might not, might slip, might miss, might have to, may be late,
may be delayed, may not, may slip, could be late, could slip, could miss, likely to slip, likely to miss,
likely late, likely to be late, worried, worry, concern, concerned, concerns, danger of, in danger,
threat, threatens, threatened, warning, warned, tight, cutting it close, very tight, unsure whether,
not sure if, not sure whether, doubtful, in doubt, uncertain, no guarantee, shaky, potential delay,
potentially, could fall through, running out of time, short of, risiko, resiko, berisiko, beresiko,
terancam, rawan, khawatir, kuatir, kawatir, waswas, was was, kemungkinan, bisa molor, bisa mundur,
bisa telat, bisa terlambat, bisa gagal, takut, takutnya, mepet, terlalu mepet, ancaman, mengancam,
belum pasti, tidak pasti, diragukan, ragu, potensi terlambat, potensi mundur, berpotensi, waspada,
bakal telat, bakal molor, jangan jangan, dikhawatirkan, kurang dana, kekurangan
"""

PHRASES["decision"] = """
memilih, memutuskan untuk, opted, decided, decided to, decision, we decided, its decided, agreed that,
we agreed, agreed to go, we are going with, were going with, going with, we go with, we went with,
we will go with, chosen, chose, we chose, we picked, picked, settled on, opted for, opted to, resolved to,
final decision, we will not, green light, green lit, greenlit, go ahead, board approved,
director approved, the director said yes, steering committee, keputusan, diputuskan, memutuskan, putuskan,
sudah putus, sepakat, disepakati, kita sepakat, dipilih, kita pilih, jadinya, akhirnya pakai,
akhirnya pilih, akhirnya kita, ditetapkan, menetapkan, hasil rapat, fix pakai, jadi pakai, kita pakai,
direktur setuju, disetujui direktur, disetujui dewan, lampu hijau
"""

PHRASES["budget"] = """
budget, funding, funded, grant, funds, sponsorship, donation, overspent, over budget, underspent,
under budget, cost, costs, price, payment, paid, invoice, fee, fees, quote, quotation, expenses, cash,
deposit, refund, revenue, tickets sales, exchange rate, savings, cofunding, co funding, contribution,
anggaran, rab, dana, pendanaan, biaya, hibah, sponsor, donasi, pagu, pembayaran, dibayar, lunas, cair,
dicairkan, pencairan, realisasi, kurs, honor, honorarium, tagihan, dp, uang muka, termin, iuran,
kontribusi, harga, ongkos, pemasukan, pengeluaran, subsidi
"""

PHRASES["schedule"] = """
now falls on, falls on, jatuh tanggal, jatuh pada, jatuhnya,
stays on, remains on, tetap tanggal, tetap pada, day longer, days longer, week longer, weeks longer,
lebih lama, lebih panjang, a day later, a day earlier, a week later, a week earlier, days later,
weeks later, days earlier, weeks earlier, lebih lambat, lebih cepat, lebih awal, extend the run,
extended the run, extend until, extends until, run extended, shifts to, shifts from, shifts, moves to,
moves from, is moving, officially moved, moved ke, mundur jadi, bergeser dari, bergeser ke, diperpanjang,
has been extended, is extended, extended to, extended until, moved to, has moved, has been moved,
have moved, was moved, is moved, is moving to, been moved, moved from, moved up, moved back,
moved forward, postponed, been postponed, is postponed, postponed to, postponed until, rescheduled,
rescheduled to, brought forward, pushed back, pushed to, shifted to, shifted, delayed to, delayed until,
delayed by, new date, new dates, new opening date, date changed, dates changed, date has changed,
dates have changed, changed date, change of date, now opens, opens now, will now open, now on, is now on,
now runs, now starts, now closes, dates confirmed, date confirmed, dates are, the date is, date is now,
dates fixed, date is set, opens a week, opens on, closes on, starts on, will open on, will close on,
earlier than planned, later than planned, slipped to, slips to, dimajukan, maju ke, maju jadi,
maju seminggu, diundur, diundurkan, mundur ke, mundur dari, mundur seminggu, mundur dua, mundur sebulan,
mundur, dimundurkan, digeser, bergeser, geser ke, geser jadi, ditunda ke, ditunda sampai, ditunda hingga,
ditunda jadi, ditunda, pindah tanggal, pindah ke tanggal, pindah jadi, tanggal baru, tanggalnya jadi,
tanggal jadi, tanggalnya berubah, tanggal berubah, tanggal pembukaan jadi, jadwal baru, jadwalnya berubah,
jadwal berubah, jadwal geser, jadwalnya digeser, jadwal digeser, jadwal ulang, dijadwal ulang,
perubahan jadwal, perubahan tanggal, ganti tanggal, diperpanjang sampai, diperpanjang hingga,
dibuka tanggal, ditutup tanggal, jadwalnya, sekarang jadi, jadinya tanggal, tanggalnya sudah fix,
tanggal fix, tanggal sudah fix
"""

PHRASES["milestone"] = """
ditutup dengan, closed with, dipastikan, terkonfirmasi, sudah pasti, beredar, ludes, habis terjual,
terjual habis, confirmed, confirms, confirmation, signed, finalised, finalized, approved, approval,
cleared, arrived, landed, delivered, published, launched, opened, completed, complete, sold out, secured,
in hand, accepted, issued, granted, shipped, installed, printed, gone to print, went to print, live,
went live, is live, done deal, booked, announced, all set, received, passed, selected, obtained, finished,
ready, done, on display, packed, returned, registered, won, shortlisted, first objects, reached, visitors,
fix, sudah fix, sudah oke, disetujui, ditandatangani, diteken, terbit, sudah keluar, keluar, tiba,
mendarat, rampung, selesai, tuntas, lolos, resmi, terpasang, tercetak, terkirim, berangkat, naik cetak,
dibuka, lunas, diterima, dikonfirmasi, konfirmasi, deal, acc, beres, kelar, tersedia, sukses, berhasil,
terpilih, dapat izin, izin turun, izin keluar, sudah turun, jadi, sudah jadi, siap, sudah siap,
sudah final, final, sudah masuk, tembus, sudah dapat, mencapai, pengunjung, sudah approve, di approve
"""

PHRASES["progress"] = """
progress, percent, in progress, underway, under way, on track, on schedule, halfway, going well,
coming along, ongoing, nearly there, almost there, still pending, pending, still waiting, waiting for,
awaiting, now _ weeks, instead of, remaining, left, to go, so far, as of today, update, status, currently,
still, no longer, will be, has started, have started, started, begins, began, ahead of schedule,
behind schedule, changed to, changed from, increased to, reduced to, replaced by, now has, joins, joined,
is now, are now, new venue, new curator, looking at, working on, progres, persen, berjalan,
sedang berjalan, lancar, aman, sesuai jadwal, sesuai rencana, setengah jalan, tinggal, masih menunggu,
menunggu, masih proses, dalam proses, sedang, lagi proses, diproses, masih pending, masih, sudah mulai,
dimulai, mulai, terkumpul, baru, sejauh ini, per hari ini, sementara ini, kondisi terkini, terbaru,
sekarang, berubah jadi, berubah, bertambah, berkurang, ganti, diganti, digantikan, bergabung,
hampir selesai, hampir rampung, hampir, sudah sampai, sudah masuk, tahap, on progress, on proses,
jalan terus, kurang, sisanya, sisa
"""
