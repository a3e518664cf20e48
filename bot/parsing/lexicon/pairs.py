"""Words of the work in both languages: a task written in one is spoken of in the other."""

from __future__ import annotations

from bot.parsing.dates.lexicon import words

_PAIRS = """
katalog katalognya catalogue catalog catalogs catalogues | draf draft drafts drafnya |
kurator curator curators |
cetak cetakan print printing | kirim kirimkan send | pesan pesankan book booking order
undangan invitation invitations invites | surat letter letters |
jadwal schedule timetable | anggaran budget | tiket ticket tickets
pameran exhibition show | laporan report | asuransi insurance | kontrak contract | perjanjian agreement
foto photo photos | spanduk banner | penerjemah translator | terjemahan translation | terjemahkan translate
formulir form forms | bayar payment pay | pajak tax | buku books | peti crate crates | pidato speech
pembukaan opening | penutupan closing | tamu guest guests | daftar list | label labels | percetakan printer
rapat meeting | ruang ruangan room venue | kedutaan embassy | kantor office | paspor passport passports
siaran release | pers press | honor fee honorarium | seniman artist artists | penari dancer dancers
musik music |
teknisi technician | suara sound | dubes ambassador ambassadors | duta ambassador |
tari dance | kain textile textiles | pinjaman loan | pengiriman shipping shipment
notulen minutes | presentasi presentation slides | peta map | denah floorplan plan
kursi chair chairs seat seats | makan catering meal meals | kereta train | pesawat flight flights
penerbangan flight flights | mobil car | lampu lights lamp | panggung stage | gedung building | situs website
naskah script text texts | teks text texts captions | sampul cover | warna color colour | gambar image images
video film | poster posters | kuesioner survey | hadiah gift gifts | sertifikat certificate certificates
faktur invoice invoices | tagihan invoice bill | kuitansi receipt receipts | rekening account
bea customs cukai | pabean customs | lokakarya workshop | panitia committee | sponsor sponsors
perpanjang renew extend | hubungi contact call | telepon call phone | susun compile prepare | siapkan prepare
beli buy | cari find | cek check | periksa check | tulis write | unggah upload | urus arrange
"""


def _table() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for pair in _PAIRS.replace("\n", "|").split("|"):
        one = words(pair)
        for word in one:
            found[word] = found.get(word, frozenset()) | one
    return found


_ONE = _table()


def translated(a: str, b: str) -> bool:
    """Whether the words say the same in the two languages: “katalog”, “catalogue”."""
    return b in _ONE.get(a, ())
