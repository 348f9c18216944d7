from __future__ import annotations

from dataclasses import replace

from assistant.web.plans_html import plans_html
from ingest.plans import Located, PlanFacts, Span
from tests.assistant.web import shelf


def test_each_plan_has_a_card_with_what_its_text_says() -> None:
    html = plans_html(shelf.both())
    assert html.count('<li class="gw-card">') == 2
    assert "<dt>发文机关</dt><dd>云溪区人民政府</dd>" in html
    assert "<span>6 项指标</span><span>1 项举措</span>" in html
    assert '<span class="gw-badge">征求意见稿</span>' in html


def test_what_the_text_does_not_say_is_not_guessed() -> None:
    plan = replace(shelf.plan(shelf.YUNXI, "云溪.md"), facts=PlanFacts())
    html = plans_html(shelf.FewPlans((plan,)))
    assert "<h3>云溪</h3>" in html
    assert "<dt>地区</dt><dd>未注明</dd>" in html
    assert "规划期" not in html


def test_an_empty_library_says_how_to_fill_it() -> None:
    assert "python -m ingest add" in plans_html(shelf.FewPlans())


def test_a_title_with_markup_is_text() -> None:
    plan = shelf.plan(shelf.YUNXI, "云溪.md")
    named = replace(plan.facts, title=Located("<script>x</script>规划", Span(0, 1)))
    assert "<h3>&lt;script&gt;x&lt;/script&gt;规划</h3>" in plans_html(shelf.FewPlans((replace(plan, facts=named),)))
