// The page's own sentences, in English and Indonesian. `{name}` is filled in.

export const WORDS = {
  en: {
    skip: "Skip to writing a message", menu: "Channels and people", local: "local workspace", person: "You are",
    language: "Language of the page", langName: "English", guest: "guest", app: "APP",
    home: "Home", messages: "Messages", channels: "Channels", direct: "Direct messages", other: "Others you can join",
    newDm: "New message to…", privateChannel: "private channel", unreadIn: "{name}, {n} unread",
    clock: "Clock", clockHint: "Move the clock forward and see what Lintas does by itself. It cannot go back.",
    plusHour: "+1 h", plusDay: "+1 day", plusWeek: "+1 week", tomorrow9: "Tomorrow 09:00", nextEvent: "Next event", nothingDue: "nothing planned",
    goTo: "Go to", go: "Go", moved: "It is now {when}", moving: "Moving the clock…",
    inspect: "Inspect", parse: "Parse", rows: "Rows", deliveries: "Deliveries", calls: "API calls",
    parseHint: "Type a message below: this shows what Lintas understands of it.", noInspector: "The app gives no view of its inside.",
    empty: "Nothing here yet.", rowsOf: "{table} ({n})", close: "Close", back: "Back", cancel: "Cancel", save: "Save",
    write: "Write to {name}", reply: "Reply in the thread", send: "Send", sendHint: "Enter sends, Shift+Enter starts a new line", attach: "Attach a file", shortcuts: "Shortcuts",
    working: "Lintas is working…", failed: "This did not reach the workspace. Check that it is still running, then try again.",
    onlyYou: "Only visible to you", edited: "(edited)", thread: "Thread", replies: "{n} replies", oneReply: "1 reply",
    inThread: "replied in a thread", more: "More actions", editMessage: "Edit message", deleteMessage: "Delete message", deleteSure: "Delete this message?",
    react: "React", removeReaction: "{name}, {n}: take yours away", addReaction: "{name}, {n}: add yours", done: "Mark done with ✅",
    join: "Join channel", joinHint: "You see this channel but are not in it.", leave: "Leave channel", inviteApp: "Add {name} to this channel", invitePerson: "Add a person…", invite: "Add",
    appAbsent: "{name} is not in this channel.", archived: "This channel is archived.", noMessages: "No messages yet. Write the first one.", messageList: "Messages in {name}",
    homeEmpty: "{name} has not published a Home for you yet.", homeOf: "{name} Home",
    choose: "Choose…", choosePerson: "Choose a person…", chooseChannel: "Choose a channel…", remove: "Remove {name}", add: "Add…", search: "Type to search…",
    date: "Date", time: "Time", optional: "optional", openForm: "Form", fixErrors: "Some answers need a look.", download: "Download {name}",
    hintTitle: "Three things to try", hintTask: "/task Send the MoU draft @{name} friday{program}", hintMention: "@{app} what is due this week?",
    hintDm: "Tell {app} in a direct message: “remind me to call the embassy tomorrow at 10”", hintDmText: "Remind me to call the embassy tomorrow at 10",
    hintClose: "Hide these examples", hintMore: "Then move the clock to tomorrow 09:00, or switch to another person.",
    today: "Today", yesterday: "Yesterday", tomorrow: "Tomorrow", suggestions: "Suggestions", nSuggestions: "{n} suggestions",
    unknownBlock: "A block of type “{type}” that this page does not draw.", offline: "The workspace is not answering. Trying again…",
  },
  id: {
    skip: "Langsung ke penulisan pesan", menu: "Kanal dan orang", local: "ruang kerja lokal", person: "Anda sebagai",
    language: "Bahasa halaman", langName: "Bahasa Indonesia", guest: "tamu", app: "APLIKASI",
    home: "Beranda", messages: "Pesan", channels: "Kanal", direct: "Pesan langsung", other: "Lainnya yang dapat diikuti",
    newDm: "Pesan baru kepada…", privateChannel: "kanal privat", unreadIn: "{name}, {n} belum dibaca",
    clock: "Jam", clockHint: "Majukan jam dan lihat apa yang dilakukan Lintas dengan sendirinya. Jam tidak dapat mundur.",
    plusHour: "+1 jam", plusDay: "+1 hari", plusWeek: "+1 minggu", tomorrow9: "Besok 09.00", nextEvent: "Kejadian berikutnya", nothingDue: "tidak ada rencana",
    goTo: "Menuju", go: "Majukan", moved: "Sekarang {when}", moving: "Memajukan jam…",
    inspect: "Periksa", parse: "Pemahaman", rows: "Baris data", deliveries: "Kiriman", calls: "Panggilan API",
    parseHint: "Ketik pesan di bawah: di sini tampak apa yang dipahami Lintas.", noInspector: "Aplikasi ini tidak memperlihatkan isi dalamnya.",
    empty: "Belum ada apa-apa.", rowsOf: "{table} ({n})", close: "Tutup", back: "Kembali", cancel: "Batal", save: "Simpan",
    write: "Tulis ke {name}", reply: "Balas dalam utas", send: "Kirim", sendHint: "Enter mengirim, Shift+Enter membuat baris baru", attach: "Lampirkan berkas", shortcuts: "Pintasan",
    working: "Lintas sedang bekerja…", failed: "Ini tidak sampai ke ruang kerja. Periksa apakah masih berjalan, lalu coba lagi.",
    onlyYou: "Hanya terlihat oleh Anda", edited: "(disunting)", thread: "Utas", replies: "{n} balasan", oneReply: "1 balasan",
    inThread: "membalas dalam utas", more: "Tindakan lain", editMessage: "Sunting pesan", deleteMessage: "Hapus pesan", deleteSure: "Hapus pesan ini?",
    react: "Beri reaksi", removeReaction: "{name}, {n}: tarik reaksi Anda", addReaction: "{name}, {n}: tambahkan reaksi Anda", done: "Tandai selesai dengan ✅",
    join: "Ikuti kanal", joinHint: "Anda melihat kanal ini tetapi belum menjadi anggotanya.", leave: "Tinggalkan kanal", inviteApp: "Tambahkan {name} ke kanal ini", invitePerson: "Tambahkan orang…", invite: "Tambahkan",
    appAbsent: "{name} belum ada di kanal ini.", archived: "Kanal ini diarsipkan.", noMessages: "Belum ada pesan. Silakan tulis yang pertama.", messageList: "Pesan di {name}",
    homeEmpty: "{name} belum menyiapkan Beranda untuk Anda.", homeOf: "Beranda {name}",
    choose: "Pilih…", choosePerson: "Pilih orang…", chooseChannel: "Pilih kanal…", remove: "Hapus {name}", add: "Tambah…", search: "Ketik untuk mencari…",
    date: "Tanggal", time: "Waktu", optional: "opsional", openForm: "Formulir", fixErrors: "Beberapa isian perlu diperiksa.", download: "Unduh {name}",
    hintTitle: "Tiga hal untuk dicoba", hintTask: "/tugas Kirim draf MoU @{name} jumat{program}", hintMention: "@{app} apa yang jatuh tempo minggu ini?",
    hintDm: "Sampaikan kepada {app} lewat pesan langsung: “ingatkan saya menelepon kedutaan besok jam 10”", hintDmText: "Ingatkan saya menelepon kedutaan besok jam 10",
    hintClose: "Sembunyikan contoh ini", hintMore: "Setelah itu majukan jam ke besok 09.00, atau beralih ke orang lain.",
    today: "Hari ini", yesterday: "Kemarin", tomorrow: "Besok", suggestions: "Saran", nSuggestions: "{n} saran",
    unknownBlock: "Blok jenis “{type}” yang tidak digambar oleh halaman ini.", offline: "Ruang kerja tidak menjawab. Mencoba lagi…",
  },
};

/** The translator of one language; an unknown key is an error, not a silent hole. */
export function translator(lang) {
  return (key, values = {}) => {
    const sentence = WORDS[lang][key];
    if (sentence === undefined) throw new Error(`no words for ${key}`);
    return sentence.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}

/** `en` or `id` for a person's locale. */
export const languageOf = (locale) => (/^(id|in)\b/i.test(locale ?? "") ? "id" : "en");
