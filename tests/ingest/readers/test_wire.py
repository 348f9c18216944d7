"""A document as bytes and back, from a process that is not trusted."""

from __future__ import annotations

import json

import pytest

from ingest.plans import Located, RawCell, RawDocument, RawGrid, RawLine, Span
from ingest.readers import wire

CELL = RawCell("创新", Span(3, 5, 2))
DOCUMENT = RawDocument(
    "总则\n创新\t4%\ud800",
    (RawLine(Span(0, 2, 1), "heading-1"), RawGrid(Span(3, 8, 2), ((CELL, RawCell("4%", Span(6, 8, 2))), (CELL, CELL)))),
    "pdf",
    {"标题": Located("总则", Span(0, 2))},
    2,
)


def test_a_document_comes_back_as_it_went() -> None:
    packed = wire.pack(DOCUMENT)
    assert b"\n" not in packed
    assert wire.unpack(packed) == DOCUMENT


def test_a_merged_cell_goes_over_once() -> None:
    assert json.loads(wire.pack(DOCUMENT).decode("utf-8", "surrogatepass"))["blocks"][1]["rows"] == [[0, 1], [0, 0]]


@pytest.mark.parametrize(
    "change",
    [
        {"blocks": [[0, 99, None, None]]},
        {"blocks": [[2, 1, None, None]]},
        {"blocks": [[-1, 1, None, None]]},
        {"blocks": [["0", 1, None, None]]},
        {"blocks": [[0, 1, "1", None]]},
        {"blocks": [[0, 1]]},
        {"blocks": [{"span": [0, 1, None], "rows": [[7]], "cells": []}]},
        {"blocks": 5},
        {"text": None},
        {"metadata": {"标题": ["总则", 0, 99, None]}},
        {"metadata": []},
        {"pages": "2"},
    ],
    ids=repr,
)
def test_anything_else_is_refused(change: dict) -> None:
    packed = json.loads(wire.pack(DOCUMENT).decode("utf-8", "surrogatepass"))
    with pytest.raises(ValueError, match=r"."):
        wire.unpack(json.dumps(packed | change).encode())


@pytest.mark.parametrize("line", [b"", b"{}", b"[]", b"\xff", b"nonsense"])
def test_no_document_at_all_is_refused(line: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        wire.unpack(line)
