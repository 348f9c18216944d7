from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.records.definitions import definitions, read
from ingest.library import Library
from tests.assistant.gathering import gathered, over
from tests.assistant.rules import LINXIA


@pytest.fixture(scope="module")
def linxia(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("linxia"), 临夏=LINXIA) as opened:
        yield opened


@pytest.mark.parametrize(
    ("asked", "term", "formal"),
    [
        ("公共数据是指什么", "公共数据", True),
        ("采集部门指什么", "采集部门", True),
        ("什么是数据沙箱", "数据沙箱", False),
    ],
)
def test_a_sentence_that_defines_a_named_term_is_found(linxia: Library, asked: str, term: str, formal: bool) -> None:
    evidence = gathered(linxia, asked)
    found = [(one.term, one.formal) for one in definitions(evidence, [linxia.plans()[0].id], asked)]
    assert (term, formal) in found


def test_no_sentence_defines_what_is_only_used(linxia: Library) -> None:
    assert list(definitions(gathered(linxia, "格式关"), [linxia.plans()[0].id], "格式关指什么")) == []


def test_a_character_that_scans_mistake_is_read_as_either() -> None:
    assert read("国民收人") == read("国民收入")
