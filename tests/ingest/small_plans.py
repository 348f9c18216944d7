"""Plans made by hand, a few lines each."""

from __future__ import annotations

from ingest.plans import Cell, Located, Paragraph, Plan, PlanFacts, Row, Section, Span, Table

WHOLE = Span(0, 0)


def plan(
    *paragraphs: str,
    region: str = "临安区",
    period: str = "2021-2025",
    kind: str = "规划",
    heading: str = "",
    table: Table | None = None,
) -> Plan:
    """A plan of one section; every paragraph stands in the text on a line of its own."""
    text = "\n".join(paragraphs) + "\n" + (_table_text(table) if table else "")
    top = Section(0, None, 0, "", "", (), WHOLE, Span(0, len(text)))
    inner = Section(1, 0, 1, "一、", heading, (heading,), WHOLE, Span(0, len(text)))
    blocks: list[Paragraph | Table] = []
    position = 0
    for paragraph in paragraphs:
        blocks.append(Paragraph(1 if heading else 0, paragraph, (Span(position, position + len(paragraph)),)))
        position += len(paragraph) + 1
    facts = PlanFacts(
        region=Located(region, WHOLE) if region else None,
        period=Located(period, WHOLE) if period else None,
        kind=kind,
    )
    return Plan("p", "p.txt", "0", "text", text, facts, (top, inner), (*blocks, *([table] if table else [])))


def table(caption: str, header: str, *rows: str, unit: str = "") -> Table:
    """A table written with "|" between cells; "group:" before a row sets its group."""
    made = []
    for line in rows:
        group, _, rest = line.rpartition("::")
        made.append(Row(tuple(Cell(cell.strip(), WHOLE) for cell in rest.split("|")), WHOLE, group))
    labels = tuple(label.strip() for label in header.split("|"))
    return Table(0, caption, None, unit, labels, tuple(made), WHOLE)


def _table_text(found: Table) -> str:
    return "\n".join("\t".join(cell.text for cell in row.cells) for row in found.rows)
