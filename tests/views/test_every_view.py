"""What holds for every view, in both languages, whatever the values: Slack takes it, nobody is pinged."""

from __future__ import annotations

import inspect
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from typing import Any, get_type_hints
from zoneinfo import ZoneInfo

import pytest

from bot.errors import Way
from bot.i18n import LANGUAGES, Lang, Translator
from bot.local.block_kit import MESSAGE_CHARACTERS, characters, check_blocks, check_view, view_too_large
from bot.views import (
    away,
    days_off,
    digest,
    handover,
    help,
    home,
    ids,
    morning,
    nudges,
    partner_forms,
    partner_reports,
    partners,
    program_forms,
    program_reports,
    programs,
    report,
    search,
    settings,
    status,
    task_forms,
    tasks,
    told,
    troubles,
    undone,
)
from bot.views.kit import Home, Message, Modal
from storage.seen import (
    DayOff,
    Digest,
    DigestSettings,
    Due,
    Found,
    MemberSettings,
    Morning,
    Report,
    SeenAbsence,
    SeenAnchor,
    SeenAudience,
    SeenChange,
    SeenContact,
    SeenHealth,
    SeenInteraction,
    SeenLogged,
    SeenMember,
    SeenMilestone,
    SeenNote,
    SeenNudge,
    SeenOwner,
    SeenPartner,
    SeenProgram,
    SeenProgramName,
    SeenQuiet,
    SeenTask,
    SeenUpdate,
    Status,
)

MODULES = (
    away,
    days_off,
    digest,
    handover,
    help,
    home,
    morning,
    nudges,
    partner_forms,
    partner_reports,
    partners,
    program_forms,
    program_reports,
    programs,
    report,
    search,
    settings,
    status,
    task_forms,
    tasks,
    told,
    undone,
    troubles,
)
NOW = datetime(2026, 11, 24, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 24)

