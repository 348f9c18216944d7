"""What a person sees while files load."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console

from ingest.load import Outcome
from ingest.progress import Bars, Lines, line
from tests.ingest.library.samples import add, open_library, plan


@pytest.fixture
def outcomes(tmp_path: Path) -> list[Outcome]:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        (record,) = library.plans()
    return [
        Outcome(Path("p1.txt"), "added", record),
        Outcome(Path("副本[1].txt"), "unchanged", record),
        Outcome(Path("坏[bold].pdf"), "failed", error="读不了。"),
    ]


def test_a_line_says_what_became_of_a_file(outcomes: list[Outcome]) -> None:
    assert [line(outcome) for outcome in outcomes] == [
        "已入库  p1.txt  条款 4，指标 1，举措 1",
        "已是最新  副本[1].txt（与 p1.txt 内容相同）  条款 4，指标 1，举措 1",
        "未入库  坏[bold].pdf（原因见文末）",
    ]


@pytest.mark.parametrize(("kind", "terminal"), [(Lines, False), (Bars, True)])
def test_every_file_is_told_and_names_are_shown_as_they_are(
    kind: type[Lines] | type[Bars], terminal: bool, outcomes: list[Outcome]
) -> None:
    out = io.StringIO()
    with kind(Console(file=out, force_terminal=terminal, width=100)) as progress:
        for number, outcome in enumerate(outcomes, 1):
            progress.file(number, len(outcomes), outcome.path)
            for stage in ("读取", "向量化"):
                progress.stage(stage)
            progress.passages(2, 4)
            progress.passages(4, 4)
            progress.outcome(outcome)
    for outcome in outcomes:
        assert line(outcome) in out.getvalue()


def test_bars_count_files_and_passages(outcomes: list[Outcome]) -> None:
    out = io.StringIO()
    with Bars(Console(file=out, force_terminal=True, width=100)) as bars:
        bars.file(1, 2, Path("[甲].txt"))
        bars.stage("向量化")
        bars.passages(32, 64)
        bars.refresh()
        shown = out.getvalue()
    assert "向量化 [甲].txt" in shown
    assert "32/64" in shown
    assert "0/2" in shown
