"""Every action_id, callback_id and field name: written by views, answered by handlers."""

from __future__ import annotations

from enum import StrEnum


class Action(StrEnum):
    """What a button does. Its `value` is a row id as a string unless said otherwise."""

    UNDO = "undo"  # value: a batch id
    RETRY = "retry"  # value: a command line, run as if typed

    TASK_DONE = "task_done"
    TASK_REOPEN = "task_reopen"
    TASK_RESCHEDULE = "task_reschedule"
    TASK_ASSIGN = "task_assign"
    TASK_SNOOZE = "task_snooze"
    TASK_OPEN = "task_open"
    TASK_EDIT = "task_edit"
    TASK_SHARE = "task_share"
    TIMELINE_SHARE = "timeline_share"
    TASK_DECLINE = "task_decline"
    OTHER_DATE = "task_other_date"  # value: "<task id>:<YYYY-MM-DD>"
    TASK_NEW = "task_new"  # no value: opens the form

    PROGRAM_OPEN = "program_open"
    PROGRAM_EDIT = "program_edit"
    PROGRAM_NEW = "program_new"  # no value
    UPDATE_NEW = "update_new"  # value: a program's row id
    UPDATE_SETTLE = "update_settle"
    PROGRAM_READY = "program_ready"
    PROGRAM_TIMELINE = "program_timeline"
    PROGRAM_LINK = "program_link"  # to the channel of the click
    PROGRAM_TASK = "program_task"  # opens the form of a task of that program

    PARTNER_OPEN = "partner_open"  # value: "<organisation|contact>:<row id>"
    PARTNER_EDIT = "partner_edit"  # value: as PARTNER_OPEN
    PARTNER_NEW = "partner_new"  # no value
    LOG_CONTACT = "log_contact"  # value: as PARTNER_OPEN
    PARTNER_OWES = "partner_owes"  # value: as PARTNER_OPEN
    PARTNER_DRAFT = "partner_draft"  # value: as PARTNER_OPEN
    PARTNER_MERGE = "partner_merge"  # value: the one kept and the other: "contact:12>contact:15"
    PROMISE_KEPT = "promise_kept"  # value: the id of what was said

    MORNING_OFF = "morning_off"  # no value
    DIGEST_SETTINGS = "digest_settings"  # value: the channel's Slack id
    SETTINGS = "settings"  # no value
    HOME_TAB = "home_tab"  # value: "<tab>.<page>"
    HELP = "help"  # no value


class Callback(StrEnum):
    """Forms (`view_submission`) and shortcuts, by callback_id."""

    NEW_TASK = "new_task"
    EDIT_TASK = "edit_task"
    RESCHEDULE = "reschedule"
    ASSIGN = "assign"
    SNOOZE = "snooze"
    NEW_PROGRAM = "new_program"
    EDIT_PROGRAM = "edit_program"
    RECORD_UPDATE = "record_update"
    NEW_PARTNER = "new_partner"
    EDIT_PARTNER = "edit_partner"
    LOG_CONTACT = "log_contact_form"
    DIGEST_SETTINGS = "digest_settings_form"
    SETTINGS = "settings_form"
    DETAILS = "details"  # a card shown over Home; nothing is sent with it

    SHORTCUT_MAKE_TASK = "shortcut_make_task"
    SHORTCUT_UPDATE = "shortcut_update"
    SHORTCUT_LOG = "shortcut_log"
    SHORTCUT_NEW_TASK = "shortcut_new_task"


class Field(StrEnum):
    """An input of a form: its block_id and its action_id both, and what `UserError.field` names."""

    TITLE = "title"
    DUE = "due"
    TIME = "time"
    OWNERS = "owners"
    PROGRAM = "program"
    PRIORITY = "priority"
    SNOOZE = "snooze"
    NAME = "name"
    KIND = "kind"
    CITY = "city"
    COUNTRY = "country"
    LEAD = "lead"
    PRECISION = "precision"
    DATES = "dates"
    VENUE = "venue"
    NAME_EN = "name_en"
    NAME_ID = "name_id"
    ALIASES = "aliases"
    HEALTH = "health"
    DIRECTION = "direction"
    VALID_UNTIL = "valid_until"
    NEXT_CONTACT = "next_contact"
    ORGANISATION_KIND = "organisation_kind"
    LADDER = "ladder"
    BUSY = "busy"
    STATUS = "status"
    ANCHOR = "anchor"
    TEXT = "text"
    ORGANISATION = "organisation"
    ROLE = "role"
    EMAIL = "email"
    PHONE = "phone"
    DATE = "date"
    PARTNER = "partner"
    FOLLOW_UP = "follow_up"
    FOLLOW_UP_DUE = "follow_up_due"
    ON = "on"
    DAYS = "days"
    ZONE = "zone"
    LANG = "lang"
    SECTIONS = "sections"
    WHEN_EMPTY = "when_empty"


class Snooze(StrEnum):
    """The choices of the snooze form."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    NEXT_WORKING_DAY = "next_working_day"
    PICK = "pick"


def routed(action_id: str) -> str:
    """The action a button stands for: in one message a second of its kind is “retry.1”, and so on."""
    return action_id.partition(".")[0]
