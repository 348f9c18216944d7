"""Records as a table, as JSON lines, as CSV."""

from __future__ import annotations

import csv
import io
import json

from ingest import listing

ROWS = [
    {"id": "1", "path": ["甲", "乙"], "left": {"value": "600", "page": None}},
    {"id": "2", "path": [], "left": {"value": '=HYPERLINK("x")', "page": 3}},
    {"id": "3", "path": ["有,逗号", '有"引号"\n换行'], "left": {"value": "=", "page": 0}},
]


def written(write, *arguments: object) -> str:
    out = io.StringIO()
    write(*arguments, out)
    return out.getvalue()


def test_json_lines_give_the_records_back() -> None:
    text = written(listing.write_jsonl, ROWS)
    assert [json.loads(line) for line in text.splitlines()] == ROWS
    assert "甲" in text


def test_csv_flattens_records_and_disarms_formulas() -> None:
    rows = list(csv.reader(io.StringIO(written(listing.write_csv, ROWS))))
    assert rows == [
        ["id", "path", "left.value", "left.page"],
        ["1", "甲；乙", "600", ""],
        ["2", "", '\'=HYPERLINK("x")', "3"],
        ["3", '有,逗号；有"引号"\n换行', "=", "0"],
    ]


def test_nothing_is_written_for_no_records() -> None:
    assert written(listing.write_csv, []) == written(listing.write_jsonl, []) == ""


def test_a_table_has_titles_and_keeps_what_looks_like_markup() -> None:
    rows = [{"name": "[bold]企业[/bold]", "none": None}]
    text = written(listing.write_table, "规划", [("名称", lambda r: r["name"]), ("无", lambda r: r["none"])], rows)
    assert "规划" in text.splitlines()[0]
    assert "名称" in text
    assert "[bold]企业[/bold]" in text
