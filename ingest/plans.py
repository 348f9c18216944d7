"""Nouns of the corpus: what a plan is made of, and where each part of it stands in the source.

Every offset counts characters of `Plan.text`, the decoded source text (for HTML, DOCX and PDF: the text that the
reader extracted), so that `plan.text[span.start:span.end]` is always the verbatim quote.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import PurePath
from typing import Literal

_BREAK = re.compile(r"(?<![A-Za-z\d])\s*\n\s*|\s*\n\s*(?![A-Za-z\d])")

Comparator = Literal["=", ">=", ">", "<=", "<", "~"]
Role = Literal["target", "actual", "planned", "rank", "growth"]
PlanKind = Literal["规划", "意见", "政策措施", "办法", "方案", "通知", "报道", "其他"]
Level = Literal["国家", "省", "市", "县区", "园区"]


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of characters of the source text; `page` counts from 1 where the format has pages."""

    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Located:
    """A metadata value and the span it was read from."""

    value: str
    span: Span


# --- what a reader hands over: nothing is interpreted yet -------------------------------------------------------


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line (text, PDF) or one block element (HTML, DOCX) of the source, edges trimmed.

    `style` is what the format itself says of it: "title", "heading-1" … "heading-6", "toc", or None.
    """

    span: Span
    style: str | None = None


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell of a format-given table. A merged cell stands in every place that it covers, with the same span."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class RawGrid:
    """A table that the format itself marks as such (HTML, DOCX, Markdown, PDF rulings); rows are of equal length."""

    span: Span
    rows: tuple[tuple[RawCell, ...], ...]


@dataclass(frozen=True, slots=True)
class RawDocument:
    """One source file, decoded. `blocks` are in reading order and do not overlap.

    `metadata` holds labelled fields that the format carries beside the text (a government page's 发文字号,
    成文日期, 发文机关, 标题 …), keyed by the Chinese label.
    """

    text: str
    blocks: tuple[RawLine | RawGrid, ...]
    format: str
    metadata: dict[str, Located] = field(default_factory=dict)
    pages: int | None = None


# --- what the outline makes of it -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Section:
    """A node of the heading tree.

    `path` is the heading path from the top down to and including this heading; `number` is the printed number
    ("（一）", "1.", "专栏 3"), `name` the heading without it. `span` covers the heading line only, `body` everything
    from the heading to the next heading of the same or a higher level. `level` counts from 1; `parent` is an index
    into `Plan.sections`. Section 0 is the plan itself (level 0, no number), for text before the first heading.
    """

    index: int
    parent: int | None
    level: int
    number: str
    name: str
    path: tuple[str, ...]
    span: Span
    body: Span
    is_box: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with its broken lines joined.

    `pieces` are the source ranges that make up the paragraph, in order: normally one a line. `text` is their
    concatenation (a single space between two pieces only where both edges are Latin letters or digits).
    """

    section: int
    text: str
    pieces: tuple[Span, ...]

    @property
    def span(self) -> Span:
        """The source range from its first piece to its last, noise between them included."""
        return Span(self.pieces[0].start, self.pieces[-1].end, self.pieces[0].page)

    def source_span(self, start: int, end: int) -> Span:
        """The source range of `text[start:end]`, from its first to its last character."""
        first = last = None
        position = 0
        previous_end = -1
        for piece in self.pieces:
            gap = self._gap(position)
            position += gap
            length = piece.end - piece.start
            if first is None and start < position + length:
                first = Span(piece.start + max(start - position, 0), piece.end, piece.page)
            if end <= position + length:
                last = piece.start + max(end - position, 0)
                if last == piece.start and previous_end >= 0:
                    last = previous_end
                break
            position += length
            previous_end = piece.end
        if first is None:
            raise ValueError(f"{start}..{end} is outside a paragraph of {len(self.text)} characters")
        return Span(first.start, last if last is not None else self.pieces[-1].end, first.page)

    def text_range(self, start: int, end: int) -> tuple[int, int] | None:
        """The range of `text` that stands in a source range (the inverse of `source_span`); None where none of it does.

        `start` and `end` count characters of the source.
        """
        low, high, position = len(self.text), 0, 0
        for piece in self.pieces:
            position += self._gap(position)
            first, last = max(piece.start, start), min(piece.end, end)
            if first < last:
                low = min(low, position + first - piece.start)
                high = max(high, position + last - piece.start)
            position += piece.end - piece.start
        return (low, high) if low < high else None

    def _gap(self, position: int) -> int:
        """1 where a piece that begins at `position` of the text is parted from the one before by a space, else 0."""
        return 1 if position and self.text[position : position + 1] == " " else 0


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a data row: its text on one line, and the source range that it was read from."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Row:
    """A data row of a table: `span` covers the row as it stands in the source; `group` is the row-group label.

    `cells` line up with `Table.header`; a cell merged down from an earlier row repeats that row's text and span.
    """

    cells: tuple[Cell, ...]
    span: Span
    group: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table in its place. `header` is one resolved label a column (two header rows joined with " ")."""

    section: int
    caption: str
    caption_span: Span | None
    unit: str
    header: tuple[str, ...]
    rows: tuple[Row, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What the text says about the plan itself. A field that the text does not give is None: never guessed.

    Only the region may come from the file's name; its span is then empty.
    """

    title: Located | None = None
    region: Located | None = None
    level: Level | None = None
    issuer: Located | None = None
    number: Located | None = None
    date: Located | None = None
    period: Located | None = None
    kind: PlanKind = "其他"
    status: Located | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """A plan as read: the decoded text and the structure over it.

    `id` is stable for a file's place (so that a new version replaces the old one); `digest` is the SHA-256 of the
    file's bytes. `blocks` holds paragraphs and tables in reading order; `contents` what the contents list names, which
    an excerpt may name without holding it.
    """

    id: str
    file: str
    digest: str
    format: str
    text: str
    facts: PlanFacts
    sections: tuple[Section, ...]
    blocks: tuple[Paragraph | Table, ...]
    pages: int | None = None
    contents: tuple[Located, ...] = ()

    @property
    def title(self) -> str:
        """The plan's title, or its file name where the text gives none."""
        return self.facts.title.value if self.facts.title else PurePath(self.file).stem

    def quote(self, span: Span) -> str:
        """The verbatim source text of a span."""
        return self.text[span.start : span.end]


