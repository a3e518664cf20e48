"""What program officers write, English and Indonesian, as data: tag → phrases.

Phrases are compared word by word on folded text (lower case, no accents, no inner apostrophes, possessive
“'s” dropped); `_` stands for any one word. A word may end in “-nya”/“nya”.
"""

from __future__ import annotations

PHRASES: dict[str, str] = {}

# --- asking for something to be done -----------------------------------------------------------------

PHRASES["request"] = """
bisa kita, boleh kita, bisakah kita, dapatkah kita, ditunggu, could the two of you, can the two of you,
could both of you, can both of you, could you both, can you both, could you two, can you two,
would you mind, would anyone mind, would someone mind, does anyone mind, do you mind, anyone mind,
minta tolong dong, boleh minta tolong, tolong dong, need extra, need another, need one, need two,
need three, need four, need help, need more, any chance you could, any chance you can, any chance,
is it possible to, would it be possible to, if you can, need a, need an, need some, need someone,
need new, can we, could we, can we get, can we have, could we get, may i ask, i d like, would be great if,
it would be great if, would appreciate, appreciate it if, who can, anyone able to, anybody able to,
is anyone able to, need somebody to, want, asking you to, your help, if you could, please, pls, plz, plis,
kindly, can you, could you, can u, would you, will you, can someone, could someone, can anyone,
could anyone, someone please, somebody please, can we please, would someone, can somebody, could somebody,
someone should, someone needs to, someone has to, id like you to, i want you to, want you to, need you to,
i need you to, would like you to, make sure, be sure to, dont forget, do not forget, remember to,
lets not forget, help me, help us, we should, we must, we need, we have to, we still need,
we still have to, we ought to, i need, need to, needs to, need someone to, have to, has to, must, should,
required to, supposed to, gotta, got to, lets, let us, it would be good to, would be great to,
action needed, tolong, tlg, tolongin, tolonglah, tulung, mohon, mhn, harap, hrp, minta, minta tolong,
mnt tlg, dimohon, diharap, diminta, silakan, silahkan, bisa tolong, boleh tolong, bisa minta, boleh minta,
bisakah, bisa bantu, tolong bantu, bantu, bantuin, dibantu, titip, nitip, jangan lupa, jgn lupa,
jangan sampai lupa, jangan lupa ya, harus, hrs, mesti, kudu, wajib, perlu, prlu, butuh, musti, ayo, yuk,
mari, sebaiknya, seharusnya, kita harus, kita perlu, saya perlu, saya harus, aku harus, aku perlu,
gue harus, dong, tolong pastikan, pastikan, pstikan, mohon bantuan, mohon bantuannya, mohon kesediaan,
ada yang bisa, siapa yang bisa, bisa gak, bisa ga, bisa nggak, boleh gak, boleh ga, gmn kalau kita, coba,
dicek, disiapkan, segera, sgera, jangan lupakan, we want to, our next step is to, next step is to,
next step, aim to, plan to, planning to, it is time to, time to, langkah berikut, langkah berikutnya,
langkah selanjutnya
"""

PHRASES["task_label"] = """
need, needed, wanted, butuh, dibutuhkan, dicari, note to self, catat ya, catat, pengingat, todo, to do,
to dos, todos, task, tasks, new task, action, actions, action item, action items, action point,
action points, ap, ai, reminder, follow up needed, tugas, tugas baru, pr, tl, tindak lanjut,
pekerjaan rumah, daftar tugas, task list, next steps, next actions, rtl
"""

PHRASES["make_task"] = """
add a task, add task, add the task, add new task, create a task, create task, create a new task,
make a task, make task, new task, set a task, log a task, add an action, add a to do, add a todo,
add todo, put on the list, add to the list, add to my list, add to our list, put it on my list,
add to the to do list, open a task, add a reminder, set a reminder, create a reminder, buat tugas,
buatkan tugas, bikin tugas, bikinin tugas, tambah tugas, tambahkan tugas, tambahin tugas, catat tugas,
masukkan tugas, masukin tugas, buatin tugas, buat task, bikin task, tambah task, tambahkan task,
tambahin task, buatkan task, bikinin task, masukkan ke daftar, masukin ke list, masukkan ke daftar tugas,
catat sebagai tugas, jadikan tugas, buat pengingat, buatkan pengingat, pasang pengingat, set reminder,
bikin reminder, add, tambahkan, tambah, tambahin
"""

PHRASES["remind_me"] = """
remind me, remind us, ping me, nudge me, ingatkan saya, ingatkan aku, ingetin, ingetin saya, ingetin aku,
ingatkan kami, ingatkan kita, ingatkan, remind me to, tolong ingatkan, reminder for me
"""

PHRASES["i_will"] = """
i will, ill, i shall, im going to, i am going to, let me, i need to, i have to, i must, i should,
i plan to, i want to, ill handle, i promise to, i gotta, ive got to, saya akan, saya mau, aku akan,
aku mau, gue mau, saya harus, aku harus, gue harus, saya perlu, aku perlu, biar saya, biar aku,
nanti saya, nanti aku, ntar gue, saya yang, aku yang, saya bakal, aku bakal
"""

# --- verbs that ask when a sentence begins with them --------------------------------------------------

