"""A measured figure: its rounds, their median and spread, the goal it is held against; the table of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Figure:
    """One thing measured in several rounds. `at_least` or `at_most` is its goal, where it has one."""

    name: str
    rounds: tuple[float, ...]
    unit: str
    at_least: float | None = None
    at_most: float | None = None

    @property
    def median(self) -> float:
        return median(self.rounds)

    @property
    def met(self) -> bool | None:
        """Whether the median reaches the goal; None without a goal."""
        if self.at_least is not None:
            return self.median >= self.at_least
        if self.at_most is not None:
            return self.median <= self.at_most
        return None

    def to_json(self) -> dict[str, Any]:
        return {
            "name": self.name,
            "unit": self.unit,
            "median": self.median,
            "low": min(self.rounds),
            "high": max(self.rounds),
            "rounds": list(self.rounds),
            "at_least": self.at_least,
            "at_most": self.at_most,
            "met": self.met,
        }


def figure(name: str, rounds: Sequence[float], unit: str, **goal: float) -> Figure:
    """A figure of these rounds; `at_least=` or `at_most=` sets its goal."""
    return Figure(name, tuple(rounds), unit, **goal)


def ratios(over: Sequence[float], under: Sequence[float]) -> list[float]:
    """Round by round, the one over the other: what slows the machine in a round slows both."""
    return [a / b for a, b in zip(over, under, strict=True)]


def table(figures: Sequence[Figure]) -> str:
    """The figures in columns: median, lowest to highest round, goal and whether it is met."""
    rows = [("", "median", "spread", "goal", "")] + [_row(one) for one in figures]
    widths = [max(len(row[column]) for row in rows) for column in range(5)]
    return "\n".join(
        f"{name:<{widths[0]}}  {mid:>{widths[1]}}  {spread:>{widths[2]}}  {goal:>{widths[3]}}  {met}".rstrip()
        for name, mid, spread, goal, met in rows
    )


def _row(one: Figure) -> tuple[str, str, str, str, str]:
    spread = f"{_number(min(one.rounds))} – {_number(max(one.rounds))}" if len(one.rounds) > 1 else ""
    goal = ""
    if one.at_least is not None:
        goal = f"≥ {one.at_least:g}"
    elif one.at_most is not None:
        goal = f"≤ {one.at_most:g}"
    met = {True: "met", False: "short", None: ""}[one.met]
    return one.name, f"{_number(one.median)} {one.unit}".strip(), spread, goal, met


def _number(value: float) -> str:
    return f"{value:.2f}" if abs(value) < 10 else f"{value:.1f}" if abs(value) < 100 else f"{value:,.0f}"
