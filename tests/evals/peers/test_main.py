"""The peers' command line, as far as it goes without their packages."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from evals.peers.__main__ import PEERS, main
from tests.evals.invented import gold_file


@pytest.mark.parametrize("peer", PEERS)
def test_a_package_that_is_not_there_is_named_in_a_sentence(
    peer: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("EMBEDDING_MODEL", "hashing")
    for package in ("langchain_text_splitters", "llama_index"):
        monkeypatch.setitem(sys.modules, package, None)
    out = tmp_path / "answers.jsonl"
    assert main([peer, "--gold", str(gold_file(tmp_path)), "--store", str(store), "--out", str(out)]) == 1
    said = capsys.readouterr().err
    assert "docs/evals.md" in said
    assert len(said.splitlines()) == 1


def test_a_gold_file_that_is_none_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gold = tmp_path / "gold.jsonl"
    gold.write_text("{}\n", encoding="utf-8")
    assert main(["langchain", "--gold", str(gold), "--out", str(tmp_path / "out.jsonl")]) == 1
    assert "第 1 行" in capsys.readouterr().err
