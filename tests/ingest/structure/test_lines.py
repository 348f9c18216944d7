from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ingest.plans import Paragraph
from ingest.structure.lines import after, join, joined, part
from tests.ingest.outlines import lines_of

WORDS = st.text("规划年2025R&D %，。（）", min_size=1, max_size=12).filter(lambda text: text == text.strip())
LINES = st.lists(WORDS, min_size=1, max_size=5)


def test_chinese_parts_are_joined_without_a_space() -> None:
    assert join(["加强科技", "创新"]) == "加强科技创新"


def test_latin_words_at_both_edges_keep_their_space() -> None:
    assert join(["PID free", "panel"]) == "PID free panel"


def test_a_number_that_a_line_end_cut_is_put_together() -> None:
    assert join(["达到12", "00家"]) == "达到1200家"


@given(LINES)
def test_a_joined_line_is_made_of_the_pieces_of_its_lines(texts: list[str]) -> None:
    source, line = "\n".join(texts), joined(lines_of(*texts))
    assert join([source[p.start : p.end] for p in line.pieces]) == line.text


@given(LINES, st.data())
def test_a_part_of_a_line_knows_where_it_stands(texts: list[str], data: st.DataObject) -> None:
    source, line = "\n".join(texts), joined(lines_of(*texts))
    start = data.draw(st.integers(0, len(line.text) - 1))
    end = data.draw(st.integers(start + 1, len(line.text)))
    cut = part(line, start, end)
    assert cut.text == line.text[start:end].strip()
    assert "".join("".join(source[p.start : p.end] for p in cut.pieces).split()) == "".join(cut.text.split())


@given(LINES, st.data())
def test_every_part_of_a_paragraph_is_found_in_the_source(texts: list[str], data: st.DataObject) -> None:
    source, line = "\n".join(texts), joined(lines_of(*texts))
    paragraph = Paragraph(0, line.text, line.pieces)
    inner = [i for i, char in enumerate(line.text) if not char.isspace()]
    start = data.draw(st.sampled_from(inner))
    end = data.draw(st.sampled_from([i + 1 for i in inner if i >= start]))
    span = paragraph.source_span(start, end)
    assert "".join(source[span.start : span.end].split()) == "".join(line.text[start:end].split())


def test_what_follows_a_heading_is_no_heading_by_style() -> None:
    line = joined(lines_of("一、目标。到2025年。"))
    assert after(line, 5).text == "到2025年。"
    assert after(line, 5).style is None
    assert after(line, 5).gap
