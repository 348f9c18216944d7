"""What is found about gold questions."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals.check import check, check_files, loaded_from
from evals.corpus import Corpus
from evals.errors import PlansMissing
from tests.evals.invented import CASES, FIRMS, GROWTH, LEAD, NOWHERE, PLANS, YUNXI, gold_file

CORPUS_OF = Corpus(loaded_from([PLANS]), CASES)


def found(*cases: object, level: str = "错误") -> list[str]:
    return [one.said for one in check(cases, CORPUS_OF) if one.level == level]


def changed(**fields: object) -> object:
    return type(FIRMS).model_validate(FIRMS.model_dump() | fields)


def test_good_questions_have_nothing_against_them(tmp_path: Path) -> None:
    cases, findings = check_files([gold_file(tmp_path)], [PLANS])
    assert len(cases) == len(CASES)
    assert findings == ()


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"evidence": [{"doc": YUNXI, "quote": "达601家以上"}]}, "没有这句原文：达601家以上"),
        ({"evidence": [{"doc": "别处.md", "quote": "达600家以上"}]}, "找不到规划“别处.md”"),
        ({"evidence": []}, "可回答的题没有依据"),
        ({"question": "云溪2025年高企达到600家吗，多少家？"}, "题面已经给出答案：600家"),
        ({"answer": ""}, "没有标准答案"),
        ({"answer": "达700家以上"}, "标准答案自己评不到满分：缺要点 600家"),
        ({"answer": "到2026年达600家以上"}, "标准答案自己评不到满分：年份不符"),
        ({"answer": "到2025年达600家以上，不是15000家"}, "标准答案自己评不到满分：含有不该有的 15000家"),
        ({"forbidden": ["600 家"]}, "同时是要点又不该出现：600家"),
    ],
)
def test_what_makes_a_question_unfit_is_an_error(fields: dict[str, object], said: str) -> None:
    assert any(said in one for one in found(changed(**fields)))


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (
            {"key_facts": [["600家"], ["全区"]], "question": "全区高企目标？", "answer": "全区600家以上"},
            "题面含有要点：全区",
        ),
        ({"key_facts": [["600家"], ["翻番"]], "answer": "600家以上，翻番"}, "依据里没有这些要点：翻番"),
        ({"answer": "到2025年达600家"}, "数值 >=600家 在标准答案里：漏掉或多出“以上”等"),
        ({"evidence": [{"doc": YUNXI, "quote": "家"}]}, "依据太长或太短"),
    ],
)
def test_what_is_odd_is_a_hint(fields: dict[str, object], said: str) -> None:
    assert any(said in one for one in found(changed(**fields), level="提示"))


def test_the_same_question_twice_is_an_error_and_nearly_the_same_a_hint() -> None:
    twice, alike = changed(id="x"), changed(id="y", question="云溪到2025年高企要多少家呢？")
    assert found(FIRMS, twice) == ["与 t-1 是同一个问题"]
    assert found(FIRMS, alike, level="提示") == ["与 t-1 问得很像"]
    assert found(FIRMS, LEAD, level="提示") == []


def test_evidence_for_the_unanswerable_is_a_hint() -> None:
    odd = NOWHERE.model_copy(update={"evidence": FIRMS.evidence})
    assert found(odd, level="提示") == ["不可回答的题带了依据"]


def test_no_plans_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlansMissing, match="--plans"):
        loaded_from([tmp_path])


def test_every_way_of_writing_what_is_worked_out_must_follow_from_the_evidence() -> None:
    facts = [["253家", "254家"], ["72.9%", "72.91%"]]
    wrong = GROWTH.model_copy(update={"key_facts": tuple(map(tuple, facts)), "answer": "600-347=253家，增长72.9%。"})
    assert found(wrong, level="提示") == ["从依据算不出这些数：254家"]


def test_a_follow_up_may_work_out_its_answer() -> None:
    turns = [{"role": "user", "content": "云溪高企2020年多少家？"}, {"role": "assistant", "content": "347家"}]
    asked = {"type": "multiturn", "history": turns, "question": "到2025年要再添几家？", "values": []}
    assert found(changed(**asked, key_facts=[["253家"]], answer="253家"), level="提示") == []
    assert found(changed(**asked, key_facts=[["254家"]], answer="254家"), level="提示") == ["依据里没有这些要点：254家"]
