"""A recurrence rule (RFC 5545) as people say it: “repeats every 2 weeks, Mon and Thu”."""

from __future__ import annotations

import re

from bot.errors import N_
from bot.i18n import Translator
from bot.views.kit import Markup, escape, joined, md

_DAYS = {"MO": 1, "TU": 2, "WE": 3, "TH": 4, "FR": 5, "SA": 6, "SU": 7}
_WORKDAYS = "MO,TU,WE,TH,FR"
_EVERY = {
    "DAILY": (N_("repeats every day"), N_("repeats every {n} days")),
    "WEEKLY": (N_("repeats every week"), N_("repeats every {n} weeks")),
    "MONTHLY": (N_("repeats every month"), N_("repeats every {n} months")),
    "YEARLY": (N_("repeats every year"), N_("repeats every {n} years")),
}
_ORDINALS = {
    1: N_("the first {weekday}"),
    2: N_("the second {weekday}"),
    3: N_("the third {weekday}"),
    4: N_("the fourth {weekday}"),
    -1: N_("the last {weekday}"),
}


def repeat_words(rule: str, t: Translator) -> Markup:
    """How often, and on which days; only “repeats” for a rule that says more than that."""
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    every = _EVERY.get(parts.get("FREQ", ""))
    interval = parts.get("INTERVAL", "1")
    if every is None or not interval.isdecimal():
        return md(t, "repeats")
    days = parts.get("BYDAY", "")
    if parts["FREQ"] == "WEEKLY" and interval == "1" and days and days != _WORKDAYS:
        return md(t, "repeats every {days}", days=_on_days(days, t) or "")
    often = md(t, every[0]) if interval == "1" else md(t, every[1], n=interval)
    return joined([often, _on_days(days, t), _on_date(parts.get("BYMONTHDAY", ""), t)], ", ")


def _on_days(days: str, t: Translator) -> Markup | None:
    if days == _WORKDAYS:
        return md(t, "Monday to Friday")
    found = re.findall(r"(-?\d)?(MO|TU|WE|TH|FR|SA|SU)", days)
    names = []
    for ordinal, day in found:
        weekday = t.weekday(_DAYS[day])
        names.append(
            t(_ORDINALS[int(ordinal)], weekday=weekday) if ordinal in ("1", "2", "3", "4", "-1") else weekday
        )
    return escape(t.list(names)) if names else None


def _on_date(day: str, t: Translator) -> Markup | None:
    if day == "-1":
        return md(t, "on the last day")
    return md(t, "on day {n}", n=day) if day.isdecimal() else None
