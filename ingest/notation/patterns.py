"""How plans write values: the patterns of ranks, numbers, comparators and the words beside them.

Every repetition is bounded and every run of digits is entered at its head only, so that a scan stays linear.
"""

from __future__ import annotations

import re

from ingest.notation.nonvalues import NUMERALS
from ingest.notation.units import CHINESE_UNIT, SCALE, UNIT
from ingest.plans import Comparator

# Ranks: 第22位, 列第7, 前10名, 全国前三. Of the groups one holds the numeral, f and g where 前 makes it a ceiling.
RANK = re.compile(
    rf"第\s?(?P<n>\d{{1,6}}|[{NUMERALS}]{{1,6}})\s?(?:位|名(?!单|录|称))"
    rf"|(?:(?<=[居列排名次])|(?<=[居列排是]全[国省市区县]))第\s?(?P<m>\d{{1,6}}|[{NUMERALS}]{{1,6}})(?=$|[\s，。；、,;）)的吗吧？?])"
    rf"|前\s?(?P<f>\d{{1,6}}|[{NUMERALS}]{{1,6}})\s?(?:位|名(?!单|录|称))"
    rf"|(?<=[国省市界球持入身])前\s?(?P<g>\d{{1,6}}|[{NUMERALS}]{{1,6}})(?=$|[\s，。；、,;）)])"
)
# no value: digits that a scan has damaged, with a letter or 巧 (15) among them: 1L5万吨, 17g · 3亿元, 巧0万千瓦
_NUMBER = r"(?<![\d巧])(?:\d{1,3}(?:,\d{3}){1,5}(?!\d)|\d{1,18})(?:\.\d{1,12})?"
_CN_DIGITS = "〇○零一二两三四五六七八九"
_CN_NUMBER = rf"(?:[{_CN_DIGITS}]|十)[{NUMERALS}]{{0,20}}(?:点[{_CN_DIGITS}]{{1,8}}(?:万亿|亿|万)?)?"
_MINUS = r"(?<![\d\w)%])-"
_UNIT = rf"[%‰]|个?百分点|(?:{SCALE})?(?:余|多)?(?:{UNIT})|{SCALE}"
COMPARATORS: dict[str, Comparator] = {
    **dict.fromkeys(("不低于", "不少于", "不小于", "至少", "最低", "≥", ">=", "⩾"), ">="),
    **dict.fromkeys(("不超过", "不高于", "不多于", "不大于", "至多", "最多", "最高", "≤", "<=", "⩽", "控制在"), "<="),
    **dict.fromkeys(("超过", "突破", "高于", "大于", "多于", "逾", "超", ">"), ">"),
    **dict.fromkeys(("低于", "少于", "小于", "未满", "不足", "不到", "<"), "<"),
    **dict.fromkeys(("约为", "大约", "大概", "将近", "接近", "约", "近"), "~"),
}
CLOSERS: dict[str, Comparator] = {
    **dict.fromkeys(("以上", "及以上", "或以上", "+"), ">="),
    **dict.fromkeys(("以下", "及以下", "以内", "之内"), "<="),
    **dict.fromkeys(("左右", "上下"), "~"),
}
_BEFORE = "|".join(sorted((re.escape(word) for word in COMPARATORS), key=len, reverse=True))
_AFTER = "|".join(re.escape(word) for word in CLOSERS)
# A value with the comparator before it and what closes it. Groups: s a minus sign, n a number, u a unit, 1 and 2 the
# ends of a range; c and cu a number in Chinese numerals with its unit, c0 the low end of a range of them.
VALUE = re.compile(
    rf"(?:(?<!最)(?<!附)(?<!节)(?P<before>{_BEFORE})(?:了|于)?\s?)?(?:"
    # 1-2家, 3%～5%, 10万至12万吨
    rf"(?P<s1>{_MINUS})?(?P<n1>{_NUMBER})\s?(?P<u1>{_UNIT})?\s?(?:-|——?|–|~|～|至|到)\s?(?P<n2>{_NUMBER})\s?(?P<u2>{_UNIT})"
    # 15000余家, -3.5%, 600
    rf"|(?P<s>{_MINUS})?(?P<n>{_NUMBER})(?:\s?(?P<more>余|多)(?!元化|种))?(?:\s?(?P<u>{_UNIT}))?"
    # 三分之二: part is 三, of is 二
    rf"|(?<![{NUMERALS}])(?P<part>[{_CN_DIGITS}十]{{1,3}})分之(?P<of>[{_CN_DIGITS}十]{{1,3}})"
    # 百分之三点五, 千分之2
    rf"|(?P<k>[百千])分之(?P<kn>{_NUMBER}|{_CN_NUMBER})"
    # 三百五十余家, 二千～三千万元
    rf"|(?<![{NUMERALS}])(?:(?P<c0>{_CN_NUMBER})[-—~～至])?(?P<c>{_CN_NUMBER})(?P<cmore>余|多)?(?P<cu>{CHINESE_UNIT})"
    # 翻一番, 倍增
    rf"|翻(?:了)?(?P<fan>[一两二三四]?)番|(?<![{NUMERALS}双])(?P<double>倍增)(?!计划|行动|工程|效应|”)"
    rf")(?:\s?(?:\(含\))?(?P<after>{_AFTER}))?"
)
CLAUSE_END = re.compile(r"[，。；！？：,;!?:\n\t]")
# Words before a value that say what kind of number it is; verbs of change only right before it.
NATURE = re.compile(
    r"新增|累计|年均|每年|预计|预期|力争|争取|新引进|新引育|新培育|新认定|新建|同比|环比"
    r"|(?:增长|增加|上升|提高|提升|下降|下滑|降低|减少|缩减|前进|前移|跃升|晋升|攀升|后退|下移|(?<![提上直])升|(?<!下)降)(?=(?:了|约|近|达){0,2}\s?$)"
)
# What makes a sum a ceiling (最高给予), a pair of values a change (由…), a gap between year and value an empty one.
CEILING = re.compile(r"最高(?:可|给予|补助|奖励|资助|支持|为|不超过){0,3}\s?$")
CHANGE = re.compile(r"[从由自][^从由自，。；]{0,14}$")
YEAR_LINK = re.compile(r"[\s的，,:：为达到约近有共仅(（]*$")
# 突破100项技术: units of what is broken through to, beside which 突破 is no comparator.
NAMED_BREAKTHROUGH = frozenset({"项", "个", "种", "款"})
