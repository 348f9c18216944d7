from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from assistant.retrieval.clip import ELLIPSIS, clip, unnumbered
from assistant.retrieval.terms import Terms
from ingest.library.words import tokens

LONG = (
    "到2025年，全区创新体系基本成型，科技型中小企业达到1500家以上，技术交易额达到98亿元，"
    "高新技术产业增加值占规上工业增加值比重保持稳定，每万名就业人员中研发人员明显增加。"
)


def looking_for(words: str) -> Terms:
    return Terms(dict.fromkeys(tokens(words), 1.0), {}, ())


def pieces(text: str) -> list[str]:
    return [piece for piece in text.split(ELLIPSIS) if piece]


def test_a_sentence_within_the_limit_stays_whole() -> None:
    assert clip("技术交易额达到98亿元。", looking_for("技术交易额"), 40) == "技术交易额达到98亿元。"


def test_of_a_long_sentence_the_clauses_that_answer_are_kept_and_the_rest_is_marked() -> None:
    assert clip(LONG, looking_for("技术交易额"), 30).endswith("技术交易额达到98亿元" + ELLIPSIS)


def test_the_year_that_opens_a_sentence_goes_with_its_later_clauses() -> None:
    assert clip(LONG, looking_for("技术交易额"), 20).startswith("到2025年，" + ELLIPSIS)


def test_without_a_year_what_comes_before_is_only_marked() -> None:
    text = "全面提升能级，" + LONG.removeprefix("到2025年，")
    assert clip(text, looking_for("技术交易额"), 20).startswith(ELLIPSIS)


def test_the_value_to_keep_is_kept_even_where_other_clauses_fit_better() -> None:
    at = LONG.index("1500家")
    assert "1500家" in clip(LONG, looking_for("技术交易额"), 20, keep=(at, at + 5))


def test_the_end_of_the_sentence_is_not_marked_as_cut() -> None:
    assert clip(LONG, looking_for("每万名就业人员中研发人员"), 30).endswith("明显增加。")


def test_a_name_that_the_text_goes_on_to_explain_comes_with_the_explanation() -> None:
    text = "云谷。聚焦数字医疗和工业软件，建设中试平台，引进研究院所，打造青年人才的乐园，成为未来之城的样板。"
    assert clip(text, looking_for("云谷"), 30) == "云谷。聚焦数字医疗和工业软件，建设中试平台，引进研究院所" + ELLIPSIS


@given(st.text(alphabet="到2025年企业技术额，；。：：1家亿元", min_size=0, max_size=80), st.integers(5, 60))
def test_every_piece_stands_verbatim_in_the_sentence_and_in_its_order(text: str, limit: int) -> None:
    clipped = clip(text, looking_for("企业技术额"), limit)
    at = 0
    for piece in pieces(clipped):
        found = text.find(piece, at)
        assert found >= 0
        at = found + len(piece)


@given(st.integers(5, 60), st.sampled_from(["技术交易额", "中小企业", "15", "研发人员"]))
def test_no_number_is_cut_in_two(limit: int, words: str) -> None:
    text = LONG.replace("1500", "1,500").replace("98", "15,098.5")
    assert set(re.findall(r"[\d.,]+", clip(text, looking_for(words), limit))) <= {"2025", "1,500", "15,098.5"}


def test_the_number_of_an_item_is_no_part_of_its_sentence() -> None:
    assert unnumbered("2. 全省排第22位。") == "全省排第22位。"
    assert unnumbered("2.5%的企业达标。") == "2.5%的企业达标。"


def test_the_letter_that_a_broken_line_left_over_is_no_part_of_a_sentence() -> None:
    assert unnumbered("式。探索设立专业机构。") == "探索设立专业机构。"
    assert unnumbered("云谷。聚焦数字医疗。") == "云谷。聚焦数字医疗。"
