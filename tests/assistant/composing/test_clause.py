"""A figure is told with the growth that follows it, and with nothing else that does."""

from __future__ import annotations

from pathlib import Path

from assistant.composing.clause import clause
from assistant.records.values import hits
from tests.assistant.gathering import gathered, over

TEXT = """# 云溪区概况

云溪区人民政府

## 一、经济发展

2022年，全区地区生产总值完成71.3亿元，同比增长8%，增速全市第一。一般公共预算收入完成4.5亿元，工业企业达到30家。
"""


def test_growth_follows_the_figure_and_is_cited_with_it(tmp_path: Path) -> None:
    with over(tmp_path, 云溪=TEXT) as library:
        told = clause(hits(gathered(library, "云溪2022年地区生产总值是多少"))[0])
        assert told.text.endswith("完成71.3亿元，同比增长8%")
        plan = library.plan(told.sources[0].plan_id)
        assert plan.quote(told.sources[0].span).endswith("同比增长8%")
        other = clause(hits(gathered(library, "云溪2022年一般公共预算收入是多少"))[0])
        assert "30家" not in other.text


def test_a_figure_of_part_of_a_year_is_told_with_it(tmp_path: Path) -> None:
    text = TEXT.replace("2022年，", "2022年上半年，")
    with over(tmp_path, 云溪=text) as library:
        told = clause(hits(gathered(library, "云溪2022年地区生产总值是多少"))[0])
        assert told.text.startswith("2022年上半年，全区")


def test_of_a_row_run_together_the_one_cell_is_told(tmp_path: Path) -> None:
    text = TEXT + "\n节水目标分解表指标预期值2016年2017年供水管网漏损率14%12%公众满意度85%90%\n"
    with over(tmp_path, 云溪=text) as library:
        found = hits(gathered(library, "云溪2017年供水管网漏损率是多少"))
        told = clause(next(h for h in found if h.indicator.year == "2017"))
        assert told.text.startswith("供水管网漏损率：2017年")
        assert "12%" in told.text
        assert "14%" not in told.text
