"""Table of a plan → an HTML table with the quoted row (and cell) marked."""

from __future__ import annotations

from assistant.web.markup import escape
from assistant.web.places import Place
from assistant.words import present_web
from ingest.plans import Row, Table


def table_html(table: Table, place: Place) -> str:
    """The whole table, merged cells merged again and group labels as rows of their own."""
    head = "".join(f'<th scope="col">{escape(label)}</th>' for label in table.header)
    rows = "".join(_row_html(table, number, place) for number in range(len(table.rows)))
    inner = f"{_caption(table, place)}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody>"
    return f'<div class="gw-table"><table>{inner}</table></div>'


def _caption(table: Table, place: Place) -> str:
    caption = escape(table.caption)
    if table.caption_span is not None and place.touches(table.caption_span):
        caption = f'<mark class="gw-hit">{caption}</mark>'
    unit = f'<span class="gw-unit">{escape(present_web.UNIT.format(unit=table.unit))}</span>' if table.unit else ""
    return f"<caption>{caption}{unit}</caption>" if caption or unit else ""


def _row_html(table: Table, number: int, place: Place) -> str:
    row = table.rows[number]
    hit = place.touches(row.span)
    cells = "".join(_cell_html(table, number, column, place, hit) for column in range(len(row.cells)))
    opening = '<tr class="gw-hit">' if hit else "<tr>"
    return f"{_group_html(table, number)}{opening}{cells}</tr>"


def _group_html(table: Table, number: int) -> str:
    """The row-group label before the first row of its group, unless a column of the table already shows it."""
    group = table.rows[number].group
    repeated = number > 0 and table.rows[number - 1].group == group
    if not group or repeated or any(cell.text == group for cell in table.rows[number].cells):
        return ""
    return f'<tr class="gw-group"><th colspan="{len(table.header)}">{escape(group)}</th></tr>'


def _cell_html(table: Table, number: int, column: int, place: Place, hit: bool) -> str:
    """One cell; empty where a cell merged down from above already covers it."""
    if number > 0 and _merged(table.rows[number - 1], table.rows[number], column):
        return ""
    depth = 1
    while number + depth < len(table.rows) and _merged(table.rows[number], table.rows[number + depth], column):
        depth += 1
    cell = table.rows[number].cells[column]
    text = escape(cell.text)
    if hit and place.cell and place.touches(cell.span):
        text = f"<mark>{text}</mark>"
    span = f' rowspan="{depth}"' if depth > 1 else ""
    return f"<td{span}>{text}</td>"


def _merged(upper: Row, lower: Row, column: int) -> bool:
    """Whether two rows of one group share one cell of the source in this column."""
    if column >= len(upper.cells) or column >= len(lower.cells):
        return False
    above, below = upper.cells[column], lower.cells[column]
    return above.span == below.span and above.span.start < above.span.end and upper.group == lower.group
