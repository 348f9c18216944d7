"""A run on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from evals import runs
from evals.errors import RunError
from evals.runs import ANSWERS, SCORES, Run, latest, read_run, write_scores


def test_a_run_comes_back_as_it_was_scored(finished: Run, tmp_path: Path) -> None:
    for name in ("settings.json", ANSWERS):
        (tmp_path / name).write_bytes((finished.folder / name).read_bytes())
    write_scores(tmp_path, finished.rows)
    again = read_run(tmp_path)
    assert again.rows == finished.rows
    assert again.name == "首次"
    assert again.right == {row.case.id: row.right for row in finished.rows}


def test_a_line_that_was_being_written_is_cut_away(tmp_path: Path) -> None:
    (tmp_path / ANSWERS).write_text('{"id":"a","text":"一"}\n{"id":"b","te', encoding="utf-8")
    assert list(runs.kept_answers(tmp_path)) == ["a"]
    assert (tmp_path / ANSWERS).read_text(encoding="utf-8") == '{"id":"a","text":"一"}\n'
    assert runs.kept_answers(tmp_path / "none") == {}


def test_a_folder_without_scores_or_with_broken_ones_is_one_sentence(finished: Run, tmp_path: Path) -> None:
    with pytest.raises(RunError, match="没有评完的结果"):
        read_run(tmp_path)
    (tmp_path / "settings.json").write_bytes((finished.folder / "settings.json").read_bytes())
    (tmp_path / SCORES).write_text("{}\n", encoding="utf-8")
    with pytest.raises(RunError, match="已损坏或来自别的版本"):
        read_run(tmp_path)
    (tmp_path / "settings.json").write_text("{}", encoding="utf-8")
    with pytest.raises(RunError, match="不是评测设置文件"):
        runs.read_settings(tmp_path)


def test_the_latest_run_is_found(finished: Run, tmp_path: Path) -> None:
    assert latest(finished.folder.parent) == finished.folder
    with pytest.raises(RunError, match="还没有评测结果"):
        latest(tmp_path)


def test_a_digest_follows_names_and_bytes(tmp_path: Path) -> None:
    one, other = tmp_path / "a", tmp_path / "b"
    one.write_text("x", encoding="utf-8")
    other.write_text("x", encoding="utf-8")
    assert runs.digest_of([one]) != runs.digest_of([other])
    assert runs.digest_of([one]) == runs.digest_of([one])