PHRASES["verb"] = """
cat, cat ulang, mengecat, garap, jelaskan ke, bilang ke, kasih tau, kasih tahu, kasi tahu, beri tahu,
temenin, jagain, nyalain, matiin, rsvp, abadikan, abstraksikan, acak, adakan, adaptasi, adu, agendakan,
ajarkan, ajari, aktifkan, akurkan, amankan, amati, amplas, analisis, angkat, antisipasi, anulir, arahkan,
arsip, asah, asuransi, awetkan, bakar, baliki, balikin, balut, bandingin, bantah, bariskan, basmi, basuh,
batasi, bebaskan, bedakan, bekali, bela, bendung, bentangkan, besarkan, betulin, betulkan, biayai,
bicarakan, bimbing, bina, bingkai, bingkaikan, blok, bocorkan, bongkarin, boyong, buang, buatin, bubarkan,
bubuhi, bubuhkan, buktikan, bulatkan, bumikan, bungkusin, buru, cabut, cadangkan, cairin, campur,
canangkan, cantumkan, cegah, celup, cermati, ceritakan, cicil, cicipi, cobain, cocokin, colok, contek,
copot, copotkan, cukur, dalami, damaikan, dandani, datangi, datangkan, debat, dekati, demokan, dengarkan,
deteksi, dobel, dokumentasi, donasikan, duplikat, eksekusi, ekstrak, entri, evakuasi, fasilitasi,
fokuskan, formulasikan, fotoin, fungsikan, gabung, gabungkan, gagas, gali, gandakan, gantikan, gantiin,
garisbawahi, gelar, gembok, gembokin, genapi, gerakkan, giring, godok, goreng, gosokkan, gratiskan,
gulungkan, gunakan, gunting, guntingin, habiskan, hadang, hadirkan, hafalkan, halangi, halau, haluskan,
hantar, hargai, haruskan, hemat, hentikan, hibahkan, hibur, hidangkan, hidupkan, hilangkan, himpun,
himpunkan, hindari, hitungin, hormati, huni, ikat, ikuti, ilustrasikan, imbangi, imbau, indeks, infoin,
ingatin, inspeksi, instal, instruksikan, intip, introspeksi, inventaris, inventarisasi, isolasi, izinkan,
jabarkan, jadikan, jahitkan, jajaki, jalani, jalankan, jalin, jamin, jamu, jangkau, jaring, jawabin,
jejerkan, jelajahi, jemur, jepit, jepret, jilid, jilidkan, jinakkan, jual, jualkan, jumlahkan, kabulkan,
kaji, kalibrasi, kalkulasi, kaitkan, kampanyekan, kantongi, katakan, keluarin, kembangin, kemasin, kenali,
kendurkan, kerjain, kerok, ketikin, ketok, kikis, kirimi, klarifikasi, klarifikasikan, klasifikasikan,
klik, klip, kloning, kocok, kompilasi, kompres, kondisikan, konsultasikan, kontrol, konversi,
kordinasikan, koreksiin, kosongin, kredit, krop, kuliti, kumpul, kunci, kuncikan, kupas, kuras, kurangi,
kurasi, kurung, kutip, lacaki, lakukan, lambaikan, lamar, lancarkan, langkahi, lantik, lapisi, lepas,
lepaskan, lepasin, lestarikan, letakin, libatkan, lihatin, limpah, lindungi, lipatkan, loloskan, loncati,
longgarkan, lukis, lumuri, luncurkan, lunaskan, luruskan, mainkan, maketkan, maklumi, mapping, masukin,
matangkan, matikan, merger, mintai, moderasi, modifikasi, modalin, muati, muluskan, musnahkan, nyalakan,
nyatakan, olah, olesi, omongkan, ongkosi, operasikan, optimalkan, organisir, padamkan, padatkan, pagari,
pajang, pakaikan, palang, pamerkan, panaskan, pancing, pandu, panen, panggilkan, panjangkan, pantulkan,
papar, paparkan, paraf, parafkan, parkir, parkirkan, patuhi, pecah, pecahkan, pencet, pendekkan, penuhi,
perban, perbanyak, percantik, perhalus, perhatikan, perindah, perinci, perintahkan, periksain, perjelas,
perkecil, perketat, perkirakan, perkuat, perlambat, perlihatkan, permak, permudah, perpendek, persiapkan,
persilakan, pertahankan, pertajam, pertanyakan, pertemukan, pesenkan, pelajarin, petik, pilihin, pisah,
pisahkan, plester, poles, potongin, potret, praktikkan, presentasikan, promosikan, proyeksikan, publikasi,
publis, pugar, pulangkan, pulihkan, pungut, pupuk, pusatkan, putar, putarkan, racik, raih, rakit,
rampungin, rangkai, rangkul, rangkum, rangkumkan, rapiin, ratakan, rawat, realisasikan, redakan, reka,
rekomendasikan, rekonsiliasi, rekonstruksi, relokasi, rem, renovasi, reparasi, resmikan, reservasi,
ringkas, rilis, rinci, rincikan, rintis, robek, rombak, rotasi, rumuskan, rundingkan, saji, sajikan,
salin, salinkan, salurkan, sambung, sambungkan, samakan, sandingkan, santuni, sapa, sapu, saring, satukan,
seduh, segel, sempurnakan, semprot, seragamkan, serahterimakan, seret, sertifikasi, service, servis,
setel, setrika, setting, setujuin, setorkan, sikat, simak, simpanin, simpenin, singkirkan, sinkronkan,
sisihkan, sisipkan, siram, sisir, soroti, sosialisasikan, sponsori, stabilkan, standarkan, stempelin,
stopkan, sulam, suling, sumbangkan, sunting, supervisi, suplai, susulin, tabung, tahan, tajamkan, taksir,
talangi, tambahi, tampung, tanam, tandai, tanggapi, tangguhkan, tangkap, tanyai, tarik, tarikin,
targetkan, tata, tawar, tayangkan, tebarkan, tebus, tegaskan, tegur, tekan, telponkan, tempatkan, tempuh,
temukan, tengok, tentuin, tepati, terangi, terbitkan, tebalkan, tiadakan, tiketkan, timbun, tinggalkan,
tingkatkan, tiru, titipin, tolak, tolerir, tonton, topang, transkrip, transkripsi, transkripsikan,
tuangkan, tukarkan, tumbuk, tumpuk, tumpukkan, tunaikan, tunggu, tunggui, tunjuk, tunjukin, turuti,
tutupi, ucapkan, ujicoba, ukir, ukur, ukurkan, ulangi, ulas, unduhkan, unggahkan, ungkap, ungsikan,
upayakan, uraikan, utamakan, utus, wajibkan, waspadai, abandon, abolish, absorb, accelerate, accompany,
accomplish, achieve, acknowledge, activate, adjourn, administer, admit, adopt, advertise, advise, allow,
alter, anchor, anonymise, append, appraise, assist, assure, attract, authorise, authorize, automate,
avoid, balance, beautify, bend, bind, blend, boil, borrow, broadcast, brush, burn, bury, calm, carry,
cast, categorise, celebrate, certify, chair, challenge, charge, cite, classify, climb, coach, code,
collaborate, combine, command, compensate, compute, conceal, concentrate, condense, conduct, configure,
congratulate, consider, consolidate, construct, consume, contain, continue, contribute, control, cover,
credit, criticise, cross, cull, cultivate, cure, cushion, damp, deactivate, debate, decorate, decrease,
dedicate, deduct, defend, define, delete, deploy, derive, designate, detach, detect, devise, dig, digest,
disable, disconnect, discontinue, disinfect, dispose, distinguish, divide, drain, drive, dub, duplicate,
ease, elaborate, elect, elevate, eliminate, embed, emphasise, empty, enable, encode, encourage, enforce,
enhance, enlarge, enlist, enrol, enroll, enter, equip, erase, erect, evacuate, evict, examine, exclude,
excuse, execute, exhibit, expand, expedite, explain, explore, expose, fasten, favour, feature, feed,
fence, fit, flatten, fold, formulate, forgive, fund, furnish, generate, glue, govern, grab, grade, grind,
guarantee, guard, guide, halve, harmonise, harvest, heat, hide, highlight, hoist, illustrate, implement,
improve, incorporate, increase, index, indicate, initial, initiate, inject, insert, inspire, instruct,
integrate, interpret, interrupt, inventory, invest, isolate, jot, juggle, justify, knock, lend, lift,
limit, link, listen, load, lodge, loosen, lubricate, maintain, manage, manufacture, mark, maximise,
mediate, mend, mention, merge, minimise, mix, mobilise, moderate, modify, mop, motivate, multiply, nail,
narrow, neutralise, normalise, observe, occupy, offset, oil, operate, optimise, oversee, overwrite, pad,
paste, patch, pause, peel, pencil, perform, permit, persuade, phase, pilot, pitch, place, plant, plaster,
play, plug, polish, position, pour, practise, praise, pray, preserve, press, pressure, prevent,
prioritise, probe, procure, prohibit, promote, prompt, protect, prove, pull, pump, punch, quantify,
quarantine, question, rally, rank, realign, reallocate, reassure, rebuild, recalculate, recall, recap,
recharge, reclaim, recommend, reconsider, reconstruct, recover, recycle, redeem, redesign, redirect,
redraft, redraw, reduce, refine, refresh, regulate, rehang, reheat, reinforce, reinstall, reinstate,
reject, relabel, relaunch, relay, relocate, remake, remeasure, remedy, remodel, renegotiate, renovate,
reorganise, repack, repaint, repeat, rephotograph, replicate, reposition, represent, reproduce, rerun,
rescue, reseal, restore, restrict, restructure, resume, retain, retire, retrieve, retry, reuse, reveal,
reverse, revisit, revoke, reward, rewire, rig, rinse, roll, rotate, route, sample, sand, sanitise,
satisfy, scale, scatter, score, scrap, scrape, scrub, seal, search, seat, seek, segment, seize, separate,
serve, sew, shape, sharpen, shelve, shield, shorten, shout, shred, shut, sift, signal, simplify, simulate,
skip, slice, smooth, snap, soak, soften, solicit, spend, spot, spray, spread, squeeze, stabilise, stack,
stamp, standardise, staple, steam, steer, step, sterilise, stitch, stop, straighten, strengthen, stretch,
string, strip, structure, subscribe, substitute, subtract, suggest, summon, supervise, supply, support,
suppress, suspend, sustain, switch, synchronise, tabulate, tackle, tailor, tally, tape, tap, target,
taste, teach, tear, telephone, template, terminate, thank, throw, tick, tie, tighten, tow, trade,
transform, transmit, treat, trim, troubleshoot, trust, tune, turn, twist, underline, undo, unify, unlock,
unload, unplug, unwrap, uninstall, uphold, upsize, usher, utilise, vacate, vacuum, vary, vet, voice,
volunteer, wake, warn, weed, weld, whiten, widen, wipe, withdraw, withhold, witness, wrestle, xerox, zip,
let _ know, let _ _ know, let _ _ _ know, give _ a call, give _ a ring, take care of, deal with,
get rid of, get hold of, set aside, put aside, hand in, hand out, take down, put up, pull together,
touch up, top up, sign up, back up, follow through, run through, go over, check up on, work out, help out,
keep an eye on, pass on, agree on, work with, try to, wait for, help with, leave room for, lead the, file,
check with, check whether, check if, check that, see whether, see if, ring up, look at, hunt for,
hunt down, pick, tidy, vote on, vote, return, hang, iron, dust, wash, sweep, label up, tag, weigh,
digitise, digitize, laminate, frame, dismantle, assemble, calibrate, rearrange, restock, refill, replace,
restart, reset, rephrase, reword, rename, reorder, reprint, resize, crop, rework, simulasi, koordinir,
pimpin, jaga, simpulkan, sortir, pilah, timbang, gosok, lap, cuci, jahit, gulung, bungkus, lipat, potong,
pangkas, tambal, tempelkan, gantung, gantungkan, digitalkan, katalogkan, pinjam, pinjamkan, titipkan,
sertakan, lampirkan, susulkan, selipkan, hapus, ubah, tambah, sesuaikan, cocokkan, bandingkan, telusuri,
lacak, urutkan, kelompokkan, petakan, isi ulang, tanda tangan, ttd, fotokopikan, kasih, berikan, bawa,
bawakan, taruh, letakkan, tempel, pindahkan, angkut, kosongkan, siarkan, undur, liput, dekorasi, hias,
bersihin, daftarin, ajak, panggil, tampilkan, naikkan, turunkan, batalkan, tinjau, teliti, perbarui,
perbaharui, update, kawal, dorong, kumpulkan, abstract, accept, acquire, adapt, add, address, adjust,
agree with, align, allocate, amend, analyze, announce, answer, apply, appoint, approach, approve, archive,
arrange, ask, assess, attach, attend, audit, backup, block, book, brief, bring, budget for, build, buy,
calculate, call, cancel, caption, cc, change, charter, chase, check, choose, circulate, clarify, clean,
clear, close, collate, collect, commission, compare, compile, complete, compose, compress, confirm,
connect, consult, contact, convert, cook, coordinate, copy, correct, count, courier, create, cross check,
customize, cut, decide, declare, deliver, deposit, describe, design, determine, develop, discuss,
dispatch, distribute, do, document, double check, download, draft, draw up, draw, drop off, edit, email,
e mail, engage, enquire, ensure, escalate, establish, estimate, evaluate, exchange, export, extend, fetch,
fill in, fill out, fill, finalise, finalize, find, finish, firm up, fix, flag, follow up, format, forward,
gather, get, give, go through, go to, hand over, handle, hire, hold, host, identify, import, include,
inform, inspect, install, insure, interview, introduce, investigate, invite, invoice, issue, itemise,
itemize, join, keep, label, launch, layout, lay out, liaise, list, loan, locate, log, look for, look into,
look up, mail, make, map, measure, meet, meet with, mount, move, negotiate, nominate, note, notify,
obtain, onboard, open, order, organise, organize, outline, pack, paint, pay, phone, photograph, pick up,
pin down, plan, post, practice, prep, prepare, present, print, process, produce, proof, proofread,
propose, provide, publish, purchase, push for, put together, put, query, quote, raise, read, rebook,
recheck, reconcile, reconfirm, record, recruit, redo, refer, refund, register, rehearse, reimburse,
reissue, release, remind, remove, renew, rent, repair, reply, reply to, report, request, research, resend,
reserve, resolve, respond, respond to, retouch, reverify, review, revise, rewrite, ring, run, save, scan,
schedule, scout, screen, secure, select, sell, send, send out, set, set up, settle, share, ship,
shortlist, show, sign, sign off, sketch, solve, sort, sort out, source, spec, speak to, specify, split,
sponsor, stage, start, state, store, study, submit, subtitle, summarise, summarize, survey, swap, take,
talk to, tell, tender, test, text, trace, track, track down, train, transcribe, transfer, translate,
transport, type up, unpack, upgrade, upload, use, validate, verify, visit, walk, write, write up, wrap up,
wrap, chase up, clear up, check in with, circle back, circle back to, touch base with, reach out to, ping,
whatsapp, wire, nudge, work on, draft up, line up, lock in, nail down, get back to, kirim, kirimkan,
kirimin, krm, krim, kirim ulang, siapkan, siapin, buat, buatkan, bikin, bikinkan, bikinin, urus, uruskan,
urusin, cek, ceklah, cekin, periksa, periksakan, bayar, bayarkan, bayarin, lunasi, pesan, pesankan,
pesenin, pesan tiket, booking, bookingkan, hubungi, kontak, telepon, telpon, tlp, telponin, undang, susun,
susunkan, rampungkan, selesaikan, beresin, bereskan, kelarin, ajukan, terjemahkan, translatekan, kumpulin,
perpanjang, cari, carikan, cariin, beli, belikan, beliin, sewa, konfirmasi, konfirmasikan, konfirm,
followup, fu, tindak lanjuti, tindaklanjuti, rekap, rekapin, unggah, unduh, revisi, revisikan, perbaiki,
benerin, daftarkan, daftar ke, daftar, jadwalkan, jadwalin, atur, aturkan, ambil, antar, antarkan, jemput,
tanda tangani, tandatangani, teken, koordinasi, koordinasikan, finalisasi, finalkan, finalin, lengkapi,
lengkapin, isi, input, masukkan, tulis, tuliskan, tulisin, ketik, desain, desainkan, cetak, cetakkan,
pindai, fotokopi, legalisir, stempel, pasang, bongkar, kemas, packing, ekspor, impor, rapikan, bersihkan,
foto, rekam, dokumentasikan, umumkan, publikasikan, sebarkan, sebar, bagikan, balas, bales, jawab, tanya,
tanyakan, tanyain, minta, mintakan, tagih, tagihkan, kejar, pantau, monitor, awasi, evaluasi, telaah,
baca, pelajari, hitung, hitungkan, anggarkan, alokasikan, tetapkan, tentukan, pilih, pilihkan, putuskan,
usulkan, rencanakan, rancang, kembangkan, latih, latihan, gladi, uji, tes, coba cek, lapor, laporkan,
serahkan, setor, transferkan, cairkan, klaim, ganti, tukar, kembalikan, simpan, arsipkan, hadiri, temui,
jumpai, kunjungi, survei, wawancara, wawancarai, seleksi, rekrut, sambut, dampingi, temani, wakili,
infokan, informasikan, kabari, kabarin, beritahu, beritahukan, ingatkan, pastikan, pastiin, lobi,
negosiasi, negosiasikan, nego, cek ulang, kroscek, crosscek, cross cek, verifikasi, validasi, koreksi,
setujui, mintain, buka, tutup, mulai, lanjutkan, lanjutin, teruskan, emailkan, wa, mengurus, menyiapkan,
membuat, mengirim, menyusun, mencari, menghubungi, menyelesaikan, membayar, mengecek, memesan, mencetak,
rapat, meeting, draf, proses, prosesin, lelang
"""

