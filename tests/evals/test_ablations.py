"""One part left out, or another in its place, at a time."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from evals.ablations import VARIANTS, WHOLE, ablate, rebuild
from evals.run import Wish, settings_with
from evals.runs import read_settings
from ingest.library import Library
from tests.evals import invented


def test_every_variant_is_run_and_set_beside_the_whole(store: Path, tmp_path: Path) -> None:
    wish = Wish((invented.gold_file(tmp_path),), store, out=tmp_path / "out", changed=invented.HASHING)
    said: list[str] = []
    table = ablate(replace(wish, engine="other"), iter, said.append).splitlines()
    assert said == [*VARIANTS, "引擎 other"]
    assert [line.split(" | ")[0].strip("| ") for line in table[2:]] == said
    assert table[2].startswith(f"| {WHOLE} | 5 |")
    engines = [read_settings(tmp_path / "out" / name).setup.engine for name in said]
    assert engines == ["grounded"] * len(VARIANTS) + ["other"]


def test_a_variant_changes_what_it_says() -> None:
    assert settings_with(VARIANTS["无向量检索"].changed)[0].rank.vectors == 0
    assert settings_with(VARIANTS["无指标直查"].changed)[0].typed is False
    assert settings_with(VARIANTS["无篇章路径"].changed)[0].rank.context == 0


@pytest.mark.parametrize("headings", [True, False])
def test_a_library_is_rebuilt_with_its_headings_or_without(store: Path, tmp_path: Path, headings: bool) -> None:
    wish = Wish((), store, changed=invented.HASHING)
    rebuild(wish, tmp_path / "copy", invented.SETTINGS, headings=headings)
    with Library.open(store, invented.SETTINGS) as one, Library.open(tmp_path / "copy", invented.SETTINGS) as other:
        assert [plan.id for plan in other.plans()] == [plan.id for plan in one.plans()]
        assert other.indicators() == one.indicators()
        assert [passage.text for passage in other.passages()] == [passage.text for passage in one.passages()]
        assert any(passage.context for passage in other.passages()) is headings
