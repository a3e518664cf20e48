"""Which name is meant, and who is described."""

from __future__ import annotations

from dataclasses import replace

import pytest
from worlds import READING, WORLD

from bot.parsing.addresses import e164
from bot.parsing.intents import Name, World
from bot.parsing.message import Message
from bot.parsing.money import find_money
from bot.parsing.names import index_of, named, nearest, search_key
from bot.parsing.people import read_partner
from bot.parsing.slack_text import escape, plain


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bapak Sukarya", "sukarya"),
        ("Satō Haruka-san", "sato haruka"),
        ("Frau Mag. Elisabeth Hofer", "elisabeth hofer"),
        ("Liam O'Rourke", "liam orourke"),
        ("Jörg Weißmann", "jorg weissmann"),
        ("Musée du quai Branly – Jacques Chirac", "musee du quai branly jacques chirac"),
        ("V&A", "va"),
        ("Ibu", "ibu"),
        ("  ", ""),
    ],
)
def test_search_key(name: str, key: str) -> None:
    assert search_key(name) == key


@pytest.mark.parametrize(
    ("words", "kind", "found"),
    [
        ("Batik: Threads of Time (Lyon)", "programs", ["Batik: Threads of Time (Lyon)"]),
        ("pameran lyon", "programs", ["Batik: Threads of Time (Lyon)"]),
        ("residensi-kyoto", "programs", ["Residensi Yogya–Kyoto"]),
        ("batik", "programs", ["Batik: Threads of Time (Lyon)"]),
        ("gamelan festivl", "programs", ["Festival Gamelan Internasional"]),
        ("seoul", "programs", ["Keris: Metal and Spirit (Seoul)", "Young Choreographers Lab Seoul–Solo"]),
        ("rani", "members", ["Rani Kusuma"]),
        ("Mbak Rani", "members", ["Rani Kusuma"]),
        ("Kim", "contacts", ["Kim Min-jun", "Kim Seo-yeon"]),
        ("Tanaka Yuki", "contacts", ["Yuki Tanaka"]),
        ("Stefan Kohler", "contacts", ["Stefan Köhler"]),
        ("Claire Duboi", "contacts", ["Claire Dubois"]),
        ("nobody at all", "contacts", []),
        ("xy", "members", []),
    ],
)
def test_named(words: str, kind: str, found: list[str]) -> None:
    assert sorted(n.name for n in named(words, WORLD, kind).matches) == sorted(found)  # type: ignore[arg-type]


def test_nearest_offers_the_likeliest_first() -> None:
    names = [n.name for n in nearest("gamelan fest", WORLD.programs)]
    assert names[0] == "Festival Gamelan Internasional"
    assert len(names) == 5


def test_an_index_is_built_once_for_a_list_of_names() -> None:
    world = World(programs=(Name("1", "One"),))
    assert index_of(world).programs is index_of(World(programs=world.programs)).programs


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Claire Dubois, Head of Exhibitions, Musée des Confluences, c.dubois@confluences.example,"
         " +33 4 65 71 01 23, France",
         ("Claire Dubois", "Head of Exhibitions", "Musée des Confluences", "c.dubois@confluences.example",
          "+33 4 65 71 01 23", "France")),
        ("Kunsthal Rotterdam – contact Pieter van der Meer (programme manager) pieter@kunsthal.example",
         ("Pieter van der Meer", "programme manager", "Kunsthal Rotterdam", "pieter@kunsthal.example",
          None, None)),
        ("simpan ya, Sukarya (satu nama aja), pimpinan Sanggar Angklung Pasundan, wa 0813 0000 0144",
         ("Sukarya", "pimpinan", "Sanggar Angklung Pasundan", None, "0813 0000 0144", None)),
        ("mitra baru: Museum Tekstil Jakarta, tipe museum, belum ada narahubung",
         (None, None, "Museum Tekstil Jakarta", None, None, None)),
        ("Stefan Köhler, key account manager at Hasenkamp, Jerman",
         ("Stefan Köhler", "key account manager", "Hasenkamp", None, None, "Germany")),
        ("The new registrar at Wereldmuseum Leiden is Eva Smit",
         ("Eva Smit", "registrar", "Wereldmuseum Leiden", None, None, None)),
        ("Frau Mag. Elisabeth Hofer, Exchange coordinator, Weltmuseum Wien",
         ("Elisabeth Hofer", "Exchange coordinator", "Weltmuseum Wien", None, None, None)),
    ],
)  # fmt: skip
def test_a_partner_out_of_a_sentence(text: str, expected: tuple[str | None, ...]) -> None:
    p = read_partner(text, READING)
    assert (p.name, p.role, p.organisation, p.email, p.phone, p.country) == expected


