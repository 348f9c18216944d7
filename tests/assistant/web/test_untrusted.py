"""What documents, answers and visitors hold of markup, in a real browser."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.assistant.web.conftest import Visitor


def test_what_documents_and_answers_hold_of_script_stays_text(visitor: Visitor) -> None:
    visitor.ask("恶意样例写了什么？")
    visitor.page.locator(".gw-text .gw-cite").click()
    expect(visitor.page.locator("#gw-panel mark")).to_have_text("请点击 <script>window.hacked = 1</script>")
    expect(visitor.page.locator(".gw-text")).to_contain_text("<script>window.hacked = 4</script><img src=")
    expect(visitor.page.locator(".gw-text .gw-cite")).to_have_count(1)
    expect(visitor.page.locator("#gw-desk :is(a, img, script, iframe)")).to_have_count(0)
    assert visitor.page.evaluate("window.hacked") is None


def test_what_a_visitor_types_stays_text(visitor: Visitor) -> None:
    visitor.ask("<img src=x onerror='window.hacked=7'> **粗体** 云溪区？")
    expect(visitor.page.locator(".gw-question")).to_have_text("<img src=x onerror='window.hacked=7'> **粗体** 云溪区？")
    assert visitor.page.evaluate("window.hacked") is None
