from __future__ import annotations

from assistant.records.rows_of_table import completion_rates, of_indicators
from ingest.library import Library
from tests.assistant.gathering import gathered


def test_the_parts_are_told_without_the_whole_where_parts_are_asked_for(wenzhou: Library) -> None:
    lines = of_indicators(gathered(wenzhou, "2019年温州三个一级指标排名，哪个最好"), by_change=False)
    assert [line.label for line in lines] == ["科技投入指数", "技术创新指数", "科技产出指数"]
    whole = of_indicators(gathered(wenzhou, "2019年温州创新指数各指标排名，哪个最好"), by_change=False)
    assert len(whole) == 4


def test_indicators_of_several_units_are_set_in_order_by_their_growth_only(wenzhou: Library) -> None:
    asked = gathered(wenzhou, "温州表5里2025年哪个指标最高")
    assert of_indicators(asked, by_change=False) == []
    assert {line.relative for line in of_indicators(asked, by_change=True)} == {True}


def test_an_outcome_is_set_against_the_goal_of_its_year(wenzhou: Library) -> None:
    lines = completion_rates(gathered(wenzhou, "温州十三五指标完成率"))
    assert [(line.label, round(float(line.value), 2)) for line in lines] == [
        ("国家高新技术企业", 1.4),
        ("技术交易额", 0.9),
        ("省级创新平台", 1.1),
    ]
