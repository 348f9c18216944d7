from __future__ import annotations

import pytest

from ingest.notation.homophones import homophones


@pytest.mark.parametrize(("typed", "meant"), [("露", "路"), ("胡", "湖"), ("按", "安"), ("列", "例"), ("旅", "吕")])
def test_what_sounds_alike_whatever_the_tone(typed: str, meant: str) -> None:
    assert meant in homophones(typed)


def test_a_character_is_not_its_own_homophone() -> None:
    assert "路" not in homophones("路")


def test_the_dots_of_a_vowel_tell_sounds_apart() -> None:
    assert "路" not in homophones("绿")


def test_what_looks_alike_is_offered_too() -> None:
    assert "券" in homophones("卷")


@pytest.mark.parametrize("character", ["A", "3", "。"])
def test_what_has_no_sound_has_none(character: str) -> None:
    assert homophones(character) == frozenset()
