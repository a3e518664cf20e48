"""The local workspace's page in a real browser, with a small Bolt app behind it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from slack_sdk import WebClient

from bot.local.page_api import PAGE
from bot.local.ports import JSON
from bot.local.server import LocalSlack
from tests.browser.toy import connect_toy
from tests.local.conftest import TestClock, manifest

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-quic",
]  # fmt: skip


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The system's Chromium, driven by Playwright; skips where either is absent."""
    playwright = pytest.importorskip(
        "playwright.sync_api", reason="needs Playwright: pip install 'lintas[browser]'"
    )
    path = next(filter(None, map(shutil.which, BROWSERS)), None)
    if path is None:
        pytest.skip(f"needs a Chromium on the PATH, one of: {', '.join(BROWSERS)}")
    with playwright.sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class DigestClock(TestClock):
    """A clock whose every move to another day brings a digest, told to `digest`."""

    def __init__(self) -> None:
        super().__init__()
        self.present = datetime(2026, 11, 24, 9, 0, tzinfo=ZoneInfo("Asia/Jakarta"))
        self.digest: Callable[[datetime], object] = lambda day: None

    def next_event(self) -> datetime | None:
        """Tomorrow at nine."""
        return (self.present + timedelta(days=1)).replace(hour=9, minute=0)

    def move(self, to: datetime) -> None:
        """Make `to` the present; a new day brings the digest."""
        new_day = to.date() > self.present.date()
        super().move(to)
        if new_day:
            self.digest(to)


class ToyInspector:
    """An inside to look at."""

    def rows(self) -> dict[str, list[JSON]]:
        """One table with one row."""
        return {"tasks": [{"number": 142, "title": "Loan letter"}]}

    def parse(self, text: str, person: str) -> JSON:
        """Echoes."""
        return {"intent": "create_task", "said": text, "by": person}

    def deliveries(self) -> list[JSON]:
        """Nothing."""
        return []


@pytest.fixture
def slack() -> Iterator[LocalSlack]:
    """Maya (English, Jakarta), Rani (Indonesian, Makassar), their page and the toy app."""
    clock = DigestClock()
    server = LocalSlack(manifest(), clock, inspector=ToyInspector(), settle_seconds=8)
    with server:
        maya = server.add_user("maya", real_name="Maya Sari", user_id="U0MAYA")
        rani = server.add_user(
            "rani", real_name="Rani Putri", user_id="U0RANI", locale="id-ID", tz="Asia/Makassar"
        )
        server.add_channel("general", members=[maya, rani], channel_id="C0GENERAL")
        server.add_channel("lyon-batik", members=[maya, rani], channel_id="C0LYON")
        server.add_channel("board", kind="private", members=[maya], channel_id="C0BOARD")
        client = WebClient(server.bot_token, base_url=server.api_url)
        clock.digest = lambda day: client.chat_postMessage(
            channel="C0GENERAL", text=f"Digest of {day:%d %B}", unfurl_links=False
        )
        close = connect_toy(server)
        yield server
        close()


def is_fault(message: Any) -> bool:
    """Whether the console tells of a fault; a refused request is told there too, and is none."""
    return message.type in ("error", "warning") and not message.text.startswith("Failed to load resource")


@pytest.fixture(scope="session")
def modules(chromium: Any) -> Iterator[Any]:
    """An empty page that can import the page's modules, without a workspace behind it."""
    page = chromium.new_page()

    def serve(route: Any) -> None:
        name = route.request.url.rpartition("/")[2]
        kind = "text/javascript" if name.endswith(".js") else "text/html"
        route.fulfill(body=(PAGE / name).read_text() if name else "", content_type=kind)

    page.route("**/*", serve)
    page.goto("http://127.0.0.1/")
    yield page
    page.close()


@pytest.fixture
def visit(chromium: Any, slack: LocalSlack) -> Iterator[Callable[..., Any]]:
    """`visit(person, place)` opens the page in a browser of its own; its errors fail the test."""
    contexts: list[Any] = []
    complaints: list[str] = []

    def visiting(person: str = "U0MAYA", place: str = "C0GENERAL", **options: Any) -> Any:
        context = chromium.new_context(**({"viewport": {"width": 1200, "height": 800}} | options))
        context.set_default_timeout(8000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("console", lambda message: complaints.append(message.text) if is_fault(message) else None)
        page.goto(f"{slack.url}/#/{person}/{place}")
        page.locator("#place h1").wait_for()
        return page

    yield visiting
    for context in contexts:
        context.close()
    assert complaints == []
