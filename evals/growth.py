"""How the cost of analysis grows with the text: all plans as one text, once, four times, sixteen times.

Every repetition has figures of its own, so that no two are alike. Reading, embedding and storing are left out.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from evals import present
from ingest.facts.conflicts import conflicts
from ingest.facts.indicators import indicators
from ingest.facts.measures import measures
from ingest.load import find
from ingest.readers import read
from ingest.readers.source import SourceFile
from ingest.readers.text import read_text
from ingest.settings import IngestSettings
from ingest.structure.outline import outline
from ingest.structure.split import split

TIMES = (1, 4, 16)
_FIGURE = re.compile(r"(?<![\d.,〔])\d{1,3}(?=\s?[家个项件名人支])")


@dataclass(frozen=True, slots=True)
class Growth:
    """One size: `seconds` of processor time for outline, passages, indicators, measures and conflicts together."""

    times: int
    characters: int
    passages: int
    indicators: int
    measures: int
    seconds: float


def measure(plans: Path, times: Sequence[int] = TIMES) -> tuple[Growth, ...]:
    """Analyse the plans of a folder as one text, repeated so many times."""
    settings = IngestSettings(max_chars=10**9)
    texts = [read(path, settings).text for path in find([plans]).files]
    return tuple(_measured(_repeated(texts, count), count, settings) for count in times)


def in_words(found: Sequence[Growth]) -> str:
    """The sizes as a Markdown table, with the time a character takes relative to the first size."""
    first = found[0].seconds / found[0].characters if found else 1.0
    rows = [
        [
            f"×{one.times}",
            f"{one.characters:,}",
            str(one.passages),
            str(one.indicators),
            str(one.measures),
            f"{one.seconds:.2f}",
            f"{one.seconds / one.characters / first:.2f}",
        ]
        for one in found
    ]
    return present.table(["篇幅", "字数", "条款", "指标", "举措", "分析（秒）", "每字用时（相对）"], rows)


def _repeated(texts: Sequence[str], times: int) -> str:
    """The texts so many times over, the figures of every repetition moved by its number."""
    return "\n\n".join(
        _FIGURE.sub(lambda found, by=by: str((int(found.group()) + by) % 1000), text)
        for by in range(times)
        for text in texts
    )


def _measured(text: str, times: int, settings: IngestSettings) -> Growth:
    raw = read_text(SourceFile(Path("growth.txt"), b""), text, settings)
    start = time.process_time()
    plan = outline(raw, plan_id="growth", file="growth.txt", digest="")
    passages, figures, tasks = split(plan, settings.passage_chars), indicators(plan), measures(plan)
    conflicts(figures)
    return Growth(times, len(text), len(passages), len(figures), len(tasks), time.process_time() - start)