# --- what is derived from a plan --------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Passage:
    """条款: the unit of retrieval. `text` is shown and quoted; `context` (plan title, heading path, for a table row
    its caption and header) is indexed with it but is not part of the quote. `record` is, for a table row, the row
    spelled out with its header ("表6 …｜国家高新技术企业｜单位：家｜2025年：600"); empty otherwise.
    """

    id: str
    plan_id: str
    order: int
    kind: Literal["paragraph", "row", "table", "heading"]
    heading: tuple[str, ...]
    section: int
    text: str
    context: str
    span: Span
    record: str = ""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its meaning: `value` is in `unit` as written (15000家以上 → 15000, 家, >=); `high` closes a range.

    `start` and `end` are offsets into the text that was parsed. `nature` joins the words
    that say what kind of number it is (新增、累计); `year` is the year or period that the phrase itself names, not one
    inferred from its surroundings.
    """

    text: str
    value: Decimal
    unit: str
    comparator: Comparator
    start: int
    end: int
    high: Decimal | None = None
    nature: str = ""
    year: str = ""


UNCAPTIONED = "表"


@dataclass(frozen=True, slots=True)
class Indicator:
    """指标: one typed value of one plan. `value` is a plain number as text, or the words where the cell has words.

    `table` is the caption of the table that it was read from, UNCAPTIONED for one without, "" for running text.
    """

    plan_id: str
    name: str
    concept: str
    region: str
    year: str
    role: Role
    comparator: Comparator
    value: str
    unit: str
    nature: str
    table: str
    group: str
    heading: tuple[str, ...]
    span: Span
    quote: str

    @property
    def on_one_line(self) -> str:
        """The quote without the line breaks of its page, which part only words of Latin letters."""
        return " ".join(_BREAK.sub("", self.quote).split())


@dataclass(frozen=True, slots=True)
class Measure:
    """举措: a task, an article or a box item. A field that the text does not give stays empty.

    `validity` is what the measure, else its plan, says of how long it holds. `fields` has a span for every value.
    """

    plan_id: str
    number: str
    title: str
    section: tuple[str, ...]
    span: Span
    quote: str
    lead_unit: str = ""
    units: tuple[str, ...] = ()
    deadline: str = ""
    validity: str = ""
    beneficiaries: tuple[str, ...] = ()
    instruments: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    fields: tuple[tuple[str, Span], ...] = ()


@dataclass(frozen=True, slots=True)
class Conflict:
    """Two records that speak of the same thing and differ. `reason` says how far they really are at odds."""

    left: Indicator
    right: Indicator
    reason: Literal["不同数值", "口径不同", "时点不同", "推算不符"]
    note: str = ""
