"""Every table, in one import."""

from storage.models.base import Base, Heard, InWorkspace, Row, Tracked
from storage.models.exchange import Card, Change, Counter, Delivery, Nudge, Request, Schedule
from storage.models.partners import Contact, Interaction, Organisation
from storage.models.programs import Alias, Anchor, Program, ProgramChannel, Update
from storage.models.search import SearchEntry
from storage.models.tasks import Task, TaskLink, TaskNote, TaskOwner
from storage.models.workspaces import Channel, Closure, Installation, Member, Membership, Workspace

__all__ = [
    "Alias",
    "Anchor",
    "Base",
    "Card",
    "Change",
    "Channel",
    "Closure",
    "Contact",
    "Counter",
    "Delivery",
    "Heard",
    "InWorkspace",
    "Installation",
    "Interaction",
    "Member",
    "Membership",
    "Nudge",
    "Organisation",
    "Program",
    "ProgramChannel",
    "Request",
    "Row",
    "Schedule",
    "SearchEntry",
    "Task",
    "TaskLink",
    "TaskNote",
    "TaskOwner",
    "Tracked",
    "Update",
    "Workspace",
]
