"""The post in a channel of what is urgent there, on a day without a digest."""

from __future__ import annotations

from bot.answers import Composed, Reader, answer
from bot.views import nudges as views
from storage.nudges import anchors_seen_by
from storage.seen import SeenMilestone, SeenNudge
from storage.tasks import TaskFilter, tasks_seen_by


@answer
def nudges(reader: Reader, channel: int, rungs: list[tuple[int, int]]) -> Composed | None:
    """The rungs told of that day, of the tasks and dates as they are now; None where none is left."""
    by_id = dict(rungs)
    which = TaskFilter(status=None, ids=tuple(by_id), deleted=None)
    tasks, _ = tasks_seen_by(reader.session, reader.eyes, which, limit=len(by_id))
    anchors = anchors_seen_by(reader.session, reader.eyes, tuple(by_id))
    if not tasks and not anchors:
        return None
    made = views.nudges(
        [SeenNudge(task, by_id[task.id]) for task in tasks],
        [SeenMilestone(name, anchor, by_id[anchor_id]) for anchor_id, name, anchor in anchors],
        reader.t,
    )
    return Composed(made, tuple(task.id for task in tasks))