# Verbs that are nouns as often: they ask only where the sentence tells of no state.
PHRASES["noun_verb"] = """
adu, arsip, asuransi, blok, debat, dobel, duplikat, entri, indeks, inspeksi, inventaris, isolasi, klik,
klip, kontrol, kredit, kumpul, kunci, mapping, merger, pisah, potret, publikasi, rekonsiliasi, relokasi,
rem, renovasi, reservasi, rilis, rinci, rotasi, segel, service, servis, setting, suplai, tata, tawar,
tekan, timbun, transkrip, sertifikasi, supervisi, analisis, antisipasi, dokumentasi, evakuasi, kalibrasi,
kalkulasi, klarifikasi, kompilasi, konversi, moderasi, modifikasi, reparasi, rekonstruksi, inventarisasi,
transkripsi, hemat, gratiskan, lepas, tempuh, tunggu, parkir, saji, panen, anchor, balance, brush, cast,
challenge, charge, code, command, control, cover, credit, cross, cure, cushion, damp, debate, decrease,
digest, drain, drive, dub, duplicate, ease, exhibit, favour, feature, feed, fence, fit, fold, fund, glue,
grade, grind, guarantee, guard, guide, heat, highlight, index, initial, inventory, lift, limit, link,
load, mark, mend, mix, nail, offset, oil, pad, paste, patch, pause, pencil, pilot, pitch, place, plant,
plaster, play, plug, polish, position, practise, press, pressure, probe, prompt, pump, punch, question,
rally, rank, recall, recap, relay, remedy, rescue, retire, reverse, reward, rig, roll, route, sample,
sand, scale, score, scrap, seal, search, seat, segment, shape, shield, sift, signal, slice, snap, spot,
spray, spread, squeeze, stack, stamp, steam, step, stitch, stop, string, strip, structure, supply,
support, switch, tackle, tailor, tally, tap, tape, target, taste, template, tick, tie, tow, trade, treat,
trim, trust, tune, turn, twist, voice, volunteer, wake, weed, mention, file, tag, vote, dust, wash, iron,
lap, pick, tidy, return, book, budget for, call, change, check, contact, copy, design, draft, email,
exchange, follow up, frame, invoice, issue, label, launch, layout, list, loan, mail, map, meet, meeting,
note, order, pack, plan, post, practice, present, print, process, program, proof, quote, record, release,
report, request, research, review, run, scan, schedule, screen, set, ship, sign, sponsor, stage, start,
state, store, study, survey, tender, test, text, track, train, transfer, transport, update, visit, walk,
whatsapp, wire, booking, desain, draf, cetak, foto, edit, daftar, latihan, gladi, rapat, revisi, evaluasi,
seleksi, audit, survei, lelang, koordinasi, konfirmasi, pesan, kontak, wa, telepon, tes, finalisasi,
verifikasi, wawancara, negosiasi, proses, rekap, input, isi, packing, klaim, work on, open, close,
deposit, show, host, deliver, import, export, tutup, buka, mulai, impor, ekspor, share, log, upload
"""

