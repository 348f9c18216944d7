"""What is measured, on the invented plans; no test asks how fast anything was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import bench
from evals.bench import Answering, Bench, Process, Stages
from evals.errors import EvalError, PlansMissing
from evals.growth import Growth
from tests.evals import invented


@pytest.fixture
def hashing(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stand-in model for whatever reads its settings from the environment."""
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")


@pytest.mark.usefixtures("hashing")
def test_every_question_is_timed(store: Path) -> None:
    found = bench.answer_times(invented.CASES, store, iter)
    assert found.questions == len(invented.CASES)
    assert 0 < found.p50_ms <= found.p95_ms <= found.slowest_ms


@pytest.mark.usefixtures("hashing")
def test_an_empty_store_is_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlansMissing, match="python -m ingest add plans"):
        bench.answer_times(invented.CASES, tmp_path / "none", iter)


@pytest.mark.usefixtures("hashing")
def test_every_stage_of_every_file_is_timed() -> None:
    found = bench.load_times(invented.PLANS)
    assert [one.file for one in found] == sorted([invented.YUNXI, invented.SHIQIAO])
    assert all(list(one.seconds) == ["读取", "分析", "向量化", "入库"] for one in found)
    assert all(one.characters and one.passages for one in found)


def test_a_command_is_timed_with_its_memory_and_a_failing_one_is_an_error() -> None:
    found = bench.run(["-c", "x = bytearray(60_000_000)"])
    assert found.peak_mb > 55
    assert found.seconds > 0
    with pytest.raises(EvalError, match="没有成功"):
        bench.run(["-c", "raise SystemExit(3)"])


def test_the_figures_are_given_as_json_and_in_words() -> None:
    stages = Stages("甲.md", 1200, 30, {"读取": 0.12345, "向量化": 2.0})
    process = Process(1.23456, 512.0)
    found = Bench(
        "Linux", 2, Answering(5, 20.0, 40.0, 50.0, 300.0), process, process, (stages,), (Growth(1, 900, 9, 8, 7, 0.45),)
    )
    assert json.loads(bench.as_json(found))["files"][0]["seconds"] == {"读取": 0.123, "向量化": 2.0}
    assert "| 甲.md | 1,200 | 30 | 0.12 | 0.00 | 2.00 | 0.00 |" in bench.in_words(found)
    assert "| ×1 | 900 | 9 | 8 | 7 | 0.45 | 1.00 |" in bench.in_words(found)
