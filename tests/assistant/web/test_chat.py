"""The tab 问答 in a real browser, over invented plans and a scripted answerer."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import expect

from tests.assistant.web.conftest import Visitor

INDICATOR = "云溪区2025年国家高新技术企业的目标是多少？"
Welcome = Callable[..., Visitor]


def test_an_answer_comes_with_clickable_marks_and_its_sources_below(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    answer = visitor.page.locator(".gw-final")
    expect(answer.locator(".gw-text strong")).to_have_text("820家")
    expect(answer.locator(".gw-text .gw-cite")).to_have_text(["1", "2", "1", "3"])
    expect(answer.locator(".gw-source")).to_have_count(3)
    expect(answer.locator(".gw-source").first).to_contain_text("一、发展目标 › 表1 主要预期指标 › 第 12 页")


def test_calculations_and_cautions_stand_below_the_answer(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    expect(visitor.page.locator(".gw-steps li")).to_contain_text("1200 − 820 = 380家")
    expect(visitor.page.locator(".gw-caution")).to_contain_text("征求意见稿")


def test_clicking_a_mark_shows_the_quoted_words_in_their_section(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    visitor.page.locator(".gw-text .gw-cite", has_text="2").click()
    panel = visitor.page.locator("#gw-panel")
    expect(panel.locator("mark")).to_have_text("国家高新技术企业达到820家")
    expect(panel.locator("mark")).to_be_in_viewport()
    expect(panel.locator(".gw-plan")).to_contain_text("云溪区科技创新“十四五”规划")
    expect(panel.locator(".gw-path")).to_have_text("一、发展目标")
    expect(panel.locator(".gw-body")).to_contain_text("创新生态持续优化")


def test_a_table_citation_highlights_its_row_and_no_other(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    visitor.page.locator(".gw-text .gw-cite", has_text="1").first.click()
    rows = visitor.page.locator("#gw-panel tbody tr")
    expect(rows).to_have_count(6)
    expect(visitor.page.locator("#gw-panel tr.gw-hit")).to_have_count(1)
    expect(visitor.page.locator("#gw-panel tr.gw-hit td")).to_have_text(
        ["创新主体", "国家高新技术企业", "家", "410", "820"]
    )
    expect(visitor.page.locator("#gw-panel tr.gw-hit")).to_be_in_viewport()
    expect(visitor.page.locator("#gw-panel .gw-page")).to_have_text("第 12 页")


def test_the_first_source_opens_by_itself_beside_a_new_answer(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    expect(visitor.page.locator("#gw-panel tr.gw-hit")).to_be_visible()
    visitor.ask("首次认定奖励多少？")
    expect(visitor.page.locator("#gw-panel mark")).to_have_text("对首次认定的国家高新技术企业给予20万元奖励")


def test_a_mark_can_be_opened_and_the_panel_closed_from_the_keyboard(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    mark = visitor.page.locator(".gw-text .gw-cite", has_text="3")
    mark.focus()
    visitor.page.keyboard.press("Enter")
    expect(visitor.page.locator("#gw-panel mark")).to_have_text("国家高新技术企业达到1200家")
    visitor.page.keyboard.press("Escape")
    expect(visitor.page.locator("#gw-panel")).to_be_hidden()
    expect(mark).to_be_focused()


def test_an_empty_question_gets_a_hint_and_no_answer(visitor: Visitor) -> None:
    visitor.page.fill("#gw-box textarea", "  ")
    visitor.page.press("#gw-box textarea", "Enter")
    expect(visitor.page.locator("#gw-hint")).to_have_text("请先输入问题。")
    expect(visitor.page.locator(".gw-question")).to_have_count(0)


def test_an_overlong_question_gets_one_sentence_and_stays_in_the_box(visitor: Visitor) -> None:
    question = "很长的问题" * 4000
    visitor.page.fill("#gw-box textarea", question)
    visitor.page.press("#gw-box textarea", "Enter")
    expect(visitor.page.locator("#gw-hint")).to_have_text("问题太长了，请精简到 2000 字以内再问。")
    expect(visitor.page.locator("#gw-box textarea")).to_have_value(question)
    expect(visitor.page.locator(".gw-question")).to_have_count(0)
    visitor.ask(INDICATOR)
    expect(visitor.page.locator("#gw-hint")).to_have_text("")


def test_a_refusal_is_calm_and_has_no_sources(visitor: Visitor) -> None:
    visitor.ask("今天天气怎么样？")
    expect(visitor.page.locator(".gw-calm .gw-text")).to_have_text("我只回答已加载规划里的内容，天气不在其中。")
    expect(visitor.page.locator(".gw-final .gw-sources")).to_have_count(0)
    expect(visitor.page.locator("#gw-panel")).to_have_count(0)


def test_a_failure_on_the_way_is_one_sentence_and_the_next_question_works(visitor: Visitor) -> None:
    visitor.page.fill("#gw-box textarea", "崩溃")
    visitor.page.press("#gw-box textarea", "Enter")
    expect(visitor.page.locator(".gw-calm")).to_contain_text("这个问题没有答成")
    visitor.ask(INDICATOR)
    expect(visitor.page.locator(".gw-final")).to_have_count(1)


def test_an_example_asks_itself(visitor: Visitor) -> None:
    visitor.page.locator("#gw-chat .example").first.click()
    expect(visitor.page.locator(".gw-question")).to_have_text(
        "云溪区2025年研发经费支出占地区生产总值比重的目标是多少？"
    )
    expect(visitor.page.locator(".gw-final")).to_have_count(1)


def test_a_follow_up_shows_how_it_was_understood(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    visitor.ask("那奖励多少？")
    expect(visitor.page.locator(".gw-understood")).to_have_text("按此理解：云溪区首次认定的国家高新技术企业奖励多少？")


def test_a_refusal_closes_the_source_of_the_answer_before(visitor: Visitor) -> None:
    visitor.ask(INDICATOR)
    expect(visitor.page.locator("#gw-panel")).to_be_visible()
    visitor.ask("今天天气怎么样？")
    expect(visitor.page.locator("#gw-panel")).to_be_hidden()


def test_visitors_do_not_share_a_conversation(welcome: Welcome) -> None:
    first, second = welcome(), welcome()
    first.ask(INDICATOR)
    second.ask("那奖励多少？")
    expect(second.page.locator(".gw-question")).to_have_text(["那奖励多少？"])
    expect(second.page.locator(".gw-understood")).to_have_count(0)
    expect(first.page.locator(".gw-question")).to_have_text([INDICATOR])


def test_enter_that_ends_a_composition_does_not_send(visitor: Visitor) -> None:
    visitor.page.fill("#gw-box textarea", "云溪区")
    visitor.page.locator("#gw-box textarea").evaluate(
        """box => box.dispatchEvent(new KeyboardEvent(
            "keydown", {key: "Enter", isComposing: true, bubbles: true, cancelable: true}))"""
    )
    visitor.page.locator("#gw-box textarea").evaluate(
        """box => box.dispatchEvent(new KeyboardEvent(
            "keypress", {key: "Enter", isComposing: true, bubbles: true, cancelable: true}))"""
    )
    expect(visitor.page.locator("#gw-box textarea")).to_have_value("云溪区")
    expect(visitor.page.locator(".gw-question")).to_have_count(0)


def test_on_a_narrow_screen_the_source_is_a_sheet_over_the_conversation(welcome: Welcome) -> None:
    visitor = welcome(390, 844)
    visitor.ask(INDICATOR)
    expect(visitor.page.locator("#gw-panel")).to_have_count(0)
    visitor.page.locator(".gw-text .gw-cite").first.click()
    expect(visitor.page.locator("#gw-panel tr.gw-hit")).to_be_in_viewport()
    assert visitor.page.evaluate("document.documentElement.scrollWidth") <= 390
    visitor.page.locator(".gw-close").click()
    expect(visitor.page.locator("#gw-panel")).to_be_hidden()
    expect(visitor.page.locator("#gw-box textarea")).to_be_in_viewport()


def test_the_answer_and_its_sources_can_be_copied_as_text(visitor: Visitor) -> None:
    visitor.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    visitor.ask("首次认定奖励多少？")
    visitor.page.locator(".gw-copy").click()
    expect(visitor.page.locator(".gw-copy")).to_have_text("已复制")
    copied = visitor.page.evaluate("navigator.clipboard.readText()")
    assert copied.splitlines()[0] == "首次认定的国家高新技术企业给予20万元奖励[1]，由区科技局牵头[2]。"
    assert copied.splitlines()[1].startswith("[1] 云溪区科技创新“十四五”规划（征求意见稿） › 二、主要任务")
