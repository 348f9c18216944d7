from __future__ import annotations

from ingest.plans import RawCell, RawDocument, RawGrid, RawLine, Span
from ingest.structure.items import items_of
from ingest.structure.lines import Line
from tests.ingest.outlines import raw_of


def test_lines_and_grids_stand_in_reading_order_without_noise_and_contents() -> None:
    text = "目录\n一、目标 3\n一、目标\n指标\t值\n扫一扫\n二、保障"
    grid = RawGrid(Span(15, 19), ((RawCell("指标", Span(15, 17)), RawCell("值", Span(18, 19))),))
    lines = [RawLine(Span(a, b)) for a, b in [(0, 2), (3, 9), (10, 14), (20, 23), (24, 28)]]
    raw = RawDocument(text, (*lines[:3], grid, *lines[3:]), "html")
    items, entries = items_of(raw)
    assert [item.text if isinstance(item, Line) else "grid" for item in items] == ["一、目标", "grid", "二、保障"]
    assert [entry.text for entry in entries] == ["一、目标 3"]


def test_page_numbers_are_looked_for_only_where_the_format_has_no_pages() -> None:
    words = "推进科技创新和产业创新深度融合建设现代化的产业体系"
    text = "\n".join(f"{n}{words}\n" + "\n".join([words] * 12) for n in range(1, 9))
    raw = raw_of(text)
    assert items_of(raw)[0][0].text == words
    paged = RawDocument(raw.text, raw.blocks, "pdf", pages=8)
    assert items_of(paged)[0][0].text == f"1{words}"
