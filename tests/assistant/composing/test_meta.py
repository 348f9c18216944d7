from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assistant.answers import AnswerStatus
from assistant.composing.meta import about_plans, basis, loaded_plans
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said
from tests.assistant.small_library import JIAXING, NANHU, XIUZHOU


@pytest.mark.parametrize(
    ("text", "value", "quote"),
    [
        ("南湖规划的规划期是哪几年", "2021—2025年", "2021—2025年"),
        ("南湖的规划什么时候印发的", "2021年7月12日", "2021年7月12日"),
        ("嘉兴的规划是谁发布的", "嘉兴市人民政府", "嘉兴市人民政府"),
        ("秀洲的意见是正式文件吗", "征求意见稿", "征求意见稿"),
    ],
)
def test_a_fact_about_a_plan_stands_on_its_words(library: Library, text: str, value: str, quote: str) -> None:
    draft = about_plans(gathered(library, text))
    assert len(draft.claims) == 1
    assert value in draft.claims[0].text
    assert quoted(draft, library) == [quote]
    assert draft.claims[0].sources[0].kind == "metadata"


def test_a_draft_is_not_called_issued(library: Library) -> None:
    assert "不是正式印发稿" in said(about_plans(gathered(library, "秀洲的意见正式印发了吗")))


def test_dates_of_several_plans_come_in_order_of_time(library: Library) -> None:
    claims = about_plans(gathered(library, "三份文件分别是什么时候印发的，按先后排一下")).claims
    assert [next(t for t in (JIAXING, NANHU, XIUZHOU) if t in c.text) for c in claims] == [JIAXING, NANHU, XIUZHOU]


