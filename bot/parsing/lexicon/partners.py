"""What happens with contacts and partners."""

from __future__ import annotations

PHRASES: dict[str, str] = {}

PHRASES["new_contact"] = """
our new man at, our new woman at, our new person at, our new counterpart, new counterpart,
mitra tambahan, partner tambahan, punya mitra baru, partner baru, mitra anyar, new partner on board,
is on board as, nitip nomor, titip nomor, nitip kontak, titip kontak, save this one, keep this one,
keep this contact, simpan nomor, simpen nomor, new number for, nomornya ganti, ganti nomor,
the new officer at, new program officer at, new programme officer at, new officer at, the new director at,
the new curator at, petugas baru, petugas program baru, staf baru di, contact for, contact person for,
kontak untuk, narahubung untuk, new contact, add contact, add a contact, add the contact, new partner,
add partner, add a partner, add as partner, as a partner, as a contact, as our contact, save contact,
save this contact, save the contact, contact details, new contact person, contact person is, our contact at,
contact at, our new contact, his email is, her email is, their email is, register partner, add to contacts,
add to our contacts, add to partners, please save, save these, heres the contact, here is the contact,
business card, new registrar at, replaces, taking over from, successor, kontak baru, tambah kontak,
tambahkan kontak, tambahin kontak, simpan kontak, simpen kontak, catat kontak, mitra baru, tambah mitra,
tambahkan mitra, tambahin mitra, simpan ya, tolong simpan, simpan dulu, catat mitra, narahubung baru,
tambah narahubung, tambahkan narahubung, narahubungnya, narahubung, pic baru, ini kontak, kontaknya,
nomor kontak, daftarkan mitra, masukkan kontak, masukin kontak, sebagai mitra, jadi mitra, kartu nama,
pengganti, menggantikan, cp nya, nomor barunya, nomor hp
"""

PHRASES["met"] = """
dropped in on, drop in on, dropped in at, dropped by, popped in, popped by, stopped by, tea with, had tea,
had a drink with, mampir ke, mampir ketemu, ngeteh sama,
lunch sama, dinner sama, habis lunch, abis lunch, habis dinner, lunch bareng, ngopi bareng, makan bareng,
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
on the telephone, by telephone, on the line with, rang up, per telepon, ngobrol _ dengan, ngobrol _ sama,
good talk with, great talk with, nice talk with, telponan sama,
telponan dengan, teleponan sama, called, called back, phoned, rang, call with, had a call, on the phone,
phone call, video call, videocall, zoom with, zoom call, zoomed, zoom, skype, teams call, google meet,
gmeet, spoke with, spoke to, talked to, talked with, had a chat with, just spoke, speaking with,
on a call, call from, call today, call yesterday, our call, after the call, off the phone, off a call,
vc with, conference call, spoken to, spoken with, call went, missed call, left a voicemail, voicemail,
quick call, quick chat with, telepon, telpon, ditelepon, ditelpon, menelepon, nelpon, nelepon, tlp, telp,
telponan, teleponan, call sama, call dengan, call dgn, abis call, habis call, barusan call,
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
dapet surat, surat resmi dari, surat resmi from, kuterima, sudah kuterima, udah kuterima, kami terima,
saya terima, sudah kami terima, sudah saya terima, sudah aku terima, official letter from,
returned our, returned the contract, returned,
sudah balik, sudah kembali, sudah kembali dari, came back signed, is back, sudah kami kirim,
sudah saya kirim, sudah kita kirim, kami sudah kirim, sudah aku kirim, sent, received, sent the draft,
sent draft, sent the contract, sent the agreement, sent the letter, sent the invoice, sent the proposal,
sent them, sent over, sent our, sent a, sent the, have sent, has sent, sent us, received the draft,
received the letter, received the, received a, received their, received signed, got the, letter from,
letter to, draft to, proposal to, returned the, returned signed, shared the, forwarded the, submitted the,
invoice from, document from, documents from, quote from, proposal from, facility report from, delivered the,
handed over the, came in, came through, sudah kirim, udah kirim, sdh kirim, telah mengirim, sudah mengirim,
sudah dikirim ke, kirim draf, kirim surat, surat dari, surat ke, surat balasan, terima surat, menerima,
terima, diterima, sudah terima, udah terima, sudah menerima, dapat surat, draf dari, dokumen dari,
berkas dari, proposal ke, proposal dari, invoice dari, tagihan dari, sudah serahkan, mengembalikan,
mengirimkan, mengirim, mereka kirim, mereka sudah kirim, masuk dari, penawaran dari
"""

PHRASES["said"] = """
memastikan, menegaskan, menekankan, sudah oke, udah oke, sudah ok, is ok, says ok, said ok, said, says,
told, told us, told me, asked, asks, asking, asked for, asked if, asked us, requested, requests, wants,
want, wanted, would like, agreed, agrees, agreed to, confirmed, confirms, promised, promises, offered,
offers, suggested, proposes, proposed, mentioned, explained, insists, insisted, complained, complains,
declined, declines, refused, refuses, accepted, accepts, approved, apologised, apologized, informed us,
informs, let us know, is happy, is fine, are happy, are fine, is keen, is interested, are interested,
is ok with, shes fine, hes fine, they are fine, theyre fine, will check, expects, expect, expecting,
hopes, hope, prefers, prefer, warns, warned, needs, is asking, are asking, keen, interested, invited us,
invites us, thanks us, thanked us, came back, got back to us, announced, assured, bilang, blg, katanya,
kata, menurut, minta, meminta, mintanya, setuju, sepakat, menyetujui, konfirmasi, mengonfirmasi,
mengkonfirmasi, janji, berjanji, menjanjikan, menawarkan, nawarin, tawarkan, mengusulkan, usul,
menyarankan, menyampaikan, sampaikan, jelaskan, menjelaskan, menolak, nolak, menerima, mau, ingin, pengen,
berharap, harap, mengharapkan, bersedia, siap, siap tanggung, sanggup, menyanggupi, oke dengan, ok dengan,
keberatan, komplain, mengeluh, tanya, menanyakan, nanya, bertanya, memberi tahu, kasih tahu, ngabarin,
mengabari, kabari, mengundang, berterima kasih, tertarik, berminat, menunggu, pertimbangkan,
mempertimbangkan, kami pertimbangkan, nanti dikabari, keep in view, mengingatkan
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
menandatangani, meneken, signs, signed, countersigned, signed by, has signed, have signed, got signed,
signature, signed mou, signed agreement, executed, sudah ditandatangani, ditandatangani, sudah diteken,
diteken, tanda tangan, ttd, sudah ttd, ditandatangan, teken
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
