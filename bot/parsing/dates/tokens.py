"""Text as tokens: what the date grammar walks over."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from bot.parsing.dates import lexicon as lx

_TOKEN = re.compile(
    r"<[@#!][^<>]*>"  # a mention
    r"|https?://\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]+\.[\w.-]+"  # addresses: never dates
    r"|\d+(?:[./:,\-–]\d+)*"  # numbers, with what joins them
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*\.?(?=\s*\d|\s|$|[,;:!?)\-–])"  # words; an abbreviation keeps its dot
    r"|[^\W\d_]+(?:['’`][^\W\d_]+)*"
    r"|[^\s\w]|_"
)


@dataclass(slots=True)
class Token:
    """One word, number or sign with its place in the text; `w` is folded for look-up."""

    w: str
    start: int
    end: int
    glued: bool  # no space before it
    capital: bool


@lru_cache(maxsize=20_000)
def fold(word: str) -> str:
    """A word as the lexicons spell it: lower case, no accents, straight apostrophes, no final dot."""
    if not word.isascii():
        word = word.replace("’", "'").replace("–", "-").replace("—", "-")
        word = "".join(c for c in unicodedata.normalize("NFKD", word) if not unicodedata.combining(c))
    word = word.lower().replace("`", "'")
    if len(word) > 1 and word[-1] == ".":
        word = word[:-1]
    if word[-2:] == "'s" and (word[:-2] in lx.WEEKDAYS or word[:-2] in lx.RELATIVE_DAYS):
        word = word[:-2]
    return lx.ABBREVIATIONS.get(word) or _typo(word)


def _typo(word: str) -> str:
    """The weekday or month that a word is one letter away from, else the word itself."""
    if len(word) < 5 or word in lx.KNOWN or word in lx.NOT_TYPOS or not word.isalpha():
        return word
    for name in lx.TYPO_TARGETS:
        if name[0] != word[0] or abs(len(name) - len(word)) > 1:
            continue
        if OSA.distance(name, word) == 1 and (len(name) > 5 or sorted(name) == sorted(word)):
            return name
    return word


def tokenize(text: str) -> list[Token]:
    """The tokens of a text, in order."""
    found = []
    last = -1
    for match in _TOKEN.finditer(text):
        raw, start = match.group(), match.start()
        found.append(Token(fold(raw), start, match.end(), start == last, raw[0].isupper()))
        last = match.end()
    return found
