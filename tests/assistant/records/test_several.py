from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.composing.values import SURE
from assistant.records.several import asked_years, by_place, of_other_plans, told_with
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.composing.test_plans import LATER, plans
from tests.assistant.gathering import gathered, over

OPEN = "国家高新技术企业目标是多少家？"


@pytest.fixture(scope="module")
def few(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """Two places, and a later policy of the first of them."""
    with over(tmp_path_factory.mktemp("several"), **plans(2), 意见=LATER) as opened:
        yield opened


def test_hits_are_those_of_each_place_where_none_is_named(few: Library) -> None:
    asked = gathered(few, OPEN)
    assert list(by_place(hits(asked), asked.query, SURE)) == ["平湖市", "桐乡市"]


def test_a_named_place_has_all_hits(few: Library) -> None:
    asked = gathered(few, f"桐乡市{OPEN}")
    assert list(by_place(hits(asked), asked.query, SURE)) == [""]
    assert by_place([], asked.query, SURE) == {"": []}


def test_other_plans_of_a_place_are_those_of_other_years(few: Library) -> None:
    asked = gathered(few, f"平湖市{OPEN}")
    found = sorted(hits(asked), key=lambda h: h.indicator.year)
    assert [h.indicator.value for h in of_other_plans(found, "2025年目标 610家", asked.query)] == ["900"]
    assert of_other_plans(found, "2025年 610家，2027年 900家", asked.query) == []
    assert of_other_plans([], "", asked.query) == []


def test_a_year_that_is_asked_leaves_other_years_out(few: Library) -> None:
    asked = gathered(few, f"2025年平湖市{OPEN}")
    assert of_other_plans(hits(asked), "", asked.query) == []


def test_goals_are_asked_for_beside_a_base(few: Library) -> None:
    asked = gathered(few, "平湖市国家高新技术企业目标和2020年基数各是多少")
    found = hits(asked)
    assert not asked_years([h for h in found if h.indicator.year == "2025"], replace(asked.query, text=""))
    assert {h.indicator.year for h in asked_years(found, asked.query)} >= {"2025"}


def test_what_stands_beside_one_part_of_an_answer_is_of_the_same_thing(tmp_path: Path) -> None:
    near = "湖区建设研发平台达到50家，新型研发机构达到20家。"
    far = "全市培育新型研发机构90家，每年给予支持。" + "落实各项举措。" * 20
    with over(tmp_path, 平湖=f"# 平湖市科技规划\n\n## 一、目标\n\n{far}\n\n{near}\n") as library:
        asked = gathered(library, "平湖新型研发机构多少家")
        found = hits(asked)
        platform = next(h for h in hits(gathered(library, "平湖研发平台多少家")) if h.indicator.value == "50")
        assert [h.indicator.value for h in told_with([platform], found)] == ["20"]
        assert told_with([], found) == []


def test_what_stands_right_behind_an_answer_is_of_it_though_it_is_named_in_short(tmp_path: Path) -> None:
    text = "完成基金贷款企业20家，贷款额度5218万元。累计共完成基金贷款企业50家，贷款额度13879万元。"
    with over(tmp_path, 平湖=f"# 平湖市科技规划\n\n## 一、基础\n\n{text}\n") as library:
        firms = next(h for h in hits(gathered(library, "平湖基金贷款企业多少家")) if h.indicator.value == "50")
        sums = [replace(h, score=0.6) for h in hits(gathered(library, "平湖基金贷款企业贷款额度多少万元"))]
        assert [h.indicator.value for h in told_with([firms], sums)] == ["13879"]
