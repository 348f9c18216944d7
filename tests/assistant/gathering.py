"""Evidence for a question without the steps after it, and libraries over plans that a test writes itself."""

from __future__ import annotations

from pathlib import Path

from assistant.answers import Draft
from assistant.questions import Question
from assistant.retrieval.evidence import Evidence, gather
from assistant.settings import RankSettings
from assistant.understanding.scopes import Reader
from assistant.understanding.understand import understand
from ingest.library import Library
from tests.assistant.small_library import fill

HAINING = """# 海宁市科技创新“十四五”规划（摘要）

海宁市人民政府

2021年9月3日

目录

一、发展基础

二、发展目标

三、重大工程

（一）先进制造工程

（二）绿色能源工程

四、组织实施

## 一、发展基础

“十三五”时期，海宁在全市创新排名中稳步前移，2020年创新指数排名较2019年上升3位。

表1 “十三五”科技指标完成情况

| 类别 | 指标名称 | 单位 | 2015年 | 2020年规划目标 | 2020年完成值 |
|---|---|---|---|---|---|
| 创新主体 | 国家高新技术企业 | 家 | 120 | 300 | 420 |
| 创新主体 | 科技型中小企业 | 家 | 310 | 900 | 860 |
| 创新产出 | 技术交易额 | 亿元 | 6 | - | 24 |

表2 全市创新指数排名

| 地区 | 2018年 | 2019年 | 2020年 | 变动 |
|---|---|---|---|---|
| 海宁市 | 6 | 5 | 3 | 3 |
| 桐乡市 | 2 | 4 | 6 | -4 |
| 平湖市 | 3 | 3 | 2 | 1 |
| 海盐县 | 7 | 6 | 5 | 2 |

## 二、发展目标

到2025年，国家高新技术企业达到800家，新增科技型中小企业1000家，技术交易额达到60亿元左右，科技馆面积倍增。

## 四、组织实施

（一）加强领导。成立领导小组，统筹规划实施。（牵头单位：市科技局，配合单位：市财政局）

（二）加大投入。市财政科技支出年均增长10%以上。
"""

NANXUN = """# 南浔区科技创新“十四五”规划

南浔区人民政府

2021年9月3日

## 一、发展基础

2020年，全区软件业增加值为40亿元。2019年，技术创新指数位次同比提升9位，科技产出指数位次下降3位。

表1 科技指标完成情况

| 指标名称 | 单位 | 2015年 | 2020年 | 增长率（%） |
|---|---|---|---|---|
| 研发机构 | 家 | 50 | 80 | 160 |
| 软件业增加值占规上工业增加值比重 | % | 10 | 21.5 | 215 |

表2 全区创新指数位次

| 指标 | 2018年 | 2019年 |
|---|---|---|
| 技术创新指数 | 20 | 12 |
| 科技产出指数 | 7 | 10 |
| 创新指数 | 15 | 11 |

## 二、发展目标

到2025年，高新技术企业达到900家，高新技术企业每年新认定60家以上。
"""


def gathered(library: Library, text: str) -> Evidence:
    """What is gathered for a question."""
    query = understand(Question(text), Reader(library.plans(), library.regions()))
    return gather(query, library, RankSettings(), library.plan)


def over(folder: Path, **plans: str) -> Library:
    """A library over plans of a test's own, by the name of the file without its ending."""
    files = [folder / f"{name}.md" for name in plans]
    for file, text in zip(files, plans.values(), strict=True):
        file.write_text(text, encoding="utf-8")
    return fill(folder / "store", files)


def said(draft: Draft | None) -> str:
    """The text of a draft."""
    assert draft is not None
    return "\n".join(claim.text for claim in draft.claims)


def quoted(draft: Draft | None, library: Library) -> list[str]:
    """What a draft stands on: the words of its sources in their plans, in order, each once."""
    assert draft is not None
    sources = dict.fromkeys(source for claim in draft.claims for source in claim.sources)
    return [library.plan(source.plan_id).quote(source.span) for source in sources]
