"""Asking for something to be done, and taking it on."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["request"] = """
need eyes on, needs eyes on,
would it be too much, would it be a great imposition, would it be an imposition, would it be a bother,
might i ask, might we ask, any way you could, any way you can, any way we could, are you able to,
are you free to, are you up for, would you be up for, would you be able to, would you be willing to,
would you be so kind, be so good as to, be so kind as to, could i trouble you, may i trouble you,
i d be grateful, id be grateful, i would be grateful, id be glad if, i d sleep better, id sleep better,
put my mind at rest, set my mind at ease, set my mind at rest, put my mind at ease, would be a relief if,
it would help if, put down that, let us simply, lets simply, let us just, lets just, ada yang mau bantu,
ada yg mau bantu, ada yang sempat, ada yg sempat, ada yang bisa bantu,
ada yg bisa bantu, ada yg bisa, berkenan, kalau bisa, kalo bisa, klo bisa, alangkah baiknya,
alangkah lebih baik, akan lebih baik kalau, akan lebih tenang, lebih tenang kalau, is to be, are to be,
is to reach, are to reach, musti udah, musti sudah,
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
masukin daftar kerjaan, masukin daftar, masukkan daftar, masukin ke daftar, masukin ke daftar kerjaan,
masukin list, taruh di daftar, put me down for, put us down for, put that down, put this on the list,
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
dont let me forget, do not let me forget, dont let us forget, jangan sampai aku lupa,
saya diingatkan, aku diingatkan, gue diingatin, tolong saya diingatkan, tolong aku diingatkan,
tolong diingatkan, mohon saya diingatkan, mohon diingatkan, saya minta diingatkan, tolong ingatkan saya,
tolong ingatkan aku, tolong ingatkan kami, tolong ingatkan kita, tolong ingetin saya, tolong ingetin aku,
tolong ingetin gue, mohon ingatkan saya, mohon ingatkan kami, ingetin gue, ingetin gw, ingetin kami,
ingetin kita, ingatkan gue, please remind me, please remind us,
remind me, remind us, ping me, nudge me, ingatkan saya, ingatkan aku, ingetin, ingetin saya, ingetin aku,
ingatkan kami, ingatkan kita, ingatkan, remind me to, tolong ingatkan, reminder for me
"""

PHRASES["i_will"] = """
i will, ill, i shall, im going to, i am going to, let me, i need to, i have to, i must, i should,
i plan to, i want to, ill handle, i promise to, i gotta, ive got to, saya akan, saya mau, aku akan,
aku mau, gue mau, saya harus, aku harus, gue harus, saya perlu, aku perlu, biar saya, biar aku,
nanti saya, nanti aku, ntar gue, saya yang, aku yang, saya bakal, aku bakal
"""

PHRASES["high"] = """
urgent, urgently, asap, top priority, high priority, priority, critical, very important, important,
immediately, right away, as soon as possible, p1, emergency, mendesak, penting, penting banget,
sangat penting, segera, secepatnya, prioritas, prioritas tinggi, darurat, gawat, buru buru, buruan,
genting, cito, kilat, ditunggu segera
"""

PHRASES["low"] = """
no rush, no hurry, low priority, whenever, when you have time, when you get a chance, not urgent,
no urgency, nothing urgent, if you have time, when possible, at your leisure, take your time, low prio,
gak buru buru, ga buru buru, nggak buru buru, tidak buru buru, tidak mendesak, gak mendesak, ga mendesak,
nggak mendesak, tidak urgent, gak urgent, ga urgent, santai, santai aja, kalau sempat, kalo sempat,
kalau ada waktu, sempatnya, gak buru2, ga buru2, nggak buru2, tidak buru2, prioritas rendah,
tidak terburu buru, pelan pelan saja, kapan sempat, sesempatnya
"""

PHRASES["wished"] = """
would it be too much, would it be a great imposition, would it be an imposition, id be grateful,
i d be grateful, i would be grateful, id sleep better, i d sleep better, put my mind at rest,
set my mind at ease, set my mind at rest, put my mind at ease, would be a relief if, it would help if,
might i ask, kalau bisa, kalo bisa, klo bisa, alangkah baiknya, alangkah lebih baik, akan lebih baik kalau,
akan lebih tenang, lebih tenang kalau, it would be great if, would be great if
"""
