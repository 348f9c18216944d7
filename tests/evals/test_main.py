"""The command line from end to end."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.__main__ import DONE, FAILED, main
from evals.runs import Run
from tests.evals import invented

HASHING = [part for name, value in invented.HASHING.items() for part in ("--set", f"{name}={value}")]


def test_run_scores_and_writes_its_reports(store: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold, out = invented.gold_file(tmp_path), tmp_path / "out"
    code = main(["run", "--gold", str(gold), "--store", str(store), "--out", str(out), "--name", "甲", *HASHING])
    said = capsys.readouterr()
    assert code == DONE
    assert "正确率" in said.out
    assert "作答 5/5" in said.err
    assert {"answers.jsonl", "scores.jsonl", "settings.json", "report.html", "report.md"} <= {
        path.name for path in out.iterdir()
    }


def test_a_store_without_the_plans_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = invented.gold_file(tmp_path)
    assert main(["run", "--gold", str(gold), "--store", str(tmp_path / "none")]) == FAILED
    assert "请先运行：python -m ingest add" in capsys.readouterr().err


def test_reports_and_comparisons_are_made_of_finished_runs(finished: Run, capsys: pytest.CaptureFixture[str]) -> None:
    folder = str(finished.folder)
    assert main(["report", folder, "--baseline", folder]) == DONE
    assert capsys.readouterr().out.strip().endswith("report.html")
    assert main(["compare", folder, folder]) == DONE
    assert "看不出差别" in capsys.readouterr().out
    assert main(["compare", folder, folder, folder]) == DONE
    assert capsys.readouterr().out.count("| 首次 |") == 3


def test_the_gate_opens_and_shuts_by_the_committed_baseline(
    finished: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    baseline, folder = tmp_path / "baseline.json", str(finished.folder)
    assert main(["gate", folder, "--baseline", str(baseline), "--propose"]) == DONE
    proposed = json.loads(capsys.readouterr().out)
    baseline.write_text(json.dumps(proposed), encoding="utf-8")
    assert main(["gate", folder, "--baseline", str(baseline)]) == DONE
    baseline.write_text(json.dumps({**proposed, "critical": ["t-99"]}), encoding="utf-8")
    capsys.readouterr()
    assert main(["gate", folder, "--baseline", str(baseline)]) == FAILED
    assert "| 不通过 | 关键题全部答对 |" in capsys.readouterr().out


def test_check_fails_on_errors_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = ["--plans", str(invented.PLANS)]
    assert main(["check", str(invented.gold_file(tmp_path)), *plans]) == DONE
    broken = invented.FIRMS.model_copy(update={"answer": "700家"})
    assert main(["check", str(invented.gold_file(tmp_path, broken)), *plans]) == FAILED
    assert "错误 t-1：" in capsys.readouterr().out


def test_feedback_is_turned_into_candidates(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "feedback.jsonl"
    path.write_text('{"verdict":"useless","question":"专项资金归谁管？"}', encoding="utf-8")
    assert main(["feedback", str(path)]) == DONE
    assert json.loads(capsys.readouterr().out)["question"] == "专项资金归谁管？"


def test_a_judge_that_is_not_there_is_one_sentence_before_anything_is_asked(
    store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("GUIWEN_JUDGE_URL", "GUIWEN_JUDGE_MODEL", "JUDGE"):
        monkeypatch.delenv(name, raising=False)
    gold, out = invented.gold_file(tmp_path), tmp_path / "out"
    assert main(["run", "--judge", "--gold", str(gold), "--store", str(store), "--out", str(out), *HASHING]) == FAILED
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert not out.exists()
