"""Values to render: a small Jakarta team with a program in Kyoto, and readers in both languages."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.i18n import Lang, Translator
from storage.seen import Due, SeenAudience, SeenMember, SeenOwner, SeenProgramName, SeenTask

NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)  # Tuesday 10:00 in Jakarta


def reader(lang: Lang, zone: str = "Asia/Jakarta") -> Translator:
    return Translator(lang, ZoneInfo(zone), NOW)


@pytest.fixture
def en() -> Translator:
    return reader("en")


@pytest.fixture
def id_() -> Translator:
    return reader("id")


@pytest.fixture
def task() -> SeenTask:
    """#142, due tomorrow 14:00 WIB, requested by Maya, held by Sari."""
    return SeenTask(
        id=10,
        number=142,
        title="Kirim draf MoU",
        status="open",
        audience=SeenAudience("workspace"),
        requester=SeenMember(1, "U1", "Maya"),
        due=Due(date(2026, 11, 25), datetime(2026, 11, 25, 7, 0, tzinfo=UTC), "Asia/Jakarta"),
        owners=(SeenOwner("Sari", "U2", 2),),
        program=SeenProgramName(7, "Pameran Kyoto"),
    )
