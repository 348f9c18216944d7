"""The small library for all, and the real documents in one library for those tests that read them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.chain import Assistant
from ingest.library import Library
from tests.assistant.districts import WENZHOU
from tests.assistant.gathering import HAINING, over
from tests.assistant.policies import TONGLU
from tests.assistant.small_library import fill, small


@pytest.fixture(scope="session")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The three invented plans."""
    with small(tmp_path_factory.mktemp("small") / "store") as opened:
        yield opened


@pytest.fixture(scope="session")
def assistant(library: Library) -> Assistant:
    """Answers from the three invented plans."""
    return Assistant(library)


@pytest.fixture(scope="session")
def real_library(real_plans: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """The five real documents that questions are usually asked of."""
    with fill(tmp_path_factory.mktemp("real") / "store", sorted((real_plans / "seeds").iterdir())) as opened:
        yield opened


@pytest.fixture(scope="session")
def real_assistant(real_library: Library) -> Assistant:
    """Answers from the real documents."""
    return Assistant(real_library)


@pytest.fixture(scope="session")
def haining(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One plan alone: an excerpt with a contents list, plan and outcome in one table, ranks of regions in another."""
    with over(tmp_path_factory.mktemp("haining"), 海宁=HAINING) as opened:
        yield opened


@pytest.fixture(scope="session")
def wenzhou(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One city's plan: its districts in a column below a total, its indicators in rows, plan and outcome."""
    with over(tmp_path_factory.mktemp("wenzhou"), 温州=WENZHOU) as opened:
        yield opened


@pytest.fixture(scope="session")
def tonglu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """One policy alone: payments by tier and occasion, units with roles."""
    with over(tmp_path_factory.mktemp("tonglu"), 桐庐=TONGLU) as opened:
        yield opened
