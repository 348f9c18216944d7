"""Plans read from small texts and files, and from the real documents, through the real readers."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from pathlib import Path

from ingest.plans import Located, Paragraph, Plan, PlanFacts, RawDocument, RawGrid, Section, Span, Table
from ingest.readers import read
from ingest.readers.source import SourceFile
from ingest.readers.text import read_text
from ingest.settings import IngestSettings
from ingest.structure.lines import Line
from ingest.structure.outline import outline

SAMPLES = Path(__file__).resolve().parents[2] / "plans"


def raw_of(text: str) -> RawDocument:
    """A text file's document."""
    return read_text(SourceFile(Path("文.txt"), b""), text, IngestSettings())


def plan_of(text: str) -> Plan:
    """The plan that a text file holds."""
    return _outlined(raw_of(text), "文.txt")


@cache
def plan_in(path: Path) -> Plan:
    """The plan that a file holds."""
    return _outlined(read(path, IngestSettings()), path.name)


def lines_of(*texts: str, gap: bool = False, indented: bool = False) -> list[Line]:
    """Lines one below the other, as they stand in their concatenation with line ends."""
    lines, at = [], 0
    for text in texts:
        lines.append(Line(text, (Span(at, at + len(text)),), None, gap, indented))
        at += len(text) + 1
    return lines


def paths(plan: Plan) -> list[str]:
    """Every section's heading path, "一、总体要求 > （一）指导思想"."""
    return [" > ".join(section.path) for section in plan.sections[1:]]


def paragraphs(plan: Plan, heading: str = "") -> list[str]:
    """The paragraphs of the section with the heading, "" for those before the first."""
    index = section(plan, heading).index
    return [b.text for b in plan.blocks if isinstance(b, Paragraph) and b.section == index]


def section(plan: Plan, heading: str) -> Section:
    """The section with the heading, "" for section 0."""
    return next(s for s in plan.sections if (s.path or ("",))[-1] == heading)


def tables(plan: Plan) -> list[Table]:
    return [block for block in plan.blocks if isinstance(block, Table)]


def cells(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def uncovered(plan: Plan, raw: RawDocument) -> list[str]:
    """What of the blocks stands neither in a heading, nor in a paragraph, nor in a table, nor in the contents list."""
    spans = [s.span for s in plan.sections] + [entry.span for entry in plan.contents]
    for block in plan.blocks:
        spans += block.pieces if isinstance(block, Paragraph) else [block.span]
    covered = {at for span in spans for at in range(span.start, span.end)}
    left = []
    for block in raw.blocks:
        places = [block.span] if not isinstance(block, RawGrid) else [c.span for row in block.rows for c in row]
        texts = (
            "".join(plan.text[at] for at in range(place.start, place.end) if at not in covered) for place in places
        )
        left += [text for text in texts if text.strip()]
    return left


def told(found: PlanFacts) -> dict[str, str]:
    """What is known of a plan, by name."""
    values = {field.name: getattr(found, field.name) for field in fields(found)}
    return {name: v.value if isinstance(v, Located) else v for name, v in values.items() if v is not None}


def _outlined(raw: RawDocument, file: str) -> Plan:
    return outline(raw, plan_id="p", file=file, digest="0" * 64)