MAYA, SARI = SeenMember(1, "U1", "Maya"), SeenMember(2, "U2", "Sari")
PUBLIC, ROOM, OWN = SeenAudience("workspace"), SeenAudience("channel", "C1"), SeenAudience("person")
TASK = SeenTask(
    id=10,
    number=142,
    title="Kirim draf MoU",
    status="open",
    audience=ROOM,
    requester=MAYA,
    due=Due(date(2026, 11, 25), datetime(2026, 11, 25, 7, 0, tzinfo=UTC), "Asia/Jakarta"),
    priority="high",
    owners=(SeenOwner("Sari", "U2", 2), SeenOwner("Pak Budi")),
    program=SeenProgramName(7, "Pameran Kyoto"),
    partner="Museum Nasional",
    recurrence="FREQ=WEEKLY",
    snoozed_until=NOW + timedelta(days=1),
    notes=(SeenNote("Sudah ditelepon", "Sari", NOW, SeenAudience("workspace")),),
)
BARE = replace(TASK, due=None, owners=(), program=None, partner=None, recurrence=None, audience=OWN, notes=())
WAITING = replace(TASK, id=11, waiting_for="Museum Nasional", waiting_since=date(2026, 11, 18))
DONE = replace(TASK, status="done", done_at=NOW, done_by="Sari")
LATE = replace(TASK, due=Due(date(2026, 11, 20)), audience=PUBLIC)
PUT_OFF = replace(LATE, snoozed_until=NOW + timedelta(hours=1))
NUDGED = (
    SeenNudge(replace(TASK, snoozed_until=None), 2),
    SeenNudge(replace(BARE, due=Due(TODAY)), 0),
    SeenNudge(replace(BARE, due=Due(date(2026, 12, 1))), 7),
    SeenNudge(LATE, -7),
    SeenNudge(PUT_OFF, -1),
    SeenNudge(DONE, -1),
    SeenNudge(replace(TASK, deleted=True), 2),
) + (SeenNudge(LATE, -3),) * 20
MANY = tuple(replace(TASK, id=100 + n, number=n) for n in range(60))
OPENING = SeenAnchor("opening", date(2027, 1, 21), date(2027, 1, 15), id=3)
UPDATE = SeenUpdate("decision", "Peminjaman disetujui", "Sari", NOW, ROOM, "Pameran Kyoto")
RISK = replace(UPDATE, kind="risk", text="Visa terlambat", id=31, health="at_risk")
PROGRAM = SeenProgram(
    id=7,
    name="Pameran Kyoto",
    audience=OWN,
    kind="exhibition",
    city="Kyoto",
    countries=("JP", "ID"),
    lead=MAYA,
    anchors=(
        OPENING,
        SeenAnchor("closing", date(2027, 3, 1), date(2027, 3, 1), "month", False),
        SeenAnchor("shipping", date(2026, 11, 2), date(2026, 11, 2), "week"),
    ),
    aliases=("Kyoto",),
    channels=("C1",),
    open_tasks=4,
    late_tasks=1,
    updates=(UPDATE,) * 5,
    name_en="Kyoto Show",
    name_id="Pameran di Kyoto",
    venue="Mori Art Museum",
    zone="Asia/Tokyo",
    health=SeenHealth("at_risk", "Sari", NOW),
    concerns=(RISK,) * 5,
    concerns_total=8,
    decisions=(UPDATE,) * 3,
)
EMPTY_PROGRAM = SeenProgram(8, "Batik Lyon", PUBLIC)
TANAKA = SeenContact(5, "Yuki Tanaka", "Dr.", "kurator", "Mori", "yuki@mori.example", "+81 3 1234", "JP")
INTERACTION = SeenInteraction("call", TODAY, "Setuju", "Sari", ROOM)
PROMISE = replace(
    INTERACTION,
    id=41,
    kind="letter",
    direction="in",
    program="Pameran Kyoto",
    partner="Yuki Tanaka",
    valid_until=date(2028, 1, 1),
    next_contact=date(2026, 12, 1),
    promise_by="us",
    promise="Kirim kontrak",
    promise_due=date(2026, 11, 20),
)
THEIRS = replace(PROMISE, id=42, promise_by="partner", promise_due=None)
BUDI = SeenContact(8, "Budi Santoso", None, None, None, None, None, "ID")
HOME = SeenPartner("contact", 8, "Budi Santoso", BUDI, "ID", interactions=(PROMISE,), city="Solo")
PERSON = SeenPartner("contact", 5, "Yuki Tanaka", TANAKA, "JP", interactions=(INTERACTION,), tasks=(TASK,))
MUSEUM = SeenPartner("organisation", 6, "Mori", country="JP", organisation_kind="museum", contacts=(TANAKA,))
HOUSE = replace(MUSEUM, country="ID", last=TODAY, next_contact=TODAY)
CHANGES = (
    SeenChange(NOW, "Sari", "complete_task"),
    SeenChange(NOW - timedelta(days=2), None, "reschedule_task", "2026-11-20", "2026-11-25"),
    SeenChange(NOW, "Maya", "edit_task", "Draf", "Draf MoU"),
)
DIGEST = Digest(
    day=TODAY,
    late=(LATE,) * 8,
    late_total=11,
    soon=(TASK,) * 8,
    soon_total=8,
    updates=(UPDATE,) * 5,
    updates_total=5,
    long_late=4,
    waiting=(WAITING,) * 4,
    waiting_total=5,
    done=(DONE,) * 5,
    done_total=9,
    milestones=(("Pameran Kyoto", OPENING),) * 3,
    quiet=(SeenQuiet("Museum Nasional", date(2026, 10, 1)),) * 3,
    rungs=((LATE.id, -7),),
    program=SeenProgramName(7, "Pameran Kyoto"),
)
MORNING = Morning(
    day=TODAY,
    member_id=1,
    late=(LATE,) * 5,
    late_total=9,
    long_late=3,
    today=(TASK,) * 5,
    today_total=5,
    soon=(TASK,) * 5,
    soon_total=5,
    waiting=(WAITING,) * 2,
    waiting_total=2,
    first=True,
)
CHANNEL = DigestSettings("C1", True, 540, (1, 2, 3, 4, 5), "Asia/Jakarta", "id", tuple(digest.SECTIONS))
MINE = MemberSettings("id", "Asia/Makassar", True, 510, "ID")

FOUND = Found(
    tasks=(TASK, DONE, replace(TASK, status="cancelled"), BARE, LATE),
    tasks_total=100,
    programs=(SeenProgramName(7, "Pameran Kyoto"),),
    programs_total=1,
    partners=(PERSON, MUSEUM),
    partners_total=2,
    log=(
        SeenLogged("decision", NOW, "Disetujui", "Sari", "Pameran Kyoto", ("program", 7)),
        SeenLogged("call", TODAY, "Setuju", "Sari", "Yuki Tanaka", ("contact", 5)),
        SeenLogged("call", TODAY, "Setuju", "Sari"),
    ),
    log_total=9,
)

AWAY = SeenAbsence(TODAY, date(2027, 1, 2), "Rina", "Sari")
REPORT = Report("week", date(2026, 11, 23), TODAY, 40, 3, 7, (PROGRAM,) * 20, 23, (UPDATE,) * 12, 25)
RUNNING = Status("sqlite", 12, 3, 40, 2, 1, 2, NOW, NOW)

Rendered = Message | Modal | Home
Case = Callable[[Translator, Callable[[Any], Any]], Rendered]

