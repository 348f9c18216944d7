from __future__ import annotations

from pathlib import Path

from assistant.records.unfit import unfit
from ingest.library import Library
from tests.assistant.gathering import gathered, over

PLAN = (
    "# 桐乡市双创载体规划\n\n## 一、基础\n\n现有双创载体16家，含国家级孵化器3家、省级孵化器5家。\n\n"
    "两个园区的高新技术企业实现两倍增。\n"
)


def test_another_years_sentence_does_not_answer_for_the_asked_year(library: Library) -> None:
    evidence = gathered(library, "南湖2035年国家高新技术企业有多少家")
    told = next(c for c in evidence.candidates if "212家" in c.text)
    assert unfit(told, evidence)


def test_a_part_of_a_list_is_the_thing_asked_for(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=PLAN) as library:
        evidence = gathered(library, "桐乡国家级孵化器、省级的各几家？")
        told = next(c for c in evidence.candidates if "16家" in c.text)
        assert not unfit(told, evidence)


def test_two_parks_are_no_number_of_firms(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡=PLAN) as library:
        evidence = gathered(library, "桐乡高新技术企业有多少家？")
        told = next(c for c in evidence.candidates if "两倍增" in c.text)
        assert [q.unit for q in told.quantities] in ([], ["个"], ["个", "倍"])


def test_a_sentence_that_says_all_of_the_question_is_no_other_things(tmp_path: Path) -> None:
    plan = "# 桐乡市人才规划\n\n## 一、目标\n\n到2025年，培育数字经济领军人才40名、生命健康领军人才20名。\n"
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "桐乡生命健康领军人才培育多少名")
        assert not unfit(evidence.candidates[0], evidence)


def test_neither_one_set_nor_two_times_is_a_count_of_things(tmp_path: Path) -> None:
    plan = (
        "# 桐乡市数据规划\n\n## 一、目标\n\n利用2-3年时间，为数据专区建立一套制度，连续两次评估不合格的数据专区退出。\n"
    )
    with over(tmp_path, 桐乡=plan) as library:
        evidence = gathered(library, "桐乡要建成多少个数据专区")
        assert all(unfit(c, evidence) for c in evidence.candidates)


def test_what_is_to_be_added_does_not_tell_what_there_is(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡="# 桐乡市规划\n\n## 一、目标\n\n新增科技型上市企业5家以上。\n") as library:
        (told,) = gathered(library, "桐乡新增科技型上市企业多少家").candidates[:1]
        assert not unfit(told, gathered(library, "桐乡新增科技型上市企业多少家"))
        assert unfit(told, gathered(library, "桐乡已有科技型上市企业多少家"))


def test_spending_is_no_income(tmp_path: Path) -> None:
    with over(tmp_path, 桐乡="# 桐乡市规划\n\n## 一、目标\n\n2025年财政支出130亿元。\n") as library:
        asked = gathered(library, "桐乡2025年财政收入多少亿元")
        assert unfit(asked.candidates[0], asked)
