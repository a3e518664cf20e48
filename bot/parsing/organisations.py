"""Organisations that nobody has entered yet, known by their words: “Sanggar Noken Jayapura”, “Dinas
Kebudayaan …”."""

from __future__ import annotations

from bot.parsing.dates.lexicon import MONTHS, RELATIVE_DAYS, WEEKDAYS, words
from bot.parsing.mentions import Mention, Words

_KIND = words(
    """museum museums musee muzium gallery galeri galerie foundation yayasan institut institute university
    universitas universite universitat centre center embassy kedutaan kbri kjri ministry kementerian
    dinas disbud sanggar council theatre theater teater academy akademi logistics pt cv gmbh bureau biro
    biennale kunsthal kunsthalle komunitas community library perpustakaan archive arsip association
    asosiasi authority society forum isi itb ugm orchestra orkestra ensemble company collective kolektif
    college opera conservatory padepokan keraton kraton trust fund gedung fondation fundacion stiftung
    haus huis balai konsulat consulate institution smithsonian philharmonic bea imigrasi bank studio
    dewan rektorat polda polri"""
)
_FIRST = words(
    "museum musee galeri yayasan institut universitas kedutaan kbri kjri kementerian dinas disbud "
    "sanggar teater akademi pt cv biro komunitas perpustakaan asosiasi balai keraton kraton padepokan "
    "gedung kolektif orkestra konsulat dewan bea studio university ministry embassy fondation polda bank"
)
_LINKS = words("of de des du la le les van der den and dan for und di del della dello the")
_DATES = frozenset({*WEEKDAYS, *MONTHS, *RELATIVE_DAYS})
_ALONE = words("kbri kjri itb ugm isi smithsonian polri")


def unknown_organisations(text: Words) -> list[Mention]:
    """Capitalised stretches round a word for a kind of organisation."""
    found: list[Mention] = []
    taken = -1
    for i, word in enumerate(text.words):
        if i < taken or word not in _KIND or not text.capital(i):
            continue
        first, last = i, i + 1
        while (
            word not in _FIRST
            and first > 0
            and _joined(text, first - 1)
            and _named(text, first - 1)
            and first - 1 >= taken
        ):
            first -= 1
        while (
            last < len(text.words)
            and _joined(text, last - 1)
            and (
                _named(text, last)
                or (
                    text.words[last] in _LINKS
                    and last + 1 < len(text.words)
                    and _named(text, last + 1)
                    and _joined(text, last)
                )
            )
        ):
            last += 1
        if last - first < 2 and word not in _ALONE:
            continue
        start, end = text.places[first][0], text.places[last - 1][1]
        found.append(Mention(start, end, text.text[start:end], (), "whole", last - first))
        taken = last
    return found


def _named(text: Words, i: int) -> bool:
    """Whether word i can belong to a name: written large, and no date."""
    return text.capital(i) and text.words[i] not in _DATES


def _joined(text: Words, i: int) -> bool:
    """Whether only a space or a hyphen stands between word i and the next."""
    if i + 1 >= len(text.words):
        return False
    return text.text[text.places[i][1] : text.places[i + 1][0]] in (" ", "-", "–", " & ", ". ")
