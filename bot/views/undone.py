"""What Undo took back, and what it left alone."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.kit import Message, context, joined, md, message, section

# Columns as people call them; what undo leaves alone is named by these
_COLUMNS = {
    **dict.fromkeys(("title", "search_key"), N_("the title")),
    **dict.fromkeys(
        ("due_day", "due_time", "due_zone", "due_at", "anchor_id", "offset_days"), N_("the deadline")
    ),
    **dict.fromkeys(("status", "done_at", "done_by_id", "deleted_at"), N_("the status")),
    **dict.fromkeys(("organisation_id", "contact_id"), N_("the partner")),
    **dict.fromkeys(("day", "precision", "confirmed"), N_("the date")),
    "member_id": N_("the owner"),
    "name": N_("the name"),
    "priority": N_("the priority"),
    "program_id": N_("the program"),
    "snoozed_until": N_("the reminder"),
    **dict.fromkeys(("waiting_for", "waiting_since"), N_("whom it waits for")),
    "text": N_("the text"),
}
_OTHERWISE = N_("other details")


def undone(subjects: Sequence[str], left: Sequence[str], t: Translator) -> Message:
    """What was taken back (`subjects`: “#142 Kirim draf”), and the columns left because changed since."""
    names = t.list(subjects[:5])
    hidden = len(subjects) - 5
    said = md(t, "Undone: {names}", names=names) if subjects else md(t, "There was nothing left to undo.")
    more = md(t, "+{n} more", n=t.number(hidden)) if hidden > 0 else None
    kept = dict.fromkeys(t(_COLUMNS.get(column, _OTHERWISE)) for column in left)
    why = (
        md(t, "Left as it is, because it was changed since: {columns}.", columns=t.list(kept))
        if kept
        else None
    )
    return message(section(joined([said, more], " ")), context(why) if why else None)
