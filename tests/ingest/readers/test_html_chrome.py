"""What a page carries around its main content."""

from __future__ import annotations

import lxml.html
import pytest

from ingest.readers import html_chrome

TEXT = "本市加快建设创新体系，各区各部门按职责落实。"


@pytest.mark.parametrize(
    "line",
    [
        "上一篇：关于印发某办法的通知",
        "下一条",
        "责任编辑：李四",
        "【打印】 【关闭窗口】",
        "打印本页",
        "分享到：",
        "扫一扫在手机打开当前页",
        "当前位置：首页 > 政务公开",
        "您现在的位置：首页",
        "来源：某市科技局",
        "字号：[大 中 小]",
        "版权所有：某市人民政府",
        "地址：某路1号 浙ICP备05000001号",
        "返回顶部",
        "相关链接：",
    ],
)
def test_lines_that_a_site_prints_are_chrome(line: str) -> None:
    assert html_chrome.is_chrome(line)


@pytest.mark.parametrize(
    "line",
    [
        "责任单位：区科技局、区发改局",
        "主办单位：市科技局",
        "打印设备等政府采购项目",
        "下一步，要加快推进。",
        "分享发展成果",
        "来源广泛的数据",
        "上一轮规划期",
        "关闭落后产能20家",
        "附件：1.任务表",
    ],
)
def test_lines_of_plans_are_not(line: str) -> None:
    assert not html_chrome.is_chrome(line)


def test_furniture_goes_by_name_unless_it_holds_the_text() -> None:
    root = lxml.html.document_fromstring(
        f"<div class='share-box'>分享</div><div class='page-nav'><p>{TEXT}</p></div><ul id='menu'><li>栏目</li></ul>"
        "<div style='display:none'>隐</div><nav>导航</nav>"
    )
    html_chrome.strip(root)
    assert root.text_content() == TEXT


def test_a_container_with_a_known_name_is_the_main_content() -> None:
    root = lxml.html.document_fromstring(f"<div><p>栏目导读</p></div><div class='TRS_Editor'><p>{TEXT}</p></div>")
    assert html_chrome.main_content(root).get("class") == "TRS_Editor"


def test_otherwise_the_way_down_leaves_no_sentence_and_no_heading_behind() -> None:
    page = f"<div id='a'><div id='b'><p>{TEXT * 5}</p></div>{{}}</div><div><a href='#'>{TEXT * 9}</a></div>"
    assert html_chrome.main_content(lxml.html.document_fromstring(page.format("版权所有"))).get("id") == "b"
    assert html_chrome.main_content(lxml.html.document_fromstring(page.format("此件公开发布。"))).get("id") == "a"
    assert html_chrome.main_content(lxml.html.document_fromstring(page.format("<h2>附件</h2>"))).get("id") == "a"


def test_the_title_outside_is_the_one_that_the_page_is_named_for() -> None:
    page = "<h1>某市政府网站</h1><h1>某市科技规划</h1><div id='zoom'><p>总则</p></div><h1>页脚标题文字</h1>"
    root = lxml.html.document_fromstring(page)
    main = root.get_element_by_id("zoom")
    assert html_chrome.title_outside(root, main, "某市科技规划-某市") == "某市科技规划"
    assert html_chrome.title_outside(root, main, "") == "某市科技规划"
    assert html_chrome.title_outside(root, main, "某市政府网站") == "某市政府网站"
    main.text = "某市 科技规划"
    assert html_chrome.title_outside(root, main, "") is None


def test_a_lower_heading_before_the_content_is_the_title_where_it_ends_like_one() -> None:
    page = "<body><h2>{}</h2><div id='content'><p>" + TEXT * 3 + "</p></div></body>"
    for text, title in (("甲省关于印发<br>某方案的通知", "甲省关于印发某方案的通知"), ("政务公开", None)):
        root = lxml.html.document_fromstring(page.format(text))
        assert html_chrome.title_outside(root, html_chrome.main_content(root), "") == title
