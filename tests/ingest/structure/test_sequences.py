from __future__ import annotations

from ingest.structure.headings import numbered, plain
from ingest.structure.sequences import split_inline
from ingest.structure.tree import Tree
from tests.ingest.outlines import lines_of


def cut(text: str, *above: str) -> list[str]:
    """The parts of a line in a tree in which the headings `above` are open."""
    tree = Tree()
    for index, line in enumerate(above, 1):
        tree.place(numbered(line) or plain(line), index)
    return [part.text for part in split_inline(lines_of(text)[0], tree)]


def test_the_next_item_of_a_sequence_begins_anew() -> None:
    assert cut("1.对高校补助50万元。2.对企业补助30万元。") == ["1.对高校补助50万元。", "2.对企业补助30万元。"]


def test_a_sequence_that_begins_within_a_line_is_cut_if_it_goes_on() -> None:
    assert cut("支持下列平台：1.实验室。2.孵化器。") == ["支持下列平台：", "1.实验室。", "2.孵化器。"]
    assert cut("支持下列平台：1.实验室。") == ["支持下列平台：1.实验室。"]


def test_a_wide_space_before_the_first_item_is_enough() -> None:
    assert cut("二、奋斗目标　　（一）国内外环境") == ["二、奋斗目标", "（一）国内外环境"]


def test_an_item_that_a_sequence_above_expects_begins_anew() -> None:
    assert cut("以上情形除外。3.对个人补助。", "1.对高校补助", "2.对企业补助") == ["以上情形除外。", "3.对个人补助。"]


def test_numbers_out_of_sequence_and_quantities_are_left_alone() -> None:
    assert cut("增长显著。3.5亿元用于研发。") == ["增长显著。3.5亿元用于研发。"]
    assert cut("1.对高校补助。5.见附件。") == ["1.对高校补助。5.见附件。"]
    assert cut("依据条例第（二）项、第（三）项办理。") == ["依据条例第（二）项、第（三）项办理。"]


def test_the_parts_know_where_they_stand() -> None:
    text = "1.对高校补助。2.对企业补助。"
    assert [part.span.start for part in split_inline(lines_of(text)[0], Tree())] == [0, text.index("2")]
