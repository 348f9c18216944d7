from __future__ import annotations

from collections.abc import Iterator

import pytest

from assistant.chain import Assistant
from assistant.composing.worked import worked
from ingest.library import Library
from tests.assistant.gathering import gathered, over, said
from tests.assistant.grants import YUNHE
from tests.assistant.small_library import ask, check_sources


@pytest.fixture(scope="module")
def yunhe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("yunhe"), 云和=YUNHE) as opened:
        yield opened


@pytest.mark.parametrize(
    ("question", "line"),
    [
        ("云和县新建一个中型冰场奖励多少？", "中型冰场：40万元"),
        ("云和县省级企业技术中心首次认定奖多少", "省级企业技术中心：35万元"),
        ("我们在云和县新种了600亩茶园，能拿多少奖励？", "按此计算 150000元，即 15万元（600 × 250）"),
        ("云和县新发展300亩茶园奖多少", "按此计算 45000元，即 4.5万元（300 × 150）"),
        ("旅行社一年往云和县送了6万游客，怎么奖？", "按此计算 9万元（60000 ÷ 20000 × 3）"),
        ("云和县医院采购金额900万元，医保基金最少提前预付多少？", "按此计算 至少 180万元（900 × 20 ÷ 100）"),
    ],
)
def test_a_tier_or_a_rate_is_applied_to_what_is_asked_and_leaves_the_checks(
    yunhe: Library, question: str, line: str
) -> None:
    answer = ask(Assistant(yunhe), question)
    assert any(one.startswith(line) for one in answer.text.splitlines())
    assert answer.status == "answered"
    check_sources(answer, yunhe)


def test_the_sentence_of_the_other_range_is_not_told(yunhe: Library) -> None:
    assert "150元/亩" not in said(worked(gathered(yunhe, "云和县新种了600亩茶园，能拿多少奖励？")))


def test_a_sum_beyond_the_ceiling_is_told_with_it(yunhe: Library) -> None:
    text = ask(Assistant(yunhe), "云和县企业股权融资金额3000万元，奖励多少？").text
    assert "按此计算 90万元" in text
    assert "以上限为准：每家企业每年不超过50万元" in text


def test_a_figure_outside_all_ranges_is_said_to_be(yunhe: Library) -> None:
    for question in ("云和县新发展50亩茶园有奖励吗", "旅行社一年往云和县送了8000名游客，有奖励吗？"):
        assert "不在文本所列的范围内" in ask(Assistant(yunhe), question).text


def test_a_ceiling_that_the_next_sentence_sets_is_found(yunhe: Library) -> None:
    text = ask(Assistant(yunhe), "云和县检测券一家公司一年最多能用多少钱？").text
    assert "检测券" in text
    assert "全年合计不超过6万元" in text


@pytest.mark.parametrize("question", ["云和县冰场奖励多少", "云和县由谁奖励冰场", "云和县对企业有什么奖励"])
def test_what_names_no_tier_and_no_figure_is_left_to_others(yunhe: Library, question: str) -> None:
    assert worked(gathered(yunhe, question)) is None


def test_what_is_paid_for_each_of_two_things_is_told_for_both(yunhe: Library) -> None:
    text = ask(Assistant(yunhe), "云和县完成股权融资的企业奖多少？国家企业技术中心呢？").text
    assert "3%" in text
    assert "110万元" in text


def test_what_those_who_ask_did_is_what_they_are_paid_for(yunhe: Library) -> None:
    text = ask(Assistant(yunhe), "我们村新建了一个小型冰场，云和县奖励多少？").text
    assert text.startswith("小型冰场：6万元")
