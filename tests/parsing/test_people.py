"""A contact out of the words that hand it over: a card, a list, a sentence, a thread of particles."""

from __future__ import annotations

import pytest
from worlds import READING

from bot.parsing.people import read_partner

Card = tuple[str | None, str | None, str | None]


@pytest.mark.parametrize(
    ("text", "card"),
    [
        # words of keeping, in any order and with any particle, are no name
        (
            "masukin kontak dong: Ketut Arini, manajer panggung Teater Garasi",
            ("Ketut Arini", "manajer panggung", "Teater Garasi"),
        ),
        (
            "simpenin ya: Marta Kowalska, curator, Muzeum Etnograficzne",
            ("Marta Kowalska", "curator", "Muzeum Etnograficzne"),
        ),
        (
            "tambahin ke daftar kontak: Joana Prates, producer di Casa da Angola",
            ("Joana Prates", "producer", "Casa da Angola"),
        ),
        (
            "kenalin, Dr. Pieter Bakker dari Fries Museum, head of collections",
            ("Pieter Bakker", "head of collections", "Fries Museum"),
        ),
        (
            "for the address book, please: Noor Aziz, lighting designer, Teater Ekamatra",
            ("Noor Aziz", "lighting designer", "Teater Ekamatra"),
        ),
        ("nitip nomor ya: Mbak Tari, penata rias, 0857-0000-3311", ("Tari", "penata rias", None)),
        (
            "Introducing Ola Nordmann, sound engineer at Riksscenen",
            ("Ola Nordmann", "sound engineer", "Riksscenen"),
        ),
        (
            "new in our contacts – Leila Haddad, festival director, Beirut Sounds",
            ("Leila Haddad", "festival director", "Beirut Sounds"),
        ),
        ("pls keep: Ms Grace Tan, arts manager, Esplanade", ("Grace Tan", "arts manager", "Esplanade")),
        # told in a sentence
        (
            "We were given a card yesterday by one Lars Holm, stage manager of the Operaen in Copenhagen",
            ("Lars Holm", "stage manager", "Operaen"),
        ),
        (
            "Dubois's successor as registrar is Anne Petit and may be reached at "
            "a.petit@branly.example or on +33 1 00 00 07 88.",
            ("Anne Petit", "registrar", None),
        ),
        (
            "Kenji Mori is our new counterpart at Arita Ceramics College, his address is kenji@arita.example",
            ("Kenji Mori", None, "Arita Ceramics College"),
        ),
        (
            "PIC baru di Kuehne namanya Frau Greta Kern, greta@kuehne.example, gantiin Weber",
            ("Greta Kern", None, "Kuehne"),
        ),
        (
            "ini narahubung baru di Dinas Kebudayaan Solo ya, Pak Suryo, 0857 0000 0120, gantinya bu Ratih",
            ("Suryo", None, "Dinas Kebudayaan Solo"),
        ),
        (
            "we've got a new framer on board, Northlight Fine Art, London. "
            "Contact there is Will Drew (senior framer)",
            ("Will Drew", "senior framer", "Northlight Fine Art"),
        ),
        (
            "sekarang kita punya mitra tambahan, Yayasan Sekar Wangi, ketuanya Mira Lestari",
            ("Mira Lestari", "ketua", "Yayasan Sekar Wangi"),
        ),
        (
            "Masukin Sanggar Seni Melati ke daftar mitra, kontaknya Bu Wening (ketua)",
            ("Wening", "ketua", "Sanggar Seni Melati"),
        ),
        (
            "could you save this one: Karin Berg, she runs education at Nasjonalmuseet in Oslo",
            ("Karin Berg", None, "Nasjonalmuseet"),
        ),
        (
            "the person to ask at Kunsthal is Joost de Wit, head of press",
            ("Joost de Wit", "head of press", "Kunsthal"),
        ),
        (
            "kontak kita di KBRI Den Haag adalah Bapak Arif Rahman, atase kebudayaan",
            ("Arif Rahman", "atase kebudayaan", "KBRI Den Haag"),
        ),
        (
            "new contact from yesterday's fair, her name is Alma Reyes, set designer",
            ("Alma Reyes", "set designer", None),
        ),
        # as a card, line by line
        (
            "business card from the dinner, typing it in before I forget:\nDr. Funmi Ade\n"
            "Director, Eko Photo Lab\nLagos, Nigeria\n+234 800 000 0178",
            ("Funmi Ade", "Director", "Eko Photo Lab"),
        ),
        (
            "Mariam Saleh\nHead of Programmes\nSharjah Art House\nmariam@sah.example",
            ("Mariam Saleh", "Head of Programmes", "Sharjah Art House"),
        ),
        # an organisation alone
        (
            "Catat sbg rekanan: PT Kargo Budaya (jasa pengepakan), email ops@kargobudaya.example",
            (None, None, "PT Kargo Budaya"),
        ),
        (
            "Please register the Textile Research Centre, Leiden, as a partner.",
            (None, None, "Textile Research Centre"),
        ),
        ("tambah mitra Sanggar Seni Nusantara, Kupang", (None, None, "Sanggar Seni Nusantara")),
        ("mitra baru nih: Sanggar Mekar Sari, Garut, PIC Teh Nining", ("Nining", None, "Sanggar Mekar Sari")),
        # asides are neither role nor name
        (
            "save Rosa Lind, curator, met her today, speaks Dutch, prefers WhatsApp",
            ("Rosa Lind", "curator", None),
        ),
        ("tambah kontak Ibu Endah, bendahara, orangnya ramah, bisa WA aja", ("Endah", "bendahara", None)),
        ("add Tom Reed, thanks", ("Tom Reed", None, None)),
        # typed without capitals, as after a command
        ("budi santoso, kurator", ("budi santoso", "kurator", None)),
    ],
)
def test_who_is_handed_over(text: str, card: Card) -> None:
    p = read_partner(text, READING)
    assert (p.name, p.role, p.organisation) == card


@pytest.mark.parametrize(
    ("text", "phone"),
    [
        ("Lars Holm, mobile +46 70 000 0457; do keep it", "+46 70 000 0457"),
        ("Lars Holm may be called on +46 70 000 0457.", "+46 70 000 0457"),
        ("Pak Suryo, 0857 0000 0120, gantinya bu Ratih", "0857 0000 0120"),
        ("Mas Tari, penata rias, 0857-0000-3311", "0857-0000-3311"),
        ("Anne Petit, met on 24-11-2026", None),
        ("Anne Petit, object 2024-0012-77", None),
    ],
)
def test_a_telephone_number_is_no_date_and_no_inventory(text: str, phone: str | None) -> None:
    assert read_partner(text, READING).phone == phone


@pytest.mark.parametrize("name", ["A. Richter", "R. M. Sudarsono", "J.-P. Martin"])
def test_an_initial_belongs_to_the_name(name: str) -> None:
    assert read_partner(f"{name}, Louvre", READING).name == name
