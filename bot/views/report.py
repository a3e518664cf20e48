"""A report on one page, and the promise of files."""

from __future__ import annotations

from collections.abc import Sequence

from bot.errors import N_
from bot.i18n import Translator
from bot.views.kit import Markup, Message, context, header, joined, md, md_plural, message, more, section
from bot.views.programs import program_line, update_line
from bot.views.words import checking_rows
from storage.seen import Report, SeenProgram

_TITLES = {
    "week": N_("Week report, {first} – {last}"),
    "month": N_("Month report, {first} – {last}"),
    "director": N_("Director's page, {first} – {last}"),
}


def office_report(report: Report, t: Translator, *, checking: bool = False) -> Message:
    """Numbers, each program on one line, and what was logged: for a director what weighs, else all."""
    title = t(_TITLES[report.kind], first=report.first, last=report.last)
    director = report.kind == "director"
    shown = [update_line(one, t) for one in report.updates]
    lines = [_program(one, t) for one in report.programs]
    return message(
        header(title),
        section(_numbers(report, t)),
        section(joined([md(t, "*Programs*"), *lines], "\n"))
        if lines
        else section(md(t, "There is no program that you can see.")),
        more(report.programs_total - len(lines), t),
        section(joined([md(t, "*Decisions, risks, budget*") if director else md(t, "*News*"), *shown], "\n"))
        if shown
        else context(md(t, "Nothing was logged in these days.")),
        more(report.updates_total - len(shown), t) if shown else None,
        context(
            md(
                t,
                "Made of what is stored and you may see; nothing is added. Others: `/lintas report week`, "
                "`/lintas report month`, `/lintas report director`",
            )
        ),
        *(checking_rows(t, f"/lintas report {report.kind}") if checking else []),
    )


def export_promised(files: Sequence[str], t: Translator) -> Message:
    said = md(t, "I am sending you {files} in a direct message.", files=[*files])
    what = md(t, "They hold what you may see, and open in any spreadsheet.")
    return message(section(said), context(what))


def _program(program: SeenProgram, t: Translator) -> Markup:
    return joined(["⚠️" if program.late_tasks else "•", program_line(program, t)], " ")


def _numbers(report: Report, t: Translator) -> Markup:
    return joined(
        [
            md_plural(t, "{n} task done", "{n} tasks done", report.done_total),
            md_plural(t, "{n} open task", "{n} open tasks", report.open_total),
            md(t, "{n} late", n=t.number(report.late_total)) if report.late_total else None,
        ]
    )
