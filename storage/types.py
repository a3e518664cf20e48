"""Column types that refuse what must never be stored, and the two ways a time is kept."""

from __future__ import annotations

import unicodedata
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import CheckConstraint, DateTime, Dialect
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An instant. Refuses naive values; returns aware UTC on both databases."""

    impl = DateTime
    cache_ok = True
    python_type = datetime

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a naive date-time cannot be stored: give it a zone")
        return value.astimezone(UTC).replace(tzinfo=None)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        return None if value is None else value.replace(tzinfo=UTC)


def one_of(column: str, *values: str) -> CheckConstraint:
    """An enumeration as text with a CHECK: both databases can migrate it."""
    allowed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({allowed})", name=column)


_HONORIFICS = frozenset(
    {"mr", "mrs", "ms", "miss", "dr", "drs", "dra", "prof", "mme", "mlle", "mw", "dhr", "herr", "frau", "mag"}
    | {"pak", "bapak", "bpk", "bu", "ibu", "mas", "mbak", "kak", "bang", "bli", "daeng"}
    | {"encik", "puan", "tuan", "dato", "datuk", "dott", "dottssa"}
)


def search_key(name: str) -> str:
    """The form names are found by: case folded, accents and honorifics dropped, single spaces."""
    words = folded_words(name)
    return " ".join([word for word in words if not is_honorific(word)] or words)


def is_honorific(word: str) -> bool:
    """Whether the folded word only addresses a person."""
    return word in _HONORIFICS


def folded_words(text: str) -> list[str]:
    """The words of a text, case folded and without accents."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    folded = unicodedata.normalize("NFKD", plain.replace("ø", "o").replace("ł", "l").replace("đ", "d"))
    kept = "".join(c if c.isalnum() else " " for c in folded if not unicodedata.combining(c))
    return kept.split()


def words_key(name: str) -> str:
    """As `search_key`, the same in whatever order the words are said: “Tanaka Yuki”, “Yuki Tanaka”."""
    return " ".join(sorted(search_key(name).split()))


def phone_key(phone: str | None) -> str | None:
    """The last eight digits of a telephone number: the same with its country code or a leading 0."""
    digits = "".join(char for char in phone or "" if char.isdecimal())
    return digits[-8:] if len(digits) >= 7 else None
