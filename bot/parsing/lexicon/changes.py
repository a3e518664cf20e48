"""Done, another day, another hand."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["done"] = """
tick that off, tick it off, check that off, cross that off, has gone out, have gone out, gone out,
sudah jalan, sudah berangkat, sudah keluar semua, is off, are off, came this morning, came today,
sudah sampai, sudah tiba, sudah datang, centang, coret dari daftar, done, finished, completed, complete,
is done, are done, all done, its done, done with, closed, can be closed, can close, close the, closed out,
mark as done, mark done, as done, as complete, as completed, as finished, tick off, ticked off, check off,
checked off, crossed off, cross off, wrapped up, sorted, taken care of, finalised, finalized, is complete,
is finished, settled, paid, sent out, submitted, delivered, booked, handled, finish, finished with,
accomplished, selesai, slsai, slesai, sudah selesai, udah selesai, sdh selesai, beres, sudah beres,
udah beres, rampung, kelar, udah kelar, tuntas, terselesaikan, sudah jadi, udah jadi, sudah dikirim,
udah dikirim, sudah terkirim, terkirim, sudah dibayar, udah dibayar, lunas, sudah dipesan,
sudah ditandatangani, bisa ditutup, boleh ditutup, tutup saja, tutup aja, ditutup, tandai selesai,
dianggap selesai, sudah kirim, udah kirim, sdh kirim, sudah bayar, udah bayar, sudah kubayar,
sudah saya kirim, sudah aku kirim, done ya, sudah oke, udah oke, sudah diurus, udah diurus, sudah dicetak,
sudah diserahkan, sudah disubmit, sudah diunggah
"""

PHRASES["not_done"] = """
blm beres, blm kelar, blm rampung, gak beres, hampir kelar, mau selesai,
not done, isnt done, not finished, not complete, not yet, almost done, nearly done, nearly finished,
almost finished, half done, not done yet, hasnt been done, when done, once done, until done, if done,
to be done, get done, getting done, be done, get it done, needs to be, need to be, must be, should be,
has to be, have to be, will be, nearly complete, almost complete, partly done, partially, belum selesai,
blm selesai, belum beres, belum kelar, belum rampung, hampir selesai, hampir beres, hampir rampung,
tinggal, setengah selesai, kalau selesai, kalau sudah selesai, setelah selesai, sampai selesai,
harus selesai, harus sudah, hrs selesai, mesti selesai, akan selesai, kapan selesai, biar selesai,
supaya selesai, selesai sebelum, selesai paling, diselesaikan, baru sebagian, sebagian, wajib selesai,
target selesai, harus beres, harus rampung, perlu selesai, sudah harus, udah harus
"""

PHRASES["reopen"] = """
reopen, re open, open again, reopened, reactivate, not done after all, isnt done after all,
wasnt done after all, undone, put back on the list, back on the list, bring back, uncheck,
mark as not done, mark as open, unfinished after all, need to redo, buka lagi, dibuka lagi, buka kembali,
dibuka kembali, aktifkan lagi, aktifkan kembali, belum selesai ternyata, ternyata belum selesai,
ternyata belum, ternyata blm, batal selesai, kembalikan ke daftar, hidupkan lagi
"""

PHRASES["later"] = """
diundurin, dimundurin, diberi waktu, dikasih waktu, a week later, two weeks later, a day later,
two days later, days later, weeks later, needs another, need another, needs more time, needs _ more,
needs _ _ more, butuh waktu, perlu waktu, butuh _ lagi, butuh seminggu lagi, butuh dua minggu lagi,
perlu _ lagi, can wait until, can wait till, can wait, bisa nunggu sampai, bisa menunggu sampai,
bisa tunggu sampai, nunggu sampai, tunggu sampai, slips to, slips, slides to, give _ until, give _ _ until,
give _ _ _ until, kasih waktu, beri waktu, kasih _ waktu, back a week, back one week, back two weeks,
back a month, back _ days, back _ weeks, postpone, postponed, delay, delayed, push, push back, pushed,
pushed back, push out, put off, defer, deferred, extend, extended, extension, slide, slip, slipped, bump,
give _ more, more time for, another week for, snooze, tunda, ditunda, tundain, undur, diundur, undurkan,
diundurkan, mundur, mundurin, mundurkan, dimundurkan, perpanjang tenggat, perpanjang deadline,
perpanjang batas, diperpanjang tenggatnya, molor, molorin, dimolorin, undurin, pending dulu, dipending
"""

PHRASES["earlier"] = """
forward by, forward to, forward a, forward one, forward two, forward _ days, up by, up to, ahead by,
dimajuin, dicepetin, bring forward, brought forward, bring _ forward, move up, moved up, move forward,
earlier, pull forward, pull in, advance the, sooner, majukan, dimajukan, maju, majuin, dipercepat,
percepat, lebih awal, lebih cepat
"""

PHRASES["move"] = """
dipindahin, digeserin, instead, move, moved, reschedule, rescheduled, shift, shifted, change the date,
change the deadline, change the due date, change date, change deadline, change due, set the deadline,
set deadline, set the due date, set due date, new deadline, new due date, new date, update the deadline,
update deadline, update the due date, deadline is now, is now due, now due, due date is now, due date to,
deadline to, due to be moved, set _ to, change _ to, make it, make that, pindah, pindahkan, dipindah,
dipindahkan, pindahin, geser, digeser, geserin, geserkan, ganti tanggal, ganti tanggalnya, ganti tenggat,
ganti tenggatnya, ganti deadline, ganti deadlinenya, ganti jadwal, ubah tanggal, ubah tanggalnya,
ubah tenggat, ubah tenggatnya, ubah deadline, ubah deadlinenya, ubah jadwal, tenggat baru, deadline baru,
tanggal baru, tenggatnya jadi, deadlinenya jadi, tenggat jadi, deadline jadi, dijadwal ulang, jadwal ulang,
jadwalkan ulang, reschedule jadi, di reschedule, direschedule, nge reschedule, ganti jadi, diganti jadi,
ganti ke, ubah ke, ubah jadi, diubah jadi
"""

PHRASES["now_at"] = """
is now at, is now on, now at, now on, sekarang jam, sekarang hari, sekarang tanggal, jadi, jadinya,
menjadi
"""

PHRASES["deadline_word"] = """
deadline, due date, tenggat, tenggat waktu, batas waktu, jatuh tempo, tanggal, date, jadwal
"""

PHRASES["assign"] = """
does, goes to, go over to, urusan, bagian, ill take, i will take, i can take, ill do, i can do,
saya ambil, aku ambil, saya saja yang, aku aja yang, ambil alih, mengambil alih, is taking, are taking,
taking on, is doing, assign, assigned to, assign to, reassign, re assign, give, hand over, hand,
handed over, pass, passed to, delegate, delegated to, transfer, over to, take over, takes over,
taking over, will take, can take, to take, takes, will handle, to handle, handles, handle, is handling,
will do, owns, will own, is on, on this, is responsible for, in charge of, put _ on, swap to,
change owner, change the owner, belongs to, picks up, pick up, will pick up, is yours, yours,
will be done by, done by, will be handled by, be handled by, handled by, taken by, taken over by, leads,
will lead, tugaskan, ditugaskan, tugasin, serahkan, diserahkan, serahin, kasih, kasihkan, kasihin,
berikan, limpahkan, dilimpahkan, limpahin, oper, operkan, dioper, alihkan, dialihkan, delegasikan,
didelegasikan, pindah tangan, pegang, dipegang, pegangin, yang pegang, yang urus, yang ngurus,
yang handle, yang kerjakan, yang kerjain, yang ngerjain, yang tangani, yang bertanggung jawab,
yang tanggung jawab, diambil alih, urus sama, diurus, ditangani, dihandle, di handle, handle sama,
dikerjakan, dikerjain, oleh, biar, gantian, ganti pic, pic nya, picnya, pic ganti, jadi pic,
tanggung jawab
"""

PHRASES["gone"] = """
went out, gone out, is out, are out, out the door, out of the door, off my plate, off our plate,
off your plate, off her plate, off his plate, off my desk, off our hands, off my hands, off the list,
off my list, off our list, from the list, from my list, from our list, has had its day, had its day,
ends the matter, in the bag, in the can, in the post, through with, can tick, tick the, tick off,
may strike, strike the, can strike, may cross, can cross, cross the, crossed off, scratch, in her hands,
in his hands, in my hands, in our hands, in hand, stamped, sent, is in, are in, came back, came through,
cleared, is clear, clear, all clear, checked, nailed, put to bed, done and dusted, wrapped, is history,
are history, no longer open, is behind us, are behind us, taken care of, had them printed, was settled,
sudah masuk, udah masuk, udah kelar, kelar, sudah kelar, beres, udah beres, udah lunas, lunas, kekirim,
udah kekirim, terkirim, sudah terkirim, udah aman, sudah aman, dicoret, bisa dicoret, boleh dicoret,
sudah di tangan, udah di tangan, sudah diteken, udah diteken, kepasang, udah kepasang, sudah terpasang,
rampung, tuntas, sudah tuntas, udah jadi, sudah keluar, udah keluar, udah turun, sudah turun, udah rebes,
rebes, done, selesai
"""

PHRASES["dropped"] = """
forget the, forget about, lupain, lupakan soal, scrap the,
scratch, scrap, drop the, drop, ga jadi, gak jadi, nggak jadi, tidak jadi, gajadi, batal, dibatalkan,
batalin, batalkan, hapus, hapus aja, hapus saja, hapusin, no longer need, no longer needed,
no longer necessary, dont need, not needed, wont need, isnt needed, arent needed, ga perlu lagi,
gak perlu lagi, tidak perlu lagi, ga butuh lagi, tidak jadi perlu, coret aja, coret saja, call off,
called off, is off, are off, cancelled, canceled, cancel, skip
"""

PHRASES["needless"] = """
forget the, forget about, we dont need, dont need, not needed,
no longer need, no longer needed, dont need, not needed, wont need, ga jadi, gak jadi, nggak jadi,
tidak jadi, batal, dibatalkan, ga perlu lagi, gak perlu lagi, tidak perlu lagi, hapus, called off,
cancelled, canceled, scrap
"""

PHRASES["open_again"] = """
opened again, be opened again, open again, reopened, re opened, back on the list, back on my list,
back on our list, buka lagi, dibuka lagi, buka kembali, dibuka kembali, belum beres ternyata,
ternyata belum, ternyata blm, not finished after all, isnt finished after all, not done after all
"""

PHRASES["slack"] = """
needs it on, needs it by, want it on, wants it on, wants it by, live with, works for, suits, better on,
prefer, no way, enaknya, i need until, need until, needs until, bisa minggu, bisa tanggal, bisa tgl,
bisa hari, wait till, wait until, wait to, waits till, waits until, can wait, can only, could only, only do,
only on, only be done, only free on, baru bisa, cuma bisa, hanya bisa, bisanya, cuman bisa, more time,
need more, needs more, another week, another fortnight, another day, another month, extra day, extra week,
an extra, extra days, extra weeks, more days, more weeks, more day, more week, few days, fortnight, gave us,
gives us, should sit, sits on, sit on, should be on, slot, wont happen, not happening, isnt happening,
ga sempat, gak sempat, nggak sempat, tidak sempat, ga keburu, gak keburu, tidak keburu, instead,
rather than, not before, kasih waktu, beri waktu, waktu lagi, hari lagi, minggu lagi, seminggu lagi,
butuh waktu, has until, have until, till after, until after
"""

PHRASES["taken"] = """
will do, will write, will handle, will take, will draft, will prepare, is doing, doing, writes, handles,
urusan, bagian, jatahnya, pic, will share, share, shares, has the, have the, take the, take over,
takes over, takes, make that, make it, belongs to, is now, goes to, over to, from now on, job now,
yang pegang, yang urus, yang handle, pegang, ambil, ambil alih, kasih ke, serahkan, serahkan ke, oper ke,
urus, gantian, yang kerjakan, looks after, will look after, covers, will cover, in charge, biar
"""

PHRASES["mine"] = """
ive got, i have got, i got, im on, im doing, aku handle, gue handle,
is mine, are mine, mine, ill take, i take, i will take, i can take, ill have, on me, leave it to me,
leave that to me, leave _ _ to me, aku ambil, saya ambil, gw ambil, gue ambil, aku pegang, saya pegang,
gw pegang, gue pegang, aku yang, saya yang, gw yang, gue yang, aku aja, saya aja, gw aja, gue aja, biar aku,
biar saya, biar gue, biar gw, sama aku, sama saya
"""