# --- what is told, not asked -------------------------------------------------------------------------

PHRASES["state"] = """
bagus, bagus sekali, bagus banget, keren, indah, cantik, jelek, lucu, beautiful, gorgeous, lovely,
stunning, diperpanjang, dipotong, ditambah, dikurangi, terkurasi, terkumpul, terjual, terdaftar,
terpasang, lost, extended, mundur, diundur, dimundurkan, dimajukan, hilang, rusak, menolak, setuju,
sepakat, menunggu, lolos, terpilih, siap, terkirim, tertunda, ditunda, dipindah, berubah, diganti,
digeser, dapat, resmi, will be, looks, seems, broke, cut, reduced, increased, doubled, joined, joins,
withdrew, dropped, backed out, is, are, was, were, has, have, had, went, got, did, been, sent, approved,
confirmed, signed, arrived, delivered, finished, cancelled, canceled, moved, changed, agreed, received,
said, asked, told, wants, wanted, hasnt, havent, isnt, wasnt, werent, didnt, came, left, started, opened,
closed, published, cleared, delayed, postponed, rejected, failed, promised, replied, wrote, called, met,
launched, sudah, sdh, udah, udh, dah, telah, belum, blm, masih, msh, sedang, sdg, baru saja, barusan,
tadi, ternyata, katanya, dikirim, disetujui, ditandatangani, tiba, batal, dibatalkan, ditolak, tertahan,
terbit, keluar, rampung, lancar, aman
"""

PHRASES["past"] = """
i said, i told, saya bilang, aku bilang, tidak ada yang angkat, tidak diangkat, nggak diangkat,
gak diangkat, nobody picked up, no one picked up, went to voicemail, i sent, we sent, i called, we called,
i met, we met, i had, we had, i was, we were, i went, we went, i did, we did, ive, weve, i have sent,
we have sent, i have, we have, already, just, just now, saya sudah, kami sudah, kita sudah, aku sudah,
aku udah, gue udah, saya udah, kita udah, sudah, udah, sdh, telah, barusan, tadi, kemarin, habis dari,
baru saja, baru pulang, baru dari
"""

PHRASES["if"] = (
    "if, whether, apakah, kalau, kalo, klo, jika, bila, apabila, andai, seandainya, unless, in case, asalkan"
)

PHRASES["negation"] = """
not, no, never, dont, doesnt, didnt, isnt, arent, wont, cant, hasnt, havent, wasnt, without, tidak, tdk,
tak, gak, ga, nggak, ngga, enggak, engga, kagak, belum, blm, bukan, jangan, jgn, tanpa
"""

# --- talk that asks for nothing ------------------------------------------------------------------------

PHRASES["no_log"] = """
ignore it, ignore that, ignore, abaikan aja, no need to log, no need to record, no need to note,
no need to save, dont log, do not log, dont record, do not record, not for the record, off the record,
dont add, do not add, dont create, do not create, no need to add, no need to create, no task needed,
no action needed, nothing to log, nothing to do here, just thinking out loud, thinking out loud,
just chatting, just venting, just kidding, kidding, joking, just joking, ignore this, please ignore,
ignore my last, disregard, never mind, nevermind, nvm, no rush no task, gak usah dicatat, ga usah dicatat,
nggak usah dicatat, tidak usah dicatat, tidak perlu dicatat, gak perlu dicatat, ga perlu dicatat,
nggak perlu dicatat, jangan dicatat, jgn dicatat, jangan disimpan, gak usah disimpan, jangan dibuat tugas,
bukan tugas, off record, cuma curhat, curhat, curhat dikit, bercanda, becanda, canda, cuma bercanda,
iseng, iseng aja, abaikan, abaikan saja, lupakan, lupakan saja, cuma ngobrol, mikir mikir aja,
sekadar mikir, cuma kepikiran, wkwk
"""

PHRASES["hypothetical"] = """
harusnya tadi, harusnya kemarin, seharusnya tadi, should have, shouldve, should of, could have, dreamt,
dreamed, i had a dream, what if, maybe one day, one day we, someday, some day, wouldnt it be, i wish,
if only, imagine if, hypothetically, in theory, would be nice to, would be nice if, would be fun to,
would love to, id love to, dreaming of, dream of, it would be nice, maybe we could, maybe we should,
perhaps we could, might be nice, at some point, i wonder, we might, could be nice, should we,
shall we maybe, thinking of, thinking about, i was thinking, toying with, one of these days,
would be cool, andai, andaikan, seandainya, kalau saja, coba kalau, gimana kalau, bagaimana kalau,
kapan kapan, suatu hari, suatu saat, kapan ya kita, mungkin suatu, mungkin nanti, mungkin kapan,
pengen banget, pengin, kepikiran, enaknya, misalnya, misal, bayangkan, bayangin, mimpi, mimpiin,
gimana ya kalau, mungkin kita bisa, besok besok, wacana, masih wacana
"""

PHRASES["small_talk"] = """
hi, hello, hey, heya, hiya, hai, halo, hallo, helo, good morning, good afternoon, good evening,
good night, morning, gm, gn, all, everyone, everybody, team, guys, folks, happy, thanks, thank you,
thank u, thx, tq, ty, tks, cheers, many thanks, thanks a lot, thanks so much, so much, a lot, appreciated,
much appreciated, ok, okay, oke, okey, okeh, oki, k, kk, sure, great, nice, cool, good, perfect,
wonderful, amazing, awesome, lovely, fantastic, excellent, brilliant, super, well done, good job,
great job, great work, good work, nice work, nice one, congrats, congratulations, congratulation, noted,
noted with thanks, well noted, got it, understood, will do, roger, copy, on it, welcome, youre welcome,
no problem, np, no worries, sorry, apologies, my bad, yes, yep, yup, yeah, ya, yaa, yaah, yah, no, nope,
haha, hahaha, hehe, hehehe, lol, lmao, wow, yay, oh, ah, hmm, hmmm, bye, see you, see you tomorrow,
see you there, see you soon, see you all, talk soon, take care, have a good day, have a nice day,
have a great weekend, have a good weekend, enjoy, enjoy your weekend, good luck, get well soon,
happy birthday, welcome back, welcome to the team, agree, agreed, i agree, same, same here, me too, true,
indeed, exactly, right, sounds good, looks good, lgtm, works for me, fine by me, fine with me, so, and,
for, to, the, you, your, my, me, it, this, that, very, much, really, too, with, of, in, on, at, we, i, am,
is, are, was, be, here, there, today, tonight, tomorrow, weekend, week, day, monday, tuesday, wednesday,
thursday, friday, saturday, sunday, love, hope, hope you, everyone is, well, please, amin, amen, again,
from, now, then, just, a, an, let, know, soon, back, also, both, pagi, siang, sore, malam, selamat,
selamat pagi, selamat siang, selamat sore, selamat malam, semua, semuanya, semuaa, teman, teman teman,
temen temen, rekan, rekan rekan, bapak, ibu, bapak ibu, bpk, pak, bu, mas, mbak, mba, kak, kakak, bang,
om, tante, terima kasih, terimakasih, trima kasih, makasih, makasi, makacih, mksh, mksih, trims,
thanks ya, banyak, sekali, banget, bgt, sama sama, siap, siapp, sip, sipp, siip, baik, baiklah, ok siap,
oke siap, oke noted, beres bos, mantap, mantab, mantul, keren, hebat, bagus, cakep, asik, asyik,
alhamdulillah, syukurlah, syukur, puji tuhan, insya allah, insyaallah, amin ya, aamiin, selamat ya,
selamat ulang tahun, hbd, semangat, semoga, semoga lancar, lancar, sukses, sukses selalu, hati hati,
sampai jumpa, sampai besok, sampai nanti, dadah, maaf, mohon maaf, maaf ya, sori, sorry ya, setuju, betul,
bener, benar, iya, iyaa, iyah, yoi, enggak, gak, tidak, wah, duh, aduh, loh, lho, kok, sih, deh, dong,
nih, tuh, lah, kan, ya ampun, astaga, ayo, lanjut, lanjut saja, gas, gaskeun, oh gitu, gitu, begitu,
oh iya, untuk, atas, bantuannya, kerja, kerjanya, kerja keras, kerja kerasnya, infonya, info,
informasinya, kabarnya, apa kabar, libur, liburan, hari, ini, besok, minggu, senin, selasa, rabu, kamis,
jumat, sabtu, akhir pekan, aja, saja, dulu, juga, tim, dari, di, ke, yang, dan, saya, kami, kita, aku,
kamu, anda, nanti, lagi, wkwk, wkwkwk, xixi, monggo, matur nuwun, nuhun, suksma, happy weekend, tgif
"""

