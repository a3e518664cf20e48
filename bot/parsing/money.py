"""Amounts as people write them: “EUR 40k”, “Rp 1,2 M”, “850 juta”, “12.500 euro”."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CURRENCIES = {
    "rp": "IDR", "idr": "IDR", "rupiah": "IDR", "eur": "EUR", "euro": "EUR", "euros": "EUR", "€": "EUR",
    "usd": "USD",
    "us$": "USD", "$": "USD", "dollar": "USD", "dollars": "USD", "dolar": "USD", "gbp": "GBP", "£": "GBP",
    "pound": "GBP", "pounds": "GBP", "poundsterling": "GBP", "aud": "AUD", "a$": "AUD", "sgd": "SGD",
    "s$": "SGD",
    "jpy": "JPY", "¥": "JPY", "yen": "JPY", "krw": "KRW", "₩": "KRW", "won": "KRW", "myr": "MYR", "rm": "MYR",
    "ringgit": "MYR", "aed": "AED", "dirham": "AED", "qar": "QAR", "chf": "CHF", "sek": "SEK", "cny": "CNY",
}  # fmt: skip
_SCALES = {
    "k": 1e3, "rb": 1e3, "ribu": 1e3, "thousand": 1e3, "jt": 1e6, "juta": 1e6, "mio": 1e6, "mn": 1e6,
    "mln": 1e6,
    "million": 1e6, "miliar": 1e9, "milyar": 1e9, "milliar": 1e9, "bn": 1e9, "billion": 1e9, "triliun": 1e12,
    "trilyun": 1e12, "trillion": 1e12,
}  # fmt: skip
_SIGNS = "|".join(sorted((re.escape(c) for c in _CURRENCIES), key=len, reverse=True))
_WORDS = "|".join(sorted(_SCALES, key=len, reverse=True))
_MONEY = re.compile(
    rf"(?:(?<!\w)(?P<before>{_SIGNS})\.?\s?)?"
    rf"(?<![\w.,/-])(?P<number>\d{{1,15}}(?:[.,]\d{{1,6}}){{0,6}}|\d{{1,3}}(?: \d{{3}}){{1,4}})(?![\d/])"
    rf"(?:\s?(?P<scale>{_WORDS}|m)(?!\w))?"
    rf"(?:\s?(?P<after>{_SIGNS})(?!\w))?",
    re.IGNORECASE,
)
_MONEY_LEAD = re.compile(rf"(?<!\w)(?P<before>{_SIGNS})\.?\s?(?=\d)", re.IGNORECASE)


_DIGIT = re.compile(r"\d")
_LONGEST_SIGN = 14  # characters of a currency with its dot and space


@dataclass(frozen=True)
class Money:
    """An amount, its ISO 4217 currency where said, and the characters that said it."""

    amount: float
    currency: str | None
    start: int
    end: int


def number_of(text: str) -> float:
    """A written number: three digits after a separator are thousands, else decimals (12.500 = 12500,
    1,2 = 1.2)."""
    text = text.replace(" ", "")
    separators = re.findall(r"[.,]", text)
    if not separators:
        return float(text)
    last = separators[-1]
    head, tail = text.rsplit(last, 1)
    decimal = len(tail) != 3 or (len(set(separators)) > 1)
    whole = re.sub(r"[.,]", "", head)
    return float(f"{whole}.{tail}") if decimal else float(whole + tail)


def find_money(text: str) -> Money | None:
    """The first amount that has a currency or a scale (k, juta, million …); a bare number is no money."""
    first = _DIGIT.search(text)
    at = max(0, first.start() - _LONGEST_SIGN) if first else len(text)
    while match := _MONEY.search(text, at):
        at = max(match.end(), at + 1)
        before, after, scale = match["before"], match["after"], match["scale"]
        if before is None and (
            lead := _MONEY_LEAD.search(text, max(0, match.start() - 8), match.start("number") + 1)
        ):
            before = lead["before"] if lead.end() == match.start("number") else None
        if not (before or after or scale):
            continue
        if scale and scale.lower() == "m" and not (before or after) and scale == "m":
            continue  # metres
        currency = _CURRENCIES.get((before or after or "").lower())
        amount = number_of(match["number"]) * _scale(scale, match["number"], currency)
        return Money(amount, currency, match.start(), match.end())
    return None


def _scale(scale: str | None, number: str, currency: str | None) -> float:
    if scale is None:
        return 1.0
    if scale.lower() == "m":  # miliar with rupiah or a decimal comma, million elsewhere
        return 1e9 if currency == "IDR" or (currency is None and "." not in number) else 1e6
    return _SCALES[scale.lower()]
