"""What a document is called: the plan's own title, also where a notice that issues it stands around it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import PurePath

from ingest.plans import Located, PlanKind, Span
from ingest.structure.headings import numbered, unnumbered
from ingest.structure.lines import Line

_KINDS: tuple[tuple[str, PlanKind], ...] = (
    ("规划", "规划"),
    ("计划", "规划"),
    ("纲要", "规划"),
    ("政策", "政策措施"),
    ("措施", "政策措施"),
    ("若干规定", "政策措施"),
    ("意见", "意见"),
    ("办法", "办法"),
    ("规定", "办法"),
    ("条例", "办法"),
    ("细则", "办法"),
    ("方案", "方案"),
    ("通知", "通知"),
)
_OTHER_KINDS = ("指南", "规程", "标准", "导则", "批复", "决定", "报告", "公告", "令")
_KIND_WORD = "规划(?:纲要)?|计划(?:纲要)?|纲要|意见|措施|政策|办法|细则|方案|规程|指南|导则|通知|批复|决定|规定|条例"
_END = re.compile(rf"(?:{_KIND_WORD})\s*(?:[（(].{{2,24}}[）)]|征求意见稿|\s*20\d\d[-.年]?\d{{0,2}}|[》”])*$")
_ISSUED = re.compile(
    rf"(?:印发|发布|公布|下发)(?:[^《]{{0,12}}《([^》]{{4,60}})》|([^《》]{{4,50}}?(?:{_KIND_WORD}))的(?:通知|公告))"
)
_APPROVED = re.compile(r"《([^》]{4,80})》[^《。]{0,60}?(?:同意|通过)[^《。]{0,20}?(?:印发|发布|公布|下发|转发)")
_NAMED = re.compile(r"(?<!按照|根据|依据|落实|贯彻|结合)《([^》]{4,60}(?:规划|意见|措施|办法|方案))》")
_NOTICE = re.compile(r"《([^》]{4,80})》的(?:通知|公告)$")
# a sentence, a date, a document number
_NO_TITLE = re.compile(
    r"[。；：:]|\d{4}\s*年\s*\d{1,2}\s*月\s*\d{1,2}\s*日|[〔\[（(【]\s*(?:19|20)\d\d\s*[〕\]）)】]\s*第?\s*\d+\s*号"
)
_ADDRESS = ("各", "现将", "根据", "为")
_CHARS = 80


def title(text: str, lines: Sequence[Line], labelled: Located | None, file: str = "") -> Located | None:
    """The document's title: `labelled` (from the page's own fields), or a line in title style, or the first lines that
    end like a title, or a title that the opening names, or the first line, unless `file` (the file's name) is a title;
    None where there is nothing of the kind.
    """
    styled = _styled(lines)
    if labelled or styled:
        return labelled or styled
    for i, line in enumerate(lines):
        if line.text.startswith(_ADDRESS) or re.search(r"[。；]", line.text):
            break
        for run in (lines[i : i + count] for count in (1, 2, 3)):
            if any(_NO_TITLE.search(r.text) or numbered(r.text) or unnumbered(r.text) for r in run):
                break
            joined = "".join(r.text for r in run)
            if len(joined) <= _CHARS and _END.search(joined):
                return Located(_tidy(joined), Span(run[0].span.start, run[-1].span.end, run[0].span.page))
    return _named(text) or (None if _END.search(PurePath(file).stem) else _first(lines))


def plan_title(text: str, document: Located) -> Located:
    """The title of the plan itself, where `document` is the title of the notice that issues it."""
    found = _ISSUED.search(document.value) or _NOTICE.search(document.value)
    if not found:
        return document
    name = next(name for name in found.groups() if name)
    at = text.find(name, document.span.start, document.span.end + 40)
    return Located(name, Span(at, at + len(name), document.span.page) if at >= 0 else document.span)


def kind(name: Located | None, text: str) -> PlanKind:
    """What the title says that the document is: the last of the words that name a kind."""
    if name is None:
        return "其他"
    words = name.value.replace("征求意见", "")
    at, kind_ = max(((words.rfind(word), kind_) for word, kind_ in _KINDS), key=lambda found: found[0])
    if any(words.rfind(word) > at for word in _OTHER_KINDS):
        return "其他"
    if at >= 0:
        return kind_
    return "报道" if re.search(r"近日|记者", text[:3000]) else "其他"


def _styled(lines: Sequence[Line]) -> Located | None:
    """The line in title style, or the only heading of the highest level, which is no chapter's."""
    line = next((line for line in lines if line.style == "title"), None)
    if line is None:
        high = [line for line in lines if line.style == "heading-1"]
        line = high[0] if len(high) == 1 and not (numbered(high[0].text) or unnumbered(high[0].text)) else None
    return Located(_tidy(line.text), line.span) if line else None


def _named(text: str) -> Located | None:
    """A title that the opening names in 《》."""
    found = _APPROVED.search(text, 0, 600) or _ISSUED.search(text, 0, 4000) or _NAMED.search(text, 0, 600)
    if not found:
        return None
    group = next(i for i, name in enumerate(found.groups(), 1) if name)
    return Located(_tidy(found[group]), Span(*found.span(group)))


def _first(lines: Sequence[Line]) -> Located | None:
    """The first short line, unless that is a heading: then the text goes without a title."""
    line = next((line for line in lines if 4 <= len(line.text) <= 40 and not _NO_TITLE.search(line.text)), None)
    heads = line is not None and bool(line.style or numbered(line.text) or unnumbered(line.text))
    return Located(line.text, line.span) if line and not heads else None


def _tidy(name: str) -> str:
    return re.sub(r"\s+", "", name) if re.search("[一-鿿]", name) else " ".join(name.split())
