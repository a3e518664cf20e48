"""`lintas check`: whether settings, database, token and scopes are what the bot needs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from slack_sdk.errors import SlackApiError
from sqlalchemy.exc import SQLAlchemyError

from bot.locally import read_manifest
from bot.settings import Settings, SettingsError, read_settings
from bot.tokens import Tokens
from storage.database import open_database
from storage.migrate import is_current


@dataclass(frozen=True)
class Line:
    ok: bool
    text: str


def checks() -> Iterator[Line]:
    """One line for each thing looked at, in the order in which they depend on each other."""
    try:
        settings = read_settings()
    except SettingsError as problem:
        yield from (Line(False, f"settings: {line}") for line in problem.problems)
        return
    lacking = settings.lacks_for_run()
    yield from (Line(False, f"settings: {line}") for line in lacking)
    if not lacking:
        yield Line(True, "settings")
    yield _database(settings)
    if settings.slack_bot_token:
        yield from _token(settings)


def _database(settings: Settings) -> Line:
    database = open_database(settings.database_url)
    try:
        current = is_current(database)
    except SQLAlchemyError as problem:
        reason = str(getattr(problem, "orig", problem)).splitlines()[0]
        return Line(False, f"database: {reason}; check DATABASE_URL")
    finally:
        database.close()
    return Line(True, "database") if current else Line(False, "database: run `lintas migrate`")


def _token(settings: Settings) -> Iterator[Line]:
    database = open_database(settings.database_url)
    client = Tokens(database, settings).client_with(settings.slack_bot_token or "")
    try:
        answer = client.auth_test()
    except SlackApiError as refusal:
        yield Line(False, f"token: Slack says {refusal.response['error']}; copy the bot token again")
        return
    except OSError as silence:
        yield Line(False, f"token: Slack does not answer ({type(silence).__name__}); try again later")
        return
    finally:
        database.close()
    yield Line(True, f"token: {answer.get('team')} ({answer['team_id']})")
    granted = {
        scope.strip() for scope in str(answer.headers.get("x-oauth-scopes", "")).split(",") if scope.strip()
    }
    wanted = set(read_manifest()["oauth_config"]["scopes"]["bot"])
    if not granted:
        yield Line(True, "scopes: Slack did not say which are granted")
    elif missing := sorted(wanted - granted):
        yield Line(False, f"scopes: reinstall the app, it lacks {', '.join(missing)}")
    else:
        yield Line(True, "scopes")
