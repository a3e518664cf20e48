"""A program as a picture: its dates, what is to be done by whom, today, and the days that are off."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from itertools import count

from bot.i18n import Translator
from bot.views.kit import Markup, escape
from bot.views.programs import name_in
from bot.views.words import ANCHORS, day_words, is_late, known
from storage.seen import SeenAnchor, SeenProgram, SeenTask

MOST = 40  # tasks; of more only what weighs is drawn
WIDTH, _LEFT, _RIGHT = 900, 30, 870
_TOP, _ROW, _HEADING = 150, 38, 44
_TEXT, _SMALL, _LINE = 22, 19, 34
_LATE, _OPEN, _DONE, _TODAY, _ANCHOR = "#b71c1c", "#1f4e79", "#5f6b66", "#d35400", "#4a2c6a"
_SHADES = ("#f8e3ca", "#d6e4f4", "#e2f0d6", "#eddfef")  # a country's days off; more countries share the last
_PER_CHARACTER = 0.47  # of the height: how wide a letter of this font is, on average
_BOLDER = 1.15  # a bold letter, against it


@dataclass(frozen=True)
class DaysOff:
    """The public holidays of one country that the picture shades."""

    country: str
    days: Sequence[date]


@dataclass(frozen=True)
class Picture:
    """A picture to send: its file's name, its bytes (PNG), and what it shows in words."""

    name: str
    content: bytes
    alt: str

    @property
    def said(self) -> Markup:
        """The same words as a message holds them."""
        return escape(self.alt)


def timeline_picture(
    program: SeenProgram, tasks: Sequence[SeenTask], off: Sequence[DaysOff], t: Translator, *, total: int
) -> Picture:
    """The program's timeline, readable on a telephone; `tasks` are those drawn of `total`."""
    drawn = timeline_svg(program, tasks, off, t, total=total)
    name = re.sub(r"[\W_]+", "-", program.name.lower()).strip("-") or "timeline"
    return Picture(f"{name}.png", _png(drawn), _in_words(program, tasks, t, total=total))


