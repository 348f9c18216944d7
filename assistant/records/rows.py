"""A table row as a sentence: the subject, then the columns that the question asks for."""

from __future__ import annotations

import re

from assistant.questions import Query
from assistant.records.operations import operations_of
from ingest.plans import Passage

_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANK = re.compile(r"[-—–－/／\s]*")
_BARE = re.compile(r"(.*\d)(以上|以下|以内|左右)?")


def row_text(passage: Passage, query: Query) -> str:
    """ "国家高新技术企业：2025年 600家（表6 …）"; the columns of the asked years, or all."""
    parts = passage.record.split("｜")
    caption = parts.pop(0) if re.match(r"续?附?表\s*\d|.*表$", parts[0]) else ""
    names = [p for p in parts if "：" not in p]
    fields = [tuple(p.split("：", 1)) for p in parts if "：" in p]
    unit = next((value for label, value in fields if label in ("单位", "计量单位")), "")
    values = [(label, value) for label, value in fields if label not in ("单位", "计量单位")]
    wanted = {y for asked in query.years for y in (asked[:4], asked[-4:])}
    dated = [(label, value) for label, value in values if wanted & set(_YEAR.findall(label))]
    if wanted and dated:
        values = dated
    name, own = _unit_of(names[-1] if names else "")
    cells = []
    for label, value in values:
        label, unit_of_label = _unit_of(re.sub(r"^(指标值|数值|完成情况)\s*(?=.)", "", label))
        bare = _BARE.fullmatch(value)
        cells.append(f"{label} {bare[1]}{unit_of_label or unit or own}{bare[2] or ''}" if bare else f"{label} {value}")
    return f"{name}：{'，'.join(cells)}" + (f"（{caption}）" if caption else "")


def leaves_blank(passage: Passage, query: Query) -> bool:
    """Whether the columns of the asked years hold nothing, or a dash for nothing, in a row; of one of them is enough
    where the question reckons with both."""
    wanted = {y for asked in query.years for y in (asked[:4], asked[-4:])}
    fields = [part.split("：", 1) for part in passage.record.split("｜") if "：" in part]
    dated = [[value for label, value in fields if year in _YEAR.findall(label)] for year in wanted]
    blank = [all(map(_BLANK.fullmatch, values)) for values in dated if values]
    return any(blank) if operations_of(query.text) else bool(blank) and all(blank)


def _unit_of(label: str) -> tuple[str, str]:
    """A label and the unit in brackets at its end: "PCT国际专利年申请量(件)" → (…, 件)."""
    found = re.search(r"[(（](?!\d)([^()（）]{1,8})[)）]$", label)
    return (label[: found.start()], found.group(1)) if found else (label, "")
