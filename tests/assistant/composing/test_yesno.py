from __future__ import annotations

from pathlib import Path

from assistant.composing.yesno import check, doubled
from assistant.records.values import hits
from ingest.library import Library
from tests.assistant.gathering import gathered, over, quoted, said


def test_a_target_in_words_is_said_to_have_no_figure(library: Library) -> None:
    draft = check(gathered(library, "青年科学家集聚有具体数字吗"))
    assert "集聚青年科学家一批" in said(draft)
    assert "没有给出具体数值" in said(draft)
    assert len(quoted(draft, library)) == 1


def test_of_a_sentence_with_figures_of_other_things_the_clause_in_words_is_told(tmp_path: Path) -> None:
    plan = "# 桐乡市规划\n\n## 一、目标\n\n到2025年，企业研发投入达56亿元，基础研究占研发投入比例大幅提高。\n"
    with over(tmp_path, 桐乡=plan) as library:
        draft = check(gathered(library, "桐乡对基础研究占研发投入的比例定了具体数值吗"))
        assert "基础研究占研发投入比例大幅提高" in said(draft)
        assert "56亿元" not in said(draft)


def test_a_target_with_a_figure_is_not_said_to_have_none(library: Library) -> None:
    assert check(gathered(library, "海外工程师引进有具体数字吗")) is None


def test_doubling_is_checked_only_where_it_is_asked(library: Library) -> None:
    found = hits(gathered(library, "南湖国家高新技术企业2020年和2025年"))
    pair = tuple(next(h for h in found if h.indicator.value == value) for value in ("212", "450"))
    assert doubled(pair, "多多少") == []
    (claim,) = doubled(pair, "翻一番了吗")
    assert (claim.calculation.expression, claim.calculation.result) == ("212 × 2", "424")
    assert "没有" not in claim.text
    (back,) = doubled((pair[1], pair[0]), "倍增了吗")
    assert "没有" in back.text


def test_a_year_with_goals_in_words_only_is_said_to_have_no_figures(tmp_path: Path) -> None:
    text = (
        "# 桐乡市科技规划\n\n桐乡市人民政府\n\n2021年3月1日\n\n依据《桐乡市2035年远景目标纲要》编制。\n\n"
        "## 一、目标\n\n"
        "到2025年，国家高新技术企业达到300家。到2035年，建成全省领先的区域科创中心。\n"
    )
    with over(tmp_path, 桐乡=text) as library:
        draft = check(gathered(library, "桐乡2035年的远景目标带量化指标吗"))
        given = check(gathered(library, "桐乡对2025年提了具体的数字指标吗？"))
    assert [claim.text for claim in draft.claims] == ["没有给出具体数值，只提出：到2035年，建成全省领先的区域科创中心"]
    assert given is None
