"""Whose it is by where a name stands: called, nominated, subject of the deed, or only spoken of."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING

from bot.parsing.intents import OpenTask, Reading
from bot.parsing.message import Message
from bot.parsing.owners import find_owners, speaker_is_owner
from bot.parsing.request_parts import head_of

RANI, BAYU, LINA, HADI, TOMO, DEWI = (
    "U03RANI9Q2",
    "U04BAYU3T8",
    "U07LINA8P3",
    "U08HADI2W6",
    "U06TOMO1X5",
    "U05DEWI6M4",
)


HELD = replace(
    READING, world=replace(READING.world, tasks=(OpenTask("Seating plan"), OpenTask("Press list")))
)


def owners(text: str, reading: Reading = READING) -> list[str]:
    m = Message(text, reading)
    found = find_owners(m)
    people = [said.known.id if said.known else said.text for said in found.said]
    return people or (["speaker"] if speaker_is_owner(m, head_of(m, found)) else [])


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # called at the beginning, whatever small word stands before or behind the name
        (f"eh <@{RANI}> sekalian mampir ke toko buku beliin map plastik", [RANI]),
        (f"btw <@{BAYU}> jangan lupa bawa kabel", [BAYU]),
        (f"oh ya <@{BAYU}> kabelnya dibawa ya", [BAYU]),
        ("Kak Lina, sekalian ya: asuransi perjalanan penari diurus", [LINA]),
        ("Bu Rani, satu lagi: surat balasan ke KBRI dikirim besok", [RANI]),
        ("Lina, one more thing: the visa copies, by Friday", [LINA]),
        ("Lina, you know which two are missing; please get them", [LINA]),
        ("Mas Bayu nanti tolong cek gudang ya", [BAYU]),
        ("morning Hadi, the lamp in hall 2 needs replacing by Friday", [HADI]),
        # called in the middle or at the end
        ("Order the glass, Bayu, and let it be here by mid-January", [BAYU]),
        ("Are you able to get three quotes for the booths, Hadi? We decide on the 9th", [HADI]),
        ("Could you print the labels by Friday, Tomo?", [TOMO]),
        ("kerjain dulu ya Lina, Rabu pagi dia teken", [LINA]),
        ("tolong cetak labelnya ya Tomo", [TOMO]),
        ("labelnya dicetak besok ya, Mas Tomo", [TOMO]),
        ("it was not ordered; Rani, would you be so kind as to do so by Friday?", [RANI]),
        # nominated
        ("Someone needs to walk through the checklist with Hadi tomorrow; I nominate Bayu.", [BAYU]),
        ("walk through the checklist tomorrow – Bayu is best placed to do it", [BAYU]),
        ("cek daftar besok, biar Bayu aja", [BAYU]),
        ("cek daftar besok, Bayu aja yang kerjain", [BAYU]),
        ("I'd like Bayu to check the list by Friday", [BAYU]),
        ("I want Bayu on the crate list by Friday", [BAYU]),
        ("this one is for Bayu: check the crates", [BAYU]),
        ("check the crates by Friday (Bayu)", [BAYU]),
        ("Bayu's job: check the crates", [BAYU]),
        ("tugas Bayu: cek peti", [BAYU]),
        # subject of the deed
        ("Rani rapikan daftar undangan (Kamis)", [RANI]),
        ("Tomo sama Bayu gantian jaga stan pameran ya", [TOMO, BAYU]),
        ("Dewi coba urus ya, akhir minggu ini kabarin", [DEWI]),
        ("Bayu cari storage by 4 Dec", [BAYU]),
        ("Rani will send the budget by Friday", [RANI]),
        ("the catalogue essay: Rani to edit by 4 Dec, no later", [RANI]),
        ("flights – Tomo to book by Friday", [TOMO]),
        ("I said it to Rani: to err is human", []),
        ("Lina yang pesan kamar, paling lambat Jumat", [LINA]),
        ("pesan kamar paling lambat Jumat, Lina yang urus", [LINA]),
        ("Bayu – floor plan to the museum by Monday", [BAYU]),
        ("Bayu: floor plan to the museum by Monday", [BAYU]),
        # the author
        ("aku aja yg urus surat keterangan domisili", ["speaker"]),
        ("biar saya yang bikin undangannya", ["speaker"]),
        ("sambutan Pak Dirjen aku yang siapkan", ["speaker"]),
        ("I'll take the minutes", ["speaker"]),
        ("I volunteered to write the preface", ["speaker"]),
        ("Let me write the preface by Friday", ["speaker"]),
        ("caption proofs (me), 2 Dec", ["speaker"]),
        ("saya yang kirim undangannya besok", ["speaker"]),
        # somebody who is only spoken of
        ("I should like a one-page note on ticket sales", []),
        ("I would like to see the draft by Friday", []),
        ("I need the draft by Friday", []),
        ("walk through the checklist with Hadi tomorrow", []),
        ("Hadi wants the draft by Friday", []),
        ("Pak Hadi minta draf sebelum Jumat", []),
        ("print Tomo's photographs by Friday", []),
        ("Rani asked me whether the glass was ever ordered", []),
        ("ask whether Rani has the key", []),
        ("buy a cake for Dewi", []),
        ("the report that Rani wrote needs a cover by Friday", []),
        ("Rani sudah kirim daftarnya, tolong dicek", []),
        ("Rani is on leave, so the list has to wait until Monday", []),
        ("kata Rani daftar undangannya harus direvisi besok", []),
        ("tiket Bayu dipesan besok ya", []),
        ("saya butuh daftarnya besok", []),
    ],
)
def test_whose_it_is(text: str, people: list[str]) -> None:
    assert owners(text, READING) == people


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("site visit report reassign ke Bayu ya, Rani udah overload", [BAYU]),
        ("Karena Lina mendampingi delegasi, verifikasi dokumen dialihkan kepada Hadi.", [HADI]),
        ("Lina is away, so please give the seating plan to Dewi", [DEWI]),
        ("take the seating plan from Lina and give it to Dewi", [DEWI]),
        ("Rani's swamped; hand the press list over to Tomo", [TOMO]),
        ("press list: Rani out, Tomo takes over", [TOMO]),
        ("Rani cuti, oper daftar pers ke Tomo", [TOMO]),
        ("reassign the press list from Rani to Tomo", [TOMO]),
        ("alihkan daftar pers dari Rani ke Tomo", [TOMO]),
        ("can Bayu take over the seating chart from Rani?", [BAYU]),
        ("assign the press list to Tomo and Dewi", [TOMO, DEWI]),
        ("tugaskan daftar pers ke Tomo dan Dewi", [TOMO, DEWI]),
    ],
)
def test_whoever_it_is_handed_to_has_it(text: str, people: list[str]) -> None:
    assert owners(text, HELD) == people
