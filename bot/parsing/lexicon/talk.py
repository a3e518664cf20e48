"""What is told, wished, supposed or merely said."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["state"] = """
mahal, mahalnya, kebangetan, bagus, bagus sekali, bagus banget, keren, indah, cantik, jelek, lucu,
beautiful, gorgeous, lovely, stunning, diperpanjang, dipotong, ditambah, dikurangi, terkurasi, terkumpul,
terjual, terdaftar, terpasang, lost, extended, mundur, diundur, dimundurkan, dimajukan, hilang, rusak,
menolak, setuju, sepakat, menunggu, lolos, terpilih, siap, terkirim, tertunda, ditunda, dipindah, berubah,
diganti, digeser, dapat, resmi, will be, looks, seems, broke, cut, reduced, increased, doubled, joined,
joins, withdrew, dropped, backed out, is, are, was, were, has, have, had, went, got, did, been, sent,
approved, confirmed, signed, arrived, delivered, finished, cancelled, canceled, moved, changed, agreed,
received, said, asked, told, wants, wanted, hasnt, havent, isnt, wasnt, werent, didnt, came, left,
started, opened, closed, published, cleared, delayed, postponed, rejected, failed, promised, replied,
wrote, called, met, launched, sudah, sdh, udah, udh, dah, telah, belum, blm, masih, msh, sedang, sdg,
baru saja, barusan, tadi, ternyata, katanya, dikirim, disetujui, ditandatangani, tiba, batal, dibatalkan,
ditolak, tertahan, terbit, keluar, rampung, lancar, aman
"""

PHRASES["past"] = """
i said, i told, saya bilang, aku bilang, tidak ada yang angkat, tidak diangkat, nggak diangkat,
gak diangkat, nobody picked up, no one picked up, went to voicemail, i sent, we sent, i called, we called,
i met, we met, i had, we had, i was, we were, i went, we went, i did, we did, ive, weve, i have sent,
we have sent, i have, we have, already, just, just now, saya sudah, kami sudah, kita sudah, aku sudah,
aku udah, gue udah, saya udah, kita udah, sudah, udah, sdh, telah, barusan, tadi, kemarin, habis dari,
baru saja, baru pulang, baru dari
"""

PHRASES["if"] = """
if, whether, apakah, kalau, kalo, klo, jika, bila, apabila, andai, seandainya, unless, in case, asalkan
"""

PHRASES["negation"] = """
not, no, never, dont, doesnt, didnt, isnt, arent, wont, cant, hasnt, havent, wasnt, without, tidak, tdk,
tak, gak, ga, nggak, ngga, enggak, engga, kagak, belum, blm, bukan, jangan, jgn, tanpa
"""

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
harusnya cukup, could have been, should have been, must have been, pasti capek, pasti capai, wed need,
wed love, wed have, id need, harusnya tadi, harusnya kemarin, seharusnya tadi, should have, shouldve,
should of, could have, dreamt, dreamed, i had a dream, what if, maybe one day, one day we, someday,
some day, wouldnt it be, i wish, if only, imagine if, hypothetically, in theory, would be nice to,
would be nice if, would be fun to, would love to, id love to, dreaming of, dream of, it would be nice,
maybe we could, maybe we should, perhaps we could, might be nice, at some point, i wonder, we might,
could be nice, should we, shall we maybe, thinking of, thinking about, i was thinking, toying with,
one of these days, would be cool, andai, andaikan, seandainya, kalau saja, coba kalau, gimana kalau,
bagaimana kalau, kapan kapan, suatu hari, suatu saat, kapan ya kita, mungkin suatu, mungkin nanti,
mungkin kapan, pengen banget, pengin, kepikiran, enaknya, misalnya, misal, bayangkan, bayangin, mimpi,
mimpiin, gimana ya kalau, mungkin kita bisa, besok besok, wacana, masih wacana
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

PHRASES["fyi"] = """
fyi, for your information, for info, just fyi, sekadar info, sekedar info, sekadar informasi, info saja,
info, infonya, kabar, kabar baik, kabar buruk, good news, bad news, great news, heads up, quick update,
update, berita baik, sekilas info, just to let you know, letting you know, hot news, ada kabar
"""

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

PHRASES["ago"] = """
used to say, used to have, used to be, used to go, used to work, used to do, back then, in the old days,
in those days, years ago, a decade ago, decades ago, once upon a time, when i was, as a student,
at grad school, at school, dulu waktu, dulu pas, dulu tahun, dulu tiap, dulu kita, dulu aku, dulu saya,
dulu gue, dulu zaman, bosku dulu, bos lamaku, bos lama, mantan bos, old boss, former boss, old director,
old landlord, waktu itu tahun, waktu itu kita, waktu itu aku, zaman dulu, jaman dulu, jaman kuliah,
zaman kuliah, waktu kuliah, pas kuliah, dulu banget, jaman sekolah, had they, had we known, had i known,
had you told, had he, had she, would have been, wouldve, would have moved, would have saved, we would have,
they would have, andai dulu, coba dulu
"""

PHRASES["others"] = """
poor things, poor thing, poor them, poor guy, good luck to them, lucky them, lucky you, rather them than,
not our problem, not my problem, not our circus, bukan urusan kita, bukan urusan gue, bukan masalah kita,
kasihan, kasian, my neighbour, my neighbor, my neighbours, my landlord, my landlady, my grandmother,
my grandma, my grandfather, my mother, my mum, my mom, my father, my dad, my wife, my husband, my son,
my daughter, my kid, my kids, my sister, my brother, my cousin, my dentist, my ex, my roommate, my cat,
my dog, the neighbours, the neighbors, anakku, anak gue, anak saya, ibuku, ibu mertua, bapakku, mertua,
istriku, istri saya, suamiku, suami saya, adikku, kakakku, tetangga, tetanggaku, pacarku, mantanku,
keponakanku, ponakan
"""

PHRASES["hearsay"] = """
they say, people say, legend has it, rumour has it, rumor has it, as the saying goes, as they say, imagine,
just imagine, coba bayangin, coba bayangkan, bayangin, bayangkan, konon, kata orang, kata pepatah,
was the motto, is my motto, liked to say, likes to say, liked to put it, classic pak, classic bu
"""

PHRASES["idiom"] = """
remind me never, remind me why, may the force, let us all take a moment, lets all take a moment,
take a moment to, i must say, i must admit, i must confess, i have to say, i have to admit,
i have to confess, i need to confess, gotta say, gotta admit, harus kuakui, harus saya akui, harus aku akui,
harus diakui, harus gue akui, mesti diakui, ill shut up, ill stop talking, ill stop now, ill be quiet,
ill see myself out, ill get my coat, aku diem, gue diem, aku cabut, gue cabut, do come in, come on in,
come in the, do sit, do stay, do have a, take a seat, have a seat, help yourself, make yourself at home,
take a deep breath, deep breath, keep calm, keep your fingers, fingers crossed, cross your fingers,
hold on to your, hold my, watch this space, pat on the back, spare a thought, let it be known,
trust the process, mind the gap, feel free to, bless you, cheer up, self care, selfcare,
take care of yourselves, look after yourself, look after yourselves, stay safe, stay warm, stay dry,
stay hydrated, go home, tell me its, tell me it, tell me again why, tell me about it, dont mind me,
save me a, kirim doa, minta doa, mohon doa, doain, doakan, jaga kesehatan, jangan begadang, awas hujan,
bikin ngantuk, ambil hikmahnya, anggap saja, anggap aja, ketawa aku, deg degan, deg2an, laugh at me,
say cheese, over my dead body, bite me, beat it, shoot me, kill me now, wake me up, wake me when,
call me crazy, mark my words, hold the line, knock on wood, touch wood, get a room, get a grip, get over it,
let it go, let that sink in, go figure, give it a rest, give me a break, gimme a break, give peace a chance,
pray for me, pray for us, wish me luck, wish us luck ask me anything, tanya saya apa saja,
call me old fashioned, take care on, take care of yourself, check out this, check this out, look at the,
look at this, look at that, keep up the good, keep it up, try the new, coba deh, dont wait for me,
jangan tunggu saya, stop sending me, pertahankan kerja, should see, must see, have to see, harus lihat,
wajib coba, must try, should try, have to try, harus coba, should hear, if you need anything,
kalau butuh apa apa, kalau perlu apa apa, kalau ada apa apa, mohon maklum, harap maklum, mohon pengertian,
mohon bersabar, someone save me, save me, god help us, says hi, say hi to, sends his regards,
sends her regards, sends regards, salam dari, titip salam, excuse the typos, excuse my, pardon my,
excuse typos, jangan lupa makan, jangan lupa istirahat, jangan lupa minum, jangan lupa bahagia,
jangan lupa senyum, dont forget to eat, dont forget to breathe, dont forget to smile, no more puns,
can you believe, could you imagine, can you imagine, would you believe, who knew, guess what, remember when,
remember the time, need i say, need coffee, need a coffee, need a break, need a holiday, need sleep,
need a nap, inget gak, ingat gak, masih ingat, butuh kopi, butuh liburan, butuh tidur, perlu liburan,
perlu kopi
"""
