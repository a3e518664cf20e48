"""Taking back what was done, column by column, and saying what was done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Row, func, or_, select, true
from sqlalchemy.orm import Session, aliased

from bot.errors import N_, UserError, Way
from bot.services import telling
from bot.services.actor import Actor
from storage.audience import channel_open_to, seen_by
from storage.changes import changes_of, decode, encode, tracked_class
from storage.models import (
    Alias,
    Anchor,
    Change,
    Channel,
    Closure,
    Contact,
    Heard,
    Interaction,
    Member,
    Organisation,
    Program,
    ProgramChannel,
    Task,
    TaskNote,
    TaskOwner,
    Tracked,
    Update,
)
from storage.seen import Eyes, SeenChange

BY_BUTTON = timedelta(minutes=10)
BY_COMMAND = timedelta(days=30)
_NAMED_BY_ACT = (
    "move_anchor",
    "settle_update",
    "keep_promise",
    "merge_partners",
    "edit_partner",
    "delete_partner",
)  # taken back, they are told by what was done


@dataclass(frozen=True)
class Undone:
    """What was taken back: the batch that did it, the tasks concerned, and columns left as changed since."""

    batch: int
    task_ids: tuple[int, ...]
    names: tuple[tuple[str, str], ...]  # (what, name): (“link”, “Batik Lyon”); see views.words.TAKEN_BACK
    left: tuple[str, ...]  # column names
    verb: str = ""  # of the act taken back
    repeated: bool = False


def undo(session: Session, batch: int, actor: Actor, *, within: timedelta = BY_BUTTON) -> Undone:
    """Take back one act. Columns changed since are left and named; a second time changes nothing."""
    workspace = actor.viewer.workspace_id
    done = changes_of(session, workspace, batch)
    if not done or not _may(session, actor, done):
        raise UserError(N_("There is nothing here to undo any more."))
    verb = done[-1].verb  # the first of them: what else followed from it
    tasks = tuple(dict.fromkeys(filter(None, (_task_of(session, change) for change in done))))
    if _undone_before(session, workspace, batch):
        return Undone(batch, tasks, (), (), verb, repeated=True)
    if actor.now - done[0].at > within:
        raise UserError(
            N_("That was more than {minutes} minutes ago. Send “{command}” to undo your latest change."),
            minutes=int(BY_BUTTON.total_seconds() // 60),
            command=N_("/lintas undo"),
        )
    _refuse_if_others_went_on(session, done, actor)
    act = actor.begins(session, "undo", undoes=batch)
    left: list[str] = []
    names: list[tuple[str, str]] = []
    for change in done:
        row = session.get(tracked_class(change.table_name), change.row_id)
        if row is None:
            continue
        left += _take_back(row, change, actor)
        merged_into = change.verb == "merge_partners" and "deleted_at" not in change.before
        if (name := _name_of(session, row)) and not merged_into:
            names.append((change.verb, name[1]) if change.verb in _NAMED_BY_ACT else name)
    session.flush()
    for task_id in tasks:
        telling.cards_follow(session, session.get_one(Task, task_id), act)
    kept = tuple(dict.fromkeys(left))
    told = (_task_of(session, change) for change in done if change.verb == verb)
    named = tuple(dict.fromkeys(filter(None, told)))
    return Undone(act.batch, named, tuple(dict.fromkeys(reversed(names))), kept, verb)


def _refuse_if_others_went_on(session: Session, done: list[Change], actor: Actor) -> None:
    """What was added is not taken away from under the hands of others who have changed it since."""
    added = [change for change in done if change.op == "insert" and change.table_name == "tasks"]
    for change in added:
        others = session.scalar(
            select(Member.name)
            .join(Change, Change.by_id == Member.id)
            .where(
                Change.workspace_id == change.workspace_id,
                Change.table_name == "tasks",
                Change.row_id == change.row_id,
                Change.batch > change.batch,
                Change.by_id != actor.viewer.member_id,
            )
            .limit(1)
        )
        task = session.get_one(Task, change.row_id)
        if others and task.deleted_at is None:
            raise UserError(
                N_("{name} has changed #{number} since you added it, so it was left as it is."),
                name=others,
                number=task.number,
                ways=(Way(N_("Delete it all the same"), f"/task delete {task.number}"),),
            )


def latest_batch(session: Session, actor: Actor) -> int:
    """The member's latest act that was not taken back; UserError where there is none in thirty days."""
    undone = aliased(Change)
    batch = session.scalar(
        select(func.max(Change.batch)).where(
            Change.workspace_id == actor.viewer.workspace_id,
            Change.by_id == actor.viewer.member_id,
            Change.at >= actor.now - BY_COMMAND,
            Change.undoes.is_(None),
            ~select(undone.id)
            .where(undone.workspace_id == Change.workspace_id, undone.undoes == Change.batch)
            .exists(),
        )
    )
    if batch is None:
        raise UserError(N_("You have changed nothing in the last 30 days that could be undone."))
    return int(batch)


