"""The province that a document number begins with: 桂政发 is 广西, 沪府办发 上海, 豫政 河南."""

from __future__ import annotations

import re

from ingest.notation.gazetteer import Region
from ingest.notation.regions import region_named, regions_in
from ingest.plans import Located, Span

# 宁, 青 and 新 stand for cities as well (南京, 青岛, 新乡); so do some others unless it is the province's government.
_PROVINCES = {
    "京": "北京市",
    "津": "天津市",
    "沪": "上海市",
    "渝": "重庆市",
    "冀": "河北省",
    "晋": "山西省",
    "辽": "辽宁省",
    "黑": "黑龙江省",
    "浙": "浙江省",
    "皖": "安徽省",
    "闽": "福建省",
    "赣": "江西省",
    "鲁": "山东省",
    "豫": "河南省",
    "鄂": "湖北省",
    "湘": "湖南省",
    "粤": "广东省",
    "桂": "广西壮族自治区",
    "琼": "海南省",
    "川": "四川省",
    "黔": "贵州省",
    "滇": "云南省",
    "陕": "陕西省",
    "藏": "西藏自治区",
    "吉政": "吉林省",
    "苏政": "江苏省",
    "云政": "云南省",
    "内政": "内蒙古自治区",
    "甘政": "甘肃省",
}
_OF_A_CITY = re.compile(r"^.市")


def region_of_number(number: str) -> Region | None:
    """The province or municipality of a document number; None where it may be a city's (晋市政发, 宁政发)."""
    if _OF_A_CITY.match(number):
        return None
    name = _PROVINCES.get(number[:1]) or _PROVINCES.get(number[:2])
    return region_named(name) if name else None


def untold(number: Located | None, file: str) -> tuple[Located | None, Region | None]:
    """The division of a text that names none: the province of its number, or what the file's name says, with an empty
    span, where that lies below it."""
    province = region_of_number(number.value) if number else None
    named = next((region for _, _, region in regions_in(file)), None)
    if named and (province is None or province.name in named.above):
        return Located(named.name, Span(0, 0)), named
    if province is None or number is None:
        return None, None
    return Located(province.name, Span(number.span.start, number.span.start + 1, number.span.page)), province
