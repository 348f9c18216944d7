"""What of a document belongs to the plan, in reading order: its lines without noise and contents list, its grids."""

from __future__ import annotations

from ingest.plans import RawDocument, RawGrid, RawLine
from ingest.structure.contents import part_contents
from ingest.structure.lines import Line
from ingest.structure.noise import clean
from ingest.structure.pages import page_numbers

Item = Line | RawGrid


def items_of(raw: RawDocument) -> tuple[list[Item], list[Line]]:
    """The lines and grids of the plan, and the entries of its contents list."""
    raw_lines = [block for block in raw.blocks if isinstance(block, RawLine)]
    numbers = page_numbers(raw.text, raw_lines) if raw.pages is None else ()
    lines: list[Line] = []
    end = 0
    for block in raw.blocks:
        if isinstance(block, RawLine):
            lines += clean(raw.text, block, end, numbers)
        end = block.span.end
    kept, entries = part_contents(lines)
    grids = [block for block in raw.blocks if isinstance(block, RawGrid)]
    return sorted([*kept, *grids], key=lambda item: item.span.start), entries
