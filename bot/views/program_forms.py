"""The forms of programs: new, edit, and what is reported of them."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.forms import Choice, choice_input, date_input, person_input, text_input
from bot.views.ids import Callback, Field
from bot.views.kit import Block, Modal
from bot.views.programs import HEALTHS, KINDS, STATUSES, UPDATE_KINDS
from bot.views.words import ANCHORS, BEGINNINGS, known
from storage.seen import SeenAnchor, SeenProgram

PRECISIONS = {
    "day": N_("the day"),
    "week": N_("the week"),
    "month": N_("the month"),
    "day?": N_("the day, not confirmed"),
    "week?": N_("the week, not confirmed"),
    "month?": N_("the month, not confirmed"),
}


def program_form(
    t: Translator, *, program: SeenProgram | None = None, private_metadata: str = "", name: str = ""
) -> Modal:
    """New, or edit where `program` is given (its id is then the metadata)."""
    blocks = (
        text_input(t("Name"), Field.NAME, initial=program.name if program else name, optional=False),
        choice_input(t("Kind"), Field.KIND, _choices(KINDS, t), initial=program.kind if program else None),
        *_dates(program, t),
        *_place(program, t),
        person_input(
            t("Led by"),
            Field.LEAD,
            initial=program.lead.slack_id if program and program.lead else None,
        ),
        *_names(program, t),
        *(_running(program, t) if program else ()),
    )
    return Modal(
        callback_id=Callback.EDIT_PROGRAM if program else Callback.NEW_PROGRAM,
        title=t.label("Edit program") if program else t.label("New program"),
        submit=t.label("Save") if program else t.label("Add"),
        close=t.label("Cancel"),
        private_metadata=private_metadata or (str(program.id) if program else ""),
        blocks=tuple(block for block in blocks if block),
    )


def update_form(
    t: Translator,
    *,
    programs: Sequence[tuple[int, str]],
    text: str = "",
    program: int | None = None,
    kind: str = "status",
    private_metadata: str = "",
) -> Modal:
    """What happened, for which program: behind “Log as update” and `/program update` without text."""
    blocks = (
        choice_input(
            t("Program"),
            Field.PROGRAM,
            [(str(id_), name) for id_, name in programs],
            initial=str(program),
            optional=False,
        ),
        choice_input(t("Kind"), Field.KIND, _choices(UPDATE_KINDS, t), initial=kind, optional=False),
        text_input(t("What happened"), Field.TEXT, initial=text, multiline=True, optional=False),
        choice_input(t("How the program stands, as you see it"), Field.HEALTH, _choices(HEALTHS, t)),
    )
    return Modal(
        callback_id=Callback.RECORD_UPDATE,
        title=t.label("Log as update"),
        submit=t.label("Save"),
        close=t.label("Cancel"),
        private_metadata=private_metadata,
        blocks=tuple(block for block in blocks if block),
    )


# --- parts -----------------------------------------------------------------------------------


def _dates(program: SeenProgram | None, t: Translator) -> tuple[Block | None, ...]:
    """The main date with a calendar, any number of others as lines of text."""
    anchors = program.anchors if program else ()
    first = next((anchor for anchor in anchors if anchor.kind in BEGINNINGS), anchors[0] if anchors else None)
    others = [anchor for anchor in anchors if anchor is not first]
    kinds = _choices(ANCHORS, t)
    if first and first.kind.isidentifier() and first.kind not in ANCHORS:
        kinds.append((first.kind, known(ANCHORS, first.kind, t)))
    return (
        choice_input(t("Its main date"), Field.ANCHOR, kinds, initial=first.kind if first else "opening"),
        date_input(t("Date"), Field.DATE, initial=first.day if first else None),
        choice_input(
            t("How exact"),
            Field.PRECISION,
            _choices(PRECISIONS, t),
            initial=_exactness(first),
            optional=False,
        ),
        text_input(
            t("Other dates"),
            Field.DATES,
            initial="\n".join(anchor_line(anchor, t) for anchor in others),
            multiline=True,
            hint=t("One on each line, for example: closing 30 June 2027, not confirmed"),
        ),
    )


def anchor_line(anchor: SeenAnchor, t: Translator) -> str:
    """A date as it can be typed and read again: “closing June 2027, not confirmed”."""
    match anchor.precision:
        case "month":
            when = t.month(anchor.day)
        case "week":
            when = t("week of {day}", day=anchor.day.isoformat())
        case _:
            when = anchor.day.isoformat()
    said = f"{known(ANCHORS, anchor.kind, t)} {when}"
    return said if anchor.confirmed else f"{said}, {t('not confirmed')}"


def _exactness(anchor: SeenAnchor | None) -> str:
    if anchor is None:
        return "day"
    return anchor.precision if anchor.confirmed else f"{anchor.precision}?"


def _place(program: SeenProgram | None, t: Translator) -> tuple[Block, ...]:
    return (
        text_input(t("Venue"), Field.VENUE, initial=(program.venue or "") if program else ""),
        text_input(t("City"), Field.CITY, initial=(program.city or "") if program else ""),
        text_input(
            t("Countries"),
            Field.COUNTRY,
            initial=", ".join(map(t.country, program.countries)) if program else "",
            hint=t("Several with commas between them."),
        ),
        text_input(
            t("Time zone of the venue"),
            Field.ZONE,
            initial=(program.zone or "") if program else "",
            hint=t("Left empty: that of the city. For example Europe/Paris, or Lyon."),
        ),
    )


def _names(program: SeenProgram | None, t: Translator) -> tuple[Block, ...]:
    return (
        text_input(t("Name in English"), Field.NAME_EN, initial=(program.name_en or "") if program else ""),
        text_input(
            t("Name in Indonesian"), Field.NAME_ID, initial=(program.name_id or "") if program else ""
        ),
        text_input(
            t("Other names it answers to"),
            Field.ALIASES,
            initial=", ".join(program.aliases) if program else "",
            hint=t("Several with commas between them."),
        ),
    )


def _running(program: SeenProgram, t: Translator) -> tuple[Block | None, ...]:
    """Whether the program goes on, and when its deadlines are told of."""
    return (
        choice_input(
            t("Status"), Field.STATUS, _choices(STATUSES, t), initial=program.status, optional=False
        ),
        text_input(
            t("Reminders, in days before a deadline"),
            Field.LADDER,
            initial=", ".join((program.ladder or "").split(",")) if program.ladder else "",
            hint=t("For example 14, 7, 2, 0. Left empty: 7, 2, 0. A paused program reminds of nothing."),
        ),
        choice_input(
            t("From three days before it begins until it ends"),
            Field.BUSY,
            [
                ("no", t("The team keeps its days off")),
                ("yes", t("Every day is worked: digest and mornings come each day")),
            ],
            initial="yes" if program.busy else "no",
            optional=False,
        ),
    )


def _choices(words: dict[str, str], t: Translator) -> list[Choice]:
    return [(value, t(word)) for value, word in words.items()]
