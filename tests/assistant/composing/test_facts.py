from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from assistant.composing.facts import labelled, stating_sentence, status
from ingest.library import Library
from ingest.plans import Plan
from tests.assistant.gathering import over

PAGE = """发文机关：平湖市人民政府
主题分类：科技、教育
成文日期：2021年5月6日

# 平湖市科研经费管理办法

平湖市人民政府

2021年5月6日

第一条 科研经费应当专款专用。

第二条 本办法自2021年6月15日起施行，有效期三年。
"""


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plan]:
    with over(tmp_path_factory.mktemp("page"), 平湖=PAGE) as library:
        yield library.plan(library.plans()[0].id)


def _plan(library: Library, title: str) -> Plan:
    return next(plan for record in library.plans() if title in (plan := library.plan(record.id)).title)


def test_a_draft_is_called_one(library: Library) -> None:
    (claim,) = status(_plan(library, "秀洲"), "正式印发了吗")
    assert "不是正式印发稿" in claim.text


def test_a_plan_that_nothing_marks_is_told_by_how_it_is_signed(library: Library) -> None:
    (claim,) = status(_plan(library, "南湖"), "现在还有效吗")
    assert "没有标注" in claim.text
    assert "署明：南湖区人民政府，2021年7月12日" in claim.text
    assert "没有写明施行日期和有效期" in claim.text


def test_since_when_and_until_when_it_holds_is_quoted(page: Plan) -> None:
    signed, holds = status(page, "还有效吗")
    assert "没有写明" not in signed.text
    assert "有效期三年" in holds.text


def test_a_labelled_line_is_read_by_its_label(page: Plan) -> None:
    (claim,) = labelled(page, "这份办法的主题分类是什么")
    assert claim.text.endswith("主题分类：科技、教育")
    assert labelled(page, "这份办法写了什么") == []


def test_a_sentence_at_the_ends_of_a_plan_says_it(page: Plan) -> None:
    (claim,) = stating_sentence(page, re.compile("起施行"))
    assert claim.text.endswith("自2021年6月15日起施行，有效期三年。")
