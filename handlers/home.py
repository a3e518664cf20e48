"""App Home."""

from __future__ import annotations

from bot.answers import Answer
from bot.views.home import TABS
from handlers.replies import Quiet, Reply, ShowHome
from handlers.turn import Turn
from storage.models import Member

WELCOME = Answer("welcome")


def home_opened(turn: Turn) -> Reply:
    """Publish the person's Home when they look at it; the first time they open the messages, greet them."""
    if turn.call.body["event"].get("tab") != "home":
        welcome(turn)
        return Quiet()
    if turn.member.home_tab is None:
        _keep_tab(turn, "mine.0")
    return ShowHome()


def choose_tab(turn: Turn) -> Reply:
    """Another tab of Home, or another page of it."""
    _keep_tab(turn, turn.call.value)
    return ShowHome()


def welcome(turn: Turn) -> None:
    """Greet the person by direct message, once."""
    if turn.member.welcomed:
        return
    member = turn.write().get_one(Member, turn.member.id)
    if not member.welcomed:
        member.welcomed = True
        turn.say("answer", turn.call.user, "welcome", {"answer": WELCOME.to_json(), "member": member.id})


def _keep_tab(turn: Turn, tab: str) -> None:
    name, _, page = tab.partition(".")
    if name not in TABS or not page.isdecimal():
        raise ValueError(tab)
    turn.write().get_one(Member, turn.member.id).home_tab = tab[:16]
