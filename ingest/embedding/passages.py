"""Passages → vectors, in batches of like length."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from ingest.embedding.embed import Embedder
from ingest.plans import Passage


def embed(
    passages: Sequence[Passage], embedder: Embedder, batch: int, on_progress: Callable[[int, int], None]
) -> np.ndarray:
    """Vectors of passages, shape (len(passages), dimension), in their order.

    Passages of like length share a batch, so that little of it is padding.
    """
    texts = [embedded_text(passage) for passage in passages]
    order = sorted(range(len(texts)), key=lambda i: len(texts[i]))
    parts = []
    for start in range(0, len(order), batch):
        parts.append(embedder.embed_passages([texts[i] for i in order[start : start + batch]]))
        on_progress(min(start + batch, len(order)), len(order))
    vectors = np.concatenate(parts)
    ordered = np.empty_like(vectors)
    ordered[order] = vectors
    return ordered


def embedded_text(passage: Passage) -> str:
    """What stands for a passage in the vector index: what it says, then where it stands in the plan.

    In this order, because the model reads its first 512 tokens only.
    """
    return f"{passage.record or passage.text}\n{passage.context}"
