from __future__ import annotations

from pathlib import Path

import pytest

from assistant.composing.compose import compose
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said

RULES = """# 平湖市政务数据管理办法

第一条 政务数据共享，应当遵循以下原则：

（一）无偿共享原则。部门之间不得收费。

（二）需求导向原则。按职责提出需求。

（三）安全可控原则。谁使用谁负责。

第二条 申请资助应当提交下列材料：申请表；

项目合同；

上年度审计报告。

第三条 本办法由市数据局解释。
"""
REGIONS = """# 海宁市区域协调规划

## 一、空间布局

依托中心城区，逐步形成三个经济片区，各有分工。

### 1．东部临港片区

发展临港装备。

### 2．中部都市片区

发展现代服务。

### 3．西部生态片区

发展文旅康养。

## 二、保障

建立四项制度，加强考核。
"""


@pytest.fixture(scope="module")
def plans(tmp_path_factory: pytest.TempPathFactory) -> Library:
    return over(tmp_path_factory.mktemp("leads"), 平湖=RULES, 海宁=REGIONS)


def test_numbered_items_behind_a_colon_belong_to_the_sentence_before_it(plans: Library) -> None:
    draft = compose(gathered(plans, "政务数据共享要遵循哪些原则"))
    assert [name in said(draft) for name in ("无偿共享", "需求导向", "安全可控")] == [True] * 3
    assert "第二条" not in said(draft)
    assert all(claim.sources for claim in draft.claims)


def test_a_section_that_says_how_many_parts_it_has_is_answered_with_their_headings(plans: Library) -> None:
    draft = compose(gathered(plans, "海宁逐步形成的三个经济片区分别是哪些"))
    assert quoted(draft, plans)[-3:] == ["1．东部临港片区", "2．中部都市片区", "3．西部生态片区"]


def test_a_number_that_its_section_has_no_parts_for_leads_nothing_in(plans: Library) -> None:
    assert "片区" not in said(compose(gathered(plans, "海宁建立哪四项制度")))


def test_items_parted_by_semicolons_end_with_the_last_of_them(tmp_path: Path) -> None:
    plan = "# 桐乡市资助办法\n\n申请资助应当提交下列材料：\n\n申请表；\n\n项目合同；\n\n审计报告。\n\n另行通知。\n"
    with over(tmp_path, 桐乡=plan) as library:
        told = said(compose(gathered(library, "申请资助应当提交哪些材料")))
    assert [name in told for name in ("申请表", "项目合同", "审计报告", "另行通知")] == [True, True, True, False]


def test_a_list_that_begins_in_the_sentence_goes_on_behind_it(tmp_path: Path) -> None:
    three = "（1）不敢创新。家底薄弱。（2）不能创新。人才短缺。（3）不愿创新。安于现状。"
    plan = f"# 桐乡市创新规划\n\n企业表现为“三个不”：{three}\n"
    with over(tmp_path, 桐乡=plan) as library:
        told = said(compose(gathered(library, "企业“三个不”是哪三个")))
    assert [name in told for name in ("不敢创新", "不能创新", "不愿创新")] == [True] * 3


def test_cases_parted_by_semicolons_are_told_to_the_last_one(tmp_path: Path) -> None:
    plan = (
        "# 桐乡市采购办法\n\n按入围企业数量采取相应方式：三家以上的，公开招标；两家的，协商议价；一家的，谈判采购。\n"
    )
    with over(tmp_path, 桐乡=plan) as library:
        told = said(compose(gathered(library, "入围企业数量不同，分别采取哪种采购方式")))
    assert [name in told for name in ("公开招标", "协商议价", "谈判采购")] == [True] * 3


def test_headings_as_many_as_a_sentence_says_before_its_colon_are_what_it_leads_in(tmp_path: Path) -> None:
    works = "".join(
        f"{n}是实施{name}工程，打造亮点。走访企业30家。\n\n"
        for n, name in zip("一二三", ("提质", "升级", "增效"), strict=True)
    )
    with over(tmp_path, 桐乡=f"# 桐乡科技工作报道\n\n## 一、做法\n\n科技局统筹实施“三大工程”：\n\n{works}") as library:
        told = said(compose(gathered(library, "桐乡科技局统筹搞的三个工程分别叫什么名字")))
    assert [name in told for name in ("提质工程", "升级工程", "增效工程", "走访")] == [True, True, True, False]
