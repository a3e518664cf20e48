"""What the work is about: things that an order without a day or a person must name to be one."""

from __future__ import annotations

from bot.parsing.dates.lexicon import words

WORK = words(
    """account accounts addendum adendum advance agenda agreement agreements airport akomodasi akun alat album
    amandemen amendment amplifier anggaran angklung annex annexes announcement appendix application
    applications appointment approval approvals archive arsip artefak article articles artikel artist
    artists artwork artworks asuransi attachment auction audio audit aula award backdrop badge badges
    bagasi baliho bandara bank banner banners bantuan barang baterai batik batteries bea bendera berita
    berkas biaya bid bilingual bio bios bis board boks book booking bookings booklet booklets booth
    booths box boxes brief briefing brochure brochures brosur budget bukti buku bus buses bylaws cable
    cables cangkir caption captions card cards cargo carnet carrier cartons case cases cat catalog
    catalogue catalogues catatan caterer catering cenderamata certificate certificates cetakan chair
    chairs checklist claim claims clause cleaner clearance clip collateral collection committee
    compliance concert conservator consul consulate contact contacts container contract contracts copies
    copyright costume costumes courier couriers cover crate crates credit credits crew cukai cup curator
    curators curtain customs daftar dana dancers data database deck declaration dehumidifier
    dehumidifiers dekorasi delegasi delegates delegation denah deposit desain design designer designs
    dewan diagram dimensions dinas director directors display document documents dokumen dokumentasi
    domain donatur donor draf draft drawings dress drivers dubes dvd ekspedisi email embassy entry
    equipment essay essays estimate evaluasi evaluation event excel exhibit exhibition expenses export
    extinguisher extinguishers fabric faktur fee fees festival figures file files film finance fire flag
    flags flight flights floor floorplan flowers flyer flyers folder folders footage foreword forklift
    form forms formulir foto fotografer frame frames freight fund funder funders funding gaji gala
    galeri gallery gamelan gear gedung generator genset gift gifts gladi glossary gloves grafis grant
    grants graphics gudang guest guests guide guides hadiah hall handbook handout handouts handover
    hibah honor honorarium hotel hotels humidifiers humidity hygrometer ijin imigrasi indemnity
    instrument instruments insurance insurer interpreter interpreters interview interviews inventory
    invitation invitations invites invoice invoices itinerary izin jadwal jawaban journalist journalists
    juri juru jury kabel kain kamar kamera kantor kaos kargo kartu kas katalog katering kaus kedatangan
    kedubes kedutaan kelembapan kendaraan keris keterangan keuangan key keynote keys kit klaim koleksi
    kolektor kondisi konsep konser konsulat konsumsi kontrak koper koreksi kostum kotak kru kuesioner
    kuis kuitansi kunci kunjungan kurator kurir kursi label labels lamp lampiran lamps lampu lantai
    laporan layout lease lecture lelang lemari lembar lender lenders lesson lessons letter letters
    licence license lift lighting lights linimasa lisensi list listrik livestream loan loans logbook
    logger loggers logistics logistik logo logos logs lokakarya lokasi loker lpj lukisan mailing makalah
    manual manuscript map maps masks masukan materi materials measurements mebel media meeting meja memo
    menu mic microphone microphones mikrofon milis minutes mitra mixer mobil moderator monitor mou
    museum musician musicians musisi nama names narasi narasumber naskah newsletter nomor nota note
    notes notice notula notulen notulensi number obat objects offer office officer onepager operator
    order paint painting pajak pajangan pallet pallets pameran pamflet panduan panel panels panggung
    panitia papan paparan paperwork parkir participants partner partners paspor passport passports
    password patung payment payments pelukis pemandu pembayaran pembicara pembukaan penari penawaran
    pendaftaran penerbangan penerjemah pengadaan pengajuan penginapan pengiriman pengumuman pengunjung
    penjemputan penonton penutupan per peralatan perancah perangko perawatan percetakan perhiasan
    perjanjian perlengkapan permit permits permohonan pers persetujuan pertunjukan pesan pesankan
    peserta peta peti photo photographer photographs photos piagam pidato pieces pinjaman pks plan plans
    plants playlist plinth plinths poin policy polis polisi poster posters pot pratinjau preface
    presentasi presentation press preview price prices printer printers printing procurement program
    programme projection projector projectors proof proofs properti proposal proposals props prosedur
    provenance proyektor publikasi publisher puppet puppets purchase questionnaire quotation quotations
    quote quotes rab rapat realisasi receipt receipts reception record records refund registrar
    registration rehearsal reimbursement rekaman rekap rekening rekomendasi relawan rencana renewal
    rental report reports request resepsi reservasi reservation reserve residency residensi results
    return review revisi rider riders rights ringkasan risalah risiko risk rompi room rooms roster rota
    royalties royalty rsvp rsvps ruang ruangan rundown rute safety saku sambutan sample samples sampul
    sanggar sarung scaffolding scan scans schedule schedules script scripts sculpture seat seating seats
    secretary security seminar senar seniman seragam sertifikat server sesi setlist sewa sheet sheets
    shipment shipper shipping shoot shortlist siaran signage signature signatures sistem site situs
    skenario sketch sketsa slide slides slot soal sound soundcheck spanduk speaker speakers speech spj
    sponsor sponsors spreadsheet staff stage stamps stand stock stok storage strings struk studio
    subsidy subtitles supplier suppliers supplies surat surtitles survei survey susunan tabel table
    tables tagihan taksi talk tamu tanda tangga tas tax taxi teks templat template templates tenda
    tender tent tents tenun terjemahan termin text textile textiles texts thermometer ticket tickets
    tiket timeline timesheet timesheets timetable toilets toner topeng tote tour trailer training
    transcript transfer transkrip translation translations translator transport travel treasury troupe
    truck trucks truk tulisan tungku tux uang ukuran ulasan umpak undangan update vaksin valuation
    vendor vendors venue venues video videos vinil vinyl visa visas visitors vitrin vitrine vitrines
    volunteers voucher vouchers waiver waivers wall warna wartawan wawancara wayang weblog website wifi
    workshop"""
)
EVERYDAY = words(
    """ac allah anjing baby bakso bar batin bayi beach beer beers bensin bioskop birthday biscuit
    biscuits bola
    breakfast breath cake cat cemilan charger chocolate coffee coklat cookies cuaca dingin dinner doa
    doain dog dompet drakor drink drinks drum ears eye eyes fog football gaji gajian game games god
    gojek gorengan grab gunung gym hati heart heat hujan jacket jajan jaket jodoh jogging karaoke
    kondangan kopi kucing kue kuenya lari lebaran lottery luck lunch macet makan mandi mantan martabak
    mata match mental mie minum mood mouth movie movies mulut nafas nap napas nasi neighbor neighbour
    netflix ngopi nikah nongkrong nonton noodles ojek pacar panas pantai payung pray prayer prayers pub
    rain raining ramen rice sambal sambalnya sarapan series sleep snack snacks snow soto soul soup
    stretching sun sunshine tayang tea teh telinga tetangga tidur tissue tissues traffic tuhan ujan
    ultah umbrella universe vitamin water weather weekend wifi yoga zodiac"""
)
