"""Records written out: as a table for people, as JSON lines, as CSV."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterable, Sequence
from typing import IO

from rich.console import Console
from rich.table import Table
from rich.text import Text

from ingest.records import Record

Column = tuple[str, Callable[[Record], object]]
WIDTH = 180


def write(form: str, title: str, columns: Sequence[Column], records: Iterable[Record], out: IO[str]) -> None:
    """Records in one of the forms "table", "jsonl" and "csv"; title and columns are those of the table."""
    if form == "jsonl":
        write_jsonl(records, out)
    elif form == "csv":
        write_csv(records, out)
    else:
        write_table(title, columns, records, out)
    out.flush()


def write_jsonl(records: Iterable[Record], out: IO[str]) -> None:
    """One JSON object a line."""
    for record in records:
        out.write(json.dumps(record, ensure_ascii=False) + "\n")


def write_csv(records: Iterable[Record], out: IO[str]) -> None:
    """A header and a row a record: records inside records as `left.name`, lists joined with "；".

    A cell that a spreadsheet would take for a formula is led in by an apostrophe (OWASP, CSV injection).
    """
    writer = csv.writer(out, lineterminator="\n")
    header: list[str] | None = None
    for record in records:
        flat = dict(_flat(record))
        if header is None:
            header = list(flat)
            writer.writerow(header)
        writer.writerow([_cell(flat[name]) for name in header])


def write_table(title: str, columns: Sequence[Column], records: Iterable[Record], out: IO[str]) -> None:
    """A titled table, as wide as the terminal, or WIDTH where there is none."""
    console = Console(file=out, width=None if out.isatty() else WIDTH)
    table = Table(header_style="bold")
    for label, _ in columns:
        table.add_column(label, overflow="fold")
    for record in records:
        table.add_row(*(Text(_shown(value(record))) for _, value in columns))
    if title:
        console.print(title, style="bold")
    console.print(table)


def _flat(record: Record, prefix: str = "") -> Iterable[tuple[str, object]]:
    for name, value in record.items():
        if isinstance(value, dict):
            yield from _flat(value, f"{prefix}{name}.")
        else:
            yield prefix + name, value


def _cell(value: object) -> object:
    text = _shown(value)
    return f"'{text}" if len(text) > 1 and text[0] in "=@+\t\r" else text


def _shown(value: object) -> str:
    if isinstance(value, list | tuple):
        return "；".join(" ".join(map(str, one.values())) if isinstance(one, dict) else str(one) for one in value)
    return "" if value is None else str(value)
