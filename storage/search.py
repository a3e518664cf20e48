"""Search over tasks, programs, partners and the log: folded words, the last of them by its beginning.

Every row that can be found has its words in `search_entries`, written in the flush that writes the row.
SQLite indexes them with FTS5, PostgreSQL with GIN. Whoever searches finds what they may see and no more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    column,
    inspect,
    select,
    table,
    text,
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

# --- what is looked through ------------------------------------------------------------------------

_VECTOR = "array_to_tsvector(string_to_array(words, ' '))"
_INDEX = "CREATE INDEX IF NOT EXISTS ix_search_entries_words ON search_entries USING gin"
_FORGET = "INSERT INTO search_words(search_words, rowid, words) VALUES ('delete', old.id, old.words);"
_LEARN = "INSERT INTO search_words(rowid, words) VALUES (new.id, new.words);"
_PREPARE = {
    "postgresql": (f"{_INDEX} ({_VECTOR})",),
    "sqlite": (
        "CREATE VIRTUAL TABLE IF NOT EXISTS search_words USING fts5(words, content='search_entries', "
        "content_rowid='id', detail=none, prefix='2 3', tokenize='unicode61 remove_diacritics 0')",
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
    Program: ("name", "city", "countries"),
    Alias: ("name",),
    Organisation: ("name", "country"),
    Contact: ("honorific", "name", "role", "email"),
    Update: ("text",),
    Interaction: ("text",),
}
"""What each kind of row is found by."""


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
    return " ".join(dict.fromkeys([scope_of(type(row), row.workspace_id), *_folded(said)]))


def scope_of(rows: type[Tracked], workspace_id: int) -> str:
    """The word that all entries of this kind in this workspace have in common; no folded word has an ø."""
    return f"ø{rows.__tablename__.replace('_', '')}{workspace_id}"


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
    ids = _Ids(session, viewer, [*(word for word in typed if not is_honorific(word)), begun])
    tasks = ids.of(Task, Task.id) + ids.of(TaskNote, TaskNote.task_id, _of_seen_task(viewer))
    programs = ids.of(Program, Program.id) + ids.of(Alias, Alias.program_id, Alias.program_id.is_not(None))
    partners = _partners(ids) if viewer.full else []
    log = ids.of(Update, Update.id) + ids.of(Interaction, Interaction.id)
    return Found(
        *_shown(tasks, limit, lambda chosen: _tasks(session, viewer, chosen)),
        *_shown(programs, limit, lambda chosen: _programs(session, viewer, chosen)),
        *_shown(partners, limit, lambda chosen: _as_partners(session, chosen)),
        *_shown(log, limit, lambda chosen: _log(session, viewer, chosen)),
    )


_MATCHING: dict[str, tuple[ColumnElement[int], str, Callable[[Sequence[str]], str]]] = {
    "sqlite": (
        table("search_words", column("rowid", BigInteger)).c.rowid,
        "search_words MATCH :query",
        lambda words: " AND ".join(f'"{word}"' for word in words) + "*",
    ),
    "postgresql": (
        table("search_entries", column("id", BigInteger)).c.id,
        f"{_VECTOR} @@ CAST(:query AS tsquery)",
        lambda words: " & ".join(f"'{word}'" for word in words) + ":*",
    ),
}
"""How each database is asked: the row found, the condition, and the words as it wants them."""


class Hit(NamedTuple):
    """A row with the words: the entry that has them and the row it stands for."""

    entry: int
    subject: int


class _Ids:
    """Rows by their words, for one viewer."""

    def __init__(self, session: Session, viewer: Viewer, typed: Sequence[str]):
        self._session = session
        self._viewer = viewer
        self._typed = typed
        self._dialect = session.get_bind().dialect.name

    def of(
        self, rows: type[Tracked], subject: InstrumentedAttribute[Any], *where: ColumnElement[bool]
    ) -> list[Hit]:
        """The newest rows of that kind, as (entry, subject)."""
        mine = seen_by(rows, self._viewer) if issubclass(rows, Heard) else _here(rows, self._viewer)
        words = [scope_of(rows, self._viewer.workspace_id), *self._typed]
        entry, matching, query = _MATCHING[self._dialect]
        statement = (
            select(entry, subject)
            .join(rows, rows.id == entry)
            .where(text(matching), mine, rows.deleted_at.is_(None), *where)
            .order_by(entry.desc())
            .limit(MOST)
        )
        return [Hit(*row) for row in self._session.execute(statement, {"query": query(words)})]


def _here(rows: type[Tracked], viewer: Viewer) -> ColumnElement[bool]:
    here: ColumnElement[bool] = rows.workspace_id == viewer.workspace_id
    return here


def _of_seen_task(viewer: Viewer) -> ColumnElement[bool]:
    seen = select(Task.id).where(
        Task.id == TaskNote.task_id, seen_by(Task, viewer), Task.deleted_at.is_(None)
    )
    return seen.exists()


def _partners(ids: _Ids) -> list[Hit]:
    """Organisations and people, by their own words or another name of theirs."""
    aliases = ids.of(Alias, Alias.organisation_id, Alias.organisation_id.is_not(None))
    aliases += ids.of(Alias, Alias.contact_id, Alias.contact_id.is_not(None))
    return ids.of(Organisation, Organisation.id) + ids.of(Contact, Contact.id) + aliases


def _shown(
    hits: list[Hit], limit: int, read: Callable[[Sequence[int]], Sequence[T]]
) -> tuple[tuple[T, ...], int]:
    """The newest of these, read, and how many there are."""
    ids = list(dict.fromkeys(hit.subject for hit in sorted(hits, reverse=True)))
    return (tuple(read(ids[:limit])) if ids else ()), min(len(ids), MOST)


def _tasks(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[Any]:
    seen, _ = tasks_seen_by(session, viewer, TaskFilter(status=None, ids=tuple(ids)), limit=len(ids))
    return _in_order(ids, {task.id: task for task in seen})


def _programs(session: Session, viewer: Viewer, ids: Sequence[int]) -> Sequence[SeenProgramName]:
    rows = session.execute(
        select(Program.id, Program.name).where(
            seen_by(Program, viewer), Program.id.in_(ids), Program.deleted_at.is_(None)
        )
    )
    return _in_order(ids, {id: SeenProgramName(id, name) for id, name in rows})


def _as_partners(session: Session, ids: Sequence[int]) -> Sequence[SeenPartner]:
    organisations = session.scalars(
        select(Organisation).where(Organisation.id.in_(ids), Organisation.deleted_at.is_(None))
    )
    people = session.execute(
        select(Contact, Organisation.name)
        .outerjoin(Organisation, Organisation.id == Contact.organisation_id)
        .where(Contact.id.in_(ids), Contact.deleted_at.is_(None))
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
        .where(seen_by(Update, viewer), Update.id.in_(ids))
    )
    said = session.execute(
        select(Interaction, Member.name, Contact.name, Organisation.name)
        .join(Member, Member.id == Interaction.author_id)
        .outerjoin(Contact, Contact.id == Interaction.contact_id)
        .outerjoin(Organisation, Organisation.id == Interaction.organisation_id)
        .where(seen_by(Interaction, viewer), Interaction.id.in_(ids))
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
