"""What a document says about itself: title, region, issuer, number, date, period, kind, status — each with its span."""

from __future__ import annotations

import re

from ingest.noise import Line
from ingest.plans import Level, Located, PlanFacts, PlanKind, RawDocument, Span

_KINDS: tuple[tuple[str, PlanKind], ...] = (
    ("规划", "规划"),
    ("计划", "规划"),
    ("纲要", "规划"),
    ("政策", "政策措施"),
    ("措施", "政策措施"),
    ("若干规定", "政策措施"),
    ("意见", "意见"),
    ("办法", "办法"),
    ("方案", "方案"),
    ("规程", "办法"),
    ("指南", "办法"),
    ("通知", "通知"),
    ("批复", "通知"),
)
_TITLE_END = re.compile(
    r"(规划(纲要)?|计划(纲要)?|纲要|意见|措施|政策|办法|方案|规程|指南|通知|批复|规定|条例)"
    r"\s*([（(].{2,24}[）)]\s*\d{0,4}|[》”])*$"
)
_INNER = re.compile(r"(?:印发|发布|公布|下发)[^《]{0,12}《([^》]{4,60})》")
_DATE = re.compile(
    r"(?:19|20)\d\d\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?|二[〇○零]二?[〇○零一二三四五六七八九]{1,2}年[一二三四五六七八九十]+月"
)
_NUMBER = re.compile(r"[一-鿿]{1,10}[〔\[（(](?:19|20)\d\d[〕\]）)]\s*第?\s*\d+\s*号")
_PERIOD = re.compile(
    r"规划(?:期限?|年限)[^。；]{0,8}?((?:19|20)\d\d\s*年?\s*[至到—–~～-]+\s*(?:19|20)\d\d\s*年?(?:[，,]展望[至到]?\s*20\d\d\s*年)?)"
)
_TITLE_PERIOD = re.compile(r"(?:19|20)\d\d\s*年?\s*[至—–~～-]+\s*(?:19|20)\d\d\s*年?|[“\"]?十[一二三四五]五[”\"]?")
_STATUS = re.compile(r"征求意见稿|公开征求意见|送审稿|草案|讨论稿|试行|节选|暂行")
_ISSUER = re.compile(
    r"[一-鿿（）()]{2,24}(?:人民政府(?:办公[室厅])?|委员会|国务院(?:办公厅)?|委办公[室厅]|[厅局部委]|科技局)$"
)
_PLACE = re.compile(r"(?:[一-鿿]{2,3}(?:省|自治区))?(?:[一-鿿]{2,4}市)?(?:[一-鿿]{2,4}(?:区|县|新区))?")
_NATIONAL = re.compile(r"^(国务院|中共中央|中华人民共和国|国家|全国)")


def facts(raw: RawDocument, opening: list[Line]) -> PlanFacts:
    """Read the facts from labelled metadata first, then from the opening and the closing lines of the text.

    `opening` are the first lines of the plan without noise. Unknown stays None.
    """
    meta = raw.metadata
    lines = [line for line in opening if len(line.text) <= 120][:30]
    heading = meta.get("标题") or _title(raw.text, lines)
    title = _inner(raw.text, heading) if heading else None
    date, signed = _date_and_issuer(raw.text, opening)
    issuer = meta.get("发文机关") or signed or _issuer(lines)
    region = _region(title, issuer, raw.text)
    return PlanFacts(
        title=title,
        region=region,
        level=_level(region, title, issuer),
        issuer=issuer,
        number=meta.get("发文字号") or _found(_NUMBER, raw.text[:3000]),
        date=meta.get("成文日期") or date or meta.get("发布日期"),
        period=_period(raw.text, title),
        kind=_kind(title, raw.text),
        status=_status(heading, lines, raw.text),
    )


def _found(pattern: re.Pattern[str], text: str, offset: int = 0, group: int = 0) -> Located | None:
    found = pattern.search(text)
    if not found:
        return None
    return Located(" ".join(found.group(group).split()), Span(offset + found.start(group), offset + found.end(group)))


