"""One part left out at a time."""

from __future__ import annotations

from pathlib import Path

from evals.ablations import VARIANTS, WHOLE, ablate
from evals.run import Wish, settings_with
from tests.evals import invented


def test_every_variant_is_run_and_set_beside_the_whole(store: Path, tmp_path: Path) -> None:
    wish = Wish((invented.gold_file(tmp_path),), store, out=tmp_path / "out", changed=invented.HASHING)
    said: list[str] = []
    table = ablate(wish, iter, said.append).splitlines()
    ran = [name for name in VARIANTS if (tmp_path / "out" / name).is_dir()]
    assert table[2].startswith(f"| {WHOLE} | 5 |")
    assert [line.split(" | ")[0].strip("| ") for line in table[2:]] == ran
    assert said[: len(VARIANTS)][0] == WHOLE


def test_a_variant_changes_what_it_says(store: Path) -> None:
    answering, _ = settings_with(VARIANTS["无向量检索"])
    assert answering.rank.vectors == 0
    answering, ingest = settings_with(VARIANTS["无篇章路径"])
    assert (answering.rank.context, ingest.context_weight) == (0, 0)
