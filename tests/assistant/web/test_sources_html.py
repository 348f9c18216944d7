from __future__ import annotations

import re
from dataclasses import replace

import pytest

from assistant.web import sources_html
from assistant.web.places import Place
from assistant.web.sources_html import message_html, source_html
from ingest.plans import Paragraph, Plan, Span
from tests.assistant.web import shelf


@pytest.fixture(scope="module")
def plan() -> Plan:
    return shelf.plan(shelf.YUNXI, "云溪.md")


def shown(plan: Plan, words: str) -> str:
    start = plan.text.index(words)
    return source_html(plan, Place(plan.id, start, start + len(words)))


def test_the_quote_is_marked_inside_its_paragraph(plan: Plan) -> None:
    html = shown(plan, "给予20万元奖励")
    assert re.findall(r"<mark[^>]*>(.*?)</mark>", html) == ["给予20万元奖励"]
    assert "实施企业梯队培育行动" in html
    assert "推进云溪湖实验室建设" not in html


def test_a_quote_over_joined_lines_is_marked_as_one() -> None:
    text = "一、目标\n全区研发\n投入 R&D\nratio 稳步\n"
    pieces = (Span(5, 9), Span(10, 16), Span(17, 25))
    paragraph = Paragraph(0, "全区研发投入 R&D ratio 稳步", pieces)
    base = shelf.plan(shelf.YUNXI, "云溪.md")
    section = replace(base.sections[0], body=Span(0, len(text)))
    plan = replace(base, text=text, sections=(section,), blocks=(paragraph,))
    html = source_html(plan, Place(plan.id, 7, 22))
    assert re.findall(r"<mark>(.*?)</mark>", html) == ["研发投入 R&amp;D ratio"]


def test_a_quoted_heading_is_marked_and_its_sections_are_listed(plan: Plan) -> None:
    html = shown(plan, "二、主要任务")
    assert '<mark class="gw-hit">二、主要任务</mark>' in html
    assert "（一）壮大企业主体" in html
    assert "（三）引育创新人才" in html


def test_a_table_is_shown_in_the_section_that_it_belongs_to_wherever_headings_stand(plan: Plan) -> None:
    start = plan.text.index("财政科技投入")
    stray = replace(plan.sections[2], index=len(plan.sections), span=Span(0, 0), body=Span(start, start + 4), level=9)
    html = source_html(replace(plan, sections=(*plan.sections, stray)), Place(plan.id, start, start + 6))
    assert '<tr class="gw-hit"><td>创新投入</td><td>财政科技投入年均增长</td>' in html


def test_a_quote_outside_every_block_is_shown_with_its_surroundings(plan: Plan) -> None:
    bare = replace(plan, blocks=())
    html = shown(bare, "由区科技局牵头")
    assert '<mark class="gw-hit">由区科技局牵头</mark>' in html
    assert "各镇街配合" in html


def test_a_long_section_is_cut_on_both_sides_of_the_quote(plan: Plan, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources_html, "CONTEXT_CHARS", 10)
    many = tuple(Paragraph(0, plan.text[i : i + 8], (Span(i, i + 8),)) for i in range(0, 80, 8))
    section = replace(plan.sections[0], body=Span(0, len(plan.text)))
    html = source_html(replace(plan, sections=(section,), blocks=many), Place(plan.id, 40, 44))
    assert "本节前文从略" in html
    assert "本节后文从略" in html
    assert html.count("<p>") + html.count('<p class="gw-hit">') == 3


def test_title_status_path_and_page_stand_above(plan: Plan) -> None:
    start = plan.text.index("820 |")
    html = source_html(plan, Place(plan.id, start, start + 3, page=12))
    assert '<span class="gw-badge">征求意见稿</span>' in html
    assert '<p class="gw-path">一、发展目标</p>' in html
    assert '<span class="gw-page">第 12 页</span>' in html


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 3), (0, 10**6)])
def test_a_place_outside_the_text_is_refused(plan: Plan, start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        source_html(plan, Place(plan.id, start, end))


def test_every_character_of_a_plan_can_be_cited(plan: Plan) -> None:
    for start in range(len(plan.text)):
        if plan.text[start].strip():
            assert "<mark" in (html := source_html(plan, Place(plan.id, start, start + 1))) or "gw-hit" in html


def test_markup_of_a_document_is_text() -> None:
    html = shown(shelf.plan(shelf.SHIQIAO, "石桥.md"), "领取补贴")
    assert "&lt;script&gt;window.hacked" in html
    assert "<img" not in html
    assert message_html("<b>") == '<p class="gw-note">&lt;b&gt;</p>'
