from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import RawLine
from ingest.structure.pages import page_numbers
from tests.ingest.outlines import paths, plan_of, raw_of

WORDS = "依靠科技创新，做强各类平台。促进产业创新深度融合建设"
PAGE = [WORDS] * 11


def strung(pages: Sequence[Sequence[str]], glue: str = "") -> str:
    """Pages of lines strung together: the number of a page stands right before the words of the next."""
    return "".join("\n".join(page) + f"\n{n}{glue}" for n, page in enumerate(pages, 1)) + WORDS


def found(text: str) -> list[str]:
    raw = raw_of(text)
    lines = [block for block in raw.blocks if isinstance(block, RawLine)]
    return [raw.text[span.start : span.end] for span in page_numbers(raw.text, lines)]


def test_numbers_that_stick_to_the_next_pages_words_are_found_by_their_run() -> None:
    assert found(strung([PAGE] * 7)) == ["1", "2", "3", "4", "5", "6", "7"]


def test_a_page_number_before_a_heading_number_is_told_apart_from_it() -> None:
    openings = ["1 范围", "", "2 术语与定义", "", "3 要求", "3.1 工作原则", "", "4 成果", "4.1 报送", "4.2 应用"]
    ends = [WORDS if following == "" else "依靠科技创新。" for following in [*openings[1:], "完"]]
    text = strung([[*([top] if top else []), *PAGE, end] for top, end in zip(openings, ends, strict=True)])
    assert "22 术语与定义" in text
    assert "53.1 工作原则" in text
    assert found(text) == ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"]
    assert paths(plan_of(text)) == [
        "1 范围",
        "2 术语与定义",
        "3 要求",
        "3 要求 > 3.1 工作原则",
        "4 成果",
        "4 成果 > 4.1 报送",
        "4 成果 > 4.2 应用",
    ]


def test_text_reads_on_over_a_page_number() -> None:
    plan = plan_of("一、目标\n" + strung([PAGE] * 7, glue=" "))
    assert [block.text for block in plan.blocks] == [WORDS * (11 * 7 + 1)]


def test_numbers_on_lines_of_their_own_count_with_spaces_between_digits() -> None:
    text = "".join("\n".join(PAGE) + f"\n{' '.join(str(n))}\n" for n in range(1, 13))
    assert found(text)[-3:] == ["1 0", "1 1", "1 2"]


def test_chapters_are_no_pages_for_they_interrupt_no_sentence() -> None:
    chapters = ["\n".join([f"{n} 某某工程", *PAGE, f"{WORDS}。"]) for n in range(1, 9)]
    assert found("\n".join(chapters)) == []


def test_the_serial_numbers_of_a_table_are_no_pages() -> None:
    assert found("\n".join(f"{n}\n国家高新技术企业数（家）\n6{n}0" for n in range(1, 31))) == []


def test_a_few_numbers_are_no_run() -> None:
    assert found(strung([PAGE] * 4)) == []


@given(st.text("12345 年家\n规划。", max_size=300))
def test_any_text_is_searched_without_an_error(text: str) -> None:
    if text.strip():
        assert all(number.replace(" ", "").isdigit() for number in found(text) if "I" not in number)
