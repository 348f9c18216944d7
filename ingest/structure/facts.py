"""What a document says about itself: title, region, issuer, number, date, period, kind, status — each with its span."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from ingest.notation.gazetteer import Region
from ingest.notation.regions import regions_in
from ingest.plans import Level, Located, PlanFacts, RawDocument, Span
from ingest.structure.issuers import decree, is_office, issuer_of, signed
from ingest.structure.labels import labelled
from ingest.structure.lines import Line
from ingest.structure.number_regions import untold
from ingest.structure.titles import kind, plan_title, title

_YEAR, _CN_YEAR = r"(?:19|20)\d\d", "[一二][〇○零ＯO九][〇○零ＯO一二三四五六七八九]{2}"
_DATE = re.compile(
    rf"{_YEAR}\s*年\s*\d{{1,2}}\s*月(?:\s*\d{{1,2}}\s*日)?|{_CN_YEAR}年[一二三四五六七八九十]+月(?:[一二三四五六七八九十]+日)?"
)
_NUMBER = re.compile(rf"[（(]?([一-鿿]{{1,10}}\s*[〔\[（(【]{_YEAR}[〕\]）)】]\s*第?\s*\d+\s*号)(?!令)")
_YEARS = rf"{_YEAR}\s*年?\s*(?:[至到]|[—–~～-]+)\s*{_YEAR}\s*年?(?:[，,]展望[至到]?\s*20\d\d\s*年)?"
_PERIOD = re.compile(rf"(?:规划(?:期限?|年限)|(?<![效用行])期限)[^。；]{{0,8}}?({_YEARS})")
_YEARS_LINE = re.compile(rf"[（(]?\s*({_YEAR}\s*年?\s*[至到—–~～一-]+\s*{_YEAR}\s*年?)\s*[）)]?$")
_FIVE_YEARS = '[“"]?十[一二三四五六七]?五[”"]?|[“"][一二三四五六七八九]五[”"]'
_PERIOD_IN_TITLE = re.compile(rf"{_YEARS}|(?:{_FIVE_YEARS})(?=.*(?:规划|计划|纲要))")
_STATUSES = ("征求意见稿", "公开征求意见", "送审稿", "讨论稿", "草案", "试行", "暂行", "节选")
_OPENS = re.compile(r"\s+(?:前\s*言|目\s*[录次]|序\s*言|引\s*言)\s*$")
_NATIONAL = re.compile(
    "国务院|中共中央|中华人民共和国|全国|国家[^省市区县、]{0,12}(?:委员会|局|委)|[^省市区县州]{2,12}部(?:$|[、办])"
)
_PARK = re.compile(r"开发区|高新区|产业园|科技园|科技城|大走廊|自贸|新城(?!镇)")
_RELATED_SHARE = 0.7
_OPENING_CHARS, _NUMBER_CHARS, _SIGNED_LINES, _CLOSING_LINES = 1500, 40, 40, 15


def facts(raw: RawDocument, file: str, opening: Sequence[Line], closing: Sequence[Line] = ()) -> PlanFacts:
    """Read the facts from labelled metadata first, then from the opening and the closing lines of the text.

    `file` is the file's name, which tells the region where the text does not; `opening` and `closing` are the first
    and last lines of the plan without noise. Unknown stays None.
    """
    meta = labelled(raw.metadata, opening)
    lines = [line for line in opening if len(line.text) <= 120][:30]
    heading = title(raw.text, lines, meta.get("标题"), file)
    name = plan_title(raw.text, heading) if heading else None
    decreed, decree_number = decree(lines)
    date, signatory = _date_and_issuer(opening[:_SIGNED_LINES])
    if date is None:
        date, signatory = _date_and_issuer(closing[-_CLOSING_LINES:])
    labelled_issuer = meta.get("发文机关")
    signs = [signatory, decreed, issuer_of(heading, lines), labelled_issuer]
    if labelled_issuer and is_office(labelled_issuer.value):
        signs.insert(0, labelled_issuer)
    issuer = next(filter(None, signs), None)
    number = meta.get("发文字号") or _number(opening[:30]) or decree_number
    region, division = _region(raw.text, name, issuer, opening)
    if region is None and not _of_the_state(name, issuer):
        region, division = untold(number, file)
    return PlanFacts(
        title=name,
        region=region,
        level=_level(raw.text, name, issuer, division),
        issuer=issuer,
        number=number,
        date=meta.get("成文日期") or date or meta.get("发布日期"),
        period=meta.get("规划期限") or _period(raw.text, name, lines),
        kind=kind(name, raw.text),
        status=_status(heading, lines, raw.text),
    )


def _located(found: re.Match[str], offset: int, group: int = 0) -> Located:
    value = re.sub(r"\s+", "", found.group(group))
    return Located(value, Span(offset + found.start(group), offset + found.end(group)))


def _number(lines: Iterable[Line]) -> Located | None:
    """The document number, which stands on a line of its own; numbers in running text are those of other documents."""
    for line in lines:
        found = _NUMBER.match(line.text)
        if found and (len(line.text) <= _NUMBER_CHARS or line.text[found.end() : found.end() + 1].isspace()):
            return _located(found, line.span.start, group=1)
    return None


def _date_and_issuer(lines: Sequence[Line]) -> tuple[Located | None, Located | None]:
    """A line that holds a date and nothing else, but for a heading that it runs into (2021年9月 前言), and the office
    that signs on the line before it."""
    for i, line in enumerate(lines):
        bare = _OPENS.sub("", line.text)
        found = _DATE.search(bare)
        if found and len(bare) - len(found.group(0)) <= 6:
            span = replace(line.span, end=line.span.end - len(line.text) + len(bare))
            return Located(re.sub(r"\s+", "", found.group(0)), span), signed(lines[:i])
    return None, None


def _region(
    text: str, name: Located | None, issuer: Located | None, opening: Sequence[Line]
) -> tuple[Located | None, Region | None]:
    """The division that the title names, else the issuer, else the one that the opening names most often; an organ of
    the state speaks for no region but one that the title names."""
    for source in (name, issuer):
        start = source.span.start if source else 0
        for _, _, region in regions_in(source.value) if source else ():
            within = regions_in(text[start : source.span.end + 40]) if source else []
            at = next(((a, b) for a, b, found in within if found == region), None)
            span = Span(start + at[0], start + at[1]) if at else source.span
            return Located(_full(text[span.start : span.end] if at else region.name, region), span), region
    return (None, None) if _of_the_state(name, issuer) else _most_named(text, opening)


def _of_the_state(name: Located | None, issuer: Located | None) -> bool:
    return bool((issuer and _NATIONAL.search(issuer.value)) or (name and _NATIONAL.match(name.value)))


def _most_named(text: str, opening: Sequence[Line]) -> tuple[Located | None, Region | None]:
    """The division that the opening names most often, where nearly all that it names lies above or below that one."""
    start = opening[0].span.start if opening else 0
    found = regions_in(text[start : start + _OPENING_CHARS])
    counts = Counter(region for _, _, region in found)
    if not counts:
        return None, None
    region = max(counts, key=lambda r: (counts[r], len(r.above)))
    related = sum(n for r, n in counts.items() if r == region or r.name in region.above or region.name in r.above)
    if counts[region] < 2 or related < _RELATED_SHARE * len(found):
        return None, None
    a, b = max(((a, b) for a, b, r in found if r == region), key=lambda span: span[1] - span[0])
    return Located(_full(text[start + a : start + b], region), Span(start + a, start + b)), region


def _full(words: str, region: Region) -> str:
    """The full name as it stands, or as the gazetteer has it."""
    return words if words.endswith(region.name) else region.name


def _level(text: str, name: Located | None, issuer: Located | None, region: Region | None) -> Level | None:
    if _of_the_state(name, issuer):
        return "国家"
    if (
        region is None
        and name
        and name.value.startswith("国民经济和社会发展")
        and re.search("我国|全国", text[:_OPENING_CHARS])
    ):
        return "国家"
    if name and _PARK.search(name.value) and (region is None or region.name not in name.value):
        return "园区"
    return region.level if region else None


def _period(text: str, name: Located | None, lines: Sequence[Line]) -> Located | None:
    """The years that the text gives as the plan's period, else those on a line under the title or in it."""
    if stated := _PERIOD.search(text):
        return Located(" ".join(stated.group(1).split()), Span(*stated.span(1)))
    for line in lines[:10]:
        if found := _YEARS_LINE.match(line.text):
            years = re.sub(r"(?<=\d)一+(?=\d)", "—", found.group(1))
            return Located(years, Span(line.span.start + found.start(1), line.span.start + found.end(1)))
    found = _PERIOD_IN_TITLE.search(name.value) if name else None
    if not found or not name:
        return None
    at = text.find(found.group(0), name.span.start, name.span.end)
    span = Span(at, at + len(found.group(0))) if at >= 0 else name.span
    return Located(found.group(0).strip('“”"'), span)


def _status(heading: Located | None, lines: Sequence[Line], text: str) -> Located | None:
    """How final the text is, from its title or the short lines of its opening: a draft says more than a trial."""
    places = [(heading.span.start, heading.span.end)] if heading else []
    places += [(line.span.start, line.span.end) for line in lines[:15] if len(line.text) <= 20]
    for status in _STATUSES:
        at = next((at for a, b in places if (at := text.find(status, a, b)) >= 0), None)
        if at is not None:
            return Located(status, Span(at, at + len(status)))
    return None
