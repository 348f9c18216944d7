"""Text told from bytes decoded wrongly and from glyphs without a character map."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from ingest.readers.legible import is_chinese_likely, is_legible

PLAN = "本市到二〇二五年建成较完善的创新体系，研发投入占地区生产总值的比重不低于百分之四，由科技部门会同各区落实。"
TRADITIONAL = "本市應於計畫期間建設創新園區，並會同有關單位發展產業，對參與的企業提供經費，按年檢討實施成果。"
ENGLISH = "The city will raise its spending on research to four percent of regional output by the year 2025."
FIGURES = "2021 2022 2023 2024 2025 3.42 3.55 3.70 3.85 4.00 600 700 800"


@pytest.mark.parametrize("text", [PLAN, TRADITIONAL, ENGLISH, FIGURES, "目录", ""])
def test_texts_of_plans_are_legible(text: str) -> None:
    assert is_legible(text)
    assert is_chinese_likely(text)


@pytest.mark.parametrize(
    "text",
    [
        "\ue000\ue001" * 20,
        "".join(chr(code) for code in range(1, 60)) * 2,
        "(cid:26576)(cid:24066)" * 20,
        "�" * 40,
        "ऀԀ܀ࠀऄԈ" * 10,
        "!\"#$%&'()*+,-./:;<=>?@" * 3,
        "bcdfghjklmnpqrstvwxz" * 3,
    ],
)
def test_text_layers_without_a_character_map_are_not(text: str) -> None:
    assert not is_legible(text)


def test_chinese_characters_at_random_are_no_chinese() -> None:
    text = "".join(random.Random(1).choices([chr(code) for code in range(0x4E00, 0x9FA5)], k=300))
    assert not is_chinese_likely(text)
    assert not is_legible(text)


def test_every_real_text_is_legible_throughout(real_plans: Path) -> None:
    for path in real_plans.rglob("*.txt"):
        text = path.read_text("utf-8")
        pieces = [text[i : i + 1500] for i in range(0, len(text) - 1500, 1500)] or [text]
        assert [piece for piece in pieces if not is_legible(piece) or not is_chinese_likely(piece)] == [], path.name
