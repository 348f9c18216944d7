from __future__ import annotations

import pytest

from assistant.records.numbered_items import Listing, claims, listings, opened
from assistant.retrieval.terms import Terms
from ingest.plans import Plan
from tests.assistant.gathering import over

RULES = """# 平湖市屋顶光伏扶持办法

## 第一条（支持范围）

（一）厂房光伏

（二）校园光伏

## 第二条（申报材料）

“电量奖励”申报材料：

（一）奖励申请表；

（二）营业执照复印件；

（三）真实性承诺函。

“屋顶补贴”申报材料：

（一）房屋产权证明；

（二）屋顶租赁协议。

## 第三条（附则）

本办法由市发展改革局解释。
"""
NO_WORDS = Terms({}, {}, ())


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    library = over(tmp_path_factory.mktemp("items"), 平湖=RULES)
    return library.plan(library.plans()[0].id)


def _found(plan: Plan) -> list[Listing]:
    return list(listings(plan))


def test_each_run_of_numbers_is_a_list_with_what_opens_it(plan: Plan) -> None:
    titles = [listing.title for listing in _found(plan)]
    assert "支持范围" in titles
    assert "“电量奖励”申报材料：" in titles
    assert "“屋顶补贴”申报材料：" in titles


def test_the_items_are_whole_and_each_has_its_place(plan: Plan) -> None:
    listing = next(one for one in _found(plan) if "电量奖励" in one.title)
    items = claims(listing, NO_WORDS)
    assert [claim.text.rstrip("；。") for claim in items] == [
        "（一）奖励申请表",
        "（二）营业执照复印件",
        "（三）真实性承诺函",
    ]
    assert all(claim.text.rstrip("；。") in plan.quote(claim.sources[0].span) for claim in items)


def test_the_opening_line_is_told_without_its_colon(plan: Plan) -> None:
    by_line = next(one for one in _found(plan) if "屋顶补贴" in one.title)
    by_heading = next(one for one in _found(plan) if one.title == "支持范围")
    assert [claim.text for claim in opened(by_line, NO_WORDS)] == ["“屋顶补贴”申报材料"]
    assert opened(by_heading, NO_WORDS) == []


def test_what_is_told_of_a_list_names_its_plan_and_headings(plan: Plan) -> None:
    listing = next(one for one in _found(plan) if "屋顶补贴" in one.title)
    assert "平湖市屋顶光伏扶持办法" in listing.told
    assert "申报材料" in listing.told