def test_a_field_that_the_plan_does_not_give_is_not_made_up(library: Library) -> None:
    draft = about_plans(gathered(library, "南湖规划的文号是多少"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有写明发文字号" in said(draft)


def test_who_signed_stands_beside_who_is_not_named_as_author(library: Library) -> None:
    draft = about_plans(gathered(library, "南湖规划由哪个单位起草的"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    assert "没有写明编制单位；与之最近的是：发文机关：南湖区人民政府" in said(draft)
    assert quoted(draft, library) == ["南湖区人民政府"]


def test_what_is_there_is_given_beside_what_is_missing(library: Library) -> None:
    draft = about_plans(gathered(library, "南湖规划由哪个单位起草的，规划期到哪年"))
    assert draft.status is AnswerStatus.ANSWERED
    assert "2021—2025年" in said(draft)
    assert "没有写明编制单位" in said(draft)


@pytest.mark.parametrize("text", ["你手里有哪些文件", "现在能查哪些规划", "你都收了哪几份材料"])
def test_the_loaded_plans_are_listed(library: Library, text: str) -> None:
    claims = about_plans(gathered(library, text)).claims
    assert claims[0].text == "共3份："
    assert [claim.text for claim in claims[1:]] == [
        f"《{t}》" for t in sorted((JIAXING, NANHU, XIUZHOU), key=_loaded_at)
    ]


def _loaded_at(title: str) -> int:
    return (NANHU, JIAXING, XIUZHOU).index(title)


def test_other_questions_list_no_plans(library: Library) -> None:
    assert loaded_plans(gathered(library, "嘉兴有哪些支持企业的政策")) is None


def test_the_basis_is_the_sentence_that_names_it(library: Library) -> None:
    draft = about_plans(gathered(library, "南湖的规划依据什么编制"))
    assert JIAXING in said(draft)
    (sentence,) = quoted(draft, library)
    assert sentence.startswith("为加快建设创新强区")
    assert sentence.endswith("制定本规划。")


def test_a_plan_that_names_no_basis_has_none(library: Library) -> None:
    assert basis(gathered(library, "秀洲的意见依据什么制定")) is None


RULES = """# 平湖市公共数据管理办法

《平湖市公共数据管理办法》已经2021年4月29日市政府第9次常务会议审议通过，现予公布，自2021年6月15日起施行。

第一条 本办法由市数据局组织起草。

第二条 公共数据应当依法共享。

第三条 《平湖市信息资源管理办法》同时废止。
"""


@pytest.fixture(scope="module")
def rules(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    with over(tmp_path_factory.mktemp("rules"), 平湖=RULES) as opened:
        yield opened


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("平湖公共数据管理办法哪天开始施行", "自2021年6月15日起施行"),
        ("平湖公共数据管理办法哪次会议通过的", "第9次常务会议审议通过"),
        ("平湖公共数据管理办法哪个单位起草的", "由市数据局组织起草"),
        ("平湖公共数据管理办法生效后废止了什么", "同时废止"),
    ],
)
def test_what_a_plan_says_of_itself_is_answered_with_that_sentence(rules: Library, text: str, told: str) -> None:
    draft = about_plans(gathered(rules, text))
    assert told in said(draft)
    assert all(claim.sources for claim in draft.claims)


def test_what_a_plan_does_not_say_of_itself_is_not_made_up(library: Library) -> None:
    draft = about_plans(gathered(library, "南湖规划的作者是谁写的"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS


def test_who_passed_a_plan_and_when_it_was_issued_are_both_told(tmp_path: Path) -> None:
    plan = """# 桐乡市科技创新规划

桐乡市人民政府

2021年9月3日

《桐乡市科技创新规划》已经市政府常务会议讨论通过，现印发给你们。
"""
    with over(tmp_path, 桐乡=plan) as library:
        told = said(about_plans(gathered(library, "桐乡的规划是经什么会议通过的，哪天发的")))
        assert "常务会议" in told
        assert "2021年9月3日" in told


def test_a_document_that_is_not_loaded_is_not_answered_from_others(library: Library) -> None:
    draft = about_plans(gathered(library, "《关于扶持民宿产业的指导意见》是什么时候印发的"))
    assert draft.status is AnswerStatus.NOT_IN_PLANS
    own = about_plans(gathered(library, f"《{NANHU}》是什么时候印发的"))
    assert own.status is AnswerStatus.ANSWERED


DRAFT = """平湖市生态修复规划（草案）

平湖市自然资源局

2021 年 9 月 前    言

本规划提出生态修复的目标和任务，各部门共同实施，全社会共同参与。
"""


def test_who_made_a_draft_and_when_stand_beside_that_it_is_one(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=DRAFT) as library:
        text = said(about_plans(gathered(library, "平湖生态修复规划是定稿吗？谁编的，什么时候的稿子")))
    assert "草案" in text
    assert "平湖市自然资源局" in text
    assert "2021年9月" in text


def test_by_whom_and_in_which_meeting_are_both_told(tmp_path: Path) -> None:
    letter = "# 平湖市规划\n\n平湖市人民政府办公室\n\n2021年5月6日\n\n"
    letter += "《平湖市规划》已经市政府常务会议讨论通过，现印发给你们。\n\n"
    made = "根据省、市部署，依据《平湖市第十四个五年规划纲要》，特制定本规划。规划期限为2021—2025年，展望至2035年。\n"
    with over(tmp_path, 平湖=f"{letter}{made}") as library:
        assert "常务会议" in said(about_plans(gathered(library, "平湖规划是在什么会上讨论过的")))
        told = said(about_plans(gathered(library, "平湖规划落款是哪个单位？发之前过了什么会")))
        assert "常务会议" in told
        assert "发文机关：平湖市人民政府办公室" in told
        assert "第十四个五年规划纲要" in said(about_plans(gathered(library, "平湖规划是照着哪份纲要来编的")))
        for text in ("平湖规划只管到2025吗，还是往更远看了", "平湖规划管几年？远景展望到哪一年"):
            assert "展望至2035年" in said(about_plans(gathered(library, text)))


def test_the_period_and_the_basis_are_both_told(tmp_path: Path) -> None:
    made = "本规划遵循省、市部署，依据为《平湖市第十四个五年规划纲要》，规划期限为2021—2025年。"
    with over(tmp_path, 平湖=f"# 平湖市规划\n\n平湖市人民政府\n\n2021年5月6日\n\n{made}\n") as library:
        told = said(about_plans(gathered(library, "平湖规划管几年到几年？上位依据是哪一份")))
    assert ["2021—2025年" in told, "第十四个五年规划纲要" in told] == [True, True]
