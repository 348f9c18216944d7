"""Each part has to earn its place: the same questions with one part left out, or another in its place, at a time."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Mapping
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from pathlib import Path

from evals.compare import side_by_side
from evals.run import RUNS, USUAL_ENGINE, Track, Wish, run, settings_with
from evals.runs import read_run
from ingest.embedding.passages import embed
from ingest.library import Library
from ingest.settings import IngestSettings

WHOLE = "完整"


@dataclass(frozen=True, slots=True)
class Variant:
    """What is other than usual: settings, and whether the passages are embedded anew for it, with their headings or
    without."""

    changed: Mapping[str, str] = field(default_factory=dict)
    anew: bool = False
    headings: bool = True


VARIANTS: dict[str, Variant] = {
    WHOLE: Variant(),
    "无向量检索": Variant({"rank.vectors": "0"}),
    "无词面检索": Variant({"rank.words": "0"}),
    "无指标直查": Variant({"typed": "false"}),
    "无篇章路径": Variant({"rank.context": "0", "rank.named": "0"}, anew=True, headings=False),
    "向量模型 hashing": Variant({"ingest.embedding_model": "hashing"}, anew=True),
}


def ablate(wish: Wish, track: Track, say: Callable[[str], None]) -> str:
    """Run every variant and set them side by side, as Markdown; `say` is told the name of each as it begins.

    A wish for another engine than the usual one adds a line: that engine, all else being whole.
    """
    usual = replace(wish, engine=USUAL_ENGINE)
    folders = [_run(name, variant, usual, track, say) for name, variant in VARIANTS.items()]
    if wish.engine != USUAL_ENGINE:
        folders.append(_run(f"引擎 {wish.engine}", Variant(), wish, track, say))
    return side_by_side([read_run(folder) for folder in folders])


def _run(name: str, variant: Variant, wish: Wish, track: Track, say: Callable[[str], None]) -> Path:
    changed = {**wish.changed, **variant.changed}
    out = (wish.out or RUNS / "ablations") / name
    say(name)
    with ExitStack() as stack:
        store = wish.store
        if variant.anew:
            store = Path(stack.enter_context(tempfile.TemporaryDirectory())) / "store"
            rebuild(wish, store, settings_with(changed)[1], headings=variant.headings)
        return run(replace(wish, name=name, out=out, changed=changed, store=store), track)


def rebuild(wish: Wish, store: Path, settings: IngestSettings, *, headings: bool) -> None:
    """The library of a wish in another store, embedded as the settings say; without `headings` a passage is its text
    alone: no plan's title, heading path or table header stands beside it in either index."""
    usual = settings_with(wish.changed)[1]
    with Library.open(wish.store, usual) as library, Library.open(store, settings, write=True) as copy:
        for entry in library.plans():
            passages = library.passages([entry.id])
            if not headings:
                passages = tuple(replace(passage, context="") for passage in passages)
            vectors = embed(passages, copy.embedder, settings.embedding_batch, _unheard)
            figures, tasks = library.indicators([entry.id]), library.measures([entry.id])
            copy.add(library.plan(entry.id), passages, vectors, figures, tasks, path=entry.file)


def _unheard(done: int, total: int) -> None:
    """So many passages are embedded; nobody needs to know."""