def task_history(session: Session, viewer: Eyes, task_id: int, *, limit: int = 20) -> tuple[SeenChange, ...]:
    """What happened to a task, newest first, one line per act."""
    owners = select(TaskOwner.id).where(TaskOwner.task_id == task_id)
    notes = select(TaskNote.id).where(seen_by(TaskNote, viewer), TaskNote.task_id == task_id)
    if session.scalar(select(Task.id).where(seen_by(Task, viewer), Task.id == task_id)) is None:
        return ()
    rows = session.execute(
        select(Change, Member.name)
        .outerjoin(Member, Member.id == Change.by_id)
        .where(
            Change.workspace_id == viewer.workspace_id,
            ((Change.table_name == "tasks") & (Change.row_id == task_id))
            | ((Change.table_name == "task_owners") & Change.row_id.in_(owners))
            | ((Change.table_name == "task_notes") & Change.row_id.in_(notes)),
        )
        .order_by(Change.id.desc())
        .limit(limit * 4)
    )
    return _by_act(rows, {})[:limit]


def program_history(
    session: Session, viewer: Eyes, program_id: int, *, since: datetime | None = None, limit: int = 30
) -> tuple[SeenChange, ...]:
    """What happened to a program, to what was reported of it and to its tasks, newest first, by act."""
    if session.scalar(select(Program.id).where(seen_by(Program, viewer), Program.id == program_id)) is None:
        return ()
    rows = session.execute(
        select(Change, Member.name)
        .outerjoin(Member, Member.id == Change.by_id)
        .where(
            Change.workspace_id == viewer.workspace_id,
            or_(*_of_program(viewer, program_id)),
            Change.at >= since if since else true(),
        )
        .order_by(Change.id.desc())
        .limit(limit * 6)
    ).all()
    return _by_act(rows, _subjects(session, viewer, [change for change, _ in rows]))[:limit]


def _by_act(
    rows: Iterable[Row[Change, str]], subjects: Mapping[tuple[str, int], str]
) -> tuple[SeenChange, ...]:
    """One line for each act, in the order of the rows."""
    lines: dict[int, SeenChange] = {}
    for change, name in rows:
        before, after = _told(change)
        known = lines.get(change.batch)
        lines[change.batch] = SeenChange(
            change.at,
            name,
            change.verb,
            before or (known.before if known else None),
            after or (known.after if known else None),
            subjects.get((change.table_name, change.row_id)) or (known.what if known else None),
        )
    return tuple(lines.values())