PHRASES["fyi"] = (
    "fyi, for your information, for info, just fyi, sekadar info, sekedar info, sekadar informasi,"
    " info saja, info, infonya, kabar, kabar baik, kabar buruk, good news, bad news, great news,"
    " heads up, quick update, update, berita baik, sekilas info, just to let you know, letting you know,"
    " hot news, ada kabar"
)

# --- questions to the register -------------------------------------------------------------------------

PHRASES["question"] = """
what, whats, which, who, whos, whom, when, where, how, hows, is there, are there, do we, does, did we,
have we, has, any, anything, show me, show, list, give me, tell me, can you tell me, can you show me,
could you show, do i, am i, are we, apa, apa saja, apa aja, apakah, yang mana, mana, mana saja, mana aja,
siapa, siapa saja, siapa aja, kapan, dimana, di mana, bagaimana, gimana, gmn, berapa, ada, adakah,
ada apa, tampilkan, tunjukkan, lihat, liat, lihatkan, sebutkan, cek, kasih tahu, kasih tau, kasi tau,
daftar, sampai mana, sudah sampai mana, udah sampe mana, bgmn
"""

PHRASES["q_due"] = """
on for tomorrow, on for today, on for this week, on for next week, on the calendar, on the cards,
besok ada apa, hari ini ada apa, do i have anything, have i got anything, do we have anything,
anything on, anything due, tugas, task, tasks, ngerjain apa, mengerjakan apa, kerjain apa, kerjakan apa,
ngapain, ada apa saja, ada apa aja, jadwal, plate, working on, todo list, to do list, to dos, task list,
workload, due, deadline, deadlines, due dates, coming up, upcoming, on my plate, on our plate,
on the agenda, whats next, what next, my tasks, our tasks, open tasks, tasks for, tasks do,
to do this week, do i have to do, do we have to do, have to do, needs to be done, need to be done,
must be done, have to be done, should be done, due this week, left to do, still to do, still open,
still outstanding, outstanding, what is open, on their plate, assigned to, tenggat, tenggatnya,
jatuh tempo, batas waktu, deadline minggu, tugas saya, tugasku, tugas aku, tugas kita, tugas kami,
tugas minggu, tugas hari, tugas untuk, tugas apa, tugas yang, yang harus dikerjakan, harus dikerjakan,
harus selesai, yang harus selesai, harus diselesaikan, yang perlu dikerjakan, perlu diselesaikan, agenda,
yang belum selesai, belum selesai, belum beres, masih terbuka, yang masih terbuka, mau dikerjakan,
kerjaan, pekerjaan, tugasnya, daftar tugas
"""
PHRASES["q_late"] = """
overdue, late, past due, behind, behind schedule, missed, slipping, slipped, delayed tasks, past deadline,
past the deadline, passed the deadline, over the deadline, lagging, running late, terlambat, telat,
lewat tenggat, lewat deadline, lewat batas, melewati tenggat, melewati batas, molor, lewat waktu, nunggak,
tertunggak, kelewat, kelewatan, keteteran, ngaret, sudah lewat, udah lewat
"""
PHRASES["q_silent"] = """
havent we talked to, not talked to, havent talked to, havent we spoken to, not spoken to, havent we met,
tidak kita hubungi, belum kita hubungi, tidak kami hubungi, gak kita hubungi, belum dikontak,
havent we heard, have we not heard, havent we contacted, have we not contacted, havent i heard,
not answered, hasnt answered, havent answered, silent for, quiet for, no sign of life, gone quiet,
going quiet, gone silent, went quiet, went silent, been quiet, been silent, quiet, silent, gone cold,
going cold, not replied, havent replied, hasnt replied, no reply, not responded, havent responded,
hasnt responded, not heard, havent heard, hasnt been in touch, havent been in touch, not been in touch,
not contacted, havent contacted, no contact, lost touch, lost contact, out of touch, unresponsive,
ghosting, ghosted, tidak ada kabar, gak ada kabar, ga ada kabar, nggak ada kabar, tak ada kabar,
belum ada kabar, blm ada kabar, tanpa kabar, hilang kabar, diam, diam saja, sepi, senyap, belum membalas,
belum balas, blm balas, blm bales, belum bales, tidak membalas, gak balas, ga bales, belum merespons,
belum merespon, belum respon, tidak merespons, belum menjawab, belum jawab, lama tidak dihubungi,
lama gak dihubungi, belum dihubungi, tidak dihubungi, lama tidak kontak, lama gak kontak, menghilang,
hilang, jarang dihubungi, lama tak bersua, lama tidak berkabar, tidak berkabar
"""
PHRASES["q_we_owe"] = """
open promises to, promises to the, any promises to, outstanding promises, promises open to, janji kita ke,
janji kami ke, did we agree to send, we agreed to send, agree to send to, did we say we would,
have we agreed to, kita sudah janji, kami sudah janji, sudah kita janjikan, janji kirim apa,
yang kita janjikan, do we owe, we owe, do i owe, we promised, did we promise, have we promised,
our promises, did we commit, we committed, waiting for from us, waiting on from us, waiting for us,
expecting from us, expect from us, owed to, our commitments, our obligations, commitments to,
outstanding for, kita utang, kita hutang, utang apa ke, hutang apa ke, utang kita, hutang kita,
kita berutang, kami utang, utang kami, janji kita, janji kami, kita janji, kita janjikan, kami janjikan,
kami janji, kita punya janji, janji apa ke, janji apa sama, komitmen kita, kewajiban kita,
ditunggu dari kita, mereka tunggu dari kita, kita utang ke, utang ke
"""
PHRASES["q_they_owe"] = """
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
ending, end this, end next, end in, ends, about to expire, selesai masa berlakunya, yang habis, expire,
expires, expiring, expiry, run out, runs out, running out, lapse, lapses, lapsing, up for renewal,
need renewal, needs renewal, need renewing, be renewed, ending soon, about to end, renewals, habis,
mau habis, akan habis, segera habis, hampir habis, berakhir, akan berakhir, segera berakhir, kedaluwarsa,
kadaluarsa, kadaluwarsa, expired, jatuh tempo, perlu diperpanjang, harus diperpanjang, diperpanjang,
perpanjangan, habis masa berlaku, masa berlaku
"""
PHRASES["agreement"] = """
mou, mous, moa, agreement, agreements, contract, contracts, loi, lois, pks, msp, memorandum,
nota kesepahaman, perjanjian, perjanjian kerja sama, kontrak, kesepakatan, surat minat, loan agreement,
kerja sama, kerjasama, adendum, addendum, amendment, letter of intent
"""
PHRASES["q_status"] = """
on schedule, on time, on course, sesuai jadwal, sesuai rencana, update dong, kabar dong, minta update,
minta kabar, siap buka, ready to open, coming along, how is it coming, any update, any updates, any news,
ada update, ada kabar soal, gimana perkembangannya, gimana kabarnya, status of, status on, the status,
status for, whats the status, status update, status program, status pameran, how is, hows,
how are we doing, how are things, how far, where are we, where do we stand, how is it going, going,
progress on, progress of, progress, latest on, latest with, any news on, any update on, any updates on,
news on, update on, updates on, whats happening with, whats up with, on track, ready, status, statusnya,
progres, progresnya, progress nya, perkembangan, perkembangannya, kabar, kabarnya, gimana, bagaimana,
sampai mana, sudah sampai mana, udah sampai mana, udah sampe mana, sejauh mana, apa kabar,
ada perkembangan, update terakhir, kabar terakhir, kondisi, siap belum, sudah siap
"""
PHRASES["q_owner"] = """
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
PHRASES["partner_word"] = (
    "partner, partners, mitra, lender, lenders, funder, funders, sponsor, sponsors, museum, museums,"
    " institution, institutions, organisation, organisations, organization, organizations, contact,"
    " contacts, kontak, narahubung, venue, venues, embassy, kedutaan, lembaga"
)

# --- changes to tasks ------------------------------------------------------------------------------------

PHRASES["done"] = """
has gone out, have gone out, gone out, sudah jalan, sudah berangkat, sudah keluar semua, is off, are off,
came this morning, came today, sudah sampai, sudah tiba, sudah datang, centang, coret dari daftar, done,
finished, completed, complete, is done, are done, all done, its done, done with, closed, can be closed,
can close, close the, closed out, mark as done, mark done, as done, as complete, as completed,
as finished, tick off, ticked off, check off, checked off, crossed off, cross off, wrapped up, sorted,
taken care of, finalised, finalized, is complete, is finished, settled, paid, sent out, submitted,
delivered, booked, handled, finish, finished with, accomplished, selesai, slsai, slesai, sudah selesai,
udah selesai, sdh selesai, beres, sudah beres, udah beres, rampung, kelar, udah kelar, tuntas,
terselesaikan, sudah jadi, udah jadi, sudah dikirim, udah dikirim, sudah terkirim, terkirim,
sudah dibayar, udah dibayar, lunas, sudah dipesan, sudah ditandatangani, bisa ditutup, boleh ditutup,
tutup saja, tutup aja, ditutup, tandai selesai, dianggap selesai, sudah kirim, udah kirim, sdh kirim,
sudah bayar, udah bayar, sudah kubayar, sudah saya kirim, sudah aku kirim, done ya, sudah oke, udah oke,
sudah diurus, udah diurus, sudah dicetak, sudah diserahkan, sudah disubmit, sudah diunggah
"""
PHRASES["not_done"] = """
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
a week later, two weeks later, a day later, two days later, days later, weeks later, needs another,
need another, needs more time, needs _ more, needs _ _ more, butuh waktu, perlu waktu, butuh _ lagi,
butuh seminggu lagi, butuh dua minggu lagi, perlu _ lagi, can wait until, can wait till, can wait,
bisa nunggu sampai, bisa menunggu sampai, bisa tunggu sampai, nunggu sampai, tunggu sampai, slips to,
slips, slides to, give _ until, give _ _ until, give _ _ _ until, kasih waktu, beri waktu, kasih _ waktu,
back a week, back one week, back two weeks, back a month, back _ days, back _ weeks, postpone, postponed,
delay, delayed, push, push back, pushed, pushed back, push out, put off, defer, deferred, extend,
extended, extension, slide, slip, slipped, bump, give _ more, more time for, another week for, snooze,
tunda, ditunda, tundain, undur, diundur, undurkan, diundurkan, mundur, mundurin, mundurkan, dimundurkan,
perpanjang tenggat, perpanjang deadline, perpanjang batas, diperpanjang tenggatnya, molor, molorin,
dimolorin, undurin, pending dulu, dipending
"""
PHRASES["earlier"] = """
forward by, forward to, forward a, forward one, forward two, forward _ days, up by, up to, ahead by,
bring forward, brought forward, bring _ forward, move up, moved up, move forward, earlier, pull forward,
pull in, advance the, sooner, majukan, dimajukan, maju, majuin, dipercepat, percepat, lebih awal,
lebih cepat
"""
PHRASES["move"] = """
instead, move, moved, reschedule, rescheduled, shift, shifted, change the date, change the deadline,
change the due date, change date, change deadline, change due, set the deadline, set deadline,
set the due date, set due date, new deadline, new due date, new date, update the deadline,
update deadline, update the due date, deadline is now, is now due, now due, due date is now, due date to,
deadline to, due to be moved, set _ to, change _ to, make it, make that, pindah, pindahkan, dipindah,
dipindahkan, pindahin, geser, digeser, geserin, geserkan, ganti tanggal, ganti tanggalnya, ganti tenggat,
ganti tenggatnya, ganti deadline, ganti deadlinenya, ganti jadwal, ubah tanggal, ubah tanggalnya,
ubah tenggat, ubah tenggatnya, ubah deadline, ubah deadlinenya, ubah jadwal, tenggat baru, deadline baru,
tanggal baru, tenggatnya jadi, deadlinenya jadi, tenggat jadi, deadline jadi, dijadwal ulang,
jadwal ulang, jadwalkan ulang, reschedule jadi, di reschedule, direschedule, nge reschedule, ganti jadi,
diganti jadi, ganti ke, ubah ke, ubah jadi, diubah jadi
"""
PHRASES["now_at"] = (
    "is now at, is now on, now at, now on, sekarang jam, sekarang hari, sekarang tanggal, jadi,"
    " jadinya, menjadi"
)
PHRASES["deadline_word"] = (
    "deadline, due date, tenggat, tenggat waktu, batas waktu, jatuh tempo, tanggal, date, jadwal"
)

PHRASES["assign"] = """
goes to, go over to, urusan, bagian, ill take, i will take, i can take, ill do, i can do, saya ambil,
aku ambil, saya saja yang, aku aja yang, ambil alih, mengambil alih, is taking, are taking, taking on,
is doing, assign, assigned to, assign to, reassign, re assign, give, hand over, hand, handed over, pass,
passed to, delegate, delegated to, transfer, over to, take over, takes over, taking over, will take,
can take, to take, takes, will handle, to handle, handles, handle, is handling, will do, owns, will own,
is on, on this, is responsible for, in charge of, put _ on, swap to, change owner, change the owner,
belongs to, picks up, pick up, will pick up, is yours, yours, will be done by, done by,
will be handled by, be handled by, handled by, taken by, taken over by, leads, will lead, tugaskan,
ditugaskan, tugasin, serahkan, diserahkan, serahin, kasih, kasihkan, kasihin, berikan, limpahkan,
dilimpahkan, limpahin, oper, operkan, dioper, alihkan, dialihkan, delegasikan, didelegasikan,
pindah tangan, pegang, dipegang, pegangin, yang pegang, yang urus, yang ngurus, yang handle,
yang kerjakan, yang kerjain, yang ngerjain, yang tangani, yang bertanggung jawab, yang tanggung jawab,
diambil alih, urus sama, diurus, ditangani, dihandle, di handle, handle sama, dikerjakan, dikerjain, oleh,
biar, gantian, ganti pic, pic nya, picnya, pic ganti, jadi pic, tanggung jawab
"""

# --- partners --------------------------------------------------------------------------------------------

PHRASES["new_contact"] = """
the new officer at, new program officer at, new programme officer at, new officer at, the new director at,
the new curator at, petugas baru, petugas program baru, staf baru di, contact for, contact person for,
kontak untuk, narahubung untuk, new contact, add contact, add a contact, add the contact, new partner,
add partner, add a partner, add as partner, as a partner, as a contact, as our contact, save contact,
save this contact, save the contact, contact details, new contact person, contact person is,
our contact at, contact at, our new contact, his email is, her email is, their email is, register partner,
add to contacts, add to our contacts, add to partners, please save, save these, heres the contact,
here is the contact, business card, new registrar at, replaces, taking over from, successor, kontak baru,
tambah kontak, tambahkan kontak, tambahin kontak, simpan kontak, simpen kontak, catat kontak, mitra baru,
tambah mitra, tambahkan mitra, tambahin mitra, simpan ya, tolong simpan, simpan dulu, catat mitra,
narahubung baru, tambah narahubung, tambahkan narahubung, narahubungnya, narahubung, pic baru, ini kontak,
kontaknya, nomor kontak, daftarkan mitra, masukkan kontak, masukin kontak, sebagai mitra, jadi mitra,
kartu nama, pengganti, menggantikan, cp nya, nomor barunya, nomor hp
"""
PHRASES["met"] = """
visit went, visit was, met, met with, meeting with, had a meeting, had meeting, had lunch, had dinner,
had coffee, lunch with, dinner with, coffee with, visited, visit to, visit from, visited by,
sat down with, saw, ran into, bumped into, catch up with, caught up with, site visit, came by, dropped by,
hosted, meeting at, meeting today, meeting yesterday, in person, our meeting, minutes of,
after the meeting, from the meeting, rapat dengan, rapat sama, rapat bareng, rapat dgn, rapat bersama,
rapat, ketemu, ketemuan, bertemu, bertemu dengan, jumpa, bersua, pertemuan, pertemuan dengan, kunjungan,
kunjungan ke, berkunjung, mengunjungi, audiensi, audiensi dengan, makan siang dengan, makan siang sama,
makan malam dengan, ngopi, ngopi sama, meeting sama, meeting dengan, meeting dgn, meeting bareng,
habis meeting, abis meeting, habis rapat, abis rapat, hasil rapat, hasil meeting, hasil pertemuan,
notulen, silaturahmi, sowan, menemui, diterima oleh, diskusi dengan, diskusi sama, bahas dengan
"""
PHRASES["called"] = """
telponan sama, telponan dengan, teleponan sama, called, called back, phoned, rang, call with, had a call,
on the phone, phone call, video call, videocall, zoom with, zoom call, zoomed, zoom, skype, teams call,
google meet, gmeet, spoke with, spoke to, talked to, talked with, had a chat with, just spoke,
speaking with, on a call, call from, call today, call yesterday, our call, after the call, off the phone,
off a call, vc with, conference call, spoken to, spoken with, call went, missed call, left a voicemail,
voicemail, quick call, quick chat with, telepon, telpon, ditelepon, ditelpon, menelepon, nelpon, nelepon,
tlp, telp, telponan, teleponan, call sama, call dengan, call dgn, abis call, habis call, barusan call,
video call sama, vc sama, vc dengan, zoom sama, zoom dengan, bicara dengan, bicara sama, ngobrol sama,
ngobrol dengan, ngobrol via, via zoom, lewat zoom, lewat telepon, via telepon, lewat telpon, via telpon,
by phone, over the phone, berbicara dengan, kontak via telepon
"""
PHRASES["emailed"] = """
emailan sama, emailan dengan, email emailan, by mail, via mail, per mail, reply email, balas emailnya,
email balik, email masuk, emailed, email from, e mail from, mail from, email to, wrote, wrote to,
wrote back, written to, replied, replied to, replies, got an email, received an email, email sent,
sent an email, sent the email, second email, third email, reminder sent, sent a reminder, sent reminder,
by email, via email, email reply, responded, answered, answers, got a reply, reply from, no reply,
no answer, no response, writes, email came, their email, in her email, in his email, forwarded, bounced,
email dari, surel dari, surel, kirim email, kirimi email, sudah email, udah email, emailnya, email ke,
balas email, balasan email, dibalas, membalas, balas, bales, balasan dari, jawaban dari, menjawab,
tidak ada balasan, belum ada balasan, belum dibalas, belum membalas, belum balas, belum ada jawaban,
via surel, lewat email, menulis, tulis email, jawab email, nge email, email lagi
"""
PHRASES["messaged"] = """
wa wa an sama, chattingan sama, chatan sama, whatsapped, wa ed, whats apped, whatsapp, whatsapp from,
wa from, wa dari, messaged, texted, text from, message from, dm from, dmd, wrote on whatsapp, sms,
line from, telegram, via whatsapp, on whatsapp, by whatsapp, chat with, pinged, pesan dari, chat dari,
chat sama, sms dari, wa an, wa nya, wa ke, via wa, lewat wa, di wa, chatting sama, dm dari, kabar dari,
dapat kabar dari, dapat wa, kirim wa, balas wa, whatsapp an
"""
PHRASES["document"] = """
sudah balik, sudah kembali, sudah kembali dari, came back signed, is back, sudah kami kirim,
sudah saya kirim, sudah kita kirim, kami sudah kirim, sudah aku kirim, sent, received, sent the draft,
sent draft, sent the contract, sent the agreement, sent the letter, sent the invoice, sent the proposal,
sent them, sent over, sent our, sent a, sent the, have sent, has sent, sent us, received the draft,
received the letter, received the, received a, received their, received signed, got the, letter from,
letter to, draft to, proposal to, returned the, returned signed, shared the, forwarded the, submitted the,
invoice from, document from, documents from, quote from, proposal from, facility report from,
delivered the, handed over the, came in, came through, sudah kirim, udah kirim, sdh kirim, telah mengirim,
sudah mengirim, sudah dikirim ke, kirim draf, kirim surat, surat dari, surat ke, surat balasan,
terima surat, menerima, terima, diterima, sudah terima, udah terima, sudah menerima, dapat surat,
draf dari, dokumen dari, berkas dari, proposal ke, proposal dari, invoice dari, tagihan dari,
sudah serahkan, mengembalikan, mengirimkan, mengirim, mereka kirim, mereka sudah kirim, masuk dari,
penawaran dari
"""
PHRASES["said"] = """
sudah oke, udah oke, sudah ok, is ok, says ok, said ok, said, says, told, told us, told me, asked, asks,
asking, asked for, asked if, asked us, requested, requests, wants, want, wanted, would like, agreed,
agrees, agreed to, confirmed, confirms, promised, promises, offered, offers, suggested, proposes,
proposed, mentioned, explained, insists, insisted, complained, complains, declined, declines, refused,
refuses, accepted, accepts, approved, apologised, apologized, informed us, informs, let us know, is happy,
is fine, are happy, are fine, is keen, is interested, are interested, is ok with, shes fine, hes fine,
they are fine, theyre fine, will check, expects, expect, expecting, hopes, hope, prefers, prefer, warns,
warned, needs, is asking, are asking, keen, interested, invited us, invites us, thanks us, thanked us,
came back, got back to us, announced, assured, bilang, blg, katanya, kata, menurut, minta, meminta,
mintanya, setuju, sepakat, menyetujui, konfirmasi, mengonfirmasi, mengkonfirmasi, janji, berjanji,
menjanjikan, menawarkan, nawarin, tawarkan, mengusulkan, usul, menyarankan, menyampaikan, sampaikan,
jelaskan, menjelaskan, menolak, nolak, menerima, mau, ingin, pengen, berharap, harap, mengharapkan,
bersedia, siap, siap tanggung, sanggup, menyanggupi, oke dengan, ok dengan, keberatan, komplain, mengeluh,
tanya, menanyakan, nanya, bertanya, memberi tahu, kasih tahu, ngabarin, mengabari, kabari, mengundang,
berterima kasih, tertarik, berminat, menunggu, pertimbangkan, mempertimbangkan, kami pertimbangkan,
nanti dikabari, keep in view, mengingatkan
"""
PHRASES["silence"] = """
tidak ada yang angkat, tidak diangkat, nggak diangkat, nobody picked up, no one picked up,
went to voicemail, no reply from, no reply, no answer from, no response from, no news from, no word from,
havent heard from, have not heard from, havent heard back, not heard back, still no reply,
still no answer, still no response, still waiting for, still waiting on, still nothing from,
radio silence, gone quiet, gone silent, not replied, hasnt replied, havent replied, unanswered,
waiting for their, waiting to hear, nothing from, belum ada kabar dari, belum ada kabar,
tidak ada kabar dari, belum ada balasan, belum dibalas, belum membalas, belum balas, belum bales,
blm bales, blm balas, belum ada jawaban, belum ada respons, belum ada respon, belum respon,
tidak ada balasan, tak ada balasan, masih menunggu, masih nunggu, menunggu tanggapan, menunggu jawaban,
menunggu balasan, menunggu kabar, nunggu kabar, nunggu jawaban, nunggu balasan, belum ditanggapi,
tanpa balasan, gak ada balasan, ga ada balasan
"""
PHRASES["signed"] = """
signed, countersigned, signed by, has signed, have signed, got signed, signature, signed mou,
signed agreement, executed, sudah ditandatangani, ditandatangani, sudah diteken, diteken, tanda tangan,
ttd, sudah ttd, ditandatangan, teken
"""
PHRASES["they_promise"] = """
they will, theyll, they promised, promised to, promised us, promises to, she will, shell, he will, hell,
she promised, he promised, they agreed to, agreed to, will send us, will get back, will come back,
will provide, will cover, will pay, will confirm, will lend, will let us know, offered to, they offered,
committed to, they can, happy to, willing to, they take, will reply, will respond, will share, will sign,
will deliver, will return, will arrange, will host, ready to, assured us, and will, who will, will bring,
to send us, mereka akan, mereka janji, mereka siap, mereka bersedia, mereka sanggup, mereka mau, janji,
janjinya, berjanji, menjanjikan, dijanjikan, siap tanggung, siap menanggung, bersedia, menyanggupi,
akan kirim, akan mengirim, akan dikirim, akan dikirimkan, akan bayar, akan menanggung, akan tanggung,
mau tanggung, sanggup, bersedia menanggung, akan konfirmasi, akan kasih kabar, akan dikabari,
akan mengabari, beliau akan, dia akan, dia janji, beliau janji, beliau siap, akan balas, akan membalas,
akan menyiapkan, akan memberikan, akan bantu, akan meminjamkan, siap bantu, siap meminjamkan, siap kirim,
siap mengirim, akan menyediakan, siap menyediakan
"""
PHRASES["we_promise"] = """
we will, well send, we promised, i promised, we agreed to, we agreed to send, we committed,
we said we would, i said i would, we owe them, i will send, ill send, we are to, we offered to,
i told them we would, told them we would, told them we will, promised them, promised her, promised him,
we will send, our side will, we take care of, kita akan, kami akan, kita janji, kami janji, kita janjikan,
kami janjikan, kita siap, kami siap, saya janji, saya janjikan, aku janji, kita bersedia, kami bersedia,
kita sanggupi, kami sanggupi, dari pihak kita, pihak kita akan, kita yang, kita kirim, kami kirim,
kita akan kirim, kami akan kirim, dari kita, kita utang
"""
PHRASES["asked_us"] = """
asked for, asked us for, asked us to, asked if we, asks for, asks us to, asking for, asked me to,
asked me for, wants us to, want us to, wants a, wants the, wants to see, wants, requested, requests,
request for, would like us to, would like a, needs us to, need us to, needs the, needs a, expects us to,
expect us to, expects the, waiting for our, waiting for us, we need to send, we need to, we should,
we must, need to send, need to reply, need to follow up, follow up, followup, to follow up, call again,
call back, get back to them, get back to her, get back to him, reply by, next step, remind me to, minta,
meminta, mintanya, mintain, diminta, minta kita, minta dikirim, minta dikirimi, minta revisi,
menunggu dari kita, tunggu dari kita, tunggu kiriman, ditunggu, mau kita, ingin kita, perlu kirim,
perlu follow up, perlu difollow up, perlu ditindaklanjuti, harus kirim, kita harus, kita perlu,
kami harus, kami perlu, tindak lanjut, tindak lanjuti, follow up lagi, hubungi lagi, telepon lagi,
kontak lagi, ingatkan saya, jangan lupa, butuh
"""

# --- news about programs --------------------------------------------------------------------------------

PHRASES["blocker"] = """
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
may lose, could lose, might lose, may have to, may drop, may cancel, risk, risks, at risk, risky,
might be, might not, might slip, might miss, might have to, may be late, may be delayed, may not,
may slip, could be late, could slip, could miss, likely to slip, likely to miss, likely late,
likely to be late, worried, worry, concern, concerned, concerns, danger of, in danger, threat, threatens,
threatened, warning, warned, tight, cutting it close, very tight, unsure whether, not sure if,
not sure whether, doubtful, in doubt, uncertain, no guarantee, shaky, potential delay, potentially,
could fall through, running out of time, short of, risiko, resiko, berisiko, beresiko, terancam, rawan,
khawatir, kuatir, kawatir, waswas, was was, kemungkinan, bisa molor, bisa mundur, bisa telat,
bisa terlambat, bisa gagal, takut, takutnya, mepet, terlalu mepet, ancaman, mengancam, belum pasti,
tidak pasti, diragukan, ragu, potensi terlambat, potensi mundur, berpotensi, waspada, bakal telat,
bakal molor, jangan jangan, dikhawatirkan, kurang dana, kekurangan
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
day longer, days longer, week longer, weeks longer, lebih lama, lebih panjang, a day later, a day earlier,
a week later, a week earlier, days later, weeks later, days earlier, weeks earlier, lebih lambat,
lebih cepat, lebih awal, extend the run, extended the run, extend until, extends until, run extended,
shifts to, shifts from, shifts, moves to, moves from, is moving, officially moved, moved ke, mundur jadi,
bergeser dari, bergeser ke, diperpanjang, has been extended, is extended, extended to, extended until,
moved to, has moved, has been moved, have moved, was moved, is moved, is moving to, been moved,
moved from, moved up, moved back, moved forward, postponed, been postponed, is postponed, postponed to,
postponed until, rescheduled, rescheduled to, brought forward, pushed back, pushed to, shifted to,
shifted, delayed to, delayed until, delayed by, new date, new dates, new opening date, date changed,
dates changed, date has changed, dates have changed, changed date, change of date, now opens, opens now,
will now open, now on, is now on, now runs, now starts, now closes, dates confirmed, date confirmed,
dates are, the date is, date is now, dates fixed, date is set, opens a week, opens on, closes on,
starts on, will open on, will close on, earlier than planned, later than planned, slipped to, slips to,
dimajukan, maju ke, maju jadi, maju seminggu, diundur, diundurkan, mundur ke, mundur dari,
mundur seminggu, mundur dua, mundur sebulan, mundur, dimundurkan, digeser, bergeser, geser ke, geser jadi,
ditunda ke, ditunda sampai, ditunda hingga, ditunda jadi, ditunda, pindah tanggal, pindah ke tanggal,
pindah jadi, tanggal baru, tanggalnya jadi, tanggal jadi, tanggalnya berubah, tanggal berubah,
tanggal pembukaan jadi, jadwal baru, jadwalnya berubah, jadwal berubah, jadwal geser, jadwalnya digeser,
jadwal digeser, jadwal ulang, dijadwal ulang, perubahan jadwal, perubahan tanggal, ganti tanggal,
diperpanjang sampai, diperpanjang hingga, dibuka tanggal, ditutup tanggal, jadwalnya, sekarang jadi,
jadinya tanggal, tanggalnya sudah fix, tanggal fix, tanggal sudah fix
"""
PHRASES["milestone"] = """
dipastikan, terkonfirmasi, sudah pasti, beredar, ludes, habis terjual, terjual habis, confirmed, confirms,
confirmation, signed, finalised, finalized, approved, approval, cleared, arrived, landed, delivered,
published, launched, opened, completed, complete, sold out, secured, in hand, accepted, issued, granted,
shipped, installed, printed, gone to print, went to print, live, went live, is live, done deal, booked,
announced, all set, received, passed, selected, obtained, finished, ready, done, on display, packed,
returned, registered, won, shortlisted, first objects, reached, visitors, fix, sudah fix, sudah oke,
disetujui, ditandatangani, diteken, terbit, sudah keluar, keluar, tiba, mendarat, rampung, selesai,
tuntas, lolos, resmi, terpasang, tercetak, terkirim, berangkat, naik cetak, dibuka, lunas, diterima,
dikonfirmasi, konfirmasi, deal, acc, beres, kelar, tersedia, sukses, berhasil, terpilih, dapat izin,
izin turun, izin keluar, sudah turun, jadi, sudah jadi, siap, sudah siap, sudah final, final, sudah masuk,
tembus, sudah dapat, mencapai, pengunjung, sudah approve, di approve
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

