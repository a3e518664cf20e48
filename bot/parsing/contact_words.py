"""The words by which a contact is described: roles, kinds of house, honorifics, asides, words of keeping."""

from __future__ import annotations

import re

from bot.parsing.dates.lexicon import words

ROLE = re.compile(
    r"(?<!\w)(?:curator|kurator|director|direktur|direktris|head|kepala|manager|manajer|coordinator|"
    r"koordinator|registrar|"
    r"officer|pimpinan|pemimpin|ketua|attach[ée]|atase|producer|produser|artist|seniman|perupa|"
    r"secretary|sekretaris|staff|staf|assistant|asisten|"
    r"deputy|wakil|kabid|kasi|kasubdit|konservator|conservator|researcher|peneliti|programmer|keeper|"
    r"lead|founder|pendiri|"
    r"choreographer|koreografer|composer|komponis|musician|musisi|dancer|penari|technician|teknisi|"
    r"designer|desainer|"
    r"archivist|arsiparis|librarian|editor|penerjemah|translator|interpreter|advisor|adviser|penasihat|"
    r"consul|konsul|"
    r"ambassador|duta besar|dubes|minister|menteri|dirjen|chair(?:man|woman|person)?|president|presiden|"
    r"ceo|owner|pemilik|"
    r"partnerships?|liaison|representative|perwakilan|specialist|spesialis|professor|dosen|lecturer|"
    r"dalang|pengelola|penanggung jawab|"
    r"account executive|administrator|bendahara|treasurer|press|humas|pr|marketing|logistics manager|"
    r"photographer|fotografer|underwriter|engineer|communications|conservation|bagian|petugas|penata|"
    r"juru)(?:nya)?(?!\w)",
    re.IGNORECASE,
)
ORG = re.compile(
    r"(?<!\w)(?:museum|museums|mus[ée]e|muzium|gallery|galeri|galerie|foundation|yayasan|institut|"
    r"institute|university|universit[ya][ts]?|universitas|"
    r"cent(?:er|re)|embassy|kedutaan|kbri|kjri|ministry|kementerian|dinas|disbud|sanggar|festival|"
    r"council|theat(?:er|re)|teater|academy|"
    r"akademi|studio|logistics|pt|cv|ltd|inc|gmbh|b\.?v|bureau|biro|biennale|kunsthal|kunsthalle|house|"
    r"huis|komunitas|community|library|perpustakaan|"
    r"archive|arsip|association|asosiasi|group|authority|society|forum|isi|itb|ugm|orchestra|orkestra|"
    r"ensemble|company|agency|agensi|"
    r"collective|kolektif|school|sekolah|college|opera|conservatory|padepokan|keraton|kraton|trust|fund|"
    r"opera house|hall|gedung|hotel|bank|"
    r"airlines?|press|penerbit|publisher|fondation|fundaci[óo]n|stiftung|haus|space|lab|balai|"
    r"stichting|verein|kunstverein|fondazione|asociaci[óo]n|associazione|teatro|museo|museu|galleria|"
    r"stadtkultur|kulturamt|akademie|hochschule|conservatoire|compagnie|"
    r"taman budaya|dewan kesenian|consulate|konsulat|muzeum|arts?)(?!\w)",
    re.IGNORECASE,
)
HONORIFIC = re.compile(
    r"^(?:(?:H\.?E\.?|Yth\.?|(?:Ms|Mr|Mrs|Miss|Mx|Dr|Drs|Dra|Prof|Pak|Bapak|Bpk|Bu|Ibu|Mas|Mbak|Mba|Kak|"
    r"Bang|Bli|Daeng|Mme|M|Mlle|"
    r"Madame|Monsieur|Mw|Dhr|Herr|Frau|Mag|Ing|Ir|Encik|Puan|Tuan|Dato['’]?|Datuk|Tan Sri|"
    r"Dott(?:\.?ssa)?|Sig|Sr|Sra|Sir|Lady|Ust|Kang|Teh|Professor|Doctor)"
    r"\.?)\s+)+",
)
SUFFIX = re.compile(r"[-\s](?:san|sama|sensei|ssi)$", re.IGNORECASE)
PARTICLES = words("van de der den von bin binti al el da di dos du la le ter ten bint ibn y e")
AT = re.compile(
    r"\s+(?:from|dari|at|@|di|with|bekerja di|kerja di|works? (?:at|for)|asal|"
    r"pada)\s+(?:the\s+)?(?=[A-ZÀ-Þ\"“@])"
    r"|\s+of\s+(?:the\s+)?(?=[A-Z])"
)
ASIDE = re.compile(
    r"\s+(?:as (?:a|an|our) (?:new )?(?:partner|contact|lender|venue|funder|sponsor)|sebagai (?:mitra|"
    r"kontak|narahubung)(?: baru)?|"
    r"(?:to|in|into) (?:our|the|my) (?:partners|contacts|partner list|contact list|address book|database)|"
    r"ke (?:daftar |buku )?(?:mitra|kontak|alamat|database|contacts)|"
    r"today|yesterday|tadi|kemarin|"
    r"barusan|hari ini|this morning|last week|please|pls|ya|dong)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
NOISE = re.compile(
    r"(?:tipe|type|jenis|kind)\s*:?\s*\w+$|belum ada .*|no contact .*|satu nama.*|one name.*|mononym.*|"
    r"please|pls|tolong|ya|thanks?|makasih|"
    r"trims|terima kasih|ini kontaknya|today|hari ini|just now|barusan|met today|ketemu tadi|speaks .*|"
    r"bahasa .*|prefers .*|via wa|that's all|itu saja",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"^(?:(?P<person>contact(?:\s+person)?|kontak(?:nya)?|narahubung(?:nya)?|pic(?:nya)?|cp|"
    r"nama(?:nya)?|name|an\.|a\.n\.|person)"
    r"|(?P<role>role|jabatan(?:nya)?|position|title|posisi)|(?P<org>org(?:ani[sz]ation|anisasi)?|"
    r"instansi|lembaga|institution|institusi|from|dari|at|di|kantor|company|perusahaan)"
    r"|(?P<country>country|negara|based in|berbasis di|asal))\s*(?:is\b|adalah\b|yaitu\b|:|=|-)?\s+",
    re.IGNORECASE,
)
NAMED = re.compile(
    r"(?<!\w)(?:(?:is|adalah|ialah|itu|yaitu|yakni)(?:\s+now)?|(?:his|her|their)?\s*name\s*(?:is|:)|namanya|bernama|"
    r"called|named|by(?:\s+one)?|of\s+one|ke\s+nama)\s+(?=(?:[a-z]{2,7}\.?\s)?[A-ZÀ-Þ])"
)
IS_OUR = re.compile(
    r"^(?P<who>[A-ZÀ-Þ].{1,60}?)\s+(?:is|will be|becomes|adalah|itu|jadi|menjadi)\s+(?=[a-z])(?P<what>.+)$",
    re.DOTALL,
)
REPLACED = re.compile(
    r"[\s,;(]*(?<!\w)(?:(?:who\s+|yang\s+|dia\s+|she\s+|he\s+|is\s+)*(?:(?:meng)?ganti(?:nya|in|kan)|"
    r"menggantikan|pengganti(?:nya)?|replaces|replacing|succeeds|succeeding|takes over from|"
    r"taking over from|instead of|in place of)\s+(?:(?i:pak|bu|ibu|bapak|mas|mbak|mr|ms|mrs|dr|herr|frau)"
    r"\.?\s+)?[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+)*|[A-ZÀ-Þ][\w'’-]+['’]s\s+(?:successor|replacement)(?:\s+as)?)"
)
PLACE = re.compile(r"\s+(?:in|di|based in|berbasis di)\s+(?:the\s+)?(?=[A-ZÀ-Þ])")
FILING = words(  # what a card is handed over with, before its first name
    """please pls tolong tlg mohon hi halo hey ok oke fyi can could you bisa boleh minta just now today
    this that these those one satu morning tadi barusan kemarin i we saya kami kita aku met spoke called
    ketemu bertemu kenalan kenalin kenalkan introducing introduced add save store new create register
    note keep put down file tambah tambahkan tambahin simpan simpen simpenin simpankan catat catatin
    catatkan masukkan masukan masukin input daftarkan daftarin buat nitip titip nomor contact contacts
    kontak partner partners mitra rekanan narahubung pic cp person orang card vendor supplier
    organisation organization organisasi lembaga institusi venue lender funder sponsor database daftar
    list address book our us the a an as sebagai sbg to ke my ya dong dulu deh nih sih yuk ini itu here
    heres baru tambahan list"""
)
NO_ROLE = words(  # a stretch in small letters with one of these tells something, it is nobody's office
    """i we you he she they it is are was were be am has have had do does did my our your his her me us them
    him the this that these those met saw speaks prefers please pls thanks to for from on via by before after
    who which let just got get keep put save add if when so and or not no yes can could will would may
    saya kami kita aku dia beliau mereka ini itu ya dong deh sih nih tolong mohon bisa boleh nanti lewat via
    belum sudah udah sdh ketemu tadi kemarin barusan hari ganti gantinya orangnya baru kontak kontaknya mitra
    daftar simpan catat tambah masukin yang yg punya ada tidak nggak gak lagi ikut kenal dari untuk buat
    partner contact card kartu nama nomor nomornya emailnya freelance only doang aja saja"""
)
