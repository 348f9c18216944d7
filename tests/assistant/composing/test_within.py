from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.composing.within import within_a_sentence
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said

PLAN = """# 平湖市科技创新“十四五”规划

平湖市人民政府

2021年9月3日

## 一、发展基础

2016至2019年，全市完成授权专利4000件，其中发明专利500件。累计服务科技贷款企业40家，贷款额度9000万元。
2020年，研发经费占地区生产总值比重为3.1%，新增孵化器12家，新增众创空间7家。
全年合计申报高企173家，其中新申报企业121家（119家进入公示），重新申报52家。
2020年，城镇居民家庭平均每人全年收入40000元，其中工资性收入30000元，经营性收入2000元。
"""


@pytest.fixture(scope="module")
def pinghu(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("within"), 平湖=PLAN) as library:
        yield library


def test_a_part_is_set_against_the_whole_that_its_sentence_tells(pinghu: Library) -> None:
    draft = within_a_sentence(gathered(pinghu, "平湖授权专利里发明专利占比多少"))
    assert "占比 12.5%（500 ÷ 4000）" in said(draft)
    assert [i.value for i in draft.indicators] == ["4000", "500"]


def test_a_whole_without_a_record_of_its_own_is_read_from_the_sentence(pinghu: Library) -> None:
    asked = "平湖2020年城镇居民家庭人均全年收入里工资性收入占百分之多少"
    assert "占比 75%（30000 ÷ 40000）" in said(within_a_sentence(gathered(pinghu, asked)))
    assert within_a_sentence(gathered(pinghu, asked.replace("2020", "2019"))) is None


def test_an_amount_is_shared_out_over_what_is_counted_before_it(pinghu: Library) -> None:
    for text in ("平湖科技贷款企业平均每家贷了多少", "平湖科技贷款服务了40家一共9000万，平均一家多少"):
        assert "平均每家 225万元（9000 ÷ 40）" in said(within_a_sentence(gathered(pinghu, text)))


def test_what_a_bracket_sets_off_is_a_part_of_the_figure_before_it(pinghu: Library) -> None:
    text = said(within_a_sentence(gathered(pinghu, "平湖新申报高企的，进公示的比例有多高")))
    assert "（119 ÷ 121 = 98.35%）" in text


@pytest.mark.parametrize(
    "text",
    [
        "平湖研发经费占地区生产总值比重多少",
        "平湖孵化器里众创空间占比多少",
        "平湖授权专利多少件",
        "授权专利占比最多的是谁",
        "平湖2020年授权专利里发明专利占比多少",
    ],
)
def test_other_figures_are_not_reckoned_with(pinghu: Library, text: str) -> None:
    assert within_a_sentence(gathered(pinghu, text)) is None


def test_the_figures_of_a_sentence_that_are_named_add_up(pinghu: Library) -> None:
    told = said(within_a_sentence(gathered(pinghu, "平湖2020年新增孵化器和新增众创空间加起来多少家")))
    assert told.endswith("合计 19家（12 + 7）")
    for other in ("新增孵化器、新增众创空间和加速器合计多少家", "新增孵化器和研发经费占比合计多少"):
        assert within_a_sentence(gathered(pinghu, f"平湖2020年{other}")) is None


def test_what_one_gets_may_be_asked_by_what_is_counted_alone(pinghu: Library) -> None:
    assert "平均每家 225万元（9000 ÷ 40）" in said(within_a_sentence(gathered(pinghu, "平湖科技贷款户均多少万")))


BRACKETS = """# 平湖市2020年科技工作报道

平湖市科技局

2021年1月3日

2020年，全市申报高新技术企业173家，其中新申报企业121家（119家进入公示），重新申报52家。
2020年，征集攻关项目50项，最终12个项目立项，共计补助984万元。
2020年，完成专利申请14000件，其中发明专利3000件。
2020年，完成专利授权8000件，其中发明专利980件。
"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("平湖2020年新申报企业里，最后进入公示的占百分之几", ["119 ÷ 121"]),
        ("平湖2020年申报高新技术企业里新申报企业占比多少", ["121 ÷ 173"]),
        ("平湖2020年攻关项目立项的平均一个补助多少万", ["984 ÷ 12"]),
        ("平湖2020年发明专利在专利申请和专利授权中各占多大比例", ["3000 ÷ 14000", "980 ÷ 8000"]),
        ("平湖2020年专利申请里发明专利占到三成了吗", ["没有达到，", "3000 ÷ 14000"]),
        ("平湖2020年专利申请里发明专利占到两成了吗", ["达到了，", "3000 ÷ 14000"]),
    ],
)
def test_of_several_parts_the_one_that_is_asked_for_is_set_against_its_whole(
    tmp_path: Path, text: str, told: list[str]
) -> None:
    with over(tmp_path, 平湖=BRACKETS) as library:
        answer = said(within_a_sentence(gathered(library, text)))
        assert all(words in answer for words in told)
        assert answer.count("÷") == sum("÷" in words for words in told)
