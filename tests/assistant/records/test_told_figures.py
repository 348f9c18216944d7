from __future__ import annotations

from pathlib import Path

from assistant.records.told_figures import figures_inside, figures_of, place, value_at, words_behind
from tests.assistant.gathering import gathered, over

PLAN = """# 平湖市2020年科技工作报道

平湖市科技局

2021年1月3日

2020年，全市申报高新技术企业173家，其中新申报企业121家（119家进入公示），重新申报52家。
"""


def test_the_figures_of_a_sentence_are_read_in_their_order_with_what_stands_behind_them(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        asked = gathered(library, "平湖2020年新申报高新技术企业多少家")
        sentence = next(c for c in asked.candidates if "进入公示" in c.text)
        found = figures_of(sentence, asked)
        assert [hit.indicator.value for hit in found] == ["173", "121", "119", "52"]
        assert [hit.plan.text[value_at(hit)] for hit in found] == ["173家", "121家", "119家", "52家"]
        assert {"进入", "公示"} <= words_behind(found[2])
        assert found[2].indicator.quote == "119家进入公示"
        inside = figures_inside(sentence, asked)
        assert "119" not in [hit.indicator.value for hit in inside]
        assert sorted(inside, key=place) == inside


def test_a_sentence_of_another_year_tells_no_figures(tmp_path: Path) -> None:
    with over(tmp_path, 平湖=PLAN) as library:
        asked = gathered(library, "平湖2019年新申报高新技术企业多少家")
        sentence = next(c for c in asked.candidates if "进入公示" in c.text)
        assert figures_of(sentence, asked) == []
