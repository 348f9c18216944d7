"""What a model says is cut into sentences with the numbers of their evidence, as far as its lines are complete."""

from __future__ import annotations

import pytest

from assistant.writing.drafting import Sentence, sentences


def heard(text: str, known: tuple[int, ...] = (1, 2, 3)) -> list[Sentence]:
    return list(sentences([text], known))


@pytest.mark.parametrize(
    ("line", "text", "numbers"),
    [
        ("目标为450家。[1]", "目标为450家。", (1,)),
        ("目标为450家[1]。", "目标为450家。", (1,)),
        ("目标为450家 [2][1]", "目标为450家。", (2, 1)),
        ("目标为450家【1，3】", "目标为450家。", (1, 3)),
        ("目标[1]为450家[1]。", "目标为450家。", (1,)),
        ("- **目标为450家**。[1]", "目标为450家。", (1,)),
        ("1. 目标为450家。[1]", "目标为450家。", (1,)),
        ("目标\u202e为\u200b450家。[1]", "目标为450家。", (1,)),
    ],
)
def test_a_line_is_a_sentence_with_its_numbers(line: str, text: str, numbers: tuple[int, ...]) -> None:
    assert heard(line) == [Sentence(text, numbers, whole=True, ended="。" in line)]


@pytest.mark.parametrize("line", ["目标为450家。", "目标为450家。[4]", "目标为450家。[1][9]", f"{'很' * 301}。[1]"])
def test_a_sentence_without_numbers_with_unknown_ones_or_too_long_is_not_whole(line: str) -> None:
    (sentence,) = heard(line)
    assert not sentence.whole


def test_several_sentences_on_a_line_keep_each_its_own_numbers() -> None:
    assert heard("甲有4家。[1]乙有5家[2]。丙没有。") == [
        Sentence("甲有4家。", (1,), whole=True, ended=True),
        Sentence("乙有5家。", (2,), whole=True, ended=True),
        Sentence("丙没有。", (), whole=False, ended=True),
    ]


def test_a_decimal_at_the_start_of_a_line_is_no_numbering() -> None:
    assert heard("3.8%是目标。[1]")[0].text == "3.8%是目标。"


def test_a_sentence_is_there_as_soon_as_its_line_ends() -> None:
    said: list[str] = []

    def pieces():  # type: ignore[no-untyped-def]
        for piece in ("甲有4家。", "[1]", "\n乙", "有5家。[2]"):
            said.append(piece)
            yield piece

    first = next(sentences(pieces(), (1, 2)))
    assert first.text == "甲有4家。"
    assert said == ["甲有4家。", "[1]", "\n乙"]


@pytest.mark.parametrize("text", ["", "\n\n", "[1]", "。[1]", "---"])
def test_what_says_nothing_is_no_sentence(text: str) -> None:
    assert [one for one in heard(text) if one.whole and one.text.strip("-。")] == []
