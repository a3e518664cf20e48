"""Questions to the register."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["question"] = """
what, whats, which, who, whos, whom, when, where, how, hows, is there, are there, do we, does, did we,
have we, has, any, anything, show me, show, list, give me, tell me, can you tell me, can you show me,
could you show, do i, am i, are we, apa, apa saja, apa aja, apakah, yang mana, mana, mana saja, mana aja,
siapa, siapa saja, siapa aja, kapan, dimana, di mana, bagaimana, gimana, gmn, berapa, ada, adakah,
ada apa, tampilkan, tunjukkan, lihat, liat, lihatkan, sebutkan, cek, kasih tahu, kasih tau, kasi tau,
daftar, sampai mana, sudah sampai mana, udah sampe mana, bgmn
"""

PHRASES["q_due"] = """
what needs doing, what has to be done, my list, my list for, to do before, is next for, coming my way,
kerjaan apa, harus saya kerjakan, harus aku kerjakan, harus gue kerjain, harus saya selesaikan,
perlu saya kerjakan, harus kita kerjakan, harus kami kerjakan, perlu kita kerjakan, harus kukerjakan,
harus saya lakukan, harus saya siapkan, perlu saya siapkan, do i have today, do i have tomorrow,
i have today, saya ada apa, saya ada tugas apa, ada apa hari ini, do we have on, have on for,
have we got on, got on for, on for tomorrow, on for today, on for this week, on for next week,
on the calendar, on the cards, besok ada apa, hari ini ada apa, do i have anything, have i got anything,
do we have anything, anything on, anything due, tugas, task, tasks, ngerjain apa, mengerjakan apa,
kerjain apa, kerjakan apa, ngapain, ada apa saja, ada apa aja, jadwal, plate, working on, todo list,
to do list, to dos, task list, workload, due, deadline, deadlines, due dates, coming up, upcoming,
on my plate, on our plate, on the agenda, whats next, what next, my tasks, our tasks, open tasks, tasks for,
tasks do, to do this week, do i have to do, do we have to do, have to do, needs to be done, need to be done,
must be done, have to be done, should be done, due this week, left to do, still to do, still open,
still outstanding, outstanding, what is open, on their plate, assigned to, tenggat, tenggatnya, jatuh tempo,
batas waktu, deadline minggu, tugas saya, tugasku, tugas aku, tugas kita, tugas kami, tugas minggu,
tugas hari, tugas untuk, tugas apa, tugas yang, yang harus dikerjakan, harus dikerjakan, harus selesai,
yang harus selesai, harus diselesaikan, yang perlu dikerjakan, perlu diselesaikan, agenda,
yang belum selesai, belum selesai, belum beres, masih terbuka, yang masih terbuka, mau dikerjakan, kerjaan,
pekerjaan, tugasnya, daftar tugas
"""

PHRASES["q_late"] = """
did anything slip, anything slip, have we missed, we missed, did we miss, anything late, kelewat,
past its deadline, past their deadline, past its date, past their date, past their dates, past due date,
lewat tanggal, udah lewat tenggat, ngaret, yang molor,
overdue, late, past due, behind, behind schedule, missed, slipping, slipped, delayed tasks, past deadline,
past the deadline, passed the deadline, over the deadline, lagging, running late, terlambat, telat,
lewat tenggat, lewat deadline, lewat batas, melewati tenggat, melewati batas, molor, lewat waktu, nunggak,
tertunggak, kelewat, kelewatan, keteteran, ngaret, sudah lewat, udah lewat
"""

PHRASES["q_silent"] = """
ga dikontak, gak dikontak, nggak dikontak, ga dihubungi, gak dihubungi, been ignoring, ignoring, neglecting,
been neglecting, ngilang, yang ngilang, diem aja, diem, lost touch with, lost contact with, we lost touch,
dropped off the radar, off the radar, belum nyaut, ga nyaut, gak nyaut, havent we talked to, not talked to,
havent talked to, havent we spoken to, not spoken to, havent we met, tidak kita hubungi, belum kita hubungi,
tidak kami hubungi, gak kita hubungi, belum dikontak, havent we heard, have we not heard,
havent we contacted, have we not contacted, havent i heard, not answered, hasnt answered, havent answered,
silent for, quiet for, no sign of life, gone quiet, going quiet, gone silent, went quiet, went silent,
been quiet, been silent, quiet, silent, gone cold, going cold, not replied, havent replied, hasnt replied,
no reply, not responded, havent responded, hasnt responded, not heard, havent heard, hasnt been in touch,
havent been in touch, not been in touch, not contacted, havent contacted, no contact, lost touch,
lost contact, out of touch, unresponsive, ghosting, ghosted, tidak ada kabar, gak ada kabar, ga ada kabar,
nggak ada kabar, tak ada kabar, belum ada kabar, blm ada kabar, tanpa kabar, hilang kabar, diam, diam saja,
sepi, senyap, belum membalas, belum balas, blm balas, blm bales, belum bales, tidak membalas, gak balas,
ga bales, belum merespons, belum merespon, belum respon, tidak merespons, belum menjawab, belum jawab,
lama tidak dihubungi, lama gak dihubungi, belum dihubungi, tidak dihubungi, lama tidak kontak,
lama gak kontak, menghilang, hilang, jarang dihubungi, lama tak bersua, lama tidak berkabar, tidak berkabar
"""

PHRASES["q_we_owe"] = """
masih harus kita kirim, harus kita kirim, harus kami kirim, do we need to send to, still have to send,
do we have to send, anything we promised, we promised, we still owe, do we still owe, we owe them,
kita masih utang, kami masih utang, masih kita utang, kita masih janji, kami masih janji, did we promise,
what did we promise, menjanjikan apa, sudah menjanjikan, kita menjanjikan, kami menjanjikan,
open promises to, promises to the, any promises to, outstanding promises, promises open to, janji kita ke,
janji kami ke, did we agree to send, we agreed to send, agree to send to, did we say we would,
have we agreed to, kita sudah janji, kami sudah janji, sudah kita janjikan, janji kirim apa,
yang kita janjikan, do we owe, we owe, do i owe, have we promised, our promises, did we commit,
we committed, waiting for from us, waiting on from us, waiting for us, expecting from us, expect from us,
owed to, our commitments, our obligations, commitments to, outstanding for, kita utang, kita hutang,
utang apa ke, hutang apa ke, utang kita, hutang kita, kita berutang, kami utang, utang kami, janji kita,
janji kami, kita janji, kita janjikan, kami janjikan, kami janji, kita punya janji, janji apa ke,
janji apa sama, komitmen kita, kewajiban kita, ditunggu dari kita, mereka tunggu dari kita, kita utang ke,
utang ke
"""

PHRASES["q_they_owe"] = """
still hasnt delivered, still hasnt sent, still havent sent, still havent delivered, hasnt delivered,
havent delivered, still to deliver, still to send, yet to send, yet to deliver, still hasnt returned,
still hasnt given, still hasnt paid, masih utang apa ke kita, belum nganter, belum setor, still to come from,
still owe us, still owes us, whats pending from, pending dari, owe us, owes us, promise us, promised us,
did they promise, promises us, waiting for from, waiting on from, we waiting for, are we waiting,
we still waiting, still waiting for, pending from, pending with, outstanding from, still owe, still owes,
havent sent us, hasnt sent us, not sent us, need from, do we need from, expecting from, expect from,
due from, utang ke kita, utang apa ke kita, hutang ke kita, janji ke kita, janji apa ke kita,
janji ke kami, janjikan ke kita, janjinya ke kita, kita tunggu dari, kita tunggu, kami tunggu,
ditunggu dari, menunggu apa dari, nunggu apa dari, tunggu apa dari, belum dikirim, belum mereka kirim,
belum kirim, pending di, masih ditunggu, mereka janji, yang kita tunggu, utang mereka, janji mereka
"""

PHRASES["q_expire"] = """
contracts end, agreements end, mous end, agreements ending, end before, end by, ends before, ends by,
lapse before, ending, end this, end next, end in, ends, about to expire, selesai masa berlakunya,
yang habis, expire, expires, expiring, expiry, run out, runs out, running out, lapse, lapses, lapsing,
up for renewal, need renewal, needs renewal, need renewing, be renewed, ending soon, about to end, renewals,
habis, mau habis, akan habis, segera habis, hampir habis, berakhir, akan berakhir, segera berakhir,
kedaluwarsa, kadaluarsa, kadaluwarsa, expired, jatuh tempo, perlu diperpanjang, harus diperpanjang,
diperpanjang, perpanjangan, habis masa berlaku, masa berlaku
"""

PHRASES["agreement"] = """
mou, mous, moa, agreement, agreements, contract, contracts, loi, lois, pks, msp, memorandum,
nota kesepahaman, perjanjian, perjanjian kerja sama, kontrak, kesepakatan, surat minat, loan agreement,
kerja sama, kerjasama, adendum, addendum, amendment, letter of intent
"""

PHRASES["q_status"] = """
how stands, how stand, how fares, how goes, where we stand, where we are with, where we are on,
where things stand, where are things, posisi terakhir, posisi terbaru, sampai di mana, udah sampai mana,
how far along, situation with, the situation, keadaan, on schedule, on time, on course, sesuai jadwal,
sesuai rencana, update dong, kabar dong, minta update, minta kabar, siap buka, ready to open, coming along,
how is it coming, any update, any updates, any news, ada update, ada kabar soal, gimana perkembangannya,
gimana kabarnya, status of, status on, the status, status for, whats the status, status update,
status program, status pameran, how is, hows, how are we doing, how are things, how far, where are we,
where do we stand, how is it going, going, progress on, progress of, progress, latest on, latest with,
any news on, any update on, any updates on, news on, update on, updates on, whats happening with,
whats up with, on track, ready, status, statusnya, progres, progresnya, progress nya, perkembangan,
perkembangannya, kabar, kabarnya, gimana, bagaimana, sampai mana, sudah sampai mana, udah sampe mana,
sejauh mana, apa kabar, ada perkembangan, update terakhir, kabar terakhir, kondisi, siap belum, sudah siap
"""

PHRASES["q_owner"] = """
who was going to, who was supposed to, who was meant to, who is supposed to, who looks after, whose is,
siapa yang mestinya, siapa yang harusnya,
siapa yang memegang, siapa memegang, siapa yg memegang, siapa yang mengelola, siapa yang mengurusi,
siapa yang menghandle, siapa yang bertugas, dipegang oleh siapa, dikerjakan oleh siapa,
siapa yang kerjakan, siapa yang garap, siapa yang susun, siapa yang desain, siapa yang cetak,
siapa yang pesan, siapa yang jemput, siapa yang antar, siapa in charge, siapa incharge, who in charge,
siapa yang in charge, in charge of, who has got, whos got, who is got, who got, who have, who is handling,
whos handling, who handles, who is responsible, whos responsible, who owns, who is doing, whos doing,
who is in charge, whos in charge, who is on, whos on, who has, who took, who is taking, whos taking,
who is assigned, who is the pic, who is working on, whos working on, whose task, whose job,
who looks after, who does, who is the owner, owner of, who do i ask, who should i ask,
who is dealing with, whos dealing with, who takes care, who is looking after, who manages,
who is managing, who is writing, who is booking, who is sending, who is preparing, who is leading,
who leads, siapa yang pegang, siapa pegang, siapa yg pegang, yang pegang, siapa yang urus, siapa yg urus,
siapa yang ngurus, siapa urus, yang urus, yang ngurus, siapa yang handle, siapa handle, siapa yg handle,
yang handle, siapa pic, siapa picnya, pic nya siapa, picnya siapa, siapa yang bertanggung jawab,
siapa yang tanggung jawab, penanggung jawab, siapa yang mengerjakan, siapa yang ngerjain,
siapa yang kerjain, siapa yang nangani, siapa yang menangani, siapa yang tangani, tugas siapa,
tanggung jawab siapa, siapa yang mengurus, siapa yang menyiapkan, siapa yang buat, siapa yang bikin,
siapa yang kirim, siapa yang bayar, siapa penanggung jawab, dipegang siapa, diurus siapa,
dikerjakan siapa, sama siapa, siapa yang jaga, ditangani siapa, urusan siapa
"""

PHRASES["partner_word"] = """
partner, partners, mitra, lender, lenders, funder, funders, sponsor, sponsors, museum, museums,
institution, institutions, organisation, organisations, organization, organizations, contact, contacts,
kontak, narahubung, venue, venues, embassy, kedutaan, lembaga
"""
