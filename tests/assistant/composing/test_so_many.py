from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.composing.so_many import so_many
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = "# 平湖市科技创新规划\n\n平湖市人民政府\n\n## 一、总体\n\n以强基础、引人才等七大行动方案落实各项任务。\n"
REPORT = "# 平湖市科技工作报道\n\n2020年，平湖市科技局谋划“十四五”，提出“五大行动方案”，完成文本起草。\n"


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("many"), 平湖规划=PLAN, 平湖报道=REPORT) as opened:
        yield opened


def test_each_document_is_quoted_for_the_number_that_it_gives(pinghu: Library) -> None:
    draft = so_many(gathered(pinghu, "报道说平湖提了几大行动方案？规划里也是这个数吗"))
    assert "七大行动方案" in said(draft)
    assert "五大行动方案" in said(draft)
    assert draft.claims[-1].text.startswith("数值不同")
    assert {"七大" in quote or "五大" in quote for quote in quoted(draft, pinghu)} == {True}


@pytest.mark.parametrize("text", ["平湖规划提了几大工程", "平湖规划的行动方案有哪些"])
def test_what_is_not_counted_differently_is_left_to_others(pinghu: Library, text: str) -> None:
    assert so_many(gathered(pinghu, text)) is None
