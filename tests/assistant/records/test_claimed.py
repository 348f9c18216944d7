from __future__ import annotations

from pathlib import Path

import pytest

from assistant.chain import Assistant
from assistant.composing.stated_figures import stated
from assistant.records.claimed import claims_more, figure_of
from tests.assistant.gathering import gathered, over, said
from tests.assistant.small_library import ask

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2020年，规上企业研发费用投入总量31.5亿元，总量居全省第4位，比上年增长21%，增幅居全省第2位。

表1 科技指标完成情况

| 指标名称 | 单位 | 2020年规划目标 | 2020年完成值 |
|---|---|---|---|
| 公民具备科学素质的比例 | % | 15 | 17.4 |
"""


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("平湖研发投入增幅是各区县里第一，是真的吗", "1位"),
        ("平湖有600家企业，对吗", "600家"),
        ("全省七县都达到了第一章的要求", ""),
        ("平湖的目标是什么", ""),
    ],
)
def test_the_last_figure_is_the_claim(tmp_path: Path, text: str, figure: str) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        found = figure_of(gathered(library, text).query)
        assert (f"{found.value}{found.unit}" if found else "") == figure


def test_only_what_follows_in_the_same_sentence_is_claimed_besides(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        asked = gathered(library, "平湖投入总量31.5亿，对不对？做投资测算要用，麻烦确认").query
        assert not claims_more(asked, "，对不对？做投资测算要用，麻烦确认")
        assert claims_more(asked, "，主要投向了海上风电和新材料产业，对不对")


def test_a_correction_is_of_what_was_reached_unless_a_goal_is_asked_for(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        assert "17.4%" in said(stated(gathered(library, "平湖公民具备科学素质的比例2020年就已经到22%了，是不是")))
        assert "15%" in said(stated(gathered(library, "平湖公民具备科学素质的比例2020年的规划目标是22%，是不是")))


def test_the_rank_of_a_growth_is_no_rank_of_the_total(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        draft = stated(gathered(library, "2020年平湖规上企业研发费用增幅全省第2，那总量是不是也排第2"))
        assert draft is None or "第4位" in said(draft)


def test_a_rank_among_others_is_not_the_one_that_is_claimed(tmp_path: Path) -> None:
    ranked = "2020年，海洋产业增加值占地区生产总值比重达到31.5%，全市排名第6位，七县（市、区）排名第1位。"
    with over(tmp_path, 平湖=PLAN.replace("## 一、发展基础", f"## 一、发展基础\n\n{ranked}")) as library:
        asked = "2020年平湖海洋产业增加值占地区生产总值比重是{}第一，没错吧？"
        assert ask(Assistant(library), asked.format("全市")).text.startswith("不")
        assert ask(Assistant(library), asked.format("七县里")).text.startswith("对")
