"""Answers on file: what is read, and what a torn file gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import outputs
from evals.errors import RunError

LINE = '{"id":"a","text":"一","calculations":[{"expression":"1+1","result":"2","unit":"","from":[1]}],"more":1}'


def test_an_answer_needs_only_its_id_and_text_and_may_hold_more(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(f'{LINE}\n\n{{"id":"b","text":"二"}}\n{{"id":"b","text":"三"}}\n', encoding="utf-8")
    found = outputs.read(path)
    assert found["a"].calculations[0].operands == (1,)
    assert found["b"].text == "三"


def test_a_line_that_was_being_written_is_left_out(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(f'{LINE}\n{{"id":"b","te', encoding="utf-8")
    assert list(outputs.read(path)) == ["a"]


def test_any_other_broken_line_is_an_error_that_names_it(tmp_path: Path) -> None:
    path = tmp_path / "answers.jsonl"
    path.write_text(f'{LINE}\n{{"id":"b"}}\n{LINE}\n', encoding="utf-8")
    with pytest.raises(RunError, match="第 2 行"):
        outputs.read(path)


def test_a_missing_file_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(RunError, match="读不了回答文件"):
        outputs.read(tmp_path / "none.jsonl")