def span_of(program: SeenProgram, tasks: Sequence[SeenTask], today: date) -> tuple[date, date]:
    """The first and the last day that the picture shows: all that is drawn, today, and a margin."""
    days = [today, *(a.day for a in program.anchors), *(task.due.day for task in tasks if task.due)]
    first, last = min(days), max(days)
    margin = timedelta(days=max(3, (last - first).days // 30))
    return first - margin, last + margin


def timeline_svg(
    program: SeenProgram, tasks: Sequence[SeenTask], off: Sequence[DaysOff], t: Translator, *, total: int
) -> str:
    """The drawing itself, as SVG."""
    scale = _Scale(*span_of(program, tasks, t.today))
    strands = _strands(tasks, t)
    height = _TOP + sum(_HEADING + _ROW * len(of) for _, of in strands) + _ROW
    legend, full = _legend(off, height + 24, t, left=total - len(tasks))
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{WIDTH}" height="{full}" '
        f'font-family="Source Sans Pro" font-size="{_TEXT}">',
        f'<rect width="{WIDTH}" height="{full}" fill="#ffffff"/>',
        _words(_LEFT, 40, name_in(program, t), size=30, bold=True, room=WIDTH - 2 * _LEFT),
        *_shades(off, scale, height),
        *_months(scale, height, t),
        *_anchors(program.anchors, scale, height, t),
        _line(scale.x(t.today), 104, height, _TODAY, dashes="7 5"),
    ]
    y = _TOP
    for name, of in strands:
        parts.append(_words(_LEFT, y + 26, name, bold=True, color="#333333", room=WIDTH - 2 * _LEFT))
        y += _HEADING
        for task in of:
            parts.append(_task(task, scale, y, t))
            y += _ROW
    return "".join([*parts, *legend, "</svg>"])


# --- parts -----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Scale:
    first: date
    last: date

    def x(self, day: date) -> float:
        return _LEFT + (day - self.first).days * (_RIGHT - _LEFT) / (self.last - self.first).days


def _strands(tasks: Sequence[SeenTask], t: Translator) -> list[tuple[str, list[SeenTask]]]:
    """The tasks by who holds them, whoever comes first first; nobody's at the end."""
    found: dict[str, list[SeenTask]] = {}
    for task in tasks:
        found.setdefault(task.owners[0].name if task.owners else "", []).append(task)
    nobodys = found.pop("", [])
    strands = [*found.items()]
    return [*strands, (t("Nobody yet"), nobodys)] if nobodys else strands


def _task(task: SeenTask, scale: _Scale, y: float, t: Translator) -> str:
    """A dot on its day and its words beside it, on the side where there is room."""
    assert task.due is not None
    late = is_late(task, t)
    color = _LATE if late else _DONE if task.status == "done" else _OPEN
    x, middle = scale.x(task.due.day), y + _ROW / 2
    tick, when = "✓ " if task.status == "done" else "", f" · {t.day(task.due.day)}"
    room = max(x, WIDTH - x) - 20 - _LEFT - (len(tick) + len(when)) * _TEXT * _PER_CHARACTER
    said = f"{tick}{_cut(task.title, room)}{when}"
    to_the_left = x > WIDTH / 2
    fill = "#ffffff" if task.waiting_for and not late else color
    dot = (
        f'<circle cx="{x:.1f}" cy="{middle}" r="7" fill="{fill}" stroke="{color}" stroke-width="3"/>'
        if task.priority != "high"
        else f'<rect x="{x - 8:.1f}" y="{middle - 8}" width="16" height="16" fill="{fill}" stroke="{color}" '
        f'stroke-width="3" transform="rotate(45 {x:.1f} {middle})"/>'
    )
    at = x - 16 if to_the_left else x + 16
    anchor = "end" if to_the_left else "start"
    return dot + _words(at, middle + 7, said, color=color, anchor=anchor, bold=late)


def _anchors(anchors: Sequence[SeenAnchor], scale: _Scale, height: float, t: Translator) -> list[str]:
    """Each date as a line with its name above; what is not certain is dotted."""
    parts, taken = list[str](), [(0.0, 0.0), (0.0, 0.0)]
    for anchor in sorted(anchors, key=lambda one: one.day):
        x = scale.x(anchor.day)
        exact = anchor.precision == "day" and anchor.confirmed
        said = f"{_date(anchor, t)}{'' if exact else ' ?'}"
        wide = len(said) * _SMALL * _PER_CHARACTER * _BOLDER
        left = min(max(x - wide / 2, _LEFT), _RIGHT - wide)
        row = next((n for n, (_, end) in enumerate(taken) if left > end), 1)
        taken[row] = (left, left + wide + 12)
        parts.append(_line(x, 90 if row else 70, height, _ANCHOR, dashes="" if exact else "2 6"))
        parts.append(_words(left, 88 - 24 * (1 - row), said, size=_SMALL, bold=True, color=_ANCHOR))
    return parts


def _date(anchor: SeenAnchor, t: Translator) -> str:
    """“opening Thu 18 Mar 2027”, as exactly as it is known."""
    return f"{known(ANCHORS, anchor.kind, t)} {day_words(anchor.day, anchor.precision, t)}"


def _months(scale: _Scale, height: float, t: Translator) -> list[str]:
    """A thin line at each month's (or quarter's) first day, and its name."""
    months = (scale.last - scale.first).days / 30
    step = 1 if months <= 8 else 3 if months <= 26 else 6
    parts, year, month = [], scale.first.year, scale.first.month
    while (day := date(year, month, 1)) <= scale.last:
        if day >= scale.first and (month - 1) % step == 0:
            x = scale.x(day)
            parts.append(_line(x, 104, height, "#d5d5d5"))
            if x < _RIGHT - 70:
                parts.append(_words(x + 4, 124, t.month(day), size=_SMALL, color="#5a5a5a"))
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return parts


def _shades(off: Sequence[DaysOff], scale: _Scale, height: float) -> list[str]:
    """A band for each day off, a little lower for each further country: so a day both have shows both."""
    wide = max(scale.x(scale.first + timedelta(days=1)) - _LEFT, 2)
    return [
        f'<rect class="off" x="{scale.x(day):.1f}" y="{top}" width="{wide:.1f}" height="{height - top}" '
        f'fill="{color}"/>'
        for top, color, one in zip(count(104, 16), _colors(off), off, strict=False)
        for day in one.days
        if scale.first <= day <= scale.last
    ]


def _legend(off: Sequence[DaysOff], y: float, t: Translator, *, left: int) -> tuple[list[str], float]:
    """What the colours mean, and how much is not drawn; and where it ends."""
    states = [(_TODAY, t("today")), (_LATE, t("late")), (_OPEN, t("open")), (_DONE, t("done"))]
    named = [t("holidays: {country}", country=one.country) for one in off]
    parts, y = _swatches(states, y)
    if off:
        more, y = _swatches([*zip(_colors(off), named, strict=True)], y)
        parts += more
    if left > 0:
        hidden = t.plural("and {n} more task in the list", "and {n} more tasks in the list", left)
        parts.append(_words(_LEFT, y, hidden, size=_SMALL, color="#5a5a5a"))
        y += _LINE
    return parts, y


def _swatches(marks: Sequence[tuple[str, str]], y: float) -> tuple[list[str], float]:
    """Colours and what they stand for, in as many lines as it takes; and where the next line is."""
    parts, x = list[str](), float(_LEFT)
    for color, said in marks:
        wide = 26 + len(said) * _SMALL * _PER_CHARACTER
        if x > _LEFT and x + wide > _RIGHT:
            x, y = _LEFT, y + _LINE
        parts.append(f'<rect x="{x:.1f}" y="{y - 15}" width="18" height="18" rx="3" fill="{color}"/>')
        parts.append(_words(x + 26, y, said, size=_SMALL, color="#333333"))
        x += wide + 34
    return parts, y + _LINE


def _colors(off: Sequence[DaysOff]) -> list[str]:
    return [_SHADES[min(n, len(_SHADES) - 1)] for n in range(len(off))]


def _line(x: float, top: float, bottom: float, color: str, *, dashes: str = "") -> str:
    dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
    ends = f'x1="{x:.1f}" y1="{top}" x2="{x:.1f}" y2="{bottom}"'
    return f'<line {ends} stroke="{color}" stroke-width="2"{dashed}/>'


def _words(
    x: float,
    y: float,
    said: str,
    *,
    size: int = _TEXT,
    color: str = "#111111",
    bold: bool = False,
    anchor: str = "start",
    room: float | None = None,
) -> str:
    """Words on a white halo, so that no line runs through them."""
    shown = said if room is None else _cut(said, room, size)
    weight = ' font-weight="700"' if bold else ""
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" font-size="{size}" fill="{color}" text-anchor="{anchor}"{weight} '
        f'stroke="#ffffff" stroke-width="4" paint-order="stroke">'
        f"{html.escape(''.join(c for c in shown if c.isprintable()))}</text>"
    )


def _cut(said: str, room: float, size: int = _TEXT) -> str:
    """As much of it as fits into so many pixels."""
    most = max(int(room / (size * _PER_CHARACTER)), 2)
    return said if len(said) <= most else f"{said[: most - 1].rstrip()}…"


def _in_words(program: SeenProgram, tasks: Sequence[SeenTask], t: Translator, *, total: int) -> str:
    """The picture for whoever does not see it."""
    dates = [_date(anchor, t) for anchor in program.anchors]
    late = sum(is_late(task, t) for task in tasks)
    said = [
        t("Timeline of {program}", program=name_in(program, t)),
        *dates,
        t.plural("{n} task", "{n} tasks", total),
        t.plural("{n} late", "{n} late", late) if late else "",
    ]
    return ", ".join(part for part in said if part)


@cache
def _fonts() -> list[str]:
    import font_source_sans_pro as font

    return [font.SourceSansPro, font.SourceSansProBold]


def _png(svg: str) -> bytes:
    """Drawn at its own size; the fonts of the machine are never asked, so it looks the same everywhere."""
    import resvg_py

    return bytes(resvg_py.svg_to_bytes(svg_string=svg, skip_system_fonts=True, font_files=_fonts()))