def _title(text: str, lines: list[Line]) -> Located | None:
    """The first line, or two joined lines, that end like a title; else a title named in the notice that issues it."""
    for i, line in enumerate(lines):
        if line.text.startswith(("各", "现将", "根据", "为")) or re.search(r"[。；]", line.text):
            break
        for count in (1, 2, 3):
            run = lines[i : i + count]
            joined = "".join(r.text for r in run)
            if len(run) == count and len(joined) <= 80 and _TITLE_END.search(joined):
                if any(re.search(r"[。；：]", r.text) or _DATE.search(r.text) for r in run):
                    break
                return Located(_tidy(joined), Span(run[0].span.start, run[-1].span.end))
    inner = _found(_INNER, text[:4000], group=1) or _found(
        re.compile(r"《([^》]{4,60}(?:规划|意见|措施|办法|方案))》"), text[:600], group=1
    )
    if inner:
        return inner
    first = next((line for line in lines if 4 <= len(line.text) <= 40), None)
    return Located(first.text, first.span) if first else None


def _inner(text: str, title: Located) -> Located:
    """The plan itself, where the title is that of the notice that issues it ("关于印发《…规划》的通知")."""
    found = _INNER.search(title.value)
    if not found:
        return title
    at = text.find(found.group(1), title.span.start, title.span.end + 40)
    span = Span(at, at + len(found.group(1))) if at >= 0 else title.span
    return Located(found.group(1), span)


def _tidy(title: str) -> str:
    return re.sub(r"\s+", "", title) if re.search("[一-鿿]", title) else title


def _date_and_issuer(text: str, lines: list[Line]) -> tuple[Located | None, Located | None]:
    """A line that holds a date and nothing else, and the office that signs on the line before it."""
    for i, line in enumerate(lines[:40]):
        found = _DATE.search(line.text)
        if found and len(line.text) - len(found.group(0)) <= 6:
            value = re.sub(r"\s+", "", found.group(0))
            before = lines[i - 1] if i else None
            signs = before is not None and _ISSUER.search(before.text) and len(before.text) <= 30
            return Located(value, line.span), Located(before.text, before.span) if signs and before else None
    return None, None


def _issuer(lines: list[Line]) -> Located | None:
    found = next((line for line in lines[:12] if _ISSUER.fullmatch(line.text)), None)
    return Located(found.text, found.span) if found else None


def _region(title: Located | None, issuer: Located | None, text: str) -> Located | None:
    for source in (title, issuer):
        if source is None:
            continue
        found = next((m for m in _PLACE.finditer(source.value) if m.group(0)), None)
        if found:
            at = text.find(found.group(0), source.span.start, source.span.end)
            return Located(found.group(0), Span(at, at + len(found.group(0))) if at >= 0 else source.span)
    return None


def _level(region: Located | None, title: Located | None, issuer: Located | None) -> Level | None:
    if region is None:
        national = any(_NATIONAL.match(s.value) for s in (title, issuer) if s)
        return "国家" if national else None
    name = region.value
    if name.endswith(("区", "县")) and not name.endswith("自治区"):
        return "县区"
    return "省" if name.endswith(("省", "自治区")) or name in ("北京市", "上海市", "天津市", "重庆市") else "市"


def _period(text: str, title: Located | None) -> Located | None:
    stated = _found(_PERIOD, text, group=1)
    if stated or title is None:
        return stated
    found = _TITLE_PERIOD.search(title.value)
    return Located(found.group(0).strip('“”"'), title.span) if found else None


def _kind(title: Located | None, text: str) -> PlanKind:
    if title is None:
        return "其他"
    last = max(((title.value.rfind(word), kind) for word, kind in _KINDS), key=lambda found: found[0])
    if last[0] >= 0:
        return last[1]
    return "报道" if re.search(r"近日|记者", text[:3000]) else "其他"


def _status(title: Located | None, lines: list[Line], text: str) -> Located | None:
    if title:
        found = _found(_STATUS, text[title.span.start : title.span.end + 20], offset=title.span.start)
        if found:
            return found
    short = (line for line in lines[:15] if len(line.text) <= 20)
    return next((hit for line in short if (hit := _found(_STATUS, line.text, offset=line.span.start))), None)