# Each case renders one view from values that `v` may have spoiled.
CASES: dict[str, Case] = {
    "task_created": lambda t, v: tasks.task_created(v(TASK), t, batch=5, other=date(2027, 1, 8)),
    "task_created bare": lambda t, v: tasks.task_created(v(BARE), t, batch=5),
    "task_created card": lambda t, v: tasks.task_created(v(BARE), t, batch=5, card=True),
    "already_added": lambda t, v: tasks.already_added(v(TASK), t, again_command=v("/task add Kirim")),
    "task_card": lambda t, v: tasks.task_card(v(TASK), t, share=True),
    "task_card late": lambda t, v: tasks.task_card(v(LATE), t),
    "task_card low": lambda t, v: tasks.task_card(v(replace(BARE, priority="low")), t),
    "task_card done": lambda t, v: tasks.task_card(v(DONE), t),
    "task_card cancelled": lambda t, v: tasks.task_card(v(replace(TASK, status="cancelled")), t),
    "task_created noted": lambda t, v: tasks.task_created(v(TASK), t, batch=5, noted=True),
    "task_changed repeated": lambda t, v: tasks.task_changed(
        v(DONE), "completed", t, batch=5, following=v(TASK)
    ),
    "task_changed too late": lambda t, v: tasks.task_changed(
        v(replace(TASK, snoozed_until=NOW + timedelta(days=9))), "snoozed", t, batch=5
    ),
    "task_card waiting": lambda t, v: tasks.task_card(v(WAITING), t),
    "task_changed waiting dated": lambda t, v: tasks.task_changed(v(WAITING), "waiting", t, batch=5),
    "task_changed waiting noted": lambda t, v: tasks.task_changed(
        v(WAITING), "waiting", t, batch=5, note=v(TASK.notes[0])
    ),
    "task_changed waiting bare": lambda t, v: tasks.task_changed(
        v(replace(WAITING, due=None)), "waiting", t, batch=5
    ),
    "task_card done by nobody": lambda t, v: tasks.task_card(v(replace(DONE, done_by=None)), t),
    "task_card deleted": lambda t, v: tasks.task_card(v(replace(TASK, deleted=True)), t),
    **{
        f"task_changed {verb} {name}": lambda t, v, verb=verb, kept=kept: tasks.task_changed(
            v(kept), verb, t, batch=5
        )
        for verb in (
            "completed reopened cancelled deleted rescheduled assigned snoozed waiting edited".split()  # noqa: SIM905
        )
        for name, kept in (("full", TASK), ("bare", BARE))
    },
    "task_noted": lambda t, v: tasks.task_noted(v(TASK), v(TASK.notes[0]), t, batch=5),
    "tasks_completed": lambda t, v: tasks.tasks_completed(v(MANY), t, 5),
    "tasks_completed one": lambda t, v: tasks.tasks_completed(v(MANY[:1]), t, 5),
    "already_done": lambda t, v: tasks.already_done(v(DONE), t),
    "already_done open": lambda t, v: tasks.already_done(v(TASK), t),
    **{
        f"task_list {kind}": lambda t, v, kind=kind: tasks.task_list(
            v(MANY), kind, t, total=64, checking=True
        )
        for kind in ("all", "mine", "late", "week", "today")
    },
    **{
        f"task_list {kind} empty": lambda t, v, kind=kind: tasks.task_list((), kind, t, total=0)
        for kind in ("all", "mine", "late", "week", "today")
    },
    "task_list checking": lambda t, v: tasks.task_list((), "all", t, total=0, checking=True),
    "task_list day": lambda t, v: tasks.task_list(v((LATE,)), "all", t, total=1, days=(TODAY, TODAY)),
    "task_list days": lambda t, v: tasks.task_list(v(MANY), "all", t, total=64, days=(TODAY, NOW.date())),
    "task_list by": lambda t, v: tasks.task_list((), "all", t, total=0, days=(None, TODAY)),
    "task_list from": lambda t, v: tasks.task_list((), "all", t, total=0, days=(TODAY, None)),
    "task_list program": lambda t, v: tasks.task_list(v((LATE,)), "all", t, total=1, program=v("Kyoto")),
    "task_list person": lambda t, v: tasks.task_list((), "all", t, total=0, owner=v("Sari")),
    "assignment": lambda t, v: told.assignment(v((TASK,)), v(MAYA), t, mine=2),
    "assignment folded": lambda t, v: told.assignment(v(MANY), None, t, mine=2),
    "assignment closed": lambda t, v: told.assignment(
        v((DONE, BARE, replace(TASK, deleted=True))), v(MAYA), t, mine=2
    ),
    "task_declined": lambda t, v: told.task_declined(v(TASK), v("Sari"), t),
    "reminder": lambda t, v: told.reminder(v(TASK), t),
    "reminder late": lambda t, v: told.reminder(v(LATE), t),
    "reminder undated": lambda t, v: told.reminder(v(BARE), t),
    "reminder put off": lambda t, v: told.reminder(v(PUT_OFF), t),
    "nudges": lambda t, v: nudges.nudges(v(NUDGED), v((SeenMilestone("Kyoto", OPENING, 7),)), t),
    "nudges one": lambda t, v: nudges.nudges(v(NUDGED[:1]), (), t),
    "nudges milestone": lambda t, v: nudges.nudges(
        (), v((SeenMilestone("Kyoto", replace(OPENING, day=TODAY), 0),)), t
    ),
    "days_off": lambda t, v: days_off.days_off(
        v((DayOff(TODAY, "Nyepi", own=False), DayOff(TODAY, "Libur kantor", own=True))), t
    ),
    "days_off none": lambda t, v: days_off.days_off((), t),
    "day_off_changed": lambda t, v: days_off.day_off_changed((TODAY, TODAY), v("Nyepi"), "added", t, 5),
    "day_off_changed days": lambda t, v: days_off.day_off_changed(
        (TODAY, date(2027, 1, 2)), v("Nyepi"), "removed", t, None
    ),
    "task_history": lambda t, v: tasks.task_history(v(TASK), v(CHANGES * 20), t),
    "task_history empty": lambda t, v: tasks.task_history(v(TASK), (), t),
    "undone": lambda t, v: undone.undone([v("#142 Kirim draf")] * 9, ["due_day", "title", v("besar")], t),
    "undone nothing": lambda t, v: undone.undone([], [], t),
    "task_form": lambda t, v: task_forms.task_form(t, programs=[(n, v("Kyoto")) for n in range(120)]),
    "task_form edit": lambda t, v: task_forms.task_form(t, task=v(TASK), programs=[(1, "Lyon")]),
    "task_form bare": lambda t, v: task_forms.task_form(t, title=v("Kirim draf")),
    "reschedule_form": lambda t, v: task_forms.reschedule_form(v(TASK), t),
    "assign_form": lambda t, v: task_forms.assign_form(v(TASK), t),
    "snooze_form": lambda t, v: task_forms.snooze_form(v(TASK), t),
    "snooze_form bare": lambda t, v: task_forms.snooze_form(v(BARE), t),
    "program_created": lambda t, v: programs.program_created(v(PROGRAM), t, batch=5),
    **{
        f"program_changed {verb}": lambda t, v, verb=verb: programs.program_changed(v(PROGRAM), verb, t, 5)
        for verb in ("edited", "linked", "unlinked", "deleted")
    },
    "program_card paused": lambda t, v: programs.program_card(
        v(replace(PROGRAM, status="paused", ladder="14,7,2,0")), t
    ),
    "program_card": lambda t, v: programs.program_card(v(PROGRAM), t),
    "program_card bare": lambda t, v: programs.program_card(v(EMPTY_PROGRAM), t),
    "program_list": lambda t, v: programs.program_list([v(PROGRAM)] * 40, t),
    "can_start": lambda t, v: told.can_start(v(TASK), t),
    "assignment_gone": lambda t, v: told.assignment_gone(t),
    "program_list checking": lambda t, v: programs.program_list([v(PROGRAM)], t, checking=True),
    "program_list checking empty": lambda t, v: programs.program_list([], t, checking=True),
    "program_list empty": lambda t, v: programs.program_list([], t),
    "update_recorded": lambda t, v: programs.update_recorded(v(UPDATE), t, 5),
    "update_recorded health": lambda t, v: programs.update_recorded(v(RISK), t, 5),
    "update_settled": lambda t, v: programs.update_settled(v(RISK), t, 5),
    "program_created long past": lambda t, v: programs.program_created(
        v(replace(PROGRAM, anchors=(replace(OPENING, day=date(2020, 3, 4)),))), t, batch=5, here=True
    ),
    "program_changed not in": lambda t, v: programs.program_changed(v(PROGRAM), "linked", t, 5, invite=True),
    "program_created here": lambda t, v: programs.program_created(v(PROGRAM), t, batch=5, here=True),
    "anchor_moved": lambda t, v: program_reports.anchor_moved(
        v(PROGRAM), v(OPENING), v(MANY[:5]), t, 5, total=9, before=(date(2027, 1, 1), "month")
    ),
    "anchor_moved bare": lambda t, v: program_reports.anchor_moved(
        v(EMPTY_PROGRAM), v(OPENING), (), t, 5, total=0
    ),
    "program_history": lambda t, v: program_reports.program_history(v(PROGRAM), v(CHANGES), t, days=7),
    "program_history empty": lambda t, v: program_reports.program_history(v(PROGRAM), (), t),
    "program_plan": lambda t, v: program_reports.program_plan(
        v(PROGRAM),
        v(tuple(replace(TASK, anchor_id=3, offset_days=n, number=n) for n in range(-30, 10))),
        t,
        total=60,
    ),
    "program_plan empty": lambda t, v: program_reports.program_plan(v(EMPTY_PROGRAM), (), t, total=0),
    "program_timeline": lambda t, v: program_reports.program_timeline(
        v(PROGRAM), v((*MANY[:38], DONE, LATE)), t, total=64
    ),
    "program_timeline with its picture": lambda t, v: program_reports.program_timeline(
        v(PROGRAM), v((TASK,)), t, total=1, share=True, sent="dm"
    ),
    "program_timeline picture here": lambda t, v: program_reports.program_timeline(
        v(PROGRAM), (), t, total=0, sent="here"
    ),
    "program_timeline empty": lambda t, v: program_reports.program_timeline(v(EMPTY_PROGRAM), (), t, total=0),
    "program_ready": lambda t, v: program_reports.program_ready(
        v(PROGRAM),
        program_reports.Readiness(v(OPENING), v((LATE,) * 10), 12, v(MANY[:15]), 20, v((BARE,)), 1),
        t,
    ),
    "program_ready empty": lambda t, v: program_reports.program_ready(
        v(EMPTY_PROGRAM), program_reports.Readiness(None), t
    ),
    "program_ready no date": lambda t, v: program_reports.program_ready(
        v(EMPTY_PROGRAM), program_reports.Readiness(None, due=v((TASK,)), due_total=1), t
    ),
    "program_form": lambda t, v: program_forms.program_form(t, name=v("Pameran Kyoto")),
    "program_form edit": lambda t, v: program_forms.program_form(t, program=v(PROGRAM)),
    "update_form": lambda t, v: program_forms.update_form(
        t, programs=[(7, v("Kyoto"))], text=v("Kabar"), program=7
    ),
    "partner_added": lambda t, v: partners.partner_added(v(PERSON), t, 5),
    "partner_card": lambda t, v: partners.partner_card(v(PERSON), t),
    "partner_card museum": lambda t, v: partners.partner_card(v(MUSEUM), t),
    **{
        f"partner_added alike {by}": lambda t, v, by=by: partners.partner_added(
            v(PERSON), t, 5, alike=(v(HOME), by)
        )
        for by in partners.LIKENESSES
    },
    "partner_added known": lambda t, v: partners.partner_added(v(MUSEUM), t, 5, known=True),
    "partner_list": lambda t, v: partners.partner_list([v(PERSON), v(MUSEUM), v(HOUSE)] * 20, t),
    "partner_list narrowed": lambda t, v: partners.partner_list([v(HOUSE)], t, total=9, narrowed=v("ID")),
    "partner_list none": lambda t, v: partners.partner_list([], t, total=0, narrowed=v("Peru")),
    "partner_card house": lambda t, v: partners.partner_card(v(HOUSE), t),
    "contact_logged letter": lambda t, v: partners.contact_logged(
        v(PERSON), v(THEIRS), t, 5, follow_up=v("/task add Hubungi")
    ),
    "agreements": lambda t, v: partner_reports.agreements(
        v(
            (
                PROMISE,
                replace(PROMISE, valid_until=None),
                replace(THEIRS, valid_until=TODAY),
                replace(PROMISE, valid_until=date(2026, 11, 1)),
            )
            * 2
        ),
        t,
        partner=v("Mori"),
    ),
    "agreements none": lambda t, v: partner_reports.agreements((), t),
    "partner_owes": lambda t, v: partner_reports.partner_owes(
        v(PERSON), v(MANY[:6]), v((PROMISE, THEIRS) * 9), t, total=12
    ),
    "partner_owes nothing": lambda t, v: partner_reports.partner_owes(v(HOME), (), (), t, total=0),
    "promise_kept": lambda t, v: partner_reports.promise_kept(v(PROMISE), t, 5),
    "promise_kept theirs": lambda t, v: partner_reports.promise_kept(v(THEIRS), t, None),
    "partner_merge": lambda t, v: partner_reports.partner_merge(v(PERSON), v(HOME), t),
    "partner_merge houses": lambda t, v: partner_reports.partner_merge(v(MUSEUM), v(replace(HOUSE, id=9)), t),
    "partner_merge the same": lambda t, v: partner_reports.partner_merge(v(PERSON), v(PERSON), t),
    "partner_merge unlike": lambda t, v: partner_reports.partner_merge(v(PERSON), v(MUSEUM), t),
    "partners_merged": lambda t, v: partner_reports.partners_merged(v(PERSON), t, 5),
    **{
        f"partner_draft {kind}": lambda t, v, kind=kind: partner_reports.partner_draft(
            v(HOME), kind, t, me=v("Maya")
        )
        for kind in partner_reports.DRAFTS
    },
    **{
        f"partner_draft after {name}": lambda t, v, said=said: partner_reports.partner_draft(
            v(replace(HOUSE, interactions=said)), "email", t, me=v("Maya")
        )
        for name, said in (
            ("call", (INTERACTION,)),
            ("meeting", (replace(INTERACTION, kind="meeting"),)),
            ("ours", (replace(PROMISE, direction="out"),)),
            ("nothing", ()),
        )
    },
    "partner_list empty": lambda t, v: partners.partner_list([], t),
    "contact_logged": lambda t, v: partners.contact_logged(v(PERSON), v(INTERACTION), t, 5),
    "partner_form": lambda t, v: partner_forms.partner_form(t, name=v("Yuki Tanaka"), organisation=v("Mori")),
    "partner_edit_form": lambda t, v: partner_forms.partner_edit_form(t, v(PERSON)),
    "partner_edit_form museum": lambda t, v: partner_forms.partner_edit_form(t, v(MUSEUM)),
    "partner_edited": lambda t, v: partners.partner_edited(v(PERSON), t, 5),
    "partner_deleted": lambda t, v: partners.partner_deleted(v("Anna Richter"), t, 5),
    "log_form": lambda t, v: partner_forms.log_form(t, text=v("Telepon")),
    "log_form known": lambda t, v: partner_forms.log_form(
        t, partners=[("contact:5", v("Yuki"))], partner="contact:5"
    ),
    "channel_digest": lambda t, v: digest.channel_digest(v(DIGEST), t),
    "channel_digest no program": lambda t, v: digest.channel_digest(v(replace(DIGEST, program=None)), t),
    "channel_digest late": lambda t, v: digest.channel_digest(
        v(Digest(TODAY, late=(LATE,), late_total=1)), t
    ),
    "channel_digest soon": lambda t, v: digest.channel_digest(
        v(Digest(TODAY, soon=(BARE,), soon_total=1)), t
    ),
    "channel_digest empty": lambda t, v: digest.channel_digest(Digest(TODAY), t),
    "digest_paused": lambda t, v: troubles.digest_paused("C1", "is_archived", t),
    "digest_paused outside": lambda t, v: troubles.digest_paused("C1", "not_in_channel", t),
    "digest_paused restricted": lambda t, v: troubles.digest_paused("C1", "restricted_action", t),
    "morning": lambda t, v: morning.morning(v(MORNING), t),
    "morning one": lambda t, v: morning.morning(v(Morning(TODAY, 1, today=(TASK,), today_total=1)), t),
    "morning rungs": lambda t, v: morning.morning(
        v(
            Morning(
                TODAY,
                1,
                late=(LATE,),
                late_total=1,
                waiting=(WAITING,),
                waiting_total=1,
                rungs=((LATE.id, -7),),
            )
        ),
        t,
    ),
    "morning empty": lambda t, v: morning.morning(Morning(TODAY, 1), t),
    "channel_digest guests": lambda t, v: digest.channel_digest(v(replace(DIGEST, guests=True)), t),
    "channel_digest empty guests": lambda t, v: digest.channel_digest(Digest(TODAY, guests=True), t),
    "digest_settings_message guests": lambda t, v: digest.digest_settings_message(
        replace(CHANNEL, guests=True), t, 5
    ),
    "digest_settings_message": lambda t, v: digest.digest_settings_message(CHANNEL, t, 5),
    "digest_settings_message off": lambda t, v: digest.digest_settings_message(replace(CHANNEL, on=False), t),
    "digest_settings_message days": lambda t, v: digest.digest_settings_message(
        replace(CHANNEL, days=(1, 4)), t
    ),
    "digest_form": lambda t, v: digest.digest_form(CHANNEL, t),
    "help_message": lambda t, v: help.help_message(t),
    "help_message topic": lambda t, v: help.help_message(t, "task", "/lintas"),
    "help_message unknown": lambda t, v: help.help_message(t, v("apa")),
    "welcome": lambda t, v: help.welcome(t),
    "welcome admin": lambda t, v: help.welcome(t, admin=True),
    "unknown_command": lambda t, v: help.unknown_command(v("tmbah"), [v("/tugas tambah")] * 5, t),
    "unknown_command none": lambda t, v: help.unknown_command(v("tmbah"), [], t),
    "error_message": lambda t, v: help.error_message(
        "There is already a program called {name}.",
        {"name": v("Kyoto")},
        [Way(v("Kyoto"), v("/program"))] * 9,
        t,
    ),
    "something_wrong": lambda t, v: help.something_wrong("3f2a", t),
    "stale_button": lambda t, v: help.stale_button(t),
    "settings_message": lambda t, v: settings.settings_message(MINE, t),
    "settings_message off": lambda t, v: settings.settings_message(replace(MINE, morning_on=False), t),
    **{
        f"setting_changed {kind}": lambda t, v, kind=kind: settings.setting_changed(kind, MINE, t, 5)
        for kind in ("language", "zone", "morning", "settings")
    },
    "setting_changed zone for some days": lambda t, v: settings.setting_changed(
        "zone", replace(MINE, zone_until=TODAY), t, 5
    ),
    "settings_message away": lambda t, v: settings.settings_message(replace(MINE, zone_until=TODAY), t),
    "setting_changed off": lambda t, v: settings.setting_changed(
        "morning", replace(MINE, morning_on=False), t, 5
    ),
    "settings_form": lambda t, v: settings.settings_form(MINE, t),
    "away_changed": lambda t, v: away.away_changed(v(AWAY), t, 5),
    "away_changed alone": lambda t, v: away.away_changed(v(replace(AWAY, stand_in=None)), t, 5),
    "away_changed back": lambda t, v: away.away_changed(None, t, None),
    "away_list": lambda t, v: away.away_list(v((AWAY, replace(AWAY, stand_in=None)) * 15), t),
    "away_list nobody": lambda t, v: away.away_list((), t),
    "task_card away": lambda t, v: tasks.task_card(
        v(replace(TASK, owners=(SeenOwner("Sari", "U2", 2, AWAY), SeenOwner("Budi", "U3", 3, AWAY)))), t
    ),
    "task_card away alone": lambda t, v: tasks.task_card(
        v(replace(TASK, owners=(SeenOwner("Sari", "U2", 2, replace(AWAY, stand_in=None)),))), t
    ),
    **{
        f"office_report {kind}": lambda t, v, kind=kind: report.office_report(
            replace(v(REPORT), kind=kind), t, checking=True
        )
        for kind in ("week", "month", "director")
    },
    "office_report empty": lambda t, v: report.office_report(
        replace(REPORT, programs=(), updates=(), updates_total=0), t
    ),
    "export_promised": lambda t, v: report.export_promised(["tasks.csv", "log.csv"], t),
    "handover_list": lambda t, v: handover.handover_list(
        v("Sari"), v(MANY), 64, t, giver="U2", taker=("U1", v("Maya")), leads=[v("Kyoto")]
    ),
    "handover_list alone": lambda t, v: handover.handover_list(v("Sari"), v(MANY), 64, t, giver="U2"),
    "handover_list empty": lambda t, v: handover.handover_list(v("Sari"), (), 0, t, giver="U2"),
    "handed_over": lambda t, v: handover.handed_over(v("Sari"), v("Maya"), v(MANY), 60, t, 5),
    "status": lambda t, v: status.status(RUNNING, t),
    "status calm": lambda t, v: status.status(replace(RUNNING, given_up=0, next_at=None, last_said=None), t),
    "search_result": lambda t, v: search.search_result(v(FOUND), v("mou"), t),
    "search_result nothing": lambda t, v: search.search_result(Found(), v("mou"), t),
    "search_result checking": lambda t, v: search.search_result(Found(), v("mou"), t, checking=True),
    "home mine": lambda t, v: home.home(home.Shown("mine", 1, v(MANY[:10]), 64), t),
    "home late": lambda t, v: home.home(home.Shown("mine", 0, v((LATE,)), 1), t),
    "home mine empty": lambda t, v: home.home(home.Shown(), t),
    "home first run": lambda t, v: home.home(home.Shown(first_run=True), t),
    "home programs": lambda t, v: home.home(home.Shown("programs", 0, v((PROGRAM,) * 10), 12), t),
    "home programs empty": lambda t, v: home.home(home.Shown("programs"), t),
    "home partners": lambda t, v: home.home(home.Shown("partners", 1, v((PERSON, MUSEUM) * 5), 20), t),
    "home partners empty": lambda t, v: home.home(home.Shown("partners"), t),
    "home partners guest": lambda t, v: home.home(home.Shown("partners", guest=True), t),
    "home settings": lambda t, v: home.home(home.Shown("settings", settings=MINE), t),
    "details": lambda t, v: help.details(programs.program_card(v(PROGRAM), t), t),
}

