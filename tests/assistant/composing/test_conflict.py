from __future__ import annotations

from pathlib import Path

from assistant.answers import AnswerStatus
from assistant.composing.conflict import doubted, flow_and_stock, sides
from ingest.library import Library
from tests.assistant.gathering import NANXUN, gathered, over, quoted, said
from tests.assistant.small_library import NANHU


def test_a_table_and_the_text_that_differ_are_both_shown_with_their_place(library: Library) -> None:
    draft = sides(gathered(library, "南湖2025年技术交易额目标表1和正文对不上，到底是哪个"))
    assert draft.status is AnswerStatus.ANSWERED
    table, text, why = draft.claims
    assert "90亿元" in table.text
    assert "表1" in table.text
    assert NANHU in table.text
    assert "98亿元" in text.text
    assert "发展目标" in text.text
    assert NANHU in text.text
    assert quoted(draft, library) == ["创新产出 | 技术交易额 | 亿元 | 35 | 90", "技术交易额达到98亿元", "到2025年"]
    assert set(why.sources) == {*table.sources, *text.sources}


def test_neither_side_is_called_right(library: Library) -> None:
    text = said(sides(gathered(library, "南湖2025年技术交易额到底是90亿元还是98亿元，哪个才是对的")))
    assert "90亿元" in text
    assert "98亿元" in text
    assert "为准" not in text or "发文机关" in text


def test_a_move_that_the_text_states_is_set_against_the_ranks_of_the_table(haining: Library) -> None:
    draft = sides(gathered(haining, "海宁创新指数排名2020年比2019年上升了几位，表2和正文对不上"))
    stated, ranks, difference, why = draft.claims
    assert "上升3位" in stated.text
    assert "2019年位次 第5位" in ranks.text
    assert "2020年位次 第3位" in ranks.text
    assert (difference.calculation.expression, difference.calculation.result) == ("5 − 3", "2")
    assert why.text.startswith("推算不符")
    assert quoted(draft, haining)[1] == "海宁市 | 6 | 5 | 3 | 3"


def test_values_of_different_years_are_no_contradiction_in_one_year(library: Library) -> None:
    text = said(sides(gathered(library, "南湖2020年国家高新技术企业表1和正文对不上吗")))
    assert "450" not in text


def test_flows_and_totals_are_told_apart(haining: Library) -> None:
    text = said(sides(gathered(haining, "海宁科技型中小企业1000家和860家对不上，口径不一致吗")))
    assert "1000家" in text
    assert "860家" in text
    assert "口径不同" in text


def test_what_nothing_is_said_of_has_no_sides(library: Library) -> None:
    assert sides(gathered(library, "湘湖跨海大桥的造价两种说法哪个对")) is None


NEWS = """南浔科技加速跑

2020年1—11月，南浔区软件业增加值35亿元，软件业增加值占规上工业增加值比重为19.8%。
"""


def test_a_stated_move_is_set_against_both_ranks_of_its_own_row(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN) as library:
        draft = sides(gathered(library, "2019年南浔技术创新指数比上一年上升几位？我用表2算出来跟文字不一样"))
        stated, ranks, due, why = draft.claims
    assert "提升9位" in stated.text
    assert "2018年位次 第20位，2019年位次 第12位" in ranks.text
    assert (due.calculation.result, due.calculation.unit) == ("8", "位")
    assert "推算不符" in why.text


def test_a_rate_that_is_a_ratio_is_told_as_both(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN) as library:
        text = said(sides(gathered(library, "南浔研发机构2015到2020年增长率，表1和推算的对不上，两个数哪个对")))
    assert "160%" in text
    assert "增长 60%（(80 − 50) ÷ 50）" in text
    assert "两年之比 160%（80 ÷ 50）" in text


def test_a_value_and_its_share_are_both_set_against_the_report(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN, 报道=NEWS) as library:
        text = said(doubted(gathered(library, "南浔2020年软件业增加值和占比，新闻里和规划里为什么对不上？")))
    for value in ("40亿元", "35亿元", "21.5%", "19.8%"):
        assert value in text
    assert text.count("时点不同") == 2


def test_a_yearly_figure_is_no_total(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN) as library:
        draft = flow_and_stock(gathered(library, "南浔高新技术企业每年新认定的下限，和2025年总数目标对得上吗？"))
        assert flow_and_stock(gathered(library, "南浔高新技术企业2025年总数目标是多少")) is None
    text = said(draft)
    assert "900家" in text
    assert "每年新认定60家以上" in text
    assert "口径不同" in text


