"""Prompts are files, known by their digest."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

import prompts
from prompts import prompt


@pytest.mark.parametrize("name", sorted(path.stem for path in Path(prompts.__file__).parent.glob("*.md")))
def test_a_prompt_is_its_file(name: str) -> None:
    found = prompt(name)
    assert found.text
    assert found.digest == hashlib.sha256(found.text.encode()).hexdigest()


def test_a_placeholder_must_be_filled_and_what_fills_it_is_left_alone() -> None:
    filled = prompt("judge").filled(question="$gold？", gold="甲", answer="乙", quotes="丙")
    assert "$gold？" in filled
    with pytest.raises(KeyError):
        prompt("judge").filled(question="甲")


def test_a_prompt_that_is_not_there_is_an_error() -> None:
    with pytest.raises(FileNotFoundError):
        prompt("none")