KEPT = {
    "status",
    "ladder",
    "priority",
    "slack_id",
    "zone",
    "precision",
    "verb",
    "recurrence",
    "opens",
    "channel",
    "channels",
    "direction",
    "promise_by",
    "health",
    "value",
    "lang",
}
HOSTILE = "<!channel> <@U1> <https://x|y> *b* _i_ ~s~ `c` &amp; > q\n\x00\x07\u202e\ud800 # " + "ü<&" * 15_000


def spoil(value: Any, text: str) -> Any:
    """`value` with every word that a person may have typed replaced by `text`."""
    if isinstance(value, str):
        return text
    if isinstance(value, tuple):
        return tuple(spoil(item, text) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        changed = {
            field.name: spoil(getattr(value, field.name), text)
            for field in fields(value)
            if field.name not in KEPT and not (field.name == "kind" and hasattr(value, "channel"))
        }
        return replace(value, **changed)
    return value


WORLDS: dict[str, Callable[[Any], Any]] = {
    "plain": lambda value: value,
    "hostile": lambda value: spoil(value, HOSTILE),
    "empty": lambda value: spoil(value, ""),
}


def reader(lang: Lang, zone: str = "Asia/Jakarta") -> Translator:
    return Translator(lang, ZoneInfo(zone), NOW)


@pytest.fixture(params=CASES)
def rendered(request: pytest.FixtureRequest) -> dict[str, Rendered]:
    """A view in both languages and all worlds, by language and world."""
    return {
        f"{lang}, {world}": CASES[request.param](reader(lang, "Europe/Paris"), values)
        for lang in LANGUAGES
        for world, values in WORLDS.items()
    }


def test_every_view_has_a_case() -> None:
    views = {
        name
        for module in MODULES
        for name, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__
        and not name.startswith("_")
        and get_type_hints(function)["return"] in (Message, Modal, Home)
    }
    assert {name.partition(" ")[0] for name in CASES} == views


def test_slack_takes_it_nobody_is_pinged_and_every_control_is_known(
    rendered: dict[str, Rendered],
) -> None:
    assert {where: found for where, view in rendered.items() if (found := [*faults(view)])} == {}


def faults(made: Rendered) -> Iterator[object]:
    """What is wrong with a view."""
    view = made.to_dict()
    if isinstance(made, Message):
        yield from check_blocks(view["blocks"], "message")
        if characters(view["blocks"]) >= MESSAGE_CHARACTERS or not 0 < len(view["text"]) <= 4000:
            yield f"{characters(view['blocks'])} characters, with a text of {len(view['text'])}"
    else:
        yield from check_view(view, "modal", "home")
        if view_too_large(view):
            yield "too large"
    json.dumps(view, ensure_ascii=False).encode()
    yield from (text for text in mrkdwn(view) if "<" in re.sub(r"<#C\w+>", "", text))
    for element in buttons(view):
        if ids.routed(element["action_id"]) not in set(ids.Action) or not element["text"]["text"].strip():
            yield element
    if isinstance(made, Modal):
        yield from form_faults(made)


def form_faults(made: Modal) -> Iterator[object]:
    """What nobody would answer to in a form."""
    if made.callback_id not in set(ids.Callback):
        yield made.callback_id
    for block in made.blocks:
        if block["type"] == "input" and not (
            block["block_id"] == block["element"]["action_id"] and block["block_id"] in set(ids.Field)
        ):
            yield block


@pytest.mark.parametrize("name", CASES)
def test_a_message_reads_the_same_without_its_blocks(name: str) -> None:
    made = CASES[name](reader("en"), WORLDS["plain"])
    if isinstance(made, Message):
        assert not re.search(r"(^|\s)[*_~]\w|\w[*_~](\s|$)", made.text)
        for text in mrkdwn({"blocks": [*made.blocks]}):
            assert re.sub(r"[*_~\s]", "", text) in re.sub(r"[*_~\s]", "", made.text)


ENGLISH = re.compile(
    r"\b(the|is|are|was|by|with|from|to|and|or|no|not|you|your|visible|due|late|open|done|again|who|what|this|it)\b",
    re.IGNORECASE,
)


@pytest.mark.parametrize("name", CASES)
def test_no_english_is_left_in_indonesian(name: str) -> None:
    made = CASES[name](reader("id"), WORLDS["plain"]).to_dict()
    words = [re.sub(r"`[^`]*`", "", text) for text in said(made)]
    assert [text for text in words if ENGLISH.search(text)] == []
    assert words != [
        re.sub(r"`[^`]*`", "", text) for text in said(CASES[name](reader("en"), WORLDS["plain"]).to_dict())
    ]


def mrkdwn(view: dict[str, Any]) -> Iterator[str]:
    """Every text that Slack reads as mrkdwn, the fallback among them."""
    if "text" in view and isinstance(view["text"], str):
        yield view["text"]
    yield from (part["text"] for part in _texts(view["blocks"]) if part["type"] == "mrkdwn")


def said(view: dict[str, Any]) -> Iterator[str]:
    for key in ("title", "submit", "close"):
        if key in view:
            yield view[key]["text"]
    yield from (part["text"] for part in _texts(view["blocks"]))


def _texts(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") in ("mrkdwn", "plain_text"):
            yield value
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, list):
        for part in value:
            yield from _texts(part)


def buttons(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if value.get("type") == "button":
            yield value
        for part in value.values():
            yield from buttons(part)
    elif isinstance(value, list):
        for part in value:
            yield from buttons(part)
