"""Search over tasks, programs, partners and the log: folded words, the last of them by its beginning.

Every row that can be found has its words in `search_entries`, written in the flush that writes the row.
SQLite indexes them with FTS5, PostgreSQL with GIN. Whoever searches finds what they may see and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    bindparam,
    false,
    inspect,
    literal,
    select,
    text,
    true,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from storage.audience import seen_by
from storage.models import (
    Alias,
    Contact,
    Interaction,
    Member,
    Organisation,
    Program,
    SearchEntry,
    Task,
    TaskNote,
    Update,
)
from storage.models.base import Heard, Tracked
from storage.seen import Found, SeenContact, SeenLogged, SeenPartner, SeenProgramName, Viewer
from storage.tasks import TaskFilter, tasks_seen_by
from storage.types import folded_words, is_honorific

T = TypeVar("T")

MOST = 100  # of each kind: beyond it nobody counts
LONGEST_WORD, MOST_WORDS = 64, 400
_ALL = 2**63 - 1

# --- what is looked through ------------------------------------------------------------------------

_FORGET = "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
_LEARN = "INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);"
_PREPARE = {
    "postgresql": (
        "CREATE INDEX IF NOT EXISTS ix_search_entries_words ON search_entries "
        "USING gin (array_to_tsvector(string_to_array(words, ' ')))",
    ),
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content='search_entries', "
        "content_rowid='id', detail=none, prefix='2 3 4 5', tokenize='unicode61 remove_diacritics 0')",
        *(
            f"CREATE TRIGGER IF NOT EXISTS search_entries_{when} AFTER {when} ON search_entries "
            f"BEGIN {what} END"
            for when, what in (("insert", _LEARN), ("update", _FORGET + _LEARN), ("delete", _FORGET))
        ),
    ),
}


def prepare(connection: Connection) -> None:
    """Make the index where its table is there, or take it away: Alembic knows nothing of either kind."""
    if inspect(connection).has_table(SearchEntry.__tablename__):
        for statement in _PREPARE[connection.dialect.name]:
            connection.execute(text(statement))
    elif connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE IF EXISTS search_words"))


# --- writing ---------------------------------------------------------------------------------------

_WORDS: dict[type[Tracked], tuple[str, ...]] = {
    Task: ("number", "title"),
    TaskNote: ("text",),
    Program: ("name", "name_en", "name_id", "city", "countries", "venue"),
    Alias: ("name",),
    Organisation: ("name", "country", "city"),
    Contact: ("honorific", "name", "role", "email"),
    Update: ("text",),
    Interaction: ("text",),
}
"""What each kind of row is found by."""

_Kinds = tuple[type[Tracked], ...]
Kept = tuple[type[Tracked], int]  # a row by its kind and its id
_TASKS: _Kinds = (Task, TaskNote)
_NAMES: _Kinds = (Program, Alias, Organisation, Contact)
_LOG: _Kinds = (Update, Interaction)
_CLASSES = {rows.__tablename__: rows for rows in (Task, Program, Organisation, Contact, Update, Interaction)}


def keep_words(session: Session, rows: Iterable[Tracked]) -> None:
    """Bring the words of these rows, which are being flushed, in line with them."""
    for row in rows:
        columns = _WORDS.get(type(row))
        if columns is None or not _changed(row, (*columns, "deleted_at")):
            continue
        entry = session.get(SearchEntry, row.id) if inspect(row).persistent else None
        if row.deleted_at is not None:
            if entry is not None:
                session.delete(entry)
        elif entry is not None:
            entry.words = words_of(row)
        else:
            session.add(SearchEntry(id=row.id, workspace_id=row.workspace_id, words=words_of(row)))


def words_of(row: Tracked) -> str:
    """All that the row is found by: its kind first, then each of its words once."""
    said = " ".join(str(value) for name in _WORDS[type(row)] if (value := getattr(row, name)))
    kinds = next(kinds for kinds in (_NAMES, _TASKS, _LOG) if type(row) in kinds)
    return " ".join(dict.fromkeys([_scope(kinds, row.workspace_id), *_folded(said)]))


def _scope(kinds: _Kinds, workspace_id: int) -> str:
    """The word that all entries of these kinds in this workspace have; no folded word has an ø."""
    return f"ø{kinds[0].__tablename__}{workspace_id}"


def _folded(said: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in folded_words(said)[:MOST_WORDS]]


def _changed(row: Tracked, columns: Iterable[str]) -> bool:
    state = inspect(row)
    return not state.persistent or any(state.attrs[name].history.has_changes() for name in columns)


# --- reading ---------------------------------------------------------------------------------------


def found(session: Session, viewer: Viewer, words: str, limit: int) -> Found:
    """What has all these words, the last perhaps only begun: of each kind the newest `limit`."""
    *typed, begun = _folded(words) or [""]
    if not begun:
        return Found()
    search = _Search(session, viewer, [*(word for word in typed if not is_honorific(word)), begun])
    names, tasks, log = (search.newest(kinds) for kinds in (_NAMES, _TASKS, _LOG))
    partners = [kept for kept in names if kept[0] in (Organisation, Contact)]
    programs = [kept for kept in names if kept[0] is Program]
    return Found(
        *_shown(tasks, limit, lambda ids: _tasks(session, viewer, ids)),
        *_shown(programs, limit, lambda ids: _programs(session, viewer, ids)),
        *_shown(partners, limit, lambda ids: _partners(session, viewer, ids)),
        *_shown(log, limit, lambda ids: _log(session, viewer, ids)),
    )


_MATCHING: dict[str, tuple[str, Callable[[Sequence[str], str], str]]] = {
    "sqlite": (
        "SELECT rowid FROM search_words WHERE search_words MATCH :query AND rowid < :below "
        "ORDER BY rowid DESC LIMIT :most",
        lambda words, begun: " AND ".join(f'"{word}"' for word in words) + begun,
    ),
    "postgresql": (
        "SELECT id FROM search_entries "
        "WHERE array_to_tsvector(string_to_array(words, ' ')) @@ CAST(:query AS tsquery) AND id < :below "
        "ORDER BY id + 0 DESC LIMIT :most",  # without the plus it may read every id, newest first
        lambda words, begun: " & ".join(f"'{word}'" for word in words) + (begun and ":*"),
    ),
}
"""How each database is asked, and how it wants the words, the last of them begun (“*”) or whole (“”)."""

_BATCHES = (2 * MOST, 30 * MOST, _ALL)  # who may see little looks further, and seldom


class _Search:
    """One search of one viewer."""

    def __init__(self, session: Session, viewer: Viewer, typed: Sequence[str]):
        self._session = session
        self._viewer = viewer
        self._typed = typed

    def newest(self, kinds: _Kinds) -> list[Kept]:
        """The rows of these kinds with the words, as far as the viewer may see them, newest first."""
        statement, wanted = _MATCHING[self._session.get_bind().dialect.name]
        words = [_scope(kinds, self._viewer.workspace_id), *self._typed]
        asked: dict[str, Any] = {"query": wanted(words, "*" if len(words[-1]) > 1 else ""), "below": _ALL}
        kept: dict[Kept, None] = {}
        for most in _BATCHES:
            entries = self._session.scalars(text(statement), asked | {"most": most}).all()
            kept |= dict.fromkeys(self._seen(kinds, entries))
            if len(kept) >= MOST or len(entries) < most:
                break
            asked["below"] = entries[-1]
        return [*kept][:MOST]

    def _seen(self, kinds: _Kinds, entries: Sequence[int]) -> list[Kept]:
        """Which of these the viewer may see, each as the row it stands for."""
        if not entries:
            return []
        found: dict[int, Kept] = {}
        for rows in kinds:
            for statement in _reads(rows, self._viewer):
                for entry, subject, stands_for in self._session.execute(statement, {"entries": entries}):
                    found[entry] = (_CLASSES[stands_for], subject)
        return [found[entry] for entry in entries if entry in found]


@lru_cache(maxsize=512)
def _reads(rows: type[Tracked], viewer: Viewer) -> tuple[Select[Any], ...]:
    """Entries of that kind that the viewer may see: each with the row it stands for and that row's table."""
    heard = issubclass(rows, Heard)
    mine = seen_by(rows, viewer, by_id=True) if heard else rows.workspace_id == viewer.workspace_id
    these = rows.id.in_(bindparam("entries", expanding=True))
    read = select(rows.id).where(these, mine, rows.deleted_at.is_(None))
    subjects: list[tuple[InstrumentedAttribute[Any], type[Tracked], ColumnElement[bool]]]
    if rows is TaskNote:
        seen = select(Task.id).where(Task.id == TaskNote.task_id, seen_by(Task, viewer))
        subjects = [(TaskNote.task_id, Task, seen.where(Task.deleted_at.is_(None)).exists())]
    elif rows is Alias:
        program = select(Program.id).where(Program.id == Alias.program_id, seen_by(Program, viewer))
        known = true() if viewer.full else false()
        subjects = [
            (Alias.program_id, Program, program.where(Program.deleted_at.is_(None)).exists()),
            (Alias.organisation_id, Organisation, known & Alias.organisation_id.is_not(None)),
            (Alias.contact_id, Contact, known & Alias.contact_id.is_not(None)),
        ]
    else:
        subjects = [(rows.id, rows, true() if viewer.full or heard else false())]
    return tuple(
        read.add_columns(subject, literal(kind.__tablename__)).where(where)
        for subject, kind, where in subjects
    )


