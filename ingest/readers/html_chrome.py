"""What a page carries around its main content: navigation, scripts, share buttons, 上一篇/下一篇, imprint."""

from __future__ import annotations

import re

from lxml.html import HtmlElement

_NEVER_TEXT = """
    script style noscript template iframe object embed svg canvas map audio video button select input textarea nav
    footer head
"""
# Names (id, class) that sites give to what is no content: menus, footers, share buttons, related links.
_CHROME_NAME = re.compile(
    r"(?:^|[-_\s])(?:nav\w*|menu\w*|foot(?:er)?|breadcrumbs?|crumbs?|share\w*|bdshare\w*|sidebar|toolbar|copyright|"
    r"qr_?\w*|pagination|pager|prev(?:ious)?(?:next)?|next|related|login|search|friend_?links?)(?:$|[-_\s])",
    re.IGNORECASE,
)
# Names that the site systems of governments give to the text of a page: UCAP-CONTENT, zoom, TRS_Editor …
_MAIN_NAME = re.compile(
    r"(?:^|\s)(?:ucap-content|zoom|trs_editor|trs_ueditor|pages_content|article[-_]?(?:content|body|con|main|info)?|"
    r"artibody|main_?text|(?:news|xxgk|detail|text)?[-_]?(?:content|con)|conttxt|wzcon|j-fontcontent)(?:$|\s)",
    re.IGNORECASE,
)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# Lines that a site prints beside the text: 上一篇, 责任编辑：…, 您现在的位置：…, 来源：…, 分享到, 版权所有, 打印本页.
_CHROME_LINE = re.compile(
    r"[\s【\[（(<>|·]*(?:"
    r"(?:上|下|前|后)一?(?:篇|条|页)(?:[:：]|\s|$)|责任?编辑?\s*[:：]|编辑\s*[:：]|(?:浏览|阅读|点击|访问)(?:次数|量|数)"
    r"|(?:您|你)?(?:现在|当前|目前)?(?:所在)?的?位置\s*[:：]|(?:信息|文章|稿件)?来源\s*[:：]|发布(?:时间|日期)\s*[:：]|作者\s*[:：]"
    r"|字(?:体|号)(?:大小)?\s*[:：]|分享(?:到|至)?(?:[:：】\]\s]|$)|扫一扫|(?:我要)?纠错|返回(?:顶部|首页|列表)|版权所有"
    r"|.*(?:网站标识码|ICP备\s*\d|公网安备)|相关(?:链接|阅读|新闻|稿件|文章)\s*[:：]?\s*$"
    r"|(?:(?:打印|关闭|收藏|保存|下载)(?:本页|本文|窗口|页面|此页)?[\s】\]）)|【\[（(]*)+$)",
)
# How the titles of documents end, a bracket behind it included: …规划（2021-2025年）.
_TITLE = re.compile(r"(?:规划|计划|纲要|意见|措施|政策|办法|方案|规定|条例|决定|通知|公告|批复)(?:[（(].{2,20}[）)])?$")
_CHROME_CHARS = 120  # a line of the site is no longer
_FURNITURE_SHARE = 0.3  # of the page's text: an element with more is kept, whatever its name
_OPENING_CHARS = 300  # of the main content, in which its title may stand
_SPACE = re.compile(r"\s+")
# Shares of the page's unlinked text: what a named container must hold, and what is followed down without a name.
_MAIN_SHARE, _DESCEND_SHARE = 0.3, 0.8


def is_chrome(line: str) -> bool:
    """A line that the site printed beside the document, such as 责任编辑：… or 打印 关闭."""
    return len(line) <= _CHROME_CHARS and bool(_CHROME_LINE.match(line))


def strip(root: HtmlElement) -> None:
    """Remove from the tree, in place, what cannot be the document's text."""
    for element in list(root.iter(*_NEVER_TEXT.split())):
        element.drop_tree()
    total = len(_SPACE.sub("", root.text_content()))
    for element in list(root.iter("div", "ul", "ol", "p", "span", "section", "header", "table", "td", "dl", "a")):
        if element.getparent() is None or not _is_furniture(element):
            continue
        if len(_SPACE.sub("", element.text_content())) < _FURNITURE_SHARE * total:
            element.drop_tree()


def main_content(root: HtmlElement) -> HtmlElement:
    """The element that holds the document's text.

    A container with one of the names that site systems give it, if at least three tenths of the page's unlinked text
    are in it; otherwise as far down as four fifths of that text go without leaving a sentence behind.
    """
    weights = _weights(root)
    total = weights[root] or 1
    named = [e for e in weights if _names(e, _MAIN_NAME) and weights[e] >= _MAIN_SHARE * total]
    if named:
        return max(named, key=lambda e: weights[e])
    main = root
    while len(main):
        heaviest = max(main, key=lambda e: weights.get(e, 0))
        if weights.get(heaviest, 0) < _DESCEND_SHARE * total or _leaves_sentence(main, heaviest):
            break
        if heaviest.tag in {"p", "table", "ul", "ol", "span", "pre"}:
            break
        main = heaviest
    return main


def title_outside(root: HtmlElement, main: HtmlElement, named: str) -> str | None:
    """The document's h1 where it stands outside the main content: the one that `named`, the page's title, repeats,
    or else the last one before the content; a lower heading only where it ends as documents' titles do.
    """
    titles: list[str] = []
    for element in root.iter("h1", "h2", "h3", main.tag):
        if element is main:
            break
        text = _SPACE.sub(" ", element.text_content()).strip()
        if text and (element.tag == "h1" or (element.tag in ("h2", "h3") and _TITLE.search(text))):
            titles.append(text)
    repeated = [text for text in titles if text in _SPACE.sub(" ", named).split("-")[0]]
    title = (repeated or titles or [None])[-1]
    opening = _SPACE.sub("", main.text_content())[:_OPENING_CHARS]
    return title if title and _SPACE.sub("", title) not in opening else None


def _is_furniture(element: HtmlElement) -> bool:
    return bool(_HIDDEN.search(element.get("style") or "")) or _names(element, _CHROME_NAME)


def _names(element: HtmlElement, pattern: re.Pattern[str]) -> bool:
    return any(pattern.search(element.get(name) or "") for name in ("id", "class"))


def _weights(root: HtmlElement) -> dict[HtmlElement, int]:
    """The number of characters of unlinked text under every element."""
    weights: dict[HtmlElement, int] = {}
    for element in reversed(list(root.iter())):
        own = len(_SPACE.sub("", element.text or ""))
        below = sum(weights.get(child, 0) + len(_SPACE.sub("", child.tail or "")) for child in element)
        weights[element] = 0 if element.tag == "a" else own + below
    return weights


def _leaves_sentence(parent: HtmlElement, chosen: HtmlElement) -> bool:
    """Whether text beside `chosen` reads as part of a document rather than of a site."""
    beside = [e for e in parent if e is not chosen]
    unlinked = ["".join(e.xpath(".//text()[not(ancestor::a)]")) for e in beside]
    texts = [parent.text or "", *(e.tail or "" for e in parent), *unlinked]
    return any("。" in text and not is_chrome(text.strip()) for text in texts) or any(
        e.tag in {"h1", "h2", "h3", "table"} or e.xpath(".//h1 | .//h2 | .//h3") for e in beside
    )
