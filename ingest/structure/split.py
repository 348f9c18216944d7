"""Plan → Passages along the headings: sentences packed to a target length, table rows one by one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.plans import Paragraph, Passage, Plan, Row, Section, Span, Table
from ingest.structure.noise import MARKS

_SENTENCE = re.compile(r"[^\s。！？；](?:[^\n。！？；]*(?:[。！？；]+[”’」』）)]*|(?=\n|$)))|[。！？；]+")
_NUMBERED = re.compile(r"[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|——")
_LABEL_CHARS, _NUMBERED_LABEL_CHARS, _FEW_CHARS = 22, 45, 4
_NAMES = re.compile(r"(?:指标|名称|项目|地区)(?:名称)?$")
_DUTY = re.compile(r"[（(]?\s*(?:责任|牵头|配合|参与|协办|协同)(?:单位|部门)[：:]")


def split(plan: Plan, target_chars: int) -> tuple[Passage, ...]:
    """Cut a plan into passages of about `target_chars` characters, never across a heading or a table.

    A long paragraph is cut between sentences; short ones that follow each other stand together, a line each. A heading
    that stands in the same line as its text belongs to the first passage of that text. A table gives one passage a row,
    and one for the table as a whole (caption and header), so that a row is retrievable on its own.
    """
    pieces = _together(plan, _pieces(plan, target_chars), target_chars)
    return tuple(
        Passage(
            id=f"{plan.id}-{plan.digest[:8]}-{order}",
            plan_id=plan.id,
            order=order,
            kind=kind,
            heading=plan.sections[section].path,
            section=section,
            text=text,
            context=_context(plan, section, extra),
            span=span,
            record=record,
        )
        for order, (kind, section, text, extra, span, record) in enumerate(pieces)
    )


def sentences(text: str) -> list[tuple[int, int]]:
    """The ranges of the sentences of a text, which end with a stop or a line.

    A responsible-unit note stays with the sentence before it, a sentence that only names what follows with the one
    after it in the same line.
    """
    ranges: list[tuple[int, int]] = []
    for found in _SENTENCE.finditer(text):
        start, end = found.span()
        before, between = ranges[-1] if ranges else (0, 0), text[ranges[-1][1] if ranges else 0 : start]
        joins = _DUTY.match(text, start) or end - start < _FEW_CHARS
        if ranges and (joins or ("\n" not in between and _is_label(text[slice(*before)]))):
            ranges[-1] = (before[0], end)
        else:
            ranges.append((start, end))
    return ranges


def _is_label(sentence: str) -> bool:
    """A sentence that only names what follows: "人工智能。", "（2）不能创新。"."""
    if re.search(r"\d{2}|[；;]", sentence):
        return False
    if _NUMBERED.match(sentence):
        return len(sentence) <= _NUMBERED_LABEL_CHARS
    return len(sentence) <= _LABEL_CHARS and not re.search("[，、]", sentence)


def record(table: Table, row: Row) -> str:
    """A row spelled out: "表6 主要预期指标｜科技创新主体｜国家高新技术企业｜单位：家｜2025年：600"."""
    parts = [table.caption] if table.caption else []
    if table.unit:
        parts.append(f"单位：{table.unit}")
    for i, (label, cell) in enumerate(zip(table.header, row.cells, strict=True)):
        if not cell.text or label in ("序号", "编号"):
            continue
        named = i == 0 or _NAMES.search(label) or cell.text == row.group or not label
        parts.append(cell.text if named else f"{label}：{cell.text}")
    return "｜".join(parts)


def _context(plan: Plan, section: int, extra: str) -> str:
    return " ".join([plan.title, *plan.sections[section].path, extra]).strip()


_Piece = tuple[str, int, str, str, Span, str]


def _pieces(plan: Plan, target: int) -> Iterator[_Piece]:
    yield from _lists(plan)
    headed: set[int] = set()
    for block in plan.blocks:
        if isinstance(block, Table):
            yield from _table(plan, block)
            continue
        section = plan.sections[block.section]
        head = None if section.index in headed else _inline_heading(plan, section, block)
        headed.add(section.index)
        yield from _paragraph(plan, block, target, head)


def _together(plan: Plan, pieces: Iterator[_Piece], target: int) -> Iterator[_Piece]:
    """Neighbouring paragraphs of a section put together while they are shorter than the target."""
    last: _Piece | None = None
    for piece in pieces:
        if last and _adjacent(plan, last, piece) and len(last[2]) + len(piece[2]) < target:
            span = Span(last[4].start, piece[4].end, last[4].page)
            last = (*last[:2], f"{last[2]}\n{piece[2]}", last[3], span, last[5])
            continue
        if last:
            yield last
        last = piece
    if last:
        yield last


def _adjacent(plan: Plan, piece: _Piece, following: _Piece) -> bool:
    """Whether two pieces are paragraphs of one section with nothing between them, no noise either."""
    between = "".join(plan.text[piece[4].end : following[4].start].split())
    return piece[0] == following[0] == "paragraph" and piece[1] == following[1] and not between.strip("*-+>")


def _lists(plan: Plan) -> Iterator[_Piece]:
    """For each heading with several below it, it and those: answers "which articles / actions are there"."""
    children: dict[int, list[Section]] = {}
    for section in plan.sections[1:]:
        children.setdefault(section.parent or 0, []).append(section)
    for parent, below in children.items():
        if parent and len(below) > 1:
            text = "\n".join(plan.quote(s.span).strip() for s in (plan.sections[parent], *below))
            yield "heading", parent, text, "", plan.sections[parent].span, ""


def _inline_heading(plan: Plan, section: Section, block: Paragraph) -> Span | None:
    """The heading's span where it stands in the same line as the paragraph."""
    start = block.span.start
    inline = section.index and section.span.end <= start and not plan.text[section.span.end : start].strip(" 　*")
    return section.span if inline and "\n" not in plan.text[section.span.end : start] else None


def _paragraph(plan: Plan, block: Paragraph, target: int, head: Span | None) -> Iterator[_Piece]:
    for start, end in _packed(sentences(block.text), target):
        span = block.source_span(start, end)
        text = block.text[start:end]
        if head:
            text = MARKS.sub("", plan.quote(head)).strip() + text
            span, head = Span(head.start, span.end, head.page), None
        yield "paragraph", block.section, text, "", span, ""


def _packed(ranges: list[tuple[int, int]], target: int) -> list[tuple[int, int]]:
    """Neighbouring sentences put together while they are shorter than the target."""
    packed: list[tuple[int, int]] = []
    for start, end in ranges:
        if packed and end - packed[-1][0] <= target:
            packed[-1] = (packed[-1][0], end)
        else:
            packed.append((start, end))
    return packed


def _table(plan: Plan, table: Table) -> Iterator[_Piece]:
    header = " ".join(table.header)
    span = table.caption_span or Span(table.span.start, table.rows[0].span.start, table.span.page)
    caption = " ".join(part for part in (table.caption, f"单位：{table.unit}" if table.unit else "", header) if part)
    yield "table", table.section, caption, "", span, ""
    for row in table.rows:
        extra = " ".join(part for part in (table.caption, row.group, header) if part)
        yield "row", table.section, plan.quote(row.span), extra, row.span, record(table, row)