def test_one_value_under_two_years_is_shown_with_both(tmp_path: Path) -> None:
    years = NANXUN.replace("2020年，全区软件业增加值为40亿元。", "2019年，全区技术交易额为8.4亿元。").replace(
        "| 研发机构 | 家 | 50 | 80 | 160 |", "| 技术交易额 | 亿元 | 2.1 | 8.4 | 300 |"
    )
    with over(tmp_path, 南浔=years) as library:
        text = said(sides(gathered(library, "8.4亿元的技术交易额是南浔哪一年的？规划里两处年份不同，对不上")))
    assert "2019年" in text
    assert "2020年 8.4亿元" in text


def test_totals_are_shown_without_yearly_figures_that_nobody_asked_for(haining: Library) -> None:
    text = said(sides(gathered(haining, "海宁国家高新技术企业到底是420家还是另一个数，两处对不上")))
    assert "420家" in text
    assert "每年" not in text


def test_a_move_that_comes_out_is_shown_with_its_sum(tmp_path: Path) -> None:
    with over(tmp_path, 南浔=NANXUN) as library:
        draft = doubted(gathered(library, "南浔2019年科技产出指数位次下降3位，表2算出来一样吗"))
    assert draft is not None
    assert "下降3位" in draft.claims[0].text
    assert draft.claims[-1].calculation.result == "-3"


def test_a_value_under_two_years_is_told_by_the_tables_that_give_the_years(tmp_path: Path) -> None:
    plan = """# 桐乡市科技创新规划

## 一、基础

研发投入强度3.42%，创历史最好成绩。

表1 科技指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年 |
|---|---|---|---|
| 研发投入强度 | % | 2.30 | 3.42 |

表2 各年研发投入

| 指标名称 | 单位 | 2018年 | 2019年 |
|---|---|---|---|
| 研发投入强度 | % | 2.89 | 3.42 |
"""
    with over(tmp_path, 桐乡=plan) as library:
        draft = sides(gathered(library, "桐乡研发投入强度3.42%到底是哪一年的，几张表好像对不上"))
        assert {"2019年 3.42%", "2020年 3.42%"} <= {y for y in ("2019年 3.42%", "2020年 3.42%") if y in said(draft)}


def test_each_of_several_indicators_has_its_sides(tmp_path: Path) -> None:
    plan = "# 平湖市科技创新规划\n\n## 一、基础\n\n目前拥有省级研发中心68家，市级研发中心102家。\n"
    news = "# 平湖科技报道\n\n2020年，平湖现有省级研发中心48家，市级研发中心90家。\n"
    with over(tmp_path, 平湖=plan, 报道=news) as library:
        text = "平湖省级研发中心和市级研发中心各多少家，怎么不一样"
        told = said(sides(gathered(library, text)))
    assert all(number in told for number in ("68", "102", "48", "90"))


def test_two_numbers_to_choose_from_are_shown_where_they_stand(tmp_path: Path) -> None:
    table = "| 指标 | 2015年 | 2020年 |\n|---|---|---|\n| 科技型中小企业（家） | 264 | 813 |\n"
    plan = f"# 桐乡市规划\n\n## 一、基础\n\n截至2020年，共有科技型中小企业815家。\n\n表1 完成情况\n\n{table}"
    with over(tmp_path, 桐乡=plan) as library:
        text = said(doubted(gathered(library, "桐乡2020年科技型中小企业是813还是815家，规划里两个数都有")))
        assert "表1" in text
        assert "813家" in text
        assert "815家" in text


def test_two_values_that_differ_are_set_apart_where_that_is_asked_for(tmp_path: Path) -> None:
    plan = "# 平湖市科技创新规划\n\n## 一、基础\n\n2020年，在孵企业356家。\n"
    news = "# 平湖科技报道\n\n2020年，平湖在孵企业505家。\n"
    with over(tmp_path, 平湖=plan, 报道=news) as library:
        asked = "平湖2020年在孵企业数报道和规划对不上，各是多少？"
        assert "相差 149家（505 − 356）" in said(sides(gathered(library, f"{asked}差多少")))
        assert "相差" not in said(sides(gathered(library, asked)))
