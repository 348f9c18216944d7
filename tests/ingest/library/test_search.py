"""Searches over a library whose index knows more than its catalog."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from tests.ingest.library.samples import SECOND, add, open_library, plan


def test_a_hit_that_the_catalog_does_not_know_is_dropped_and_others_take_its_place(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan("p1"))
        add(library, plan("p2"))
        vector = library.embedder.embed_query("高新技术企业")
        strangers = [f"stranger-{i}" for i in range(20)]
        library._index.get().put(strangers, np.stack([vector] * 20), ["p1"] * 20)
        found = [id for id, _ in library.search_vectors("高新技术企业", 5)]
        assert len(found) == 5
        assert not set(strangers) & set(found)
        library._index.get().drop(strangers)


def test_the_columns_weigh_as_asked(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        body_only = dict(library.search_words("青山区科技大走廊", 9, weights=(1.0, 0.0)))
        both = dict(library.search_words("青山区科技大走廊", 9, weights=(1.0, 1.0)))
        assert body_only["p1-a-1"] > 0
        assert {id for id, score in body_only.items() if score == 0} == {"p1-a-0", "p1-a-3"}
        assert all(score > 0 for score in both.values())


def test_rarity_counts_the_passages_of_the_library(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        assert library.rarity(["企业"]) == {"企业": 0.0}
        add(library, plan())
        assert library.rarity(["人才"])["人才"] > library.rarity(["青山"])["青山"] > 0


def test_rarity_follows_every_change(tmp_path: Path) -> None:
    with open_library(tmp_path, write=True) as library:
        add(library, plan())
        before = library.rarity(["人才", "青山"])
        assert library.rarity(["青山", "人才"]) == before
        add(library, plan("p2", sentences=SECOND))
        between = library.rarity(["人才", "青山"])
        assert between["人才"] > before["人才"]
        library.remove("p2")
        assert library.rarity(["人才", "青山"]) == before
