"""The one place that yields a workspace's token, for handlers and the door alike."""

from __future__ import annotations

import base64
import hashlib
import ssl
import threading
from functools import cache
from typing import TYPE_CHECKING

from slack_bolt.authorization import AuthorizeResult
from slack_sdk import WebClient
from slack_sdk.http_retry import RetryHandler
from sqlalchemy import select

from storage.models import Installation, Workspace

if TYPE_CHECKING:
    from cryptography.fernet import Fernet

    from bot.settings import Settings
    from storage.database import Database


class NoTokenError(Exception):
    """The workspace has no token: the app was removed from it, or never installed."""


class Tokens:
    """One token for all (SLACK_BOT_TOKEN), or one per installed workspace, sealed with LINTAS_SECRET_KEY.

    Clients never retry by themselves: what was stored before the answer was lost would be posted twice.
    """

    def __init__(self, database: Database, settings: Settings):
        self._database = database
        self._settings = settings
        self._clients: dict[int, tuple[str, WebClient]] = {}
        self._lock = threading.Lock()
        self._authorized: dict[str | None, AuthorizeResult] = {}  # of the one token: that never changes

    def token(self, workspace_id: int) -> str:
        """The workspace's bot token; NoTokenError where there is none."""
        if self._settings.slack_bot_token:
            return self._settings.slack_bot_token
        with self._database.reading() as session:
            sealed = session.scalar(
                select(Installation.token_sealed).where(
                    Installation.workspace_id == workspace_id, Installation.revoked_at.is_(None)
                )
            )
        if sealed is None:
            raise NoTokenError
        return self.vault().decrypt(sealed.encode()).decode()

    def client(self, workspace_id: int) -> WebClient:
        """A client that speaks for the workspace; NoTokenError where there is no token."""
        token = self.token(workspace_id)
        with self._lock:
            known = self._clients.get(workspace_id)
            if known is None or known[0] != token:
                known = self._clients[workspace_id] = (token, self.client_with(token))
            return known[1]

    def client_with(self, token: str) -> WebClient:
        """A client with that very token."""
        never: list[RetryHandler] = []
        return WebClient(
            token=token,
            base_url=self._settings.slack_api_url,
            timeout=10,
            ssl=_trusted(),
            retry_handlers=never,
        )

    def vault(self) -> Fernet:
        """What seals tokens at rest."""
        from cryptography.fernet import Fernet

        assert self._settings.secret_key is not None
        return Fernet(base64.urlsafe_b64encode(hashlib.sha256(self._settings.secret_key.encode()).digest()))

    def authorize(self, team_id: str | None) -> AuthorizeResult | None:
        """Bolt's question who speaks in this team; None where the app is not installed."""
        known = self._authorized.get(team_id)
        if known is not None:
            return known
        with self._database.reading() as session:
            found = session.execute(
                select(Workspace.id, Workspace.bot_user).where(Workspace.slack_team_id == team_id)
            ).one_or_none()
        if self._settings.slack_bot_token:
            token = self._settings.slack_bot_token
        elif found is None:
            return None
        else:
            try:
                token = self.token(found[0])
            except NoTokenError:
                return None
        result = AuthorizeResult(
            enterprise_id=None, team_id=team_id, bot_token=token, bot_user_id=found[1] if found else None
        )
        if self._settings.slack_bot_token and result.bot_user_id:
            self._authorized[team_id] = result
        return result


@cache
def _trusted() -> ssl.SSLContext:
    """Whom to believe that they are Slack; kept, since reading the list takes longer than a call."""
    return ssl.create_default_context()