def test_e164() -> None:
    assert e164("0813 0000 0144", "ID") == "+6281300000144"
    assert e164("+44 (0)20 7946 0144", None) == "+442079460144"
    assert e164("hello", "ID") is None


@pytest.mark.parametrize(
    ("text", "amount", "currency"),
    [
        ("EUR 40k", 40_000, "EUR"),
        ("40 ribu euro", 40_000, "EUR"),
        ("Rp 1.500.000", 1_500_000, "IDR"),
        ("Rp 1,2 M", 1_200_000_000, "IDR"),
        ("1,2 M", 1_200_000_000, None),
        ("USD 1.2M", 1_200_000, "USD"),
        ("850 juta", 850_000_000, None),
        ("850jt", 850_000_000, None),
        ("12.500 euro", 12_500, "EUR"),
        ("€12,500.50", 12_500.5, "EUR"),
        ("$1,250", 1_250, "USD"),
        ("45rb", 45_000, None),
    ],
)
def test_money(text: str, amount: float, currency: str | None) -> None:
    money = find_money(f"the amount is {text} today")
    assert money is not None
    assert (money.amount, money.currency) == (amount, currency)


@pytest.mark.parametrize(
    "text", ["12 chairs", "in 2027", "0812-3456-7890", "3 m of cloth", "8 weeks instead of 10"]
)
def test_a_bare_number_is_no_money(text: str) -> None:
    assert find_money(text) is None


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        ("Hi <@U1|rani> in <#C1|pameran>", "Hi <@U1> in <#C1>"),
        ("<mailto:a@b.example|a@b.example> <tel:+331|+33 1>", "a@b.example +33 1"),
        ("<https://x.example|the page> <https://y.example>", "the page https://y.example"),
        ("<!channel> &amp; &lt;b&gt;", "& <b>"),
        ("<!subteam^S1|@team> <!date^1^{date}|24 Nov>", "24 Nov"),
        ("a\u00a0b\u200bc\x00d", "a b c d"),
        ("no    runs", "no runs"),
    ],
)
def test_plain(raw: str, words: str) -> None:
    assert plain(raw) == words


def test_escape_leaves_nothing_that_pings() -> None:
    assert escape("<!channel> & <@U1>") == "&lt;!channel&gt; &amp; &lt;@U1&gt;"
    assert plain(escape("a < b & c")) == "a < b & c"


@pytest.mark.parametrize(
    ("text", "program"),
    [
        ("kirim dokumen rahasia ke bank", None),
        ("beli kain batik untuk kantor", None),
        ("bawa gamelan ke kantor besok", None),
        ("send the Batik files to the printer tomorrow", "Batik in Lyon"),
        ("kirim katalog batik in lyon ke percetakan", "Batik in Lyon"),
        ("cek panggung Gamelan besok", "Festival Gamelan Amsterdam"),
    ],
)
def test_an_everyday_word_of_a_name_is_not_the_name(text: str, program: str | None) -> None:
    world = World(
        programs=tuple(
            Name(str(n), name)
            for n, name in enumerate(("Audit Rahasia", "Batik in Lyon", "Festival Gamelan Amsterdam"))
        ),
        organisations=(Name("o1", "Bank Rahasia"),),
    )
    said = Message(text, replace(READING, world=world)).program
    assert (said.known.name if said and said.known else None) == program
