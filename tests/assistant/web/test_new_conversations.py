"""New conversations, and questions sent or typed while an answer grows."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.assistant.web.conftest import Visitor

INDICATOR = "云溪区2025年国家高新技术企业的目标是多少？"
Welcome = Callable[..., Visitor]


def test_a_new_conversation_forgets_the_old_one(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    visitor.page.locator("#gw-fresh").click()
    expect(visitor.page.locator(".gw-question")).to_have_count(0)
    expect(visitor.page.locator("#gw-panel")).to_be_hidden()
    expect(visitor.page.locator("#gw-chat .example").first).to_be_visible()
    visitor.ask("那奖励多少？")
    expect(visitor.page.locator(".gw-understood")).to_have_count(0)


def test_a_new_conversation_ends_an_answer_that_is_still_growing(visitor: Visitor) -> None:
    visitor.page.fill("#gw-box textarea", "等待")
    visitor.page.press("#gw-box textarea", "Enter")
    expect(visitor.page.locator(".gw-answer")).to_have_text("正在想")
    visitor.page.locator("#gw-fresh").click()
    expect(visitor.page.locator(".gw-question")).to_have_count(0)
    expect(visitor.page.locator("#gw-chat .example").first).to_be_visible()
    visitor.ask(INDICATOR)
    expect(visitor.page.locator(".gw-question")).to_have_text([INDICATOR])


def test_the_next_question_can_be_typed_while_an_answer_grows_and_waits_in_the_box(visitor: Visitor) -> None:
    box = visitor.page.locator("#gw-box textarea")
    visitor.page.fill("#gw-box textarea", "等待")
    box.press("Enter")
    expect(visitor.page.locator(".gw-answer")).to_have_text("正在想")
    box.press_sequentially(INDICATOR, delay=30)
    expect(box).to_have_value(INDICATOR)
    box.press("Enter")
    expect(visitor.page.locator("#gw-hint")).to_contain_text("上一个问题还在作答")
    expect(visitor.page.locator(".gw-question")).to_have_text(["等待"])
    visitor.page.locator("#gw-fresh").click()
    expect(visitor.page.locator(".gw-question")).to_have_count(0)
    expect(box).to_have_value(INDICATOR)
    box.press("Enter")
    expect(visitor.page.locator(".gw-question")).to_have_text([INDICATOR])
    expect(visitor.page.locator(".gw-final")).to_have_count(1)
