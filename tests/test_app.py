"""The program as its user starts it: a process of its own, over a store of the sample plans."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from assistant.web.serve import listen
from ingest.library import Library
from ingest.settings import IngestSettings

REPOSITORY = Path(__file__).resolve().parents[1]
ENVIRONMENT = {**os.environ, "EMBEDDING_MODEL": "hashing", "PYTHONUNBUFFERED": "1"}


def command(*arguments: str | Path) -> list[str]:
    return [sys.executable, *map(str, arguments)]


@contextmanager
def started(store: Path) -> Iterator[str]:
    """The program serving a store; yields the line it says once the page can be opened."""
    run = command("app.py", "--store", store, "--port", 0)
    with subprocess.Popen(
        run, cwd=REPOSITORY, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as program:
        try:
            assert program.stdout is not None
            yield program.stdout.readline().strip()
        finally:
            program.terminate()


def refused(*arguments: str | Path) -> str:
    """What the program says on standard error when it does not start."""
    done = subprocess.run(
        command("app.py", *arguments), cwd=REPOSITORY, env=ENVIRONMENT, capture_output=True, text=True, timeout=60
    )
    assert (done.returncode, done.stdout) == (1, "")
    return done.stderr


@pytest.fixture
def tab(chrome: Browser) -> Iterator[Page]:
    page = chrome.new_page(locale="zh-CN", viewport={"width": 1280, "height": 800})
    yield page
    page.close()


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store of the sample plans that come with the program."""
    store = tmp_path_factory.mktemp("samples") / "store"
    subprocess.run(
        command("-m", "ingest", "add", "plans", "--store", store),
        cwd=REPOSITORY,
        env=ENVIRONMENT,
        check=True,
        capture_output=True,
    )
    return store


def test_the_first_example_question_is_answered_from_the_sample_plans(samples: Path, tab: Page) -> None:
    with started(samples) as said:
        assert said.startswith("规问已启动：http://127.0.0.1:")
        tab.goto(said.removeprefix("规问已启动："))
        tab.locator("#gw-chat .example").first.click()
        answer = tab.locator(".gw-final")
        expect(answer.locator(".gw-cite").first).to_be_visible()
        expect(answer).not_to_contain_class("gw-calm")
        expect(tab.locator("#gw-panel :is(mark, tr.gw-hit)").first).to_be_in_viewport()


def test_an_empty_store_opens_a_page_that_says_how_to_fill_it(tmp_path: Path, tab: Page) -> None:
    with started(tmp_path / "none") as said:
        tab.goto(said.removeprefix("规问已启动："))
        expect(tab.locator(".gw-welcome")).to_contain_text("还没有加载规划")
        expect(tab.locator(".gw-welcome")).to_contain_text("python -m ingest add")


def test_a_taken_port_is_said_in_one_sentence(tmp_path: Path) -> None:
    with listen("127.0.0.1", 0) as door:
        port = door.getsockname()[1]
        assert refused("--store", tmp_path / "none", "--port", port).splitlines() == [
            f"端口 {port} 已被占用，请用 --port 换一个端口，或先停止占用它的程序。"
        ]


def test_an_engine_without_its_model_is_said_in_one_sentence(samples: Path) -> None:
    said = refused("--store", samples, "--port", 0, "--engine", "llm")
    assert len(said.splitlines()) == 1
    assert "make llm" in said


def test_a_store_in_use_is_said_in_one_sentence(tmp_path: Path) -> None:
    with Library.open(tmp_path / "busy", IngestSettings(embedding_model="hashing"), write=True):
        said = refused("--store", tmp_path / "busy", "--port", 0)
    assert len(said.splitlines()) == 1
    assert "知识库" in said
