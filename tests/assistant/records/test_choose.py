from __future__ import annotations

from pathlib import Path

import pytest

from assistant.records.choose import choose
from assistant.records.unfit import unfit
from ingest.library import Library
from tests.assistant.gathering import gathered, over

RULES = """# 平湖市公共数据管理办法

## 一、账号

一个单位在同一平台只开设一个账号，不得重复开设，也不得转借他人。单位账号名称应当简洁规范，并与主要职责相关联，便于公众识别和监督。

## 二、平湖科技城

科技城另行设置账号，由管委会统一维护。

入驻企业共用12个账号，到期收回。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return over(tmp_path_factory.mktemp("rules"), 平湖=RULES)


def texts(library: Library, question: str) -> list[str]:
    return [candidate.text for candidate in choose(gathered(library, question))]


def test_candidates_are_chosen_best_first_and_few(library: Library) -> None:
    chosen = choose(gathered(library, "揭榜挂帅怎么推行"))
    assert "揭榜挂帅" in chosen[0].text
    assert len(chosen) <= 4
    assert choose(gathered(library, "量子通信干线怎么建")) == []


def test_what_stands_before_a_sentence_in_its_section_says_what_it_is_about(rules: Library) -> None:
    assert texts(rules, "平湖科技城入驻企业共用几个账号") == ["入驻企业共用12个账号，到期收回。"]


def test_a_number_in_words_answers_how_many(rules: Library) -> None:
    evidence = gathered(rules, "一个单位在同一平台能开几个账号")
    assert choose(evidence)[0].text == "一个单位在同一平台只开设一个账号，不得重复开设，也不得转借他人。"
    fits = {candidate.text: not unfit(candidate, evidence) for candidate in evidence.candidates}
    assert not fits["单位账号名称应当简洁规范，并与主要职责相关联，便于公众识别和监督。"]


def test_of_two_sentences_of_a_section_that_fit_alike_both_are_given(tmp_path: Path) -> None:
    plan = (
        "# 桐乡市数据运营办法\n\n## 一、考核\n\n主管部门定期考核运营单位。\n\n"
        "运营单位考核较差的，予以约谈。运营单位考核优秀的，优先试点。\n"
    )
    with over(tmp_path, 桐乡=plan) as library:
        told = texts(library, "运营单位考核结果怎么用")
    assert {"运营单位考核较差的，予以约谈。", "运营单位考核优秀的，优先试点。"} <= set(told)


def test_a_sentence_about_another_rate_does_not_answer_for_the_asked_one(tmp_path: Path) -> None:
    text = "# 云溪区水务规划\n\n到2025年，新建住宅供水设施移交率达到100%。管网漏损率另行考核。\n"
    with over(tmp_path, 云溪=text) as library:
        evidence = gathered(library, "云溪2025年供水管网漏损率要降到多少")
        assert [c.text for c in choose(evidence) if "移交率" in c.text] == []


def test_a_payment_for_something_else_does_not_answer(tmp_path: Path) -> None:
    text = """# 平湖市科技措施

## 一、共享仪器

企业使用大型科学仪器的费用，每家企业每年最高补助100万元。

## 二、脑机接口

推动脑机接口企业开展临床试验。
"""
    with over(tmp_path, 平湖=text) as library:
        assert texts(library, "平湖企业使用大型仪器最多补贴多少万元")[0].endswith("最高补助100万元。")
        assert texts(library, "平湖脑机接口临床试验最多补贴多少万元") == []


def test_places_set_against_each_other_have_a_sentence_each(tmp_path: Path) -> None:
    plan = """# 桐乡市科技创新规划

## 一、平台

振东科技城。聚焦高端装备和新材料领域。

濮院科技城。以数字经济为核心领域，建设实验室。
"""
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "桐乡振东科技城和濮院科技城聚焦的领域有什么不同")
        text = "".join(c.text for c in choose(evidence))
        assert "高端装备" in text
        assert "数字经济" in text


def test_beside_a_number_that_says_all_nothing_near_is_told(tmp_path: Path) -> None:
    told = "2020年，完成专利申请量14000件，其中发明专利3000件；完成授权专利8000件，其中发明专利900件。"
    with over(tmp_path, 平湖=f"# 平湖市规划\n\n## 一、基础\n\n{told}\n") as library:
        chosen = choose(gathered(library, "2020年平湖完成专利申请量多少件，其中发明专利多少件"))
    assert "14000件" in chosen[0].text
    assert len(chosen) == 1


def test_a_number_of_a_place_without_a_plan_stands_beside_its_name(tmp_path: Path) -> None:
    plan = (
        "# 桐乡市园区规划\n\n## 一、目标\n\n"
        "两个国家级园区建设创新产业园区；支持富阳等省级园区实现创新产业园区目标。\n\n富阳创新产业园区目标5个。\n"
    )
    with over(tmp_path, 桐乡=plan) as library:
        assert texts(library, "富阳创新产业园区的目标是多少") == ["富阳创新产业园区目标5个。"]


def test_things_of_a_kind_are_those_that_are_called_so(tmp_path: Path) -> None:
    plan = "# 桐乡市规划\n\n## 一、机制\n\n成果转化机制要健全完善。\n\n成果转化设“资金池”“政策池”。\n"
    with over(tmp_path, 桐乡=plan) as library:
        assert "资金池" in texts(library, "桐乡成果转化机制提的是什么池")[0]


def test_a_question_for_a_number_must_be_said_more_fully_than_one_for_words(rules: Library) -> None:
    asked = "平湖重复开设转借、公众识别、统一维护、到期收回"
    assert choose(gathered(rules, f"{asked}怎么安排"))
    assert choose(gathered(rules, f"{asked}一共安排多少个")) == []
