"""A contact or an organisation out of a sentence: name, honorific, role, organisation, e-mail, phone,
country."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.parsing.dates.lexicon import words
from bot.parsing.geography import CITY_WORDS, COUNTRIES
from bot.parsing.intents import AddPartner, Reading, Said
from bot.parsing.mentions import Words, find_names
from bot.parsing.names import HONORIFICS, index_of, named, words_of

EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d[\d\s().-]{6,18}\d(?![\w-])")
_PHONE_CUE = re.compile(
    r"(?<!\w)(?:hp|wa|whatsapp|telp|telepon|tel|phone|mobile|cell|ponsel|no\.?\s*hp|nomor|cp|"
    r"t)\.?\s*[:.]?\s*$",
    re.IGNORECASE,
)
_EMAIL_CUE = re.compile(r"(?<!\w)(?:e-?mail|surel|mail|alamat email)\s*(?:nya)?\s*[:=]?\s*$", re.IGNORECASE)
_LEAD = re.compile(
    r"^(?:(?:just |today |this morning |tadi |barusan |baru saja |kemarin )?(?:i |we |saya |kami |"
    r"kita )?(?:met(?: with)?|spoke (?:to|with)|called|had a (?:call|meeting) with|"
    r"ketemu(?: sama| dengan)?|bertemu(?: dengan)?|kenalan (?:sama|dengan)|"
    r"introduced to)\s+)?(?:(?:please|pls|tolong|mohon|hi|halo|hey|ok|oke|fyi|can you|could you|bisa|"
    r"boleh|minta)\b[\s,:]*)*"
    r"(?:(?:add|save|store|new|create|register|note|tambah(?:kan)?|simpan(?:kan)?|catat(?:kan)?|"
    r"masukkan|masukin|input|baru|daftarkan|buat)\b[\s,]*"
    r"(?:ya\b|dong\b|dulu\b|this|these|ini|the|a|an|as|sebagai|our|kita|ke|to|daftar|database)?[\s,:–-]*)*"
    r"(?:(?:new\s+)?(?:partner|contact(?:\s+person)?|kontak|mitra|narahubung|pic|person|orang|"
    r"organi[sz]ation|organisasi|lembaga|institusi|venue|lender|funder|sponsor)\b"
    r"(?:\s+(?:baru|new|for\s+us|person|list))?)?[\s,:–-]*(?:baru\b)?[\s,:–-]*",
    re.IGNORECASE,
)
_CONTACT_AT = re.compile(
    r"^(?:(?:our|my|the|kita|a)\s+)?(?:new\s+)?(?:(?P<role>(?:[\w-]+\s+){0,2}(?:registrar|curator|director|"
    r"manager|coordinator|producer|officer|assistant|secretary|petugas|staf|kurator|direktur|koordinator|manajer)"
    r"(?:\s+program)?)(?:\s+(?:contact|kontak|person))?|"
    r"contact(?:\s+person)?|kontak|narahubung|pic|person)\s*(?:baru|kita|kami)?\s+(?:at|in|for|from|di|dari|untuk)\s+"
    r"(?P<org>.{3,60}?)\s*(?:is(?: now)?|adalah|yaitu|:|=)\s+(?P<who>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_CONTACT_FOR = re.compile(
    r"^(?:(?:the|our|my)\s+)?(?:new\s+)?(?:contact(?:\s+person)?|kontak|narahubung|pic|cp)\b"
    r"(?![^:]*\s(?:at|from|di|dari)\s)[^:,]{0,50}:\s+",
    re.IGNORECASE,
)
_LABEL = re.compile(
    r"^(?:(?P<person>contact(?:\s+person)?|kontak(?:nya)?|narahubung(?:nya)?|pic(?:nya)?|cp|"
    r"nama(?:nya)?|name|an\.|a\.n\.|person)"
    r"|(?P<role>role|jabatan(?:nya)?|position|title|posisi)|(?P<org>org(?:ani[sz]ation|anisasi)?|"
    r"instansi|lembaga|institution|institusi|from|dari|at|di|kantor|company|perusahaan)"
    r"|(?P<country>country|negara|based in|berbasis di|asal))\s*(?:is\b|adalah\b|yaitu\b|:|=|-)?\s+",
    re.IGNORECASE,
)
_ROLE = re.compile(
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
    r"photographer|fotografer)(?!\w)",
    re.IGNORECASE,
)
_ORG = re.compile(
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
    r"taman budaya|dewan kesenian|consulate|konsulat)(?!\w)",
    re.IGNORECASE,
)
_PARTICLES = words("van de der den von bin binti al el da di dos du la le ter ten bint ibn y e")
_HONORIFIC = re.compile(
    r"^(?:(?:H\.?E\.?|Yth\.?|(?:Ms|Mr|Mrs|Miss|Mx|Dr|Drs|Dra|Prof|Pak|Bapak|Bpk|Bu|Ibu|Mas|Mbak|Mba|Kak|"
    r"Bang|Bli|Daeng|Mme|M|Mlle|"
    r"Madame|Monsieur|Mw|Dhr|Herr|Frau|Mag|Ing|Ir|Encik|Puan|Tuan|Dato['’]?|Datuk|Tan Sri|"
    r"Dott(?:\.?ssa)?|Sig|Sr|Sra|Sir|Lady|Ust|Kang|Teh|Professor|Doctor)"
    r"\.?)\s+)+",
)
_SUFFIX = re.compile(r"[-\s](?:san|sama|sensei|ssi)$", re.IGNORECASE)
_AT = re.compile(
    r"\s+(?:from|dari|at|@|di|with|bekerja di|kerja di|works? (?:at|for)|asal|"
    r"pada)\s+(?:the\s+)?(?=[A-ZÀ-Þ\"“@])"
    r"|\s+of\s+(?:the\s+)?(?=[A-Z])"
)
_ASIDE = re.compile(
    r"\s+(?:as (?:a|an|our) (?:new )?(?:partner|contact|lender|venue|funder|sponsor)|sebagai (?:mitra|"
    r"kontak|narahubung)(?: baru)?|"
    r"to (?:our|the) (?:partners|contacts|partner list|contact list)|ke (?:daftar )?(?:mitra|kontak)|"
    r"today|yesterday|tadi|kemarin|"
    r"barusan|hari ini|this morning|last week|please|pls|ya|dong)(?=\s*(?:$|[,.;]))",
    re.IGNORECASE,
)
_NOISE = re.compile(
    r"(?:tipe|type|jenis|kind)\s*:?\s*\w+$|belum ada .*|no contact .*|satu nama.*|one name.*|mononym.*|"
    r"please|pls|tolong|ya|thanks?|makasih|"
    r"trims|terima kasih|ini kontaknya|today|hari ini|just now|barusan|met today|ketemu tadi|speaks .*|"
    r"bahasa .*|prefers .*|via wa|that's all|itu saja",
    re.IGNORECASE,
)


@dataclass
class _Found:
    name: str | None = None
    honorific: str | None = None
    organisation: str | None = None
    role: str | None = None
    country: str | None = None
    city: str | None = None


def read_partner(text: str, reading: Reading) -> AddPartner:
    """The contact, the organisation, or both, that the words describe; nothing is made up."""
    text = text[:1_000]
    text, program = _program(text, reading)
    text, email = _take(EMAIL, _EMAIL_CUE, text)
    text, phone = _take(PHONE, _PHONE_CUE, text)
    if phone and sum(c.isdecimal() for c in phone) < 7:
        phone = None
    text = _LEAD.sub("", _CONTACT_FOR.sub("", text, count=1), count=1)
    text = _CONTACT_AT.sub(_put_in_order, _ASIDE.sub("", text))
    found = _Found()
    for segment in re.split(r"[,;|()\n]|\s[–—-]\s|:\s|(?<=\w{5})\.\s+(?=[A-Z])", text):
        _place(segment.strip(' .–—-:"“”'), found, reading)
    _settle(found)
    return AddPartner(
        found.name, found.honorific, found.organisation, found.role, email, phone.strip() if phone else None,
        found.country, found.city, program,
    )  # fmt: skip


def _put_in_order(match: re.Match[str]) -> str:
    """“The new registrar at X is Y” as labelled parts."""
    role = f", jabatan {match['role']}" if match["role"] else ""
    return f"instansi {match['org']}, kontak {match['who']}{role}"


def _program(text: str, reading: Reading) -> tuple[str, Said | None]:
    """A trailing `~program` or `#program`."""
    if match := re.search(r"\s[~#](?:program:)?([\w-]+)\s*$", text):
        return text[: match.start()], named(match[1].replace("-", " "), reading.world, "programs")
    return text, None


def _take(pattern: re.Pattern[str], cue: re.Pattern[str], text: str) -> tuple[str, str | None]:
    match = pattern.search(text)
    if not match:
        return text, None
    before = cue.sub("", text[: match.start()])
    return f"{before} , {text[match.end() :]}", match.group().strip()


def _place(segment: str, found: _Found, reading: Reading) -> None:
    """Put one stretch between commas where it belongs."""
    if not segment or _NOISE.fullmatch(segment):
        return None
    if label := _LABEL.match(segment):
        rest = segment[label.end() :].strip()
        if label["person"] and rest:
            return _person(rest, found, reading)
        if label["role"]:
            found.role = found.role or rest
            return None
        if label["org"]:
            return _place_org(rest, found)
        segment = rest
    country = COUNTRIES.get(" ".join(words_of(segment)))
    if country:
        found.country = found.country or country
        return None
    if " ".join(words_of(segment)) in CITY_WORDS:
        found.city = found.city or segment
        return None
    return _person_or_org(segment, found, reading)


def _place_org(words: str, found: _Found) -> None:
    country = COUNTRIES.get(" ".join(words_of(words)))
    if country:
        found.country = found.country or country
    elif found.organisation is None:
        found.organisation = words


def _person_or_org(segment: str, found: _Found, reading: Reading) -> None:
    whole = find_names(Words.of(segment), index_of(reading.world).organisations, parts=False)
    known = whole[0] if whole else None
    if known and known.start == 0 and known.end >= len(segment) - 1:
        found.organisation = found.organisation or segment
        return
    first_kind = _ORG.match(segment)
    if (split := _AT.search(segment)) and not (first_kind and split.group().strip().startswith("of")):
        head, tail = segment[: split.start()].strip(), segment[split.end() :].strip()
        of_role = split.group().strip().startswith("of") and _ROLE.search(head)
        if not (of_role and not _ORG.search(tail) and not known):
            _place(head, found, reading)
            _place_org(tail, found)
            return
    role, org = _ROLE.search(segment), _ORG.search(segment)
    honorific = _HONORIFIC.match(segment)
    if role and not honorific and (role.start() < 25):
        _role(segment, role, org, found, reading)
    elif org and not honorific:
        found.organisation = found.organisation or segment
    else:
        _person(segment, found, reading)


def _role(
    segment: str, role: re.Match[str], org: re.Match[str] | None, found: _Found, reading: Reading
) -> None:
    """A role, perhaps with its organisation after it (“pimpinan Sanggar …”) or a name before it."""
    head = segment[: role.start()].strip()
    if (
        head
        and head[0].isupper()
        and not found.name
        and _looks_like_name(head)
        and segment[role.start()].islower()
    ):
        _person(head, found, reading)
        segment = segment[role.start() :]
        org = _ORG.search(segment)
    if (
        org
        and org.start() > 0
        and segment[org.start()].isupper()
        and not re.search(r"\bof\s*$", segment[: org.start()])
    ):
        found.role = found.role or segment[: org.start()].strip(" ,")
        found.organisation = found.organisation or segment[org.start() :].strip()
    elif org and org.start() == 0 and segment[0].isupper() and role.start() > 0 and not found.organisation:
        found.organisation = segment
    else:
        found.role = found.role or segment


def _looks_like_name(words: str) -> bool:
    parts = words.split()
    return 1 <= len(parts) <= 6 and all(
        p[0].isupper() or p.lower().strip("'’-.") in _PARTICLES for p in parts
    )


def _person(words: str, found: _Found, reading: Reading) -> None:
    if (split := _AT.search(words)) and not found.organisation:
        found.organisation = words[split.end() :].strip()
        words = words[: split.start()].strip()
    honorific, name = split_honorific(words)
    name = re.sub(r"\s+(?:is|adalah|itu|dan|and)\b.*$", "", name)
    role = _ROLE.search(name)
    if role and role.start() > 0 and name[role.start()].islower():
        found.role = found.role or name[role.start() :]
        name = name[: role.start()].strip(" ,")
    if not name:
        return
    if found.name is None and (name[0].isupper() or honorific or not found.organisation):
        found.name, found.honorific = name, honorific
    elif found.organisation is None and name[0].isupper():
        found.organisation = words


def split_honorific(words: str) -> tuple[str | None, str]:
    """The forms of address before a name, and the name; a Japanese or Korean one may follow it."""
    match = _HONORIFIC.match(words)
    honorific, name = (match.group().strip(), words[match.end() :]) if match else (None, words)
    if suffix := _SUFFIX.search(name):
        honorific, name = honorific or suffix.group().strip(" -").lower(), name[: suffix.start()]
    return honorific, name.strip(" .,")


def _settle(found: _Found) -> None:
    """A lone capitalised stretch that is no person's name by its words is the organisation."""
    if found.name and not found.honorific and not found.organisation and not found.role:
        words = words_of(found.name)
        if len(words) > 4 or (words and words[0] in HONORIFICS and len(words) == 1):
            found.organisation, found.name = found.name, None


def e164(phone: str, region: str | None) -> str | None:
    """A telephone number as E.164, or None; `region` is the ISO country it is dialled from."""
    import phonenumbers

    try:
        number = phonenumbers.parse(re.sub(r"\(0\)", "", phone), region)
    except phonenumbers.NumberParseException:
        return None
    return phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
