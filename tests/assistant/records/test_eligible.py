from __future__ import annotations

from pathlib import Path

from assistant.records.choose import choose
from assistant.records.eligible import about, fitting, whole
from ingest.library import Library
from tests.assistant.gathering import gathered, over


def test_a_candidate_is_about_what_its_passage_or_headings_name(library: Library) -> None:
    evidence = gathered(library, "长三角科技城怎么推进")
    (chosen, *_) = choose(evidence)
    assert about(chosen, "长三角科技城", evidence)
    assert not about(chosen, "青山湖科技城东区", evidence)


def test_things_of_a_kind_are_those_that_are_called_so(tmp_path: Path) -> None:
    pools = "构建“成果池”“资金池”“风险池”联动机制，推动成果转化。"
    plan = f"# 平湖市规划\n\n## 一、转化\n\n破解平台成果转化障碍，构建部门联动机制，促成成果落地。\n\n{pools}\n"
    with over(tmp_path, 平湖=plan) as library:
        evidence = gathered(library, "平湖用几个“池子”联动来促成成果落地，分别是什么池？")
        assert [candidate.text for candidate in fitting(evidence)] == [pools]
        assert [candidate.text for candidate in choose(evidence)] == [pools]


def test_the_title_of_a_plan_says_what_its_sentences_need_not(tmp_path: Path) -> None:
    with over(tmp_path, 平湖="# 平湖市创业补贴办法\n\n## 一、申请\n\n向人社部门提出申请。\n") as library:
        evidence = gathered(library, "平湖创业补贴向谁申请")
        (candidate,) = [c for c in evidence.candidates if "人社部门" in c.text]
        assert whole(candidate, evidence).endswith("平湖市创业办法")
