"""What search looks through: one line of words for each thing that can be found."""

from __future__ import annotations

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import InWorkspace


class SearchEntry(InWorkspace):
    """The words of a row, folded, under the row's own id; see `storage/search.py` for their index."""

    __tablename__ = "search_entries"

    words: Mapped[str] = mapped_column(Text)
