"""The report: whole, self-contained, safe."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from evals import report
from evals.runs import Run


@pytest.fixture
def failed(finished: Run, tmp_path: Path) -> Run:
    """The run with one answer spoilt by markup that no page should take as its own."""
    rows = tuple(
        replace(row, step="not_used", score=replace(row.score, verdict="wrong", facts=(False,), complete=False))
        if row.case.id == "t-1"
        else row
        for row in finished.rows
    )
    spoilt = finished.answers["t-1"].model_copy(update={"text": "<script>alert(1)</script>达700家"})
    return replace(finished, folder=tmp_path, rows=rows, answers={**finished.answers, "t-1": spoilt})


def test_the_page_stands_by_itself(failed: Run) -> None:
    page = report.write(failed).read_text(encoding="utf-8")
    assert re.findall(r"(?:src|href)\s*=|url\(|@import", page) == []
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert len(page) < 1_500_000


def test_a_failure_shows_the_question_the_gold_the_answer_and_its_spans(failed: Run) -> None:
    page = report.write(failed).read_text(encoding="utf-8")
    gallery = page[page.index("没有答对的题") :]
    row = next(row for row in failed.rows if row.case.id == "t-1")
    for words in (row.case.question, row.case.answer, "达700家", "未采用", row.case.evidence[0].quote):
        assert words in gallery
    assert "✗ 600家" in gallery


def test_the_baseline_is_compared_where_one_is_given(failed: Run, finished: Run) -> None:
    assert "与“首次”相比" in report.write(failed, finished).read_text(encoding="utf-8")
    assert "由对变错（1）" in report.write(failed, finished).read_text(encoding="utf-8")
    assert "相比" not in report.write(failed).read_text(encoding="utf-8")


def test_the_short_report_has_the_same_figures(failed: Run) -> None:
    report.write(failed, failed)
    text = (failed.folder / report.MARKDOWN).read_text(encoding="utf-8")
    right = sum(row.right for row in failed.rows)
    assert f"正确率 **{right / len(failed.rows):.1%}**" in text
    assert "看不出差别" in text
    assert "t-1" in text


def test_a_run_with_no_failure_says_so(finished: Run, tmp_path: Path) -> None:
    perfect = tuple(replace(row, step=None, score=replace(row.score, verdict="right")) for row in finished.rows)
    page = report.write(replace(finished, folder=tmp_path, rows=perfect)).read_text(encoding="utf-8")
    assert "全部答对" in page