def _shown(
    kept: list[Kept], limit: int, read: Callable[[Sequence[int]], Sequence[T]]
) -> tuple[tuple[T, ...], int]:
    """The newest of these, read, and how many there are."""
    ids = [row_id for _, row_id in kept]
    return (tuple(read(ids[:limit])) if ids else ()), len(ids)


def _tasks(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[Any]:
    seen, _ = tasks_seen_by(session, viewer, TaskFilter(status=None, ids=tuple(ids)), limit=len(ids) + 1)
    return _in_order(ids, {task.id: task for task in seen})


def _programs(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[SeenProgramName]:
    rows = session.execute(
        select(Program.id, Program.name).where(
            seen_by(Program, viewer, by_id=True), Program.id.in_(ids), Program.deleted_at.is_(None)
        )
    )
    return _in_order(ids, {id: SeenProgramName(id, name) for id, name in rows})


def _partners(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[SeenPartner]:
    organisations = session.scalars(
        select(Organisation).where(
            Organisation.workspace_id == viewer.workspace_id,
            Organisation.id.in_(ids),
            Organisation.deleted_at.is_(None),
        )
    )
    people = session.execute(
        select(Contact, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Contact.organisation_id)
        .where(Contact.workspace_id == viewer.workspace_id, Contact.id.in_(ids), Contact.deleted_at.is_(None))
    )
    seen = {
        row.id: SeenPartner("organisation", row.id, row.name, country=row.country) for row in organisations
    }
    for row, organisation in people:
        contact = SeenContact(row.id, row.name, row.honorific, row.role, organisation)
        seen[row.id] = SeenPartner("contact", row.id, row.name, contact=contact, country=row.country)
    return _in_order(ids, seen)


def _log(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[SeenLogged]:
    updates = session.execute(
        select(Update, Member.name, Program.name)
        .join(Member, Member.id == Update.author_id)
        .join(Program, Program.id == Update.program_id)
        .where(seen_by(Update, viewer, by_id=True), Update.id.in_(ids))
    )
    said = session.execute(
        select(Interaction, Member.name, Contact.name, Organisation.name)
        .join(Member, Member.id == Interaction.author_id)
        .outerjoin(Contact, Contact.id == Interaction.contact_id)
        .outerjoin(Organisation, Organisation.id == Interaction.organisation_id)
        .where(seen_by(Interaction, viewer, by_id=True), Interaction.id.in_(ids))
    )
    seen = {
        row.id: SeenLogged(row.kind, row.created_at, row.text, author, program, ("program", row.program_id))
        for row, author, program in updates
    }
    for row, author, contact, organisation in said:
        opens = ("contact", row.contact_id) if row.contact_id else ("organisation", row.organisation_id)
        partner = (contact or organisation, opens) if viewer.full else (None, None)
        seen[row.id] = SeenLogged(row.kind, row.day, row.text, author, *partner)
    return _in_order(ids, seen)


def _in_order(ids: Sequence[int], seen: dict[int, T]) -> list[T]:
    return [seen[id] for id in ids if id in seen]
