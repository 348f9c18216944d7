"""The frame of the page in a real browser: head, tabs, colours, screen readers."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.assistant.web.conftest import Visitor

Welcome = Callable[..., Visitor]


def test_the_page_opens_in_chinese_without_complaint_or_a_request_to_elsewhere(visitor: Visitor) -> None:
    expect(visitor.page).to_have_title("规问")
    expect(visitor.page.locator("html")).to_have_attribute("lang", "zh-CN")
    expect(visitor.page.get_by_role("tab")).to_have_text(["问答", "已加载的规划", "关于"])
    expect(visitor.page.locator(".gw-welcome")).to_contain_text("已加载 2 份规划")
    expect(visitor.page.locator("footer")).to_be_hidden()


def test_the_tab_of_plans_says_what_each_plan_is(visitor: Visitor) -> None:
    visitor.page.get_by_role("tab", name="已加载的规划").click()
    card = visitor.page.locator(".gw-card").first
    expect(card).to_contain_text("云溪区科技创新“十四五”规划")
    expect(card).to_contain_text("征求意见稿")
    expect(card).to_contain_text("2021年6月18日")
    expect(card).to_contain_text("6 项指标")


def test_the_tab_about_gives_the_promises_and_the_licences(visitor: Visitor) -> None:
    visitor.page.get_by_role("tab", name="关于").click()
    about = visitor.page.locator("#gw-about")
    expect(about.locator("ol li")).to_have_count(3)
    expect(about).to_contain_text("m3e-small 仅供研究使用")
    expect(about).to_contain_text("Apache-2.0")


def test_dark_follows_the_system(welcome: Welcome) -> None:
    shades = [
        welcome(scheme=scheme).page.locator("#gw-talk").evaluate("node => getComputedStyle(node).backgroundColor")
        for scheme in ("light", "dark")
    ]
    assert shades == ["rgb(255, 255, 255)", "rgb(28, 32, 38)"]


def test_the_page_fits_a_narrow_screen(welcome: Welcome) -> None:
    visitor = welcome(390, 844)
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    expect(visitor.page.locator("#gw-chat .example").first).to_be_in_viewport()
    expect(visitor.page.locator("#gw-box textarea")).to_be_in_viewport()
    for tab in ("已加载的规划", "关于"):
        visitor.page.get_by_role("tab", name=tab).click()
        assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390


def test_messages_are_named_in_words_for_a_screen_reader(visitor: Visitor) -> None:
    visitor.ask("云溪区2025年国家高新技术企业的目标是多少？")
    expect(visitor.page.get_by_label("规问的回答")).to_have_count(1)
    expect(visitor.page.get_by_label("我的问题")).to_have_count(1)
    expect(visitor.page.get_by_role("textbox", name="问题")).to_be_visible()


def test_notices_of_the_frame_are_put_in_chinese(visitor: Visitor) -> None:
    visitor.page.evaluate(
        """() => {
            const notice = document.createElement("div");
            notice.innerHTML = '<p class="toast-title">Error</p>'
                + '<p class="toast-message-text">Connection errored out.</p>'
                + '<p class="toast-message-text">This application is currently busy.</p>';
            document.body.append(notice);
        }"""
    )
    expect(visitor.page.locator(".toast-title")).to_have_text("提示")
    expect(visitor.page.locator(".toast-message-text")).to_have_text(
        ["与规问的连接断开了，请稍后刷新页面再试。", "同时提问的人较多，请稍后再试。"]
    )
