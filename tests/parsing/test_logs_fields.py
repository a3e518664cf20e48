"""With whom, how, when and what was promised: the fields of a contact told in plain words."""

from __future__ import annotations

import pytest
from worlds import READING

from bot.parsing.logs import log_of
from bot.parsing.message import Message


def who(text: str) -> tuple[str | None, str | None]:
    m = Message(text, READING)
    log = log_of(m)
    return (log.partner.text if log.partner else None, log.organisation.text if log.organisation else None)


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a house that nobody has entered yet, by the person beside it
        ("Harriet from the V&A says nothing travels without a courier", ("Harriet", "V&A")),
        ("spoke to Fatima from Al Noor on the phone", ("Fatima", "Al Noor")),
        ("Email dari Harriet V&A: facility report kita diterima", ("Harriet", "V&A")),
        ("ketemu Pak Joko dari Tirta Seni kemarin", ("Joko", "Tirta Seni")),
        ("Bu Ratna (Karya Nusa) menelepon", ("Ratna", "Karya Nusa")),
        ("Mr Okafor of Eko Prints called this morning", ("Okafor", "Eko Prints")),
        ("Ms Lind at Northlight emailed the floor plan", ("Lind", "Northlight")),
        ("Mbak Sari di Kawan Kriya WA soal honor", ("Sari", "Kawan Kriya")),
        ("Met Anna Lund of Moderna yesterday", ("Anna Lund", "Moderna")),
        ("Call with Sofia Marques from Gulbenkian: they like the plan", ("Sofia Marques", "Gulbenkian")),
        # a person by name alone, or by the form of address behind it
        ("Mori-san phoned at ten to nine this morning", ("Mori", None)),
        ("Tanaka-sensei replied", ("Tanaka", None)),
        ("Pak Wayan WA tadi pagi", ("Wayan", None)),
        # what is no house
        ("Met Claire from Lyon yesterday", ("Claire", None)),
        ("Bu Ratna from Monday's panel called", ("Ratna", None)),
        ("Pak Joko dari Jakarta datang kemarin", ("Joko", None)),
        ("Claire called from Paris", ("Claire", None)),
        ("Bu Ratna (Senin) menelepon", ("Ratna", None)),
        ("Mr Okafor of Nigeria called", ("Okafor", None)),
    ],
)
def test_with_whom(text: str, people: tuple[str | None, str | None]) -> None:
    assert who(text) == people


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Dropped in on Femke at Erasmus Huis last Thursday", "meeting"),
        ("dropped by the Kunsthal yesterday", "meeting"),
        ("mampir ke Erasmus Huis kemarin, ngobrol sama Femke", "meeting"),
        ("I told Jörg as much on the telephone yesterday", "call"),
        ("told Jörg by phone that we are late", "call"),
        ("Harriet said so, on whatsapp", "message"),
        ("Had tea with Femke at Erasmus Huis", "meeting"),
        ("ngopi sama Femke kemarin", "meeting"),
        ("Femke rang about the loan", "call"),
        ("Bu Maria nelpon semalam", "call"),
        ("Claire texted about the crates", "message"),
        ("Claire wrote back", "email"),
        ("Kunsthal lewat surel semalam menolak usulan kita", "email"),
        ("A letter from the Japan Foundation has come", "document"),
        ("Zoom sama tim Weltmuseum kemarin lancar", "call"),
        ("video call with Elisabeth yesterday", "call"),
    ],
)
def test_how(text: str, kind: str) -> None:
    assert log_of(Message(text, READING)).kind == kind


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ibu Maria (Sanggar Noken) nelpon semalam", "2026-11-23"),
        ("Yuki-san WA td pagi, studionya dicat", "2026-11-24"),
        ("Kunsthal lewat surel semalam menolak usulan tanggal kita", "2026-11-23"),
        ("met Claire last night", "2026-11-23"),
        ("Claire called an hour ago", "2026-11-24"),
        ("sejam lalu Claire menelepon", "2026-11-24"),
        ("ketemu Claire Jumat kemarin", "2026-11-20"),
        ("Claire called on Friday", "2026-11-20"),
        ("A letter from the Japan Foundation, dated the 17th", "2026-11-17"),
        ("Claire phoned first thing today", "2026-11-24"),
        ("called Claire the day before yesterday", "2026-11-22"),
        ("Claire called", None),
        ("Claire says she will send it on Friday", None),
        ("Claire akan kirim Jumat", None),
    ],
)
def test_when(text: str, day: str | None) -> None:
    date = log_of(Message(text, READING)).date
    assert (date.day.isoformat() if date else None) == day


Promised = tuple[str, str | None] | None


@pytest.mark.parametrize(
    ("text", "promise"),
    [
        ("Kita udah janji ke Goethe kirim revisi anggaran tgl 3", ("us", "2026-12-03")),
        ("kami sudah berjanji ke Goethe untuk kirim revisi Jumat", ("us", "2026-11-27")),
        ("I promised Claire the floor plan by Friday", ("us", "2026-11-27")),
        ("Told Claire we'd send the floor plan before the weekend", ("us", "2026-11-27")),
        ("I said we would send Femke a one-pager by Monday", ("us", "2026-11-30")),
        ("We will let the Humboldt Forum have the report; I told Jörg", ("us", None)),
        ("Aku janjiin Femke fotonya besok", ("us", "2026-11-25")),
        (
            "Zoom sama Weltmuseum kemarin, Elisabeth bakal kirim loan form minggu depan",
            ("partner", "2026-12-04"),
        ),
        ("Email dari Harriet: diterima, mereka will revert by 14 Dec", ("partner", "2026-12-14")),
        ("Claire mau kirim kontraknya besok", ("partner", "2026-11-25")),
        ("Claire is going to send the contract on Monday", ("partner", "2026-11-30")),
        ("Claire is sending the contract on Monday", ("partner", "2026-11-30")),
        ("Claire said she'd sign by Friday", ("partner", "2026-11-27")),
        ("Goethe janji transfer tanggal 3", ("partner", "2026-12-03")),
        ("Claire hopes to come in May", None),
        ("Claire wants the floor plan by Friday", None),
        ("Claire might send it on Monday", None),
        ("Claire berharap bisa kirim Jumat", None),
        ("Claire expects us on Monday", None),
    ],
)
def test_who_promised_and_until_when(text: str, promise: Promised) -> None:
    said = log_of(Message(text, READING)).promise
    given = (said.by, said.due.day.isoformat() if said.due else None) if said else None
    assert given == promise


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("A letter from the Japan Foundation confirming the grant of ¥3,000,000", (3_000_000, "JPY")),
        ("Hasenkamp kirim penawaran 38.500 euro", (38_500, "EUR")),
        ("Claire agreed to a fee of EUR 2,750", (2_750, "EUR")),
        ("Goethe setuju 15 juta", (15_000_000, None)),
        ("Claire called about 12 crates", (None, None)),
    ],
)
def test_how_much(text: str, amount: tuple[float | None, str | None]) -> None:
    log = log_of(Message(text, READING))
    assert (log.amount, log.currency) == amount
