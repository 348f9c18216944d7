"""One server and one browser for all page tests; every test gets a visitor of its own."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route

REPOSITORY = Path(__file__).resolve().parents[3]


@dataclass
class Visitor:
    """A person at the page, with what they should never notice: requests to elsewhere, complaints of the browser."""

    page: Page
    elsewhere: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def ask(self, question: str) -> None:
        """Type a question, press Enter and wait for the finished answer."""
        answers = self.page.locator(".gw-final")
        before = answers.count()
        self.page.fill("#gw-box textarea", question)
        self.page.press("#gw-box textarea", "Enter")
        answers.nth(before).wait_for()


@pytest.fixture(scope="session")
def ratings(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file in which the scripted page puts down what visitors think of answers."""
    return tmp_path_factory.mktemp("ratings") / "feedback.jsonl"


@pytest.fixture(scope="session")
def site(ratings: Path) -> Iterator[str]:
    """The address of the scripted page."""
    command = [sys.executable, "-m", "tests.assistant.web.scripted", "--feedback", str(ratings)]
    with subprocess.Popen(command, cwd=REPOSITORY, stdout=subprocess.PIPE, text=True) as server:
        try:
            assert server.stdout is not None
            yield server.stdout.readline().strip()
        finally:
            server.terminate()


@pytest.fixture
def welcome(chrome: Browser, site: str) -> Iterator[Callable[..., Visitor]]:
    """Lets visitors in; at the end each must have met no complaint and made no request to another machine."""
    visitors: list[Visitor] = []

    def enter(width: int = 1280, height: int = 800, scheme: str = "light") -> Visitor:
        context = chrome.new_context(
            viewport={"width": width, "height": height}, locale="zh-CN", color_scheme=scheme, service_workers="block"
        )
        visitor = Visitor(context.new_page())
        visitors.append(visitor)
        context.route("**/*", lambda route: _let_through(route, visitor, site))
        visitor.page.on("pageerror", lambda error: visitor.complaints.append(str(error)))
        visitor.page.on(
            "console",
            lambda message: visitor.complaints.append(message.text) if message.type in ("error", "warning") else None,
        )
        visitor.page.goto(site)
        visitor.page.locator("#gw-box textarea").wait_for()
        return visitor

    yield enter
    for visitor in visitors:
        visitor.page.context.close()
    assert [(visitor.elsewhere, visitor.complaints) for visitor in visitors] == [([], [])] * len(visitors)


@pytest.fixture
def visitor(welcome: Callable[..., Visitor]) -> Visitor:
    return welcome()


def _let_through(route: Route, visitor: Visitor, site: str) -> None:
    if urlsplit(route.request.url).netloc == urlsplit(site).netloc:
        route.continue_()
    else:
        visitor.elsewhere.append(route.request.url)
        route.abort()
