"""Nouns survive being written and read."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from ingest.library import codec
from ingest.plans import Conflict, Indicator, Measure, Plan
from tests.ingest.library.samples import indicator, measure, plan


@pytest.mark.parametrize(
    ("kind", "noun"),
    [
        (Plan, plan()),
        (Plan, replace(plan(), sections=(), blocks=(), pages=None, text="𠮷\u0000\ud7ff ")),
        (Indicator, indicator(plan(), "高于固定资产投资增速")),
        (Measure, measure(plan())),
        (Conflict, Conflict(indicator(plan()), indicator(plan("p2"), "700"), "口径不同", "市与区")),
    ],
)
def test_a_noun_comes_back_equal_and_of_the_same_types(kind: type, noun: object) -> None:
    back = codec.unpack(kind, codec.pack(noun))
    assert back == noun
    assert repr(back) == repr(noun)


def test_a_vector_comes_back_bit_by_bit() -> None:
    vector = np.array([0.1, -1e-30, 3e30], dtype=np.float32)
    assert codec.unpack_vector(codec.pack_vector(vector)).tobytes() == vector.tobytes()
