from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from assistant.composing.further import with_further
from assistant.composing.sentences import in_sentences, refuse
from tests.assistant.gathering import gathered, over, quoted, said

PLAN = """# 桐乡市科技创新规划

## 一、人才

围绕技能人才的培养，组织岗位练兵和技术比武。

为迁入的家庭提供公寓。

## 二、转化

七个专项行动覆盖成果转化和机制改革。

五个专项行动覆盖成果转化和机制改革。

以“成果池”“资金池”“政策池”的联动机制，把成果转化做实。

## 三、企业

支持企业同院校共建实训基地，技能人才由企业自己带出来。
"""


def test_a_sentence_that_nearly_came_first_follows_the_answer_as_a_further_one(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=PLAN) as library:
        evidence = gathered(library, "桐乡怎么培养技能人才")
        first = in_sentences(evidence)
        draft = with_further(first, evidence)
        (added,) = draft.claims[len(first.claims) :]
        assert "岗位练兵" in said(first)
        assert added.text.startswith("另见：支持企业同院校共建实训基地")
        assert quoted(draft, library)[-1].startswith("支持企业同院校共建实训基地")
        assert "公寓" not in said(draft)


def test_beside_a_number_stands_what_adds_words_of_the_question_without_a_number(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=PLAN) as library:
        evidence = gathered(library, "桐乡成果转化机制说的几个“池”怎么联动")
        first = in_sentences(evidence)
        (added,) = with_further(first, evidence).claims[len(first.claims) :]
        assert "联动" not in said(first)
        assert "“成果池”“资金池”“政策池”的联动机制" in added.text


def test_an_answer_that_says_all_of_it_and_a_refusal_stay_as_they_are(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=PLAN) as library:
        evidence = gathered(library, "桐乡给谁提供公寓")
        assert with_further(draft := in_sentences(evidence), evidence) == draft
        assert with_further(refused := refuse(evidence), evidence) == refused


def test_what_could_be_taken_for_a_citation_or_a_link_is_no_further_sentence(tmp_path: Path) -> None:
    told = PLAN.replace("技能人才由企业自己带出来。", "技能人才由企业自己带出来[7]。")
    with over(tmp_path, 桐乡=told) as library:
        evidence = gathered(library, "桐乡怎么培养技能人才")
        assert "[7]" not in said(with_further(in_sentences(evidence), evidence))


def test_of_what_is_asked_about_by_name_no_other_is_shown_besides(tmp_path: Path) -> None:
    plan = """# 桐乡市科技创新规划

## 一、平台

云谷。培育云计算、智慧医疗等未来产业。

## 二、产业

面向未来产业，发展类脑计算和量子信息。
"""
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "桐乡云谷要培育哪些未来产业")
        told = said(with_further(in_sentences(evidence), evidence))
        assert "云计算" in told
        assert "类脑计算" not in told


def test_what_tells_the_same_number_is_not_told_again(tmp_path: Path) -> None:
    plan = "# 桐乡市规划\n\n## 一、目标\n\n创业园区面积达到52亩。\n\n园区面积52亩，绿地面积80亩，创业家庭公寓30亩。\n"
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "桐乡创业园区面积多少亩")
        first = in_sentences(evidence)
        assert "80亩" not in said(with_further(replace(first, claims=first.claims[:1]), evidence))
