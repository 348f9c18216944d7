from __future__ import annotations

from pathlib import Path

from assistant.composing.values import value
from assistant.records.corroborate import corroborated
from tests.assistant.gathering import gathered, over, quoted, said

TWICE = """# 平湖市科技创新“十四五”规划

平湖市人民政府

## 一、发展目标

到2025年，国家高新技术企业达到800家，技术交易额达到60亿元。

表1 主要指标

| 指标名称 | 单位 | 2020年 | 2025年 |
|---|---|---|---|
| 国家高新技术企业 | 家 | 420 | 800 |
| 技术交易额 | 亿元 | 24 | 65 |
"""


def test_a_value_of_a_row_also_cites_the_sentence_that_agrees(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=TWICE) as library:
        evidence = gathered(library, "平湖2025年国家高新技术企业目标是多少")
        draft = value(evidence)
        rows_only = type(draft)(draft.status, draft.claims[:1])
        told = corroborated(rows_only, evidence)
        assert said(told) == said(rows_only)
        assert [q for q in quoted(told, library) if "达到800家" in q]


def test_a_sentence_with_another_value_is_not_cited(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=TWICE) as library:
        evidence = gathered(library, "平湖2025年技术交易额目标是多少")
        draft = value(evidence)
        rows_only = type(draft)(draft.status, draft.claims[:1])
        assert not [q for q in quoted(corroborated(rows_only, evidence), library) if "60亿元" in q]


def test_what_stands_on_sentences_stays_as_it_is(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=TWICE.split("表1")[0]) as library:
        evidence = gathered(library, "平湖2025年国家高新技术企业目标是多少")
        draft = value(evidence)
        assert corroborated(draft, evidence) == draft
