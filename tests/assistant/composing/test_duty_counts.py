from __future__ import annotations

from assistant.composing.duty_counts import duties_counted
from ingest.library import Library
from tests.assistant.gathering import gathered, said


def names(library: Library, question: str) -> list[str]:
    return [claim.text for claim in duties_counted(gathered(library, question)).claims]


def test_the_article_with_most_units_is_named_with_each_of_them(tonglu: Library) -> None:
    told = names(tonglu, "桐庐哪条责任单位最多，有几家")
    assert "引进外资研发中心" in told[0]
    assert told[1] == "共4家单位："
    assert told[2:] == ["县商务局", "县科技局", "县人力社保局", "县自然资源局"]


def test_the_articles_with_fewest_units_are_named(tonglu: Library) -> None:
    assert ["孵化器" in told or "大学生" in told for told in names(tonglu, "桐庐责任单位最少的是哪几条")] == [
        True,
        True,
    ]


def test_the_articles_with_one_unit_and_with_none_are_listed(tonglu: Library) -> None:
    assert names(tonglu, "桐庐哪几条只有一家责任单位") == ["共2项：", "4.支持孵化器提档升级", "7.支持大学生创业"]
    assert names(tonglu, "桐庐哪几条没有写责任单位") == ["共1项：", "3.推广创新券"]


def test_the_rule_that_the_first_unit_leads_is_quoted(library: Library) -> None:
    assert "牵头单位" in said(duties_counted(gathered(library, "秀洲意见里怎么看出谁牵头")))


def test_a_plan_without_notes_or_rule_and_other_questions_have_none(library: Library, tonglu: Library) -> None:
    assert duties_counted(gathered(library, "南湖哪条责任单位最多")) is None
    assert duties_counted(gathered(tonglu, "桐庐怎么看出谁牵头")) is None
    assert duties_counted(gathered(tonglu, "桐庐支持大学生创业谁负责")) is None