PHRASES["high"] = (
    "urgent, urgently, asap, top priority, high priority, priority, critical, very important, important,"
    " immediately, right away, as soon as possible, p1, emergency, mendesak, penting, penting banget,"
    " sangat penting, segera, secepatnya, prioritas, prioritas tinggi, darurat, gawat, buru buru,"
    " buruan, genting, cito, kilat, ditunggu segera"
)
PHRASES["low"] = (
    "no rush, no hurry, low priority, whenever, when you have time, when you get a chance, not urgent,"
    " no urgency, nothing urgent, if you have time, when possible, at your leisure, take your time,"
    " low prio, gak buru buru, ga buru buru, nggak buru buru, tidak buru buru, tidak mendesak,"
    " gak mendesak, ga mendesak, nggak mendesak, tidak urgent, gak urgent, ga urgent, santai,"
    " santai aja, kalau sempat, kalo sempat, kalau ada waktu, sempatnya, gak buru2, ga buru2,"
    " nggak buru2, tidak buru2, prioritas rendah, tidak terburu buru, pelan pelan saja, kapan sempat,"
    " sesempatnya"
)

PHRASES["wish"] = """
cant make it, cant come, cannot make it, nggak bisa datang, gak bisa datang, ga bisa datang,
tidak bisa datang, gak bisa hadir, tidak bisa hadir, nggak bisa ikut, gak bisa ikut, good luck,
best of luck, enjoy, have a, have fun, happy, congrats, congratulations, well done, welcome, welcome back,
get well, safe travels, safe trip, safe flight, thanks for, thank you for, thanks, thank you, see you,
see u, c u, see ya, talk to you, talk soon, catch you, sorry for, sorry about, sorry, apologies, so sorry,
great job, good job, nice work, cheers, merry christmas, love the, love this, hope, fingers crossed,
break a leg, can not wait, cant wait, looking forward, so excited, excited for, proud of, what a,
miss you, on my way, omw, brb, running late, ill be late, wfh, working from home, out sick, feeling sick,
not feeling well, semoga, selamat, sukses untuk, sukses buat, terima kasih, terimakasih, makasih, trims,
hati hati, sampai ketemu, sampai jumpa, sampai bertemu, sampai besok, sampai nanti, maaf, mohon maaf,
mohon maaf lahir, turut, turut berduka, lekas sembuh, cepat sembuh, get well soon, salam, mantap, keren,
bangga, gak sabar, ga sabar, nggak sabar, tidak sabar, otw, lagi di jalan, masih di jalan, izin telat,
ijin telat, izin sakit, lagi sakit, gak enak badan, semangat, selamat jalan, selamat datang,
selamat istirahat, selamat tidur, asik, asyik, hore, wah, alhamdulillah ya
"""

PHRASES["idiom"] = """
says hi, say hi to, sends his regards, sends her regards, sends regards, salam dari, titip salam,
excuse the typos, excuse my, pardon my, excuse typos, jangan lupa makan, jangan lupa istirahat,
jangan lupa minum, jangan lupa bahagia, jangan lupa senyum, dont forget to eat, dont forget to breathe,
dont forget to smile, no more puns, can you believe, could you imagine, can you imagine,
would you believe, who knew, guess what, remember when, remember the time, need i say, need coffee,
need a coffee, need a break, need a holiday, need sleep, need a nap, inget gak, ingat gak, masih ingat,
butuh kopi, butuh liburan, butuh tidur, perlu liburan, perlu kopi
"""
