"""What the operator set: read once, checked all at once, passed down frozen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from bot.services.calendars import zone_names


class Settings(BaseSettings):
    """The environment of CONTRACT §3; `.env` in the working directory is read too."""

    model_config = SettingsConfigDict(env_file=".env", extra="ignore", frozen=True, env_ignore_empty=True)

    database_url: str = "sqlite:///lintas.db"
    slack_bot_token: str | None = None
    slack_app_token: str | None = None
    slack_signing_secret: str | None = None
    slack_client_id: str | None = None
    slack_client_secret: str | None = None
    slack_api_url: str = "https://slack.com/api/"
    host: str = "127.0.0.1"
    port: int = Field(3000, ge=0, le=65535)
    secret_key: str | None = Field(None, alias="LINTAS_SECRET_KEY")
    public_url: str | None = Field(None, alias="LINTAS_PUBLIC_URL")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", alias="LINTAS_LOG_LEVEL")
    tick_seconds: float = Field(15, ge=0, alias="LINTAS_TICK_SECONDS")
    locale: Literal["id", "en"] = Field("id", alias="LINTAS_LOCALE")
    timezone: str = Field("Asia/Jakarta", alias="LINTAS_TIMEZONE")

    @field_validator("timezone")
    @classmethod
    def _known_zone(cls, value: str) -> str:
        if value not in zone_names():
            raise ValueError(f"{value!r} is no IANA zone; write for example Asia/Jakarta")
        return value

    @field_validator("slack_api_url")
    @classmethod
    def _ends_with_slash(cls, value: str) -> str:
        return value if value.endswith("/") else value + "/"

    @field_validator("database_url")
    @classmethod
    def _known_database(cls, value: str) -> str:
        if not value.startswith(("sqlite:///", "postgresql://", "postgres://", "postgresql+psycopg://")):
            raise ValueError("write sqlite:///file.db or postgresql://user@host/name")
        return value

    @model_validator(mode="after")
    def _many_workspaces_need_a_key(self) -> Settings:
        if self.slack_client_id and not self.secret_key:
            raise ValueError("SLACK_CLIENT_ID needs LINTAS_SECRET_KEY: tokens are stored encrypted only")
        return self

    @property
    def has_slack_tokens(self) -> bool:
        return bool(self.slack_bot_token or self.slack_client_id)

    def lacks_for_run(self) -> list[str]:
        """What `lintas run` cannot do without, each with what to do."""
        lacking = []
        if not self.has_slack_tokens:
            lacking.append("SLACK_BOT_TOKEN is not set: copy the bot token (xoxb-…) of your Slack app")
        if not self.slack_app_token and not self.slack_signing_secret:
            lacking.append("set SLACK_APP_TOKEN (xapp-…) for Socket Mode, or SLACK_SIGNING_SECRET for HTTP")
        return lacking


class SettingsError(Exception):
    """The environment cannot be used; `problems` has a line for each thing to put right."""

    def __init__(self, problems: list[str]):
        super().__init__("; ".join(problems))
        self.problems = problems


def read_settings(**known: object) -> Settings:
    """Read the environment; SettingsError lists every problem at once. `known` overrides it."""
    try:
        return Settings(**known)  # type: ignore[arg-type]
    except ValidationError as problem:
        raise SettingsError([_line(error) for error in problem.errors()]) from None


def _line(error: object) -> str:
    assert isinstance(error, dict)
    names = [str(part).upper() for part in error["loc"]]
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{names[0]}: {message}" if names else message
