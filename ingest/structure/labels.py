"""The labelled fields of a page or of a text's opening (发布机构：…), each under its usual name."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from ingest.plans import Located, Span
from ingest.structure.lines import Line

_FIELD = re.compile(r"(?:^|(?<=[；;]))\s*([一-鿿]{2,4})\s*[：:]\s*([^\s；;][^；;]{0,60}?)。?(?=$|[；;])")
# What sites call the fields of their pages, and the name that each goes by here, the usual one first
_USUAL = {
    **dict.fromkeys(("发文机关", "发布机构", "发布单位", "发文单位", "制发机关", "制文机关", "印发机关"), "发文机关"),
    **dict.fromkeys(("发文字号", "文号", "发布文号", "文件编号"), "发文字号"),
    **dict.fromkeys(("成文日期", "成文时间", "发文日期", "发文时间", "印发日期", "生成日期"), "成文日期"),
    **dict.fromkeys(("发布日期", "发布时间", "公开日期"), "发布日期"),
}
_LABELLED_LINES = 12


def labelled(metadata: Mapping[str, Located], opening: Sequence[Line]) -> dict[str, Located]:
    """The labelled fields of the page, and of the lines "标签：值；标签：值" that a text opens with, by
    their usual names."""
    told = dict(metadata)
    for line in opening[:_LABELLED_LINES]:
        for found in _FIELD.finditer(line.text):
            start, end = line.span.start + found.start(2), line.span.start + found.end(2)
            if found[1] in _USUAL:
                told.setdefault(found[1], Located(found[2], Span(start, end, line.span.page)))
    for label, usual in _USUAL.items():
        if label in told:
            told.setdefault(usual, told[label])
    return told
