from __future__ import annotations

from assistant.answers import AnswerStatus
from assistant.compose_conflict import sides
from ingest.library import Library
from tests.assistant.gathering import gathered, quoted, said
from tests.assistant.small_library import NANHU


def test_a_table_and_the_text_that_differ_are_both_shown_with_their_place(library: Library) -> None:
    draft = sides(gathered(library, "南湖2025年技术交易额目标表1和正文对不上，到底是哪个"))
    assert draft.status is AnswerStatus.ANSWERED
    table, text, why = draft.claims
    assert "90亿元" in table.text
    assert "表1" in table.text
    assert NANHU in table.text
    assert "98亿元" in text.text
    assert "发展目标" in text.text
    assert NANHU in text.text
    assert quoted(draft, library) == ["创新产出 | 技术交易额 | 亿元 | 35 | 90", "技术交易额达到98亿元", "到2025年"]
    assert set(why.sources) == {*table.sources, *text.sources}


def test_neither_side_is_called_right(library: Library) -> None:
    text = said(sides(gathered(library, "南湖2025年技术交易额到底是90亿元还是98亿元，哪个才是对的")))
    assert "90亿元" in text
    assert "98亿元" in text
    assert "为准" not in text or "发文机关" in text


def test_a_move_that_the_text_states_is_set_against_the_ranks_of_the_table(haining: Library) -> None:
    draft = sides(gathered(haining, "海宁创新指数排名2020年比2019年上升了几位，表2和正文对不上"))
    stated, ranks, difference = draft.claims
    assert "上升3位" in stated.text
    assert "2019年位次 5位" in ranks.text
    assert "2020年位次 3位" in ranks.text
    assert (difference.calculation.expression, difference.calculation.result) == ("5 − 3", "2")
    assert quoted(draft, haining)[1] == "海宁市 | 6 | 5 | 3 | 3"


def test_values_of_different_years_are_no_contradiction_in_one_year(library: Library) -> None:
    text = said(sides(gathered(library, "南湖2020年国家高新技术企业表1和正文对不上吗")))
    assert "450" not in text


def test_flows_and_totals_are_told_apart(haining: Library) -> None:
    text = said(sides(gathered(haining, "海宁科技型中小企业1000家和860家对不上，口径不一致吗")))
    assert "1000家" in text
    assert "860家" in text
    assert "口径不同" in text


def test_what_nothing_is_said_of_has_no_sides(library: Library) -> None:
    assert sides(gathered(library, "湘湖跨海大桥的造价两种说法哪个对")) is None
