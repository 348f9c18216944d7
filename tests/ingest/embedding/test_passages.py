"""Every passage has its vector, whatever the batches."""

from __future__ import annotations

import numpy as np

from ingest.embedding.embed import HashingEmbedder
from ingest.embedding.passages import embed, embedded_text
from tests.ingest.library.samples import passages, plan


def test_vectors_come_in_the_order_of_their_passages_whatever_the_batches() -> None:
    cut = passages(plan())
    told: list[tuple[int, int]] = []
    vectors = embed(cut, HashingEmbedder(), 3, lambda *numbers: told.append(numbers))
    assert told == [(3, 4), (4, 4)]
    assert np.array_equal(vectors, HashingEmbedder().embed_passages([embedded_text(one) for one in cut]))
