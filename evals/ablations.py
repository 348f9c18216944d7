"""Each part of retrieval has to earn its place: the same questions with one part left out at a time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

from evals.compare import side_by_side
from evals.errors import RunError
from evals.run import RUNS, Track, Wish, run, settings_with
from evals.runs import read_run

WHOLE = "完整"
# What is left out → the settings that leave it out. Passages are embedded with their heading path when they are loaded,
# so that the last one takes the path out of the lexical index and of ranking only.
VARIANTS: dict[str, Mapping[str, str]] = {
    WHOLE: {},
    "无向量检索": {"rank.vectors": "0"},
    "无词面检索": {"rank.words": "0"},
    "无指标直查": {"typed": "false"},
    "无篇章路径": {"rank.context": "0", "ingest.context_weight": "0"},
}


def ablate(wish: Wish, track: Track, say: Callable[[str], None]) -> str:
    """Run every variant and set them side by side, as Markdown; those that this version cannot leave out are named."""
    folders: list[Path] = []
    for name, left_out in VARIANTS.items():
        changed = {**wish.changed, **left_out}
        try:
            settings_with(changed)
        except RunError as error:
            say(f"{name}：略过，{error}")
            continue
        say(name)
        out = (wish.out or RUNS / "ablations") / name
        folders.append(run(replace(wish, name=name, out=out, changed=changed), track))
    return side_by_side([read_run(folder) for folder in folders])
