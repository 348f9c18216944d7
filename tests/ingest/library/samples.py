"""Small plans built by hand, with all that the library takes in beside them; and a program that dies on request."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import numpy as np

from ingest.embedding.embed import HashingEmbedder
from ingest.library import Library
from ingest.plans import (
    Cell,
    Indicator,
    Located,
    Measure,
    Paragraph,
    Passage,
    Plan,
    PlanFacts,
    Row,
    Section,
    Span,
    Table,
)
from ingest.settings import IngestSettings

SETTINGS = IngestSettings(embedding_model="hashing")
FIRST = ("到2025年，高新技术企业达到600家以上。", "建设科技大走廊西段节点。", "由科技局牵头制定人才政策。")
SECOND = ("到2025年，高新技术企业达到700家以上。", "培育数字经济产业集群。")


def plan(id: str = "p1", version: str = "a", sentences: tuple[str, ...] = FIRST) -> Plan:
    """A plan of one section whose paragraphs are the sentences, with a table of one row at its end."""
    title, row = "青山区科技规划", "高新技术企业\t家\t600"
    text = "\n".join((title, *sentences, row))
    starts = [text.index(sentence) for sentence in sentences]
    places = [Span(start, start + len(sentence)) for start, sentence in zip(starts, sentences, strict=True)]
    tail = Span(len(text) - len(row), len(text), 2)
    cells = tuple(Cell(word, tail) for word in row.split("\t"))
    table = Table(0, "表1 主要指标", None, "家", ("指标", "单位", "2025年"), (Row(cells, tail, "主体"),), tail)
    paragraphs = [Paragraph(0, one, (place,)) for one, place in zip(sentences, places, strict=True)]
    root = Section(0, None, 0, "", title, (title,), Span(0, len(title)), Span(0, len(text)))
    facts = PlanFacts(title=Located(title, Span(0, len(title))), region=Located("青山区", Span(0, 3)), level="县区")
    return Plan(id, f"{id}.txt", f"{id}-{version}", "text", text, facts, (root,), (*paragraphs, table), 2)


def passages(of: Plan) -> list[Passage]:
    """One passage a block; ids carry the version."""
    texts = [
        (block.text, block.pieces[0], "paragraph")
        if isinstance(block, Paragraph)
        else (of.quote(block.span), block.span, "row")
        for block in of.blocks
    ]
    return [
        Passage(f"{of.digest}-{order}", of.id, order, kind, (of.title,), 0, text, of.title, span)
        for order, (text, span, kind) in enumerate(texts)
    ]


def indicator(of: Plan, value: str = "600", concept: str = "高新技术企业数") -> Indicator:
    """An indicator of the plan for 2025."""
    span = of.blocks[-1].span
    where = ("表1 主要指标", "主体", (of.title,), span, of.quote(span))
    return Indicator(of.id, "高新技术企业", concept, "青山区", "2025", "target", ">=", value, "家", "预期性", *where)


def measure(of: Plan) -> Measure:
    """A measure of the plan with a responsible unit."""
    span = of.blocks[0].pieces[0]
    fields = (("lead_unit", span),)
    return Measure(
        of.id, "1", "制定人才政策", (of.title,), span, of.quote(span), "科技局", ("科技局", "人社局"), fields=fields
    )


def vectors(of: list[Passage]) -> np.ndarray:
    """What the honest fake makes of the passages."""
    return HashingEmbedder().embed_passages([passage.text for passage in of])


def open_library(store: Path, *, write: bool = False) -> Library:
    """A library over the honest fake."""
    return Library.open(store, SETTINGS, write=write, embedder=HashingEmbedder())


def add(library: Library, new: Plan, value: str = "600", **options: object) -> None:
    """Add a plan with its passages, one indicator and one measure."""
    cut = passages(new)
    library.add(new, cut, vectors(cut), [indicator(new, value)], [measure(new)], path=f"/plans/{new.file}", **options)


def die_at(wanted: str):
    """A listener that kills its own process at the named step."""

    def listen(step: str) -> None:
        if step == wanted:
            os.kill(os.getpid(), signal.SIGKILL)

    return listen


if __name__ == "__main__":
    store, change, step = sys.argv[1:]
    with open_library(Path(store), write=True) as library:
        if change == "remove":
            library.remove("p1", on_step=die_at(step))
        else:
            add(library, plan(change, "b", SECOND), "700", on_step=die_at(step))
