"""What several rooms' tests share: the real documents, the embedding model, and a browser."""

from __future__ import annotations

import importlib.util
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, sync_playwright

from assistant.model import gguf
from ingest.embedding import weights
from ingest.settings import IngestSettings
from tests import browser

# an example may take as long as the machine needs: time is measured by the bench
settings.register_profile("any-machine", deadline=None)
settings.load_profile("any-machine")
# names that whoever runs the tests has confirmed for plans of their own are no part of what is tested
os.environ["GUIWEN_CONCEPTS"] = os.devnull

REAL_PLANS = Path(__file__).resolve().parents[2] / "shared" / "plans"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test that reads the real documents, so that `-m real` picks them and `-m "not real"` leaves them."""
    for item in items:
        if "real_plans" in getattr(item, "fixturenames", ()):
            item.add_marker(pytest.mark.real)


@pytest.fixture(scope="session")
def real_plans() -> Path:
    """The folder of real plans beside the checkout (`seeds/` and `more/`); in CI its absence is a failure."""
    if not REAL_PLANS.is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("the real plans are not beside the checkout")
        pytest.skip("the real plans are not beside this checkout")
    return REAL_PLANS


@pytest.fixture(scope="session")
def chromium() -> Path:
    """The browser that page tests drive; `make test` sees to it that there is one, so its absence is a failure."""
    found = browser.find()
    if found is None:
        pytest.fail("no Chromium or Chrome here: `make test` installs one")
    return found


@pytest.fixture(scope="session")
def default_model() -> Path:
    """The folder of the default embedding model; `make test` sees to it that it is there."""
    folder = IngestSettings().models_dir.resolve() / weights.NAME
    if not weights.complete(folder):
        pytest.fail("the embedding model is not here: `make model` fetches it")
    return folder


@pytest.fixture(scope="session")
def local_models() -> Path:
    """The folder that holds the local chat model, where what runs it is installed; in CI its absence is a failure."""
    models = IngestSettings().models_dir.resolve()
    missing = not (models / gguf.FILE).is_file() or importlib.util.find_spec("xllamacpp") is None
    if missing and os.environ.get("CI") == "true":
        pytest.fail("the local chat model is not here: `make llm` fetches it")
    if missing:
        pytest.skip("the local chat model is not here: `make llm` fetches it")
    return models


@pytest.fixture(scope="session")
def chrome(chromium: Path) -> Iterator[Browser]:
    """The running browser, one for all page tests: Playwright's plain interface allows no second at a time."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=chromium, args=list(browser.ARGUMENTS))
        yield running
        running.close()