def _of_program(viewer: Eyes, program_id: int) -> list[ColumnElement[bool]]:
    """The changes of the program's row and of what hangs on it, as far as the viewer may see that."""
    tasks = select(Task.id).where(seen_by(Task, viewer), Task.program_id == program_id)
    updates = select(Update.id).where(seen_by(Update, viewer), Update.program_id == program_id)
    channels = (
        select(ProgramChannel.id)
        .join(Channel, Channel.id == ProgramChannel.channel_id)
        .where(ProgramChannel.program_id == program_id, channel_open_to(viewer))
    )
    linked = {rows: select(rows.id).where(rows.program_id == program_id) for rows in (Anchor, Alias)}
    return [
        (Change.table_name == "programs") & (Change.row_id == program_id),
        (Change.table_name == "tasks") & Change.row_id.in_(tasks),
        (Change.table_name == "program_channels") & Change.row_id.in_(channels),
        (Change.table_name == "updates") & Change.row_id.in_(updates),
        *((Change.table_name == rows.__tablename__) & Change.row_id.in_(ids) for rows, ids in linked.items()),
    ]


def _subjects(session: Session, viewer: Eyes, done: Sequence[Change]) -> dict[tuple[str, int], str]:
    """What a change was of, where it is not the program itself: “#12 Kirim draf”, “opening”."""
    ids: dict[str, set[int]] = {}
    for change in done:
        ids.setdefault(change.table_name, set()).add(change.row_id)
    tasks = session.execute(
        select(Task.id, Task.number, Task.title).where(
            seen_by(Task, viewer), Task.id.in_(ids.get("tasks", ()))
        )
    )
    anchors = session.execute(select(Anchor.id, Anchor.kind).where(Anchor.id.in_(ids.get("anchors", ()))))
    return {("tasks", row.id): f"#{row.number} {row.title}" for row in tasks} | {
        ("anchors", row.id): row.kind for row in anchors
    }


_TOLD = ("due_day", "title", "text", "words", "name", "day")


def _told(change: Change) -> tuple[str | None, str | None]:
    """The one pair of words worth reading in a change: the deadline, the title, the note."""
    for column in _TOLD:
        if column in change.after and (change.op == "update" or column in ("text", "day")):
            return change.before.get(column), change.after[column]
    return None, None


def _take_back(row: Tracked, change: Change, actor: Actor) -> list[str]:
    if change.op == "insert":
        if row.deleted_at is None:
            row.deleted_at = actor.now
        return []
    left = []
    for column, before in change.before.items():
        if encode(getattr(row, column)) == change.after[column]:
            setattr(row, column, decode(type(row), column, before))
        else:
            left.append(column)
    return left


def _name_of(session: Session, row: Tracked) -> tuple[str, str] | None:
    """What a row is and the name it goes by; None for tasks, which have numbers."""
    match row:
        case Program() | Organisation() | Contact():
            return "itself", row.name
        case Channel():
            return "digest", row.name
        case Closure():
            return "holiday", row.name
        case ProgramChannel() | Anchor() | Update() | Alias() if row.program_id:
            what = {ProgramChannel: "link", Update: "update"}.get(type(row), "itself")
            return what, session.get_one(Program, row.program_id).name
        case Interaction():
            contact = session.get(Contact, row.contact_id) if row.contact_id else None
            partner = contact or session.get(Organisation, row.organisation_id)
            return ("contact", partner.name) if partner else None
        case Member():
            return "settings", row.name
    return None


def _undone_before(session: Session, workspace_id: int, batch: int) -> bool:
    return (
        session.scalar(
            select(Change.id).where(Change.workspace_id == workspace_id, Change.undoes == batch).limit(1)
        )
        is not None
    )


def _may(session: Session, actor: Actor, done: list[Change]) -> bool:
    """Whoever may see every row concerned may take the act back; settings are one's own."""
    if all(change.by_id == actor.viewer.member_id for change in done):
        return True
    for change in done:
        rows = tracked_class(change.table_name)
        if issubclass(rows, Heard):
            seen = session.scalar(
                select(rows.id).where(seen_by(rows, actor.viewer), rows.id == change.row_id)
            )
            if seen is None:
                return False
        elif issubclass(rows, (Member,)):
            return False
    return True


def _task_of(session: Session, change: Change) -> int | None:
    if change.table_name == "tasks":
        return change.row_id
    if change.table_name in ("task_owners", "task_notes"):
        row = session.get(tracked_class(change.table_name), change.row_id)
        return getattr(row, "task_id", None)
    return None
