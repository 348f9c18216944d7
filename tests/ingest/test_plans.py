"""A paragraph knows where each of its characters stands in the source, over broken lines and pages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import Located, Paragraph, Plan, PlanFacts, Span

LINES = st.lists(st.text("国家高新企业达600家以上，", min_size=1, max_size=8), min_size=1, max_size=5)


def broken(lines: list[str]) -> tuple[str, Paragraph]:
    """A source whose lines are broken, each on a page of its own, and the paragraph that joins them."""
    source, pieces = "", []
    for page, line in enumerate(lines, start=1):
        source += f"— {page} —\n"
        pieces.append(Span(len(source), len(source) + len(line), page))
        source += f"{line}\n"
    return source, Paragraph(0, "".join(lines), tuple(pieces))


@given(LINES, st.data())
def test_a_part_of_a_paragraph_begins_and_ends_in_the_source_where_its_first_and_last_characters_stand(
    lines: list[str], data: st.DataObject
) -> None:
    source, paragraph = broken(lines)
    start = data.draw(st.integers(0, len(paragraph.text) - 1))
    end = data.draw(st.integers(start + 1, len(paragraph.text)))
    places = [place for piece in paragraph.pieces for place in range(piece.start, piece.end)]
    found = paragraph.source_span(start, end)
    assert (found.start, found.end) == (places[start], places[end - 1] + 1)
    assert source[found.start] == paragraph.text[start]
    assert paragraph.text_range(found.start, found.end) == (start, end)


def test_a_part_is_on_the_page_on_which_it_begins() -> None:
    _, paragraph = broken(["国家高新技术", "企业达600家"])
    assert paragraph.source_span(7, 9).page == 2
    assert paragraph.source_span(2, 9).page == 1


def test_the_space_that_joins_two_latin_words_stands_nowhere_in_the_source() -> None:
    source = "GDP\nR&D"
    paragraph = Paragraph(0, "GDP R&D", (Span(0, 3), Span(4, 7)))
    assert paragraph.source_span(4, 7) == Span(4, 7)
    assert paragraph.source_span(0, 3) == Span(0, 3)
    assert [paragraph.text_range(*place) for place in ((4, 7), (0, 7), (3, 4))] == [(4, 7), (0, 7), None]
    assert source[slice(*(paragraph.source_span(0, 7).start, paragraph.source_span(0, 7).end))] == source


def test_what_lies_beyond_a_paragraph_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside a paragraph of 3 characters"):
        Paragraph(0, "临安区", (Span(0, 3),)).source_span(5, 6)


def plan(facts: PlanFacts) -> Plan:
    return Plan("id", "临安.txt", "digest", "text", "临安区科技创新规划", facts, (), ())


def test_a_plan_without_a_title_goes_by_its_file() -> None:
    assert plan(PlanFacts()).title == "临安"
    assert plan(PlanFacts(title=Located("科技创新规划", Span(3, 9)))).title == "科技创新规划"


def test_a_quote_is_the_source_word_for_word() -> None:
    assert plan(PlanFacts()).quote(Span(0, 3)) == "临安区"
