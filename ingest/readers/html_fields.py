"""The labelled fields that a government page carries beside its text: 索引号, 发文机关, 成文日期, 发文字号 …

The labels are those of the catalogue block that 国务院办公厅 prescribes for open government information
(国办发〔2019〕61号 and its forerunners) with the local variants met in practice; the names of <meta> elements those of
《政府网站发展指引》(国办发〔2017〕47号), annex 2.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml.html import HtmlElement

from ingest.readers.html_chrome import is_chrome
from ingest.readers.html_tables import HtmlGrid, cell_text, cells, fold


class Field(NamedTuple):
    """`label` without spaces and colon; `printed` as it stands on the page; `value` verbatim."""

    label: str
    printed: str
    value: str


# What a page gives, in order: a line (text, style), a gap between blocks (None), a table, or labelled fields.
Line = tuple[str, str | None]
Event = Line | HtmlGrid | list[Field] | None

_LABEL_WORDS = """
    索引号 信息索引号 主题分类 发文机关 成文日期 成文时间 标题 发文字号 文号 发布文号 发布日期 发布时间 发布机构
    发布单位 主题词 发文日期 发文时间 发文单位 制发机关 制文机关 印发机关 印发日期 生成日期 公开日期 公开方式 公开时限
    公开范围 公开形式 公开类别 公开责任部门 责任部门 公文种类 体裁分类 体裁 文种 文件编号 统一编号 规范性文件登记号
    规范性文件统一编号 登记号 登记编号 实施日期 施行日期 生效日期 失效日期 废止日期 终止日期 有效期 有效性 是否有效
    时效性 时效状态 效力状态 文件状态 信息名称 文件名称 关键词 信息分类 组配分类 服务对象 内容概述 信息来源 来源
    文章来源 签发人 名称
"""
_LABELS = frozenset(_LABEL_WORDS.split())
# At least one of these marks a block as the page's own: 名称, 责任部门 or 有效期 may as well head a project card.
_DECISIVE_WORDS = """
    索引号 信息索引号 发文机关 发文字号 文号 发布文号 成文日期 成文时间 发文日期 发文单位 发布机构 发布单位 发布日期
    发布时间 制发机关 制文机关 印发机关 生成日期 公文种类 统一编号 规范性文件登记号 规范性文件统一编号 登记号 主题词
    主题分类 公开方式
"""
_DECISIVE = frozenset(_DECISIVE_WORDS.split())
_META = {"articletitle": "标题", "pubdate": "发布日期", "contentsource": "来源"}
# A field with its colon (发文机关：某某), a label that ends a text, the fields of a bar on one line, a document number.
_FIELD = re.compile(r"([^:：]{2,20}?)\s*[:：]\s*(.*)\Z", re.DOTALL)
_COLON_END = re.compile(r"[:：]\s*\Z")
_IN_LINE = re.compile(r"((?:信息|文章|稿件)?(来源|发布时间|发布日期)\s*[:：]\s*)([^\s:：|]+)")
_NUMBER = re.compile(r"[一-鿿]{2,10}\s?[〔\[（(](?:19|20)\d\d[〕\]）)]\s?第?\s?\d+\s?号")
_LINES_AT_LEAST = 3
_VALUE_CHARS = 300
_END: Event = HtmlGrid([], [])  # closes the last run of lines; never handed on


def from_element(element: HtmlElement) -> list[Field] | None:
    """The fields of a table or a definition list all of whose filled rows begin with a known label; else None."""
    if element.tag == "table" and not element.xpath(".//table[normalize-space()]"):
        elements = cells(element)
    elif element.tag == "dl":
        elements = [element.xpath("./dt | ./dd | ./div/dt | ./div/dd")]
    else:
        return None
    rows = [row for cells_ in elements if (row := [text for cell in cells_ if (text := cell_text(cell))])]
    texts = [text for row in rows for text in row]
    if not rows or any(not _label(row[0]) for row in rows) or max(map(len, texts)) > _VALUE_CHARS:
        return None
    if not any(_label(text) in _DECISIVE for text in texts) or not any(_FIELD.match(text) for text in texts):
        return None
    return [field for row in rows for field in _fields(row)]


def take(events: Sequence[Event]) -> tuple[list[Field], list[Event]]:
    """The fields among the events of a page, and the events without them.

    Fields stand in elements of their own (already told), or in a run of at least three lines "标签：值".
    """
    fields: list[Field] = []
    kept: list[Event] = []
    run: list[Event] = []
    for event in [*events, _END]:
        if isinstance(event, tuple) and _label(event[0]) and _FIELD.match(event[0]) and not is_chrome(event[0]):
            run.append(event)
            continue
        if event is None and run:
            run.append(event)
            continue
        found = _fields([line[0] for line in run if isinstance(line, tuple)])
        if len(found) >= _LINES_AT_LEAST and any(field.label in _DECISIVE for field in found):
            fields += found
        else:
            kept += run
        run = []
        if isinstance(event, list):
            fields += event
        else:
            kept.append(event)
    return fields, kept[:-1]


def in_line(line: str) -> list[Field]:
    """The fields of an information bar on one line: "来源：某局 发布时间：2021-06-01 浏览次数：12"."""
    return [Field(part[2], part[1], part[3]) for part in _IN_LINE.finditer(line)]


def number(line: str) -> list[Field]:
    """The document's number where it stands by itself outside the main content."""
    return [Field("发文字号", "", line)] if _NUMBER.fullmatch(line) else []


def declared(root: HtmlElement) -> list[Field]:
    """The fields of the page's own <meta> elements."""
    found = []
    for meta in root.iter("meta"):
        label = _META.get((meta.get("name") or "").lower())
        value = fold(meta.get("content") or "")
        if label and value:
            found.append(Field(label, f"{label}：", value))
    return found


def _label(text: str) -> str | None:
    """The known label that `text` is or begins with ("标　　题：", "发文机关：某某")."""
    field = _FIELD.match(text)
    name = "".join((field[1] if field else text).split())
    return name if name in _LABELS else None


def _fields(texts: Sequence[str]) -> list[Field]:
    """Fields from texts in order: a label and its value in one text, or the value in the next."""
    fields: list[Field] = []
    pending = ""
    for text in texts:
        field = _FIELD.match(text)
        if field and _label(text) and field[2]:
            fields.append(Field(_label(text) or "", text[: field.start(2)], field[2]))
            pending = ""
        elif _label(text) or _COLON_END.search(text):
            pending = text
        elif pending:
            fields.append(Field("".join(_COLON_END.sub("", pending).split()), pending, text))
            pending = ""
    return fields
