"""Which year a figure speaks of."""

from __future__ import annotations

import pytest

from evals.dating import Dated, fits


def years_of(text: str, figure: str) -> tuple[str, ...]:
    answer = Dated(text)
    return answer.years_of(next(one for one in answer.quantities if figure in one.text))


@pytest.mark.parametrize(
    ("text", "figure", "year"),
    [
        ("到2025年，企业达600家", "600", "2025"),
        ("2020年347家，2025年目标600家", "347", "2020"),
        ("2020年347家，2025年目标600家", "600", "2025"),
        ("在2020年347家的基础上增至600家，这是2025年的目标", "347", "2020"),
        ("由2015年的69家增至2020年的347家", "347", "2020"),
        ("到2025年有两项目标。企业600家。", "600", "2025"),
        ("3.5%注明是2019年数据", "3.5", "2019"),
        ("600家（2025年目标）", "600", "2025"),
    ],
)
def test_a_figure_goes_with_the_year_that_its_words_give_it(text: str, figure: str, year: str) -> None:
    assert years_of(text, figure) == (year,)


@pytest.mark.parametrize("figure", ["347", "600"])
def test_where_values_are_given_respectively_any_year_of_the_sentence_may_be_meant(figure: str) -> None:
    assert set(years_of("2020年和2025年分别为347家和600家", figure)) == {"2020", "2025"}


@pytest.mark.parametrize(
    "text",
    ["企业600家", "2020年347家，目标600家", "比2020年多600家", "《2020年报道》写的是600家", "自2020年起每年600家"],
)
def test_a_year_that_belongs_elsewhere_is_not_the_figures_own(text: str) -> None:
    assert years_of(text, "600") == ()


@pytest.mark.parametrize(
    ("wanted", "said", "fit"),
    [
        ("2025", ("2025",), True),
        ("2025", ("2026",), False),
        ("2025", (), True),
        ("", ("2025",), True),
        ("2025", ("2021-2025",), True),
        ("2020-2025", ("2025",), True),
        ("2020-2025", ("2023",), False),
        ("2020-2025", ("2021-2025",), True),
    ],
)
def test_years_fit_when_one_of_those_said_is_the_one_wanted(wanted: str, said: tuple[str, ...], fit: bool) -> None:
    assert fits(wanted, said) is fit
