"""The example team in its local workspace: what was stored is still theirs when it is opened again."""

from __future__ import annotations

from pathlib import Path

from bot.local.person import Person
from bot.local.server import LocalSlack
from bot.locally import local_workspace


def person(slack: LocalSlack, name: str) -> Person:
    return Person(slack, next(user for user in slack.workspace.users.values() if user.name == name))


def test_opened_again_its_channels_and_programs_are_the_same(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/office.db"
    with local_workspace(url) as (slack, _):
        maya = person(slack, "maya")
        maya.types("/task add Bahas honor", in_="#keuangan")
        maya.types("/task add Cetak katalog @rani", in_="#pameran-lyon")
        assert "Cetak katalog" in person(slack, "rani").screen()
    with local_workspace(url) as (slack, _):
        maya, rani = person(slack, "maya"), person(slack, "rani")
        assert "Bahas honor" in person(slack, "dewi").types("/task list", in_="#keuangan")
        assert "Bahas honor" not in rani.types("/task list", in_="#umum")
        assert "Batik" in maya.types("/task add Foto peti @rani", in_="#pameran-lyon")
        assert "Foto peti" in rani.screen()
