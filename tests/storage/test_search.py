"""Search: folded words, the last one begun, within what the searcher may see, on both databases."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest

from storage.changes import begin
from storage.database import Database, open_database
from storage.models import Alias, Contact, Interaction, Member, Organisation, Program, Task, TaskNote, Update
from storage.search import MOST, found, keep_words
from storage.seen import Found, Viewer
from tests.storage.conftest import NOW, Team


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """With the words of its rows kept, as in the bot."""
    opened = open_database(database_url, keep_words)
    yield opened
    opened.close()


@pytest.fixture
def maya(database: Database, team: Team) -> Viewer:
    """Who has said one thing of each kind about Lyon, and one more of her own."""
    with database.writing() as session:
        begin(session, team.act("create_task"))
        here = {"workspace_id": team.workspace}
        said = here | {"author_id": team.maya, "created_at": NOW, "audience": "workspace"}
        program = Program(name="Batik à Lyon", name_id="Kain Pesisir", search_key="batik a lyon", **said)
        museum = Organisation(name="Musée des Confluences", search_key="musee des confluences", **here)
        session.add_all([program, museum])
        session.flush()
        claire = Contact(
            name="Claire Dubois",
            search_key="claire dubois",
            organisation_id=museum.id,
            role="curator",
            **here,
        )
        task = team.task(7, title="Kirim Draf MoU ke Lyon", search_key="kirim draf mou ke lyon")
        own = team.task(8, title="Lyon sendiri", search_key="lyon sendiri")
        own.audience, own.audience_member_id = "person", team.maya
        session.add_all([claire, task, own])
        session.flush()
        session.add_all(
            [
                Alias(name="Karavan", search_key="karavan", program_id=program.id, **here),
                TaskNote(task_id=task.id, text="Tunggu stempel", **said),
                Update(program_id=program.id, kind="decision", text="Pinjaman disetujui", **said),
                Interaction(
                    contact_id=claire.id,
                    organisation_id=museum.id,
                    kind="call",
                    day=NOW.date(),
                    text="Setuju dengan tanggal",
                    **said,
                ),
            ]
        )
    return Viewer(team.workspace, team.maya, "U1", full=True)


def look(database: Database, viewer: Viewer, words: str, limit: int = 5) -> Found:
    with database.reading() as session:
        return found(session, viewer, words, limit)


def names(of: Found) -> list[str]:
    """All that was found, kind by kind."""
    return [
        *(task.title for task in of.tasks),
        *(program.name for program in of.programs),
        *(partner.name for partner in of.partners),
        *(line.text for line in of.log),
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("mou", ["Kirim Draf MoU ke Lyon"]),
        ("MOU  draf", ["Kirim Draf MoU ke Lyon"]),
        ("dra", ["Kirim Draf MoU ke Lyon"]),
        ("kir lyon", []),  # only the last word may be begun
        ("lyon dra", ["Kirim Draf MoU ke Lyon"]),
        ("7", ["Kirim Draf MoU ke Lyon"]),
        ("stempel", ["Kirim Draf MoU ke Lyon"]),
        ("lyon", ["Lyon sendiri", "Kirim Draf MoU ke Lyon", "Batik à Lyon"]),
        ("karavan", ["Batik à Lyon"]),
        ("pesisir", ["Batik à Lyon"]),
        ("musee", ["Musée des Confluences"]),
        ("Musée CONFL", ["Musée des Confluences"]),
        ("Ibu Claire", ["Claire Dubois"]),
        ("curat", ["Claire Dubois"]),
        ("disetujui", ["Pinjaman disetujui"]),
        ("tanggal", ["Setuju dengan tanggal"]),
        ("atlantis", []),
        ("!!!", []),
        ("\" OR ' & ( * :", []),
        ("x" * 5000, []),
        ("task", []),
        ("ø", []),
    ],
)
def test_words_are_found_folded_and_the_last_one_begun(
    database: Database, maya: Viewer, typed: str, expected: list[str]
) -> None:
    assert names(look(database, maya, typed)) == expected


def test_nobody_finds_what_they_may_not_see(database: Database, team: Team, maya: Viewer) -> None:
    with database.writing() as session:
        begin(session, team.act())
        rani = Member(workspace_id=team.workspace, slack_id="U2", name="Rani", kind="full")
        session.add(rani)
    other = Viewer(team.workspace, rani.id, "U2", full=True)
    assert names(look(database, other, "lyon")) == ["Kirim Draf MoU ke Lyon", "Batik à Lyon"]
    guest = replace(other, full=False)
    for words in ("lyon", "stempel", "karavan", "claire", "musee", "disetujui", "tanggal"):
        assert look(database, guest, words).empty, words


def test_another_workspace_finds_nothing(
    database: Database, maya: Viewer, new_team: Callable[[str], Team]
) -> None:
    other = new_team("T2")
    viewer = Viewer(other.workspace, other.maya, "U1", full=True)
    assert all(look(database, viewer, words).empty for words in ("lyon", "claire", "karavan", "tanggal"))


def test_what_changes_is_found_by_its_new_words_and_what_is_removed_not_at_all(
    database: Database, team: Team, maya: Viewer
) -> None:
    def change(**columns: object) -> None:
        with database.writing() as session:
            begin(session, team.act())
            task = session.query(Task).filter_by(number=7).one()
            for name, value in columns.items():
                setattr(task, name, value)

    change(title="Kirim faktur", search_key="kirim faktur")
    assert names(look(database, maya, "mou")) == []
    assert names(look(database, maya, "faktur")) == ["Kirim faktur"]
    change(deleted_at=NOW)
    assert names(look(database, maya, "faktur")) == []
    assert names(look(database, maya, "stempel")) == []
    change(deleted_at=None)
    assert names(look(database, maya, "faktur")) == ["Kirim faktur"]


def test_the_newest_are_shown_and_the_rest_counted(database: Database, team: Team, maya: Viewer) -> None:
    with database.writing() as session:
        begin(session, team.act("create_task"))
        session.add_all(team.task(n, title=f"Peti {n}", search_key=f"peti {n}") for n in range(100, 230))
    few = look(database, maya, "peti", 3)
    assert (names(few), few.tasks_total) == (["Peti 229", "Peti 228", "Peti 227"], MOST)
    assert look(database, maya, "peti 22").tasks_total == 10
